"""The page that checks the health score against the shop's past."""

from __future__ import annotations

from datetime import timedelta

from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.models.database import Database
from app.views.health.page import HealthPage
from app.views.settings.page import SettingsPage
from tests.data.test_health_backtest import buyers, fill
from tests.factories import TODAY, add_customer, add_purchase
from tests.fakes import NavigationSpy


def shown(qtbot: QtBot, context: AppContext) -> HealthPage:
    page = HealthPage(context)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    with qtbot.waitExposed(page):
        page.show()
    return page


def test_it_says_how_well_the_score_foresaw(qtbot: QtBot, context: AppContext, database: Database, navigation: NavigationSpy) -> None:
    who, when, _last = buyers(1200, 3)
    with database.write() as session:
        fill(session, who, when)
    page = shown(qtbot, context)
    assert page.verdict.isVisible() and not page.empty.isVisible() and not page.busy.isVisible()
    assert page.score.text().startswith("Health pointed to the right one in ")
    assert "came no more within 90 days after" in page.people.text()
    assert page.table.model().rowCount() == 4
    page.weights.click()
    assert navigation.shown[-1] == ("settings", {"section": "health"})
    page.again.click()
    assert page.again.isEnabled()


def test_what_is_missing_is_said(qtbot: QtBot, context: AppContext, database: Database) -> None:
    page = shown(qtbot, context)
    assert page.empty.isVisible() and not page.verdict.isVisible()
    with database.write() as session:
        add_purchase(session, add_customer(session), TODAY - timedelta(days=20))
    page.refresh()
    assert page.empty.isVisible()


def test_settings_lead_to_the_weights(qtbot: QtBot, context: AppContext) -> None:
    page = SettingsPage(context)
    qtbot.addWidget(page)
    page.open_with(section="health")
    with qtbot.waitExposed(page):
        page.show()
    assert page.health.first_field() is page.health.sliders[0]
