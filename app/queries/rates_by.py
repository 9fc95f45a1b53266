"""The return rate by segment, group, staff, area and channel; touch points by staff."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.analytics.patterns import two_shares
from app.analytics.survey_figures import survivors
from app.domain.figure_people import FigureFilter, Narrowed, Touch, Touched
from app.domain.figures import Stayers, StayPart
from app.domain.rates import CELL_ENOUGH, rate_of
from app.domain.rates_by import PartRate, StaffTouches
from app.models.shop import Staff
from app.queries.figure_filters import filters_offered
from app.queries.figure_scope import Scope, ids_in
from app.queries.people import stayers
from app.queries.receipts import first_occasion_day
from app.queries.standing import shop_rules
from app.queries.tile_bond import touched_by
from app.queries.tile_rates import stay_span


def rates_by(session: Session, scope: Scope) -> tuple[PartRate, ...]:
    """The return rate of every part in which anybody was at the beginning, in the order in which parts are offered. Nothing over less than
    the shop's usual number of days."""
    return part_rates(session, scope, filters_offered(session), StayPart.STAYED)


def part_rates(session: Session, scope: Scope, parts: Sequence[FigureFilter], stay: StayPart) -> tuple[PartRate, ...]:
    """The share of each part who stayed, or who were lost."""
    window = shop_rules(session).window
    span, first = stay_span(scope, window), first_occasion_day(session)
    if span is None or first is None or not first < span[0] < span[1]:
        return ()
    start, end = span
    before, stayed = stayers(session, start, end, window)
    counted = stayed if stay is StayPart.STAYED else np.setdiff1d(before, stayed, assume_unique=True)
    found = []
    for part in parts:
        ids = ids_in(session, part, start, scope.today)
        inside = len(np.intersect1d(before, ids, assume_unique=True))
        if inside:
            found.append((part, len(np.intersect1d(counted, ids, assume_unique=True)), inside))
    tests = [_against_the_others(count, inside, len(counted), len(before)) for _part, count, inside in found]
    sure = survivors(tests)
    rows = []
    for (part, count, inside), is_sure in zip(found, sure, strict=True):
        people = Narrowed(Stayers(start, end, stay), part, start, scope.today)
        higher = count / inside > (len(counted) - count) / max(1, len(before) - inside)
        rows.append(PartRate(part, rate_of(count, inside), people, higher if is_sure else None))
    return tuple(rows)


def touches_by_staff(session: Session, scope: Scope) -> tuple[StaffTouches, ...]:
    """In the order of the staff; what nobody is named for comes last."""
    names = {number: name for number, name in session.execute(select(Staff.id, Staff.name).order_by(Staff.position, Staff.id))}
    by = touched_by(session, scope.counted)
    rows = []
    for number, name in (*names.items(), (0, "")):
        touches = {touch: by[number, touch] for touch in Touch if (number, touch) in by}
        if touches:
            people = len(np.unique(np.concatenate(list(touches.values()))))
            counts = {touch: len(ids) for touch, ids in touches.items()}
            rows.append(StaffTouches(number, name, people, counts, Touched(scope.counted, staff_id=number)))
    return tuple(rows)


def _against_the_others(came: int, inside: int, all_came: int, everybody: int) -> float | None:
    others = everybody - inside
    if min(inside, others) < CELL_ENOUGH:
        return None
    return two_shares(came, inside, all_came - came, others)
