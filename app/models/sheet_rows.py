"""Which codes stand on sheets of surveys, as queries and services both ask it."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.surveys import SurveySheet

_PORTION = 500


def sheets_coded(session: Session, codes: Iterable[str]) -> dict[str, SurveySheet]:
    """The sheets that carry these codes."""
    wanted = list(dict.fromkeys(codes))
    return {
        row.code: row
        for start in range(0, len(wanted), _PORTION)
        for row in session.scalars(select(SurveySheet).where(SurveySheet.code.in_(wanted[start : start + _PORTION])))
    }
