"""Peak memory of a process that answers Insights, against one that groups all purchases with pandas:
python -m tests.bench.figures_memory ROUTE FILE"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.domain.periods import add_months, day_number, month_start
from app.models.database import Database
from app.views.insights.answer import ChartsAsked, FiguresAsked, Span, charts_answer, figures_answer, some_tiles
from tests.bench.big_shop import TODAY

MONTH = add_months(month_start(TODAY), -1)
_SALES = "SELECT customer_id, day, amount, net FROM purchase WHERE customer_id IS NOT NULL"


def page(session: Session) -> None:
    """What the Insights page asks for when it is opened: its figures and all charts."""
    figures_answer(session, TODAY, FiguresAsked())
    charts_answer(session, TODAY, ChartsAsked(Span.YEAR))


def late_figures(session: Session) -> None:
    """What it asks for afterwards: figures of a day, held against those days."""
    answer = figures_answer(session, TODAY, FiguresAsked())
    some_tiles(session, TODAY, answer, answer.late)


def only_open(path: Path) -> None:
    database = Database.of_file(path)
    with database.read() as session:
        session.execute(text("SELECT 1"))
    database.close()


def only_page(path: Path) -> None:
    database = Database.of_file(path)
    with database.read() as session:
        page(session)
        late_figures(session)
    database.close()


def everything(path: Path) -> None:
    """The page, the lifetime fit and the report, one after the other."""
    from app.queries.lifetimes import fit_ground, worked_out
    from app.reports.month_report import month_document

    database = Database.of_file(path)
    with database.read() as session:
        page(session)
        late_figures(session)
        worked_out(fit_ground(session, month_start(TODAY)))
        month_document(session, MONTH, TODAY, "ja")
    database.close()


def with_pandas(path: Path) -> None:
    """Load the purchases and group them, as somebody with a notebook works out return rates, cohorts and customers."""
    import sqlite3

    import pandas as pd

    with sqlite3.connect(path) as connection:
        sales = pd.read_sql_query(_SALES, connection)
    sales["month"] = pd.to_datetime(sales["day"], unit="D").dt.to_period("M")
    bought = sales[sales["net"] > 0]
    visits = bought.groupby(["customer_id", "day"], as_index=False).agg(month=("month", "first"))
    visits["gap"] = visits.groupby("customer_id")["day"].diff()
    customers = visits.groupby("customer_id").agg(
        first=("day", "min"), last=("day", "max"), n=("day", "size"), gap=("gap", "median"), cohort=("month", "min")
    )
    customers["amount"] = sales.groupby("customer_id")["amount"].sum()
    sales.groupby("month").agg(amount=("amount", "sum"), buyers=("customer_id", "nunique"))
    visits = visits.merge(customers[["cohort"]], left_on="customer_id", right_index=True)
    visits.groupby(["cohort", "month"])["customer_id"].nunique()
    for back in range(25):
        end = day_number(add_months(month_start(TODAY), -back))
        before = set(visits.loc[visits["day"].between(end - 182, end - 93), "customer_id"])
        len(before & set(visits.loc[visits["day"].between(end - 90, end - 1), "customer_id"]))


ROUTES: dict[str, Callable[[Path], None]] = {"open": only_open, "page": only_page, "all": everything, "pandas": with_pandas}


def peak_of(route: str, path: Path) -> float:
    """In MB, of a process of its own."""
    command = [sys.executable, "-m", "tests.bench.figures_memory", route, str(path)]
    return int(subprocess.run(command, capture_output=True, check=True, text=True).stdout) / 1024


def _own_peak() -> int:
    """In KiB. What getrusage says would count what the parent had when it began this process."""
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    import psutil

    used = psutil.Process().memory_info()
    return int(getattr(used, "peak_wset", used.rss)) // 1024


if __name__ == "__main__":
    ROUTES[sys.argv[1]](Path(sys.argv[2]))
    print(_own_peak())
