"""Where Japanese lines may end (JIS X 4051): no closing sign, small kana or long mark at a head, no opening sign at an end, words whole.

A line that would break a rule gives its last characters to the next line; where that would leave it too short, one of
、。 hangs over the edge. Lengths are in em.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

NEVER_AT_HEAD = frozenset(
    "、。，．」』）］｝〕〉》】〙〗〟’”｠»"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    "ーー々〻ゝゞヽヾ・：；？！‼⁇⁈⁉‐–—〜～゠…‥"
    ",.!?:;)]}%％℃°′″‰、。"
)
NEVER_AT_END = frozenset("「『（［｛〔〈《【〘〖〝‘“｟«([{￥＄￡¥$£〒№＃#")
HANGING = frozenset("、。，．")
_HONORIFIC = re.compile("(?:様|御中|殿|先生|さん|さま|くん|ちゃん|ご家族の皆様)(?![^\\s、。，．,])")
_LONGEST_HONORIFIC = 7
_INSEPARABLE = frozenset("…‥—―")
_WORD_SIGNS = frozenset("'’-_.@/:&+%#~=?,")
_LAST_OF_WORDS = "’\U0010ffff"
WIDEST_STRETCH = 0.4
"""A line that would need more than this between its characters (em) stays ragged."""

LOOSEST_FILL = 0.86
"""A line pulled back below this part of its width lets a 、 or 。 hang instead."""


@dataclass(frozen=True, slots=True)
class Line:
    """Characters `start` … `end` of the paragraph. `stretch` em go into each of the places after the characters `gaps`.

    `natural` is the width as it stands, without a hanging sign and without stretching.
    """

    start: int
    end: int
    natural: float
    gaps: tuple[int, ...] = ()
    stretch: float = 0.0
    hangs: bool = False


def is_word_character(char: str) -> bool:
    """Part of a word that is never parted: Latin, Greek and Cyrillic letters and digits."""
    return char[0].isalnum() and ord(char[0]) < 0x2000


def break_lines(text: Sequence[str], widths: Sequence[float], width: float, *, justify: bool = True) -> list[Line]:
    """Lines of one paragraph, none wider than `width` but for one hanging sign.

    A word wider than the line is parted where the line is full, because it can stand nowhere.
    """
    lines: list[Line] = []
    start = 0
    while start < len(text):
        end, hangs = _line_end(text, widths, start, width)
        lines.append(_line(text, widths, start, end, width, hangs=hangs, justify=justify and end < len(text)))
        start = _skip_blanks(text, end)
    return lines


def _may_part(text: Sequence[str], index: int) -> bool:
    """Whether a line may begin with the character. Asked only where a line is full: most characters stand in the middle of one."""
    if not 0 < index < len(text):
        return index == len(text)
    before, after = text[index - 1], text[index]
    if after[0].isspace():
        return False
    if before[0].isspace():
        return after[0] not in NEVER_AT_HEAD and not _ties(text, index - 1)
    if after[0] in NEVER_AT_HEAD or before[0] in NEVER_AT_END:
        return False
    if before[0] in _INSEPARABLE and after[0] == before[0]:
        return False
    return not _is_inside_word(text, index)


def _ties(text: Sequence[str], index: int) -> bool:
    """Whether the blank at `index` stands before an honorific, which does not leave its name."""
    following = "".join(text[index + 1 : index + 2 + _LONGEST_HONORIFIC])
    return _HONORIFIC.match(following) is not None


def _is_inside_word(text: Sequence[str], index: int) -> bool:
    before, after = text[index - 1], text[index]
    if is_word_character(before):
        return is_word_character(after) or (after in _WORD_SIGNS and index + 1 < len(text) and is_word_character(text[index + 1]))
    return before in _WORD_SIGNS and is_word_character(after) and index >= 2 and is_word_character(text[index - 2])


def _line_end(text: Sequence[str], widths: Sequence[float], start: int, width: float) -> tuple[int, bool]:
    full, used = _fit(text, widths, start, width)
    if full == len(text):
        return full, False
    if full > start and (_may_part(text, full) or (text[full][0].isspace() and not _ties(text, full))):
        return full, False
    pulled = full
    while pulled > start and not _may_part(text, pulled):
        pulled -= 1
        used -= widths[pulled]
    may_hang = text[full] in HANGING and (_may_part(text, full + 1) or text[full + 1][0].isspace())
    if may_hang and (pulled == start or used < width * LOOSEST_FILL):
        return full + 1, True
    if pulled > start:
        return pulled, False
    return max(_least_bad(text, start, full), start + 1), False


def _fit(text: Sequence[str], widths: Sequence[float], start: int, width: float) -> tuple[int, float]:
    """How far the line goes, blanks at its end not counted, and its width."""
    used = 0.0
    index = start
    while index < len(text) and (used + widths[index] <= width + 1e-9 or text[index][0].isspace()):
        used += widths[index]
        index += 1
    return index, used


def _least_bad(text: Sequence[str], start: int, full: int) -> int:
    # A word that is wider than the line: still no sign where it may not stand.
    for index in range(full, start, -1):
        if text[index][0] not in NEVER_AT_HEAD and text[index - 1][0] not in NEVER_AT_END:
            return index
    return full


def _line(text: Sequence[str], widths: Sequence[float], start: int, end: int, width: float, *, hangs: bool, justify: bool) -> Line:
    last = end - 1 if hangs else end
    while last > start and text[last - 1][0].isspace():
        last -= 1
    natural = sum(widths[start:last])
    if not justify or last - start < 2 or natural >= width:
        return Line(start, end if hangs else last, natural, hangs=hangs)
    gaps = _gaps(text, start, last)
    stretch = (width - natural) / len(gaps) if gaps else 0.0
    if stretch > WIDEST_STRETCH:
        gaps, stretch = (), 0.0
    return Line(start, end if hangs else last, natural, gaps, stretch, hangs)


def _gaps(text: Sequence[str], start: int, last: int) -> tuple[int, ...]:
    if all(ord(char[0]) < 0x2000 for char in text[start:last]):
        return ()  # Narrow lines of Latin words read better ragged than with rivers between the words.
    # What stands beyond the signs of words belongs to none.
    return tuple([index for index in range(start, last - 1) if text[index] > _LAST_OF_WORDS or not _is_inside_word(text, index + 1)])


def _skip_blanks(text: Sequence[str], index: int) -> int:
    while index < len(text) and text[index] == " ":
        index += 1
    return index
