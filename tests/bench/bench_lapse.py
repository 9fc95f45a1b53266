"""Lapsing 500,000 lots against plain SQL, and a long statement: python -m tests.bench.bench_lapse [LOTS]"""

from __future__ import annotations

import resource
import shutil
import statistics
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.models.base import Base
from app.models.database import Database
from app.models.points import PointEntry, PointLot
from app.queries.points import statement
from app.services.ledger import lapse, ledger_faults
from tests.bench.big_shop import DAYS, NOW, TODAY, add_lots, make_shop

CUSTOMERS, LOTS, ENTRIES, ROUNDS = 100_000, 500_000, 2_000, 3
LATER = TODAY + timedelta(days=DAYS)
_TAKE_OFF = """
INSERT INTO point_entry (lot_id, kind, points, day, at, receipt, reason)
SELECT id, 'expire', -left, expires + 1, {at}, '', '' FROM point_lot WHERE expires < {day} AND left > 0"""
_EMPTY = "UPDATE point_lot SET left = 0 WHERE expires < {day} AND left > 0"


def copy_of(path: Path, name: str) -> Database:
    return Database.of_file(Path(shutil.copyfile(path, path.with_name(name))))


def run(path: Path) -> float:
    database = copy_of(path, "run.db")
    begin = time.perf_counter()
    with database.write() as session:
        lapse(session, now=NOW, today=LATER)
    taken = time.perf_counter() - begin
    with database.read() as session:
        left = session.scalar(select(PointLot.id).where(PointLot.left != 0).limit(1))
        if ledger_faults(session) or left is not None:
            raise SystemExit("what should have lapsed has not")
    database.close()
    return taken


def run_plain(path: Path) -> float:
    database = copy_of(path, "plain.db")
    day = (LATER - TODAY.replace(1970, 1, 1)).days
    begin = time.perf_counter()
    with database.write() as session:
        session.execute(text(_TAKE_OFF.format(at=int(NOW.timestamp() * 1000), day=day)))
        session.execute(text(_EMPTY.format(day=day)))
    taken = time.perf_counter() - begin
    database.close()
    return taken


def fill_statement(session: Session) -> None:
    """One customer with 500 lots of 2 entries each that earn, and as many that use."""
    lot, entry = Base.metadata.tables["point_lot"], Base.metadata.tables["point_entry"]
    first = 10_000_000
    lots = [
        {"id": first + n, "customer_id": 1, "day": TODAY - timedelta(days=n % DAYS), "to_month_end": False, "left": 0} for n in range(500)
    ]
    session.execute(lot.insert(), lots)
    rows = [
        {
            "id": first + n, "lot_id": first + n % 500, "kind": "earn" if n < ENTRIES // 2 else "redeem",
            "points": 50 if n < ENTRIES // 2 else -50, "day": TODAY - timedelta(days=n % 500), "at": NOW, "receipt": f"R{n}", "reason": "",
        }
        for n in range(ENTRIES)
    ]  # fmt: skip
    session.execute(entry.insert(), rows)


def measure_statement(database: Database) -> str:
    taken, plain = [], []
    with database.read() as session:
        query = select(*PointEntry.__table__.c).join(PointLot, PointLot.id == PointEntry.lot_id).where(PointLot.customer_id == 1)
        for _ in range(20):
            begin = time.perf_counter()
            rows = statement(session, 1)
            taken.append((time.perf_counter() - begin) * 1000)
            begin = time.perf_counter()
            session.execute(query.order_by(PointEntry.day, PointEntry.id)).all()
            plain.append((time.perf_counter() - begin) * 1000)
    ours, theirs = statistics.median(taken), statistics.median(plain)
    return f"statement of {len(rows):,} entries {ours:.1f} ms, plain select {theirs:.1f} ms: {ours / theirs:.1f}x"


def main() -> None:
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else LOTS
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "okaeri.db"
        database = make_shop(path, CUSTOMERS, wanted + wanted // 50)
        lots = add_lots(database, wanted)
        with database.write() as session:
            session.execute(text("DELETE FROM point_entry WHERE kind = 'expire'"))
            session.execute(text("UPDATE point_lot SET left = (SELECT sum(points) FROM point_entry WHERE lot_id = point_lot.id)"))
        database.close()
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        ours = statistics.median(run(path) for _ in range(ROUNDS))
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        plain = statistics.median(run_plain(path) for _ in range(ROUNDS))
        print(f"{lots:,} lots lapsed in {ours:.2f} s, plain SQL {plain:.2f} s: {ours / plain:.1f}x; memory {before} MB before, {after} MB")
        database = Database.of_file(path)
        with database.write() as session:
            fill_statement(session)
        print(measure_statement(database))
        database.close()


if __name__ == "__main__":
    main()
