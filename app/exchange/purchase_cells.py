"""One row of a sales list, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from app.domain.dates import DateError, DateOrder, parse_datetime, parse_time
from app.domain.money import Amount, AmountError, Currency, amount_of_number, format_amount, parse_amount
from app.domain.numbers import parse_decimal, parse_int
from app.domain.phones import read_phone
from app.domain.purchases import LineFields
from app.domain.text import collapse_spaces
from app.exchange.columns import ColumnMapping
from app.exchange.problems import RowError, RowReason, RowWarning, shown
from app.exchange.source import Table
from app.exchange.typed import AMOUNT_REASONS, DATE_REASONS, NOTHING, Remembered, code_text, moment_of_serial, order_of_dates

_ONE = Decimal(1)
_HUNDRED = Decimal(100)
_TIME_MARK = re.compile(r"\d\s*[:：時]\s*\d|\d{4,5}\.\d")


@dataclass(slots=True)
class ReadRow:
    """A row that can come in. `line_number` 0 when the list does not number its lines."""

    row: int
    receipt: str
    line_number: int
    moment: datetime
    has_time: bool
    customer: tuple[str, str, str]
    line: LineFields
    refund_of: str
    payment: str
    note: str


class CellReader:
    """Reads rows of one table; problems go to the two lists it was given."""

    def __init__(
        self,
        table: Table,
        mapping: ColumnMapping,
        today: date,
        currency: Currency,
        overrides: Mapping[tuple[int, str], str],
        refused: list[RowError],
        warnings: list[RowWarning],
    ) -> None:
        self._indexes = mapping.field_indexes
        self._today = today
        self._currency = currency
        self._overrides = _by_row(overrides)
        self._refused = refused
        self._warnings = warnings
        order = order_of_dates(table, mapping, ("date",))
        self._moment = Remembered(lambda text: _read_moment(text, order))
        self._time = Remembered(parse_time)
        self._amount = Remembered(lambda text: parse_amount(text, currency))
        self._quantity = Remembered(_read_quantity)
        self._rate = Remembered(_read_rate)
        self._code = Remembered(code_text)
        self._text = Remembered(lambda text: " ".join(text.split()))
        self._phone = Remembered(lambda text: "" if text.strip().casefold() in NOTHING else _phone_text(text))
        self._name = Remembered(collapse_spaces)
        absent = -1
        place = self._indexes.get
        self._date_at, self._time_at = place("date", absent), place("time", absent)
        self._amount_at, self._price_at = place("amount", absent), place("unit_price", absent)
        self._quantity_at, self._discount_at = place("quantity", absent), place("discount", absent)

    def read(self, row: int, cells: list[str]) -> ReadRow | str:
        """The row, or the receipt number ("" = none) of a row that was refused."""
        typed = self._overrides.get(row)
        if typed is not None:
            cells = list(cells)
            for field, text in typed.items():
                if field in self._indexes:
                    cells[self._indexes[field]] = text
        cell = _Cells(cells, self._indexes)
        receipt = self._code(cell("receipt"))
        found = self._when(cells)
        if isinstance(found, RowReason):
            field = "time" if found is RowReason.TIME_UNREADABLE else "date"
            return self._refuse(row, cell, found, field, receipt)
        moment, has_time = found
        line = self._line(row, cells, cell)
        if isinstance(line, tuple):
            return self._refuse(row, cell, line[0], line[1], receipt)
        customer = (self._code(cell("customer_code")), self._phone(cell("phone")), self._name(cell("customer_name")))
        number = cell("line")
        return ReadRow(
            row,
            receipt,
            (parse_int(number) or 0) if number else 0,
            moment,
            has_time,
            customer,
            line,
            self._code(cell("refund_of")),
            self._text(cell("payment")),
            cell("note").strip(),
        )

    def _refuse(self, row: int, cell: Callable[[str], str], reason: RowReason, field: str, receipt: str) -> str:
        name = cell("customer_name") or self._code(cell("customer_code")) or receipt
        self._refused.append(RowError(row, reason, field, shown(cell(field)), shown(name)))
        return receipt

    def _when(self, cells: list[str]) -> tuple[datetime, bool] | RowReason:
        found = self._moment(cells[self._date_at])
        if isinstance(found, RowReason):
            return found
        moment, has_time = found
        if self._time_at >= 0 and cells[self._time_at].strip():
            clock = self._time(cells[self._time_at])
            if clock is None:
                return RowReason.TIME_UNREADABLE
            moment, has_time = datetime.combine(moment, clock), True
        return RowReason.DATE_IN_FUTURE if moment.date() > self._today else (moment, has_time)

    def _line(self, row: int, cells: list[str], cell: Callable[[str], str]) -> LineFields | tuple[RowReason, str]:
        quantity = self._quantity(cells[self._quantity_at]) if self._quantity_at >= 0 else _ONE
        if quantity is None:
            return RowReason.NUMBER_UNREADABLE, "quantity"
        price = self._optional(cells, self._price_at)
        if isinstance(price, AmountError):
            return AMOUNT_REASONS[price.problem], "unit_price"
        discount = self._optional(cells, self._discount_at)
        if isinstance(discount, AmountError):
            return AMOUNT_REASONS[discount.problem], "discount"
        amount = self._optional(cells, self._amount_at)
        if amount is None and price is not None:
            taken_off = abs(discount.exact) if discount else Decimal(0)
            amount = amount_of_number(price.exact * quantity - taken_off, self._currency)
        if amount is None:
            return RowReason.AMOUNT_MISSING, "amount"
        if isinstance(amount, AmountError):
            return AMOUNT_REASONS[amount.problem], "amount"
        self._warn_when_rounded(row, cell, amount, price)
        rate = self._rate(cell("tax_rate"))
        if isinstance(rate, RowReason):
            return rate, "tax_rate"
        return LineFields(
            product=self._text(cell("product")),
            product_code=self._code(cell("product_code")),
            group=self._text(cell("group")),
            quantity=quantity,
            unit_price=price.minor if price is not None else self._price_from(amount, quantity),
            discount=abs(discount.minor) if discount else 0,
            amount=amount.minor,
            tax_rate=rate,
            staff=self._text(cell("staff")),
        )

    def _optional(self, cells: list[str], index: int) -> Amount | AmountError | None:
        if index < 0:
            return None
        text = cells[index]
        return self._amount(text) if text and not text.isspace() else None

    def _price_from(self, amount: Amount, quantity: Decimal) -> int:
        if not quantity or quantity == _ONE:
            return amount.minor
        price = amount_of_number(amount.exact / quantity, self._currency)
        return amount.minor if isinstance(price, AmountError) else price.minor

    def _warn_when_rounded(self, row: int, cell: Callable[[str], str], amount: Amount, price: Amount | None) -> None:
        if amount.is_rounded:
            rounded, reason, field = amount, RowReason.AMOUNT_ROUNDED, "amount"
        elif price is not None and price.is_rounded:
            rounded, reason, field = price, RowReason.PRICE_ROUNDED, "unit_price"
        else:
            return
        after = format_amount(rounded.minor, self._currency)
        name = self._name(cell("customer_name")) or self._code(cell("customer_code"))
        self._warnings.append(RowWarning(row, reason, field, shown(cell(field) or str(rounded.exact)), shown(name), after))


class _Cells:
    """The cell of a field, "" when the file has no such column."""

    __slots__ = ("_cells", "_indexes")

    def __init__(self, cells: list[str], indexes: dict[str, int]) -> None:
        self._cells = cells
        self._indexes = indexes

    def __call__(self, field: str) -> str:
        index = self._indexes.get(field)
        return "" if index is None else self._cells[index]


def _by_row(overrides: Mapping[tuple[int, str], str]) -> dict[int, dict[str, str]]:
    found: dict[int, dict[str, str]] = {}
    for (row, field), text in overrides.items():
        found.setdefault(row, {})[field] = text
    return found


def _read_moment(text: str, order: DateOrder | None) -> tuple[datetime, bool] | RowReason:
    if not text.strip():
        return RowReason.DATE_MISSING
    moment = moment_of_serial(text) or parse_datetime(text, order=order)
    if isinstance(moment, DateError):
        return DATE_REASONS[moment.problem]
    return moment, bool(_TIME_MARK.search(text))


def _read_quantity(text: str) -> Decimal | None:
    return parse_decimal(text) if text.strip() else _ONE


def _read_rate(text: str) -> Decimal | RowReason | None:
    """A tax rate as a fraction: "10%", "10" and "0.1" are 0.1."""
    plain = text.strip().rstrip("%％").removesuffix("パーセント")
    if not plain:
        return None
    rate = parse_decimal(plain)
    if rate is None or rate < 0:
        return RowReason.NUMBER_UNREADABLE
    return rate / _HUNDRED if rate >= 1 or plain != text.strip() else rate


def _phone_text(text: str) -> str:
    reading = read_phone(code_text(text))
    return reading.repair or reading.text
