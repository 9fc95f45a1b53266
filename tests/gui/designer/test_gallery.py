"""The gallery of templates, used as somebody in the shop does: opened, copied, renamed, taken back, brought in and out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.print_kinds import WorkKind
from app.domain.templates import TemplateKind, TemplateRow, TemplateUnreadable
from app.models.database import Database
from app.queries.templates import find_template
from app.services.actions import undo
from app.services.templates import copy_template
from app.views.designer.gallery import OWN, Gallery
from app.views.theme import Mode, Theme
from app.views.widgets.text_field import TextField
from tests.factories import NOW
from tests.fakes import MessageSpy
from tests.gui.widgets.audit import clipped


@pytest.fixture
def gallery(context: AppContext, qtbot: QtBot) -> Gallery:
    """Not on the screen, where it makes no pictures; on the tab of the small cards."""
    made = Gallery(context)
    made.resize(1100, 700)
    qtbot.addWidget(made)
    made.refresh()
    made.tabs.set_current(WorkKind.PURSE)
    return made


@pytest.fixture
def own(database: Database) -> str:
    """The key of one the shop made of its member card."""
    with database.write() as session:
        row = find_template(session, "member_card", "ja")
        assert row is not None
        return copy_template(session, row.template, "うちの会員カード", now=NOW).key


def row_of(database: Database, key: str) -> TemplateRow | None:
    with database.read() as session:
        return find_template(session, key, "ja")


def names(gallery: Gallery) -> list[str]:
    return [card.name for card in gallery.grid.cards()]


def press(menu: QMenu | None, words: str) -> None:
    assert menu is not None
    found = [entry for entry in menu.actions() if entry.text().split("\t")[0] == words]
    assert found, [entry.text() for entry in menu.actions()]
    found[0].trigger()


def type_name(gallery: Gallery, qtbot: QtBot, name: str) -> None:
    """F2, the new name, Enter."""
    qtbot.keyClick(gallery.grid, Qt.Key.Key_F2)
    field = gallery.grid.findChild(TextField)
    assert field is not None
    field.setText(name)
    field.setModified(True)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: gallery.grid.findChild(TextField) is None)


def undo_last(database: Database, messages: MessageSpy) -> None:
    action = messages.toasts[-1][1]
    assert action is not None
    with database.write() as session:
        undo(session, action, now=NOW)


def test_tabs_show_their_kinds_and_the_shops_own_come_first(own: str, gallery: Gallery) -> None:
    assert names(gallery) == ["うちの会員カード", "メンバーズカード(若葉)", "ご紹介カード(ことり)"]
    assert [card.chip for card in gallery.grid.cards()] == ["Yours", "", ""]
    gallery.tabs.set_current(WorkKind.LETTER)
    assert {card.row.template.kind for card in gallery.grid.cards()} == {TemplateKind.LETTER}
    gallery.tabs.set_current(OWN)
    assert names(gallery) == ["うちの会員カード"]


def test_another_tab_is_seen_from_its_beginning(gallery: Gallery) -> None:
    gallery.grid.select_key("referral_card")
    gallery.tabs.set_current(WorkKind.CARD)
    assert gallery.grid.current_key() is None
    gallery.grid.select_key("maple")
    gallery.refresh()
    assert gallery.grid.current_key() == "maple"


def test_search_looks_through_names_occasions_and_words(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.tabs.set_current(WorkKind.CARD)
    gallery.search.setText("さくら")
    qtbot.keyClick(gallery.search, Qt.Key.Key_Return)
    assert names(gallery) == ["春のおかえり(さくら)"]
    gallery.search.setText("木々の色づく")
    qtbot.keyClick(gallery.search, Qt.Key.Key_Return)
    assert "秋のおかえり(もみじ)" in names(gallery)
    gallery.search.setText("ない言葉")
    qtbot.keyClick(gallery.search, Qt.Key.Key_Return)
    assert not gallery.not_found.isHidden() and "ない言葉" in gallery.not_found.title_label.text()
    gallery.not_found.link.click()
    assert len(names(gallery)) > 20


def test_tab_of_the_own_says_how_to_begin(gallery: Gallery) -> None:
    gallery.tabs.set_current(OWN)
    assert not gallery.no_own.isHidden()
    gallery.no_own.link.click()
    assert gallery.tabs.current() is WorkKind.CARD and names(gallery)


def test_press_and_enter_open(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.grid.select_key("referral_card")
    with qtbot.waitSignal(gallery.open_requested) as by_key:
        qtbot.keyClick(gallery.grid, Qt.Key.Key_Return)
    assert by_key.args == ["referral_card"]
    middle = gallery.grid.visualRect(gallery.grid.model().index(0, 0)).center()
    with qtbot.waitSignal(gallery.open_requested) as by_press:
        qtbot.mouseClick(gallery.grid.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert by_press.args == ["member_card"]


def test_dots_open_the_menu_and_not_the_template(gallery: Gallery, qtbot: QtBot) -> None:
    opened: list[str] = []
    gallery.open_requested.connect(opened.append)
    with qtbot.waitSignal(gallery.grid.menu_requested) as asked:
        qtbot.mouseClick(gallery.grid.viewport(), Qt.MouseButton.LeftButton, pos=gallery.grid.menu_area(1).center())
    assert asked.args is not None and asked.args[0] == "referral_card" and opened == []
    menus = [menu for menu in gallery.findChildren(QMenu) if menu.isVisible()]
    assert [entry.text().split("\t")[0] for entry in menus[0].actions()] == ["Open", "Copy", "Rename", "Export to a file"]
    menus[0].close()


def test_copy_is_there_at_once_and_can_be_undone(gallery: Gallery, database: Database, messages: MessageSpy) -> None:
    press(gallery.menu_for("member_card"), "Copy")
    gallery.refresh()
    assert names(gallery)[0] == "メンバーズカード(若葉) (copy)"
    assert gallery.grid.current_key() == "member_card-2"
    undo_last(database, messages)
    assert row_of(database, "member_card-2") is None


def test_rename_with_f2(own: str, gallery: Gallery, database: Database, messages: MessageSpy, qtbot: QtBot) -> None:
    opened = list[str]()
    gallery.open_requested.connect(opened.append)
    gallery.show()
    gallery.grid.select_key(own)
    type_name(gallery, qtbot, "若葉の会員証")
    renamed = row_of(database, own)
    assert renamed is not None and renamed.template.name == "若葉の会員証"
    assert opened == []
    assert "若葉の会員証" in messages.toasts[-1][0]
    undo_last(database, messages)
    back = row_of(database, own)
    assert back is not None and back.template.name == "うちの会員カード"


def test_blank_or_same_name_changes_nothing(own: str, gallery: Gallery, messages: MessageSpy, qtbot: QtBot) -> None:
    gallery.show()
    gallery.grid.select_key(own)
    type_name(gallery, qtbot, "  ")
    type_name(gallery, qtbot, "うちの会員カード")
    assert messages.toasts == []


def test_delete_key_takes_an_own_one_away_undoably(
    own: str, gallery: Gallery, database: Database, messages: MessageSpy, qtbot: QtBot
) -> None:
    gallery.grid.select_key(own)
    qtbot.keyClick(gallery.grid, Qt.Key.Key_Delete)
    assert row_of(database, own) is None
    undo_last(database, messages)
    assert row_of(database, own) is not None


def test_delete_key_leaves_what_came_with_the_program(gallery: Gallery, messages: MessageSpy, context: AppContext, qtbot: QtBot) -> None:
    failed: list[Exception] = []
    context.tasks.failed.connect(lambda _job, error: failed.append(error))
    gallery.grid.select_key("member_card")
    qtbot.keyClick(gallery.grid, Qt.Key.Key_Delete)
    assert messages.toasts == [] and failed == [] and "メンバーズカード(若葉)" in names(gallery)


def test_changed_one_is_put_back(gallery: Gallery, database: Database, messages: MessageSpy, qtbot: QtBot) -> None:
    gallery.show()
    gallery.grid.select_key("member_card")
    type_name(gallery, qtbot, "会員証")
    gallery.refresh()
    changed = next(card for card in gallery.grid.cards() if card.key == "member_card")
    assert changed.chip == "Changed"
    press(gallery.menu_for("member_card"), "Put back as it came with the program")
    back = row_of(database, "member_card")
    assert back is not None and back.template.name == "メンバーズカード(若葉)" and not back.is_changed


def test_new_one_begins_well_and_is_opened(gallery: Gallery, database: Database, qtbot: QtBot) -> None:
    menu = gallery.new_menu()
    assert [entry.text().split("  ")[0] for entry in menu.actions()][:2] == ["Member card", "Introduction card"]
    with qtbot.waitSignal(gallery.open_requested) as opened:
        press(menu, "Letter  A5")
    assert opened.args is not None
    made = row_of(database, opened.args[0])
    assert made is not None and made.is_own and made.template.paper == "A5" and made.template.elements


def test_out_to_a_file_and_in_again(
    own: str, gallery: Gallery, database: Database, messages: MessageSpy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    file = tmp_path / "会員.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    press(gallery.menu_for(own), "Export to a file")
    assert file.exists() and "会員.json" in messages.toasts[-1][0]
    gallery.bring_in.click()
    assert messages.toasts[-1] == ("The template うちの会員カード is already here", None)
    gallery.grid.select_key(own)
    qtbot.keyClick(gallery.grid, Qt.Key.Key_Delete)
    gallery.refresh()
    gallery.tabs.set_current(WorkKind.LETTER)
    gallery.bring_in.click()
    gallery.refresh()
    assert gallery.tabs.current() is WorkKind.PURSE and gallery.grid.current_key() == own


def test_file_of_something_else_says_so(
    gallery: Gallery, messages: MessageSpy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, context: AppContext
) -> None:
    file = tmp_path / "brief.json"
    file.write_text("{}", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    failed: list[Exception] = []
    context.tasks.failed.connect(lambda _job, error: failed.append(error))
    gallery.bring_in.click()
    assert [type(error) for error in failed] == [TemplateUnreadable] and messages.toasts == []


def test_pictures_are_made_while_it_is_seen_and_again_only_after_a_change(
    own: str, gallery: Gallery, database: Database, qtbot: QtBot
) -> None:
    assert gallery.grid.picture("member_card") is None
    gallery.show()
    first = {key: gallery.grid.picture(key) for key in ("member_card", "referral_card", own)}
    assert all(picture is not None and not picture.isNull() for picture in first.values())
    gallery.grid.select_key(own)
    type_name(gallery, qtbot, "別の名前")
    gallery.refresh()
    assert gallery.grid.picture("member_card") is first["member_card"]
    assert gallery.grid.picture(own) is not first[own]


@pytest.mark.parametrize(("width", "height", "percent"), [(1162, 690, 100), (1033, 600, 100), (1162, 690, 150)])
def test_no_word_is_cut(context: AppContext, qtbot: QtBot, width: int, height: int, percent: int, qapp: QApplication) -> None:
    Theme.install(qapp, mode=Mode.DARK, text_percent=percent)
    shown = Gallery(context)
    qtbot.addWidget(shown)
    shown.resize(width, height)
    shown.tabs.set_current(OWN)
    shown.show()
    shown.refresh()
    assert clipped(shown) == []
    assert shown.minimumSizeHint().width() <= width
