"""Keeps the fitted models of lifetime value. They can be worked out again at any time, so keeping one is no act of the user."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from app.domain.expected_profit import KeptFit
from app.domain.periods import add_months
from app.models.measures import KeptLifetimeFit

KEPT_MONTHS = 36


def keep_fit(session: Session, kept: KeptFit, *, now: datetime, today: date) -> None:
    """In place of the one of the same day; those of long ago go."""
    old = KeptLifetimeFit.as_of
    session.execute(delete(KeptLifetimeFit).where((old == kept.as_of) | (old < add_months(today, -KEPT_MONTHS))))
    session.add(KeptLifetimeFit(as_of=kept.as_of, content=kept.to_json(), made_at=now))
