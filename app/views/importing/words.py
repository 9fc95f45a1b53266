"""Words for what an import is about, and sentences for what is wrong with a row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.imports import ImportKind
from app.domain.marking import QT_TRANSLATE_NOOP
from app.views.labels import label_of
from app.views.moments import language

if TYPE_CHECKING:
    from app.exchange.duplicates import DoubleReason
    from app.exchange.problems import RowError, RowWarning

CONTEXT = "ImportWords"
# What the wizard brings in.
IN_WIZARD = (ImportKind.CUSTOMERS, ImportKind.PURCHASES, ImportKind.PRODUCTS, ImportKind.POINTS, ImportKind.CONTRACTS)
KINDS: Mapping[ImportKind, str] = {
    ImportKind.CUSTOMERS: QT_TRANSLATE_NOOP("ImportWords", "Customers"),
    ImportKind.PURCHASES: QT_TRANSLATE_NOOP("ImportWords", "Sales and visits"),
    ImportKind.PRODUCTS: QT_TRANSLATE_NOOP("ImportWords", "Products"),
    ImportKind.POINTS: QT_TRANSLATE_NOOP("ImportWords", "Points"),
    ImportKind.CONTRACTS: QT_TRANSLATE_NOOP("ImportWords", "Contracts"),
    ImportKind.ANSWERS: QT_TRANSLATE_NOOP("ImportWords", "Answers of a web form"),
}
SEPARATORS: Mapping[str, str] = {
    ",": QT_TRANSLATE_NOOP("ImportWords", "Comma"),
    "\t": QT_TRANSLATE_NOOP("ImportWords", "Tab"),
    ";": QT_TRANSLATE_NOOP("ImportWords", "Semicolon"),
}
ROWS = QT_TRANSLATE_NOOP("ImportWords", "%n row(s)")
NO_NAME = QT_TRANSLATE_NOOP("ImportWords", "(no name)")
STAYS = QT_TRANSLATE_NOOP("ImportWords", "{value} stays as it is")
ROW = QT_TRANSLATE_NOOP("ImportWords", "row {row}")
NEEDED: Mapping[ImportKind, str] = {
    ImportKind.CUSTOMERS: QT_TRANSLATE_NOOP("ImportWords", "Please choose the column with the names."),
    ImportKind.PURCHASES: QT_TRANSLATE_NOOP("ImportWords", "Please choose the columns with the date and the amount."),
    ImportKind.PRODUCTS: QT_TRANSLATE_NOOP("ImportWords", "Please choose the column with the names of the products."),
    ImportKind.POINTS: QT_TRANSLATE_NOOP("ImportWords", "Please choose the columns with the points and with the number or name."),
    ImportKind.CONTRACTS: QT_TRANSLATE_NOOP(
        "ImportWords", "Please choose the columns with the contract, its first day, and the number or name of the customer."
    ),
}


def kind_word(kind: ImportKind) -> str:
    return label_of(kind, KINDS, CONTEXT)


def rows_text(number: int) -> str:
    """1,248行 or 1,248 rows."""
    return grouped(QCoreApplication.translate(CONTEXT, ROWS, "", number), number)


def row_word(row: int) -> str:
    """14行 or row 14: where it stands in the file."""
    return QCoreApplication.translate(CONTEXT, ROW).format(row=row)


def grouped(text: str, number: int) -> str:
    """A translated text with %n, its number written with commas."""
    return text.replace(str(number), f"{number:,}", 1)


def no_name_words() -> str:
    return QCoreApplication.translate(CONTEXT, NO_NAME)


def stays_sentence(value: str) -> str:
    """A repair that is switched off leaves the value."""
    return QCoreApplication.translate(CONTEXT, STAYS).format(value=value)


def separator_word(separator: str) -> str:
    return QCoreApplication.translate(CONTEXT, SEPARATORS.get(separator, separator))


def needed_sentence(kind: ImportKind) -> str:
    return label_of(kind, NEEDED, CONTEXT)


def field_word(field: str) -> str:
    """What a field is called in the language of the window; "" stays empty."""
    from app.exchange.columns import label

    return label(field, language()) if field else ""


def reason_sentence(problem: RowError | RowWarning) -> str:
    from app.exchange.problems import sentence

    return sentence(problem, QCoreApplication.translate, field_word)


def double_sentence(reason: DoubleReason) -> str:
    from app.exchange.duplicates import DOUBLE_SENTENCES
    from app.exchange.problems import REASONS_CONTEXT

    return QCoreApplication.translate(REASONS_CONTEXT, DOUBLE_SENTENCES[reason])
