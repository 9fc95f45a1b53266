"""The bars of points: what they show as data, and that they are drawn where they can be chosen."""

from __future__ import annotations

from datetime import date

import pytest

from app.charts.bar_spec import BarGroup, BarSpec
from app.charts.render import render_bars
from app.charts.style import DARK, LIGHT
from app.domain.money import CURRENCIES, JPY
from app.domain.periods import Period, month_of
from app.domain.point_money import (
    LapseMonth,
    PointMoney,
    RuleTrial,
    SimulatedMonth,
    Simulation,
    UsedShare,
    endless,
    lapse_months,
    later_lapses,
    money_of_points,
    quick_days,
)
from app.reports.points_money import MoneyWords, money_ticks, owed_bars, trial_bars

TODAY = date(2026, 11, 20)
WORDS = MoneyWords(lambda month: f"{month.month}月", JPY, "ja")


def money(*lapses: LapseMonth, day: date = TODAY) -> PointMoney:
    return PointMoney(day, 0, 0, 1, 0, UsedShare(), 0, lapses, None, (), ())


def simulation(*points: int) -> Simulation:
    months = [month_of(date(2026, 1 + place, 1)) for place in range(len(points))]
    return Simulation(tuple(SimulatedMonth(month, count) for month, count in zip(months, points, strict=True)), 2)


def trial(now: Simulation | None, other: Simulation) -> RuleTrial:
    return RuleTrial(Period(date(2026, 1, 1), date(2026, 3, 1)), 10, 1000, UsedShare(50, 50, 30), now, other)


def test_twelve_months_begin_with_the_first_that_has_points() -> None:
    november = money(LapseMonth(date(2026, 11, 1), 5, 5))
    december = money(LapseMonth(date(2027, 2, 1), 5, 5))
    assert lapse_months(november)[0].month == date(2026, 11, 1)
    assert lapse_months(december)[0].month == date(2026, 12, 1)
    assert lapse_months(december)[-1].month == date(2027, 11, 1)
    assert [lapse.money for lapse in lapse_months(december)] == [0, 0, 5, *[0] * 9]


def test_what_lapses_after_the_bars_and_what_stays() -> None:
    owed = money(LapseMonth(date(2027, 11, 1), 3, 3), LapseMonth(date(2027, 12, 1), 4, 4), LapseMonth(None, 7, 7))
    assert (later_lapses(owed), endless(owed)) == (4, 7)


@pytest.mark.parametrize(
    ("day", "days"),
    [
        (date(2026, 11, 20), (date(2026, 9, 30), date(2026, 3, 31))),
        (date(2026, 9, 30), (date(2026, 9, 30), date(2026, 3, 31))),
        (date(2026, 9, 29), (date(2026, 3, 31), date(2025, 9, 30))),
        (date(2026, 1, 1), (date(2025, 9, 30), date(2025, 3, 31))),
    ],
)
def test_the_ends_of_half_years(day: date, days: tuple[date, date]) -> None:
    assert quick_days(day) == days


def test_money_of_points_is_rounded_half_up() -> None:
    assert [money_of_points(points, 1, UsedShare(1, 1, 30).share) for points in (1, 2, 3)] == [1, 1, 2]


def test_the_first_month_with_points_stands_out() -> None:
    spec = owed_bars(money(LapseMonth(date(2027, 1, 1), 12_800, 12_800)), WORDS)
    assert [(group.label, group.values) for group in spec.groups][:3] == [("12月", (0.0,)), ("1月", (12_800.0,)), ("2月", (0.0,))]
    assert [group.is_marked for group in spec.groups] == [False, True, *[False] * 10]
    assert spec.series_labels == ()


def test_two_rules_stand_beside_each_other() -> None:
    spec = trial_bars(trial(simulation(10, 20), simulation(20, 21)), "now", "other", WORDS)
    assert [group.values for group in spec.groups] == [(10.0, 20.0), (20.0, 21.0)]
    assert spec.series_labels == ("now", "other")


def test_the_same_rule_is_drawn_once_and_a_first_rule_alone() -> None:
    same = trial_bars(trial(simulation(10), simulation(10)), "now", "other", WORDS)
    first = trial_bars(trial(None, simulation(10)), "now", "other", WORDS)
    assert (same.series_labels, [group.values for group in same.groups]) == (("now",), [(10.0,)])
    assert first.series_labels == ("other",)


@pytest.mark.parametrize(
    ("currency", "language", "texts"),
    [("JPY", "ja", ["500円", "2万円"]), ("JPY", "en", ["¥500", "¥20k"]), ("GBP", "en", ["£5", "£0.2k"])],
)
def test_money_at_the_axis(currency: str, language: str, texts: list[str]) -> None:
    ticks = money_ticks(MoneyWords(str, CURRENCIES[currency], language))
    assert [ticks.text(500, 500), ticks.text(20_000, 20_000 if currency == "JPY" else 2_000_000)] == texts


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_group_can_be_chosen_as_a_whole(theme: object) -> None:
    groups = tuple(BarGroup(str(place), f"{place}月", (1000.0 * place, 500.0)) for place in range(12))
    chart = render_bars(BarSpec(groups, money_ticks(WORDS), ("a", "b")), 500, 160, 2.0, LIGHT if theme is LIGHT else DARK)
    assert (chart.width, chart.height, len(chart.rgba)) == (1000, 320, 1000 * 320 * 4)
    assert [region.index for region in chart.regions] == list(range(12))
    for before, after in zip(chart.regions, chart.regions[1:], strict=False):
        assert before.x + before.width == pytest.approx(after.x)
    # The higher bar is where the point stands; a month without bars stands at the foot.
    assert chart.regions[11].point_y < chart.regions[2].point_y < chart.regions[2].y + chart.regions[2].height


def test_the_second_series_is_not_told_apart_by_colour_alone() -> None:
    """Within a hatched bar there are pixels of the colour and of the surface."""
    spec = BarSpec((BarGroup("1", "1月", (0.0, 1000.0)),), money_ticks(WORDS), ("a", "b"))
    chart = render_bars(spec, 300, 160, 1.0, LIGHT)
    region = chart.regions[0]
    middle = round(region.y + region.height / 2)
    row = chart.rgba[middle * chart.width * 4 : (middle + 1) * chart.width * 4]
    colours = {row[place : place + 3] for place in range(0, len(row), 4)}
    assert bytes.fromhex("FFFFFF") in colours and len(colours) > 3


def test_no_bars_at_all() -> None:
    assert render_bars(BarSpec((), money_ticks(WORDS)), 300, 120, 1.0, LIGHT).regions == ()
