"""The paper and the printer: what is printed on, from which place of a sheet on, and how far this printer is off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.cards import LARGEST_SHIFT_MM, SIDE_LABELS, Calibration, CardSide
from app.domain.label_sheets import LABEL_SHEETS, MOST_COPIES, MOST_PLACES, LabelSheet, label_sheet
from app.domain.print_kinds import CARDS_A_SHEET, ENVELOPES, ON_SHEETS, KindChoices, WorkKind
from app.domain.print_profiles import PrinterProfile
from app.domain.print_runs import PrintSettings
from app.domain.templates import Template
from app.views.labels import label_of
from app.views.printing.part_column import PartColumn
from app.views.printing.printer_words import shift_words
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import IconButton, LinkButton, NormalButton
from app.views.widgets.combo_field import ComboField
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, Hairline, boxed, column, row, set_shown
from app.views.widgets.number_field import NumberField

_LIMIT = Decimal(str(LARGEST_SHIFT_MM))
_STEP = Decimal("0.1")


class PaperPart(PartColumn):
    """`test_requested`: a sheet with rulers, or with the outlines of the labels. `sheet_requested`: one of the shop's own label sheets is
    to be changed, or with an empty name a new one to be made."""

    changed = Signal()
    test_requested = Signal()
    sheet_requested = Signal(str)
    sheet_removal_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._kind = WorkKind.CARD
        self._sheets: Mapping[str, str] = {}
        self._build()
        self._connect()

    def show_settings(self, settings: PrintSettings, kind: WorkKind, template: Template | None) -> None:
        """Put the settings of a kind into the fields; nothing is announced."""
        self._kind, chosen = kind, settings.kinds
        for box, kinds in self._shown_for.items():
            set_shown(box, kind in kinds)
        self.letter_paper.setText(template.paper if template is not None else "")
        self.side.set_current(settings.side)
        self.stock.set_current(settings.blank_stock)
        self.envelope.set_current(chosen.envelope)
        self.envelope_stock.set_current(chosen.envelope_boxes)
        self._show_sheets(chosen)
        self.cards_stock.set_current(chosen.cut_marks)
        for field, count in ((self.start, chosen.starts.get(kind, 1)), (self.copies, chosen.copies.get(kind, 1))):
            if field.value() != count:
                field.set_value(count)
        places = label_sheet(chosen.sheet_measures).labels if kind is WorkKind.LABELS else CARDS_A_SHEET
        self.sheet_field.hint.setText(self._measures(label_sheet(chosen.sheet_measures)))
        self.start_field.hint.setText(self.tr("1 to {count}, counted in rows from the upper left").format(count=places))
        shift = (settings.dx, settings.dy) if kind is WorkKind.CARD else chosen.shift(kind)
        for field, number in zip((self.dx, self.dy), shift, strict=True):
            if field.value() != Decimal(str(number)):
                field.set_value(Decimal(str(number)))

    def applied_to(self, settings: PrintSettings) -> PrintSettings:
        """A number that cannot be read stays as it was."""
        kind, chosen = self._kind, settings.kinds
        before = (settings.dx, settings.dy) if kind is WorkKind.CARD else chosen.shift(kind)
        typed = (self.dx.value(), self.dy.value())
        dx, dy = (was if number is None else float(number) for number, was in zip(typed, before, strict=True))
        if kind is WorkKind.CARD:
            return replace(settings, side=CardSide(str(self.side.current())), blank_stock=bool(self.stock.current()), dx=dx, dy=dy)
        if kind is WorkKind.ENVELOPE:
            chosen = replace(chosen, envelope=str(self.envelope.current()), envelope_boxes=bool(self.envelope_stock.current()))
        if kind in ON_SHEETS:
            chosen = replace(
                chosen,
                sheet=str(self.sheet.current()),
                cut_marks=bool(self.cards_stock.current()),
                starts={**chosen.starts, kind.value: int(self.start.value() or chosen.starts.get(kind, 1))},
                copies={**chosen.copies, kind.value: int(self.copies.value() or chosen.copies.get(kind, 1))},
            )
        if (dx, dy) != before:
            chosen = replace(chosen, shifts={**chosen.shifts, kind.value: (dx, dy)})
        return replace(settings, kinds=chosen)

    def calibration(self) -> Calibration:
        dx, dy = self.dx.value(), self.dy.value()
        return Calibration(float(dx or 0), float(dy or 0))

    def show_profile(self, profile: PrinterProfile | None) -> None:
        """What is known of the printer with this paper takes the place of the shift here; None: nothing is."""
        set_shown(self._shift_box, profile is None)
        set_shown(self.profile_words, profile is not None)
        if profile is not None:
            words = self.tr("Position for {printer}: {shift}. It is changed with the printer, below the recipients.")
            self.profile_words.setText(words.format(printer=profile.printer, shift=shift_words(profile.calibration)))

    def offer_sides(self, *, is_offered: bool) -> None:
        """Whether there is a choice which sides of a card are printed."""
        set_shown(self.side_field, is_offered)

    def offer_back(self, words: str) -> None:
        """To take back what was done to an own sheet; empty: there is nothing to take back."""
        self.put_back.setText(words)
        set_shown(self.put_back, bool(words))

    def show_problem(self, sentence: str) -> None:
        """Under the place on the sheet, which is what can be wrong here; empty takes it away."""
        if self.start_field.error() != sentence:
            self.start_field.set_error(sentence)

    def _build(self) -> None:
        self._build_choices()
        self.dx = NumberField(-_LIMIT, _LIMIT, decimals=1, step=_STEP)
        self.dy = NumberField(-_LIMIT, _LIMIT, decimals=1, step=_STEP)
        self.test = NormalButton(self.tr("Print 1 test sheet"), "printer", small=True)
        self.body.addWidget(Hairline())
        self.dx_field, self.dy_field = FormField(self.tr("Right (mm)"), self.dx), FormField(self.tr("Down (mm)"), self.dy)
        for field, number in ((self.dx_field, self.dx), (self.dy_field, self.dy)):
            field.set_validator(partial(self._complaint, number))
        pair = row(gap=8)
        pair.addWidget(self.dx_field, 1)
        pair.addWidget(self.dy_field, 1)
        hint = self.tr("Every printer is off by a little. Measure on the test sheet; a minus moves left or up.")
        self._shift_box = boxed(column(pair, WrapLabel(hint, TextStyle.CAPTION, Tone.TEXT3), row(self.test, STRETCH), gap=10))
        self.profile_words = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        self.body.addWidget(self._shift_box)
        self.body.addWidget(self.profile_words)
        self.body.addStretch(1)
        set_shown(self.profile_words, False)

    def _build_choices(self) -> None:
        order = (CardSide.BOTH, CardSide.ADDRESS, CardSide.MESSAGE)
        self.letter_paper = WrapLabel("", TextStyle.BODY, Tone.TEXT)
        self.side = ComboField([(side, label_of(side, SIDE_LABELS, "Cards")) for side in order])
        self.side_field = FormField(self.tr("Sides"), self.side)
        self.stock = ComboField([(False, self.tr("Postcard 100×148 mm")), (True, self.tr("Blank card, boxes drawn"))])
        self.envelope = ComboField([(name, name) for name in ENVELOPES])
        self.envelope_stock = ComboField([(False, self.tr("Boxes are printed on it")), (True, self.tr("Blank, boxes drawn"))])
        self.sheet = ComboField([(name, self._sheet_name(name, sheet)) for name, sheet in LABEL_SHEETS.items()])
        self.new_sheet = LinkButton(self.tr("Own sheet"), "plus", small=True)
        self.change_sheet = IconButton("pencil", self.tr("Change this sheet"))
        self.remove_sheet = IconButton("trash-2", self.tr("Remove this sheet"))
        self.put_back = LinkButton("", "undo-2", small=True)
        set_shown(self.put_back, False)
        self.cards_stock = ComboField([(False, self.tr("Ready-cut A4 sheet, 10 cards")), (True, self.tr("Plain A4 sheet, with cut marks"))])
        own_sheet = row(self.new_sheet, STRETCH, self.change_sheet, self.remove_sheet, gap=2)
        self.start = NumberField(1, MOST_PLACES)
        self.copies = NumberField(1, MOST_COPIES)
        self.sheet_field = FormField(self.tr("Label sheet"), self.sheet, hint=" ")
        self.start_field = FormField(self.tr("Begin at place"), self.start, hint=" ")
        boxes: tuple[tuple[QWidget, tuple[WorkKind, ...]], ...] = (
            (FormField(self.tr("Paper (of the template)"), self.letter_paper), (WorkKind.LETTER,)),
            (self.side_field, (WorkKind.CARD,)),
            (FormField(self.tr("Paper"), self.stock), (WorkKind.CARD,)),
            (FormField(self.tr("Envelope"), self.envelope), (WorkKind.ENVELOPE,)),
            (FormField(self.tr("Boxes of the postcode"), self.envelope_stock), (WorkKind.ENVELOPE,)),
            (self.sheet_field, (WorkKind.LABELS,)),
            (boxed(column(own_sheet, row(self.put_back, STRETCH, gap=0), gap=2)), (WorkKind.LABELS,)),
            (FormField(self.tr("Paper"), self.cards_stock), (WorkKind.PURSE,)),
            (self.start_field, ON_SHEETS),
            (FormField(self.tr("How many of each"), self.copies), ON_SHEETS),
        )
        self._shown_for: dict[QWidget, tuple[WorkKind, ...]] = dict(boxes)
        for box in self._shown_for:
            self.body.addWidget(box)

    def _connect(self) -> None:
        for choice in (self.side, self.stock, self.envelope, self.envelope_stock, self.sheet, self.cards_stock):
            choice.changed.connect(self._on_chosen)
        for number in (self.dx, self.dy, self.start, self.copies):
            number.value_changed.connect(self.changed)
        self.test.clicked.connect(self.test_requested)
        self.new_sheet.clicked.connect(self._on_new_sheet)
        self.change_sheet.clicked.connect(self._on_change_sheet)
        self.remove_sheet.clicked.connect(self._on_remove_sheet)

    def _show_sheets(self, chosen: KindChoices) -> None:
        """The shop's own come first."""
        if self._sheets != chosen.sheets:
            self._sheets = chosen.sheets
            own = [(name, self._sheet_name(name, label_sheet(text))) for name, text in chosen.sheets.items()]
            self.sheet.set_options([*own, *((name, self._sheet_name(name, sheet)) for name, sheet in LABEL_SHEETS.items())])
        self.sheet.set_current(chosen.sheet)
        is_own = chosen.sheet in chosen.sheets
        for button in (self.change_sheet, self.remove_sheet):
            set_shown(button, is_own)

    def _sheet_name(self, name: str, sheet: LabelSheet) -> str:
        return self.tr("{product}, %n label(s)", "", sheet.labels).format(product=name)

    def _measures(self, sheet: LabelSheet) -> str:
        """The size of a label, and what else the same sheet is sold as."""
        size = f"{sheet.width:g}×{sheet.height:g} mm"
        others = ", ".join(product.split(" ")[-1] for product in sheet.products[1:])
        return self.tr("{size}; the same as {products}").format(size=size, products=others) if others else size

    def _on_new_sheet(self) -> None:
        self.sheet_requested.emit("")

    def _on_change_sheet(self) -> None:
        self.sheet_requested.emit(str(self.sheet.current()))

    def _on_remove_sheet(self) -> None:
        self.sheet_removal_requested.emit(str(self.sheet.current()))

    def _complaint(self, number: NumberField) -> str:
        return "" if number.is_valid() else self.tr("Up to 10.0 mm either way.")

    def _on_chosen(self) -> None:
        self.changed.emit()
