"""Workbooks (xlsx, xls, ods) that were looked at from outside, read as rows of text."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from app.exchange.limits import Limits
from app.exchange.problems import FileDamaged, FileTooLarge, NothingInIt, PasswordProtected, UnknownSheet

_LOOKED_AT = 60


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
        """The sheet asked for, else the first that looks like a list, else the first with anything on it."""
        only_something: tuple[str, Any] | None = None
        for name in (sheet,) if sheet else self.sheets:
            cells = _calling(self._path, book.get_sheet_by_name, name)
            filled = [row for row in islice(cells.iter_rows(), _LOOKED_AT) if any(cell != "" for cell in row)]
            if len(filled) > 1 and cells.width > 1:
                return name, cells
            if filled and only_something is None:
                only_something = name, cells
        if only_something is None:
            raise NothingInIt(name=self._path.name)
        return only_something

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
