"""One file of answers from its opening to the result: what was chosen so far, and the work done for it. The view shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.context import AppContext
from app.domain.imports import AnswerOutlook, ImportRow, ImportSource
from app.domain.survey_rows import SurveyView
from app.jobs.job import JobControl
from app.views.importing.import_work import ImportWork

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.exchange.columns import ColumnMapping
    from app.exchange.source import Reading
    from app.exchange.survey_answers import AnswerReading, UnmatchedText
    from app.exchange.survey_form import AnswerForm
    from app.services.import_customers import ImportOutcome


Meaning = tuple[str, str]
"""The target of a column, and a text in it."""


@dataclass(slots=True)
class AnswersDraft:
    """Everything that is known of one file. `meant`: what a text is that is no choice by itself, and its choice. `reading` as storing it
    would say it, by `outlook`; `outcome` once it is stored."""

    path: Path | None = None
    how: Reading | None = None
    fingerprint: str = ""
    form: AnswerForm | None = None
    mapping: ColumnMapping | None = None
    before: ImportRow | None = None
    raw: AnswerReading | None = None
    reading: AnswerReading | None = None
    outlook: AnswerOutlook | None = None
    outcome: ImportOutcome | None = None
    meant: dict[Meaning, tuple[UnmatchedText, str]] = field(default_factory=dict)

    def unmatched(self) -> list[tuple[UnmatchedText, str]]:
        """The texts that are no choice of their question, each with the choice it was given or nothing; the most frequent first."""
        still = [] if self.raw is None else [(one, "") for one in self.raw.unmatched if (one.target, one.text) not in self.meant]
        return sorted([*still, *self.meant.values()], key=lambda pair: (-pair[0].count, pair[0].target, pair[0].text))


class AnswersDesk(ImportWork):
    """`opened`: the top of the file is read and its columns matched; `was_read`: every row is."""

    opened = Signal()
    was_read = Signal()

    def __init__(self, context: AppContext, survey_id: int, parent: QObject) -> None:
        super().__init__(context, parent)
        self._survey_id = survey_id
        self._zone: tzinfo = context.clock.zone()
        self.survey: SurveyView | None = None
        self.draft = AnswersDraft()

    def forget(self) -> None:
        """Begin anew."""
        self.cancel()
        self.draft = AnswersDraft()

    def open(self, path: Path, how: Reading | None = None) -> None:
        """Read the top of the file and match its columns with what the survey asks now."""
        self.draft = AnswersDraft(path, how)
        self.set_reading()
        number = self._survey_id

        def op(session: Session, _control: JobControl) -> tuple[SurveyView, tzinfo]:
            from app.queries.shop import shop_zone
            from app.queries.surveys import survey_view

            return survey_view(session, number), shop_zone(session)

        self.ask(op, self._on_survey, "survey")

    def reopen(self, how: Reading) -> None:
        """The same file, read in another way."""
        if self.draft.path is not None:
            self.open(self.draft.path, how)

    def choose_target(self, place: int, target: str) -> None:
        """What a column is; "" leaves it out."""
        draft = self.draft
        if draft.mapping is not None:
            draft.mapping = draft.mapping.with_target(place, target)
            draft.meant.clear()
            draft.raw = draft.reading = draft.outlook = None

    def choose_meaning(self, text: UnmatchedText, choice: str) -> None:
        """Which choice a text is, from now on; "" leaves it out."""
        if choice:
            self.draft.meant[text.target, text.text] = (text, choice)
        else:
            self.draft.meant.pop((text.target, text.text), None)
        self.read()

    def read(self) -> None:
        """Read every row; was_read when everything is known."""
        form, mapping, survey = self.draft.form, self.draft.mapping, self.survey
        if form is None or mapping is None or survey is None:
            return
        content, today, zone = survey.content, self.context.clock.today(), self._zone
        meanings = {meaning: choice for meaning, (_, choice) in self.draft.meant.items()}
        self.set_reading()

        def op(control: JobControl) -> AnswerReading:
            from app.exchange.survey_answers import read_answers

            return read_answers(form, mapping, content, today=today, zone=zone, meanings=meanings, progress=control)

        self.run(op, self._on_reading, "read")

    def chosen_file(self) -> Path | None:
        return self.draft.path

    def is_read(self) -> bool:
        return self.draft.raw is not None

    def storing(self) -> Callable[[Session, JobControl], ImportOutcome]:
        raw, number, now, today = self.draft.raw, self._survey_id, self.context.clock.now(), self.context.clock.today()
        source = ImportSource(self.file_name, self.draft.fingerprint)
        assert raw is not None

        def op(session: Session, control: JobControl) -> ImportOutcome:
            from app.services.import_answers import store_answers

            return store_answers(session, raw, number, source=source, now=now, today=today, progress=control)

        return op

    def keep_outcome(self, outcome: ImportOutcome) -> None:
        self.draft.outcome = outcome

    def _on_survey(self, found: tuple[SurveyView, tzinfo]) -> None:
        self.survey, self._zone = found
        path, how, content = self.draft.path, self.draft.how, self.survey.content
        if path is None:
            return

        def op(control: JobControl) -> tuple[AnswerForm, str]:
            from app.exchange.source import Reading
            from app.exchange.survey_form import open_form
            from app.services.imports import fingerprint_of

            return open_form(path, content, how or Reading(), progress=control), fingerprint_of(path)

        self.run(op, self._on_opened, "open")

    def _on_opened(self, found: tuple[AnswerForm, str]) -> None:
        form, fingerprint = found
        self.draft.form, self.draft.fingerprint, self.draft.mapping = form, fingerprint, form.mapping

        def op(session: Session, _control: JobControl) -> ImportRow | None:
            from app.queries.imports import imported_before

            return imported_before(session, fingerprint)

        self.ask(op, self._on_before, "before")

    def _on_before(self, before: ImportRow | None) -> None:
        self.draft.before = before
        self.set_busy("")
        self.opened.emit()

    def _on_reading(self, reading: AnswerReading) -> None:
        self.draft.raw, number = reading, self._survey_id

        def op(session: Session, _control: JobControl) -> tuple[AnswerOutlook, AnswerReading]:
            from app.services.import_answers import check_answers

            return check_answers(session, reading, number)

        self.ask(op, self._on_outlook, "outlook")

    def _on_outlook(self, found: tuple[AnswerOutlook, AnswerReading]) -> None:
        self.draft.outlook, self.draft.reading = found
        self.set_busy("")
        self.was_read.emit()
