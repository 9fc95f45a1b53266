"""What the program itself says on a survey sheet, in the language of the sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.words import LANGUAGES


@dataclass(frozen=True, slots=True)
class SheetWords:
    """`example`, `mark_it`, `correct_it`: beside the drawn marks. `slots` behind the places of a date. `honorific`: whether a name
    has one."""

    several: str
    required: str
    other: str
    example: str
    mark_it: str
    correct_it: str
    machine: str
    phone: str
    page: str
    continued: str
    honorific: bool
    slots: tuple[str, str, str]


_WORDS: Mapping[str, SheetWords] = {
    "ja": SheetWords(
        several="(いくつでも)",
        required="(必須)",
        other="その他",
        example="書き方の例",
        mark_it="□に印を付けます",
        correct_it="間違えたら二重線で消し、別の□へ",
        machine="この用紙の四すみの■と模様は、機械が読み取るためのものです。",
        phone="電話 {phone}",
        page="{page} / {pages}",
        continued="{title}(つづき)",
        honorific=True,
        slots=("年", "月", "日"),
    ),
    "en": SheetWords(
        several="(as many as you like)",
        required="(required)",
        other="Other",
        example="How to mark",
        mark_it="Tick the box",
        correct_it="Wrong box? Strike it out, tick another",
        machine="The squares and patterns are for the reading machine.",
        phone="Phone {phone}",
        page="{page} / {pages}",
        continued="{title} (continued)",
        honorific=False,
        slots=("year", "month", "day"),
    ),
}


def sheet_words(language: str) -> SheetWords:
    """Those of a language; of one that is not there, the first of the program."""
    return _WORDS.get(language, _WORDS[LANGUAGES[0]])
