"""Which codes stand on sheets of surveys, as queries and services both ask it."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import Session

from app.domain.survey_jobs import places_of
from app.domain.survey_sheets import SheetLayout
from app.models.records import PrintPiece, PrintRun
from app.models.surveys import SurveyLayout, SurveyResponse, SurveySheet

_PORTION = 500


def is_handed_out() -> ColumnElement[bool]:
    """Whether a SurveySheet counts as handed out: the record of its printing stands, or an answer to it came back all the same. A named
    sheet is a piece of its run, which may have been stopped before it; one printed again stands by either of its runs."""
    piece = exists().where(PrintPiece.code == SurveySheet.code, PrintPiece.sent_on.is_not(None))
    run = and_(SurveySheet.customer_id.is_(None), exists().where(PrintRun.id == SurveySheet.run_id))
    return or_(piece, run, exists().where(SurveyResponse.sheet_id == SurveySheet.id))


def layout_like(session: Session, version_id: int, places: str) -> SurveyLayout | None:
    """The layout of a version whose boxes lie so, as domain.survey_jobs.places_of says; the latest where there are several."""
    known = session.scalars(select(SurveyLayout).where(SurveyLayout.version_id == version_id).order_by(SurveyLayout.id.desc()))
    # Stored numbers are rounded: compared as they are read back.
    return next((one for one in known if places_of(SheetLayout.from_json(one.content)) == places), None)


def sheets_coded(session: Session, codes: Iterable[str]) -> dict[str, SurveySheet]:
    """The sheets that carry these codes."""
    wanted = list(dict.fromkeys(codes))
    return {
        row.code: row
        for start in range(0, len(wanted), _PORTION)
        for row in session.scalars(select(SurveySheet).where(SurveySheet.code.in_(wanted[start : start + _PORTION])))
    }
