"""Visits: recording, changing, giving back, deleting. Each is one act that can be undone, with the summary tables in the same
transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.customer_rules import display_name
from app.domain.customers import CustomerFields
from app.domain.follow_ups import FollowUpSource
from app.domain.points import NotEnoughPoints, PointsKeepDay
from app.domain.purchases import LineFields, PurchaseFields
from app.domain.summary import number_of_month
from app.domain.visits import (
    KEEP,
    NO_EXTRAS,
    CustomerGone,
    Keep,
    LessThanRefunded,
    RefundBeforeVisit,
    RefundNotEditable,
    UnknownStaff,
    VisitAfterRefund,
    VisitExtras,
    VisitGone,
    VisitOutcome,
    check_day,
    checked_amount,
    checked_refund,
    next_receipt,
)
from app.models.customer import Customer
from app.models.points import PointLot
from app.models.product_book import product_book
from app.models.purchase import Purchase, PurchaseLine
from app.models.shop import Shop, Staff
from app.services.actions import recorded
from app.services.care_closing import close_needless
from app.services.codes import free_codes, move_codes, move_referrals, note_referral, take_back_referrals, use_code
from app.services.customers import new_customer
from app.services.earning import Earning, apply_rule, apply_rule_again
from app.services.follow_ups import new_follow_up
from app.services.ledger import follow_purchases, points_of
from app.services.needs import finish_bought, open_needs
from app.services.summaries import settle, touch, touch_anonymous

_BASIS_POINTS = Decimal(10_000)


def record_visit(
    session: Session,
    customer_id: int | None,
    fields: PurchaseFields,
    *,
    now: datetime,
    today: date,
    extras: VisitExtras = NO_EXTRAS,
) -> VisitOutcome:
    """A visit with its receipt; `customer_id` None for a sale without a customer.

    A visit of today without a time gets the time of `now`. VisitInFuture, VisitWithoutAmount, AmountTooLarge, CustomerGone, UnknownStaff;
    with points NotEnoughPoints, TooFewPointsToUse, MorePointsThanAmount, PointsNeedCustomer, PointsOff; what a code may be refused for.
    """
    return _recorded_visit(session, customer_id, _name(session, customer_id), fields, extras, now=now, today=today)


def record_first_visit(
    session: Session,
    newcomer: CustomerFields,
    fields: PurchaseFields,
    *,
    now: datetime,
    today: date,
    extras: VisitExtras = NO_EXTRAS,
) -> VisitOutcome:
    """A visit of somebody who was not known yet: the customer and the visit are one act. As `record_visit`; also NameMissing, CodeTaken."""
    return _recorded_visit(session, newcomer, display_name(newcomer), fields, extras, now=now, today=today)


def edit_visit(
    session: Session,
    purchase_id: int,
    fields: PurchaseFields,
    *,
    now: datetime,
    today: date,
    customer_id: int | Keep | None = KEEP,
    allow_negative: bool = False,
) -> VisitOutcome:
    """Replace everything a visit says; `customer_id` moves it to another customer. The rule of the visit's own time stays.

    As `record_visit`; also VisitGone, RefundNotEditable, LessThanRefunded, VisitAfterRefund, PointsKeepDay; PointsUsedAlready unless
    `allow_negative`.
    """
    purchase = _purchase(session, purchase_id)
    if purchase.refund_of_id is not None or purchase.amount < 0:
        raise RefundNotEditable
    check_day(fields.day, today)
    amount = checked_amount(fields.lines)
    refunded = _refunded(session, purchase_id)
    if amount < refunded:
        raise LessThanRefunded(field="amount")
    first_refund = session.scalar(select(func.min(Purchase.day)).where(Purchase.refund_of_id == purchase_id))
    if first_refund is not None and first_refund < fields.day:
        raise VisitAfterRefund(field="day")
    owner = purchase.customer_id if isinstance(customer_id, Keep) else customer_id
    name = _name(session, owner)
    staff = _Staff(session)
    owners, days = {purchase.customer_id, owner}, {purchase.day, fields.day}
    is_moved_alone = owners == {owner} and fields.day != purchase.day and fields.points_used <= purchase.points_used
    earning = Earning(session, [number for number in owners if number is not None])
    with recorded(session, ActionKind.EDIT_VISIT, now=now, name=name, amount=amount, day=fields.day.isoformat()) as act:
        kept_time = fields if fields.time is not None or purchase.has_time is False else _with_time_of(session, purchase, fields)
        apply_rule_again(session, earning, purchase, owner, fields)
        purchase.customer_id = owner
        purchase.receipt = fields.receipt.strip() or purchase.receipt
        purchase.amount, purchase.net = amount, amount - refunded
        purchase.line_count = len(fields.lines)
        _write_words(session, purchase, kept_time, staff, now=now, today=today)
        for refund in session.scalars(select(Purchase).where(Purchase.refund_of_id == purchase_id)):
            refund.customer_id = owner
            days.add(refund.day)
        acts = move_codes(session, purchase_id, owner) + move_referrals(session, purchase_id, owner, now=now) if len(owners) > 1 else []
    session.expire(purchase)
    _bring_along(session, owners, days, today)
    try:
        follow_purchases(session, [purchase_id], now=now, today=today, allow_negative=allow_negative, visitors=owners, acts=acts)
    except NotEnoughPoints as error:
        raise (PointsKeepDay(field="day", **error.values) if is_moved_alone else error) from error
    return _outcome(session, purchase, act.action_id)


def refund_visit(
    session: Session,
    purchase_id: int,
    lines: Sequence[LineFields] | None = None,
    amount: int | None = None,
    *,
    now: datetime,
    today: date,
    day: date | None = None,
    note: str = "",
    allow_negative: bool = False,
) -> VisitOutcome:
    """Give back `lines` (amounts above zero), or `amount`, or without both everything that is left, booked on `day` (today).

    VisitGone, VisitInFuture, RefundBeforeVisit, NothingLeftToRefund, RefundTooLarge, VisitWithoutAmount; PointsUsedAlready unless
    `allow_negative`.
    """
    purchase = _purchase(session, purchase_id)
    if purchase.refund_of_id is not None or purchase.amount < 0:
        raise RefundNotEditable
    booked = day or today
    check_day(booked, today)
    if booked < purchase.day:
        raise RefundBeforeVisit(field="day")
    left = purchase.amount - _refunded(session, purchase_id)
    wanted = sum(line.amount for line in lines) if lines else left if amount is None else amount
    given = checked_refund(wanted, left)
    returned = _negative(lines) if lines else _lines_back(purchase, given)
    name = _name(session, purchase.customer_id)
    staff = _Staff(session)
    with recorded(session, ActionKind.REFUND_VISIT, now=now, name=name, amount=given, day=booked.isoformat()) as act:
        refund = Purchase(
            customer_id=purchase.customer_id,
            receipt=_free_receipt(session, booked),
            amount=-given,
            net=0,
            line_count=len(returned),
            refund_of_id=purchase.id,
            import_id=None,
        )
        words = PurchaseFields(day=booked, lines=returned, payment=purchase.payment, note=note)
        _write_words(session, refund, words, staff, now=now, today=today)
        refund.staff_id = purchase.staff_id
        session.add(refund)
    settle(session, () if purchase.customer_id is None else {purchase.customer_id}, {purchase_id}, today)
    _bring_anonymous(session, {purchase.customer_id}, {purchase.day, booked})
    session.expire(purchase)
    follow_purchases(session, [purchase_id], now=now, today=today, day=booked, allow_negative=allow_negative)
    return _outcome(session, refund, act.action_id)


def delete_visit(session: Session, purchase_id: int, *, now: datetime, today: date, allow_negative: bool = False) -> VisitOutcome:
    """Take a purchase out, with the refunds linked to it; the code it was made with can be used again, and whom it brought was not
    brought. VisitGone, PointsUsedAlready
    unless `allow_negative`."""
    purchase = _purchase(session, purchase_id)
    original = purchase.refund_of_id
    customer, receipt, days = purchase.customer_id, purchase.receipt, {purchase.day}
    name = _name(session, customer)
    with recorded(session, ActionKind.DELETE_VISIT, now=now, name=name, amount=purchase.amount, day=purchase.day.isoformat()) as act:
        for refund in session.scalars(select(Purchase).where(Purchase.refund_of_id == purchase_id)).all():
            days.add(refund.day)
            _delete(session, refund)
        acts = free_codes(session, [purchase_id]) + take_back_referrals(session, [purchase_id], now=now)
        _delete(session, purchase)
    if original is not None:
        days.add(_purchase(session, original).day)
        settle(session, (), {original}, today)
    _bring_along(session, {customer}, days, today)
    ids = {purchase_id, original or purchase_id}
    follow_purchases(session, ids, now=now, today=today, allow_negative=allow_negative, visitors=[customer], acts=acts)
    return VisitOutcome(purchase_id, act.action_id, receipt, balance=_balance(session, customer))


def _recorded_visit(
    session: Session,
    who: int | CustomerFields | None,
    name: str,
    fields: PurchaseFields,
    extras: VisitExtras,
    *,
    now: datetime,
    today: date,
) -> VisitOutcome:
    check_day(fields.day, today)
    amount = checked_amount(fields.lines)
    staff = _Staff(session)
    with recorded(session, ActionKind.RECORD_VISIT, now=now, name=name, amount=amount, day=fields.day.isoformat()) as act:
        owner = new_customer(session, who, now=now, today=fields.day).id if isinstance(who, CustomerFields) else who
        purchase = Purchase(
            customer_id=owner,
            receipt=fields.receipt.strip() or _free_receipt(session, fields.day),
            amount=amount,
            net=amount,
            line_count=len(fields.lines),
            refund_of_id=None,
            import_id=None,
        )
        apply_rule(Earning(session, [] if owner is None else [owner]), purchase, owner, fields)
        _write_words(session, purchase, fields, staff, now=now, today=today)
        session.add(purchase)
        session.flush()
        _record_extras(session, purchase, extras, now=now, today=today)
        if owner is not None:
            _finish_needs(session, owner, fields, now)
    _bring_along(session, {owner}, {fields.day}, today)
    follow_purchases(session, [purchase.id], now=now, today=today)
    return _outcome(session, purchase, act.action_id)


def _record_extras(session: Session, purchase: Purchase, extras: VisitExtras, *, now: datetime, today: date) -> None:
    """Write down what comes with a visit."""
    owner = purchase.customer_id
    if extras.code:
        by_another = extras.code_by_another
        use_code(session, extras.code, customer_id=owner, purchase_id=purchase.id, now=now, today=today, by_another=by_another)
    if owner is None:
        return
    close_needless(session, owner, purchase.day, now=now, today=today)
    if extras.referral_code:
        note_referral(session, extras.referral_code, owner, now=now, today=today, purchase_id=purchase.id)
    if extras.follow_up is not None:
        new_follow_up(session, owner, extras.follow_up, source=FollowUpSource.COUNTER, now=now, today=today, purchase_id=purchase.id)


def _finish_needs(session: Session, owner: int, fields: PurchaseFields, now: datetime) -> None:
    """What the customer came for is done; a visit written down late does nothing that was noted after it."""
    needs = [need for need in open_needs(session, owner) if need.created_at.astimezone(_zone(session)).date() <= fields.day]
    if not needs:
        return
    book = product_book(session)
    bought = [book.find(line.product_code, line.product) for line in fields.lines if line.quantity > 0]
    finish_bought(session, needs, {product.id for product in bought if product is not None}, day=fields.day, now=now)


def _outcome(session: Session, purchase: Purchase, action_id: int) -> VisitOutcome:
    original = purchase.refund_of_id or purchase.id
    earned, used = points_of(session, original)
    return VisitOutcome(purchase.id, action_id, purchase.receipt, earned, used, _balance(session, purchase.customer_id))


def _balance(session: Session, customer_id: int | None) -> int:
    return session.scalar(select(func.sum(PointLot.left)).where(PointLot.customer_id == customer_id)) or 0


class _Staff:
    """The ids of staff by name, read when the first name is asked for."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._ids: dict[str, int] | None = None

    def id_of(self, name: str) -> int | None:
        if not name:
            return None
        if self._ids is None:
            rows = self._session.execute(select(Staff.name, Staff.id).order_by(Staff.is_active, Staff.id.desc()))
            self._ids = {known: number for known, number in rows}
        found = self._ids.get(name)
        if found is None:
            raise UnknownStaff(field="staff", name=name)
        return found


