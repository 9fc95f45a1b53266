"""The answers of a survey as a spreadsheet: noted first, then written."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from app.context import AppContext
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.survey_export import AnswerSheet, ExportWords
from app.domain.surveys import ResponseSource
from app.domain.text import as_file_name
from app.jobs.job import JobControl
from app.views.labels import label_of
from app.views.surveys.results_words import wave_in_title

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

SOURCES = {
    ResponseSource.KEYBOARD: QT_TRANSLATE_NOOP("SurveyExport", "typed in"),
    ResponseSource.SCAN: QT_TRANSLATE_NOOP("SurveyExport", "scanned"),
    ResponseSource.IMPORT: QT_TRANSLATE_NOOP("SurveyExport", "from a file"),
    ResponseSource.TALK: QT_TRANSLATE_NOOP("SurveyExport", "from a talk"),
}


class AnswersExport(QObject):
    """Belongs to the view of the results."""

    def __init__(self, context: AppContext, view: QWidget, survey_id: int) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._survey_id = survey_id

    def ask(self, title: str, wave: date | None) -> None:
        """For a place to write to, then write the answers of the wave there."""
        folder = Path(self._context.settings.remembered("export_folder", str(Path.home())))
        name = as_file_name(self.tr("{title} {wave}").format(title=title, wave=wave_in_title(wave)))
        chosen, _kind = QFileDialog.getSaveFileName(
            self._view, self.tr("Save the answers"), str(folder / f"{name}.csv"), self.tr("CSV for Excel (*.csv);;Excel (*.xlsx)")
        )
        if chosen:
            path = Path(chosen)
            self._context.settings.remember("export_folder", str(path.parent))
            self.write(path, title, wave)

    def write(self, path: Path, title: str, wave: date | None) -> None:
        """A line for each sheet, as its questions stand on it; a toast says when it is done."""
        now, who, number, words = self._context.clock.now(), self._context.settings.user_name, self._survey_id, self._words()

        def log(session: Session, _control: JobControl) -> AnswerSheet:
            from app.queries.survey_export import answer_sheet
            from app.services.exports import log_list_export

            sheet = answer_sheet(session, number, words, wave=wave)
            log_list_export(session, title, len(sheet.rows), sheet.header, who=who, now=now)
            return sheet

        def on_logged(sheet: AnswerSheet) -> None:
            def put(control: JobControl) -> int:
                from app.exchange.export import ExportStyle, write_table

                return write_table(path, sheet.header, sheet.rows, style=ExportStyle.EXCEL, progress=control)

            self._context.tasks.run(put, lambda rows: self._on_written(path, rows), owner=self._view, title=self.tr("Saving the answers"))

        self._context.tasks.command(log, on_logged, owner=self._view)

    def _on_written(self, path: Path, rows: int) -> None:
        self._context.messages.toast(self.tr("%n answer(s) are saved in {file}", "", rows).format(file=path.name))

    def _words(self) -> ExportWords:
        return ExportWords(
            day=self.tr("Day"),
            wave=self.tr("Wave"),
            code=self.tr("Customer number"),
            name=self.tr("Customer"),
            sheet=self.tr("Sheet"),
            source=self.tr("How it came in"),
            staff=self.tr("In charge"),
            tags=self.tr("Tags"),
            other=self.tr("Other"),
            between=self.tr(", "),
            sources={source: label_of(source, SOURCES, "SurveyExport") for source in ResponseSource},
        )
