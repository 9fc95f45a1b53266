"""Japanese postal codes as typed, and what a postal table says about one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.text import collapse_spaces


class PostalProblem(StrEnum):
    WRONG_LENGTH = "wrong_length"
    UNREADABLE = "unreadable"
    LOST_ZERO = "lost_zero"


PROBLEM_SENTENCES: Mapping[PostalProblem, str] = {
    PostalProblem.WRONG_LENGTH: QT_TRANSLATE_NOOP("Formats", "A postal code has seven digits, as in 150-0001."),
    PostalProblem.UNREADABLE: QT_TRANSLATE_NOOP("Formats", "This could not be read as a postal code. Example: 150-0001."),
    PostalProblem.LOST_ZERO: QT_TRANSLATE_NOOP("Formats", "The 0 in front of this postal code seems to be lost."),
}


@dataclass(frozen=True, slots=True)
class PostalCodeReading:
    """`text` as "150-0001" when seven digits were found, else as typed; `repair` is what to offer for LOST_ZERO."""

    text: str
    digits: str
    problem: PostalProblem | None = None
    repair: str = ""


@dataclass(frozen=True, slots=True)
class PostalArea:
    """One area of a postal code; `town` empty where the code stands for all towns that have no code of their own.

    Codes of large offices name the `office`, and `street` is its number in the town.
    """

    postal_code: str
    prefecture: str
    city: str
    town: str
    prefecture_kana: str = ""
    city_kana: str = ""
    town_kana: str = ""
    street: str = ""
    office: str = ""


class PostalLookup(Protocol):
    def lookup(self, postal_code: str) -> Sequence[PostalArea]:
        """The areas of a code with or without its hyphen; empty when there is none."""

    def cities(self, prefecture: str) -> Sequence[str]:
        """The municipalities of a prefecture, wards of large cities each for itself; of all when it is empty."""


_MARKS = re.compile(r"[\s〒\-‐‑‒–—―−ー─.]")


def read_postal_code(text: str) -> PostalCodeReading:
    """Read a Japanese postal code in any width, with or without 〒 and hyphen. Empty text has no problem.

    Five or six digits have lost their zeros in a spreadsheet; the zeros are offered, never put back in silence.
    """
    typed = collapse_spaces(text)
    digits = _MARKS.sub("", unicodedata.normalize("NFKC", typed))
    if not digits:
        return PostalCodeReading("" if typed in ("", "〒") else typed, "", None if typed in ("", "〒") else PostalProblem.UNREADABLE)
    if not (digits.isascii() and digits.isdigit()):
        return PostalCodeReading(typed, "", PostalProblem.UNREADABLE)
    if len(digits) == 7:
        return PostalCodeReading(f"{digits[:3]}-{digits[3:]}", digits)
    # "150-001" is a slip of the finger, not a spreadsheet's doing.
    if len(digits) in (5, 6) and typed.isalnum():
        padded = digits.zfill(7)
        return PostalCodeReading(typed, digits, PostalProblem.LOST_ZERO, f"{padded[:3]}-{padded[3:]}")
    return PostalCodeReading(typed, digits, PostalProblem.WRONG_LENGTH)
