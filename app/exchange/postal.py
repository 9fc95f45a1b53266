"""The bundled table of Japanese postal codes: one file of compressed blocks, of which a lookup unpacks one.

Layout: `MAGIC`, length of the packed index (4 bytes, big-endian), index, blocks. The index is JSON packed with lzma:
{"edition": "2026-10-01", "cities": [[prefecture, city, prefecture kana, city kana], …], "blocks": {"15": [start, length]}},
`start` counted from the end of the index. A block holds the codes with the same first two digits, one area a line:
last five digits, index of the city, town, town's kana and, for a large office, street number and name, held apart by
tabs; an empty first field repeats the code above.
"""

from __future__ import annotations

import json
import lzma
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import Lock

from app.domain.errors import StorageProblem
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.postal_codes import PostalArea
from app.domain.text import digits_of

MAGIC = b"OKAERI-POSTAL-1\n"


class PostalTableDamaged(StorageProblem):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "The list of postal codes is missing or damaged. Your data are untouched. Please install the program again."
    )


@dataclass(frozen=True, slots=True)
class _City:
    prefecture: str
    name: str
    prefecture_kana: str
    kana: str


@dataclass(frozen=True, slots=True)
class _Index:
    edition: date
    cities: tuple[_City, ...]
    blocks: dict[str, tuple[int, int]]


class PostalTable:
    """Reads on first use and keeps what it has unpacked. May be used from several threads."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._areas: dict[str, dict[str, tuple[PostalArea, ...]]] = {}
        self._lock = Lock()

    @classmethod
    def load(cls, path: Path) -> PostalTable:
        """The table in a file, which is not opened yet; a damaged one is told at the first lookup by PostalTableDamaged."""
        return cls(path)

    @property
    def edition(self) -> date:
        """The month that the table describes, as its first day."""
        return self._index.edition

    def lookup(self, postal_code: str) -> tuple[PostalArea, ...]:
        """The areas of a code, with or without hyphen; empty when the code is unknown or has not seven digits."""
        code = digits_of(postal_code)
        if len(code) != 7:
            return ()
        with self._lock:
            block = self._areas.get(code[:2])
            if block is None:
                block = self._areas[code[:2]] = self._read_block(code[:2])
        return block.get(code, ())

    def cities(self, prefecture: str) -> tuple[str, ...]:
        """The municipalities of a prefecture, or all when it is empty."""
        return self._cities_by_prefecture.get(prefecture, ()) if prefecture else tuple(city.name for city in self._index.cities)

    @cached_property
    def _cities_by_prefecture(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for city in self._index.cities:
            found.setdefault(city.prefecture, []).append(city.name)
        return {prefecture: tuple(names) for prefecture, names in found.items()}

    @cached_property
    def _index(self) -> _Index:
        try:
            with self._path.open("rb") as file:
                if file.read(len(MAGIC)) != MAGIC:
                    raise PostalTableDamaged(f"no postal table: {self._path.name}")
                length = int.from_bytes(file.read(4), "big")
                stored = json.loads(lzma.decompress(file.read(length)))
            start = len(MAGIC) + 4 + length
            return _Index(
                date.fromisoformat(stored["edition"]),
                tuple(_City(*names) for names in stored["cities"]),
                {head: (start + offset, size) for head, (offset, size) in stored["blocks"].items()},
            )
        except (OSError, lzma.LZMAError, ValueError, KeyError, TypeError) as error:
            raise PostalTableDamaged(str(error)) from error

    def _read_block(self, head: str) -> dict[str, tuple[PostalArea, ...]]:
        place = self._index.blocks.get(head)
        if place is None:
            return {}
        try:
            with self._path.open("rb") as file:
                file.seek(place[0])
                lines = lzma.decompress(file.read(place[1])).decode("utf-8").splitlines()
            return self._areas_in(head, lines)
        except (OSError, lzma.LZMAError, ValueError, IndexError) as error:
            raise PostalTableDamaged(str(error)) from error

    def _areas_in(self, head: str, lines: list[str]) -> dict[str, tuple[PostalArea, ...]]:
        found: dict[str, list[PostalArea]] = {}
        code = ""
        for line in lines:
            last, number, town, kana, street, office = line.split("\t")
            code = head + last if last else code
            city = self._index.cities[int(number)]
            area = PostalArea(code, city.prefecture, city.name, town, city.prefecture_kana, city.kana, kana, street, office)
            found.setdefault(code, []).append(area)
        return {code: tuple(areas) for code, areas in found.items()}
