"""Tiers on the points page and beside a customer's name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.figures import InTier, TierChange
from app.domain.tiers import LoyaltySettings, TierBasis, TierDraft, TierFields, TierMove, TierReason
from app.models.database import Database
from app.models.tier_rows import read_loyalty
from app.queries.customer_page import customer_view
from app.queries.tiers import tier_board, tier_on, tiers
from app.services.actions import undo
from app.services.tiers import set_tier, set_tiers
from app.views.customers.head import CustomerHead
from app.views.customers.timeline_tab import TimelineTab
from app.views.points.tier_hand_panel import TierHandPanel, open_tier_hand_panel
from app.views.points.tier_panel import TierPanel
from app.views.points.tier_words import condition_texts
from app.views.points.tiers_card import TiersCard
from app.views.theme import Density, Mode, Theme
from app.views.widgets.buttons import OkaeriButton
from app.views.widgets.labels import Text
from tests.factories import NOW, TODAY, add_customer, add_purchase
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.widgets.audit import clipped

LEFT = Qt.MouseButton.LeftButton
GOLD = TierDraft(None, TierFields("ゴールド", 100_000, 150, "お誕生月にヘッドスパ"))
SILVER = TierDraft(None, TierFields("シルバー", 50_000, 120))


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Iterator[Theme]:
    kept = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Japanese))
    yield Theme.install(qapp, mode=Mode.LIGHT, text_percent=100, density=Density.NORMAL, crisp=False)
    QLocale.setDefault(kept)
    Theme.install(qapp, mode=Mode.LIGHT)


@pytest.fixture
def people(database: Database) -> dict[str, int]:
    """Kazuko's first purchase leaves the 12 months on 1 December; Sachiko reaches silver then."""
    with database.write() as session:
        found = {name: add_customer(session, name) for name in ("Kazuko", "Mari", "Sachiko", "Ayumi")}
        add_purchase(session, found["Kazuko"], TODAY.replace(year=2025), 54_300)
        add_purchase(session, found["Kazuko"], TODAY - timedelta(days=60), 50_000)
        add_purchase(session, found["Mari"], TODAY - timedelta(days=30), 60_000)
        add_purchase(session, found["Sachiko"], TODAY, 50_000)
    return found


@pytest.fixture
def in_tiers(database: Database, people: dict[str, int]) -> dict[str, int]:
    with database.write() as session:
        set_tiers(session, (GOLD, SILVER), LoyaltySettings(tiers_on=True), now=NOW, today=TODAY)
    return people


