"""What typing in asks of the shop and writes into it, to be handed to the tasks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from app.domain.survey_answers import ResponseChange
from app.domain.survey_entry import EntryStart, EntryTarget
from app.domain.surveys import ResponseFields, ResponseOutcome
from app.jobs.job import JobControl

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Question = Callable[["Session", JobControl], EntryTarget]


def start_of(survey_id: int) -> Callable[[Session, JobControl], EntryStart]:
    def op(session: Session, _control: JobControl) -> EntryStart:
        from app.queries.survey_entry import entry_start

        return entry_start(session, survey_id)

    return op


def target_of_sheet(survey_id: int, sheet_id: int) -> Question:
    def op(session: Session, _control: JobControl) -> EntryTarget:
        from app.queries.survey_entry import entry_of_sheet

        return entry_of_sheet(session, survey_id, sheet_id)

    return op


def target_of_customer(survey_id: int, customer_id: int, *, is_talk: bool) -> Question:
    def op(session: Session, _control: JobControl) -> EntryTarget:
        from app.queries.survey_entry import entry_of_customer

        return entry_of_customer(session, survey_id, customer_id, is_talk=is_talk)

    return op


def target_of_response(response_id: int) -> Question:
    def op(session: Session, _control: JobControl) -> EntryTarget:
        from app.queries.survey_entry import entry_of_response

        return entry_of_response(session, response_id)

    return op


def those_still_there(response_ids: Sequence[int]) -> Callable[[Session, JobControl], frozenset[int]]:
    def op(session: Session, _control: JobControl) -> frozenset[int]:
        from app.queries.survey_entry import still_there

        return still_there(session, response_ids)

    return op


@dataclass(frozen=True, slots=True)
class Recording:
    """Writes a sheet, or corrects one that is there: `corrects`. An answer to what was never printed makes the first version."""

    fields: ResponseFields
    now: datetime
    today: date
    corrects: int | None = None

    def __call__(self, session: Session, _control: JobControl) -> ResponseOutcome | None:
        """None when nothing was different."""
        from app.services.survey_responses import edit_response, record_response
        from app.services.surveys import ensure_version

        fields = self.fields
        if self.corrects is not None:
            change = ResponseChange(fields.day, fields.answers, fields.staff, fields.note)
            action_id = edit_response(session, self.corrects, change, now=self.now, today=self.today)
            return None if action_id is None else ResponseOutcome(self.corrects, action_id)
        if not fields.version:
            fields = replace(fields, version=ensure_version(session, fields.survey_id, now=self.now).number)
        return record_response(session, fields, now=self.now, today=self.today)
