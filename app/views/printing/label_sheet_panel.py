"""A label sheet of the shop's own: its measures, seen on the paper while they are typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.context import Messages
from app.domain.label_sheets import SHEET_PAPERS, LabelSheet, checked, checked_name, label_sheet
from app.domain.print_problems import PrintError
from app.views.leaving import may_leave
from app.views.printing.sheet_view import SheetView
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.combo_field import ComboField
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, row
from app.views.widgets.number_field import NumberField
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.text_field import TextField

WIDTH = 520
MOST_FACES = 30
LONGEST_MM = Decimal(400)
_STEP = Decimal("0.1")
_WHOLE = ("across", "down")
_MEASURES = ("width", "height", "pitch_x", "pitch_y", "left", "top")


@dataclass(frozen=True, slots=True)
class KeptSheet:
    """`before`: the name it had, empty for a new one."""

    before: str
    name: str
    sheet: LabelSheet


class LabelSheetPanel(SidePanel):
    """Frees itself when closed. `kept` carries a KeptSheet, `test_requested` the measures of what is typed."""

    kept = Signal(object)
    test_requested = Signal(str)

    def __init__(self, window: QWidget, messages: Messages, sheets: Mapping[str, str], name: str = "", start: str = "") -> None:
        """`sheets`: the shop's own, by name; `name`: the one that is changed, empty: a new one that begins with the measures of `start`."""
        super().__init__(window, "", width=WIDTH)
        self.set_title(self.tr("Change the label sheet") if name else self.tr("New label sheet"))
        self._messages = messages
        self._name = name
        self._others = [one for one in sheets if one != name]
        self._build()
        self._show(label_sheet(sheets.get(name or start, start)))
        self._before = self._state()
        self._connect()

    def sheet(self) -> LabelSheet | None:
        """As typed; None while a number is missing or cannot be read."""
        numbers = {key: self.fields[key].value() for key in (*_WHOLE, *_MEASURES)}
        if None in numbers.values():
            return None
        across, down, width, height, pitch_x, pitch_y, left, top = (float(numbers[key] or 0) for key in (*_WHOLE, *_MEASURES))
        paper = str(self.paper.current())
        return LabelSheet("", paper, int(across), int(down), width, height, pitch_x, pitch_y, left, top)

    def _build(self) -> None:
        words = {
            "across": self.tr("Labels across"),
            "down": self.tr("Labels down"),
            "width": self.tr("Width of a label (mm)"),
            "height": self.tr("Height of a label (mm)"),
            "pitch_x": self.tr("From label to label, across (mm)"),
            "pitch_y": self.tr("From label to label, down (mm)"),
            "left": self.tr("Left margin (mm)"),
            "top": self.tr("Upper margin (mm)"),
        }
        self.name = TextField(self.tr("What it is called"))
        self.paper = ComboField([(paper, paper) for paper in SHEET_PAPERS])
        self.fields = {key: self._number(key) for key in words}
        self.boxes = {key: FormField(text, self.fields[key]) for key, text in words.items()}
        self.boxes |= {"name": FormField(self.tr("Name"), self.name, required=True), "sheet": FormField(self.tr("Paper"), self.paper)}
        self.view = SheetView()
        self.test = NormalButton(self.tr("Print 1 test sheet"), "printer", small=True)
        self.save = PrimaryButton(self.tr("Save"), "check")
        self.save.set_shortcut_hint("Ctrl+Return")
        self.cancel = NormalButton(self.tr("Leave without saving"))
        hint = self.tr("The measures stand on the package of the labels. From label to label: from an edge to the same edge of the next.")
        grid, px = QGridLayout(), theme_of(self).px
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(10))
        for place, key in enumerate(("name", "sheet", *words)):
            grid.addWidget(self.boxes[key], *divmod(place, 2), Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.body.addWidget(WrapLabel(hint, TextStyle.CAPTION, Tone.TEXT3))
        self.body.addWidget(self.view)
        self.body.addLayout(row(self.test, STRETCH, self.cancel, self.save))
        self.body.addStretch(1)

    def _number(self, key: str) -> NumberField:
        if key in _WHOLE:
            return NumberField(1, MOST_FACES)
        return NumberField(Decimal(0), LONGEST_MM, decimals=2, step=_STEP)

    def _connect(self) -> None:
        for field in self.fields.values():
            field.value_changed.connect(self._on_typed)
        self.paper.changed.connect(self._on_typed)
        self.name.textEdited.connect(self.boxes["name"].clear_error)
        self.test.clicked.connect(self._on_test)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.close_panel)
        self.closed.connect(self.deleteLater)
        self.set_close_guard(self._may_close)

    def _show(self, sheet: LabelSheet) -> None:
        self.name.setText(self._name)
        self.paper.set_current(sheet.paper)
        for key in _WHOLE:
            self.fields[key].set_value(getattr(sheet, key))
        for key in _MEASURES:
            self.fields[key].set_value(Decimal(str(getattr(sheet, key))))
        self.view.show_sheet(sheet)

    def _state(self) -> tuple[object, ...]:
        return self.name.text(), self.paper.current(), *(field.text() for field in self.fields.values())

    def _may_close(self) -> bool:
        return self._state() == self._before or may_leave(self._messages)

    def _on_typed(self) -> None:
        self.view.show_sheet(self.sheet())
        self._checked_sheet()

    def _checked_sheet(self) -> LabelSheet | None:
        """What is typed, if it can be printed; else what is wrong is said beside the field."""
        for key in (*self.fields, "sheet"):
            self.boxes[key].clear_error()
        sheet = self.sheet()
        if sheet is None:
            for key, field in self.fields.items():
                if field.value() is None:
                    most = str(MOST_FACES if key in _WHOLE else LONGEST_MM)
                    self.boxes[key].set_error(self.tr("A number up to {most}, please.").format(most=most))
            return None
        try:
            return checked(sheet)
        except PrintError as error:
            self.boxes[error.field or "sheet"].set_error(self._messages.sentence(error))
            return None

    def _on_test(self) -> None:
        sheet = self._checked_sheet()
        if sheet is not None:
            self.test_requested.emit(sheet.to_text())

    def _on_save(self) -> None:
        sheet = self._checked_sheet()
        try:
            name = checked_name(self.name.text(), self._others)
        except PrintError as error:
            self.boxes["name"].set_error(self._messages.sentence(error))
            self.name.setFocus()
            return
        if sheet is None:
            return
        self._before = self._state()
        self.kept.emit(KeptSheet(self._name, name, sheet))
        self.close_panel()
