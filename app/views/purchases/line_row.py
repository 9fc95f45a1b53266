"""One line of the receipt: what, how many, for how much, by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.money import Currency, format_money
from app.domain.purchases import LineFields
from app.domain.visit_sums import line_amount
from app.views.moments import language
from app.views.purchases.discount_field import DiscountField
from app.views.purchases.wording import quantity_text, short_name
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import IconButton
from app.views.widgets.combo_field import ComboField
from app.views.widgets.labels import ElidedLabel, NumberText, Text
from app.views.widgets.layouts import boxed, column, row, set_shown
from app.views.widgets.number_field import MoneyField, NumberField
from app.views.widgets.text_field import mark_error

QUANTITY, PRICE, DISCOUNT, STAFF, AMOUNT, REMOVE = 46, 78, 70, 84, 80, 26
GAP = 6
NAME = 120
"""As little room as a product's name may have beside the fields; with less it stands above them."""
AS_THE_VISIT = ""


class QuantityField(NumberField):
    """Pieces, or parts of one with a decimal point."""

    def __init__(self) -> None:
        super().__init__(0, 100_000, decimals=3)

    def set_value(self, value: int | Decimal | None) -> None:
        self.setText("" if value is None else quantity_text(Decimal(value)))


class LineRow(QWidget):
    """What an offer takes off, or a percentage, stands in the discount and follows price and quantity, until somebody types a discount
    of their own."""

    changed = Signal()
    removed = Signal()

    def __init__(self, line: LineFields, currency: Currency) -> None:
        super().__init__()
        self._line = line
        self._currency = currency
        self._offered = 0
        self._offer_words = ""
        self._own = line.discount
        self._refuses_offer = False
        self._is_narrow = self._is_staff_touched = False
        self._build()
        self._connect()
        self._show_amount()

    def fields(self) -> LineFields:
        """A line that was not touched keeps its amount to the yen, however it came about."""
        quantity, price, discount = self._typed()
        line = replace(self._line, staff=self._staff())
        if (quantity, price, discount) == (line.quantity, line.unit_price, line.discount):
            return line
        if (quantity, price) == (line.quantity, line.unit_price):
            return replace(line, discount=discount, amount=line.amount + line.discount - discount)
        return replace(line, quantity=quantity, unit_price=price, discount=discount, amount=line_amount(quantity, price, discount))

    def before_offer(self) -> LineFields:
        """The line without what an offer takes off; nothing is left of it for an offer when the discount was typed over one."""
        line = self.fields()
        if self._refuses_offer:
            return replace(line, amount=0)
        return replace(line, discount=self._own, amount=line.amount + line.discount - self._own)

    def set_offer(self, discount: int, words: str) -> None:
        """What an offer takes off, above the line's own discount: nothing of a line whose discount was typed over one."""
        self._offered = discount
        self._offer_words = words if discount else ""
        self._show_caption()
        if (self.discount.value() or 0) != self._own + discount:
            self.discount.set_value(self._own + discount)
            self._show_amount()

    def set_staff(self, options: Sequence[str], of_visit: str) -> None:
        """`of_visit`: who is in charge of the visit, and so of the line unless somebody else is chosen."""
        chosen = self._staff()
        names = [*options, *([chosen] if chosen and chosen not in options else [])]
        first = short_name(of_visit) if of_visit else self.tr("Nobody")
        self.staff.set_options([(AS_THE_VISIT, first), *((name, short_name(name)) for name in names if name != of_visit)])
        self.staff.set_current(chosen if chosen in names and chosen != of_visit else AS_THE_VISIT)
        set_shown(self.staff, bool(names))

    def set_narrow(self, is_narrow: bool) -> None:
        """With little room the name stands above the fields."""
        if is_narrow is self._is_narrow:
            return
        self._is_narrow = is_narrow
        (self._above if is_narrow else self._beside).addWidget(self._names)
        set_shown(self._above_box, is_narrow)

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
        if not self.discount.is_valid():
            return self.tr("Please type the discount as an amount (500) or a percentage (10%).")
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
        self.caption = ElidedLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.caption.hide()
        self.quantity = QuantityField()
        self.price = MoneyField(self._currency, minimum=0)
        self.discount = DiscountField(self._currency)
        self.staff = ComboField([(AS_THE_VISIT, "")], AS_THE_VISIT)
        self.staff.setAccessibleName(self.tr("Who did {product}").format(product=name))
        self.staff.setFixedWidth(px(STAFF))
        self.staff.hide()
        self.amount = NumberText("", TextStyle.BODY_BOLD)
        self.remove = IconButton("x", self.tr("Remove {product}").format(product=name), size=REMOVE)
        self.quantity.set_value(line.quantity)
        self.price.set_value(line.unit_price)
        self.discount.set_value(line.discount)
        self.discount.set_gross(self._gross())
        self._names = boxed(column(self.name, self.caption, gap=0))
        self._beside = column(self._names, gap=0)
        beside = boxed(self._beside)
        layout = row(gap=GAP)
        layout.addWidget(beside, 1)
        for field, width, words in (
            (self.quantity, QUANTITY, self.tr("Quantity of {product}")),
            (self.price, PRICE, self.tr("Price of {product}")),
            (self.discount, DISCOUNT, self.tr("Discount on {product}")),
        ):
            field.setFixedWidth(px(width))
            field.setAccessibleName(words.format(product=name))
            layout.addWidget(field)
        layout.addWidget(self.staff)
        self.amount.setFixedWidth(px(AMOUNT))
        layout.addWidget(self.amount)
        layout.addWidget(self.remove)
        self._above = column(gap=0)
        self._above_box = boxed(self._above)
        self._above_box.hide()
        self.setLayout(column(self._above_box, layout, gap=2))

    def _connect(self) -> None:
        for priced in (self.quantity, self.price):
            priced.value_changed.connect(self._on_priced)
        self.discount.value_changed.connect(self._on_discount)
        for field in self.inputs():
            field.returnPressed.connect(self._on_enter)
        self.staff.changed.connect(self._on_staff)
        self.remove.clicked.connect(self.removed)

    def _staff(self) -> str:
        chosen = self.staff.current()
        if not self._is_staff_touched or not isinstance(chosen, str):
            return self._line.staff
        return chosen

    def _typed(self) -> tuple[Decimal, int, int]:
        quantity = self.quantity.value()
        return Decimal(quantity if quantity is not None else 0), self.price.value() or 0, self.discount.value() or 0

    def _gross(self) -> int:
        """What the line comes to without its discount."""
        quantity, price = Decimal(self.quantity.value() or 0), self.price.value() or 0
        line = self._line
        return line.amount + line.discount if (quantity, price) == (line.quantity, line.unit_price) else line_amount(quantity, price)

    def _show_caption(self) -> None:
        rate = self.discount.rate()
        words = "" if rate is None else self.tr("{percent}% off").format(percent=quantity_text(rate * 100))
        self.caption.setText(self._offer_words or words)
        set_shown(self.caption, bool(self.caption.text()))

    def _show_amount(self) -> None:
        self.amount.setText(format_money(self.fields().amount, self._currency, language()))

    def _on_discount(self) -> None:
        self._own = self.discount.value() or 0
        self._refuses_offer = self._refuses_offer or bool(self._offered)
        self._offered, self._offer_words = 0, ""
        self._show_caption()
        self._on_edited()

    def _on_priced(self) -> None:
        self.discount.set_gross(self._gross())
        if self.discount.rate() is not None:
            self._own = self.discount.value() or 0
        self._on_edited()

    def _on_staff(self) -> None:
        self._is_staff_touched = True
        self.changed.emit()

    def _on_edited(self) -> None:
        for field in self.inputs():
            mark_error(field, field is self.discount and not field.is_valid())
        self._show_amount()
        self.changed.emit()

    def _on_enter(self) -> None:
        self.focusNextChild()


