"""The daily run: every rule makes its follow-ups, once for each occasion, and what has become needless is closed.

The ledger of what was made (RuleOccasion) stays when a follow-up is moved, done or deleted. Nothing of this is an act of the user: it is
derived from what is on record, as often as one likes, so there is nothing to undo.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple, cast

import numpy as np
from sqlalchemy import Table, Text, insert, select, type_coerce, update
from sqlalchemy.orm import Session

from app.domain.care import CATCH_UP_DAYS, Occasion, RuleFields, RuleKind, RunOutcome
from app.domain.follow_ups import FollowUpSource, Outcome
from app.domain.periods import day_number
from app.models.bulk import next_id
from app.models.care import CareRule, RuleOccasion
from app.models.care_finders import CareWorld, Found, Span, find
from app.models.care_finders.columns import places_of
from app.models.care_finders.holding import Made, needless
from app.models.care_ledger import made_before
from app.models.care_rows import fields_of_rule
from app.models.counter import FollowUp
from app.models.purchase import Purchase, PurchaseLine
from app.models.shop import Staff
from app.services.care_rules import ensure_rules
from app.services.care_world import care_world

_AT_ONCE = 500
_MOST_NAMED = 2
_WITH_BOUGHT = (RuleKind.FIRST_VISIT, RuleKind.AFTER_VISIT)


class _Rule(NamedTuple):
    id: int
    fields: RuleFields
    since: date


def run_day(session: Session, *, now: datetime, today: date) -> RunOutcome:
    """What has become needless is closed; then each rule that is on makes what fell due up to today and was not made yet, also of days
    that were missed. Safe at any time, any number of times, from several processes."""
    ensure_rules(session, now=now, today=today)
    world = care_world(session, today)
    closed = _close(session, world, now)
    made = existing = 0
    for rule in _rules_on(session):
        found = _due(world, rule)
        before = made_before(session, rule.id, found.customer)
        keys = [(int(found.customer[i]), found.key(i)) for i in range(len(found))]
        fresh = [found.occasion(i) for i, key in enumerate(keys) if key not in before]
        again = {before[key]: i for i, key in enumerate(keys) if key in before}
        _make(session, world, rule, fresh, now)
        _open_again(session, rule, found, again, today)
        made, existing = made + len(fresh), existing + len(again)
    return RunOutcome(made, closed, existing)


def _rules_on(session: Session) -> list[_Rule]:
    rows = session.scalars(select(CareRule).where(CareRule.is_on.is_(True), CareRule.since.is_not(None)).order_by(CareRule.position))
    return [_Rule(row.id, fields_of_rule(row), row.since) for row in rows if row.since is not None]


def _due(world: CareWorld, rule: _Rule) -> Found:
    since = day_number(rule.since)
    start = max(since, world.day - CATCH_UP_DAYS)
    return find(world, rule.fields, Span(start, world.day + 1, since))


def _make(session: Session, world: CareWorld, rule: _Rule, fresh: Sequence[Occasion], now: datetime) -> None:
    if not fresh:
        return
    staff = _staff_of(session, world, rule.fields, fresh)
    bought = _bought(session, fresh) if rule.fields.kind in _WITH_BOUGHT else {}
    number = next_id(session, cast("Table", FollowUp.__table__))
    follow_ups, ledger = [], []
    for place, occasion in enumerate(fresh):
        reason: dict[str, Any] = {"rule": rule.fields.kind.value, **occasion.reason}
        names = bought.get((occasion.customer_id, reason.get("day", "")))
        if names:
            reason["bought"] = names
        deadline = reason.pop("deadline", None)
        follow_ups.append(
            {
                "id": number + place,
                "customer_id": occasion.customer_id,
                "due": occasion.due,
                "kind": rule.fields.follow_up_kind,
                "source": FollowUpSource.RULE,
                "note": rule.fields.words,
                "staff_id": staff[place],
                "deadline": None if deadline is None else date.fromisoformat(deadline),
                "rule_id": rule.id,
                "occasion": occasion.key,
                "reason": reason,
                "about_id": occasion.about_id,
                "template": rule.fields.template,
                "created_at": now,
            }
        )
        ledger.append(
            {
                "rule_id": rule.id,
                "customer_id": occasion.customer_id,
                "occasion": occasion.key,
                "follow_up_id": number + place,
                "due": occasion.due,
                "made_at": now,
            }
        )
    session.execute(insert(FollowUp), follow_ups)
    session.execute(insert(RuleOccasion), ledger)


def _open_again(session: Session, rule: _Rule, found: Found, again: dict[int | None, int], today: date) -> None:
    """What the program had closed of occasions that are there once more, as after undoing a visit."""
    one = FollowUp
    closed = select(one).where(
        one.rule_id == rule.id,
        one.done_on >= today - timedelta(days=CATCH_UP_DAYS + 1),
        one.outcome.in_((Outcome.NEEDLESS, Outcome.WITHDRAWN)),
    )
    for row in session.scalars(closed).all():
        if row.id in again:
            occasion = found.occasion(again[row.id])
            row.outcome = row.done_on = row.done_at = None
            if row.reason.get("day") != occasion.reason.get("day"):
                row.due = occasion.due
                row.reason = {"rule": rule.fields.kind.value, **occasion.reason}
    session.flush()


def _close(session: Session, world: CareWorld, now: datetime) -> int:
    one = FollowUp
    columns = (one.id, one.customer_id, one.occasion, type_coerce(one.reason, Text))
    query = select(*columns).where(one.source == FollowUpSource.RULE, one.done_on.is_(None))
    made = [Made(*row) for row in session.execute(query)]
    verdicts = needless(world, made) if made else {}
    for outcome in set(verdicts.values()):
        ids = [number for number, verdict in verdicts.items() if verdict is outcome]
        for begin in range(0, len(ids), _AT_ONCE):
            part = one.id.in_(ids[begin : begin + _AT_ONCE])
            session.execute(update(one).where(part).values(outcome=outcome, done_on=world.today, done_at=now))
    return len(verdicts)


def _staff_of(session: Session, world: CareWorld, rule: RuleFields, fresh: Sequence[Occasion]) -> list[int | None]:
    """Whom the rule names, else who looks after the customer; nobody who has left."""
    active = set(session.scalars(select(Staff.id).where(Staff.is_active.is_(True))))
    if rule.staff_id in active:
        return [rule.staff_id] * len(fresh)
    people = world.people
    places = places_of(people.customer, np.array([occasion.customer_id for occasion in fresh], dtype=np.int64))
    own = people.staff[places].tolist()
    return [number if number in active else None for number in own]


def _bought(session: Session, fresh: Sequence[Occasion]) -> dict[tuple[int, str], list[str]]:
    """What was bought on the day of the visit, as its lines call it: the first things of each."""
    found: dict[tuple[int, str], list[str]] = {}
    wanted = {(occasion.customer_id, occasion.reason["day"]) for occasion in fresh}
    ids = sorted({number for number, _ in wanted})
    days = sorted({date.fromisoformat(day) for _, day in wanted})
    query = (
        select(Purchase.customer_id, Purchase.day, PurchaseLine.product)
        .join(PurchaseLine, PurchaseLine.purchase_id == Purchase.id)
        .where(Purchase.net > 0, PurchaseLine.product != "", Purchase.day.between(days[0], days[-1]))
        .order_by(Purchase.id, PurchaseLine.position)
    )
    for begin in range(0, len(ids), _AT_ONCE):
        for customer, day, product in session.execute(query.where(Purchase.customer_id.in_(ids[begin : begin + _AT_ONCE]))):
            names = found.setdefault((customer or 0, day.isoformat()), [])
            if product not in names and len(names) < _MOST_NAMED:
                names.append(product)
    return {key: names for key, names in found.items() if key in wanted}
