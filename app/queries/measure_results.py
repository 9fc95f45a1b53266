"""What the measures of the shop did: the result of one, all finished ones, and those of a kind as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Integer, case, func, select, type_coerce
from sqlalchemy.orm import Session

from app.analytics.occasions import Ints
from app.analytics.uplift import (
    chance_of_return,
    cuped_effect,
    is_share_as_drawn,
    people_to_settle,
    pooled_effect,
    rate_effect,
    welch_effect,
)
from app.domain.entities import Entity
from app.domain.measure_results import COUNTS_ONLY_BELOW, VERDICT_FROM, Effect, Pooled, Return, Verdict, return_of, verdict_of
from app.domain.measure_view import CurvePoint, KindResults, MeasureResult, PastResult, RawRow
from app.domain.measures import Arm, MeasureKind, MeasureNotStarted, MeasurePlan, MeasureState
from app.domain.periods import day_number, day_of
from app.models.arrays import read_columns
from app.models.changes import cache_of, changed_in
from app.models.customer import Customer
from app.models.measure_rows import measure_row
from app.models.measures import Measure, MeasurePerson
from app.models.shop import Shop
from app.queries.measure_balance import balance_of, bands_of
from app.queries.measure_costs import cost_of
from app.queries.measure_margins import Margins, measure_margins

_MADE_OF = (Entity.MEASURE, Entity.PURCHASE, Entity.POINTS, Entity.PRODUCT, Entity.SHOP, Entity.CUSTOMER)
_USES = (Entity.CODE, Entity.PRINT_RUN)
_ARMS = {Arm.SENT: 0, Arm.HELD: 1, Arm.GUEST: 2}
_NOBODY = -1
_WEEK = 7
# What a list from elsewhere may have held back, where nobody says.
_USUAL_SHARES = (1 / 2, 1 / 3, 1 / 4, 1 / 5, 1 / 10)


def measure_result(session: Session, measure_id: int, today: date) -> MeasureResult:
    """As it stands on `today`. MeasureGone, MeasureNotStarted."""
    measure = measure_row(session, measure_id)
    people = _people(session, measure)
    end = day_of(int(people.start.max(initial=day_number(people.sent_on)))) + timedelta(days=measure.window_days)

    def build() -> MeasureResult:
        return _result(session, measure, people, min(today, end))

    if changed_in(session):
        return build()
    key = f"result of measure {measure_id} on {min(today, end)}"
    # Codes are used every day: they only matter where pieces were printed.
    made_of = _MADE_OF if measure.run_id is None else (*_MADE_OF, *_USES)
    return cache_of(session).get(key, made_of, build, sales_before=end if today >= end else date.max)


def past_results(session: Session, today: date, kind: MeasureKind | None = None) -> tuple[PastResult, ...]:
    """Of all measures, or of a kind, whose window is over; the newest first."""
    query = select(Measure.id).where(Measure.state != MeasureState.DRAFT, Measure.sent_on <= today)
    chosen = query if kind is None else query.where(Measure.kind == kind)
    found = [measure_result(session, number, today) for number in session.scalars(chosen).all()]
    finished = sorted((one for one in found if one.is_complete), key=lambda one: (one.ends_on, one.measure_id), reverse=True)
    return tuple(_past(one) for one in finished)


def pooled_of_kind(session: Session, kind: MeasureKind, today: date) -> KindResults:
    measures = past_results(session, today, kind)
    compared = [(one, one.effect) for one in measures if one.effect is not None]
    pooled = pooled_effect([effect for _one, effect in compared])
    return KindResults(kind, measures, pooled, _pooled_return(pooled, [one for one, _effect in compared]))


def raw_rows(session: Session, measure_id: int, today: date) -> tuple[RawRow, ...]:
    """Everybody of both groups, in the order of the list. MeasureGone, MeasureNotStarted."""
    measure = measure_row(session, measure_id)
    people = _people(session, measure)
    margins = _margins(session, measure, people, today)
    codes = {number: code or "" for number, code in session.execute(select(Customer.id, Customer.code))}
    arms = list(_ARMS)
    return tuple(
        RawRow(
            customer_id=None if people.customer[place] == _NOBODY else int(people.customer[place]),
            code=codes.get(int(people.customer[place]), ""),
            arm=arms[int(people.arm[place])],
            stratum=int(people.stratum[place]),
            sent_on=day_of(int(people.start[place])),
            before=float(margins.before[place]),
            within=float(margins.within[place]),
            came=bool(margins.came[place]),
            cost=int(people.cost[place]),
        )
        for place in np.flatnonzero(people.arm != _ARMS[Arm.GUEST])
    )


# ---- inner workings ----


@dataclass(frozen=True, slots=True, eq=False)
class _People:
    """The frozen list in its order; `start`: each one's first day as a number. `kept_margin`, `kept_came`: of those who were erased."""

    sent_on: date
    customer: Ints
    arm: Ints
    stratum: Ints
    start: Ints
    cost: Ints
    kept_margin: Ints
    kept_came: Ints

    def is_in(self, arm: Arm) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = self.arm == _ARMS[arm]
        return found


