"""The list: what stands in it, how it is moved in, and that it asks for no more than is looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.customer_rows import CustomerFilter, CustomerListRow, CustomerSort
from app.domain.status import Chip
from app.itemmodels.customer_list import PAGE, CustomerListModel
from app.models.customer import Customer
from app.models.database import Database
from app.services.customers import archive_customer, restore_customer
from app.views.customers.list_pane import CustomerListPane
from app.views.customers.page import CustomersPage
from app.views.theme import Theme
from tests.factories import add_staff
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.customers.conftest import Shown


def row(number: int, name: str = "") -> CustomerListRow:
    return CustomerListRow(number, name or f"客 {number}", "", False, Chip.FINE, None)


def names(page: CustomersPage) -> list[str]:
    model = page.list_pane.list.model()
    return [str(model.index(place, 0).data()) for place in range(model.rowCount())]


def asked(qtbot: QtBot, model: CustomerListModel, place: int) -> tuple[int, list[int]]:
    with qtbot.waitSignal(model.rows_needed) as signal:
        assert model.row_at(place) is None
    ticket, ids = signal.args
    return ticket, ids


def test_the_model_is_sound(qtmodeltester: ModelTester) -> None:
    model = CustomerListModel()
    model.set_ids(range(1, 251))
    qtmodeltester.check(model)


def test_a_hundred_thousand_customers_ask_for_one_page(qtbot: QtBot) -> None:
    model = CustomerListModel()
    model.set_ids(range(1, 100_001))
    ticket, ids = asked(qtbot, model, 54_321)
    assert ids == list(range(54_301, 54_401))
    model.take(ticket, [row(number) for number in ids])
    found = model.row_at(54_321)
    assert found is not None and found.id == 54_322
    assert model.rowCount() == 100_000


def test_an_answer_to_an_older_list_is_dropped(qtbot: QtBot) -> None:
    model = CustomerListModel()
    model.set_ids(range(1, 200))
    ticket, ids = asked(qtbot, model, 0)
    model.set_ids([500, 1])
    model.take(ticket, [row(number) for number in ids])
    later, wanted = asked(qtbot, model, 0)
    assert wanted == [500, 1]
    model.take(later, [row(500, "新しい"), row(1)])
    assert model.index(0).data() == "新しい"


def test_known_rows_stay_until_the_new_ones_have_come(qtbot: QtBot) -> None:
    model = CustomerListModel()
    model.set_ids([1, 2])
    ticket, _ids = asked(qtbot, model, 0)
    model.take(ticket, [row(1, "前"), row(2)])
    with qtbot.waitSignal(model.rows_needed) as signal:
        model.set_ids([2, 1])
        assert model.index(1).data() == "前"
    model.take(signal.args[0], [row(2), row(1, "後")])
    assert model.index(1).data() == "後"


def test_only_the_pages_looked_at_last_are_kept(qtbot: QtBot) -> None:
    model = CustomerListModel()
    model.set_ids(range(1, 20_001))
    for first in range(0, 70 * PAGE, PAGE):
        ticket, ids = asked(qtbot, model, first)
        model.take(ticket, [row(number) for number in ids])
    assert model.row_at(69 * PAGE) is not None
    assert model.row_at(0) is None


def test_everyone_is_listed_last_visit_first_and_counted(people: dict[str, int], shown: Shown, qtbot: QtBot) -> None:
    page = shown()
    qtbot.waitUntil(lambda: names(page) == ["髙橋 恵", "佐藤 花子", "吉田 和子", "林 葵"])
    assert page.header.fact_label.text() == "4名"
    pane = page.list_pane
    labels = [pane.chips.button(choice).text() for choice in CustomerFilter if choice is not CustomerFilter.MINE]
    assert [label.rsplit(" ", 1)[-1] for label in labels[1:4]] == ["0", "1", "1"]
    sentence = str(pane.list.model().index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "吉田 和子 様" in sentence and "よしだ かずこ" in sentence


def test_typing_narrows_the_list_and_enter_opens_the_first(people: dict[str, int], shown: Shown, qtbot: QtBot) -> None:
    page = shown()
    page.focus_search()
    page.list_pane.search.setText("かずこ")
    qtbot.keyClick(page.list_pane.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(page) == ["吉田 和子"])
    assert page.detail.head.name.text() == "吉田 和子 様"
    qtbot.keyClick(page.list_pane.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(names(page)) == 4)
    assert page.list_pane.current == people["late"]


def test_nobody_found_offers_to_add_what_was_typed(people: dict[str, int], shown: Shown, qtbot: QtBot) -> None:
    page = shown()
    page.list_pane.search.setText("ぬぬぬ")
    page.list_pane.search.send_now()
    assert page.list_pane.nobody.isVisible() and not page.list_pane.list.isVisible()
    spy = QSignalSpy(page.list_pane.add_requested)
    qtbot.mouseClick(page.list_pane.nobody.link, Qt.MouseButton.LeftButton)
    assert spy.at(0) == ["ぬぬぬ"]


def test_a_filter_lists_its_members(people: dict[str, int], shown: Shown, qtbot: QtBot) -> None:
    page = shown()
    qtbot.mouseClick(page.list_pane.chips.button(CustomerFilter.ATTENTION), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(page) == ["吉田 和子"])


def test_the_order_chosen_is_kept_for_the_next_time(people: dict[str, int], shown: Shown, context: AppContext, qtbot: QtBot) -> None:
    page = shown()
    entries = page.list_pane.sort_button.menu().actions()
    next(entry for entry in entries if entry.data() == CustomerSort.KANA.value).trigger()
    qtbot.waitUntil(lambda: names(page) == ["佐藤 花子", "髙橋 恵", "林 葵", "吉田 和子"])
    again = CustomerListPane(context)
    qtbot.addWidget(again)
    again.refresh()
    assert again.shown_ids() == page.list_pane.shown_ids()


def test_arrows_move_through_the_list_and_show_who_it_is(people: dict[str, int], shown: Shown, qtbot: QtBot) -> None:
    page = shown(is_first=True)
    page.list_pane.list.setFocus()
    qtbot.keyClick(page.list_pane.list, Qt.Key.Key_Down)
    assert page.detail.head.name.text() == "佐藤 花子 様"


def test_delete_archives_with_a_way_back_and_the_next_one_is_shown(
    people: dict[str, int], shown: Shown, qtbot: QtBot, messages: MessageSpy, database: Database
) -> None:
    page = shown(is_first=True)
    page.list_pane.list.setFocus()
    qtbot.keyClick(page.list_pane.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(page) == ["佐藤 花子", "吉田 和子", "林 葵"])
    assert messages.toasts[-1][1] is not None
    assert page.detail.head.name.text() == "佐藤 花子 様"
    qtbot.mouseClick(page.list_pane.chips.button(CustomerFilter.ARCHIVED), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(page) == ["髙橋 恵"])
    index = page.list_pane.list.model().index(0, 0)
    assert [action.id for action in page.list_pane.list.content(index).actions] == ["restore"]


def test_a_visit_can_be_recorded_from_the_list(people: dict[str, int], shown: Shown, navigation: NavigationSpy) -> None:
    page = shown()
    page.list_pane.list.action_triggered.emit("visit", people["once"])
    assert navigation.shown[-1] == ("record_visit", {"customer_id": people["once"]})


def test_a_change_made_elsewhere_is_shown(people: dict[str, int], shown: Shown, context: AppContext, qtbot: QtBot) -> None:
    page = shown()
    now = context.clock.now()
    context.tasks.command(lambda session, _control: archive_customer(session, people["never"], now=now), None, owner=page)
    assert page.header.fact_label.text() == "3名"
    context.tasks.command(lambda session, _control: restore_customer(session, people["never"], now=now), None, owner=page)
    assert page.header.fact_label.text() == "4名"


def test_nobody_is_chosen_by_itself_while_there_is_room_for_one_side_only(people: dict[str, int], shown: Shown, theme: Theme) -> None:
    theme.set_text_percent(150)
    page = shown(width=1100)
    assert page.list_pane.isVisible() and page.list_pane.current == 0
    assert not page.list_pane.list.currentIndex().isValid()


def test_several_are_picked_by_mouse_and_keys_and_printed_for(
    shown: Shown, people: dict[str, int], navigation: NavigationSpy, qtbot: QtBot
) -> None:
    page = shown()
    pane = page.list_pane
    places = pane.shown_ids()
    assert pane.picking.isHidden()

    def press(place: int, held: Qt.KeyboardModifier) -> None:
        where = pane.list.visualRect(pane.list.model().index(place, 0)).center()
        qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, held, where)

    press(1, Qt.KeyboardModifier.ControlModifier)
    assert pane.picked_ids() == [places[1]]
    press(3, Qt.KeyboardModifier.ShiftModifier)
    assert pane.picked_ids() == places[1:4]
    press(2, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(pane.list, Qt.Key.Key_Home)
    qtbot.keyClick(pane.list, Qt.Key.Key_Space)
    assert pane.picked_ids() == [places[1], places[3], places[0]]
    assert pane.picking.count.text() == "3 customer(s) picked"
    pane.search.setText("よしだ")
    pane.search.send_now()
    assert len(pane.picked_ids()) == 3
    qtbot.mouseClick(pane.picking.print, Qt.MouseButton.LeftButton)
    assert navigation.shown[-1] == ("printing", {"customer_ids": [places[1], places[3], places[0]]})
    assert pane.picked_ids() == [] and pane.picking.isHidden()


def test_all_that_are_listed_are_picked_for_post(shown: Shown, people: dict[str, int], navigation: NavigationSpy, qtbot: QtBot) -> None:
    page = shown(is_picking=True)
    pane = page.list_pane
    assert pane.picking.isVisible() and pane.picking.print.isHidden()
    qtbot.keyClick(pane.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert pane.picked_ids() == pane.shown_ids() and len(pane.picked_ids()) == 4
    qtbot.keyClick(pane.picking.end, Qt.Key.Key_Space)
    assert pane.picked_ids() == [] and pane.picking.isHidden()
    pane.pick_button.click()
    pane.picking.all.click()
    pane.picking.print.click()
    assert len(navigation.shown[-1][1]["customer_ids"]) == 4


def test_a_campaign_is_begun_for_those_picked(shown: Shown, people: dict[str, int], navigation: NavigationSpy) -> None:
    pane = shown(is_picking=True).list_pane
    pane.picking.all.click()
    pane.picking.measure.click()
    name, arguments = navigation.shown[-1]
    assert name == "measures" and len(arguments["customer_ids"]) == 4 and pane.picking.isHidden()


def test_whoever_works_here_finds_the_own_customers(
    qtbot: QtBot, shown: Shown, people: dict[str, int], context: AppContext, database: Database
) -> None:
    with database.write() as session:
        session.get_one(Customer, people["fresh"]).staff_id = add_staff(session, "佐々木 健")
    page = shown()
    assert len(names(page)) == 4
    context.settings.staff_name = "佐々木 健"
    mine = page.list_pane.chips.button(CustomerFilter.MINE)
    assert mine.text() == "Mine 1"
    qtbot.mouseClick(mine, Qt.MouseButton.LeftButton)
    assert page.list_pane.shown_ids() == [people["fresh"]]
    context.settings.staff_name = ""
    assert len(names(page)) == 4
    assert page.list_pane.filter is CustomerFilter.ALL
