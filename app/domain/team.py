"""What the members of the staff had to do and did, by week and month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.periods import Period, add_months, month_of, month_start

CONTEXT = "Team"
COURSE = 6
"""So many weeks or months stand in the course, the chosen one last."""
NOBODY = 0
"""In place of a member's id: nobody is named."""


class TeamSpan(StrEnum):
    WEEK = "week"
    MONTH = "month"


class TeamFigure(StrEnum):
    """DUE: follow-ups for a day of the period; DONE within it; OVERDUE: of those due, late at its end (or by now); NOT_REACHED: calls
    nobody took. Then touches: visits, calls and talks, e-mails, what was posted."""

    DUE = "due"
    DONE = "done"
    OVERDUE = "overdue"
    NOT_REACHED = "not_reached"
    VISITS = "visits"
    TALKS = "talks"
    EMAILS = "emails"
    MAILINGS = "mailings"


FIGURE_NAMES: Mapping[TeamFigure, str] = {
    TeamFigure.DUE: QT_TRANSLATE_NOOP("Team", "Due"),
    TeamFigure.DONE: QT_TRANSLATE_NOOP("Team", "Done"),
    TeamFigure.OVERDUE: QT_TRANSLATE_NOOP("Team", "Late"),
    TeamFigure.NOT_REACHED: QT_TRANSLATE_NOOP("Team", "Not reached"),
    TeamFigure.VISITS: QT_TRANSLATE_NOOP("Team", "Visits"),
    TeamFigure.TALKS: QT_TRANSLATE_NOOP("Team", "Calls and talks"),
    TeamFigure.EMAILS: QT_TRANSLATE_NOOP("Team", "E-mails"),
    TeamFigure.MAILINGS: QT_TRANSLATE_NOOP("Team", "Cards and letters"),
}


@dataclass(frozen=True, slots=True)
class TeamPeople:
    """The customers behind a number. `staff_id` None: of everybody, NOBODY: nobody named. `as_of`: the day from which late is late."""

    period: Period
    figure: TeamFigure
    staff_id: int | None
    as_of: date


@dataclass(frozen=True, slots=True)
class TeamRow:
    """`name` is empty for what nobody is named for. `counts` of everything that is not nought."""

    staff_id: int
    name: str
    is_active: bool
    counts: Mapping[TeamFigure, int]


@dataclass(frozen=True, slots=True)
class TeamView:
    """`rows`: members in the order of the staff who had something to do or did something. `course`: the last periods up to this one, with
    the counts of each member and, under None, of all. `members`: how many are at work."""

    period: Period
    rows: tuple[TeamRow, ...]
    totals: Mapping[TeamFigure, int]
    course: tuple[tuple[Period, Mapping[int | None, Mapping[TeamFigure, int]]], ...]
    members: int


def period_with(day: date, span: TeamSpan) -> Period:
    """The week from Monday on, or the month, in which the day lies."""
    if span is TeamSpan.MONTH:
        return month_of(day)
    start = day - timedelta(days=day.weekday())
    return Period(start, start + timedelta(days=7))


def beside(period: Period, span: TeamSpan, steps: int) -> Period:
    """So many periods later, or earlier."""
    if span is TeamSpan.MONTH:
        return month_of(add_months(month_start(period.start), steps))
    return period_with(period.start + timedelta(days=7 * steps), span)


def course_of(period: Period, span: TeamSpan) -> Sequence[Period]:
    """The last periods up to this one, the oldest first."""
    return [beside(period, span, -step) for step in range(COURSE - 1, -1, -1)]
