"""What is decided for a ready-made group, over what comes with the program."""

from __future__ import annotations

from app.domain.care import CareSettings, SegmentCare
from app.domain.segment_care import USUAL_OFFERS, care_of, segment_priority, with_segment
from app.domain.segments import SEGMENTS, Segment


def test_as_delivered_nothing_is_kept() -> None:
    assert set(USUAL_OFFERS) == set(SEGMENTS)
    care = CareSettings(cap=7)
    assert segment_priority(care, Segment.LOYAL) == 3
    mine = SegmentCare("大切な方", 30, "新作を先に", 5)
    changed = with_segment(care, Segment.LOYAL, mine)
    assert (changed.cap, care_of(changed, Segment.LOYAL), segment_priority(changed, Segment.NEW)) == (7, mine, 3)
    assert CareSettings.from_json(changed.to_json()) == changed
    assert with_segment(changed, Segment.LOYAL, SegmentCare()) == care
