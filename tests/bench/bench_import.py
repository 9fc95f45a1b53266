"""Importing 500,000 rows of sales against plain inserts of the same rows: python -m tests.bench.bench_import [ROWS]"""

from __future__ import annotations

import csv
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from app.domain.imports import ImportSource
from app.domain.money import JPY
from app.domain.shop import ShopFields
from app.exchange.columns import Subject, guess_columns
from app.exchange.purchases import PurchaseReading, read_purchases
from app.exchange.source import open_table
from app.models.database import Database
from app.services.import_purchases import store_purchases
from app.services.shop import create_shop
from tests.bench.big_shop import NOW, TODAY

T = TypeVar("T")
ROUNDS = 3
DAYS = 3 * 365
# In the order in which a row may point to another.
TABLES = ("import_batch", "customer", "purchase", "purchase_line")


def write_sales(path: Path, rows: int) -> None:
    """Receipts of one to six lines, one in twelve without a customer; as many customers as there are rows to thirty of each."""
    chance = random.Random(20261120)
    goods = [(f"P{n:04d}", f"商品 {n}", chance.randrange(5, 120) * 100) for n in range(800)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["伝票番号", "取引日時", "会員番号", "商品コード", "商品名", "数量", "単価", "金額"])
        written = receipt = 0
        while written < rows:
            receipt += 1
            customer = f"K{chance.randrange(rows // 30 + 1):06d}" if chance.random() > 1 / 12 else ""
            day = TODAY - timedelta(days=chance.randrange(DAYS))
            moment = f"{day:%Y/%m/%d} {chance.randrange(9, 20)}:{chance.randrange(60):02d}"
            for _ in range(min(chance.randint(1, 6), rows - written)):
                code, name, price = chance.choice(goods)
                count = chance.randint(1, 3)
                writer.writerow([f"R{receipt:07d}", moment, customer, code, name, count, price, count * price])
                written += 1


def read(path: Path) -> PurchaseReading:
    table = open_table(path)
    return read_purchases(table, guess_columns(table, Subject.PURCHASES), today=TODAY, currency=JPY)


def new_shop(folder: Path, name: str) -> Path:
    path = folder / f"{name}.db"
    create_shop(path, ShopFields(name="大きな店"), now=NOW, today=TODAY)
    return path


def store(path: Path, reading: PurchaseReading) -> None:
    database = Database.of_file(path)
    with database.write() as session:
        store_purchases(session, reading, create_customers=True, source=ImportSource("売上.csv", "f"), now=NOW, today=TODAY)
    database.close()


def raw_rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(path) as connection:
        return {table: connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in TABLES}


def insert_raw(path: Path, rows: dict[str, list[tuple[object, ...]]]) -> None:
    """One transaction of executemany into the same tables with the same indexes and settings."""
    database = Database.of_file(path)
    with database.write() as session:
        connection = session.connection()
        for table, wanted in rows.items():
            marks = ", ".join("?" * len(wanted[0]))
            connection.exec_driver_sql(f"INSERT INTO {table} VALUES ({marks})", wanted)
    database.close()


def seconds(act: Callable[[], T]) -> tuple[float, T]:
    begin = time.perf_counter()
    made = act()
    return time.perf_counter() - begin, made


def measure(folder: Path, rows: int) -> list[str]:
    source = folder / "売上.csv"
    write_sales(source, rows)
    reading_times, store_times, raw_times = [], [], []
    wanted: dict[str, list[tuple[object, ...]]] = {}
    for number in range(ROUNDS):
        taken, reading = seconds(partial(read, source))
        reading_times.append(taken)
        path = new_shop(folder, f"import{number}")
        store_times.append(seconds(partial(store, path, reading))[0])
        if not wanted:
            wanted = raw_rows(path)
            if len(wanted["purchase_line"]) != rows or reading.refused:
                raise SystemExit("the import lost rows")
        path = new_shop(folder, f"raw{number}")
        raw_times.append(seconds(partial(insert_raw, path, wanted))[0])
    read_best, store_best, raw_best = min(reading_times), min(store_times), min(raw_times)
    counts = ", ".join(f"{len(found):,} {table}" for table, found in wanted.items() if table != TABLES[0])
    return [
        f"{rows:,} rows make {counts}; best of {ROUNDS}",
        f"plain executemany {raw_best:.2f} s = {rows / raw_best:,.0f} rows/s; reading the file {read_best:.2f} s",
        f"store alone {store_best:.2f} s = {rows / store_best:,.0f} rows/s: {raw_best / store_best:.2f}x of the plain rate (aim 0.5x)",
        f"read and store {read_best + store_best:.2f} s = {rows / (read_best + store_best):,.0f} rows/s: "
        f"{raw_best / (read_best + store_best):.2f}x of the plain rate",
    ]


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 500_000
    with tempfile.TemporaryDirectory() as folder:
        for line in measure(Path(folder), rows):
            print(line)


if __name__ == "__main__":
    main()
