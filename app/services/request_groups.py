"""Requests that ask for the same, put together. Each is one recorded act."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.inquiries import InquiryGone, RequestGroupGone, RequestGroupUnnamed
from app.models.inquiries import Inquiry, RequestGroup
from app.services.actions import recorded


def group_requests(session: Session, inquiry_ids: Sequence[int], *, title: str, now: datetime, group_id: int | None = None) -> int:
    """Into a new group of that title, or into one there is; a group that is left empty goes. The action's id.
    RequestGroupUnnamed(field="title"), RequestGroupGone, InquiryGone."""
    rows = list(session.scalars(select(Inquiry).where(Inquiry.id.in_(inquiry_ids))))
    if not rows:
        raise InquiryGone
    name = _found(session, group_id).title if group_id is not None else _named(title)
    left = {row.request_group_id for row in rows} - {None, group_id}
    with recorded(session, ActionKind.GROUP_REQUESTS, now=now, name=name) as act:
        if group_id is None:
            group = RequestGroup(title=name, state="", created_at=now)
            session.add(group)
            session.flush()
            group_id = group.id
        for row in rows:
            row.request_group_id = group_id
        session.flush()
        _drop_empty(session, left)
    return act.action_id


def merge_groups(session: Session, group_id: int, into_id: int, *, now: datetime) -> int:
    """All of one group into another, which keeps its name and state. The action's id. RequestGroupGone."""
    _found(session, group_id)
    ids = list(session.scalars(select(Inquiry.id).where(Inquiry.request_group_id == group_id)))
    return group_requests(session, ids, title="", group_id=into_id, now=now)


def ungroup(session: Session, inquiry_ids: Sequence[int], *, now: datetime) -> int | None:
    """Each for itself again; the action's id, None when none was in a group."""
    rows = list(session.scalars(select(Inquiry).where(Inquiry.id.in_(inquiry_ids), Inquiry.request_group_id.is_not(None))))
    if not rows:
        return None
    left = {row.request_group_id for row in rows}
    with recorded(session, ActionKind.GROUP_REQUESTS, now=now, name=rows[0].title) as act:
        for row in rows:
            row.request_group_id = None
        session.flush()
        _drop_empty(session, left)
    return act.action_id


def edit_group(session: Session, group_id: int, *, title: str, state: str, now: datetime) -> int | None:
    """How it is called and what the shop makes of it; the action's id, None when nothing was different. RequestGroupUnnamed,
    RequestGroupGone."""
    group, wanted = _found(session, group_id), (_named(title), state.strip())
    if (group.title, group.state) == wanted:
        return None
    with recorded(session, ActionKind.GROUP_REQUESTS, now=now, name=wanted[0]) as act:
        group.title, group.state = wanted
    return act.action_id


def _drop_empty(session: Session, group_ids: set[int | None]) -> None:
    for number in group_ids:
        group = None if number is None else session.get(RequestGroup, number)
        if group is not None and session.scalar(select(Inquiry.id).where(Inquiry.request_group_id == number).limit(1)) is None:
            session.delete(group)


def _named(title: str) -> str:
    if not title.strip():
        raise RequestGroupUnnamed(field="title")
    return title.strip()


def _found(session: Session, group_id: int) -> RequestGroup:
    group = session.get(RequestGroup, group_id)
    if group is None:
        raise RequestGroupGone
    return group
