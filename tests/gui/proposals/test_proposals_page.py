"""Suggestions as the shop works with them: the list, what was said, what rests, the page to hand over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app.context import AppContext
from app.domain.products import ProductFields
from app.domain.proposal_paper import shipped_words
from app.domain.proposal_rows import CandidatePeople, ProposalRow, ProposalsDecided
from app.domain.proposals import Decision, ProposalFields, ProposalKind, ProposalOutcome, ProposalStep
from app.domain.purchases import LineFields
from app.models.database import Database
from app.queries.proposal_paper import paper_words
from app.queries.proposals import decided_proposals, open_proposals, proposals_of
from app.services import proposals as service
from app.services.actions import undo
from app.services.products import add_product
from app.services.proposal_paper import save_paper_words
from app.views.proposals.outcome_panel import OutcomePanel
from app.views.proposals.page import CANDIDATES, DECIDED, OPEN, ProposalsPage
from app.views.proposals.panel import ProposalPanel
from app.views.proposals.paper import PagePanel
from app.views.proposals.paper_words_panel import PaperWordsPanel
from app.views.proposals.settings_panel import ProposalSettingsPanel
from app.views.proposals.side_card import ProposalCard
from app.views.proposals.words import ACCEPT, CHANGE, DECLINE, DELETE, PASS, PREPARE, PRINT, REOPEN, THINK
from app.views.widgets.buttons import NormalButton
from app.views.widgets.text_field import TextField
from tests.factories import NOW, TODAY, add_customer, add_purchase, add_staff
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.widgets.audit import clipped

SIDE_WIDTH = 232
"""px: of the column on the page of a customer."""

P = TypeVar("P", bound=QWidget)
CARE = ProposalFields(ProposalKind.CROSS_SELL, "座ったまま楽なヘッドスパ", "腰の負担が少ない")


def buy(session: Session, customer: int, day: date, name: str) -> None:
    add_purchase(session, customer, day, lines=(LineFields(name, "", "", Decimal(1), 3000, 0, 3000),))


@pytest.fixture
def shop(database: Database) -> dict[str, int]:
    """Of 20 who had a head spa 12 took wax; of 20 others nobody did. Yoshida had a head spa lately."""
    with database.write() as session:
        add_staff(session, "田中 美咲")
        add_product(session, ProductFields("ワックス", price=2400), now=NOW)
        for number in range(40):
            customer = add_customer(session, f"お客様{number:02}")
            begin = TODAY - timedelta(days=300)
            buy(session, customer, begin, "ヘッドスパ" if number < 20 else "カット")
            buy(session, customer, begin + timedelta(days=30), "ワックス" if number < 12 else "カット")
        yoshida = add_customer(session, "吉田 和子")
        buy(session, yoshida, TODAY - timedelta(days=10), "ヘッドスパ")
        sato = add_customer(session, "佐藤 花子")
    return {"吉田": yoshida, "佐藤": sato}


@pytest.fixture
def page(qtbot: QtBot, context: AppContext) -> ProposalsPage:
    window = QMainWindow()
    page = ProposalsPage(context)
    window.setCentralWidget(page)
    window.resize(1366, 768)
    qtbot.addWidget(window)
    window.show()
    return page


def read(qtbot: QtBot, page: ProposalsPage) -> None:
    """The purchases are read in portions."""
    qtbot.waitUntil(lambda: page.tabs.tabText(0) != "" and not page.empty.isVisible() and page.list.current_key() is not None)


def panel_of(page: ProposalsPage, kind: type[P]) -> P:
    found = page.window().findChildren(kind)
    assert found
    return found[-1]


def test_a_suggestion_says_why_now_and_is_noted_with_one_press(
    qtbot: QtBot, shop: dict[str, int], page: ProposalsPage, database: Database, messages: MessageSpy
) -> None:
    read(qtbot, page)
    assert page.detail.who.text() == "吉田 和子"
    assert "60% of those who chose ヘッドスパ chose ワックス as well within 90 days" in page.detail.reason.text()
    assert "10 Nov 2026" in page.detail.now.text() and "¥2,400" in page.detail.facts.text()
    assert clipped(page) == []
    page.trigger_primary()
    with database.read() as session:
        (row,) = open_proposals(session)
        assert (row.customer_id, row.title, row.presented_on, row.price) == (shop["吉田"], "ワックス", TODAY, 2400)
    assert page.tabs.current() == OPEN and page.detail.title_words.text() == "ワックス"
    toast = messages.toasts[-1]
    assert "ワックス" in toast[0]
    with database.write() as session:
        undo(session, toast[1], now=NOW)
        assert open_proposals(session) == ()


def test_not_this_time_rests_for_three_months(qtbot: QtBot, shop: dict[str, int], page: ProposalsPage, database: Database) -> None:
    read(qtbot, page)
    page.list.action_triggered.emit(PASS, page.list.current_key())
    with database.read() as session:
        (row,) = decided_proposals(session)
        assert (row.outcome, row.rests_until) == (ProposalOutcome.PASSED, date(2027, 2, 20))


def test_what_is_prepared_has_its_words_aim_and_day(qtbot: QtBot, shop: dict[str, int], page: ProposalsPage, database: Database) -> None:
    read(qtbot, page)
    page.detail.act_requested.emit(PREPARE)
    panel = panel_of(page, ProposalPanel)
    assert panel.title_words.text() == "ワックス" and "like ワックス as well" in panel.text.text()
    panel.title_words.setText("朝が楽になるワックス")
    panel.percent.set_value(20)
    panel.months.set_value(6)
    panel.due.set_value(TODAY + timedelta(days=3))
    panel.staff.set_current("田中 美咲")
    assert clipped(panel) == []
    panel.save.click()
    with database.read() as session:
        (row,) = open_proposals(session)
        assert (row.title, row.target_percent, row.target_months, row.staff) == ("朝が楽になるワックス", 20, 6, "田中 美咲")
        assert row.due == TODAY + timedelta(days=3) and row.evidence is not None
    assert "+20% in 6 months" in page.detail.facts.text()


def test_one_thought_of_oneself_needs_a_customer_and_a_name(page: ProposalsPage, shop: dict[str, int], database: Database) -> None:
    page.add_button.click()
    panel = panel_of(page, ProposalPanel)
    panel.title_words.setText("着付け")
    panel.save.click()
    assert panel.fields["customer"].has_error
    panel.search.chosen.emit(shop["佐藤"], "")
    assert panel.who.text() == "佐藤 花子"
    panel.title_words.setText(" ")
    panel.save.click()
    assert panel.fields["title"].has_error
    panel.title_words.setText("着付け")
    panel.save.click()
    with database.read() as session:
        assert [row.title for row in proposals_of(session, shop["佐藤"])] == ["着付け"]


def begun(database: Database, customer: int, *, presented: bool = True) -> int:
    with database.write() as session:
        number = service.add_proposal(session, customer, CARE, now=NOW, today=TODAY).proposal_id
        if presented:
            service.present_proposal(session, number, now=NOW, today=TODAY)
        return number


def only(database: Database, customer: int) -> ProposalRow:
    with database.read() as session:
        (row,) = proposals_of(session, customer)
        return row


@pytest.mark.parametrize("act", [ACCEPT, THINK, DECLINE])
def test_what_the_customer_said(act: str, page: ProposalsPage, shop: dict[str, int], database: Database) -> None:
    number = begun(database, shop["佐藤"])
    page.open_with(proposal_id=number)
    assert page.tabs.current() == OPEN and page.list.current_key() == number
    page.detail.act_requested.emit(act)
    panel = panel_of(page, OutcomePanel)
    assert clipped(panel) == []
    if act == ACCEPT:
        panel.amount.set_value(3300)
    elif act == THINK:
        panel.day.set_value(TODAY + timedelta(days=14))
    panel.reason.set_text("腰が楽になりそう")
    panel.save.click()
    row = only(database, shop["佐藤"])
    outcomes = {ACCEPT: ProposalOutcome.ACCEPTED, THINK: ProposalOutcome.OPEN, DECLINE: ProposalOutcome.DECLINED}
    assert (row.outcome, row.reason) == (outcomes[act], "腰が楽になりそう")
    assert (row.amount, row.due) == (3300 if act == ACCEPT else None, TODAY + timedelta(days=14) if act == THINK else None)


def test_steps_are_chosen_and_the_last_one_presents(page: ProposalsPage, shop: dict[str, int], database: Database) -> None:
    page.open_with(proposal_id=begun(database, shop["佐藤"], presented=False))
    page.detail.step_chosen.emit(ProposalStep.DESIGN)
    assert only(database, shop["佐藤"]).step is ProposalStep.DESIGN
    page.detail.step_chosen.emit(ProposalStep.PRESENTED)
    assert only(database, shop["佐藤"]).presented_on == TODAY


def test_a_decided_one_can_be_opened_again_changed_or_deleted(page: ProposalsPage, shop: dict[str, int], database: Database) -> None:
    number = begun(database, shop["佐藤"])
    with database.write() as session:
        service.decide_proposal(session, number, Decision(ProposalOutcome.DECLINED, reason="高い"), now=NOW, today=TODAY)
    page.open_with(customer_id=shop["佐藤"])
    assert page.tabs.current() == DECIDED and "高い" in page.detail.facts.text()
    page.detail.act_requested.emit(REOPEN)
    assert only(database, shop["佐藤"]).outcome is ProposalOutcome.OPEN
    page.open_with(proposal_id=number)
    page.detail.act_requested.emit(CHANGE)
    panel = panel_of(page, ProposalPanel)
    panel.title_words.setText("短いヘッドスパ")
    panel.save.click()
    assert only(database, shop["佐藤"]).title == "短いヘッドスパ"
    page.detail.act_requested.emit(DELETE)
    with database.read() as session:
        assert proposals_of(session, shop["佐藤"]) == ()


def test_every_number_opens_its_names(
    qtbot: QtBot, page: ProposalsPage, shop: dict[str, int], database: Database, navigation: NavigationSpy
) -> None:
    read(qtbot, page)
    number = begun(database, shop["佐藤"])
    with database.write() as session:
        service.decide_proposal(session, number, Decision(ProposalOutcome.ACCEPTED, 3300), now=NOW, today=TODAY)
    page.refresh()
    assert page.wins.number.text() == "100.0%" and "reference" in page.wins.note.text()
    assert page.wins.action is not None
    page.wins.action.click()
    name, arguments = navigation.shown[-1]
    assert name == "people" and isinstance(arguments["spec"], ProposalsDecided)
    page.wins.table.key_activated.emit(0)
    assert navigation.shown[-1][1]["title"].startswith("Suggestions that were decided: ")
    page.tabs.set_current(CANDIDATES)
    page.everybody.click()
    assert navigation.shown[-1][1]["spec"] == CandidatePeople(TODAY)
    page.list.activated_key.emit(page.list.current_key())
    assert navigation.shown[-1] == ("customers", {"customer_id": shop["吉田"]})


def test_a_new_shop_is_told_what_it_takes(qtbot: QtBot, page: ProposalsPage, navigation: NavigationSpy) -> None:
    qtbot.waitUntil(lambda: page.empty.button.isVisible())
    page.empty.button.click()
    assert navigation.shown[-1][0] == "products"


def test_the_least_numbers_are_set_here(qtbot: QtBot, page: ProposalsPage, shop: dict[str, int]) -> None:
    read(qtbot, page)
    page.settings.click()
    panel = panel_of(page, ProposalSettingsPanel)
    assert clipped(panel) == []
    panel.buyers.set_value(50)
    panel.save.click()
    qtbot.waitUntil(lambda: page.empty.isVisible() and not page.list.isVisible())


def test_the_page_to_hand_over_is_looked_at_and_kept(qtbot: QtBot, page: ProposalsPage, shop: dict[str, int], tmp_path: Path) -> None:
    read(qtbot, page)
    page.detail.act_requested.emit(PRINT)
    panel = panel_of(page, PagePanel)
    assert panel.page.heightForWidth(210) == 297
    panel.write_pdf(tmp_path / "提案書.pdf")
    assert (tmp_path / "提案書.pdf").read_bytes().startswith(b"%PDF")


def test_the_card_of_a_customer(qtbot: QtBot, context: AppContext, shop: dict[str, int], database: Database, messages: MessageSpy) -> None:
    card = ProposalCard(context)
    qtbot.addWidget(card)
    card.resize(240, 300)
    card.show()
    card.show_customer(shop["吉田"], "吉田 和子")
    qtbot.waitUntil(lambda: card.count.text() == "1" and card.count.accessibleName().startswith("1 suggestion"))
    assert card.minimumSizeHint().width() <= SIDE_WIDTH
    assert clipped(card) == []
    presented = next(button for button in card.findChildren(NormalButton) if button.text() == "Presented it")
    presented.click()
    with database.write() as session:
        assert [row.customer_id for row in open_proposals(session)] == [shop["吉田"]]
        undo(session, messages.toasts[-1][1], now=NOW)
    with database.write() as session:
        service.pass_new(session, shop["吉田"], CARE, now=NOW, today=TODAY)
    card.show_customer(shop["吉田"], "吉田 和子")
    qtbot.waitUntil(lambda: "20 Feb 2027" in card.hint.text())


def waiting_page(context: AppContext, page: ProposalsPage, row: ProposalRow) -> PagePanel:
    page.open_with(proposal_id=row.id)
    page.detail.act_requested.emit(PRINT)
    return panel_of(page, PagePanel)


def test_a_printed_page_is_noted_and_handed_over_with_one_press(
    context: AppContext, page: ProposalsPage, shop: dict[str, int], database: Database, messages: MessageSpy
) -> None:
    begun(database, shop["佐藤"], presented=False)
    panel = waiting_page(context, page, only(database, shop["佐藤"]))
    assert not panel.presented.isVisible()
    panel.note_printed()
    assert only(database, shop["佐藤"]).printed_on == TODAY and messages.toasts[-1][1] is not None
    assert panel.presented.isVisible() and clipped(panel) == []
    panel.presented.click()
    row = only(database, shop["佐藤"])
    assert (row.step, row.presented_on) == (ProposalStep.PRESENTED, TODAY)
    with database.write() as session:
        undo(session, messages.toasts[-1][1], now=NOW)
    assert only(database, shop["佐藤"]).presented_on is None


def test_printing_what_could_be_suggested_prepares_it(qtbot: QtBot, page: ProposalsPage, shop: dict[str, int], database: Database) -> None:
    read(qtbot, page)
    page.detail.act_requested.emit(PRINT)
    panel = panel_of(page, PagePanel)
    panel.note_printed()
    panel.presented.click()
    row = only(database, shop["吉田"])
    assert (row.title, row.printed_on, row.presented_on) == ("ワックス", TODAY, TODAY)


def test_the_words_of_the_page_are_changed_and_seen_at_once(
    qtbot: QtBot, context: AppContext, page: ProposalsPage, shop: dict[str, int], database: Database, messages: MessageSpy
) -> None:
    begun(database, shop["佐藤"], presented=False)
    paper = waiting_page(context, page, only(database, shop["佐藤"]))
    before = paper.page.image()
    paper.change.click()
    words = panel_of(page, PaperWordsPanel)
    heading = words.texts["heading"]
    assert isinstance(heading, TextField) and heading.text() == "A suggestion for you" and clipped(words) == []
    usual = words.page.image()
    heading.setText("{{nonsense}}")
    qtbot.waitUntil(lambda: words.fields["heading"].has_error)
    assert "nonsense" in words.fields["heading"].error() and words.page.image() == usual
    heading.setText("A plan from ")
    heading.setFocus()
    next(action for action in words.insert.menu().actions() if "{{shop}}" in action.text()).trigger()
    assert heading.text() == "A plan from {{shop}}"
    qtbot.waitUntil(lambda: words.page.image() != usual and not words.fields["heading"].has_error)
    words.save.click()
    assert paper.page.image() != before
    with database.write() as session:
        assert paper_words(session, "en").words.heading == "A plan from {{shop}}"
        undo(session, messages.toasts[-1][1], now=NOW)
        assert not paper_words(session, "en").is_own


def test_the_words_are_put_back_from_the_page_itself(qtbot: QtBot, page: ProposalsPage, database: Database, messages: MessageSpy) -> None:
    with database.write() as session:
        save_paper_words(session, replace(shipped_words("en"), closing="Bye"), "en", now=NOW)
    page.paper_words.click()
    words = panel_of(page, PaperWordsPanel)
    assert words.texts["closing"].text() == "Bye" and words.usual.isEnabled()
    words.usual.click()
    assert not words.usual.isEnabled()
    words.save.click()
    with database.read() as session:
        assert not paper_words(session, "en").is_own
    assert messages.toasts


def test_in_a_narrow_window_the_list_keeps_half_and_the_settings_stay_within_reach(qtbot: QtBot, context: AppContext) -> None:
    page = ProposalsPage(context)
    qtbot.addWidget(page)
    page.resize(1366, 700)
    page.show()
    assert page.settings.text() == "When something is suggested"
    page.resize(800, 600)
    assert page.side.width() <= 400 and page.settings.text() == ""
    assert page.settings.accessibleName() == "When something is suggested"
