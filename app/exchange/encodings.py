"""Which characters a text file is written in: byte order mark, ISO-2022 escape, NUL ratio, strict UTF-8, then
CP932 against EUC-JP by how much of the text is plausible Japanese."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from types import MappingProxyType

from app.exchange import euc
from app.exchange.problems import UnknownEncoding

ENCODINGS: Mapping[str, str] = MappingProxyType(
    {
        "utf-8": "UTF-8",
        "cp932": "Shift_JIS (CP932)",
        "euc_jp": "EUC-JP",
        "iso2022_jp": "ISO-2022-JP (JIS)",
        "utf-16": "UTF-16",
        "utf-16-le": "UTF-16 LE",
        "utf-16-be": "UTF-16 BE",
        "cp1252": "Windows-1252",
    }
)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ESCAPES = (b"\x1b$B", b"\x1b$@", b"\x1b(J", b"\x1b(I", b"\x1b$(")
_LAST_HALF_KANA = 0xDF
_ALIASES = {"euc_jis_2004": "euc_jp", "euc_jisx0213": "euc_jp", "shift_jis": "cp932", "iso2022_jp_ext": "iso2022_jp", "utf-8-sig": "utf-8"}
_REPLACEMENT = "\ufffd"


def known_encoding(name: str) -> str:
    """The codec of a name that a user or another program may give; raises UnknownEncoding."""
    text = name.strip().lower()
    try:
        found = codecs.lookup(text).name
    except LookupError:
        raise UnknownEncoding(encoding=name, known=", ".join(ENCODINGS.values())) from None
    found = _ALIASES.get(found, found)
    for codec in ENCODINGS:
        if codecs.lookup(codec).name == found:
            return codec
    raise UnknownEncoding(encoding=name, known=", ".join(ENCODINGS.values()))


def reading_codec(encoding: str) -> str:
    """The codec to read with: it takes the byte order mark away and knows the shops' own characters."""
    return {"utf-8": "utf-8-sig", "euc_jp": euc.CODEC, "iso2022_jp": euc.MAIL_CODEC}.get(encoding, encoding)


def guess_encoding(sample: bytes) -> str:
    """One of ENCODINGS for the beginning of a file (a cut character at the end does no harm)."""
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return encoding
    wide = _utf_16_without_mark(sample)
    if wide:
        return wide
    if any(escape in sample for escape in _ESCAPES) and max(sample, default=0) < 0x80:
        return "iso2022_jp"
    if _is_mostly_utf_8(sample):
        return "utf-8"
    return _japanese_or_western(sample)


def _utf_16_without_mark(sample: bytes) -> str:
    """UTF-16 text has every second byte 0 at commas, digits and line ends; other text has no NUL at all."""
    head = sample[: len(sample) // 2 * 2]
    if len(head) < 4:
        return ""
    high_first, low_first = head[0::2].count(0), head[1::2].count(0)
    if max(high_first, low_first) < len(head) // 2 * 0.1 or min(high_first, low_first) * 10 > max(high_first, low_first):
        return ""
    return "utf-16-le" if low_first > high_first else "utf-16-be"


def _is_mostly_utf_8(sample: bytes) -> bool:
    """True also when single characters are broken: one damaged row must not turn the whole list into noise."""
    text = codecs.getincrementaldecoder("utf-8")("replace").decode(sample, final=False)
    if text.isascii():
        return True
    broken = text.count(_REPLACEMENT)
    fine = sum(1 for character in text if character > "\x7f") - broken
    return broken * 20 <= fine


def _japanese_or_western(sample: bytes) -> str:
    high = bytes(byte for byte in sample if byte >= 0x80)
    japanese = _japanese_score(sample, "cp932"), _japanese_score(sample, euc.CODEC)
    if _share_of_lonely(sample) > 0.8 and max(japanese) < 0.5:
        return "cp1252"
    if max(high) <= _LAST_HALF_KANA and high.count(0xA4) + high.count(0xA5) < len(high) * 0.1:
        return "cp932"
    return "cp932" if japanese[0] >= japanese[1] else "euc_jp"


def _share_of_lonely(sample: bytes) -> float:
    """Share of bytes above 0x7F that stand between ASCII: accents of western names, hardly ever Japanese."""
    high = lonely = 0
    for place, byte in enumerate(sample):
        if byte < 0x80:
            continue
        high += 1
        before = sample[place - 1] if place else 0
        after = sample[place + 1] if place + 1 < len(sample) else 0
        lonely += before < 0x80 and after < 0x80
    return lonely / high if high else 0.0


def _japanese_score(sample: bytes, encoding: str) -> float:
    """Mean plausibility of the characters above ASCII, from about 1 (all usual) down below 0 (noise)."""
    text = codecs.getincrementaldecoder(encoding)("replace").decode(sample, final=False)
    total = 0.0
    count = 0
    for character in text:
        if character <= "\x7f":
            continue
        count += 1
        total += _plausibility(character)
    return total / count if count else 0.0


def _plausibility(character: str) -> float:
    if "\u3041" <= character <= "\u30ff" or "\uff01" <= character <= "\uff5e" or character in "\u3000、。々〆〒":
        return 1.0
    if "\u4e00" <= character <= "\u9fff":
        return 0.9 if _is_everyday_kanji(character) else 0.2
    if "\uff61" <= character <= "\uff9f":
        return 0.2
    if character == _REPLACEMENT or "\ue000" <= character <= "\uf8ff":
        return -3.0
    return 0.3


def _is_everyday_kanji(character: str) -> bool:
    """JIS level 1: the lead bytes below 0x98 of Shift_JIS."""
    try:
        code = character.encode("cp932")
    except UnicodeEncodeError:
        return False
    return len(code) == 2 and code[0] < 0x98
