"""What is decided for a ready-made group, in words."""

from __future__ import annotations

from app.domain.care import CareSettings
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.segment_care import CONTEXT, USUAL_OFFERS, USUAL_PRIORITY, care_of
from app.domain.segments import SEGMENT_NAMES, Segment
from app.views.labels import translated

EVERY = QT_TRANSLATE_NOOP("SegmentCare", "every {days} days")
PRIORITY = QT_TRANSLATE_NOOP("SegmentCare", "priority {priority} of 5")
BETWEEN = QT_TRANSLATE_NOOP("SegmentCare", " · ")


def segment_name(care: CareSettings, segment: Segment) -> str:
    """As the owner calls it, else as the program does."""
    return care_of(care, segment).name or translated("Segments", SEGMENT_NAMES[segment])


def offer_text(care: CareSettings, segment: Segment) -> str:
    return care_of(care, segment).offer or translated(CONTEXT, USUAL_OFFERS[segment])


def care_text(care: CareSettings, segment: Segment) -> str:
    """What to offer, in which rhythm, how urgent: the last two only where the owner said so."""
    decided = care_of(care, segment)
    parts = [offer_text(care, segment)]
    if decided.contact_days is not None:
        parts.append(translated(CONTEXT, EVERY, days=decided.contact_days))
    if decided.priority != USUAL_PRIORITY:
        parts.append(translated(CONTEXT, PRIORITY, priority=decided.priority))
    return translated(CONTEXT, BETWEEN).join(parts)
