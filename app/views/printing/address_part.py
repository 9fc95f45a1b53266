"""How the address side is written: typeface, direction, form of address, numbers, sender."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.cards import (
    DIRECTION_LABELS,
    NUMERALS_LABELS,
    TYPEFACE_LABELS,
    AddressNumerals,
    Direction,
    Typeface,
)
from app.domain.print_kinds import WorkKind
from app.domain.print_runs import HONORIFICS, PrintSettings
from app.views.labels import label_of
from app.views.printing.part_column import PartColumn
from app.views.printing.words import yen
from app.views.theme import TextStyle, Tone
from app.views.widgets.check_box import CheckBox
from app.views.widgets.combo_field import ComboField
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import boxed, column, set_shown
from app.views.widgets.segmented import Segmented


class AddressPart(PartColumn):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self._connect()

    def show_settings(self, settings: PrintSettings, kind: WorkKind) -> None:
        """Put the settings that mean something for a kind into the fields; nothing is announced."""
        for box, kinds in self._shown_for.items():
            set_shown(box, kind in kinds)
        self.direction.set_current(settings.direction)
        self.typeface.set_current(settings.typeface)
        self.numerals.set_current(settings.numerals)
        self.honorific.set_current(settings.honorific)
        self.with_sender.setChecked(settings.print_sender)
        self.with_family.setChecked(settings.print_joint_names)
        self.with_barcode.setChecked(settings.kinds.postal_barcode)
        self.numerals.setEnabled(settings.direction is Direction.VERTICAL)
        self.numerals_field.set_hint("" if self.numerals.isEnabled() else self.tr("Only where the address runs down the page."))

    def show_saving(self, saved: int | None) -> None:
        """Yen that the barcode takes off the postage this time; None where the post is not paid in yen, and of nothing nothing is said."""
        words = self.tr("3 % off from 1,000 like pieces and not on cards issued by Japan Post")
        if saved:
            words = self.tr("{rule}: you would save {saved} this time.").format(rule=words, saved=yen(saved))
        self.barcode_words.setText(words)

    def set_kept(self, *, is_kept: bool) -> None:
        """Whether everybody is named as on the pieces of another run, so that nothing can be chosen of it."""
        self.honorific.setEnabled(not is_kept)
        self.with_family.setEnabled(not is_kept)
        words = self.tr("As on the pieces of the run, so that both belong together.")
        self.honorific_field.set_hint(words if is_kept else self.tr("One typed with a customer comes first."))
        self.family_words.setText(words if is_kept else "")
        set_shown(self.family_words, is_kept)

    def applied_to(self, settings: PrintSettings) -> PrintSettings:
        return replace(
            settings,
            direction=Direction(str(self.direction.current())),
            typeface=Typeface(str(self.typeface.current())),
            numerals=AddressNumerals(str(self.numerals.current())),
            honorific=str(self.honorific.current()),
            print_sender=self.with_sender.isChecked(),
            print_joint_names=self.with_family.isChecked(),
            kinds=replace(settings.kinds, postal_barcode=self.with_barcode.isChecked()),
        )

    def _build(self) -> None:
        directions = [(direction, label_of(direction, DIRECTION_LABELS, "Cards")) for direction in Direction]
        self.direction = Segmented(directions, name=self.tr("Direction of the address"))
        self.typeface = ComboField([(face, label_of(face, TYPEFACE_LABELS, "Cards")) for face in Typeface])
        self.numerals = ComboField([(numerals, label_of(numerals, NUMERALS_LABELS, "Cards")) for numerals in AddressNumerals])
        self.honorific = ComboField([(word, word) for word in HONORIFICS])
        self.with_sender = CheckBox(self.tr("Print the sender"))
        self.with_family = CheckBox(self.tr("Print the family's names as well"))
        self.with_barcode = CheckBox(self.tr("Print the post's barcode"))
        self.barcode_words = WrapLabel("", TextStyle.CAPTION, Tone.TEXT3)
        self.show_saving(0)
        self.honorific_field = FormField(self.tr("Form of address"), self.honorific, hint=self.tr("One typed with a customer comes first."))
        self.numerals_field = FormField(self.tr("Numbers of the address"), self.numerals)
        self.family_words = WrapLabel("", TextStyle.CAPTION, Tone.TEXT3)
        set_shown(self.family_words, False)
        sides, anywhere = (WorkKind.CARD, WorkKind.ENVELOPE), tuple(WorkKind)
        self._shown_for: dict[QWidget, tuple[WorkKind, ...]] = {
            FormField(self.tr("Direction of the address"), self.direction): sides,
            FormField(self.tr("Typeface"), self.typeface): anywhere,
            self.honorific_field: anywhere,
            self.numerals_field: sides,
            boxed(column(self.with_family, self.family_words, gap=4)): (*sides, WorkKind.LABELS, WorkKind.LETTER),
            self.with_sender: sides,
            boxed(column(self.with_barcode, self.barcode_words, gap=4)): sides,
        }
        for box in self._shown_for:
            self.body.addWidget(box)
        self.body.addStretch(1)

    def _connect(self) -> None:
        for field in (self.direction, self.typeface, self.numerals, self.honorific):
            field.changed.connect(self._on_chosen)
        for box in (self.with_family, self.with_sender, self.with_barcode):
            box.clicked.connect(self._on_chosen)

    def _on_chosen(self) -> None:
        self.changed.emit()
