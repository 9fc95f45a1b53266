"""The weights of the health score, tried on real customers before they count."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.care import CareSettings, HealthWeights, SegmentCare
from app.models.database import Database
from app.queries.health import health_care
from app.services.care_settings import change_care
from app.views.settings.health_card import HealthCard
from app.views.widgets.labels import ElidedLabel
from tests.factories import NOW, TODAY, add_customer, add_purchase
from tests.fakes import MessageSpy, NavigationSpy


@pytest.fixture
def card(qtbot: QtBot, context: AppContext, database: Database) -> HealthCard:
    """Somebody who came less often and is not late, and somebody who is late and came as often as before."""
    with database.write() as session:
        seldom, late = add_customer(session, "佐藤 花子"), add_customer(session, "吉田 和子")
        for days in (5, 100, 130, 160, 220, 280):
            add_purchase(session, seldom, TODAY - timedelta(days=days))
        for days in (70, 80, 90, 100, 110, 200, 210):
            add_purchase(session, late, TODAY - timedelta(days=days))
    shown = HealthCard(context)
    qtbot.addWidget(shown)
    shown.show_care(CareSettings())
    shown.show()
    return shown


def names(card: HealthCard, place: str) -> list[str]:
    layout = getattr(card, place)
    widgets = [layout.itemAt(number).widget() for number in range(layout.count())]
    return [widget.text() for widget in widgets if isinstance(widget, ElidedLabel)]


def test_moving_a_weight_shows_whom_it_would_move(card: HealthCard) -> None:
    assert not card.use.isEnabled()
    assert card.shares[0].text() == "30%"
    card.sliders[0].setValue(0)
    assert card.use.isEnabled()
    assert card.shares[0].text() == "0%"
    assert [words.split()[0] for words in names(card, "rising")] == ["吉田"]
    assert [words.split()[0] for words in names(card, "falling")] == ["佐藤"]
    card.back.click()
    assert card.weights() == HealthWeights()
    assert not card.use.isEnabled()


def test_weights_are_used_kept_and_undone(card: HealthCard, database: Database, messages: MessageSpy) -> None:
    with database.write() as session:
        change_care(session, CareSettings(cap=9, segments={"new": SegmentCare("はじめての方", 7, "", 5)}), now=NOW)
    card.sliders[5].setValue(60)
    QTest.mouseClick(card.use, Qt.MouseButton.LeftButton)
    assert messages.toasts
    with database.read() as session:
        kept = health_care(session)
    assert kept.weights == HealthWeights(survey=0.6)
    assert (kept.cap, kept.segments["new"].name) == (9, "はじめての方"), "what was changed elsewhere stays"
    card.show_care(kept)
    assert not card.use.isEnabled()
    card.usual.click()
    assert card.weights() == HealthWeights()
    assert card.use.isEnabled(), "as delivered is tried first, too"


def test_at_least_one_part_counts(card: HealthCard) -> None:
    for slider in card.sliders:
        slider.setValue(0)
    assert not card.use.isEnabled()
    assert card.fact.text() == "At least one part must count."


def test_what_counts_as_high_is_kept_when_the_field_is_left(card: HealthCard, database: Database, navigation: NavigationSpy) -> None:
    card.high.set_value(70)
    card.high.edited_done.emit()
    with database.read() as session:
        assert health_care(session).high == 70
    card.check.click()
    assert navigation.shown[-1] == ("health", {})
