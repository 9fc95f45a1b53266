"""Lists out of the program: for a spreadsheet (labels, safe cells) or for moving (field names, nothing lost)."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from itertools import chain
from pathlib import Path

from app.domain.customers import Consent, CustomerFields, CustomerKind, PartialDate
from app.domain.money import Currency
from app.domain.progress import NO_PROGRESS, Progress
from app.domain.purchases import LineFields, PurchaseFields
from app.exchange.columns import CUSTOMER_FIELDS, PURCHASE_FIELDS, label
from app.exchange.labels import ATTRIBUTES, OWN_FIELD
from app.exchange.purchases import CustomerKey

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_HARMLESS = re.compile(r"[+\-]\d[\d,]*(?:\.\d+)?%?|\+\d[\d \-]{5,20}\d")
_TAG_BREAKS = frozenset("、,;；")
_PROGRESS_STEP = 2_000
_WIDEST_COLUMN = 40


class ExportStyle(StrEnum):
    EXCEL = "excel"
    MOVING = "moving"


@dataclass(frozen=True, slots=True)
class ExportedPurchase:
    fields: PurchaseFields
    customer: CustomerKey


def safe_cell(text: str) -> str:
    """Text that no spreadsheet takes for a formula; pure numbers and phones stay as they are."""
    if not text.startswith(_FORMULA_STARTS) or _HARMLESS.fullmatch(text):
        return text
    return f"'{text}"


def write_customers(
    path: Path,
    customers: Iterable[CustomerFields],
    *,
    style: ExportStyle,
    language: str,
    own_fields: Sequence[str] = (),
    progress: Progress = NO_PROGRESS,
) -> int:
    """Write customers to .csv, .tsv or .xlsx; returns how many. For moving, the header has the field names."""
    names = (*CUSTOMER_FIELDS, *(OWN_FIELD + name for name in own_fields))
    header = names if style is ExportStyle.MOVING else tuple(label(name, language) for name in names)
    return write_table(path, header, (_customer_cells(customer, names) for customer in customers), style=style, progress=progress)


def write_purchases(
    path: Path,
    purchases: Iterable[ExportedPurchase],
    *,
    style: ExportStyle,
    language: str,
    currency: Currency,
    progress: Progress = NO_PROGRESS,
) -> int:
    """Write one row per line of each receipt; returns the number of rows. Amounts are in major units ("12.50")."""
    header = PURCHASE_FIELDS if style is ExportStyle.MOVING else tuple(label(name, language) for name in PURCHASE_FIELDS)
    rows = (cells for purchase in purchases for cells in _purchase_rows(purchase, currency))
    return write_table(path, header, rows, style=style, progress=progress)


def write_table(
    path: Path,
    header: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    style: ExportStyle = ExportStyle.EXCEL,
    progress: Progress = NO_PROGRESS,
) -> int:
    """Write texts as a file that is there whole or not at all. Returns the number of rows below the header."""
    part = path.with_name(path.name + ".part")
    counted = _Counted(rows, progress)
    try:
        if path.suffix.lower() == ".xlsx":
            _write_workbook(part, header, counted)
        else:
            _write_text(part, header, counted, "\t" if path.suffix.lower() == ".tsv" else ",", style)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
    return counted.count


class _Counted:
    def __init__(self, rows: Iterable[Sequence[str]], progress: Progress) -> None:
        self._rows = rows
        self._progress = progress
        self.count = 0

    def __iter__(self) -> Iterator[Sequence[str]]:
        for row in self._rows:
            self.count += 1
            if not self.count % _PROGRESS_STEP:
                self._progress.advance(self.count, 0)
            yield row


def _write_text(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]], separator: str, style: ExportStyle) -> None:
    is_safe = style is ExportStyle.EXCEL
    with path.open("w", encoding="utf-8-sig" if is_safe else "utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=separator)
        for row in chain((header,), rows):
            writer.writerow([safe_cell(cell) for cell in row] if is_safe else row)
        file.flush()
        os.fsync(file.fileno())


def _write_workbook(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    import xlsxwriter

    options = {"constant_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        sheet = book.add_worksheet()
        bold = book.add_format({"bold": True})
        sheet.freeze_panes(1, 0)
        for column, text in enumerate(header):
            sheet.set_column(column, column, min(_WIDEST_COLUMN, max(10, 2 * len(text))))
            sheet.write_string(0, column, text, bold)
        for place, cells in enumerate(rows, start=1):
            for column, text in enumerate(cells):
                if text:
                    sheet.write_string(place, column, text)


def _customer_cells(customer: CustomerFields, names: Sequence[str]) -> list[str]:
    cells: list[str] = []
    for name in names:
        if name.startswith(OWN_FIELD):
            cells.append(customer.own.get(name.removeprefix(OWN_FIELD), ""))
        elif name == "company" and customer.kind is CustomerKind.COMPANY and not customer.company:
            cells.append(customer.name)
        else:
            cells.append(_cell(getattr(customer, ATTRIBUTES.get(name, name))))
    return cells


def _cell(value: str | bool | int | date | PartialDate | Consent | tuple[str, ...] | None) -> str:
    if value is None or value is False or value == 0:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, Consent):
        return "" if value is Consent.UNKNOWN else value.value
    if isinstance(value, tuple):
        return "".join(f"{tag}\n" for tag in value) if any(_TAG_BREAKS & set(tag) for tag in value) else ";".join(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _purchase_rows(purchase: ExportedPurchase, currency: Currency) -> Iterator[list[str]]:
    fields, customer = purchase.fields, purchase.customer
    for number, line in enumerate(fields.lines, start=1):
        cells = {
            "receipt": fields.receipt,
            "line": str(number),
            "date": fields.day.isoformat(),
            "time": _clock(fields.time),
            "customer_code": customer.code,
            "customer_name": customer.name,
            "phone": customer.phone,
            "staff": line.staff or fields.staff,
            "payment": fields.payment,
            "note": fields.note,
            "refund_of": fields.refund_of,
            **_line_cells(line, currency),
        }
        yield [cells[name] for name in PURCHASE_FIELDS]


def _line_cells(line: LineFields, currency: Currency) -> dict[str, str]:
    return {
        "product_code": line.product_code,
        "product": line.product,
        "group": line.group,
        "quantity": _plain(line.quantity),
        "unit_price": major(line.unit_price, currency),
        "amount": major(line.amount, currency),
        "discount": major(line.discount, currency) if line.discount else "",
        "tax_rate": f"{_plain(line.tax_rate * 100)}%" if line.tax_rate is not None else "",
    }


def _clock(moment: time | None) -> str:
    return "" if moment is None else moment.isoformat("seconds")


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def major(minor: int, currency: Currency) -> str:
    """Minor units as the whole of the currency: 1999 cents are 19.99."""
    return format(Decimal(minor).scaleb(-currency.digits), "f")
