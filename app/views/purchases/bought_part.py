"""What was bought: lines with their prices, or just an amount."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.money import JPY, Currency
from app.domain.purchases import LineFields
from app.views.purchases.basis import VisitBasis
from app.views.purchases.line_row import LineRow, line_heads
from app.views.purchases.product_search import ProductSearch
from app.views.widgets.buttons import LinkButton
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import Caption, Title
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown
from app.views.widgets.number_field import MoneyField

PREFILL_LINES = 8


class BoughtPart(QWidget):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._currency: Currency = JPY
        self._rows: list[LineRow] = []
        self._by_amount = self._usual_by_amount = False
        self._single = LineFields()
        self._build()
        self._connect()

    def set_basis(self, basis: VisitBasis) -> None:
        self._currency = basis.currency
        self.products.set_products(basis.products, basis.currency)
        self.products.show_often(set())
        self.amount.set_currency(basis.currency)
        self._usual_by_amount = not basis.products
        self._set_by_amount(self._usual_by_amount)

    def show_lines(self, lines: Sequence[LineFields], caption: str) -> None:
        """Put lines in: a single one without a product as an amount. `caption` says where they come from."""
        for old in list(self._rows):
            self._drop(old)
        is_amount = len(lines) == 1 and not lines[0].product and lines[0].quantity == 1
        self._single = lines[0] if is_amount else LineFields()
        self.amount.set_value(self._single.amount if is_amount else None)
        self._set_by_amount(is_amount if lines else self._usual_by_amount)
        for line in () if is_amount else lines:
            self._add_row(line)
        self.products.show_often({line.product for line in lines})
        self.caption.setText(caption)
        self.changed.emit()

    def lines(self) -> tuple[LineFields, ...]:
        if not self._by_amount:
            return tuple(line.fields() for line in self._rows)
        amount = self.amount.value() or 0
        if amount == self._single.amount:
            return (self._single,) if amount else ()
        one = LineFields(quantity=Decimal(1), unit_price=amount, amount=amount, tax_rate=self._single.tax_rate, staff=self._single.staff)
        return (one,)

    def is_by_amount(self) -> bool:
        return self._by_amount

    def unfinished(self) -> str:
        """What was typed to be added and is not a line yet."""
        return "" if self._by_amount else self.products.typed()

    def first_field(self) -> QWidget:
        if self._by_amount:
            return self.amount
        return self._rows[0].quantity if self._rows else self.products.search

    def focus_first(self) -> None:
        first = self.first_field()
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(first, MoneyField) or (self._rows and first is self._rows[0].quantity):
            first.selectAll()

    def problem(self) -> str:
        """What keeps it from being recorded, or nothing; the cursor goes to where it is."""
        if self._by_amount:
            sentence = "" if self.amount.value() else self.tr("Please enter the amount.")
            self.amount_field.set_error(sentence)
            if sentence:
                self.amount.setFocus(Qt.FocusReason.OtherFocusReason)
            return sentence
        if self.unfinished():
            self.products.search.setFocus(Qt.FocusReason.OtherFocusReason)
            return self.tr("“{text}” is not on the receipt yet. Press Enter to add it, or delete the words.").format(text=self.unfinished())
        for line in self._rows:
            sentence = line.problem()
            if sentence:
                line.wrong_field().setFocus(Qt.FocusReason.OtherFocusReason)
                return sentence
        return ""

    def _build(self) -> None:
        self.caption = Caption()
        self.toggle = LinkButton("", small=True)
        words = (self.tr("Menu or product"), self.tr("Qty"), self.tr("Price"), self.tr("Discount"), self.tr("Amount"))
        self._heads = line_heads(self, words)
        self._rows_place = column(gap=6)
        self.products = ProductSearch()
        self._lines_box = boxed(column(self._heads, self._rows_place, self.products, gap=6))
        self.amount = MoneyField(self._currency, minimum=0)
        self.amount_field = FormField(self.tr("Amount paid"), self.amount)
        self._amount_box = boxed(row(self.amount_field, STRETCH))
        self.setLayout(
            column(row(Title(self.tr("Purchase")), self.caption, STRETCH, self.toggle, gap=10), self._lines_box, self._amount_box, gap=6)
        )
        self._set_by_amount(False)

    def _connect(self) -> None:
        self.products.line_chosen.connect(self._on_line_chosen)
        self.toggle.clicked.connect(self._on_toggled)
        self.amount.value_changed.connect(self._on_amount)

    def _add_row(self, line: LineFields) -> LineRow:
        added = LineRow(line, self._currency)
        added.changed.connect(self.changed)
        added.removed.connect(lambda: self._on_removed(added))
        self._rows.append(added)
        self._rows_place.addWidget(added)
        set_shown(self._heads, True)
        return added

    def _drop(self, line: LineRow) -> None:
        self._rows.remove(line)
        self._rows_place.removeWidget(line)
        line.hide()
        line.deleteLater()
        set_shown(self._heads, bool(self._rows))

    def _set_by_amount(self, by_amount: bool) -> None:
        self._by_amount = by_amount
        set_shown(self._lines_box, not by_amount)
        set_shown(self._amount_box, by_amount)
        set_shown(self._heads, bool(self._rows))
        self.toggle.setText(self.tr("Enter the items") if by_amount else self.tr("Only the amount"))

    def _on_line_chosen(self, line: LineFields) -> None:
        added = self._add_row(line)
        self.caption.setText("")
        if line.unit_price == 0:
            added.price.setFocus(Qt.FocusReason.OtherFocusReason)
            added.price.selectAll()
        else:
            self.products.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _on_removed(self, line: LineRow) -> None:
        place = self._rows.index(line)
        self._drop(line)
        following = self._rows[min(place, len(self._rows) - 1)].remove if self._rows else self.products.search
        following.setFocus(Qt.FocusReason.OtherFocusReason)
        self.caption.setText("")
        self.changed.emit()

    def _on_toggled(self) -> None:
        total = sum(line.amount for line in self.lines())
        self._set_by_amount(not self._by_amount)
        if self._by_amount and self.amount.value() is None and total:
            self.amount.set_value(total)
        self.focus_first()
        self.changed.emit()

    def _on_amount(self) -> None:
        self.amount_field.clear_error()
        self.changed.emit()
