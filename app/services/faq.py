"""Answers that may help again. Each act is recorded; that one was used is only counted."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.inquiries import FaqGone, FaqIncomplete
from app.models.inquiries import Faq
from app.services.actions import recorded


def add_faq(session: Session, question: str, answer: str, *, now: datetime, inquiry_id: int | None = None) -> int:
    """`inquiry_id`: the voice it came from. The action's id. FaqIncomplete(field="question" | "answer")."""
    question, answer = _checked(question, answer)
    with recorded(session, ActionKind.ADD_FAQ, now=now, name=question) as act:
        session.add(Faq(question=question, answer=answer, inquiry_id=inquiry_id, used=0, created_at=now, updated_at=now))
    return act.action_id


def edit_faq(session: Session, faq_id: int, question: str, answer: str, *, now: datetime) -> int | None:
    """The action's id, None when nothing was different. FaqIncomplete, FaqGone."""
    faq, wanted = _found(session, faq_id), _checked(question, answer)
    if (faq.question, faq.answer) == wanted:
        return None
    with recorded(session, ActionKind.EDIT_FAQ, now=now, name=wanted[0]) as act:
        faq.question, faq.answer = wanted
    return act.action_id


def delete_faq(session: Session, faq_id: int, *, now: datetime) -> int:
    """The action's id. FaqGone."""
    faq = _found(session, faq_id)
    with recorded(session, ActionKind.DELETE_FAQ, now=now, name=faq.question) as act:
        session.delete(faq)
    return act.action_id


def count_use(session: Session, faq_id: int) -> None:
    """That an answer was put into a reply once more; one that is gone is passed over."""
    session.execute(update(Faq).where(Faq.id == faq_id).values(used=Faq.used + 1))


def _checked(question: str, answer: str) -> tuple[str, str]:
    question, answer = question.strip(), answer.strip()
    if not question or not answer:
        raise FaqIncomplete(field="answer" if question else "question")
    return question, answer


def _found(session: Session, faq_id: int) -> Faq:
    faq = session.get(Faq, faq_id)
    if faq is None:
        raise FaqGone
    return faq
