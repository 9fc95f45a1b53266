"""Keeping a template: never over what somebody else has made of it meanwhile without asking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.context import AppContext
from app.domain.templates import Template, TemplateOutcome
from app.jobs.job import JobControl
from app.views.designer.elements_words import element_titles
from app.views.designer.name_dialog import NameDialog

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class _Answer:
    """`outcome` None: something else lies there than was known, and nothing was saved. `there`: what lies there now, if anything.
    `faults`: names of the parts that keep it from being printed, empty for the template itself."""

    outcome: TemplateOutcome | None
    there: Template | None
    template: Template
    faults: tuple[str, ...] = ()


class Saving(QObject):
    """`saved`: this template is in the database now; `saved_as`: the key of a new one; `stopped`: it was not saved."""

    saved = Signal(object)
    saved_as = Signal(str)
    stopped = Signal()

    def __init__(self, context: AppContext, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._over = over
        self.known: Template | None = None
        self.own_fields: Sequence[str] = ()
        self.is_busy = False

    def save(self, template: Template) -> None:
        """Asks first where the database has something else than `known`."""
        self._save(template, is_sure=False)

    def save_as(self, template: Template) -> None:
        """Under a new name, beside the one that is there."""
        body = self.tr("The template you opened stays as it was saved last.")
        name = self.tr("{name} (copy)").format(name=template.name)
        dialog = NameDialog(self._over, self.tr("Save as a new template"), body, name, self.tr("Save as a new template"))
        is_sure = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if not is_sure or not dialog.name():
            return
        one, now = replace(template, name=dialog.name()), self._context.clock.now()

        def op(session: Session, _control: JobControl) -> TemplateOutcome:
            from app.services.templates import add_template

            return add_template(session, one, now=now)

        self._context.tasks.command(op, self._on_saved_as, owner=self, initiator=self._over)

    def _save(self, template: Template, *, is_sure: bool) -> None:
        if self.is_busy:
            return
        self.is_busy = True
        known, now, own_fields = self.known, self._context.clock.now(), frozenset(self.own_fields)

        def op(session: Session, _control: JobControl) -> _Answer:
            from app.printing.template_faults import faults_of
            from app.queries.templates import find_template
            from app.services.templates import save_template

            row = find_template(session, template.key, template.language)
            there = row.template if row is not None else None
            if there != known and there != template and not is_sure:
                return _Answer(None, there, template)
            outcome = save_template(session, template, now=now)
            row = find_template(session, template.key, template.language)
            faults = tuple(fault.element for fault in faults_of(template, own_fields))
            return _Answer(outcome, row.template if row is not None else None, template, faults)

        self._context.tasks.command(op, self._on_answer, owner=self, initiator=self._over, failed=self._on_failed)

    def _on_answer(self, answer: _Answer) -> None:
        self.is_busy = False
        if answer.outcome is None:
            self._ask_over(answer)
            return
        self.known = answer.there
        if answer.outcome.action_id is not None:
            words = self._saved_words(answer.template, answer.faults)
            self._context.messages.toast(words, undo_action_id=answer.outcome.action_id, is_bulk=bool(answer.faults))
        self.saved.emit(answer.template)

    def _saved_words(self, template: Template, faults: Sequence[str]) -> str:
        if not faults:
            return self.tr("The template {name} is saved").format(name=template.name)
        page = next((one.page for one in template.elements if one.name == faults[0]), 0)
        part = element_titles(template, page).get(faults[0], "")
        if part:
            words = self.tr("{name} is saved, but nothing can be printed with it until this part is corrected: {part}")
            return words.format(name=template.name, part=part)
        words = self.tr("{name} is saved, but nothing can be printed with it until what is said below the paper is corrected")
        return words.format(name=template.name)

    def _ask_over(self, answer: _Answer) -> None:
        if answer.there is None:
            question = self.tr("Save the template {name} although it was deleted?")
            body = self.tr("It was deleted elsewhere while you were changing it. If you save it, it is there again.")
            danger = self.tr("Save it again")
        else:
            question = self.tr("Save over the other change of {name}?")
            body = self.tr(
                "The template was changed elsewhere while you were changing it. If you save now, that change is lost. "
                "You can also keep both: “Save as a new template” in the menu."
            )
            danger = self.tr("Save over it")
        question = question.format(name=answer.template.name)
        if self._context.messages.confirm(question, body, safe=self.tr("Do not save yet"), danger=danger):
            self._save(answer.template, is_sure=True)
        else:
            self.stopped.emit()

    def _on_failed(self, error: Exception) -> None:
        self.is_busy = False
        self._context.messages.error(error)
        self.stopped.emit()

    def _on_saved_as(self, outcome: TemplateOutcome) -> None:
        self._context.messages.toast(self.tr("It is saved as a new template"), undo_action_id=outcome.action_id)
        self.saved_as.emit(outcome.key)
