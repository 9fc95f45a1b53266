"""戻ってきた郵便: code after code, typed or scanned, noted together as one act."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.codes import written
from app.domain.entities import Entity
from app.domain.errors import DomainError
from app.domain.returned import ReturnedOutcome, ReturnedRow, ReturnedView
from app.jobs.job import JobControl
from app.views.labels_customers import polite_name
from app.views.leaving import may_leave
from app.views.moments import day_text, short_day
from app.views.printing.words import yen
from app.views.purchases.code_part import CodeField
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.card import Inset
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import Text, WrapLabel
from app.views.widgets.layouts import STRETCH, row, set_shown
from app.views.widgets.row_list import RowAction, RowContent, RowList
from app.views.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WIDTH = 560


def open_returned_panel(context: AppContext, window: QWidget) -> ReturnedPanel:
    """The field for the codes, with what came back so far under it."""
    panel = ReturnedPanel(context, window)
    panel.open_panel(panel.code)
    return panel


class ReturnedPanel(SidePanel):
    """Frees itself when closed. `customer_requested(id)`: whose record is wanted; the panel is closed then."""

    customer_requested = Signal(int)

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window, "", width=WIDTH)
        self.set_title(self.tr("Record returned post"))
        self._context = context
        self._taken: dict[int, ReturnedRow] = {}
        self._before: dict[int, ReturnedRow] = {}
        self._build()
        self._connect()
        self._show_taken()
        self._look()

    def _build(self) -> None:
        why = self.tr("The address is marked, so the next run leaves it out, and a call is planned to ask for the new one.")
        self.code = CodeField("K7M4-2QX")
        self.code_field = FormField(
            self.tr("Code on the piece"), self.code, hint=self.tr("Press Enter after each code, or scan one piece after the other.")
        )
        self.taken = RowList(self.tr("To be recorded"), row_height=62, grows=True)
        self.save = PrimaryButton("", "check")
        self.save.set_shortcut_hint("Ctrl+Return")
        self.cancel = NormalButton(self.tr("Leave without saving"))
        self.before_title = Text(self.tr("Came back so far"), TextStyle.CARD_TITLE, Tone.TEXT)
        self.before = RowList(self.tr("Came back so far"), row_height=62, grows=True)
        self.saved = WrapLabel("", TextStyle.BODY, Tone.OK)
        self._saved_box = Inset(Tone.OK)
        self._saved_box.add(self.saved)
        self.nothing = EmptyState("mail-check", self.tr("No post came back yet"), self.tr("What you record is listed here."))
        self.body.addWidget(WrapLabel(why, TextStyle.BODY, Tone.TEXT2))
        self.body.addWidget(self.code_field)
        self.body.addWidget(self.taken)
        self.body.addLayout(row(STRETCH, self.cancel, self.save))
        self.body.addWidget(self.before_title)
        self.body.addWidget(self._saved_box)
        self.body.addWidget(self.before)
        self.body.addWidget(self.nothing)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.code.entered.connect(self._on_entered)
        self.code.textEdited.connect(self.code_field.clear_error)
        self.taken.action_triggered.connect(self._on_taken_action)
        self.before.activated_key.connect(self._on_customer)
        self.before.action_triggered.connect(self._on_before_action)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.close_panel)
        self._context.tasks.data_changed.connect(self._on_data_changed)
        self.closed.connect(self.deleteLater)
        self.set_close_guard(self._may_close)

    def _may_close(self) -> bool:
        return not self._taken or may_leave(self._context.messages)

    def _look(self) -> None:
        self._context.tasks.query(_find_view, self._on_view, owner=self, replaces="returned")

    def _on_view(self, view: ReturnedView) -> None:
        self._before = {one.piece_id: one for one in view.rows}
        self.before.set_rows([self._row(one, RowAction("open", self.tr("Open the record"))) for one in view.rows])
        for part in (self.before, self.before_title):
            set_shown(part, bool(view.rows))
        set_shown(self.nothing, not view.rows)
        saved = view.saved
        text = self.tr("%n piece(s) were not sent to such addresses since.", "", saved.pieces)
        if view.has_yen:
            text = self.tr("%n piece(s) were not sent to such addresses since: {yen} saved.", "", saved.pieces)
            text = text.format(yen=yen(saved.yen))
        self.saved.setText(text)
        set_shown(self._saved_box, bool(saved.pieces))

    def _on_entered(self) -> None:
        text = self.code.text().strip()
        if not text:
            return
        # The next scan may begin before the answer is there.
        self.code.clear()
        self.code_field.clear_error()

        def op(session: Session, _control: JobControl) -> ReturnedRow:
            from app.queries.returned import look_up_returned

            return look_up_returned(session, text)

        self._context.tasks.query(op, self._on_found, owner=self, failed=partial(self._on_not_found, text))

    def _on_found(self, found: ReturnedRow) -> None:
        if found.returned_on is not None:
            words = self.tr("{code} of {name} was recorded as returned on {day} already.")
            day = day_text(found.returned_on)
            self.code_field.set_error(words.format(code=written(found.code), name=_polite(found), day=day))
        elif found.piece_id in self._taken:
            words = self.tr("{code} of {name} is in the list already.")
            self.code_field.set_error(words.format(code=written(found.code), name=_polite(found)))
        else:
            self._taken[found.piece_id] = found
            self._show_taken()
            self.taken.select_key(found.piece_id)

    def _on_not_found(self, text: str, error: Exception) -> None:
        if not isinstance(error, DomainError):
            self._context.messages.error(error)
            return
        self.code_field.set_error(self.tr("“{text}”: {reason}").format(text=text, reason=self._context.messages.sentence(error)))
        if not self.code.text():
            self.code.setText(text)
            self.code.selectAll()

    def _show_taken(self) -> None:
        off = RowAction("off", self.tr("Take off the list"), key="Del")
        # The latest on top, where it is seen beside the field.
        self.taken.set_rows([self._row(one, off) for one in reversed(self._taken.values())])
        set_shown(self.taken, bool(self._taken))
        self.save.setText(self.tr("Record %n returned piece(s)", "", len(self._taken)))
        self.save.setEnabled(bool(self._taken))

    def _row(self, one: ReturnedRow, action: RowAction) -> RowContent:
        today = self._context.clock.today()
        moved = self.tr("New address since") if one.is_moved else ""
        back = self.tr("returned {day}").format(day=short_day(one.returned_on, today)) if one.returned_on is not None else ""
        return RowContent(
            one.piece_id,
            _polite(one),
            detail=one.address,
            icon="mail-x",
            icon_tone=Tone.INFO if one.is_moved else Tone.WARN,
            icon_circle=True,
            side=written(one.code),
            side_detail=moved or back or self.tr("sent {day}").format(day=short_day(one.sent_on, today)),
            actions=(action,),
        )

    def _on_taken_action(self, _action: str, piece_id: int) -> None:
        self._taken.pop(piece_id, None)
        self._show_taken()
        self.code.setFocus()

    def _on_before_action(self, _action: str, piece_id: int) -> None:
        self._on_customer(piece_id)

    def _on_customer(self, piece_id: int) -> None:
        if self.close_panel():
            self.customer_requested.emit(self._before[piece_id].customer_id)

    def _on_save(self) -> None:
        codes = [one.code for one in self._taken.values()]
        note = self.tr("Post came back. Please ask for the new address.")
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> ReturnedOutcome:
            from app.services.returned_mail import record_returned

            return record_returned(session, codes, note=note, now=now, today=today)

        self.save.setEnabled(False)
        self._context.tasks.command(op, self._on_saved, owner=self, failed=self._on_failed)

    def _on_saved(self, done: ReturnedOutcome) -> None:
        self._taken.clear()
        self.close_panel()
        text = self.tr("%n piece(s) recorded as returned", "", len(done.returned))
        if done.follow_ups:
            text = self.tr("{recorded}. %n follow-up(s) planned", "", done.follow_ups).format(recorded=text)
        self._context.messages.toast(text, undo_action_id=done.action_id, is_bulk=True)

    def _on_failed(self, error: Exception) -> None:
        self.save.setEnabled(True)
        self._context.messages.error(error)


    def _on_data_changed(self, changed: frozenset[Entity], _initiator: object) -> None:
        if Entity.PRINT_RUN in changed:
            self._look()


def _find_view(session: Session, _control: JobControl) -> ReturnedView:
    from app.queries.returned import returned_view

    return returned_view(session)


def _polite(one: ReturnedRow) -> str:
    return polite_name(one.name, is_company=one.is_company)
