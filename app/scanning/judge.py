"""From the ink to answers, and to the doubts that a person settles. A wrong answer nobody looks at is worse than a doubt too many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.survey_pages import BoxReading, Doubt
from app.domain.survey_sheets import TickBox
from app.scanning.marks import Mark

EMPTY_TO = 0.022
TICKED_FROM = 0.055
POOR_UNDER = 0.6
"""Agreement with the empty page below which nothing is believed."""
_TRACE_FROM = 0.35
_RING_FROM = 0.78
_RING_MAYBE = 0.55
_NEAR_FROM = 1.0
_SINGLE = "single"


@dataclass(frozen=True, slots=True)
class Judged:
    boxes: tuple[BoxReading, ...]
    doubts: Mapping[str, Doubt]


def judge(boxes: Sequence[TickBox], marks: Sequence[Mark], seen: Sequence[bool], kinds: Mapping[str, str], quality: float) -> Judged:
    """`seen`: whether a box is in the picture at all; `quality`: agreement of the page with the empty one."""
    readings: list[BoxReading] = []
    doubts: dict[str, Doubt] = {}
    for question in dict.fromkeys(box.question for box in boxes):
        numbers = [number for number, box in enumerate(boxes) if box.question == question]
        read = [_read(boxes[number], marks[number], seen[number], quality) for number in numbers]
        read = _together(read, [marks[number] for number in numbers], kinds.get(question) == _SINGLE)
        readings += read
        first = next((one.doubt for one in read if one.doubt is not Doubt.NONE), Doubt.NONE)
        if first is not Doubt.NONE:
            doubts[question] = first
    return Judged(tuple(readings), doubts)


def _read(box: TickBox, mark: Mark, is_seen: bool, quality: float) -> BoxReading:
    is_ringed = mark.ring >= _RING_FROM
    is_ticked = mark.ink > TICKED_FROM or is_ringed
    doubt = Doubt.NONE
    if not is_seen:
        doubt, is_ticked = Doubt.NOT_SEEN, False
    elif quality < POOR_UNDER:
        doubt = Doubt.POOR_PAGE
    elif mark.is_struck:
        doubt = Doubt.STRUCK
    elif not is_ticked and mark.ink > EMPTY_TO:
        doubt = Doubt.FAINT
    elif not is_ticked and mark.ring >= _RING_MAYBE:
        doubt = Doubt.STRAY
    return BoxReading(box.question, box.option, is_ticked, max(mark.ink, 0.0), doubt)


def _together(read: list[BoxReading], marks: list[Mark], is_single: bool) -> list[BoxReading]:
    ticked = [number for number, one in enumerate(read) if one.is_ticked]
    if is_single and len(ticked) > 1:
        return [_doubted(one, Doubt.TWO_MARKS) if one.is_ticked else one for one in read]
    if not ticked:
        read = [_doubted(one, Doubt.TRACE) if mark.trace >= _TRACE_FROM else one for one, mark in zip(read, marks, strict=True)]
        read = [_doubted(one, Doubt.STRAY) if mark.near >= _NEAR_FROM else one for one, mark in zip(read, marks, strict=True)]
    return read


def _doubted(one: BoxReading, doubt: Doubt) -> BoxReading:
    return one if one.doubt is not Doubt.NONE else replace(one, doubt=doubt)
