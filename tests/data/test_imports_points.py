"""Points of sales that come in by a list: as if each had been recorded on its day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlalchemy import select

from app.domain.imports import ImportSource
from app.domain.money import currency_of
from app.domain.points import EntryKind, Expiry, ExpiryKind, RuleFields
from app.exchange.columns import Subject, guess_columns
from app.exchange.problems import RowReason
from app.exchange.purchases import read_purchases
from app.exchange.source import open_table
from app.models.customer import Customer
from app.models.database import Database
from app.queries.points import balances, standing, statement
from app.services.import_purchases import store_purchases
from app.services.imports import undo_import
from app.services.ledger import ledger_faults
from app.services.points import adjust_points, set_rule
from tests.factories import NOW, TODAY

SALES = """receipt,date,customer_code,product,amount,refund_of
A1,2024-01-10,1,カット,9350,
A2,2024-02-10,1,カラー,12000,
A3,2025-06-01,1,カット,-4000,A2
A4,2026-05-05,1,カット,5090,
B1,2026-05-05,2,カット,99,
B2,2026-06-05,2,カット,1000,
B3,2026-06-07,2,カット,-1000,B2
C1,2026-06-07,,カット,7000,
"""
RULE = RuleFields(first_visit_points=7, expiry=Expiry(ExpiryKind.AFTER_EARNING, 12))


def sell(database: Database, path: Path, text: str = SALES) -> int:
    path.write_text(text, encoding="utf-8")
    table = open_table(path)
    reading = read_purchases(table, guess_columns(table, Subject.PURCHASES), today=TODAY, currency=currency_of("JPY"))
    with database.write() as session:
        stored = store_purchases(session, reading, create_customers=True, source=ImportSource("売上.csv", "s"), now=NOW, today=TODAY)
    assert stored.refused == []
    return stored.import_id


def ids(database: Database) -> dict[str | None, int]:
    with database.read() as session:
        return {code: number for code, number in session.execute(select(Customer.code, Customer.id))}


def test_a_list_earns_nothing_before_the_shop_gives_points(database: Database, tmp_path: Path) -> None:
    sell(database, tmp_path / "売上.csv")
    with database.write() as session:
        set_rule(session, RULE, valid_from=None, now=NOW)
        assert balances(session, TODAY) == {}


def test_sales_of_a_list_earn_lapse_and_are_taken_back_on_their_days(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        set_rule(session, RULE, valid_from=None, now=NOW)
    sell(database, tmp_path / "売上.csv")
    whose = ids(database)
    with database.read() as session:
        one, two = whose["1"], whose["2"]
        assert ledger_faults(session) == []
        assert sorted((e.day, e.points, e.kind) for e in statement(session, one)) == [
            (date(2024, 1, 10), 100, EntryKind.EARN),
            (date(2024, 2, 10), 120, EntryKind.EARN),
            (date(2025, 1, 11), -100, EntryKind.EXPIRE),
            (date(2025, 2, 11), -120, EntryKind.EXPIRE),
            (date(2025, 6, 1), -40, EntryKind.REVERSE),
            (date(2025, 6, 1), 40, EntryKind.REVERSE),
            (date(2026, 5, 5), 50, EntryKind.EARN),
        ]
        for day, points in (
            (date(2024, 1, 10), 100),
            (date(2025, 1, 10), 220),
            (date(2025, 1, 11), 120),
            (date(2025, 6, 1), 0),
            (date(2026, 5, 4), 0),
            (TODAY, 50),
        ):
            assert standing(session, one, day).balance == balances(session, day).get(one, 0) == points
        assert standing(session, two, date(2026, 6, 5)).balance == 17
        assert standing(session, two, TODAY).balance == 7


def test_a_refund_in_a_later_list_takes_back_what_an_earlier_one_earned(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        set_rule(session, RuleFields(), valid_from=None, now=NOW)
    sell(database, tmp_path / "a.csv", "receipt,date,customer_code,product,amount\nA1,2026-05-01,1,カット,10000\n")
    second = sell(database, tmp_path / "b.csv", "receipt,date,customer_code,product,amount,refund_of\nR1,2026-05-03,1,カット,-4000,A1\n")
    whose = ids(database)["1"]
    with database.write() as session:
        assert (standing(session, whose, date(2026, 5, 2)).balance, standing(session, whose, TODAY).balance) == (100, 60)
        undo_import(session, second, now=NOW, today=TODAY)
        assert standing(session, whose, TODAY).balance == 100


def test_a_list_with_a_refund_of_used_points_comes_in_and_says_so(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        set_rule(session, RuleFields(), valid_from=None, now=NOW)
    sell(database, tmp_path / "a.csv", "receipt,date,customer_code,product,amount\nA1,2026-05-01,1,カット,10000\n")
    whose = ids(database)["1"]
    with database.write() as session:
        adjust_points(session, whose, -90, "特典", now=NOW, today=TODAY)
    path = tmp_path / "b.csv"
    path.write_text("receipt,date,customer_code,product,amount,refund_of\nR1,2026-05-03,1,カット,-10000,A1\n", encoding="utf-8")
    table = open_table(path)
    reading = read_purchases(table, guess_columns(table, Subject.PURCHASES), today=TODAY, currency=currency_of("JPY"))
    with database.write() as session:
        stored = store_purchases(session, reading, create_customers=True, source=ImportSource("b.csv", "s"), now=NOW, today=TODAY)
        assert standing(session, whose, TODAY).balance == -90
    assert [(warning.row, warning.reason, warning.value) for warning in stored.warnings] == [(2, RowReason.POINTS_BELOW_ZERO, "-90")]


def test_undoing_a_list_takes_its_points_back(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        set_rule(session, RULE, valid_from=None, now=NOW)
    batch = sell(database, tmp_path / "売上.csv")
    with database.write() as session:
        undo_import(session, batch, now=NOW, today=TODAY)
        assert ledger_faults(session) == []
        for day in (date(2024, 6, 1), date(2026, 5, 6), TODAY):
            assert sum(balances(session, day).values()) == 0
