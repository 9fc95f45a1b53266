"""How counts, spans and sizes stand on a screen or on paper, in both languages."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from app.domain.numbers import EMPTY_CELL, format_number, format_range
from app.domain.text import is_japanese

__all__ = [
    "EMPTY_CELL",
    "CountUnit",
    "format_count",
    "format_day_relative",
    "format_days_ago",
    "format_file_size",
    "format_range",
]


class CountUnit(StrEnum):
    """What is counted; Japanese counts each with its own word."""

    CUSTOMERS = "customers"
    ITEMS = "items"
    PIECES = "pieces"
    TIMES = "times"
    DAYS = "days"
    POINTS = "points"


_COUNTERS = {
    CountUnit.CUSTOMERS: ("名", "customer", "customers"),
    CountUnit.ITEMS: ("件", "item", "items"),
    CountUnit.PIECES: ("枚", "piece", "pieces"),
    CountUnit.TIMES: ("回", "time", "times"),
    CountUnit.DAYS: ("日", "day", "days"),
    CountUnit.POINTS: ("ポイント", "point", "points"),
}


def format_count(number: int, unit: CountUnit, language: str) -> str:
    """1,234名 or 1,234 customers; 1 customer."""
    counter, one, many = _COUNTERS[unit]
    if is_japanese(language):
        return f"{format_number(number)}{counter}"
    return f"{format_number(number)} {one if number == 1 else many}"


def format_days_ago(days: int, language: str) -> str:
    """今日, 昨日, 71日前; days to come are negative: 明日, 3日後."""
    if is_japanese(language):
        near = {0: "今日", 1: "昨日", -1: "明日"}
        return near.get(days) or (f"{days:,}日前" if days > 0 else f"{-days:,}日後")
    near = {0: "today", 1: "yesterday", -1: "tomorrow"}
    return near.get(days) or (f"{days:,} days ago" if days > 0 else f"in {-days:,} days")


def format_day_relative(day: date, today: date, language: str) -> str:
    return format_days_ago((today - day).days, language)


def format_file_size(size: int, language: str) -> str:
    """Bytes as KB, MB or GB of 1,024 each with one decimal; both languages write it alike."""
    for unit, factor in (("GB", 1 << 30), ("MB", 1 << 20), ("KB", 1 << 10)):
        if size >= factor:
            return f"{format_number(size / factor, 1)} {unit}"
    return f"{format_number(size)} B"
