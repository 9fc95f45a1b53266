"""Giving money back for a purchase: which lines or how much, on which day, and why. Never more than is left."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.errors import DomainError
from app.domain.money import JPY, currency_of, format_money
from app.domain.numbers import format_number
from app.domain.points import PointsUsedAlready
from app.domain.purchases import LineFields
from app.domain.refunds import RefundSums, refund_sums, returned_amount
from app.domain.shop import TaxEntry
from app.domain.visits import RefundBasis, RefundTooLarge, VisitOutcome
from app.jobs.job import JobControl
from app.views.labels_customers import polite_name
from app.views.moments import day_text, language
from app.views.purchases.bill import BillLine
from app.views.purchases.outcome_words import confirm_negative
from app.views.purchases.refund_lines import RefundLines
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.date_field import DateField
from app.views.widgets.form_field import FormField
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import ElidedLabel, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, column, hairline, row, set_shown
from app.views.widgets.number_field import MoneyField
from app.views.widgets.segmented import Segmented
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.text_field import TextField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

BY_LINES, BY_AMOUNT = "lines", "amount"


def open_refund_panel(context: AppContext, window: QWidget, purchase_id: int) -> RefundPanel:
    panel = RefundPanel(context, window, purchase_id)
    panel.open_panel(panel.cancel)
    panel.load()
    return panel


class RefundPanel(SidePanel):
    """Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget, purchase_id: int) -> None:
        super().__init__(window, "", width=560)
        self.set_title(self.tr("Give money back"))
        self._context = context
        self._purchase_id = purchase_id
        self._basis: RefundBasis | None = None
        self._ticked: tuple[LineFields, ...] = ()
        self._currency = JPY
        self._is_net = False
        self._build()
        self._connect()

    def load(self) -> None:
        purchase_id = self._purchase_id

        def op(session: Session, _control: JobControl) -> RefundBasis:
            from app.queries.purchases import refund_basis

            return refund_basis(session, purchase_id)

        self._context.tasks.query(op, self._on_basis, owner=self, failed=self._on_load_failed)

    def is_touched(self) -> bool:
        words = bool(self.note.text().strip()) or self.lines.returned() != self._ticked
        return words or (self._basis is not None and self.amount.value() != self._basis.left)

    def _build(self) -> None:
        today = self._context.clock.today()
        self.what = ElidedLabel("", TextStyle.ROW_TITLE)
        self.left = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        self.way = Segmented([(BY_LINES, self.tr("Choose the items")), (BY_AMOUNT, self.tr("Enter the amount"))], BY_AMOUNT, self.tr("How"))
        self.lines = RefundLines((), self._currency)
        self._lines_place = column(self.lines, gap=0)
        self.amount = MoneyField(self._currency, minimum=0)
        self.amount_field = FormField(self.tr("Amount given back"), self.amount)
        self.amount_field.setMaximumWidth(theme_of(self).px(240))
        self.day = DateField(today=today, optional=False, past_only=True)
        self.day.set_value(today)
        self.day_field = FormField(self.tr("Day"), self.day)
        self.day_field.set_validator(self._day_problem)
        self.note = TextField()
        self.problem = WrapLabel("", TextStyle.BODY_BOLD, Tone.DANGER)
        problem = row(IconLabel("triangle-alert", size=16, tone=Tone.DANGER), gap=8)
        problem.addWidget(self.problem, 1)
        self._problem_box = boxed(problem)
        self._problem_box.hide()
        self.used_line = BillLine(self.tr("Points that paid go back"))
        self.earned_line = BillLine(self.tr("Points earned are taken off"))
        self.balance_line = BillLine(self.tr("Points afterwards"), TextStyle.BODY_BOLD, Tone.TEXT)
        self.money_line = BillLine(self.tr("Money that goes back"), TextStyle.BODY_BOLD, Tone.TEXT)
        self._sums_box = boxed(column(hairline(), self.money_line, self.used_line, self.earned_line, self.balance_line, gap=5))
        self._sums_box.hide()
        self.save = PrimaryButton("", "undo-2")
        self.save.set_shortcut_hint("Ctrl+Return")
        self.cancel = NormalButton(self.tr("Leave it"))
        words = row(gap=12)
        words.addWidget(self.day_field, 1, Qt.AlignmentFlag.AlignTop)
        words.addWidget(FormField(self.tr("Why"), self.note), 2, Qt.AlignmentFlag.AlignTop)
        self._form = boxed(
            column(row(self.way, STRETCH), self._lines_place, self.amount_field, self._problem_box, words, self._sums_box, gap=12)
        )
        for part in (self.what, self.left, self._form):
            self.body.addWidget(part)
        self.body.addLayout(row(STRETCH, self.cancel, self.save))
        self.body.addStretch(1)
        self._form.hide()
        self.save.hide()

    def _connect(self) -> None:
        self.way.changed.connect(self._on_way)
        self.amount.value_changed.connect(self._show_sum)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.close_panel)
        self.closed.connect(self.deleteLater)
        self.set_close_guard(self._may_close)

    def _on_basis(self, basis: RefundBasis) -> None:
        self._basis = basis
        self._currency = currency_of(basis.currency)
        day = day_text(basis.day, today=self._context.clock.today())
        name = polite_name(basis.name, is_company=basis.is_company) if basis.name else self.tr("Without a customer")
        self._is_net = basis.tax_entry is TaxEntry.EXCLUDED
        self.what.setText(self.tr("{name} · {day} · {amount}").format(name=name, day=day, amount=self._priced(basis.amount)))
        if basis.left <= 0:
            self.left.setText(self.tr("Everything has been given back already."))
            return
        self.left.setText(
            self.tr("The purchase stays as it was and the refund stands beside it. Up to {amount} can be given back.").format(
                amount=self._priced(basis.left)
            )
        )
        if self._is_net:
            self.amount_field.set_hint(self.tr("Without tax, as prices are typed"))
            self.money_line.label.setText(self.tr("Money that goes back, with tax"))
        self._fill_in(basis)
        set_shown(self._form, True)
        set_shown(self.save, True)
        self._on_way()

    def _fill_in(self, basis: RefundBasis) -> None:
        self._lines_place.removeWidget(self.lines)
        self.lines.deleteLater()
        self.lines = RefundLines(basis.lines, self._currency)
        self._lines_place.addWidget(self.lines)
        self.lines.changed.connect(self._show_sum)
        if len(self.lines.rows) == 1:
            self.lines.rows[0].check.setChecked(True)
        self._ticked = self.lines.returned()
        self.amount.set_currency(self._currency)
        self.amount.set_value(basis.left)
        has_items = any(line.product for line in basis.lines) and len(self.lines.rows) > 0
        set_shown(self.way, has_items)
        self.way.set_current(BY_LINES if has_items else BY_AMOUNT)

    def _wanted(self) -> int:
        if self.way.current() == BY_LINES:
            return sum(line.amount for line in self.lines.returned())
        return self.amount.value() or 0

    def _priced(self, amount: int) -> str:
        """As the shop types its prices."""
        return self.tr("{amount} without tax").format(amount=self._money(amount)) if self._is_net else self._money(amount)

    def _money(self, amount: int) -> str:
        return format_money(amount, self._currency, language())

    def _show_sum(self) -> None:
        wanted, sums = self._wanted(), self._sums()
        self.save.setText(self.tr("Give {amount} back").format(amount=self._money(sums.money)))
        self._show_points(sums)
        if self._basis is not None and wanted > self._basis.left:
            self._say(self._context.messages.sentence(RefundTooLarge(field="amount", left=self._basis.left)))
        else:
            self._say("")

    def _returned(self) -> tuple[LineFields, ...]:
        if self._basis is None:
            return ()
        if self.way.current() == BY_LINES:
            return self.lines.returned()
        amount = min(self._wanted(), self._basis.left)
        return returned_amount(self._basis.lines, amount) if amount > 0 else ()

    def _sums(self) -> RefundSums:
        basis = self._basis
        if basis is None:
            return RefundSums(0)
        return refund_sums(basis.lines, basis.refunded, self._returned(), basis.tax_entry, basis.points)

    def _show_points(self, sums: RefundSums) -> None:
        points = None if self._basis is None else self._basis.points
        self.money_line.set(self._money(sums.money), shown=sums.money != self._wanted())
        self.used_line.set(f"+{format_number(sums.used_back)}", shown=bool(sums.used_back))
        self.earned_line.set(format_number(-sums.earned_back), shown=bool(sums.earned_back))
        self.balance_line.set(format_number(sums.balance_after), shown=points is not None)
        self.balance_line.value.set_tone(Tone.DANGER if sums.balance_after < 0 else Tone.TEXT)
        set_shown(self._sums_box, points is not None or sums.money != self._wanted())

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        set_shown(self._problem_box, bool(sentence))

    def _day_problem(self) -> str:
        return "" if self.day.is_valid() else self.tr("Please enter today or an earlier day.")

    def _problem(self) -> str:
        by_lines = self.way.current() == BY_LINES
        sentence = self.lines.problem() if by_lines else ""
        if not sentence and self._wanted() <= 0:
            sentence = self.tr("Please choose what is given back.") if by_lines else self.tr("Please enter the amount.")
        return sentence or self.problem.text()

    def _may_close(self) -> bool:
        if self._basis is None or self._basis.left <= 0 or not self.is_touched():
            return True
        return self._context.messages.confirm(
            self.tr("Leave without giving money back?"),
            self.tr("What you typed is not saved yet."),
            safe=self.tr("Go on writing"),
            danger=self.tr("Leave without saving"),
        )

    def _on_load_failed(self, error: Exception) -> None:
        self.close_panel()
        self._context.messages.error(error)

    def _on_way(self) -> None:
        by_lines = self.way.current() == BY_LINES
        set_shown(self.lines, by_lines)
        set_shown(self.amount_field, not by_lines)
        first: QWidget = self.lines.rows[0].check if by_lines else self.amount
        first.setFocus(Qt.FocusReason.TabFocusReason)
        self._show_sum()

    def _on_save(self) -> None:
        problem = self._problem()
        self._say(problem)
        day = self.day.value()
        if problem or not self.day_field.validate() or day is None:
            return
        lines: tuple[LineFields, ...] | None = self.lines.returned() if self.way.current() == BY_LINES else None
        self._write(lines, None if lines else self._wanted(), day)

    def _write(self, lines: tuple[LineFields, ...] | None, amount: int | None, day: date, *, allow_negative: bool = False) -> None:
        purchase_id, note = self._purchase_id, self.note.text().strip()
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> VisitOutcome:
            from app.services.purchases import refund_visit

            return refund_visit(
                session, purchase_id, lines, amount, now=now, today=today, day=day, note=note, allow_negative=allow_negative
            )

        def ask(error: Exception) -> None:
            self._on_failed(error)
            if isinstance(error, PointsUsedAlready) and confirm_negative(self._context.messages, error):
                self._write(lines, amount, day, allow_negative=True)

        self.save.setEnabled(False)
        self._context.tasks.command(op, self._on_saved, owner=self, failed=ask)

    def _on_saved(self, outcome: VisitOutcome) -> None:
        amount = self._money(self._sums().money)
        self.set_close_guard(lambda: True)
        self.close_panel()
        self._context.messages.toast(self.tr("{amount} is given back").format(amount=amount), undo_action_id=outcome.action_id)

    def _on_failed(self, error: Exception) -> None:
        self.save.setEnabled(True)
        if isinstance(error, PointsUsedAlready):
            return
        if not isinstance(error, DomainError) or not error.field:
            self._context.messages.error(error)
        elif error.field == "day":
            self.day_field.set_error(self._context.messages.sentence(error))
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._say(self._context.messages.sentence(error))
