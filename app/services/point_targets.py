"""What the ledger of points should say of purchases and of acts, as they are recorded now."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from sqlalchemy import Table, func, select
from sqlalchemy.orm import Session

from app.domain.ledger import Source
from app.domain.periods import add_months, month_end
from app.domain.points import (
    NOTHING_EARNED,
    EarnBasis,
    EntryKind,
    Expiry,
    ExpiryKind,
    PointActKind,
    PointLine,
    RuleFields,
    earned_by,
    used_after_refund,
)
from app.models.base import day_number
from app.models.point_rows import read_rules
from app.models.points import PointAct
from app.models.purchase import Purchase, PurchaseLine

PART = 500
_ACT_KINDS: Mapping[PointActKind, tuple[EntryKind, EntryKind]] = {
    PointActKind.ADJUST: (EntryKind.ADJUST, EntryKind.ADJUST),
    PointActKind.OPENING: (EntryKind.OPENING, EntryKind.ADJUST),
    PointActKind.REWARD: (EntryKind.EARN, EntryKind.REDEEM),
    PointActKind.REFERRAL: (EntryKind.EARN, EntryKind.ADJUST),
    PointActKind.SURVEY: (EntryKind.EARN, EntryKind.ADJUST),
}


@dataclass(frozen=True, slots=True)
class Step:
    """What the source has earned and used in all from a day on."""

    day: int
    earned: int
    used: int


@dataclass(frozen=True, slots=True)
class Target:
    """What the ledger should say of a source. `customer_id` None: nothing. `visitor_id`: whose visit it was, whatever it earned."""

    source: Source
    customer_id: int | None
    day: int = 0
    expires: int | None = None
    visit_months: int | None = None
    to_month_end: bool = False
    steps: tuple[Step, ...] = ()
    earns_as: EntryKind = EntryKind.EARN
    uses_as: EntryKind = EntryKind.REDEEM
    visitor_id: int | None = None

    @property
    def last(self) -> Step:
        return self.steps[-1] if self.steps else Step(self.day, 0, 0)


def purchase_targets(session: Session, ids: Sequence[int]) -> Iterator[Target]:
    """One for each purchase; a refund is told by what it takes back, a purchase that is gone by an empty one."""
    table = _table(Purchase).c
    columns = (table.id, table.customer_id, table.day, table.amount, table.receipt, table.refund_of_id, table.rule_id, table.points_basis,
               table.points_used)  # fmt: skip
    rows: dict[int, Any] = {}
    for part in parts(ids):
        rows.update({row.id: row for row in session.execute(select(*columns).where(table.id.in_(part)))})
    originals = sorted({row.refund_of_id for row in rows.values() if row.refund_of_id is not None} - rows.keys())
    for part in parts(originals):
        rows.update({row.id: row for row in session.execute(select(*columns).where(table.id.in_(part)))})
    refunds: dict[int, list[Any]] = {}
    for part in parts(list(rows)):
        for row in session.execute(select(*columns).where(table.refund_of_id.in_(part)).order_by(table.day, table.id)):
            refunds.setdefault(row.refund_of_id, []).append(row)
    ruled = [row.id for row in rows.values() if row.refund_of_id is None and row.rule_id is not None]
    lines = point_lines(session, [*ruled, *(one.id for number in ruled for one in refunds.get(number, ()))])
    rules = _rules(session)
    for number in ids:
        if number not in rows:
            yield Target(Source(purchase_id=number), None)
    for row in rows.values():
        if row.refund_of_id is None:
            yield _purchase_target(row, refunds.get(row.id, ()), lines, rules)


def _purchase_target(row: Any, refunds: Sequence[Any], lines: Mapping[int, list[PointLine]], rules: Mapping[int, RuleFields]) -> Target:
    # A purchase that earned nothing does not keep its rule from being undone while it is deleted.
    rule = rules.get(row.rule_id)
    if row.customer_id is None or rule is None:
        return Target(Source(purchase_id=row.id, receipt=row.receipt), None, visitor_id=row.customer_id)
    basis = EarnBasis.from_json(row.points_basis or {})
    left, here = row.amount, list(lines.get(row.id, ()))
    earned = earned_by(rule, basis, here, row.points_used)
    figures = {"base": earned.base, "steps": earned.steps, **basis.as_json()}
    source = Source(
        purchase_id=row.id, receipt=row.receipt, rule_id=row.rule_id, basis=json.dumps(figures, ensure_ascii=False, sort_keys=True)
    )
    steps = [Step(day_number(row.day), earned.points, row.points_used)]
    for refund in refunds:
        left += refund.amount
        here += lines.get(refund.id, ())
        used = used_after_refund(row.points_used, rule.point_value, left)
        earned = earned_by(rule, basis, here, used) if left > 0 else NOTHING_EARNED
        steps.append(Step(day_number(refund.day), min(earned.points, steps[-1].earned), used))
    last_day = rule.expiry.last_day(row.day)
    moves = rule.expiry.kind is ExpiryKind.AFTER_VISIT
    return Target(
        source,
        row.customer_id,
        day_number(row.day),
        None if last_day is None else day_number(last_day),
        rule.expiry.months if moves else None,
        moves and rule.expiry.to_month_end,
        tuple(steps),
    )


def act_targets(session: Session, ids: Sequence[int]) -> Iterator[Target]:
    """One for each act; an empty one for an act that is gone."""
    acts: dict[int, PointAct] = {}
    for part in parts(ids):
        acts.update({act.id: act for act in session.scalars(select(PointAct).where(PointAct.id.in_(part)))})
    rules = _rules(session) if any(act.rule_id is not None for act in acts.values()) else {}
    for number in ids:
        act = acts.get(number)
        if act is None:
            yield Target(Source(act_id=number), None)
            continue
        expiry = rules[act.rule_id].expiry if act.rule_id is not None else Expiry()
        moves = expiry.kind is ExpiryKind.AFTER_VISIT and act.expires is not None
        earns_as, uses_as = _ACT_KINDS[act.kind]
        day = day_number(act.day)
        yield Target(
            Source(act_id=number, reason=act.reason, rule_id=act.rule_id),
            act.customer_id,
            day,
            None if act.expires is None else day_number(act.expires),
            expiry.months if moves else None,
            moves and expiry.to_month_end,
            steps=(Step(day, max(0, act.points), max(0, -act.points)),),
            earns_as=earns_as,
            uses_as=uses_as,
        )


def _rules(session: Session) -> dict[int, RuleFields]:
    return {row.id: row.fields for row in read_rules(session)}


def point_lines(session: Session, purchase_ids: Sequence[int]) -> dict[int, list[PointLine]]:
    """The lines of receipts as the rule wants them, those of one kind together."""
    line = _table(PurchaseLine).c
    found: dict[int, list[PointLine]] = {}
    for part in parts(purchase_ids):
        query = select(line.purchase_id, line.earns_points, line.tax_rate, func.sum(line.amount)).where(line.purchase_id.in_(part))
        for number, earns, rate, amount in session.execute(query.group_by(line.purchase_id, line.earns_points, line.tax_rate)):
            found.setdefault(number, []).append(PointLine(amount, rate, bool(earns)))
    return found


def after_visit(last: date, months: int, *, to_month_end: bool) -> date:
    """The last day of points that last some months after a visit."""
    day = add_months(last, months)
    return month_end(day) if to_month_end else day


def parts(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    """So many at a time as one statement takes."""
    for start in range(0, len(numbers), PART):
        yield numbers[start : start + PART]


def _table(model: Any) -> Table:
    return cast("Table", model.__table__)
