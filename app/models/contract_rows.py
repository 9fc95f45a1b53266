"""Contracts as they were known at a moment, for services and queries alike."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.domain.contracts import END_STEPS, ContractEventKind, ContractKind
from app.models.contracts import Contract, ContractEvent


class StandingContract(NamedTuple):
    """A contract that runs on, and the day on which it is to be renewed or runs out."""

    customer_id: int
    plan: str
    renews_on: date


def to_be_renewed(session: Session, day: date, known_until: datetime, customer_id: int | None = None) -> list[StandingContract]:
    """Contracts that ran on a day (of one customer alone with `customer_id`), each with its next renewal, as it was known before a moment:
    what was renewed since stood as before. One whose end was known by then, and comes first, is not to be renewed."""
    c, step = Contract, ContractEvent
    query = select(c.id, c.customer_id, c.plan, c.renews_on, c.ended_on)
    query = query.where(c.kind == ContractKind.PLAN, c.started_on <= day, or_(c.ended_on.is_(None), c.ended_on > day)).order_by(c.id)
    since = select(step.contract_id, step.day).where(step.kind == ContractEventKind.RENEWED, step.at >= known_until)
    said = select(step.contract_id).where(step.kind.in_(END_STEPS), step.at < known_until)
    if customer_id is not None:
        own = step.contract_id.in_(select(c.id).where(c.customer_id == customer_id))
        query, since, said = query.where(c.customer_id == customer_id), since.where(own), said.where(own)
    # Each renewal names the day that was renewed; the earliest of those made since comes last and stays.
    stood = {number: renewed for number, renewed in session.execute(since.order_by(step.at.desc(), step.id.desc()))}
    given_notice = set(session.scalars(said))
    found = []
    for number, customer, plan, renews_on, ended_on in session.execute(query):
        renews = stood.get(number, renews_on)
        ends = ended_on if number in given_notice else None
        if renews is not None and (ends is None or ends > renews):
            found.append(StandingContract(customer, plan, renews))
    return found
