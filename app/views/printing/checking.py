"""What stands against each piece of a run, asked anew whenever something it depends on was changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.context import AppContext
from app.domain.offers import OfferProblem
from app.domain.piece_order import in_piece_order
from app.domain.print_problems import PROBLEM_SENTENCES, PrintError, PrintProblem
from app.domain.print_runs import PlanLine
from app.jobs.job import JobControl
from app.views.labels import label_of
from app.views.printing.run_state import RunState
from app.views.printing.settings_card import SettingsCard
from app.views.printing.words import people


class Checking(QObject):
    """`checked`: the run has its lines, and what is wrong with words or paper is said beside them. `refused`: nothing can be printed."""

    checked = Signal()
    refused = Signal()

    def __init__(self, context: AppContext, run: RunState, settings_card: SettingsCard, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._run = run
        self._settings_card = settings_card

    def check(self) -> None:
        view, followed = self._run.view, self._run.followed
        if view is None or not view.people:
            return
        settings, card, candidates = self._settings_card.settings(), self._settings_card.job(view.shop), self._run.people()

        def op(control: JobControl) -> tuple[PlanLine, ...]:
            if followed is not None:
                from app.reports.run_follow import followed_lines

                return followed_lines(followed, card, control)
            from app.reports.card_runs import check_list

            return in_piece_order(check_list(candidates, settings, card, control), settings.kinds.order)

        self._context.tasks.run(op, self._on_lines, owner=self, failed=self._on_failed, replaces="check")

    def _on_lines(self, lines: tuple[PlanLine, ...]) -> None:
        self._run.take_lines(lines)
        self._run.is_readable = True
        too_long = sum(PrintProblem.TEXT_TOO_LONG in line.problems for line in lines)
        sentence = label_of(PrintProblem.TEXT_TOO_LONG, PROBLEM_SENTENCES, "PrintProblems")
        has_words = self._settings_card.template() is not None
        self._settings_card.show_problem(f"{sentence} ({people(too_long)})" if too_long and has_words else "")
        self._settings_card.offer.show_problem("")
        self.checked.emit()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, PrintError | OfferProblem):
            self._context.messages.error(error)
            return
        self._run.is_readable = False
        sentence = self._context.messages.sentence(error)
        if isinstance(error, OfferProblem):
            self._settings_card.offer.show_problem(sentence, error.field)
        else:
            self._settings_card.show_problem(sentence, error.field)
        self.refused.emit()
