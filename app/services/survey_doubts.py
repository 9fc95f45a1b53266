"""Settling what a reader doubted: which answer stands there, which of two readings counts, where a sheet is in its picture. Each
decision is an act of its own and can be taken back."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.codes import LENGTH, CodeUnreadable, code_in
from app.domain.survey_pages import PageState
from app.domain.survey_queue import (
    AS_IT_IS_KEY,
    Decided,
    Keep,
    PageGone,
    PageReason,
    SheetCodeUnknown,
    TakenPage,
    ThrowOutReasonMissing,
    with_settled,
)
from app.domain.surveys import Answer, ResponseState, checked_answers
from app.models.survey_page_rows import READ_STATES, PrintedAs, pages_read_of, printed_as, response_of_sheet, sheet_coded
from app.models.surveys import SurveyPage, SurveyResponse, SurveySheet
from app.services.actions import recorded
from app.services.survey_responses import throw_out
from app.services.survey_scans import Moment, keep_pictures, link_to_sheet, open_response, settle_if_whole


def decide(session: Session, page_id: int, question: str, chosen: Sequence[str], *, now: datetime, today: date) -> Decided:
    """What stands at a question that was in doubt; nothing chosen: left blank. The sheet counts when this was the last doubt. PageGone,
    AnswerUnfit."""
    page, printed = _waiting(session, page_id)
    asked = printed.content.question(question)
    if asked is None or page.response_id is None:
        raise PageGone
    checked_answers(printed.content, [Answer(question, tuple(chosen))])
    number = printed.content.number_of(question)
    with recorded(session, ActionKind.DECIDE_ANSWER, now=now, name=printed.survey.title, number=number) as act:
        page.reading = with_settled(page.reading, question, chosen)
        session.flush()
        is_counted = settle_if_whole(session, page.response_id, printed, Moment(now, today))
    return Decided(act.action_id, is_counted, page.response_id)


def choose_reading(session: Session, page_id: int, keep: Keep, *, now: datetime, today: date) -> Decided:
    """Which counts of a sheet that came twice with other answers. PageGone."""
    page, printed = _waiting(session, page_id)
    if page.reason != PageReason.DIFFERS or page.sheet_id is None:
        raise PageGone
    at, is_counted = Moment(now, today), False
    with recorded(session, ActionKind.DECIDE_SHEET, now=now, name=printed.survey.title) as act:
        response = response_of_sheet(session, page.sheet_id)
        if keep is Keep.EARLIER and response is not None:
            page.state, page.reason, page.response_id = PageState.DOUBLE, PageReason.CHOSEN, response.id
        else:
            page.reason = PageReason.NONE
            if keep is Keep.BOTH:
                begun = _begun_copy(session, page)
                page.response_id = open_response(session, printed, None, at) if begun is None else begun
            elif response is None or response.state is ResponseState.THROWN_OUT:
                page.response_id = open_response(session, printed, page.sheet_id, at)
            else:
                for one in pages_read_of(session, page.sheet_id, page.sheet_page):
                    if one.id != page.id and one.response_id == response.id:
                        one.state, one.reason = PageState.DOUBLE, PageReason.CHOSEN
                page.response_id = response.id
            session.flush()
            is_counted = settle_if_whole(session, page.response_id, printed, at)
    return Decided(act.action_id, is_counted, page.response_id)


def take_as_it_is(session: Session, page_id: int, *, now: datetime, today: date) -> Decided:
    """Let a sheet count without the pages of it that did not come. PageGone."""
    page, printed = _waiting(session, page_id)
    if page.response_id is None:
        raise PageGone
    with recorded(session, ActionKind.DECIDE_SHEET, now=now, name=printed.survey.title) as act:
        page.reading = {**page.reading, AS_IT_IS_KEY: True}
        session.flush()
        is_counted = settle_if_whole(session, page.response_id, printed, Moment(now, today))
    return Decided(act.action_id, is_counted, page.response_id)


def leave_out(session: Session, page_id: int, reason: str, *, now: datetime, today: date) -> int:
    """The whole sheet of a page, or the page alone where it is nobody's answers; it is kept with the reason. The action's id. PageGone,
    ThrowOutReasonMissing."""
    page = session.get(SurveyPage, page_id)
    if page is None or page.state not in (PageState.WAITING, PageState.UNLOCATED):
        raise PageGone
    if not reason.strip():
        raise ThrowOutReasonMissing(field="reason")
    if page.response_id is not None and session.get(SurveyResponse, page.response_id) is not None:
        return throw_out(session, page.response_id, reason, now=now, today=today)
    with recorded(session, ActionKind.LEAVE_PAGE_OUT, now=now, name=page.file_name) as act:
        page.state, page.reason = PageState.THROWN_OUT, reason.strip()
    return act.action_id


def place(
    session: Session,
    page_id: int,
    taken: TakenPage,
    *,
    typed_code: str = "",
    customer_id: int | None = None,
    now: datetime,
    today: date,
) -> Decided:
    """A page that was not located, read again by the corners somebody showed (`taken`). With the code as typed it belongs to that sheet and
    its customer; without one to `customer_id`, or to nobody in particular. PageGone, SheetCodeUnknown, CustomerGone."""
    old = session.get(SurveyPage, page_id)
    if old is None or old.state is not PageState.UNLOCATED or taken.reading is None:
        raise PageGone
    printed = printed_as(session, taken.reading.layout)
    if printed is None:
        raise PageGone
    sheet = _sheet_typed(session, typed_code, printed)
    at = Moment(now, today)
    with recorded(session, ActionKind.PLACE_SHEET, now=now, name=printed.survey.title) as act:
        session.delete(old)
        reading = replace(taken.reading, code="" if sheet is None else sheet.code)
        row = _row_like(old, reading.to_json(), printed.layout_id, reading.page)
        session.add(row)
        session.flush()
        if sheet is not None:
            link_to_sheet(session, row, sheet, printed, at)
        else:
            row.response_id = open_response(session, printed, None, at, customer_id)
            session.flush()
            settle_if_whole(session, row.response_id, printed, at)
    keep_pictures(session, [row], [taken])
    counted = select(SurveyResponse.id).where(SurveyResponse.id == row.response_id, SurveyResponse.state == ResponseState.SETTLED)
    is_counted = row.state is not PageState.DOUBLE and session.scalar(counted) is not None
    return Decided(act.action_id, is_counted, row.response_id)


def _row_like(old: SurveyPage, reading: dict[str, object], layout_id: int, sheet_page: int) -> SurveyPage:
    """The page once more, as it was found: taking it back brings the old one with its picture."""
    return SurveyPage(
        batch_id=old.batch_id,
        file_name=old.file_name,
        page_in_file=old.page_in_file,
        fingerprint=old.fingerprint,
        state=PageState.WAITING,
        reason=PageReason.NONE,
        layout_id=layout_id,
        sheet_id=None,
        sheet_page=sheet_page,
        response_id=None,
        reading=reading,
    )


def _begun_copy(session: Session, page: SurveyPage) -> int | None:
    """The nameless answers another page of the same copied sheet went to; None where none was told apart before. Of several copies read in
    one go that of the page which lies beside this one as it does on the sheet, for two people's halves make no answer."""
    query = (
        select(SurveyPage)
        .join(SurveyResponse, SurveyResponse.id == SurveyPage.response_id)
        .where(SurveyPage.batch_id == page.batch_id, SurveyPage.sheet_id == page.sheet_id, SurveyPage.state.in_(READ_STATES))
        .where(SurveyResponse.sheet_id.is_(None), SurveyResponse.state != ResponseState.THROWN_OUT)
    )
    others = session.scalars(query.order_by(SurveyPage.id)).all()
    whole = {one.response_id for one in others if one.sheet_page == page.sheet_page}
    halves = [one for one in others if one.response_id not in whole]
    beside = [one for one in halves if page.id - one.id == page.sheet_page - one.sheet_page]
    if len({one.response_id for one in halves}) > 1:
        halves = beside
    return halves[0].response_id if halves else None


