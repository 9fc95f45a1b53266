"""Lists that are brought in are history: they ask for nothing of before the day they came."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.domain.care import RunOutcome
from app.domain.imports import ImportSource
from app.domain.money import currency_of
from app.exchange.columns import Subject, guess_columns
from app.exchange.customers import read_customers
from app.exchange.purchases import read_purchases
from app.exchange.source import open_table
from app.models.care import CareRule
from app.models.counter import FollowUp
from app.models.database import Database
from app.services.care_rules import ensure_rules
from app.services.care_run import run_day
from app.services.import_customers import store_customers
from app.services.import_purchases import store_purchases
from app.services.imports import undo_import
from tests.factories import NOW, TODAY, add_customer, add_purchase

DAY = timedelta(days=1)


def run(session: Session, ahead: int = 0) -> RunOutcome:
    return run_day(session, now=NOW + ahead * DAY, today=TODAY + ahead * DAY)


def begin(session: Session) -> None:
    ensure_rules(session, now=NOW, today=TODAY)
    session.execute(update(CareRule).values(since=TODAY - 60 * DAY))


def bring_people(session: Session, path: Path, text: str) -> int:
    path.write_text(text, encoding="utf-8")
    table = open_table(path)
    reading = read_customers(table, guess_columns(table, Subject.CUSTOMERS), today=TODAY)
    return store_customers(session, reading, [], source=ImportSource("名簿.csv", "f"), now=NOW, today=TODAY).import_id


def bring_visits(session: Session, path: Path, text: str) -> int:
    path.write_text(text, encoding="utf-8")
    table = open_table(path)
    reading = read_purchases(table, guess_columns(table, Subject.PURCHASES), today=TODAY, currency=currency_of("JPY"))
    source = ImportSource("売上.csv", "g")
    return store_purchases(session, reading, source=source, now=NOW, today=TODAY, create_customers=False).import_id


def customers_asked(session: Session) -> list[int]:
    return list(session.scalars(select(FollowUp.customer_id).order_by(FollowUp.id)))


def test_what_a_list_of_sales_brings_from_the_past_asks_for_nothing(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        begin(session)
        own = add_customer(session, "自", code="1")
        for code in ("2", "3"):
            add_customer(session, f"客{code}", code=code)
        add_purchase(session, own, TODAY - 3 * DAY)
        text = "伝票番号,日付,顧客番号,金額\nA1,2026-11-15,2,5000\nA2,2026-11-20,3,5000\n"
        bring_visits(session, tmp_path / "売上.csv", text)
        run(session)
        assert customers_asked(session) == [own]
        run(session, 1)
        assert customers_asked(session) == [own, own + 2]


def test_birthdays_of_a_list_count_from_the_day_it_came(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        begin(session)
        batch = bring_people(session, tmp_path / "名簿.csv", "顧客番号,お名前,誕生日\n1,一 花子,1980-12-03\n2,二 花子,1981-12-05\n")
        assert run(session) == RunOutcome(0, 0, 0)
        assert run(session, 1) == RunOutcome(1, 0, 0)
        assert undo_import(session, batch, now=NOW, today=TODAY).customers == 2
        session.expire_all()
        assert customers_asked(session) == []
