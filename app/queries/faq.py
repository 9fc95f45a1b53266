"""Answers kept for the next time, and sample replies."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.entities import Entity
from app.domain.inquiries import InquiryKind
from app.domain.inquiry_likeness import rank
from app.domain.inquiry_rows import SampleReply, SimilarAnswer
from app.domain.text import fold
from app.models.changes import cache_of
from app.models.inquiries import Faq, ReplyTemplate

MOST_OFFERED = 3


def faq_entries(session: Session, search: str = "") -> tuple[SimilarAnswer, ...]:
    """All of them in which `search` is found, the most used first."""
    query = select(Faq.id, Faq.question, Faq.answer, Faq.used).order_by(Faq.used.desc(), Faq.id.desc())
    wanted = fold(search)
    rows = (SimilarAnswer(*found) for found in session.execute(query))
    return tuple(row for row in rows if not wanted or wanted in fold(row.question) or wanted in fold(row.answer))


def find_similar(session: Session, text: str, *, limit: int = MOST_OFFERED) -> tuple[SimilarAnswer, ...]:
    """The answers most like what was asked, the likest first."""
    if not text.strip():
        return ()
    known = cache_of(session).get("faq", [Entity.INQUIRY], lambda: faq_entries(session))
    ranked = rank(text, [(one.question, one.answer) for one in known], limit=limit)
    return tuple(
        SimilarAnswer(known[place].id, known[place].question, known[place].answer, known[place].used, like) for place, like in ranked
    )


def sample_replies(session: Session, kind: InquiryKind | None = None) -> tuple[SampleReply, ...]:
    """Those for a kind, and those for any after them; all of them without a kind."""
    query = select(ReplyTemplate.id, ReplyTemplate.kind, ReplyTemplate.title, ReplyTemplate.text).order_by(ReplyTemplate.id)
    rows = [SampleReply(*found) for found in session.execute(query)]
    if kind is None:
        return tuple(rows)
    return tuple(sorted((row for row in rows if row.kind in (kind, None)), key=lambda row: row.kind is None))
