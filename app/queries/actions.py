"""What was done lately."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import KEPT_ACTIONS, ActionRow
from app.models.records import Action


def recent_actions(session: Session) -> list[ActionRow]:
    """Newest first; undone ones stand in their place."""
    rows = session.scalars(select(Action).order_by(Action.id.desc()).limit(KEPT_ACTIONS))
    return [action.row() for action in rows]
