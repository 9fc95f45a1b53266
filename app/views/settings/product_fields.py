"""Fields that products and their groups share: a tax rate and a margin, each of which may be left to what stands above."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.products import BASIS_POINTS, REDUCED_TAX, STANDARD_TAX, UNTAXED, USUAL_TAXES
from app.views.settings.product_words import tax_text
from app.views.theme import TextStyle, Tone
from app.views.widgets.combo_field import ComboField
from app.views.widgets.labels import Text
from app.views.widgets.layouts import STRETCH, row
from app.views.widgets.number_field import NumberField

_ABOVE = "above"
_OTHER = "other"
_HIGHEST = 50


class TaxField(QWidget):
    """`value()` in basis points; None is "as above"."""

    edited_done = Signal()

    def __init__(self, above: str) -> None:
        """`above` says what holds when nothing is chosen here."""
        super().__init__()
        self.choice = ComboField(
            [
                (_ABOVE, above),
                (STANDARD_TAX, self.tr("10% (standard)")),
                (REDUCED_TAX, self.tr("8% (reduced)")),
                (UNTAXED, self.tr("No tax")),
                (_OTHER, self.tr("Another rate")),
            ],
            _ABOVE,
        )
        self.rate = NumberField(0, _HIGHEST, decimals=1)
        self.rate.setAccessibleName(self.tr("Tax rate in per cent"))
        self._percent = Text("%", TextStyle.BODY, Tone.TEXT2)
        self.setLayout(row(self.choice, self.rate, self._percent, STRETCH, gap=8))
        self.setFocusProxy(self.choice)
        self.choice.changed.connect(self._on_chosen)
        self.rate.edited_done.connect(self.edited_done)
        self._show_rate()

    def value(self) -> int | None:
        chosen = self.choice.current()
        if isinstance(chosen, int):
            return chosen
        typed = self.rate.value()
        return None if chosen == _ABOVE or typed is None else int(Decimal(typed) * BASIS_POINTS / 100)

    def set_value(self, rate: int | None) -> None:
        if rate is None or rate in USUAL_TAXES:
            self.choice.set_current(_ABOVE if rate is None else rate)
        else:
            self.choice.set_current(_OTHER)
            self.rate.set_value(Decimal(rate) * 100 / BASIS_POINTS)
        self._show_rate()

    def is_valid(self) -> bool:
        """Whoever asks for another rate has to name it."""
        return self.choice.current() != _OTHER or self.rate.value() is not None

    def set_above(self, rate: int) -> None:
        """Name the rate that holds when nothing is chosen here."""
        self.choice.setItemText(0, self.tr("As the group ({rate})").format(rate=tax_text(rate)))
        self.choice.updateGeometry()

    def _on_chosen(self, _key: object) -> None:
        self._show_rate()
        self.edited_done.emit()

    def _show_rate(self) -> None:
        is_other = self.choice.current() == _OTHER
        self.rate.setVisible(is_other)
        self._percent.setVisible(is_other)


class MarginField(QWidget):
    """`value()` is a fraction; None, when empty, is "as above". `is_valid()` tells an unreadable one."""

    edited_done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.percent = NumberField(0, 100, decimals=1)
        self._above = Text("", TextStyle.CAPTION, Tone.TEXT2)
        self.setLayout(row(self.percent, Text("%", TextStyle.BODY, Tone.TEXT2), self._above, STRETCH, gap=8))
        self.setFocusProxy(self.percent)
        self.percent.edited_done.connect(self.edited_done)

    def value(self) -> float | None:
        typed = self.percent.value()
        return None if typed is None else float(Decimal(typed) / 100)

    def set_value(self, fraction: float | None) -> None:
        self.percent.set_value(None if fraction is None else Decimal(str(fraction)) * 100)

    def is_valid(self) -> bool:
        return self.percent.is_valid()

    def set_above(self, sentence: str) -> None:
        self._above.setText(sentence)