class LineHeads(QWidget):
    """The words above the columns of the lines."""

    def __init__(self) -> None:
        super().__init__()
        px = theme_of(self).px
        layout = row(gap=GAP)
        self.product = Text(self.tr("Menu or product"), TextStyle.CAPTION, Tone.TEXT2)
        layout.addWidget(boxed(column(self.product, gap=0)), 1)
        self.staff = Text(self.tr("In charge"), TextStyle.CAPTION, Tone.TEXT2)
        self.staff.setFixedWidth(px(STAFF))
        for text, width in ((self.tr("Qty"), QUANTITY), (self.tr("Price"), PRICE), (self.tr("Discount"), DISCOUNT)):
            label = NumberText(text, TextStyle.CAPTION, Tone.TEXT2)
            label.setFixedWidth(px(width))
            label.setContentsMargins(0, 0, px(6), 0)
            layout.addWidget(label)
        layout.addWidget(self.staff)
        amount = NumberText(self.tr("Amount"), TextStyle.CAPTION, Tone.TEXT2)
        amount.setFixedWidth(px(AMOUNT))
        layout.addWidget(amount)
        layout.addSpacing(px(REMOVE) + px(GAP))
        self.setLayout(layout)
        self.staff.hide()

    def set_narrow(self, is_narrow: bool) -> None:
        set_shown(self.product, not is_narrow)


def room_beside_fields(widget: QWidget, *, with_staff: bool) -> int:
    """How much of the width of a line is left for the name."""
    px = theme_of(widget).px
    fields = [QUANTITY, PRICE, DISCOUNT, AMOUNT, REMOVE] + ([STAFF] if with_staff else [])
    return widget.width() - sum(px(width) for width in fields) - len(fields) * px(GAP)
