"""Everything the Today page shows, asked at once so that it appears at once."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.customers import CustomerKind
from app.domain.entities import Entity
from app.domain.measure_view import MeasureResult
from app.domain.measures import MeasureState
from app.domain.periods import day_number
from app.domain.today import RecentVisit, TodayBeside, TodayView
from app.models.changes import cache_of, changed_in
from app.models.customer import Customer
from app.models.measures import Measure
from app.models.purchase import Purchase, PurchaseLine
from app.models.shop import Shop
from app.queries.day_plan import day_plan, queue_of
from app.queries.inquiries import overdue_inquiries
from app.queries.last_talks import last_talks
from app.queries.measure_results import measure_result
from app.queries.next_dates import without_next_date
from app.queries.standing import CustomerStatuses, statuses
from app.queries.today import reach_out_people, today_figures

PEOPLE = 60
RECEIPTS = 24
RECENT_DAYS = 7
TITLE_PRODUCTS = 2
VERDICT_SHOWN = timedelta(days=31)
VERDICTS_ASKED = 6


def today_view(session: Session, today: date, at: datetime | None = None, staff: str | None = None) -> TodayView:
    """`at`: what was promised before then is overdue; None: promises are not asked for. `staff`: only what is to be done by them."""
    now = statuses(session, today)
    plan = day_plan(session, today, staff)
    shop = session.execute(select(Shop.name, Shop.currency)).one()
    people = tuple(reach_out_people(session, today, PEOPLE))
    ids = [person.customer_id for person in people]
    companies = session.scalars(select(Customer.id).where(Customer.id.in_(ids), Customer.kind == CustomerKind.COMPANY))
    return TodayView(
        shop_name=shop.name,
        currency=shop.currency,
        window=now.rules.window,
        customers=_customers(session),
        figures=today_figures(session, today),
        people=people,
        companies=frozenset(companies),
        visits=recent_visits(session, today),
        thanks=_thanks(now, today),
        plan=plan,
        talks=last_talks(session, [row.customer_id for row in (*plan.tasks, *plan.week)]),
        queue=queue_of(session, plan),
        voices=overdue_inquiries(session, at, staff=staff or "") if at is not None else (),
    )


def today_beside(session: Session, today: date) -> TodayBeside:
    return TodayBeside(without_next_date(session, today), newest_verdict(session, today))


def newest_verdict(session: Session, today: date) -> MeasureResult | None:
    """Of the campaign whose result was known last, if that was within a month."""
    query = select(Measure.id).where(Measure.state == MeasureState.STARTED, Measure.sent_on.is_not(None), Measure.sent_on <= today)
    for number in session.scalars(query.order_by(Measure.sent_on.desc(), Measure.id.desc()).limit(VERDICTS_ASKED)).all():
        result = measure_result(session, number, today)
        if result.is_complete:
            return result if today - result.ends_on <= VERDICT_SHOWN else None
    return None


def recent_visits(session: Session, today: date) -> tuple[RecentVisit, ...]:
    """Newest first, the last seven days, today among them; receipts of one customer on one day are one visit."""
    columns = (Purchase.id, Purchase.customer_id, Purchase.day, Purchase.net, Customer.name, Customer.kind)
    query = select(*columns).join(Customer, Customer.id == Purchase.customer_id)
    query = query.where(Purchase.day > today - timedelta(days=RECENT_DAYS), Purchase.day <= today, Purchase.net > 0)
    rows = session.execute(query.order_by(Purchase.day.desc(), Purchase.at.desc(), Purchase.id.desc()).limit(RECEIPTS)).all()
    products = _products(session, [row.id for row in rows])
    found: dict[tuple[int, date], RecentVisit] = {}
    for row in rows:
        older = found.get((row.customer_id, row.day))
        bought = (*(older.products if older else ()), *products.get(row.id, ()))
        found[row.customer_id, row.day] = RecentVisit(
            customer_id=row.customer_id,
            name=row.name,
            is_company=row.kind is CustomerKind.COMPANY,
            day=row.day,
            products=tuple(dict.fromkeys(bought))[:TITLE_PRODUCTS],
            amount=row.net + (older.amount if older else 0),
        )
    return tuple(found.values())


def _products(session: Session, purchase_ids: list[int]) -> dict[int, list[str]]:
    query = select(PurchaseLine.purchase_id, PurchaseLine.product).where(
        PurchaseLine.purchase_id.in_(purchase_ids), PurchaseLine.product != "", PurchaseLine.amount >= 0
    )
    named: dict[int, list[str]] = {}
    for purchase_id, product in session.execute(query.order_by(PurchaseLine.purchase_id, PurchaseLine.position)):
        named.setdefault(purchase_id, []).append(product)
    return named


def _customers(session: Session) -> int:
    def build() -> int:
        return session.scalar(select(func.count()).select_from(Customer).where(Customer.archived_at.is_(None))) or 0

    return build() if changed_in(session) else cache_of(session).get("customers not archived", (Entity.CUSTOMER,), build)


def _thanks(now: CustomerStatuses, today: date) -> tuple[int, ...]:
    first = day_number(today) - RECENT_DAYS + 1
    is_recent = (now.last_day >= first) & (now.last_day <= day_number(today)) & ~now.has_left & ~now.is_stopped
    return tuple(int(number) for number in now.customer[is_recent])
