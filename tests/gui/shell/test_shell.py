"""Settings survive a restart and damage, the languages load, faults are told with a report, acts have sentences."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.crash import CrashHandler, report_of, start_log
from app.domain import codes, errors
from app.domain.actions import ActionKind
from app.i18n import Translators
from app.paths import resource
from app.settings import Settings
from app.views.actions.page import ActionsPage
from app.views.crash_dialog import CrashDialog
from app.views.labels_actions import SENTENCES, action_sentence, undone_sentence
from app.views.messages import sentence_of
from app.views.undo import UndoDesk
from app.views.widgets.buttons import OkaeriButton
from app.views.widgets.row_list import RowList
from tests.factories import NOW, add_customer
from tests.fakes import FixedClock, NavigationSpy


class ToastSpy:
    def __init__(self) -> None:
        self.said: list[str] = []
        self.ways_back: list[Callable[[], None]] = []

    def show_toast(
        self,
        sentence: str,
        *,
        undo: object = None,
        bulk: bool = False,
        action: str = "",
        on_action: Callable[[], None] | None = None,
    ) -> None:
        self.said.append(sentence)
        if action and on_action is not None:
            self.ways_back.append(on_action)


def test_choices_survive_a_restart(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    settings = Settings(path)
    settings.theme, settings.text_scale, settings.language, settings.is_roomy = "dark", 150, "en", True
    settings.remember("sort", "kana")
    del settings
    again = Settings(path)
    assert (again.theme, again.text_scale, again.language, again.is_roomy) == ("dark", 150, "en", True)
    assert again.remembered("sort") == "kana"


def test_a_damaged_choice_falls_back(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    path.write_text("[General]\ntheme=purple\ntext_scale=9000\nis_roomy=perhaps\nlanguage=xx\n", encoding="utf-8")
    settings = Settings(path)
    assert (settings.theme, settings.text_scale, settings.is_roomy, settings.language) == ("auto", 100, False, "")


def test_a_change_is_announced_once_and_only_when_it_is_one(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "s.ini")
    with qtbot.waitSignal(settings.changed) as changed:
        settings.theme = "dark"
    assert changed.args == ["theme"]
    with qtbot.assertNotEmitted(settings.changed):
        settings.theme = "dark"


def test_both_languages_speak_and_japanese_dialogs_are_japanese(qapp: object) -> None:
    translators = Translators(QCoreApplication.instance())  # type: ignore[arg-type]
    translators.use("ja")
    try:
        assert QCoreApplication.translate("Areas", "Today") == "今日"
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") != "Cancel"
        translators.use("en")
        assert QCoreApplication.translate("Areas", "Today") == "Today"
    finally:
        translators.clear()


def test_the_words_stay_when_an_update_rewrites_the_catalogue(qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "okaeri_ja.qm"
    copy.write_bytes(resource("i18n", "okaeri_ja.qm").read_bytes())
    monkeypatch.setattr("app.i18n.resource", lambda *parts: tmp_path / parts[-1])
    translators = Translators(QCoreApplication.instance())  # type: ignore[arg-type]
    translators.use("ja")
    try:
        copy.write_bytes(b"")
        assert QCoreApplication.translate("Areas", "Today") == "今日"
    finally:
        translators.clear()


@pytest.mark.parametrize("kind", list(ActionKind))
def test_every_act_has_a_whole_sentence(qapp: object, kind: ActionKind) -> None:
    assert "{" not in action_sentence(kind, {"name": "吉田 和子", "to": "佐々木", "count": 3})
    assert kind in SENTENCES
    assert action_sentence(kind, {}).strip()


def test_an_error_of_the_world_is_one_sentence_and_a_fault_of_ours_is_named_as_such(qapp: object) -> None:
    assert "safe" in sentence_of(errors.StorageFull("disk full"))
    assert "program" in sentence_of(ValueError("x"))
    used = codes.CodeUsed(day=date(2026, 11, 18), name="吉田 和子")
    assert "2026-11-18" not in sentence_of(used) and "18" in sentence_of(used)


def test_the_crash_report_can_be_copied_and_names_the_fault(qtbot: QtBot) -> None:
    try:
        raise ZeroDivisionError("division by zero")
    except ZeroDivisionError as error:
        report = report_of(error)
    dialog = CrashDialog(None, report)
    qtbot.addWidget(dialog)
    copy = next(b for b in dialog.findChildren(OkaeriButton) if b.label() == "Copy the report")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()


def test_a_fault_is_logged_and_announced(qtbot: QtBot, tmp_path: Path) -> None:
    path = start_log(tmp_path / "logs")
    handler = CrashHandler()
    with qtbot.waitSignal(handler.crashed) as crashed:
        handler.take(RuntimeError("boom"))
    assert "boom" in crashed.args[0]
    assert "boom" in path.read_text(encoding="utf-8")


def test_the_recent_actions_are_listed_and_each_can_be_undone(
    qtbot: QtBot, context: AppContext, navigation: NavigationSpy, clock: FixedClock
) -> None:
    context.tasks.command(lambda session, _control: add_customer(session, "吉田 和子"), None, owner=context.settings)
    page = ActionsPage(context)
    qtbot.addWidget(page)
    page.show()
    rows = page.findChild(RowList)
    assert rows is not None
    assert [row.title for row in rows.rows()] == ["Added 吉田 和子"]
    rows.action_triggered.emit("undo", rows.rows()[0].key)
    assert navigation.shown == [("undo", {"action_id": rows.rows()[0].key})]


def test_enter_on_a_row_undoes_it_once(qtbot: QtBot, context: AppContext, navigation: NavigationSpy, clock: FixedClock) -> None:
    context.tasks.command(lambda session, _control: add_customer(session, "吉田 和子"), None, owner=context.settings)
    page = ActionsPage(context)
    qtbot.addWidget(page)
    page.show()
    rows = page.findChild(RowList)
    assert rows is not None
    key = rows.rows()[0].key
    rows.select_key(key)
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert navigation.shown == [("undo", {"action_id": key})]
    UndoDesk(page, context.tasks, clock, ToastSpy()).undo_latest()
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert navigation.shown == [("undo", {"action_id": key})]


def test_undo_and_redo_say_what_they_did_and_the_list_follows(qtbot: QtBot, context: AppContext, clock: FixedClock) -> None:
    context.tasks.command(lambda session, _control: add_customer(session, "吉田 和子"), None, owner=context.settings)
    clock.moment = NOW + timedelta(minutes=1)
    page = ActionsPage(context)
    qtbot.addWidget(page)
    page.show()
    rows = page.findChild(RowList)
    assert rows is not None
    toasts = ToastSpy()
    desk = UndoDesk(page, context.tasks, clock, toasts)
    desk.undo_latest()
    assert rows.rows()[0].chip is not None
    (way_back,) = toasts.ways_back
    way_back()
    assert rows.rows()[0].chip is None
    assert toasts.said == ["Undone: Added 吉田 和子", "Done again: Added 吉田 和子"]


def test_taking_back_what_was_printed_does_not_read_as_if_it_were_printed_now() -> None:
    said = undone_sentence(ActionKind.PRINT_CARDS, {"count": 68})
    assert said == "The record that 68 pieces were sent was taken back"
    assert undone_sentence(ActionKind.ADD_CUSTOMER, {"name": "吉田 和子"}) == ""
