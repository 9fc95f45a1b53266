"""Typed values of cells for both kinds of lists: dates, codes, yes and no; the reading itself is the domain's."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import TypeVar

from app.domain.customers import Consent
from app.domain.dates import DateError, DateOrder, DateProblem, excel_serial_to_datetime, guess_order
from app.domain.money import AmountProblem
from app.exchange.columns import ColumnMapping
from app.exchange.problems import RowReason
from app.exchange.source import Table

DATE_REASONS: Mapping[DateProblem, RowReason] = MappingProxyType(
    {
        DateProblem.EMPTY: RowReason.DATE_MISSING,
        DateProblem.UNREADABLE: RowReason.DATE_UNREADABLE,
        DateProblem.NO_SUCH_MONTH: RowReason.NO_SUCH_MONTH,
        DateProblem.NO_SUCH_DAY: RowReason.NO_SUCH_DAY,
        DateProblem.OUTSIDE_ERA: RowReason.OUTSIDE_ERA,
        DateProblem.IN_FUTURE: RowReason.DATE_IN_FUTURE,
        DateProblem.AMBIGUOUS: RowReason.DATE_AMBIGUOUS,
    }
)
AMOUNT_REASONS: Mapping[AmountProblem, RowReason] = MappingProxyType(
    {
        AmountProblem.EMPTY: RowReason.AMOUNT_MISSING,
        AmountProblem.UNREADABLE: RowReason.AMOUNT_UNREADABLE,
        AmountProblem.OTHER_CURRENCY: RowReason.AMOUNT_OTHER_CURRENCY,
        AmountProblem.TOO_LARGE: RowReason.AMOUNT_TOO_LARGE,
    }
)
NOTHING = frozenset(("", "-", "－", "ー", "―", "—", "なし", "無し", "無", "不明", "未登録", "none", "n/a", "null"))

T = TypeVar("T")
_YEAR_LAST = re.compile(r"\s*\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_WHOLE_FLOAT = re.compile(r"(\d+)\.0+")
_WIDE_ASCII = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_YES = frozenset(
    [
        "yes",
        "y",
        "true",
        "1",
        "○",
        "〇",
        "◯",
        "◎",
        "はい",
        "可",
        "有",
        "あり",
        "ok",
        "希望",
        "希望する",
        "送る",
        "送ってよい",
        "受け取る",
        "許可",
        "承諾",
        "同意",
        "同意する",
        "subscribed",
        "要",
        "必要",
        "送付可",
        "送付する",
        "送付希望",
        "発送可",
        "郵送可",
        "配信可",
        "配信する",
        "配信希望",
        "dm可",
        "dm希望",
    ]
)
_NO = frozenset(
    [
        "no",
        "n",
        "false",
        "0",
        "×",
        "✕",
        "x",
        "いいえ",
        "不可",
        "無",
        "なし",
        "ng",
        "希望しない",
        "送らない",
        "受け取らない",
        "拒否",
        "不要",
        "同意しない",
        "unsubscribed",
        "停止",
        "中止",
        "配信停止",
        "発送停止",
        "送付停止",
        "送付不可",
        "送付しない",
        "発送不可",
        "発送しない",
        "郵送不可",
        "郵送しない",
        "配信不可",
        "配信しない",
        "希望せず",
        "希望なし",
        "お断り",
        "禁止",
        "dm不可",
        "dm不要",
        "dm停止",
    ]
)
_UNKNOWN = frozenset(("", "unknown", "不明", "未確認", "-", "－", "?", "？"))
_ORDER_SAMPLE = 5_000


def to_narrow(text: str) -> str:
    """Full-width ASCII as ASCII; kana and kanji as they are."""
    return text if text.isascii() else text.translate(_WIDE_ASCII)


def one_line(text: str) -> str:
    """The text as typed, without blanks around it and without line breaks."""
    plain = text.strip()
    return " ".join(part.strip() for part in plain.splitlines()) if "\n" in plain or "\r" in plain else plain


def code_text(text: str) -> str:
    """A code or number as text: without the ".0" that spreadsheets add to whole numbers, digits half-width."""
    narrow = to_narrow(text).strip()
    whole = _WHOLE_FLOAT.fullmatch(narrow)
    return whole[1] if whole else narrow


def read_consent(text: str) -> Consent | None:
    """What a cell says about consent; None when it says something else."""
    word = to_narrow(text).strip().casefold()
    if word in _UNKNOWN:
        return Consent.UNKNOWN
    return Consent.YES if word in _YES else Consent.NO if word in _NO else None


def read_flag(text: str) -> bool | None:
    """A yes/no cell, empty = no; None when it says something else."""
    word = to_narrow(text).strip().casefold()
    if word in _NO or word in _UNKNOWN:
        return False
    return True if word in _YES else None


def moment_of_serial(text: str) -> datetime | None:
    """The moment behind a bare five-digit number of days, as a spreadsheet leaves it in a column that lost its format."""
    narrow = to_narrow(text).strip()
    if not _SERIAL.fullmatch(narrow):
        return None
    moment = excel_serial_to_datetime(float(narrow))
    return None if isinstance(moment, DateError) else moment


def month_of(text: str) -> str:
    """The number that is no month in a date like 1958/13/2 or S48.13.8, for the sentence about it."""
    numbers = re.findall(r"\d+", to_narrow(text))
    after_year = numbers[1:] or numbers
    return next((number for number in after_year if not 1 <= int(number) <= 12), after_year[0] if after_year else "")


def order_of_dates(table: Table, mapping: ColumnMapping, fields: Iterable[str]) -> DateOrder | None:
    """How 11/20/2026 is meant in this file, when it has such dates and some of them tell."""
    indexes = [index for field, index in mapping.field_indexes.items() if field in fields]
    if not indexes or not any(_YEAR_LAST.match(cells[index]) for _, cells in table.sample(20) for index in indexes):
        return None
    texts: list[str] = []
    for count, (_, cells) in enumerate(table.records([])):
        texts.extend(cells[index] for index in indexes if cells[index])
        if count >= _ORDER_SAMPLE:
            break
    return guess_order(texts)


class Remembered(dict[str, T]):
    """What a reader made of each text so far, read on first use: columns of lists repeat themselves."""

    def __init__(self, read: Callable[[str], T], most: int = 200_000) -> None:
        super().__init__()
        self._read = read
        self._most = most

    def __missing__(self, text: str) -> T:
        if len(self) >= self._most:
            self.clear()
        found = self[text] = self._read(text)
        return found
