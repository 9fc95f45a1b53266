"""Killing the program in the middle of its work, again and again, and looking at what is left."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from subprocess import PIPE

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from app.domain.customers import CustomerFields
from app.domain.points import EntryKind, RuleFields
from app.domain.shop import ShopFields
from app.models.backup import damage_in
from app.models.customer import Customer
from app.models.database import Database
from app.models.points import PointEntry
from app.models.purchase import Purchase, PurchaseLine
from app.models.records import ImportBatch
from app.queries.points import balances
from app.services import summaries
from app.services.backups import check_backup, list_backups
from app.services.customers import add_customer
from app.services.ledger import ledger_faults
from app.services.points import adjust_points, set_rule
from app.services.shop import create_shop
from tests.architecture.sources import ROOT

NOW = datetime(2026, 11, 20, 0, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)
CUSTOMERS = 40


@dataclass(slots=True)
class Toll:
    """`confirmed`: acts the program had said were done before it was killed; `lost` of them; `half`: what was left torn."""

    kills: int = 0
    confirmed: int = 0
    lost: list[str] = field(default_factory=list)
    half: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        return not self.lost and not self.half


def make_shop(folder: Path, *, purchases: int = 0) -> Path:
    """A shop with some customers and, for size, purchases that nobody looks at."""
    path = folder / "okaeri.db"
    create_shop(path, ShopFields(name="Kill"), now=NOW, today=TODAY)
    database = Database.of_file(path)
    with database.write() as session:
        for number in range(CUSTOMERS):
            fields = CustomerFields(code=f"K{number}", name=f"客 {number}")
            add_customer(session, fields, now=NOW, today=TODAY)
        rows = [_row(number) for number in range(purchases)]
        if rows:
            session.execute(insert(Purchase), rows)
            line = {"position": 0, "product": "カット" * 8, "quantity": 1.0, "unit_price": 100, "amount": 100}
            session.execute(insert(PurchaseLine), [{"purchase_id": n + 1, **line} for n in range(purchases)])
            summaries.rebuild(session, TODAY)
    database.close()
    return path


def _row(number: int) -> dict[str, object]:
    day = TODAY - timedelta(days=number % 700)
    at = datetime(day.year, day.month, day.day, 3, tzinfo=UTC)
    customer = number % CUSTOMERS + 1
    return {"customer_id": customer, "receipt": f"S{number}", "at": at, "day": day, "amount": 100, "net": 100, "line_count": 1}


def run_until_killed(arguments: list[str], seconds: float, *, after_first_line: bool) -> list[str]:
    """Start the program, kill it `seconds` after its start (or after its first line) and return the whole lines it had written."""
    with subprocess.Popen([sys.executable, *arguments], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stderr is not None
        first = process.stdout.readline() if after_first_line else ""
        try:
            process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
        written = first + process.stdout.read()
        complaints = process.stderr.read()
    assert process.returncode in (0, -9, 1) and "Traceback" not in complaints, complaints
    return [line.strip() for line in written.splitlines(keepends=True) if line.endswith("\n")]


def kill_during_visits(folder: Path, kills: int, seed: int = 1) -> Toll:
    path, dice, toll = make_shop(folder), random.Random(seed), Toll()
    confirmed: set[int] = set()
    for _ in range(kills):
        lines = run_until_killed(["-m", "tests.e2e.kill_work", "visits", str(path)], dice.uniform(0, 0.4), after_first_line=True)
        toll.kills += 1
        confirmed |= {int(line) for line in lines}
        database = Database.of_file(path)
        with database.read() as session:
            known = set(session.scalars(select(Purchase.id)))
            toll.lost += [f"purchase {number}" for number in sorted(confirmed - known)]
            if len(known - confirmed) > toll.kills:
                toll.half.append("more purchases than one per kill were not confirmed")
        toll.half += faults_in(database)
        database.close()
    toll.confirmed = len(confirmed)
    return toll


def kill_during_redemptions(folder: Path, kills: int, seed: int = 4) -> Toll:
    """Visits that use points: each is there with its points or not at all."""
    path, dice, toll = make_shop(folder), random.Random(seed), Toll()
    confirmed: dict[int, int] = {}
    database = Database.of_file(path)
    with database.write() as session:
        set_rule(session, RuleFields(), valid_from=None, now=NOW)
    database.close()
    for _ in range(kills):
        lines = run_until_killed(["-m", "tests.e2e.kill_work", "points", str(path)], dice.uniform(0, 0.6), after_first_line=True)
        toll.kills += 1
        confirmed |= {int(number): int(used) for number, used in (line.split() for line in lines)}
        database = Database.of_file(path)
        with database.read() as session:
            known = {row.id: row.points_used for row in session.execute(select(Purchase.id, Purchase.points_used))}
            toll.lost += [f"purchase {number} with {used} points" for number, used in confirmed.items() if known.get(number) != used]
            if len(known) - len(confirmed) > toll.kills:
                toll.half.append("more purchases than one per kill were not confirmed")
            toll.half += torn_redemptions(session)
        toll.half += faults_in(database)
        database.close()
    toll.confirmed = len(confirmed)
    return toll


def torn_redemptions(session: Session) -> list[str]:
    """Purchases and entries that do not belong together, found without the ledger's own help."""
    faults = list(ledger_faults(session))
    columns = (PointEntry.id, PointEntry.purchase_id, PointEntry.points, PointEntry.kind, PointEntry.reverses_id)
    roles: dict[int, EntryKind] = {}
    earned: dict[int, int] = {}
    used: dict[int, int] = {}
    for row in session.execute(select(*columns).order_by(PointEntry.id)):
        roles[row.id] = row.kind if row.reverses_id is None else roles[row.reverses_id]
        if row.purchase_id is not None:
            sums = used if roles[row.id] is EntryKind.REDEEM else earned
            sums[row.purchase_id] = sums.get(row.purchase_id, 0) + row.points
    bought = select(Purchase.id, Purchase.net, Purchase.points_used).where(Purchase.refund_of_id.is_(None))
    known = set()
    for one in session.execute(bought):
        known.add(one.id)
        wanted = ((one.net - one.points_used) // 100, -one.points_used) if one.net else (0, 0)
        there = earned.get(one.id, 0), used.get(one.id, 0)
        if there != wanted:
            faults.append(f"purchase {one.id}: the ledger says earned and used {there}, not {wanted}")
    strangers = (earned.keys() | used.keys()) - known
    return faults + [f"entries of purchase {number} that is not there" for number in sorted(strangers)]


def race_for_points(folder: Path, rounds: int) -> list[list[str]]:
    """Two programs are told at once to use the same 100 points, again and again; what each said."""
    path = make_shop(folder)
    database = Database.of_file(path)
    with database.write() as session:
        set_rule(session, RuleFields(), valid_from=None, now=NOW)
        for customer in range(1, rounds + 1):
            adjust_points(session, customer, 100, "数え直し", now=NOW, today=TODAY)
    command = [sys.executable, "-m", "tests.e2e.kill_work", "race", str(path)]
    with ExitStack() as stack:
        both = [stack.enter_context(subprocess.Popen(command, cwd=ROOT, stdin=PIPE, stdout=PIPE, text=True)) for _ in range(2)]
        said = [[_line_of(one) for one in both]]
        for customer in range(1, rounds + 1):
            for one in both:
                assert one.stdin is not None
                one.stdin.write(f"{customer} 100\n")
                one.stdin.flush()
            said.append([_line_of(one) for one in both])
        for one in both:
            assert one.stdin is not None
            one.stdin.close()
    with database.read() as session:
        assert not any(balances(session, TODAY).values()) and not ledger_faults(session)
    database.close()
    return said[1:]


def _line_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def kill_during_backups(folder: Path, kills: int, seed: int = 2, *, purchases: int = 6_000) -> Toll:
    path, dice, toll = make_shop(folder, purchases=purchases), random.Random(seed), Toll()
    target, dated = folder / "控え.db", folder / "backups"
    arguments = ["-m", "tests.e2e.kill_work", "backups", str(path), str(target), str(dated)]
    for _ in range(kills):
        lines = run_until_killed(arguments, dice.uniform(0, 0.5), after_first_line=True)
        toll.kills += 1
        toll.confirmed += len(lines)
        newest = max(json.loads(line)["revision"] for line in lines)
        contents = check_backup(target)
        if contents.revision < newest:
            toll.lost.append(f"backup of revision {newest}")
        for backup in list_backups(dated):
            if check_backup(backup.path).purchases < purchases:
                toll.half.append(f"{backup.path.name} is not whole")
        database = Database.of_file(path)
        toll.half += faults_in(database)
        database.close()
    return toll


def kill_during_imports(folder: Path, kills: int, seed: int = 3, *, rows: int = 4_000) -> Toll:
    """Each import goes into the same shop under receipts of its own; it is there as a whole or not at all."""
    path, dice, toll = make_shop(folder), random.Random(seed), Toll()
    span = _import_seconds(folder, path, rows)
    for number in range(1, kills + 1):
        file = write_sales(folder / f"sales{number}.csv", f"I{number}-", rows)
        arguments = ["main.py", "import", "purchases", str(file), "--data-dir", str(path.parent), "--json"]
        lines = run_until_killed(arguments, dice.uniform(0.3, 1.1) * span, after_first_line=False)
        toll.kills += 1
        toll.confirmed += len(lines)
        database = Database.of_file(path)
        with database.read() as session:
            receipts = session.scalar(select(func.count()).where(Purchase.receipt.startswith(f"I{number}-"))) or 0
            batches = session.scalar(select(func.count()).where(ImportBatch.file_name == file.name)) or 0
        if receipts not in (0, rows) or (receipts == rows) is not (batches == 1):
            toll.half.append(f"import {number}: {receipts} receipts, {batches} entries")
        if lines and not receipts:
            toll.lost.append(f"import {number}")
        toll.half += faults_in(database)
        database.close()
        file.unlink()
    return toll


def _import_seconds(folder: Path, path: Path, rows: int) -> float:
    """How long one import takes here, from start to end."""
    file = write_sales(folder / "sales0.csv", "I0-", rows)
    start = datetime.now(UTC)
    subprocess.run(
        [sys.executable, "main.py", "import", "purchases", str(file), "--data-dir", str(path.parent), "--json"],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    return (datetime.now(UTC) - start).total_seconds()


def write_sales(path: Path, prefix: str, rows: int) -> Path:
    lines = [f"{prefix}{n},{TODAY - timedelta(days=n % 500)},K{n % CUSTOMERS},カット,{1000 + n}" for n in range(rows)]
    path.write_text("\n".join(["receipt,date,customer_code,product,amount", *lines]) + "\n", encoding="utf-8")
    return path


def faults_in(database: Database) -> list[str]:
    """What is torn in a shop's file: by the database's own checks, between receipts and lines, between sales and figures."""
    with database.driver_connection() as connection:
        faults = damage_in(connection)
    with database.read() as session:
        line = PurchaseLine
        columns = (line.purchase_id, func.sum(line.amount).label("amount"), func.count().label("n"))
        sums = select(*columns).group_by(line.purchase_id).subquery()
        torn = select(func.count()).select_from(Purchase).outerjoin(sums, sums.c.purchase_id == Purchase.id)
        torn = torn.where((sums.c.amount.is_(None)) | (sums.c.amount != Purchase.amount) | (sums.c.n != Purchase.line_count))
        if session.scalar(torn):
            faults.append("a receipt and its lines differ")
        if not summaries.is_consistent(session):
            faults.append("the figures differ from the purchases")
        if session.scalar(select(func.count()).select_from(Customer)) != CUSTOMERS:
            faults.append("customers are missing")
    return faults
