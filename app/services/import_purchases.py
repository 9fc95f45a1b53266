"""Storing a sales list: receipts with lines, each with its customer where one can be told, all accepted rows or none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.entities import Entity
from app.domain.imports import ImportKind, ImportSource, SalesOutlook
from app.domain.points import RuleRow
from app.domain.products import ProductBook
from app.domain.progress import NO_PROGRESS, Progress
from app.exchange.problems import RowError, RowReason, RowWarning
from app.exchange.purchases import CustomerKey, PurchaseDraft, PurchaseReading
from app.models.base import day_number
from app.models.bulk import insert_rows, next_id
from app.models.changes import mark_changed
from app.models.points import NO_POINTS, PointLot
from app.models.product_book import product_book
from app.models.purchase import Purchase, PurchaseLine
from app.models.records import ImportBatch
from app.models.shop import Shop, Staff
from app.services import summaries
from app.services.earning import Earning
from app.services.import_customers import ImportOutcome, close_batch, new_batch
from app.services.ledger import follow_purchases
from app.services.named_people import NamedPeople

PROGRESS_STEP = 1000
TOUCH_AT_MOST = 200
NAMES_SHOWN = 100
_BASIS_POINTS = 10_000
_LAST_MINUTE = 1000 * (23 * 3600 + 59 * 60)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PURCHASE_COLUMNS = (
    "id", "customer_id", "receipt", "at", "has_time", "day", "amount", "net", "line_count", "staff_id", "payment", "note",
    "refund_of_id", "import_id", "rule_id", "points_basis", "points_used",
)  # fmt: skip
_LINE_COLUMNS = (
    "purchase_id", "position", "product", "product_code", "product_group", "quantity", "unit_price", "discount", "amount",
    "tax_rate", "staff_id", "earns_points",
)  # fmt: skip


def store_purchases(
    session: Session,
    reading: PurchaseReading,
    *,
    create_customers: bool,
    source: ImportSource,
    now: datetime,
    today: date,
    progress: Progress = NO_PROGRESS,
) -> ImportOutcome:
    """Write the receipts in this transaction. A customer is found by number, else phone, else a name that only one has;
    an unknown one is created, or the rows are refused. A receipt recorded already is refused."""
    outcome = ImportOutcome(refused=list(reading.refused), warnings=list(reading.warnings))
    batch = new_batch(session, ImportKind.PURCHASES, source, now)
    people = NamedPeople(session, create_customers)
    known = _known_receipts(session)
    staff = _StaffIds(session)
    first_id = next_id(session, Purchase.__table__)  # type: ignore[arg-type]
    accepted: list[_Accepted] = []
    by_receipt: dict[str, int] = {}
    for number, draft in enumerate(reading.drafts):
        if number % PROGRESS_STEP == 0:
            progress.advance(number, 3 * len(reading.drafts))
        purchase = _accept(draft, people, known, outcome)
        if purchase is not None:
            purchase.id = first_id + len(accepted)
            accepted.append(purchase)
            # A cancellation may carry the number of what it takes back.
            if draft.fields.receipt and draft.fields.amount > 0:
                by_receipt.setdefault(draft.fields.receipt, purchase.id)
    people.write(outcome, batch, now)
    _link_refunds(session, accepted, by_receipt, outcome)
    has_rules = _apply_rules(session, accepted)
    _write(session, batch, accepted, staff, progress, len(reading.drafts))
    outcome.accepted = sum(len(p.draft.rows) for p in accepted)
    outcome.without_customer = sum(len(p.draft.rows) for p in accepted if p.customer_id is None)
    outcome.refused.sort(key=lambda error: error.row)
    outcome.warnings.sort(key=lambda warning: warning.row)
    if accepted:
        mark_changed(session, Entity.PURCHASE, Entity.CUSTOMER)
        _settle(session, accepted, today, progress)
        if has_rules:
            _follow(session, accepted, outcome, now=now, today=today, progress=progress)
    close_batch(session, batch, outcome)
    return outcome


def outlook(session: Session, reading: PurchaseReading) -> SalesOutlook:
    """What storing would find out about customers and receipts; nothing is written."""
    people = NamedPeople(session, create=False)
    known = _known_receipts(session)
    unknown: dict[CustomerKey, None] = {}
    rows = {RowReason.CUSTOMER_UNKNOWN: 0, RowReason.CUSTOMER_AMBIGUOUS: 0, RowReason.ALREADY_THERE: 0}
    refunds = 0
    for draft in reading.drafts:
        fields, key = draft.fields, draft.customer
        amount = fields.amount
        if _is_known(draft, amount, known):
            rows[RowReason.ALREADY_THERE] += len(draft.rows)
            continue
        refunds += amount < 0
        if key.is_empty:
            continue
        customer_id, problem = people.find(key)
        if customer_id is None:
            rows[problem] += len(draft.rows)
            if problem is RowReason.CUSTOMER_UNKNOWN:
                unknown[key] = None
    names = tuple(key.name or key.code or key.phone for key, _ in zip(unknown, range(NAMES_SHOWN), strict=False))
    return SalesOutlook(
        len(unknown), rows[RowReason.CUSTOMER_UNKNOWN], rows[RowReason.CUSTOMER_AMBIGUOUS], rows[RowReason.ALREADY_THERE], refunds, names
    )


@dataclass(slots=True)
class _Accepted:
    draft: PurchaseDraft
    customer_id: int | None
    amount: int
    id: int = 0
    refund_of_id: int | None = None
    rule_id: int | None = None
    basis: str | None = None

    @property
    def is_sale(self) -> bool:
        return self.refund_of_id is None and self.amount > 0


def _accept(draft: PurchaseDraft, people: NamedPeople, known: set[tuple[str, int, int]], outcome: ImportOutcome) -> _Accepted | None:
    fields, key, amount = draft.fields, draft.customer, draft.fields.amount
    if _is_known(draft, amount, known):
        _refuse(draft, RowReason.ALREADY_THERE, "receipt", fields.receipt, outcome)
        return None
    if key.is_empty:
        return _Accepted(draft, None, amount)
    customer_id, problem = people.find(key)
    if customer_id is None:
        asked = "customer_code" if key.code else "customer_name" if key.name else "phone"
        _refuse(draft, problem, asked, key.code or key.name or key.phone, outcome)
        return None
    return _Accepted(draft, customer_id, amount)


def _is_known(draft: PurchaseDraft, amount: int, known: set[tuple[str, int, int]]) -> bool:
    fields = draft.fields
    return bool(fields.receipt) and bool(known) and (fields.receipt, day_number(fields.day), amount) in known


def _refuse(draft: PurchaseDraft, reason: RowReason, field_name: str, value: str, outcome: ImportOutcome) -> None:
    outcome.refused.extend(RowError(row, reason, field_name, value, draft.customer.name) for row in draft.rows)


class _StaffIds:
    def __init__(self, session: Session) -> None:
        self._session = session
        self._ids: dict[str, int] = {
            name: number for name, number in session.execute(select(Staff.name, Staff.id).order_by(Staff.is_active))
        }

    def of(self, name: str) -> int | None:
        """The staff member, added when the list names someone new."""
        if not name:
            return None
        if name not in self._ids:
            staff = Staff(name=name, role="", is_active=True, position=len(self._ids))
            self._session.add(staff)
            self._session.flush()
            self._ids[name] = staff.id
        return self._ids[name]


def _known_receipts(session: Session) -> set[tuple[str, int, int]]:
    table = Purchase.__table__.c
    rows = session.execute(select(table.receipt, table.day, table.amount).where(table.receipt != ""))
    return {(receipt, day_number(day), amount) for receipt, day, amount in rows}


def _link_refunds(session: Session, accepted: list[_Accepted], by_receipt: dict[str, int], outcome: ImportOutcome) -> None:
    wanted = {p.draft.fields.refund_of for p in accepted if p.draft.fields.refund_of} - by_receipt.keys()
    stored: dict[str, int] = {}
    for receipt in wanted:
        found = session.scalar(select(Purchase.id).where(Purchase.receipt == receipt, Purchase.amount > 0).order_by(Purchase.id.desc()))
        if found is not None:
            stored[receipt] = found
    for purchase in accepted:
        receipt = purchase.draft.fields.refund_of
        if not receipt:
            continue
        purchase.refund_of_id = by_receipt.get(receipt) or stored.get(receipt)
        if purchase.refund_of_id is None:
            outcome.warnings.append(
                RowWarning(purchase.draft.row, RowReason.REFUND_WITHOUT_PURCHASE, "refund_of", receipt, purchase.draft.customer.name)
            )


def _write(session: Session, batch: ImportBatch, accepted: list[_Accepted], staff: _StaffIds, progress: Progress, total: int) -> None:
    clock = _Clock(ZoneInfo(session.scalar(select(Shop.timezone)) or "UTC"))
    # A refund comes after what it takes back, whatever the order of the file.
    ordered = sorted(accepted, key=lambda purchase: purchase.refund_of_id is not None)
    rows = [_purchase_row(purchase, batch.id, staff, clock) for purchase in ordered]
    progress.advance(total, 3 * total)
    insert_rows(session, Purchase.__table__, _PURCHASE_COLUMNS, rows)  # type: ignore[arg-type]
    lines = _line_rows(accepted, staff, product_book(session), progress, total)
    insert_rows(session, PurchaseLine.__table__, _LINE_COLUMNS, lines)  # type: ignore[arg-type]


class _Clock:
    """Local days and times as milliseconds. The midnight of a day without a change of the clocks is worked out once."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone
        self._midnights: dict[date, int | None] = {}

    def milliseconds(self, day: date, at: time | None) -> int:
        if day not in self._midnights:
            first, last = self._instant(day, time(0)), self._instant(day, time(23, 59))
            self._midnights[day] = first if last - first == _LAST_MINUTE else None
        midnight = self._midnights[day]
        if midnight is None or (at is not None and at.microsecond):
            return self._instant(day, at or time(0))
        return midnight if at is None else midnight + 1000 * (at.hour * 3600 + at.minute * 60 + at.second)

    def _instant(self, day: date, at: time) -> int:
        return int((datetime.combine(day, at, self._zone) - _EPOCH).total_seconds() * 1000)


