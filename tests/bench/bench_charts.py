"""The charts of Insights: what their rows cost, and how long the window stands still while all of them are drawn:
python -m tests.bench.bench_charts [CUSTOMERS PURCHASES]

The window beats every millisecond; the longest time without a beat counts. It is compared with the time that the same pictures take, which
is how long a window stands still that draws them itself.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.context import AppContext, DataPaths
from app.domain.chart_rows import MeasurePoint
from app.domain.measure_results import Verdict
from app.domain.periods import add_months, day_number, month_start
from app.jobs.tasks import ImmediateTasks, Tasks, TasksBase
from app.models.database import Database
from app.queries.at_stake import at_stake
from app.queries.flows import flows
from app.queries.return_rate import return_trend
from app.queries.sales_course import sales_course
from app.queries.segment_shares import segment_shares
from app.settings import Settings
from app.views.insights.average_card import AverageCard
from app.views.insights.flow_card import FlowCard
from app.views.insights.measure_card import MeasureCard
from app.views.insights.nps_card import NpsCourseCard
from app.views.insights.sales_card import SalesCard
from app.views.insights.segment_card import SegmentCard
from app.views.insights.stake_card import StakeCard
from app.views.insights.trend_card import TrendCard
from app.views.theme import Mode, Theme
from app.views.widgets.chart_view import ChartView
from tests.bench.bench_dashboard import seconds
from tests.bench.big_shop import TODAY, make_shop
from tests.fakes import FixedClock, MessageSpy, NavigationSpy, ShopDoorSpy
from tests.unit.chart_shop import course, point, wave

WINDOW = 90
PATIENCE_MS = 60_000
ROUNDS = 3
SIZE = (1050, 200)
_ACTIVE = "SELECT DISTINCT customer_id FROM purchase WHERE net > 0 AND customer_id IS NOT NULL AND day >= {start} AND day < {end}"
_FIRST = "SELECT customer_id, min(day) AS first FROM purchase WHERE net > 0 AND customer_id IS NOT NULL GROUP BY customer_id"
_SALES = """
SELECT strftime('%Y-%m', day * 86400, 'unixepoch'), count(DISTINCT customer_id), count(DISTINCT customer_id * 100000 + day), sum(amount)
FROM purchase WHERE customer_id IS NOT NULL GROUP BY 1"""


def rows_of_all(session: Session) -> tuple[object, ...]:
    return (
        flows(session, TODAY),
        segment_shares(session, TODAY),
        sales_course(session, TODAY),
        at_stake(session, TODAY),
        return_trend(session, TODAY),
    )


def raw_flows(session: Session) -> None:
    """Who came and who was lost in 13 months, and what the sales are made of, asked of the purchases."""
    for back in range(13):
        start, end = (day_number(add_months(month_start(TODAY), -back + ahead)) for ahead in (0, 1))
        before, after = (_ACTIVE.format(start=day - WINDOW, end=day) for day in (start, end))
        session.execute(text(f"SELECT count(*), sum(customer_id IN ({after})) FROM ({before})")).all()
        session.execute(text(f"SELECT count(*) FROM ({_FIRST}) WHERE first >= {start} AND first < {end}")).all()
    session.execute(text(_SALES)).all()


class Beat(QObject):
    """The longest time between two turns of the window's loop."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._on_beat)

    def start(self) -> None:
        self.longest = 0.0
        self._clock.start()
        self._timer.start()

    def _on_beat(self) -> None:
        self.longest = max(self.longest, self._clock.nsecsElapsed() / 1e6)
        self._clock.start()


def campaigns() -> list[MeasurePoint]:
    return [point(n, f"キャンペーン{n}", Verdict.NOT_YET_CLEAR, (n / 10 - 0.4, n / 10 - 1.0, n / 10 + 0.2)) for n in range(12)]


