"""The question that stays after printing: whether all pieces came out, for each run until it is answered."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.entities import Entity
from app.jobs.job import JobControl
from app.views.printing.kinds import PieceWords
from app.views.printing.unanswered import Opening, SentRun, Unanswered
from app.views.theme import theme_of
from app.views.widgets.announce import announce
from app.views.widgets.buttons import NormalButton
from app.views.widgets.card import NextStepBar
from app.views.widgets.layouts import column, set_shown

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

MOST = 3
"""So many questions at a time; older runs are still in the log."""
SHORT_BELOW = 700
"""In a window less high than this one question stands at a time, so that what is worked on has room."""


class CameOutBar(NextStepBar):
    """`waiting`: how many pieces did not come out when it was asked, None until that is known."""

    def __init__(self, sent: SentRun, title: str, detail: str) -> None:
        super().__init__("printer", title, detail)
        self.sent = sent
        self.waiting: int | None = None
        self.save = NormalButton(self.tr("Save the PDF…"), "download", small=True)
        self.not_sent = NormalButton(self.tr("Was not sent"), "undo-2", small=True)
        self.all_out = NormalButton(self.tr("All came out"), "check", small=True)
        self.stopped = NormalButton(self.tr("It stopped at…"), "triangle-alert", small=True)
        # Of pages nobody has seen yet it cannot be asked whether they came out.
        is_seen = sent.opening is not Opening.UNOPENED
        for button in (self.all_out, self.stopped) if is_seen else (self.save, self.not_sent):
            self.add_button(button)


class CameOut(QWidget):
    """`stop_requested` carries the number of a run, of which the first piece that is not right is to be asked for. `keep_requested` and
    `retract_requested` carry a SentRun: its pages are wanted as a file; it is to be as if they had not been sent."""

    stop_requested = Signal(int)
    keep_requested = Signal(object)
    retract_requested = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._words = PieceWords(self)
        self._bars: list[CameOutBar] = []
        self._place = column(gap=8)
        self.setLayout(self._place)
        self._unanswered = Unanswered(context)
        set_shown(self, False)
        context.tasks.data_changed.connect(self._on_data_changed)
        self.catch_up()

    def bars(self) -> list[CameOutBar]:
        """The latest first."""
        return list(self._bars)

    def ask(self, sent: SentRun) -> None:
        """Also of a run that is asked about already: it went to the printer once more."""
        for known in [bar for bar in self._bars if bar.sent.run_id == sent.run_id] + self._bars[MOST - 1 :]:
            self._drop(known)
        self._unanswered.add(sent)
        bar = CameOutBar(sent, self._title(sent), self._detail(sent))
        bar.save.clicked.connect(partial(self._on_save, bar))
        bar.not_sent.clicked.connect(partial(self._on_not_sent, bar))
        bar.all_out.clicked.connect(partial(self._on_all_out, bar))
        bar.stopped.clicked.connect(partial(self._on_stopped, bar))
        self._bars.insert(0, bar)
        self._place.insertWidget(0, bar)
        set_shown(self, True)
        self._fit()
        announce(self, bar.title_label.text())
        self._look()

    def catch_up(self) -> None:
        """Ask also about what was given away elsewhere in the program."""
        asked = {bar.sent.run_id for bar in self._bars}
        for sent in self._unanswered.runs():
            if sent.run_id not in asked:
                self.ask(sent)

    def note_kept(self, run_id: int) -> None:
        """Its pages are in a file now."""
        for bar in self.bars():
            if bar.sent.run_id == run_id and bar.sent.opening is Opening.UNOPENED:
                self.ask(replace(bar.sent, opening=Opening.SAVED))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Of the page it stands on."""
        if event.type() is QEvent.Type.Show:
            self.catch_up()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_short = self.window().height() < theme_of(self).px(SHORT_BELOW)
        for place, bar in enumerate(self._bars):
            set_shown(bar, place == 0 or not is_short)

    def _title(self, sent: SentRun) -> str:
        pieces = self._words.counted(sent.kind, sent.pieces)
        if sent.printer:
            return self.tr("Sent to {printer}: {pieces}. Did all come out?").format(printer=sent.printer, pieces=pieces)
        if sent.opening is Opening.UNOPENED:
            return self.tr("This computer has no program that opens PDF files. Nothing was printed: {pieces}").format(pieces=pieces)
        if sent.opening is Opening.SAVED:
            return self.tr("Saved to be printed: {pieces}. Did all come out?").format(pieces=pieces)
        return self.tr("Opened to be printed: {pieces}. Did all come out?").format(pieces=pieces)

    def _detail(self, sent: SentRun) -> str:
        if sent.opening is Opening.UNOPENED:
            return self.tr("They are noted as sent. Save the PDF and print it from another program or computer.")
        return self.tr("Until you answer, all of them are noted as sent.")

    def _look(self) -> None:
        asked = [bar.sent.run_id for bar in self._bars]

        def op(session: Session, _control: JobControl) -> dict[int, int]:
            from app.queries.waiting_pieces import waiting_pieces

            return waiting_pieces(session, asked)

        self._context.tasks.query(op, self._on_waiting, owner=self, replaces="waiting")

    def _on_waiting(self, found: dict[int, int]) -> None:
        for bar in self.bars():
            waiting = found.get(bar.sent.run_id)
            if waiting is None or (bar.waiting is not None and waiting != bar.waiting):
                # Taken back, or answered in the log.
                self._drop(bar)
            else:
                bar.waiting = waiting

    def _on_all_out(self, bar: CameOutBar, _checked: bool = False) -> None:
        self._drop(bar)

    def _on_stopped(self, bar: CameOutBar, _checked: bool = False) -> None:
        self.stop_requested.emit(bar.sent.run_id)

    def _on_save(self, bar: CameOutBar, _checked: bool = False) -> None:
        self.keep_requested.emit(bar.sent)

    def _on_not_sent(self, bar: CameOutBar, _checked: bool = False) -> None:
        self.retract_requested.emit(bar.sent)

    def _on_data_changed(self, changed: frozenset[Entity], _initiator: object) -> None:
        if Entity.PRINT_RUN in changed and self._bars:
            self._look()

    def _drop(self, bar: CameOutBar) -> None:
        self._unanswered.drop(bar.sent.run_id)
        self._bars.remove(bar)
        self._place.removeWidget(bar)
        bar.hide()
        bar.deleteLater()
        set_shown(self, bool(self._bars))
        self._fit()
