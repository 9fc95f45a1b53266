"""Taking in pages that were read: each goes to the sheet whose code stands on it, and to nobody else.

A page without doubts counts at once; one with doubts waits, and its sheet counts when the last of them is settled. Pages come in
portions, each saved for itself: whatever stops in between, what was read is kept, and the same file is told again by its fingerprint.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.survey_pages import PageState, ReadPage
from app.domain.survey_queue import (
    COUNT_KEY,
    PageReason,
    TakenIn,
    TakenPage,
    Told,
    answers_of,
    is_taken_as_it_is,
    pages_needed,
    settled_in,
    told_by,
    whole_on,
)
from app.domain.surveys import ResponseFields, ResponseSource, ResponseState, checked_answers
from app.models.answer_rows import read_answers
from app.models.records import Action
from app.models.survey_page_rows import (
    PrintedAs,
    is_page_there,
    pages_of_response,
    pages_read_of,
    printed_as,
    response_of_sheet,
    sheet_coded,
    told_of,
)
from app.models.surveys import SurveyBatch, SurveyCrop, SurveyPage, SurveyPicture, SurveyResponse, SurveySheet
from app.services.actions import join_acts, recorded
from app.services.survey_responses import write_answers, write_response
from app.services.survey_rules import follow_rules

MOST_IN_ONE_ACT = 300
"""Pages. What is read after that is an act of its own: an act is written anew with each portion."""


@dataclass(frozen=True, slots=True)
class Moment:
    now: datetime
    today: date


def take_in(
    session: Session,
    name: str,
    pages: Sequence[TakenPage],
    *,
    now: datetime,
    today: date,
    batch_id: int | None = None,
    action_id: int | None = None,
) -> TakenIn:
    """A portion of a go; `batch_id` and `action_id` of the portion before it. LayoutUnreadable."""
    at = Moment(now, today)
    with recorded(session, ActionKind.READ_SHEETS, now=now, name=name, count=len(pages)) as act:
        batch = None if batch_id is None else session.get(SurveyBatch, batch_id)
        if batch is None:
            batch = SurveyBatch(at=now, name=name, pages=0)
            session.add(batch)
            session.flush()
        batch.pages += len(pages)
        rows = [take_page(session, batch.id, page, at) for page in pages]
    keep_pictures(session, rows, pages)
    before = None if action_id is None else session.get(Action, action_id)
    count = len(pages) + (0 if before is None else int(before.values["count"]))
    joined = act.action_id if count > MOST_IN_ONE_ACT else join_acts(session, action_id, act.action_id, count=count)
    return TakenIn(batch.id, joined, tuple(row.state for row in rows))


def take_page(session: Session, batch_id: int, page: TakenPage, at: Moment) -> SurveyPage:
    """Within the act of the caller."""
    is_known = is_page_there(session, page.fingerprint)
    row = SurveyPage(
        batch_id=batch_id,
        file_name=page.file_name,
        page_in_file=page.page_in_file,
        fingerprint=page.fingerprint,
        state=page.state,
        reason=page.reason,
        layout_id=None,
        sheet_id=None,
        sheet_page=0,
        response_id=None,
        reading=({} if page.reading is None else page.reading.to_json()) | {COUNT_KEY: page.pages_in_file},
    )
    session.add(row)
    session.flush()
    if is_known and page.state is not PageState.BROKEN:
        row.state, row.reason = PageState.DOUBLE, PageReason.SAME_FILE
    elif page.state in (PageState.READ, PageState.WAITING) and page.reading is not None:
        row.state = PageState.WAITING
        _link(session, row, page.reading, at)
    session.flush()
    return row


def _link(session: Session, row: SurveyPage, reading: ReadPage, at: Moment) -> None:
    sheet = sheet_coded(session, reading.code)
    printed = printed_as(session, reading.layout)
    if sheet is None or printed is None:
        row.state, row.reason = PageState.FOREIGN, PageReason.UNKNOWN_SHEET
        return
    if sheet.layout_id != printed.layout_id or sheet.survey_id != printed.survey.id or not 0 <= reading.page < printed.layout.pages:
        row.state, row.reason = PageState.REFUSED, PageReason.OTHER_LAYOUT
        return
    link_to_sheet(session, row, sheet, printed, at)


def link_to_sheet(session: Session, row: SurveyPage, sheet: SurveySheet, printed: PrintedAs, at: Moment) -> None:
    """Make a page one of the sheet's, or a double of what is there of it. Within the act of the caller."""
    number = ReadPage.from_json(row.reading).page
    told = told_by(row.reading)
    earlier = pages_read_of(session, sheet.id, number)
    response = response_of_sheet(session, sheet.id)
    row.layout_id, row.sheet_id, row.sheet_page = sheet.layout_id, sheet.id, number
    if response is not None and response.state is ResponseState.THROWN_OUT:
        row.state, row.reason, row.response_id = PageState.DOUBLE, PageReason.THROWN_OUT_BEFORE, response.id
    elif any(_says_the_same(told, told_by(one.reading)) for one in earlier):
        same = next(one for one in earlier if _says_the_same(told, told_by(one.reading)))
        row.state, row.reason, row.response_id = PageState.DOUBLE, PageReason.SAME_ANSWERS, same.response_id
    elif earlier:
        row.state, row.reason = PageState.WAITING, PageReason.DIFFERS
    elif response is not None and response.state is ResponseState.SETTLED:
        _compare(session, row, told, response, printed, at)
    else:
        row.response_id = response.id if response is not None else open_response(session, printed, sheet.id, at)
        settle_if_whole(session, row.response_id, printed, at)


