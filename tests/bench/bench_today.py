"""The daily run and the Today page: python -m tests.bench.bench_today [CUSTOMERS PURCHASES | FILE]

Both are held against a plain scan of the customers: every row of the table read through the driver. FILE in place of the numbers measures
in a shop that was made before (it is changed).
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from statistics import median

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from app.domain.care import RuleKind, RunOutcome
from app.domain.purchases import LineFields, PurchaseFields
from app.models.care import CareRule
from app.models.counter import FollowUp
from app.models.database import Database
from app.models.migrate import bring_up_to_date
from app.queries.care import rule_rows
from app.queries.care_page import care_page, due_count
from app.queries.day_plan import day_plan
from app.queries.next_dates import next_date, without_next_date
from app.queries.today_view import today_view
from app.services.care_rules import ensure_rules
from app.services.care_run import run_day
from app.services.follow_ups import finish_follow_up
from app.services.purchases import record_visit
from tests.bench.bench_dashboard import seconds
from tests.bench.big_shop import NOW, TODAY, make_shop

ROUNDS = 5
DAYS_BACK = 14
"""The rules were switched on so long ago, and nobody has opened the program since."""


def prepare(database: Database) -> None:
    """Birthdays for seven of ten, and rules that were switched on some days ago."""
    since = TODAY - timedelta(days=DAYS_BACK)
    with database.write() as session:
        session.execute(
            text(
                "UPDATE customer SET birthday = printf('%04d-%02d-%02d', 1950 + id % 50, 1 + id % 12, 1 + id % 28), phone = '03-0000-0000' "
                "WHERE id % 10 < 7"
            )
        )
        ensure_rules(session, now=NOW, today=since)


def scanned(session: Session) -> int:
    return len(session.connection().connection.cursor().execute("SELECT * FROM customer").fetchall())


def in_ms(times: list[float]) -> str:
    return f"{median(times) * 1000:.0f} ms (median of {len(times)})"


def timed(database: Database, path: Path, ask: Callable[[Session], object], *, fresh: bool) -> list[float]:
    """`fresh`: each time in a database that was just opened, where nothing is kept yet."""
    times = []
    for _ in range(ROUNDS):
        asked = Database.of_file(path) if fresh else database
        with asked.read() as session:
            times.append(seconds(partial(ask, session)))
        if fresh:
            asked.close()
    return times


def switch_all_on(path: Path) -> None:
    database = Database.of_file(path)
    with database.write() as session:
        for rule in session.scalars(select(CareRule)):
            rule.is_on, rule.since = True, TODAY - timedelta(days=DAYS_BACK)
    database.close()


def run_line(path: Path, scan: float, name: str) -> str:
    database = Database.of_file(path)
    first, outcome = run_once(database)
    again = [run_once(database)[0] for _ in range(ROUNDS)]
    database.close()
    cold = []
    for _ in range(3):
        fresh = Database.of_file(path)
        cold.append(run_once(fresh)[0])
        fresh.close()
    return (
        f"daily run, {name}: first after {DAYS_BACK} days {first * 1000:.0f} ms ({outcome.made} made), {first / scan:.1f}x the scan; "
        f"just opened {in_ms(cold)}, {median(cold) / scan:.1f}x; again {in_ms(again)}, {median(again) / scan:.1f}x (aim 3x)"
    )


def run_once(database: Database) -> tuple[float, RunOutcome]:
    with database.write() as session:
        begin = time.perf_counter()
        outcome = run_day(session, now=NOW, today=TODAY)
        return time.perf_counter() - begin, outcome


def page_lines(path: Path, scan: float) -> list[str]:
    database = Database.of_file(path)
    with database.read() as session:
        count = session.scalar(select(func.count()).select_from(FollowUp).where(FollowUp.done_on.is_(None)))
    ask = partial(today_view, today=TODAY)
    plan = partial(day_plan, today=TODAY)
    cold = timed(database, path, ask, fresh=True)
    again = timed(database, path, ask, fresh=False)
    plans = timed(database, path, plan, fresh=False)
    after = []
    for number in range(1, ROUNDS + 1):
        with database.write() as session:
            record_visit(session, number * 7, PurchaseFields(day=TODAY, lines=(LineFields(amount=5000),)), now=NOW, today=TODAY)
        with database.read() as session:
            after.append(seconds(partial(ask, session)))
    done = []
    with database.read() as session:
        tasks = [row.id for row in day_plan(session, TODAY).tasks]
    for number in tasks[:ROUNDS]:
        with database.write() as session:
            finish_follow_up(session, number, now=NOW, today=TODAY)
        with database.read() as session:
            done.append(seconds(partial(ask, session)))
    database.close()
    return [
        f"Today page with {count} open follow-ups: just opened {in_ms(cold)}, {median(cold) / scan:.2f}x the scan; "
        f"again {in_ms(again)}, {median(again) / scan:.3f}x; after a purchase {in_ms(after)}, {median(after) / scan:.2f}x; "
        f"after one was done {in_ms(done)}, {median(done) / scan:.2f}x (aim 0.1x)",
        f"the plan of the day alone, again {in_ms(plans)}",
    ]


def follow_ups_lines(path: Path, scan: float) -> list[str]:
    """The parts of the page of follow-ups, in the order in which they are asked for, and one customer's next date. Just opened: the part
    alone, in a database where Today was shown; the slow count is the health of everybody a month ago and now."""
    monday, first = TODAY - timedelta(days=TODAY.weekday()), TODAY.replace(day=1)
    week, month = timedelta(days=7), timedelta(days=42)
    parts: list[tuple[str, Callable[[Session], object]]] = [
        ("this week", lambda session: care_page(session, monday, monday + week, TODAY, TODAY)),
        ("the next week", lambda session: care_page(session, monday + week, monday + 2 * week, monday + week, TODAY)),
        ("six weeks", lambda session: care_page(session, first, first + month, TODAY, TODAY)),
        ("counts of the rules", lambda session: rule_rows(session, TODAY, but=(RuleKind.HEALTH_FALLING,))),
        ("the slow count", lambda session: rule_rows(session, TODAY)),
        ("without a next date", lambda session: without_next_date(session, TODAY)),
        ("next date of one", lambda session: next_date(session, 77, TODAY)),
        ("badge", lambda session: due_count(session, NOW, TODAY)),
    ]
    lines = []
    for name, ask in parts:
        database = Database.of_file(path)
        with database.read() as session:
            today_view(session, TODAY)
        with database.read() as session:
            cold = seconds(partial(ask, session))
        again = timed(database, path, ask, fresh=False)
        after = []
        for number in range(1, ROUNDS + 1):
            with database.write() as session:
                record_visit(session, number * 7, PurchaseFields(day=TODAY, lines=(LineFields(amount=5000),)), now=NOW, today=TODAY)
            with database.read() as session:
                today_view(session, TODAY)
            with database.read() as session:
                after.append(seconds(partial(ask, session)))
        database.close()
        just_opened = f"just opened {cold * 1000:.0f} ms, {cold / scan:.2f}x"
        lines.append(f"follow-ups, {name}: {just_opened}; again {in_ms(again)}; after a sale {in_ms(after)}")
    return lines


def main(arguments: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        if len(arguments) == 1:
            path = Path(arguments[0])
            database = Database.of_file(path)
            bring_up_to_date(database, lambda: None)
        else:
            path = Path(folder) / "okaeri.db"
            database = make_shop(path, *(int(one) for one in arguments))
        prepare(database)
        with database.read() as session:
            scan = median(seconds(partial(scanned, session)) for _ in range(ROUNDS))
        database.close()
        print(f"plain scan of the customers {scan * 1000:.0f} ms")
        for name in ("rules of a new shop", "all rules on"):
            if name == "all rules on":
                switch_all_on(path)
            for line in (run_line(path, scan, name), *page_lines(path, scan), *follow_ups_lines(path, scan)):
                print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
