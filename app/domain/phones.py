"""Japanese phone numbers: usual hyphens, what is wrong with one, repair of a lost leading zero. Foreign ones are kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.area_codes import area_code_length
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.text import collapse_spaces, digits_of


class PhoneProblem(StrEnum):
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    UNREADABLE = "unreadable"
    LOST_ZERO = "lost_zero"


PROBLEM_SENTENCES: Mapping[PhoneProblem, str] = {
    PhoneProblem.TOO_SHORT: QT_TRANSLATE_NOOP("Formats", "This phone number is too short. Please check the digits."),
    PhoneProblem.TOO_LONG: QT_TRANSLATE_NOOP("Formats", "This phone number is too long. Please check the digits."),
    PhoneProblem.UNREADABLE: QT_TRANSLATE_NOOP("Formats", "This could not be read as a phone number."),
    PhoneProblem.LOST_ZERO: QT_TRANSLATE_NOOP("Formats", "The 0 in front of this phone number seems to be lost."),
}


@dataclass(frozen=True, slots=True)
class PhoneReading:
    """`text` with the usual hyphens when the number was understood, else as typed; `digits` alone.

    `repair` is what to offer for LOST_ZERO; nothing is repaired without asking.
    """

    text: str
    digits: str
    problem: PhoneProblem | None = None
    repair: str = ""


_SEPARATORS = re.compile(r"[\s()\-‐‑‒–—―−ー─.・/]+")
_EXTENSION = re.compile(r"\s*(?:内線|ext\.?|x)\s*:?\s*(\d{1,6})$", re.IGNORECASE)
_LABEL = re.compile(r"^(?:tel|fax|電話|携帯)\s*[.:]?\s*", re.IGNORECASE)
_MOBILE = ("060", "070", "080", "090")
_ELEVEN_DIGITS = (*_MOBILE, "020", "050", "0800")


def hyphenate(digits: str) -> str:
    """Ten or eleven digits of a Japanese number with the usual hyphens; anything else unchanged."""
    if len(digits) == 11 and digits.startswith("0800"):
        return f"{digits[:4]}-{digits[4:7]}-{digits[7:]}"
    if len(digits) == 11 and digits.startswith(_ELEVEN_DIGITS):
        return f"{digits[:3]}-{digits[3:7]}-{digits[7:]}"
    if len(digits) != 10 or not digits.startswith("0"):
        return digits
    if digits.startswith(("0120", "0570", "0990")):
        return f"{digits[:4]}-{digits[4:7]}-{digits[7:]}"
    area = area_code_length(digits)
    return f"{digits[:area]}-{digits[area:6]}-{digits[6:]}"


def _plain(text: str) -> str:
    return _LABEL.sub("", collapse_spaces(unicodedata.normalize("NFKC", text)))


def normal_digits(text: str) -> str:
    """The digits that tell one number from another: +81 90-1234-5678 and 090(1234)5678 give the same."""
    plain = _plain(_EXTENSION.sub("", _plain(text)))
    digits = digits_of(plain)
    if plain.startswith("+81") or (digits.startswith("81") and len(digits) in (11, 12) and not plain.startswith("+")):
        return "0" + digits[2:].removeprefix("0")
    return digits


def is_mobile(text: str) -> bool:
    digits = normal_digits(text)
    return len(digits) == 11 and digits.startswith(_MOBILE)


def read_phone(text: str) -> PhoneReading:
    """Read one phone number as typed in any width, with any hyphens. Empty text is an empty reading without a problem."""
    plain = _plain(text)
    if not plain:
        return PhoneReading("", "")
    extension = _EXTENSION.search(plain)
    number = plain[: extension.start()] if extension else plain
    body = _SEPARATORS.sub("", number)
    digits = normal_digits(number)
    if not body.removeprefix("+").isascii() or not body.removeprefix("+").isdigit():
        return PhoneReading(collapse_spaces(text), digits, PhoneProblem.UNREADABLE)
    if body.startswith("+") and not body.startswith("+81"):
        # International numbers have at most fifteen digits (ITU E.164) and keep the spacing they came with.
        problem = PhoneProblem.TOO_SHORT if len(digits) < 7 else PhoneProblem.TOO_LONG if len(digits) > 15 else None
        return PhoneReading(number, digits, problem)
    problem = _problem_of(digits)
    if problem is PhoneProblem.LOST_ZERO:
        return PhoneReading(collapse_spaces(text), digits, problem, hyphenate("0" + digits))
    if problem is not None:
        return PhoneReading(collapse_spaces(text), digits, problem)
    return PhoneReading(hyphenate(digits) + (f" 内線{extension[1]}" if extension else ""), digits)


def _problem_of(digits: str) -> PhoneProblem | None:
    expected = 11 if digits.startswith(_ELEVEN_DIGITS) else 10
    if digits.startswith("0"):
        if len(digits) == expected:
            return None
        return PhoneProblem.TOO_SHORT if len(digits) < expected else PhoneProblem.TOO_LONG
    if (len(digits) == 10 and ("0" + digits).startswith(_ELEVEN_DIGITS)) or (len(digits) == 9 and digits[:1] in "123456789"):
        return PhoneProblem.LOST_ZERO
    return PhoneProblem.TOO_SHORT if len(digits) < 10 else PhoneProblem.TOO_LONG if len(digits) > 10 else PhoneProblem.UNREADABLE
