"""Lists out of the shop, each noted before its file exists: first `log_export` in a transaction of its own, then the writing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields as fields_of
from datetime import datetime
from decimal import Decimal
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from app.domain.contracts import ContractKind
from app.domain.customers import CustomerFields
from app.domain.exports import ExportKindUnknown, ExportPlaceUnusable, ExportPlan, ExportWhat
from app.domain.money import currency_of
from app.domain.progress import NO_PROGRESS, Progress
from app.domain.purchases import LineFields, PurchaseFields
from app.models.contracts import Contract
from app.models.customer import Customer
from app.models.product_book import product_book
from app.models.purchase import Purchase, PurchaseLine
from app.models.records import ExportLog
from app.models.shop import Shop, Staff

if TYPE_CHECKING:
    from app.exchange.contracts import ContractDraft
    from app.exchange.export import ExportedPurchase, ExportStyle

SUFFIXES = (".csv", ".tsv", ".xlsx")

_FETCHED = 2_000
_PORTION = 500
_BASIS_POINTS = 10_000
_ELSEWHERE = {"code", "staff", "referred_by", "tags", "joint_names", "own"}


def log_export(
    session: Session, what: ExportWhat, path: Path, *, who: str, now: datetime, customer_ids: Sequence[int] | None = None
) -> ExportPlan:
    """Note who takes out how much of what; commit it before `write_export`. `customer_ids`: only these customers, or theirs.

    ExportKindUnknown for a file name that says no known kind.
    """
    from app.exchange.columns import CONTRACT_FIELDS, CUSTOMER_FIELDS, PRODUCT_FIELDS, PURCHASE_FIELDS
    from app.exchange.labels import OWN_FIELD

    if path.suffix.lower() not in SUFFIXES:
        raise ExportKindUnknown(field="file", name=path.name)
    ids = None if customer_ids is None else tuple(customer_ids)
    if what is ExportWhat.CUSTOMERS:
        rows = _count(session, ids, select(func.count()).select_from(Customer), Customer.id)
        own = own_fields(session)
        columns = (*CUSTOMER_FIELDS, *(OWN_FIELD + name for name in own))
    elif what is ExportWhat.PRODUCTS:
        rows, own, columns = len(product_book(session).products), (), PRODUCT_FIELDS
    elif what is ExportWhat.CONTRACTS:
        rows, own, columns = _count(session, ids, _plans(func.count()), Contract.customer_id), (), CONTRACT_FIELDS
    else:
        lines = select(func.count()).select_from(PurchaseLine).join(Purchase)
        rows = _count(session, ids, lines, Purchase.customer_id)
        own, columns = (), PURCHASE_FIELDS
    log_list_export(session, what.value, rows, columns, who=who, now=now)
    return ExportPlan(what, rows, columns, own, ids)


def log_list_export(session: Session, title: str, rows: int, columns: Sequence[str], *, who: str, now: datetime) -> None:
    """Note that a page's own list is taken out."""
    session.add(ExportLog(at=now, who=who, what=title, rows=rows, columns=list(columns)))


def write_export(
    session: Session, path: Path, plan: ExportPlan, *, style: ExportStyle, language: str, progress: Progress = NO_PROGRESS
) -> int:
    """Write what was logged to `path`, whole or not at all; returns the number of rows. ExportPlaceUnusable."""
    from app.exchange.contracts import write_contracts
    from app.exchange.export import ExportStyle, write_customers, write_purchases
    from app.exchange.products import write_products

    code_of = codes_for_moving(session) if style is ExportStyle.MOVING else _own_code
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if plan.what is ExportWhat.CUSTOMERS:
            customers = _customers(session, plan.customer_ids, code_of)
            return write_customers(path, customers, style=style, language=language, own_fields=plan.own_fields, progress=progress)
        currency = currency_of(session.scalars(select(Shop.currency)).one())
        if plan.what is ExportWhat.PRODUCTS:
            book = product_book(session)
            return write_products(path, book.products, book.groups, style=style, language=language, currency=currency, progress=progress)
        if plan.what is ExportWhat.CONTRACTS:
            contracts = _contracts(session, plan.customer_ids, code_of)
            return write_contracts(path, contracts, style=style, language=language, currency=currency, progress=progress)
        purchases = _purchases(session, plan.customer_ids, code_of)
        return write_purchases(path, purchases, style=style, language=language, currency=currency, progress=progress)
    except OSError as error:
        raise ExportPlaceUnusable(field="file", name=path.name) from error


CodeOf = Callable[[int, str | None], str]
Query = Select[*tuple[Any, ...]]


def _own_code(_customer_id: int, code: str | None) -> str:
    return code or ""


def codes_for_moving(session: Session) -> CodeOf:
    """For moving, a customer without a code goes by "#<id>", so that the purchases find their way back to the right one."""
    taken = set(session.scalars(select(Customer.code).where(Customer.code.startswith("#"))))

    def code_of(customer_id: int, code: str | None) -> str:
        if code:
            return code
        made, number = f"#{customer_id}", 1
        while made in taken:
            number += 1
            made = f"#{customer_id}-{number}"
        return made

    return code_of


def _customers(session: Session, ids: tuple[int, ...] | None, code_of: CodeOf) -> Iterator[CustomerFields]:
    referrer = aliased(Customer)
    query = (
        select(Customer, Staff.name, referrer.id, referrer.code)
        .outerjoin(Staff, Staff.id == Customer.staff_id)
        .outerjoin(referrer, referrer.id == Customer.referred_by_id)
        .order_by(Customer.id)
        .execution_options(yield_per=_FETCHED)
    )
    names = [f.name for f in fields_of(CustomerFields) if f.name not in _ELSEWHERE]
    for customer, staff, referrer_id, referrer_code in _rows(session, ids, query, Customer.id):
        values: dict[str, Any] = {name: getattr(customer, name) for name in names}
        yield CustomerFields(
            **values,
            code=code_of(customer.id, customer.code),
            staff=staff or "",
            referred_by=code_of(referrer_id, referrer_code) if referrer_id is not None else "",
            tags=tuple(customer.tags),
            joint_names=tuple(customer.joint_names),
            own=dict(customer.own),
        )
        session.expunge(customer)


