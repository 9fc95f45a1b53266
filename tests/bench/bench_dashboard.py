"""The dashboard from the summary tables against plain SQL: python -m tests.bench.bench_dashboard [CUSTOMERS PURCHASES]"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.domain.entities import Entity
from app.domain.periods import add_months, day_number, month_start
from app.domain.purchases import LineFields, PurchaseFields
from app.models.changes import mark_changed
from app.models.database import Database
from app.queries import insights
from app.queries.return_rate import return_trend
from app.queries.standing import statuses
from app.queries.today import today_figures
from app.services import summaries
from app.services.purchases import record_visit
from tests.bench.big_shop import NOW, TODAY, make_shop

WINDOW = 90
_ACTIVE = "SELECT DISTINCT customer_id FROM purchase WHERE net > 0 AND customer_id IS NOT NULL AND day >= {start} AND day < {end}"
_COHORTS = """
WITH occasion AS (SELECT DISTINCT customer_id, strftime('%Y-%m', day * 86400, 'unixepoch') AS month FROM purchase
                  WHERE net > 0 AND customer_id IS NOT NULL),
     first AS (SELECT customer_id, min(month) AS cohort FROM occasion GROUP BY customer_id)
SELECT cohort, month, count(*) FROM occasion JOIN first USING (customer_id) GROUP BY cohort, month"""
_CUSTOMERS = """
WITH occasion AS (SELECT customer_id, day, sum(amount) AS amount FROM purchase
                  WHERE net > 0 AND customer_id IS NOT NULL AND day <= {day} GROUP BY customer_id, day),
     gap AS (SELECT customer_id, day, amount, day - lag(day) OVER w AS gap, row_number() OVER w AS place FROM occasion
             WINDOW w AS (PARTITION BY customer_id ORDER BY day)),
     ranked AS (SELECT *, row_number() OVER (PARTITION BY customer_id ORDER BY gap) AS rank,
                       count(*) OVER (PARTITION BY customer_id) AS n FROM gap)
SELECT customer_id, min(day), max(day), n, sum(amount), sum(day >= {since}), sum(CASE WHEN day >= {since} THEN amount END),
       min(CASE WHEN place = 2 THEN day END), avg(CASE WHEN rank IN ((n + 2) / 2, (n + 3) / 2) THEN gap END)
FROM ranked GROUP BY customer_id"""
_RETURNED = """
WITH occasion AS (SELECT DISTINCT customer_id, day FROM purchase WHERE net > 0 AND customer_id IS NOT NULL),
     gap AS (SELECT customer_id, day, day - lag(day) OVER (PARTITION BY customer_id ORDER BY day) AS gap FROM occasion)
SELECT count(DISTINCT customer_id) FROM gap WHERE gap >= 90 AND day >= {start}"""


def dashboard(session: Session) -> object:
    return (
        today_figures(session, TODAY),
        insights.insight_tiles(session, TODAY),
        return_trend(session, TODAY),
        insights.cohort_matrix(session, TODAY),
        insights.customer_map(session, TODAY),
        insights.coverage(session),
    )


def raw_dashboard(session: Session) -> None:
    """The same figures asked of the purchases: the return rate of 25 months, cohorts, one row per customer
    of today and of a week ago, who returned, months, coverage."""
    ends = [add_months(month_start(TODAY), -back) for back in range(25)]
    for end in ends:
        spans = [(day_number(day) - WINDOW, day_number(day)) for day in (add_months(end, -3), end)]
        before, after = (_ACTIVE.format(start=start, end=stop) for start, stop in spans)
        session.execute(text(f"SELECT count(*), sum(customer_id IN ({after})) FROM ({before})")).all()
    session.execute(text(_COHORTS)).all()
    for day in (day_number(TODAY), day_number(TODAY) - 7):
        session.execute(text(_CUSTOMERS.format(day=day, since=day - 365))).all()
    session.execute(text(_RETURNED.format(start=day_number(month_start(TODAY))))).all()
    month = "strftime('%Y-%m', day * 86400, 'unixepoch')"
    session.execute(text(f"SELECT {month}, sum(amount), count(DISTINCT customer_id) FROM purchase GROUP BY 1")).all()
    session.execute(text("SELECT sum(amount) FROM purchase WHERE customer_id IS NULL")).all()


def seconds(act: Callable[[], object], times: int = 1) -> float:
    best = float("inf")
    for _ in range(times):
        begin = time.perf_counter()
        act()
        best = min(best, time.perf_counter() - begin)
    return best


def measure(database: Database) -> list[str]:
    with database.read() as session:
        cold = seconds(lambda: dashboard(session))
        warm = seconds(lambda: dashboard(session), 5)
        raw = seconds(lambda: raw_dashboard(session))
    after = []
    for number in range(1, 6):
        with database.write() as session:
            record_visit(session, number * 7, PurchaseFields(day=TODAY, lines=(LineFields(amount=5000),)), now=NOW, today=TODAY)
        with database.read() as session:
            after.append(seconds(lambda: dashboard(session)))
    with database.write() as session:
        record_visit(session, 9, PurchaseFields(day=TODAY, lines=(LineFields(amount=5000),)), now=NOW, today=TODAY)
    with database.read() as session:
        arrays = seconds(lambda: statuses(session, TODAY))
    with database.write() as session:
        again = seconds(lambda: summaries.rebuild(session, TODAY))
        check = seconds(lambda: summaries.is_consistent(session))
        mark_changed(session, Entity.PURCHASE)
    return [
        f"dashboard from summary tables: first {cold:.2f} s, again {warm * 1000:.0f} ms, after a visit {min(after) * 1000:.0f} ms",
        f"dashboard by plain SQL: {raw:.1f} s; ratio first 1/{raw / cold:.0f}, after a visit 1/{raw / min(after):.0f} (aim 1/100)",
        f"arrays of all customers after a visit {arrays * 1000:.0f} ms; rebuild {again:.1f} s; check of sums {check:.2f} s",
    ]


def memory(path: Path) -> str:
    """Memory of a process that answers the dashboard once, against one that only opened the file."""
    script = (
        "import sys, psutil; from pathlib import Path; from app.models.database import Database\n"
        "import tests.bench.bench_dashboard as bench\n"
        "with Database.of_file(Path(sys.argv[1])).read() as session:\n"
        "    sys.argv[2] == 'yes' and bench.dashboard(session)\n"
        "print(psutil.Process().memory_info().rss)"
    )
    used = [
        int(subprocess.run([sys.executable, "-c", script, str(path), asked], capture_output=True, check=True, text=True).stdout)
        for asked in ("no", "yes")
    ]
    return f"memory: {used[1] / 2**20:.0f} MB with the dashboard, {used[0] / 2**20:.0f} MB before it"


def main(customers: int = 100_000, purchases: int = 2_000_000) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "okaeri.db"
        begin = time.perf_counter()
        database = make_shop(path, customers, purchases)
        print(f"{customers:,} customers, {purchases:,} purchases made in {time.perf_counter() - begin:.0f} s", flush=True)
        for line in measure(database):
            print(line, flush=True)
        print(memory(path))
        database.close()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
