"""The health of the bond with a customer, 0 to 100: a weighted mean of six parts, each 0 to 100.

A part of which nothing is known drops out and the weights of the others count in its place. What is known is what was known at the
end of a day; nothing later enters. For many customers at once: analytics.health.

How each part becomes 0 to 100, and why:

    recency    100 up to the own gap between visits, 0 from 2.5 x on, straight between: 2.5 x is where somebody counts as long away, and
               up to the own gap nobody is late.
    frequency  (visits of 90 days + 1) / (visits of the 90 days before + 1): 1 is 75, 2 or more 100, 0 would be 0, straight between. The one
               added draws small counts towards "as before": a visit instead of two says next to nothing, four instead of eight
               something. Known from two visits in the 180 days on, of somebody who first came before them: of fewer no course can be
               told.
    breadth    product groups bought from within 365 days, of three (of all, where the shop sells from fewer): who uses more of what there
               is leaves less easily. Known where the shop sells from two groups or more and a line says a group.
    inquiries  the worst of what was said within 365 days, or is open still: VOICE_VALUES. Who never said anything drops out: silence is
               no praise.
    renewal    days to the next renewal of a running contract, of 90: three months before it the decision begins. Past it 0.
    survey     the newest answer within 365 days: NPS x 10, else the mean of the scales on 1 to 5 brought to 0 to 100.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from math import floor

from app.domain.care import HealthWeights
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.rhythm import DORMANT_FACTOR

TREND_DAYS = 90
MEMORY_DAYS = 365
TREND_VISITS = 2
VISITS_ADDED = 1
AS_BEFORE = 75.0
MOST_GROUPS = 3
LEAST_GROUPS_SOLD = 2
RENEWAL_DAYS = 90
COMPLAINT_FRESH_DAYS = 90
REASONS = 2
HIGH, FAIR = 80, 50
"""From HIGH on (the shop may say another) a bond is strong; below FAIR it is weak."""


class HealthPart(StrEnum):
    RECENCY = "recency"
    FREQUENCY = "frequency"
    BREADTH = "breadth"
    INQUIRIES = "inquiries"
    RENEWAL = "renewal"
    SURVEY = "survey"


PARTS = tuple(HealthPart)

PART_NAMES: Mapping[HealthPart, str] = {
    HealthPart.RECENCY: QT_TRANSLATE_NOOP("Health", "Since the last visit"),
    HealthPart.FREQUENCY: QT_TRANSLATE_NOOP("Health", "How often lately"),
    HealthPart.BREADTH: QT_TRANSLATE_NOOP("Health", "Product groups"),
    HealthPart.INQUIRIES: QT_TRANSLATE_NOOP("Health", "Voices"),
    HealthPart.RENEWAL: QT_TRANSLATE_NOOP("Health", "Days to renewal"),
    HealthPart.SURVEY: QT_TRANSLATE_NOOP("Health", "Surveys"),
}


class VoiceState(StrEnum):
    """What a customer said, as it stands; the worst first. A complaint is fresh for 90 days from the day it was received."""

    OPEN_COMPLAINT = "open_complaint"
    FRESH_COMPLAINT = "fresh_complaint"
    OPEN_VOICE = "open_voice"
    OLD_COMPLAINT = "old_complaint"
    ANSWERED = "answered"


VOICES = tuple(VoiceState)

VOICE_VALUES: Mapping[VoiceState, float] = {
    VoiceState.OPEN_COMPLAINT: 0.0,
    VoiceState.FRESH_COMPLAINT: 40.0,
    VoiceState.OPEN_VOICE: 60.0,
    VoiceState.OLD_COMPLAINT: 70.0,
    VoiceState.ANSWERED: 100.0,
}


@dataclass(frozen=True, slots=True)
class HealthFacts:
    """What is known of one customer at the end of a day; None where nothing is.

    `days_since` the last and `days_known` since the first visit, `rhythm` in days; `visits` of the last 90 days and of the 90 before;
    `groups` bought from within 365 days of `groups_sold`; `to_renewal` in days; `nps` 0 to 10 or else `satisfaction` 1 to 5.
    """

    days_since: int | None = None
    days_known: int | None = None
    rhythm: float | None = None
    visits: int = 0
    visits_before: int = 0
    groups: int | None = None
    groups_sold: int = 0
    voice: VoiceState | None = None
    to_renewal: int | None = None
    nps: int | None = None
    satisfaction: float | None = None


@dataclass(frozen=True, slots=True)
class PartView:
    """`value` None: nothing is known. `weight` as the shop says."""

    part: HealthPart
    value: float | None
    weight: float


@dataclass(frozen=True, slots=True)
class HealthView:
    """`score` None: of no part anything is known. `before`: a month ago. Of the `of` parts for which this shop has anything `known` are.
    `reasons`: the parts that weigh most, what pulls down first unless the score is high."""

    score: int | None
    before: int | None
    parts: tuple[PartView, ...]
    known: int
    of: int
    reasons: tuple[HealthPart, ...]
    facts: HealthFacts = field(default_factory=HealthFacts)
    high: int = HIGH


NO_HEALTH = HealthView(None, None, (), 0, 0, ())


def voice_state(received: int, closed: int | None, is_complaint: bool, day: int) -> VoiceState | None:
    """Of one inquiry at the end of `day` (all day numbers); None when it was not there yet, or is over for longer than 365 days."""
    if received > day:
        return None
    if closed is None or closed > day:
        return VoiceState.OPEN_COMPLAINT if is_complaint else VoiceState.OPEN_VOICE
    if day - received >= MEMORY_DAYS:
        return None
    if not is_complaint:
        return VoiceState.ANSWERED
    return VoiceState.FRESH_COMPLAINT if day - received < COMPLAINT_FRESH_DAYS else VoiceState.OLD_COMPLAINT


def recency_value(days_since: float, rhythm: float) -> float:
    late = (DORMANT_FACTOR - days_since / rhythm) / (DORMANT_FACTOR - 1)
    return 100.0 * min(1.0, max(0.0, late))


def frequency_value(visits: int, before: int, days_known: int) -> float | None:
    if days_known < 2 * TREND_DAYS or visits + before < TREND_VISITS:
        return None
    ratio = (visits + VISITS_ADDED) / (before + VISITS_ADDED)
    return AS_BEFORE * ratio if ratio <= 1 else min(100.0, AS_BEFORE + (100.0 - AS_BEFORE) * (ratio - 1))


def breadth_value(groups: int | None, sold: int) -> float | None:
    if not groups or sold < LEAST_GROUPS_SOLD:
        return None
    full = min(MOST_GROUPS, sold)
    return 100.0 * min(groups, full) / full


def renewal_value(days: int) -> float:
    return 100.0 * min(max(days, 0), RENEWAL_DAYS) / RENEWAL_DAYS


def survey_value(nps: int | None, satisfaction: float | None) -> float | None:
    if nps is not None:
        return 10.0 * nps
    return None if satisfaction is None else 100.0 * (satisfaction - 1) / 4


def parts_of(facts: HealthFacts) -> dict[HealthPart, float]:
    """The value of each part that is known."""
    found: dict[HealthPart, float | None] = {
        HealthPart.BREADTH: breadth_value(facts.groups, facts.groups_sold),
        HealthPart.INQUIRIES: None if facts.voice is None else VOICE_VALUES[facts.voice],
        HealthPart.RENEWAL: None if facts.to_renewal is None else renewal_value(facts.to_renewal),
        HealthPart.SURVEY: survey_value(facts.nps, facts.satisfaction),
    }
    if facts.days_since is not None and facts.rhythm is not None:
        found[HealthPart.RECENCY] = recency_value(facts.days_since, facts.rhythm)
    if facts.days_known is not None:
        found[HealthPart.FREQUENCY] = frequency_value(facts.visits, facts.visits_before, facts.days_known)
    return {part: value for part in PARTS if (value := found.get(part)) is not None}


def score_of(parts: Mapping[HealthPart, float], weights: HealthWeights) -> int | None:
    """The mean of the known parts by their weights, half-up; None when none of them counts."""
    total = whole = 0.0
    for part, weight in zip(PARTS, weights.as_tuple(), strict=True):
        if part in parts:
            total += weight * parts[part]
            whole += weight
    return floor(total / whole + 0.5) if whole > 0 else None


def reasons_of(parts: Mapping[HealthPart, float], weights: HealthWeights, high: int = HIGH) -> tuple[HealthPart, ...]:
    """The two parts that say most about the score: those that cost it most points, or, of a high score, that bring most."""
    score = score_of(parts, weights)
    if score is None:
        return ()
    pulls = {
        part: weight * (parts[part] if score >= high else 100.0 - parts[part])
        for part, weight in zip(PARTS, weights.as_tuple(), strict=True)
        if part in parts
    }
    ordered = sorted((part for part, pull in pulls.items() if pull > 0), key=lambda part: (-pulls[part], PARTS.index(part)))
    return tuple(ordered[:REASONS])


def view_of(facts: HealthFacts, before: int | None, weights: HealthWeights, high: int, in_use: frozenset[HealthPart]) -> HealthView:
    """`in_use`: the parts for which the shop has anything; those that are known here are among them."""
    return replace(view_of_parts(parts_of(facts), before, weights, high, in_use), facts=facts)


def view_of_parts(
    parts: Mapping[HealthPart, float], before: int | None, weights: HealthWeights, high: int, in_use: frozenset[HealthPart]
) -> HealthView:
    """The same without the facts behind the parts."""
    by_part = dict(zip(PARTS, weights.as_tuple(), strict=True))
    counted = [part for part in PARTS if by_part[part] > 0 and (part in in_use or part in parts)]
    return HealthView(
        score=score_of(parts, weights),
        before=before,
        parts=tuple(PartView(part, parts.get(part), by_part[part]) for part in counted),
        known=sum(part in parts for part in counted),
        of=len(counted),
        reasons=reasons_of(parts, weights, high),
        high=high,
    )
