"""What keeps pieces from going out by mistake: questions before a run, and after it a line that says it is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.context import AppContext
from app.domain.cards import Card
from app.domain.print_kinds import WorkKind
from app.domain.print_problems import PrintProblem
from app.domain.print_runs import PlanLine, PrintOutcome, PrintRunRow, card_key
from app.views.labels_customers import polite_name
from app.views.printing.kinds import PieceWords
from app.views.printing.words import reasons
from app.views.widgets.buttons import NormalButton
from app.views.widgets.card import NextStepBar
from app.views.widgets.layouts import set_shown

_HAD = frozenset({PrintProblem.MAILED_TODAY, PrintProblem.HAS_IT})


def had_today(lines: Sequence[PlanLine], job: Card) -> int:
    """How many of those who are printed were sent post today, or are in a run of today with the same piece."""
    key = card_key(job)
    return sum(not _HAD.isdisjoint(line.problems) or key in line.candidate.had.any_run for line in lines)


class OnceMore(QObject):
    """Asks before somebody gets a second piece on one day, or one against the own word."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def is_wanted(self, lines: Sequence[PlanLine], job: Card) -> bool:
        count = had_today(lines, job)
        if not count:
            return True
        body = self.tr(
            "They were sent something today already. The very same pages are printed again without being recorded twice; anything that "
            "was changed since goes out as a second piece and is recorded as sent."
        )
        return self._context.messages.confirm(
            self.tr("Print once more for %n customer(s)?", "", count),
            body,
            safe=self.tr("Do not print"),
            danger=self.tr("Print once more"),
        )

    def is_sure(self, line: PlanLine) -> bool:
        """Of somebody who has said no, or is dead."""
        name = polite_name(line.candidate.name, is_company=line.candidate.is_company)
        return self._context.messages.confirm(
            self.tr("Print for {name} all the same?").format(name=name),
            self.tr("The record says: {reason}").format(reason=reasons(line.problems)),
            safe=self.tr("Leave out"),
            danger=self.tr("Print this one"),
        )


class DoneBar(NextStepBar):
    """The run that was made last into a file. `again_requested` carries its number."""

    again_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__("check", "")
        self._words = PieceWords(self)
        self._run_id = 0
        self.again = NormalButton(self.tr("Print the same pages again"), "printer", small=True)
        self.done = NormalButton(self.tr("Done"), "check", small=True)
        self.add_button(self.again)
        self.add_button(self.done)
        self.again.clicked.connect(self._on_again)
        self.done.clicked.connect(self.clear)
        self.clear()

    def show_run(self, outcome: PrintOutcome, kind: WorkKind, file: str) -> None:
        pieces = self._words.counted(kind, outcome.pieces)
        words = self.tr("Made and recorded: {pieces}") if not outcome.is_again else self.tr("Was recorded today already: {pieces}")
        self._run_id = outcome.run_id
        self.set(
            "check", words.format(pieces=pieces), self.tr("In {file}. In the log it is run {run}.").format(file=file, run=self._run_id)
        )
        set_shown(self, True)

    def show_log(self, log: Sequence[PrintRunRow]) -> None:
        """Its record may have been taken back."""
        if self._run_id not in {run.id for run in log}:
            self.clear()

    def clear(self) -> None:
        self._run_id = 0
        set_shown(self, False)

    def _on_again(self) -> None:
        self.again_requested.emit(self._run_id)
