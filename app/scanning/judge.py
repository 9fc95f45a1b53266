"""From the ink to answers, and to the doubts that a person settles. A wrong answer nobody looks at is worse than a doubt too many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.survey_pages import BoxReading, Doubt
from app.domain.survey_sheets import TickBox
from app.scanning.marks import Mark, Marks

EMPTY_TO = 0.022
"""Ink of a box that is surely empty; on a calm page less."""
POOR_UNDER = 0.6
"""Agreement with the empty page below which nothing is believed."""
_INK_MAYBE, _UNRESTS = 0.009, 6.0
_INK_MAYBE_DIRTY, _UNRESTS_DIRTY = 0.013, 4.5
"""Ink that stands out of what empty boxes of the page have: so much, or so many times what it varies by."""
_SINGLE = "single"


@dataclass(frozen=True, slots=True)
class _Limits:
    """What is taken for what on one page, in mm² of `lines` and `trace` and as a share of ink. From `..._sure` on it is a mark, from
    `..._maybe` on a person looks."""

    lines_sure: float
    lines_maybe: float
    trace_sure: float
    trace_maybe: float
    trace_ink: float
    ink_maybe: float


_CALM = _Limits(lines_sure=0.7, lines_maybe=0.2, trace_sure=1.25, trace_maybe=0.42, trace_ink=0.018, ink_maybe=_INK_MAYBE)
_DIRTY = _Limits(lines_sure=1.05, lines_maybe=0.2, trace_sure=1.8, trace_maybe=0.7, trace_ink=0.035, ink_maybe=EMPTY_TO)
_DIRTY_FROM = 0.004
"""Specks to expect in a box: on such a page a small one is not to be taken for a dot."""
_UNCALM_FROM = 0.004
_LEAST_OUTLINE = 0.6
"""Of its own lines: a box that shows less is not where it was looked for. Beside it in one direction it still shows half; lines that a
sharp 150 dpi draws one dot wide instead of two show two thirds."""
_TRACE_IN_BLANK = 0.7
"""A blank question is doubted from this share of what is doubted elsewhere."""
_RING_FROM, _RING_MAYBE = 0.78, 0.5
_NEAR_FROM = 1.0
_BESIDE_NEAR, _BESIDE_INK = 0.6, 0.004
"""A mark that lies beside its box touches it at least."""
_OUTDONE = 4.0
"""A box with so much less ink than the one that is ticked is no second mark."""


@dataclass(frozen=True, slots=True)
class Judged:
    boxes: tuple[BoxReading, ...]
    doubts: Mapping[str, Doubt]


def judge(
    boxes: Sequence[TickBox],
    marks: Marks,
    seen: Sequence[bool],
    kinds: Mapping[str, str],
    quality: float,
    *,
    is_black_and_white: bool = False,
) -> Judged:
    """`seen`: whether a box is in the picture at all; `quality`: agreement of the page with the empty one. `is_black_and_white`: there are
    no grays in the picture, so that a pencil may have left nothing."""
    readings: list[BoxReading] = []
    doubts: dict[str, Doubt] = {}
    limits = _limits(marks)
    for question in dict.fromkeys(box.question for box in boxes):
        numbers = [number for number, box in enumerate(boxes) if box.question == question]
        read = [_read(boxes[number], marks.boxes[number], limits) for number in numbers]
        mine = [marks.boxes[number] for number in numbers]
        read = _single(read, mine) if kinds.get(question) == _SINGLE else read
        read = read if any(one.is_ticked for one in read) else _nothing(read, mine, limits)
        if quality < POOR_UNDER:
            read = [replace(one, doubt=Doubt.POOR_PAGE) for one in read]
        read = [
            one if seen[number] else replace(one, is_ticked=False, doubt=Doubt.NOT_SEEN) for one, number in zip(read, numbers, strict=True)
        ]
        readings += read
        first = next((one.doubt for one in read if one.doubt is not Doubt.NONE), Doubt.NONE)
        if first is Doubt.NONE and is_black_and_white and not any(one.is_ticked for one in read):
            first = Doubt.POOR_PAGE
        if first is not Doubt.NONE:
            doubts[question] = first
    return Judged(tuple(readings), doubts)


def _limits(marks: Marks) -> _Limits:
    if marks.dirt > _DIRTY_FROM or marks.unrest > _UNCALM_FROM:
        return replace(_DIRTY, ink_maybe=min(max(_INK_MAYBE_DIRTY, _UNRESTS_DIRTY * marks.unrest), EMPTY_TO))
    return replace(_CALM, ink_maybe=min(max(_INK_MAYBE, _UNRESTS * marks.unrest), EMPTY_TO))


def _read(box: TickBox, mark: Mark, limits: _Limits) -> BoxReading:
    is_drawn = mark.trace >= limits.trace_sure and mark.ink >= limits.trace_ink
    is_ticked = is_drawn or mark.lines >= limits.lines_sure or mark.ring >= _RING_FROM
    doubt = Doubt.NONE
    if mark.outline < _LEAST_OUTLINE:
        doubt = Doubt.POOR_PAGE
    elif mark.is_struck:
        doubt = Doubt.STRUCK
    elif mark.is_crossed:
        doubt = Doubt.STRAY
    elif not is_ticked and (mark.ink > limits.ink_maybe or mark.lines >= limits.lines_maybe or mark.trace >= limits.trace_maybe):
        doubt = Doubt.FAINT
    elif not is_ticked and (mark.ring >= _RING_MAYBE or (mark.near >= _BESIDE_NEAR and mark.ink >= _BESIDE_INK)):
        doubt = Doubt.STRAY
    return BoxReading(box.question, box.option, is_ticked, max(mark.ink, 0.0), doubt)


def _single(read: list[BoxReading], marks: list[Mark]) -> list[BoxReading]:
    """One mark is meant: two are a doubt, a trace beside a clear one is none; beside a clear one what was struck out is none either, and
    stays a doubt."""
    ticked = [number for number, one in enumerate(read) if one.is_ticked]
    clear_ones = [number for number in ticked if read[number].doubt is Doubt.NONE]
    if len(clear_ones) == 1 and all(read[number].doubt in (Doubt.NONE, Doubt.STRUCK) for number in ticked):
        read = [replace(one, is_ticked=False) if one.doubt is Doubt.STRUCK else one for one in read]
        ticked = clear_ones
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
        return mark.lines < _CALM.lines_maybe
    return mark.ink * _OUTDONE < clear.ink and mark.lines * _OUTDONE < clear.lines


def _nothing(read: list[BoxReading], mine: list[Mark], limits: _Limits) -> list[BoxReading]:
    """Left blank, as far as was seen: whatever there is of ink is looked at."""
    trace, ink = limits.trace_maybe * _TRACE_IN_BLANK, limits.ink_maybe * _TRACE_IN_BLANK
    pairs = list(zip(read, mine, strict=True))
    read = [_doubted(one, Doubt.TRACE) if mark.trace >= trace or mark.ink >= ink else one for one, mark in pairs]
    return [_doubted(one, Doubt.STRAY) if mark.near >= _NEAR_FROM else one for one, mark in zip(read, mine, strict=True)]


def _doubted(one: BoxReading, doubt: Doubt) -> BoxReading:
    return one if one.doubt is not Doubt.NONE else replace(one, doubt=doubt)
