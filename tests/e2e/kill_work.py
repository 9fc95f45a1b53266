"""What is killed: works without end and says each thing when it is done."""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

from app.domain.points import NotEnoughPoints
from app.domain.purchases import LineFields, PurchaseFields
from app.models.database import Database
from app.queries.points import standing
from app.services.backups import back_up, back_up_into
from app.services.purchases import record_visit, refund_visit

CUSTOMERS = 40


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def record_visits(path: Path, *, least: int | None = None) -> None:
    database = Database.of_file(path)
    for number in count() if least is None else range(least):
        now = datetime.now(UTC)
        lines = tuple(LineFields(product="カット", unit_price=100 + n, amount=100 + n) for n in range(3))
        with database.write() as session:
            fields = PurchaseFields(day=date(2026, 11, 1 + number % 20), lines=lines)
            outcome = record_visit(session, number % CUSTOMERS + 1, fields, now=now, today=date(2026, 11, 20))
        if least is None:
            say(str(outcome.purchase_id))
    database.close()


def make_backups(path: Path, target: Path, folder: Path) -> None:
    while True:
        record_visits(path, least=1)
        made = back_up(path, target, now=datetime.now(UTC))
        say(json.dumps({"revision": made.revision}))
        back_up_into(path, folder, now=datetime.now(UTC))


def use_points(path: Path) -> None:
    """Visits that use what earlier ones earned; every seventh is given back. Says purchase, points used and given back."""
    database, today = Database.of_file(path), date(2026, 11, 20)
    for number in count():
        now, customer = datetime.now(UTC), number % CUSTOMERS + 1
        line = LineFields(product="カット", unit_price=2345, amount=2345)
        with database.write() as session:
            used = min(2000, standing(session, customer, today).usable)
            fields = PurchaseFields(day=today, lines=(line,), points_used=used)
            made = record_visit(session, customer, fields, now=now, today=today)
        say(f"{made.purchase_id} {used}")
        if number % 7 == 6:
            with database.write() as session:
                back = refund_visit(session, made.purchase_id, now=datetime.now(UTC), today=today, allow_negative=True)
            say(f"{back.purchase_id} 0")


def use_when_told(path: Path) -> None:
    """For each line "customer points": use them at once, and say whether they were there."""
    database, today = Database.of_file(path), date(2026, 11, 20)
    say("ready")
    for line in sys.stdin:
        customer, points = map(int, line.split())
        bought = LineFields(product="商品券", unit_price=5000, amount=5000, earns_points=False)
        fields = PurchaseFields(day=today, lines=(bought,), points_used=points)
        try:
            with database.write() as session:
                record_visit(session, customer, fields, now=datetime.now(UTC), today=today)
        except NotEnoughPoints:
            say("refused")
        else:
            say("used")


if __name__ == "__main__":
    if sys.argv[1] == "visits":
        record_visits(Path(sys.argv[2]))
    elif sys.argv[1] == "points":
        use_points(Path(sys.argv[2]))
    elif sys.argv[1] == "race":
        use_when_told(Path(sys.argv[2]))
    else:
        make_backups(*map(Path, sys.argv[2:5]))
