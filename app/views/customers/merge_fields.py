"""Where two records say different things: which of them counts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from app.domain.addresses import Address, join_address
from app.domain.customers import CustomerFields
from app.domain.dates import format_birthday
from app.domain.merges import NOTE, MergeView, Side, default_side
from app.views.labels_customers import field_name
from app.views.moments import language
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.check_box import RadioButton
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import boxed, clear, column, row

_LONGEST = 200


class MergeFields(QWidget):
    """One line for each part of the record that differs, with a choice of the two; of the note both can be kept."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._groups: dict[str, dict[Side, RadioButton]] = {}
        px = theme_of(self).px
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(6))
        self._grid.setColumnMinimumWidth(0, px(112))
        for place in (1, 2):
            self._grid.setColumnStretch(place, 1)

    def show_view(self, view: MergeView) -> None:
        clear(self._grid)
        self._groups = {}
        for key in view.differing:
            self._add(key, view)

    def keys(self) -> tuple[str, ...]:
        """What there is to choose."""
        return tuple(self._groups)

    def button(self, key: str, side: Side) -> RadioButton:
        return self._groups[key][side]

    def choices(self) -> Mapping[str, Side]:
        return {key: next(side for side, button in sides.items() if button.isChecked()) for key, sides in self._groups.items()}

    def _add(self, key: str, view: MergeView) -> None:
        name = self._name(key)
        texts = {Side.KEEP: self._words(view.keep.fields, key), Side.GONE: self._words(view.gone.fields, key)}
        group = QButtonGroup(self)
        place = self._grid.rowCount()
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(boxed(column(WrapLabel(name, TextStyle.BODY, Tone.TEXT2), margins=(0, 4, 0, 0))), place, 0, top)
        buttons: dict[Side, RadioButton] = {}
        for beside, (side, text) in enumerate(texts.items(), start=1):
            answer = _Answer(name, text)
            group.addButton(answer.button)
            buttons[side] = answer.button
            self._grid.addWidget(answer, place, beside, top)
        if key == NOTE:
            answer = _Answer(name, self.tr("Keep both"))
            group.addButton(answer.button)
            buttons[Side.BOTH] = answer.button
            self._grid.addWidget(answer, place + 1, 1, 1, 2, top)
        buttons[default_side(key)].setChecked(True)
        self._groups[key] = buttons

    def _name(self, key: str) -> str:
        return self.tr("Address") if key == "address" else field_name(key)

    def _words(self, fields: CustomerFields, key: str) -> str:
        if key == "address":
            address = join_address(Address(fields.prefecture, fields.city, fields.street, fields.building))
            return " ".join(part for part in (fields.postal_code, address) if part)
        if key == "company":
            return " ".join(part for part in (fields.company, fields.department, fields.role) if part)
        if key == "birthday" and fields.birthday is not None:
            return format_birthday(fields.birthday, language(), today=self._today)
        text = str(getattr(fields, key))
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


class _Answer(QWidget):
    """A radio button whose words may take several lines; a press on the words chooses it too."""

    def __init__(self, question: str, text: str) -> None:
        super().__init__()
        self.button = RadioButton()
        self.button.setAccessibleName(f"{question} {text}")
        words = WrapLabel(text, TextStyle.BODY, Tone.TEXT)
        layout = row(gap=6)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        # In line with the button's circle.
        layout.addWidget(boxed(column(words, margins=(0, 4, 0, 0))), 1)
        self.setLayout(layout)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.button.setChecked(True)
        self.button.setFocus(Qt.FocusReason.MouseFocusReason)
