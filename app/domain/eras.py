"""Japanese eras with their exact first and last days, Meiji to Reiwa."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Era:
    """`first` and `last` both belong to the era; `last` None while it lasts.

    The day on which Meiji and Taisho ended is also the first day of the next era: both writings are right on paper.
    """

    name: str
    letter: str
    english: str
    first: date
    last: date | None


ERAS: tuple[Era, ...] = (
    Era("明治", "M", "Meiji", date(1868, 10, 23), date(1912, 7, 30)),
    Era("大正", "T", "Taisho", date(1912, 7, 30), date(1926, 12, 25)),
    Era("昭和", "S", "Showa", date(1926, 12, 25), date(1989, 1, 7)),
    Era("平成", "H", "Heisei", date(1989, 1, 8), date(2019, 4, 30)),
    Era("令和", "R", "Reiwa", date(2019, 5, 1), None),
)

_SHORT = {"明": "M", "大": "T", "昭": "S", "平": "H", "令": "R", "㍾": "M", "㍽": "T", "㍼": "S", "㍻": "H", "㋿": "R"}


def era_named(text: str) -> Era | None:
    """The era called `text`: 昭和, 昭, ㍼, S, s or Showa."""
    letter = _SHORT.get(text, text).casefold()
    for era in ERAS:
        if letter in (era.name, era.letter.casefold(), era.english.casefold()):
            return era
    return None


def era_of(day: date) -> Era | None:
    """The era of a day, the newer one on a day that has two; None before Meiji."""
    for era in reversed(ERAS):
        if day >= era.first:
            return era
    return None


def era_year(day: date) -> tuple[Era, int] | None:
    """Era and year in it, the first year as 1; None before Meiji."""
    era = era_of(day)
    return None if era is None else (era, day.year - era.first.year + 1)


def is_within(era: Era, day: date) -> bool:
    return era.first <= day and (era.last is None or day <= era.last)


def day_in_era(era: Era, year: int, month: int, day: int) -> date:
    """The day that an era date counts to, also past the era's end (S64.2.1 is 1989-02-01); ValueError when there is none."""
    return date(era.first.year + year - 1, month, day)
