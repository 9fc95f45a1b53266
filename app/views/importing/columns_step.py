"""Step 2: how the file is written, and which column is what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.imports import ImportKind
from app.views.importing.columns_table import ColumnsTable
from app.views.importing.words import IN_WIZARD, field_word, kind_word, needed_sentence, separator_word
from app.views.theme import TextStyle, Tone
from app.views.widgets.card import Card
from app.views.widgets.combo_field import ComboField
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import Caption, Text, WrapLabel
from app.views.widgets.layouts import STRETCH, FlowLayout, column, row, set_shown
from app.views.widgets.segmented import Segmented

if TYPE_CHECKING:
    from app.exchange.source import Reading
    from app.views.importing.desk import ImportDraft
    from app.views.importing.work import OpenedFile

_OWN = "field:"
_HEADERS_OFFERED = 12
_NAMES = frozenset(("name", "family_name", "given_name", "company"))


class ColumnsStep(QWidget):
    """Everything is guessed and can be changed; each change shows at once."""

    kind_chosen = Signal(object)
    preset_chosen = Signal(str)
    reading_chosen = Signal(object)
    target_chosen = Signal(int, str)
    creates_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._opened: OpenedFile | None = None
        self._build()
        self._connect()

    def show_draft(self, draft: ImportDraft) -> None:
        opened = draft.opened
        if opened is None:
            return
        is_new_table = self._opened is None or self._opened.table is not opened.table or self._opened.kind is not opened.kind
        self._opened = opened
        self._kind.set_current(opened.kind)
        set_shown(self._strangers_box, opened.kind is ImportKind.PURCHASES)
        self._strangers.set_current(draft.creates)
        self._show_reading(opened)
        if is_new_table:
            choices = self._choices(opened)
            self.table.set_sample(opened.table.header, [cells for _, cells in opened.sample], choices)
        self.table.set_targets(opened.mapping.targets)
        self._show_notes(opened)

    def is_complete(self) -> bool:
        """Whether the columns without which nothing can come in are there."""
        if self._opened is None:
            return False
        fields = self._opened.mapping.fields
        if self._opened.kind is ImportKind.CUSTOMERS:
            return bool(fields & _NAMES)
        if self._opened.kind is ImportKind.PRODUCTS:
            return "product" in fields
        if self._opened.kind is ImportKind.POINTS:
            return "points" in fields and bool(fields & {"customer_code", "customer_name", "phone"})
        if self._opened.kind is ImportKind.CONTRACTS:
            return fields >= {"plan", "start"} and bool(fields & {"customer_code", "customer_name", "phone"})
        return "date" in fields and bool(fields & {"amount", "unit_price"})

    def _build(self) -> None:
        self._kind = Segmented([(kind, kind_word(kind)) for kind in IN_WIZARD], ImportKind.CUSTOMERS, self.tr("What the list is"))
        self._preset, self._encoding, self._separator = ComboField(), ComboField(), ComboField()
        self._sheet, self._header = ComboField(), ComboField()
        self._fields = {
            "preset": FormField(self.tr("Written by"), self._preset),
            "encoding": FormField(self.tr("Kind of characters"), self._encoding),
            "separator": FormField(self.tr("Between the columns"), self._separator),
            "sheet": FormField(self.tr("Sheet"), self._sheet),
            "header": FormField(self.tr("Headings"), self._header),
        }
        reading = FlowLayout(12)
        for field in self._fields.values():
            reading.addWidget(field)
        self._strangers = Segmented(
            [(True, self.tr("Register them")), (False, self.tr("Leave them out and list them"))],
            True,
            self.tr("Customers who are not registered"),
        )
        strangers = Text(self.tr("Customers who are not registered"), TextStyle.BODY, Tone.TEXT2)
        self._strangers_box = QWidget()
        self._strangers_box.setLayout(row(strangers, self._strangers, STRETCH, gap=10))
        what = FlowLayout(16)
        what_box = QWidget()
        what_box.setLayout(row(Text(self.tr("What the list is"), TextStyle.BODY, Tone.TEXT2), self._kind, gap=10))
        what.addWidget(what_box)
        what.addWidget(self._strangers_box)
        options = Card()
        options.add(what)
        options.add(reading)
        self.table = ColumnsTable(self.tr("The first rows of the file"))
        self._needed = WrapLabel("", TextStyle.BODY_BOLD, Tone.DANGER)
        self._left_out = Caption()
        self._titles = Caption()
        card = Card(self.tr("What each column is"))
        card.set_note(self.tr("The first rows of the file"))
        card.add(self._needed)
        card.add_list(self.table)
        card.add(row(self._left_out, STRETCH, self._titles))
        self.setLayout(column(options, card, gap=12))
        self.layout().setStretch(1, 1)  # type: ignore[union-attr]

    def _connect(self) -> None:
        self._kind.changed.connect(self.kind_chosen)
        self._strangers.changed.connect(self.creates_chosen)
        self._preset.changed.connect(self._on_preset)
        self.table.target_chosen.connect(self.target_chosen)
        for combo in (self._encoding, self._separator, self._sheet, self._header):
            combo.changed.connect(self._on_reading)

    def _show_reading(self, opened: OpenedFile) -> None:
        from app.exchange.presets import PRESETS
        from app.exchange.source import ENCODINGS

        facts = opened.table.facts
        presets = [("", self.tr("Find out")), *((key, preset.title) for key, preset in PRESETS.items())]
        self._preset.set_options(presets, opened.mapping.preset)
        encodings = [(encoding, ENCODINGS[encoding]) for encoding in facts.encodings]
        self._encoding.set_options(encodings, facts.encoding)
        self._separator.set_options([(mark, separator_word(mark)) for mark in (",", "\t", ";")], facts.separator)
        self._sheet.set_options([(sheet, sheet) for sheet in facts.sheets], facts.sheet)
        last = max(_HEADERS_OFFERED, facts.header_row)
        rows = [(number, self.tr("in row {row}").format(row=number)) for number in range(1, last + 1)]
        self._header.set_options([(0, self.tr("There are none")), *rows], facts.header_row)
        set_shown(self._fields["encoding"], bool(encodings))
        set_shown(self._fields["separator"], bool(encodings))
        set_shown(self._fields["sheet"], len(facts.sheets) > 1)

    def _choices(self, opened: OpenedFile) -> list[list[tuple[str, str]]]:
        plain = [("", self.tr("Leave it out")), *((target, field_word(target)) for target in opened.targets)]
        if opened.kind is not ImportKind.CUSTOMERS:
            return [plain for _ in opened.table.header]
        own = self.tr("As a field of our own")
        return [[*plain, (target if target.startswith(_OWN) else _OWN + name, own)]
                for name, target in zip(opened.table.header, opened.mapping.targets, strict=True)]  # fmt: skip

    def _show_notes(self, opened: OpenedFile) -> None:
        self._needed.setText("" if self.is_complete() else needed_sentence(opened.kind))
        set_shown(self._needed, not self.is_complete())
        count = len(opened.mapping.unmapped)
        self._left_out.setText(self.tr("%n column(s) is/are not imported.", "", count) if count else self.tr("Every column is imported."))
        titles = " / ".join(" ".join(title.split()) for title in opened.table.facts.titles)
        self._titles.setText(self.tr("Above the headings: {text}").format(text=titles[:60]) if titles else "")

    def _on_preset(self, key: object) -> None:
        self.preset_chosen.emit(str(key))

    def _on_reading(self) -> None:
        if self._opened is None:
            return
        self.reading_chosen.emit(self._reading())

    def _reading(self) -> Reading:
        """Only what the user chose is fixed; the rest is found out anew."""
        from app.exchange.source import Reading

        header = self._header.current()
        is_new_place = self.sender() is self._sheet
        return Reading(
            _text(self._encoding),
            _text(self._separator),
            _text(self._sheet),
            header if isinstance(header, int) and not is_new_place else None,
        )


def _text(combo: ComboField) -> str:
    key = combo.current()
    return key if isinstance(key, str) else ""
