"""The surveys of the shop, and one of them as the builder opens it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.domain.survey_errors import SurveyGone, UnknownSurvey
from app.domain.survey_rows import SurveyRow, SurveyView
from app.domain.survey_sheets import SheetChoice, SheetLayout
from app.domain.surveys import ResponseState, SurveyContent, SurveyRules, SurveyState
from app.domain.text import fold
from app.models.answer_rows import is_counted
from app.models.sheet_rows import is_handed_out
from app.models.survey_versions import content_of, newest_version, survey_row, version_row
from app.models.surveys import Survey, SurveyLayout, SurveyResponse, SurveySheet, SurveyVersion


def surveys(session: Session, *, with_archived: bool = False) -> tuple[SurveyRow, ...]:
    """Those that were changed or answered last come first."""
    query = select(Survey).order_by(Survey.updated_at.desc(), Survey.id.desc())
    rows = session.scalars(query if with_archived else query.where(Survey.state != SurveyState.ARCHIVED)).all()
    in_order = select(SurveyVersion.survey_id, SurveyVersion.number, SurveyVersion.content).order_by(SurveyVersion.number)
    newest = {number: (version, content) for number, version, content in session.execute(in_order)}
    handed_out = handed_out_counts(session)
    state = SurveyResponse.state
    columns = (SurveyResponse.survey_id, state, func.count(), func.max(SurveyResponse.day))
    counted = select(*columns).where(or_(state == ResponseState.OPEN, is_counted())).group_by(SurveyResponse.survey_id, state)
    answers = {(number, of): (count, day) for number, of, count, day in session.execute(counted)}
    found = []
    for row in rows:
        content = SurveyContent.from_json(row.draft)
        settled, last = answers.get((row.id, ResponseState.SETTLED), (0, None))
        version, kept = newest.get(row.id, (0, row.draft))
        waiting, _ = answers.get((row.id, ResponseState.OPEN), (0, None))
        found.append(
            SurveyRow(
                row.id,
                row.title,
                content.language,
                row.audience,
                row.state,
                version,
                len(content.asked),
                handed_out.get(row.id, 0),
                settled,
                waiting,
                last,
                row.updated_at,
                kept != row.draft,
            )
        )
    return tuple(found)


def survey_view(session: Session, survey_id: int) -> SurveyView:
    """SurveyGone."""
    row, newest = survey_row(session, survey_id), newest_version(session, survey_id)
    answers = session.scalar(select(func.count()).where(SurveyResponse.survey_id == survey_id, is_counted())) or 0
    return SurveyView(
        row.id,
        SurveyContent.from_json(row.draft),
        row.audience,
        SurveyRules.from_json(row.rules),
        row.state,
        0 if newest is None else newest.number,
        answers,
        handed_out_counts(session, survey_id).get(survey_id, 0),
        newest is None or newest.content != row.draft,
        row.updated_at,
        SheetChoice.from_json(row.choice),
        row.is_open,
    )


def handed_out_counts(session: Session, survey_id: int | None = None) -> dict[int, int]:
    """By survey, of all or of one: the sheets that count as handed out."""
    query = select(SurveySheet.survey_id, func.count()).where(is_handed_out()).group_by(SurveySheet.survey_id)
    if survey_id is not None:
        query = query.where(SurveySheet.survey_id == survey_id)
    return {number: count for number, count in session.execute(query)}


def survey_named(session: Session, name: str) -> int:
    """The survey with this number or title; of several titles alike the latest. UnknownSurvey."""
    if name.isascii() and name.isdigit() and session.get(Survey, int(name)) is not None:
        return int(name)
    query = select(Survey.id, Survey.title).order_by(Survey.updated_at.desc(), Survey.id.desc())
    for number, title in session.execute(query):
        if fold(title) == fold(name):
            return int(number)
    raise UnknownSurvey(field="survey", name=name)


def version_content(session: Session, survey_id: int, number: int) -> SurveyContent:
    """What was asked. SurveyGone."""
    return content_of(version_row(session, survey_id, number))


def versions_of(session: Session, survey_id: int) -> tuple[tuple[int, int, SurveyContent], ...]:
    """Id, number and what was asked, the oldest first."""
    query = select(SurveyVersion).where(SurveyVersion.survey_id == survey_id).order_by(SurveyVersion.number)
    return tuple((row.id, row.number, content_of(row)) for row in session.scalars(query))


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """How the sheets of a layout look: where everything lies, the empty pages as a PDF, and what is asked on them."""

    layout_id: int
    survey_id: int
    version_id: int
    version: int
    content: SurveyContent
    layout: SheetLayout
    drawn: bytes


def printed_form(session: Session, layout_id: int) -> PrintedForm:
    """SurveyGone, LayoutUnreadable."""
    row = session.get(SurveyLayout, layout_id)
    version = None if row is None else session.get(SurveyVersion, row.version_id)
    if row is None or version is None:
        raise SurveyGone()
    layout = SheetLayout.from_json(row.content)
    return PrintedForm(layout_id, version.survey_id, version.id, version.number, content_of(version), layout, row.drawn)


def layout_ids(session: Session) -> tuple[int, ...]:
    """Of all sheets that were ever printed."""
    return tuple(session.scalars(select(SurveyLayout.id).order_by(SurveyLayout.id)))
