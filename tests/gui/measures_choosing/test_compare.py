"""The finished campaigns of a kind beside each other, all as one, and beside a figure from elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.figure_settings import GeneralFigure
from app.domain.measure_audience import PersonFacts
from app.domain.measure_cost import MeasureCost
from app.domain.measures import MeasureChannel, MeasureKind, MeasurePlan
from app.models.database import Database
from app.queries.figure_settings import figure_settings
from app.queries.measure_compare import compare_kind
from app.services.actions import undo
from app.services.measure_start import start_with
from app.services.measures import save_draft
from app.views.measures.compare import CompareView
from app.views.measures.compare_sheet import round_steps
from app.views.theme import Mode, Theme
from tests.factories import NOW, TODAY, add_customer, add_purchase
from tests.fakes import MessageSpy
from tests.gui.widgets.audit import clipped

PLAN = MeasurePlan(
    name="春の葉書",
    channel=MeasureChannel.LIST,
    cost=MeasureCost(printing=100),
    held_back=60,
    window_days=30,
    expected_rate=0.5,
    expected_margin=500,
)


@pytest.fixture
def finished(database: Database) -> dict[str, int]:
    """春の葉書: 60 sent bought for about 1,000 each, 60 held back nothing; 電話: nobody was held back; 誕生日: of another kind."""
    found = {}
    with database.write() as session:
        people = [add_customer(session, f"お客 {number}") for number in range(124)]
        for plan, ids, day in (
            (PLAN, people[:120], date(2026, 9, 1)),
            (replace(PLAN, name="電話", held_back=0), people[120:122], date(2026, 8, 1)),
            (replace(PLAN, name="誕生日", kind=MeasureKind.BIRTHDAY, held_back=0), people[122:], date(2026, 8, 1)),
        ):
            number = save_draft(session, None, plan, now=NOW).measure_id
            sent = start_with(session, number, [PersonFacts(one) for one in ids], now=NOW, today=day, seed=1).sent
            found[plan.name] = number
            if plan is PLAN:
                for place, customer in enumerate(sent):
                    add_purchase(session, customer, date(2026, 9, 5), 800 + 400 * (place % 2))
    return found


def shown(qtbot: QtBot, context: AppContext, width: int = 1100) -> CompareView:
    view = CompareView(context)
    qtbot.addWidget(view)
    view.resize(width, 560)
    with qtbot.waitExposed(view):
        view.show()
    view.refresh()
    return view


def test_what_was_expected_stands_beside_what_was_measured(database: Database, finished: dict[str, int]) -> None:
    with database.read() as session:
        found = compare_kind(session, TODAY)
    assert found.kind is MeasureKind.WIN_BACK
    assert found.counts == {MeasureKind.WIN_BACK: 2, MeasureKind.BIRTHDAY: 1}
    assert [one.result.measure_id for one in found.rows] == [finished["春の葉書"], finished["電話"]]
    first, second = found.rows
    # 60 people, half of them for 500, at a cost of 6,000; measured 60 x 1,000 at 60 per cent.
    assert (first.expected_gain, first.expected_roi, first.measured_gain) == (15_000, 1.5, 36_000)
    assert second.measured_gain is None
    assert found.pooled is not None and found.pooled.count == 1
    assert found.roi is not None and found.roi.value == pytest.approx(5.0)


def test_rows_are_read_and_opened_by_the_keyboard(qtbot: QtBot, context: AppContext, finished: dict[str, int]) -> None:
    view = shown(qtbot, context)
    assert view.finding.text().startswith("As one, 1 campaign(s) of this kind brought a profit: 500% on cost (")
    view.sheet.setFocus()
    spoken = view.sheet.accessibleDescription()
    assert spoken == "春の葉書 1 Sep 2026 It works. Profit on cost 500.0%. ¥36,000 measured ¥15,000 expected"
    with qtbot.waitSignal(view.measure_requested) as opened:
        qtbot.keyClick(view.sheet, Qt.Key.Key_Return)
    assert opened.args == [finished["春の葉書"]]
    qtbot.keyClick(view.sheet, Qt.Key.Key_Down)
    assert view.sheet.accessibleDescription().endswith("nothing to compare with")
    qtbot.keyClick(view.sheet, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(view.measure_requested):
        qtbot.keyClick(view.sheet, Qt.Key.Key_Return)


def test_a_row_is_opened_with_the_mouse(qtbot: QtBot, context: AppContext, finished: dict[str, int]) -> None:
    view = shown(qtbot, context)
    with qtbot.waitSignal(view.measure_requested) as opened:
        qtbot.mouseClick(view.sheet, Qt.MouseButton.LeftButton, pos=view.sheet.row_rect(1).center().toPoint())
    assert opened.args == [finished["電話"]]


def test_another_kind_is_chosen(qtbot: QtBot, context: AppContext, finished: dict[str, int]) -> None:
    view = shown(qtbot, context)
    view.show_kind(MeasureKind.BIRTHDAY)
    assert view.finding.text().startswith("Nothing can be said of this kind as a whole yet")
    view.show_kind(MeasureKind.EVENT)
    assert view.places.currentWidget() is view.nothing
    view.show_kind(MeasureKind.WIN_BACK)
    assert view.places.currentWidget() is view.full


def test_it_begins_with_the_kind_of_most_campaigns_and_of_as_many_with_the_newest(
    qtbot: QtBot, context: AppContext, database: Database
) -> None:
    view = shown(qtbot, context)
    assert view.places.currentWidget() is view.nothing
    with database.write() as session:
        people = iter([add_customer(session, f"お客 {number}") for number in range(4)])
    begun = (
        (MeasureKind.WIN_BACK, date(2026, 8, 1), MeasureKind.WIN_BACK),
        (MeasureKind.EVENT, date(2026, 8, 20), MeasureKind.EVENT),
        (MeasureKind.BIRTHDAY, date(2026, 8, 10), MeasureKind.EVENT),
        (MeasureKind.WIN_BACK, date(2026, 7, 1), MeasureKind.WIN_BACK),
    )
    for kind, day, expected in begun:
        with database.write() as session:
            number = save_draft(session, None, replace(PLAN, kind=kind, held_back=0), now=NOW).measure_id
            start_with(session, number, [PersonFacts(next(people))], now=NOW, today=day, seed=1)
        view.refresh()
        assert view.kind.current() is expected
    view.show_kind(MeasureKind.BIRTHDAY)
    view.refresh()
    assert view.kind.current() is MeasureKind.BIRTHDAY


def test_a_figure_from_elsewhere_is_kept_with_its_source(
    qtbot: QtBot, context: AppContext, finished: dict[str, int], database: Database, messages: MessageSpy
) -> None:
    view = shown(qtbot, context)
    view.general.setFocus()
    qtbot.keyClicks(view.general, "30")
    qtbot.keyClick(view.general, Qt.Key.Key_Tab)
    qtbot.keyClicks(view.source, "trade paper")
    qtbot.keyClick(view.source, Qt.Key.Key_Tab)
    with database.read() as session:
        assert figure_settings(session).general == {"win_back": GeneralFigure(0.3, "trade paper")}
    view.sheet.setFocus()
    for _ in range(4):
        qtbot.keyClick(view.sheet, Qt.Key.Key_Down)
    assert view.sheet.accessibleDescription() == "Elsewhere: 30.0%, trade paper"
    action = messages.toasts[-1][1]
    with database.write() as session:
        undo(session, action, now=NOW)
    view.refresh()
    assert (view.general.text(), view.source.text()) == ("30.0", "")


def test_another_kind_has_another_figure(qtbot: QtBot, context: AppContext, finished: dict[str, int], database: Database) -> None:
    view = shown(qtbot, context)
    view.general.setFocus()
    qtbot.keyClicks(view.general, "30")
    qtbot.keyClick(view.general, Qt.Key.Key_Tab)
    view.kind.changed.emit(MeasureKind.BIRTHDAY)
    assert view.general.text() == ""
    with database.read() as session:
        assert set(figure_settings(session).general) == {"win_back"}


def test_a_new_shop_is_told_what_will_stand_here(qtbot: QtBot, context: AppContext) -> None:
    view = shown(qtbot, context)
    assert view.places.currentWidget() is view.nothing


def test_the_axis_has_round_numbers() -> None:
    assert round_steps(-0.53, 0.53) == pytest.approx([-0.5, 0.0, 0.5])
    assert round_steps(-14.5, 12.1) == pytest.approx([-10.0, 0.0, 10.0])


@pytest.mark.parametrize(("width", "percent", "mode"), [(1100, 100, Mode.LIGHT), (1000, 150, Mode.DARK)])
def test_everything_fits(
    qtbot: QtBot, qapp: QApplication, context: AppContext, finished: dict[str, int], width: int, percent: int, mode: Mode
) -> None:
    Theme.install(qapp, mode=mode, text_percent=percent)
    view = shown(qtbot, context, width)
    assert clipped(view) == []
    assert view.minimumSizeHint().width() <= 1000