def _people(session: Session, measure: Measure) -> _People:
    if measure.state is MeasureState.DRAFT or measure.sent_on is None:
        raise MeasureNotStarted
    one = MeasurePerson
    arm = case({known.value: number for known, number in _ARMS.items()}, value=one.arm)
    sent_on = day_number(measure.sent_on)
    query = select(
        one.id,
        func.coalesce(one.customer_id, _NOBODY),
        arm,
        one.stratum,
        func.coalesce(type_coerce(one.sent_on, Integer), sent_on),
        one.cost,
        func.coalesce(one.margin, 0),
        func.coalesce(type_coerce(one.came, Integer), 0),
    ).where(one.measure_id == measure.id)
    columns = read_columns(session, query)
    order = np.argsort(columns[0])
    return _People(measure.sent_on, *(column[order] for column in columns[1:]))


def _margins(session: Session, measure: Measure, people: _People, today: date) -> Margins:
    """Of everybody on the list. Who was erased has what was kept of him, and of before what the others had on average."""
    known = people.customer != _NOBODY
    found = measure_margins(session, people.customer[known], people.start[known], measure.window_days, up_to=today + timedelta(days=1))
    if known.all():
        return found
    compared = known & ~people.is_in(Arm.GUEST)
    mean = float(found.before[compared[known]].mean()) if compared.any() else 0.0
    before, within = np.full(len(known), mean), people.kept_margin.astype(np.float64)
    first_day = np.where(people.kept_came == 1, people.start, -1)
    nothing = np.zeros(len(known), dtype=np.int64)
    whole = Margins(before, within, nothing.copy(), first_day, nothing.copy(), np.full(len(known), -1, dtype=np.int64))
    for name in Margins.__dataclass_fields__:
        getattr(whole, name)[known] = getattr(found, name)
    return whole


def _result(session: Session, measure: Measure, people: _People, today: date) -> MeasureResult:
    sent_on = min(people.sent_on, day_of(int(people.start.min(initial=day_number(people.sent_on)))))
    ends_on = day_of(int(people.start.max(initial=day_number(people.sent_on)))) + timedelta(days=measure.window_days)
    margins = _margins(session, measure, people, today)
    sent, held = people.is_in(Arm.SENT), people.is_in(Arm.HELD)
    plan = MeasurePlan.from_json(measure.plan)
    days, n_sent, n_held = (ends_on - sent_on).days, int(sent.sum()), int(held.sum())
    share = _share_held(measure, n_sent, n_held)
    counts = MeasureResult(
        measure_id=measure.id,
        name=measure.name,
        kind=measure.kind,
        channel=plan.channel,
        state=measure.state,
        is_outside=measure.is_outside,
        plan=plan,
        sent_on=sent_on,
        ends_on=ends_on,
        stopped_on=measure.stopped_on,
        day=max(0, min(days, (today - sent_on).days + 1)),
        days=days,
        window_days=measure.window_days,
        is_complete=today >= ends_on,
        currency=session.scalars(select(Shop.currency)).one(),
        n_sent=n_sent,
        n_held=n_held,
        n_guests=int(people.is_in(Arm.GUEST).sum()),
        came_sent=int(margins.came[sent].sum()),
        came_held=int(margins.came[held].sum()),
        welch=None,
        cuped=None,
        rate=None,
        roi=None,
        chance=None,
        verdict=Verdict.NOT_YET_CLEAR if n_held else Verdict.NO_HOLDOUT,
        needed=None,
        last_touch=int(margins.sales[sent].sum()),
        base_margin=None,
        lines=cost_of(session, measure, n_sent, int(people.cost.sum()), today),
        curve=(),
        balance=balance_of(margins, people.start, sent, held),
        share_held=share,
        is_as_drawn=None if share is None else is_share_as_drawn(n_sent, n_held, share),
        bands=(),
        returned=_ids(people, sent & margins.came),
        returned_held=_ids(people, held & margins.came),
    )
    return _judged(counts, margins, people) if counts.is_complete else counts


