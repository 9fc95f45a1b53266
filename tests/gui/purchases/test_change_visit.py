"""Changing a visit that was recorded, and what happens when nothing can be stored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app.context import AppContext
from app.domain.errors import StorageFull
from app.domain.purchases import LineFields
from app.domain.visits import VisitGone
from app.jobs.job import Job, JobControl
from app.jobs.tasks import ImmediateTasks
from app.models.database import Database
from app.models.purchase import Purchase
from app.queries.purchases import purchase_fields
from app.views.purchases.refund_panel import open_refund_panel
from app.views.purchases.visit_panel import open_visit_panel
from tests.factories import TODAY, add_purchase, add_staff
from tests.fakes import MessageSpy
from tests.gui.purchases.conftest import COLOUR, CUT, Receipts, commit, press_ctrl_enter, retype, undo_last

T = TypeVar("T")


@pytest.fixture
def visit(database: Database, kazuko: int) -> int:
    with database.write() as session:
        add_staff(session, "田中 美咲")
        return add_purchase(
            session, kazuko, TODAY, lines=(CUT, COLOUR), staff="田中 美咲", note="年末に旅行", time=time(14, 30), payment="カード"
        )


def test_everything_is_filled_in_and_what_is_not_shown_stays(
    context: AppContext, window: QWidget, visit: int, database: Database, messages: MessageSpy, qtbot: QtBot
) -> None:
    panel = open_visit_panel(context, window, None, visit)
    assert panel.form.bar.name.text() == "吉田 和子 様"
    assert (panel.memo.text(), panel.staff.current(), panel.bill.total.text()) == ("年末に旅行", "田中 美咲", "¥9,350")
    with database.read() as session:
        before = purchase_fields(session, visit)
    retype(qtbot, panel.form.bought.first_field(), "2")
    press_ctrl_enter(qtbot)
    with database.read() as session:
        after = purchase_fields(session, visit)
    assert (after.amount, after.time, after.payment, after.receipt) == (14300, time(14, 30), "カード", before.receipt)
    undo_last(database, messages)
    with database.read() as session:
        assert purchase_fields(session, visit) == before


def test_it_can_be_given_to_somebody_else_but_not_to_somebody_new(
    context: AppContext, window: QWidget, visit: int, kazuko: int, recorded_today: Receipts, qtbot: QtBot
) -> None:
    panel = open_visit_panel(context, window, kazuko, visit)
    qtbot.mouseClick(panel.form.bar.change, Qt.MouseButton.LeftButton)
    commit(panel.search.search, "さとう")
    panel.search.search.send_now()
    assert not panel.search.newcomer.isVisible()
    qtbot.keyClick(panel.search.search, Qt.Key.Key_Return)
    press_ctrl_enter(qtbot)
    (receipt,) = recorded_today()
    assert receipt[1] != kazuko and receipt[2] == 9350


def test_an_odd_amount_of_a_file_stays_to_the_yen(
    context: AppContext, window: QWidget, kazuko: int, database: Database, qtbot: QtBot
) -> None:
    with database.write() as session:
        number = add_purchase(session, kazuko, TODAY, lines=(LineFields(product="セット", unit_price=333, amount=1000),))
    panel = open_visit_panel(context, window, kazuko, number)
    commit(panel.memo, "値段を確かめた")
    press_ctrl_enter(qtbot)
    with database.read() as session:
        assert session.get_one(Purchase, number).amount == 1000


class FullDisk(ImmediateTasks):
    """Every write ends in a full disk."""

    def command(self, op: Callable[..., T], done: Callable[[T], None] | None, **options: Any) -> Job:
        def write(_session: Session, _control: JobControl) -> T:
            raise StorageFull("disk is full")

        return super().command(write, done, **options)


def test_when_nothing_can_be_stored_the_visit_stays_as_typed(
    context: AppContext, window: QWidget, kazuko: int, messages: MessageSpy, database: Database, recorded_today: Receipts, qtbot: QtBot
) -> None:
    tasks = FullDisk()
    tasks.open(database)
    panel = open_visit_panel(replace(context, tasks=tasks), window, kazuko)
    commit(panel.memo, "お孫さんと旅行")
    press_ctrl_enter(qtbot)
    assert isinstance(messages.errors[-1], StorageFull)
    assert panel.isVisible() and panel.save.isEnabled() and panel.memo.text() == "お孫さんと旅行"
    assert recorded_today() == [] and messages.toasts == []


def test_a_visit_that_is_gone_is_said(context: AppContext, window: QWidget, messages: MessageSpy) -> None:
    for panel in (open_visit_panel(context, window, None, 4711), open_refund_panel(context, window, 4711)):
        assert not panel.isVisible()
    assert [type(error) for error in messages.errors] == [VisitGone, VisitGone]
