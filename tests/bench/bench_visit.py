"""Recording one visit with everything kept beside it, against a plain insert: python -m tests.bench.bench_visit"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import insert

from app.domain.purchases import LineFields, PurchaseFields
from app.models.database import Database
from app.models.purchase import Purchase
from app.services import summaries
from app.services.purchases import record_visit
from tests.bench.big_shop import NOW, TODAY, make_shop

VISITS = 200
CUT = PurchaseFields(day=TODAY, lines=(LineFields(product="カット", unit_price=5000, amount=5000),))
BOUGHT = {"at": NOW, "day": TODAY, "amount": 5000, "net": 5000, "line_count": 1, "has_time": True}


def median_ms(act: Callable[[int], None]) -> float:
    taken = []
    for number in range(1, VISITS + 1):
        begin = time.perf_counter()
        act(number * 37)
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken) * 1000


def measure(database: Database) -> list[str]:
    def plain(customer: int) -> None:
        with database.write() as session:
            session.execute(insert(Purchase).values(customer_id=customer, receipt="", payment="", note="", **BOUGHT))

    def whole(customer: int) -> None:
        with database.write() as session:
            record_visit(session, customer, CUT, now=NOW, today=TODAY)

    def touch_alone(customer: int) -> None:
        with database.write() as session:
            summaries.touch(session, {customer})
            session.info["changed"].clear()

    for act in (plain, whole, touch_alone):
        act(1)
    inserted, recorded, touched = median_ms(plain), median_ms(whole), median_ms(touch_alone)
    return [
        f"one visit recorded {recorded:.2f} ms, plain insert {inserted:.2f} ms: {recorded / inserted:.1f}x (aim 10x)",
        f"touch alone {touched:.2f} ms",
    ]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = make_shop(Path(folder) / "okaeri.db", 20_000, 400_000)
        for line in measure(database):
            print(line)
        database.close()


if __name__ == "__main__":
    main()