def _purchase_row(purchase: _Accepted, batch_id: int, staff: _StaffIds, clock: _Clock) -> tuple[Any, ...]:
    fields, amount = purchase.draft.fields, purchase.amount
    net = 0 if purchase.refund_of_id is not None else max(amount, 0)
    return (
        purchase.id, purchase.customer_id, fields.receipt, clock.milliseconds(fields.day, fields.time), int(fields.time is not None),
        day_number(fields.day), amount, net, len(fields.lines), staff.of(fields.staff), fields.payment, fields.note,
        purchase.refund_of_id, batch_id, purchase.rule_id, purchase.basis, 0,
    )  # fmt: skip


def _apply_rules(session: Session, accepted: list[_Accepted]) -> bool:
    """Keep with every sale the rule of its day and the figures it earns with; False when the shop gives no points."""
    earning = Earning(session)
    if not earning.rules:
        return False
    known = _seen_before(session) if any(rule.fields.first_visit_points for rule in earning.rules) else set()
    rules: dict[date, RuleRow | None] = {}
    for purchase in sorted((one for one in accepted if one.is_sale), key=lambda one: (one.draft.fields.day, one.id)):
        day, owner = purchase.draft.fields.day, purchase.customer_id
        if day not in rules:
            rules[day] = earning.rule_for(day)
        rule = rules[day]
        if rule is None:
            continue
        purchase.rule_id = rule.id
        if owner is not None:
            is_first = rule.fields.first_visit_points > 0 and owner not in known
            known.add(owner)
            basis = earning.basis(rule.fields, owner, day, is_first=is_first)
            purchase.basis = json.dumps(basis.as_json(), ensure_ascii=False, sort_keys=True)
    return True


