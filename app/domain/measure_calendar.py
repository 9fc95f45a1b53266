"""The measures of a year on one sheet: what ran, what runs, what is planned, what the season proposes, and what falls together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.measures import MeasureKind
from app.domain.periods import Period, add_months, month_of, month_start

MONTHS_BEFORE, MONTHS_AFTER = 3, 9
_NEAR = timedelta(days=20)
"""A proposal is not made where a measure of its kind begins so near."""
_PROPOSED = timedelta(days=28)
"""How long the bar of a proposal is drawn: shorter than a month, so that those of each month stand apart."""
_BIRTHDAYS_AHEAD = 3
_SEND_BIRTHDAYS_ON = 20


class BarState(StrEnum):
    OVER = "over"
    RUNNING = "running"
    PLANNED = "planned"
    PROPOSED = "proposed"


class Greeting(StrEnum):
    """What is proposed; each has its time in the year."""

    NEW_YEAR = "new_year"
    MIDSUMMER = "midsummer"
    BIRTHDAY = "birthday"


GREETING_WORDS: Mapping[Greeting, str] = {
    Greeting.NEW_YEAR: QT_TRANSLATE_NOOP("Measures", "New Year's cards"),
    Greeting.MIDSUMMER: QT_TRANSLATE_NOOP("Measures", "Midsummer greetings"),
    Greeting.BIRTHDAY: QT_TRANSLATE_NOOP("Measures", "Birthday cards"),
}
GREETING_KINDS: Mapping[Greeting, MeasureKind] = {
    Greeting.NEW_YEAR: MeasureKind.SEASON,
    Greeting.MIDSUMMER: MeasureKind.SEASON,
    Greeting.BIRTHDAY: MeasureKind.BIRTHDAY,
}
_YEARLY: tuple[tuple[Greeting, int, int], ...] = ((Greeting.NEW_YEAR, 12, 15), (Greeting.MIDSUMMER, 7, 10))
"""Posted on 15 December a card is delivered on New Year's Day; midsummer greetings are for the time from 7 July to 7 August."""


@dataclass(frozen=True, slots=True)
class Bar:
    """[start, end) in which visits count, from the day it is sent on. `measure_id` None: only proposed, for `greeting`."""

    name: str
    kind: MeasureKind
    state: BarState
    start: date
    end: date
    measure_id: int | None = None
    people: int = 0
    greeting: Greeting | None = None

    def overlaps(self, other: Bar) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """One line: a measure, or all proposals of a sort."""

    bars: tuple[Bar, ...]

    @property
    def first(self) -> Bar:
        return self.bars[0]


@dataclass(frozen=True, slots=True)
class MeasureCalendar:
    """`at_once`: by month, how many measures run or are planned at the same time at most. `undated`: plans that have no day yet."""

    months: tuple[Period, ...]
    today: date
    rows: tuple[CalendarRow, ...]
    at_once: tuple[int, ...]
    undated: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing but proposals stands in it."""
        return all(bar.state is BarState.PROPOSED for row in self.rows for bar in row.bars)


def months_shown(today: date) -> tuple[Period, ...]:
    """The three months before, this one and eight to come: 12 in all."""
    first = add_months(month_start(today), -MONTHS_BEFORE)
    return tuple(month_of(add_months(first, place)) for place in range(MONTHS_BEFORE + MONTHS_AFTER))


def calendar_of(bars: Iterable[Bar], today: date, undated: int = 0) -> MeasureCalendar:
    """The bars that reach into the months shown, by the day they begin, and the proposals below them."""
    months = months_shown(today)
    start, end = months[0].start, months[-1].end
    shown = sorted((bar for bar in bars if bar.start < end and bar.end > start), key=lambda bar: (bar.start, bar.end, bar.measure_id or 0))
    rows = [CalendarRow((bar,)) for bar in shown]
    proposed = proposals(shown, today, end)
    rows += [
        CalendarRow(tuple(bar for bar in proposed if bar.kind is kind))
        for kind in (MeasureKind.BIRTHDAY, MeasureKind.SEASON)
        if any(bar.kind is kind for bar in proposed)
    ]
    return MeasureCalendar(months, today, tuple(rows), tuple(most_at_once(shown, month) for month in months), undated)


def proposals(bars: Sequence[Bar], today: date, end: date) -> tuple[Bar, ...]:
    """Greetings whose day is still to come, before `end`, and near whose day nothing of the kind is planned."""
    days: list[tuple[Greeting, date]] = []
    for ahead in range(_BIRTHDAYS_AHEAD):
        # The cards for the birthdays of a month go out in the month before.
        days.append((Greeting.BIRTHDAY, add_months(month_start(today), ahead).replace(day=_SEND_BIRTHDAYS_ON)))
    for greeting, month, day in _YEARLY:
        days += [(greeting, date(year, month, day)) for year in (today.year, today.year + 1)]
    found = []
    for greeting, when in days:
        kind = GREETING_KINDS[greeting]
        is_taken = any(bar.kind is kind and abs(bar.start - when) <= _NEAR for bar in bars)
        if today <= when < end and not is_taken:
            found.append(Bar("", kind, BarState.PROPOSED, when, when + _PROPOSED, greeting=greeting))
    return tuple(sorted(found, key=lambda bar: bar.start))


def most_at_once(bars: Sequence[Bar], month: Period) -> int:
    """The largest number of bars that share a day of the month."""
    here = [bar for bar in bars if bar.start < month.end and bar.end > month.start]
    # The number can only rise on a day on which one begins.
    days = {max(bar.start, month.start) for bar in here}
    return max((sum(bar.start <= day < bar.end for bar in here) for day in days), default=0)
