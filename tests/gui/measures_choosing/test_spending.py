"""New against existing customers, referrals and events: what the cards say, and the names behind them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.measure_audience import PersonFacts
from app.domain.measure_cost import MeasureCost
from app.domain.measures import MeasureChannel, MeasureKind, MeasurePlan
from app.models.database import Database
from app.services.measure_start import start_with
from app.services.measures import bring_guest, mark_came, save_draft
from app.views.measures.spending import SpendingView
from app.views.theme import Mode, Theme
from app.views.widgets.buttons import OkaeriButton
from tests.factories import NOW, add_customer, add_purchase
from tests.fakes import NavigationSpy
from tests.gui.widgets.audit import clipped

PLAN = MeasurePlan(name="お知らせ", channel=MeasureChannel.LIST, cost=MeasureCost(printing=100), held_back=0, window_days=30)
SENT = date(2026, 10, 1)


@pytest.fixture
def shop(database: Database) -> dict[str, int]:
    """Anna and Berta came before and got cards; Clara was brought by Anna; Berta came to a party, Clara with her and after it again."""
    with database.write() as session:
        ids = {name: add_customer(session, name, code=name[0]) for name in ("Anna", "Berta")}
        ids["Clara"] = add_customer(session, "Clara", referred_by="A")
        for name, day in (
            ("Anna", date(2026, 7, 20)),
            ("Berta", date(2026, 7, 20)),
            ("Anna", date(2026, 10, 5)),
            ("Clara", date(2026, 10, 7)),
        ):
            add_purchase(session, ids[name], day, 10_000)
        for plan, people in (
            (PLAN, (ids["Anna"],)),
            (replace(PLAN, name="秋の会", kind=MeasureKind.EVENT, event_on=date(2026, 10, 3), place="店内"), (ids["Berta"],)),
        ):
            number = save_draft(session, None, plan, now=NOW).measure_id
            start_with(session, number, [PersonFacts(one) for one in people], now=NOW, today=SENT, seed=1)
        mark_came(session, number, [ids["Berta"]], date(2026, 10, 3), now=NOW)
        bring_guest(session, number, ids["Clara"], date(2026, 10, 3), now=NOW)
        ids["party"] = number
    return ids


def shown(qtbot: QtBot, context: AppContext, width: int = 1100) -> SpendingView:
    view = SpendingView(context)
    qtbot.addWidget(view)
    view.resize(width, 640)
    view.refresh()
    with qtbot.waitExposed(view):
        view.show()
    return view


def words(view: SpendingView) -> list[str]:
    return [label.text() for label in view.spending.findChildren(QLabel) if label.isVisible()]


def press(view: SpendingView, text: str) -> None:
    button = next(one for one in view.findChildren(OkaeriButton) if one.isVisible() and one.text().replace("&&", "&") == text)
    button.click()


def test_both_sides_stand_beside_each_other(qtbot: QtBot, context: AppContext, shop: dict[str, int]) -> None:
    view = shown(qtbot, context)
    said = words(view)
    # Clara is new, but no campaign for new customers cost anything; Anna came after her card for 6,000 of margin, 200 were spent.
    for expected in ("¥200", "2 customers with 2 campaign(s)", "¥6,000", "2,900.0%", "0 customers with 0 campaign(s)"):
        assert expected in said
    assert view.spending.bars.accessibleDescription() == (
        "Usual for your trade new 40.0%, existing 60.0% · Really spent new 0.0%, existing 100.0%"
    )
    assert not view.spending.measured_box.isVisible()


def test_the_names_behind_a_side_are_asked_for(qtbot: QtBot, context: AppContext, shop: dict[str, int]) -> None:
    view = shown(qtbot, context)
    with qtbot.waitSignal(view.people_requested) as asked:
        press(view, "See the names")
    assert asked.args == ["Customers won in 12 months", [shop["Anna"], shop["Berta"], shop["Clara"]]]


def test_a_shrinking_shop_is_warned(qtbot: QtBot, context: AppContext, database: Database) -> None:
    with database.write() as session:
        for number in range(3):
            add_purchase(session, add_customer(session, f"前 {number}"), date(2026, 6, 10), 1000)
    view = shown(qtbot, context)
    assert view.spending.warning.isVisible()
    assert "In the last 3 months 0 customers came for the first time and 3 customers no longer came." in words(view)


def test_a_growing_shop_is_not_warned(qtbot: QtBot, context: AppContext, shop: dict[str, int]) -> None:
    assert not shown(qtbot, context).spending.warning.isVisible()


def test_who_brought_whom_and_who_is_not_thanked(qtbot: QtBot, context: AppContext, shop: dict[str, int]) -> None:
    view = shown(qtbot, context)
    assert view.referrals.finding.text() == "1 customer brought 1 customer, who have brought ¥6,000 of margin so far."
    table = view.referrals.table
    table.setCurrentIndex(table.model().index(0, 0))
    with qtbot.waitSignal(view.people_requested) as asked:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == ["Brought by Anna", [shop["Clara"]]]
    with qtbot.waitSignal(view.people_requested) as asked:
        view.referrals.unthanked.click()
    assert asked.args == ["Brought somebody, not thanked yet", [shop["Anna"]]]


def test_an_event_says_who_came_and_for_whom_nothing_is_planned(qtbot: QtBot, context: AppContext, shop: dict[str, int]) -> None:
    view = shown(qtbot, context)
    model = view.events.table.model()
    cells = [str(model.index(0, place).data()) for place in range(model.columnCount())]
    assert cells == ["秋の会", "3 Oct 2026", "1 customer", "2 customers", "100.0%", "1 customer", "0 customers", "0 customers"]
    assert view.events.finding.text() == ("Held at 店内. 1 came without being invited. 2 of those who came have nothing planned yet.")
    with qtbot.waitSignal(view.people_requested) as asked:
        press(view, "Nothing planned yet (2)")
    assert asked.args == ["Came to 秋の会, nothing planned yet", [shop["Berta"], shop["Clara"]]]
    with qtbot.waitSignal(view.measure_requested) as opened:
        qtbot.keyClick(view.events.table, Qt.Key.Key_Return)
    assert opened.args == [shop["party"]]


def test_the_planned_split_is_changed_in_the_settings(
    qtbot: QtBot, context: AppContext, shop: dict[str, int], navigation: NavigationSpy
) -> None:
    press(shown(qtbot, context), "Change the planned split")
    assert navigation.shown == [("settings", {"section": "figures"})]


def test_a_new_shop_is_told_what_will_stand_here(qtbot: QtBot, context: AppContext) -> None:
    view = shown(qtbot, context)
    assert "nothing spent yet" in view.spending.bars.accessibleDescription()
    assert not view.referrals.empty.isHidden() and not view.events.empty.isHidden()
    assert view.referrals.table.isHidden() and view.events.table.isHidden()


@pytest.mark.parametrize(("width", "percent", "mode"), [(1100, 100, Mode.LIGHT), (700, 100, Mode.LIGHT), (1000, 150, Mode.DARK)])
def test_everything_fits(
    qtbot: QtBot, qapp: QApplication, context: AppContext, shop: dict[str, int], width: int, percent: int, mode: Mode
) -> None:
    Theme.install(qapp, mode=mode, text_percent=percent)
    view = shown(qtbot, context, width)
    assert clipped(view) == []
    assert view.minimumSizeHint().width() <= 1000
