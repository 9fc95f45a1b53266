"""EUC-JP and ISO-2022-JP as Japanese programs write them: with ①, ㈱ and 髙, which the codecs of the standard library do not know.

The two-byte area is that of CP932 in other clothes, so what the strict codec refuses is read through CP932. The three-byte area of
eucJP-ms ends with the IBM kanji that JIS X 0212 lacks, in the order of CP932. ISO-2022-JP is the same table with seven bits.
"""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import Any

CODEC = "euc_jp_with_extensions"
MAIL_CODEC = "iso2022_jp_with_extensions"
_WHOLE = re.compile(rb"(?:[\x00-\x7f]|\x8e[\xa1-\xdf]|\x8f[\xa1-\xfe]{2}|[\xa1-\xfe]{2})*")
_CHARACTER = re.compile(rb"\x8f[\xa1-\xfe]{2}|\x8e[\xa1-\xdf]|[\xa1-\xfe]{2}|[\x00-\x7f]+")
_LONGEST = 3
# The codec reads the full-width hyphen and wave as other signs than every program of a shop means.
_AS_TYPED = {0x2212: 0xFF0D, 0x301C: 0xFF5E}


class _Decoder(codecs.BufferedIncrementalDecoder):
    def _buffer_decode(self, input: Any, errors: str, final: bool) -> tuple[str, int]:
        texts: list[str] = []
        place = 0
        while place < len(input):
            match = _WHOLE.match(input, place)
            end = match.end() if match else place
            if end > place:
                texts.append(_decode(input[place:end], errors))
                place = end
                continue
            if not final and len(input) - place < _LONGEST and input[place] >= 0x80:
                break
            texts.append(_replacement(input, place, errors))
            place += 1
        return "".join(texts), place


def _decode(whole: bytes, errors: str) -> str:
    try:
        return whole.decode("euc_jp").translate(_AS_TYPED)
    except UnicodeDecodeError:
        return "".join(_character(part, errors) for part in _CHARACTER.findall(whole))


def _character(code: bytes, errors: str) -> str:
    try:
        return code.decode("euc_jp").translate(_AS_TYPED)
    except UnicodeDecodeError:
        pass
    if len(code) == 3:
        return _ibm_kanji().get(code) or _replacement(code, 0, errors)
    try:
        return _as_cp932(code).decode("cp932")
    except UnicodeDecodeError:
        return _replacement(code, 0, errors)


@cache
def _ibm_kanji() -> dict[bytes, str]:
    """髙, 﨑 and the like by their three bytes of eucJP-ms: 8F F4 AE to 8F F4 FE; the small Roman numbers from 8F F3 F3 on."""
    lacking = []
    for place in range(0xFA5C, 0xFC4C):
        try:
            character = place.to_bytes(2, "big").decode("cp932")
        except UnicodeDecodeError:
            continue
        try:
            character.encode("euc_jp")
        except UnicodeEncodeError:
            lacking.append(character)
    found = {bytes((0x8F, 0xF4, 0xAE + number)): character for number, character in enumerate(lacking)}
    return found | {bytes((0x8F, 0xF3, 0xF3 + number)): chr(0x2170 + number) for number in range(10)}


class _MailDecoder(codecs.IncrementalDecoder):
    """Seven-bit text with escapes, brought to EUC-JP run by run. A run goes over a chunk's end; an escape too."""

    def __init__(self, errors: str = "strict") -> None:
        super().__init__(errors)
        self._rest = b""
        self._prefix = b""
        self._width = 1

    def decode(self, input: Any, final: bool = False) -> str:
        content = self._rest + bytes(input)
        texts: list[str] = []
        place = 0
        while place < len(content):
            if content[place] == _ESC:
                match = _ESCAPE.match(content, place)
                if match is None and not final and len(content) - place < _LONGEST_ESCAPE:
                    break
                place = match.end() if match else place + 1
                if match:
                    self._prefix, self._width = _SETS[match[0]]
                else:
                    texts.append(_replacement(content, place - 1, self.errors))
                continue
            end = content.find(b"\x1b", place)
            end = len(content) if end < 0 else end
            whole = end if final or end < len(content) else _last_whole(content, place, end, self._width)
            if whole == place:
                break
            texts.append(self._run(content[place:whole]))
            place = whole
        self._rest = content[place:]
        return "".join(texts)

    def reset(self) -> None:
        self._rest, self._prefix, self._width = b"", b"", 1

    def _run(self, run: bytes) -> str:
        if self._width == 1 and not self._prefix:
            return run.decode("ascii", self.errors)
        texts: list[str] = []
        place = 0
        while place < len(run):
            # A line end in the midst of kanji: some programs do not escape back before it.
            width = 1 if run[place] <= 0x20 else self._width
            part = run[place : place + width]
            is_text = run[place] <= 0x20
            code = self._prefix + bytes(byte | 0x80 for byte in part)
            texts.append(part.decode("ascii") if is_text else _character(code, self.errors))
            place += width
        return "".join(texts)


def _last_whole(content: bytes, place: int, end: int, width: int) -> int:
    """Where the last whole character ends; line ends have one byte in every set."""
    while width > 1 and place < end:
        step = 1 if content[place] <= 0x20 else width
        if place + step > end:
            return place
        place += step
    return end


_ESC = 0x1B
_SETS: dict[bytes, tuple[bytes, int]] = {
    b"\x1b(B": (b"", 1), b"\x1b(J": (b"", 1), b"\x1b(H": (b"", 1), b"\x1b(I": (b"\x8e", 1), b"\x1b$@": (b"", 2), b"\x1b$B": (b"", 2),
    b"\x1b$(B": (b"", 2), b"\x1b$(D": (b"\x8f", 2),
}  # fmt: skip
_ESCAPE = re.compile(b"|".join(re.escape(escape) for escape in _SETS))
_LONGEST_ESCAPE = max(len(escape) for escape in _SETS)


def _as_cp932(code: bytes) -> bytes:
    """The same row and cell of the 94 x 94 table in the notation of Shift_JIS."""
    if len(code) != 2:
        return code
    row, cell = code[0] - 0xA1, code[1] - 0xA1
    lead = row // 2 + (0x81 if row < 62 else 0xC1)
    if row % 2:
        return bytes((lead, cell + 0x9F))
    return bytes((lead, cell + (0x40 if cell < 63 else 0x41)))


def _replacement(content: bytes, place: int, errors: str) -> str:
    if errors == "replace":
        return "\ufffd"
    raise UnicodeDecodeError(CODEC, content, place, min(len(content), place + 1), "illegal multibyte sequence")


def _decode_all(content: Any, errors: str = "strict") -> tuple[str, int]:
    return _Decoder(errors).decode(content, final=True), len(content)


def _decode_mail(content: Any, errors: str = "strict") -> tuple[str, int]:
    return _MailDecoder(errors).decode(content, final=True), len(content)


def _find(name: str) -> codecs.CodecInfo | None:
    if name == CODEC:
        writing = codecs.lookup("euc_jp")
        return codecs.CodecInfo(writing.encode, _decode_all, incrementaldecoder=_Decoder, name=CODEC)
    if name == MAIL_CODEC:
        writing = codecs.lookup("iso2022_jp")
        return codecs.CodecInfo(writing.encode, _decode_mail, incrementaldecoder=_MailDecoder, name=MAIL_CODEC)
    return None


codecs.register(_find)
