"""契約・更新の一覧: what is due, what runs, what is over; and what is done for exactly those listed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.contracts import ContractFields, ContractView
from app.domain.needs import NeedFields
from app.models.database import Database
from app.services.contracts import add_contract, end_contract
from app.services.needs import add_need
from app.views.contracts.page import NEEDS, ContractsPage
from app.views.follow_ups.panel import FollowUpPanel
from tests.factories import NOW, TODAY, add_customer, add_staff
from tests.fakes import NavigationSpy
from tests.gui.widgets.audit import clipped

Shown = Callable[[], ContractsPage]


@pytest.fixture
def shown(qtbot: QtBot, context: AppContext) -> Shown:
    def show() -> ContractsPage:
        page = ContractsPage(context)
        qtbot.addWidget(page)
        page.resize(1080, 600)
        with qtbot.waitExposed(page):
            page.show()
        return page

    return show


@pytest.fixture
def people(database: Database) -> list[int]:
    with database.write() as session:
        numbers = [add_customer(session, name) for name in ("吉田 和子", "佐藤 花子", "林 葵")]
        for number, days, plan in zip(numbers, (5, 45, 200), ("会員", "保守", "講座"), strict=True):
            fields = ContractFields(plan, started_on=date(2026, 1, 1), renews_on=TODAY + timedelta(days=days), price=3_000)
            add_contract(session, number, fields, now=NOW, today=TODAY)
        over = add_contract(session, numbers[0], ContractFields("旧", started_on=date(2025, 1, 1)), now=NOW, today=TODAY).contract_id
        end_contract(session, over, day=TODAY, reason="値段", now=NOW, today=TODAY)
        add_need(session, numbers[1], NeedFields("車検", TODAY + timedelta(days=20)), now=NOW)
        return numbers


def _names(page: ContractsPage, view: object) -> list[str]:
    page.views.button(view).click()
    table = page.needs if view == NEEDS else page.table
    model = table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_a_shop_without_contracts_is_told_where_they_begin(shown: Shown, navigation: NavigationSpy) -> None:
    page = shown()
    assert page.table.isHidden() or not page.table.isVisible()
    page.empty.action_clicked.emit()
    assert navigation.shown[-1][0] == "import"


def test_each_list_shows_its_own(people: list[int], shown: Shown) -> None:
    page = shown()
    assert _names(page, ContractView.DUE_30) == ["吉田 和子"]
    assert _names(page, ContractView.DUE_60) == ["吉田 和子", "佐藤 花子"]
    assert _names(page, ContractView.RUNNING) == ["吉田 和子", "佐藤 花子", "林 葵"]
    assert _names(page, ContractView.ENDED) == ["吉田 和子"]
    assert _names(page, NEEDS) == ["佐藤 花子"]
    assert clipped(page) == []


def test_what_is_done_is_done_for_exactly_those_listed(people: list[int], shown: Shown, navigation: NavigationSpy) -> None:
    page = shown()
    _names(page, ContractView.RUNNING)
    page.search.setText("保守")
    page.search.send_now()
    page.letter.click()
    name, arguments = navigation.shown[-1]
    assert (name, arguments["customer_ids"]) == ("printing", [people[1]])
    page.table.key_activated.emit(1)
    assert navigation.shown[-1] == ("customers", {"customer_id": people[1], "tab": "purchases"})
    page.trigger_primary()
    assert page.window().findChildren(FollowUpPanel)


def test_the_names_keep_their_room_and_who_is_in_charge_is_whole(qtbot: QtBot, context: AppContext, database: Database) -> None:
    with database.write() as session:
        staff = add_staff(session, "佐々木 健太郎")
        number = add_customer(session, "吉田 和子")
        fields = ContractFields("会員", staff_id=staff, started_on=date(2026, 1, 1), renews_on=TODAY + timedelta(days=5), price=3_000)
        add_contract(session, number, fields, now=NOW, today=TODAY)
    page = ContractsPage(context)
    qtbot.addWidget(page)
    page.resize(1080, 600)
    with qtbot.waitExposed(page):
        page.show()
    last = page.table.model().columnCount() - 1
    assert page.table.columnWidth(last) >= page.table.sizeHintForColumn(last)
    page.resize(700, 600)
    assert page.table.isColumnHidden(last)
