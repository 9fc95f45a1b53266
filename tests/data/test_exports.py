"""Lists out of the shop: noted first, whole, and nothing lost on the way."""

from __future__ import annotations

import csv
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select, update

from app.domain.customers import Consent, PartialDate
from app.domain.exports import ExportKindUnknown, ExportPlaceUnusable, ExportWhat
from app.domain.purchases import LineFields
from app.exchange.export import ExportStyle
from app.models.database import Database
from app.models.purchase import Purchase
from app.models.records import ExportLog
from app.services.exports import log_export, write_export
from app.services.purchases import refund_visit
from tests.factories import NOW, TODAY, add_customer, add_purchase, add_staff


def write(database: Database, path: Path, what: ExportWhat, style: ExportStyle, ids: list[int] | None = None) -> int:
    with database.write() as session:
        plan = log_export(session, what, path, who="田中", now=NOW, customer_ids=ids)
    with database.read() as session:
        rows = write_export(session, path, plan, style=style, language="ja")
    assert rows == plan.rows
    return rows


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_customers_for_moving_keep_every_field(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        add_staff(session, "田中 美咲")
        add_customer(session, name="髙橋 𠮷乃", code="A1", own={"肌質": "乾燥"}, tags=("常連", "夜"))
        add_customer(
            session, name="=cmd()", referred_by="A1", staff="田中 美咲", birthday=PartialDate(None, 6, 2), post_consent=Consent.NO,
            do_not_contact=True, joined_on=date(2020, 2, 29), points_opening=120, is_deceased=True, joint_names=("花子", "健"),
            post_consent_source="お電話で", email_consent_source="店のタブレット",
        )  # fmt: skip
    path = tmp_path / "out" / "customers.csv"
    assert write(database, path, ExportWhat.CUSTOMERS, ExportStyle.MOVING) == 2
    first, second = rows_of(path)
    assert (first["code"], first["name"], first["tags"], first["field:肌質"]) == ("A1", "髙橋 𠮷乃", "常連;夜", "乾燥")
    assert (second["code"], second["name"], second["referred_by"], second["staff"]) == ("#2", "=cmd()", "A1", "田中 美咲")
    assert (second["birthday"], second["post_consent"], second["do_not_contact"]) == ("--06-02", "no", "yes")
    assert (second["deceased"], second["joint_names"], second["post_consent_source"]) == ("yes", "花子;健", "お電話で")
    assert (first["deceased"], second["email_consent_source"]) == ("", "店のタブレット")
    assert (second["joined_on"], second["points_opening"], second["field:肌質"]) == ("2020-02-29", "120", "")


def test_a_made_code_is_nobody_elses(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        add_customer(session, name="一")
        add_customer(session, name="二", code="#1")
    write(database, tmp_path / "c.csv", ExportWhat.CUSTOMERS, ExportStyle.MOVING)
    assert [row["code"] for row in rows_of(tmp_path / "c.csv")] == ["#1-2", "#1"]
    write(database, tmp_path / "e.csv", ExportWhat.CUSTOMERS, ExportStyle.EXCEL)
    assert [row["お客様番号"] for row in rows_of(tmp_path / "e.csv")] == ["", "#1"]


def test_purchases_for_moving_keep_lines_times_and_refunds(database: Database, tmp_path: Path) -> None:
    lines = (
        LineFields(product="カット", product_code="C1", group="技術", unit_price=4950, amount=4950, tax_rate=Decimal("0.1")),
        LineFields(product="豆", quantity=Decimal("0.5"), unit_price=1200, discount=100, amount=500, tax_rate=Decimal("0.08")),
    )
    with database.write() as session:
        customer = add_customer(session, name="吉田", phone="03-0000-1111")
        visit = add_purchase(session, customer, date(2026, 11, 1), lines=lines, time=time(14, 30), receipt="R-1", payment="現金")
        refund_visit(session, visit, amount=500, now=NOW, today=TODAY)
        add_purchase(session, None, date(2026, 11, 2), 300, receipt="R-2")
    path = tmp_path / "p.csv"
    assert write(database, path, ExportWhat.PURCHASES, ExportStyle.MOVING) == 4
    cut, beans, refund, nobody = rows_of(path)
    assert (cut["receipt"], cut["line"], cut["date"], cut["time"]) == ("R-1", "1", "2026-11-01", "14:30:00")
    assert (cut["customer_code"], cut["customer_name"], cut["phone"], cut["payment"]) == ("#1", "吉田", "03-0000-1111", "現金")
    assert (beans["line"], beans["quantity"], beans["discount"], beans["amount"], beans["tax_rate"]) == ("2", "0.5", "100", "500", "8%")
    assert (refund["refund_of"], refund["amount"]) == ("R-1", "-500")
    assert (nobody["customer_code"], nobody["customer_name"], nobody["receipt"]) == ("", "", "R-2")


def test_receipts_without_a_number_stay_apart_and_together(database: Database, tmp_path: Path) -> None:
    two_lines = (LineFields(product="カット", amount=4000), LineFields(product="染め", amount=6000))
    with database.write() as session:
        add_purchase(session, None, TODAY, lines=two_lines)
        add_purchase(session, None, TODAY, 500)
        session.execute(update(Purchase).values(receipt=""))
    write(database, tmp_path / "p.csv", ExportWhat.PURCHASES, ExportStyle.MOVING)
    first, second, third = (row["receipt"] for row in rows_of(tmp_path / "p.csv"))
    assert first == second != third
    assert all((first, third))


def test_only_the_chosen_customers_also_when_there_are_many(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        ids = [add_customer(session, name=f"客 {n}") for n in range(4)]
        for customer in ids:
            add_purchase(session, customer, TODAY)
    chosen = [*range(1000, 2200), ids[1], ids[3]]
    assert write(database, tmp_path / "c.csv", ExportWhat.CUSTOMERS, ExportStyle.EXCEL, chosen) == 2
    assert write(database, tmp_path / "p.csv", ExportWhat.PURCHASES, ExportStyle.EXCEL, chosen) == 2


def test_what_goes_out_is_noted_before_the_file_exists(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        add_customer(session, name="吉田")
        add_customer(session, name="佐藤")
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ExportPlaceUnusable):
        write(database, tmp_path / "file" / "c.csv", ExportWhat.CUSTOMERS, ExportStyle.EXCEL)
    with database.read() as session:
        log = session.scalars(select(ExportLog)).one()
        assert (log.who, log.what, log.rows, log.at) == ("田中", "customers", 2, NOW)
        assert log.columns[:2] == ["code", "name"]


def test_a_file_of_an_unknown_kind_is_refused_before_anything(database: Database, tmp_path: Path) -> None:
    with pytest.raises(ExportKindUnknown):
        write(database, tmp_path / "customers.docx", ExportWhat.CUSTOMERS, ExportStyle.EXCEL)
    with database.read() as session:
        assert session.scalars(select(ExportLog)).all() == []
