"""Points that customers bring along count once, and go again with the list that brought them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.imports import ImportKind, ImportSource
from app.domain.points import EntryKind, PointsUsedAlready, RuleFields
from app.domain.purchases import LineFields, PurchaseFields
from app.exchange.columns import Subject, guess_columns
from app.exchange.customers import read_customers
from app.exchange.duplicates import find_doubles, person_of
from app.exchange.point_openings import read_openings
from app.exchange.problems import RowReason
from app.exchange.source import open_table
from app.models.customer import Customer
from app.models.database import Database
from app.models.points import PointAct, PointEntry, PointLot
from app.queries.imports import import_rows
from app.queries.points import balances, standing, statement
from app.services.import_customers import ImportOutcome, store_customers
from app.services.imports import existing_people, undo_import
from app.services.ledger import ledger_faults
from app.services.point_openings import store_openings
from app.services.points import set_rule
from app.services.purchases import record_visit
from tests.factories import NOW, TODAY, add_customer

POINTS = "customer_code,points,expires\nC1,1240,2027-03-31\nC1,60,\nC2,300,\nC9,10,\nC3,0,\n"
SOURCE = ImportSource("ポイント.csv", "p")


def bring(session: Session, folder: Path, text: str = POINTS) -> ImportOutcome:
    path = folder / "ポイント.csv"
    path.write_text(text, encoding="utf-8")
    table = open_table(path)
    reading = read_openings(table, guess_columns(table, Subject.POINTS), today=TODAY)
    return store_openings(session, reading, source=SOURCE, now=NOW, today=TODAY)


def import_people(session: Session, folder: Path, text: str) -> ImportOutcome:
    path = folder / "名簿.csv"
    path.write_text(text, encoding="utf-8")
    table = open_table(path)
    reading = read_customers(table, guess_columns(table, Subject.CUSTOMERS), today=TODAY)
    doubles = find_doubles([person_of(draft) for draft in reading.drafts], existing_people(session))
    return store_customers(session, reading, doubles, source=ImportSource("名簿.csv", "c"), now=NOW, today=TODAY)


@pytest.fixture
def shop(database: Database) -> Database:
    with database.write() as session:
        for number, name in enumerate(("佐藤 花子", "高橋 由美子", "山本 大輔"), start=1):
            add_customer(session, name=name, code=f"C{number}")
        add_customer(session, name="番号のない方")
    return database


def test_each_row_becomes_a_lot_with_its_own_last_day(shop: Database, tmp_path: Path) -> None:
    with shop.write() as session:
        outcome = bring(session, tmp_path)
        assert (outcome.accepted, [(error.row, error.reason) for error in outcome.refused]) == (4, [(5, RowReason.CUSTOMER_UNKNOWN)])
        assert balances(session, TODAY) == {1: 1300, 2: 300}
        assert [(lot.left, lot.expires) for lot in standing(session, 1, TODAY).lots] == [(1240, date(2027, 3, 31)), (60, None)]
        assert [(entry.kind, entry.day) for entry in statement(session, 2)] == [(EntryKind.OPENING, TODAY)]
        assert ledger_faults(session) == []
        row = import_rows(session)[0]
        assert (row.kind, row.accepted, row.refused) == (ImportKind.POINTS, 4, 1)


def test_a_customer_without_a_number_is_named_by_the_records(shop: Database, tmp_path: Path) -> None:
    with shop.write() as session:
        assert bring(session, tmp_path, "customer_code,points\n#4,70\n#1,70\n").accepted == 1
        assert balances(session, TODAY) == {4: 70}


def test_customers_are_also_known_by_name_and_phone(shop: Database, tmp_path: Path) -> None:
    with shop.write() as session:
        add_customer(session, name="佐藤 花子", phone="090-0000-5678")
        text = "customer_code,name,phone,points\n,高橋由美子,,30\n,佐藤 花子,09000005678,50\n,佐藤 花子,,5\nC2,,,7\n,知らない方,,9\n"
        outcome = bring(session, tmp_path, text)
        assert [(error.row, error.reason) for error in outcome.refused] == [
            (4, RowReason.CUSTOMER_AMBIGUOUS),
            (5, RowReason.POINTS_TWICE),
            (6, RowReason.CUSTOMER_UNKNOWN),
        ]
        assert balances(session, TODAY) == {2: 30, 5: 50}


def test_the_same_list_again_counts_nothing_twice(shop: Database, tmp_path: Path) -> None:
    with shop.write() as session:
        bring(session, tmp_path)
        again = bring(session, tmp_path)
        reasons = {error.row: error.reason for error in again.refused}
        assert reasons == {2: RowReason.POINTS_THERE, 3: RowReason.POINTS_THERE, 4: RowReason.POINTS_THERE, 5: RowReason.CUSTOMER_UNKNOWN}
        assert balances(session, TODAY) == {1: 1300, 2: 300}


def test_undoing_takes_the_points_off_and_the_list_can_come_again(shop: Database, tmp_path: Path) -> None:
    with shop.write() as session:
        undone = undo_import(session, bring(session, tmp_path).import_id, now=NOW, today=TODAY)
        assert undone.points == 1600
        assert set(balances(session, TODAY).values()) == {0}
        assert session.scalar(select(func.count()).select_from(PointAct)) == 0
        assert ledger_faults(session) == []
        bring(session, tmp_path)
        assert balances(session, TODAY) == {1: 1300, 2: 300}


def test_points_that_were_used_keep_the_list_from_being_undone(shop: Database, tmp_path: Path) -> None:
    with shop.write() as session:
        set_rule(session, RuleFields(), valid_from=None, now=NOW)
        import_id = bring(session, tmp_path).import_id
        line = LineFields(product="カット", unit_price=5000, amount=5000)
        record_visit(session, 2, PurchaseFields(day=TODAY, lines=(line,), points_used=290), now=NOW, today=TODAY)
    with pytest.raises(PointsUsedAlready), shop.write() as session:
        undo_import(session, import_id, now=NOW, today=TODAY)
    with shop.read() as session:
        assert balances(session, TODAY) == {1: 1300, 2: 10 + 47}


def test_a_list_of_customers_brings_their_points_once(database: Database, tmp_path: Path) -> None:
    text = "code,name,points_opening\nA1,吉田 和子,120\nA2,渡辺 真理,0\nA1,吉田 和子,120\nA3,森田 幸子,0\n"
    with database.write() as session:
        first = import_people(session, tmp_path, text)
        assert balances(session, TODAY) == {1: 120}
        second = import_people(session, tmp_path, text.replace("真理,0", "真理,40"))
        assert balances(session, TODAY) == {1: 120, 2: 40}
        import_people(session, tmp_path, text.replace("和子,120", "和子,500"))
        assert balances(session, TODAY) == {1: 120, 2: 40}
        assert bring(session, tmp_path, "customer_code,points\nA1,5\n").accepted == 0
        assert bring(session, tmp_path, "customer_code,points\nA3,5\n").accepted == 1
        third = import_people(session, tmp_path, "code,name,points_opening\nA3,森田 幸子,500\n")
        assert RowReason.POINTS_THERE in {warning.reason for warning in third.warnings}
        assert balances(session, TODAY) == {1: 120, 2: 40, 3: 5}
        assert session.scalar(select(Customer.points_opening).where(Customer.id == 3)) == 0
        undo_import(session, second.import_id, now=NOW, today=TODAY)
        assert balances(session, TODAY) == {1: 120, 2: 0, 3: 5}
        assert session.scalar(select(Customer.points_opening).where(Customer.id == 2)) == 0
        undone = undo_import(session, first.import_id, now=NOW, today=TODAY)
        assert (undone.customers, undone.kept, undone.points) == (2, 1, 120)
        assert session.scalar(select(func.count()).select_from(PointAct)) == 1
        # The ledger is only ever added to: it holds both halves of what came and went.
        assert [session.scalar(select(func.count()).select_from(table)) for table in (PointLot, PointEntry)] == [3, 5]
        assert session.scalar(select(func.sum(PointEntry.points))) == session.scalar(select(func.sum(PointLot.left))) == 5
        assert ledger_faults(session) == []
