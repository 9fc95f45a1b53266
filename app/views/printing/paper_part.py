"""The paper and the printer: which sides, what stock, and how far this printer is off."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Signal

from app.domain.cards import LARGEST_SHIFT_MM, SIDE_LABELS, Calibration, CardSide
from app.domain.print_runs import PrintSettings
from app.views.labels import label_of
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton
from app.views.widgets.combo_field import ComboField
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, Hairline, ScrollColumn, row
from app.views.widgets.number_field import NumberField

_LIMIT = Decimal(str(LARGEST_SHIFT_MM))
_STEP = Decimal("0.1")


class PaperPart(ScrollColumn):
    """`test_requested`: a sheet with rulers."""

    changed = Signal()
    test_requested = Signal()

    def __init__(self) -> None:
        super().__init__(gap=10, margins=(0, 4, 4, 4))
        self._build()
        self._connect()

    def show_settings(self, settings: PrintSettings) -> None:
        """Put the settings into the fields; nothing is announced."""
        self.side.set_current(settings.side)
        self.stock.set_current(settings.blank_stock)
        for field, shift in ((self.dx, settings.dx), (self.dy, settings.dy)):
            if field.value() != Decimal(str(shift)):
                field.set_value(Decimal(str(shift)))

    def applied_to(self, settings: PrintSettings) -> PrintSettings:
        """A shift that cannot be read stays as it was."""
        dx, dy = self.dx.value(), self.dy.value()
        return replace(
            settings,
            side=CardSide(str(self.side.current())),
            blank_stock=bool(self.stock.current()),
            dx=settings.dx if dx is None else float(dx),
            dy=settings.dy if dy is None else float(dy),
        )

    def calibration(self) -> Calibration:
        settings = self.applied_to(PrintSettings())
        return Calibration(settings.dx, settings.dy)

    def _build(self) -> None:
        order = (CardSide.BOTH, CardSide.ADDRESS, CardSide.MESSAGE)
        self.side = ComboField([(side, label_of(side, SIDE_LABELS, "Cards")) for side in order])
        self.stock = ComboField([(False, self.tr("Postcard 100×148 mm")), (True, self.tr("Blank card, boxes drawn"))])
        self.dx = NumberField(-_LIMIT, _LIMIT, decimals=1, step=_STEP)
        self.dy = NumberField(-_LIMIT, _LIMIT, decimals=1, step=_STEP)
        self.test = NormalButton(self.tr("Print 1 test sheet"), "printer", small=True)
        self.body.addWidget(FormField(self.tr("Sides"), self.side))
        self.body.addWidget(FormField(self.tr("Paper"), self.stock))
        self.body.addWidget(Hairline())
        self.dx_field, self.dy_field = FormField(self.tr("Right (mm)"), self.dx), FormField(self.tr("Down (mm)"), self.dy)
        for field, number in ((self.dx_field, self.dx), (self.dy_field, self.dy)):
            field.set_validator(partial(self._complaint, number))
        pair = row(gap=8)
        pair.addWidget(self.dx_field, 1)
        pair.addWidget(self.dy_field, 1)
        self.body.addLayout(pair)
        hint = self.tr("Every printer is off by a little. Measure on the test sheet; a minus moves left or up.")
        self.body.addWidget(WrapLabel(hint, TextStyle.CAPTION, Tone.TEXT3))
        self.body.addLayout(row(self.test, STRETCH))
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.side.changed.connect(self._on_chosen)
        self.stock.changed.connect(self._on_chosen)
        self.dx.value_changed.connect(self.changed)
        self.dy.value_changed.connect(self.changed)
        self.test.clicked.connect(self.test_requested)

    def _complaint(self, number: NumberField) -> str:
        return "" if number.is_valid() else self.tr("Up to 10.0 mm either way.")

    def _on_chosen(self) -> None:
        self.changed.emit()
