"""What the tables say of pages that came back, for services and queries alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.survey_pages import PageState
from app.domain.survey_queue import PageReason, Told, settled_in, together, told_by
from app.domain.survey_sheets import SheetLayout
from app.domain.surveys import ResponseState, SurveyContent
from app.models.surveys import Survey, SurveyLayout, SurveyPage, SurveyResponse, SurveySheet, SurveyVersion

READ_STATES = (PageState.READ, PageState.WAITING, PageState.SETTLED, PageState.THROWN_OUT)
"""Pages of these states are what was read of a sheet."""
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class PrintedAs:
    """By what a sheet was printed."""

    layout_id: int
    layout: SheetLayout
    version_id: int
    version: int
    content: SurveyContent
    survey: Survey


def printed_as(session: Session, layout_id: int) -> PrintedAs | None:
    """None for a layout this shop never printed. LayoutUnreadable."""
    row = session.get(SurveyLayout, layout_id)
    version = None if row is None else session.get(SurveyVersion, row.version_id)
    survey = None if version is None else session.get(Survey, version.survey_id)
    if row is None or version is None or survey is None:
        return None
    content = SurveyContent.from_json(version.content)
    return PrintedAs(layout_id, SheetLayout.from_json(row.content), version.id, version.number, content, survey)


def sheet_coded(session: Session, code: str) -> SurveySheet | None:
    return session.scalar(select(SurveySheet).where(SurveySheet.code == code))


def pages_read_of(session: Session, sheet_id: int, sheet_page: int) -> Sequence[SurveyPage]:
    """What was read of a page of a sheet and is still there, the first reading first; not what only differs from it. A page whose answers
    were deleted does not count: it may come once more."""
    query = select(SurveyPage).where(SurveyPage.sheet_id == sheet_id, SurveyPage.sheet_page == sheet_page)
    rows = session.scalars(query.where(SurveyPage.state.in_(READ_STATES)).order_by(SurveyPage.id)).all()
    alive = responses_there(session, (row.response_id for row in rows))
    passed_over = (PageReason.DIFFERS, PageReason.EMPTY)
    return [row for row in rows if row.reason not in passed_over and (row.response_id in alive or row.state is PageState.THROWN_OUT)]


def is_page_there(session: Session, fingerprint: str) -> bool:
    """Whether the very same page of the very same file was read and is still there: answered by, waiting or thrown out."""
    states = (*READ_STATES, PageState.UNLOCATED)
    rows = session.scalars(select(SurveyPage).where(SurveyPage.fingerprint == fingerprint, SurveyPage.state.in_(states))).all()
    alive = responses_there(session, (row.response_id for row in rows))
    return any(row.response_id is None or row.response_id in alive for row in rows)


def responses_there(session: Session, ids: Iterable[int | None]) -> frozenset[int]:
    """Those of the answers that are still there."""
    wanted = sorted({number for number in ids if number is not None})
    there: set[int] = set()
    for begin in range(0, len(wanted), _AT_ONCE):
        part = wanted[begin : begin + _AT_ONCE]
        there |= set(session.scalars(select(SurveyResponse.id).where(SurveyResponse.id.in_(part))))
    return frozenset(there)


def pages_of_response(session: Session, response_id: int) -> Sequence[SurveyPage]:
    """The pages its answers were read from, as they stand on the sheet."""
    query = select(SurveyPage).where(SurveyPage.response_id == response_id, SurveyPage.state.in_(READ_STATES))
    return session.scalars(query.order_by(SurveyPage.sheet_page, SurveyPage.id)).all()


def response_of_sheet(session: Session, sheet_id: int) -> SurveyResponse | None:
    """What counts for a sheet or is to be settled; else what was thrown out."""
    rows = session.scalars(select(SurveyResponse).where(SurveyResponse.sheet_id == sheet_id).order_by(SurveyResponse.id)).all()
    kept = next((row for row in rows if row.state is not ResponseState.THROWN_OUT), None)
    return kept if kept is not None else next(iter(rows), None)


def told_of(pages: Iterable[SurveyPage], kinds: SheetLayout) -> Told:
    """What pages of one sheet say together, with what was decided."""
    return together([(told_by(page.reading), settled_in(page.reading)) for page in pages], kinds.questions)
