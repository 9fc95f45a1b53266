"""Rows of boxes on a survey sheet: options with their words beside them, points with their numbers above, faces."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.surveys import OTHER, Question, QuestionKind
from app.printing.geometry import MM, Box
from app.printing.survey_marks import GREY, FaceMark, FrameMark, wrap
from app.printing.survey_measures import BOX, CLEAR, PITCH_ACROSS, Measures
from app.printing.survey_parts import (
    LABEL,
    Strip,
    flat,
    line_height,
    line_mark,
    placed_line,
    regular,
    regular_width,
    row_pitch,
    text_strips,
)
from app.printing.survey_words import SheetWords

_BETWEEN = 4.6
"""From the end of a label to the next box: more than from a box to its own label."""
_AIRY = 9.0
"""With less than this after its longest label a row looks better with equal gaps than with equal steps."""
_WIDEST_GAP = 11.0
_CLOSEST = 3.2
"""Where the words of a scale stand in one row."""
_BETWEEN_FACES = 1.2
_WIDEST_PITCH = 54.0
_MOST_ACROSS = 7
_MOST_NATURAL = 5
_OTHER_FRAME = 36.0
_OTHER_WIDEST = 88.0
_OTHER_HEIGHT = 8.0
_NPS_PITCH = 14.5
_POINT_PITCH = 18.0
_FACE = 9.0
_FACE_PITCH = 34.0
_FACE_ROW = 11.5
_MOST_FACE_LINES = 2
_TOP = 1.1
_FACE_TOP = 1.8


@dataclass(frozen=True, slots=True)
class Choice:
    """A box and its words."""

    option: str
    label: str


def choice_strips(question: Question, m: Measures, words: SheetWords) -> list[Strip]:
    """All the boxes of a question."""
    if question.kind is QuestionKind.NPS:
        return _points(question, [Choice(option, option) for option in question.choices], question.ends, m)
    if question.kind is not QuestionKind.SCALE:
        strips = _grid([Choice(option, flat(option)) for option in question.options], m)
        return _with_other(strips, m, words) if question.has_other else strips
    named = len(question.labels) == question.points and all(label.strip() for label in question.labels)
    labels = question.labels if named else question.choices
    choices = [Choice(option, flat(label)) for option, label in zip(question.choices, labels, strict=True)]
    ends = ("", "") if named else question.ends
    if not named and question.labels and not any(end.strip() for end in ends):
        ends = (question.labels[0], question.labels[-1])
    if question.smileys:
        return _faces(question, choices[::-1], m, named=named, ends=(ends[1], ends[0]))
    # As people are used to it: words begin with the best, numbers with the lowest.
    return _grid(choices[::-1], m, _CLOSEST) if named else _points(question, choices, ends, m)


def _grid(choices: Sequence[Choice], m: Measures, closest: float = _BETWEEN) -> list[Strip]:
    """Rows and columns of options: as many columns as hold every label in one line, evenly filled. Few options that fill one row stand
    `closest` together."""
    if not choices:
        return []
    size = m.type.option
    widths = [LABEL + regular_width(choice.label, size) for choice in choices]
    natural = [max(width + closest, PITCH_ACROSS) for width in widths]
    needs = [max(width + _BETWEEN, PITCH_ACROSS) for width in widths]
    spare = m.body_width + closest - sum(natural)
    columns = _columns(needs, m.body_width)
    is_even = columns == len(choices) and m.body_width / columns - max(widths) >= _AIRY
    if not is_even and len(choices) <= _MOST_NATURAL and spare >= 0:
        return [_row(choices, _spread(natural, spare, m.body_left), m)]
    if columns == 1 and max(needs) > m.body_width + _BETWEEN:
        return [strip for choice in choices for strip in _wrapped(choice, m)]
    pitch = min(m.body_width / columns, max(*needs, _WIDEST_PITCH)) if len(needs) > 1 else m.body_width
    lefts = [m.body_left + column * pitch for column in range(columns)]
    return [_row(choices[first : first + columns], lefts, m) for first in range(0, len(choices), columns)]


def _columns(needs: Sequence[float], width: float) -> int:
    for columns in range(min(len(needs), _MOST_ACROSS), 1, -1):
        if max(needs) <= width / columns:
            return math.ceil(len(needs) / math.ceil(len(needs) / columns))
    return 1


def _spread(needs: Sequence[float], spare: float, left: float) -> list[float]:
    gap = min(spare / max(len(needs) - 1, 1), _WIDEST_GAP)
    lefts = []
    for need in needs:
        lefts.append(left)
        left += need + gap
    return lefts


def _row(choices: Sequence[Choice], lefts: Sequence[float], m: Measures) -> Strip:
    height = row_pitch(m)
    strip = Strip(height)
    for choice, left in zip(choices, lefts, strict=False):
        strip.tick(left, (height - BOX) / 2, choice.option)
        strip.marks.append(line_mark(choice.label, left + LABEL, 0, height, m.type.option))
    return strip


def _wrapped(choice: Choice, m: Measures) -> list[Strip]:
    """A label of several lines beside its box."""
    pitch, line = row_pitch(m), line_height(m.type.option, m.type)
    lines = text_strips(choice.label, regular(), m.type.option, m.body_left + LABEL, m.body_width - LABEL, m)
    if len(lines) < 2:
        return [_row([choice], [m.body_left], m)]
    first = Strip(pitch / 2 + line / 2, is_glued=True)
    first.tick(m.body_left, (pitch - BOX) / 2, choice.option)
    glyphs = wrap(choice.label, regular(), m.type.option, m.body_width - LABEL)[0]
    first.marks.append(placed_line(glyphs, m.body_left + LABEL, 0, pitch, m.type.option))
    lines[-1].height += (pitch - line) / 2
    return [first, *lines[1:]]


def _with_other(strips: list[Strip], m: Measures, words: SheetWords) -> list[Strip]:
    """The option with words of one's own: in the last row where it has room, else in a row of its own."""
    size = m.type.option
    needed = LABEL + regular_width(words.other, size) + CLEAR
    if strips and strips[-1].boxes:
        last = strips[-1]
        used = max(mark.bounds.right for mark in last.marks) + _BETWEEN
        lefts = [box.left for box, _ in strips[0].boxes]
        if len(strips) == 1:
            lefts.append(max(2 * lefts[-1] - lefts[-2], used) if len(lefts) > 1 else max(m.body_left + _WIDEST_PITCH, used))
        left = next((one for one in lefts if one >= used), None)
        if left is not None and m.right - left - needed >= _OTHER_FRAME:
            _add_other(last, left, needed, m, words)
            return strips
    strips.append(Strip(row_pitch(m)))
    _add_other(strips[-1], m.body_left, needed, m, words)
    return strips


