"""Sample replies: adding, changing, deleting. Each is one recorded act."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.inquiries import ReplyGone, ReplyIncomplete
from app.domain.inquiry_replies import ReplyFields
from app.models.inquiries import ReplyTemplate
from app.services.actions import recorded


def save_reply(session: Session, reply_id: int | None, fields: ReplyFields, *, now: datetime) -> int | None:
    """A new one without an id; the action's id, None when nothing was different. ReplyIncomplete(field="title" | "text"), ReplyGone."""
    title, text = fields.title.strip(), fields.text.strip()
    if not title or not text:
        raise ReplyIncomplete(field="text" if title else "title")
    row = ReplyTemplate(created_at=now, updated_at=now) if reply_id is None else _found(session, reply_id)
    if reply_id is not None and (row.title, row.text, row.kind) == (title, text, fields.kind):
        return None
    with recorded(session, ActionKind.CHANGE_REPLIES, now=now, name=title) as act:
        row.title, row.text, row.kind = title, text, fields.kind
        session.add(row)
    return act.action_id


def delete_reply(session: Session, reply_id: int, *, now: datetime) -> int:
    """The action's id. ReplyGone."""
    row = _found(session, reply_id)
    with recorded(session, ActionKind.CHANGE_REPLIES, now=now, name=row.title) as act:
        session.delete(row)
    return act.action_id


def _found(session: Session, reply_id: int) -> ReplyTemplate:
    row = session.get(ReplyTemplate, reply_id)
    if row is None:
        raise ReplyGone
    return row
