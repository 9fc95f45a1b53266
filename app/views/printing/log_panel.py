"""A run of the log, opened: what it was, each piece with what became of it, and what can still be done."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.entities import Entity
from app.domain.print_runs import PrintRunRow, RunGone
from app.domain.run_details import RunDetails, RunPiece
from app.jobs.job import JobControl
from app.views.labels_customers import polite_name
from app.views.moments import day_text
from app.views.printing.log_acts import RunActs
from app.views.printing.log_stop import StopBox
from app.views.printing.log_words import done_words, follows_words, go_on_words, kind_name, left_out_row, not_kept_words, piece_row
from app.views.printing.words import yen
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.card import Inset
from app.views.widgets.filter_chips import FilterChips
from app.views.widgets.labels import Text, WrapLabel
from app.views.widgets.layouts import STRETCH, FlowLayout, boxed, row, set_shown
from app.views.widgets.row_list import RowContent, RowList
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.text_field import SearchField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

LIST_HEIGHT = 260
ALL, UNSENT, RETURNED, BROUGHT, LEFT_OUT = "all", "unsent", "returned", "brought", "left_out"


def open_run_panel(context: AppContext, window: QWidget, acts: RunActs, run_id: int, *, asks_stop: bool = False) -> RunPanel:
    """`asks_stop`: it begins by asking for the first piece that did not come out well."""
    panel = RunPanel(context, window, acts, run_id)
    panel.open_panel(panel.search)
    if asks_stop:
        panel.ask_stop()
    return panel


class RunPanel(SidePanel):
    """Frees itself when closed, and closes when the run is taken back. `customer_requested(id)`: whose record is wanted; the panel
    is closed then."""

    customer_requested = Signal(int)

    def __init__(self, context: AppContext, window: QWidget, acts: RunActs, run_id: int) -> None:
        super().__init__(window, "")
        self._context = context
        self._acts = acts
        self._run_id = run_id
        self._details: RunDetails | None = None
        self._customers: dict[Hashable, int] = {}
        self._asks_stop = False
        self._build()
        self._connect()
        self._fit_list()
        self._look()

    def ask_stop(self) -> None:
        """At once, or as soon as the pieces are known."""
        self._asks_stop = self._details is None
        self._begin_stop()

    def _build(self) -> None:
        self.facts = WrapLabel("", TextStyle.BODY, Tone.TEXT)
        self.counts = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        self.again = NormalButton(self.tr("Print again"), "printer")
        self.keep = NormalButton(self.tr("Save the PDF again"), "download")
        self.stop = NormalButton(self.tr("It stopped at…"), "triangle-alert")
        self.retract = NormalButton(self.tr("Was not sent"), "undo-2")
        buttons = FlowLayout(8)
        for button in (self.again, self.keep, self.stop, self.retract):
            buttons.addWidget(button)
        self.waiting = Inset(Tone.WARN, gap=8)
        self.waiting_title = Text("", TextStyle.ROW_TITLE)
        self.waiting_words = WrapLabel("", TextStyle.BODY, Tone.TEXT)
        self.go_on = PrimaryButton("", "printer")
        self.give_up = NormalButton(self.tr("Leave the rest"))
        self.waiting.add(self.waiting_title)
        self.waiting.add(self.waiting_words)
        self.waiting.add(row(self.go_on, self.give_up, STRETCH))
        self.stop_box = StopBox()
        self.search = SearchField(self.tr("Find by name, reading, address or code"))
        self.filter = FilterChips([(ALL, self.tr("All pieces"), None)], ALL, self.tr("Which pieces are shown"))
        self.list = RowList(self.tr("Pieces of this run"), row_height=50)
        self.none = WrapLabel(self.tr("Nobody in this run fits the search."), TextStyle.BODY, Tone.TEXT2)
        for part in (self.facts, self.counts, boxed(buttons), self.waiting, self.stop_box, self.search, self.filter):
            self.body.addWidget(part)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.none, 1)
        for hidden in (self.waiting, self.stop_box, self.none):
            set_shown(hidden, False)

    def _connect(self) -> None:
        self.again.clicked.connect(self._on_again)
        self.keep.clicked.connect(self._on_keep)
        self.stop.clicked.connect(self._on_stop)
        self.retract.clicked.connect(self._on_retract)
        self.go_on.clicked.connect(self._on_go_on)
        self.give_up.clicked.connect(self._on_give_up)
        self.stop_box.noted.connect(self._on_noted)
        self.stop_box.left.connect(self._on_stop_left)
        self.search.search_changed.connect(self._show_list)
        self.search.down_pressed.connect(self.list.setFocus)
        self.filter.changed.connect(self._show_list)
        self.list.activated_key.connect(self._on_opened)
        self.list.action_triggered.connect(self._on_row_action)
        self._acts.stopped.connect(self._on_stopped)
        self._acts.ended.connect(self._show_waiting)
        self._acts.ended.connect(self.stop_box.renew)
        self._context.tasks.data_changed.connect(self._on_data_changed)
        theme_of(self).changed.connect(self._fit_list)
        self.closed.connect(self.deleteLater)

    def _look(self) -> None:
        run_id = self._run_id

        def op(session: Session, _control: JobControl) -> RunDetails:
            from app.queries.run_details import run_details

            return run_details(session, run_id)

        self._context.tasks.query(op, self._on_details, owner=self, failed=self._on_gone, replaces="run")

    def _on_details(self, details: RunDetails) -> None:
        self._details = details
        run = details.run
        self.set_title(run.title or kind_name(run.kind))
        self.facts.setText(self._facts(details))
        said = self._counts(run)
        self.counts.setText(said)
        set_shown(self.counts, bool(said))
        # Once it is noted where the run stopped, that has to be undone first.
        set_shown(self.retract, run.action_id is not None and not run.unsent)
        set_shown(self.stop, bool(details.stopped_by(1)))
        # Printed again whole and gone on with as well, the rest would have two.
        set_shown(self.again, run.has_document and not run.unsent)
        set_shown(self.keep, run.has_document)
        self._show_filter(details)
        self._show_waiting()
        self._show_list()
        if self._asks_stop:
            self.ask_stop()

    def _on_gone(self, error: Exception) -> None:
        # Taken back: what did that has said so.
        self.close_panel()
        if not isinstance(error, RunGone):
            self._context.messages.error(error)

    def _facts(self, details: RunDetails) -> str:
        run = details.run
        cost = yen(run.cost) if details.has_yen and run.cost else ""
        day = day_text(run.day, today=self._context.clock.today())
        number = self.tr("Run {number}").format(number=run.id)
        parts = (number, kind_name(run.kind), run.occasion, day, self.tr("%n piece(s)", "", run.pieces), cost)
        return " · ".join(part for part in parts if part)

    def _counts(self, run: PrintRunRow) -> str:
        parts = []
        if run.coded:
            parts.append(self.tr("{used} of {coded} codes used").format(used=run.used, coded=run.coded))
        if run.returned:
            parts.append(self.tr("%n returned by post", "", run.returned))
        if run.left_out:
            parts.append(self.tr("%n left out", "", run.left_out))
        if run.follows:
            parts.append(follows_words(run))
        if not run.has_document:
            parts.append(not_kept_words())
        return " · ".join(parts)

    def _show_filter(self, details: RunDetails) -> None:
        counted = (
            (UNSENT, self.tr("Not printed"), len(details.unsent())),
            (RETURNED, self.tr("Came back"), sum(piece.returned_on is not None for piece in details.pieces)),
            (BROUGHT, self.tr("Code used"), sum(piece.is_brought for piece in details.pieces)),
            (LEFT_OUT, self.tr("Left out"), len(details.left_out)),
        )
        options = [(ALL, self.tr("All pieces"), len(details.pieces)), *(one for one in counted if one[2])]
        current = self.filter.current()
        self.filter.set_options(options, current if current in [key for key, _text, _count in options] else ALL)
        set_shown(self.filter, len(options) > 1)

    def _show_waiting(self) -> None:
        details = self._details
        if details is None:
            return
        run, unsent = details.run, details.unsent()
        # One question at a time.
        set_shown(self.waiting, bool(unsent) and self.stop_box.isHidden())
        if unsent:
            self.waiting_title.setText(done_words(run))
            self.waiting_words.setText(self._waiting(run, unsent))
            self.go_on.setText(go_on_words(run.next_position))
            set_shown(self.go_on, run.has_people)
        for button in (self.go_on, self.give_up):
            button.setEnabled(not self._acts.is_going_on)

    def _waiting(self, run: PrintRunRow, unsent: Sequence[RunPiece]) -> str:
        if not run.has_people:
            return self.tr("%n piece(s) are left. As they were not kept, they cannot be made again from here.", "", len(unsent))
        first = unsent[0]
        words = self.tr(
            "%n piece(s) are left, from number {position} ({name}) on. They are made as they were and noted as sent.", "", len(unsent)
        )
        return words.format(position=first.position, name=polite_name(first.name, is_company=first.is_company))

    def _show_list(self) -> None:
        details = self._details
        if details is None:
            return
        text, shown, today = self.search.text().strip(), self.filter.current(), self._context.clock.today()
        rows: list[RowContent] = []
        if shown == LEFT_OUT:
            found = [one for one in details.left_out if not text or one.is_found(text)]
            rows = [left_out_row(one) for one in found]
            self._customers = {content.key: one.customer_id for content, one in zip(rows, found, strict=True)}
        else:
            pieces = [piece for piece in details.pieces if not text or piece.is_found(text)]
            if shown == UNSENT:
                pieces = [piece for piece in pieces if piece.sent_on is None]
            elif shown == RETURNED:
                pieces = [piece for piece in pieces if piece.returned_on is not None]
            elif shown == BROUGHT:
                pieces = [piece for piece in pieces if piece.is_brought]
            rows = [piece_row(piece, today) for piece in pieces]
            self._customers = {piece.id: piece.customer_id for piece in pieces}
        self.list.set_rows(rows)
        set_shown(self.list, bool(rows))
        set_shown(self.none, not rows)

    def _fit_list(self) -> None:
        """So high that some pieces are seen at once also where the panel has to scroll."""
        self.list.setMinimumHeight(theme_of(self).px(LIST_HEIGHT))

    def _begin_stop(self, position: int | None = None) -> None:
        if self._details is not None:
            set_shown(self.stop_box, True)
            self._show_waiting()
            self.stop_box.begin(self._details, position)
            self.bring_into_sight(self.stop_box)

    def _on_again(self) -> None:
        self._acts.print_again(self._run_id)

    def _on_keep(self) -> None:
        if self._details is not None:
            self._acts.ask_and_keep(self._details.run, self)

    def _on_stop(self) -> None:
        self._begin_stop()

    def _on_stop_left(self) -> None:
        set_shown(self.stop_box, False)
        self._show_waiting()
        self.stop.setFocus()

    def _on_noted(self, position: int) -> None:
        self._acts.stop_at(self._run_id, position)

    def _on_stopped(self) -> None:
        # Not on what prints: Enter, pressed twice, would go on while the printer still stands.
        self.search.setFocus()
        set_shown(self.stop_box, False)
        self._look()

    def _on_go_on(self) -> None:
        self._acts.go_on(self._run_id)
        self._show_waiting()

    def _on_give_up(self) -> None:
        if self._details is not None:
            self._acts.give_up(self._details.run)

    def _on_retract(self) -> None:
        if self._details is not None:
            self._acts.take_back(self._details.run)

    def _on_opened(self, key: Hashable) -> None:
        if key in self._customers and self.close_panel():
            self.customer_requested.emit(self._customers[key])

    def _on_row_action(self, action: str, key: Hashable) -> None:
        if action == "open":
            self._on_opened(key)
        elif self._details is not None:
            self._begin_stop(next(piece.position for piece in self._details.pieces if piece.id == key))

    def _on_data_changed(self, changed: frozenset[Entity], _initiator: object) -> None:
        if Entity.PRINT_RUN in changed or Entity.CODE in changed:
            self._look()
