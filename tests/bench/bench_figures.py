"""Insights, the lifetime fit, the monthly report and the result of a campaign: python -m tests.bench.bench_figures [CUSTOMERS PURCHASES]

The figures are held against plain SQL on the purchases, the memory against all purchases as one table of pandas. FILE in place of the
numbers measures in a shop that was made before (it is changed).
"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median

import numpy as np
from sqlalchemy import insert, text
from sqlalchemy.orm import Session

from app.domain.measures import Arm, MeasureKind, MeasurePlan, MeasureState
from app.domain.periods import add_months, day_number, month_start
from app.domain.purchases import LineFields, PurchaseFields
from app.models.arrays import insert_columns
from app.models.base import Base
from app.models.database import Database
from app.models.measures import Measure
from app.queries.lifetimes import fit_ground, worked_out
from app.queries.measure_results import measure_result
from app.reports.month_report import month_document
from app.services.lifetimes import keep_fit
from app.services.purchases import record_visit
from tests.bench.bench_charts import raw_flows
from tests.bench.bench_dashboard import raw_dashboard, seconds
from tests.bench.big_shop import NOW, TODAY, make_shop
from tests.bench.figures_memory import MONTH, ROUTES, late_figures, page, peak_of

ROUNDS = 5
_SECOND = """
WITH occasion AS (SELECT DISTINCT customer_id, day FROM purchase WHERE net > 0 AND customer_id IS NOT NULL AND day < {end}),
     ranked AS (SELECT customer_id, day, row_number() OVER (PARTITION BY customer_id ORDER BY day) AS place FROM occasion),
     pair AS (SELECT customer_id, min(day) AS first, max(day) AS second, count(*) AS n FROM ranked WHERE place <= 2 GROUP BY customer_id)
