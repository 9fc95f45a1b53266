"""One form for words that people write in many: search keys, reading order, widths.

Nothing here is stored in place of what was typed; NFC and NFKC both change kanji of names, so only keys are normalised.
"""

from __future__ import annotations

import re
import unicodedata

from app.domain.kanji_variants import KANJI_FOLDING

_HIRAGANA = {code: code + 0x60 for code in (*range(0x3041, 0x3097), 0x309D, 0x309E)}
_TO_HIRAGANA = {katakana: hiragana for hiragana, katakana in _HIRAGANA.items()}
_LARGE_KANA = {ord(small): large for small, large in zip("ァィゥェォッャュョヮヵヶ", "アイウエオツヤユヨワカケ", strict=True)}
_SAME_SOUND = {ord(old): new for old, new in zip("ヰヱヲヂヅ", "イエオジズ", strict=True)}
_IGNORED = "-‐‑‒–—―−ー〜~－ー─━・·･•'’‘`´\"“”(),、。 \t\r\n\u00a0\u200b\u2060\u3000\ufeff"
_SELECTORS = (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), *range(0x0300, 0x0370), 0x3099, 0x309A)

_VOWEL_ROWS = {
    "ア": "アカガサザタダナハバパマヤラワ",
    "イ": "イキギシジチヂニヒビピミリヰ",
    "ウ": "ウクグスズツヅヌフブプムユルヴ",
    "エ": "エケゲセゼテデネヘベペメレヱ",
    "オ": "オコゴソゾトドノホボポモヨロヲ",
}
_VOWEL_OF = {kana: vowel for vowel, row in _VOWEL_ROWS.items() for kana in row}
_PHONE_LIKE = re.compile(r"\+?[0-9()\- ]+")
_KANA = re.compile(r"[\u3041-\u309f\u30a1-\u30ff\s]+")


def _without_accent(code: int) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", chr(code)) if not unicodedata.combining(char))


def _search_folding() -> dict[int, str | int | None]:
    folding: dict[int, str | int | None] = {code: _without_accent(code) for code in range(0xC0, 0x250)}
    folding |= KANJI_FOLDING
    folding |= {**_LARGE_KANA, **_SAME_SOUND}
    for hiragana, katakana in _HIRAGANA.items():
        folding[hiragana] = folding.get(katakana, katakana)
    folding |= dict.fromkeys((*map(ord, _IGNORED), *_SELECTORS), None)
    return folding


_FOLDING = _search_folding()


def fold(text: str) -> str:
    """The form of `text` that search compares; "" when nothing is left of it.

    NFKC, lower case, katakana, small kana as large ones, no blanks, hyphens, long marks, brackets or accents,
    variants of name kanji as one (髙 = 高), variation selectors dropped. Every character is folded for itself, so a part
    of a name finds the name.
    """
    return unicodedata.normalize("NFKC", text).casefold().translate(_FOLDING)


def _fold_field(field: str) -> str:
    plain = unicodedata.normalize("NFKC", field).strip()
    if plain.startswith("+81") and _PHONE_LIKE.fullmatch(plain):
        rest = digits_of(plain)[2:]
        return rest if rest.startswith("0") else "0" + rest
    return fold(field)


def customer_search_key(*fields: str) -> str:
    """One string to search a customer in: `fold(query) in key`.

    Folded fields are held apart by a line feed, which `fold` never yields, so that no match runs across two fields.
    """
    return "\n".join(key for key in map(_fold_field, fields) if key)


def digits_of(text: str) -> str:
    """The digits of `text` as ASCII, everything else left out."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char in "0123456789")


def phone_tail(phone: str, length: int = 4) -> str:
    """The last `length` digits of a phone number; "" when it has fewer."""
    digits = digits_of(phone)
    return digits[-length:] if len(digits) >= length else ""


def is_kana(text: str) -> bool:
    """Whether `text` is written in kana alone (long marks, middle dots and blanks allowed)."""
    return bool(text.strip()) and _KANA.fullmatch(unicodedata.normalize("NFKC", text)) is not None


def to_katakana(text: str) -> str:
    """Hiragana and half-width katakana as full-width katakana; the rest as it is."""
    return _widen_kana(text).translate(_HIRAGANA)


def to_hiragana(text: str) -> str:
    """Katakana of both widths as hiragana; the rest as it is (ヷ to ヺ have no hiragana)."""
    return _widen_kana(text).translate(_TO_HIRAGANA)


def _widen_kana(text: str) -> str:
    return re.sub("[\uff65-\uff9f]+", lambda run: unicodedata.normalize("NFKC", run.group()), text)


_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000, 0xA5: 0xFFE5}
_HALF_WIDTH = {wide: narrow for narrow, wide in _FULL_WIDTH.items() if narrow != 0xA5}


def to_full_width(text: str) -> str:
    """Letters, digits, signs, blanks and half-width katakana as full-width forms, for vertical lines."""
    return _widen_kana(text).translate(_FULL_WIDTH)


def to_half_width(text: str) -> str:
    """Full-width letters, digits, signs and blanks as ASCII; kana and kanji as they are."""
    return text.translate(_HALF_WIDTH)


def collapse_spaces(text: str) -> str:
    """Trimmed, with every run of blanks of any width as one half-width space."""
    return " ".join(text.split())


def as_file_name(words: str) -> str:
    """Without what the name of a file may not have on any system; may be empty."""
    return "".join("_" if sign in '\\/:*?"<>|' or ord(sign) < 32 else sign for sign in words).strip(" .")


def is_japanese(language: str) -> bool:
    return language.startswith("ja")


def sort_key(kana: str, name: str) -> str:
    """A string whose plain order is the order of the reading (五十音): voiced after unvoiced, small after large, ー as its vowel.

    Without a reading a name in kana is its own; names with neither come after all readings, by name. A family name that
    is the beginning of another comes first (あお たろう before あおき いちろう).
    """
    reading = kana if kana.strip() else (name if is_kana(name) else "")
    if reading:
        written = collapse_spaces(unicodedata.normalize("NFKC", reading)).casefold().translate(_HIRAGANA)
        return f"0{_reading_order(written)}\t{written}"
    return f"1{collapse_spaces(unicodedata.normalize('NFKC', name)).casefold()}"


def _reading_order(katakana: str) -> str:
    order: list[str] = []
    for char in katakana:
        if char == "ー" and order:
            order.append(_VOWEL_OF.get(order[-1], char))
            continue
        base = unicodedata.normalize("NFD", char)[0]
        order.append(_LARGE_KANA.get(ord(base), base))
    return "".join(order)
