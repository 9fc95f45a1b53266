"""Whose product is due again."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy.orm import Session

from app.domain.cyclic import DueAgain
from app.domain.figures import DueAgainSoon
from app.domain.products import ProductFields
from app.domain.purchases import LineFields
from app.models.database import Database
from app.queries.customer_page import customer_view
from app.queries.cyclic import due_again_rows
from app.queries.people import people_behind
from app.queries.purchases import purchase_fields
from app.services.customers import archive_customer, mark_customer
from app.services.products import add_product, archive_product, edit_product
from app.services.purchases import refund_visit
from tests.factories import NOW, TODAY, add_customer, add_purchase

SHAMPOO = ProductFields("シャンプー", "S-1", reuse_days=45)


def buy(session: Session, customer: int, day: date, product: str = "シャンプー", code: str = "", price: int = 2_640) -> int:
    cut = LineFields("カット", unit_price=5_000, amount=5_000)
    return add_purchase(session, customer, day, lines=(cut, LineFields(product, code, unit_price=price, amount=price)))


def test_the_last_purchase_says_when_it_is_due(database: Database) -> None:
    with database.write() as session:
        product = add_product(session, SHAMPOO, now=NOW).product_id
        late, soon, later, new = (add_customer(session, f"客 {n}") for n in range(4))
        buy(session, late, TODAY - timedelta(days=50))
        buy(session, soon, TODAY - timedelta(days=100))
        buy(session, soon, TODAY - timedelta(days=40), "前の名前", "s-1")
        buy(session, later, TODAY - timedelta(days=20))
        add_purchase(session, new, TODAY)
        add_purchase(session, None, TODAY, lines=(LineFields("シャンプー", unit_price=2_640, amount=2_640),))
    with database.read() as session:
        last = TODAY - timedelta(days=50)
        assert due_again_rows(session, TODAY, 14) == (
            DueAgain(late, product, "シャンプー", last, last + timedelta(days=45), -5),
            DueAgain(soon, product, "シャンプー", TODAY - timedelta(days=40), TODAY + timedelta(days=5), 5),
        )
        assert [row.customer_id for row in due_again_rows(session, TODAY, 25)] == [late, soon, later]
        assert people_behind(session, DueAgainSoon(TODAY, 14)) == [late, soon]
        assert people_behind(session, DueAgainSoon(TODAY, 14, product + 1)) == []


def test_a_later_purchase_closes_it_and_one_given_back_does_not(database: Database) -> None:
    with database.write() as session:
        add_product(session, SHAMPOO, now=NOW)
        customer = add_customer(session)
        buy(session, customer, TODAY - timedelta(days=50))
        again = buy(session, customer, TODAY)
        assert due_again_rows(session, TODAY, 14) == ()
        shampoo = purchase_fields(session, again).lines[1:]
        refund_visit(session, again, shampoo, day=TODAY, now=NOW, today=TODAY)
        assert [row.days_left for row in due_again_rows(session, TODAY, 14)] == [-5]


def test_a_gift_counts_as_bought(database: Database) -> None:
    with database.write() as session:
        add_product(session, SHAMPOO, now=NOW)
        customer = add_customer(session)
        buy(session, customer, TODAY - timedelta(days=40), price=0)
        assert len(due_again_rows(session, TODAY, 14)) == 1


def test_nobody_is_asked_who_left_or_for_what_is_no_longer_sold(database: Database) -> None:
    with database.write() as session:
        product = add_product(session, SHAMPOO, now=NOW).product_id
        here, gone, dead = (add_customer(session, name) for name in ("いる人", "いない人", "亡くなった人"))
        for customer in (here, gone, dead):
            buy(session, customer, TODAY - timedelta(days=40))
        archive_customer(session, gone, now=NOW)
        mark_customer(session, dead, now=NOW, is_deceased=True)
        assert [row.customer_id for row in due_again_rows(session, TODAY, 14)] == [here]
        edit_product(session, product, ProductFields("シャンプー", "S-1", reuse_days=10), now=NOW)
        assert [row.days_left for row in due_again_rows(session, TODAY, 14)] == [-30]
        archive_product(session, product, now=NOW)
        assert due_again_rows(session, TODAY, 14) == ()


def test_the_page_of_a_customer_says_what_is_next(database: Database) -> None:
    with database.write() as session:
        add_product(session, SHAMPOO, now=NOW)
        add_product(session, ProductFields("車検", reuse_days=730), now=NOW)
        customer, other = add_customer(session), add_customer(session, "佐藤 花子")
        buy(session, customer, date(2026, 11, 5))
        buy(session, customer, date(2026, 1, 10), "車検")
        buy(session, other, date(2026, 11, 1))
    with database.read() as session:
        due = customer_view(session, customer, TODAY).due
        assert [(row.product, row.due) for row in due] == [("シャンプー", date(2026, 12, 20)), ("車検", date(2028, 1, 10))]


def test_half_a_bottle_left_is_still_one(database: Database) -> None:
    with database.write() as session:
        add_product(session, SHAMPOO, now=NOW)
        customer = add_customer(session)
        day = TODAY - timedelta(days=40)
        two = LineFields("シャンプー", quantity=Decimal(2), unit_price=2_640, amount=5_280)
        purchase = add_purchase(session, customer, day, lines=(two,))
        one = LineFields("シャンプー", quantity=Decimal(1), unit_price=2_640, amount=2_640)
        refund_visit(session, purchase, (one,), day=day, now=NOW, today=TODAY)
        assert len(due_again_rows(session, TODAY, 14)) == 1
