"""お買上げ: contracts and what is needed again; 基本情報: the persons of a company."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.companies import CompanyProfile
from app.domain.contracts import ContractFields, ContractRow, ContractState
from app.domain.customers import CustomerKind
from app.domain.needs import NeedFields
from app.models.database import Database
from app.queries.companies import company_view
from app.queries.contracts import contracts_of
from app.queries.needs import needs_of
from app.services.contracts import add_contract
from app.services.needs import add_need
from app.views.contracts.contract_panel import ContractPanel
from app.views.contracts.contracts_part import ContractsPart
from app.views.contracts.need_panel import NeedPanel
from app.views.contracts.person_panel import PersonPanel, ProfilePanel
from app.views.contracts.step_panels import EndPanel, PausePanel, PricePanel
from app.views.customers.page import CustomersPage
from app.views.widgets.buttons import MenuButton
from tests.factories import NOW, TODAY, add_customer, add_purchase
from tests.fakes import MessageSpy
from tests.gui.widgets.audit import clipped

Shown = Callable[..., CustomersPage]


@pytest.fixture
def customer(database: Database) -> int:
    with database.write() as session:
        number = add_customer(session, "吉田 和子")
        add_purchase(session, number, TODAY - timedelta(days=30))
        return number


@pytest.fixture
def contract(database: Database, customer: int) -> int:
    fields = ContractFields("月1回コース", started_on=date(2026, 1, 10), term_months=12, price=8_000)
    with database.write() as session:
        return add_contract(session, customer, fields, now=NOW, today=TODAY).contract_id


def _part(page: CustomersPage) -> ContractsPart:
    return page.detail.purchases.contracts


def _click(qtbot: QtBot, where: QWidget, text: str) -> None:
    """Lines made anew are shown a moment later."""

    def offered() -> list[QPushButton]:
        return [button for button in where.findChildren(QPushButton) if button.text() == text and button.isVisibleTo(where)]

    qtbot.waitUntil(lambda: bool(offered()))
    offered()[0].click()


def _choose(qtbot: QtBot, where: QWidget, text: str) -> None:
    def offered() -> list[QAction]:
        menus = [button for button in where.findChildren(MenuButton) if button.isVisibleTo(where)]
        return [action for menu in menus for action in menu.menu().actions() if action.text() == text]

    qtbot.waitUntil(lambda: bool(offered()))
    offered()[0].trigger()


def _panel(page: CustomersPage, kind: type[QWidget]) -> QWidget:
    return page.window().findChildren(kind)[-1]


def _contract(database: Database, customer: int) -> ContractRow:
    with database.read() as session:
        return contracts_of(session, customer, TODAY)[0]


def test_without_contracts_there_are_two_quiet_links_alone(customer: int, shown: Shown) -> None:
    page = shown(customer_id=customer, tab="purchases")
    part = _part(page)
    assert part.words() == ""
    assert [button.text() for button in part.findChildren(QPushButton) if button.isVisibleTo(part)] == [
        part.add.text(),
        part.add_need.text(),
    ]
    assert not page.detail.record.company.isVisibleTo(page.detail.record)


def test_a_contract_is_added_renewed_and_undone(
    customer: int, database: Database, shown: Shown, messages: MessageSpy, qtbot: QtBot
) -> None:
    page = shown(customer_id=customer, tab="purchases")
    _part(page).add.click()
    panel = _panel(page, ContractPanel)
    assert isinstance(panel, ContractPanel)
    panel.save.click()
    assert panel.fields["plan"].has_error
    panel.plan.setText("月1回コース")
    panel.started.set_value(date(2026, 1, 10))
    panel.term.set_value(12)
    panel.price.set_value(8_000)
    panel.save.click()
    row = _contract(database, customer)
    assert (row.plan, row.renews_on, row.price) == ("月1回コース", date(2027, 1, 10), 8_000)
    assert messages.toasts[-1][1] is not None
    qtbot.waitUntil(lambda: "月1回コース" in _part(page).words())
    assert "8,000" in _part(page).words()
    _click(qtbot, _part(page), "Renewed")
    assert _contract(database, customer).renews_on == date(2028, 1, 10)


def test_another_price_a_pause_and_the_end_with_its_reason(
    customer: int, contract: int, database: Database, shown: Shown, qtbot: QtBot
) -> None:
    page = shown(customer_id=customer, tab="purchases")
    part = _part(page)
    _choose(qtbot, part, "Change the price")
    price = _panel(page, PricePanel)
    assert isinstance(price, PricePanel)
    assert price.day.value() == date(2027, 1, 10)
    price.save.click()
    assert price.fields["price"].has_error
    price.price.set_value(9_000)
    price.save.click()
    assert _contract(database, customer).next_price == 9_000
    _choose(qtbot, part, "Pause")
    pause = _panel(page, PausePanel)
    assert isinstance(pause, PausePanel)
    pause.until.set_value(TODAY)
    pause.save.click()
    assert pause.fields["until"].has_error
    pause.until.set_value(TODAY + timedelta(days=30))
    pause.save.click()
    assert _contract(database, customer).state is ContractState.PAUSED
    _choose(qtbot, part, "Go on")
    assert _contract(database, customer).state is ContractState.RUNNING
    _choose(qtbot, part, "End it")
    end = _panel(page, EndPanel)
    assert isinstance(end, EndPanel)
    end.reason.setText("引っ越し")
    end.save.click()
    row = _contract(database, customer)
    assert (row.id, row.state, row.reason) == (contract, ContractState.ENDED, "引っ越し")
    assert "引っ越し" not in part.words()
    part.over.click()
    qtbot.waitUntil(lambda: "引っ越し" in part.words())
    _choose(qtbot, part, "It goes on after all")
    assert _contract(database, customer).state is ContractState.RUNNING


def test_what_is_needed_again_is_noted_and_done(customer: int, database: Database, shown: Shown, qtbot: QtBot) -> None:
    page = shown(customer_id=customer, tab="purchases")
    _part(page).add_need.click()
    panel = _panel(page, NeedPanel)
    assert isinstance(panel, NeedPanel)
    panel.title_words.setText("車検")
    panel.due.set_value(TODAY + timedelta(days=10))
    panel.every.set_value(24)
    panel.save.click()
    qtbot.waitUntil(lambda: "車検" in _part(page).words())
    _click(qtbot, _part(page), "Done")
    with database.read() as session:
        assert [row.due for row in needs_of(session, customer, TODAY)] == [date(2028, 11, 30)]


def test_a_company_has_contact_persons_and_a_profile(database: Database, shown: Shown) -> None:
    with database.write() as session:
        company = add_customer(session, "株式会社 青空", kind=CustomerKind.COMPANY)
    page = shown(customer_id=company, tab="record")
    part = page.detail.record.company
    assert part.isVisibleTo(page.detail.record)
    part.add.click()
    panel = _panel(page, PersonPanel)
    assert isinstance(panel, PersonPanel)
    panel.name.setText("佐藤 一郎")
    panel.role.setText("部長")
    panel.addressee.setChecked(True)
    panel.save.click()
    part.edit.click()
    profile = _panel(page, ProfilePanel)
    assert isinstance(profile, ProfilePanel)
    profile.industry.setText("建設")
    profile.fiscal.set_current(4)
    profile.save.click()
    with database.read() as session:
        view = company_view(session, company, TODAY)
    assert [(row.fields.name, row.fields.is_addressee) for row in view.persons] == [("佐藤 一郎", True)]
    assert view.profile == CompanyProfile("建設", fiscal_month=4)
    part.persons.action_triggered.emit("delete", view.persons[0].id)
    with database.read() as session:
        assert company_view(session, company, TODAY).persons == ()


@pytest.mark.parametrize("width", [1366, 1080])
def test_nothing_is_cut(customer: int, contract: int, database: Database, shown: Shown, qtbot: QtBot, width: int) -> None:
    with database.write() as session:
        add_need(session, customer, NeedFields("タイヤの交換", TODAY - timedelta(days=3), every_months=6), now=NOW)
    page = shown(width, 600, customer_id=customer, tab="purchases")
    qtbot.waitUntil(lambda: clipped(_part(page)) == [])


def test_the_list_of_all_contracts_is_offered_where_there_are_any(customer: int, database: Database, shown: Shown) -> None:
    page = shown()
    assert not page.contracts.isVisible()
    with database.write() as session:
        add_contract(session, customer, ContractFields("会員", started_on=TODAY), now=NOW, today=TODAY)
    page.refresh()
    assert page.contracts.isVisible()
