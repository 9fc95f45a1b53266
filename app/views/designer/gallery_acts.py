"""What is done with a template as a whole: copied, renamed, taken away, brought in and out. Each act says so, and can be undone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.context import AppContext
from app.domain.template_beginnings import new_template
from app.domain.templates import KIND_PAPERS, Template, TemplateKind, TemplateOutcome, TemplateRow
from app.domain.text import as_file_name
from app.jobs.job import JobControl
from app.views.designer.elements_words import template_kind_word
from app.views.moments import language

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

FOLDER = "template_folder"
SUFFIX = ".json"
Done = Callable[[TemplateOutcome], None]


class GalleryActs(QObject):
    """`kept`: the key of a template that is there now, to be stood on. `made`: of a new one, to be opened."""

    kept = Signal(str)
    made = Signal(str)

    def __init__(self, context: AppContext, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._over = over

    def make(self, kind: TemplateKind, paper: str = "") -> None:
        """A new one with a good beginning; `paper` empty: what the kind usually has."""
        now, spoken = self._context.clock.now(), language()
        paper = paper or KIND_PAPERS[kind][0]
        name = self.tr("New template ({kind})").format(kind=template_kind_word(kind))

        def op(session: Session, _control: JobControl) -> TemplateOutcome:
            from app.printing.geometry import PAPERS
            from app.services.templates import add_template

            size = PAPERS[paper]
            return add_template(session, new_template(kind, spoken, name, paper, (size.width, size.height)), now=now)

        self._context.tasks.command(op, partial(self._on_made, name), owner=self._over)

    def copy(self, row: TemplateRow) -> None:
        now, template = self._context.clock.now(), row.template
        name = self.tr("{name} (copy)").format(name=template.name)

        def op(session: Session, _control: JobControl) -> TemplateOutcome:
            from app.services.templates import copy_template

            return copy_template(session, template, name, now=now)

        self._context.tasks.command(op, partial(self._on_copied, name), owner=self._over)

    def rename(self, template: Template, name: str) -> None:
        now, key, spoken = self._context.clock.now(), template.key, template.language

        def op(session: Session, _control: JobControl) -> TemplateOutcome:
            from app.services.templates import rename_template

            return rename_template(session, key, spoken, name, now=now)

        self._context.tasks.command(op, partial(self._on_renamed, name), owner=self._over)

    def take_back(self, row: TemplateRow) -> None:
        """One of the shop's own goes; one of the program's is as it came with it."""
        now, key, spoken = self._context.clock.now(), row.template.key, row.template.language

        def op(session: Session, _control: JobControl) -> int:
            from app.services.templates import reset_template

            return reset_template(session, key, spoken, now=now)

        self._context.tasks.command(op, partial(self._on_taken_back, row), owner=self._over)

    def export(self, template: Template) -> None:
        path = self._folder() / f"{as_file_name(template.name) or 'template'}{SUFFIX}"
        chosen, _kind = QFileDialog.getSaveFileName(self._over, self.tr("Export the template"), str(path), self._file_kinds())
        if not chosen:
            return
        path = Path(chosen)
        self._context.settings.remember(FOLDER, str(path.parent))

        def op(_control: JobControl) -> str:
            from app.services.templates import export_template

            export_template(template, path)
            return path.name

        self._context.tasks.run(op, self._on_exported, owner=self._over)

    def bring_in(self) -> None:
        """From a file; the same template again is the one that is there."""
        title, kinds = self.tr("Import a template"), self._file_kinds()
        chosen, _kind = QFileDialog.getOpenFileName(self._over, title, str(self._folder()), kinds)
        if not chosen:
            return
        path = Path(chosen)
        self._context.settings.remember(FOLDER, str(path.parent))

        def op(_control: JobControl) -> Template:
            from app.services.templates import read_template

            return read_template(path)

        self._context.tasks.run(op, self._on_read, owner=self._over)

    def _on_read(self, template: Template) -> None:
        now = self._context.clock.now()

        def op(session: Session, _control: JobControl) -> TemplateOutcome:
            from app.services.templates import bring_in

            return bring_in(session, template, now=now)

        self._context.tasks.command(op, partial(self._on_brought_in, template), owner=self._over)

    def _on_made(self, name: str, outcome: TemplateOutcome) -> None:
        self._say(self.tr("The template {name} is made").format(name=name), outcome.action_id)
        self.made.emit(outcome.key)

    def _on_copied(self, name: str, outcome: TemplateOutcome) -> None:
        self._say(self.tr("Copied as {name}").format(name=name), outcome.action_id)
        self.kept.emit(outcome.key)

    def _on_renamed(self, name: str, outcome: TemplateOutcome) -> None:
        if outcome.action_id is not None:
            self._say(self.tr("The template is now called {name}").format(name=name), outcome.action_id)
        self.kept.emit(outcome.key)

    def _on_taken_back(self, row: TemplateRow, action_id: int) -> None:
        words = self.tr("The template {name} is deleted") if row.is_own else self.tr("The template {name} is as it came with the program")
        self._say(words.format(name=row.template.name), action_id)

    def _on_brought_in(self, template: Template, outcome: TemplateOutcome) -> None:
        words = self.tr("The template {name} is already here") if outcome.action_id is None else self.tr("The template {name} is imported")
        if template.language != language():
            words += " " + self.tr("It is in the other language, and is offered when the program speaks it.")
        self._say(words.format(name=template.name), outcome.action_id)
        self.kept.emit(outcome.key)

    def _on_exported(self, file_name: str) -> None:
        self._say(self.tr("The template is saved in {file}").format(file=file_name), None)

    def _say(self, words: str, action_id: int | None) -> None:
        self._context.messages.toast(words, undo_action_id=action_id)

    def _folder(self) -> Path:
        return Path(self._context.settings.remembered(FOLDER, str(Path.home())))

    def _file_kinds(self) -> str:
        return self.tr("Template of Okaeri (*{suffix});;All files (*)").format(suffix=SUFFIX)
