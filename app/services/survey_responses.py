"""Recording, correcting and throwing out answered sheets. Each is one act, with what the rules of the survey make of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.customer_rules import CustomerGone
from app.domain.survey_answers import (
    AnsweredInFuture,
    AnsweredWithoutName,
    NothingAnswered,
    ResponseChange,
    ResponseGone,
    SheetAnswered,
    SheetOfAnother,
    SheetOfAnotherSurvey,
    WhyThrownOut,
    kept_answers,
)
from app.domain.survey_errors import SurveyGone
from app.domain.survey_pages import PageState
from app.domain.surveys import Answer, Audience, ResponseFields, ResponseOutcome, ResponseState, SurveyContent, checked_answers, wave_of
from app.domain.visits import UnknownStaff
from app.models.answer_rows import read_answers
from app.models.customer import Customer, surviving
from app.models.surveys import Survey, SurveyAnswer, SurveyLayout, SurveyPage, SurveyResponse, SurveySheet, SurveyVersion
from app.services.actions import recorded
from app.services.customers import staff_named
from app.services.survey_rules import Made, follow_rules, pass_on, take_back


def record_response(session: Session, fields: ResponseFields, *, now: datetime, today: date, replaces: bool = False) -> ResponseOutcome:
    """An answered sheet. The customer of a sheet printed for one is always that one. A sheet whose scan waits with doubts is settled by it.

    `replaces`: what is recorded of the sheet is corrected by this. SurveyGone, AnswerUnfit, NothingAnswered, AnsweredInFuture,
    SheetAnswered, SheetOfAnother, SheetOfAnotherSurvey, CustomerGone, UnknownStaff.
    """
    survey = _survey(session, fields.survey_id)
    if all(answer.is_blank for answer in fields.answers) and not fields.note.strip():
        raise NothingAnswered(field="answers")
    with recorded(session, ActionKind.RECORD_ANSWERS, now=now, name=survey.title) as act:
        response, made = write_response(session, fields, now=now, today=today, replaces=replaces)
    return ResponseOutcome(response.id, act.action_id, made.follow_up_id, made.points, made.inquiry_id)


def write_response(
    session: Session,
    fields: ResponseFields,
    *,
    now: datetime,
    today: date,
    state: ResponseState = ResponseState.SETTLED,
    replaces: bool = False,
) -> tuple[SurveyResponse, Made]:
    """The same within the act of the caller; OPEN: its doubts wait, and no rule is followed yet. A blank sheet may be written."""
    survey = _survey(session, fields.survey_id)
    if fields.day > today:
        raise AnsweredInFuture(field="day")
    sheet = _sheet(session, fields, survey)
    version = _version(session, fields, sheet)
    answers = checked_answers(SurveyContent.from_json(version.content), fields.answers)
    customer_id = _answered_by(session, fields, survey, sheet)
    before = _recorded_of(session, sheet)
    if before is not None and before.state is ResponseState.SETTLED and not replaces:
        raise SheetAnswered(field="sheet", day=before.day)
    if before is not None and sheet is not None and sheet.customer_id is not None:
        # Somebody may have linked it by hand, whatever the sheet says.
        customer_id = before.customer_id
    staff_id = _staff(session, fields.staff, survey)
    response = before or SurveyResponse(survey_id=survey.id, sheet_id=fields.sheet_id, customer_id=None, reason="", reference="")
    counted = before is not None and before.state is ResponseState.SETTLED
    if before is None:
        response.follow_up_id = response.point_act_id = response.import_id = None
        session.add(response)
    elif customer_id not in (None, response.customer_id):
        # To whoever it belongs from now on it is a new one.
        take_back(session, response, now=now, today=today)
        counted = False
    response.customer_id = response.customer_id if customer_id is None else customer_id
    response.version_id, response.staff_id, response.note, response.source = version.id, staff_id, fields.note.strip(), fields.source
    response.day, response.at, response.state = fields.day, now, state
    response.wave = wave_of(fields.day) if sheet is None else sheet.wave
    session.flush()
    if state is ResponseState.SETTLED:
        _settle_pages(session, response.id)
    old = write_answers(session, response, answers)
    return response, follow_rules(session, response, survey, old if counted else (), now=now, today=today, is_new=not counted)


def edit_response(
    session: Session, response_id: int, change: ResponseChange, *, now: datetime, today: date, allow_negative: bool = False
) -> int | None:
    """The action's id, None when nothing was different. ResponseGone, AnswerUnfit, NothingAnswered, AnsweredInFuture, UnknownStaff."""
    response = found_response(session, response_id)
    survey = _survey(session, response.survey_id)
    if change.day > today:
        raise AnsweredInFuture(field="day")
    version = session.get_one(SurveyVersion, response.version_id)
    answers = checked_answers(SurveyContent.from_json(version.content), change.answers)
    if not answers and not change.note.strip():
        raise NothingAnswered(field="answers")
    wanted = (change.day, _staff(session, change.staff, survey), change.note.strip())
    is_same = set(read_answers(session, [response.id])[response.id]) == set(answers)
    if is_same and wanted == (response.day, response.staff_id, response.note):
        return None
    with recorded(session, ActionKind.EDIT_ANSWERS, now=now, name=survey.title) as act:
        response.day, response.staff_id, response.note = wanted
        if response.sheet_id is None:
            response.wave = wave_of(change.day)
        old = write_answers(session, response, answers)
        follow_rules(session, response, survey, old, now=now, today=today, is_new=False, allow_negative=allow_negative)
    return act.action_id


