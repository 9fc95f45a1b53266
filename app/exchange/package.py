"""Zipped workbooks (xlsx, ods) looked at from outside: the reader behind believes what a file claims about itself."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path
from typing import Protocol
from xml.parsers import expat

from app.domain.progress import NO_PROGRESS, Progress
from app.exchange.limits import Deadline, Limits
from app.exchange.problems import FileDamaged, FileTooLarge, NotASpreadsheet, PasswordProtected

_CHUNK = 1 << 20
_LONGEST_TAG = 4 << 20
_SMALL_PART = 20_000_000
_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{0,3})(\d{1,20})["']""")
_ROW = re.compile(rb"<(?:[\w.\-]+:)?row(?=[\s/>])")
_CELL = re.compile(rb"<(?:[\w.\-]+:)?c(?=[\s/>])")
_CLAIM = re.compile(rb"""\b(count|uniqueCount)\s*=\s*["'](\d{1,20})["']""")
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
_MANIFEST = "META-INF/manifest.xml"


def inspect_package(path: Path, limits: Limits, progress: Progress = NO_PROGRESS) -> None:
    """Refuse a zipped workbook that is a bomb, lies about its size, declares entities or spans an absurd area."""
    deadline = Deadline(path.name, limits.seconds)
    try:
        with zipfile.ZipFile(path) as package:
            parts = package.infolist()
            _check_sizes(path, parts, limits)
            names = {part.filename for part in parts}
            if "content.xml" not in names and "xl/workbook.xml" not in names:
                raise NotASpreadsheet(name=path.name)
            if _MANIFEST in names and b"encryption-data" in package.read(_MANIFEST):
                raise PasswordProtected(name=path.name)
            for part in parts:
                _inspect_part(package, part, path, limits, deadline, progress)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, expat.ExpatError) as problem:
        raise FileDamaged(name=path.name) from problem
    except RuntimeError as problem:
        raise PasswordProtected(name=path.name) from problem


def _check_sizes(path: Path, parts: list[zipfile.ZipInfo], limits: Limits) -> None:
    unpacked = sum(part.file_size for part in parts)
    swollen = any(part.file_size > _SMALL_PART and part.file_size > limits.ratio * max(1, part.compress_size) for part in parts)
    if unpacked > limits.unpacked_bytes or swollen or len(parts) > limits.parts:
        raise FileTooLarge(name=path.name, size=unpacked, limit=limits.unpacked_bytes)


def _inspect_part(
    package: zipfile.ZipFile, part: zipfile.ZipInfo, path: Path, limits: Limits, deadline: Deadline, progress: Progress
) -> None:
    """Read a part to its end (which proves its size and checksum) and look at what it holds."""
    watch: _Watch = _RepeatedCells(limits) if part.filename == "content.xml" else _SheetExtent(limits, part.file_size)
    read = 0
    with package.open(part) as file:
        while chunk := file.read(_CHUNK):
            deadline.check()
            read += len(chunk)
            progress.advance(read, part.file_size)
            watch.feed(chunk)
    if watch.is_too_wide():
        raise FileTooLarge(name=path.name, size=read, limit=limits.cells)


class _Watch(Protocol):
    def feed(self, chunk: bytes) -> None:
        """Look at the next piece of a part; raises ValueError for what is damaged or a lie."""

    def is_too_wide(self) -> bool:
        """Whether the cells reach further than the limits allow."""


class _SheetExtent:
    """How far the cells of a sheet reach, those with a place written on them and those that only follow each other."""

    def __init__(self, limits: Limits, size: int) -> None:
        self._limits = limits
        self._size = size
        self._rest = b""
        self._columns: set[bytes] = set()
        self._last_row = self._rows = self._run = self._longest_run = 0

    def feed(self, chunk: bytes) -> None:
        content = self._rest + chunk
        end = content.rfind(b"<")
        if end < 0 or len(content) - end > _LONGEST_TAG:
            end = len(content)
        window, self._rest = content[:end], content[end:]
        if _DECLARATION.search(window):
            raise ValueError("declaration")
        for name, number in _CLAIM.findall(window):
            if int(number) > self._limits.cells or (name == b"uniqueCount" and int(number) > self._size):
                raise ValueError("claim")
        places = set(_PLACE.findall(window))
        self._columns.update(column for column, _ in places)
        self._last_row = max(self._last_row, max((int(row) for _, row in places), default=0))
        first, *following = _ROW.split(window)
        self._count(len(_CELL.findall(first)))
        for row in following:
            self._rows += 1
            self._run = 0
            self._count(len(_CELL.findall(row)))

    def is_too_wide(self) -> bool:
        self.feed(b"<")
        width = max(self._longest_run, max((_column_number(column) for column in self._columns), default=0))
        height = max(self._last_row, self._rows)
        return width > 0 and _is_too_wide(width, height, self._limits)

    def _count(self, cells: int) -> None:
        self._run += cells
        self._longest_run = max(self._longest_run, self._run)


class _RepeatedCells:
    """Follows an OpenDocument table: a cell with content may be repeated a million times by one attribute."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.EntityDeclHandler = self._refuse_entity
        self._row_repeat = self._width = self._filled_width = self._height = 0
        self._is_too_wide = False

    def feed(self, chunk: bytes) -> None:
        self._parser.Parse(chunk, False)

    def is_too_wide(self) -> bool:
        return self._is_too_wide

    def _refuse_entity(self, *_declaration: object) -> None:
        raise ValueError("declaration")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == f"{_TABLE}table":
            self._height = 0
        elif name == f"{_TABLE}table-row":
            self._row_repeat = int(attributes.get(f"{_TABLE}number-rows-repeated", "1"))
            self._width = self._filled_width = 0
        elif name in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            self._width += int(attributes.get(f"{_TABLE}number-columns-repeated", "1"))
            if any(key.endswith(" value-type") for key in attributes):
                self._filled_width = self._width
        elif name == f"{_TEXT}p":
            self._filled_width = self._width

    def _end(self, name: str) -> None:
        if name == f"{_TABLE}table-row":
            self._height += self._row_repeat
            if self._filled_width:
                self._is_too_wide = self._is_too_wide or _is_too_wide(self._filled_width, self._height, self._limits)


def _is_too_wide(width: int, height: int, limits: Limits) -> bool:
    return width > limits.columns or height > limits.rows or width * height > limits.cells


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
