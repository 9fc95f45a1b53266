"""Changing the words of the page a proposal is handed over on. Each is one recorded act."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.proposal_paper import PAPER_KEY, PaperWords, checked_words, shipped_words, to_template
from app.models.printing import PrintTemplate
from app.printing.proposal_words import read_words
from app.services.actions import recorded


def save_paper_words(session: Session, words: PaperWords, language: str, *, now: datetime) -> int | None:
    """The action's id, None when nothing was different. Saved as the program has them, the shop's own are dropped. UnknownField and
    TemplateBroken, with the part as their field."""
    words = checked_words(words)
    read_words(words)
    if words == shipped_words(language):
        return reset_paper_words(session, language, now=now)
    template = to_template(words, language)
    row, content = _row(session, language), template.to_json()
    if row is not None and row.archived_at is None and row.content == content:
        return None
    with recorded(session, ActionKind.SAVE_TEMPLATE, now=now, name=template.name) as act:
        if row is None:
            row = PrintTemplate(key=PAPER_KEY, language=language, created_at=now)
            session.add(row)
        row.name, row.content, row.updated_at, row.archived_at = template.name, content, now, None
    return act.action_id


def reset_paper_words(session: Session, language: str, *, now: datetime) -> int | None:
    """As they came with the program. The action's id, None when they are so already."""
    row = _row(session, language)
    if row is None:
        return None
    with recorded(session, ActionKind.RESET_TEMPLATE, now=now, name=row.name) as act:
        session.delete(row)
    return act.action_id


def _row(session: Session, language: str) -> PrintTemplate | None:
    return session.scalar(select(PrintTemplate).where(PrintTemplate.key == PAPER_KEY, PrintTemplate.language == language))
