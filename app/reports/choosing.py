"""The planned measures with how many people each would reach by the print house's own rules."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.domain.choosing import ChoosingView
from app.domain.errors import DomainError
from app.domain.measures import MeasurePlan
from app.queries.choosing import choosing, drafts
from app.reports.measures import audience


def plan_choices(session: Session, today: date, language: str) -> ChoosingView:
    """In the order in which they are proposed. A plan whose list cannot be made any more (a group that is gone) reaches nobody."""
    reached = {number: _reached(session, number, plan, today, language) for number, plan in drafts(session).items()}
    return choosing(session, today, reached)


def _reached(session: Session, measure_id: int, plan: MeasurePlan, today: date, language: str) -> tuple[int, int]:
    try:
        found = audience(session, plan, today, language=language, measure_id=measure_id)
    except DomainError:
        return 0, 0
    held = min(found.count, found.usual_held if plan.held_back is None else plan.held_back)
    return found.count - held, held
