"""The catalogue of rewards, and giving one of them to a customer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.context import AppContext
from app.domain.products import ProductFields
from app.domain.rewards import RewardFields, RewardKind, RewardOutOfStock, RewardRow
from app.domain.staff import StaffFields
from app.models.database import Database
from app.queries.points import standing, statement
from app.queries.rewards import rewards
from app.services.actions import undo
from app.services.points import adjust_points
from app.services.products import add_product
from app.services.rewards import add_reward, edit_reward, give_reward
from app.services.staff import add_staff
from app.views.points.reward_giving_panel import open_reward_giving
from app.views.points.reward_panel import RewardPanel
from app.views.points.rewards_panel import open_rewards_panel
from app.views.theme import Density, Mode, Theme
from app.views.widgets.labels import Text
from tests.factories import NOW, TODAY, add_customer
from tests.fakes import MessageSpy
from tests.gui.widgets.audit import clipped

LEFT = Qt.MouseButton.LeftButton
SPA = RewardFields(RewardKind.GIFT, "Head spa", 300, cost=800, stock=1)
COUPON = RewardFields(RewardKind.DISCOUNT, "500 off", 860, value=500)


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Iterator[Theme]:
    kept = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Japanese))
    yield Theme.install(qapp, mode=Mode.LIGHT, text_percent=100, density=Density.NORMAL, crisp=False)
    QLocale.setDefault(kept)
    Theme.install(qapp, mode=Mode.LIGHT)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def kazuko(database: Database) -> int:
    """Has 700 points; there are a head spa and a coupon, in this order of ids."""
    with database.write() as session:
        number = add_customer(session, "吉田 和子")
        adjust_points(session, number, 700, "開店のお礼", now=NOW, today=TODAY)
        add_reward(session, SPA, now=NOW)
        add_reward(session, COUPON, now=NOW)
    return number


def kept(database: Database) -> dict[str, RewardRow]:
    with database.read() as session:
        return {row.fields.name: row for row in rewards(session, with_archived=True)}


def undo_last(database: Database, messages: MessageSpy) -> None:
    action = messages.toasts[-1][1]
    assert action is not None
    with database.write() as session:
        undo(session, action, now=NOW)


def form_of(window: QWidget) -> RewardPanel:
    return next(panel for panel in window.findChildren(RewardPanel) if panel.isVisible())


def words(panel: QWidget) -> set[str]:
    return {label.text() for label in panel.findChildren(Text) if label.isVisible()}


def test_a_reward_is_added(window: QWidget, context: AppContext, database: Database, messages: MessageSpy, qtbot: QtBot) -> None:
    panel = open_rewards_panel(context, window)
    assert panel.empty.isVisible()
    qtbot.mouseClick(panel.add, LEFT)
    form = form_of(window)
    assert form.name.hasFocus() and not form.value_field.isVisible()
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.name_field.has_error
    qtbot.keyClicks(form.name, "500 off")
    qtbot.mouseClick(form.kind.button(RewardKind.DISCOUNT), LEFT)
    qtbot.keyClicks(form.points, "450")
    qtbot.mouseClick(form.save, LEFT)
    assert form.value_field.has_error and form.value.hasFocus()
    qtbot.keyClicks(form.value, "500")
    assert clipped(form) == []
    qtbot.mouseClick(form.save, LEFT)
    assert kept(database)["500 off"].fields == RewardFields(RewardKind.DISCOUNT, "500 off", 450, value=500, cost=500)
    assert not form.isVisible() and panel.list.isVisible() and panel.list.model().rowCount() == 1
    undo_last(database, messages)
    assert kept(database) == {}


def test_a_reward_is_changed_and_its_stock_only_when_typed(
    window: QWidget, context: AppContext, database: Database, kazuko: int, messages: MessageSpy, qtbot: QtBot
) -> None:
    with database.write() as session:
        product = add_product(session, ProductFields("Hair oil"), now=NOW).product_id
    spa = kept(database)["Head spa"].id
    panel = open_rewards_panel(context, window)
    panel.list.activated_key.emit(spa)
    form = form_of(window)
    assert (form.name.text(), form.points.text(), form.stock.text(), form.cost.text()) == ("Head spa", "300", "1", "800")
    with database.write() as session:
        give_reward(session, kazuko, spa, now=NOW, today=TODAY)
    qtbot.mouseClick(form.kind.button(RewardKind.PRODUCT), LEFT)
    form.product.set_current(product)
    form.points.selectAll()
    qtbot.keyClicks(form.points, "350")
    qtbot.mouseClick(form.save, LEFT)
    changed = kept(database)["Head spa"]
    assert changed.fields == replace(SPA, kind=RewardKind.PRODUCT, product_id=product, points=350, stock=0)
    undo_last(database, messages)
    assert kept(database)["Head spa"].fields == replace(SPA, stock=0)


def test_a_reward_is_put_aside_and_brought_back(
    window: QWidget, context: AppContext, database: Database, kazuko: int, messages: MessageSpy, qtbot: QtBot
) -> None:
    panel = open_rewards_panel(context, window)
    spa = kept(database)["Head spa"].id
    panel.list.select_key(spa)
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert not kept(database)["Head spa"].fields.is_active
    undo_last(database, messages)
    assert kept(database)["Head spa"].fields.is_active
    panel.list.action_triggered.emit("archive", spa)
    panel.list.action_triggered.emit("back", spa)
    assert kept(database)["Head spa"].fields.is_active


def test_leaving_the_form_asks_only_when_something_was_typed(
    window: QWidget, context: AppContext, kazuko: int, messages: MessageSpy, qtbot: QtBot
) -> None:
    messages.answer = False
    panel = open_rewards_panel(context, window)
    qtbot.mouseClick(panel.add, LEFT)
    form = form_of(window)
    qtbot.keyClicks(form.name, "x")
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert form.isVisible() and len(messages.questions) == 1
    form.name.clear()
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible() and panel.isVisible()


def test_one_press_gives_a_reward_and_undo_takes_it_back(
    window: QWidget, context: AppContext, database: Database, kazuko: int, messages: MessageSpy, qtbot: QtBot
) -> None:
    panel = open_reward_giving(context, window, kazuko)
    assert panel.usable.text() == "700ポイント"
    assert "あと" not in words(panel) and "160ポイント more needed" in words(panel)
    assert len(panel.buttons) == 1 and panel.buttons[0].hasFocus() and clipped(panel) == []
    qtbot.keyClick(panel.buttons[0], Qt.Key.Key_Space)
    with database.read() as session:
        assert standing(session, kazuko, TODAY).usable == 400
    assert kept(database)["Head spa"].fields.stock == 0
    assert messages.toasts[-1][0] == "Head spa is given for 300ポイント"
    undo_last(database, messages)
    with database.read() as session:
        assert standing(session, kazuko, TODAY).usable == 700
    QApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
    assert not isValid(panel)


def test_who_hands_a_reward_over_is_kept_with_it(
    window: QWidget, context: AppContext, database: Database, kazuko: int, qtbot: QtBot
) -> None:
    panel = open_reward_giving(context, window, kazuko)
    assert not panel.staff_field.isVisible()
    with database.write() as session:
        add_staff(session, StaffFields("田中"), now=NOW)
    panel.refresh()
    assert panel.staff_field.isVisible()
    panel.staff.set_current("田中")
    qtbot.mouseClick(panel.buttons[0], LEFT)
    with database.read() as session:
        assert [(entry.reason, entry.staff) for entry in statement(session, kazuko)] == [("開店のお礼", ""), ("Head spa", "田中")]


def test_somebody_was_quicker(
    window: QWidget, context: AppContext, database: Database, kazuko: int, messages: MessageSpy, qtbot: QtBot
) -> None:
    panel = open_reward_giving(context, window, kazuko)
    with database.write() as session:
        edit_reward(session, kept(database)["Head spa"].id, replace(SPA, stock=0), now=NOW)
    qtbot.mouseClick(panel.buttons[0], LEFT)
    assert isinstance(messages.errors[-1], RewardOutOfStock)
    assert panel.isVisible() and panel.buttons == []
    qtbot.waitUntil(lambda: "None left" in words(panel))
    assert panel.leave.hasFocus()


def test_without_rewards_the_panel_says_where_they_are_kept(window: QWidget, context: AppContext, database: Database, qtbot: QtBot) -> None:
    with database.write() as session:
        customer = add_customer(session)
    panel = open_reward_giving(context, window, customer)
    assert panel.empty.isVisible()
