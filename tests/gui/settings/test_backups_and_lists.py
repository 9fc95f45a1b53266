"""Backups, the way back, lists taken out and imports undone."""

from __future__ import annotations

import csv
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.context import AppContext
from app.domain.entities import Entity
from app.domain.exports import ExportWhat
from app.domain.imports import ImportKind
from app.jobs.job import JobControl
from app.models.changes import mark_changed
from app.models.customer import Customer
from app.models.database import Database
from app.models.records import ExportLog, ImportBatch
from app.services.backups import back_up_into
from app.views.settings.data_card import FOR_MOVING
from app.views.settings.page import SettingsPage
from app.views.settings.restore_panel import RestorePanel
from app.views.tokens import Tone
from tests.factories import NOW, add_customer
from tests.fakes import MessageSpy, ShopDoorSpy
from tests.gui.settings.conftest import Shown, free

LEFT = Qt.MouseButton.LeftButton


def back_up(context: AppContext, days_ago: int = 0) -> Path:
    made = back_up_into(context.paths.database, context.paths.backups, now=NOW - timedelta(days=days_ago), force=True)
    assert made is not None
    return made.path


def restore_panel(page: SettingsPage, qtbot: QtBot) -> RestorePanel:
    qtbot.mouseClick(page.backup.restore, LEFT)
    return next(panel for panel in page.findChildren(RestorePanel) if panel.isVisible())


def test_without_a_backup_it_says_so(shown: Shown) -> None:
    card = shown().backup
    assert card.last.text() == "No backup yet" and not card.stale.isVisible()


def test_the_last_backup_is_shown_with_its_proof(shown: Shown, context: AppContext, shop_door: ShopDoorSpy, qtbot: QtBot) -> None:
    back_up(context, 2)
    back_up(context)
    card = shown().backup
    assert "11月20日(金) 9:00" in card.last.text() and "2" in card.proof.text()
    qtbot.mouseClick(card.now, LEFT)
    assert shop_door.asked == ["back_up_now"]


def test_an_old_backup_turns_the_button_into_a_warning(shown: Shown, context: AppContext, shop_door: ShopDoorSpy, qtbot: QtBot) -> None:
    back_up(context, 9)
    card = shown().backup
    assert card.stale.isVisible() and not card.now.isVisible()
    qtbot.mouseClick(card.stale.button, LEFT)
    assert shop_door.asked == ["back_up_now"]


def test_the_folder_is_looked_at_again_after_a_job(shown: Shown, context: AppContext) -> None:
    card = shown().backup

    def op(_control: JobControl) -> None:
        back_up(context)

    context.tasks.run(op, None, owner=context.settings, title="Saving a backup")
    assert "11月20日" in card.last.text()


def test_place_and_minutes_are_kept(shown: Shown, context: AppContext, tmp_path: Path, qtbot: QtBot) -> None:
    card = shown().backup
    card.use_folder(tmp_path)
    card.every.setFocus()
    qtbot.keyClick(card.every, Qt.Key.Key_Down)
    assert (context.settings.backup_folder, context.settings.backup_minutes) == (str(tmp_path), 60)


