"""Surveys: making, changing, copying, putting aside. A version comes into being when something is printed or answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.survey_errors import SurveyInUse, SurveyTitleMissing
from app.domain.survey_rows import SurveyOutcome
from app.domain.survey_sheets import SheetChoice
from app.domain.surveys import Audience, SurveyContent, SurveyRules, SurveyState
from app.domain.text import collapse_spaces
from app.models.survey_versions import is_used, newest_version, survey_row
from app.models.surveys import Survey, SurveyVersion
from app.services.actions import join_with_last, recorded

TYPING = timedelta(minutes=5)
"""Words that are typed with shorter pauses than this are one act."""


def create_survey(
    session: Session,
    content: SurveyContent,
    audience: Audience = Audience.CUSTOMERS,
    *,
    now: datetime,
    rules: SurveyRules | None = None,
) -> SurveyOutcome:
    """A new survey as a draft, whole or not. SurveyTitleMissing."""
    title = _title(content)
    with recorded(session, ActionKind.ADD_SURVEY, now=now, name=title) as act:
        row = Survey(
            title=title,
            audience=audience,
            state=SurveyState.DRAFT,
            draft=replace(content, title=title).to_json(),
            rules=(rules or _usual_rules(audience)).to_json(),
            choice=SheetChoice().to_json(),
            # Nobody of the staff is to be told apart.
            is_open=audience is Audience.STAFF,
            created_at=now,
            updated_at=now,
        )
        session.add(row)
    return SurveyOutcome(row.id, 0, act.action_id)


def save_draft(session: Session, survey_id: int, content: SurveyContent, *, now: datetime) -> SurveyOutcome:
    """What is asked from the next print or answer on; what was typed in one go is one act. Answers that are there keep the
    version they were given to. SurveyGone, SurveyTitleMissing."""
    row, title = survey_row(session, survey_id), _title(content)
    wanted = replace(content, title=title).to_json()
    number = _number(session, survey_id)
    if row.draft == wanted:
        return SurveyOutcome(survey_id, number, None)
    with recorded(session, ActionKind.EDIT_SURVEY, now=now, name=title) as act:
        row.draft, row.title, row.updated_at = wanted, title, now
    return SurveyOutcome(survey_id, number, join_with_last(session, act.action_id, since=now - TYPING))


def change_rules(session: Session, survey_id: int, rules: SurveyRules, *, now: datetime) -> SurveyOutcome:
    """What is done with answers that are recorded from now on. SurveyGone."""
    row, number = survey_row(session, survey_id), _number(session, survey_id)
    if SurveyRules.from_json(row.rules) == rules:
        return SurveyOutcome(survey_id, number, None)
    with recorded(session, ActionKind.CHANGE_SURVEY_RULES, now=now, name=row.title) as act:
        row.rules, row.updated_at = rules.to_json(), now
    return SurveyOutcome(survey_id, number, act.action_id)


def keep_choice(session: Session, survey_id: int, choice: SheetChoice, *, is_open: bool) -> None:
    """How the sheets were laid and for whom they were meant last; no act of its own. SurveyGone."""
    row = survey_row(session, survey_id)
    row.choice, row.is_open = choice.to_json(), is_open or row.audience is Audience.STAFF


def copy_survey(session: Session, survey_id: int, title: str, *, now: datetime) -> SurveyOutcome:
    """A new draft that begins as another survey. SurveyGone, SurveyTitleMissing."""
    row = survey_row(session, survey_id)
    content = replace(SurveyContent.from_json(row.draft), title=title)
    return create_survey(session, content, row.audience, now=now, rules=SurveyRules.from_json(row.rules))


def archive_survey(session: Session, survey_id: int, *, now: datetime) -> SurveyOutcome:
    """Out of the list; sheets that come back later are read all the same. SurveyGone."""
    return _in_state(session, survey_id, SurveyState.ARCHIVED, ActionKind.ARCHIVE_SURVEY, now)


def restore_survey(session: Session, survey_id: int, *, now: datetime) -> SurveyOutcome:
    """SurveyGone."""
    state = SurveyState.DRAFT if newest_version(session, survey_id) is None else SurveyState.IN_USE
    return _in_state(session, survey_id, state, ActionKind.RESTORE_SURVEY, now)


def delete_survey(session: Session, survey_id: int, *, now: datetime) -> SurveyOutcome:
    """One that was neither printed nor answered. SurveyGone, SurveyInUse."""
    row = survey_row(session, survey_id)
    if is_used(session, survey_id):
        raise SurveyInUse()
    versions = session.scalars(select(SurveyVersion).where(SurveyVersion.survey_id == survey_id)).all()
    with recorded(session, ActionKind.DELETE_SURVEY, now=now, name=row.title) as act:
        for version in versions:
            session.delete(version)
        session.flush()
        session.delete(row)
    return SurveyOutcome(survey_id, 0, act.action_id)


def ensure_version(session: Session, survey_id: int, *, now: datetime) -> SurveyVersion:
    """The version that is what the draft says, made now where there is none yet. It stays, whatever is taken back afterwards: paper is out.
    To be called outside of any recorded act. SurveyGone and what SurveyContent.checked raises."""
    row = survey_row(session, survey_id)
    content = SurveyContent.from_json(row.draft).checked().to_json()
    newest = newest_version(session, survey_id)
    if newest is None or newest.content != content:
        newest = SurveyVersion(survey_id=survey_id, number=1 if newest is None else newest.number + 1, content=content, made_at=now)
        session.add(newest)
    if row.state is SurveyState.DRAFT:
        row.state = SurveyState.IN_USE
    session.flush()
    return newest


def _in_state(session: Session, survey_id: int, state: SurveyState, kind: ActionKind, now: datetime) -> SurveyOutcome:
    row, number = survey_row(session, survey_id), _number(session, survey_id)
    if row.state is state:
        return SurveyOutcome(survey_id, number, None)
    with recorded(session, kind, now=now, name=row.title) as act:
        row.state, row.updated_at = state, now
    return SurveyOutcome(survey_id, number, act.action_id)


def _number(session: Session, survey_id: int) -> int:
    newest = newest_version(session, survey_id)
    return 0 if newest is None else newest.number


def _title(content: SurveyContent) -> str:
    title = collapse_spaces(content.title)
    if not title:
        raise SurveyTitleMissing(field="title")
    return title


def _usual_rules(audience: Audience) -> SurveyRules:
    return SurveyRules(complaint_on=True) if audience is Audience.CUSTOMERS else SurveyRules(low_on=False)
