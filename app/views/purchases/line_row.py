"""One line of the receipt: what, how many, for how much."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.money import Currency, format_money
from app.domain.purchases import LineFields
from app.domain.visit_sums import line_amount
from app.views.moments import language
from app.views.purchases.wording import quantity_text
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import IconButton
from app.views.widgets.labels import ElidedLabel, NumberText, Text
from app.views.widgets.layouts import row
from app.views.widgets.number_field import MoneyField, NumberField
from app.views.widgets.text_field import mark_error

QUANTITY, PRICE, DISCOUNT, AMOUNT, REMOVE = 52, 88, 80, 92, 28
GAP = 6


class QuantityField(NumberField):
    """Pieces, or parts of one with a decimal point."""

    def __init__(self) -> None:
        super().__init__(0, 100_000, decimals=3)

    def set_value(self, value: int | Decimal | None) -> None:
        self.setText("" if value is None else quantity_text(Decimal(value)))


class LineRow(QWidget):
    changed = Signal()
    removed = Signal()

    def __init__(self, line: LineFields, currency: Currency) -> None:
        super().__init__()
        self._line = line
        self._currency = currency
        self._build()
        self._connect()
        self._show_amount()

    def fields(self) -> LineFields:
        """A line that was not touched keeps its amount to the yen, however it came about."""
        quantity, price, discount = self._typed()
        if (quantity, price, discount) == (self._line.quantity, self._line.unit_price, self._line.discount):
            return self._line
        amount = line_amount(quantity, price, discount)
        return replace(self._line, quantity=quantity, unit_price=price, discount=discount, amount=amount)

    def problem(self) -> str:
        """What is wrong with the line, or nothing; the field it is in gets its red border."""
        wrong = {
            self.quantity: not self.quantity.value(),
            self.price: not self.price.is_valid(),
            self.discount: not self.discount.is_valid() or self.fields().amount < 0,
        }
        for field, is_wrong in wrong.items():
            mark_error(field, is_wrong)
        if wrong[self.quantity]:
            return self.tr("Please enter how many, at least a part of one.")
        if wrong[self.price]:
            return self.tr("Please enter the price as a number.")
        return self.tr("The discount is larger than the price.") if wrong[self.discount] else ""

    def wrong_field(self) -> QWidget:
        return next((field for field in (self.quantity, self.price, self.discount) if field.property("error")), self.quantity)

    def inputs(self) -> tuple[NumberField, ...]:
        return (self.quantity, self.price, self.discount)

    def _build(self) -> None:
        px = theme_of(self).px
        line = self._line
        name = line.product or self.tr("Amount only")
        self.name = ElidedLabel(name, TextStyle.ROW_TITLE)
        self.quantity = QuantityField()
        self.price = MoneyField(self._currency, minimum=0)
        self.discount = MoneyField(self._currency, minimum=0)
        self.amount = NumberText("", TextStyle.BODY_BOLD)
        self.remove = IconButton("x", self.tr("Remove {product}").format(product=name), size=REMOVE)
        self.quantity.set_value(line.quantity)
        self.price.set_value(line.unit_price)
        self.discount.set_value(line.discount)
        layout = row(gap=GAP)
        layout.addWidget(self.name, 1)
        for field, width, words in (
            (self.quantity, QUANTITY, self.tr("Quantity of {product}")),
            (self.price, PRICE, self.tr("Price of {product}")),
            (self.discount, DISCOUNT, self.tr("Discount on {product}")),
        ):
            field.setFixedWidth(px(width))
            field.setAccessibleName(words.format(product=name))
            layout.addWidget(field)
        self.amount.setFixedWidth(px(AMOUNT))
        layout.addWidget(self.amount)
        layout.addWidget(self.remove)
        self.setLayout(layout)

    def _connect(self) -> None:
        for field in self.inputs():
            field.value_changed.connect(self._on_edited)
            field.returnPressed.connect(self._on_enter)
        self.remove.clicked.connect(self.removed)

    def _typed(self) -> tuple[Decimal, int, int]:
        quantity = self.quantity.value()
        return Decimal(quantity if quantity is not None else 0), self.price.value() or 0, self.discount.value() or 0

    def _show_amount(self) -> None:
        self.amount.setText(format_money(self.fields().amount, self._currency, language()))

    def _on_edited(self) -> None:
        for field in self.inputs():
            mark_error(field, False)
        self._show_amount()
        self.changed.emit()

    def _on_enter(self) -> None:
        self.focusNextChild()


def line_heads(parent: QWidget, words: tuple[str, str, str, str, str]) -> QWidget:
    """The words above the columns of the lines."""
    px = theme_of(parent).px
    product, quantity, price, discount, amount = words
    head = QWidget()
    layout = row(gap=GAP)
    layout.addWidget(Text(product, TextStyle.CAPTION, Tone.TEXT2), 1)
    for text, width in ((quantity, QUANTITY), (price, PRICE), (discount, DISCOUNT), (amount, AMOUNT)):
        label = NumberText(text, TextStyle.CAPTION, Tone.TEXT2)
        label.setFixedWidth(px(width))
        layout.addWidget(label)
    layout.addSpacing(px(REMOVE) + px(GAP))
    head.setLayout(layout)
    return head
