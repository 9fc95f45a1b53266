"""What was bought: lines with their prices, or just an amount; and what the offer of a card takes off them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.counter import CounterBasis
from app.domain.money import JPY, Currency, format_money
from app.domain.offers import NO_OFFER, Offer
from app.domain.purchases import LineFields
from app.views.moments import language
from app.views.purchases.line_row import NAME, LineHeads, LineRow, room_beside_fields
from app.views.purchases.product_search import ProductSearch
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import LinkButton
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import Caption, Text, Title
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown
from app.views.widgets.number_field import MoneyField

PREFILL_LINES = 8


class BoughtPart(QWidget):
    changed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._currency: Currency = JPY
        self._rows: list[LineRow] = []
        self._by_amount = self._usual_by_amount = False
        self._single = LineFields()
        self._offer = NO_OFFER
        self._offer_words = ""
        self._put_in: tuple[LineFields, ...] = ()
        self._staff: tuple[str, ...] = ()
        self._in_charge = ""
        self._build()
        self._connect()

    def set_basis(self, basis: CounterBasis) -> None:
        self._currency = basis.currency
        self._staff = basis.staff
        set_shown(self._heads.staff, bool(basis.staff))
        self.products.set_products(basis.often, basis.currency, has_list=basis.has_products)
        self.products.show_often(set())
        self.amount.set_currency(basis.currency)
        self._usual_by_amount = not basis.often and not basis.has_products
        self._set_by_amount(self._usual_by_amount)

    def set_in_charge(self, name: str) -> None:
        """Who is in charge of the visit, and of every line for which nobody else is chosen."""
        self._in_charge = name
        for line in self._rows:
            line.set_staff(self._staff, name)

    def show_lines(self, lines: Sequence[LineFields], caption: str) -> None:
        """Put lines in: a single one without a product as an amount. `caption` says where they come from, as long as they stay so."""
        for old in list(self._rows):
            self._drop(old)
        is_amount = len(lines) == 1 and not lines[0].product and lines[0].quantity == 1 and not lines[0].discount
        self._single = lines[0] if is_amount else LineFields()
        self.amount.set_value(self._single.amount if is_amount else None)
        self._set_by_amount(is_amount if lines else self._usual_by_amount)
        for line in () if is_amount else lines:
            self._add_row(line)
        self.products.show_often({line.product for line in lines})
        self.caption.setText(caption)
        self._put_in = self.written()
        self._tell()

    def lines(self) -> tuple[LineFields, ...]:
        if not self._by_amount:
            return tuple(line.fields() for line in self._rows)
        single = self._single_line()
        if single is None:
            return ()
        (off,) = self._offer.discount_for((single,))
        if not off:
            return (single,)
        return (replace(single, quantity=Decimal(1), unit_price=single.amount, discount=off, amount=single.amount - off),)

    def written(self) -> tuple[LineFields, ...]:
        """The lines as the user left them, without what an offer takes off."""
        if self._by_amount:
            single = self._single_line()
            return () if single is None else (single,)
        return tuple(line.before_offer() for line in self._rows)

    def set_offer(self, offer: Offer, words: str) -> None:
        """What a card takes off, from now on; NO_OFFER takes it away again."""
        self._offer, self._offer_words = offer, words
        self._tell()

    def offered(self) -> int:
        """What the offer takes off in all (minor units)."""
        return sum(self._offer.discount_for(self.written()))

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self.caption = Caption()
        self.toggle = LinkButton("", small=True)
        self._heads = LineHeads()
        self._rows_place = column(gap=6)
        self.products = ProductSearch(self._context)
        self._lines_box = boxed(column(self._heads, self._rows_place, self.products, gap=6))
        self.amount = MoneyField(self._currency, minimum=0)
        self.amount_field = FormField(self.tr("Amount paid"), self.amount)
        self.off = Text("", TextStyle.BODY, Tone.TEXT2)
        self._amount_box = boxed(row(self.amount_field, self.off, STRETCH, gap=12))
        self.setLayout(
            column(row(Title(self.tr("Purchase")), self.caption, STRETCH, self.toggle, gap=10), self._lines_box, self._amount_box, gap=6)
        )
        self._set_by_amount(False)

    def _connect(self) -> None:
        self.products.line_chosen.connect(self._on_line_chosen)
        self.toggle.clicked.connect(self._on_toggled)
        self.amount.value_changed.connect(self._on_amount)
        theme_of(self).changed.connect(self._fit)

    def _single_line(self) -> LineFields | None:
        amount = self.amount.value() or 0
        if amount == self._single.amount:
            return self._single if amount else None
        kept = self._single
        return LineFields(quantity=Decimal(1), unit_price=amount, amount=amount, tax_rate=kept.tax_rate, staff=kept.staff)

    def _tell(self) -> None:
        """Bring the offer along and say that the lines are others."""
        set_shown(self.caption, bool(self.caption.text()) and self.written() == self._put_in)
        off = self._offer.discount_for(self.written())
        if self._by_amount:
            taken = sum(off)
            words = self.tr("{offer}: −{amount}").format(offer=self._offer_words, amount=self._money(taken)) if taken else ""
            self.off.setText(words)
        else:
            for line, taken in zip(self._rows, off, strict=True):
                line.set_offer(taken, self._offer_words)
        set_shown(self.off, self._by_amount and bool(self.off.text()))
        self.changed.emit()

    def _money(self, amount: int) -> str:
        return format_money(amount, self._currency, language())

    def _add_row(self, line: LineFields) -> LineRow:
        added = LineRow(line, self._currency)
        added.set_staff(self._staff, self._in_charge)
        added.changed.connect(self._tell)
        added.removed.connect(lambda: self._on_removed(added))
        self._rows.append(added)
        self._rows_place.addWidget(added)
        set_shown(self._heads, True)
        self._fit()
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

    def _fit(self) -> None:
        is_narrow = room_beside_fields(self, with_staff=bool(self._staff)) < theme_of(self).px(NAME)
        self._heads.set_narrow(is_narrow)
        for line in self._rows:
            line.set_narrow(is_narrow)

    def _on_line_chosen(self, line: LineFields) -> None:
        added = self._add_row(line)
        if line.unit_price == 0:
            added.price.setFocus(Qt.FocusReason.OtherFocusReason)
            added.price.selectAll()
        else:
            self.products.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _on_removed(self, line: LineRow) -> None:
        place = self._rows.index(line)
        self._drop(line)
        following = self._rows[min(place, len(self._rows) - 1)].remove if self._rows else self.products.search
        following.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _on_toggled(self) -> None:
        total = sum(line.amount for line in self.written())
        self._set_by_amount(not self._by_amount)
        if self._by_amount and self.amount.value() is None and total:
            self.amount.set_value(total)
        self.focus_first()
        self._tell()

    def _on_amount(self) -> None:
        self.amount_field.clear_error()
        self._tell()
