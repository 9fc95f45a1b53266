"""Values as they are given on the command line. Each reader raises argparse.ArgumentTypeError with what would have been right."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def count_to(most: int) -> Callable[[str], int]:
    def count(text: str) -> int:
        if not text.isdecimal() or not 1 <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to {most}")
        return int(text)

    return count


def assignment(text: str) -> str:
    if "=" not in text:
        raise argparse.ArgumentTypeError(f"{text!r} does not say which field. Please write it as Column=field.")
    return text


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day like 2026-11-20") from None


def month(text: str) -> date:
    """YYYY-MM as its first day."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no month like 2026-10") from None


def numbers(text: str) -> tuple[int, ...]:
    try:
        return tuple(sorted({int(part) for part in text.split(",")}))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no list of days like 1,15") from None


def counts(text: str) -> tuple[int, ...]:
    """Whole numbers as they stand, one after the other."""
    try:
        return tuple(int(part) for part in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no list of numbers like 1000,869,743") from None


def weekdays(text: str) -> tuple[int, ...]:
    try:
        return tuple(sorted({_WEEKDAYS.index(part.strip().lower()) for part in text.split(",")}))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no list of days like sat,sun") from None


def month_and_day(text: str) -> tuple[int, int]:
    try:
        # A leap year has every day there is.
        day = date.fromisoformat(f"2000-{text}")
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day of the year like 03-31") from None
    return day.month, day.day
