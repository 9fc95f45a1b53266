"""What the page of a customer says of points."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from app.models.database import Database
from app.services.openings import Opening, open_points
from app.views.customers.page import CustomersPage
from app.views.points.reward_giving_panel import RewardGivingPanel
from app.views.points.statement_panel import StatementPanel
from tests.factories import NOW, TODAY
from tests.gui.customers.conftest import Shown
from tests.gui.points.shown import panel_of, press


def give(database: Database, customer_id: int, *openings: tuple[int, date | None]) -> None:
    with database.write() as session:
        opened = [Opening(customer_id, points, last) for points, last in openings]
        open_points(session, opened, import_id=None, now=NOW, today=TODAY)


def points_tab_is_there(page: CustomersPage) -> bool:
    tabs = page.detail.tabs
    return any(tabs.isTabVisible(place) and tabs.tabText(place) == "Points" for place in range(tabs.count()))


def test_a_shop_without_points_shows_none(people: dict[str, int], shown: Shown) -> None:
    page = shown(customer_id=people["late"], tab="points")
    assert not points_tab_is_there(page)
    assert not page.detail.facts.points.isVisible()
    assert page.detail.tabs.current() == "timeline"


def test_the_balance_and_what_lapses_next_stand_in_the_head(people: dict[str, int], database: Database, shown: Shown) -> None:
    give(database, people["late"], (300, date(2026, 12, 31)), (940, date(2027, 6, 30)))
    page = shown(customer_id=people["late"], tab="points")
    facts = page.detail.facts.points
    assert (facts.value.text(), facts.note.text()) == ("1,240", "300 up to 12/31")
    assert points_tab_is_there(page)
    tab = page.detail.points
    assert tab.balance.text() == "1,240ポイント"
    assert "300ポイント" in tab.lapse.text() and "12月31日" in tab.lapse.text()
    assert [content.side for content in tab.list.rows()] == ["+940", "+300"]


def test_somebody_without_points_in_a_shop_that_gives_them(people: dict[str, int], database: Database, shown: Shown) -> None:
    give(database, people["late"], (300, None))
    page = shown(customer_id=people["fresh"], tab="points")
    assert page.detail.points.nothing.isVisible() and not page.detail.points.reward.isEnabled()
    assert page.detail.facts.points.note.text() == ""


def test_statement_correction_and_rewards_open_from_the_tab(qtbot: QtBot, people: dict[str, int], database: Database, shown: Shown) -> None:
    give(database, people["late"], (300, None))
    page = shown(customer_id=people["late"], tab="points")
    press(qtbot, page.detail.points, "Statement")
    statement = panel_of(page, StatementPanel)
    assert statement.correction.isHidden()
    statement.close_panel()
    press(qtbot, page.detail.points, "Correct")
    assert panel_of(page, StatementPanel).correction.isVisible()
    panel_of(page, StatementPanel).close_panel()
    press(qtbot, page.detail.points, "Change into a reward")
    assert panel_of(page, RewardGivingPanel).isVisible()


def test_five_facts_need_room(people: dict[str, int], database: Database, shown: Shown) -> None:
    assert shown(1500, 700, customer_id=people["late"]).detail.facts.average.isVisible()
    narrow = shown(1080, 600, customer_id=people["late"]).detail.facts
    assert not narrow.average.isVisible()
    assert narrow.rhythm.isVisible()
    give(database, people["late"], (300, None))
    assert not shown(1366, 700, customer_id=people["late"]).detail.facts.average.isVisible()
    assert shown(1800, 900, customer_id=people["late"]).detail.facts.average.isVisible()
