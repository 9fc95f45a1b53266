"""What the visit panel asks of the shop: the start, who has come, their points on a day, and the write itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.context import AppContext
from app.domain.counter import CounterCustomer, CounterPoints, CounterStart
from app.domain.customers import CustomerFields
from app.domain.purchases import PurchaseFields
from app.domain.visits import NO_EXTRAS, VisitExtras, VisitOutcome
from app.jobs.job import JobControl

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class StartQuestion:
    customer_id: int | None
    purchase_id: int | None
    today: date

    def __call__(self, session: Session, _control: JobControl) -> CounterStart:
        from app.queries.counter import counter_start

        return counter_start(session, self.customer_id, self.purchase_id, self.today)


@dataclass(frozen=True, slots=True)
class CustomerQuestion:
    customer_id: int
    day: date
    today: date
    purchase_id: int | None

    def __call__(self, session: Session, _control: JobControl) -> CounterCustomer:
        from app.queries.counter import counter_customer

        return counter_customer(session, self.customer_id, self.day, self.today, self.purchase_id)


@dataclass(frozen=True, slots=True)
class PointsQuestion:
    """`customer_id` None: somebody who is new."""

    customer_id: int | None
    day: date
    today: date
    purchase_id: int | None

    def __call__(self, session: Session, _control: JobControl) -> CounterPoints:
        from app.queries.counter import counter_points

        return counter_points(session, self.customer_id, self.day, self.today, self.purchase_id)


@dataclass(frozen=True, slots=True)
class NameQuestion:
    """Whether words find a customer."""

    text: str
    today: date

    def __call__(self, session: Session, _control: JobControl) -> bool:
        from app.queries.customers import search_customers

        return bool(search_customers(session, self.text, self.today, limit=1))


class VisitSaving:
    """The write of one visit, with everything it needs taken along."""

    def __init__(
        self,
        context: AppContext,
        fields: PurchaseFields,
        customer_id: int | None,
        newcomer: CustomerFields | None,
        purchase_id: int | None,
        extras: VisitExtras = NO_EXTRAS,
        *,
        allow_negative: bool = False,
    ) -> None:
        self._now, self._today = context.clock.now(), context.clock.today()
        self._fields = fields
        self._customer_id = customer_id
        self._newcomer = newcomer
        self._purchase_id = purchase_id
        self._extras = extras
        self._allow_negative = allow_negative

    def __call__(self, session: Session, _control: JobControl) -> VisitOutcome:
        from app.services.purchases import edit_visit, record_first_visit, record_visit

        now, today, fields, extras = self._now, self._today, self._fields, self._extras
        if self._newcomer is not None:
            return record_first_visit(session, self._newcomer, fields, now=now, today=today, extras=extras)
        if self._purchase_id is not None:
            owner = self._customer_id
            return edit_visit(
                session, self._purchase_id, fields, now=now, today=today, customer_id=owner, allow_negative=self._allow_negative
            )
        return record_visit(session, self._customer_id, fields, now=now, today=today, extras=extras)
