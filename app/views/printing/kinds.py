"""The kinds of work: the tabs to choose one with, and what each calls its pieces."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton

from app.domain.print_kinds import WORKSPACE, WorkKind
from app.domain.print_runs import PrintRunRow
from app.domain.prints import PrintKind
from app.domain.run_follow import FOLLOWING
from app.views.moments import day_text
from app.views.widgets.layouts import set_shown
from app.views.widgets.segmented import Segmented

GOING_WITH = (*FOLLOWING, WorkKind.CARD)
"""What is offered for the pieces of an earlier run; of postcards the address sides."""


class PieceWords(QObject):
    """Names and counted names of the pieces of each kind."""

    def heading(self) -> str:
        return self.tr("What is printed")

    def tab(self, kind: WorkKind) -> str:
        return {
            WorkKind.LETTER: self.tr("Letters"),
            WorkKind.CARD: self.tr("Postcards"),
            WorkKind.ENVELOPE: self.tr("Envelopes"),
            WorkKind.LABELS: self.tr("Labels"),
            WorkKind.PURSE: self.tr("Small cards"),
            WorkKind.SURVEY: self.tr("Survey sheets"),
        }[kind]

    def print_button(self, kind: WorkKind, count: int) -> str:
        return {
            WorkKind.LETTER: self.tr("Print %n letter(s)", "", count),
            WorkKind.CARD: self.tr("Print %n card(s)", "", count),
            WorkKind.ENVELOPE: self.tr("Print %n envelope(s)", "", count),
            WorkKind.LABELS: self.tr("Print %n label(s)", "", count),
            WorkKind.PURSE: self.tr("Print %n small card(s)", "", count),
            WorkKind.SURVEY: self.tr("Print %n sheet(s)", "", count),
        }[kind]

    def making(self, kind: WorkKind, count: int) -> str:
        return {
            WorkKind.LETTER: self.tr("Making %n letter(s)", "", count),
            WorkKind.CARD: self.tr("Making %n card(s)", "", count),
            WorkKind.ENVELOPE: self.tr("Making %n envelope(s)", "", count),
            WorkKind.LABELS: self.tr("Making labels for %n customer(s)", "", count),
            WorkKind.PURSE: self.tr("Making small cards for %n customer(s)", "", count),
            WorkKind.SURVEY: self.tr("Making %n survey sheet(s)", "", count),
        }[kind]

    def counted(self, kind: WorkKind, count: int) -> str:
        return {
            WorkKind.LETTER: self.tr("%n letter(s)", "", count),
            WorkKind.CARD: self.tr("%n card(s)", "", count),
            WorkKind.ENVELOPE: self.tr("%n envelope(s)", "", count),
            WorkKind.LABELS: self.tr("labels for %n customer(s)", "", count),
            WorkKind.PURSE: self.tr("small cards for %n customer(s)", "", count),
            WorkKind.SURVEY: self.tr("%n survey sheet(s)", "", count),
        }[kind]

    def postage(self, kind: WorkKind, count: int, price: str) -> str:
        """The line of the cost that says how the postage comes about."""
        if kind is WorkKind.LETTER:
            return self.tr("Letters {count} × {price}").format(count=count, price=price)
        return self.tr("Postcards {count} × {price}").format(count=count, price=price)

    def goes_with(self, run: PrintRunRow) -> str:
        """That the pieces at hand are for those of a run."""
        if run.kind == PrintKind.LETTER:
            return self.tr("For the letters of {day} ({count})").format(day=day_text(run.day), count=run.pieces)
        return self.tr("For the run of {day} ({count})").format(day=day_text(run.day), count=run.pieces)


class KindTabs(Segmented):
    """`changed` carries a WorkKind."""

    def __init__(self) -> None:
        words = PieceWords()
        super().__init__([(kind, words.tab(kind)) for kind in WORKSPACE], WorkKind.CARD, words.heading())

    def set_following(self, *, is_following: bool) -> None:
        """Only what goes with the pieces of an earlier run."""
        for kind in WORKSPACE:
            set_shown(self.button(kind), not is_following or kind in GOING_WITH)
        button = self.button(WorkKind.CARD)
        assert isinstance(button, QAbstractButton)
        button.setText(self.tr("Address sides") if is_following else PieceWords().tab(WorkKind.CARD))
