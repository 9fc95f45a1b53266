"""Rows that may be somebody who is there already: decided by keys, field by field; a stop holds whatever a file says."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.customers import Consent
from app.models.customer import Customer
from app.models.database import Database
from tests.factories import add_customer
from tests.gui.importing.conftest import CHECK, RESULT, Wizard, list_file

HEADER = ("会員番号", "氏名", "フリガナ", "生年月日", "住所", "電話番号", "メール", "DM")
TWIN = ("103", "吉田　和子", "", "S33.6.2", "東京都目黒区上目黒2-1-1", "0337111234", "new@example.jp", "可")
SISTER = ("104", "吉田 春子", "ヨシダ ハルコ", "", "", "03-3711-1234", "", "")
STRANGER = ("105", "森田 幸子", "", "", "", "090-0000-3333", "", "")


@pytest.fixture
def pairs(wizard: Wizard, tmp_path: Path, yoshida: int) -> Wizard:
    """Two rows with the phone of 吉田 和子, one of them with her name, and somebody new."""
    return wizard.open(list_file(tmp_path, (HEADER, TWIN, SISTER, STRANGER))).press()


def record(database: Database, customer_id: int) -> Customer:
    with database.read() as session:
        found = session.get(Customer, customer_id)
        assert found is not None
        session.expunge(found)
        return found


def fields(wizard: Wizard) -> dict[str, tuple[str, str]]:
    """What stands on both sides of each field."""
    return {left.accessibleName().split(" In the file")[0]: (left.words(), right.words()) for left, right in wizard.doubles.cells()}


def test_a_pair_stands_side_by_side(pairs: Wizard) -> None:
    assert pairs.step == CHECK
    assert pairs.check.counts.texts()[2] == "2 pairs may be the same person"
    shown = fields(pairs)
    assert shown["Name"] == ("吉田 和子", "吉田 和子")
    assert shown["Furigana"] == ("(none)", "よしだ かずこ")
    assert shown["E-mail"] == ("new@example.jp", "old@example.jp")
    assert shown["Post consent"] == ("May be sent", "Do not send (Mar 2025)")
    choosable = {left.accessibleName().split(" In the file")[0] for left, _ in pairs.doubles.cells() if left.can_choose}
    assert choosable == {"Furigana", "Address", "E-mail", "Customer no."}


def test_undecided_pairs_are_left_out_and_listed(pairs: Wizard, yoshida: int) -> None:
    assert pairs.primary.label() == "Import 1 customer"
    pairs.press()
    assert pairs.step == RESULT
    assert pairs.names() == ["吉田 和子", "森田 幸子"]
    table = pairs.result.table.model()
    assert [table.index(row, 1).data() for row in range(table.rowCount())] == ["吉田 和子", "吉田 春子"]
    assert table.index(0, 4).data() == "May be the same person as 吉田 和子."


def test_keys_decide(pairs: Wizard, database: Database, yoshida: int) -> None:
    pairs.doubles.take_keyboard()
    pairs.keys(Qt.Key.Key_M)
    assert pairs.doubles.current_row() == 3
    pairs.keys(Qt.Key.Key_D)
    assert pairs.primary.label() == "Import 3 customers"
    pairs.press()
    assert pairs.names() == ["吉田 和子", "吉田 春子", "森田 幸子"]
    merged = record(database, yoshida)
    assert (merged.code, merged.email, merged.kana, merged.city) == ("103", "new@example.jp", "よしだ かずこ", "目黒区")
    assert merged.post_consent is Consent.NO


def test_a_decision_can_be_taken_back(pairs: Wizard) -> None:
    pairs.doubles.take_keyboard()
    pairs.keys(Qt.Key.Key_M)
    pairs.keys(Qt.Key.Key_Left)
    assert pairs.doubles.current_row() == 2
    pairs.keys(Qt.Key.Key_L)
    assert pairs.doubles.open_count() == 2
    assert pairs.primary.label() == "Import 1 customer"


def test_the_side_of_a_field_is_picked_by_key(pairs: Wizard, database: Database, yoshida: int) -> None:
    cells = {left.accessibleName().split(" In the file")[0]: (left, right) for left, right in pairs.doubles.cells()}
    cells["E-mail"][0].setFocus()
    pairs.keys(Qt.Key.Key_2)
    after = {left.accessibleName().split(" In the file")[0]: (left, right) for left, right in pairs.doubles.cells()}
    assert [cell.isChecked() for cell in after["E-mail"]] == [False, True]
    QTest.mouseClick(after["Furigana"][0], Qt.MouseButton.LeftButton)
    pairs.doubles.take_keyboard()
    pairs.keys(Qt.Key.Key_M)
    pairs.press()
    merged = record(database, yoshida)
    assert (merged.email, merged.kana) == ("old@example.jp", "")


def test_the_rest_follows_the_suggestions(pairs: Wizard) -> None:
    pairs.click("Decide the other 2 as suggested")
    assert pairs.primary.label() == "Import 3 customers"
    pairs.press()
    assert pairs.names() == ["吉田 和子", "吉田 春子", "森田 幸子"]


def test_the_same_number_and_name_is_no_question(wizard: Wizard, tmp_path: Path, database: Database) -> None:
    with database.write() as session:
        add_customer(session, "森田 幸子", code="105", phone="03-0000-9999")
    wizard.open(list_file(tmp_path, (HEADER, STRANGER))).press()
    assert wizard.check.is_clean()
    wizard.press()
    assert (wizard.names(), wizard.customer("105").phone) == (["森田 幸子"], "090-0000-3333")


def test_undoing_puts_the_record_back(pairs: Wizard, database: Database, yoshida: int) -> None:
    pairs.doubles.take_keyboard()
    pairs.keys(Qt.Key.Key_M, Qt.Key.Key_M)
    pairs.press()
    assert record(database, yoshida).email == "new@example.jp"
    pairs.click("Undo this import")
    assert (pairs.names(), record(database, yoshida).email) == (["吉田 和子"], "old@example.jp")


def test_two_rows_of_the_file_may_be_one(wizard: Wizard, tmp_path: Path) -> None:
    other = ("106", *STRANGER[1:6], "sachiko@example.jp", "")
    wizard.open(list_file(tmp_path, (HEADER, STRANGER, other))).press()
    assert wizard.doubles.current_row() == 3
    assert fields(wizard)["E-mail"] == ("sachiko@example.jp", "(none)")
    wizard.doubles.take_keyboard()
    wizard.keys(Qt.Key.Key_M)
    wizard.press()
    assert wizard.names() == ["森田 幸子"]
