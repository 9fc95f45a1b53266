"""Contracts as lists: of a customer, due for renewal, running, ended; and the figures of all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from app.analytics.survival import Seen, kaplan_meier, project, seen_until
from app.domain.contract_figures import RATE_MONTHS, ContractFigures, ContractPeople, ContractsEndedAfter
from app.domain.contracts import (
    DUE_DAYS,
    ContractKind,
    ContractRow,
    ContractView,
    CourseRow,
    is_active_on,
    state_on,
)
from app.domain.entities import Entity
from app.domain.periods import add_months
from app.domain.rates import rate_of
from app.models.changes import cache_of, changed_in
from app.models.contracts import Contract, ContractEvent
from app.models.customer import Customer, is_here
from app.models.product import Product
from app.models.shop import Staff

DUE_WITHIN = 90
_PORTION = 500
_MOST_REASONS = 12


def has_contracts(session: Session) -> bool:
    return session.scalar(select(Contract.id).limit(1)) is not None


def contracts_of(session: Session, customer_id: int, today: date) -> tuple[ContractRow, ...]:
    """Those of one customer with their course: what runs first, by the day of renewal, then what is over, the newest first."""
    found = _rows(session, today, Contract.customer_id == customer_id, with_course=True)
    running = [row for row in found if not row.is_over]
    over = sorted((row for row in found if row.is_over), key=lambda row: (row.ended_on or today, row.id), reverse=True)
    return (*sorted(running, key=lambda row: (row.renews_on or date.max, row.started_on, row.id)), *over)


def find_contract(session: Session, contract_id: int, today: date) -> ContractRow | None:
    return next(iter(_rows(session, today, Contract.id == contract_id, with_course=True)), None)


def contract_rows(session: Session, today: date, view: ContractView) -> tuple[ContractRow, ...]:
    """All contracts of customers who are here. What is due or runs by the day of renewal, those without one last; what is over, the
    newest first."""
    if view is ContractView.ENDED:
        over = _rows(session, today, and_(Contract.ended_on.is_not(None), Contract.ended_on <= today), is_here())
        return tuple(sorted(over, key=lambda row: (row.ended_on or today, row.id), reverse=True))
    if view is ContractView.RUNNING:
        found = _rows(session, today, _runs(today), is_here())
        return tuple(sorted(found, key=lambda row: (row.renews_on or date.max, row.started_on, row.id)))
    return due_contracts(session, today, DUE_DAYS[view])


def view_counts(session: Session, today: date) -> dict[ContractView, int]:
    """How many there are in each list."""

    def count(*where: ColumnElement[bool]) -> int:
        joined = select(func.count()).select_from(Contract).join(Customer, Customer.id == Contract.customer_id)
        return session.scalar(joined.where(is_here(), *where)) or 0

    counts = {view: count(_due(today, days)) for view, days in DUE_DAYS.items()}
    counts[ContractView.RUNNING] = count(_runs(today))
    counts[ContractView.ENDED] = count(Contract.ended_on.is_not(None), Contract.ended_on <= today)
    return counts


def due_contracts(session: Session, today: date, days: int = DUE_WITHIN) -> tuple[ContractRow, ...]:
    """To be renewed, or running out, within so many days (the last one included) or overdue; of customers who are here. The first to
    come first."""
    found = _rows(session, today, _due(today, days), is_here())
    return tuple(sorted(found, key=lambda row: (row.renews_on or date.max, row.id)))


def reasons_used(session: Session) -> tuple[str, ...]:
    """Why contracts were ended before, the commonest first."""
    query = select(Contract.reason).where(Contract.reason != "").group_by(Contract.reason).order_by(func.count().desc(), Contract.reason)
    return tuple(session.scalars(query.limit(_MOST_REASONS)))


def plans_used(session: Session) -> tuple[str, ...]:
    """What contracts are called, the commonest first."""
    query = select(Contract.plan).group_by(Contract.plan).order_by(func.count().desc(), Contract.plan)
    return tuple(session.scalars(query.limit(_MOST_REASONS)))


def contract_figures(session: Session, as_of: date) -> ContractFigures:
    """Of all contracts but jobs, whoever has them. Renewal: of those active twelve months before `as_of`, the share that still is."""
    if changed_in(session):
        return _figures(session, as_of)
    return cache_of(session).get(f"contract figures {as_of}", frozenset({Entity.CONTRACT}), lambda: _figures(session, as_of))


def kept_customers(session: Session, start: date, end: date) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """By contract that ran on `start` whose it is; and of those that still ran on `end`."""
    began = [(span, whose) for span, whose in _whose(session) if is_active_on(start, span[0], span[1])]
    stayed = [whose for span, whose in began if is_active_on(end, span[0], span[1])]
    return np.array([whose for _, whose in began], dtype=np.int64), np.array(stayed, dtype=np.int64)


def contract_people(session: Session, spec: ContractPeople) -> NDArray[np.int64]:
    began = [(span, whose) for span, whose in _whose(session) if is_active_on(spec.start, span[0], span[1])]
    found = {whose for span, whose in began if is_active_on(spec.end, span[0], span[1]) is spec.stayed}
    return np.array(sorted(found), dtype=np.int64)


def ended_after(session: Session, spec: ContractsEndedAfter) -> NDArray[np.int64]:
    ended = Seen(spec.month, has_ended=True)
    found = {whose for span, whose in _whose(session) if seen_until(spec.as_of, span[0], span[1]) == ended}
    return np.array(sorted(found), dtype=np.int64)


def _figures(session: Session, as_of: date) -> ContractFigures:
    spans = [span for span in _spans(session) if span[0] <= as_of]
    seen = [one for one in (seen_until(as_of, start, end) for start, end, _ in spans) if one is not None]
    at_start, stayed = _kept(spans, add_months(as_of, -RATE_MONTHS), as_of)
    curve = kaplan_meier(seen)
    return ContractFigures(
        as_of,
        len(spans),
        sum(is_active_on(as_of, start, end) for start, end, _ in spans),
        rate_of(stayed, at_start),
        rate_of(at_start - stayed, at_start),
        curve,
        project(curve, _usual_term(spans)),
    )


_Span = tuple[date, date | None, int | None]


def _spans(session: Session) -> list[_Span]:
    return [span for span, _ in _whose(session)]


def _whose(session: Session) -> list[tuple[_Span, int]]:
    """All contracts but jobs, each with its customer."""
    columns = (Contract.started_on, Contract.ended_on, Contract.term_months, Contract.customer_id)
    query = select(*columns).where(Contract.kind == ContractKind.PLAN)
    return [((start, end, term), whose) for start, end, term, whose in session.execute(query)]


def _kept(spans: Iterable[_Span], start: date, end: date) -> tuple[int, int]:
    began = [span for span in spans if is_active_on(start, span[0], span[1])]
    return len(began), sum(is_active_on(end, span[0], span[1]) for span in began)


def _usual_term(spans: Sequence[_Span]) -> int:
    """Months from one chance of ending to the next: the term most contracts have, a month where they have none."""
    terms = Counter(term for _, _, term in spans)
    return min(terms, key=lambda term: (-terms[term], term or 0), default=None) or 1


def _runs(today: date) -> ColumnElement[bool]:
    return or_(Contract.ended_on.is_(None), Contract.ended_on > today)


def _due(today: date, days: int) -> ColumnElement[bool]:
    last = today + timedelta(days=days)
    return and_(_runs(today), _goes_on(), Contract.renews_on.is_not(None), Contract.renews_on <= last)


def _goes_on() -> ColumnElement[bool]:
    """One that is known to end before is not to be renewed."""
    return or_(Contract.ended_on.is_(None), Contract.ended_on > Contract.renews_on)


def _rows(session: Session, today: date, *where: ColumnElement[bool], with_course: bool = False) -> list[ContractRow]:
    query = (
        select(Contract, Customer.name, Product.name, Staff.name)
        .join(Customer, Customer.id == Contract.customer_id)
        .outerjoin(Product, Product.id == Contract.product_id)
        .outerjoin(Staff, Staff.id == Contract.staff_id)
        .where(*where)
        .order_by(Contract.id)
    )
    found: list[Any] = list(session.execute(query))
    courses = _courses(session, [row[0].id for row in found])
    return [
        _row(contract, customer, product or "", staff or "", courses[contract.id], today, with_course=with_course)
        for contract, customer, product, staff in found
    ]


def _courses(session: Session, ids: Sequence[int]) -> dict[int, list[CourseRow]]:
    courses: dict[int, list[CourseRow]] = defaultdict(list)
    step = ContractEvent
    for begin in range(0, len(ids), _PORTION):
        query = select(step.contract_id, step.kind, step.day, step.price, step.text).where(
            step.contract_id.in_(ids[begin : begin + _PORTION])
        )
        for contract, kind, day, price, text in session.execute(query.order_by(step.day, step.id)):
            courses[contract].append(CourseRow(kind, day, price, text))
    return courses


def _row(
    contract: Contract, customer: str, product: str, staff: str, course: Sequence[CourseRow], today: date, *, with_course: bool
) -> ContractRow:
    c = contract
    priced = [step for step in course if step.price is not None]
    until_now = [step for step in priced if step.day <= today]
    coming = next((step for step in priced if step.day > today and step.day > c.started_on), None)
    state = state_on(today, c.kind, c.started_on, c.ended_on, c.paused_from, c.paused_until)
    is_renewed = c.renews_on is not None and (c.ended_on is None or c.ended_on > c.renews_on)
    return ContractRow(
        id=c.id,
        customer_id=c.customer_id,
        customer=customer,
        kind=c.kind,
        state=state,
        plan=c.plan,
        product=product,
        product_id=c.product_id,
        staff=staff,
        staff_id=c.staff_id,
        started_on=c.started_on,
        ended_on=c.ended_on,
        term_months=c.term_months,
        renews_on=c.renews_on,
        days_left=(c.renews_on - today).days if c.renews_on is not None and is_renewed else None,
        price=until_now[-1].price if until_now else c.price,
        price_every=c.price_every,
        next_price=None if coming is None else coming.price,
        next_price_from=None if coming is None else coming.day,
        paused_from=c.paused_from,
        paused_until=c.paused_until,
        reason=c.reason,
        note=c.note,
        course=tuple(course) if with_course else (),
    )
