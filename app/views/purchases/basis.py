"""What the visit panel needs to know before the first key: the shop's ways, what is sold often, and who has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.domain.customers import CustomerKind
from app.domain.figures import FrequentProduct, PurchaseRow
from app.domain.money import JPY, Currency, currency_of
from app.domain.purchases import LineFields, PurchaseFields
from app.domain.rhythm import RhythmSource
from app.domain.shop import TaxEntry
from app.domain.status import Chip

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_KNOWN_PRODUCTS = 200


@dataclass(frozen=True, slots=True)
class VisitBasis:
    currency: Currency = JPY
    tax_entry: TaxEntry = TaxEntry.INCLUDED
    staff: tuple[str, ...] = ()
    products: tuple[FrequentProduct, ...] = ()


@dataclass(frozen=True, slots=True)
class VisitCustomer:
    """`usual_days` is the customer's own rhythm, None while it is not known; `lines` what was bought last."""

    id: int
    name: str
    is_company: bool
    staff: str
    note: str
    chip: Chip
    usual_days: int | None
    last: PurchaseRow | None
    lines: tuple[LineFields, ...]


@dataclass(frozen=True, slots=True)
class VisitStart:
    basis: VisitBasis
    customer: VisitCustomer | None
    fields: PurchaseFields | None


def find_start(session: Session, customer_id: int | None, purchase_id: int | None, today: date) -> VisitStart:
    """Everything the panel opens with; with `purchase_id` the purchase that is to be changed."""
    from app.queries.purchases import customer_of, frequent_products, purchase_fields
    from app.queries.shop import shop_fields
    from app.queries.staff import staff_rows

    shop = shop_fields(session)
    fields = None if purchase_id is None else purchase_fields(session, purchase_id)
    owner = customer_id if purchase_id is None else customer_of(session, purchase_id)
    basis = VisitBasis(
        currency_of(shop.currency),
        shop.tax_entry,
        tuple(row.name for row in staff_rows(session)),
        tuple(frequent_products(session, today, limit=_KNOWN_PRODUCTS)),
    )
    return VisitStart(basis, None if owner is None else find_customer(session, owner, today), fields)


def find_customer(session: Session, customer_id: int, today: date) -> VisitCustomer:
    from app.queries.customers import customer_card
    from app.queries.purchases import last_lines, purchases_of
    from app.queries.standing import customer_facts

    fields = customer_card(session, customer_id).fields
    facts = customer_facts(session, customer_id, today)
    rhythm = facts.rhythm
    last = next((row for row in purchases_of(session, customer_id, limit=8) if not row.is_refund and row.left > 0), None)
    return VisitCustomer(
        id=customer_id,
        name=fields.name,
        is_company=fields.kind is CustomerKind.COMPANY,
        staff=fields.staff,
        note=fields.note,
        chip=facts.status.chip,
        usual_days=rhythm.shown_days if rhythm is not None and rhythm.source is RhythmSource.OWN else None,
        last=last,
        lines=last_lines(session, customer_id),
    )
