"""The import wizard: the file, its columns, what has to be decided, the result. Nothing is stored before the button of step 3."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

from app.context import AppContext
from app.domain.entities import Entity
from app.domain.formats import CountUnit, format_count
from app.domain.imports import UNDO_DAYS, ImportKind, ImportRow, UndoneImport
from app.jobs.job import JobControl
from app.views.importing.check_step import CheckStep
from app.views.importing.columns_step import ColumnsStep
from app.views.importing.desk import ImportDesk
from app.views.importing.file_step import FileStep
from app.views.importing.footer import Footer
from app.views.importing.import_banner import ImportBanner
from app.views.importing.import_undo import ImportUndo
from app.views.importing.list_file import choose_list_file
from app.views.importing.refused_file import save_refused
from app.views.importing.result_step import ResultStep
from app.views.importing.step_place import StepStack
from app.views.importing.words import grouped, rows_text, separator_word
from app.views.moments import day_text, language
from app.views.pages.page import Page
from app.views.theme import Tone
from app.views.widgets.layouts import column, set_shown
from app.views.widgets.page_header import PageHeader
from app.views.widgets.steps import HorizontalSteps

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

FILE, COLUMNS, CHECK, RESULT = range(4)


class ImportPage(Page):
    """`open_with(file=Path)` begins with that file; `open_with(kind=ImportKind)` asks for a list of that kind."""

    name = "import"
    shows = frozenset({Entity.IMPORT})

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.desk = ImportDesk(context, self)
        self._step = FILE
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self._go(FILE)

    def open_with(self, **arguments: Any) -> None:
        kind = arguments.get("kind")
        if isinstance(kind, ImportKind) and not self.desk.busy:
            self._begin_anew(kind)
        if (file := arguments.get("file")) is not None:
            self.open_file(Path(file))

    def open_file(self, path: Path) -> None:
        """Read the top of the file and go on to its columns."""
        self._banner.hide()
        self.desk.open(path, self._file_step.wanted_kind())

    def refresh(self) -> None:
        def op(session: Session, _control: JobControl) -> list[ImportRow]:
            from app.queries.imports import import_rows

            return import_rows(session)

        self.context.tasks.query(op, self._on_imports, owner=self, replaces="imports")

    def trigger_primary(self) -> None:
        if self._step == FILE:
            self._file_step.drop.choose.click()
        elif self._footer.primary.isEnabled():
            self._footer.primary.click()

    def go_back(self) -> bool:
        if self._step not in (COLUMNS, CHECK) or self.desk.busy:
            return False
        self._go(self._step - 1)
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self.desk.busy and len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()
            self._file_step.set_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._file_step.set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._file_step.set_over(False)
        event.acceptProposedAction()
        self.open_file(Path(event.mimeData().urls()[0].toLocalFile()))

    def _build(self) -> None:
        self._header = PageHeader(self.tr("Import"))
        self._steps = HorizontalSteps([self.tr("File"), self.tr("Match columns"), self.tr("Check"), self.tr("Result")])
        self._header.add(self._steps)
        self._banner = ImportBanner()
        self._undo_import = ImportUndo(self.context, self)
        self._file_step = FileStep(self.context.clock)
        self._columns_step = ColumnsStep()
        self._check_step = CheckStep(self.desk, self.context.clock)
        self._result_step = ResultStep()
        self._stack = StepStack((self._file_step, self._columns_step, self._check_step, self._result_step))
        self._footer = Footer()
        self._footer.set_ways(self._result_step.ways())
        layout = column(self._header, self._banner, gap=12, margins=(24, 16, 24, 16))
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._footer)
        self.setLayout(layout)

    def _connect(self) -> None:
        self._steps.step_clicked.connect(self._on_step_clicked)
        self._file_step.choose_requested.connect(self._on_choose)
        self._file_step.continue_requested.connect(self._on_continue)
        self._file_step.undo_requested.connect(self._on_undo_requested)
        self._columns_step.kind_chosen.connect(self.desk.choose_kind)
        self._columns_step.preset_chosen.connect(self.desk.choose_preset)
        self._columns_step.reading_chosen.connect(self.desk.reopen)
        self._columns_step.target_chosen.connect(self._on_target)
        self._columns_step.creates_chosen.connect(self._on_creates)
        self._check_step.changed.connect(self._show_footer)
        self._result_step.save_requested.connect(self._on_save_refused)
        self._result_step.undo_requested.connect(self._on_undo_this)
        self._result_step.again_requested.connect(self._on_again)
        self._result_step.customers_requested.connect(self._on_customers)
        self._footer.back.clicked.connect(self.go_back)
        self._footer.primary.clicked.connect(self._on_primary)
        self._footer.cancel_requested.connect(self.desk.cancel)
        self.desk.busy_changed.connect(self._on_busy)
        self.desk.progressed.connect(self._footer.set_progress)
        self.desk.file_opened.connect(self._on_file_opened)
        self.desk.list_read.connect(self._on_list_read)
        self.desk.stored.connect(self._on_stored)
        self.desk.undone.connect(self._on_undone)
        self.desk.stopped.connect(self._banner.say_stopped)
        self.desk.failed.connect(self._on_failed)

    # where we are

    def _go(self, step: int) -> None:
        self._step = step
        self._steps.set_current(step)
        for place in range(step):
            # What was stored is not gone back to.
            self._steps.button(place).setEnabled(step != RESULT)
        self._stack.setCurrentIndex(step)
        opened = self.desk.draft.opened
        self._file_step.set_file(opened.path.name if opened is not None else "")
        if step in (COLUMNS, CHECK, RESULT):
            self._header.set_fact(self._fact())
        else:
            self._header.set_fact("")
        self._show_footer()

    def _show_footer(self) -> None:
        back = {COLUMNS: self.tr("Back: File"), CHECK: self.tr("Back: Match columns")}
        set_shown(self._footer.back, self._step in back)
        self._footer.back.setText(back.get(self._step, ""))
        set_shown(self._footer.primary, self._step != FILE)
        safe = self.tr("A backup is made first. It can be undone for {days} days.").format(days=UNDO_DAYS)
        self._footer.set_safe(safe if self._step == CHECK else "")
        set_shown(self._footer, self._step != FILE or bool(self.desk.busy))
        idle = not self.desk.busy
        self._footer.show_ways(shown=self._step == RESULT and idle)
        if self._step == COLUMNS:
            self._footer.primary.setText(self.tr("Next: Check"))
            self._footer.primary.setEnabled(idle and self._columns_step.is_complete())
        elif self._step == CHECK:
            self._footer.primary.setText(self._check_step.primary_text())
            self._footer.primary.setEnabled(idle and self._check_step.count() > 0)
        elif self._step == RESULT:
            self._footer.primary.setText(self._way_on()[1])
            self._footer.primary.setEnabled(idle)
        self._footer.back.setEnabled(idle)

    def _fact(self) -> str:
        opened = self.desk.draft.opened
        if opened is None:
            return ""
        from app.exchange.source import ENCODINGS

        facts = opened.table.facts
        rows = rows_text(self._rows_in_file(facts.row_count))
        how = ENCODINGS[facts.encoding] if facts.encoding else facts.sheet
        parts = [opened.path.name, rows, how]
        if facts.separator and facts.separator != ",":
            parts.append(separator_word(facts.separator))
        return "・".join(part for part in parts if part)

    def _way_on(self) -> tuple[str, str]:
        """The page on which what came in stands, and the word for going there."""
        if self.desk.draft.products is not None:
            return "products", self.tr("See the products")
        if self.desk.draft.contracts is not None:
            return "contracts", self.tr("See the contracts")
        return "insights", self.tr("See the figures")

    def _rows_in_file(self, estimate: int) -> int:
        """How many there are, as soon as they have been read."""
        draft = self.desk.draft
        reading = draft.reading
        return reading.rows_read + len({error.row for error in reading.refused if not error.field}) if reading is not None else estimate

    def _begin_anew(self, kind: ImportKind | None) -> None:
        """At the first step; a file whose import is not finished can still be gone on with."""
        if self._step == RESULT:
            self.desk.forget()
        self._banner.hide()
        self._file_step.set_wanted_kind(kind)
        self._go(FILE)

    # what the user does

    def _on_choose(self) -> None:
        path = choose_list_file(self, self.context)
        if path is not None:
            self.open_file(path)

    def _on_continue(self) -> None:
        self._go(COLUMNS)

    def _on_step_clicked(self, step: int) -> None:
        if self._step != RESULT and not self.desk.busy:
            self._go(step)

    def _on_target(self, place: int, target: str) -> None:
        self.desk.choose_target(place, target)
        self._columns_step.show_draft(self.desk.draft)
        self._show_footer()

    def _on_creates(self, creates: object) -> None:
        self.desk.draft.creates = bool(creates)

    def _on_primary(self) -> None:
        if self._step == COLUMNS:
            self._banner.hide()
            self.desk.read()
        elif self._step == CHECK:
            self._banner.hide()
            self.desk.store()
        elif self._step == RESULT:
            self.context.navigate.show_page(self._way_on()[0])

    def _on_again(self) -> None:
        self._begin_anew(None)

    def _on_customers(self) -> None:
        self.context.navigate.show_page("customers")

    def _on_save_refused(self) -> None:
        draft = self.desk.draft
        if draft.outcome is not None and draft.path is not None:
            save_refused(self, self.context, draft.path, draft.outcome.refused)

    def _on_undo_this(self) -> None:
        outcome = self.desk.draft.outcome
        if outcome is None:
            return
        number = outcome.import_id

        def op(session: Session, _control: JobControl) -> ImportRow | None:
            from app.queries.imports import import_rows

            return next((row for row in import_rows(session) if row.id == number), None)

        self.context.tasks.query(op, self._on_undo_requested, owner=self)

    def _on_undo_requested(self, past: ImportRow | None) -> None:
        if past is not None and self._undo_import.is_wanted(past):
            self._banner.hide()
            self.desk.undo(past.id)

    # what has happened

    def _on_imports(self, rows: list[ImportRow]) -> None:
        self._file_step.set_imports(rows)

    def _on_busy(self, sentence: str) -> None:
        self._footer.set_busy(sentence)
        self._stack.set_busy(bool(sentence))
        self._show_footer()

    def _on_file_opened(self) -> None:
        draft = self.desk.draft
        self._columns_step.show_draft(draft)
        self._go(COLUMNS)
        if draft.before is not None:
            day = day_text(draft.before.at.astimezone(self.context.clock.zone()).date(), today=self.context.clock.today())
            title = self.tr("This very file was imported before, on {day}").format(day=day)
            self._banner.say(Tone.WARN, title, self.tr("Going on looks for the same people and receipts again. You can stop at any time."))
        else:
            self._banner.hide()

    def _on_list_read(self) -> None:
        self._check_step.show_draft()
        if self._step != CHECK:
            self._go(CHECK)
            self._check_step.take_keyboard()
        else:
            self._show_footer()

    def _on_stored(self) -> None:
        outcome = self.desk.draft.outcome
        if outcome is None:
            return
        self._result_step.show_draft(self.desk.draft)
        self._go(RESULT)
        self.context.messages.toast(grouped(self.tr("%n row(s) was/were imported", "", outcome.accepted), outcome.accepted), is_bulk=True)

    def _on_undone(self, undone: UndoneImport) -> None:
        self._undo_import.tell(undone)
        self.desk.forget()
        self._go(FILE)
        if undone.kept:
            kept = format_count(undone.kept, CountUnit.CUSTOMERS, language())
            self._banner.say(
                Tone.INFO,
                self.tr("{count} stayed").format(count=kept),
                self.tr("Something was recorded for them after the import: a visit, a note or a card."),
            )

    def _on_failed(self, error: Exception) -> None:
        self._banner.say_failure(self.context.messages, error)
