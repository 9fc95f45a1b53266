"""Rows of a sales list as receipts: rows of one receipt number are one purchase with lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from app.domain.money import Currency
from app.domain.progress import NO_PROGRESS, Progress
from app.domain.purchases import LineFields, PurchaseFields
from app.exchange.columns import ColumnMapping
from app.exchange.problems import MissingColumns, RowError, RowReason, RowWarning, shown
from app.exchange.purchase_cells import CellReader, ReadRow
from app.exchange.source import Table


@dataclass(frozen=True, slots=True)
class CustomerKey:
    """How a file names the customer; the service finds the record by code, then phone, then name."""

    code: str = ""
    phone: str = ""
    name: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.code or self.phone or self.name)

    @property
    def said(self) -> str:
        """What to call the customer where one of them is enough."""
        return self.name or self.code or self.phone


@dataclass(frozen=True, slots=True)
class PurchaseDraft:
    """One receipt; `rows` are all rows of the file it is made of, `row` the first."""

    row: int
    rows: tuple[int, ...]
    fields: PurchaseFields
    customer: CustomerKey


@dataclass(slots=True)
class PurchaseReading:
    drafts: list[PurchaseDraft] = field(default_factory=list)
    refused: list[RowError] = field(default_factory=list)
    warnings: list[RowWarning] = field(default_factory=list)
    rows_read: int = 0
    rows_without_customer: int = 0

    @property
    def receipts(self) -> int:
        return len(self.drafts)

    @property
    def accepted_rows(self) -> int:
        return sum(len(draft.rows) for draft in self.drafts)


_NOBODY = CustomerKey()


class _Receipt:
    __slots__ = ("customer", "has_time", "lines", "moment", "note", "payment", "receipt", "refund_of", "rows", "spans_days", "staff")

    def __init__(self, row: ReadRow) -> None:
        self.rows: list[int] = []
        self.lines: list[tuple[int, LineFields]] = []
        self.receipt = row.receipt
        self.moment = row.moment
        self.has_time = row.has_time
        self.customer = _NOBODY
        self.refund_of = self.payment = self.note = self.staff = ""
        self.spans_days = False

    def belongs_to_other(self, customer: CustomerKey) -> bool:
        """Whether the receipt already has a customer who cannot be this one."""
        mine = self.customer
        if mine is customer or mine.is_empty or customer.is_empty:
            return False
        for known, given in ((mine.code, customer.code), (mine.phone, customer.phone), (mine.name, customer.name)):
            if known and given:
                return known != given
        return False

    def add(self, row: ReadRow, customer: CustomerKey) -> None:
        self.rows.append(row.row)
        self.lines.append((row.line_number, row.line))
        if row.moment != self.moment:
            self.spans_days = self.spans_days or row.moment.date() != self.moment.date()
            self.moment = min(self.moment, row.moment)
        self.has_time = self.has_time or row.has_time
        if self.customer is _NOBODY and customer is not _NOBODY:
            self.customer = customer
        self.refund_of = self.refund_of or row.refund_of
        self.payment = self.payment or row.payment
        self.note = self.note or row.note
        self.staff = self.staff or row.line.staff

    def draft(self) -> PurchaseDraft:
        if any(number for number, _ in self.lines):
            self.lines.sort(key=lambda numbered: numbered[0])
        fields = PurchaseFields(
            day=self.moment.date(),
            time=self.moment.time() if self.has_time else None,
            receipt=self.receipt,
            lines=tuple(self._lines()),
            staff=self.staff,
            payment=self.payment,
            note=self.note,
            refund_of=self.refund_of,
        )
        return PurchaseDraft(self.rows[0], tuple(self.rows), fields, self.customer)

    def _lines(self) -> Iterator[LineFields]:
        """A line names its staff only when it is not who the receipt names."""
        for _, line in self.lines:
            yield replace(line, staff="") if line.staff and line.staff == self.staff else line


_GroupKey = str | tuple[CustomerKey, datetime] | int


def read_purchases(
    table: Table,
    mapping: ColumnMapping,
    *,
    today: date,
    currency: Currency,
    overrides: Mapping[tuple[int, str], str] | None = None,
    progress: Progress = NO_PROGRESS,
) -> PurchaseReading:
    """Read every row of a sales list; what cannot be read is listed, the rest becomes drafts in order of their first rows.

    Rows belong together by receipt number; in a list without receipt numbers by customer, day and time, and a row
    without a time or a customer stands alone. The earliest row dates the receipt. Amounts are minor units of
    `currency`, rounded half up with a warning. Days after `today` are refused. `overrides` are texts typed by the
    user for (row, field). Raises MissingColumns without a date, or without an amount and a unit price.
    """
    fields = mapping.fields
    if "date" not in fields or not fields & {"amount", "unit_price"}:
        raise MissingColumns(fields="date, amount" if "date" not in fields else "amount")
    reading = PurchaseReading()
    cells_of = CellReader(table, mapping, today, currency, overrides or {}, reading.refused, reading.warnings)
    customers: dict[tuple[str, str, str], CustomerKey] = {("", "", ""): _NOBODY}
    receipts: dict[_GroupKey, _Receipt] = {}
    incomplete: dict[str, int] = {}
    for row_number, cells in table.records(reading.refused, progress):
        reading.rows_read += 1
        row = cells_of.read(row_number, cells)
        if isinstance(row, str):
            incomplete.setdefault(row, row_number)
            continue
        customer = customers.get(row.customer)
        if customer is None:
            customer = customers[row.customer] = CustomerKey(*row.customer)
        key = _group_key(row, customer)
        receipt = receipts.get(key)
        if receipt is None:
            receipt = receipts[key] = _Receipt(row)
        elif receipt.belongs_to_other(customer):
            _refuse_other_customer(row, receipt, customer, reading)
            incomplete.setdefault(row.receipt, row_number)
            continue
        receipt.add(row, customer)
    _finish(receipts, incomplete, reading)
    return reading


def _group_key(row: ReadRow, customer: CustomerKey) -> _GroupKey:
    if row.receipt:
        return row.receipt
    return row.row if customer is _NOBODY or not row.has_time else (customer, row.moment)


def _refuse_other_customer(row: ReadRow, receipt: _Receipt, customer: CustomerKey, reading: PurchaseReading) -> None:
    mine = receipt.customer
    owner = mine.said
    reading.refused.append(
        RowError(
            row.row,
            RowReason.RECEIPT_OTHER_CUSTOMER,
            "receipt",
            shown(row.receipt),
            shown(customer.said),
            shown(owner),
        )
    )


def _finish(receipts: dict[_GroupKey, _Receipt], incomplete: dict[str, int], reading: PurchaseReading) -> None:
    for receipt in receipts.values():
        total = sum(line.amount for _, line in receipt.lines)
        if receipt.refund_of and total > 0:
            for row, (_, line) in zip(receipt.rows, receipt.lines, strict=True):
                reading.refused.append(RowError(row, RowReason.REFUND_NOT_NEGATIVE, "amount", str(line.amount), receipt.customer.name))
            continue
        if receipt.spans_days:
            reading.warnings.append(RowWarning(receipt.rows[0], RowReason.RECEIPT_SPANS_DAYS, "receipt", shown(receipt.receipt)))
        if receipt.receipt and receipt.receipt in incomplete:
            row = incomplete[receipt.receipt]
            reading.warnings.append(RowWarning(row, RowReason.RECEIPT_INCOMPLETE, "receipt", shown(receipt.receipt)))
        if receipt.customer.is_empty:
            reading.rows_without_customer += len(receipt.rows)
        reading.drafts.append(receipt.draft())
    reading.refused.sort(key=lambda error: error.row)
    reading.warnings.sort(key=lambda warning: warning.row)
