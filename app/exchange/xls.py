"""Old workbooks (.xls) looked at from outside: how far their cells reach, before a reader sets memory aside for it.

A container ([MS-CFB]) is a small file system of sectors; its stream "Workbook" ([MS-XLS]) is a row of records.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from app.exchange.limits import Limits
from app.exchange.problems import FileDamaged, FileTooLarge, NotASpreadsheet, PasswordProtected

_LAST_SECTOR = 0xFFFFFFFA
_SMALL_STREAM = 4096
_ENTRY = 128
_CELLS = frozenset((0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E, 0x0406, 0x0001, 0x0002, 0x0003, 0x0004))
_SHEET = 0x0085
_STRINGS = 0x00FC
_PASSWORD = 0x002F
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CHUNK = 1 << 20
_STREAMS = ("Workbook", "Book")


def inspect_xls(path: Path, limits: Limits) -> None:
    """Refuse an old workbook that is damaged, protected, no workbook at all, or reaches absurdly far."""
    try:
        stream = _Container(path.read_bytes()).stream(_STREAMS)
        if stream is None:
            raise NotASpreadsheet(name=path.name)
        rows, columns, is_protected = _extent(stream)
    except (struct.error, IndexError, ValueError) as problem:
        raise FileDamaged(name=path.name) from problem
    if is_protected:
        raise PasswordProtected(name=path.name)
    if columns > limits.columns or rows * columns > limits.cells:
        raise FileTooLarge(name=path.name, size=rows * columns, limit=limits.cells)


def is_encrypted_container(path: Path) -> bool:
    """An xlsx with a password is an old-style container that holds an encrypted package."""
    with path.open("rb") as file:
        tail = b""
        while chunk := file.read(_CHUNK):
            if _ENCRYPTED in tail + chunk:
                return True
            tail = chunk[-64:]
    return False


class _Container:
    def __init__(self, content: bytes) -> None:
        self._content = content
        self._sector = 1 << struct.unpack_from("<H", content, 0x1E)[0]
        if self._sector not in (512, 4096):
            raise ValueError(self._sector)
        table_sectors = [number for number in struct.unpack_from("<109I", content, 0x4C) if number < _LAST_SECTOR]
        table_sectors += self._more_table_sectors(*struct.unpack_from("<2I", content, 0x44))
        self._next = self._numbers(b"".join(self._read(number) for number in table_sectors))
        first_entry, first_small = struct.unpack_from("<I", content, 0x30)[0], struct.unpack_from("<I", content, 0x3C)[0]
        self._entries = self._chain(first_entry)
        self._next_small = self._numbers(self._chain(first_small))

    def stream(self, names: tuple[str, ...]) -> bytes | None:
        root_start = struct.unpack_from("<I", self._entries, 0x74)[0]
        for place in range(0, len(self._entries) - _ENTRY + 1, _ENTRY):
            length = struct.unpack_from("<H", self._entries, place + 0x40)[0]
            name = self._entries[place : place + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            if name in names:
                start, size = struct.unpack_from("<II", self._entries, place + 0x74)
                content = self._chain(start) if size >= _SMALL_STREAM else self._small(start, self._chain(root_start))
                return content[:size]
        return None

    def _more_table_sectors(self, sector: int, count: int) -> list[int]:
        found: list[int] = []
        for _ in range(min(count, len(self._content) // self._sector)):
            if sector >= _LAST_SECTOR:
                break
            numbers = self._numbers(self._read(sector))
            found += [number for number in numbers[:-1] if number < _LAST_SECTOR]
            sector = numbers[-1]
        return found

    def _read(self, number: int) -> bytes:
        start = (number + 1) * self._sector
        return self._content[start : start + self._sector]

    @staticmethod
    def _numbers(content: bytes) -> tuple[int, ...]:
        return struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4])

    def _chain(self, start: int) -> bytes:
        return b"".join(self._read(number) for number in _follow(start, self._next))

    def _small(self, start: int, room: bytes) -> bytes:
        return b"".join(room[number * 64 : number * 64 + 64] for number in _follow(start, self._next_small))


def _follow(start: int, following: tuple[int, ...]) -> Iterator[int]:
    """Sector numbers of a chain; a chain that runs in a circle is damaged."""
    seen = 0
    while start < _LAST_SECTOR:
        yield start
        seen += 1
        if seen > len(following):
            raise ValueError(start)
        start = following[start]


def _extent(stream: bytes) -> tuple[int, int, bool]:
    """(rows, columns, has a password) over all sheets. A sheet is also looked at from where the directory says it begins."""
    rows = columns = 0
    is_protected = False
    starts = [0]
    while starts:
        place = starts.pop()
        from_beginning = place == 0
        while place + 4 <= len(stream):
            kind, size = struct.unpack_from("<HH", stream, place)
            if kind in _CELLS and size >= 4:
                row, column = struct.unpack_from("<HH", stream, place + 4)
                rows, columns = max(rows, row + 1), max(columns, column + max(1, (size - 6) // 6 if kind == 0x00BD else 1))
            elif kind == _PASSWORD and from_beginning:
                is_protected = True
            elif kind == _STRINGS and size >= 8 and struct.unpack_from("<I", stream, place + 8)[0] > len(stream):
                raise ValueError(place)
            elif kind == _SHEET and from_beginning and size >= 4 and len(starts) < 256:
                starts.append(struct.unpack_from("<I", stream, place + 4)[0] or len(stream))
            place += 4 + size
    return rows, columns, is_protected