def _add_other(strip: Strip, left: float, needed: float, m: Measures, words: SheetWords) -> None:
    height = strip.height
    strip.tick(left, (height - BOX) / 2, OTHER)
    strip.marks.append(line_mark(words.other, left + LABEL, 0, height, m.type.option))
    width = min(m.right - left - needed, _OTHER_WIDEST)
    frame = Box(left + needed, (height - _OTHER_HEIGHT) / 2, width, _OTHER_HEIGHT)
    strip.marks.append(FrameMark(frame))
    strip.frames.append((frame, f"|{OTHER}"))


def _points(question: Question, choices: Sequence[Choice], ends: tuple[str, str], m: Measures) -> list[Strip]:
    """Numbers above the boxes, from the lowest; on a narrow sheet in two rows."""
    most = int((m.body_width - BOX) / PITCH_ACROSS) + 1
    across = math.ceil(len(choices) / math.ceil(len(choices) / most))
    wanted = _NPS_PITCH if question.kind is QuestionKind.NPS else _POINT_PITCH
    pitch = min(wanted, (m.body_width - BOX) / max(across - 1, 1))
    rows = [_numbered(choices[first : first + across], pitch, m) for first in range(0, len(choices), across)]
    for row in rows[:-1]:
        row.is_glued = True
    return _with_ends(rows, (choices[0], choices[-1]), ends, m)


def _numbered(choices: Sequence[Choice], pitch: float, m: Measures) -> Strip:
    size = m.type.option
    line = line_height(size, m.type)
    marks = []
    left = m.body_left
    top = _TOP
    for choice in choices:
        marks.append(line_mark(choice.label, left + BOX / 2 - regular_width(choice.label, size) / 2, top, line, size))
        left += pitch
    top = max(mark.bounds.bottom for mark in marks) + CLEAR + 0.1
    strip = Strip(top + BOX + CLEAR, list(marks))
    for index, choice in enumerate(choices):
        strip.tick(m.body_left + index * pitch, top, choice.option)
    return strip


