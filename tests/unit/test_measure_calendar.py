"""The calendar of measures: what reaches into it, what falls together, what is proposed."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.measure_calendar import Bar, BarState, Greeting, calendar_of, months_shown, most_at_once, proposals
from app.domain.measures import MeasureKind
from app.domain.periods import Period

TODAY = date(2026, 11, 20)
END = date(2027, 8, 1)


def bar(start: date, end: date, kind: MeasureKind = MeasureKind.WIN_BACK, number: int = 1) -> Bar:
    return Bar(f"K{number}", kind, BarState.RUNNING, start, end, number)


def test_three_months_before_and_eight_after_this_one_are_shown() -> None:
    months = months_shown(TODAY)
    assert (len(months), months[0].start, months[3].start, months[-1].end) == (12, date(2026, 8, 1), date(2026, 11, 1), END)


def test_what_reaches_into_the_months_stands_by_its_first_day() -> None:
    bars = [
        bar(date(2026, 12, 1), date(2027, 1, 30), number=1),
        bar(date(2026, 7, 1), date(2026, 8, 1), number=2),
        bar(date(2026, 7, 1), date(2026, 8, 2), number=3),
        bar(END, date(2027, 9, 1), number=4),
    ]
    found = calendar_of(bars, TODAY, undated=2)
    assert [row.first.measure_id for row in found.rows if row.first.measure_id] == [3, 1]
    assert found.undated == 2
    assert not found.is_empty
    assert calendar_of([], TODAY).is_empty


def test_bars_that_share_a_day_are_counted_together() -> None:
    month = Period(date(2026, 12, 1), date(2027, 1, 1))
    # The second begins on the first day on which the first does not count any more.
    apart = [bar(date(2026, 11, 1), date(2026, 12, 10)), bar(date(2026, 12, 10), date(2027, 2, 1))]
    assert most_at_once(apart, month) == 1
    together = [*apart, bar(date(2026, 12, 9), date(2026, 12, 11)), bar(date(2027, 1, 1), date(2027, 2, 1))]
    assert most_at_once(together, month) == 2
    assert most_at_once([], month) == 0
    assert calendar_of(together, TODAY).at_once[3:6] == (1, 2, 2)


def test_greetings_of_the_season_and_the_next_birthdays_are_proposed() -> None:
    found = [(one.greeting, one.start) for one in proposals((), TODAY, END)]
    assert found == [
        (Greeting.BIRTHDAY, TODAY),
        (Greeting.NEW_YEAR, date(2026, 12, 15)),
        (Greeting.BIRTHDAY, date(2026, 12, 20)),
        (Greeting.BIRTHDAY, date(2027, 1, 20)),
        (Greeting.MIDSUMMER, date(2027, 7, 10)),
    ]


@pytest.mark.parametrize(("start", "is_proposed"), [(date(2026, 12, 1), False), (date(2026, 11, 24), True), (date(2027, 1, 4), False)])
def test_nothing_is_proposed_beside_what_is_planned(start: date, is_proposed: bool) -> None:
    planned = [bar(start, date(2027, 2, 1), MeasureKind.SEASON)]
    assert any(one.greeting is Greeting.NEW_YEAR for one in proposals(planned, TODAY, END)) is is_proposed


def test_what_has_passed_is_not_proposed() -> None:
    assert Greeting.NEW_YEAR not in {one.greeting for one in proposals((), date(2026, 12, 16), date(2027, 9, 1))}
