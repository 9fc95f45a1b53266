"""Places that catch on the edges and middles of others."""

from __future__ import annotations

import pytest

from app.domain.template_snaps import Guide, snapped
from app.domain.templates import Frame

PAPER = (100.0, 148.0)
OTHER = Frame(20, 40, 30, 20)


@pytest.mark.parametrize(
    ("frame", "caught", "guides"),
    [
        (Frame(20.8, 90, 10, 7), Frame(20, 90, 10, 7), {Guide(True, 20)}),
        (Frame(39.4, 90, 10, 7), Frame(40, 90, 10, 7), {Guide(True, 50)}),
        (Frame(45.5, 90, 10, 7), Frame(45, 90, 10, 7), {Guide(True, 50)}),
        (Frame(5, 60.9, 7, 7), Frame(5, 60, 7, 7), {Guide(False, 60)}),
        (Frame(0.5, 0.5, 7, 7), Frame(0, 0, 7, 7), {Guide(True, 0), Guide(False, 0)}),
        (Frame(20.5, 40.5, 30, 20), OTHER, {Guide(True, at) for at in (20, 35, 50)} | {Guide(False, at) for at in (40, 50, 60)}),
        (Frame(62, 100, 7, 7), Frame(62, 100, 7, 7), set()),
        (Frame(21.5, 90, 10, 7), Frame(21.5, 90, 10, 7), set()),
    ],
)
def test_a_frame_that_is_moved_catches_with_its_edges_and_its_middle(frame: Frame, caught: Frame, guides: set[Guide]) -> None:
    found, lines = snapped(frame, [OTHER], PAPER, 1.0)
    assert _near(found, caught)
    assert set(lines) == guides


@pytest.mark.parametrize(
    ("frame", "edges", "caught", "guides"),
    [
        (Frame(10, 90, 39.4, 7), "r", Frame(10, 90, 40, 7), {Guide(True, 50)}),
        (Frame(20.7, 90, 40, 7), "l", Frame(20, 90, 40.7, 7), {Guide(True, 20)}),
        (Frame(50.5, 90, 0.2, 7), "r", Frame(50.5, 90, 0.2, 7), set()),
        (Frame(20.7, 80, 41, 60.5), "b", Frame(20.7, 80, 41, 60.5), set()),
        (Frame(20.7, 59.5, 41, 30), "rt", Frame(20.7, 60, 41, 29.5), {Guide(False, 60)}),
    ],
)
def test_only_the_edge_that_is_dragged_moves(frame: Frame, edges: str, caught: Frame, guides: set[Guide]) -> None:
    found, lines = snapped(frame, [OTHER], PAPER, 1.0, edges=edges)
    assert _near(found, caught)
    assert set(lines) == guides


def test_the_nearest_of_several_lines_wins() -> None:
    found, _ = snapped(Frame(21.4, 90, 10, 7), [OTHER, Frame(22, 10, 5, 5)], PAPER, 2.0)
    assert found.left == pytest.approx(22)


def _near(one: Frame, other: Frame) -> bool:
    pairs = ((one.left, other.left), (one.top, other.top), (one.width, other.width), (one.height, other.height))
    return all(abs(a - b) < 1e-6 for a, b in pairs)
