"""What a list may say of marks that decide who gets paper: a stop holds, a consent comes with its own day and source."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from app.domain.customers import Consent, CustomerFields
from app.domain.exports import ExportWhat
from app.domain.imports import DoubleChoice, ImportSource
from app.exchange.columns import Subject, guess_columns
from app.exchange.customers import CustomerDraft, read_customers
from app.exchange.duplicates import find_doubles, person_of
from app.exchange.export import ExportStyle
from app.exchange.source import open_table
from app.models.customer import Customer, fields_of_record
from app.models.database import Database
from app.services.exports import log_export, write_export
from app.services.import_customers import merged, store_customers
from app.services.imports import existing_people, undo_import
from tests.factories import NOW, TODAY, add_customer

HEADER = "お客様番号,お名前,はがき・DM,はがき・DMを伺った日,はがき・DMの伺い方,故人,連名\n"
FIRST, LATER = date(2024, 5, 1), date(2026, 2, 3)


def _store(database: Database, path: Path, **sides: Any) -> int:
    table = open_table(path)
    reading = read_customers(table, guess_columns(table, Subject.CUSTOMERS), today=TODAY)
    with database.write() as session:
        doubles = find_doubles([person_of(draft) for draft in reading.drafts], existing_people(session))
        choices = {draft.row: DoubleChoice.MERGE for draft in reading.drafts}
        source = ImportSource(path.name, "f")
        return store_customers(session, reading, doubles, choices=choices, source=source, now=NOW, today=TODAY, **sides).import_id


def _record(database: Database, code: str) -> CustomerFields:
    with database.read() as session:
        return fields_of_record(session.scalars(select(Customer).where(Customer.code == code)).one(), "", "")


def test_marks_of_a_list_are_stored_and_go_again_with_it(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(HEADER + "1,山田 一郎,はい,2024/5/1,ご来店時の用紙,,花子、健太\n2,林 健,,,,故人,\n", encoding="utf-8")
    with database.write() as session:
        add_customer(session, "山田 一郎", code="1")
    number = _store(database, path)
    first, second = _record(database, "1"), _record(database, "2")
    assert (first.post_consent, first.post_consent_on, first.post_consent_source) == (Consent.YES, FIRST, "ご来店時の用紙")
    assert (first.is_deceased, first.joint_names, second.is_deceased) == (False, ("花子", "健太"), True)
    with database.write() as session:
        undo_import(session, number, now=NOW, today=TODAY)
    assert _record(database, "1") == CustomerFields(code="1", name="山田 一郎", family_name="山田", given_name="一郎", joined_on=TODAY)


def test_nobody_comes_back_to_life_through_a_list(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(HEADER + "1,山田 一郎,,,,いいえ,花子\n", encoding="utf-8")
    with database.write() as session:
        add_customer(session, "山田 一郎", code="1", is_deceased=True, joint_names=("健太",))
    _store(database, path, sides={(2, "is_deceased"): False})
    assert (_record(database, "1").is_deceased, _record(database, "1").joint_names) == (True, ("健太", "花子"))


@pytest.mark.parametrize(
    ("ours", "theirs", "keeps_ours", "expected"),
    [
        ((Consent.NO, FIRST, "電話で"), (Consent.YES, LATER, "用紙"), False, (Consent.NO, FIRST, "電話で")),
        ((Consent.YES, FIRST, "用紙"), (Consent.NO, LATER, "電話で"), True, (Consent.NO, LATER, "電話で")),
        ((Consent.YES, FIRST, "用紙"), (Consent.NO, None, ""), False, (Consent.NO, None, "")),
        ((Consent.UNKNOWN, None, ""), (Consent.YES, LATER, "用紙"), False, (Consent.YES, LATER, "用紙")),
        ((Consent.UNKNOWN, None, ""), (Consent.YES, LATER, "用紙"), True, (Consent.UNKNOWN, None, "")),
        ((Consent.YES, FIRST, "用紙"), (Consent.YES, LATER, ""), False, (Consent.YES, LATER, "")),
        ((Consent.YES, FIRST, "用紙"), (Consent.YES, None, ""), False, (Consent.YES, FIRST, "用紙")),
        ((Consent.YES, FIRST, ""), (Consent.YES, FIRST, "用紙"), False, (Consent.YES, FIRST, "用紙")),
    ],
)
def test_a_consent_keeps_the_day_and_the_source_it_was_given_with(ours: Any, theirs: Any, expected: Any, *, keeps_ours: bool) -> None:
    names = ("post_consent", "post_consent_on", "post_consent_source")
    record = CustomerFields(name="山田 一郎", **dict(zip(names, ours, strict=True)))
    row = CustomerDraft(2, CustomerFields(name="山田 一郎", **dict(zip(names, theirs, strict=True))), frozenset(names))
    found = merged(record, row, {(2, "post_consent"): True} if keeps_ours else {})
    assert tuple(getattr(found, name) for name in names) == expected


def test_what_was_taken_along_comes_in_again_unchanged(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "moved.csv"
    with database.write() as session:
        add_customer(
            session, "山田 一郎", code="1", is_deceased=True, joint_names=("花子", "林 健"), post_consent=Consent.NO,
            post_consent_on=FIRST, post_consent_source="お電話で", email_consent=Consent.YES, email_consent_source="用紙",
        )  # fmt: skip
    before = _record(database, "1")
    with database.write() as session:
        plan = log_export(session, ExportWhat.CUSTOMERS, path, who="", now=NOW)
    with database.read() as session:
        write_export(session, path, plan, style=ExportStyle.MOVING, language="ja")
    _store(database, path)
    assert _record(database, "1") == before
