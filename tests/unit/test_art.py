"""The drawings: each stays in its box, leaves the page as it found it, and is light enough for an ink-jet printer."""

from __future__ import annotations

import io
import re

import pypdfium2
import pytest

from app.printing.art import ART
from app.printing.art.brush import arc, ellipse, path, polygon, smooth
from app.printing.geometry import HAGAKI, MM, Box
from app.printing.ink import Ink, colour
from app.printing.pdf import PdfFile

_BOX = Box(20, 30, 60, 40)
# The tip of a leaf may hang over an edge.
_TIP = 2.0


def _drawn(name: str, box: Box) -> str:
    ink = Ink(PdfFile(io.BytesIO(), title=""), HAGAKI)
    ART[name](ink, box)
    return ink.content().decode("ascii")


def _pixels(name: str, box: Box) -> list[list[tuple[int, int, int]]]:
    out = io.BytesIO()
    file = PdfFile(out, title="")
    file.add_page(_drawn(name, box).encode("ascii"), HAGAKI.width * MM, HAGAKI.height * MM)
    file.done()
    document = pypdfium2.PdfDocument(out.getvalue())
    picture = document[0].render(scale=1).to_pil().convert("RGB")
    document.close()
    return [[picture.getpixel((x, y)) for x in range(picture.width)] for y in range(picture.height)]


@pytest.mark.parametrize("name", ART)
def test_draws_something_and_only_in_its_box(name: str) -> None:
    inside = outside = 0
    for y, line in enumerate(_pixels(name, _BOX)):
        for x, pixel in enumerate(line):
            if min(pixel) > 250:
                continue
            across, down = (x + 0.5) / MM, (y + 0.5) / MM
            within = _BOX.left - _TIP <= across <= _BOX.right + _TIP and _BOX.top - _TIP <= down <= _BOX.bottom + _TIP
            inside, outside = inside + within, outside + (not within)
    assert inside > 40
    assert outside == 0


@pytest.mark.parametrize("name", ART)
def test_leaves_the_page_as_it_was(name: str) -> None:
    depth = 0
    for operator in re.findall(r"(?<![\w/])[qQ](?!\w)", _drawn(name, _BOX)):
        depth += 1 if operator == "q" else -1
        assert depth >= 0
    assert depth == 0


@pytest.mark.parametrize("name", ART)
def test_draws_the_same_each_time(name: str) -> None:
    assert _drawn(name, _BOX) == _drawn(name, _BOX)


@pytest.mark.parametrize("name", ART)
def test_is_light_on_ink(name: str) -> None:
    pixels = [pixel for line in _pixels(name, _BOX) for pixel in line]
    within = len(pixels) * _BOX.width * _BOX.height / (HAGAKI.width * HAGAKI.height)
    spent = sum(255 - sum(pixel) / 3 for pixel in pixels) / 255 / within
    assert spent < 0.2


def test_a_path_is_told_in_operators() -> None:
    assert path("M 0 0 L 1 2 C 1 2 3 4 5 6 Z") == "0 0 m 1 2 l 1 2 3 4 5 6 c h"
    assert path("M 0 0 L 1 1 2 2") == "0 0 m 1 1 l 2 2 l"
    assert polygon(((0, 0), (1, 0), (0, 1))) == "0 0 m 1 0 l 0 1 l h"


def test_a_smooth_curve_goes_through_its_points() -> None:
    drawn = smooth(((0, 0), (5, 5), (10, 0)))
    assert drawn.startswith("0 0 m")
    assert " 5 5 c " in drawn
    assert drawn.endswith("10 0 c")
    assert smooth(((0, 0), (5, 5), (10, 0)), closed=True).endswith("0 0 c h")


def test_round_paths_end_where_they_began() -> None:
    assert ellipse(10, 20, 3, 2).startswith("13 20 m")
    assert ellipse(10, 20, 3, 2).endswith("13 20 c h")
    assert arc(0, 0, 1, 0, 90).endswith("0 1 c")


def test_colours_are_read() -> None:
    assert colour("#FF0080") == (1.0, 0.0, 128 / 255)
