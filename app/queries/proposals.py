"""Proposals as they stand: open ones, decided ones, those of a customer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from app.domain.customers import CustomerKind
from app.domain.proposal_rows import ProposalRow
from app.domain.proposals import Evidence, ProposalOutcome, printed_days
from app.models.customer import Customer
from app.models.product import Product
from app.models.proposals import Proposal
from app.models.shop import Staff

MOST_DECIDED = 500
_AT_ONCE = 500
_LISTED = (Customer.archived_at.is_(None), Customer.is_deceased.is_(False))
_DECIDED_DAY = func.coalesce(Proposal.decided_on, Proposal.presented_on)


def waiting_count(session: Session, _now: datetime, today: date) -> int:
    """Open ones whose day has come, or that have none."""
    query = select(func.count()).select_from(Proposal).join(Customer, Customer.id == Proposal.customer_id)
    is_waiting = (Proposal.outcome == ProposalOutcome.OPEN, or_(Proposal.due.is_(None), Proposal.due <= today))
    return session.scalar(query.where(*is_waiting, *_LISTED)) or 0


def open_proposals(session: Session) -> tuple[ProposalRow, ...]:
    """By the day on which they are to be made or asked about, those without one first."""
    order = (Proposal.due.is_not(None), Proposal.due, Proposal.id)
    return _rows(session, _all().where(Proposal.outcome == ProposalOutcome.OPEN, *_LISTED).order_by(*order))


def decided_proposals(session: Session) -> tuple[ProposalRow, ...]:
    """The newest first, at most MOST_DECIDED."""
    decided = _all().where(Proposal.outcome != ProposalOutcome.OPEN)
    return _rows(session, decided.order_by(_DECIDED_DAY.desc(), Proposal.id.desc()).limit(MOST_DECIDED))


def find_proposal(session: Session, proposal_id: int) -> ProposalRow | None:
    return next(iter(_rows(session, _all().where(Proposal.id == proposal_id))), None)


def proposals_of(session: Session, customer_id: int) -> tuple[ProposalRow, ...]:
    """Open ones first, then the newest."""
    order = (Proposal.outcome != ProposalOutcome.OPEN, _DECIDED_DAY.desc(), Proposal.id.desc())
    return _rows(session, _all().where(Proposal.customer_id == customer_id).order_by(*order))


def rests_until(session: Session, customer_id: int, today: date) -> date | None:
    """Until when nothing is proposed to this customer, after a no."""
    query = select(func.max(Proposal.rests_until)).where(Proposal.customer_id == customer_id, Proposal.rests_until > today)
    return session.scalar(query)


def last_outcomes(session: Session, customer_ids: Iterable[int]) -> dict[int, tuple[ProposalOutcome, date]]:
    """What became of the last proposal to each that was decided."""
    ids = sorted(set(customer_ids))
    found: dict[int, tuple[ProposalOutcome, date]] = {}
    for begin in range(0, len(ids), _AT_ONCE):
        part = Proposal.customer_id.in_(ids[begin : begin + _AT_ONCE])
        query = select(Proposal.customer_id, Proposal.outcome, Proposal.decided_on).where(part, Proposal.decided_on.is_not(None))
        for customer, outcome, day in session.execute(query.order_by(Proposal.decided_on, Proposal.id)):
            if day is not None:
                found[customer] = outcome, day
    return found


def _all() -> Select[Any]:
    query = (
        select(Proposal, Customer.name, Customer.kind == CustomerKind.COMPANY, Staff.name, Product.name, Product.price)
        .join(Customer, Customer.id == Proposal.customer_id)
        .outerjoin(Staff, Staff.id == Proposal.staff_id)
        .outerjoin(Product, Product.id == Proposal.product_id)
    )
    return cast("Select[Any]", query)


def _rows(session: Session, query: Select[Any]) -> tuple[ProposalRow, ...]:
    rows = [_row(*found) for found in session.execute(query)]
    last = last_outcomes(session, (row.customer_id for row in rows if row.outcome is ProposalOutcome.OPEN))
    return tuple(replace(row, last=last.get(row.customer_id)) if row.outcome is ProposalOutcome.OPEN else row for row in rows)


def _row(proposal: Proposal, name: str, is_company: bool, staff: str | None, product: str | None, price: int | None) -> ProposalRow:
    evidence = Evidence.from_json(proposal.evidence)
    return ProposalRow(
        id=proposal.id,
        customer_id=proposal.customer_id,
        customer_name=name,
        is_company=is_company,
        kind=proposal.kind,
        step=proposal.step,
        outcome=proposal.outcome,
        title=proposal.title,
        text=proposal.text,
        product_id=proposal.product_id,
        product=product or (evidence.product if evidence is not None else ""),
        price=price,
        target_percent=proposal.target_percent,
        target_months=proposal.target_months,
        evidence=evidence,
        staff=staff or "",
        due=proposal.due,
        presented_on=proposal.presented_on,
        decided_on=proposal.decided_on,
        rests_until=proposal.rests_until,
        reason=proposal.reason,
        amount=proposal.amount,
        printed_on=next(reversed(printed_days(proposal.evidence)), None),
    )
