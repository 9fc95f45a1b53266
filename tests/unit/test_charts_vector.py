"""Every kind of chart as a drawing for paper, and where the pieces of the further charts stand."""

from __future__ import annotations

import re
import typing
from dataclasses import replace

import numpy as np
import pytest

from app.charts.insight_specs import HeatSpec, PanelsSpec, RangesSpec, RowsSpec, StackSpec
from app.charts.render import AnySpec, render_any, vector
from app.charts.sheet import VectorFormat
from app.charts.spec import HitRegion
from app.charts.style import DARK, LIGHT
from tests.unit.chart_samples import EVERY, HEAT, PANELS, RANGES, ROWS, STACK, trend


def regions(spec: AnySpec, width: int = 640, height: int = 240, scale: float = 1.0) -> dict[str, HitRegion]:
    return {region.key: region for region in render_any(spec, width, height, 1.0, LIGHT, scale).regions}


def test_there_is_a_specimen_of_every_kind() -> None:
    assert {type(spec) for spec in EVERY} == set(typing.get_args(AnySpec))


@pytest.mark.parametrize("kind", ["svg", "pdf"])
@pytest.mark.parametrize("spec", EVERY, ids=lambda spec: type(spec).__name__)
def test_the_same_spec_gives_the_same_file_of_the_wanted_size(spec: AnySpec, kind: VectorFormat) -> None:
    first = vector(spec, 90, 50, kind, LIGHT, 0.75)
    assert first == vector(spec, 90, 50, kind, LIGHT, 0.75)
    if kind == "pdf":
        box = re.search(rb"/MediaBox \[ ?0 0 ([\d.]+) ([\d.]+)", first)
        assert box is not None
        # The drawing library counts 100 pixels to an inch, the sheet 96: the shape is what fits the paper.
        assert float(box[1]) / float(box[2]) == pytest.approx(90 / 50, abs=0.01)
    assert first != vector(spec, 90, 50, kind, DARK, 0.75)


@pytest.mark.parametrize("spec", EVERY, ids=lambda spec: type(spec).__name__)
@pytest.mark.parametrize(("width", "height", "scale"), [(640, 240, 1.0), (90, 60, 1.5)])
def test_every_place_lies_in_the_picture_and_has_a_name_of_its_own(spec: AnySpec, width: int, height: int, scale: float) -> None:
    found = render_any(spec, width, height, 1.0, LIGHT, scale).regions
    assert len({region.key for region in found}) == len(found)
    if width == 640:
        assert all(0 <= region.point_x <= width and 0 <= region.point_y <= height for region in found)


def test_pieces_stand_on_each_other_and_below_zero() -> None:
    found = regions(STACK)
    kept, returned, new, lost = (found[f"8:{name}"] for name in ("kept", "returned", "new", "lost"))
    assert new.point_y < returned.point_y < kept.point_y < lost.point_y
    # Of one scale: 60 people are as high as five times 12.
    assert kept.height == pytest.approx(5 * returned.height, rel=0.01)
    assert kept.y + kept.height == pytest.approx(lost.y, abs=0.5)


def test_names_that_do_not_fit_beside_each_other_take_a_second_line() -> None:
    wide, narrow = (regions(STACK, width, 240)["8:kept"] for width in (640, 240))
    assert narrow.height < wide.height


def test_a_piece_of_nobody_has_no_place() -> None:
    group = STACK.groups[0]
    empty = replace(group, below=(replace(group.below[0], value=0),))
    assert "8:lost" not in regions(StackSpec((empty,), STACK.ticks))


def test_bars_are_as_long_as_their_values() -> None:
    found = regions(ROWS)
    zero = found["loyal"].point_x - (found["loyal"].point_x - found["growth"].point_x) / (0.42 - 0.18) * 0.42
    assert (found["new"].point_x - zero) / (found["loyal"].point_x - zero) == pytest.approx(0.03 / 0.42, abs=0.005)


def test_values_with_ranges_share_a_scale_and_what_is_unknown_stands_off_it() -> None:
    found = regions(RANGES)
    assert found["2"].point_x < found["1"].point_x < found["3"].point_x
    assert found["1"].y < found["2"].y < found["3"].y


def test_a_blank_cell_has_no_place() -> None:
    assert set(regions(HEAT)) == {"a", "b", "c"}


def test_panels_stand_beside_each_other_or_below_where_it_is_narrow() -> None:
    wide, narrow = regions(PANELS), regions(PANELS, width=300, height=480)
    assert wide["0:2026-01"].x < wide["1:2026-01"].x < wide["2:8"].x
    assert wide["0:2026-01"].y == wide["1:2026-01"].y
    assert all(region.x + region.width <= 300 for region in narrow.values())
    assert narrow["0:2026-01"].y < narrow["1:2026-01"].y < narrow["2:8"].y


def test_the_lines_of_every_panel_stand_in_their_panel() -> None:
    picture = render_any(PANELS, 660, 200, 1.0, LIGHT)
    pixels = np.frombuffer(picture.rgba, dtype=np.uint8).reshape(picture.height, picture.width, 4)[:, :, :3]
    green = (pixels == [0x0B, 0x6B, 0x5B]).all(axis=2).any(axis=0)
    # A line is as wide as its panel but for the axis: its green reaches over most of it, and no farther.
    assert [round(float(green[left : left + 208].mean()), 1) >= 0.5 for left in (0, 226)] == [True, True]
    assert not green[208:226].any()


def test_a_panel_draws_what_the_chart_alone_draws() -> None:
    alone = regions(trend(100, 110, 104))["2026-02"]
    inside = regions(PanelsSpec((*PANELS.panels[:1],)))["0:2026-02"]
    assert inside.x == pytest.approx(alone.x)


@pytest.mark.parametrize(
    "spec", [StackSpec((), STACK.ticks), RowsSpec(()), RangesSpec((), RANGES.ticks, "0"), HeatSpec((), ()), PanelsSpec(())]
)
def test_nothing_to_draw_is_no_fault(spec: AnySpec) -> None:
    assert render_any(spec, 300, 120, 1.0, LIGHT).regions == ()
