"""The people behind the figures of a chosen period."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.analytics.occasions import Ints
from app.domain.care_people import ComplaintsClosed, RenewingIn, VoicesOpenOn
from app.domain.contract_figures import ContractPeople, ContractsEndedAfter
from app.domain.figure_people import Answered, BuyersHere, InSegmentOn, NotContacted, Touched
from app.domain.inquiry_people import VoicesOf
from app.domain.proposal_rows import CandidatePeople, ProposalsDecided
from app.domain.segments import Segment
from app.domain.team import TeamPeople
from app.models.arrays import read_columns
from app.models.customer import Customer, is_here
from app.models.summary import CustomerStat
from app.queries.contracts import contract_people, ended_after
from app.queries.figure_scope import segment_ids
from app.queries.month_care import complaints_closed_ids, renewing_ids, voices_open_ids
from app.queries.proposal_candidates import candidate_customers
from app.queries.proposal_rates import decided_ids
from app.queries.team import team_people
from app.queries.tile_bond import answered_ids, touched_ids_of
from app.queries.tile_standing import not_contacted_ids
from app.queries.tile_voices import voices_of_ids


def _buyers_here(session: Session, spec: BuyersHere) -> Ints:
    query = select(CustomerStat.customer_id).join(Customer, Customer.id == CustomerStat.customer_id)
    return read_columns(session, query.where(CustomerStat.first_day < spec.before, is_here()))[0]


def _in_segment_on(session: Session, spec: InSegmentOn) -> Ints:
    return segment_ids(session, Segment(spec.segment), spec.day)


def _not_contacted(session: Session, spec: NotContacted) -> Ints:
    return not_contacted_ids(session, spec)


def _answered(session: Session, spec: Answered) -> Ints:
    return answered_ids(session, spec)


def _touched(session: Session, spec: Touched) -> Ints:
    return touched_ids_of(session, spec)


def _decided(session: Session, spec: ProposalsDecided) -> Ints:
    return decided_ids(session, spec)


def _with_candidate(session: Session, spec: CandidatePeople) -> Ints:
    return candidate_customers(session, spec.day)


FIGURE_FINDERS: Mapping[type, Callable[[Session, Any], Ints]] = {
    BuyersHere: _buyers_here,
    InSegmentOn: _in_segment_on,
    NotContacted: _not_contacted,
    Answered: _answered,
    Touched: _touched,
    VoicesOf: voices_of_ids,
    ProposalsDecided: _decided,
    CandidatePeople: _with_candidate,
    TeamPeople: team_people,
    ComplaintsClosed: complaints_closed_ids,
    VoicesOpenOn: voices_open_ids,
    RenewingIn: renewing_ids,
    ContractPeople: contract_people,
    ContractsEndedAfter: ended_after,
}
