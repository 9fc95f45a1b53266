"""The rows that stayed out, as a list the shop can work through."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from app.domain.marking import QT_TRANSLATE_NOOP
from app.exchange.columns import label
from app.exchange.export import ExportStyle, write_table
from app.exchange.problems import REASONS_CONTEXT, RowError, sentence

_HEADER = (
    QT_TRANSLATE_NOOP("ImportReasons", "Row"),
    QT_TRANSLATE_NOOP("ImportReasons", "Name"),
    QT_TRANSLATE_NOOP("ImportReasons", "Column"),
    QT_TRANSLATE_NOOP("ImportReasons", "Value"),
    QT_TRANSLATE_NOOP("ImportReasons", "Reason"),
)


def write_refused(
    path: Path, errors: Iterable[RowError], *, language: str, translate: Callable[[str, str], str] = lambda context, text: text
) -> int:
    """Write row, name, column, value and reason of each refused row, safe for a spreadsheet; returns how many."""

    def label_of(field: str) -> str:
        return label(field, language) if field else ""

    header = [translate(REASONS_CONTEXT, text) for text in _HEADER]
    rows = ([str(error.row), error.name, label_of(error.field), error.value, sentence(error, translate, label_of)] for error in errors)
    return write_table(path, header, rows, style=ExportStyle.EXCEL)
