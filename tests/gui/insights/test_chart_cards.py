"""The further charts of Insights: a sentence, a picture, names behind every piece, a table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.chart_people import AwaySince, FlowPart, FlowPeople, MeasurePeople, NpsPeople
from app.domain.chart_rows import AtStake
from app.domain.figures import InSegment, PeopleSpec, Stayers, TrendPoint, TrendSeries, Visitors
from app.domain.measure_results import Verdict
from app.domain.measures import Arm
from app.domain.periods import add_months, month_of
from app.domain.rates import rate_of
from app.domain.segments import Segment
from app.domain.survey_results import NpsGroup
from app.views.insights.chart_card import ChartCard
from app.views.insights.flow_card import FlowCard
from app.views.insights.measure_card import MeasureCard
from app.views.insights.nps_card import NpsCourseCard
from app.views.insights.sales_card import SalesCard
from app.views.insights.segment_card import SegmentCard
from app.views.insights.stake_card import StakeCard
from app.views.insights.table_panel import FiguresTable
from app.views.insights.trend_card import TrendCard
from app.views.theme import Mode, theme_of
from app.views.widgets.chart_view import ChartView
from tests.fakes import NavigationSpy
from tests.unit.chart_shop import TODAY, course, flow, month, point, share, sold, stake, wave

Make = Callable[[AppContext], ChartCard]


def flow_card(context: AppContext) -> FlowCard:
    card = FlowCard(context)
    card.set_flows([flow(9, 100, 8, 20, 15), flow(10, 105, 10, 28, 22), flow(11, 110, 2, 9, 26, is_complete=False)], 75)
    return card


def segment_card(context: AppContext) -> SegmentCard:
    card = SegmentCard(context)
    card.set_shares([share(Segment.NEW, 20, 40_000), share(Segment.LOYAL, 180, 960_000)], "JPY")
    return card


def sales_card(context: AppContext) -> SalesCard:
    card = SalesCard(context)
    card.set_course(
        [sold(month(9), 90, 120, 500_000), sold(month(10), 100, 150, 600_000), sold(month(11), 40, 50, 200_000, is_complete=False)], "JPY"
    )
    return card


def stake_card(context: AppContext) -> StakeCard:
    card = StakeCard(context)
    card.set_stake(stake((80, 900_000), (50, 400_000), (34, 120_000), (40, 90_000), (99, 5_000)), "JPY")
    return card


def measure_card(context: AppContext) -> MeasureCard:
    card = MeasureCard(context)
    worked = point(1, "秋 & 冬のはがき", Verdict.WORKS, (0.8, 0.1, 1.5), is_sure=True)
    card.set_points([worked, point(2, "夏のはがき", Verdict.NO_HOLDOUT, None)])
    return card


def nps_card(context: AppContext) -> NpsCourseCard:
    card = NpsCourseCard(context)
    card.set_course(course(wave(8, 2, 1, 1), wave(9, 24, 12, 4), wave(10, 96, 48, 16), step=(0, False)))
    return card


EVERY: list[tuple[Make, PeopleSpec, int, int]] = [
    # Card, whom its first piece opens, how many pieces can be chosen, lines of its table.
    (flow_card, FlowPeople(month(9), month(10), FlowPart.KEPT), 12, 3),
    (segment_card, InSegment(Segment.LOYAL, TODAY), 2, 2),
    (sales_card, Visitors(month_of(month(9))), 9, 3),
    (stake_card, AwaySince(0, TODAY), 5, 5),
    (nps_card, NpsPeople(7, month(9), NpsGroup.PROMOTERS), 8, 3),
]


def test_the_groups_lead_to_the_check_of_the_health_score(qtbot: QtBot, context: AppContext, navigation: NavigationSpy) -> None:
    card = segment_card(context)
    qtbot.addWidget(card)
    card.health.click()
    assert navigation.shown == [("health", {})]


def shown(qtbot: QtBot, card: ChartCard, size: tuple[int, int] = (1000, 320)) -> ChartView:
    qtbot.addWidget(card)
    card.resize(*size)
    card.show()
    qtbot.waitUntil(card.chart.has_image)
    return card.chart


@pytest.mark.parametrize(("make", "first", "pieces", "lines"), EVERY)
def test_every_piece_opens_its_names_by_key_and_the_table_lists_them(
    qtbot: QtBot, context: AppContext, make: Make, first: PeopleSpec, pieces: int, lines: int
) -> None:
    card = make(context)
    opened: list[tuple[PeopleSpec, str]] = []
    tables: list[FiguresTable] = []
    card.names_requested.connect(lambda spec, title: opened.append((spec, title)))
    card.table_requested.connect(tables.append)
    chart = shown(qtbot, card)
    for _ in range(pieces + 2):
        qtbot.keyClick(chart, Qt.Key.Key_Right)
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert opened[0][0] == first
    assert len({str(one) for one in opened}) <= pieces and chart.current_point() == pieces - 1
    assert all(title for _spec, title in opened)
    assert card.action is not None
    card.action.click()
    (table,) = tables
    assert len(table.rows) == lines
    assert all(len(cells) == len(table.columns) for _key, cells in table.rows)
    assert card.finding.text() and chart.accessibleName().endswith(card.finding.text())


@pytest.mark.parametrize("make", [make for make, *_rest in EVERY] + [measure_card])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_it_is_drawn_in_the_colours_of_the_theme(qtbot: QtBot, context: AppContext, make: Make, mode: Mode) -> None:
    card = make(context)
    look = theme_of(card)
    look.set_mode(mode)
    try:
        chart = shown(qtbot, card)
        image = chart.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        pixels = np.frombuffer(image.constBits(), dtype=np.uint8)[: image.sizeInBytes()]
        assert (pixels.mean() < 100) == (mode is Mode.DARK)
    finally:
        look.set_mode(Mode.LIGHT)


def empty_cards(context: AppContext) -> list[ChartCard]:
    flows, segments, sales, stake_, reading = (
        FlowCard(context),
        SegmentCard(context),
        SalesCard(context),
        StakeCard(context),
        StakeCard(context),
    )
    measures, nps = MeasureCard(context), NpsCourseCard(context)
    flows.set_flows([])
    segments.set_shares([], "JPY")
    sales.set_course([], "JPY")
    stake_.set_stake(AtStake((), TODAY), "JPY")
    reading.set_stake(AtStake((), TODAY, 0.4), "JPY")
    measures.set_points([])
    nps.set_course(course())
    return [flows, segments, sales, stake_, reading, measures, nps]


def test_nothing_to_show_is_said_in_words(qtbot: QtBot, context: AppContext) -> None:
    for card in empty_cards(context):
        qtbot.addWidget(card)
        card.show()
        assert card.empty.isVisible() and not card.chart.isVisible() and not card.finding.isVisible()
        assert card.action is not None and not card.action.isVisible()
        assert card.empty.title_label.text()


def test_a_chart_comes_back_when_there_is_something_again(qtbot: QtBot, context: AppContext) -> None:
    card = FlowCard(context)
    card.set_flows([])
    card.set_flows([flow(10, 105, 10, 28, 22)])
    chart = shown(qtbot, card)
    assert chart.isVisible() and not card.empty.isVisible()


def test_a_campaign_leads_to_its_result_or_its_people(qtbot: QtBot, context: AppContext) -> None:
    card = measure_card(context)
    results: list[int] = []
    opened: list[tuple[object, str]] = []
    card.measure_requested.connect(results.append)
    card.names_requested.connect(lambda spec, title: opened.append((spec, title)))
    chart = shown(qtbot, card)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    menu = next(menu for menu in card.findChildren(QMenu) if menu.isVisible())
    for entry in menu.actions():
        entry.trigger()
    menu.hide()
    assert results == [1]
    assert opened == [(MeasurePeople(1, Arm.SENT), "Sent to: 秋 & 冬のはがき")]
    assert [cells[-2:] for _key, cells in card.table().rows] == [("+80%", "+10% – +150%"), ("—", "—")]


def test_the_window_of_the_shop_stands_in_the_explanation(qtbot: QtBot, context: AppContext) -> None:
    card = flow_card(context)
    qtbot.addWidget(card)
    assert card.explanation_button is not None
    card.explanation_button.open_popover()
    popover = card.explanation_button.popover()
    assert popover is not None
    assert any("within 75 days" in label.text() for label in popover.findChildren(QLabel))
    popover.close_again()


def test_the_trend_draws_the_target_and_what_the_shop_did(qtbot: QtBot, context: AppContext) -> None:
    starts = [add_months(date(2026, 6, 1), n) for n in range(5)]
    lines = tuple(
        TrendPoint(add_months(day, 1), day, rate_of(60 + n, 100), True, Stayers(day, add_months(day, 1))) for n, day in enumerate(starts)
    )
    series = TrendSeries(lines, (None,) * 5, 90, 3)
    card = TrendCard(context)
    qtbot.addWidget(card)
    card.resize(1000, 300)
    card.show()
    pictures = []
    for target, events in ((None, {}), (0.65, {}), (0.65, {date(2026, 9, 14): "秋のはがき"})):
        card.set_target(target)
        card.set_events(events)
        card.set_series(series, 20)
        with qtbot.waitSignal(card.chart.render_requested):
            pass
        pictures.append(card.chart.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2]
