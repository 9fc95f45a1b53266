"""One file of answers from its opening to the result: what was chosen so far, and the work done for it. The view shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from app.context import AppContext
from app.domain.errors import Cancelled
from app.domain.imports import AnswerOutlook, ImportRow, ImportSource, UndoneImport
from app.domain.survey_rows import SurveyView
from app.jobs.job import Job, JobControl

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.exchange.columns import ColumnMapping
    from app.exchange.source import Reading
    from app.exchange.survey_answers import AnswerReading
    from app.exchange.survey_form import AnswerForm
    from app.services.import_customers import ImportOutcome

T = TypeVar("T")


@dataclass(slots=True)
class AnswersDraft:
    """Everything that is known of one file. `reading` as storing it would say it, by `outlook`; `outcome` once it is stored."""

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


class AnswersDesk(QObject):
    """Signals tell what has happened; `busy_changed` the sentence of what is being done now, or nothing."""

    busy_changed = Signal(str)
    progressed = Signal(int, int)
    opened = Signal()
    was_read = Signal()
    stored = Signal()
    undone = Signal(object)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, context: AppContext, survey_id: int, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._survey_id = survey_id
        self._zone: tzinfo = context.clock.zone()
        self._job: Job | None = None
        self._busy = ""
        self._undoing = 0
        self.survey: SurveyView | None = None
        self.draft = AnswersDraft()

    @property
    def busy(self) -> str:
        return self._busy

    def forget(self) -> None:
        """Begin anew."""
        self.cancel()
        self.draft = AnswersDraft()

    def cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def open(self, path: Path, how: Reading | None = None) -> None:
        """Read the top of the file and match its columns with what the survey asks now."""
        self.draft = AnswersDraft(path, how)
        self._set_busy(self.tr("Reading {file}").format(file=path.name))
        number = self._survey_id

        def op(session: Session, _control: JobControl) -> tuple[SurveyView, tzinfo]:
            from app.queries.shop import shop_zone
            from app.queries.surveys import survey_view

            return survey_view(session, number), shop_zone(session)

        self._follow(self._context.tasks.query(op, self._on_survey, owner=self, failed=self._on_failed, replaces="survey"))

    def reopen(self, how: Reading) -> None:
        """The same file, read in another way."""
        if self.draft.path is not None:
            self.open(self.draft.path, how)

    def choose_target(self, place: int, target: str) -> None:
        """What a column is; "" leaves it out."""
        draft = self.draft
        if draft.mapping is not None:
            draft.mapping = draft.mapping.with_target(place, target)
            draft.raw = draft.reading = draft.outlook = None

    def read(self) -> None:
        """Read every row; was_read when everything is known."""
        form, mapping, survey = self.draft.form, self.draft.mapping, self.survey
        if form is None or mapping is None or survey is None:
            return
        content, today, zone = survey.content, self._context.clock.today(), self._zone
        self._set_busy(self.tr("Reading {file}").format(file=self._name()))

        def op(control: JobControl) -> AnswerReading:
            from app.exchange.survey_answers import read_answers

            return read_answers(form, mapping, content, today=today, zone=zone, progress=control)

        self._run(op, self._on_reading, "read")

    def store(self) -> None:
        """Backup first, then everything in one transaction."""
        if self._busy or self.draft.raw is None or self.draft.path is None:
            return
        self._back_up(self._on_backed_up)

    def undo(self, import_id: int) -> None:
        """Backup first, then all answers of the file go out again."""
        if not self._busy:
            self._undoing = import_id
            self._back_up(self._on_backed_up_for_undo)

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

        self._run(op, self._on_opened, "open")

    def _on_opened(self, found: tuple[AnswerForm, str]) -> None:
        form, fingerprint = found
        self.draft.form, self.draft.fingerprint, self.draft.mapping = form, fingerprint, form.mapping

        def op(session: Session, _control: JobControl) -> ImportRow | None:
            from app.queries.imports import imported_before

            return imported_before(session, fingerprint)

        self._follow(self._context.tasks.query(op, self._on_before, owner=self, failed=self._on_failed, replaces="before"))

    def _on_before(self, before: ImportRow | None) -> None:
        self.draft.before = before
        self._set_busy("")
        self.opened.emit()

    def _on_reading(self, reading: AnswerReading) -> None:
        self.draft.raw, number = reading, self._survey_id

        def op(session: Session, _control: JobControl) -> tuple[AnswerOutlook, AnswerReading]:
            from app.services.import_answers import check_answers

            return check_answers(session, reading, number)

        self._follow(self._context.tasks.query(op, self._on_outlook, owner=self, failed=self._on_failed, replaces="outlook"))

    def _on_outlook(self, found: tuple[AnswerOutlook, AnswerReading]) -> None:
        self.draft.outlook, self.draft.reading = found
        self._set_busy("")
        self.was_read.emit()

    def _back_up(self, done: Callable[[None], None]) -> None:
        paths, now = self._context.paths, self._context.clock.now()

        def op(_control: JobControl) -> None:
            from app.services.backups import back_up_into

            back_up_into(paths.database, paths.backups, now=now, only_if_changed=True, force=True)

        self._set_busy(self.tr("Making a backup"))
        self._run(op, done, "backup")

    def _on_backed_up(self, _nothing: None) -> None:
        if self._is_stopped():
            return
        raw, number, now, today = self.draft.raw, self._survey_id, self._context.clock.now(), self._context.clock.today()
        source = ImportSource(self._name(), self.draft.fingerprint)
        assert raw is not None

        def op(session: Session, control: JobControl) -> ImportOutcome:
            from app.services.import_answers import store_answers

            return store_answers(session, raw, number, source=source, now=now, today=today, progress=control)

        title = self.tr("Bringing in {file}").format(file=self._name())
        self._set_busy(title)
        self._follow(self._context.tasks.command(op, self._on_stored, owner=self, failed=self._on_failed, title=title))

    def _on_stored(self, outcome: ImportOutcome) -> None:
        self.draft.outcome = outcome
        self._set_busy("")
        self.stored.emit()

    def _on_backed_up_for_undo(self, _nothing: None) -> None:
        if self._is_stopped():
            return
        import_id, now, today = self._undoing, self._context.clock.now(), self._context.clock.today()

        def op(session: Session, control: JobControl) -> UndoneImport:
            from app.services.imports import undo_import

            return undo_import(session, import_id, now=now, today=today, progress=control)

        title = self.tr("Taking the answers out again")
        self._set_busy(title)
        self._follow(self._context.tasks.command(op, self._on_undone, owner=self, failed=self._on_failed, title=title))

    def _on_undone(self, undone: UndoneImport) -> None:
        self._set_busy("")
        self.undone.emit(undone)

    def _name(self) -> str:
        return self.draft.path.name if self.draft.path is not None else ""

    def _run(self, op: Callable[[JobControl], T], done: Callable[[T], None], replaces: str) -> None:
        self._follow(self._context.tasks.run(op, done, owner=self, failed=self._on_failed, title=self._busy, replaces=replaces))

    def _follow(self, job: Job) -> None:
        if not job.is_ended:
            # Only the latest piece of work can be stopped.
            self._job = job
            job.progressed.connect(self.progressed)

    def _is_stopped(self) -> bool:
        """A backup ends by itself; what was to follow does not begin when it was stopped meanwhile."""
        if self._job is None or not self._job.control.cancelled.is_set():
            return False
        self._job = None
        self._on_failed(Cancelled())
        return True

    def _set_busy(self, sentence: str) -> None:
        if sentence != self._busy:
            self._busy = sentence
            self.busy_changed.emit(sentence)

    def _on_failed(self, error: Exception) -> None:
        self._set_busy("")
        if isinstance(error, Cancelled):
            self.stopped.emit()
        else:
            self.failed.emit(error)
