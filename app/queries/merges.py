"""Two records side by side before they become one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.merges import MergeSide, MergeView, Moved, differing
from app.models.contracts import Contract
from app.models.counter import CodeUse, FollowUp
from app.models.customer import Contact, Customer
from app.models.inquiries import Inquiry
from app.models.proposals import Proposal
from app.models.purchase import Purchase
from app.models.records import PrintPiece
from app.models.shop import Shop
from app.models.surveys import SurveyResponse
from app.queries.customer_page import referrer_of
from app.queries.customers import customer_card
from app.queries.points import standing
from app.queries.standing import customer_facts

_COUNTED: Mapping[Moved, Any] = {
    Moved.PURCHASES: Purchase.customer_id,
    Moved.CONTACTS: Contact.customer_id,
    Moved.PIECES: PrintPiece.customer_id,
    Moved.FOLLOW_UPS: FollowUp.customer_id,
    Moved.CODES: CodeUse.customer_id,
    Moved.ANSWERS: SurveyResponse.customer_id,
    Moved.INQUIRIES: Inquiry.customer_id,
    Moved.CONTRACTS: Contract.customer_id,
    Moved.PROPOSALS: Proposal.customer_id,
    Moved.REFERRED: Customer.referred_by_id,
}


def merge_view(session: Session, keep_id: int, gone_id: int, today: date) -> MergeView:
    """CustomerMissing when one of them is gone."""
    keep, gone = _side(session, keep_id, today), _side(session, gone_id, today)
    moved = {kind: session.scalar(select(func.count()).where(column == gone_id)) or 0 for kind, column in _COUNTED.items()}
    moved[Moved.POINTS] = gone.points
    return MergeView(
        keep=keep,
        gone=gone,
        currency=session.scalars(select(Shop.currency)).one(),
        differing=differing(keep.fields, gone.fields),
        moved=moved,
    )


def _side(session: Session, customer_id: int, today: date) -> MergeSide:
    card, facts = customer_card(session, customer_id), customer_facts(session, customer_id, today)
    referrer = referrer_of(session, customer_id)
    return MergeSide(
        id=customer_id,
        fields=card.fields,
        referrer="" if referrer is None else referrer[1],
        visits=facts.visits,
        amount=facts.amount,
        last_day=facts.last_day,
        points=standing(session, customer_id, today).balance,
        is_archived=card.archived_at is not None,
    )