def _follow(session: Session, accepted: list[_Accepted], outcome: ImportOutcome, *, now: datetime, today: date, progress: Progress) -> None:
    """Let the ledger follow. What a list says was given back has been given back: a balance that goes below zero by it is named."""
    before = _below_zero(session)
    ids = [purchase.id for purchase in accepted]
    follow_purchases(session, ids, now=now, today=today, allow_negative=True, progress=progress)
    after = _below_zero(session)
    for purchase in accepted:
        balance = after.get(purchase.customer_id or 0, 0)
        if purchase.refund_of_id is not None and balance < before.get(purchase.customer_id or 0, 0):
            who = purchase.draft.customer
            outcome.warnings.append(
                RowWarning(purchase.draft.row, RowReason.POINTS_BELOW_ZERO, "refund_of", str(balance), who.name or who.code)
            )
    outcome.warnings.sort(key=lambda warning: warning.row)


def _below_zero(session: Session) -> dict[int, int]:
    table = PointLot.__table__.c
    sums = select(table.customer_id, func.sum(table.left)).where(table.left < NO_POINTS).group_by(table.customer_id)
    return {customer: points for customer, points in session.execute(sums)}


def _seen_before(session: Session) -> set[int]:
    return {number for number in session.scalars(select(Purchase.customer_id).distinct()) if number is not None}


def _line_rows(accepted: list[_Accepted], staff: _StaffIds, book: ProductBook, progress: Progress, total: int) -> Iterator[tuple[Any, ...]]:
    rates: dict[Decimal | None, int | None] = {None: None}
    for number, purchase in enumerate(accepted):
        if number % PROGRESS_STEP == 0:
            progress.advance(total + number, 3 * total)
        for position, line in enumerate(purchase.draft.fields.lines):
            rate = rates.get(line.tax_rate, -1)
            if rate == -1 and line.tax_rate is not None:
                rate = rates[line.tax_rate] = int(line.tax_rate * _BASIS_POINTS)
            yield (
                purchase.id, position, line.product, line.product_code, line.group, float(line.quantity), line.unit_price,
                line.discount, line.amount, rate, staff.of(line.staff), int(book.earns(line.product_code, line.product, line.group)),
            )  # fmt: skip


def _settle(session: Session, accepted: list[_Accepted], today: date, progress: Progress) -> None:
    customers = {purchase.customer_id for purchase in accepted}
    if len(customers) > TOUCH_AT_MOST or len(accepted) > 10 * TOUCH_AT_MOST:
        summaries.settle_all(session, today, progress)
        return
    summaries.settle(session, customers, {p.id for p in accepted if p.draft.fields.refund_of or p.refund_of_id is not None}, today)
