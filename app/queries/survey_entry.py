"""Typing in a pile of paper: the sheet somebody has in hand, found by what stands on it or by whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, exists, func, select
from sqlalchemy.orm import Session

from app.domain.codes import LENGTH
from app.domain.customer_rows import CustomerListRow
from app.domain.customers import CustomerKind
from app.domain.survey_answers import SheetFound, sheet_signs
from app.domain.surveys import Audience, ResponseState
from app.models.customer import Customer
from app.models.surveys import Survey, SurveyLayout, SurveyPage, SurveyResponse, SurveySheet, SurveyVersion
from app.queries.customers import search_customers

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
