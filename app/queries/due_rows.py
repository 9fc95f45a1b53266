"""The follow-ups that are due as columns kept in memory and brought along row by row: after one is done, only that one is read again."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from sqlalchemy import ColumnElement, Integer, Select, Text, and_, case, cast, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from app.analytics.occasions import Ints
from app.domain.day_plan import PROMISED
from app.domain.entities import Entity
from app.domain.follow_ups import FollowUpKind, FollowUpSource
from app.models.arrays import read_columns
from app.models.changes import cache_of, changed_in
from app.models.counter import FollowUp
from app.models.customer import Customer, is_within_reach

NO_DEADLINE = 10**6
MANY = 400
"""Of more changed rows than this everything is read anew."""
LISTED = and_(Customer.archived_at.is_(None), Customer.is_deceased.is_(False))


@dataclass(frozen=True, slots=True)
class PrintedAs:
    """What a card or letter says hangs on these; `rule_id` 0 for none."""

    kind: FollowUpKind
    template: str
    rule_id: int


@dataclass(frozen=True, slots=True, eq=False)
class DueRows:
    """Ascending by follow-up, parallel; days as day numbers (`deadline` far ahead where there is none), `rule` 0 for none. `printed`: the
    position in `prints` of a card or letter, -1 of anything else."""

    prints: tuple[PrintedAs, ...]
    follow_up: Ints
    customer: Ints
    due: Ints
    deadline: Ints
    is_promised: Ints
    rule: Ints
    printed: Ints


def is_due(today: date) -> ColumnElement[bool]:
    """Open and due. What a rule made is not due for somebody who is out of reach."""
    within = or_(FollowUp.source != FollowUpSource.RULE, is_within_reach())
    return and_(FollowUp.done_on.is_(None), FollowUp.due <= today, LISTED, within)


def due_rows(session: Session, today: date) -> DueRows:
    """What is due at the end of `today`."""
    if changed_in(session):
        # Rows that may still be rolled back are for this session alone.
        return _read(session, today)
    kept = cache_of(session).get("follow-ups due", (), _Kept)
    seen = cache_of(session).seen
    with kept.lock:
        if kept.rows is not None and kept.day == today and kept.write > seen:
            # Another session has seen more than this one does.
            return _read(session, today)
        if kept.rows is None or kept.day != today:
            kept.rows = _read(session, today)
        elif kept.write < seen:
            kept.rows = _brought_along(session, kept.rows, kept.write, today)
        kept.day, kept.write = today, seen
        return kept.rows


class _Kept:
    """The rows of one day as they were after write number `write`. Never forgotten, only brought along."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.day = date.min
        self.write = -1
        self.rows: DueRows | None = None


def _brought_along(session: Session, rows: DueRows, write: int, today: date) -> DueRows:
    changed = cache_of(session).rows_changed_after(write, Entity.FOLLOW_UP, Entity.CUSTOMER)
    if changed is None:
        return _read(session, today)
    follow_ups, customers = sorted(changed[Entity.FOLLOW_UP]), sorted(changed[Entity.CUSTOMER])
    if len(follow_ups) + len(customers) > MANY:
        return _read(session, today)
    if not follow_ups and not customers:
        return rows
    # An empty list would keep the database from looking these up by their numbers.
    named = [column.in_(ids) for column, ids in ((FollowUp.id, follow_ups), (FollowUp.customer_id, customers)) if ids]
    fresh = _read(session, today, or_(*named), rows.prints)
    kept = ~(np.isin(rows.follow_up, follow_ups) | np.isin(rows.customer, customers))
    follow_up = np.concatenate((rows.follow_up[kept], fresh.follow_up))
    order = np.argsort(follow_up, kind="stable")
    pairs = zip(_columns_of(rows), _columns_of(fresh), strict=True)
    return DueRows(fresh.prints, *(np.concatenate((old[kept], new))[order] for old, new in pairs))


def _columns_of(rows: DueRows) -> Iterator[Ints]:
    yield from (rows.follow_up, rows.customer, rows.due, rows.deadline, rows.is_promised, rows.rule, rows.printed)


def _read(session: Session, today: date, only: ColumnElement[bool] | None = None, prints: Sequence[PrintedAs] = ()) -> DueRows:
    """`only` some of them; `prints` known already keep their positions."""
    wanted = is_due(today) if only is None else and_(is_due(today), only)
    query = select(
        FollowUp.id,
        FollowUp.customer_id,
        type_coerce(FollowUp.due, Integer),
        func.coalesce(type_coerce(FollowUp.deadline, Integer), NO_DEADLINE),
        case((FollowUp.source.in_(PROMISED), 1), else_=0),
        func.coalesce(FollowUp.rule_id, 0),
    )
    columns = read_columns(session, _of_customers(query).where(wanted))
    order = np.argsort(columns[0])
    follow_up, customer, due, deadline, promised, rule = (column[order] for column in columns)
    printed = np.full(len(follow_up), -1, dtype=np.int64)
    known = list(prints)
    for one, ids in _printed(session, wanted):
        if one not in known:
            known.append(one)
        printed[np.searchsorted(follow_up, ids)] = known.index(one)
    return DueRows(tuple(known), follow_up, customer, due, deadline, promised, rule, printed)


def _printed(session: Session, wanted: ColumnElement[bool]) -> Iterator[tuple[PrintedAs, Ints]]:
    """The ids of the cards and letters, by what is said on them: each group's in one text, as `read_columns` has its columns."""
    rule = func.coalesce(FollowUp.rule_id, 0)
    words = (FollowUp.kind, FollowUp.template, rule)
    query = select(*words, func.aggregate_strings(cast(FollowUp.id, Text), ","))
    printed = FollowUp.kind.in_((FollowUpKind.CARD, FollowUpKind.LETTER))
    for kind, template, rule_id, ids in session.execute(_of_customers(query).where(wanted, printed).group_by(*words)):
        yield PrintedAs(kind, template, rule_id), np.fromstring(ids, dtype=np.int64, sep=",")


def _of_customers(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return query.join(Customer, Customer.id == FollowUp.customer_id)