def _plans(*columns: Any) -> Query:
    """Contracts but jobs, which no list of contracts says."""
    return select(*columns).select_from(Contract).where(Contract.kind == ContractKind.PLAN)


def _contracts(session: Session, ids: tuple[int, ...] | None, code_of: CodeOf) -> Iterator[ContractDraft]:
    from app.exchange.contracts import ContractDraft
    from app.exchange.purchases import CustomerKey

    phone = func.coalesce(func.nullif(Customer.phone, ""), Customer.mobile)
    query = _plans(Contract, Customer.code, Customer.name, phone).join(Customer, Customer.id == Contract.customer_id)
    rows = _rows(session, ids, query.order_by(Contract.id), Contract.customer_id)
    for row, (c, code, name, number) in enumerate(rows, start=2):
        key = CustomerKey(code_of(c.customer_id, code), number, name)
        yield ContractDraft(row, key, c.plan, c.started_on, c.ended_on, c.price, c.reason, c.term_months, c.renews_on, c.price_every)


def _purchases(session: Session, ids: tuple[int, ...] | None, code_of: CodeOf) -> Iterator[ExportedPurchase]:
    from app.exchange.export import ExportedPurchase
    from app.exchange.purchases import CustomerKey

    zone = ZoneInfo(session.scalars(select(Shop.timezone)).one())
    staff_names: dict[int | None, str] = {staff_id: name for staff_id, name in session.execute(select(Staff.id, Staff.name))}
    rows = _rows(session, ids, _lines_query(), Purchase.customer_id)
    for _purchase_id, group in groupby(rows, key=attrgetter("purchase_id")):
        lines = list(group)
        head = lines[0]
        fields = PurchaseFields(
            day=head.day,
            time=head.at.astimezone(zone).time() if head.has_time else None,
            receipt=head.receipt or _receipt_of(head.purchase_id),
            lines=tuple(_line(row, staff_names) for row in lines),
            staff=staff_names.get(head.staff_id, ""),
            payment=head.payment,
            note=head.note,
            refund_of=(head.refunded or _receipt_of(head.refund_of_id)) if head.refund_of_id is not None else "",
        )
        customer = CustomerKey() if head.customer_id is None else CustomerKey(code_of(head.customer_id, head.code), head.phone, head.name)
        yield ExportedPurchase(fields, customer)


def _lines_query() -> Query:
    refunded = aliased(Purchase)
    return (
        select(
            Purchase.id.label("purchase_id"), Purchase.day, Purchase.at, Purchase.has_time, Purchase.receipt, Purchase.staff_id,
            Purchase.payment, Purchase.note, Purchase.refund_of_id, refunded.receipt.label("refunded"), Purchase.customer_id,
            Customer.code, Customer.name, func.coalesce(func.nullif(Customer.phone, ""), Customer.mobile).label("phone"),
            PurchaseLine.product, PurchaseLine.product_code, PurchaseLine.product_group, PurchaseLine.quantity, PurchaseLine.unit_price,
            PurchaseLine.discount, PurchaseLine.amount, PurchaseLine.tax_rate, PurchaseLine.staff_id.label("line_staff_id"),
        )
        .join(PurchaseLine, PurchaseLine.purchase_id == Purchase.id)
        .outerjoin(Customer, Customer.id == Purchase.customer_id)
        .outerjoin(refunded, refunded.id == Purchase.refund_of_id)
        .order_by(Purchase.id, PurchaseLine.position)
        .execution_options(yield_per=_FETCHED)
    )  # fmt: skip


def _receipt_of(purchase_id: int) -> str:
    """Without a number of its own, the lines of a receipt would fall apart in the file."""
    return f"#{purchase_id}"


def _line(row: Any, staff_names: dict[int | None, str]) -> LineFields:
    return LineFields(
        product=row.product,
        product_code=row.product_code,
        group=row.product_group,
        quantity=Decimal(str(row.quantity)),
        unit_price=row.unit_price,
        discount=row.discount,
        amount=row.amount,
        tax_rate=None if row.tax_rate is None else Decimal(row.tax_rate) / _BASIS_POINTS,
        staff=staff_names.get(row.line_staff_id, ""),
    )


def _rows(session: Session, ids: tuple[int, ...] | None, query: Query, column: Any) -> Iterator[Any]:
    """The query's rows, of all or of some customers: in portions, as a statement takes only so many values."""
    for portion in _portions(ids):
        yield from session.execute(query if portion is None else query.where(column.in_(portion)))


def _count(session: Session, ids: tuple[int, ...] | None, query: Query, column: Any) -> int:
    return sum(int(row[0]) for row in _rows(session, ids, query, column))


def _portions(ids: tuple[int, ...] | None) -> list[tuple[int, ...]] | list[None]:
    return [None] if ids is None else [ids[start : start + _PORTION] for start in range(0, len(ids), _PORTION)]


def own_fields(session: Session) -> tuple[str, ...]:
    """The fields the shop made for itself, in the order they came up."""
    names: dict[str, None] = {}
    for own in session.scalars(select(Customer.own).where(Customer.own != {}).distinct()):
        names.update(dict.fromkeys(own))
    return tuple(names)
