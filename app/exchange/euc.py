"""EUC-JP as Japanese programs write it: with ①, ㈱ and 髙, which the codec of the standard library does not know.

The two-byte area is that of CP932 in other clothes, so what the strict codec refuses is read through CP932.
"""

from __future__ import annotations

import codecs
import re
from typing import Any

CODEC = "euc_jp_with_extensions"
_WHOLE = re.compile(rb"(?:[\x00-\x7f]|\x8e[\xa1-\xdf]|\x8f[\xa1-\xfe]{2}|[\xa1-\xfe]{2})*")
_CHARACTER = re.compile(rb"\x8f[\xa1-\xfe]{2}|\x8e[\xa1-\xdf]|[\xa1-\xfe]{2}|[\x00-\x7f]+")
_LONGEST = 3


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
        return whole.decode("euc_jp")
    except UnicodeDecodeError:
        return "".join(_character(part, errors) for part in _CHARACTER.findall(whole))


def _character(code: bytes, errors: str) -> str:
    try:
        return code.decode("euc_jp")
    except UnicodeDecodeError:
        pass
    try:
        return _as_cp932(code).decode("cp932")
    except UnicodeDecodeError:
        return _replacement(code, 0, errors)


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


def _find(name: str) -> codecs.CodecInfo | None:
    if name != CODEC:
        return None
    writing = codecs.lookup("euc_jp")
    return codecs.CodecInfo(
        writing.encode,
        _decode_all,
        incrementaldecoder=_Decoder,
        incrementalencoder=writing.incrementalencoder,
        name=CODEC,
    )


codecs.register(_find)
