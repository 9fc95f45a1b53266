"""Typing in a pile of paper: the sheet somebody has in hand, found by what stands on it or by whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, exists, func, select
from sqlalchemy.orm import Session

from app.domain.codes import LENGTH
from app.domain.customer_rows import CustomerListRow
from app.domain.customer_rules import CustomerGone
from app.domain.customers import CustomerKind
from app.domain.survey_answers import ResponseGone, SheetFound, SheetOfAnotherSurvey, SheetUnknown, sheet_signs
from app.domain.survey_entry import EntryStart, EntryTarget
from app.domain.surveys import Audience, ResponseState, SurveyContent
from app.models.customer import Customer
from app.models.survey_versions import content_of, newest_version, survey_row, version_row
from app.models.surveys import Survey, SurveyLayout, SurveyPage, SurveyResponse, SurveySheet, SurveyVersion
from app.queries.customers import search_customers
from app.queries.staff import staff_rows
from app.queries.survey_answers import page_pictures, response_view

HITS = 6


@dataclass(frozen=True, slots=True)
class EntryHits:
    """What the words find: printed sheets, then customers. `text` as typed."""

    text: str
    sheets: tuple[SheetFound, ...] = ()
    customers: tuple[CustomerListRow, ...] = ()


def find_entry(session: Session, survey_id: int, text: str, today: date, *, limit: int = HITS) -> EntryHits:
    """Sheets whose number begins so, those of the survey first (of another only when it is typed whole); and customers, of a survey that
    has any."""
    audience = session.scalar(select(Survey.audience).where(Survey.id == survey_id))
    customers = search_customers(session, text, today, limit=limit) if audience is Audience.CUSTOMERS else []
    return EntryHits(text, find_sheets(session, survey_id, text, limit=limit), tuple(customers))


def entry_start(session: Session, survey_id: int) -> EntryStart:
    """SurveyGone."""
    survey, newest = survey_row(session, survey_id), newest_version(session, survey_id)
    content = SurveyContent.from_json(survey.draft) if newest is None else content_of(newest)
    left, waiting = sheets_to_enter(session, survey_id)
    staff = () if survey.audience is Audience.STAFF else tuple(row.name for row in staff_rows(session))
    return EntryStart(survey_id, survey.title, content, newest.number if newest else 0, survey.audience, left, waiting, staff)


def entry_of_sheet(session: Session, survey_id: int, sheet_id: int) -> EntryTarget:
    """SheetUnknown, SheetOfAnotherSurvey."""
    sheet = sheet_found(session, sheet_id)
    if sheet is None:
        raise SheetUnknown(code="")
    if sheet.survey_id != survey_id:
        raise SheetOfAnotherSurvey(field="sheet", title=sheet.survey_title)
    content = content_of(version_row(session, survey_id, sheet.version))
    recorded = None if sheet.response_id is None else response_view(session, sheet.response_id)
    pictures = page_pictures(session, sheet.page_ids)
    # Whom somebody linked by hand, whatever the sheet says.
    whose = sheet if recorded is None or recorded.state is ResponseState.THROWN_OUT else recorded
    person = (whose.customer_id, whose.customer_name, whose.is_company)
    return EntryTarget(content, sheet.version, sheet, *person, recorded, pictures)


def entry_of_customer(session: Session, survey_id: int, customer_id: int, *, is_talk: bool = False) -> EntryTarget:
    """On the sheet that was printed for the customer where one is still to come, else without any, as after a talk. SurveyGone,
    CustomerGone."""
    sheet = None if is_talk else sheet_of_customer(session, survey_id, customer_id)
    if sheet is not None:
        return entry_of_sheet(session, survey_id, sheet.sheet_id)
    person = session.execute(select(Customer.name, Customer.kind).where(Customer.id == customer_id)).one_or_none()
    if person is None:
        raise CustomerGone
    start = entry_start(session, survey_id)
    return EntryTarget(start.content, start.version, None, customer_id, person.name, person.kind is CustomerKind.COMPANY)


def entry_of_response(session: Session, response_id: int) -> EntryTarget:
    """What was recorded, to be corrected. ResponseGone."""
    recorded = response_view(session, response_id)
    if recorded is None:
        raise ResponseGone
    sheet = None if recorded.sheet_id is None else sheet_found(session, recorded.sheet_id)
    pictures = page_pictures(session, recorded.page_ids)
    person = (recorded.customer_id, recorded.customer_name, recorded.is_company)
    return EntryTarget(recorded.content, recorded.version, sheet, *person, recorded, pictures)


def still_there(session: Session, response_ids: Sequence[int]) -> frozenset[int]:
    """Those of the answers that were not taken back since."""
    return frozenset(session.scalars(select(SurveyResponse.id).where(SurveyResponse.id.in_(list(response_ids)))))


def find_sheets(session: Session, survey_id: int | None, text: str, *, limit: int = HITS) -> tuple[SheetFound, ...]:
    """By the number at the foot of the sheet, typed or scanned, or its beginning. `survey_id` None: of any survey."""
    signs = sheet_signs(text)
    if not signs:
        return ()
    query = _sheets().where(SurveySheet.code >= signs, SurveySheet.code < f"{signs}~")
    if len(signs) < LENGTH and survey_id is not None:
        query = query.where(SurveySheet.survey_id == survey_id)
    return _found(session, query.order_by(SurveySheet.survey_id != survey_id, SurveySheet.code).limit(limit))


def sheet_of_customer(session: Session, survey_id: int, customer_id: int) -> SheetFound | None:
    """The newest sheet of the survey that was printed for the customer and is not recorded yet."""
    query = _sheets().where(SurveySheet.survey_id == survey_id, SurveySheet.customer_id == customer_id, _is_not_recorded())
    found = _found(session, query.order_by(SurveySheet.id.desc()).limit(1))
    return found[0] if found else None


def sheet_found(session: Session, sheet_id: int) -> SheetFound | None:
    found = _found(session, _sheets().where(SurveySheet.id == sheet_id))
    return found[0] if found else None


def sheets_to_enter(session: Session, survey_id: int, *, limit: int = HITS) -> tuple[int, tuple[SheetFound, ...]]:
    """How many printed sheets are not recorded yet, and the first of the newest print, in its order."""
    where = (SurveySheet.survey_id == survey_id, _is_not_recorded())
    count = session.scalar(select(func.count()).select_from(SurveySheet).where(*where)) or 0
    order = (SurveySheet.wave.desc(), SurveySheet.run_id.desc(), SurveySheet.position, SurveySheet.id)
    return count, _found(session, _sheets().where(*where).order_by(*order).limit(limit))


def _is_not_recorded() -> Any:
    counted = SurveyResponse.state == ResponseState.SETTLED
    return ~exists().where(and_(SurveyResponse.sheet_id == SurveySheet.id, counted))


def _sheets() -> Select[Any]:
    columns: tuple[Any, ...] = (
        SurveySheet,
        Survey.title,
        SurveyVersion.number.label("version"),
        Customer.name.label("customer_name"),
        Customer.kind.label("customer_kind"),
    )
    return (
        select(*columns)
        .join(Survey, Survey.id == SurveySheet.survey_id)
        .join(SurveyLayout, SurveyLayout.id == SurveySheet.layout_id)
        .join(SurveyVersion, SurveyVersion.id == SurveyLayout.version_id)
        .outerjoin(Customer, Customer.id == SurveySheet.customer_id)
    )


def _found(session: Session, query: Select[Any]) -> tuple[SheetFound, ...]:
    rows = session.execute(query).all()
    ids = [row[0].id for row in rows]
    responses = session.scalars(
        select(SurveyResponse)
        .where(SurveyResponse.sheet_id.in_(ids), SurveyResponse.state != ResponseState.THROWN_OUT)
        .order_by(SurveyResponse.id.desc())
    )
    recorded = {one.sheet_id: one for one in responses}
    pages: dict[int, list[int]] = {}
    scanned = select(SurveyPage.sheet_id, SurveyPage.id).where(SurveyPage.sheet_id.in_(ids)).order_by(SurveyPage.sheet_page, SurveyPage.id)
    for sheet_id, page_id in session.execute(scanned):
        pages.setdefault(sheet_id or 0, []).append(page_id)
    found = []
    for row in rows:
        sheet: SurveySheet = row[0]
        response = recorded.get(sheet.id)
        found.append(
            SheetFound(
                sheet_id=sheet.id,
                survey_id=sheet.survey_id,
                survey_title=row.title,
                version=row.version,
                code=sheet.code,
                customer_id=sheet.customer_id,
                customer_name=row.customer_name or "",
                is_company=row.customer_kind is CustomerKind.COMPANY,
                position=sheet.position,
                wave=sheet.wave,
                response_id=None if response is None else response.id,
                response_state=None if response is None else response.state,
                response_day=None if response is None else response.day,
                page_ids=tuple(pages.get(sheet.id, ())),
            )
        )
    return tuple(found)
