"""Workbooks (xlsx, xls, ods): looked at from outside first, because the reader behind them believes what a file claims."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from xml.parsers import expat

from app.domain.progress import NO_PROGRESS, Progress
from app.exchange.limits import Deadline, Limits
from app.exchange.problems import FileDamaged, FileTooLarge, NotASpreadsheet, NothingInIt, PasswordProtected, UnknownSheet

_CHUNK = 1 << 20
_OVERLAP = 200
_SMALL_PART = 20_000_000
_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{1,3})(\d{1,8})["']""")
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_TABLE_NAMES = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


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
            for part in parts:
                _inspect_part(package, part, path, limits, deadline, progress)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as problem:
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
    extent = _RepeatedCells(path, limits) if part.filename == "content.xml" else None
    columns: set[bytes] = set()
    last_row = read = 0
    tail = b""
    with package.open(part) as file:
        while chunk := file.read(_CHUNK):
            deadline.check()
            read += len(chunk)
            progress.advance(read, part.file_size)
            window = tail + chunk
            if _DECLARATION.search(window) and part.filename.endswith((".xml", ".rels")):
                raise FileDamaged(name=path.name)
            if extent is not None:
                extent.feed(chunk)
            places = set(_PLACE.findall(window))
            columns.update(column for column, _ in places)
            last_row = max(last_row, max((int(row) for _, row in places), default=0))
            tail = window[-_OVERLAP:]
    width = max((_column_number(column) for column in columns), default=0)
    if last_row > limits.rows or width > limits.columns or last_row * width > limits.cells:
        raise FileTooLarge(name=path.name, size=last_row * width, limit=limits.cells)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


class _RepeatedCells:
    """Follows an OpenDocument table: a cell with content may be repeated a million times by one attribute."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self._path = path
        self._limits = limits
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.EntityDeclHandler = self._refuse_entity
        self._row_repeat = self._width = self._filled_width = self._height = self._filled_height = 0

    def feed(self, chunk: bytes) -> None:
        try:
            self._parser.Parse(chunk, False)
        except expat.ExpatError as problem:
            raise FileDamaged(name=self._path.name) from problem

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == f"{_TABLE_NAMES} table":
            self._height = 0
        elif name == f"{_TABLE_NAMES} table-row":
            self._row_repeat = int(attributes.get(f"{_TABLE_NAMES} number-rows-repeated", "1"))
            self._width = self._filled_width = 0
        elif name in (f"{_TABLE_NAMES} table-cell", f"{_TABLE_NAMES} covered-table-cell"):
            self._width += int(attributes.get(f"{_TABLE_NAMES} number-columns-repeated", "1"))
            if any(key.endswith(" value-type") for key in attributes):
                self._filled_width = self._width

    def _refuse_entity(self, *_declaration: object) -> None:
        raise FileDamaged(name=self._path.name)

    def _end(self, name: str) -> None:
        if name != f"{_TABLE_NAMES} table-row":
            return
        self._height += self._row_repeat
        if not self._filled_width:
            return
        limits = self._limits
        if self._filled_width > limits.columns or self._height > limits.rows or self._filled_width * self._height > limits.cells:
            raise FileTooLarge(name=self._path.name, size=self._filled_width * self._height, limit=limits.cells)


def is_encrypted_container(path: Path) -> bool:
    """An xlsx with a password is an old-style container that holds an encrypted package."""
    with path.open("rb") as file:
        tail = b""
        while chunk := file.read(_CHUNK):
            if _ENCRYPTED in tail + chunk:
                return True
            tail = chunk[-64:]
    return False


class Workbook:
    """One sheet of an inspected workbook, as rows of text."""

    def __init__(self, path: Path, sheet: str, limits: Limits) -> None:
        self._path = path
        self._limits = limits
        book = _calling(path, _open_book, path)
        visible = [meta.name for meta in book.sheets_metadata if _is_shown(meta)]
        self.sheets: tuple[str, ...] = tuple(visible or book.sheet_names)
        if sheet and sheet not in book.sheet_names:
            raise UnknownSheet(sheet=sheet, known=", ".join(self.sheets))
        self.sheet, self._cells = self._choose(book, sheet)
        self.height = int(self._cells.height)
        if self._cells.height * self._cells.width > limits.cells or self._cells.width > limits.columns:
            raise FileTooLarge(name=path.name, size=self._cells.height * self._cells.width, limit=limits.cells)

    def _choose(self, book: Any, sheet: str) -> tuple[str, Any]:
        for name in (sheet,) if sheet else self.sheets:
            cells = _calling(self._path, book.get_sheet_by_name, name)
            if cells.height and cells.width:
                return name, cells
        raise NothingInIt(name=self._path.name)

    @property
    def first_column(self) -> int:
        """Number of empty columns left of the list; they are not part of the rows."""
        return int(self._cells.start[1]) if self._cells.start else 0

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """(row, cells) from the first row of the sheet on, numbers and dates as text."""
        for row, cells in enumerate(self._cells.iter_rows(), start=1):
            yield row, [cell if type(cell) is str else cell_text(cell) for cell in cells]


def _open_book(path: Path) -> Any:
    from python_calamine import CalamineWorkbook

    return CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))


def _is_shown(meta: Any) -> bool:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    return bool(meta.visible == SheetVisibleEnum.Visible and meta.typ == SheetTypeEnum.WorkSheet)


def _calling(path: Path, call: Any, argument: Any) -> Any:
    """Call the workbook library; whatever it finds wrong, its own panics too, is a damaged file."""
    from python_calamine import PasswordError

    try:
        return call(argument)
    except PasswordError as problem:
        raise PasswordProtected(name=path.name) from problem
    except BaseException as problem:
        if isinstance(problem, Exception) or type(problem).__name__ == "PanicException":
            raise FileDamaged(name=path.name) from problem
        raise


def cell_text(value: object) -> str:
    """What a spreadsheet would show without formats: whole numbers without ".0", days as ISO dates."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else format(value, ".15g")
    if isinstance(value, datetime):
        return value.isoformat(" ", "seconds") if value.time() != time.min else value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("seconds")
    if isinstance(value, timedelta):
        return str(value)
    return str(value)