def shown(qtbot: QtBot, context: AppContext) -> TiersCard:
    """The card in a window with room for panels."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    card = TiersCard(context)
    card.setParent(window)
    card.setGeometry(0, 0, 550, 240)
    with qtbot.waitExposed(window):
        window.show()
    return card


def words(card: QWidget) -> list[str]:
    return [label.text() for label in card.findChildren(Text) if label.isVisible() and label.text()]


def button(root: QWidget, name: str) -> OkaeriButton:
    return next(b for b in root.findChildren(OkaeriButton) if name in (b.accessibleName(), b.label()) and b.isVisible())


def panel_of(card: QWidget) -> TierPanel:
    return next(panel for panel in card.window().findChildren(TierPanel) if panel.isVisible())


def previewed(qtbot: QtBot, panel: TierPanel, *expected: str) -> None:
    qtbot.waitUntil(lambda: [label.text() for label in panel.counts.findChildren(Text) if label.isVisible()] == list(expected))


def test_every_number_opens_its_names(
    in_tiers: dict[str, int], context: AppContext, navigation: NavigationSpy, database: Database, qtbot: QtBot
) -> None:
    card = shown(qtbot, context)
    with database.read() as session:
        gold, silver = (row.id for row in tiers(session))
    for name in ("ゴールド: 1名, show the names", "シルバー: 1 up, show the names", "ゴールド: 1 in grace, show the names"):
        qtbot.mouseClick(button(card, name), LEFT)
    qtbot.mouseClick(button(card, "Regular: 2名, show the names"), LEFT)
    specs = [arguments["spec"] for page, arguments in navigation.shown if page == "people"]
    assert specs == [
        InTier(gold, TODAY),
        TierChange(silver, TierMove.UP, TODAY),
        TierChange(gold, TierMove.GRACE, TODAY),
        InTier(None, TODAY),
    ]
    assert navigation.shown[0][1]["title"] == "ゴールド: 1名"
    assert {"from 10 x ¥10,000", "1.5 times", "On 12月1日"} <= set(words(card))
    assert clipped(card) == []


def test_a_shop_without_tiers_is_invited_and_begins_with_ready_made_ones(
    people: dict[str, int], context: AppContext, database: Database, messages: MessageSpy, qtbot: QtBot
) -> None:
    card = shown(qtbot, context)
    assert not card.change.isVisible()
    qtbot.mouseClick(card.start, LEFT)
    panel = panel_of(card)
    assert panel.switch.isChecked() and [editor.draft().fields.name for editor in panel.editors] == ["Gold", "Silver"]
    previewed(qtbot, panel, "Gold", "1名", "Silver", "1名", "Regular", "2名")
    assert clipped(panel) == []
    qtbot.keyClick(panel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with database.read() as session:
        board = tier_board(session, TODAY)
    assert [line.count for line in board.rows] == [1, 1, 2]
    sentence, action = messages.toasts[-1]
    assert sentence == "The tiers are changed" and action is not None
    with database.write() as session:
        undo(session, action, now=NOW)
        assert tiers(session) == ()


def test_what_is_typed_is_previewed_and_saved(
    in_tiers: dict[str, int], context: AppContext, database: Database, messages: MessageSpy, qtbot: QtBot
) -> None:
    card = shown(qtbot, context)
    qtbot.mouseClick(card.change, LEFT)
    panel = panel_of(card)
    gold, _silver = panel.editors
    gold.amount.setFocus()
    gold.amount.selectAll()
    qtbot.keyClicks(gold.amount, "60000")
    previewed(qtbot, panel, "ゴールド", "2名", "シルバー", "0名", "Regular", "2名")
    qtbot.waitUntil(lambda: gold.preview.text() == "2名 will be in it")
    qtbot.mouseClick(panel.save, LEFT)
    with database.read() as session:
        assert tiers(session)[0].fields == TierFields("ゴールド", 60_000, 150, "お誕生月にヘッドスパ")
        assert tier_on(session, in_tiers["Mari"], TODAY).amount == 60_000
    assert not panel.isVisible() and len(messages.toasts) == 1


def test_a_tier_is_added_and_one_removed(in_tiers: dict[str, int], context: AppContext, database: Database, qtbot: QtBot) -> None:
    card = shown(qtbot, context)
    qtbot.mouseClick(card.change, LEFT)
    panel = panel_of(card)
    qtbot.mouseClick(panel.editors[0].remove, LEFT)
    qtbot.mouseClick(panel.add_tier, LEFT)
    added = panel.editors[-1]
    assert added.name.hasFocus()
    qtbot.keyClicks(added.name, "Platinum")
    qtbot.mouseClick(panel.save, LEFT)
    assert panel.isVisible() and added.amount_field.has_error and added.amount.hasFocus()
    qtbot.keyClicks(added.amount, "90000")
    qtbot.keyClicks(added.rate, "2.5")
    added.rate.selectAll()
    qtbot.keyClicks(added.rate, "2.5")
    qtbot.mouseClick(panel.save, LEFT)
    with database.read() as session:
        assert [(row.fields.name, row.fields.threshold, row.fields.rate) for row in tiers(session)] == [
            ("Platinum", 90_000, 250),
            ("シルバー", 50_000, 120),
        ]


def test_visits_and_the_grace_are_kept(in_tiers: dict[str, int], context: AppContext, database: Database, qtbot: QtBot) -> None:
    card = shown(qtbot, context)
    qtbot.mouseClick(card.change, LEFT)
    panel = panel_of(card)
    qtbot.mouseClick(panel.basis.button(TierBasis.VISITS), LEFT)
    for editor, visits in zip(panel.editors, ("2", "1"), strict=True):
        assert not editor.amount.isVisible()
        qtbot.keyClicks(editor.visits, visits)
    panel.grace.selectAll()
    qtbot.keyClicks(panel.grace, "99")
    qtbot.mouseClick(panel.save, LEFT)
    assert panel.grace_field.has_error
    panel.grace.selectAll()
    qtbot.keyClicks(panel.grace, "3")
    qtbot.mouseClick(panel.save, LEFT)
    with database.read() as session:
        assert read_loyalty(session) == LoyaltySettings(tiers_on=True, basis=TierBasis.VISITS, grace_months=3)
        assert [line.count for line in tier_board(session, TODAY).rows] == [1, 1, 2]


def test_switched_off_the_tiers_are_kept_for_later(in_tiers: dict[str, int], context: AppContext, database: Database, qtbot: QtBot) -> None:
    card = shown(qtbot, context)
    qtbot.mouseClick(card.change, LEFT)
    panel = panel_of(card)
    panel.switch.setChecked(False)
    assert not panel.editors[0].isVisible()
    qtbot.mouseClick(panel.save, LEFT)
    card.refresh()
    assert card.start.isVisible()
    with database.read() as session:
        assert len(tiers(session)) == 2 and not read_loyalty(session).tiers_on
    qtbot.mouseClick(card.start, LEFT)
    again = next(panel for panel in card.window().findChildren(TierPanel) if panel.isVisible())
    assert again.switch.isChecked() and [editor.name.text() for editor in again.editors] == ["ゴールド", "シルバー"]


def test_leaving_asks_only_when_something_was_typed(
    in_tiers: dict[str, int], context: AppContext, messages: MessageSpy, qtbot: QtBot
) -> None:
    card = shown(qtbot, context)
    messages.answer = False
    qtbot.mouseClick(card.change, LEFT)
    panel = panel_of(card)
    qtbot.keyClicks(panel.editors[1].name, "x")
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.isVisible() and len(messages.questions) == 1
    panel.editors[1].name.setText("シルバー")
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def typed_into(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_a_higher_tier_that_earns_less_is_said_and_asked_about(
    in_tiers: dict[str, int], context: AppContext, database: Database, messages: MessageSpy, qtbot: QtBot
) -> None:
    card = shown(qtbot, context)
    qtbot.mouseClick(card.change, LEFT)
    panel = panel_of(card)
    gold, silver = panel.editors
    assert not gold.warning.isVisible() and not silver.warning.isVisible()
    typed_into(qtbot, gold.rate, "1.1")
    assert gold.warning.isVisible() and "シルバー" in gold.warning.text() and not silver.warning.isVisible()
    messages.answer = False
    qtbot.mouseClick(panel.save, LEFT)
    assert panel.isVisible() and messages.questions == ["Save although a higher tier earns fewer points?"]
    messages.answer = True
    qtbot.mouseClick(panel.save, LEFT)
    with database.read() as session:
        assert [tier.fields.rate for tier in tiers(session)] == [110, 120]
    card.refresh()
    qtbot.mouseClick(card.change, LEFT)
    again = next(panel for panel in card.window().findChildren(TierPanel) if panel.isVisible())
    assert again.editors[0].warning.isVisible()
    typed_into(qtbot, again.editors[0].rate, "1.2")
    assert not again.editors[0].warning.isVisible()


def test_conditions_of_one_table_are_written_in_one_way() -> None:
    settings = LoyaltySettings(tiers_on=True)
    assert condition_texts([100_000, 50_000], settings, "JPY") == ["from 10 x ¥10,000", "from 5 x ¥10,000"]
    assert condition_texts([100_000, 5_000], settings, "JPY") == ["from ¥100,000", "from ¥5,000"]
    assert condition_texts([12, 6], LoyaltySettings(tiers_on=True, basis=TierBasis.VISITS), "JPY") == ["from 12回", "from 6回"]


def head_of(qtbot: QtBot, database: Database, customer: int) -> CustomerHead:
    window, head = QWidget(), CustomerHead()
    qtbot.addWidget(window)
    window.resize(900, 500)
    head.setParent(window)
    head.setGeometry(0, 0, 900, 60)
    with database.read() as session:
        head.show_customer(customer_view(session, customer, TODAY), TODAY)
    with qtbot.waitExposed(window):
        window.show()
    return head


def test_the_chip_beside_the_name_says_why(in_tiers: dict[str, int], database: Database, qtbot: QtBot) -> None:
    head = head_of(qtbot, database, in_tiers["Kazuko"])
    assert head.tier is not None
    qtbot.mouseClick(head.tier, LEFT)
    popover = head.tier.popover()
    assert popover is not None and popover.isVisible() and clipped(popover) == []
    said = head.tier.explanation()
    assert said.title == "ゴールド"
    assert said.sentence == "¥104,300 spent in 12 months: ゴールド since 11月20日."
    assert said.example == "As things stand ゴールド ends on 12月31日."
    assert "1.5" in said.formula and "お誕生月にヘッドスパ" in said.formula
    assert popover.more is not None
    with qtbot.waitSignal(head.act_requested) as asked:
        qtbot.mouseClick(popover.more, LEFT)
    assert asked.args == ["tier"]


def test_who_is_in_no_tier_has_no_chip_but_may_be_given_one(in_tiers: dict[str, int], database: Database, qtbot: QtBot) -> None:
    head = head_of(qtbot, database, in_tiers["Ayumi"])
    assert head.tier is None
    assert "Choose the tier by hand" in [action.text() for action in head.menu.menu().actions()]


def test_the_history_says_since_when(in_tiers: dict[str, int], database: Database, qtbot: QtBot) -> None:
    tab = TimelineTab()
    qtbot.addWidget(tab)
    with database.read() as session:
        tab.show_customer(customer_view(session, in_tiers["Kazuko"], TODAY), TODAY)
    model = tab.list.model()
    said = [str(model.index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for place in range(model.rowCount())]
    assert any("Is now ゴールド" in words for words in said)


def hand_panel(qtbot: QtBot, context: AppContext, database: Database, customer: int) -> TierHandPanel:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with database.read() as session:
        view = customer_view(session, customer, TODAY).tier
    assert view is not None
    with qtbot.waitExposed(window):
        window.show()
    return open_tier_hand_panel(context, window, customer, view)


def test_a_tier_is_chosen_by_hand_and_left_to_the_figures_again(
    in_tiers: dict[str, int], context: AppContext, database: Database, messages: MessageSpy, qtbot: QtBot
) -> None:
    ayumi = in_tiers["Ayumi"]
    panel = hand_panel(qtbot, context, database, ayumi)
    assert panel.choices.row(0).hasFocus() and not panel.release.isVisible()
    qtbot.keyClick(panel.choices.row(0), Qt.Key.Key_Up)
    qtbot.keyClicks(panel.until, "2026/11/1")
    qtbot.mouseClick(panel.save, LEFT)
    assert panel.isVisible() and panel.until_field.has_error
    panel.until.selectAll()
    qtbot.keyClicks(panel.until, "2026/12/31")
    qtbot.mouseClick(panel.save, LEFT)
    with database.read() as session:
        standing = tier_on(session, ayumi, TODAY)
    assert standing.tier is not None and (standing.tier.fields.name, standing.reason) == ("シルバー", TierReason.HAND)
    assert messages.toasts[-1][1] is not None
    panel = hand_panel(qtbot, context, database, ayumi)
    qtbot.mouseClick(panel.release, LEFT)
    with database.read() as session:
        assert tier_on(session, ayumi, TODAY).tier is None


def test_a_tier_set_by_hand_is_said_so(in_tiers: dict[str, int], database: Database, qtbot: QtBot) -> None:
    with database.write() as session:
        set_tier(session, in_tiers["Ayumi"], tiers(session)[0].id, now=NOW, today=TODAY)
    head = head_of(qtbot, database, in_tiers["Ayumi"])
    assert head.tier is not None
    said = head.tier.explanation()
    assert (said.sentence, said.example) == ("Set by the shop: ゴールド since 11月20日.", "")


def test_panels_fit_a_small_window(in_tiers: dict[str, int], context: AppContext, qtbot: QtBot, theme: Theme) -> None:
    theme.set_text_percent(150)
    card = shown(qtbot, context)
    qtbot.mouseClick(card.change, LEFT)
    panel = panel_of(card)
    previewed(qtbot, panel, "ゴールド", "1名", "シルバー", "1名", "Regular", "2名")
    assert clipped(panel) == []
