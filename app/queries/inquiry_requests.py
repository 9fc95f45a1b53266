"""Requests, put together and counted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.inquiries import InquiryKind
from app.domain.inquiry_likeness import groups_like
from app.domain.inquiry_rows import RequestGroupRow, RequestsView
from app.models.inquiries import Inquiry, RequestGroup

_MOST_ALONE = 300


class _Request(NamedTuple):
    id: int
    title: str
    customer_id: int | None
    received_at: datetime
    group_id: int | None


def requests_view(session: Session) -> RequestsView:
    """Every group with how many asked for it, the largest first; then requests that stand alone, the newest first, each with the group, or
    the other request, that asks for much the same."""
    one = Inquiry
    query = (
        select(one.id, one.title, one.customer_id, one.received_at, one.request_group_id)
        .where((one.kind == InquiryKind.REQUEST) | one.request_group_id.is_not(None))
        .order_by(one.received_at.desc(), one.id.desc())
    )
    rows = [_Request(*found) for found in session.execute(query)]
    groups = tuple(_groups(session, rows))
    alone = tuple(_group(None, one.title, "", [one]) for one in rows if one.group_id is None)[:_MOST_ALONE]
    return RequestsView(groups, alone, _suggestions(groups, alone))


def _groups(session: Session, rows: Sequence[_Request]) -> list[RequestGroupRow]:
    members: dict[int, list[_Request]] = {}
    for row in rows:
        if row.group_id is not None:
            members.setdefault(row.group_id, []).append(row)
    named = session.execute(select(RequestGroup.id, RequestGroup.title, RequestGroup.state))
    found = [_group(number, title, state, members[number]) for number, title, state in named if number in members]
    return sorted(found, key=lambda group: (-group.count, -group.last_at.timestamp()))


def _group(number: int | None, title: str, state: str, rows: Sequence[_Request]) -> RequestGroupRow:
    customers = tuple(dict.fromkeys(row.customer_id for row in rows if row.customer_id is not None))
    return RequestGroupRow(number, title, state, len(rows), tuple(row.id for row in rows), customers, rows[0].received_at)


def _suggestions(groups: Sequence[RequestGroupRow], alone: Sequence[RequestGroupRow]) -> dict[int, RequestGroupRow]:
    found: dict[int, RequestGroupRow] = {}
    for place, row in enumerate(alone):
        like = groups_like(row.title, [(n, group.title) for n, group in enumerate(groups)])
        if like is not None:
            found[row.inquiry_ids[0]] = groups[like]
            continue
        other = groups_like(row.title, [(n, one.title) for n, one in enumerate(alone) if n > place])
        if other is not None:
            found[row.inquiry_ids[0]] = alone[other]
    return found
