"""Changing the rules: a coloured word alone, or all of them in the panel; what has earned nothing is chosen in a panel of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.context import AppContext
from app.domain.points import Expiry, ExpiryKind, Rounding
from app.domain.products import GroupFields, ProductFields
from app.models.database import Database
from app.queries.points import loyalty, rules
from app.queries.products import group_rows, product_rows
from app.services.actions import undo
from app.services.products import add_group, add_product
from app.views.points.excluded_panel import ExcludedPanel
from app.views.points.page import PointsPage
from app.views.points.rule_chooser import RuleChooser
from app.views.points.rule_panel import RulePanel
from app.views.points.rule_parts import (
    BirthdayPart,
    BonusPart,
    EarnPart,
    ExpiryPart,
    FirstVisitPart,
    MinimumPart,
    ReferralPart,
    RoundingPart,
    RulePart,
    TaxPart,
    UsePart,
)
from app.views.points.sentences import RuleWord
from app.views.widgets.switch import Switch
from tests.factories import NOW, TODAY
from tests.fakes import MessageSpy
from tests.gui.points.shown import LEFT, RULE, P, page_of, panel_of, record_shop, rules_in, save, write


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, database: Database) -> PointsPage:
    with database.write() as session:
        record_shop(session)
        add_group(session, GroupFields("券"), now=NOW)
        add_product(session, ProductFields("回数券", group="券"), now=NOW)
        add_product(session, ProductFields("カット"), now=NOW)
    return page_of(qtbot, context)


def chooser_of(qtbot: QtBot, page: PointsPage, word: RuleWord) -> RuleChooser:
    qtbot.mouseClick(page.rules.word(word), LEFT)
    return panel_of(page, RuleChooser)


def panel(qtbot: QtBot, page: PointsPage) -> RulePanel:
    qtbot.mouseClick(page.change, LEFT)
    return panel_of(page, RulePanel)


def part(of: RulePanel, kind: type[P]) -> P:
    return next(found for found in of.parts if isinstance(found, kind))


# ---- a word ----


def test_a_word_is_changed_where_it_stands(qtbot: QtBot, page: PointsPage, database: Database, messages: MessageSpy) -> None:
    chooser = chooser_of(qtbot, page, RuleWord.EARN)
    assert isinstance(chooser.part, EarnPart)
    assert (chooser.outlook.after_text(), chooser.apply.isEnabled()) == ("as now", False)
    write(qtbot, chooser.part.amount, "80")
    assert chooser.outlook.after_text() == "Every ¥80 spent earns 1 point (with tax, rounded down on each purchase)."
    assert chooser.outlook.verdict.text() == "It would have cost ¥57 more in 12 months"
    qtbot.mouseClick(chooser.apply, LEFT)
    row = rules_in(database)[-1]
    assert (row.fields, row.valid_from) == (replace(RULE, amount=80), TODAY)
    text, action = messages.toasts[-1]
    assert text == "The rule holds from today on"
    assert page.rules.word(RuleWord.EARN).word() == "¥80"
    with database.write() as session:
        undo(session, action, now=NOW)
        assert len(rules(session)) == 1


def test_the_keyboard_is_enough(qtbot: QtBot, page: PointsPage, database: Database) -> None:
    word = page.rules.word(RuleWord.EXPIRY)
    word.setFocus()
    qtbot.keyClick(word, Qt.Key.Key_Space)
    chooser = panel_of(page, RuleChooser)
    assert isinstance(chooser.part, ExpiryPart)
    write(qtbot, chooser.part.months, "6")
    qtbot.keyClick(chooser.part.months, Qt.Key.Key_Return)
    assert rules_in(database)[-1].fields.expiry == Expiry(ExpiryKind.AFTER_EARNING, 6, to_month_end=True)


def test_escape_leaves_the_word_as_it_is(qtbot: QtBot, page: PointsPage, database: Database) -> None:
    chooser = chooser_of(qtbot, page, RuleWord.BIRTHDAY)
    assert isinstance(chooser.part, BirthdayPart)
    write(qtbot, chooser.part.rate, "3")
    qtbot.keyClick(chooser.part.rate, Qt.Key.Key_Escape)
    assert len(rules_in(database)) == 1
    qtbot.waitUntil(lambda: not isValid(chooser))


def test_a_word_that_is_not_used_yet_begins_with_what_is_usual(qtbot: QtBot, page: PointsPage, database: Database) -> None:
    chooser = chooser_of(qtbot, page, RuleWord.FIRST_VISIT)
    assert chooser.apply.isEnabled()
    assert chooser.outlook.after_text() == "Months of birthdays count 2 times, a first visit adds 100 points."
    qtbot.mouseClick(chooser.apply, LEFT)
    assert rules_in(database)[-1].fields.first_visit_points == 100
    chooser = chooser_of(qtbot, page, RuleWord.REFERRER)
    qtbot.mouseClick(chooser.apply, LEFT)
    fields = rules_in(database)[-1].fields
    assert (fields.referrer_points, fields.referred_points, fields.first_visit_points) == (100, 100, 100)


def test_special_days_need_a_day(qtbot: QtBot, page: PointsPage, database: Database) -> None:
    chooser = chooser_of(qtbot, page, RuleWord.BONUS_DAYS)
    assert isinstance(chooser.part, BonusPart)
    assert not chooser.apply.isEnabled()
    qtbot.mouseClick(chooser.part.weekdays.button(0), LEFT)
    assert chooser.outlook.after_text() == "Purchases on Monday count 2 times."
    qtbot.mouseClick(chooser.apply, LEFT)
    assert (rules_in(database)[-1].fields.bonus_weekdays, rules_in(database)[-1].fields.bonus_rate) == ((0,), 200)


def test_what_cannot_be_read_is_not_saved(qtbot: QtBot, page: PointsPage, database: Database) -> None:
    chooser = chooser_of(qtbot, page, RuleWord.USE_FROM)
    assert isinstance(chooser.part, UsePart)
    write(qtbot, chooser.part.use_from, "0")
    assert not chooser.apply.isEnabled()
    qtbot.keyClick(chooser.part.use_from, Qt.Key.Key_Return)
    assert len(rules_in(database)) == 1


def test_a_high_step_warns(qtbot: QtBot, page: PointsPage) -> None:
    chooser = chooser_of(qtbot, page, RuleWord.EARN)
    assert isinstance(chooser.part, EarnPart)
    write(qtbot, chooser.part.amount, "9000")
    assert chooser.outlook.warning.text() == "With 1 point per ¥9,000, a purchase of ¥8,100 earns 0."
    assert "2 items of 4 items would have earned 0." in chooser.outlook.detail.text()


def test_more_than_one_word_is_changed_in_the_panel(qtbot: QtBot, page: PointsPage) -> None:
    chooser = chooser_of(qtbot, page, RuleWord.ROUNDING)
    assert isinstance(chooser.part, RoundingPart)
    qtbot.mouseClick(chooser.part.rounding.button(Rounding.UP), LEFT)
    qtbot.mouseClick(chooser.more, LEFT)
    opened = panel_of(page, RulePanel)
    assert opened.typed_rule() == replace(RULE, rounding=Rounding.UP)


# ---- the panel ----


def test_every_part_of_the_rule_can_be_typed(qtbot: QtBot, page: PointsPage, database: Database) -> None:
    opened = panel(qtbot, page)
    write(qtbot, part(opened, EarnPart).amount, "200")
    write(qtbot, part(opened, EarnPart).points, "3")
    qtbot.mouseClick(part(opened, TaxPart).taxed.button(False), LEFT)
    qtbot.mouseClick(part(opened, RoundingPart).rounding.button(Rounding.NEAREST), LEFT)
    write(qtbot, part(opened, MinimumPart).minimum, "500")
    write(qtbot, part(opened, BirthdayPart).rate, "1.5")
    write(qtbot, part(opened, FirstVisitPart).points, "50")
    bonus = part(opened, BonusPart)
    qtbot.mouseClick(bonus.weekdays.button(4), LEFT)
    write(qtbot, bonus.days, "25, 5")
    write(qtbot, bonus.rate, "2")
    write(qtbot, part(opened, ReferralPart).referrer, "300")
    write(qtbot, part(opened, ReferralPart).referred, "100")
    write(qtbot, part(opened, UsePart).value, "2")
    write(qtbot, part(opened, UsePart).use_from, "10")
    expiry = part(opened, ExpiryPart)
    expiry.kind.setFocus()
    qtbot.keyClick(expiry.kind, Qt.Key.Key_Down)
    expiry.kind.activated.emit(expiry.kind.currentIndex())
    write(qtbot, expiry.months, "18")
    qtbot.mouseClick(expiry.to_month_end, LEFT)
    write(qtbot, opened.start, "2026/12/01")
    assert "Purchases on Friday and day 5 · 25 of the month count 2 times." in opened.outlook.after_text().splitlines()
    save(qtbot, opened)
    row = rules_in(database)[-1]
    assert row.valid_from == date(2026, 12, 1)
    assert row.fields == replace(
        RULE,
        amount=200,
        points=3,
        taxed=False,
        rounding=Rounding.NEAREST,
        minimum=500,
        birthday_rate=150,
        first_visit_points=50,
        bonus_weekdays=(4,),
        bonus_days=(5, 25),
        bonus_rate=200,
        referrer_points=300,
        referred_points=100,
        point_value=2,
        use_from=10,
        expiry=Expiry(ExpiryKind.AFTER_VISIT, 18),
    )


def test_a_rule_to_come_is_told_and_changes_nothing_yet(qtbot: QtBot, page: PointsPage, database: Database, messages: MessageSpy) -> None:
    opened = panel(qtbot, page)
    write(qtbot, part(opened, EarnPart).amount, "50")
    write(qtbot, opened.start, "2026/12/01")
    save(qtbot, opened)
    assert messages.toasts[-1][0] == "The rule holds from 1 Dec 2026 on"
    assert page.rules.word(RuleWord.EARN).word() == "¥100"
    assert page.rules.coming.isVisible()
    assert page.rules.coming.text().startswith("From 1 Dec 2026 on: Every ¥50 spent earns 1 point")


def test_a_rule_never_works_backwards(qtbot: QtBot, page: PointsPage, database: Database) -> None:
    opened = panel(qtbot, page)
    write(qtbot, part(opened, EarnPart).amount, "50")
    write(qtbot, opened.start, "2026/11/19")
    save(qtbot, opened)
    assert opened.isVisible()
    assert opened.start_line.error() == "A rule cannot begin before today."
    assert len(rules_in(database)) == 1


def test_before_and_after_stand_beside_each_other(qtbot: QtBot, page: PointsPage) -> None:
    opened = panel(qtbot, page)
    write(qtbot, part(opened, EarnPart).amount, "1000")
    outlook = opened.outlook
    assert outlook.after_text().splitlines()[0] == "Every ¥1,000 spent earns 1 point (with tax, rounded down on each purchase)."
    assert outlook.warning.text() == "With 1 point per ¥1,000, a purchase of ¥900 earns 0."
    assert outlook.examples.text() == "Examples: ¥9,350 → 9, ¥90 → 0, ¥10,995 → 10"
    assert outlook.verdict.text() == "It would have cost ¥202 less in 12 months"


@pytest.mark.parametrize(
    ("kind", "field", "text"),
    [
        (EarnPart, "amount", "0"),
        (EarnPart, "points", ""),
        (BonusPart, "days", "5, 32"),
        (ExpiryPart, "months", "0"),
        (UsePart, "value", "x"),
    ],
)
def test_a_field_that_cannot_be_says_so(
    qtbot: QtBot, page: PointsPage, database: Database, kind: type[RulePart], field: str, text: str
) -> None:
    opened = panel(qtbot, page)
    line = getattr(part(opened, kind), field)
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClicks(line, text)
    save(qtbot, opened)
    assert opened.typed_rule() is None
    assert line.property("error") is True
    assert opened.isVisible()
    assert len(rules_in(database)) == 1


def test_what_was_typed_is_not_lost_by_mistake(qtbot: QtBot, page: PointsPage, messages: MessageSpy) -> None:
    opened = panel(qtbot, page)
    write(qtbot, part(opened, EarnPart).amount, "50")
    messages.answer = False
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
    assert opened.isVisible() and messages.questions == ["Leave without saving?"]
    messages.answer = True
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(opened))


def test_nothing_changed_is_not_recorded(qtbot: QtBot, page: PointsPage, database: Database, messages: MessageSpy) -> None:
    opened = panel(qtbot, page)
    save(qtbot, opened)
    qtbot.waitUntil(lambda: not isValid(opened))
    assert (len(rules_in(database)), messages.toasts, messages.questions) == (1, [], [])


def test_points_are_switched_off_and_on_again(qtbot: QtBot, page: PointsPage, database: Database) -> None:
    opened = panel(qtbot, page)
    qtbot.mouseClick(opened.findChildren(Switch)[0], LEFT)
    save(qtbot, opened)
    assert not rules_in(database)[-1].fields.is_on
    words = [label.text() for label in page.rules.sentences[0].findChildren(QLabel)]
    assert words == ["Purchases", "earn", "no", "points", "now."]
    assert not page.rules.examples.isVisible()
    opened = panel(qtbot, page)
    save(qtbot, opened)
    assert rules_in(database)[-1].fields == RULE


def test_whether_a_balance_may_go_below_zero_is_saved_at_once(
    qtbot: QtBot, page: PointsPage, database: Database, messages: MessageSpy
) -> None:
    opened = panel(qtbot, page)
    qtbot.mouseClick(opened.allow_negative, LEFT)
    with database.read() as session:
        assert loyalty(session).allow_negative
    assert messages.toasts[-1][0] == "A balance may now go below zero"
    assert opened.isVisible()


# ---- what earns no points ----


def test_what_earns_no_points_is_chosen_by_a_tick(qtbot: QtBot, page: PointsPage, database: Database, messages: MessageSpy) -> None:
    qtbot.mouseClick(page.rules.word(RuleWord.EXCLUDED), LEFT)
    opened = panel_of(page, ExcludedPanel)
    with database.read() as session:
        group = next(row.id for row in group_rows(session))
        cut = next(row.id for row in product_rows(session) if row.name == "カット")
    qtbot.mouseClick(opened.boxes["group", group], LEFT)
    assert messages.toasts[-1][0] == "券 earns no points from now on"
    qtbot.mouseClick(opened.boxes["product", cut], LEFT)
    with database.read() as session:
        assert {row.name: row.earns_points for row in product_rows(session)} == {"回数券": False, "カット": False}
    assert page.rules.word(RuleWord.EXCLUDED).word() == "券 · カット"
    qtbot.mouseClick(opened.boxes["product", cut], LEFT)
    assert messages.toasts[-1][0] == "カット earns points again"
    with database.read() as session:
        (row,) = [row for row in product_rows(session) if row.name == "カット"]
        # As its group says, not by an own word.
        assert (row.earns_points, row.fields.earns_points) == (True, None)


def test_the_search_finds_products(qtbot: QtBot, page: PointsPage) -> None:
    qtbot.mouseClick(page.rules.word(RuleWord.EXCLUDED), LEFT)
    opened = panel_of(page, ExcludedPanel)
    assert len(opened.boxes) == 3
    opened.search.setText("回数")
    qtbot.keyClick(opened.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(opened.boxes) == 1)