def _write_words(session: Session, purchase: Purchase, fields: PurchaseFields, staff: _Staff, *, now: datetime, today: date) -> None:
    zone = _zone(session)
    at = fields.time
    if at is None and fields.day == today:
        local = now.astimezone(zone)
        at = local.time() if local.date() == today else None
    purchase.day = fields.day
    purchase.has_time = at is not None
    purchase.at = datetime.combine(fields.day, at or time(0), zone)
    purchase.staff_id = staff.id_of(fields.staff)
    purchase.payment = fields.payment.strip()
    purchase.note = fields.note.strip()
    for position, line in enumerate(fields.lines):
        row = purchase.lines[position] if position < len(purchase.lines) else PurchaseLine(position=position)
        if position >= len(purchase.lines):
            purchase.lines.append(row)
        row.product, row.product_code, row.product_group = line.product.strip(), line.product_code.strip(), line.group.strip()
        row.quantity, row.unit_price = float(line.quantity), line.unit_price
        row.discount, row.amount = line.discount, line.amount
        row.tax_rate = None if line.tax_rate is None else int(line.tax_rate * _BASIS_POINTS)
        row.staff_id = staff.id_of(line.staff)
        row.earns_points = line.earns_points
    # Deleted one by one: a row that goes as an orphan leaves no image to undo from.
    for spare in purchase.lines[len(fields.lines) :]:
        session.delete(spare)