def _sheet_typed(session: Session, typed: str, printed: PrintedAs) -> SurveySheet | None:
    """The sheet whose code was typed, alone or as it stands on the paper (12-1-K7M4-2QX); None where nothing was. SheetCodeUnknown."""
    if not typed.strip():
        return None
    signs = "".join(sign for sign in unicodedata.normalize("NFKC", typed) if sign.isalnum())
    try:
        sheet = sheet_coded(session, code_in(signs[-LENGTH:]))
    except CodeUnreadable:
        sheet = None
    if sheet is None or sheet.layout_id != printed.layout_id:
        raise SheetCodeUnknown(field="code", code=typed.strip())
    return sheet


def _waiting(session: Session, page_id: int) -> tuple[SurveyPage, PrintedAs]:
    """PageGone for one that nobody is to decide."""
    page = session.get(SurveyPage, page_id)
    printed = None if page is None or page.layout_id is None else printed_as(session, page.layout_id)
    if page is None or printed is None or page.state is not PageState.WAITING:
        raise PageGone
    if page.response_id is not None:
        # Somebody may have thrown the sheet out, or deleted it, while it was being looked at.
        response = session.get(SurveyResponse, page.response_id)
        if response is None or response.state is ResponseState.THROWN_OUT:
            raise PageGone
    return page, printed