def _says_the_same(told: Told, earlier: Told) -> bool:
    """Whether they agree, and not only because nothing was sure of the picture that came first: then the better one is looked at."""
    is_better = set(told.doubts) < set(told.chosen) and set(earlier.chosen) <= set(earlier.doubts)
    return told.agrees_with(earlier) and not is_better


def _compare(session: Session, row: SurveyPage, told: Told, response: SurveyResponse, printed: PrintedAs, at: Moment) -> None:
    """A page of a sheet that counts already: typed in, or without this page of it."""
    answers = {answer.question: answer.chosen for answer in read_answers(session, [response.id])[response.id]}
    here = whole_on(printed.layout, {row.sheet_page})
    if pages_of_response(session, response.id) and not any(answers.get(name) for name in here):
        row.response_id = response.id
        settle_if_whole(session, response.id, printed, at)
    elif told.agrees_with(Told({name: answers.get(name, ()) for name in here})):
        row.state, row.reason, row.response_id = PageState.DOUBLE, PageReason.SAME_ANSWERS, response.id
    else:
        row.state, row.reason = PageState.WAITING, PageReason.DIFFERS


def open_response(session: Session, printed: PrintedAs, sheet_id: int | None, at: Moment, customer_id: int | None = None) -> int:
    """The id of answers that wait to be settled. Within the act of the caller."""
    fields = ResponseFields(printed.survey.id, printed.version, at.today, ResponseSource.SCAN, customer_id=customer_id, sheet_id=sheet_id)
    response, _ = write_response(session, fields, now=at.now, today=at.today, state=ResponseState.OPEN)
    return response.id


def settle_if_whole(session: Session, response_id: int | None, printed: PrintedAs, at: Moment) -> bool:
    """Count the answers of a sheet, or count them anew, where all its pages are there and no doubt is left; whether they count now. What
    was settled before stays as it is. Within the act of the caller."""
    response = session.get_one(SurveyResponse, response_id)
    pages = pages_of_response(session, response.id)
    waiting = [page for page in pages if page.state is PageState.WAITING]
    told = told_of(waiting, printed.layout)
    if told.doubts or not is_whole(pages, printed):
        return False
    counted = response.state is ResponseState.SETTLED
    written = read_answers(session, [response.id])[response.id]
    whole = whole_on(printed.layout, {page.sheet_page for page in waiting})
    answers = checked_answers(printed.content, answers_of(printed.content, told, written, whole))
    if not counted and not answers and not any(_is_touched(page) for page in pages):
        _pass_over(session, response, pages)
        return False
    for page in waiting:
        page.state = PageState.SETTLED if settled_in(page.reading) or is_taken_as_it_is(page.reading) else PageState.READ
    response.state = ResponseState.SETTLED
    session.flush()
    before = write_answers(session, response, answers)
    old = before if counted else ()
    follow_rules(session, response, printed.survey, old, now=at.now, today=at.today, is_new=not counted)
    return True


def _is_touched(page: SurveyPage) -> bool:
    """Whether somebody wrote on it or decided about it."""
    return bool(ReadPage.from_json(page.reading).written or settled_in(page.reading)) or is_taken_as_it_is(page.reading)


def _pass_over(session: Session, response: SurveyResponse, pages: Sequence[SurveyPage]) -> None:
    """A sheet that came back as it was printed is no answer; filled in, it may come later."""
    for page in pages:
        page.state, page.reason, page.response_id = PageState.THROWN_OUT, PageReason.EMPTY, None
    session.flush()
    session.delete(response)
    session.flush()


def is_whole(pages: Sequence[SurveyPage], printed: PrintedAs) -> bool:
    """Whether nothing of a sheet is waited for."""
    return pages_needed(printed.layout) <= {page.sheet_page for page in pages} or any(is_taken_as_it_is(one.reading) for one in pages)


def keep_pictures(session: Session, rows: Sequence[SurveyPage], pages: Sequence[TakenPage]) -> None:
    """Outside of any act: what stays with the answers is not taken back with them."""
    session.flush()
    for row, page in zip(rows, pages, strict=True):
        if page.picture and row.reason != PageReason.SAME_FILE:
            session.execute(insert(SurveyPicture).values(page_id=row.id, content=page.picture))
        if row.response_id is not None:
            keep_crops(session, row, page)


def keep_crops(session: Session, row: SurveyPage, page: TakenPage) -> None:
    """Words by hand and what was in doubt; what is there of a question already stays."""
    told = told_by(row.reading)
    written = () if page.reading is None else page.reading.written
    wanted = {name.partition("|")[0] for name in written} | set(told.doubts)
    there = set(session.scalars(select(SurveyCrop.question).where(SurveyCrop.response_id == row.response_id)))
    for question in sorted(wanted - there):
        if page.crops.get(question):
            values = {"response_id": row.response_id, "question": question, "content": page.crops[question]}
            session.execute(insert(SurveyCrop).values(**values))


def drop_pictures(session: Session, before: datetime) -> int:
    """Let go of the pictures of pages that nobody waits for any more, read before a moment; what was cut out of them stays with the
    answers. How many went."""
    old = select(SurveyBatch.id).where(SurveyBatch.at < before)
    newest = session.scalar(select(func.max(SurveyPage.id)).where(SurveyPage.batch_id.in_(old)))
    waiting = select(SurveyPage.id).where(SurveyPage.state.in_((PageState.WAITING, PageState.UNLOCATED)))
    gone = (SurveyPicture.page_id <= (newest or 0)) & SurveyPicture.page_id.not_in(waiting)
    count = session.scalar(select(func.count()).select_from(SurveyPicture).where(gone)) or 0
    if count:
        session.execute(delete(SurveyPicture).where(gone))
    return count
