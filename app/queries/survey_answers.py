"""Answered sheets: one of them, those of a survey, those of a customer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session

from app.domain.customers import CustomerKind
from app.domain.survey_answers import NO_VOICE, CustomerVoice, ResponsePage, ResponseView, voice_of
from app.domain.surveys import FEWEST_STAFF_ANSWERS, Audience, ResponseState, SurveyRules, SurveyState
from app.models.answer_rows import read_answers, read_contents
from app.models.customer import Customer
from app.models.points import PointAct
from app.models.shop import Staff
from app.models.surveys import Survey, SurveyCrop, SurveyPage, SurveyPicture, SurveyResponse, SurveySheet

_AT_ONCE = 500
_VOICES = 50
"""How many of a customer's newest sheets are looked at for the latest scores."""
_NEWEST_FIRST = (SurveyResponse.day.desc(), SurveyResponse.id.desc())


def response_view(session: Session, response_id: int) -> ResponseView | None:
    found = _views(session, _responses().where(SurveyResponse.id == response_id))
    return found[0] if found else None


def responses_of_survey(
    session: Session,
    survey_id: int,
    *,
    states: Iterable[ResponseState] = tuple(ResponseState),
    after: tuple[date, int] | None = None,
    limit: int = 100,
) -> ResponsePage:
    """`after`: ResponsePage.following of the page before. Of a staff survey none before FEWEST_STAFF_ANSWERS count."""
    if _is_too_few(session, survey_id):
        return ResponsePage((), None)
    query = _responses().where(SurveyResponse.survey_id == survey_id, SurveyResponse.state.in_(list(states)))
    if after is not None:
        day, number = after
        query = query.where(or_(SurveyResponse.day < day, and_(SurveyResponse.day == day, SurveyResponse.id < number)))
    rows = _views(session, query.order_by(*_NEWEST_FIRST).limit(limit + 1))
    last = rows[limit - 1] if len(rows) > limit else None
    return ResponsePage(tuple(rows[:limit]), None if last is None else (last.day, last.id))


def answers_of_customer(
    session: Session, customer_id: int, *, states: Iterable[ResponseState] = tuple(ResponseState), limit: int = 200
) -> tuple[ResponseView, ...]:
    """Newest first, also those that do not count."""
    query = _responses().where(SurveyResponse.customer_id == customer_id, SurveyResponse.state.in_(list(states)))
    return tuple(_views(session, query.order_by(*_NEWEST_FIRST).limit(limit)))


def customer_voice(session: Session, customer_id: int) -> CustomerVoice:
    """What the customer said last, by the sheets that count."""
    counted = (SurveyResponse.customer_id == customer_id, SurveyResponse.state == ResponseState.SETTLED)
    sheets = session.scalar(select(func.count()).select_from(SurveyResponse).where(*counted)) or 0
    if not sheets:
        return NO_VOICE
    columns = (SurveyResponse.id, SurveyResponse.day, SurveyResponse.version_id)
    rows = session.execute(select(*columns).where(*counted).order_by(*_NEWEST_FIRST).limit(_VOICES)).all()
    contents = read_contents(session, (row.version_id for row in rows))
    answers = read_answers(session, (row.id for row in rows))
    return voice_of(sheets, ((row.day, contents[row.version_id][1], answers[row.id]) for row in rows))


def surveys_to_talk_about(session: Session) -> tuple[tuple[int, str], ...]:
    """Id and title of what customers are asked now, what was changed last first."""
    query = select(Survey.id, Survey.title).where(Survey.audience == Audience.CUSTOMERS, Survey.state == SurveyState.IN_USE)
    return tuple((number, title) for number, title in session.execute(query.order_by(Survey.updated_at.desc(), Survey.id.desc())))


def surveys_with_points(session: Session) -> tuple[tuple[str, int], ...]:
    """Title and points of the surveys in use that give points when they are answered."""
    query = select(Survey.title, Survey.rules).where(Survey.audience == Audience.CUSTOMERS, Survey.state == SurveyState.IN_USE)
    rows = session.execute(query.order_by(Survey.updated_at.desc(), Survey.id.desc()))
    return tuple((title, points) for title, rules in rows if (points := SurveyRules.from_json(rules).points))


