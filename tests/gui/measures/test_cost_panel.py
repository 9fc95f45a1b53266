"""The panel in which the costs of a campaign are corrected: all of it within a window, and it goes when it is closed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app.context import AppContext
from app.views.measures.result import ResultView
from app.views.measures.result_cost import CostPanel
from app.views.theme import Theme
from tests.factories import TODAY
from tests.gui.surveys.shown import done
from tests.gui.widgets.audit import clipped
from tests.measures import people, started


@pytest.fixture
def view(qtbot: QtBot, context: AppContext) -> ResultView:
    def fill(session: Session) -> int:
        return started(session, people(session, 20), 10, TODAY - timedelta(days=70)).measure_id

    view = ResultView(context, done(context, fill))
    qtbot.addWidget(view)
    view.resize(1366, 768)
    view.show()
    view.refresh()
    return view


def opened(view: ResultView) -> CostPanel:
    view.money.edit.click()
    panel = view.cost_panel()
    assert panel is not None
    return panel


@pytest.mark.parametrize(("size", "percent"), [((1366, 768), 100), ((1080, 600), 100), ((1366, 768), 150)])
def test_every_field_and_the_button_are_within_the_window(
    view: ResultView, qtbot: QtBot, theme: Theme, size: tuple[int, int], percent: int
) -> None:
    theme.set_text_percent(percent)
    view.resize(*size)
    panel = opened(view)
    qtbot.waitUntil(lambda: clipped(panel) == [])
    shown: list[QWidget] = [box.field for box in panel.fields.values()]
    for widget in (*shown, panel.save, panel.cancel):
        right = widget.mapTo(view, QPoint(widget.width(), 0)).x()
        assert right <= view.width(), widget.accessibleName()
        assert widget.width() >= widget.minimumSizeHint().width()
    last = panel.fields["other"]
    assert panel.save.mapTo(view, QPoint(0, 0)).y() >= last.mapTo(view, QPoint(0, last.height())).y()


def test_a_closed_panel_is_gone_and_the_next_one_shows_what_is_kept(view: ResultView) -> None:
    panel = opened(view)
    panel.cancel.click()
    assert view.cost_panel() is None
    assert opened(view) is not panel


def test_every_amount_says_its_unit(view: ResultView) -> None:
    labels = [box.label.text() for box in opened(view).fields.values()]
    assert labels[:3] == ["Postage for each (円)", "Paper and ink for each (円)", "Work for each (minutes)"]
    assert all(label.endswith(("(円)", "(minutes)")) for label in labels)
