"""What is killed: works without end and says each thing when it is done."""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

from app.domain.purchases import LineFields, PurchaseFields
from app.models.database import Database
from app.services.backups import back_up, back_up_into
from app.services.purchases import record_visit

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


if __name__ == "__main__":
    if sys.argv[1] == "visits":
        record_visits(Path(sys.argv[2]))
    else:
        make_backups(*map(Path, sys.argv[2:5]))
