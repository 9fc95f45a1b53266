"""What the members had to do and did: counts, their course, the names behind them."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.domain.contacts import ContactKind
from app.domain.figure_people import Touch, Touched
from app.domain.follow_ups import Attempt, FollowUpKind, FollowUpSource, Outcome
from app.domain.periods import Period
from app.domain.team import NOBODY, TeamFigure, TeamPeople, TeamSpan, TeamView, beside, course_of, period_with
from app.models.counter import FollowUp
from app.models.customer import Contact
from app.models.database import Database
from app.queries.people import people_behind
from app.queries.team import team_view
from tests.factories import NOW, TODAY, add_customer, add_purchase, add_staff

WEEK = period_with(TODAY, TeamSpan.WEEK)
DAY = timedelta(days=1)


def plan(session: Session, customer: int, due: date, staff: int | None = None, **fields: object) -> None:
    plain = {"kind": FollowUpKind.CALL, "source": FollowUpSource.HAND, "created_at": NOW}
    session.add(FollowUp(customer_id=customer, due=due, staff_id=staff, **plain, **fields))
    session.flush()


def note(session: Session, customer: int, staff: int | None, kind: ContactKind, attempt: Attempt | None = None) -> None:
    session.add(Contact(customer_id=customer, kind=kind, day=WEEK.start, at=NOW, staff_id=staff, attempt=attempt))
    session.flush()


def view(session: Session, span: TeamSpan = TeamSpan.WEEK) -> TeamView:
    return team_view(session, period_with(TODAY, span), span, TODAY)


def names(session: Session, figure: TeamFigure, staff: int | None, period: Period = WEEK) -> list[int]:
    return people_behind(session, TeamPeople(period, figure, staff, min(period.end, TODAY)))


def test_due_done_and_late_are_told_apart(database: Database) -> None:
    with database.write() as session:
        one, other = add_staff(session), add_staff(session, "青木 健")
        first, second, third = (add_customer(session, name=f"客 {n}", staff="青木 健" if n == 3 else "") for n in (1, 2, 3))
        plan(session, first, WEEK.start, one)
        plan(session, second, WEEK.start, one, done_on=TODAY - DAY, outcome=Outcome.DONE)
        plan(session, second, WEEK.start - 7 * DAY, one, done_on=TODAY, outcome=Outcome.DONE)
        plan(session, third, TODAY)
        plan(session, third, WEEK.start, other, done_on=TODAY, outcome=Outcome.EXPIRED)
        plan(session, first, WEEK.start, other, done_on=TODAY, outcome=Outcome.NOT_NEEDED)
        found = view(session)
        counts = {row.staff_id: dict(row.counts) for row in found.rows}
        assert counts == {
            one: {TeamFigure.DUE: 2, TeamFigure.DONE: 2, TeamFigure.OVERDUE: 1},
            other: {TeamFigure.DUE: 2},
        }
        assert found.totals == {TeamFigure.DUE: 4, TeamFigure.DONE: 2, TeamFigure.OVERDUE: 1}
        assert names(session, TeamFigure.DUE, one) == [first, second]
        assert names(session, TeamFigure.OVERDUE, None) == [first]
        assert names(session, TeamFigure.DUE, other) == [first, third]
        assert names(session, TeamFigure.DONE, one) == [second]


def test_what_was_late_at_the_end_of_a_past_week_stays_late_there(database: Database) -> None:
    with database.write() as session:
        one = add_staff(session)
        customer = add_customer(session)
        before = beside(WEEK, TeamSpan.WEEK, -1)
        plan(session, customer, before.start, one, done_on=TODAY, outcome=Outcome.DONE)
        course = {period.start: counts for period, counts in view(session).course}
        assert course[before.start] == {key: {TeamFigure.DUE: 1, TeamFigure.OVERDUE: 1} for key in (one, None)}
        assert course[WEEK.start] == {key: {TeamFigure.DONE: 1} for key in (one, None)}
        assert names(session, TeamFigure.OVERDUE, one, before) == [customer]


def test_touches_count_for_who_had_them_and_a_call_nobody_took_is_none(database: Database) -> None:
    with database.write() as session:
        one = add_staff(session)
        customer, other = add_customer(session, staff="田中 美咲"), add_customer(session, name="佐藤 花")
        add_purchase(session, customer, WEEK.start, staff="田中 美咲")
        add_purchase(session, customer, WEEK.start, staff="田中 美咲")
        note(session, customer, one, ContactKind.PHONE)
        note(session, customer, one, ContactKind.TALK)
        note(session, customer, one, ContactKind.NOTE)
        note(session, customer, one, ContactKind.EMAIL)
        note(session, other, one, ContactKind.PHONE, Attempt.NO_ANSWER)
        note(session, other, None, ContactKind.PHONE)
        rows = {row.staff_id: dict(row.counts) for row in view(session).rows}
        assert rows == {
            one: {TeamFigure.VISITS: 1, TeamFigure.TALKS: 2, TeamFigure.EMAILS: 1, TeamFigure.NOT_REACHED: 1},
            NOBODY: {TeamFigure.TALKS: 1},
        }
        assert names(session, TeamFigure.NOT_REACHED, one) == [other]
        assert names(session, TeamFigure.TALKS, NOBODY) == [other]
        assert people_behind(session, Touched(WEEK, Touch.TALK)) == [customer, other]
        assert people_behind(session, Touched(WEEK, Touch.TALK, one)) == [customer]


def test_a_shop_without_staff_has_nobody_in_the_view(database: Database) -> None:
    with database.read() as session:
        found = view(session, TeamSpan.MONTH)
    assert (found.rows, found.totals, found.members) == ((), {}, 0)
    assert found.period == Period(date(2026, 11, 1), date(2026, 12, 1))


def test_weeks_begin_on_monday_and_months_on_the_first() -> None:
    assert Period(date(2026, 11, 16), date(2026, 11, 23)) == WEEK
    assert beside(WEEK, TeamSpan.WEEK, -3).start == date(2026, 10, 26)
    assert [one.start for one in course_of(period_with(date(2026, 3, 31), TeamSpan.MONTH), TeamSpan.MONTH)] == [
        date(2025, 10, 1),
        date(2025, 11, 1),
        date(2025, 12, 1),
        date(2026, 1, 1),
        date(2026, 2, 1),
        date(2026, 3, 1),
    ]