def cut_out(session: Session, response_id: int) -> dict[str, bytes]:
    """By question the piece of the scan that is kept, as a JPEG."""
    query = select(SurveyCrop.question, SurveyCrop.content).where(SurveyCrop.response_id == response_id)
    return {question: content for question, content in session.execute(query)}


def page_pictures(session: Session, page_ids: Iterable[int]) -> tuple[bytes, ...]:
    """The scanned pages that are still kept, as JPEGs, in the order given."""
    wanted = list(page_ids)
    found = dict(session.execute(select(SurveyPicture.page_id, SurveyPicture.content).where(SurveyPicture.page_id.in_(wanted))).all())
    return tuple(found[number] for number in wanted if number in found)


def _is_too_few(session: Session, survey_id: int) -> bool:
    if session.scalar(select(Survey.audience).where(Survey.id == survey_id)) is not Audience.STAFF:
        return False
    counted = (SurveyResponse.survey_id == survey_id, SurveyResponse.state == ResponseState.SETTLED)
    return (session.scalar(select(func.count()).select_from(SurveyResponse).where(*counted)) or 0) < FEWEST_STAFF_ANSWERS


def _responses() -> Select[Any]:
    columns: tuple[Any, ...] = (
        SurveyResponse,
        Survey.audience,
        Customer.name.label("customer_name"),
        Customer.kind.label("customer_kind"),
        Staff.name.label("staff"),
        SurveySheet.code,
        PointAct.points,
    )
    return (
        select(*columns)
        .join(Survey, Survey.id == SurveyResponse.survey_id)
        .outerjoin(Customer, Customer.id == SurveyResponse.customer_id)
        .outerjoin(Staff, Staff.id == SurveyResponse.staff_id)
        .outerjoin(SurveySheet, SurveySheet.id == SurveyResponse.sheet_id)
        .outerjoin(PointAct, PointAct.id == SurveyResponse.point_act_id)
    )


def _views(session: Session, query: Select[Any]) -> list[ResponseView]:
    found = session.execute(query).all()
    ids = [row[0].id for row in found]
    contents = read_contents(session, (row[0].version_id for row in found))
    answers = read_answers(session, ids)
    pages, crops = _pages(session, ids), _crops(session, ids)
    views = []
    for row in found:
        response: SurveyResponse = row[0]
        version, content = contents[response.version_id]
        own = sorted(answers[response.id], key=lambda one: content.number_of(one.question))
        views.append(
            ResponseView(
                id=response.id,
                survey_id=response.survey_id,
                content=content,
                audience=row.audience,
                version=version,
                day=response.day,
                wave=response.wave,
                source=response.source,
                state=response.state,
                reason=response.reason,
                note=response.note,
                staff=row.staff or "",
                customer_id=response.customer_id,
                customer_name=row.customer_name or "",
                is_company=row.customer_kind is CustomerKind.COMPANY,
                sheet_id=response.sheet_id,
                code=row.code or "",
                answers=tuple(own),
                has_follow_up=response.follow_up_id is not None,
                points=row.points or 0,
                cut_out=tuple(crops.get(response.id, ())),
                page_ids=tuple(pages.get(response.id, ())),
            )
        )
    return views


def _pages(session: Session, ids: list[int]) -> dict[int, list[int]]:
    pages: dict[int, list[int]] = {}
    for begin in range(0, len(ids), _AT_ONCE):
        part = SurveyPage.response_id.in_(ids[begin : begin + _AT_ONCE])
        query = select(SurveyPage.response_id, SurveyPage.id).where(part).order_by(SurveyPage.sheet_page, SurveyPage.id)
        for response_id, number in session.execute(query):
            pages.setdefault(response_id or 0, []).append(number)
    return pages


def _crops(session: Session, ids: list[int]) -> dict[int, list[str]]:
    crops: dict[int, list[str]] = {}
    for begin in range(0, len(ids), _AT_ONCE):
        part = SurveyCrop.response_id.in_(ids[begin : begin + _AT_ONCE])
        for response_id, question in session.execute(select(SurveyCrop.response_id, SurveyCrop.question).where(part)):
            crops.setdefault(response_id, []).append(question)
    return crops
