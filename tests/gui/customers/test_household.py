"""Who shares the post: proposed, added, taken out, put first; and who has passed away."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.errors import StorageFull
from app.domain.follow_ups import FollowUpFields, FollowUpSource
from app.models.customer import Customer
from app.models.database import Database
from app.queries.customers import customer_card
from app.queries.follow_ups import follow_ups_of
from app.queries.households import household_of
from app.services.actions import undo
from app.services.customers import edit_customer
from app.services.follow_ups import add_follow_up
from app.services.households import join_household
from app.views.customers.household_panel import HouseholdPanel, open_household
from app.views.customers.household_part import HouseholdPart
from app.views.customers.page import CustomersPage
from tests.factories import NOW, TODAY, add_customer
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.customers.conftest import Shown
from tests.gui.customers.test_forms import FullDisk
from tests.gui.customers.test_page import chips, menu_entry

HOME = {"postal_code": "150-0002", "city": "渋谷区", "street": "渋谷1-2-3"}


@pytest.fixture
def family(database: Database) -> list[int]:
    with database.write() as session:
        return [add_customer(session, name, **HOME) for name in ("渡辺 真理", "渡辺 健", "渡邊 恵")]


def members(database: Database, customer_id: int) -> list[int]:
    with database.read() as session:
        return [member.id for member in household_of(session, customer_id).members]


def part_of(page: CustomersPage) -> HouseholdPart:
    return page.detail.record.household


def press_action(page: CustomersPage, act: str, customer_id: int) -> None:
    rows = part_of(page).members
    content = next(row for row in rows.rows() if row.key == customer_id)
    assert act in [action.id for action in content.actions]
    rows.action_triggered.emit(act, customer_id)


def test_who_lives_at_the_same_address_is_proposed_and_joined_in_one_press(
    family: list[int], shown: Shown, database: Database, messages: MessageSpy, qtbot: QtBot
) -> None:
    page = shown(customer_id=family[0], tab="record")
    assert len(part_of(page).offers) == 2 and not part_of(page).members.rows()
    qtbot.mouseClick(part_of(page).offers[0], Qt.MouseButton.LeftButton)
    assert members(database, family[0]) == [family[0], family[1]]
    assert [row.key for row in part_of(page).members.rows()] == [family[0], family[1]]
    assert len(part_of(page).offers) == 1
    action_id = messages.toasts[-1][1]
    with database.write() as session:
        undo(session, action_id, now=NOW)
    assert members(database, family[0]) == []


def test_one_is_taken_out_another_put_first_and_a_third_opened(
    family: list[int], shown: Shown, database: Database, navigation: NavigationSpy
) -> None:
    with database.write() as session:
        join_household(session, family, now=NOW)
    page = shown(customer_id=family[1], tab="record")
    press_action(page, "first", family[2])
    assert members(database, family[1]) == [family[2], family[0], family[1]]
    press_action(page, "leave", family[0])
    assert members(database, family[1]) == [family[2], family[1]]
    part_of(page).members.activated_key.emit(family[2])
    part_of(page).members.activated_key.emit(family[1])
    assert navigation.shown == [("customers", {"customer_id": family[2]})]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def panel(family: list[int], context: AppContext, window: QWidget) -> HouseholdPanel:
    return open_household(context, window, family[0], "渡辺 真理")


def is_wrong(panel: HouseholdPanel) -> bool:
    return panel.person_field.has_error


def press_save(panel: HouseholdPanel, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.save, Qt.MouseButton.LeftButton)


def test_somebody_found_by_name_is_added(panel: HouseholdPanel, family: list[int], database: Database, qtbot: QtBot) -> None:
    press_save(panel, qtbot)
    assert is_wrong(panel)
    panel.person.search.setText("渡邊 恵")
    panel.person.search.send_now()
    assert [row.key for row in panel.person.hits.rows()] == [family[2]]
    panel.person.hits.activated_key.emit(family[2])
    assert not is_wrong(panel)
    with qtbot.waitSignal(panel.destroyed):
        press_save(panel, qtbot)
    assert members(database, family[0]) == [family[0], family[2]]


def test_somebody_cannot_be_added_to_himself(panel: HouseholdPanel, family: list[int], database: Database, qtbot: QtBot) -> None:
    panel.person.set_value((family[0], "渡辺 真理"))
    press_save(panel, qtbot)
    assert panel.isVisible() and is_wrong(panel)
    assert members(database, family[0]) == []


def test_when_the_disk_is_full_the_choice_stays(
    family: list[int], context: AppContext, window: QWidget, database: Database, messages: MessageSpy, qtbot: QtBot
) -> None:
    tasks = FullDisk()
    tasks.open(database)
    panel = open_household(replace(context, tasks=tasks), window, family[0], "渡辺 真理")
    panel.person.set_value((family[1], "渡辺 健"))
    press_save(panel, qtbot)
    assert panel.isVisible() and panel.person.value() == family[1]
    assert isinstance(messages.errors[-1], StorageFull)


def test_cancelling_joins_nobody(panel: HouseholdPanel, family: list[int], database: Database, qtbot: QtBot) -> None:
    panel.person.set_value((family[1], "渡辺 健"))
    with qtbot.waitSignal(panel.destroyed):
        qtbot.mouseClick(panel.cancel, Qt.MouseButton.LeftButton)
    assert members(database, family[0]) == []


def test_passing_away_is_asked_once_and_stops_what_was_planned(
    people: dict[str, int], shown: Shown, database: Database, messages: MessageSpy
) -> None:
    late = people["late"]
    with database.write() as session:
        add_follow_up(session, late, FollowUpFields(TODAY), now=NOW, today=TODAY)
    page = shown(customer_id=late)
    assert page.detail.next_step.isVisible()
    messages.answer = False
    menu_entry(page, "Has passed away")
    with database.read() as session:
        assert not session.get_one(Customer, late).is_deceased
    messages.answer = True
    menu_entry(page, "Has passed away")
    with database.read() as session:
        fields = customer_card(session, late).fields
    assert (fields.is_deceased, fields.name) == (True, "吉田 和子")
    page = shown(customer_id=late)
    assert chips(page)[0] == "Has passed away"
    assert not page.detail.next_step.isVisible() and not page.detail.head.plan.isEnabled() and not page.detail.planned.isEnabled()
    menu = {entry.text(): entry.isEnabled() for entry in page.detail.head.menu.menu().actions()}
    assert not menu["Print a thank-you card"] and not menu["Plan a follow-up"]
    menu_entry(page, "Was recorded as passed away by mistake")
    page = shown(customer_id=late)
    assert "Has passed away" not in chips(page)


def test_post_that_came_back_is_noted_from_the_page(people: dict[str, int], shown: Shown, database: Database, messages: MessageSpy) -> None:
    late = people["late"]
    with database.write() as session:
        fields = customer_card(session, late).fields
        edit_customer(session, late, replace(fields, postal_code="150-0002", prefecture="東京都", city="渋谷区", street="渋谷1-2"), now=NOW)
    page = shown(customer_id=late)
    menu_entry(page, "Post came back")
    with database.read() as session:
        assert customer_card(session, late).fields.bad_address
        assert [call.source for call in follow_ups_of(session, late)] == [FollowUpSource.RETURNED]
    page = shown(customer_id=late)
    menu = {entry.text(): entry.isEnabled() for entry in page.detail.head.menu.menu().actions()}
    assert not menu["Post came back"]
