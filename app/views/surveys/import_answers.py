"""The answers of a web form for a survey: the file, its columns, what to look at, the result. Nothing is stored before its button."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.entities import Entity
from app.domain.imports import UNDO_DAYS, ImportRow, UndoneImport
from app.domain.survey_rows import SurveyView
from app.domain.surveys import Audience
from app.jobs.job import JobControl
from app.views.importing.footer import Footer
from app.views.importing.import_banner import ImportBanner
from app.views.importing.import_undo import ImportUndo
from app.views.importing.list_file import choose_list_file
from app.views.importing.refused_file import save_refused
from app.views.importing.step_place import StepStack
from app.views.importing.words import grouped, rows_text
from app.views.moments import day_text
from app.views.surveys.import_answers_choices import UnmatchedCard
from app.views.surveys.import_answers_columns import AnswerColumns
from app.views.surveys.import_answers_desk import AnswersDesk
from app.views.surveys.import_answers_file import AnswerFile
from app.views.surveys.import_answers_rows import AnswerRows
from app.views.theme import Tone, theme_of
from app.views.widgets.buttons import LinkButton, NormalButton
from app.views.widgets.layouts import column, set_shown
from app.views.widgets.page_header import PageHeader
from app.views.widgets.steps import HorizontalSteps

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

FILE, COLUMNS, CHECK, RESULT = range(4)
FACT_FROM = 860


class ImportAnswersView(QWidget):
    """`open_with(file=Path)` begins with that file."""

    back_requested = Signal()
    place_requested = Signal(str)

    shows = frozenset({Entity.SURVEY, Entity.ANSWER, Entity.CUSTOMER, Entity.IMPORT})

    def __init__(self, context: AppContext, survey_id: int) -> None:
        super().__init__()
        self.survey_id = survey_id
        self._context = context
        self._step = FILE
        self._survey: SurveyView | None = None
        self.desk = AnswersDesk(context, survey_id, self)
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self._go(FILE)

    @property
    def step(self) -> int:
        """FILE, COLUMNS, CHECK or RESULT."""
        return self._step

    def open_with(self, file: Path) -> None:
        self.open_file(file)

    def open_file(self, path: Path) -> None:
        """Read the top of the file and go on to its columns."""
        self._banner.hide()
        self.desk.open(path)

    def refresh(self) -> None:
        number = self.survey_id

        def op(session: Session, _control: JobControl) -> tuple[SurveyView, list[ImportRow]]:
            from app.queries.imports import answer_imports
            from app.queries.surveys import survey_view

            return survey_view(session, number), answer_imports(session, number)

        self._context.tasks.query(op, self._on_survey, owner=self, failed=self._on_failed, replaces="survey")

    def trigger_primary(self) -> None:
        if self._step == FILE:
            self.file.drop.choose.click()
        elif self.footer.primary.isEnabled():
            self.footer.primary.click()

    def go_back(self) -> bool:
        if self._step not in (COLUMNS, CHECK) or self.desk.busy:
            return False
        self._go(self._step - 1)
        return True

    def may_leave(self, _go: Callable[[], None]) -> bool:
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_fact()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        urls = event.mimeData().urls()
        if not self.desk.busy and len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()
            self.file.set_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.file.set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.file.set_over(False)
        event.acceptProposedAction()
        self.open_file(Path(event.mimeData().urls()[0].toLocalFile()))

    def _build(self) -> None:
        self.header = PageHeader(self.tr("Answers of a web form"), is_title_long=True)
        self.back = self.header.add_back(self.tr("Back"))
        self.steps = HorizontalSteps([self.tr("File"), self.tr("Match columns"), self.tr("Check"), self.tr("Result")])
        self.header.add(self.steps)
        self._banner = ImportBanner()
        self._undo_import = ImportUndo(self._context, self)
        self.file = AnswerFile(self._context.clock)
        self.columns = AnswerColumns()
        self.unmatched = UnmatchedCard()
        self.check, self.result = AnswerRows(self.unmatched), AnswerRows()
        self._stack = StepStack((self.file, self.columns, self.check, self.result))
        self.footer = Footer()
        self._undo = LinkButton(self.tr("Undo this import"), "undo-2")
        self._again = LinkButton(self.tr("Another file"), "upload")
        self._save = NormalButton(self.tr("Save the rows left out"), "download")
        self.footer.set_ways((self._undo, self._again, self._save))
        layout = column(self.header, self._banner, gap=12, margins=(24, 16, 24, 16))
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.footer)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.steps.step_clicked.connect(self._on_step_clicked)
        self.file.choose_requested.connect(self._on_choose)
        self.file.continue_requested.connect(partial(self._go, COLUMNS))
        self.file.undo_requested.connect(self._ask_undo)
        self.columns.target_chosen.connect(self._on_target)
        self.columns.reading_chosen.connect(self.desk.reopen)
        self.unmatched.meaning_chosen.connect(self.desk.choose_meaning)
        self._undo.clicked.connect(self._on_undo_this)
        self._again.clicked.connect(self._on_again)
        self._save.clicked.connect(self._on_save)
        self.footer.back.clicked.connect(self.go_back)
        self.footer.primary.clicked.connect(self._on_primary)
        self.footer.cancel_requested.connect(self.desk.cancel)
        self.desk.busy_changed.connect(self._on_busy)
        self.desk.progressed.connect(self.footer.set_progress)
        self.desk.opened.connect(self._on_opened)
        self.desk.was_read.connect(self._on_read)
        self.desk.stored.connect(self._on_stored)
        self.desk.undone.connect(self._on_undone)
        self.desk.stopped.connect(self._banner.say_stopped)
        self.desk.failed.connect(self._on_failed)
        theme_of(self).changed.connect(self._show_fact)

    def _go(self, step: int) -> None:
        self._step = step
        self.steps.set_current(step)
        for place in range(step):
            # What was stored is not gone back to.
            self.steps.button(place).setEnabled(step != RESULT)
        self._stack.setCurrentIndex(step)
        path = self.desk.draft.path
        self.file.set_file(path.name if path is not None and self.desk.draft.form is not None and step == FILE else "")
        self._show_fact()
        self._show_footer()

    def _show_fact(self) -> None:
        if self.width() < theme_of(self).px(FACT_FROM):
            self.header.set_fact("")
            return
        title = self._survey.content.title if self._survey is not None else ""
        path = self.desk.draft.path if self._step != FILE else None
        self.header.set_fact("・".join(part for part in (title, path.name if path is not None else "") if part))

    def _show_footer(self) -> None:
        back = {COLUMNS: self.tr("Back: File"), CHECK: self.tr("Back: Match columns")}
        idle = not self.desk.busy
        set_shown(self.footer, self._step != FILE or not idle)
        set_shown(self.footer.back, self._step in back)
        self.footer.back.setText(back.get(self._step, ""))
        self.footer.back.setEnabled(idle)
        safe = self.tr("A backup is made first. It can be undone for {days} days.").format(days=UNDO_DAYS)
        self.footer.set_safe(safe if self._step == CHECK else "")
        self.footer.show_ways(shown=self._step == RESULT and idle)
        outlook = self.desk.draft.outlook
        accepted = outlook.accepted if outlook is not None else 0
        words = {
            COLUMNS: self.tr("Next: Check"),
            CHECK: self.tr("Bring in {rows}").format(rows=rows_text(accepted)),
            RESULT: self.tr("See the results"),
        }
        can = {COLUMNS: self.columns.is_complete(), CHECK: accepted > 0, RESULT: True}
        set_shown(self.footer.primary, self._step != FILE)
        self.footer.primary.setText(words.get(self._step, ""))
        self.footer.primary.setEnabled(idle and can.get(self._step, False))

    def _audience(self) -> Audience:
        return self._survey.audience if self._survey is not None else Audience.CUSTOMERS

    # what the user does

    def _on_choose(self) -> None:
        path = choose_list_file(self, self._context)
        if path is not None:
            self.open_file(path)

    def _on_step_clicked(self, step: int) -> None:
        if self._step != RESULT and not self.desk.busy:
            self._go(step)

    def _on_target(self, place: int, target: str) -> None:
        self.desk.choose_target(place, target)
        if self.desk.survey is not None:
            self.columns.show_draft(self.desk.draft, self.desk.survey.content)
        self._show_footer()

    def _on_primary(self) -> None:
        if self._step == RESULT:
            self.place_requested.emit("results")
            return
        self._banner.hide()
        if self._step == COLUMNS:
            self.desk.read()
        elif self._step == CHECK:
            self.desk.store()

    def _on_again(self) -> None:
        self.desk.forget()
        self._banner.hide()
        self._go(FILE)

    def _on_save(self) -> None:
        draft = self.desk.draft
        if draft.outcome is not None and draft.path is not None:
            save_refused(self, self._context, draft.path, draft.outcome.refused)

    def _on_undo_this(self) -> None:
        outcome = self.desk.draft.outcome
        if outcome is None:
            return
        survey_id, number = self.survey_id, outcome.import_id

        def op(session: Session, _control: JobControl) -> ImportRow | None:
            from app.queries.imports import answer_imports

            return next((row for row in answer_imports(session, survey_id) if row.id == number), None)

        self._context.tasks.query(op, self._ask_undo, owner=self)

    def _ask_undo(self, past: ImportRow | None) -> None:
        if past is not None and self._undo_import.is_wanted(past):
            self._banner.hide()
            self.desk.undo(past.id)

    # what has happened

    def _on_survey(self, found: tuple[SurveyView, list[ImportRow]]) -> None:
        self._survey, past = found
        self.file.set_imports(past)
        self._show_fact()

    def _on_busy(self, sentence: str) -> None:
        self.footer.set_busy(sentence)
        self._stack.set_busy(bool(sentence))
        self._show_footer()

    def _on_opened(self) -> None:
        draft, survey = self.desk.draft, self.desk.survey
        if survey is None:
            return
        self.columns.show_draft(draft, survey.content)
        self._go(COLUMNS)
        if draft.before is not None:
            day = day_text(draft.before.at.astimezone(self._context.clock.zone()).date(), today=self._context.clock.today())
            title = self.tr("This very file was imported before, on {day}").format(day=day)
            self._banner.say(Tone.WARN, title, self.tr("Answers that came in then are not taken twice."))
        else:
            self._banner.hide()

    def _on_read(self) -> None:
        draft, survey = self.desk.draft, self.desk.survey
        if draft.outlook is None or draft.reading is None or survey is None:
            return
        self.check.show_outlook(draft.outlook, draft.reading, self._audience())
        self.unmatched.show_unmatched(draft.unmatched(), survey.content)
        if self._step == CHECK:
            self._show_footer()
        else:
            self._go(CHECK)
            self.check.take_keyboard()

    def _on_stored(self) -> None:
        outcome = self.desk.draft.outcome
        if outcome is None:
            return
        self.result.show_outcome(outcome, self._audience())
        set_shown(self._save, bool(outcome.refused))
        self._go(RESULT)
        self._context.messages.toast(grouped(self.tr("%n answer(s) came in", "", outcome.accepted), outcome.accepted), is_bulk=True)

    def _on_undone(self, undone: UndoneImport) -> None:
        self._undo_import.tell(undone)
        self.desk.forget()
        self._go(FILE)

    def _on_failed(self, error: Exception) -> None:
        self._banner.say_failure(self._context.messages, error)
