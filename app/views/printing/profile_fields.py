"""The fields that say how a printer lays a paper: shift, size and direction."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.cards import LARGEST_SCALE, LARGEST_SHIFT_MM, SMALLEST_SCALE, Calibration
from app.views.theme import TextStyle, Tone
from app.views.widgets.check_box import CheckBox
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import column, row
from app.views.widgets.number_field import NumberField

_SHIFT = Decimal(str(LARGEST_SHIFT_MM))
_LEAST, _MOST = Decimal(str(SMALLEST_SCALE)), Decimal(str(LARGEST_SCALE))
_STEP = Decimal("0.1")


class ProfileFields(QWidget):
    """`changed` when the user typed; `calibration()` is None while a number cannot be read."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self._connect()

    def show_calibration(self, shift: Calibration) -> None:
        for field, number in ((self.dx, shift.dx), (self.dy, shift.dy), (self.scale, shift.scale)):
            field.set_value(Decimal(str(number)))
        self.turned.setChecked(shift.rotated)
        for box in self._boxes:
            box.clear_error()

    def calibration(self) -> Calibration | None:
        numbers = [field.value() for field in (self.dx, self.dy, self.scale)]
        if None in numbers:
            return None
        dx, dy, scale = (float(number) for number in numbers if number is not None)
        return Calibration(dx, dy, scale, self.turned.isChecked())

    def validate(self) -> bool:
        """Say beside each number what is wrong with it."""
        return all([box.validate() for box in self._boxes])

    def _build(self) -> None:
        self.dx = NumberField(-_SHIFT, _SHIFT, decimals=1, step=_STEP)
        self.dy = NumberField(-_SHIFT, _SHIFT, decimals=1, step=_STEP)
        self.scale = NumberField(_LEAST, _MOST, decimals=1, step=_STEP)
        self.turned = CheckBox(self.tr("Paper goes in upside down (turn by 180°)"))
        self._boxes = (
            FormField(self.tr("Right (mm)"), self.dx),
            FormField(self.tr("Down (mm)"), self.dy),
            FormField(self.tr("Size (%)"), self.scale),
        )
        for box, number in zip(self._boxes, (self.dx, self.dy, self.scale), strict=True):
            box.set_validator(partial(self._complaint, number))
        numbers = row(gap=8)
        for box in self._boxes:
            numbers.addWidget(box, 1)
        hint = self.tr(
            "Print the test sheet on the real paper and measure from the left and the upper edge to the line 10. What lacks to 10 mm goes "
            "into the field; a minus where it is more. Size: 80 divided by the length of the 80 mm line, times 100."
        )
        self.setLayout(column(numbers, self.turned, WrapLabel(hint, TextStyle.CAPTION, Tone.TEXT2), gap=10))

    def _connect(self) -> None:
        for number in (self.dx, self.dy, self.scale):
            number.value_changed.connect(self.changed)
        self.turned.toggled.connect(self.changed)

    def _complaint(self, number: NumberField) -> str:
        if number.value() is not None:
            return ""
        if number is self.scale:
            return self.tr("98.0 to 102.0 %.")
        return self.tr("Up to 10.0 mm either way.")
