"""Open a customer or sales list whatever it is (csv, tsv, txt, gz of those, xlsx, xls, ods) as one safe table of text."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.domain.progress import NO_PROGRESS, Progress
from app.exchange.encodings import ENCODINGS, known_encoding
from app.exchange.header import HeaderPlace, column_names, find_header, trimmed
from app.exchange.limits import LIMITS, Deadline, Limits
from app.exchange.package import inspect_package
from app.exchange.problems import (
    FileMissing,
    FileTooLarge,
    HeaderOnly,
    NotASpreadsheet,
    NothingInIt,
    PasswordProtected,
    RowError,
    RowReason,
    shown,
)
from app.exchange.records import Record, read_records
from app.exchange.textfile import TextSurvey, first_lines, guess_separator, survey_text, text_lines
from app.exchange.workbook import Workbook
from app.exchange.xls import inspect_xls, is_encrypted_container

__all__ = ["ENCODINGS", "LIMITS", "Facts", "FileKind", "Limits", "Reading", "Table", "open_table"]

_ZIP = b"PK\x03\x04"
_OLD_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER_KINDS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"SQLite format 3", b"PK\x05\x06", b"MZ", b"\x7fELF")
_WEB_PAGE = (b"<!doctype", b"<html", b"<table", b"<?xml", b"{\\rtf")
_END_OF_OLD_FILE = "\x1a"
_SAMPLE_ROWS = 60
_PROGRESS_STEP = 5_000


class FileKind(StrEnum):
    TEXT = "text"
    WORKBOOK = "workbook"


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read the file; "" and None mean: find out. `header_row` 0 says that there is no header."""

    encoding: str = ""
    separator: str = ""
    sheet: str = ""
    header_row: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What the file turned out to be. `header_row` 0 = it has none; `row_count` is an estimate for texts."""

    kind: FileKind
    encoding: str
    encodings: tuple[str, ...]
    separator: str
    sheets: tuple[str, ...]
    sheet: str
    header_row: int
    titles: tuple[str, ...]
    row_count: int
    undecodable: bool

    @property
    def has_missing_header(self) -> bool:
        return self.header_row == 0


class _TextRows:
    """Records of a text file, read anew each time."""

    def __init__(self, path: Path, survey: TextSurvey, separator: str) -> None:
        self._path = path
        self._survey = survey
        self._separator = separator

    def read(self, width: int) -> Generator[Record, None, None]:
        return read_records(text_lines(self._path, self._survey.encoding), self._separator, width)


class _SheetRows:
    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook

    def read(self, width: int) -> Generator[Record, None, None]:
        yield from self._workbook.rows()


class Table:
    """A list as rows of text below a header. Reading it again starts anew; nothing of it stays in memory."""

    def __init__(
        self,
        path: Path,
        facts: Facts,
        header: tuple[str, ...],
        rows: _TextRows | _SheetRows,
        limits: Limits,
    ) -> None:
        self.name = path.name
        self.facts = facts
        self.header = header
        self._rows = rows
        self._limits = limits

    def sample(self, count: int = 8) -> list[tuple[int, list[str]]]:
        """The first good rows below the header: (row, cells)."""
        found: list[tuple[int, list[str]]] = []
        for record in self.records([]):
            found.append(record)
            if len(found) == count:
                break
        return found

    def records(self, refused: list[RowError], progress: Progress = NO_PROGRESS) -> Iterator[tuple[int, list[str]]]:
        """Yield (row, cells) with exactly one cell per column; rows that do not fit go to `refused`, never shifted.

        Empty rows and empty cells behind the last column are passed over. Raises FileTooLarge beyond the limit of rows.
        """
        width = len(self.header)
        first = self.facts.header_row
        looks_closer = self.facts.undecodable
        deadline = Deadline(self.name, self._limits.seconds)
        for row, cells in self._rows.read(width):
            if row <= first:
                continue
            if not row % _PROGRESS_STEP:
                progress.advance(row, self.facts.row_count)
                deadline.check()
                if row > self._limits.rows:
                    raise FileTooLarge(name=self.name, size=row, limit=self._limits.rows)
            if isinstance(cells, RowReason):
                refused.append(RowError(row, cells))
                continue
            if looks_closer and any("\ufffd" in cell or "\0" in cell for cell in cells):
                refused.append(RowError(row, RowReason.UNREADABLE_CHARACTERS, value=shown(" ".join(cells))))
                continue
            if len(cells) == width:
                if any(cells):
                    yield row, cells
                continue
            fitting = self._fit(row, cells, refused)
            if fitting is not None:
                yield row, fitting

    def _fit(self, row: int, cells: list[str], refused: list[RowError]) -> list[str] | None:
        width = len(self.header)
        used = trimmed(cells)
        if not used or cells == [_END_OF_OLD_FILE]:
            return None
        is_sheet = self.facts.kind is FileKind.WORKBOOK
        if used > width:
            reason, count = RowReason.TOO_MANY_CELLS, used
        elif len(cells) < width and not is_sheet:
            reason, count = RowReason.TOO_FEW_CELLS, len(cells)
        else:
            return (cells + [""] * (width - len(cells)))[:width]
        refused.append(RowError(row, reason, value=str(count), other=str(width), name=shown(" ".join(cell for cell in cells if cell))))
        return None


def open_table(path: Path, reading: Reading = Reading(), *, limits: Limits = LIMITS, progress: Progress = NO_PROGRESS) -> Table:
    """Open the list in a file. What it is decides its content, not its name.

    Raises one of the DomainErrors of `problems` for a missing, empty, damaged, protected, foreign or oversized file.
    """
    kind = _kind_of(path, limits)
    if kind is FileKind.WORKBOOK:
        return _open_workbook(path, reading, limits, progress)
    return _open_text(path, reading, limits, progress)


def _kind_of(path: Path, limits: Limits) -> FileKind:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(512)
    except OSError as problem:
        raise FileMissing(name=path.name) from problem
    if not size:
        raise NothingInIt(name=path.name)
    if size > limits.file_bytes:
        raise FileTooLarge(name=path.name, size=size, limit=limits.file_bytes)
    if head.startswith((_ZIP, _OLD_CONTAINER)):
        return FileKind.WORKBOOK
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(_OTHER_KINDS) or text.startswith(_WEB_PAGE):
        raise NotASpreadsheet(name=path.name)
    return FileKind.TEXT


def _open_text(path: Path, reading: Reading, limits: Limits, progress: Progress) -> Table:
    encoding = known_encoding(reading.encoding) if reading.encoding else ""
    survey = survey_text(path, encoding, limits, progress)
    separator = reading.separator or guess_separator(first_lines(path, survey.encoding))
    rows = _TextRows(path, survey, separator)
    place, head = _place_header(path, rows, reading)
    facts = Facts(
        FileKind.TEXT,
        survey.encoding,
        tuple(ENCODINGS),
        separator,
        (),
        "",
        place.row,
        place.titles,
        max(1, survey.lines - place.row),
        survey.undecodable or survey.has_nul,
    )
    return Table(path, facts, column_names(head, place.width, 0), rows, limits)


def _open_workbook(path: Path, reading: Reading, limits: Limits, progress: Progress) -> Table:
    with path.open("rb") as file:
        is_zip = file.read(4) == _ZIP
    if is_zip:
        inspect_package(path, limits, progress)
    elif is_encrypted_container(path):
        raise PasswordProtected(name=path.name)
    else:
        inspect_xls(path, limits)
    progress.advance(0, 0)
    workbook = Workbook(path, reading.sheet, limits)
    rows = _SheetRows(workbook)
    place, head = _place_header(path, rows, reading)
    facts = Facts(
        FileKind.WORKBOOK, "", (), "", workbook.sheets, workbook.sheet, place.row, place.titles, max(1, workbook.height - place.row), False
    )
    return Table(path, facts, column_names(head, place.width, workbook.first_column), rows, limits)


def _place_header(path: Path, rows: _TextRows | _SheetRows, reading: Reading) -> tuple[HeaderPlace, list[str] | None]:
    sample: list[tuple[int, list[str]]] = []
    has_more = False
    records = rows.read(0)
    for row, cells in records:
        if isinstance(cells, RowReason):
            has_more = True
        else:
            sample.append((row, cells))
        if row >= max(_SAMPLE_ROWS, (reading.header_row or 0) + 1):
            has_more = True
            break
    records.close()
    place = find_header(sample, reading.header_row)
    below = [cells for row, cells in sample if row > place.row and trimmed(cells)]
    if not below and not has_more:
        raise HeaderOnly(name=path.name) if place.row else NothingInIt(name=path.name)
    return place, next((cells for row, cells in sample if place.row and row == place.row), None)
