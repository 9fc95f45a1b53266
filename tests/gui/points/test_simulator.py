"""The simulator: another rule on the real sales of the last 12 finished months."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.figures import Visitors
from app.domain.periods import month_of
from app.domain.tiers import LoyaltySettings, TierDraft, TierFields
from app.models.database import Database
from app.services.tiers import decide_tiers, set_tiers
from app.views.points.page import PointsPage
from app.views.points.rule_panel import RulePanel
from tests.factories import NOW, TODAY, add_purchase
from tests.fakes import NavigationSpy
from tests.gui.points.shown import LEFT, RULE, page_of, panel_of, record_shop, write


@pytest.fixture
def people(database: Database) -> list[int]:
    with database.write() as session:
        return record_shop(session)


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, people: list[int]) -> PointsPage:
    return page_of(qtbot, context)


def test_today_s_rule_is_shown_first(qtbot: QtBot, page: PointsPage) -> None:
    card = page.simulator
    assert card.amount.text() == "100"
    assert card.note_label.text() == "Nov 2025 to Oct 2026, 4 items"
    # 280 points, four of five used.
    assert card.verdict.text() == "The rule costs ¥224 in 12 months"
    assert card.detail.text() == "0.80% of sales. Reckoned as if 80% are used, as usual in shops."
    assert not card.back.isVisible() and not card.take.isVisible()


def test_another_amount_is_tried_at_once(qtbot: QtBot, page: PointsPage) -> None:
    card = page.simulator
    write(qtbot, card.amount, "80")
    assert card.verdict.text() == "It would have cost ¥57 more in 12 months"
    assert card.detail.text().startswith("From ¥224 (0.80% of sales) to ¥281 (1.00%).")
    qtbot.waitUntil(card.chart.has_image)
    assert card.chart.names()[1] == "Dec 2025: ¥160 by today's rule, ¥200 by this one"
    qtbot.mouseClick(card.back, LEFT)
    assert (card.amount.text(), card.back.isVisible()) == ("100", False)
    assert card.verdict.text() == "The rule costs ¥224 in 12 months"


def test_what_was_tried_becomes_the_rule(qtbot: QtBot, page: PointsPage) -> None:
    card = page.simulator
    write(qtbot, card.amount, "80")
    qtbot.mouseClick(card.take, LEFT)
    assert panel_of(page, RulePanel).typed_rule() == replace(RULE, amount=80)


def test_what_is_being_tried_stays_when_a_visit_is_recorded(qtbot: QtBot, context: AppContext, page: PointsPage, people: list[int]) -> None:
    card = page.simulator
    write(qtbot, card.amount, "80")

    def op(session: object, _control: object) -> int:
        return add_purchase(session, people[0], date(2026, 9, 1), 8_000)  # type: ignore[arg-type]

    context.tasks.command(op, lambda _number: None, owner=page)
    assert card.amount.text() == "80"
    assert card.note_label.text() == "Nov 2025 to Oct 2026, 5 items"


def test_an_amount_that_cannot_be_tries_nothing(qtbot: QtBot, page: PointsPage) -> None:
    card = page.simulator
    write(qtbot, card.amount, "0")
    assert card.tried_rule() is None
    assert not card.take.isVisible()
    assert card.verdict.text() == "The rule costs ¥224 in 12 months"


def test_a_month_opens_who_came(qtbot: QtBot, page: PointsPage, navigation: NavigationSpy) -> None:
    card = page.simulator
    qtbot.waitUntil(card.chart.has_image)
    card.chart.setFocus()
    for _step in range(2):
        qtbot.keyClick(card.chart, Qt.Key.Key_Right)
    qtbot.keyClick(card.chart, Qt.Key.Key_Return)
    assert navigation.shown[-1][1] == {"spec": Visitors(month_of(date(2025, 12, 1))), "title": "Customers in Dec 2025"}


def test_the_rate_of_the_highest_tier_is_tried(qtbot: QtBot, context: AppContext, database: Database, people: list[int]) -> None:
    with database.write() as session:
        drafts = [TierDraft(None, TierFields("シルバー", 5_000, 120)), TierDraft(None, TierFields("ゴールド", 15_000, 150))]
        set_tiers(session, drafts, LoyaltySettings(tiers_on=True), now=NOW, today=TODAY)
        decide_tiers(session, now=NOW, today=TODAY)
    card = page_of(qtbot, context).simulator
    assert card.tier_rate.text() == "1.5"
    before = card.verdict.text()
    write(qtbot, card.tier_rate, "3")
    assert card.verdict.text() != before
    assert card.back.isVisible() and not card.take.isVisible()