def _with_ends(
    rows: list[Strip], choices: tuple[Choice, Choice], ends: tuple[str, str], m: Measures, *, centred: bool = False
) -> list[Strip]:
    """What the two ends mean: below them where that is short, else line by line."""
    low, high = (flat(end) for end in ends)
    if not low and not high:
        return rows
    size = m.type.small
    line = line_height(size, m.type)
    left, right = m.body_left, rows[-1].boxes[-1][0].right
    room = right - left if len(rows) > 1 else (right - left - 4) / 2
    if max(regular_width(low, size), regular_width(high, size)) > room:
        rows[-1].is_glued = True
        for choice, words in zip(choices, (low, high), strict=True):
            if words:
                rows += text_strips(f"{choice.label}: {words}", regular(), size, m.body_left, m.body_width, m, GREY)
        return rows
    places = [left, right - regular_width(high, size)]
    if centred:
        boxes = rows[0].boxes
        wanted = [boxes[end][0].middle - regular_width(words, size) / 2 for end, words in ((0, low), (-1, high))]
        places = [max(wanted[0], left), min(wanted[1], m.right - regular_width(high, size))]
    for strip, words, x in ((rows[0], low, places[0]), (rows[-1], high, places[1])):
        if words:
            top = strip.boxes[0][0].bottom + CLEAR - 0.4
            strip.marks.append(line_mark(words, x, top, line, size, ink_colour=GREY))
            strip.height = max(strip.height, top + line)
    return rows


def _faces(question: Question, choices: Sequence[Choice], m: Measures, *, named: bool, ends: tuple[str, str]) -> list[Strip]:
    """Faces above the boxes with their words below; side by side with them where the words are long."""
    size = m.type.small
    line = line_height(size, m.type)
    pitch = min(_FACE_PITCH, m.body_width / len(choices))
    labels = [wrap(choice.label, regular(), size, pitch - _BETWEEN_FACES) if named else [] for choice in choices]
    if max(map(len, labels)) > _MOST_FACE_LINES:
        return _face_rows(question, choices, m)
    top = _FACE_TOP + _FACE + CLEAR
    below = top + BOX + CLEAR
    strip = Strip(below + max(map(len, labels)) * line)
    for index, choice in enumerate(choices):
        middle = m.body_left + (index + 0.5) * pitch
        strip.marks.append(FaceMark(Box(middle - _FACE / 2, _FACE_TOP, _FACE, _FACE), _mood(question, choice)))
        strip.tick(middle - BOX / 2, top, choice.option)
        for row, glyphs in enumerate(labels[index]):
            width = sum(glyph.width for glyph in glyphs) * size / MM
            strip.marks.append(placed_line(glyphs, middle - width / 2, below + row * line, line, size))
    return _with_ends([strip], (choices[0], choices[-1]), ends, m, centred=True)


def _face_rows(question: Question, choices: Sequence[Choice], m: Measures) -> list[Strip]:
    strips = []
    left = m.body_left + LABEL + _FACE + CLEAR
    for choice in choices:
        lines = text_strips(choice.label, regular(), m.type.option, left, m.right - left, m)
        line = line_height(m.type.option, m.type)
        first = Strip(_FACE_ROW if len(lines) < 2 else (_FACE_ROW + line) / 2, is_glued=len(lines) > 1)
        first.tick(m.body_left, (_FACE_ROW - BOX) / 2, choice.option)
        first.marks.append(FaceMark(Box(m.body_left + LABEL, (_FACE_ROW - _FACE) / 2, _FACE, _FACE), _mood(question, choice)))
        glyphs = wrap(choice.label, regular(), m.type.option, m.right - left)
        if glyphs:
            first.marks.append(placed_line(glyphs[0], left, 0, _FACE_ROW, m.type.option))
        strips.append(first)
        strips += lines[1:]
        if len(lines) > 1:
            lines[-1].height += (_FACE_ROW - line) / 2
    return strips


def _mood(question: Question, choice: Choice) -> float:
    return (int(choice.option) - 1) / (question.points - 1) * 2 - 1