def _judged(counts: MeasureResult, margins: Margins, people: _People) -> MeasureResult:
    """With what is known once the window is over."""
    sent, held = people.is_in(Arm.SENT), people.is_in(Arm.HELD)
    known = replace(counts, curve=_curve(margins, people, counts.window_days), verdict=verdict_of(None, counts.smaller))
    if counts.smaller < COUNTS_ONLY_BELOW:
        return known
    welch = welch_effect(margins.within[sent], margins.within[held])
    cuped = cuped_effect(margins.within[sent], margins.before[sent], margins.within[held], margins.before[held])
    if cuped is None:
        return known
    roi, base = return_of(cuped, counts.n_sent, counts.charged), float(margins.within[held].mean())
    has_verdict = counts.smaller >= VERDICT_FROM
    return replace(
        known,
        welch=welch,
        cuped=cuped,
        rate=rate_effect(counts.came_sent, counts.n_sent, counts.came_held, counts.n_held),
        roi=roi,
        chance=chance_of_return(cuped, roi.break_even, base) if has_verdict else None,
        verdict=verdict_of(cuped, counts.smaller),
        needed=people_to_settle(cuped, counts.n_sent, counts.n_held),
        base_margin=base,
        bands=bands_of(margins, people.start, sent, held) if has_verdict else (),
    )


def _ids(people: _People, chosen: NDArray[np.bool_]) -> tuple[int, ...]:
    return tuple(int(number) for number in people.customer[chosen] if number != _NOBODY)


def _share_held(measure: Measure, sent: int, held: int) -> float | None:
    """What was to be held back; None where nobody was."""
    if not sent or not held:
        return None
    if measure.share_held is not None:
        return measure.share_held
    return min(_USUAL_SHARES, key=lambda share: abs(share - held / (sent + held)))


def _curve(margins: Margins, people: _People, days: int) -> tuple[CurvePoint, ...]:
    """Who had come by the end of each week."""
    after = margins.first_day - people.start
    groups = [np.sort(after[people.is_in(arm) & margins.came]) for arm in (Arm.SENT, Arm.HELD)]
    totals = [int(people.is_in(arm).sum()) for arm in (Arm.SENT, Arm.HELD)]
    points = []
    for day in [*range(0, days, _WEEK), days]:
        sent, held = (int(np.searchsorted(group, day)) / total if total else None for group, total in zip(groups, totals, strict=True))
        points.append(CurvePoint(day, sent or 0.0, held))
    return tuple(points)


def _past(one: MeasureResult) -> PastResult:
    return PastResult(
        measure_id=one.measure_id,
        name=one.name,
        kind=one.kind,
        sent_on=one.sent_on,
        ends_on=one.ends_on,
        n_sent=one.n_sent,
        n_held=one.n_held,
        came_sent=one.came_sent,
        came_held=one.came_held,
        effect=one.cuped,
        rate=one.rate,
        roi=one.roi,
        verdict=one.verdict,
        is_outside=one.is_outside,
        cost=one.lines.total,
        charged=one.charged,
        last_touch=one.last_touch,
    )


def _pooled_return(pooled: Pooled | None, measures: Sequence[PastResult]) -> Return | None:
    if pooled is None:
        return None
    effect = Effect(pooled.effect, pooled.low, pooled.high, 0.0, 0.0)
    return return_of(effect, sum(one.n_sent for one in measures), sum(one.charged for one in measures))