def test_data_in_a_synced_folder_are_warned_about(shown: Shown, context: AppContext, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDrive", str(context.paths.folder.parent))
    assert shown().backup.synced.isVisible()


def test_a_backup_is_chosen_asked_about_and_restored(
    shown: Shown, context: AppContext, database: Database, messages: MessageSpy, shop_door: ShopDoorSpy, qtbot: QtBot
) -> None:
    older = back_up(context, 3)
    with database.write() as session:
        add_customer(session, "吉田 和子")
    back_up(context)
    panel = restore_panel(shown(), qtbot)
    rows = panel.list.rows()
    assert [row.title for row in rows] == ["11月20日(金) 9:00", "11月17日(火) 9:00"]
    assert "1名" in rows[0].detail and "0名" in rows[1].detail
    panel.list.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(messages.questions) == 1 and shop_door.asked == [f"restore {older.name}"]
    free()
    assert not isValid(panel)


def test_saying_no_restores_nothing(shown: Shown, context: AppContext, messages: MessageSpy, shop_door: ShopDoorSpy, qtbot: QtBot) -> None:
    back_up(context)
    messages.answer = False
    panel = restore_panel(shown(), qtbot)
    panel.list.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.mouseClick(panel.save, LEFT)
    assert shop_door.asked == [] and panel.isVisible()


def test_a_damaged_backup_is_shown_as_such_and_not_restored(shown: Shown, context: AppContext, messages: MessageSpy, qtbot: QtBot) -> None:
    whole = back_up(context)
    damaged = bytearray(whole.read_bytes())
    damaged[5000:9000] = b"\x00" * 4000
    whole.write_bytes(damaged)
    panel = restore_panel(shown(), qtbot)
    (row,) = panel.list.rows()
    assert row.chip == ("Damaged", Tone.DANGER)
    panel.list.setFocus(Qt.FocusReason.TabFocusReason)
    assert not panel.save.isEnabled()
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert messages.questions == []


def test_an_empty_folder_is_said(shown: Shown, qtbot: QtBot) -> None:
    panel = restore_panel(shown(), qtbot)
    assert panel.empty.isVisible() and not panel.save.isEnabled()


def test_customers_are_saved_for_excel_and_the_list_is_noted(
    shown: Shown, database: Database, messages: MessageSpy, tmp_path: Path
) -> None:
    with database.write() as session:
        add_customer(session, "吉田 和子")
    path = tmp_path / "お客様.csv"
    shown().records.save_to(path, ExportWhat.CUSTOMERS, "excel")
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == 2
    with database.read() as session:
        assert session.scalars(select(ExportLog.rows)).all() == [1]
    assert messages.toasts == [("1 rows are saved in お客様.csv", None)]


def test_for_another_program_the_names_of_the_fields_are_written(shown: Shown, tmp_path: Path) -> None:
    path = tmp_path / "purchases.csv"
    shown().records.save_to(path, ExportWhat.PURCHASES, FOR_MOVING)
    assert path.read_text(encoding="utf-8-sig").startswith("receipt,")


@pytest.fixture
def imported(context: AppContext) -> int:
    """A list of one customer that was imported yesterday."""

    def op(session: Session, _control: JobControl) -> int:
        batch = ImportBatch(
            at=NOW - timedelta(days=1),
            kind=ImportKind.CUSTOMERS,
            file_name="meibo.csv",
            fingerprint="f",
            accepted=1,
            created=1,
            updated=0,
            refused=0,
            without_customer=0,
        )
        session.add(batch)
        session.flush()
        session.get_one(Customer, add_customer(session, "吉田 和子")).import_id = batch.id
        mark_changed(session, Entity.IMPORT)
        return batch.id

    made: list[int] = []
    context.tasks.command(op, made.append, owner=context.settings)
    return made[0]


def customers(database: Database) -> int:
    with database.read() as session:
        return session.query(Customer).count()


def test_an_import_is_undone_after_one_question(
    shown: Shown, imported: int, database: Database, messages: MessageSpy, qtbot: QtBot
) -> None:
    card = shown(section="records").records
    (row,) = card.imports.rows()
    assert row.title == "meibo.csv" and "1名" in row.detail
    card.imports.select_key(imported)
    messages.answer = False
    qtbot.mouseClick(card.imports.viewport(), LEFT, pos=card.imports.action_area(0, "undo"))
    assert customers(database) == 1 and len(messages.questions) == 1
    messages.answer = True
    qtbot.mouseClick(card.imports.viewport(), LEFT, pos=card.imports.action_area(0, "undo"))
    assert customers(database) == 0
    assert card.imports.rows()[0].chip is not None and card.imports.rows()[0].actions == ()


def test_after_thirty_days_an_import_stays(shown: Shown, imported: int, context: AppContext, database: Database) -> None:
    with database.write() as session:
        session.get_one(ImportBatch, imported).at = NOW - timedelta(days=40)
    assert shown().records.imports.rows()[0].actions == ()
