"""A customer list from the file to the result: guessed, mended, typed anew, stored whole or not at all, undone."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select, text

from app.context import AppContext
from app.exchange.problems import RowError
from app.jobs.job import Job
from app.models.customer import Customer
from app.models.database import Database
from app.models.records import ImportBatch
from app.services.backups import list_backups
from app.views.importing.columns_table import ColumnsTable
from app.views.importing.refused_file import write_refused_rows
from app.views.widgets.combo_field import ComboField
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.row_list import RowList
from app.views.widgets.table_view import SimpleTable
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.importing.conftest import CHECK, COLUMNS, FILE, RESULT, Wizard, list_file
from tests.unit.exchange_files import SHOP_LIST, csv_text, write_text, write_xlsx

CLEAN = (("番号", "お名前", "電話番号", "肌質"), ("1", "青木 花", "090-1234-5678", "乾燥"), ("2", "木村 葵", "090-2234-5678", "普通"))


def targets(wizard: Wizard) -> dict[str, str]:
    """What each column is, as its choice says."""
    table = wizard.page.findChild(ColumnsTable)
    assert table is not None
    return {combo.accessibleName(): combo.currentText() for combo in table.combos}


def choose(combo: ComboField, key: str | int) -> None:
    combo.set_current(key)
    combo.activated.emit(combo.currentIndex())


def test_the_file_is_understood_and_shown(wizard: Wizard, shop_list: Path) -> None:
    wizard.open(shop_list)
    assert wizard.step == COLUMNS
    assert targets(wizard) == {
        "会員番号": "Customer no.",
        "氏名": "Name",
        "フリガナ": "Furigana",
        "生年月日": "Birthday",
        "郵便番号": "Postcode",
        "住所": "Address (one column)",
        "電話番号": "Phone",
        "備考": "Note",
    }
    shown = wizard.columns.table.model()
    assert [shown.index(0, column).data() for column in (0, 1, 3)] == ["１０１", "髙橋 由美子", "S48.11.8"]


def test_a_list_of_a_shop_comes_in_mended(wizard: Wizard, shop_list: Path, context: AppContext) -> None:
    wizard.open(shop_list).press()
    assert wizard.step == CHECK
    assert "row 3 髙橋 由美子 Phone 9012340000 090-1234-0000" in wizard.problems()
    assert wizard.check.counts.texts()[0] == "0 customers come in as they stand"
    assert wizard.primary.label() == "Import 3 customers"
    wizard.press()
    assert wizard.step == RESULT
    assert wizard.names() == ["髙橋 由美子", "㈱山﨑商店", "吉田 和子"]
    first = wizard.customer("101")
    assert (first.kana, str(first.birthday), first.phone, first.note) == ("ﾀｶﾊｼ ﾕﾐｺ", "1973-11-08", "090-1234-0000", "①番")
    assert wizard.customer("102").postal_code == "060-0000"
    assert len(list_backups(context.paths.backups)) == 1


def test_the_same_in_a_workbook_with_rare_characters(wizard: Wizard, tmp_path: Path) -> None:
    rows = [*SHOP_LIST[1:4], ("105", "𠮷田 葛󠄀子", "よしだ", "昭和64年1月7日", "", "", "", "")]
    wizard.open(write_xlsx(tmp_path / "名簿.xlsx", {"名簿": rows})).press().press()
    assert wizard.customer("105").name == "𠮷田 葛󠄀子"
    assert str(wizard.customer("105").birthday) == "1989-01-07"


def test_a_column_can_be_left_out_or_made_a_field_of_ones_own(wizard: Wizard, tmp_path: Path) -> None:
    wizard.open(list_file(tmp_path, CLEAN))
    skin, phone = wizard.columns.table.combos[3], wizard.columns.table.combos[2]
    assert targets(wizard)["肌質"] == "Leave it out"
    choose(skin, "field:肌質")
    choose(phone, "")
    wizard.press().press()
    found = wizard.customer("1")
    assert (dict(found.own), found.phone) == ({"肌質": "乾燥"}, "")


def test_without_a_name_nothing_goes_on(wizard: Wizard, tmp_path: Path) -> None:
    wizard.open(list_file(tmp_path, CLEAN))
    choose(wizard.columns.table.combos[1], "")
    assert not wizard.primary.isEnabled()
    choose(wizard.columns.table.combos[1], "name")
    assert wizard.primary.isEnabled()


def test_how_the_file_is_read_can_be_changed(wizard: Wizard, shop_list: Path) -> None:
    wizard.open(shop_list)
    combos = {combo.accessibleName(): combo for combo in wizard.columns.findChildren(ComboField)}
    choose(combos["Kind of characters"], "euc_jp")
    assert "氏名" not in targets(wizard)
    choose(combos["Kind of characters"], "cp932")
    choose(combos["Headings"], 0)
    assert list(targets(wizard))[:2] == ["A", "B"]


def test_nothing_to_look_at_is_said_in_one_line(wizard: Wizard, tmp_path: Path, qtbot: QtBot) -> None:
    wizard.open(list_file(tmp_path, CLEAN)).press()
    calm = next(e for e in wizard.check.findChildren(EmptyState) if e.isVisible())
    assert calm.title_label.text() == "There is nothing to look at"
    wizard.click("See how it comes in")
    table = wizard.check.findChild(SimpleTable)
    assert table is not None
    qtbot.waitUntil(table.isVisible)
    assert table.model().index(0, 2).data() == "青木 花"
    assert wizard.names() == []


def test_a_refused_cell_is_typed_anew(wizard: Wizard, shop_list: Path) -> None:
    wizard.open(shop_list).press()
    assert any("There is no month 13." in row for row in wizard.problems())
    wizard.type_into("There is no month 13.", "S33.12.2")
    assert [row for row in wizard.problems() if row.startswith("row 6")] == ["row 6 大塚 昭 Birthday 1958/13/2 S33.12.2"]
    assert wizard.primary.label() == "Import 4 customers"
    wizard.press()
    assert str(wizard.customer("104").birthday) == "1958-12-02"


def test_what_is_typed_wrong_stays_refused(wizard: Wizard, shop_list: Path) -> None:
    wizard.open(shop_list).press()
    wizard.type_into("There is no month 13.", "いつか")
    assert any("いつか This cannot be read as a date." in row for row in wizard.problems())
    assert wizard.primary.label() == "Import 3 customers"


def test_a_repair_can_be_switched_off_and_on(wizard: Wizard, shop_list: Path) -> None:
    wizard.open(shop_list).press()
    for expected in ("row 3 髙橋 由美子 Phone 9012340000", "row 3 髙橋 由美子 Phone 9012340000 090-1234-0000"):
        wizard.entries.setCurrentIndex(wizard.entry("Phone 9012340000"))
        QTest.keyClick(wizard.entries, Qt.Key.Key_Space)
        assert expected in wizard.problems()
    wizard.entries.act(wizard.entry("Phone 9012340000"))
    wizard.press()
    assert wizard.customer("101").phone == "9012340000"


def test_going_back_loses_nothing(wizard: Wizard, shop_list: Path) -> None:
    wizard.open(shop_list).press()
    wizard.type_into("There is no month 13.", "S33.12.2")
    wizard.click("Back: Match columns")
    assert wizard.step == COLUMNS
    wizard.press()
    assert "row 6 大塚 昭 Birthday 1958/13/2 S33.12.2" in wizard.problems()
    assert wizard.page.go_back()
    assert wizard.page.go_back()
    assert wizard.step == FILE
    wizard.click("Go on with this file")
    assert wizard.step == COLUMNS


def test_all_or_nothing(wizard: Wizard, shop_list: Path, database: Database, messages: MessageSpy) -> None:
    with database.write() as session:
        session.execute(text("CREATE TRIGGER full BEFORE INSERT ON customer WHEN NEW.code = '103' BEGIN SELECT RAISE(ABORT, 'no'); END"))
    wizard.open(shop_list).press().press()
    assert wizard.step == CHECK
    assert "Nothing was changed." in wizard.notice()
    assert len(messages.errors) == 1
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Customer)) == 0
        assert session.scalar(select(func.count()).select_from(ImportBatch)) == 0
    assert wizard.primary.isEnabled()


def test_stopped_is_as_if_never_begun(wizard: Wizard, shop_list: Path, context: AppContext) -> None:
    def stop(job: Job) -> None:
        if job.title.startswith("Importing"):
            job.cancel()

    wizard.open(shop_list).press()
    context.tasks.job_started.connect(stop)
    wizard.press()
    assert (wizard.step, wizard.names()) == (CHECK, [])
    assert wizard.notice() == "Stopped. Nothing was changed."


def test_the_result_lists_what_stayed_out_and_saves_it(
    wizard: Wizard, shop_list: Path, context: AppContext, tmp_path: Path, messages: MessageSpy
) -> None:
    wizard.open(shop_list).press().press()
    assert wizard.result.counts.texts()[:2] == ["3 rows came in", "3 customers newly registered"]
    table = wizard.result.table.model()
    cells = [table.index(0, column).data() for column in range(5)]
    assert cells == ["6", "大塚 昭", "Birthday", "1958/13/2", "There is no month 13."]
    path = tmp_path / "残り.csv"
    outcome = wizard.page.desk.draft.outcome
    assert outcome is not None
    assert all(isinstance(error, RowError) for error in outcome.refused)
    write_refused_rows(wizard.page, context, path, outcome.refused)
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file))[1] == ["6", "大塚 昭", "Birthday", "1958/13/2", "There is no month 13."]
    assert messages.toasts[-1][0] == "1 rows are saved in 残り.csv"


def test_the_ways_on(wizard: Wizard, shop_list: Path, navigation: NavigationSpy) -> None:
    wizard.open(shop_list).press().press()
    wizard.click("See the customers")
    wizard.press()
    assert [name for name, _ in navigation.shown] == ["customers", "insights"]
    wizard.click("Import another file")
    assert wizard.step == FILE


def test_an_import_is_undone_after_a_question(wizard: Wizard, shop_list: Path, messages: MessageSpy) -> None:
    wizard.open(shop_list).press().press()
    messages.answer = False
    wizard.click("Undo this import")
    assert len(wizard.names()) == 3
    messages.answer = True
    wizard.click("Undo this import")
    assert (wizard.names(), wizard.step) == ([], FILE)
    assert messages.questions == ["Undo this import?"] * 2


def test_a_past_import_is_undone_from_the_first_step(wizard: Wizard, shop_list: Path) -> None:
    wizard.open(shop_list).press().press()
    wizard.click("Import another file")
    past = next(rows for rows in wizard.page.findChildren(RowList) if rows.accessibleName() == "Brought in before")
    assert [(row.title, row.detail) for row in past.rows()] == [("名簿.csv", "3 rows in, 3 customers new, 1 row left out")]
    past.setFocus()
    past.select_key(past.rows()[0].key)
    QTest.keyClick(past, Qt.Key.Key_Delete)
    assert wizard.names() == []
    assert past.rows()[0].chip is not None
    assert past.rows()[0].actions == ()


def test_the_very_same_file_is_noticed(wizard: Wizard, shop_list: Path) -> None:
    wizard.open(shop_list).press().press()
    wizard.open(shop_list)
    assert wizard.notice().startswith("This very file was imported before")


def test_a_file_can_be_dropped(wizard: Wizard, shop_list: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(shop_list))])
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    wizard.page.dropEvent(QDropEvent(QPoint(300, 300), Qt.DropAction.CopyAction, data, buttons, keys))
    assert wizard.step == COLUMNS


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("空.csv", b""),
        ("絵.csv", b"\x89PNG\r\n\x1a\n" + bytes(200)),
        ("こわれ.xlsx", b"PK\x03\x04 no package"),
        ("見出しだけ.csv", "お名前,電話番号\r\n".encode("cp932")),
        ("頁.xls", b"<html><body>login</body></html>"),
    ],
)
def test_a_hostile_file_is_answered_in_a_sentence(
    wizard: Wizard, tmp_path: Path, messages: MessageSpy, database: Database, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    before = database.revision()
    wizard.open(path)
    assert wizard.step == FILE
    assert f"“{name}”" in wizard.notice()
    assert "Nothing was imported." in wizard.notice()
    assert (messages.errors, database.revision()) == ([], before)


def test_a_file_that_is_gone_when_it_is_read(wizard: Wizard, shop_list: Path) -> None:
    wizard.open(shop_list)
    shop_list.unlink()
    wizard.press()
    assert wizard.step == COLUMNS
    assert "is not there any more" in wizard.notice()
    write_text(shop_list, csv_text(SHOP_LIST), "cp932")
    wizard.press()
    assert wizard.step == CHECK
