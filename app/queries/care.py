"""The rules with what they make in a month, and what is coming."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.domain.care import CareSettings, RuleFields, RuleKind
from app.domain.care_view import Foreseen, RulePreview, RuleRow
from app.domain.customers import CustomerKind
from app.domain.follow_ups import FollowUpSource, Outcome
from app.domain.periods import day_number, day_of
from app.models.care import CareRule, Guide
from app.models.care_finders import CareWorld, Found, Span, find
from app.models.care_finders.columns import Ints, values_at
from app.models.care_rows import fields_of_rule
from app.models.counter import FollowUp
from app.models.customer import Customer
from app.models.shop import Shop, Staff
from app.queries.care_made import not_made_yet
from app.queries.care_world import care_world

_AT_ONCE = 500


def care_settings(session: Session) -> CareSettings:
    return CareSettings.from_json(session.scalar(select(Shop.care)))


def guides(session: Session) -> dict[str, tuple[str, ...]]:
    """The steps the owner wrote, by topic."""
    return {topic: tuple(steps) for topic, steps in session.execute(select(Guide.topic, Guide.steps))}


def rules(session: Session) -> tuple[RuleRow, ...]:
    """In their order, without what they make."""
    query = select(CareRule, Staff.name).outerjoin(Staff, Staff.id == CareRule.staff_id).order_by(CareRule.position, CareRule.id)
    return tuple(RuleRow(row.id, fields_of_rule(row), name or "", row.since) for row, name in session.execute(query))


def rule_rows(session: Session, today: date, *, but: Collection[RuleKind] = ()) -> tuple[RuleRow, ...]:
    """In their order, each with what it makes in the month of today; those of the kinds in `but` are not counted, nor with the others."""
    world, found, cap = care_world(session, today), rules(session), care_settings(session).cap
    month = _month(today)
    _look_back(world, (row.fields for row in found), month)
    counts = {row.id: _per_day(world, row.fields, month) for row in found if row.fields.kind not in but}
    all_on = sum((counts[row.id] for row in found if row.fields.is_on and row.id in counts), start=_planned(session, month))
    return tuple(
        replace(row, preview=_previewed(counts[row.id], all_on, cap, is_in=row.fields.is_on)) if row.id in counts else row for row in found
    )


def preview(session: Session, fields: RuleFields, today: date, *, rule_id: int | None = None) -> RulePreview:
    """What a rule would make in the month of today. `rule_id`: in place of this one."""
    world, month = care_world(session, today), _month(today)
    every = rules(session)
    others = [row for row in every if row.fields.is_on and row.id != rule_id]
    _look_back(world, (fields, *(row.fields for row in every)), month)
    rest = sum((_per_day(world, row.fields, month) for row in others), start=_planned(session, month))
    return _previewed(_per_day(world, fields, month), rest, care_settings(session).cap, is_in=False)


def coming(session: Session, start: date, end: date, today: date) -> dict[date, tuple[Foreseen, ...]]:
    """What the rules that are on will make on the days of [start, end) after today, as things stand, by day and then by customer."""
    world = care_world(session, today)
    by_day: dict[date, list[Foreseen]] = {}
    for row, found in _foreseen(world, start, end):
        names = _names(session, found.customer)
        staff = _staff_names(session, world, row, found.customer)
        for i in range(len(found)):
            one = found.occasion(i)
            name, is_company = names[one.customer_id]
            reason = {"rule": row.fields.kind.value, **one.reason}
            foreseen = Foreseen(one.customer_id, name, is_company, one.due, row.fields.follow_up_kind, staff[i], row.id, row.fields.kind,
                                row.fields.words, reason)  # fmt: skip
            by_day.setdefault(one.due, []).append(foreseen)
    return {day: tuple(sorted(by_day[day], key=lambda one: (one.customer_name, one.customer_id))) for day in sorted(by_day)}


def coming_counts(session: Session, start: date, end: date, today: date) -> dict[date, int]:
    """How many of `coming` on each day that has any."""
    counts: Counter[int] = Counter()
    for _, found in _foreseen(care_world(session, today), start, end):
        counts.update(found.due.tolist())
    return {day_of(number): counts[number] for number in sorted(counts)}


def _foreseen(world: CareWorld, start: date, end: date) -> Iterator[tuple[RuleRow, Found]]:
    """By rule that is on, what it has not made yet."""
    first = max(day_number(start), world.day + 1)
    if first >= day_number(end):
        return
    for row in rules(world.session):
        if not row.fields.is_on or row.since is None:
            continue
        since = day_number(row.since)
        yield row, not_made_yet(world, row, find(world, row.fields, Span(max(first, since), day_number(end), since)))


def _month(today: date) -> tuple[int, int]:
    first = today.replace(day=1)
    return day_number(first), day_number((first + timedelta(days=31)).replace(day=1))


def _look_back(world: CareWorld, every: Iterable[RuleFields], month: tuple[int, int]) -> None:
    """As far as any of them does: visits are read once for all."""
    ago = max((int(fields.number) for fields in every if fields.kind is RuleKind.AFTER_VISIT), default=None)
    if ago is not None:
        world.visits_since(month[0] - ago)


def _per_day(world: CareWorld, fields: RuleFields, month: tuple[int, int]) -> Ints:
    """How many follow-ups fall due on each day of the month."""
    start, end = month
    found = find(world, fields, Span(start, end, as_was=True))
    return np.bincount(found.due - start, minlength=end - start).astype(np.int64)


def _planned(session: Session, month: tuple[int, int]) -> Ints:
    """Of each day of the month what no rule made."""
    start, end = month
    one = FollowUp
    by_people = or_(one.outcome.is_(None), one.outcome.in_((Outcome.DONE, Outcome.NOT_NEEDED)))
    query = select(one.due, func.count()).where(one.source != FollowUpSource.RULE, by_people)
    counts = np.zeros(end - start, dtype=np.int64)
    for day, count in session.execute(query.where(one.due >= day_of(start), one.due < day_of(end)).group_by(one.due)):
        counts[day_number(day) - start] = count
    return counts


def _previewed(own: Ints, others: Ints, cap: int, *, is_in: bool) -> RulePreview:
    """`is_in`: the others are with it."""
    together = others if is_in else others + own
    return RulePreview(int(own.sum()), int((together > cap).sum()))


def _names(session: Session, customers: Ints) -> Mapping[int, tuple[str, bool]]:
    ids = sorted(set(customers.tolist()))
    found = {}
    for begin in range(0, len(ids), _AT_ONCE):
        part = Customer.id.in_(ids[begin : begin + _AT_ONCE])
        for number, name, kind in session.execute(select(Customer.id, Customer.name, Customer.kind).where(part)):
            found[number] = (name, kind is CustomerKind.COMPANY)
    return found


def _staff_names(session: Session, world: CareWorld, row: RuleRow, customers: Ints) -> Sequence[str]:
    """Who will do it: whom the rule names, else who looks after the customer."""
    active = {number: name for number, name in session.execute(select(Staff.id, Staff.name).where(Staff.is_active.is_(True)))}
    if row.fields.staff_id in active:
        return [active[row.fields.staff_id]] * len(customers)
    return [active.get(number, "") for number in values_at(world.people.customer, world.people.staff, customers, 0).tolist()]
