"""One question of a survey sheet: its words, and below them what it is answered with."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.surveys import BOXED, Question, QuestionKind
from app.printing.geometry import Box
from app.printing.survey_choices import choice_strips
from app.printing.survey_marks import GREY, HINT, NUMBER, PALE, FrameMark, RuleMark, TextMark
from app.printing.survey_measures import LINE_OF_WRITING, Measures
from app.printing.survey_parts import (
    Block,
    Strip,
    baseline_in,
    bold,
    flat,
    glue,
    line_height,
    line_mark,
    regular,
    regular_width,
    text_strips,
)
from app.printing.survey_words import SheetWords

_CELL = 6.5
_CELL_HEIGHT = 9.0
_LINE_FRAME = 10.0
_MOST_DIGITS = 7
_PLAIN_NUMBER = 40.0
_DATE_DIGITS = (4, 2, 2)
_ABOVE_FRAME = 1.6
_LEAST_FRAME = 24.0
_HINT_GAP = 2.0
_HEADING_MORE = 1.5


def question_block(question: Question, number: int, m: Measures, words: SheetWords, room: float) -> Block:
    """`number` on the sheet; `room`: height of a page that has nothing else on it."""
    if question.kind is QuestionKind.HEADING:
        return _heading(question, m)
    head = _head(question, number, m, words)
    if question.kind in BOXED:
        answer = choice_strips(question, m, words)
    else:
        left = room - sum(strip.height for strip in head)
        answer = _frames(question, m, words, left if left >= _LEAST_FRAME else room)
    return Block(glue(head) + answer, m.gap, question.id)


def _heading(question: Question, m: Measures) -> Block:
    size = m.type.question + _HEADING_MORE
    strips = text_strips(question.text.strip(), bold(), size, m.margin, m.width, m)
    rule = Strip(1.2, [RuleMark(Box(m.margin, 0.2, m.width, 0.3), PALE)])
    return Block(glue([*strips, rule]), m.gap, leads=True)


def _head(question: Question, number: int, m: Measures, words: SheetWords) -> list[Strip]:
    size = m.type.question
    strips = text_strips(question.text.strip(), bold(), size, m.body_left, m.body_width, m) or [Strip(line_height(size, m.type))]
    height = strips[0].height
    strips[0].marks.append(TextMark(tuple(bold().glyphs(str(number))), m.margin, baseline_in(height, size), size, NUMBER))
    hints = (words.several if question.kind is QuestionKind.MULTI else "", words.required if question.required else "")
    for hint in hints:
        if hint:
            _add_hint(strips, hint, m)
    return strips


def _add_hint(strips: list[Strip], hint: str, m: Measures) -> None:
    """Behind the question; in a line of its own where that is full."""
    size = m.type.small
    last = strips[-1]
    left = max((mark.bounds.right for mark in last.marks if mark.bounds.left >= m.body_left), default=m.body_left) + _HINT_GAP
    if left + regular_width(hint, size) > m.right:
        last = Strip(line_height(size, m.type))
        left = m.body_left
        strips.append(last)
    last.marks.append(line_mark(hint, left, 0, last.height, size, ink_colour=HINT))


def _frames(question: Question, m: Measures, words: SheetWords, room: float) -> list[Strip]:
    if question.kind is QuestionKind.DATE:
        return [_date(m, words)]
    if question.kind is QuestionKind.NUMBER:
        return _number(question, m)
    height = _LINE_FRAME if question.kind is QuestionKind.LINE else question.lines * LINE_OF_WRITING
    return [_framed(Box(m.body_left, _ABOVE_FRAME, m.body_width, min(height, room - _ABOVE_FRAME)))]


def _framed(box: Box, parts: Sequence[float] = ()) -> Strip:
    return Strip(box.bottom, [FrameMark(box, tuple(parts))], frames=[(box, "")])


def _cells(count: int) -> tuple[float, ...]:
    return tuple(_CELL * index for index in range(1, count))


def _number(question: Question, m: Measures) -> list[Strip]:
    """Places for the digits where it is known how many there can be; its unit behind."""
    digits = _digits(question)
    width = digits * _CELL if digits else _PLAIN_NUMBER
    strip = _framed(Box(m.body_left, _ABOVE_FRAME, width, _CELL_HEIGHT), _cells(digits))
    unit, size = flat(question.unit), m.type.option
    if not unit:
        return [strip]
    left = m.body_left + width + _HINT_GAP
    if left + regular_width(unit, size) <= m.right:
        strip.marks.append(line_mark(unit, left, _ABOVE_FRAME, _CELL_HEIGHT, size))
        return [strip]
    strip.is_glued = True
    return [strip, *text_strips(unit, regular(), size, m.body_left, m.body_width, m)]


def _digits(question: Question) -> int:
    """0: a number of any kind."""
    low, high = question.low or 0.0, question.high
    if high is None or low < 0 or not float(low).is_integer() or not float(high).is_integer() or high < 1:
        return 0
    digits = len(str(int(high)))
    return digits if digits <= _MOST_DIGITS else 0


def _date(m: Measures, words: SheetWords) -> Strip:
    strip = Strip(_ABOVE_FRAME + _CELL_HEIGHT)
    left, size = m.body_left, m.type.small
    for digits, slot in zip(_DATE_DIGITS, words.slots, strict=True):
        strip.marks.append(FrameMark(Box(left, _ABOVE_FRAME, digits * _CELL, _CELL_HEIGHT), _cells(digits)))
        left += digits * _CELL + 1.2
        strip.marks.append(line_mark(slot, left, _ABOVE_FRAME, _CELL_HEIGHT, size, ink_colour=GREY))
        left += regular_width(slot, size) + 2.4
    strip.frames.append((Box(m.body_left, _ABOVE_FRAME, strip.marks[-2].bounds.right - m.body_left, _CELL_HEIGHT), ""))
    return strip
