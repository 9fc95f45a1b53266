"""A list of follow-ups: every outcome by key and menu, several picked for one act, and what is said of each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.context import AppContext
from app.domain.care import RuleKind
from app.domain.follow_ups import FollowUpFields, FollowUpKind, FollowUpRow, FollowUpSource, Outcome
from app.domain.print_kinds import WorkKind
from app.models.counter import FollowUp
from app.models.customer import Contact
from app.models.database import Database
from app.queries.follow_ups import rows_of
from app.services.actions import undo
from app.services.follow_ups import add_follow_up
from app.views.follow_ups.acts import FollowUpActs
from app.views.follow_ups.done_panel import DonePanel
from app.views.follow_ups.follow_up_list import FollowUpList, ListSection
from app.views.follow_ups.later_panels import DayPanel, StaffPanel
from app.views.follow_ups.words import ASSIGN, SKIP, row_among_all, row_of_customer
from app.views.tokens import Tone
from tests.factories import NOW, TODAY, add_customer, add_staff
from tests.fakes import MessageSpy, NavigationSpy

DAY = timedelta(days=1)


@pytest.fixture
def ids(database: Database) -> list[int]:
    """Three calls and a card, due today."""
    with database.write() as session:
        add_staff(session, "田中 美咲")
        kinds = (FollowUpKind.CALL, FollowUpKind.CALL, FollowUpKind.CALL, FollowUpKind.CARD)
        return [
            add_follow_up(
                session, add_customer(session, f"客 {name}子"), FollowUpFields(TODAY, kind, "ご様子"), now=NOW, today=TODAY
            ).follow_up_id
            for name, kind in zip("一二三四", kinds, strict=True)
        ]


def rows_now(database: Database, ids: Sequence[int]) -> list[FollowUpRow]:
    with database.read() as session:
        return rows_of(session, ids)


@pytest.fixture
def shown(qtbot: QtBot, context: AppContext, database: Database, ids: list[int]) -> FollowUpList:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    found = FollowUpList("Follow-ups")
    found.setParent(window)
    found.resize(900, 600)
    acts = FollowUpActs(context, window)
    found.act_requested.connect(acts.perform)
    found.bulk_requested.connect(acts.perform_all)
    found.set_sections([ListSection("today", "4 today", rows_now(database, ids))], TODAY)
    window.show()
    found.rows.setFocus()
    found.setProperty("window", window)
    return found


@pytest.mark.parametrize(
    ("key", "outcome", "days", "tries"),
    [
        (Qt.Key.Key_Space, Outcome.DONE, 0, 0),
        (Qt.Key.Key_X, Outcome.NOT_NEEDED, 0, 0),
        (Qt.Key.Key_T, None, 1, 0),
        (Qt.Key.Key_W, None, 7, 0),
        (Qt.Key.Key_A, None, 1, 1),
        (Qt.Key.Key_V, None, 1, 1),
    ],
)
def test_each_outcome_is_one_key_and_can_be_taken_back(
    qtbot: QtBot,
    shown: FollowUpList,
    database: Database,
    ids: list[int],
    messages: MessageSpy,
    key: Qt.Key,
    outcome: Outcome | None,
    days: int,
    tries: int,
) -> None:
    shown.rows.select_key(ids[0])
    qtbot.keyClick(shown.rows, key)
    (row,) = rows_now(database, ids[:1])
    assert (row.outcome, row.due, row.tries) == (outcome, TODAY + days * DAY, tries)
    sentence, action_id = messages.toasts[-1]
    assert "客 一子" in sentence
    with database.write() as session:
        undo(session, action_id, now=NOW)
    (row,) = rows_now(database, ids[:1])
    assert (row.outcome, row.due, row.tries) == (None, TODAY, 0)


def test_the_menu_of_a_row_has_every_outcome(shown: FollowUpList) -> None:
    call, card = shown.rows.rows()[1], shown.rows.rows()[4]
    entries = [entry.text().split("\t") for entry in shown.rows.menu_for(call).actions()]
    assert [(text[0], text[1]) for text in entries] == [
        ("To tomorrow", "T"),
        ("Done", "Space"),
        ("Done, with a note", "N"),
        ("Nobody answered", "A"),
        ("Left a voice mail", "V"),
        ("A week later", "W"),
        ("Choose another day", "D"),
        ("Not needed this time", "X"),
        ("Give to somebody else", "S"),
        ("Change", "E"),
        ("Pick several", "M"),
        ("Delete", "Del"),
    ]
    assert "Print it" in [action.text for action in card.actions] and "Left a voice mail" not in [a.text for a in card.actions]


def test_several_are_picked_and_done_in_one_act(
    qtbot: QtBot, shown: FollowUpList, database: Database, ids: list[int], messages: MessageSpy
) -> None:
    assert not shown.bar.isVisible()
    place = shown.rows.visualRect(shown.rows.model().index(1, 0)).center() + QPoint(40, 0)
    qtbot.mouseClick(shown.rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place)
    third = shown.rows.visualRect(shown.rows.model().index(3, 0)).center() + QPoint(40, 0)
    qtbot.mouseClick(shown.rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, third)
    assert [row.id for row in shown.picked()] == ids[:3]
    assert shown.bar.isVisible() and shown.count.text() == "3 picked"
    assert all(row.square for row in shown.rows.rows() if not row.heading)
    shown.rows.select_key(ids[1])
    qtbot.keyClick(shown.rows, Qt.Key.Key_Space)
    assert [row.id for row in shown.picked()] == [ids[0], ids[2]]
    qtbot.mouseClick(shown.acts["done"], Qt.MouseButton.LeftButton)
    assert [row.outcome for row in rows_now(database, ids)] == [Outcome.DONE, None, Outcome.DONE, None]
    assert messages.toasts[-1][0] == "2 follow-up(s) are done"
    with database.write() as session:
        undo(session, messages.toasts[-1][1], now=NOW)
    assert [row.outcome for row in rows_now(database, ids)] == [None] * 4


def test_nothing_stays_picked_after_what_is_done_at_once(qtbot: QtBot, shown: FollowUpList, ids: list[int]) -> None:
    qtbot.keyClick(shown.rows, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(shown.acts[ASSIGN], Qt.MouseButton.LeftButton)
    assert [row.id for row in shown.picked()] == ids
    qtbot.mouseClick(shown.acts[SKIP], Qt.MouseButton.LeftButton)
    assert shown.picked() == [] and not shown.bar.isVisible()


def test_all_are_picked_by_key_and_escape_ends_it(qtbot: QtBot, shown: FollowUpList, ids: list[int]) -> None:
    shown.rows.select_key(ids[0])
    qtbot.keyClick(shown.rows, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert [row.id for row in shown.picked()] == ids
    qtbot.keyClick(shown.rows, Qt.Key.Key_Escape)
    assert shown.picked() == [] and not shown.bar.isVisible()
    qtbot.keyClick(shown.rows, Qt.Key.Key_M)
    assert [row.id for row in shown.picked()] == ids[:1]


@pytest.mark.parametrize(("act", "days"), [("tomorrow", 1), ("week", 7)])
def test_several_are_moved_in_one_act(
    qtbot: QtBot, shown: FollowUpList, database: Database, ids: list[int], messages: MessageSpy, act: str, days: int
) -> None:
    shown.rows.all_requested.emit()
    qtbot.mouseClick(shown.acts[act], Qt.MouseButton.LeftButton)
    assert {row.due for row in rows_now(database, ids)} == {TODAY + days * DAY}
    assert len(messages.toasts) == 1


def test_several_get_another_day_or_somebody_else(qtbot: QtBot, shown: FollowUpList, database: Database, ids: list[int]) -> None:
    shown.rows.all_requested.emit()
    qtbot.mouseClick(shown.acts["day"], Qt.MouseButton.LeftButton)
    panel = shown.window().findChild(DayPanel)
    assert panel is not None
    panel.day.set_value(TODAY - DAY)
    panel.save.click()
    assert panel.day_field.has_error
    panel.day.set_value(TODAY + 10 * DAY)
    panel.save.click()
    assert {row.due for row in rows_now(database, ids)} == {TODAY + 10 * DAY}
    qtbot.mouseClick(shown.acts["assign"], Qt.MouseButton.LeftButton)
    staff = shown.window().findChild(StaffPanel)
    assert staff is not None
    staff.staff.set_current("田中 美咲")
    staff.save.click()
    assert {row.staff for row in rows_now(database, ids)} == {"田中 美咲"}


def test_what_came_of_it_is_noted_with_what_was_said(qtbot: QtBot, shown: FollowUpList, database: Database, ids: list[int]) -> None:
    shown.rows.select_key(ids[0])
    qtbot.keyClick(shown.rows, Qt.Key.Key_N)
    panel = shown.window().findChild(DonePanel)
    assert panel is not None and panel.steps.count() >= 2
    panel.outcome.set_current(Outcome.NOT_NEEDED)
    panel.outcome.changed.emit(Outcome.NOT_NEEDED)
    assert panel.save.label() == "Not needed this time"
    panel.text.setPlainText("お引っ越しされた")
    panel.save.click()
    (row,) = rows_now(database, ids[:1])
    assert row.outcome is Outcome.NOT_NEEDED
    with database.read() as session:
        assert session.scalars(select(Contact.text)).all() == ["お引っ越しされた"]


def test_a_card_is_printed_from_its_row(qtbot: QtBot, shown: FollowUpList, ids: list[int], navigation: NavigationSpy) -> None:
    shown.rows.select_key(ids[3])
    qtbot.keyClick(shown.rows, Qt.Key.Key_P)
    name, arguments = navigation.shown[-1]
    assert (name, arguments["work"], arguments["follow_up_ids"]) == ("printing", WorkKind.CARD, [ids[3]])


def test_a_row_says_why_it_is_due_and_what_is_unusual(database: Database, ids: list[int]) -> None:
    with database.write() as session:
        row = session.get_one(FollowUp, ids[0])
        row.source, row.note, row.tries, row.repeat_months = FollowUpSource.RULE, "", 2, 12
        row.reason = {"rule": RuleKind.OVERDUE.value, "usual": 48, "day": (TODAY - 52 * DAY).isoformat()}
        row.deadline = TODAY + 2 * DAY
    (found,) = rows_now(database, ids[:1])
    content = row_among_all(found, TODAY, last_talk="4 Nov 初めてのハイライト")
    why = "Usually every 48 days, now 52 days since the last visit"
    assert content.detail == f"{why} · not reached 2 times · every 12 months · 4 Nov 初めてのハイライト"
    assert content.chip == ("until 22 Nov", Tone.WARN)
    assert row_among_all(found, TODAY + 5 * DAY).chip == ("5 d late", Tone.DANGER)
    assert row_of_customer(found, TODAY).what == content.what != ""
