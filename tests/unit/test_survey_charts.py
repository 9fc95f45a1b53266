"""The charts of a survey: drawn in both themes, and every point, bar and group can be chosen."""

from __future__ import annotations

import pytest

from app.charts.render import render_any
from app.charts.style import DARK, LIGHT, ChartTheme
from app.charts.survey_specs import IntervalPoint, IntervalSpec, SpreadBar, SpreadGroup, SpreadSpec, SpreadTone

WAVES = IntervalSpec(
    (
        IntervalPoint("a", "2026年1月", "88名", 24.0, "±13\n(+24)", 11.0, 37.0),
        IntervalPoint("b", "4月", "0名", None, ""),
        IntervalPoint("c", "7月", "20名", -12.0, "−12", -50.0, 26.0, is_faint=True),
        IntervalPoint("d", "10月", "214名", 33.0, "+33", 23.0, 43.0, is_marked=True),
    )
)
SCALE = SpreadSpec(
    tuple(SpreadBar(str(n), str(n), n * n, SpreadTone.LOW if n < 7 else SpreadTone.HIGH) for n in range(11)),
    (SpreadGroup(0, 6, "すすめない", "37名 17%", SpreadTone.LOW), SpreadGroup(7, 10, "すすめる", "107名 50%", SpreadTone.HIGH)),
)


def pixels(spec: IntervalSpec | SpreadSpec, theme: ChartTheme, color: str) -> int:
    """How many pixels have exactly this colour."""
    drawn = render_any(spec, 400, 300, 1.0, theme)
    wanted = bytes.fromhex(color[1:]) + b"\xff"
    return sum(drawn.rgba[place : place + 4] == wanted for place in range(0, len(drawn.rgba), 4))


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_waves_with_an_answer_can_be_chosen_and_the_present_one_stands_out(theme: ChartTheme) -> None:
    drawn = render_any(WAVES, 400, 300, 1.5, theme)
    assert (drawn.width, drawn.height) == (600, 450)
    assert [(region.key, region.index) for region in drawn.regions] == [("a", 0), ("c", 2), ("d", 3)]
    ys = [region.point_y for region in drawn.regions]
    assert ys[2] < ys[0] < ys[1]
    assert pixels(WAVES, theme, theme.series[0]) > 100


def test_bars_stand_from_nought_and_their_groups_can_be_chosen() -> None:
    drawn = render_any(SCALE, 400, 300, 1.0, LIGHT)
    assert [region.index for region in drawn.regions] == list(range(13))
    tops = [region.point_y for region in drawn.regions[:11]]
    assert tops == sorted(tops, reverse=True)
    # Ten times ten is drawn a hundred times as high as one.
    assert (tops[0] - tops[10]) == pytest.approx(100 * (tops[0] - tops[1]))
    assert pixels(SCALE, LIGHT, LIGHT.series[1]) > pixels(SCALE, LIGHT, LIGHT.series[2])


def test_words_below_narrow_groups_stand_lower_by_turns() -> None:
    groups = tuple(SpreadGroup(n, n, f"とても長い名前の組 {n}", "100名 100%", SpreadTone.MIDDLE) for n in range(3))
    spec = SpreadSpec(SCALE.bars[:3], groups)
    wide, narrow = render_any(spec, 1200, 300, 1.0, LIGHT), render_any(spec, 250, 300, 1.0, LIGHT)
    assert wide.regions[0].point_y > narrow.regions[0].point_y


@pytest.mark.parametrize("spec", [IntervalSpec(()), SpreadSpec(()), SpreadSpec((SpreadBar("0", "0", 0, SpreadTone.LOW),))])
def test_nothing_at_all_is_drawn_too(spec: IntervalSpec | SpreadSpec) -> None:
    assert render_any(spec, 120, 80, 1.0, LIGHT).width == 120


def test_large_letters_in_a_narrow_chart_stay_inside(theme: ChartTheme = LIGHT) -> None:
    drawn = render_any(WAVES, 260, 240, 1.0, theme, 1.5)
    edge = [drawn.rgba[(row * 260 + 259) * 4 : (row * 260 + 259) * 4 + 3] for row in range(240)]
    assert set(edge) == {bytes.fromhex(theme.surface[1:])}
