"""The customer barcode of Japan Post: what of an address goes into it, its check, and its bars.

Source: Japan Post, "Postal codes and barcodes: a manual" (yubin bangou, barcode manual): address numbers, table of signs, check modulo 19.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.addresses import Address, behind_name
from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.postal_codes import PostalArea
from app.domain.text import digits_of

POSTAL_DIGITS = 7
ADDRESS_SIGNS = 13
BARS = 67
"""Start, 7 + 13 signs, check, stop."""

_START, _STOP = "13", "31"
_PADDING = "CC4"
_MODULUS = 19
_SIGNS = (*"0123456789-", *(f"CC{number}" for number in range(1, 9)))
_BARS_IN_ORDER = "144114132312123141321213231411414324342234432243423441111"
_BARS = {sign: _BARS_IN_ORDER[3 * place : 3 * place + 3] for place, sign in enumerate(_SIGNS)}
_VALUES = {sign: value for value, sign in enumerate(_SIGNS)}

_KANJI_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0}
_KANJI_UNITS = {"十": 10, "百": 100, "千": 1000}
_KANJI_NUMBER = re.compile("([〇零一二三四五六七八九十百千]+)(?=丁目|丁|番地|番|号|地割|線|の|ノ)")
_DROPPED = dict.fromkeys(map(ord, "&/・."))
_FLOOR = re.compile(r"(?<=[0-9])F(?![A-Z])")
_WORD = re.compile("[A-Z]{2,}")
_OTHERS = re.compile("[^0-9A-Z]+")
_BESIDE_LETTER = re.compile("(?<=[A-Z])-|-(?=[A-Z])")

_KYOTO = "京都市"
_WAY = re.compile("[上下]が?[るル]|[東西]入[るル]?|角")


class PostalCodeNeeded(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "A barcode needs a postcode of seven digits. Nothing was made. Please correct the postcode.")


@dataclass(frozen=True, slots=True)
class PostalBarcode:
    """`address_number` as it was taken from the address, uncut; `check`: value of the check sign, 0 to 18; `bars`: 67 digits, 1 long,
    2 upper, 3 lower, 4 timing."""

    address_number: str
    check: int
    bars: str


def postal_barcode(postal_code: str, rest: str) -> PostalBarcode:
    """The barcode of an address; `rest` is what follows the town that the postcode stands for. PostalCodeNeeded."""
    return barcode_of_number(postal_code, address_number(rest))


def barcode_of_number(postal_code: str, number: str) -> PostalBarcode:
    """The barcode of an address number that was taken from an address before. PostalCodeNeeded."""
    digits = digits_of(postal_code)
    if len(digits) != POSTAL_DIGITS:
        raise PostalCodeNeeded(field="postal_code")
    signs = [*digits, *_fitted(number)]
    check = -sum(_VALUES[sign] for sign in signs) % _MODULUS
    bars = "".join(_BARS[sign] for sign in (*signs, _SIGNS[check]))
    return PostalBarcode(number, check, f"{_START}{bars}{_STOP}")


def address_number(rest: str) -> str:
    """Digits, single letters and hyphens of what follows the town: "3丁目30-8 郵便ビル403号" is 3-30-8-403."""
    text = unicodedata.normalize("NFKC", rest).upper().translate(_DROPPED)
    text = _KANJI_NUMBER.sub(lambda found: str(_number(found.group())), text)
    text = _WORD.sub("-", _FLOOR.sub("-", text))
    return _BESIDE_LETTER.sub("", _OTHERS.sub("-", text)).strip("-")


def bars_of_address(postal_code: str, address: Address, areas: Sequence[PostalArea]) -> str:
    """The bars of an address; empty without a postcode of seven digits that some area has, and where the address does not name the town
    of its postcode: whatever number stands there, it would be that of another place."""
    if not areas or len(digits_of(postal_code)) != POSTAL_DIGITS:
        return ""
    if not any(area.town for area in areas):
        return postal_barcode(postal_code, "").bars
    rest = after_town(f"{address.prefecture}{address.city}{address.street}", areas)
    return "" if rest is None else postal_barcode(postal_code, f"{rest} {address.building}").bars


def after_town(text: str, areas: Sequence[PostalArea]) -> str | None:
    """What follows the town in an address, which may begin with it or with the prefecture or the city. None where no town of the postcode
    is named; empty where the postcode stands for no town, so that nothing of it goes into the barcode.

    `areas`: all that the postcode stands for.
    """
    if areas and not any(area.town for area in areas):
        return ""
    found = (rest for area in areas if area.town and (rest := _after_town_of(text, area)) is not None)
    return min(found, key=len, default=None)


def _after_town_of(text: str, area: PostalArea) -> str | None:
    within = _behind_any(_behind_any(text, area.prefecture), area.city, area.city.partition("郡")[2])
    rest = behind_name(within, area.town)
    if rest is not None or not area.city.startswith(_KYOTO):
        return rest
    # In Kyoto the way there stands before the town: 烏丸通御池上る二条殿町538.
    ways = (found.end() for found in _WAY.finditer(within))
    return next((rest for start in ways if (rest := behind_name(within[start:], area.town)) is not None), None)


def _behind_any(text: str, *names: str) -> str:
    behind = (behind_name(text, name) for name in names if name)
    return next((rest for rest in behind if rest is not None), text)


def _fitted(number: str) -> list[str]:
    signs: list[str] = []
    for char in number:
        if char.isdigit() or char == "-":
            signs.append(char)
        else:
            group, place = divmod(ord(char) - ord("A"), 10)
            signs += [f"CC{group + 1}", str(place)]
    return [*signs, *[_PADDING] * ADDRESS_SIGNS][:ADDRESS_SIGNS]


def _number(kanji: str) -> int:
    """十一 is 11, 二十一 is 21, 一二 is 12."""
    if not any(sign in _KANJI_UNITS for sign in kanji):
        return int("".join(str(_KANJI_DIGITS[sign]) for sign in kanji))
    total = held = 0
    for sign in kanji:
        if sign in _KANJI_UNITS:
            total += (held or 1) * _KANJI_UNITS[sign]
            held = 0
        else:
            held = held * 10 + _KANJI_DIGITS[sign]
    return total + held
