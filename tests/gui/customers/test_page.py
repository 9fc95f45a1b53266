"""The page of one customer: what it says, what can be done, how it folds."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.contacts import ContactKind
from app.models.customer import Customer
from app.models.database import Database
from app.services import actions
from app.services.customers import add_contact, mark_customer
from app.views.customers.page import CustomersPage
from app.views.customers.timeline_list import TimelineItem, TimelineModel
from app.views.theme import Theme
from app.views.tokens import Tone
from app.views.widgets.chip import Chip
from app.views.widgets.side_panel import SidePanel
from tests.factories import NOW, TODAY, add_customer, add_purchase
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.customers.conftest import Shown


def record(database: Database, customer_id: int) -> Customer:
    with database.read() as session:
        found = session.get_one(Customer, customer_id)
        session.expunge(found)
        return found


def menu_entry(page: CustomersPage, words: str) -> None:
    entry = next(action for action in page.detail.head.menu.menu().actions() if action.text() == words)
    assert entry.isEnabled()
    entry.trigger()


def chips(page: CustomersPage) -> list[str]:
    return [chip.text() for chip in page.detail.head.findChildren(Chip) if not chip.isHidden()]


def titles(page: CustomersPage) -> list[str]:
    return [item.title for item in page.detail.timeline.list.items()]


def test_an_empty_shop_says_how_to_begin(shown: Shown, navigation: NavigationSpy, qtbot: QtBot) -> None:
    page = shown()
    assert page.empty.isVisible() and not page.list_pane.isVisible()
    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.empty.link, Qt.MouseButton.LeftButton)
    assert [name for name, _ in navigation.shown] == ["add_customer", "import"]


def test_the_first_customer_ends_the_empty_page(shown: Shown, context: AppContext) -> None:
    page = shown()
    context.tasks.command(lambda session, _control: add_customer(session, "林 葵"), None, owner=page)
    assert not page.empty.isVisible() and page.list_pane.isVisible()


def test_somebody_late_is_shown_with_the_reason_and_the_next_step(people: dict[str, int], shown: Shown) -> None:
    page = shown(customer_id=people["late"])
    assert page.detail.head.name.text() == "吉田 和子 様"
    assert "よしだ かずこ" in page.detail.head.line.text() and "090-0000-1234" in page.detail.head.line.text()
    assert len(chips(page)) == 1
    assert page.detail.next_step.isVisible()
    assert "30" in page.detail.next_step.detail_label.text() and "75" in page.detail.next_step.detail_label.text()
    facts = page.detail.facts
    assert (facts.last.value.text(), facts.last.note.text()) == ("75日前", "9月6日(日)")
    assert (facts.rhythm.value.text(), facts.amount.value.text()) == ("30日", "¥30,000")
    assert facts.average.value.text() == "¥5,000"
    assert page.detail.note.words.text() == "椅子にクッション"


def test_of_somebody_who_comes_as_usual_or_never_came_only_a_day_is_proposed(people: dict[str, int], shown: Shown) -> None:
    page = shown(customer_id=people["fresh"])
    assert page.detail.next_step.plan_button.isVisible() and not page.detail.next_step.call_button.isVisible()
    page.open_with(customer_id=people["never"])
    assert page.detail.next_step.plan_button.isVisible() and not page.detail.next_step.call_button.isVisible()
    assert page.detail.facts.last.value.text() == "—"
    assert page.detail.facts.amount.value.text() == "¥0"


def test_whoever_wants_no_contact_gets_no_card(people: dict[str, int], shown: Shown, database: Database) -> None:
    with database.write() as session:
        mark_customer(session, people["late"], now=NOW, do_not_contact=True)
    page = shown(customer_id=people["late"])
    assert not page.detail.next_step.card_button.isVisible() and page.detail.next_step.call_button.isVisible()
    menu = page.detail.head.menu.menu().actions()
    assert not next(entry for entry in menu if entry.text() == "Print a thank-you card").isEnabled()


def test_a_visit_and_a_card_are_one_press_away(people: dict[str, int], shown: Shown, navigation: NavigationSpy, qtbot: QtBot) -> None:
    page = shown(customer_id=people["late"])
    page.trigger_primary()
    qtbot.mouseClick(page.detail.next_step.card_button, Qt.MouseButton.LeftButton)
    assert navigation.shown[0] == ("record_visit", {"customer_id": people["late"]})
    assert navigation.shown[1][0] == "printing" and navigation.shown[1][1]["customer_ids"] == [people["late"]]


@pytest.mark.parametrize(
    ("words", "name", "back"),
    [
        ("Do not contact", "do_not_contact", "May be contacted again"),
        ("Mark as having left", "left_on", "Is a customer again"),
        ("Archive", "archived_at", "Bring back from the archive"),
    ],
)
def test_marks_are_set_and_taken_back(
    people: dict[str, int], shown: Shown, database: Database, messages: MessageSpy, words: str, name: str, back: str
) -> None:
    page = shown(customer_id=people["late"])
    menu_entry(page, words)
    assert getattr(record(database, people["late"]), name)
    text, action_id = messages.toasts[-1]
    assert text and action_id is not None
    page.open_with(customer_id=people["late"])
    menu_entry(page, back)
    assert not getattr(record(database, people["late"]), name)
    with database.write() as session:
        actions.undo(session, None, now=NOW + timedelta(hours=3))
    assert getattr(record(database, people["late"]), name)


def test_the_address_is_copied_as_it_is_written(shown: Shown, database: Database) -> None:
    with database.write() as session:
        who = add_customer(session, "林 葵", postal_code="150-0001", prefecture="東京都", city="渋谷区", street="神宮前1-2-3")
    page = shown(customer_id=who)
    menu_entry(page, "Copy the address")
    assert QGuiApplication.clipboard().text() == "〒150-0001 東京都渋谷区神宮前1-2-3 林 葵 様"


def test_what_to_remember_is_written_in_place(
    people: dict[str, int], shown: Shown, database: Database, messages: MessageSpy, qtbot: QtBot
) -> None:
    page = shown(customer_id=people["late"])
    note = page.detail.note
    note.begin()
    note.area.set_text("雑誌より世間話がお好き")
    page.trigger_primary()
    assert record(database, people["late"]).note == "雑誌より世間話がお好き"
    assert messages.toasts[-1][1] is not None
    note.begin()
    note.area.set_text("別の言葉")
    qtbot.keyClick(note.area, Qt.Key.Key_Escape)
    assert not note.is_writing and record(database, people["late"]).note == "雑誌より世間話がお好き"


def test_history_stands_by_year_and_one_kind_alone_on_request(people: dict[str, int], shown: Shown, database: Database) -> None:
    with database.write() as session:
        who = add_customer(session, "林 葵", joined_on=TODAY - timedelta(days=400))
        add_purchase(session, who, TODAY - timedelta(days=400))
        add_contact(session, who, ContactKind.PHONE, "腰が痛い", day=TODAY, staff_id=None, now=NOW)
    page = shown(customer_id=who)
    assert titles(page) == ["2026", "Phone call", "2025", "Visit: カット", "Became a customer"]
    assert page.detail.timeline.list.items()[1].detail == "腰が痛い"
    assert page.detail.timeline.list.items()[3].amount == "¥5,000"
    page.detail.timeline.chips.button("contacts").click()
    assert titles(page) == ["2026", "Phone call"]


def test_a_note_is_deleted_from_the_history_with_a_way_back(
    people: dict[str, int], shown: Shown, database: Database, messages: MessageSpy, qtbot: QtBot
) -> None:
    with database.write() as session:
        add_contact(session, people["never"], ContactKind.TALK, "言い間違い", day=TODAY, staff_id=None, now=NOW)
    page = shown(customer_id=people["never"])
    view = page.detail.timeline.list
    view.setCurrentIndex(view.model().index(1, 0))
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert "言い間違い" not in [item.detail for item in view.items()]
    assert messages.toasts[-1][1] is not None


def test_a_purchase_is_shown_with_its_lines_and_deleted(people: dict[str, int], shown: Shown, messages: MessageSpy, qtbot: QtBot) -> None:
    page = shown(customer_id=people["once"], tab="purchases")
    tab = page.detail.purchases
    assert tab.table.isVisible()
    assert tab.lines.model().index(0, 0).data() == "カット"
    assert tab.lines.model().index(0, 4).data() == "¥5,000"
    qtbot.mouseClick(tab.delete, Qt.MouseButton.LeftButton)
    assert tab.nothing.isVisible() and messages.toasts[-1][1] is not None
    assert page.detail.facts.last.value.text() == "—"


def test_a_purchase_is_opened_to_be_changed_and_to_be_given_back(people: dict[str, int], shown: Shown, qtbot: QtBot) -> None:
    page = shown(customer_id=people["once"], tab="purchases")
    for button in (page.detail.purchases.edit, page.detail.purchases.refund):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        (panel,) = [found for found in page.findChildren(SidePanel) if found.isVisible()]
        assert panel.close_panel()


def test_the_record_tells_fields_and_what_was_changed(people: dict[str, int], shown: Shown, database: Database) -> None:
    with database.write() as session:
        mark_customer(session, people["late"], now=NOW, left_on=TODAY)
    page = shown(customer_id=people["late"], tab="record")
    words = page.detail.record.words()
    assert "090-0000-1234" in words and "Left on: — → 2026/11/20" in words


def test_an_undone_customer_leaves_the_page(shown: Shown, people: dict[str, int], database: Database, context: AppContext) -> None:
    with database.write() as session:
        who = add_customer(session, "森 蓮")
    page = shown(customer_id=who)
    context.tasks.command(lambda session, _control: actions.undo(session, None, now=NOW + timedelta(hours=3)), None, owner=page)
    assert page.detail.head.name.text() != "森 蓮 様" or not page.detail.isVisible()


def test_the_side_folds_into_a_tab_and_the_detail_replaces_the_list(
    people: dict[str, int], shown: Shown, theme: Theme, qtbot: QtBot
) -> None:
    page = shown(customer_id=people["late"])
    assert page.detail.note.isVisible() and not page.detail.tabs.isTabVisible(1)
    page.resize(1100, 614)
    assert page.detail.tabs.isTabVisible(1) and not page.detail.note.isVisible()
    page.detail.open_tab("note")
    assert page.detail.note.isVisible() and page.list_pane.isVisible()
    theme.set_text_percent(150)
    assert not page.list_pane.isVisible() and page.detail.isVisible()
    qtbot.mouseClick(page.detail.head.back, Qt.MouseButton.LeftButton)
    assert page.list_pane.isVisible() and not page.detail.isVisible()
    assert page.go_back() is False
    page.list_pane.list.activated_key.emit(people["once"])
    assert page.detail.isVisible() and page.go_back() is True


@pytest.mark.parametrize("percent", [90, 100, 115, 150])
def test_the_page_fits_the_smallest_window(people: dict[str, int], shown: Shown, theme: Theme, percent: int) -> None:
    theme.set_text_percent(percent)
    page = shown(width=1020, height=600, customer_id=people["late"])
    needed = page.minimumSizeHint()
    assert needed.width() <= 1080 - 60 and needed.height() <= 600


def test_the_history_model_is_sound(qtmodeltester: ModelTester) -> None:
    model = TimelineModel()
    model.set_items([TimelineItem("2026", "2026年"), TimelineItem(1, "ご来店", icon="shopping-bag", tone=Tone.OK)])
    qtmodeltester.check(model)


def test_long_words_are_cut_after_three_lines(people: dict[str, int], shown: Shown) -> None:
    page = shown(customer_id=people["late"])
    lines = page.detail.timeline.list.lines_of("とても長いお話でした。" * 30, 300)
    assert len(lines) == 3 and lines[-1].endswith("…")
    assert page.detail.timeline.list.lines_of("一行目\n二行目", 300) == ["一行目", "二行目"]
