"""Voices, suggestions and contracts in the history of a customer."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.customer_rows import TimelineEntry, TimelineKind
from app.domain.proposals import printed_days
from app.models.contracts import Contract, ContractEvent
from app.models.inquiries import Inquiry
from app.models.proposals import Proposal
from app.models.shop import Staff


def care_entries(session: Session, customer_id: int, limit: int, zone: ZoneInfo) -> list[TimelineEntry]:
    return [
        *_voices(session, customer_id, limit, zone),
        *_proposals(session, customer_id, limit, zone),
        *_contracts(session, customer_id, limit),
    ]


def _voices(session: Session, customer_id: int, limit: int, zone: ZoneInfo) -> list[TimelineEntry]:
    """On the day each was received, with how it stands."""
    query = (
        select(Inquiry, Staff.name)
        .outerjoin(Staff, Staff.id == Inquiry.staff_id)
        .where(Inquiry.customer_id == customer_id)
        .order_by(Inquiry.received_at.desc(), Inquiry.id.desc())
        .limit(limit)
    )
    return [
        TimelineEntry(
            TimelineKind.INQUIRY,
            one.received_at.astimezone(zone).date(),
            one.received_at,
            one.title,
            one.cause,
            staff=staff or "",
            source_id=one.id,
            voice=(one.kind, one.state),
        )
        for one, staff in session.execute(query)
    ]


def _proposals(session: Session, customer_id: int, limit: int, zone: ZoneInfo) -> list[TimelineEntry]:
    """On the day each was presented, or made where it was not; and on each day its page was printed."""
    query = (
        select(Proposal, Staff.name)
        .outerjoin(Staff, Staff.id == Proposal.staff_id)
        .where(Proposal.customer_id == customer_id)
        .order_by(Proposal.id.desc())
        .limit(limit)
    )
    entries = []
    for one, staff in session.execute(query):
        day = one.presented_on or one.created_at.astimezone(zone).date()
        at = one.created_at if one.presented_on is None else datetime.combine(day, time.min, zone)
        entries.append(
            TimelineEntry(
                TimelineKind.PROPOSAL, day, at, one.title, one.reason, one.amount, staff or "", source_id=one.id, proposal=one.outcome
            )
        )
        for printed in printed_days(one.evidence):
            begin = datetime.combine(printed, time.min, zone)
            entries.append(TimelineEntry(TimelineKind.PROPOSAL, printed, begin, one.title, staff=staff or "", source_id=one.id))
    return entries


def _contracts(session: Session, customer_id: int, limit: int) -> list[TimelineEntry]:
    """Each step of their course, on its day."""
    query = (
        select(ContractEvent, Contract.plan, Contract.kind, Staff.name)
        .join(Contract, Contract.id == ContractEvent.contract_id)
        .outerjoin(Staff, Staff.id == Contract.staff_id)
        .where(Contract.customer_id == customer_id)
        .order_by(ContractEvent.day.desc(), ContractEvent.id.desc())
        .limit(limit)
    )
    return [
        TimelineEntry(
            TimelineKind.CONTRACT,
            one.day,
            one.at,
            plan,
            one.text,
            one.price,
            staff or "",
            source_id=one.contract_id,
            contract=(one.kind, kind),
        )
        for one, plan, kind, staff in session.execute(query)
    ]