def delete_response(session: Session, response_id: int, *, now: datetime, today: date, allow_negative: bool = False) -> int:
    """With what it made: a follow-up that is still open, and the points. The action's id. ResponseGone, PointsUsedAlready."""
    response = found_response(session, response_id)
    survey = _survey(session, response.survey_id)
    with recorded(session, ActionKind.DELETE_ANSWERS, now=now, name=survey.title) as act:
        made = take_back(session, response, now=now, today=today, allow_negative=allow_negative)
        write_answers(session, response, ())
        session.delete(response)
        session.flush()
        if made:
            pass_on(session, survey, response.customer_id, response.wave, now=now, today=today)
    return act.action_id


def throw_out(session: Session, response_id: int, reason: str, *, now: datetime, today: date, allow_negative: bool = False) -> int:
    """Kept, and counted nowhere any more; what it made is taken back. The action's id. ResponseGone, WhyThrownOut, PointsUsedAlready."""
    response = found_response(session, response_id)
    if not reason.strip():
        raise WhyThrownOut(field="reason")
    survey = _survey(session, response.survey_id)
    with recorded(session, ActionKind.THROW_OUT_ANSWERS, now=now, name=survey.title) as act:
        response.state, response.reason = ResponseState.THROWN_OUT, reason.strip()
        if take_back(session, response, now=now, today=today, allow_negative=allow_negative):
            pass_on(session, survey, response.customer_id, response.wave, now=now, today=today)
    return act.action_id


def take_back_in(session: Session, response_id: int, *, now: datetime, today: date) -> int:
    """What was thrown out counts again, or waits with its doubts as before. The action's id. ResponseGone, SheetAnswered."""
    response = found_response(session, response_id)
    survey = _survey(session, response.survey_id)
    sheet = None if response.sheet_id is None else session.get(SurveySheet, response.sheet_id)
    other = _recorded_of(session, sheet)
    if other is not None and other.id != response.id:
        raise SheetAnswered(field="sheet", day=other.day)
    waiting = select(SurveyPage.id).where(SurveyPage.response_id == response.id, SurveyPage.state == PageState.WAITING)
    state = ResponseState.SETTLED if session.scalar(waiting.limit(1)) is None else ResponseState.OPEN
    with recorded(session, ActionKind.TAKE_ANSWERS_BACK_IN, now=now, name=survey.title) as act:
        response.state, response.reason = state, ""
        follow_rules(session, response, survey, (), now=now, today=today)
    return act.action_id


def link_customer(
    session: Session, response_id: int, customer_id: int | None, *, now: datetime, today: date, allow_negative: bool = False
) -> int | None:
    """By hand, whatever the sheet says: whose answers these are, None: nobody's. The action's id, None when it was so already.
    ResponseGone, AnsweredWithoutName, CustomerGone, PointsUsedAlready."""
    response = found_response(session, response_id)
    survey = _survey(session, response.survey_id)
    if survey.audience is Audience.STAFF:
        raise AnsweredWithoutName(field="customer")
    wanted = None if customer_id is None else _customer(session, customer_id).id
    if response.customer_id == wanted:
        return None
    with recorded(session, ActionKind.LINK_ANSWERS, now=now, name=survey.title) as act:
        made, before = take_back(session, response, now=now, today=today, allow_negative=allow_negative), response.customer_id
        response.customer_id = wanted
        session.flush()
        if made:
            pass_on(session, survey, before, response.wave, now=now, today=today)
        follow_rules(session, response, survey, (), now=now, today=today)
    return act.action_id


