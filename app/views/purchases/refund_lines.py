"""Which lines go back, and how many of each."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.money import Currency, format_money
from app.domain.purchases import LineFields
from app.domain.visit_sums import share_of
from app.views.moments import language
from app.views.purchases.line_row import AMOUNT, GAP, QUANTITY, QuantityField
from app.views.purchases.wording import quantity_text
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.check_box import CheckBox
from app.views.widgets.labels import Caption, NumberText
from app.views.widgets.layouts import column, row
from app.views.widgets.text_field import mark_error


class RefundLine(QWidget):
    changed = Signal()

    def __init__(self, line: LineFields, currency: Currency) -> None:
        super().__init__()
        self._line = line
        self._currency = currency
        px = theme_of(self).px
        name = line.product or self.tr("Amount only")
        self.check = CheckBox(name)
        self.quantity = QuantityField()
        self.quantity.set_value(line.quantity)
        self.quantity.setFixedWidth(px(QUANTITY))
        self.quantity.setAccessibleName(self.tr("Quantity of {product}").format(product=name))
        self.quantity.setEnabled(False)
        self.of = Caption(self.tr("of {quantity}").format(quantity=quantity_text(line.quantity)), Tone.TEXT2)
        self.amount = NumberText("", TextStyle.BODY_BOLD)
        self.amount.setFixedWidth(px(AMOUNT))
        layout = row(gap=GAP)
        layout.addWidget(self.check, 1)
        for part in (self.quantity, self.of, self.amount):
            layout.addWidget(part)
        self.setLayout(layout)
        self.check.toggled.connect(self._on_toggled)
        self.quantity.value_changed.connect(self._on_edited)
        self._on_edited()

    def returned(self) -> LineFields | None:
        """What goes back of this line; None when nothing does."""
        quantity = self.quantity.value()
        if not self.check.isChecked() or not quantity:
            return None
        return share_of(self._line, Decimal(quantity))

    def problem(self) -> str:
        quantity = self.quantity.value()
        is_wrong = self.check.isChecked() and (not quantity or Decimal(quantity) > self._line.quantity)
        mark_error(self.quantity, is_wrong)
        if not is_wrong:
            return ""
        return self.tr("At most {quantity} can be given back.").format(quantity=quantity_text(self._line.quantity))

    def _on_toggled(self, is_on: bool) -> None:
        self.quantity.setEnabled(is_on)
        self._on_edited()

    def _on_edited(self) -> None:
        mark_error(self.quantity, False)
        returned = self.returned()
        self.amount.setText(format_money(returned.amount if returned is not None else 0, self._currency, language()))
        self.amount.set_tone(Tone.TEXT if returned is not None else Tone.TEXT3)
        self.changed.emit()


class RefundLines(QWidget):
    """The lines of a purchase that cost something; discounts and lines given back stand for themselves."""

    changed = Signal()

    def __init__(self, lines: Sequence[LineFields], currency: Currency) -> None:
        super().__init__()
        self.rows = [RefundLine(line, currency) for line in lines if line.amount > 0 and line.quantity > 0]
        self.setLayout(column(*self.rows, gap=6))
        for line in self.rows:
            line.changed.connect(self.changed)

    def returned(self) -> tuple[LineFields, ...]:
        found = (line.returned() for line in self.rows)
        return tuple(line for line in found if line is not None)

    def problem(self) -> str:
        for line in self.rows:
            sentence = line.problem()
            if sentence:
                line.quantity.setFocus()
                return sentence
        return ""
