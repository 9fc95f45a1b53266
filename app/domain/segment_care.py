"""How the customers of each ready-made group are looked after: what comes with the program, and what the owner made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from app.domain.care import CareSettings, SegmentCare
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.segments import Segment

CONTEXT = "SegmentCare"
USUAL_PRIORITY = 3
PRIORITIES = (1, 2, 3, 4, 5)
LONGEST_CONTACT = 730

USUAL_OFFERS: Mapping[Segment, str] = {
    Segment.NEW: QT_TRANSLATE_NOOP("SegmentCare", "Thank them, and invite them for the second visit"),
    Segment.LOYAL: QT_TRANSLATE_NOOP("SegmentCare", "Thank them, and show them first what is new"),
    Segment.GROWTH: QT_TRANSLATE_NOOP("SegmentCare", "Agree on the next visit, and suggest what goes with it"),
    Segment.MAINTAIN: QT_TRANSLATE_NOOP("SegmentCare", "Keep in touch with the news of the season"),
    Segment.AT_RISK: QT_TRANSLATE_NOOP("SegmentCare", "Ask how they are before the gap grows"),
    Segment.DORMANT: QT_TRANSLATE_NOOP("SegmentCare", "A card with the season, and a reason to come back"),
}


def care_of(care: CareSettings, segment: Segment) -> SegmentCare:
    """What the owner decided; an empty name or offer stands for that of the program."""
    return care.segments.get(segment.value, SegmentCare(priority=USUAL_PRIORITY))


def segment_priority(care: CareSettings, segment: Segment) -> int:
    """1 to 5, 5 the most urgent."""
    return care_of(care, segment).priority


def with_segment(care: CareSettings, segment: Segment, decided: SegmentCare) -> CareSettings:
    """What is as delivered is not kept."""
    segments = {key: one for key, one in care.segments.items() if key != segment.value}
    if decided != SegmentCare(priority=USUAL_PRIORITY):
        segments[segment.value] = decided
    return replace(care, segments=segments)
