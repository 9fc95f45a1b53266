"""What the forms of contracts and needs offer: staff, products, and words used before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.jobs.job import JobControl

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class FormChoices:
    staff: tuple[tuple[int, str], ...] = ()
    products: tuple[tuple[int, str], ...] = ()
    plans: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    currency: str = "JPY"


def form_choices(session: Session, _control: JobControl) -> FormChoices:
    from app.queries.contracts import plans_used, reasons_used
    from app.queries.products import product_book
    from app.queries.shop import shop_fields
    from app.queries.staff import staff_rows

    return FormChoices(
        tuple((row.id, row.name) for row in staff_rows(session)),
        tuple((product.id, product.name) for product in product_book(session).products if product.is_active),
        plans_used(session),
        reasons_used(session),
        shop_fields(session).currency,
    )
