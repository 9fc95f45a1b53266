"""Where a customer stands today, in one word, with the figures that say why.

The first rule that fits decides. "2nd visit" is a chip on top of the phase: one visit, more than 30 days ago, not yet long away.
For many customers at once: analytics.rules.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from math import ceil, floor

from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.rhythm import (
    ATTENTION_FACTOR,
    DORMANT_FACTOR,
    OVERDUE_FACTOR,
    Rhythm,
    RhythmSource,
    is_dormant,
    is_overdue,
    needs_attention,
)

SECOND_VISIT_DAYS = 30


class Phase(StrEnum):
    PROSPECT = "prospect"
    ACTIVE = "active"
    AT_RISK = "at_risk"
    DORMANT = "dormant"
    LEFT = "left"


class Chip(StrEnum):
    """The word beside the name: the phase, with "at risk" in its two degrees and the reminder of a second visit."""

    PROSPECT = "prospect"
    FINE = "fine"
    WATCH = "watch"
    ATTENTION = "attention"
    SECOND_VISIT = "second_visit"
    DORMANT = "dormant"
    LEFT = "left"


class ReasonKind(StrEnum):
    NO_VISIT = "no_visit"
    WITHIN_RHYTHM = "within_rhythm"
    PAST_RHYTHM = "past_rhythm"
    OPEN_COMPLAINT = "open_complaint"
    SECOND_VISIT = "second_visit"
    LONG_AWAY = "long_away"
    LEFT = "left"


CHIPS = tuple(Chip)

CHIP_NAMES = {
    Chip.PROSPECT: QT_TRANSLATE_NOOP("Status", "Before first visit"),
    Chip.FINE: QT_TRANSLATE_NOOP("Status", "Fine"),
    Chip.WATCH: QT_TRANSLATE_NOOP("Status", "Watch"),
    Chip.ATTENTION: QT_TRANSLATE_NOOP("Status", "Attention"),
    Chip.SECOND_VISIT: QT_TRANSLATE_NOOP("Status", "2nd visit"),
    Chip.DORMANT: QT_TRANSLATE_NOOP("Status", "Long not seen"),
    Chip.LEFT: QT_TRANSLATE_NOOP("Status", "Left"),
}

PHASE_NAMES = {
    Phase.PROSPECT: QT_TRANSLATE_NOOP("Status", "Before first visit"),
    Phase.ACTIVE: QT_TRANSLATE_NOOP("Status", "Fine"),
    Phase.AT_RISK: QT_TRANSLATE_NOOP("Status", "Not seen lately"),
    Phase.DORMANT: QT_TRANSLATE_NOOP("Status", "Long not seen"),
    Phase.LEFT: QT_TRANSLATE_NOOP("Status", "Left"),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """Values for the sentence "usually every 35 days, now 71"; whoever shows it makes the sentence."""

    kind: ReasonKind
    days_since: int | None
    usual_days: int | None
    source: RhythmSource | None
    visits: int


@dataclass(frozen=True, slots=True)
class Status:
    """`since`: the day from which the chip has held; None where it is not known."""

    phase: Phase
    chip: Chip
    reason: Reason
    since: date | None = None


def status_of(
    *,
    last_day: date | None,
    visits: int,
    rhythm: Rhythm,
    window: int,
    today: date,
    has_left: bool = False,
    has_open_complaint: bool = False,
    left_on: date | None = None,
    complaint_since: date | None = None,
) -> Status:
    """`visits` are purchase occasions, the last on `last_day` (None before the first visit). `complaint_since`: the day on which the oldest
    open complaint was received; `has_open_complaint` where the day is not known."""
    status = _undated(last_day, visits, rhythm, window, today, has_left, has_open_complaint or complaint_since is not None)
    if status.chip is Chip.LEFT:
        return replace(status, since=left_on)
    if status.reason.kind is ReasonKind.OPEN_COMPLAINT:
        return replace(status, since=complaint_since)
    return status if last_day is None else replace(status, since=_since(status, last_day, rhythm.days, window))


def _undated(
    last_day: date | None, visits: int, rhythm: Rhythm, window: int, today: date, has_left: bool, has_open_complaint: bool
) -> Status:
    if has_left:
        return _status(Phase.LEFT, Chip.LEFT, ReasonKind.LEFT, _days(last_day, today), None, visits)
    if last_day is None:
        chip = Chip.ATTENTION if has_open_complaint else Chip.PROSPECT
        kind = ReasonKind.OPEN_COMPLAINT if has_open_complaint else ReasonKind.NO_VISIT
        return _status(Phase.PROSPECT, chip, kind, None, None, 0)
    days = (today - last_day).days
    dormant = is_dormant(days, rhythm.days, window)
    if has_open_complaint:
        return _status(Phase.DORMANT if dormant else Phase.AT_RISK, Chip.ATTENTION, ReasonKind.OPEN_COMPLAINT, days, rhythm, visits)
    if dormant:
        return _status(Phase.DORMANT, Chip.DORMANT, ReasonKind.LONG_AWAY, days, rhythm, visits)
    late = is_overdue(days, rhythm.days)
    phase = Phase.AT_RISK if late else Phase.ACTIVE
    if visits == 1 and days > SECOND_VISIT_DAYS:
        return _status(phase, Chip.SECOND_VISIT, ReasonKind.SECOND_VISIT, days, rhythm, visits)
    if not late:
        return _status(phase, Chip.FINE, ReasonKind.WITHIN_RHYTHM, days, rhythm, visits)
    chip = Chip.ATTENTION if needs_attention(days, rhythm.days) else Chip.WATCH
    return _status(phase, chip, ReasonKind.PAST_RHYTHM, days, rhythm, visits)


def _since(status: Status, last_day: date, rhythm: float, window: int) -> date:
    """The first day on which the chip was what it is, as things stand: nothing happened since the last visit but days passing."""
    days = {
        Chip.FINE: 0,
        Chip.SECOND_VISIT: SECOND_VISIT_DAYS + 1,
        Chip.WATCH: ceil(OVERDUE_FACTOR * rhythm),
        Chip.ATTENTION: ceil(ATTENTION_FACTOR * rhythm),
        Chip.DORMANT: floor(max(float(window), DORMANT_FACTOR * rhythm)) + 1,
    }
    return last_day + timedelta(days=days[status.chip])


def _days(last_day: date | None, today: date) -> int | None:
    return None if last_day is None else (today - last_day).days


def _status(phase: Phase, chip: Chip, kind: ReasonKind, days: int | None, rhythm: Rhythm | None, visits: int) -> Status:
    usual = None if rhythm is None else rhythm.shown_days
    source = None if rhythm is None else rhythm.source
    return Status(phase, chip, Reason(kind, days, usual, source, visits))
