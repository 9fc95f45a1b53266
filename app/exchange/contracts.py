"""Rows of a list of contracts: whose, what for, from when to when, what they cost and why they ended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from app.domain.contracts import LARGEST_PRICE, LONGEST_TERM, PriceEvery
from app.domain.dates import DateError, DateOrder, parse_date
from app.domain.money import AmountError, Currency, parse_amount
from app.domain.numbers import parse_int
from app.domain.progress import NO_PROGRESS, Progress
from app.domain.text import fold
from app.exchange.columns import CONTRACT_FIELDS, ColumnMapping, label
from app.exchange.export import ExportStyle, major, write_table
from app.exchange.problems import MissingColumns, RowError, RowReason, RowWarning, shown
from app.exchange.purchase_cells import phone_text
from app.exchange.purchases import CustomerKey
from app.exchange.source import Table
from app.exchange.typed import (
    AMOUNT_REASONS,
    DATE_REASONS,
    NOTHING,
    code_text,
    moment_of_serial,
    month_of,
    one_line,
    order_of_dates,
    to_narrow,
)

_WHOSE = ("customer_code", "phone", "customer_name")
_DAYS = ("start", "end", "renews_on")
_RUNS = NOTHING | {"継続", "継続中", "契約中", "有効", "running", "active", "open"}
_MONTHS = re.compile(r"\s*(?:か月|ヶ月|カ月|ケ月|箇月|月|months?|mo)\.?\s*$", re.IGNORECASE)
_YEARS = re.compile(r"\s*(?:年|years?|yr)\.?\s*$", re.IGNORECASE)
_EVERY: Mapping[str, PriceEvery] = {
    "month": PriceEvery.MONTH, "monthly": PriceEvery.MONTH, "月": PriceEvery.MONTH, "月額": PriceEvery.MONTH, "毎月": PriceEvery.MONTH,
    "year": PriceEvery.YEAR, "yearly": PriceEvery.YEAR, "annual": PriceEvery.YEAR, "年": PriceEvery.YEAR, "年額": PriceEvery.YEAR,
    "毎年": PriceEvery.YEAR, "年払": PriceEvery.YEAR, "年払い": PriceEvery.YEAR, "年1回": PriceEvery.YEAR,
    "月払": PriceEvery.MONTH, "月払い": PriceEvery.MONTH, "月1回": PriceEvery.MONTH,
    "once": PriceEvery.ONCE, "一回": PriceEvery.ONCE, "1回": PriceEvery.ONCE, "一括": PriceEvery.ONCE, "一度": PriceEvery.ONCE,
    "一括払い": PriceEvery.ONCE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ContractDraft:
    """A contract as the file has it. `end` None: it runs. What the row does not say is None, or "" for words."""

    row: int
    customer: CustomerKey
    plan: str
    start: date
    end: date | None = None
    price: int | None = None
    reason: str = ""
    term_months: int | None = None
    renews_on: date | None = None
    every: PriceEvery | None = None

    @property
    def identity(self) -> tuple[str, date]:
        """What tells the contracts of a customer apart."""
        return fold(self.plan), self.start


@dataclass(slots=True)
class ContractReading:
    drafts: list[ContractDraft] = field(default_factory=list)
    refused: list[RowError] = field(default_factory=list)
    warnings: list[RowWarning] = field(default_factory=list)
    rows_read: int = 0


def read_contracts(
    table: Table,
    mapping: ColumnMapping,
    *,
    currency: Currency,
    overrides: Mapping[tuple[int, str], str] | None = None,
    progress: Progress = NO_PROGRESS,
) -> ContractReading:
    """Read every row. `overrides`: texts typed by the user in place of a cell. MissingColumns without whose it is, the plan or the
    start."""
    missing = [] if mapping.fields & set(_WHOSE) else ["customer_code"]
    missing += [name for name in ("plan", "start") if name not in mapping.fields]
    if missing:
        raise MissingColumns(fields=", ".join(missing))
    reading = ContractReading()
    order = order_of_dates(table, mapping, _DAYS)
    at = mapping.field_indexes
    typed = overrides or {}
    known: dict[tuple[CustomerKey, tuple[str, date]], int] = {}
    for row, cells in table.records(reading.refused, progress):
        reading.rows_read += 1
        texts = {name: typed.get((row, name), cells[index]) for name, index in at.items()}
        found = _Row(row, texts, order, currency).read()
        if isinstance(found, ContractDraft):
            first = known.setdefault((found.customer, found.identity), row)
            if first != row:
                found = RowError(row, RowReason.CONTRACT_TWICE, "plan", shown(found.plan), shown(found.customer.said), str(first))
        if isinstance(found, RowError):
            reading.refused.append(found)
        else:
            reading.drafts.append(found)
    reading.refused.sort(key=lambda error: error.row)
    return reading


class _Row:
    def __init__(self, row: int, texts: Mapping[str, str], order: DateOrder | None, currency: Currency) -> None:
        self._row = row
        self._texts = texts
        self._order = order
        self._currency = currency
        code, phone = code_text(texts.get("customer_code", "")), phone_text(texts.get("phone", ""))
        self._customer = CustomerKey(code, phone, one_line(texts.get("customer_name", "")))

    def read(self) -> ContractDraft | RowError:
        """The first thing that is wrong with the row, or what it says."""
        if self._customer.is_empty:
            is_by_number = "customer_code" in self._texts
            reason = RowReason.CODE_MISSING if is_by_number else RowReason.NAME_MISSING
            return self._error(reason, "customer_code" if is_by_number else next(name for name in reversed(_WHOSE) if name in self._texts))
        plan = one_line(self._texts["plan"])
        if not plan:
            return self._error(RowReason.PLAN_MISSING, "plan")
        days = {name: self._day(name) for name in _DAYS}
        for name, day in days.items():
            if isinstance(day, RowReason):
                return self._error(day, name)
        start, end, renews = (days[name] for name in _DAYS)
        if not isinstance(start, date):
            return self._error(RowReason.DATE_MISSING, "start")
        if isinstance(end, date) and end < start:
            return self._error(RowReason.END_BEFORE_START, "end")
        if isinstance(renews, date) and renews <= start:
            return self._error(RowReason.END_BEFORE_START, "renews_on")
        price, term, every = self._price(), self._term(), self._every()
        for name, value in (("price", price), ("term_months", term), ("every", every)):
            if isinstance(value, RowReason):
                return self._error(value, name)
        return ContractDraft(
            self._row,
            self._customer,
            plan,
            start,
            end if isinstance(end, date) else None,
            price if isinstance(price, int) else None,
            one_line(self._texts.get("reason", "")),
            term if isinstance(term, int) else None,
            renews if isinstance(renews, date) else None,
            every if isinstance(every, PriceEvery) else None,
        )

    def _error(self, reason: RowReason, name: str) -> RowError:
        text = self._texts.get(name, "")
        other = (
            month_of(text) if reason is RowReason.NO_SUCH_MONTH else str(LONGEST_TERM) if reason is RowReason.MONTHS_OUT_OF_RANGE else ""
        )
        return RowError(self._row, reason, name, shown(text), shown(self._customer.said), other)

    def _day(self, name: str) -> date | RowReason | None:
        text = self._texts.get(name, "")
        if text.strip().casefold() in (NOTHING if name == "start" else _RUNS):
            return None
        moment = moment_of_serial(text)
        found = moment.date() if moment else parse_date(text, order=self._order)
        return DATE_REASONS[found.problem] if isinstance(found, DateError) else found

    def _price(self) -> int | RowReason | None:
        text = self._texts.get("price", "")
        if text.strip().casefold() in NOTHING:
            return None
        amount = parse_amount(text, self._currency)
        if isinstance(amount, AmountError):
            return AMOUNT_REASONS[amount.problem]
        if amount.minor < 0:
            return RowReason.AMOUNT_UNREADABLE
        return amount.minor if amount.minor <= LARGEST_PRICE else RowReason.AMOUNT_TOO_LARGE

    def _term(self) -> int | RowReason | None:
        text = to_narrow(self._texts.get("term_months", "")).strip()
        if text.casefold() in NOTHING:
            return None
        years = parse_int(_YEARS.sub("", text)) if _YEARS.search(text) else None
        months = parse_int(_MONTHS.sub("", text)) if years is None else 12 * years
        if months is None:
            return RowReason.NUMBER_UNREADABLE
        return months if 1 <= months <= LONGEST_TERM else RowReason.MONTHS_OUT_OF_RANGE

    def _every(self) -> PriceEvery | RowReason | None:
        text = to_narrow(self._texts.get("every", "")).strip().casefold()
        return None if text in NOTHING else _EVERY.get(text, RowReason.EVERY_UNKNOWN)


def write_contracts(
    path: Path,
    contracts: Iterable[ContractDraft],
    *,
    style: ExportStyle,
    language: str,
    currency: Currency,
    progress: Progress = NO_PROGRESS,
) -> int:
    """One row a contract; how many. Prices in major units; for moving, the header has the field names."""
    is_moving = style is ExportStyle.MOVING
    header = CONTRACT_FIELDS if is_moving else tuple(label(name, language) for name in CONTRACT_FIELDS)
    return write_table(path, header, (_cells(contract, currency) for contract in contracts), style=style, progress=progress)


def _cells(contract: ContractDraft, currency: Currency) -> list[str]:
    c = contract
    cells = {
        "customer_code": c.customer.code,
        "customer_name": c.customer.name,
        "phone": c.customer.phone,
        "plan": c.plan,
        "start": c.start.isoformat(),
        "end": "" if c.end is None else c.end.isoformat(),
        "price": "" if c.price is None else major(c.price, currency),
        "reason": c.reason,
        "term_months": "" if c.term_months is None else str(c.term_months),
        "renews_on": "" if c.renews_on is None else c.renews_on.isoformat(),
        "every": "" if c.price is None or c.every is None else c.every.value,
    }
    return [cells[name] for name in CONTRACT_FIELDS]