SELECT count(*), sum(n = 2 AND second - first <= 90) FROM pair WHERE first <= {end} - 90"""
_YEAR = """
SELECT customer_id, max(day), count(DISTINCT day), sum(net) FROM purchase
WHERE net > 0 AND customer_id IS NOT NULL AND day >= {end} - 365 AND day < {end} GROUP BY customer_id"""
_MONEY = "SELECT sum(net), count(*), count(DISTINCT customer_id), avg(net) FROM purchase WHERE day >= {start} AND day < {end} AND net > 0"
_PROFIT = "SELECT sum(net), count(DISTINCT customer_id) FROM purchase WHERE customer_id IS NOT NULL AND day < {end}"


def raw_page(session: Session) -> None:
    """The same asked of the purchases: the figures of the month, the month before and a year ago, and the charts."""
    raw_dashboard(session)
    raw_flows(session)
    for back in (0, 1, 12):
        start, end = (day_number(add_months(MONTH, ahead - back)) for ahead in (0, 1))
        for query in (_SECOND, _YEAR, _MONEY, _PROFIT):
            session.execute(text(query.format(start=start, end=end))).all()


def in_ms(times: list[float]) -> str:
    return f"{median(times) * 1000:.0f} ms (median of {len(times)})"


def page_lines(path: Path, database: Database) -> list[str]:
    cold, late, again, after = [], [], [], []
    # A database that was just opened has nothing kept, as when the program has just been started.
    for _ in range(3):
        fresh = Database.of_file(path)
        with fresh.read() as session:
            cold.append(seconds(partial(page, session)))
            late.append(seconds(partial(late_figures, session)))
        fresh.close()
    with database.read() as session:
        raw = seconds(partial(raw_page, session))
        page(session)
    for number in range(1, ROUNDS + 1):
        with database.read() as session:
            again.append(seconds(partial(page, session)))
        with database.write() as session:
            record_visit(session, number * 7, PurchaseFields(day=TODAY, lines=(LineFields(amount=5000),)), now=NOW, today=TODAY)
        with database.read() as session:
            after.append(seconds(partial(page, session)))
    first = median(cold)
    return [
        f"Insights, figures and charts: cold {in_ms(cold)}, again {in_ms(again)}, after a purchase {in_ms(after)}",
        f"what figures of a day were, which comes afterwards: cold {in_ms(late)}",
        f"the same by plain SQL {raw:.1f} s: ratio cold 1/{raw / first:.0f}, with what comes afterwards"
        f" 1/{raw / (first + median(late)):.0f}, after a purchase 1/{raw / median(after):.0f} (aim 1/100)",
    ]


def fit_line(database: Database) -> str:
    with database.read() as session:
        begin = time.perf_counter()
        ground = fit_ground(session, month_start(TODAY))
        read = time.perf_counter() - begin
        begin = time.perf_counter()
        kept = worked_out(ground)
        fitted = time.perf_counter() - begin
    with database.write() as session:
        keep_fit(session, kept, now=NOW, today=TODAY)
    return f"lifetime fit: read {read:.2f} s, fitted with its check in a worker {fitted:.2f} s ({type(kept).__name__})"


def report_line(database: Database) -> str:
    times, sizes = [], set()
    for _ in range(2):
        with database.read() as session:
            begin = time.perf_counter()
            made = month_document(session, MONTH, TODAY, "ja")
            times.append(time.perf_counter() - begin)
            sizes.add(made.document)
    same = "the same bytes" if len(sizes) == 1 else "OTHER BYTES"
    return (
        f"monthly report: first {times[0]:.2f} s, again {times[1]:.2f} s, {same}, {len(made.document) / 1024:.0f} KiB, {made.pages} pages"
    )


def add_campaign(database: Database, people: int, sent_on: date) -> int:
    """A finished campaign of the first customers, a fifth of them held back."""
    with database.write() as session:
        plan = MeasurePlan(name="大きなキャンペーン", sent_on=sent_on)
        values = {
            "name": plan.name, "kind": MeasureKind.WIN_BACK, "state": MeasureState.STARTED, "plan": plan.to_json(), "is_outside": False,
            "sent_on": sent_on, "window_days": plan.window_days, "seed": 1, "share_held": 0.2, "started_at": NOW, "created_at": NOW,
            "updated_at": NOW,
        }  # fmt: skip
        number = session.execute(insert(Measure).values(values).returning(Measure.id)).scalar_one()
        is_held = np.random.default_rng(1).permutation(people) < people // 5
        arms = np.where(is_held, Arm.HELD.value, Arm.SENT.value).tolist()
        columns = {
            "measure_id": [number] * people, "customer_id": list(range(1, people + 1)), "arm": arms, "stratum": [0] * people,
            "recency": [0] * people, "frequency": [0] * people, "cost": [0] * people,
        }  # fmt: skip
        insert_columns(session, Base.metadata.tables["measure_person"], columns)
    return int(number)


def result_lines(path: Path, database: Database) -> list[str]:
    with database.read() as session:
        people = session.scalar(text("SELECT count(*) FROM customer")) or 0
    number = add_campaign(database, people, TODAY - timedelta(days=90))
    times = []
    for _ in range(3):
        fresh = Database.of_file(path)
        with fresh.read() as session:
            begin = time.perf_counter()
            result = measure_result(session, number, TODAY)
            times.append(time.perf_counter() - begin)
        fresh.close()
    effect = result.cuped
    said = "" if effect is None else f", effect {effect.effect:.0f} ({effect.low:.0f} to {effect.high:.0f}), in truth 0"
    return [f"result of a campaign with {people:,} people: cold {in_ms(times)}{said}"]


def memory_lines(path: Path) -> list[str]:
    peak = {route: peak_of(route, path) for route in ROUTES}
    return [
        f"peak memory: page {peak['page']:.0f} MB, page + fit + report {peak['all']:.0f} MB, pandas {peak['pandas']:.0f} MB"
        f" (only the file open {peak['open']:.0f} MB)",
        f"ratio of the page {peak['page'] / peak['pandas']:.2f}, of everything {peak['all'] / peak['pandas']:.2f} (aim 0.35)",
    ]


def measure(path: Path, database: Database) -> None:
    add_campaign(database, 1_000, TODAY - timedelta(days=200))
    for line in page_lines(path, database):
        print(line, flush=True)
    print(fit_line(database), flush=True)
    print(report_line(database), flush=True)
    for lines in (memory_lines(path), result_lines(path, database)):
        print("\n".join(lines), flush=True)


def main(arguments: list[str]) -> None:
    if arguments and not arguments[0].isdecimal():
        database = Database.of_file(Path(arguments[0]))
        measure(Path(arguments[0]), database)
        database.close()
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "okaeri.db"
        database = make_shop(path, *map(int, arguments))
        measure(path, database)
        database.close()


if __name__ == "__main__":
    main(sys.argv[1:])
