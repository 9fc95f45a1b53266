"""What is needed again: by hand, by product, and done by a visit."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from app.domain.contracts import NeedGone
from app.domain.needs import NeedFields, NeedRoundOutOfRange, NeedTitleMissing, NextDue, next_need
from app.domain.products import ProductFields
from app.domain.purchases import LineFields, PurchaseFields
from app.models.database import Database
from app.queries.needs import find_need, needs_of, next_due
from app.services.actions import redo, undo
from app.services.needs import add_need, delete_need, edit_need, finish_need
from app.services.products import add_product
from app.services.purchases import record_visit
from tests.factories import NOW, TODAY, add_customer, add_purchase

SOON = TODAY + timedelta(days=10)


def _lines(*names: str, quantity: int = 1) -> tuple[LineFields, ...]:
    return tuple(LineFields(product=name, quantity=Decimal(quantity), unit_price=1_000, amount=1_000) for name in names)


def _titles(session: Session, customer: int) -> list[tuple[str, date]]:
    return [(row.title, row.due) for row in needs_of(session, customer, TODAY)]


@pytest.mark.parametrize(
    ("due", "done", "every", "expected"),
    [
        (date(2026, 11, 20), date(2026, 11, 20), 24, date(2028, 11, 20)),
        (date(2026, 11, 20), date(2026, 10, 25), 24, date(2028, 11, 20)),
        (date(2026, 11, 20), date(2026, 12, 21), 6, date(2027, 5, 20)),
        (date(2026, 11, 20), date(2026, 12, 22), 6, date(2027, 6, 22)),
        (date(2026, 11, 20), date(2026, 10, 19), 6, date(2027, 4, 19)),
        (date(2026, 8, 31), date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 11, 1), date(2026, 12, 2), 1, date(2027, 1, 2)),
    ],
)
def test_the_next_one_keeps_the_rhythm_when_it_was_had_about_then(due: date, done: date, every: int, expected: date) -> None:
    assert next_need(due, done, every) == expected


def test_a_need_is_noted_changed_done_and_comes_round(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        need = add_need(session, customer, NeedFields(" 車検 ", SOON, every_months=24, note="代車"), now=NOW).need_id
        assert needs_of(session, customer, TODAY) == (NextDue(customer, "吉田 和子", "車検", SOON, 10, need, None, 24, None, "代車"),)
        assert edit_need(session, need, NeedFields("車検", SOON, every_months=24, note="代車"), now=NOW) is None
        edit_need(session, need, NeedFields("車検", SOON, every_months=12), now=NOW)
        action = finish_need(session, need, day=TODAY, now=NOW)
        assert _titles(session, customer) == [("車検", date(2027, 11, 30))]
        with pytest.raises(NeedGone):
            finish_need(session, need, day=TODAY, now=NOW)
        undo(session, action, now=NOW)
        assert _titles(session, customer) == [("車検", SOON)]
        redo(session, now=NOW)
        assert find_need(session, need, TODAY) is None


def test_one_that_comes_once_is_over_when_it_is_done(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        need = add_need(session, customer, NeedFields("タイヤ交換", SOON), now=NOW).need_id
        finish_need(session, need, day=TODAY, now=NOW)
        assert needs_of(session, customer, TODAY) == ()
        other = add_need(session, customer, NeedFields("点検", SOON), now=NOW).need_id
        action = delete_need(session, other, now=NOW)
        assert needs_of(session, customer, TODAY) == ()
        undo(session, action, now=NOW)
        assert _titles(session, customer) == [("点検", SOON)]
        with pytest.raises(NeedTitleMissing):
            add_need(session, customer, NeedFields("  ", SOON), now=NOW)
        with pytest.raises(NeedRoundOutOfRange):
            add_need(session, customer, NeedFields("点検", SOON, every_months=0), now=NOW)


def test_buying_it_does_it_in_the_same_act(database: Database) -> None:
    with database.write() as session:
        customer, other = add_customer(session), add_customer(session, name="山本 大輔")
        oil = add_product(session, ProductFields("オイル交換"), now=NOW).product_id
        for due in (SOON, SOON + timedelta(days=200)):
            add_need(session, customer, NeedFields("オイル", due, product_id=oil, every_months=6), now=NOW)
        add_need(session, other, NeedFields("オイル", SOON, product_id=oil), now=NOW)
        add_purchase(session, customer, TODAY, lines=_lines("洗車"))
        assert len(needs_of(session, customer, TODAY)) == 2
        fields = PurchaseFields(day=TODAY, lines=_lines("オイル交換"))
        visit = record_visit(session, customer, fields, now=NOW, today=TODAY)
        assert _titles(session, customer) == [("オイル", date(2027, 5, 30)), ("オイル", SOON + timedelta(days=200))]
        assert _titles(session, other) == [("オイル", SOON)]
        undo(session, visit.action_id, now=NOW)
        assert _titles(session, customer) == [("オイル", SOON), ("オイル", SOON + timedelta(days=200))]


def test_a_visit_written_down_late_does_nothing_that_was_noted_after_it(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        oil = add_product(session, ProductFields("オイル交換"), now=NOW).product_id
        add_need(session, customer, NeedFields("オイル", SOON, product_id=oil), now=NOW)
        add_purchase(session, customer, TODAY - timedelta(days=1), lines=_lines("オイル交換"))
        assert _titles(session, customer) == [("オイル", SOON)]
        add_purchase(session, customer, TODAY, lines=_lines("オイル交換"))
        assert needs_of(session, customer, TODAY) == ()


def test_products_that_are_used_up_stand_among_what_is_due(database: Database) -> None:
    with database.write() as session:
        customer, other = add_customer(session), add_customer(session, name="山本 大輔")
        shampoo = add_product(session, ProductFields("シャンプー", reuse_days=60), now=NOW).product_id
        bought = TODAY - timedelta(days=30)
        for who in (customer, other):
            add_purchase(session, who, bought, lines=_lines("シャンプー"))
        add_need(session, customer, NeedFields("車検", SOON), now=NOW)
        add_need(session, customer, NeedFields("来年の点検", TODAY + timedelta(days=300)), now=NOW)
        used_up = bought + timedelta(days=60)
        assert [(row.title, row.due, row.need_id is None) for row in needs_of(session, customer, TODAY)] == [
            ("車検", SOON, False),
            ("シャンプー", used_up, True),
            ("来年の点検", TODAY + timedelta(days=300), False),
        ]
        due = next_due(session, TODAY, 60)
        assert [(row.customer_id, row.customer, row.title, row.days_left) for row in due] == [
            (customer, "吉田 和子", "車検", 10),
            (customer, "吉田 和子", "シャンプー", 30),
            (other, "山本 大輔", "シャンプー", 30),
        ]
        # Noted by hand, the day of the hand counts.
        add_need(session, other, NeedFields("詰め替え", SOON, product_id=shampoo), now=NOW)
        assert [(row.title, row.bought) for row in needs_of(session, other, TODAY)] == [("詰め替え", None)]
