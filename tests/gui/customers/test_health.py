"""The gauge on a customer's page, and what stands under it."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.care import HealthWeights
from app.domain.health import NO_HEALTH, HealthFacts, HealthPart, VoiceState, view_of
from app.models.database import Database
from app.views.customers.facts_card import FactsCard
from app.views.customers.health_block import HealthBlock
from app.views.health.words import explanation_of, moved_text, reason_words, reasons_text
from app.views.theme import Tone
from tests.factories import TODAY, add_customer, add_purchase
from tests.fakes import NavigationSpy
from tests.gui.customers.conftest import Shown

FACTS = HealthFacts(days_since=70, days_known=1500, rhythm=35.0, visits=2, visits_before=4, satisfaction=3.0)
EVERY = frozenset(HealthPart)


def test_the_gauge_says_how_it_moved_and_why(qtbot: QtBot) -> None:
    block = HealthBlock()
    qtbot.addWidget(block)
    view = view_of(FACTS, 72, HealthWeights(), 80, EVERY)
    block.show_health(view)
    assert block.gauge.accessibleName() == "Health 40"
    assert block.moved.text() == "down from 72"
    assert block.reasons.text() == "2 × the gap · visits 4 → 2"
    assert block.known.text() == "Data 3/6"
    block.show_health(NO_HEALTH)
    assert (block.moved.text(), block.known.text(), block.reasons.text()) == ("known after the first visit", "", "")


def test_a_score_that_rose_stayed_or_is_new() -> None:
    def moved(before: int | None) -> tuple[str, Tone]:
        return moved_text(view_of(FACTS, before, HealthWeights(), 80, EVERY))

    assert moved(20) == ("up from 20", Tone.OK)
    assert moved(40) == ("as a month ago", Tone.TEXT2)
    assert moved(None) == ("no score a month ago", Tone.TEXT2)


def test_every_part_has_its_words() -> None:
    facts = HealthFacts(10, 400, 30.0, 3, 3, groups=1, groups_sold=4, voice=VoiceState.OPEN_COMPLAINT, to_renewal=-2, nps=4)
    words = [reason_words(part, facts) for part in HealthPart]
    assert words == [
        "in the usual gap", "visits as before", "groups: 1", "complaint still open", "past the day of renewal",
        "recommends 4/10",
    ]  # fmt: skip
    lines = explanation_of(view_of(FACTS, 72, HealthWeights(), 80, EVERY)).example.splitlines()
    assert lines[0] == "Since the last visit: 33 (counts 50%)"
    assert lines[4] == "Days to renewal: not known"
    assert reasons_text(NO_HEALTH) == ""


def test_the_page_shows_score_and_status_with_its_day(database: Database, shown: Shown, navigation: NavigationSpy) -> None:
    with database.write() as session:
        customer = add_customer(session, "吉田 和子")
        for days in (70, 105, 140, 175, 210):
            add_purchase(session, customer, TODAY - timedelta(days=days))
    facts = shown(customer_id=customer).detail.facts
    assert facts.health.gauge.accessibleName() == "Health 35"
    assert facts.status.text() == "Attention since 11月20日(金): Usually every 35 days → not seen for 70 days"
    facts.health.about.more_requested.emit()
    assert navigation.shown[-1] == ("settings", {"section": "health"})


def test_the_facts_ask_for_no_more_room_than_those_that_must_stand_there(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    card = FactsCard()
    card.setParent(place)
    card.resize(1400, 200)
    place.show()
    wide = card.minimumSizeHint().width()
    assert card.average.isVisible()
    card.resize(700, 200)
    assert not card.average.isVisible() and not card.rhythm.isVisible()
    qtbot.waitUntil(lambda: card.minimumSizeHint().width() == wide)
