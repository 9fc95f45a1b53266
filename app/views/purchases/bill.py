"""お会計: what it comes to, live, with the tax in it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.domain.money import JPY, Currency, format_money
from app.domain.numbers import format_percent
from app.domain.purchases import LineFields
from app.domain.shop import TaxEntry
from app.domain.visit_sums import tax_parts
from app.views.moments import language
from app.views.theme import TextStyle, Tone
from app.views.widgets.announce import announce
from app.views.widgets.labels import NumberText, Text, Title, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, column, hairline, row, set_shown

_SETTLED_MS = 1_000


class Bill(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._currency: Currency = JPY
        self._entry = TaxEntry.INCLUDED
        self._build()
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._on_settled)

    def set_basis(self, currency: Currency, entry: TaxEntry) -> None:
        self._currency, self._entry = currency, entry

    def show_lines(self, lines: Sequence[LineFields]) -> None:
        discount = sum(line.discount for line in lines)
        total = sum(line.amount for line in lines)
        self.subtotal_label.setText(self.tr("Subtotal (%n item(s))", "", len(lines)))
        self.subtotal.setText(self._money(total + discount))
        self.discount.setText(self._money(-discount))
        set_shown(self._parts, bool(discount))
        self.total.setText(self._money(total))
        self.tax.setText(self._tax_sentence(lines, total))
        set_shown(self.tax, bool(self.tax.text()))
        self._settled.start()

    def _build(self) -> None:
        self.subtotal_label = Text("", TextStyle.BODY, Tone.TEXT2)
        self.subtotal, self.discount = NumberText(), NumberText()
        self.total = NumberText("", TextStyle.KPI)
        self.total_label = Text(self.tr("Total"), TextStyle.BODY_BOLD)
        self.tax = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        discount = row(Text(self.tr("Discount"), TextStyle.BODY, Tone.TEXT2), STRETCH, self.discount)
        self._parts = boxed(column(row(self.subtotal_label, STRETCH, self.subtotal), discount, hairline(), gap=6))
        self.setLayout(column(Title(self.tr("Payment")), self._parts, row(self.total_label, STRETCH, self.total), self.tax, gap=8))

    def _tax_sentence(self, lines: Sequence[LineFields], total: int) -> str:
        parts = tax_parts(lines, self._entry)
        if not parts:
            return ""
        taxes = self.tr(", ").join(
            self.tr("{rate} {amount}").format(rate=format_percent(Fraction(part.rate), _digits(part.rate)), amount=self._money(part.tax))
            for part in parts
        )
        if self._entry is TaxEntry.INCLUDED:
            return self.tr("Consumption tax in it: {taxes}").format(taxes=taxes)
        with_tax = self._money(total + sum(part.tax for part in parts))
        return self.tr("With consumption tax {taxes}: {total}").format(taxes=taxes, total=with_tax)

    def _money(self, amount: int) -> str:
        return format_money(amount, self._currency, language())

    def _on_settled(self) -> None:
        announce(self, f"{self.total_label.text()} {self.total.text()}")


def _digits(rate: object) -> int:
    return 0 if Fraction(str(rate)) * 100 % 1 == 0 else 1
