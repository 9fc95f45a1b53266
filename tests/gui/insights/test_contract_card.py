"""The curve of contracts among the charts of Insights: only where there are contracts, with the names behind it."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.contract_figures import ContractsEndedAfter
from app.domain.contracts import ContractFields
from app.models.contracts import Contract
from app.models.database import Database
from app.queries.contracts import contract_figures
from app.services.contracts import add_contract
from app.views.insights.contract_card import ContractCard
from tests.factories import NOW, TODAY, add_customer
from tests.fakes import NavigationSpy


def _card(qtbot: QtBot, context: AppContext) -> ContractCard:
    card = ContractCard(context)
    qtbot.addWidget(card)
    card.resize(900, 400)
    return card


def test_a_shop_without_contracts_sees_nothing_of_it(qtbot: QtBot, context: AppContext) -> None:
    card = _card(qtbot, context)
    card.set_figures(None)
    assert card.isHidden()


def test_months_in_which_contracts_ended_open_whose_they_were(
    qtbot: QtBot, context: AppContext, database: Database, navigation: NavigationSpy
) -> None:
    with database.write() as session:
        customer = add_customer(session)
        for end in (None, date(2025, 4, 15), date(2025, 6, 1)):
            fields = ContractFields("会員", started_on=date(2025, 1, 15))
            number = add_contract(session, customer, fields, now=NOW, today=TODAY).contract_id
            session.get_one(Contract, number).ended_on = end
    card = _card(qtbot, context)
    opened: list[object] = []
    card.names_requested.connect(lambda spec, _title: opened.append(spec))
    with database.read() as session:
        card.set_figures(contract_figures(session, TODAY))
    card.show()
    qtbot.waitUntil(card.chart.has_image)
    card.chart.point_clicked.emit(0)
    assert opened == [ContractsEndedAfter(3, TODAY)]
    table = card.table()
    assert [cells[:4] for _spec, cells in table.rows][2:5] == [
        ("3", "3", "1", "66.7%"),
        ("4", "2", "0", "66.7%"),
        ("5", "2", "1", "33.3%"),
    ]
    card.every.click()
    assert navigation.shown[-1][0] == "contracts"
