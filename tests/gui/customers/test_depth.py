"""What the page of a customer says of his profit, his product groups and what he will need next."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.figures import DueAgainSoon
from app.domain.products import ProductFields
from app.domain.purchases import LineFields
from app.models.database import Database
from app.services.products import add_product
from tests.factories import NOW, TODAY, add_purchase
from tests.fakes import NavigationSpy
from tests.gui.customers.conftest import Shown


def test_profit_groups_and_the_next_need_are_said(shown: Shown, people: dict[str, int], database: Database) -> None:
    with database.write() as session:
        add_product(session, ProductFields("シャンプー", group="物販", margin_rate=0.4, reuse_days=30), now=NOW)
        add_product(session, ProductFields("トリートメント", group="物販", reuse_days=14), now=NOW)
        for name, ago in (("シャンプー", 10), ("トリートメント", 20)):
            line = LineFields(name, unit_price=1_000, amount=1_000)
            add_purchase(session, people["fresh"], TODAY - timedelta(days=ago), lines=(line,))
    facts = shown(customer_id=people["fresh"]).detail.facts
    # 5,000 and 1,000 at 60 %, 1,000 at 40 %.
    assert facts.profit.text() == "Gross profit so far ¥4,000 · 1 product group(s): 物販"
    assert facts.due.text() == "トリートメント: was due about 11月14日(土) · Next シャンプー: about 12月10日(木)"


def test_who_bought_nothing_has_neither(shown: Shown, people: dict[str, int]) -> None:
    facts = shown(customer_id=people["never"]).detail.facts
    assert not facts.profit.isVisible() and not facts.due.isVisible()
    facts = shown(customer_id=people["once"]).detail.facts
    assert facts.profit.text() == "Gross profit so far ¥3,000"


def test_the_customers_lead_to_those_who_need_something_again(
    shown: Shown, database: Database, navigation: NavigationSpy, people: dict[str, int], qtbot: QtBot
) -> None:
    page = shown(customer_id=people["fresh"])
    assert not page.due.isVisible()
    with database.write() as session:
        add_product(session, ProductFields("シャンプー", reuse_days=30), now=NOW)
    page.refresh()
    assert page.due.isVisible()
    qtbot.mouseClick(page.due, Qt.MouseButton.LeftButton)
    assert [(name, arguments["spec"]) for name, arguments in navigation.shown] == [("people", DueAgainSoon(TODAY, 14))]
