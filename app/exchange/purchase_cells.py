"""One row of a sales list, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from app.domain.dates import DateError, DateOrder, parse_datetime, parse_time
from app.domain.money import Amount, AmountError, Currency, amount_of_number, format_amount, parse_amount
from app.domain.numbers import parse_decimal, parse_int
from app.domain.phones import read_phone
from app.domain.purchases import LineFields
from app.domain.text import collapse_spaces
from app.exchange.columns import PURCHASE_FIELDS, ColumnMapping
from app.exchange.problems import RowError, RowReason, RowWarning, shown
from app.exchange.source import Table
from app.exchange.typed import (
    AMOUNT_REASONS,
    DATE_REASONS,
    NOTHING,
    Remembered,
    code_text,
    moment_of_serial,
    month_of,
    one_line,
    order_of_dates,
)

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
    """Reads rows of one table; problems go to the two lists it was given.

    A column that the file does not have stands at place -1, where every row gets an empty cell.
    """

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
        self._at = {field: mapping.field_indexes.get(field, -1) for field in PURCHASE_FIELDS}
        self._today = today
        self._currency = currency
        self._overrides = _by_row(overrides)
        self._refused = refused
        self._warnings = warnings
        order = order_of_dates(table, mapping, ("date",))
        self._moments = Remembered(lambda text: _read_moment(text, order))
        self._times = Remembered(parse_time)
        self._amounts: Remembered[Amount | AmountError | None] = Remembered(
            lambda text: parse_amount(text, currency) if text.strip() else None
        )
        self._quantities = Remembered(_read_quantity)
        self._rates = Remembered(_read_rate)
        self._codes = Remembered(code_text)
        self._texts = Remembered(one_line)
        self._names = Remembered(collapse_spaces)
        self._phones = Remembered(phone_text)
        self._line_places = tuple(self._at[field] for field in ("quantity", "unit_price", "discount", "amount", "tax_rate"))
        self._text_places = tuple(self._at[field] for field in ("product", "product_code", "group", "staff"))

    def read(self, row: int, cells: list[str]) -> ReadRow | str:
        """The row, or the receipt number ("" = none) of a row that was refused."""
        cells.append("")
        at = self._at
        if row in self._overrides:
            for field, text in self._overrides[row].items():
                if at.get(field, -1) >= 0:
                    cells[at[field]] = text
        receipt = self._codes[cells[at["receipt"]]]
        found = self._when(cells)
        if isinstance(found, RowReason):
            return self._refuse(row, cells, found, "time" if found is RowReason.TIME_UNREADABLE else "date", receipt)
        line = self._line(row, cells)
        if isinstance(line, tuple):
            return self._refuse(row, cells, line[0], line[1], receipt)
        number, note = cells[at["line"]], cells[at["note"]]
        return ReadRow(
            row,
            receipt,
            (parse_int(number) or 0) if number else 0,
            found[0],
            found[1],
            (self._codes[cells[at["customer_code"]]], self._phones[cells[at["phone"]]], self._names[cells[at["customer_name"]]]),
            line,
            self._codes[cells[at["refund_of"]]],
            self._texts[cells[at["payment"]]],
            note.strip() if note else "",
        )

    def _refuse(self, row: int, cells: list[str], reason: RowReason, field: str, receipt: str) -> str:
        text = cells[self._at[field]]
        other = month_of(text) if reason is RowReason.NO_SUCH_MONTH else ""
        self._refused.append(RowError(row, reason, field, shown(text), shown(self._name(cells) or receipt), other))
        return receipt

    def _name(self, cells: list[str]) -> str:
        return self._names[cells[self._at["customer_name"]]] or self._codes[cells[self._at["customer_code"]]]

    def _when(self, cells: list[str]) -> tuple[datetime, bool] | RowReason:
        found = self._moments[cells[self._at["date"]]]
        if isinstance(found, RowReason):
            return found
        clock_text = cells[self._at["time"]]
        if clock_text and not clock_text.isspace():
            clock = self._times[clock_text]
            if clock is None:
                return RowReason.TIME_UNREADABLE
            found = datetime.combine(found[0], clock), True
        return RowReason.DATE_IN_FUTURE if found[0].date() > self._today else found

    def _line(self, row: int, cells: list[str]) -> LineFields | tuple[RowReason, str]:
        quantity_at, price_at, discount_at, amount_at, rate_at = self._line_places
        quantity = self._quantities[cells[quantity_at]]
        price, discount, amount = self._amounts[cells[price_at]], self._amounts[cells[discount_at]], self._amounts[cells[amount_at]]
        rate = self._rates[cells[rate_at]]
        if quantity is None:
            return RowReason.NUMBER_UNREADABLE, "quantity"
        if isinstance(rate, RowReason):
            return rate, "tax_rate"
        if isinstance(price, AmountError):
            return AMOUNT_REASONS[price.problem], "unit_price"
        if isinstance(discount, AmountError):
            return AMOUNT_REASONS[discount.problem], "discount"
        if amount is None and price is not None:
            taken_off = abs(discount.exact) if discount else Decimal(0)
            amount = amount_of_number(price.exact * quantity - taken_off, self._currency)
        if amount is None:
            return RowReason.AMOUNT_MISSING, "amount"
        if isinstance(amount, AmountError):
            return AMOUNT_REASONS[amount.problem], "amount"
        if amount.is_rounded or (price is not None and price.is_rounded):
            self._warn_of_rounding(row, cells, amount, price)
        product_at, code_at, group_at, staff_at = self._text_places
        return LineFields(
            self._texts[cells[product_at]],
            self._codes[cells[code_at]],
            self._texts[cells[group_at]],
            quantity,
            price.minor if price is not None else self._price_from(amount, quantity),
            abs(discount.minor) if discount else 0,
            amount.minor,
            rate,
            self._texts[cells[staff_at]],
        )

    def _price_from(self, amount: Amount, quantity: Decimal) -> int:
        if not quantity or quantity == _ONE:
            return amount.minor
        price = amount_of_number(amount.exact / quantity, self._currency)
        return amount.minor if isinstance(price, AmountError) else price.minor

    def _warn_of_rounding(self, row: int, cells: list[str], amount: Amount, price: Amount | None) -> None:
        if amount.is_rounded or price is None:
            rounded, reason, field = amount, RowReason.AMOUNT_ROUNDED, "amount"
        else:
            rounded, reason, field = price, RowReason.PRICE_ROUNDED, "unit_price"
        after = format_amount(rounded.minor, self._currency)
        value = cells[self._at[field]] or str(rounded.exact)
        self._warnings.append(RowWarning(row, reason, field, shown(value), shown(self._name(cells)), after))


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


def phone_text(text: str) -> str:
    if text.strip().casefold() in NOTHING:
        return ""
    reading = read_phone(code_text(text))
    return reading.repair or reading.text