def _with_time_of(session: Session, purchase: Purchase, fields: PurchaseFields) -> PurchaseFields:
    """A changed visit keeps its time of day unless another was typed."""
    return replace(fields, time=purchase.at.astimezone(_zone(session)).time())


def _negative(lines: Sequence[LineFields]) -> tuple[LineFields, ...]:
    return tuple(replace(line, quantity=-abs(line.quantity), discount=-line.discount, amount=-line.amount) for line in lines)


def _lines_back(purchase: Purchase, given: int) -> tuple[LineFields, ...]:
    """All lines turned round when the whole purchase goes back at once, else one line with the amount, at the tax they all have."""
    if given == purchase.amount:
        return tuple(
            LineFields(
                product=line.product,
                product_code=line.product_code,
                group=line.product_group,
                quantity=-Decimal(str(line.quantity)),
                unit_price=line.unit_price,
                discount=-line.discount,
                amount=-line.amount,
                tax_rate=None if line.tax_rate is None else line.tax_rate / _BASIS_POINTS,
                earns_points=line.earns_points,
            )
            for line in purchase.lines
        )
    products = {line.product for line in purchase.lines}
    rates = {line.tax_rate for line in purchase.lines}
    rate = rates.pop() if len(rates) == 1 else None
    one = LineFields(
        product=products.pop() if len(purchase.lines) == 1 else "",
        quantity=Decimal(-1),
        unit_price=given,
        amount=-given,
        tax_rate=None if rate is None else rate / _BASIS_POINTS,
        earns_points=not purchase.lines or any(line.earns_points for line in purchase.lines),
    )
    return (one,)


