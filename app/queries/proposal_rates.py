"""How many proposals were accepted, of those that were decided: in all, by segment, kind, staff and product."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

import numpy as np
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.analytics.occasions import Ints
from app.domain.proposal_rows import DECIDED, ProposalsDecided, WinRates, WinsBy, WinsOf
from app.domain.proposals import Evidence, ProposalOutcome
from app.domain.rates import rate_of
from app.domain.segments import SEGMENTS
from app.models.product import Product
from app.models.proposals import Proposal
from app.models.shop import Staff
from app.queries.figure_scope import Scope, ids_in
from app.queries.measured import Measured, of_rate
from app.queries.standing import statuses

_MOST_PARTS = 8


@dataclass(frozen=True, slots=True)
class _Decided:
    """A proposal somebody said yes or no to, or that was let rest; `parts`: what it counts for, by WinsOf."""

    customer: int
    outcome: ProposalOutcome
    amount: int
    parts: dict[WinsOf, str]


def win_rates(session: Session, today: date) -> WinRates:
    """Of all that was ever decided."""
    found, end = _read(session, None, today + timedelta(days=1), today), today + timedelta(days=1)
    spec = partial(ProposalsDecided, None, end, today)
    waiting = select(func.count()).select_from(Proposal).where(Proposal.outcome == ProposalOutcome.OPEN)
    return WinRates(
        total=_part(WinsOf.ALL, "", found, spec()),
        open=session.scalar(waiting) or 0,
        passed=sum(1 for one in found if one.outcome is ProposalOutcome.PASSED),
        amount=sum(one.amount for one in found if one.outcome is ProposalOutcome.ACCEPTED),
        parts={by: _parts(by, found, spec) for by in (WinsOf.SEGMENT, WinsOf.KIND, WinsOf.STAFF, WinsOf.PRODUCT)},
    )


def win_rate(session: Session, scope: Scope) -> Measured:
    """Of what was decided within the period."""
    period = scope.counted
    found = _read(session, period.start, period.end, scope.today)
    if scope.narrowed is not None:
        only = set(ids_in(session, scope.narrowed, period.start, scope.today).tolist())
        found = [one for one in found if one.customer in only]
    decided = [one for one in found if one.outcome in DECIDED]
    names = scope.names(ProposalsDecided(period.start, period.end, scope.today), period.start)
    return of_rate(rate_of(_accepted(decided), len(decided)), names)


def decided_ids(session: Session, spec: ProposalsDecided) -> Ints:
    """Ascending."""
    found = _read(session, spec.start, spec.end, spec.today)
    is_meant = [one for one in found if one.outcome in spec.outcomes and (spec.by is WinsOf.ALL or one.parts[spec.by] == spec.value)]
    return np.array(sorted({one.customer for one in is_meant}), dtype=np.int64)


def _read(session: Session, start: date | None, end: date, today: date) -> list[_Decided]:
    query = (
        select(Proposal, Staff.name, Product.name)
        .outerjoin(Staff, Staff.id == Proposal.staff_id)
        .outerjoin(Product, Product.id == Proposal.product_id)
        .where(Proposal.decided_on.is_not(None), Proposal.decided_on < end, Proposal.outcome != ProposalOutcome.OPEN)
    )
    if start is not None:
        query = query.where(Proposal.decided_on >= start)
    rows = [(proposal, staff, product) for proposal, staff, product in session.execute(query)]
    segments = _segments(session, {proposal.customer_id for proposal, _staff, _product in rows}, today)
    return [_decided(proposal, staff, product, segments) for proposal, staff, product in rows]


def _decided(proposal: Proposal, staff: str | None, product: str | None, segments: dict[int, str]) -> _Decided:
    evidence = Evidence.from_json(proposal.evidence)
    parts = {
        WinsOf.SEGMENT: segments.get(proposal.customer_id, ""),
        WinsOf.KIND: proposal.kind.value,
        WinsOf.STAFF: staff or "",
        WinsOf.PRODUCT: product or (evidence.product if evidence is not None else ""),
    }
    return _Decided(proposal.customer_id, proposal.outcome, proposal.amount or 0, parts)


def _segments(session: Session, customers: Iterable[int], today: date) -> dict[int, str]:
    """The word of each one's segment; "" for whoever has none (never bought, or left)."""
    ids = np.array(sorted(customers), dtype=np.int64)
    now = statuses(session, today)
    if now.groups is None or not len(ids):
        return {}
    places = now.positions(ids)
    return {
        int(number): SEGMENTS[now.groups.segment[place]].value
        for number, place in zip(ids, places, strict=True)
        if place >= 0 and not now.has_left[place]
    }


def _parts(by: WinsOf, found: list[_Decided], spec: partial[ProposalsDecided]) -> tuple[WinsBy, ...]:
    counts = Counter(one.parts[by] for one in found if one.outcome in DECIDED)
    kept = sorted(counts, key=lambda value: (-counts[value], value))[:_MOST_PARTS]
    return tuple(_part(by, value, [one for one in found if one.parts[by] == value], spec(by=by, value=value)) for value in kept)


def _part(by: WinsOf, value: str, found: list[_Decided], people: ProposalsDecided) -> WinsBy:
    decided = [one for one in found if one.outcome in DECIDED]
    return WinsBy(by, value, rate_of(_accepted(decided), len(decided)), people)


def _accepted(decided: list[_Decided]) -> int:
    return sum(1 for one in decided if one.outcome is ProposalOutcome.ACCEPTED)
