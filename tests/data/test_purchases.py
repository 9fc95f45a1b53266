"""Recording, changing, giving back and deleting visits, and taking each back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain import visits
from app.domain.actions import ActionKind, ChangedSince
from app.domain.errors import DomainError
from app.domain.purchases import LineFields, PurchaseFields
from app.models.changes import changed_in
from app.models.database import Database
from app.models.purchase import Purchase, PurchaseLine
from app.models.records import Action
from app.models.summary import AnonymousMonth, CustomerStat
from app.queries import purchases as rows
from app.services import actions, summaries
from app.services.purchases import delete_visit, edit_visit, record_visit, refund_visit
from tests.factories import TODAY, add_customer, add_staff

NOW = datetime(2026, 11, 20, 1, 30, tzinfo=UTC)
CLOCK: dict[str, Any] = {"now": NOW, "today": TODAY}
CUT = LineFields(product="カット", group="施術", unit_price=4950, amount=4455, discount=495, tax_rate=Decimal("0.1"))
COLOR = LineFields(product="白髪染め", unit_price=4400, amount=4400)


def visit(day: date = TODAY, *lines: LineFields, **fields: Any) -> PurchaseFields:
    return PurchaseFields(day=day, lines=lines or (CUT, COLOR), **fields)


def nets(session: Session) -> list[tuple[int, int]]:
    return [(amount, net) for amount, net in session.execute(select(Purchase.amount, Purchase.net).order_by(Purchase.id))]


def occasions(session: Session, customer_id: int) -> int:
    return session.scalar(select(CustomerStat.n).where(CustomerStat.customer_id == customer_id)) or 0


def test_a_visit_comes_back_as_it_was_typed(database: Database) -> None:
    with database.write() as session:
        add_staff(session, "佐々木 涼")
        who = add_customer(session)
        words = {"staff": "佐々木 涼", "payment": "現金", "note": "年末にお孫さんと旅行。", "receipt": "A-17"}
        fields = visit(date(2026, 11, 18), time=time(14, 5), **words)
        made = record_visit(session, who, fields, **CLOCK)
        assert made.receipt == "A-17"
    with database.read() as session:
        assert rows.purchase_fields(session, made.purchase_id) == fields
        (row,) = rows.purchases_of(session, who)
        assert (row.amount, row.left, row.products, row.staff) == (8855, 8855, ("カット", "白髪染め"), "佐々木 涼")
        assert (row.time, row.is_refund) == (time(14, 5), False)
        assert rows.last_lines(session, who) == (CUT, COLOR)


def test_a_visit_of_today_is_timed_and_numbered(database: Database) -> None:
    with database.write() as session:
        who = add_customer(session)
        first = record_visit(session, who, visit(), **CLOCK)
        second = record_visit(session, None, visit(), **CLOCK)
        earlier = record_visit(session, who, visit(date(2026, 11, 1)), **CLOCK)
        assert [first.receipt, second.receipt, earlier.receipt] == ["20261120-001", "20261120-002", "20261101-001"]
        # 01:30 UTC is half past ten in Tokyo.
        assert rows.purchase_fields(session, first.purchase_id).time == time(10, 30)
        assert rows.purchase_fields(session, earlier.purchase_id).time is None
        assert "purchase" in changed_in(session)
        assert session.scalars(select(AnonymousMonth.amount)).all() == [8855]
        assert summaries.is_consistent(session)


@pytest.mark.parametrize(
    ("fields", "error", "field"),
    [
        (visit(date(2026, 11, 21)), visits.VisitInFuture, "day"),
        (PurchaseFields(day=TODAY), visits.VisitWithoutAmount, "amount"),
        (visit(TODAY, LineFields(amount=-500)), visits.VisitWithoutAmount, "amount"),
        (visit(TODAY, LineFields(amount=10**12)), visits.AmountTooLarge, "amount"),
        (visit(staff="誰か"), visits.UnknownStaff, "staff"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    database: Database, fields: PurchaseFields, error: type[DomainError], field: str
) -> None:
    with database.write() as session:
        who = add_customer(session)
    with pytest.raises(error) as refused, database.write() as session:
        record_visit(session, who, fields, **CLOCK)
    assert refused.value.field == field
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Purchase)) == 0


def test_a_visit_of_a_customer_who_is_gone_is_refused(database: Database) -> None:
    with pytest.raises(visits.CustomerGone), database.write() as session:
        record_visit(session, 4711, visit(), **CLOCK)


def test_a_refund_in_parts_never_exceeds_what_is_left(database: Database) -> None:
    with database.write() as session:
        who = add_customer(session)
        bought = record_visit(session, who, visit(date(2026, 11, 10)), **CLOCK).purchase_id
        refund_visit(session, bought, [COLOR], **CLOCK)
        assert nets(session) == [(8855, 4455), (-4400, 0)]
        assert occasions(session, who) == 1
        assert [row.left for row in rows.purchases_of(session, who)] == [0, 4455]
        with pytest.raises(visits.RefundTooLarge) as refused:
            refund_visit(session, bought, amount=4456, **CLOCK)
        assert refused.value.values["left"] == 4455
        refund_visit(session, bought, day=date(2026, 11, 12), **CLOCK)
        assert nets(session) == [(8855, 0), (-4400, 0), (-4455, 0)]
        assert occasions(session, who) == 0
        with pytest.raises(visits.NothingLeftToRefund):
            refund_visit(session, bought, **CLOCK)
        assert summaries.is_consistent(session)


def test_a_refund_needs_a_purchase_and_a_day_not_before_it(database: Database) -> None:
    with database.write() as session:
        bought = record_visit(session, None, visit(date(2026, 11, 10)), **CLOCK).purchase_id
        with pytest.raises(visits.RefundBeforeVisit):
            refund_visit(session, bought, day=date(2026, 11, 9), **CLOCK)
        back = refund_visit(session, bought, **CLOCK).purchase_id
        returned = rows.lines_of(session, back)
        wanted = [(Decimal(-1), -4455, Decimal("0.1")), (Decimal(-1), -4400, None)]
        assert [(line.quantity, line.amount, line.tax_rate) for line in returned] == wanted
        with pytest.raises(visits.RefundNotEditable):
            refund_visit(session, back, **CLOCK)
        with pytest.raises(visits.RefundNotEditable):
            edit_visit(session, back, visit(), **CLOCK)
        with pytest.raises(visits.VisitGone):
            refund_visit(session, 4711, **CLOCK)


def test_a_changed_visit_moves_with_its_refunds(database: Database) -> None:
    with database.write() as session:
        giver, taker = add_customer(session, "吉田 和子"), add_customer(session, "木村 直人")
        bought = record_visit(session, giver, visit(date(2026, 11, 10), time=time(9, 15)), **CLOCK).purchase_id
        refund_visit(session, bought, amount=4000, **CLOCK)
        with pytest.raises(visits.LessThanRefunded):
            edit_visit(session, bought, visit(TODAY, LineFields(amount=3999)), **CLOCK)
        edit_visit(session, bought, visit(date(2026, 11, 11), LineFields(product="カット", amount=5000)), customer_id=taker, **CLOCK)
        assert (occasions(session, giver), occasions(session, taker)) == (0, 1)
        assert nets(session) == [(5000, 1000), (-4000, 0)]
        assert session.scalars(select(PurchaseLine.product).where(PurchaseLine.purchase_id == bought)).all() == ["カット"]
        assert rows.purchase_fields(session, bought).time == time(9, 15)
        assert summaries.is_consistent(session)


def test_a_visit_is_not_moved_past_its_refund(database: Database) -> None:
    with database.write() as session:
        bought = record_visit(session, add_customer(session), visit(date(2026, 11, 10)), **CLOCK).purchase_id
        refund_visit(session, bought, amount=4000, day=date(2026, 11, 12), **CLOCK)
        with pytest.raises(visits.VisitAfterRefund):
            edit_visit(session, bought, visit(date(2026, 11, 13)), **CLOCK)
        edit_visit(session, bought, visit(date(2026, 11, 12)), **CLOCK)
        assert rows.purchase_fields(session, bought).day == date(2026, 11, 12)


def test_deleting_a_purchase_takes_its_refunds_and_a_refund_gives_back(database: Database) -> None:
    with database.write() as session:
        who = add_customer(session)
        bought = record_visit(session, who, visit(date(2026, 11, 10)), **CLOCK).purchase_id
        back = refund_visit(session, bought, amount=800, **CLOCK).purchase_id
        delete_visit(session, back, **CLOCK)
        assert nets(session) == [(8855, 8855)]
        refund_visit(session, bought, **CLOCK)
        delete_visit(session, bought, **CLOCK)
        assert nets(session) == []
        assert session.scalar(select(func.count()).select_from(PurchaseLine)) == 0
        actions.undo(session, now=NOW)
        assert nets(session) == [(8855, 0), (-8855, 0)]
        actions.undo(session, now=NOW)
        assert nets(session) == [(8855, 8855)]
        assert occasions(session, who) == 1
        assert summaries.is_consistent(session)


def test_each_act_is_named_and_can_be_taken_back_and_done_again(database: Database) -> None:
    with database.write() as session:
        who = add_customer(session, "吉田 和子")
        made = record_visit(session, who, visit(date(2026, 11, 10)), **CLOCK)
        edit_visit(session, made.purchase_id, visit(date(2026, 11, 11), CUT), **CLOCK)
        acts = session.scalars(select(Action).order_by(Action.id)).all()
        assert [act.kind for act in acts][-2:] == [ActionKind.RECORD_VISIT, ActionKind.EDIT_VISIT]
        assert acts[-1].values == {"name": "吉田 和子", "amount": 4455, "day": "2026-11-11"}
        actions.undo(session, now=NOW)
        assert nets(session) == [(8855, 8855)]
        assert rows.lines_of(session, made.purchase_id) == (CUT, COLOR)
        actions.redo(session, now=NOW)
        assert nets(session) == [(4455, 4455)]
        assert rows.lines_of(session, made.purchase_id) == (CUT,)
        actions.undo(session, now=NOW)
        actions.undo(session, now=NOW)
        assert nets(session) == [] and occasions(session, who) == 0
        assert summaries.is_consistent(session)


def test_a_visit_that_was_refunded_is_not_taken_back_by_itself(database: Database) -> None:
    with database.write() as session:
        made = record_visit(session, add_customer(session), visit(date(2026, 11, 10)), **CLOCK)
        refund_visit(session, made.purchase_id, amount=100, **CLOCK)
    with pytest.raises(ChangedSince), database.write() as session:
        actions.undo(session, made.action_id, now=NOW)


def test_often_sold_products_with_their_latest_price(database: Database) -> None:
    with database.write() as session:
        who = add_customer(session)
        for day, price in ((1, 4000), (2, 4400), (3, 4950)):
            line = LineFields(product="カット", unit_price=price, amount=price)
            record_visit(session, who, visit(date(2026, 11, day), line), **CLOCK)
        back = LineFields(product="返金", unit_price=-1100, amount=-1100)
        record_visit(session, None, visit(date(2026, 11, 4), COLOR, back), **CLOCK)
        record_visit(session, None, visit(date(2026, 1, 4), *[LineFields(product="昔の品", amount=1)] * 9), **CLOCK)
        shop = rows.frequent_products(session, TODAY)
        assert [(p.product, p.unit_price, p.times) for p in shop] == [("カット", 4950, 3), ("白髪染め", 4400, 1)]
        assert [p.product for p in rows.frequent_products(session, TODAY, who)] == ["カット"]


def test_a_long_list_comes_page_by_page(database: Database) -> None:
    with database.write() as session:
        who = add_customer(session)
        for day in (1, 1, 2, 3, 3):
            record_visit(session, who, visit(date(2026, 11, day)), **CLOCK)
        whole = rows.purchases_of(session, who)
        page = rows.purchases_of(session, who, limit=3)
        rest = rows.purchases_of(session, who, before=(page[-1].day, page[-1].id))
        assert page + rest == whole and len(whole) == 5
        assert [row.day.day for row in whole] == [3, 3, 2, 1, 1]