def found_response(session: Session, response_id: int) -> SurveyResponse:
    """ResponseGone."""
    response = session.get(SurveyResponse, response_id)
    if response is None:
        raise ResponseGone
    return response


def write_answers(session: Session, response: SurveyResponse, answers: Sequence[Answer]) -> tuple[Answer, ...]:
    """Bring the rows of a sheet to these answers, which were checked; what is the same stays, with what it was filed under. What was there
    before. Within the act of the caller."""
    content = SurveyContent.from_json(session.get_one(SurveyVersion, response.version_id).content)
    before = read_answers(session, [response.id])[response.id]
    unchanged = {one.question for one in before} & {one.question for one in answers if one in before}
    rows = session.scalars(select(SurveyAnswer).where(SurveyAnswer.response_id == response.id).order_by(SurveyAnswer.id)).all()
    tags: dict[str, list[str]] = {}
    for row in rows:
        if row.question not in unchanged:
            tags.setdefault(row.question, []).extend(row.tags)
            session.delete(row)
    session.flush()
    for kept in kept_answers(content, (one for one in answers if one.question not in unchanged)):
        row = SurveyAnswer(
            response_id=response.id, question=kept.question, choice=kept.choice, number=kept.number, words=kept.words, day=kept.day
        )
        row.tags = tags.pop(kept.question, []) if kept.words else []
        session.add(row)
        session.flush()
    return before


def _survey(session: Session, survey_id: int) -> Survey:
    survey = session.get(Survey, survey_id)
    if survey is None:
        raise SurveyGone
    return survey


def _sheet(session: Session, fields: ResponseFields, survey: Survey) -> SurveySheet | None:
    if fields.sheet_id is None:
        return None
    sheet = session.get(SurveySheet, fields.sheet_id)
    if sheet is None:
        raise ResponseGone
    if sheet.survey_id != survey.id:
        title = session.scalar(select(Survey.title).where(Survey.id == sheet.survey_id)) or ""
        raise SheetOfAnotherSurvey(field="sheet", title=title)
    return sheet


def _version(session: Session, fields: ResponseFields, sheet: SurveySheet | None) -> SurveyVersion:
    """What was asked: of a printed sheet its own version, whatever came later."""
    query = select(SurveyVersion).where(SurveyVersion.survey_id == fields.survey_id)
    if sheet is None:
        query = query.where(SurveyVersion.number == fields.version)
    else:
        query = query.join(SurveyLayout, SurveyLayout.version_id == SurveyVersion.id).where(SurveyLayout.id == sheet.layout_id)
    version = session.scalar(query)
    if version is None:
        raise SurveyGone
    return version


def _answered_by(session: Session, fields: ResponseFields, survey: Survey, sheet: SurveySheet | None) -> int | None:
    if survey.audience is Audience.STAFF:
        return None
    chosen = None if fields.customer_id is None else _customer(session, fields.customer_id).id
    if sheet is None or sheet.customer_id is None:
        return chosen
    if chosen not in (None, sheet.customer_id):
        raise SheetOfAnother(field="customer", name=_customer(session, sheet.customer_id).name)
    return sheet.customer_id


def _customer(session: Session, customer_id: int) -> Customer:
    number = surviving(session, customer_id)
    customer = None if number is None else session.get(Customer, number)
    if customer is None:
        raise CustomerGone
    return customer


def _staff(session: Session, name: str, survey: Survey) -> int | None:
    """Who received the customer; what the staff say themselves is nobody's."""
    if survey.audience is Audience.STAFF:
        return None
    found = staff_named(session, name)
    if name and found is None:
        raise UnknownStaff(field="staff", name=name)
    return found


def _recorded_of(session: Session, sheet: SurveySheet | None) -> SurveyResponse | None:
    """The answers of a sheet that count or wait."""
    if sheet is None:
        return None
    query = select(SurveyResponse).where(SurveyResponse.sheet_id == sheet.id, SurveyResponse.state != ResponseState.THROWN_OUT)
    return session.scalar(query.order_by(SurveyResponse.id).limit(1))


def _settle_pages(session: Session, response_id: int) -> None:
    """The doubts of the scan are settled by what was typed."""
    pages: Iterable[SurveyPage] = session.scalars(
        select(SurveyPage).where(SurveyPage.response_id == response_id, SurveyPage.state == PageState.WAITING)
    ).all()
    for page in pages:
        page.state = PageState.SETTLED
    session.flush()
