"""A campaign that is started while its draft is still being kept."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.measures import MeasureChannel, MeasureState
from app.models.database import Database
from app.queries.measures import measures
from app.views.measures.step_held import QUARTER
from app.views.measures.wizard import GO
from tests.factories import TODAY
from tests.gui.measures.shown import page_shown, recipe
from tests.gui.surveys.test_saving import SlowTasks


@pytest.fixture
def tasks(database: Database) -> SlowTasks:
    slow = SlowTasks()
    slow.open(database)
    return slow


def test_a_start_waits_for_the_draft_that_is_being_kept(
    context: AppContext, qtbot: QtBot, tasks: SlowTasks, database: Database, people: list[int]
) -> None:
    assert people
    wizard = recipe(page_shown(context, qtbot), qtbot)
    wizard.desk.change(channel=MeasureChannel.LIST)
    wizard.show_step(GO)
    tasks.is_slow = True
    wizard.desk.save_now()
    wizard.held.row(QUARTER).click()
    wizard.next.click()
    assert len(tasks.held) == 1
    tasks.is_slow = False
    tasks.let_through()
    with database.read() as session:
        (row,) = measures(session, TODAY)
    assert row.state is MeasureState.STARTED
    assert row.held == row.people // 4
