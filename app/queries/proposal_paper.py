"""The words of the page a proposal is handed over on."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.proposal_paper import PAPER_KEY, PaperState, from_template, shipped_words
from app.domain.templates import Template, TemplateUnreadable
from app.models.printing import PrintTemplate


def paper_words(session: Session, language: str) -> PaperState:
    """The shop's own in the language, else those that come with the program."""
    usual = shipped_words(language)
    named = PrintTemplate.key == PAPER_KEY, PrintTemplate.language == language, PrintTemplate.archived_at.is_(None)
    content = session.scalar(select(PrintTemplate.content).where(*named))
    if content is None:
        return PaperState(usual, is_own=False)
    try:
        own = from_template(Template.from_json(content), usual)
    except TemplateUnreadable:
        # Written by a newer version of the program.
        return PaperState(usual, is_own=False)
    return PaperState(own, is_own=own != usual)
