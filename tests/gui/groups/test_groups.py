"""Groups of customers built by pressing: the count changes, the group is kept, printed for and undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app.context import AppContext
from app.domain.care import SegmentCare
from app.domain.customers import Consent
from app.domain.errors import StorageLocked
from app.domain.figures import InGroup, InSegment
from app.domain.group_specs import ConditionKind
from app.domain.groups import Condition, GroupRules, GroupSummary
from app.domain.measures import Audience, AudiencePlan
from app.domain.segments import Segment
from app.jobs.job import JobControl
from app.models.database import Database
from app.queries.groups import members, stored_groups
from app.queries.health import health_care
from app.services.actions import undo
from app.services.groups import add_group
from app.views.customers.page import CustomersPage
from app.views.groups.care_panel import SegmentCarePanel
from app.views.groups.hand_panel import HandPanel
from app.views.groups.page import GroupsPage
from app.views.groups.put_in_panel import PutInPanel
from app.views.groups.rules_panel import RulesPanel
from app.views.groups.word_chooser import FieldChooser, ListChooser
from app.views.people.page import PeoplePage
from app.views.printing.page import PrintingPage
from app.views.widgets.row_list import RowContent, RowList
from tests.factories import NOW, TODAY, add_customer, add_purchase
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.widgets.audit import clipped

P = TypeVar("P", bound=QWidget)
AWAY = GroupRules(((Condition(ConditionKind.LAST_VISIT, "ago", {"days": 90}),),))


@pytest.fixture
def people(context: AppContext) -> dict[str, int]:
    """Three who agreed to post were here 100 days ago, one of whom in Kyoto; one refused and was here yesterday."""

    def op(session: Session, _control: JobControl) -> dict[str, int]:
        found = {}
        for name, kana, last in (
            ("吉田 和子", "よしだ", 100),
            ("青木 健", "あおき", 100),
            ("森田 幸子", "もりた", 100),
            ("林 恵", "はやし", 1),
        ):
            consent = Consent.NO if last == 1 else Consent.YES
            place = ("京都府", "京都市") if name == "森田 幸子" else ("東京都", "渋谷区")
            found[name] = add_customer(session, name, kana=kana, post_consent=consent, prefecture=place[0], city=place[1], street="1-2-3")
            add_purchase(session, found[name], TODAY - timedelta(days=last))
        return found

    made: list[dict[str, int]] = []
    context.tasks.command(op, made.append, owner=context.settings)
    return made[0]


def stored(database: Database) -> tuple[GroupSummary, ...]:
    with database.read() as session:
        return stored_groups(session, TODAY)


def keep(context: AppContext, name: str, rules: GroupRules | None, ids: tuple[int, ...] = ()) -> int:
    made: list[int] = []
    context.tasks.command(
        lambda session, _control: add_group(session, name, rules, now=NOW, customer_ids=ids).group_id, made.append, owner=context.settings
    )
    return made[0]


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, people: dict[str, int]) -> GroupsPage:
    window = QMainWindow()
    qtbot.addWidget(window)
    shown = GroupsPage(context)
    window.setCentralWidget(shown)
    window.resize(1366, 690)
    window.show()
    return shown


def panel_of(page: QWidget, kind: type[P]) -> P:
    found = [panel for panel in page.window().findChildren(kind) if panel.isVisible()]
    assert len(found) == 1
    return found[0]


def press_entry(menu: QMenu, *texts: str) -> None:
    """Walk the menu by the words of its entries."""
    for text in texts[:-1]:
        below = next(action.menu() for action in menu.actions() if action.text() == text)
        assert isinstance(below, QMenu)
        menu = below
    next(action for action in menu.actions() if action.text() == texts[-1]).trigger()


def press_word(qtbot: QtBot, panel: RulesPanel, block: int, place: int, word: str) -> None:
    qtbot.mouseClick(panel.rules_part.sentences[block, place].word_button(word), Qt.MouseButton.LeftButton)


def names_in(rows: RowList) -> list[str]:
    return [row.title for row in rows.rows()]


def test_a_group_is_built_by_pressing_and_the_count_follows(
    qtbot: QtBot, page: GroupsPage, messages: MessageSpy, database: Database
) -> None:
    qtbot.mouseClick(page.make, Qt.MouseButton.LeftButton)
    panel = panel_of(page, RulesPanel)
    assert (panel.count.value.text(), panel.save.isEnabled()) == ("4 customers", False)
    menu = panel.rules_part.add_button.menu()
    press_entry(menu, "Visits and purchases", "Last visit")
    assert panel.count.value.text() == "3 customers"
    assert panel.names.text().splitlines() == ["青木 健", "森田 幸子", "吉田 和子"]
    press_entry(menu, "The customer's record", "Where they live")
    press_word(qtbot, panel, 1, 0, "area")
    chooser = panel.rules_part.chooser
    assert isinstance(chooser, ListChooser)
    chooser.list.select_key("京都府")
    qtbot.keyClick(chooser.list, Qt.Key.Key_Return)
    assert (panel.count.value.text(), panel.sentence.text()) == ("1 customer", "Not here for 90 days or more, living in 京都府")
    assert panel.name.text() == "Not here for 90 days or more · living in 京都府"
    qtbot.mouseClick(panel.save, Qt.MouseButton.LeftButton)
    assert [(group.name, group.count) for group in stored(database)] == [("Not here for 90 days or more · living in 京都府", 1)]
    assert names_in(page.list) == ["Not here for 90 days or more · living in 京都府"]
    assert page.list.rows()[0].side == "1 customer"
    text, action_id = messages.toasts[-1]
    assert text == "The group Not here for 90 days or more · living in 京都府 is saved"
    assert action_id is not None


def test_saving_can_be_undone(qtbot: QtBot, page: GroupsPage, context: AppContext, messages: MessageSpy, database: Database) -> None:
    page.proposed.select_key(0)
    qtbot.keyClick(page.proposed, Qt.Key.Key_Return)
    qtbot.mouseClick(panel_of(page, RulesPanel).save, Qt.MouseButton.LeftButton)
    assert [group.name for group in stored(database)] == ["Regulars who have not come"]
    context.tasks.command(lambda session, _control: undo(session, messages.toasts[-1][1], now=NOW), None, owner=page)
    assert stored(database) == ()
    assert page.empty.isVisible() and not page.list.isVisible()


def test_a_number_is_typed_under_its_word(qtbot: QtBot, page: GroupsPage) -> None:
    qtbot.mouseClick(page.make, Qt.MouseButton.LeftButton)
    panel = panel_of(page, RulesPanel)
    panel.rules_part.add(ConditionKind.LAST_VISIT)
    press_word(qtbot, panel, 0, 0, "days")
    chooser = panel.rules_part.chooser
    assert isinstance(chooser, FieldChooser)
    chooser.field.clear()
    qtbot.keyClicks(chooser.field, "0")
    qtbot.keyClick(chooser.field, Qt.Key.Key_Return)
    assert chooser.isVisible()
    chooser.field.clear()
    qtbot.keyClicks(chooser.field, "101")
    qtbot.keyClick(chooser.field, Qt.Key.Key_Return)
    assert not chooser.isVisible()
    assert panel.count.value.text() == "0 customers"
    assert panel.names.text() == "Nobody"
    assert not panel.print.isEnabled()


def test_the_way_of_saying_it_is_a_word_too(qtbot: QtBot, page: GroupsPage) -> None:
    qtbot.mouseClick(page.make, Qt.MouseButton.LeftButton)
    panel = panel_of(page, RulesPanel)
    panel.rules_part.add(ConditionKind.POST)
    press_word(qtbot, panel, 0, 0, "how")
    chooser = panel.rules_part.chooser
    assert isinstance(chooser, ListChooser)
    assert names_in(chooser.list) == ["agreed to post", "did not refuse post", "refused post"]
    chooser.list.select_key("no")
    qtbot.keyClick(chooser.list, Qt.Key.Key_Return)
    assert panel.names.text() == "林 恵"


def test_either_of_two_conditions_and_taking_one_away(qtbot: QtBot, page: GroupsPage) -> None:
    qtbot.mouseClick(page.make, Qt.MouseButton.LeftButton)
    panel = panel_of(page, RulesPanel)
    panel.rules_part.add(ConditionKind.LAST_VISIT)
    press_entry(panel.rules_part.or_buttons[0].menu(), "Who may be contacted", "Cards and letters")
    press_word(qtbot, panel, 0, 1, "how")
    chooser = panel.rules_part.chooser
    assert isinstance(chooser, ListChooser)
    chooser.choose("no")
    assert panel.sentence.text() == "Not here for 90 days or more or refused post"
    assert panel.count.value.text() == "4 customers"
    qtbot.mouseClick(panel.rules_part.removers[0, 0], Qt.MouseButton.LeftButton)
    assert (panel.sentence.text(), panel.count.value.text()) == ("Refused post", "1 customer")
    qtbot.mouseClick(panel.rules_part.removers[0, 0], Qt.MouseButton.LeftButton)
    assert not panel.save.isEnabled()


def test_what_is_built_can_be_printed_for_before_it_is_kept(
    qtbot: QtBot, page: GroupsPage, navigation: NavigationSpy, people: dict[str, int], messages: MessageSpy
) -> None:
    page.proposed.activated_key.emit(1)
    panel = panel_of(page, RulesPanel)
    panel.rules_part.set_rules(AWAY)
    panel.rules_part.add(ConditionKind.POST)
    qtbot.mouseClick(panel.print, Qt.MouseButton.LeftButton)
    assert messages.questions == ["Leave without saving?"]
    name, arguments = navigation.shown[-1]
    assert (name, arguments["title"]) == ("printing", "Birthday next month")
    assert set(arguments["customer_ids"]) == set(people.values()) - {people["林 恵"]}


def test_a_typed_name_stays_and_a_taken_one_is_said_beside_the_field(
    qtbot: QtBot, page: GroupsPage, context: AppContext, database: Database
) -> None:
    keep(context, "Autumn", AWAY)
    qtbot.mouseClick(page.make, Qt.MouseButton.LeftButton)
    panel = panel_of(page, RulesPanel)
    panel.rules_part.add(ConditionKind.POST)
    panel.name.setText("autumn")
    panel.rules_part.add(ConditionKind.LAST_VISIT)
    assert panel.name.text() == "autumn"
    qtbot.mouseClick(panel.save, Qt.MouseButton.LeftButton)
    assert panel.isVisible() and panel.name_field.has_error
    panel.name.setText("Winter")
    qtbot.mouseClick(panel.save, Qt.MouseButton.LeftButton)
    assert [group.name for group in stored(database)] == ["Autumn", "Winter"]


def test_a_storage_fault_keeps_what_was_built(
    qtbot: QtBot, page: GroupsPage, messages: MessageSpy, monkeypatch: pytest.MonkeyPatch, context: AppContext
) -> None:
    qtbot.mouseClick(page.make, Qt.MouseButton.LeftButton)
    panel = panel_of(page, RulesPanel)
    panel.rules_part.add(ConditionKind.POST)

    def locked(_op: object, _done: object, *, failed: Callable[[Exception], None], **_more: object) -> None:
        failed(StorageLocked())

    monkeypatch.setattr(context.tasks, "command", locked)
    qtbot.mouseClick(panel.save, Qt.MouseButton.LeftButton)
    assert panel.isVisible() and isinstance(messages.errors[-1], StorageLocked)


def test_leaving_asks_only_when_something_was_built(qtbot: QtBot, page: GroupsPage, messages: MessageSpy) -> None:
    messages.answer = False
    qtbot.mouseClick(page.make, Qt.MouseButton.LeftButton)
    panel = panel_of(page, RulesPanel)
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible() and not messages.questions
    qtbot.mouseClick(page.make, Qt.MouseButton.LeftButton)
    panel = panel_of(page, RulesPanel)
    panel.rules_part.add(ConditionKind.POST)
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.isVisible() and messages.questions == ["Leave without saving?"]


def test_a_kept_group_is_opened_listed_printed_for_and_deleted(
    qtbot: QtBot, page: GroupsPage, context: AppContext, navigation: NavigationSpy, people: dict[str, int], database: Database
) -> None:
    group_id = keep(context, "Away", AWAY)
    page.list.select_key(group_id)
    qtbot.keyClick(page.list, Qt.Key.Key_L)
    assert navigation.shown[-1] == ("people", {"spec": InGroup(group_id, TODAY), "title": "Away"})
    qtbot.keyClick(page.list, Qt.Key.Key_P)
    arguments: dict[str, Any] = navigation.shown[-1][1]
    assert (navigation.shown[-1][0], arguments["title"], len(arguments["customer_ids"])) == ("printing", "Away", 3)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    panel = panel_of(page, RulesPanel)
    assert (panel.name.text(), panel.count.value.text()) == ("Away", "3 customers")
    qtbot.mouseClick(panel.delete, Qt.MouseButton.LeftButton)
    assert not panel.isVisible() and stored(database) == ()


def test_a_campaign_is_begun_for_a_group_as_it_will_be(
    qtbot: QtBot, page: GroupsPage, context: AppContext, navigation: NavigationSpy, people: dict[str, int]
) -> None:
    group_id = keep(context, "Away", AWAY)
    page.list.action_triggered.emit("measure", group_id)
    assert navigation.shown[-1] == ("measures", {"audience": AudiencePlan(Audience.GROUP, group_id=group_id, words="Away")})
    page.ready.action_triggered.emit("measure", Segment.NEW)
    arguments: dict[str, Any] = navigation.shown[-1][1]
    assert len(arguments["customer_ids"]) == 1


def test_deleting_by_key_can_be_undone(
    qtbot: QtBot, page: GroupsPage, context: AppContext, messages: MessageSpy, database: Database
) -> None:
    page.list.select_key(keep(context, "Away", AWAY))
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert stored(database) == () and messages.toasts[-1][0] == "The group Away is deleted"
    context.tasks.command(lambda session, _control: undo(session, messages.toasts[-1][1], now=NOW), None, owner=page)
    assert [group.name for group in stored(database)] == ["Away"]


def test_ready_made_groups_open_their_names_and_can_be_narrowed_down(qtbot: QtBot, page: GroupsPage, navigation: NavigationSpy) -> None:
    assert page.ready.select_key(Segment.NEW)
    qtbot.keyClick(page.ready, Qt.Key.Key_Return)
    assert navigation.shown[-1] == ("people", {"spec": InSegment(Segment.NEW, TODAY), "title": "New"})
    qtbot.keyClick(page.ready, Qt.Key.Key_N)
    panel = panel_of(page, RulesPanel)
    assert (panel.sentence.text(), panel.count.value.text()) == ("In the group “New”", "1 customer")


def test_a_group_is_filled_by_hand(qtbot: QtBot, page: GroupsPage, database: Database, people: dict[str, int]) -> None:
    qtbot.mouseClick(page.by_hand, Qt.MouseButton.LeftButton)
    panel = panel_of(page, HandPanel)
    panel.name.setText("Committee")
    panel.search.setText("よしだ")
    panel.search.send_now()
    assert panel.list.select_key(people["吉田 和子"])
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    assert panel.list.rows()[0].chip is not None
    panel.search.clear()
    panel.search.send_now()
    assert panel.member_ids() == [people["吉田 和子"]]
    qtbot.mouseClick(panel.save, Qt.MouseButton.LeftButton)
    (group,) = stored(database)
    assert (group.name, group.count, group.is_by_hand) == ("Committee", 1, True)
    page.list.activated_key.emit(group.id)
    again = panel_of(page, HandPanel)
    again.list.select_key(people["吉田 和子"])
    qtbot.keyClick(again.list, Qt.Key.Key_Delete)
    qtbot.mouseClick(again.save, Qt.MouseButton.LeftButton)
    assert stored(database)[0].count == 0


def test_who_is_archived_stays_in_a_group_that_is_changed(
    qtbot: QtBot, page: GroupsPage, context: AppContext, database: Database, people: dict[str, int]
) -> None:
    from app.services.customers import archive_customer, restore_customer

    group_id = keep(context, "Committee", None, tuple(people.values()))
    context.tasks.command(lambda session, _control: archive_customer(session, people["林 恵"], now=NOW), None, owner=page)
    page.list.activated_key.emit(group_id)
    panel = panel_of(page, HandPanel)
    panel.name.setText("Old committee")
    qtbot.mouseClick(panel.save, Qt.MouseButton.LeftButton)
    context.tasks.command(lambda session, _control: restore_customer(session, people["林 恵"], now=NOW), None, owner=page)
    with database.read() as session:
        assert len(members(session, group_id, TODAY)) == 4


def test_a_list_of_names_is_put_into_a_group(
    qtbot: QtBot, context: AppContext, people: dict[str, int], messages: MessageSpy, database: Database
) -> None:
    ids = list(people.values())
    group_id = keep(context, "Committee", None, (ids[0],))
    window = QMainWindow()
    qtbot.addWidget(window)
    names = PeoplePage(context)
    window.setCentralWidget(names)
    names.open_with(customer_ids=ids[:3], title="Three")
    window.resize(1100, 700)
    window.show()
    qtbot.mouseClick(names.group, Qt.MouseButton.LeftButton)
    panel = panel_of(names, PutInPanel)
    assert panel.name.text() == "Three"
    panel.list.select_key(group_id)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert messages.toasts[-1][0] == "2 customer(s) are now in Committee"
    qtbot.mouseClick(names.group, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel_of(names, PutInPanel).save, Qt.MouseButton.LeftButton)
    assert [(group.name, group.count) for group in stored(database)] == [("Committee", 3), ("Three", 3)]


def test_the_page_stands_on_the_group_it_was_opened_with(page: GroupsPage, context: AppContext) -> None:
    keep(context, "Here", GroupRules(((Condition(ConditionKind.POST, "yes"),),)))
    second = keep(context, "Away", AWAY)
    page.open_with(group_id=second)
    assert page.list.current_key() == second


@pytest.mark.parametrize("width", [1366, 1093])
def test_nothing_is_cut(qtbot: QtBot, page: GroupsPage, context: AppContext, width: int) -> None:
    keep(context, "Away", AWAY)
    page.window().resize(width, 614)
    page.list.activated_key.emit(page.list.rows()[0].key)
    panel = panel_of(page, RulesPanel)
    for kind in (ConditionKind.SPENT, ConditionKind.BOUGHT, ConditionKind.CAME):
        panel.rules_part.add(kind)
    assert clipped(page.window()) == []


def test_days_begin_with_the_present_month(page: GroupsPage) -> None:
    page.make.click()
    panel = panel_of(page, RulesPanel)
    panel.rules_part.add(ConditionKind.CAME)
    assert panel.rules_part.rules.conditions[0].day("from") == date(2026, 11, 1)


def test_the_print_page_offers_the_shops_own_groups(
    qtbot: QtBot, context: AppContext, people: dict[str, int], navigation: NavigationSpy
) -> None:
    group_id = keep(context, "Away", AWAY)
    printing = PrintingPage(context)
    qtbot.addWidget(printing)
    printing.resize(1366, 690)
    printing.show()
    assert printing.start.groups.select_key(group_id)
    row = next(row for row in printing.start.groups.rows() if row.key == group_id)
    assert (row.title, row.detail, row.side) == ("Away", "Not here for 90 days or more", "3 customers")
    qtbot.keyClick(printing.start.groups, Qt.Key.Key_Return)
    name, arguments = navigation.shown[-1]
    assert (name, arguments["title"], len(arguments["customer_ids"])) == ("printing", "Away", 3)


def test_from_the_customers_one_comes_to_the_groups_and_puts_the_found_ones_in(
    qtbot: QtBot, context: AppContext, people: dict[str, int], navigation: NavigationSpy, database: Database
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    customers = CustomersPage(context)
    window.setCentralWidget(customers)
    window.resize(1366, 690)
    window.show()
    press_entry(customers.groups.menu(), "Groups of customers")
    assert navigation.shown[-1] == ("groups", {})
    customers.list_pane.search.setText("よしだ")
    customers.list_pane.search.send_now()
    press_entry(customers.groups.menu(), "Put those listed into a group")
    panel = panel_of(customers, PutInPanel)
    panel.name.setText("Found")
    qtbot.mouseClick(panel.save, Qt.MouseButton.LeftButton)
    (group,) = stored(database)
    with database.read() as session:
        assert members(session, group.id, TODAY).tolist() == [people["吉田 和子"]]


def test_how_a_ready_made_group_is_looked_after_is_decided_here(
    qtbot: QtBot, page: GroupsPage, database: Database, messages: MessageSpy, context: AppContext
) -> None:
    def shown() -> RowContent:
        return next(row for row in page.ready.rows() if row.key is Segment.LOYAL)

    assert (shown().title, shown().detail) == ("Regulars", "Thank them, and show them first what is new")
    assert page.ready.select_key(Segment.LOYAL)
    qtbot.keyClick(page.ready, Qt.Key.Key_C)
    panel = panel_of(page, SegmentCarePanel)
    qtbot.keyClicks(panel.days, "0")
    assert not panel.save.isEnabled()
    panel.name.setText("大切な方")
    panel.days.clear()
    qtbot.keyClicks(panel.days, "30")
    panel.priority.set_current(5)
    qtbot.mouseClick(panel.save, Qt.MouseButton.LeftButton)
    assert not panel.isVisible()
    assert (shown().title, shown().detail) == (
        "大切な方", "Thank them, and show them first what is new · every 30 days · priority 5 of 5",
    )  # fmt: skip
    with database.read() as session:
        assert health_care(session).segments == {"loyal": SegmentCare("大切な方", 30, "", 5)}
    context.tasks.command(lambda session, _control: undo(session, messages.toasts[-1][1], now=NOW), None, owner=page)
    assert shown().title == "Regulars"
