"""What is done with a campaign's result as a whole: printed, handed out as rows, done again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.context import AppContext
from app.domain.measure_view import KindResults, MeasureResult, RawRow, ResultSheet
from app.domain.measures import MeasureOutcome
from app.domain.text import as_file_name
from app.jobs.job import JobControl
from app.views.measures.result_money import MoneyCard
from app.views.measures.result_next import NextCard
from app.views.measures.result_words import ResultWords
from app.views.moments import language
from app.views.theme import Tone

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

FOLDER = "export_folder"
_TONES = {Tone.OK: "good", Tone.DANGER: "bad"}


class ResultActs(QObject):
    """`copied`: a new draft that begins as this campaign."""

    copied = Signal(int)

    def __init__(self, context: AppContext, view: QWidget) -> None:
        super().__init__(view)
        self._context = context
        self._view = view

    def ask_pdf(self, name: str, sheet: ResultSheet, words: ResultWords) -> None:
        path = self._asked(self.tr("Save the result as a PDF"), f"{as_file_name(name)}.pdf", self.tr("PDF (*.pdf)"))
        if path is not None:
            self.write_pdf(path, sheet, words)

    def write_pdf(self, path: Path, sheet: ResultSheet, words: ResultWords) -> None:
        """One page of A4, worked out on a worker."""
        result, chart_words, spoken = words.result, words.chart_words(), language()

        def op(_control: JobControl) -> str:
            from app.reports.measure_result import result_pdf

            path.write_bytes(result_pdf(result, chart_words, sheet, spoken))
            return path.name

        self._context.tasks.run(op, self._on_pdf, owner=self._view, title=self.tr("Putting the result on paper"))

    def ask_rows(self, result: MeasureResult) -> None:
        kinds = self.tr("CSV for Excel (*.csv);;Excel (*.xlsx)")
        path = self._asked(self.tr("Save the rows to check it by"), f"{as_file_name(result.name)}.csv", kinds)
        if path is not None:
            self.write_rows(path, result)

    def write_rows(self, path: Path, result: MeasureResult) -> None:
        """The raw rows, noted as an export first."""
        now, today, who, number = (
            self._context.clock.now(),
            self._context.clock.today(),
            self._context.settings.user_name,
            result.measure_id,
        )

        def log(session: Session, _control: JobControl) -> tuple[RawRow, ...]:
            from app.exchange.measure_rows import HEADER
            from app.queries.measure_results import raw_rows
            from app.services.exports import log_list_export

            rows = raw_rows(session, number, today)
            log_list_export(session, result.name, len(rows), HEADER, who=who, now=now)
            return rows

        def on_logged(rows: tuple[RawRow, ...]) -> None:
            def put(_control: JobControl) -> int:
                from app.exchange.measure_rows import write_measure_rows

                return write_measure_rows(path, rows)

            self._context.tasks.run(put, lambda count: self._on_rows(path, count), owner=self._view, title=self.tr("Saving the rows"))

        self._context.tasks.command(log, on_logged, owner=self._view)

    def do_again(self, measure_id: int) -> None:
        now = self._context.clock.now()

        def op(session: Session, _control: JobControl) -> MeasureOutcome:
            from app.services.measures import copy_measure

            return copy_measure(session, measure_id, now=now)

        self._context.tasks.command(op, self._on_copied, owner=self._view)

    def sheet(self, words: ResultWords, kind: KindResults, money: MoneyCard, steps: NextCard) -> ResultSheet:
        """The same words and numbers as the screen has."""
        factor, range_ = words.factor()
        facts = [(text, "") for text in (*words.warnings(), words.pooled(kind), words.last_touch()) if text]
        return ResultSheet(
            title=words.result.name,
            fact=words.fact(),
            verdict=words.verdict(),
            headline=words.headline(),
            words=words.words(),
            tone=_TONES.get(words.tone(), "open"),
            factor=factor,
            factor_title=self.tr("Gross profit for what was spent") if factor else "",
            factor_words=range_,
            shares_title=self.tr("Share of customers who came"),
            shares_words=words.difference(),
            return_title=self.tr("Profit on cost"),
            return_words=words.return_words(),
            came_title=self.tr("Who had come by when"),
            money_title=self.tr("Money in and out"),
            money=tuple(money.amounts(words)),
            next_title=self.tr("What to do next"),
            next=tuple(steps.advice(words)),
            facts_title=self.tr("Also good to know"),
            facts=tuple(facts),
            foot=self.tr("As counted on {day}").format(day=words.counted_on()),
        )

    def _asked(self, title: str, name: str, kinds: str) -> Path | None:
        folder = Path(self._context.settings.remembered(FOLDER, str(Path.home())))
        chosen, _kind = QFileDialog.getSaveFileName(self._view, title, str(folder / name), kinds)
        if not chosen:
            return None
        path = Path(chosen)
        self._context.settings.remember(FOLDER, str(path.parent))
        return path

    def _on_pdf(self, name: str) -> None:
        self._context.messages.toast(self.tr("The result is saved in {file}").format(file=name))

    def _on_rows(self, path: Path, rows: int) -> None:
        self._context.messages.toast(self.tr("%n row(s) are saved in {file}", "", rows).format(file=path.name))

    def _on_copied(self, outcome: MeasureOutcome) -> None:
        self._context.messages.toast(self.tr("A new draft is made of it"), undo_action_id=outcome.action_id)
        self.copied.emit(outcome.measure_id)
