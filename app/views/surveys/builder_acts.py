"""What the builder does besides typing: paper and people, rules, the other language, a file to show."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.context import AppContext
from app.domain.survey_beginnings import everything
from app.domain.survey_edits import in_language
from app.domain.survey_prints import SheetShop
from app.domain.survey_rows import SurveyOutcome
from app.domain.survey_sheets import SheetChoice
from app.domain.surveys import SurveyContent, SurveyRules
from app.domain.text import as_file_name
from app.jobs.job import JobControl

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

FOLDER = "survey_folder"


class BuilderActs(QObject):
    """`translated`: the survey on a sheet of the other language."""

    translated = Signal(object)

    def __init__(self, context: AppContext, over: QWidget, survey_id: int) -> None:
        super().__init__(over)
        self._context = context
        self._over = over
        self._survey_id = survey_id

    def keep_choice(self, choice: SheetChoice, *, is_open: bool) -> None:
        """How it will be printed; nothing is said of it."""
        survey_id = self._survey_id

        def op(session: Session, _control: JobControl) -> None:
            from app.services.surveys import keep_choice

            keep_choice(session, survey_id, choice, is_open=is_open)

        self._context.tasks.command(op, None, owner=self, initiator=self._over)

    def change_rules(self, rules: SurveyRules) -> None:
        survey_id, now = self._survey_id, self._context.clock.now()

        def op(session: Session, _control: JobControl) -> SurveyOutcome:
            from app.services.surveys import change_rules

            return change_rules(session, survey_id, rules, now=now)

        self._context.tasks.command(op, self._on_rules, owner=self)

    def translate(self, content: SurveyContent, language: str) -> None:
        def op(_control: JobControl) -> SurveyContent:
            from app.printing.survey_templates import survey_templates

            here, there = survey_templates(content.language), survey_templates(language)
            ready = {one.key: one.content for one in there}
            pairs = [(everything(content.language), everything(language))]
            pairs += [(one.content, ready[one.key]) for one in here if one.key in ready]
            return in_language(content, language, pairs)

        self._context.tasks.run(op, self.translated.emit, owner=self)

    def make_pdf(self, content: SurveyContent, choice: SheetChoice, shop: SheetShop) -> None:
        """The sheet without anybody's code, as a file."""
        folder = Path(self._context.settings.remembered(FOLDER, str(Path.home())))
        name = as_file_name(content.title) or self.tr("Survey")
        title, kinds = self.tr("Save the sheet as a PDF"), self.tr("PDF (*.pdf)")
        chosen, _kind = QFileDialog.getSaveFileName(self._over, title, str(folder / f"{name}.pdf"), kinds)
        if not chosen:
            return
        path = Path(chosen)
        self._context.settings.remember(FOLDER, str(path.parent))

        def op(_control: JobControl) -> str:
            from app.printing.survey_layout import lay_out
            from app.printing.survey_sheets import draw_blank

            path.write_bytes(draw_blank(lay_out(content, choice), shop))
            return path.name

        self._context.tasks.run(op, self._on_pdf, owner=self)

    def _on_rules(self, outcome: SurveyOutcome) -> None:
        if outcome.action_id is not None:
            self._context.messages.toast(self.tr("The rules of the survey are changed"), undo_action_id=outcome.action_id)

    def _on_pdf(self, name: str) -> None:
        self._context.messages.toast(self.tr("The sheet is saved in {file}").format(file=name))