def cards_of(context: AppContext, session: Session) -> list[QWidget]:
    """Every card whose chart a worker draws, filled."""
    trend, flow, segment, sales = TrendCard(context), FlowCard(context), SegmentCard(context), SalesCard(context)
    stake, measure, nps, average = StakeCard(context), MeasureCard(context), NpsCourseCard(context), AverageCard(context)
    trend.set_series(return_trend(session, TODAY), 150)
    flow.set_flows(flows(session, TODAY), WINDOW)
    segment.set_shares(segment_shares(session, TODAY), "JPY")
    sales.set_course(sales_course(session, TODAY), "JPY")
    stake.set_stake(at_stake(session, TODAY), "JPY")
    measure.set_points(campaigns())
    nps.set_course(course(*(wave(number, 96, 48, 16) for number in range(1, 11))))
    from app.queries.depth import average_months

    average.set_months(average_months(session, TODAY, 14), "JPY")
    return [trend, flow, segment, sales, stake, measure, nps, average]


def charts_in(cards: Sequence[QWidget]) -> list[ChartView]:
    return [chart for card in cards for chart in card.findChildren(ChartView)]


def wait_for(is_done: Callable[[], bool]) -> None:
    begin = time.perf_counter()
    while not is_done():
        if (time.perf_counter() - begin) * 1000 > PATIENCE_MS:
            raise TimeoutError("the charts were not drawn")
        QTest.qWait(5)


def gap_while_drawing(cards: Sequence[QWidget], beat: Beat) -> tuple[float, float]:
    """Longest gap and time until all are there, in milliseconds, when all are asked for anew."""
    charts = charts_in(cards)
    for chart in charts:
        chart.set_message("")
    beat.start()
    begin = time.perf_counter()
    for chart in charts:
        chart.request()
    wait_for(lambda: all(chart.has_image() for chart in charts))
    return beat.longest, (time.perf_counter() - begin) * 1000


def drawn_here(cards: Sequence[QWidget]) -> float:
    """How long the same pictures take on the window's own thread, in milliseconds; the tasks of the cards run at once."""
    return sum(seconds(partial(chart.render_requested.emit, *SIZE, 1.0), ROUNDS) for chart in charts_in(cards)) * 1000


def context_with(tasks: TasksBase, folder: Path) -> AppContext:
    paths = DataPaths(folder, folder / "okaeri.db", folder / "backups")
    return AppContext(tasks, Settings(folder / "settings.ini"), MessageSpy(), NavigationSpy(), FixedClock(), paths, ShopDoorSpy())


def measure(database: Database, tasks: Tasks, folder: Path) -> list[str]:
    with database.read() as session:
        cold = seconds(lambda: rows_of_all(session))
        raw = seconds(lambda: raw_flows(session))
        cards = cards_of(context_with(tasks, folder), session)
        at_once = cards_of(context_with(ImmediateTasks(), folder), session)
    with database.read() as session:
        again = seconds(lambda: rows_of_all(session), 5)
    window = QWidget()
    column = QVBoxLayout(window)
    for card in cards:
        column.addWidget(card)
    window.resize(1100, 2200)
    beat = Beat()
    beat.start()
    window.show()
    wait_for(lambda: all(chart.has_image() for chart in charts_in(cards)))
    # The first time the drawing library and the fonts are loaded too.
    first = beat.longest
    gap, whole = min(gap_while_drawing(cards, beat) for _ in range(ROUNDS))
    here = drawn_here(at_once)
    return [
        f"rows of the charts: first {cold:.2f} s, again {again * 1000:.0f} ms",
        f"two of the charts by plain SQL {raw:.1f} s: ratio 1/{raw / cold:.0f} and better",
        f"all charts drawn in {whole:.0f} ms, longest gap {gap:.0f} ms (first time, with the library loading, {first:.0f} ms)",
        f"drawn on the window's thread it would stand still for {here:.0f} ms: ratio 1/{here / gap:.0f}",
    ]


def main(customers: int = 100_000, purchases: int = 2_000_000) -> None:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    Theme.install(app, mode=Mode.LIGHT)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "okaeri.db"
        database = make_shop(path, customers, purchases)
        tasks = Tasks()
        tasks.open(database)
        for line in measure(database, tasks, Path(folder)):
            print(line, flush=True)
        tasks.close()
        database.close()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
