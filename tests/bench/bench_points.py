"""Visits of a shop with points, and the check of its ledger, against plain SQL: python -m tests.bench.bench_points [CUSTOMERS PURCHASES]"""

from __future__ import annotations

import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sqlalchemy import func, insert, select, text

from app.domain.points import Expiry, ExpiryKind, RuleFields
from app.domain.purchases import LineFields, PurchaseFields
from app.models.database import Database
from app.models.points import PointLot
from app.models.purchase import Purchase
from app.queries.points import balances, standing
from app.services.ledger import lapse, ledger_faults
from app.services.points import set_rule
from app.services.purchases import record_visit, refund_visit
from tests.bench.big_shop import NOW, TODAY, add_lots, make_shop

VISITS = 200
CUT = PurchaseFields(day=TODAY, lines=(LineFields(product="カット", unit_price=5000, amount=5000),))
BOUGHT = {"at": NOW, "day": TODAY, "amount": 5000, "net": 5000, "line_count": 1, "has_time": True}
RULE = RuleFields(expiry=Expiry(ExpiryKind.AFTER_EARNING, 12))
_SUMS = "SELECT count(*) FROM (SELECT lot_id, sum(points) FROM point_entry GROUP BY lot_id)"


def times_ms(act: Callable[[int], object], people: list[int]) -> list[float]:
    taken = []
    for number in people:
        begin = time.perf_counter()
        act(number)
        taken.append((time.perf_counter() - begin) * 1000)
    return taken


def p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def seconds(act: Callable[[], object]) -> float:
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin


def peak_mb() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def measure(database: Database) -> list[str]:
    with database.read() as session:
        lots = func.count(PointLot.id)
        many = select(PointLot.customer_id).group_by(PointLot.customer_id).having(lots.between(15, 25)).limit(4 * VISITS)
        people = list(session.scalars(many.order_by(PointLot.customer_id)))
    recorded: list[int] = []

    def plain(customer: int) -> None:
        with database.write() as session:
            session.execute(insert(Purchase).values(customer_id=customer, receipt="", payment="", note="", points_used=0, **BOUGHT))

    def earn(customer: int) -> None:
        with database.write() as session:
            recorded.append(record_visit(session, customer, CUT, now=NOW, today=TODAY).purchase_id)

    def pay(customer: int) -> None:
        with database.write() as session:
            used = min(3000, standing(session, customer, TODAY).usable)
            record_visit(session, customer, replace(CUT, points_used=used), now=NOW, today=TODAY)

    def give_back(place: int) -> None:
        with database.write() as session:
            refund_visit(session, recorded[place], now=NOW, today=TODAY)

    for act in (plain, earn, pay):
        act(people[0])
    recorded.clear()
    # In turns: what else the machine does meets all of them.
    inserted, earned, paid = [], [], []
    for start in range(0, VISITS, 20):
        inserted += times_ms(plain, people[start : start + 20])
        earned += times_ms(earn, people[VISITS + start : VISITS + start + 20])
        paid += times_ms(pay, people[2 * VISITS + start : 2 * VISITS + start + 20])
    returned = times_ms(give_back, list(range(VISITS)))
    base, base95 = statistics.median(inserted), p95(inserted)
    lines = [f"plain insert: p50 {base:.2f} ms, p95 {base95:.2f} ms"]
    for name, taken in (("a visit that earns", earned), ("a visit paid with points", paid), ("a visit given back", returned)):
        middle, high = statistics.median(taken), p95(taken)
        lines.append(f"{name}: p50 {middle:.2f} ms = {middle / base:.1f}x, p95 {high:.2f} ms = {high / base95:.1f}x")
    return lines


def measure_sums(database: Database) -> list[str]:
    with database.read() as session:
        found: list[str] = []
        check = seconds(lambda: found.extend(ledger_faults(session)))
        sums = seconds(lambda: session.execute(text(_SUMS)).scalar())
        everybody = seconds(lambda: balances(session, TODAY))
    if found:
        raise SystemExit(f"the ledger is not sound: {found[:3]}")
    with database.write() as session:
        begin = seconds(lambda: lapse(session, now=NOW, today=TODAY))
    return [
        f"check of the ledger {check:.2f} s, sums of the lots in plain SQL {sums:.2f} s: {check / sums:.1f}x",
        f"balances of everybody {everybody:.2f} s; a daily run with nothing to lapse {begin * 1000:.1f} ms",
    ]


def main() -> None:
    customers, purchases = (int(number) for number in sys.argv[1:3]) if len(sys.argv) > 2 else (100_000, 2_000_000)
    with tempfile.TemporaryDirectory() as folder:
        database = make_shop(Path(folder) / "okaeri.db", customers, purchases)
        lots = add_lots(database, purchases)
        with database.write() as session:
            set_rule(session, RULE, valid_from=None, now=NOW)
        print(f"{customers:,} customers, {purchases:,} purchases, {lots:,} lots; to make it took up to {peak_mb()} MB", flush=True)
        for line in (*measure(database), *measure_sums(database)):
            print(line, flush=True)
        database.close()


if __name__ == "__main__":
    main()
