"""伝票をまとめて入力: a stack of slips of one day, one line each. Enter goes on; what is finished is recorded at once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.context import AppContext
from app.domain.counter import CounterBasis, CounterStart
from app.domain.money import format_money
from app.jobs.job import JobControl
from app.views.moments import language
from app.views.purchases.slip_row import AMOUNT, GAP, NUMBER, POINTS, STAFF, STATE, SlipRow, SlipState
from app.views.purchases.visit_head import VisitHead
from app.views.purchases.visit_saving import StartQuestion
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.announce import announce
from app.views.widgets.key_cap import KeyHints
from app.views.widgets.labels import NumberText, Text, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown
from app.views.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WIDTH = 1060
NARROW_BELOW = 860


def open_day_sheet(context: AppContext, window: QWidget, day: date | None = None) -> DaySheet:
    """`day` of the slips, today when it is not said."""
    sheet = DaySheet(context, window, day)
    sheet.open_panel(sheet.head.day)
    sheet.load()
    return sheet


class DaySheet(SidePanel):
    """Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget, day: date | None) -> None:
        super().__init__(window, "", width=WIDTH)
        self.set_title(self.tr("Enter a day of slips"))
        self._context = context
        self._basis = CounterBasis()
        self._rows: list[SlipRow] = []
        self._build()
        self._connect()
        if day is not None:
            self.head.set_day(day)

    def load(self) -> None:
        question = StartQuestion(None, None, self._context.clock.today())
        self._context.tasks.query(question, self._on_start, owner=self, failed=self._on_load_failed)

    def rows(self) -> list[SlipRow]:
        return list(self._rows)

    def is_touched(self) -> bool:
        return any(slip.is_touched() for slip in self._rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._narrow()

    def _build(self) -> None:
        self.head = VisitHead(self._context.clock)
        self.header_row.addWidget(self.head)
        self.count = Text("", TextStyle.BODY, Tone.TEXT2)
        self.total = NumberText("", TextStyle.PAGE_TITLE)
        self.check = Text("", TextStyle.BODY_BOLD, Tone.DANGER)
        hints = KeyHints([("Enter", self.tr("next")), ("Tab", self.tr("field")), ("Esc", self.tr("closes"))])
        self.problem = WrapLabel("", TextStyle.BODY_BOLD, Tone.DANGER)
        self.problem.hide()
        self._heads = self._build_heads()
        self._place = column(gap=3)
        self.body.addLayout(row(self.total, self.count, self.check, STRETCH, hints, gap=12))
        self.body.addWidget(self.problem)
        self.body.addWidget(self._heads)
        self.body.addLayout(self._place)
        self.body.addStretch(1)
        self.set_close_guard(self._may_close)

    def _build_heads(self) -> QWidget:
        px = theme_of(self).px
        heads = row(gap=GAP)
        heads.addSpacing(px(NUMBER) + px(GAP))
        heads.addWidget(Text(self.tr("Customer (Enter: without one)"), TextStyle.CAPTION, Tone.TEXT2), 3)
        heads.addWidget(Text(self.tr("Product or amount"), TextStyle.CAPTION, Tone.TEXT2), 4)
        self._staff_head = Text(self.tr("In charge"), TextStyle.CAPTION, Tone.TEXT2)
        self._staff_head.setFixedWidth(px(STAFF))
        heads.addWidget(self._staff_head)
        points = Text(self.tr("Points used"), TextStyle.CAPTION, Tone.TEXT2)
        points.setFixedWidth(px(POINTS))
        heads.addWidget(points)
        amount = NumberText(self.tr("Amount"), TextStyle.CAPTION, Tone.TEXT2)
        amount.setFixedWidth(px(AMOUNT))
        heads.addWidget(amount)
        heads.addSpacing(px(STATE) + px(GAP))
        return boxed(heads)

    def _connect(self) -> None:
        self.head.day_changed.connect(self._on_day)
        self.head.day.returnPressed.connect(self._on_day_entered)
        self.head.staff_changed.connect(self._on_staff)
        self.closed.connect(self._on_closed)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_grown)
        theme_of(self).changed.connect(self._narrow)

    def _on_start(self, start: CounterStart) -> None:
        self._basis = start.basis
        self.head.set_staff(start.basis.staff)
        set_shown(self._staff_head, bool(start.basis.staff))
        self._add_row()
        self._show_sums()
        self.head.day.setFocus()
        self.head.day.selectAll()

    def _on_load_failed(self, error: Exception) -> None:
        self.close_panel()
        self._context.messages.error(error)

    def _add_row(self) -> SlipRow:
        slip = SlipRow(self._context, self._basis, len(self._rows) + 1, self.head.visit_day())
        slip.set_in_charge(self.head.in_charge())
        slip.finished.connect(self._on_finished)
        slip.changed.connect(self._show_sums)
        slip.mend_requested.connect(lambda: self._mend(slip))
        slip.removed.connect(lambda: self._on_removed(slip))
        self._rows.append(slip)
        self._place.addWidget(slip)
        slip.show()
        self._narrow()
        return slip

    def _narrow(self) -> None:
        is_narrow = self._frame.width() < theme_of(self).px(NARROW_BELOW)
        set_shown(self._heads, not is_narrow)
        for slip in self._rows:
            slip.set_narrow(is_narrow)

    def _begin_next(self) -> None:
        """The cursor goes to the slip at the end that is still empty."""
        last = self._rows[-1] if self._rows else None
        slip = last if last is not None and last.state is SlipState.OPEN and not last.is_touched() else self._add_row()
        slip.begin()

    def _on_grown(self) -> None:
        """The slip that is being typed stays in sight, with as much of what is found for it as there is room for."""
        focused = QApplication.focusWidget()
        for slip in self._rows:
            if focused is not None and slip.isAncestorOf(focused):
                self._scroll.ensureWidgetVisible(slip)
                # What Enter takes stands right under the field, so the field comes first.
                self._scroll.ensureWidgetVisible(focused)

    def _show_sums(self) -> None:
        recorded = [slip for slip in self._rows if slip.state is SlipState.RECORDED]
        wrong = sum(1 for slip in self._rows[:-1] if slip.state is SlipState.OPEN)
        total = sum(slip.sums().payment for slip in recorded)
        self.total.setText(format_money(total, self._basis.currency, language()))
        self.count.setText(self.tr("%n slip(s) recorded", "", len(recorded)))
        self.check.setText(self.tr("%n slip(s) to look at", "", wrong) if wrong else "")
        set_shown(self.check, bool(wrong))

    def _on_day(self) -> None:
        self.problem.hide()
        if self.head.day.value() is not None:
            for slip in self._rows:
                slip.set_day(self.head.visit_day())

    def _on_day_entered(self) -> None:
        problem = self.head.problem()
        self.problem.setText(problem)
        set_shown(self.problem, bool(problem))
        if not problem:
            self._begin_next()

    def _on_staff(self) -> None:
        for slip in self._rows:
            if not slip.is_touched():
                slip.set_in_charge(self.head.in_charge())

    def _on_finished(self) -> None:
        problem = self.head.problem()
        self.problem.setText(problem)
        set_shown(self.problem, bool(problem))
        self._show_sums()
        self._begin_next()
        announce(self, self.count.text())

    def _on_removed(self, slip: SlipRow) -> None:
        self._rows.remove(slip)
        self._place.removeWidget(slip)
        slip.hide()
        slip.deleteLater()
        for number, left in enumerate(self._rows, start=1):
            left.set_number(number)
        self._show_sums()
        self._begin_next()

    def _mend(self, slip: SlipRow) -> None:
        """Take a recorded slip back, as undo does, to type it anew."""
        outcome, now = slip.outcome, self._context.clock.now()
        if outcome is None:
            return
        action_id = outcome.action_id

        def op(session: Session, _control: JobControl) -> object:
            from app.services.actions import undo

            return undo(session, action_id, now=now)

        self._context.tasks.command(op, lambda _row: slip.take_back(), owner=slip)

    def _may_close(self) -> bool:
        if not self.is_touched():
            return True
        return self._context.messages.confirm(
            self.tr("Leave without recording the open slips?"),
            self.tr("Slips with a check mark are recorded. What is still being typed is not."),
            safe=self.tr("Go on writing"),
            danger=self.tr("Leave without recording"),
        )

    def _on_closed(self) -> None:
        recorded = sum(1 for slip in self._rows if slip.state is SlipState.RECORDED)
        if recorded:
            self._context.messages.toast(self.tr("%n slip(s) recorded", "", recorded))
        self.deleteLater()
