"""What the members of the staff had to do and did: numbers and the names behind them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
from sqlalchemy import Integer, Select, and_, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from app.analytics.occasions import Ints
from app.domain.contacts import ContactKind
from app.domain.follow_ups import PROGRAM_CLOSED, Outcome
from app.domain.periods import Period, day_number
from app.domain.team import NOBODY, TeamFigure, TeamPeople, TeamRow, TeamSpan, TeamView, course_of
from app.models.arrays import read_columns
from app.models.counter import FollowUp, whose_task
from app.models.customer import Contact, Customer
from app.models.mailed_runs import is_mailed_run
from app.models.purchase import Purchase
from app.models.records import PrintPiece, PrintRun
from app.models.shop import Staff

# Later than any day.
_NEVER = 2**31
_TALKS = (ContactKind.PHONE, ContactKind.TALK)
Counts = dict[int | None, dict[TeamFigure, int]]


def team_view(session: Session, period: Period, span: TeamSpan, today: date) -> TeamView:
    """Of the chosen period, and how it was in those before."""
    periods = course_of(period, span)
    whole = Period(periods[0].start, period.end)
    counted = _counts(session, whole, periods, today)
    now = counted[-1]
    rows = []
    staff = session.execute(select(Staff.id, Staff.name, Staff.is_active).order_by(Staff.is_active.desc(), Staff.position, Staff.id)).all()
    for number, name, is_active in (*staff, (NOBODY, "", False)):
        if number in now:
            rows.append(TeamRow(number, name, is_active, now[number]))
    members = sum(1 for _number, _name, is_active in staff if is_active)
    return TeamView(period, tuple(rows), now.get(None, {}), tuple(zip(periods, counted, strict=True)), members)


def team_people(session: Session, spec: TeamPeople) -> Ints:
    """Ascending, each once."""
    found = [np.empty(0, dtype=np.int64)]
    for figure, staff, customer, _day in _found(session, spec.period, [(spec.period, spec.as_of)], only=spec.figure):
        if figure is spec.figure:
            found.append(customer if spec.staff_id is None else customer[staff == spec.staff_id])
    return np.unique(np.concatenate(found))


def _counts(session: Session, whole: Period, periods: Sequence[Period], today: date) -> list[Counts]:
    """By period, member (None: all of them) and figure; nought stands nowhere."""
    edges = np.array([day_number(one.start) for one in periods], dtype=np.int64)
    counted: list[Counts] = [{} for _ in periods]
    for figure, staff, _customer, day in _found(session, whole, [(one, min(one.end, today)) for one in periods]):
        place = np.searchsorted(edges, day, side="right") - 1
        pairs, times = np.unique(np.stack([place, staff]), axis=1, return_counts=True)
        for (at, member), count in zip(pairs.T.tolist(), times.tolist(), strict=True):
            for key in (int(member), None):
                of_member = counted[int(at)].setdefault(key, {})
                of_member[figure] = of_member.get(figure, 0) + int(count)
    return counted


def _found(
    session: Session, whole: Period, ends: Sequence[tuple[Period, date]], *, only: TeamFigure | None = None
) -> Iterator[tuple[TeamFigure, Ints, Ints, Ints]]:
    """Whatever lies in `whole`: figure, and for each time the member, the customer and the day. `ends`: by period the day from which late
    is late."""
    if only in (None, TeamFigure.DUE, TeamFigure.OVERDUE):
        staff, customer, due, done = read_columns(session, _due(whole))
        yield TeamFigure.DUE, staff, customer, due
        for period, as_of in ends:
            inside = (due >= day_number(period.start)) & (due < day_number(period.end))
            # While the period runs, what is done today is late no more.
            still_open = done >= day_number(as_of) + (as_of < period.end)
            late = inside & (due < day_number(as_of)) & still_open
            yield TeamFigure.OVERDUE, staff[late], customer[late], due[late]
    for figure, query in _plain(whole).items():
        if only in (None, figure):
            staff, customer, day = read_columns(session, query)
            yield figure, staff, customer, day


def _due(whole: Period) -> Select[Any]:
    done = func.coalesce(type_coerce(FollowUp.done_on, Integer), _NEVER)
    counts = or_(FollowUp.outcome.is_(None), FollowUp.outcome.not_in(PROGRAM_CLOSED))
    query = _of_follow_ups(type_coerce(FollowUp.due, Integer), done)
    return query.where(FollowUp.due.between(whole.start, whole.last_day), counts)


def _of_follow_ups(*columns: Any) -> Select[Any]:
    staff = func.coalesce(whose_task(), NOBODY)
    return select(staff, FollowUp.customer_id, *columns).join(Customer, Customer.id == FollowUp.customer_id)


def _plain(whole: Period) -> Mapping[TeamFigure, Select[Any]]:
    """What has happened counts where it happened: visits and talks for who had them, what was posted for whose customer it is."""
    is_done = or_(FollowUp.outcome.is_(None), FollowUp.outcome == Outcome.DONE)
    done = _of_follow_ups(type_coerce(FollowUp.done_on, Integer)).where(FollowUp.done_on.between(whole.start, whole.last_day), is_done)
    visits = select(func.coalesce(Purchase.staff_id, NOBODY), Purchase.customer_id, type_coerce(Purchase.day, Integer))
    within = and_(Purchase.day.between(whole.start, whole.last_day), Purchase.net > 0, Purchase.customer_id.is_not(None))
    contacts = select(func.coalesce(Contact.staff_id, NOBODY), Contact.customer_id, type_coerce(Contact.day, Integer))
    contacts = contacts.where(Contact.day.between(whole.start, whole.last_day))
    reached = contacts.where(Contact.attempt.is_(None))
    posted = select(func.coalesce(Customer.staff_id, NOBODY), PrintPiece.customer_id, type_coerce(PrintPiece.sent_on, Integer))
    posted = posted.join(Customer, Customer.id == PrintPiece.customer_id).join(PrintRun, PrintRun.id == PrintPiece.run_id)
    return {
        TeamFigure.DONE: done,
        TeamFigure.NOT_REACHED: contacts.where(Contact.attempt.is_not(None)),
        TeamFigure.VISITS: visits.where(within).distinct(),
        TeamFigure.TALKS: reached.where(Contact.kind.in_(_TALKS)),
        TeamFigure.EMAILS: reached.where(Contact.kind == ContactKind.EMAIL),
        TeamFigure.MAILINGS: posted.where(PrintPiece.sent_on.between(whole.start, whole.last_day), is_mailed_run()),
    }