def _delete(session: Session, purchase: Purchase) -> None:
    # Lines first and apart: undo brings the rows back in the opposite order, and a line needs its purchase.
    for line in purchase.lines:
        session.delete(line)
    session.flush()
    session.expire(purchase)
    session.delete(purchase)
    session.flush()


def _bring_along(session: Session, customers: set[int | None], days: set[date], today: date) -> None:
    touch(session, customers - {None}, today)
    _bring_anonymous(session, customers, days)


def _bring_anonymous(session: Session, customers: set[int | None], days: set[date]) -> None:
    if None in customers:
        touch_anonymous(session, {number_of_month(day) for day in days})


def _purchase(session: Session, purchase_id: int) -> Purchase:
    found = session.get(Purchase, purchase_id)
    if found is None:
        raise VisitGone
    return found


def _refunded(session: Session, purchase_id: int) -> int:
    return -(session.scalar(select(func.sum(Purchase.amount)).where(Purchase.refund_of_id == purchase_id)) or 0)


def _name(session: Session, customer_id: int | None) -> str:
    if customer_id is None:
        return ""
    name = session.scalar(select(Customer.name).where(Customer.id == customer_id))
    if name is None:
        raise CustomerGone
    return name


def _free_receipt(session: Session, day: date) -> str:
    head = f"{day:%Y%m%d}-"
    # A range and no LIKE: it can use the index, and holds in every collation.
    taken = session.scalars(select(Purchase.receipt).where(Purchase.receipt.between(f"{head}0", f"{head}9999999")))
    return next_receipt(day, taken.all())


def _zone(session: Session) -> ZoneInfo:
    return ZoneInfo(session.scalar(select(Shop.timezone)) or "UTC")
