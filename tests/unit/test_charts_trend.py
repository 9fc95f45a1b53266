"""A trend's picture: what stands where is read from its pixels and its hit regions."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from app.charts.render import render, vector
from app.charts.scale import axis_for
from app.charts.spec import COUNT, PERCENT, ChartEvent, RenderedChart, Target, TickStyle, TrendPoint, TrendSpec
from app.charts.style import DARK, LIGHT, ChartTheme, contrast, heat_color, text_on

Pixels = NDArray[np.uint8]


def trend(*values: float | None, is_last_unfinished: bool = False, **more: object) -> TrendSpec:
    points = tuple(
        TrendPoint(
            key=f"2026-{month:02}",
            label=f"{month}月",
            long_label=f"2026年{month}月",
            group="2026",
            value=value,
            text="" if value is None else f"{value:.1%}",
            low=None if value is None else value - 0.02,
            high=None if value is None else value + 0.02,
            is_complete=not (is_last_unfinished and month == len(values)),
        )
        for month, value in enumerate(values, start=1)
    )
    return TrendSpec(points, unfinished_label="途中", **more)  # type: ignore[arg-type]


def pixels(chart: RenderedChart) -> Pixels:
    return np.frombuffer(chart.rgba, dtype=np.uint8).reshape(chart.height, chart.width, 4)


def has_color(picture: Pixels, color: str) -> bool:
    rgb = [int(color[i : i + 2], 16) for i in (1, 3, 5)]
    return bool((picture[:, :, :3] == rgb).all(axis=2).any())


def around(picture: Pixels, x: float, y: float, reach: int) -> Pixels:
    return picture[round(y) - reach : round(y) + reach, round(x) - reach : round(x) + reach]


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("dpr", [1.0, 1.25, 2.0])
def test_the_picture_has_the_device_size_and_the_colours_of_the_theme(theme: ChartTheme, dpr: float) -> None:
    chart = render(trend(0.6, 0.62, 0.61), 600, 200, dpr, theme)
    assert (chart.width, chart.height) == (600 * dpr, 200 * dpr)
    picture = pixels(chart)
    assert (picture[:, :, 3] == 255).all()
    assert has_color(picture, theme.surface) and has_color(picture, theme.series[0])
    assert not has_color(picture, theme.series[1])


def test_every_point_with_a_value_answers_the_mouse() -> None:
    chart = render(trend(0.6, None, 0.61), 600, 200, 1.0, LIGHT)
    assert [(region.key, region.index) for region in chart.regions] == [("2026-01", 0), ("2026-03", 2)]
    first, last = chart.regions
    assert first.x < first.point_x < first.x + first.width <= last.x
    assert last.x + last.width == 600
    # 0.61 stands higher than 0.6, and the dot is where the region says.
    assert last.point_y < first.point_y
    assert has_color(around(pixels(chart), last.point_x, last.point_y, 4), LIGHT.series[0])


def test_an_unfinished_point_is_hollow_and_apart_from_the_line() -> None:
    open_end = render(trend(0.60, 0.62, 0.68, is_last_unfinished=True), 600, 200, 1.0, LIGHT)
    closed = render(trend(0.60, 0.62, 0.68), 600, 200, 1.0, LIGHT)
    dot = open_end.regions[-1]
    inside = around(pixels(open_end), dot.point_x, dot.point_y, 2)
    assert has_color(inside, LIGHT.surface) and not has_color(inside, LIGHT.series[0])
    before = open_end.regions[-2]
    half_way = ((before.point_x + dot.point_x) / 2, (before.point_y + dot.point_y) / 2)
    assert not has_color(around(pixels(open_end), *half_way, 5), LIGHT.series[0])
    assert has_color(around(pixels(closed), *half_way, 5), LIGHT.series[0])


def test_a_gap_breaks_the_line() -> None:
    chart = render(trend(0.6, 0.6, None, 0.6, 0.6), 600, 200, 1.0, LIGHT)
    left, right = chart.regions[1], chart.regions[2]
    middle = around(pixels(chart), (left.point_x + right.point_x) / 2, left.point_y, 4)
    assert not has_color(middle, LIGHT.series[0])


def test_the_target_is_drawn_in_its_own_colour() -> None:
    assert not has_color(pixels(render(trend(0.6, 0.62, 0.61), 600, 200, 1.0, LIGHT)), LIGHT.series[1])
    with_target = trend(0.6, 0.62, 0.61, target=Target(0.65, "目標 65%"))
    assert has_color(pixels(render(with_target, 600, 200, 1.0, LIGHT)), LIGHT.series[1])


def test_last_year_runs_beside_the_line_and_leaves_room_for_its_name() -> None:
    plain = render(trend(0.6, 0.62, 0.61), 600, 200, 1.0, LIGHT)
    with_last_year = render(trend(0.6, 0.62, 0.61, last_year=(0.57, 0.57, 0.57), last_year_label="去年"), 600, 200, 2.0, LIGHT)
    assert with_last_year.regions[-1].point_x < plain.regions[-1].point_x
    assert has_color(pixels(with_last_year), LIGHT.reference)


def test_an_event_stands_below_its_point() -> None:
    plain = render(trend(0.6, 0.62, 0.61), 600, 200, 1.0, LIGHT)
    # The second label belongs to no point and is left out.
    marked = render(trend(0.6, 0.62, 0.61, events=(ChartEvent(1, "値上げ"), ChartEvent(9, "いつか"))), 600, 200, 1.0, LIGHT)
    first, middle, last = marked.regions
    foot = middle.y + middle.height - 10
    for x, is_marked in ((first.point_x, False), (middle.point_x, True), (last.point_x, False)):
        changed = around(pixels(marked), x, foot, 8) != around(pixels(plain), x, foot, 8)
        assert bool(changed.any()) is is_marked


def test_the_range_of_chance_is_a_light_band_around_the_line() -> None:
    chart = render(trend(0.6, 0.6, 0.6), 600, 200, 1.0, LIGHT)
    first, middle = chart.regions[:2]
    # The band reaches 2 points up and down; the axis of 58 % to 62 % fills the plot, so half-way to the top is inside it.
    x, y = (first.point_x + middle.point_x) / 2, (middle.point_y + middle.y) / 2
    inside = pixels(chart)[round(y) + 3, round(x), :3].astype(int)
    surface, main = (np.array([int(color[i : i + 2], 16) for i in (1, 3, 5)]) for color in (LIGHT.surface, LIGHT.series[0]))
    assert np.abs(inside - (surface * 0.87 + main * 0.13)).max() <= 2


@pytest.mark.parametrize("values", [(), (None,), (0.5,), (0.0, 0.0), (1.0, 1.0), (None, 0.4)])
@pytest.mark.parametrize("size", [(600, 200), (80, 60)])
def test_little_or_nothing_to_draw_is_no_fault(values: tuple[float | None, ...], size: tuple[int, int]) -> None:
    chart = render(trend(*values), *size, 1.0, LIGHT, 1.5)
    assert len(chart.regions) == sum(value is not None for value in values)


def test_an_axis_that_does_not_begin_at_zero_says_so() -> None:
    assert render(trend(0.6, 0.62, 0.61), 600, 200, 1.0, LIGHT).axis_start == "58%"
    assert render(trend(0.0, 0.62, 0.61), 600, 200, 1.0, LIGHT).axis_start == ""


@pytest.mark.parametrize("kind", ["svg", "pdf"])
def test_the_same_spec_gives_the_same_file(kind: str) -> None:
    spec = trend(0.6, 0.62, 0.61, is_last_unfinished=True)
    first = vector(spec, 170, 60, kind)  # type: ignore[arg-type]
    assert first == vector(spec, 170, 60, kind)  # type: ignore[arg-type]
    assert first[:5] in (b"<?xml", b"%PDF-")


def test_percent_axis_worked_by_hand() -> None:
    # 57.9 % to 71 % in three gaps: steps of 5 from 55; the top reaches above the last tick.
    axis = axis_for([0.579, 0.71], PERCENT, 3)
    assert axis.ticks == (0.55, 0.6, 0.65, 0.7)
    assert (axis.high, axis.share(0.55), axis.share(0.71)) == (0.71, 0.0, 1.0)


def test_a_count_axis_begins_at_zero() -> None:
    axis = axis_for([120, 186], COUNT, 4)
    assert (axis.ticks, axis.high) == ((0, 50, 100, 150), 186)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=9), st.integers(2, 6))
def test_every_value_is_on_the_axis(values: list[float], wanted: int) -> None:
    axis = axis_for(values, PERCENT, wanted)
    assert axis.low - 1e-6 <= min(values) and max(values) <= axis.high + 1e-6
    assert 2 <= len(axis.ticks) <= wanted + 2 and axis.low >= 0


@pytest.mark.parametrize(
    ("style", "value", "largest", "text"),
    [
        (PERCENT, 0.65, 0.7, "65%"),
        (PERCENT, 0.625, 0.7, "62.5%"),
        (COUNT, 1200.0, 1500.0, "1,200"),
        (TickStyle(prefix="¥"), -500.0, 1000.0, "−¥500"),
        (TickStyle(suffix="円", large_from=1e6, large_factor=1e-4, large_suffix="万円"), 500_000.0, 900_000.0, "500,000円"),
        (TickStyle(suffix="円", large_from=1e6, large_factor=1e-4, large_suffix="万円"), 500_000.0, 1_500_000.0, "50万円"),
        (COUNT, 0.0, 10.0, "0"),
    ],
)
def test_ticks_in_words(style: TickStyle, value: float, largest: float, text: str) -> None:
    assert style.text(value, largest) == text


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_numbers_in_cells_stand_out(theme: ChartTheme) -> None:
    assert (heat_color(theme, 0), heat_color(theme, 1)) == (theme.sequential[0], theme.sequential[-1])
    assert heat_color(theme, -1) == theme.sequential[0] and heat_color(theme, 0.5) == theme.sequential[3]
    for step in range(101):
        color = heat_color(theme, step / 100)
        assert contrast(color, text_on(color)) >= 4.5


def test_nothing_heavy_is_loaded_with_the_module() -> None:
    code = "import sys, app.charts.render, app.charts.style; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
