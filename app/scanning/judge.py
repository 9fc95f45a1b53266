"""From the ink to answers, and to the doubts that a person settles. A wrong answer nobody looks at is worse than a doubt too many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.survey_pages import BoxReading, Doubt
from app.domain.survey_sheets import TickBox
from app.scanning.marks import Mark, Marks

EMPTY_TO = 0.022
"""Ink of a box that is surely empty."""
POOR_UNDER = 0.6
"""Agreement with the empty page below which nothing is believed."""
_LINES_FROM, _LINES_FROM_DIRTY = 0.7, 1.05
"""mm² of a dark piece that is surely a mark; on a page with specks all over they are not to be taken for dots."""
_DIRTY = 0.004
_LINES_MAYBE = 0.2
_TRACE_FROM, _TRACE_MAYBE, _TRACE_MAYBE_DIRTY = 1.8, 0.3, 0.6
_INK_MAYBE, _UNRESTS = 0.009, 6.0
_TRACE_INK = 0.035
_RING_FROM, _RING_MAYBE = 0.78, 0.5
_NEAR_FROM = 1.0
_OUTDONE = 4.0
"""A box with so much less ink than the one that is ticked is no second mark."""
_SINGLE = "single"


@dataclass(frozen=True, slots=True)
class Judged:
    boxes: tuple[BoxReading, ...]
    doubts: Mapping[str, Doubt]


def judge(boxes: Sequence[TickBox], marks: Marks, seen: Sequence[bool], kinds: Mapping[str, str], quality: float) -> Judged:
    """`seen`: whether a box is in the picture at all; `quality`: agreement of the page with the empty one."""
    readings: list[BoxReading] = []
    doubts: dict[str, Doubt] = {}
    for question in dict.fromkeys(box.question for box in boxes):
        numbers = [number for number, box in enumerate(boxes) if box.question == question]
        read = [_read(boxes[number], marks.boxes[number], marks.dirt > _DIRTY) for number in numbers]
        mine = [marks.boxes[number] for number in numbers]
        read = _single(read, mine) if kinds.get(question) == _SINGLE else read
        read = read if any(one.is_ticked for one in read) else _nothing(read, mine, marks)
        if quality < POOR_UNDER:
            read = [replace(one, doubt=Doubt.POOR_PAGE) for one in read]
        read = [
            one if seen[number] else replace(one, is_ticked=False, doubt=Doubt.NOT_SEEN) for one, number in zip(read, numbers, strict=True)
        ]
        readings += read
        first = next((one.doubt for one in read if one.doubt is not Doubt.NONE), Doubt.NONE)
        if first is not Doubt.NONE:
            doubts[question] = first
    return Judged(tuple(readings), doubts)


def _read(box: TickBox, mark: Mark, is_dirty: bool) -> BoxReading:
    is_dark = mark.lines >= (_LINES_FROM_DIRTY if is_dirty else _LINES_FROM)
    is_drawn = mark.trace >= _TRACE_FROM and mark.ink >= _TRACE_INK
    is_ticked = is_dark or is_drawn or mark.ring >= _RING_FROM
    doubt = Doubt.NONE
    if mark.is_struck:
        doubt = Doubt.STRUCK
    elif mark.is_crossed:
        doubt = Doubt.STRAY
    elif not is_ticked and (mark.ink > EMPTY_TO or mark.lines >= _LINES_MAYBE):
        doubt = Doubt.FAINT
    elif not is_ticked and mark.ring >= _RING_MAYBE:
        doubt = Doubt.STRAY
    return BoxReading(box.question, box.option, is_ticked, max(mark.ink, 0.0), doubt)


def _single(read: list[BoxReading], marks: list[Mark]) -> list[BoxReading]:
    """One mark is meant: two are a doubt, a trace beside a clear one is none."""
    ticked = [number for number, one in enumerate(read) if one.is_ticked]
    if len(ticked) > 1:
        return [_doubted(one, Doubt.TWO_MARKS) if one.is_ticked else one for one in read]
    if len(ticked) == 1 and read[ticked[0]].doubt is Doubt.NONE:
        clear = marks[ticked[0]]
        return [
            replace(one, doubt=Doubt.NONE) if one.doubt is Doubt.FAINT and _is_outdone(mark, clear) else one
            for one, mark in zip(read, marks, strict=True)
        ]
    return read


def _is_outdone(mark: Mark, clear: Mark) -> bool:
    if clear.ring >= _RING_FROM:
        return mark.lines < _LINES_MAYBE
    return mark.ink * _OUTDONE < clear.ink and mark.lines * _OUTDONE < clear.lines


def _nothing(read: list[BoxReading], mine: list[Mark], marks: Marks) -> list[BoxReading]:
    """Left blank, as far as was seen: whatever there is of ink is looked at."""
    least = _TRACE_MAYBE_DIRTY if marks.dirt > _DIRTY else _TRACE_MAYBE
    faintest = max(_INK_MAYBE, _UNRESTS * marks.unrest)
    pairs = list(zip(read, mine, strict=True))
    read = [_doubted(one, Doubt.TRACE) if mark.trace >= least or mark.ink >= faintest else one for one, mark in pairs]
    return [_doubted(one, Doubt.STRAY) if mark.near >= _NEAR_FROM else one for one, mark in zip(read, mine, strict=True)]


def _doubted(one: BoxReading, doubt: Doubt) -> BoxReading:
    return one if one.doubt is not Doubt.NONE else replace(one, doubt=doubt)
