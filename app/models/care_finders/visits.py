"""Occasions that follow from visits: the first one, one some time ago, one that is late, a year without any."""

from __future__ import annotations

import numpy as np

from app.domain.care import RuleFields, RuleKind
from app.domain.care_keys import occasion_key
from app.domain.periods import day_number, day_of
from app.domain.rates import half_up
from app.domain.segments import NEW_DAYS, SEGMENTS, Segment
from app.models.care_finders.columns import NEVER, Flags, Found, Ints, Said, Span, iso, places_of, years_of
from app.models.care_finders.world import CareWorld

_DAYS_OF_A_YEAR = 365
_SPREAD = 2_654_435_761
"""Multiplying by it spreads ascending numbers evenly (Knuth's multiplicative hashing)."""


def first_visit(world: CareWorld, rule: RuleFields, span: Span) -> Found:
    """So many days after the first visit, while there is no second one."""
    s = world.standing
    due = s.first_day + int(rule.number)
    came_again = s.second_day != NEVER
    if span.as_was:
        came_again &= s.second_day <= due
    places = np.flatnonzero(span.has(due) & ~came_again)
    first = s.first_day[places]

    def say(i: int) -> Said:
        return Said(occasion_key(rule.kind), {"day": iso(first[i])})

    return Found.of(s.customer[places], due[places], say)


def after_visit(world: CareWorld, rule: RuleFields, span: Span) -> Found:
    """So many days after a visit that no other one has followed."""
    days = int(rule.number)
    if span.as_was:
        seen = world.visits_since(span.start - days)
        customer, day = seen.customer, seen.day
        stands = (seen.following == NEVER) | (seen.following > day + days)
    else:
        customer, day = world.standing.customer, world.standing.last_day
        stands = np.ones(len(day), dtype=np.bool_)
    places = np.flatnonzero(span.has(day + days) & stands)
    visited = day[places]

    def say(i: int) -> Said:
        return Said(occasion_key(rule.kind, iso(visited[i])), {"day": iso(visited[i])})

    return Found.of(customer[places], visited + days, say)


def overdue(world: CareWorld, rule: RuleFields, span: Span) -> Found:
    """The usual time between visits has passed so many times over.

    Somebody without a rhythm of his own borrows one that may become shorter from one day to the next: who is late by it all of a sudden
    is late today, and no longer history.
    """
    s = world.standing
    wait = np.ceil(np.round(rule.number * s.rhythm, 6)).astype(np.int64)
    due = s.last_day + wait
    wanted = span.has(due)
    if span.has(np.array([world.day]))[0] and not span.as_was:
        sudden = ~s.is_own & (due < span.start) & (due >= span.since) & ~s.is_dormant
        # A newcomer borrows another rhythm on the day after he has ceased to be one.
        changed = np.maximum(due, s.first_day + NEW_DAYS + 1)
        due = np.where(sudden, np.maximum(changed, span.start), due)
        wanted |= sudden & (due <= world.day)
    places = np.flatnonzero(wanted)
    parts = [(s.customer[places], s.last_day[places], due[places], s.rhythm[places], s.is_own[places])]
    if span.as_was:
        before = s.previous_day + wait
        gone = np.flatnonzero((s.previous_day != NEVER) & span.has(before) & (s.last_day > before))
        parts.append((s.customer[gone], s.previous_day[gone], before[gone], s.rhythm[gone], s.is_own[gone]))
    customer, last, when, rhythm, own = (np.concatenate(columns) for columns in zip(*parts, strict=True))

    def say(i: int) -> Said:
        usual = half_up(round(float(rhythm[i]) * 4), 4)
        return Said(occasion_key(rule.kind, iso(last[i])), {"day": iso(last[i]), "usual": usual, "own": bool(own[i])})

    return Found.of(customer, when, say)


def yearly(world: CareWorld, rule: RuleFields, span: Span) -> Found:
    """So many days without a visit or a touch; where a group has its own time between contacts, that."""
    customer = world.people.customer
    last = world.last_touch_or_visit(customer)
    wait = np.full(len(customer), int(rule.number), dtype=np.int64)
    own = contact_days(world, customer)
    wait = np.where(own > 0, own, wait)
    due = last + wait
    places = np.flatnonzero((last != NEVER) & span.has(due))
    since = last[places]

    def say(i: int) -> Said:
        return Said(occasion_key(rule.kind, iso(since[i])), {"day": iso(since[i])})

    return Found.of(customer[places], due[places], say)


def contact_days(world: CareWorld, customers: Ints) -> Ints:
    """Days between contacts as the owner decided them for the group of each; 0 where he did not."""
    chosen = world.care.segments
    by_code = [(chosen[segment.value].contact_days or 0) if segment.value in chosen else 0 for segment in SEGMENTS]
    places = places_of(world.standing.customer, customers)
    if not any(by_code) or not len(world.standing.customer):
        return np.zeros(len(customers), dtype=np.int64)
    return np.where(places >= 0, np.array(by_code, dtype=np.int64)[world.standing.segment[places]], 0).astype(np.int64)


def hand_picked(world: CareWorld, rule: RuleFields, span: Span) -> Found:
    """Regulars, so many times a year, each on days of their own that are spread over the year."""
    times = max(1, int(rule.number))
    gap = _DAYS_OF_A_YEAR // times
    regulars = world.standing.customer[are_regulars(world)]
    offset = regulars * _SPREAD % (1 << 32) % gap
    customers, days, turns = [], [], []
    for year in range(day_of(span.start).year, day_of(max(span.start, span.end - 1)).year + 1):
        first = day_number(day_of(span.start).replace(year=year, month=1, day=1))
        for turn in range(times):
            due = first + offset + turn * gap
            wanted = span.has(due)
            customers.append(regulars[wanted])
            days.append(due[wanted])
            turns.append(np.full(int(wanted.sum()), turn + 1, dtype=np.int64))
    customer, due, number = (np.concatenate(parts) for parts in (customers, days, turns))
    years = years_of(due)

    def say(i: int) -> Said:
        return Said(occasion_key(rule.kind, int(years[i]), int(number[i])), {})

    return Found.of(customer, due, say)


def are_regulars(world: CareWorld) -> Flags:
    found: Flags = world.standing.segment == SEGMENTS.index(Segment.LOYAL)
    return found


def health_falling(world: CareWorld, rule: RuleFields, span: Span) -> Found:
    """The score fell by so many points within a month; once a month at most, today or not at all."""
    fell = sorted(world.falling(rule.number)) if span.start <= world.day < span.end else []
    month = f"{world.today:%Y-%m}"

    def say(i: int) -> Said:
        return Said(occasion_key(rule.kind, month), {"before": fell[i][1], "now": fell[i][2]})

    customer = np.array([number for number, _, _ in fell], dtype=np.int64)
    return Found.of(customer, np.full(len(fell), world.day, dtype=np.int64), say)


KINDS = {
    RuleKind.FIRST_VISIT: first_visit,
    RuleKind.AFTER_VISIT: after_visit,
    RuleKind.OVERDUE: overdue,
    RuleKind.YEARLY: yearly,
    RuleKind.HAND_PICKED: hand_picked,
    RuleKind.HEALTH_FALLING: health_falling,
}
