"""When each customer was last touched: called, talked to, written to, sent something, or proposed something. A visit is no touch."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import numpy as np
from sqlalchemy import ColumnElement, Integer, Select, or_, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.analytics.occasions import Ints
from app.domain.contacts import ContactKind
from app.domain.entities import Entity
from app.domain.follow_ups import TOUCHING, Outcome
from app.models.arrays import read_columns
from app.models.changes import cache_of, changed_in
from app.models.counter import FollowUp
from app.models.customer import Contact
from app.models.mailed_runs import is_mailed_run
from app.models.proposals import Proposal
from app.models.records import PrintPiece, PrintPieceJoint, PrintRun

_TALKS = (ContactKind.PHONE, ContactKind.TALK, ContactKind.EMAIL)
_Columns = tuple[Ints, Ints]
_Query = Select[*tuple[Any, ...]]


class Touches:
    """The last touch of whoever was touched: customers ascending, and its day number."""

    def __init__(self, customer: Ints, day: Ints) -> None:
        order = np.lexsort((day, customer))
        customer, day = customer[order], day[order]
        is_last = np.ones(len(customer), dtype=np.bool_)
        is_last[:-1] = customer[1:] != customer[:-1]
        self.customer, self.day = customer[is_last], day[is_last]

    def last_of(self, customers: Ints) -> Ints:
        """Day numbers, 0 for whoever was not touched."""
        if not len(self.customer):
            return np.zeros(len(customers), dtype=np.int64)
        where = np.minimum(np.searchsorted(self.customer, customers), len(self.customer) - 1)
        return np.where(self.customer[where] == customers, self.day[where], 0)


def touches(session: Session, day: date, rest_days: int, *, with_post: bool = True) -> Touches:
    """Within the last `rest_days` up to and with `day`; `with_post`: what went by post too."""
    after = day - timedelta(days=rest_days)

    def of(entity: Entity, build: Callable[[], _Columns]) -> _Columns:
        if changed_in(session):
            return build()
        return cache_of(session).get(f"touches by {entity} in {rest_days} days on {day}", (entity, Entity.CUSTOMER), build)

    parts = [
        of(Entity.CONTACT, lambda: _read(session, _talks(), Contact.day, after, day)),
        of(Entity.FOLLOW_UP, lambda: _read(session, _done(), FollowUp.done_on, after, day)),
        of(Entity.PROPOSAL, lambda: _read(session, select(Proposal.customer_id), Proposal.presented_on, after, day)),
    ]
    if with_post:
        parts.append(of(Entity.PRINT_RUN, lambda: _post(session, after, day)))
    customer, days = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Touches(customer, days)


def _read(session: Session, customers: _Query, on: InstrumentedAttribute[Any], after: date, day: date) -> _Columns:
    query = customers.add_columns(type_coerce(on, Integer)).where(on > after, on <= day)
    customer, days = read_columns(session, query)
    return customer, days


def _talks() -> _Query:
    return select(Contact.customer_id).where(Contact.kind.in_(_TALKS), Contact.attempt.is_(None))


def _done() -> _Query:
    is_done: ColumnElement[bool] = or_(FollowUp.outcome.is_(None), FollowUp.outcome == Outcome.DONE)
    return select(FollowUp.customer_id).where(is_done, FollowUp.kind.in_(TOUCHING))


def _post(session: Session, after: date, day: date) -> _Columns:
    """What went by post, also as one of several on a piece."""
    own = select(PrintPiece.customer_id).join(PrintRun, PrintRun.id == PrintPiece.run_id).where(is_mailed_run())
    shared = select(PrintPieceJoint.customer_id).join(PrintPiece, PrintPiece.id == PrintPieceJoint.piece_id)
    shared = shared.join(PrintRun, PrintRun.id == PrintPiece.run_id).where(is_mailed_run())
    mine, joint = (_read(session, query, PrintPiece.sent_on, after, day) for query in (own, shared))
    return np.concatenate((mine[0], joint[0])), np.concatenate((mine[1], joint[1]))
