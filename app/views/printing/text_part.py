"""What stands on the piece: the template and its words, with merge fields put in from a menu."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal

from app.domain.cards import FIELD_NAMES
from app.domain.print_runs import PrintSettings
from app.domain.templates import ElementKind, Slot, Template, TemplateRow
from app.views.labels import translated
from app.views.printing.part_column import PartColumn
from app.views.printing.words import MERGE_LABELS, merge_mark
from app.views.theme import theme_of
from app.views.widgets.buttons import LinkButton, MenuButton
from app.views.widgets.check_box import CheckBox
from app.views.widgets.combo_field import ComboField
from app.views.widgets.form_field import FormField
from app.views.widgets.layouts import STRETCH, row, set_shown
from app.views.widgets.text_field import TextArea, TextField

_FIELD = re.compile(r"\{\{([^{}|\n]*)[^{}\n]*\}\}")
BODY_LINES = 7
SHOWN_PART = 0.75


class TextPart(PartColumn):
    """`changed`: the user typed; `template_chosen`: the key of another, before its words are known; `edit_requested`: of the one to be
    drawn anew."""

    changed = Signal()
    template_chosen = Signal(str)
    reset_requested = Signal()
    edit_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self._connect()
        self._fit()

    def set_templates(self, rows: Sequence[TemplateRow]) -> None:
        """Those to choose from, in this order."""
        self.design.set_options([(row.template.key, self._name(row)) for row in rows])

    def show_settings(self, settings: PrintSettings, template: Template, *, is_changed: bool) -> None:
        """Put the words of the template into the fields; nothing is announced."""
        self.design.set_current(template.key)
        slots = {element.slot for element in template.elements}
        for slot, field in self._fields.items():
            set_shown(self._boxes[slot], slot in slots)
            text = template.text_of(slot)
            shown = text if isinstance(field, TextArea) else _one_line(text)
            if field.text() != shown:
                with QSignalBlocker(field):
                    field.set_text(shown) if isinstance(field, TextArea) else field.setText(shown)
        self.lines.setChecked(settings.handwriting_lines)
        set_shown(self.lines, any(element.kind is ElementKind.WRITING for element in template.elements))
        self.reset.setEnabled(is_changed)

    def applied_to(self, template: Template) -> Template:
        """The template with what stands in the fields."""
        for slot, field in self._fields.items():
            before = template.text_of(slot)
            # A heading of two lines stays so until it is typed.
            if field.text() not in (before, _one_line(before)):
                template = template.with_text(slot, field.text())
        return template

    def show_problem(self, sentence: str) -> None:
        """Under the text it names, else under the message; empty takes it away."""
        wrong = self._named_in(sentence)
        for slot, box in self._boxes.items():
            said = sentence if slot is wrong else ""
            if box.error() != said:
                box.set_error(said)

    def _build(self) -> None:
        self.design = ComboField()
        self.headline = TextField()
        self.greeting = TextArea(lines=1)
        self.body_text = TextArea(lines=BODY_LINES)
        self._fields: Mapping[Slot, TextField | TextArea] = {
            Slot.HEADLINE: self.headline,
            Slot.SALUTATION: self.greeting,
            Slot.BODY: self.body_text,
        }
        self.merge = MenuButton(self.tr("Insert field"), "plus", small=True)
        for name in MERGE_LABELS:
            self.merge.add_action(label_of_field(name), partial(self._insert, name))
        self.lines = CheckBox(self.tr("Lines to write on by hand"))
        self.reset = LinkButton(self.tr("Reset words"), small=True)
        self.edit = LinkButton(self.tr("Edit the template"), "pencil", small=True)
        self.body_field = FormField(self.tr("Message"), self.body_text)
        self._boxes: Mapping[Slot, FormField] = {
            Slot.HEADLINE: FormField(self.tr("Heading"), self.headline),
            Slot.SALUTATION: FormField(self.tr("Greeting"), self.greeting),
            Slot.BODY: self.body_field,
        }
        self.body.addWidget(FormField(self.tr("Design"), self.design))
        self.body.addLayout(row(self.edit, STRETCH, gap=0))
        for box in self._boxes.values():
            self.body.addWidget(box)
        self.body.addLayout(row(self.merge, STRETCH, self.reset, gap=4))
        self.body.addWidget(self.lines)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.design.changed.connect(self._on_design)
        self.body_text.textChanged.connect(self.changed)
        self.greeting.textChanged.connect(self.changed)
        self.headline.textEdited.connect(self._on_typed)
        self.lines.clicked.connect(self._on_typed)
        self.reset.clicked.connect(self.reset_requested)
        self.edit.clicked.connect(self._on_edit)
        theme_of(self).changed.connect(self._fit)

    def _fit(self) -> None:
        # Where room is short the other fields scroll away, not the words.
        self.body_text.setMinimumHeight(round(self.body_text.sizeHint().height() * SHOWN_PART))
        self.greeting.setFixedHeight(self.greeting.sizeHint().height())

    def _named_in(self, sentence: str) -> Slot:
        """The text that has the field of which a sentence speaks."""
        for slot, field in self._fields.items():
            if not self._boxes[slot].isHidden() and any(name in sentence for name in _unknown_in(field.text())):
                return slot
        return Slot.BODY

    def _name(self, one: TemplateRow) -> str:
        name = one.template.name
        return self.tr("{name} (also in mourning)").format(name=name) if one.template.mourning_safe else name

    def _insert(self, name: str) -> None:
        self.body_text.textCursor().insertText(merge_mark(name))
        self.body_text.setFocus()

    def _on_design(self, key: object) -> None:
        self.template_chosen.emit(str(key))

    def _on_edit(self) -> None:
        self.edit_requested.emit(str(self.design.current()))

    def _on_typed(self) -> None:
        self.changed.emit()


def _unknown_in(text: str) -> list[str]:
    """Names of fields that are none of the program's, and what is left of braces that do not close."""
    names = [found.group(1).strip() for found in _FIELD.finditer(text)]
    left = [line.strip() for line in _FIELD.sub("", text).splitlines() if "{{" in line or "}}" in line]
    return [name for name in (*names, *left) if name and name not in FIELD_NAMES and name not in FIELD_NAMES.values()]


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


def label_of_field(name: str) -> str:
    return f"{translated('MergeFields', MERGE_LABELS[name])}  {merge_mark(name)}"
