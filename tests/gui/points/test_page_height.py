"""The page of points on a small laptop: everything at once, in Japanese, without scrolling."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.points import Expiry, ExpiryKind, RuleFields
from app.domain.tiers import LoyaltySettings, TierDraft, TierFields
from app.i18n import Translators
from app.models.database import Database
from app.services.customers import archive_customer
from app.services.openings import Opening, open_points
from app.services.points import set_rule
from app.services.tiers import set_tiers
from app.views.points.page import PointsPage
from app.views.widgets.layouts import ScrollColumn, boxed, row
from tests.factories import NOW, TODAY, add_customer, add_purchase
from tests.gui.widgets.audit import clipped

SIDEBAR = 204
RULE = RuleFields(
    birthday_rate=200,
    first_visit_points=100,
    use_from=100,
    referrer_points=300,
    referred_points=300,
    expiry=Expiry(ExpiryKind.AFTER_EARNING, 12, to_month_end=True),
)


@pytest.fixture
def shop(database: Database, qapp: QApplication) -> Iterator[None]:
    """Every sentence of a usual rule, two tiers with perks, five who lose points and one left out."""
    with database.write() as session:
        set_rule(session, RULE, valid_from=None, now=NOW)
        people = [add_customer(session, f"佐藤 {number}") for number in range(6)]
        for number in people:
            add_purchase(session, number, date(2026, 10, 5), 60_000)
        open_points(session, [Opening(number, 200, date(2026, 12, 31)) for number in people], import_id=None, now=NOW, today=TODAY)
        archive_customer(session, people[0], now=NOW)
        drafts = [
            TierDraft(None, TierFields("シルバー", 50_000, 120)),
            TierDraft(None, TierFields("ゴールド", 100_000, 150, "お誕生月にヘッドスパ")),
        ]
        set_tiers(session, drafts, LoyaltySettings(tiers_on=True), now=NOW, today=TODAY)
    translators = Translators(qapp)
    translators.use("ja")
    yield
    translators.clear()


def test_everything_is_seen_at_once_on_a_small_laptop(qtbot: QtBot, context: AppContext, shop: None) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    page = PointsPage(context)
    beside = QWidget()
    beside.setFixedWidth(SIDEBAR)
    window.setLayout(row(beside, boxed(row(page)), gap=0))
    window.resize(1366, 768)
    window.show()
    bar = page.findChildren(ScrollColumn)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: page.lapse.cards.isVisible() and page.simulator.verdict.text() != "" and bar.maximum() == 0)
    assert page.width() == 1366 - SIDEBAR
    assert page.lapse.left_out.isVisible() and page.tiers.isVisible()
    qtbot.waitUntil(lambda: clipped(page) == [])
