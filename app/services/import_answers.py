"""Storing the answers of a web form: all that can come in or none, each with its customer where there is no doubt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from app.domain.entities import Entity
from app.domain.imports import AnswerOutlook, ImportKind, ImportSource, SurveyChangedMeanwhile
from app.domain.progress import NO_PROGRESS, Progress
from app.domain.surveys import Audience, ResponseFields, ResponseSource
from app.exchange.problems import RowError, RowReason, RowWarning, shown
from app.exchange.survey_answers import AnswerDraft, Answerer, AnswerReading
from app.models.changes import mark_changed
from app.models.inquiries import Inquiry
from app.models.shop import Staff
from app.models.survey_versions import content_of, survey_row
from app.models.surveys import SurveyAnswer, SurveyResponse
from app.services.answering_people import AnsweringPeople
from app.services.import_customers import ImportOutcome, close_batch, new_batch
from app.services.survey_bulk import record_many
from app.services.survey_rules import take_back
from app.services.surveys import ensure_version


def check_answers(session: Session, reading: AnswerReading, survey_id: int) -> tuple[AnswerOutlook, AnswerReading]:
    """What storing would do, with the reading as it would say it then; nothing is written. SurveyGone."""
    reading = _told(session, reading, survey_id)
    settled = list(_settled(session, reading, survey_id))
    accepted = [one for one in settled if isinstance(one, _Accepted)]
    there = [one for one in settled if isinstance(one, RowError)]
    linked = sum(1 for one in accepted if one.customer_id is not None)
    unlinked = sum(1 for one in accepted if one.is_unlinked)
    warnings = [*reading.warnings, *(warning for one in accepted for warning in one.warnings)]
    said = AnswerReading(
        reading.content,
        [one.draft for one in accepted],
        sorted([*reading.refused, *there], key=lambda error: error.row),
        sorted(warnings, key=lambda warning: warning.row),
        reading.rows_read,
        reading.has_days,
    )
    return AnswerOutlook(len(accepted), linked, unlinked, len(there)), said


def store_answers(
    session: Session,
    reading: AnswerReading,
    survey_id: int,
    *,
    source: ImportSource,
    now: datetime,
    today: date,
    progress: Progress = NO_PROGRESS,
) -> ImportOutcome:
    """Write the drafts in this transaction, as answers to the newest version. A row that came in before is refused. Of a staff survey
    nobody is named. SurveyGone, SurveyChangedMeanwhile."""
    version = ensure_version(session, survey_id, now=now)
    if content_of(version) != reading.content:
        raise SurveyChangedMeanwhile
    reading = _told(session, reading, survey_id)
    outcome = ImportOutcome(refused=list(reading.refused), warnings=list(reading.warnings))
    batch = new_batch(session, ImportKind.ANSWERS, source, now)
    accepted: list[_Accepted] = []
    for one in _settled(session, reading, survey_id):
        if isinstance(one, RowError):
            outcome.refused.append(one)
        else:
            accepted.append(one)
            outcome.warnings += one.warnings
    record_many(
        session,
        [one.fields(survey_id, version.number) for one in accepted],
        now=now,
        today=today,
        import_id=batch.id,
        references=[one.draft.reference for one in accepted],
        progress=progress,
    )
    outcome.accepted = len(accepted)
    outcome.without_customer = sum(1 for one in accepted if one.customer_id is None)
    outcome.refused.sort(key=lambda error: error.row)
    outcome.warnings.sort(key=lambda warning: warning.row)
    close_batch(session, batch, outcome)
    return outcome


@dataclass(frozen=True, slots=True)
class _Accepted:
    draft: AnswerDraft
    customer_id: int | None
    is_unlinked: bool
    staff: str
    warnings: tuple[RowWarning, ...]

    def fields(self, survey_id: int, version: int) -> ResponseFields:
        draft = self.draft
        return ResponseFields(
            survey_id, version, draft.day, ResponseSource.IMPORT, draft.answers, self.customer_id, None, self.staff, draft.note
        )


def _told(session: Session, reading: AnswerReading, survey_id: int) -> AnswerReading:
    """Of a staff survey without what would tell who answered."""
    if survey_row(session, survey_id).audience is not Audience.STAFF:
        return reading
    drafts = [replace(draft, who=Answerer(), staff="") for draft in reading.drafts]
    refused = [replace(error, name="") for error in reading.refused]
    warnings = [replace(warning, name="") for warning in reading.warnings]
    return replace(reading, drafts=drafts, refused=refused, warnings=warnings)


def _settled(session: Session, reading: AnswerReading, survey_id: int) -> Iterator[_Accepted | RowError]:
    references = select(SurveyResponse.reference).where(SurveyResponse.survey_id == survey_id, SurveyResponse.reference != "")
    known = set(session.scalars(references))
    people = AnsweringPeople(session)
    staff = set(session.scalars(select(Staff.name)))
    for draft in reading.drafts:
        name = shown(draft.who.said)
        if draft.reference in known:
            yield RowError(draft.row, RowReason.ANSWERS_THERE, name=name)
            continue
        customer_id, problem = people.find(draft.who)
        warnings: list[RowWarning] = []
        if problem is not None:
            warnings.append(RowWarning(draft.row, problem, _field_of(draft), name, name))
        if draft.staff and draft.staff not in staff:
            warnings.append(RowWarning(draft.row, RowReason.STAFF_UNKNOWN, "staff", shown(draft.staff), name))
        yield _Accepted(draft, customer_id, problem is not None, draft.staff if draft.staff in staff else "", tuple(warnings))


def _field_of(draft: AnswerDraft) -> str:
    who = draft.who
    pairs = (("name", who.name), ("customer_code", who.code), ("email", who.email), ("phone", who.phone), ("kana", who.kana))
    return next((name for name, text in pairs if text), "")


def take_answers_out(session: Session, import_id: int, *, now: datetime, today: date) -> int:
    """Undo what an import brought: its answers, with what was made of those that were corrected or linked since. How many went.
    PointsUsedAlready."""
    ours = SurveyResponse.import_id == import_id
    complained = SurveyResponse.id.in_(select(Inquiry.response_id).where(Inquiry.response_id.is_not(None)))
    made = ours & (SurveyResponse.follow_up_id.is_not(None) | SurveyResponse.point_act_id.is_not(None) | complained)
    for response in session.scalars(select(SurveyResponse).where(made)).all():
        take_back(session, response, now=now, today=today)
    session.flush()
    count = session.scalar(select(func.count()).select_from(SurveyResponse).where(ours)) or 0
    session.execute(delete(SurveyAnswer).where(SurveyAnswer.response_id.in_(select(SurveyResponse.id).where(ours))))
    session.execute(delete(SurveyResponse).where(ours))
    if count:
        mark_changed(session, Entity.ANSWER)
    return count
