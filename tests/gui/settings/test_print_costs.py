"""What printing costs, as the owner says it: prices from a day on, paper, ink and time; checked while they are typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from app.domain.print_cost import DEFAULT_RATES, MailKind, PrintRates
from app.models.database import Database
from app.models.shop import Shop
from app.queries.print_rates import print_rates
from app.views.settings.page import SettingsPage
from tests.factories import TODAY
from tests.fakes import MessageSpy
from tests.gui.settings.conftest import Shown, retype, undo_last
from tests.gui.widgets.audit import clipped

RatesNow = Callable[[], PrintRates]


@pytest.fixture
def rates_now(database: Database) -> RatesNow:
    def ask() -> PrintRates:
        with database.read() as session:
            return print_rates(session)

    return ask


def test_a_price_counts_from_the_day_that_stands_above(shown: Shown, rates_now: RatesNow, qtbot: QtBot) -> None:
    card = shown().print_costs
    assert [field.text() for field in card.postage.values()] == ["85", "110", "110", "140", "180"]
    assert card.since[MailKind.POSTCARD].text() == "since 2024/10/01"
    retype(qtbot, card.day, "2027/4/1")
    retype(qtbot, card.postage[MailKind.POSTCARD], "95")
    rates = rates_now()
    assert [rates.rate(MailKind.POSTCARD, day) for day in (TODAY, date(2027, 4, 1))] == [85, 95]
    retype(qtbot, card.day, "2026/11/20")
    assert card.postage[MailKind.POSTCARD].text() == "85"
    assert card.mail_lines[MailKind.POSTCARD].hint.text() == "¥95 from 2027/04/01 on"


def test_paper_ink_and_time_are_saved_when_left_and_can_be_undone(
    shown: Shown, rates_now: RatesNow, database: Database, messages: MessageSpy, qtbot: QtBot
) -> None:
    card = shown().print_costs
    for name, text in (("paper", "9"), ("message_ink", "10"), ("address_ink", "3"), ("minutes", "0.5"), ("wage", "1,200")):
        retype(qtbot, card.supplies[name], text)
    rates = rates_now()
    assert (rates.paper, rates.message_ink, rates.address_ink, rates.minutes, rates.wage) == (9, 10, 3, 0.5, 1200)
    assert len(messages.toasts) == 5
    undo_last(database, messages)
    assert rates_now().wage == 0


def test_what_a_card_costs_is_said_while_typing(shown: Shown, rates_now: RatesNow, qtbot: QtBot) -> None:
    card = shown().print_costs
    assert "¥107" in card.example.text()
    field = card.supplies["paper"]
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, "16")
    assert "¥117" in card.example.text()
    assert rates_now() == DEFAULT_RATES


@pytest.mark.parametrize("text", [" ", "x", "-1"])
def test_what_is_no_number_is_said_and_not_saved(shown: Shown, rates_now: RatesNow, messages: MessageSpy, qtbot: QtBot, text: str) -> None:
    card = shown().print_costs
    retype(qtbot, card.postage[MailKind.LETTER_25], text)
    assert card.mail_lines[MailKind.LETTER_25].has_error
    retype(qtbot, card.postage[MailKind.LETTER_25], "110")
    assert not card.mail_lines[MailKind.LETTER_25].has_error
    assert (rates_now(), messages.toasts) == (DEFAULT_RATES, [])


def test_a_number_nobody_means_is_refused_beside_its_field(shown: Shown, rates_now: RatesNow, qtbot: QtBot) -> None:
    card = shown().print_costs
    retype(qtbot, card.supplies["wage"], "999999")
    assert card.supply_lines["wage"].has_error
    assert rates_now() == DEFAULT_RATES


def test_a_day_that_is_none_is_said(shown: Shown, qtbot: QtBot) -> None:
    card = shown().print_costs
    retype(qtbot, card.day, "32")
    assert card.day_line.has_error
    retype(qtbot, card.day, "2026/11/20")
    assert not card.day_line.has_error


def test_a_shop_without_yen_is_told_so(shown: Shown, database: Database) -> None:
    with database.write() as session:
        session.execute(update(Shop).values(currency="EUR"))
    card = shown().print_costs
    assert not card.only_yen.isHidden()
    assert card.day_line.isHidden() and card.example.isHidden()


@pytest.mark.parametrize("width", [1366, 860])
def test_everything_fits(shown: Shown, width: int) -> None:
    page: SettingsPage = shown(width=width, section="print_costs")
    assert clipped(page.print_costs) == []
