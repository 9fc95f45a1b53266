"""The settings: found, changed, saved at once, undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from sqlalchemy.orm import Session

from app.context import AppContext
from app.domain.errors import StorageFull
from app.domain.shop import TaxEntry, Trade
from app.jobs.job import Job, JobControl
from app.jobs.tasks import ImmediateTasks
from app.models.database import Database
from app.services.summaries import is_consistent
from app.views.settings.page import SettingsPage
from app.views.settings.section import SettingsCard
from app.views.widgets.combo_field import ComboField
from app.views.widgets.layouts import ScrollColumn
from tests.factories import SHOP, TODAY, add_customer, add_purchase
from tests.fakes import MessageSpy, NavigationSpy, ShopDoorSpy
from tests.gui.settings.conftest import ShopNow, Shown, free, retype, undo_last
from tests.gui.widgets.audit import clipped

T = TypeVar("T")
LEFT = Qt.MouseButton.LeftButton


def choose(qtbot: QtBot, field: ComboField, key: object) -> None:
    """Open nothing, go by the arrow keys as far as it is."""
    field.setFocus()
    for _ in range(field.count()):
        if field.current() == key:
            return
        qtbot.keyClick(field, Qt.Key.Key_Down)
    for _ in range(field.count()):
        if field.current() == key:
            return
        qtbot.keyClick(field, Qt.Key.Key_Up)
    raise AssertionError(key)


def test_a_field_that_is_left_is_saved_and_can_be_undone(
    shown: Shown, shop_now: ShopNow, database: Database, messages: MessageSpy, qtbot: QtBot
) -> None:
    page = shown()
    retype(qtbot, page.shop.phone, "0312345678")
    assert shop_now().phone == "03-1234-5678" and page.shop.phone.text() == "03-1234-5678"
    assert len(messages.toasts) == 1
    undo_last(database, messages)
    assert shop_now() == SHOP


def test_leaving_a_field_as_it_was_says_nothing(shown: Shown, shop_now: ShopNow, messages: MessageSpy, qtbot: QtBot) -> None:
    page = shown()
    for field in (page.shop.name, page.shop.street, page.shop.margin, page.shop.window_days):
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert messages.toasts == [] and shop_now() == SHOP


def test_choices_are_saved_when_they_are_made(shown: Shown, shop_now: ShopNow, qtbot: QtBot) -> None:
    page = shown()
    choose(qtbot, page.shop.trade, Trade.GARAGE)
    choose(qtbot, page.shop.tax, TaxEntry.EXCLUDED)
    choose(qtbot, page.shop.fiscal, 1)
    qtbot.mouseClick(page.shop.closed.button(1), LEFT)
    qtbot.mouseClick(page.shop.closed.button(6), LEFT)
    retype(qtbot, page.shop.margin, "45")
    shop = shop_now()
    assert (shop.trade, shop.tax_entry, shop.fiscal_year_start) == (Trade.GARAGE, TaxEntry.EXCLUDED, 1)
    assert (shop.closed_weekdays, shop.margin_rate) == ((1, 6), 0.45)


def test_other_usual_days_count_every_figure_anew(shown: Shown, shop_now: ShopNow, database: Database, qtbot: QtBot) -> None:
    with database.write() as session:
        add_purchase(session, add_customer(session), TODAY)
    retype(qtbot, shown().shop.window_days, "60")
    assert shop_now().window_days == 60
    with database.read() as session:
        assert is_consistent(session)


def test_the_postal_code_fills_the_address_in(shown: Shown, shop_now: ShopNow, qtbot: QtBot) -> None:
    page = shown()
    page.shop.street.clear()
    retype(qtbot, page.shop.postcode, "5300001")
    shop = shop_now()
    assert (shop.postal_code, shop.prefecture) == ("530-0001", "大阪府")


@pytest.mark.parametrize(("field", "typed"), [("name", ""), ("phone", "12"), ("postcode", "12"), ("window_days", "3"), ("margin", "120")])
def test_what_is_wrong_is_said_beside_the_field_and_not_saved(
    shown: Shown, shop_now: ShopNow, messages: MessageSpy, qtbot: QtBot, field: str, typed: str
) -> None:
    card = shown().shop
    box = {"name": card.name, "phone": card.phone, "postcode": card.postcode, "window_days": card.window_days, "margin": card.margin}[field]
    lines = {
        "name": card.name_line,
        "phone": card.phone_line,
        "postcode": card.address_line,
        "window_days": card.days_line,
        "margin": card.margin_line,
    }
    box.clear()
    retype(qtbot, box, typed)
    assert lines[field].has_error and box.property("error") and box.text() == typed
    assert shop_now() == SHOP and messages.toasts == []


def test_what_another_writes_appears_but_not_over_what_is_being_typed(
    shown: Shown, context: AppContext, database: Database, qtbot: QtBot
) -> None:
    from app.services.shop import change_shop

    page = shown()
    page.shop.name.setFocus()
    qtbot.keyClicks(page.shop.name, "2")

    def op(session: Session, _control: JobControl) -> None:
        change_shop(session, replace(SHOP, name="別の名前", person="別の人"), now=context.clock.now(), today=TODAY)

    context.tasks.command(op, None, owner=page)
    assert page.shop.person.text() == "別の人"
    assert page.shop.name.text().endswith("2")


def test_the_look_changes_at_once(shown: Shown, context: AppContext, qtbot: QtBot) -> None:
    page = shown()
    heard: list[str] = []
    context.settings.changed.connect(heard.append)
    qtbot.mouseClick(page.look.text_size.button(130), LEFT)
    qtbot.mouseClick(page.look.light.button("dark"), LEFT)
    qtbot.mouseClick(page.look.space.button(True), LEFT)
    qtbot.mouseClick(page.look.tongue.button("en"), LEFT)
    page.look.crisp.setFocus()
    qtbot.keyClick(page.look.crisp, Qt.Key.Key_Space)
    settings = context.settings
    assert (settings.text_scale, settings.theme, settings.is_roomy, settings.language, settings.is_crisp) == (130, "dark", True, "en", True)
    assert heard == ["text_scale", "theme", "is_roomy", "language", "is_crisp"]


def test_after_a_new_language_the_page_comes_back_to_the_look(shown: Shown, qtbot: QtBot) -> None:
    qtbot.mouseClick(shown(1000, 600).look.tongue.button("en"), LEFT)
    again = shown(1000, 600)
    qtbot.waitUntil(lambda: again.anchors.current_key() == "look")


def test_the_search_leaves_what_is_meant_and_marks_it(shown: Shown, qtbot: QtBot) -> None:
    page = shown()
    page.setFocus()
    assert page.search.hasFocus()
    qtbot.keyClicks(page.search, "gross")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert [card.key for card in page.findChildren(SettingsCard) if card.isVisible()] == ["shop", "products"]
    assert page.shop.margin_line.label.font().bold() and not page.shop.name_line.label.font().bold()
    qtbot.keyClicks(page.search, "xyz")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.nothing.isVisible()
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert len([card for card in page.findChildren(SettingsCard) if card.isVisible()]) == 10
    assert not page.shop.margin_line.label.font().bold()


def test_anchors_go_to_their_section_by_keys(shown: Shown, qtbot: QtBot) -> None:
    page = shown(1000, 600)
    page.anchors.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(8):
        qtbot.keyClick(page.anchors, Qt.Key.Key_Down)
    assert page.anchors.hasFocus()
    qtbot.waitUntil(lambda: is_in_view(page, page.backup))
    qtbot.keyClick(page.anchors, Qt.Key.Key_Return)
    assert page.backup.now.hasFocus()


def test_another_page_can_open_a_section(shown: Shown, qtbot: QtBot) -> None:
    page = shown(1000, 600, section="backup")
    qtbot.waitUntil(lambda: is_in_view(page, page.backup))
    page.open_with(section="staff")
    qtbot.waitUntil(lambda: is_in_view(page, page.staff))


def is_in_view(page: SettingsPage, card: QWidget) -> bool:
    top = card.mapTo(page, card.rect().topLeft()).y()
    return 0 <= top < page.height() - 100


def test_the_last_change_can_be_undone_from_the_header(shown: Shown, navigation: NavigationSpy, messages: MessageSpy, qtbot: QtBot) -> None:
    page = shown()
    assert not page.undo_last.isEnabled()
    retype(qtbot, page.shop.person, "Sasaki")
    assert page.undo_last.isEnabled()
    qtbot.mouseClick(page.undo_last, LEFT)
    assert navigation.shown == [("undo", {"action_id": messages.toasts[-1][1]})]


def test_recent_actions_and_the_import_are_a_click_away(shown: Shown, navigation: NavigationSpy, qtbot: QtBot) -> None:
    page = shown()
    qtbot.mouseClick(page.recent, LEFT)
    qtbot.mouseClick(page.records.open_import, LEFT)
    assert [name for name, _ in navigation.shown] == ["actions", "import"]


def test_ctrl_enter_saves_a_backup(shown: Shown, shop_door: ShopDoorSpy) -> None:
    shown().trigger_primary()
    assert shop_door.asked == ["back_up_now"]


class FullDisk(ImmediateTasks):
    """Every write ends in a full disk."""

    def command(self, op: Callable[..., T], done: Callable[[T], None] | None, **options: Any) -> Job:
        def write(_session: Session, _control: JobControl) -> T:
            raise StorageFull("disk is full")

        return super().command(write, done, **options)


def test_when_nothing_can_be_saved_the_field_says_what_is_stored(
    context: AppContext, database: Database, messages: MessageSpy, shop_now: ShopNow, qtbot: QtBot
) -> None:
    tasks = FullDisk()
    tasks.open(database)
    page = SettingsPage(replace(context, tasks=tasks))
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    retype(qtbot, page.shop.person, "Sasaki")
    assert isinstance(messages.errors[-1], StorageFull) and messages.toasts == []
    assert shop_now() == SHOP and page.shop.person.text() == SHOP.person


def test_the_page_is_freed(context: AppContext) -> None:
    page = SettingsPage(context)
    page.deleteLater()
    free()
    assert not isValid(page)


@pytest.mark.parametrize("tongue", [QLocale.Language.Japanese, QLocale.Language.English])
@pytest.mark.parametrize("size", [(1162, 690), (976, 690), (1033, 614), (1020, 580)])
def test_no_word_is_cut_off(shown: Shown, staff: dict[str, int], size: tuple[int, int], tongue: QLocale.Language, qtbot: QtBot) -> None:
    QLocale.setDefault(QLocale(tongue))
    page = shown(*size)
    qtbot.waitUntil(lambda: clipped(page) == [])
    assert page.minimumSizeHint().width() <= 876
    for scroll in page.findChildren(ScrollColumn):
        inside = scroll.widget()
        assert inside is not None and inside.width() <= scroll.viewport().width()


def test_ctrl_z_is_left_to_the_program(shown: Shown) -> None:
    page = shown()
    assert (page.undo(), page.redo()) == (False, False)
