"""Lifetime profit, depth and the average purchase of a real file."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.depth import CustomerDepth
from app.domain.periods import Period
from app.domain.products import GroupFields, ProductFields
from app.domain.purchases import LineFields
from app.models.database import Database
from app.models.purchase import Purchase
from app.queries import bought
from app.queries.bought import history
from app.queries.depth import average_months, customer_depth, depth_tiles, lifetime_profit
from app.queries.insights import insight_tiles
from app.queries.people import people_behind
from app.queries.purchases import purchase_fields
from app.services.products import add_group, add_product, archive_product, edit_product
from app.services.purchases import delete_visit, edit_visit, refund_visit
from tests.factories import NOW, TODAY, add_customer, add_purchase

END = date(2026, 11, 1)


def line(product: str, amount: int, **more: str) -> LineFields:
    return LineFields(product, unit_price=amount, amount=amount, **more)  # type: ignore[arg-type]


def sell(session: Session) -> tuple[int, int]:
    """Two customers: cut and shampoo in October, a cut in November; a wax of an unknown group in September."""
    first, second = add_customer(session, "吉田 和子"), add_customer(session, "佐藤 花子")
    add_purchase(session, first, date(2026, 10, 5), lines=(line("カット", 5_000), line("シャンプー", 2_000)))
    add_purchase(session, first, date(2026, 11, 10), lines=(line("カット", 5_000),))
    add_purchase(session, second, date(2026, 9, 1), lines=(line("ワックス", 1_000, group="雑貨"),))
    return first, second


def test_without_margins_of_products_the_shops_counts(database: Database) -> None:
    with database.write() as session:
        first, _ = sell(session)
    with database.read() as session:
        # Up to the end of October: 8,000 x 0.6 over two customers.
        assert lifetime_profit(session, END) == (2_400, 1.0)
        assert lifetime_profit(session, date(2026, 9, 1)) == (None, 1.0)
        assert customer_depth(session, first) == CustomerDepth(7_200, ())


def test_margins_go_by_product_then_group_then_shop(database: Database) -> None:
    with database.write() as session:
        first, second = sell(session)
        add_group(session, GroupFields("雑貨", 0.2), now=NOW)
        add_product(session, ProductFields("カット", group="ヘア", margin_rate=0.8), now=NOW)
        add_product(session, ProductFields("シャンプー", group="物販"), now=NOW)
    with database.read() as session:
        # 5,000 x 0.8 + 2,000 x 0.6 + 1,000 x 0.2 = 5,400 by the end of October, over two customers.
        assert lifetime_profit(session, END) == (2_700, 1.0)
        assert customer_depth(session, first) == CustomerDepth(9_200, ("ヘア", "物販"))
        assert customer_depth(session, second) == CustomerDepth(200, ("雑貨",))
        tiles = insight_tiles(session, TODAY)
        # In September there was one customer with 200.
        assert (tiles.profit, tiles.profit_change) == (2_700, 2_500)


def test_depth_is_of_those_who_came_within_a_year(database: Database) -> None:
    with database.write() as session:
        first, second = sell(session)
        add_product(session, ProductFields("カット", group="ヘア"), now=NOW)
        add_product(session, ProductFields("シャンプー", group="物販"), now=NOW)
        old = add_customer(session, "昔 の人")
        add_purchase(session, old, TODAY - timedelta(days=366), 9_000)
    with database.read() as session:
        tiles = depth_tiles(session, TODAY)
        assert (tiles.customers, tiles.amount, tiles.visits, tiles.groups) == (2, 6_500, Decimal("1.5"), Decimal("1.5"))
        assert tiles.read == 1
        assert people_behind(session, tiles.specs.depth) == [first, second]
        assert people_behind(session, tiles.specs.average) == [first]


def test_the_average_purchase_and_its_course(database: Database) -> None:
    with database.write() as session:
        first, _ = sell(session)
        add_purchase(session, None, date(2026, 10, 6), 3_000)
        given_back = add_purchase(session, first, date(2026, 10, 7), 9_999)
        refund_visit(session, given_back, purchase_fields(session, given_back).lines, day=date(2026, 10, 8), now=NOW, today=TODAY)
    with database.read() as session:
        months = average_months(session, TODAY)
        assert [(m.month, m.average, m.receipts, m.amount, m.is_complete) for m in months] == [
            (date(2026, 11, 1), 5_000, 1, 5_000, False),
            (date(2026, 10, 1), 5_000, 2, 10_000, True),
            (date(2026, 9, 1), 1_000, 1, 1_000, True),
        ]
        assert months[0].people.period == Period(date(2026, 11, 1), date(2026, 12, 1))
        assert average_months(session, TODAY, 1) == months[:1]
        tiles = depth_tiles(session, TODAY)
        assert (tiles.average, tiles.average_change) == (5_000, 4_000)


def test_the_history_follows_every_change(database: Database) -> None:
    with database.write() as session:
        first, second = sell(session)
        cut = add_product(session, ProductFields("カット", group="ヘア", margin_rate=0.8), now=NOW).product_id

    def profit(customer: int | None = None) -> int | None:
        with database.read() as session:
            seen = history(session)
            assert seen.bought is not None
            kept = {int(o): 0 for o in seen.bought.owners()}
            for owner, kind, amount in zip(seen.bought.customer, seen.bought.kind, seen.bought.amount, strict=True):
                kept[int(owner)] += int(amount) if seen.words[kind][1] == "カット" else 0
            return kept.get(customer) if customer else lifetime_profit(session, TODAY)[0]

    assert (profit(first), profit()) == (10_000, 4_900)
    with database.write() as session:
        added = add_purchase(session, second, date(2026, 11, 1), lines=(line("カット", 4_000),))
    assert (profit(second), profit()) == (4_000, 6_500)
    with database.write() as session:
        # The same money, another product.
        fields = purchase_fields(session, added)
        edit_visit(session, added, type(fields)(day=fields.day, receipt=fields.receipt, lines=(line("ガム", 4_000),)), now=NOW, today=TODAY)
    assert (profit(second), profit()) == (0, 6_100)
    with database.write() as session:
        edit_product(session, cut, ProductFields("カット", group="ヘア", margin_rate=0.5), now=NOW)
    assert profit() == 4_600
    with database.write() as session:
        archive_product(session, cut, now=NOW)
        delete_visit(session, added, now=NOW, today=TODAY)
    assert profit() == 3_400
    with database.write() as session:
        for number in session.scalars(select(Purchase.id).where(Purchase.customer_id == second)).all():
            delete_visit(session, number, now=NOW, today=TODAY)
    assert profit(second) is None


def test_a_long_history_is_read_in_portions(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bought, "PORTION", 4)
    with database.write() as session:
        customers = [add_customer(session, f"客 {n}") for n in range(5)]
        for customer in customers:
            add_purchase(session, customer, date(2026, 10, 1), lines=(line("カット", 1_000),))
        add_product(session, ProductFields("カット", group="ヘア", margin_rate=0.5), now=NOW)
    shares = []
    with database.read() as session:
        shares.append(depth_tiles(session, TODAY).read)
        assert lifetime_profit(session, END)[0] is None
    # What is written meanwhile is not missed.
    with database.write() as session:
        add_purchase(session, customers[0], date(2026, 10, 2), lines=(line("カット", 5_000),))
    with database.read() as session:
        shares.append(depth_tiles(session, TODAY).read)
        assert lifetime_profit(session, END) == (1_000, 1.0)
    assert shares == [0.4, 1.0]


def test_a_large_change_begins_anew(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bought, "MANY", 1)
    with database.write() as session:
        first, second = sell(session)
        add_product(session, ProductFields("カット", margin_rate=0.5), now=NOW)
    with database.read() as session:
        assert lifetime_profit(session, TODAY)[0] == 3_400
    with database.write() as session:
        for customer in (first, second):
            add_purchase(session, customer, date(2026, 11, 2), lines=(line("カット", 1_000),))
    with database.read() as session:
        assert lifetime_profit(session, TODAY)[0] == 3_900
