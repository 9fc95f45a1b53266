"""What stands on the card: the design and its words, with merge fields put in from a menu."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal

from app.domain.cards import CARD_DESIGN_LABELS, CardDesign, CardText
from app.domain.print_runs import PrintSettings
from app.views.labels import label_of, translated
from app.views.moments import language
from app.views.printing.words import MERGE_LABELS, merge_mark
from app.views.theme import theme_of
from app.views.widgets.buttons import LinkButton, MenuButton
from app.views.widgets.check_box import CheckBox
from app.views.widgets.combo_field import ComboField
from app.views.widgets.form_field import FormField
from app.views.widgets.layouts import STRETCH, ScrollColumn, row
from app.views.widgets.text_field import TextArea, TextField

BODY_LINES = 7
SHOWN_PART = 0.75


class TextPart(ScrollColumn):
    """`changed`: the user chose or typed; `design_chosen` before the words of another design are known."""

    changed = Signal()
    design_chosen = Signal(object)
    reset_requested = Signal()

    def __init__(self) -> None:
        super().__init__(gap=10, margins=(0, 4, 4, 4))
        self._build()
        self._connect()
        self._fit()

    def show_settings(self, settings: PrintSettings) -> None:
        """Put the settings into the fields; nothing is announced."""
        text = settings.text(language())
        self.design.set_current(settings.design)
        if self.headline.text() != text.headline:
            self.headline.setText(text.headline)
        if self.body_text.text() != text.body:
            self.body_text.blockSignals(True)
            self.body_text.set_text(text.body)
            self.body_text.blockSignals(False)
        self.lines.setChecked(settings.handwriting_lines)
        self.reset.setEnabled(settings.design in settings.texts)

    def text(self, before: CardText) -> CardText:
        """`before` with what stands in the fields."""
        return replace(before, headline=self.headline.text(), body=self.body_text.text())

    def show_problem(self, sentence: str) -> None:
        """Under the text; empty takes it away."""
        if self.body_field.error() != sentence:
            self.body_field.set_error(sentence)

    def _build(self) -> None:
        self.design = ComboField([(design, label_of(design, CARD_DESIGN_LABELS, "Cards")) for design in CardDesign])
        self.headline = TextField()
        self.body_text = TextArea(lines=BODY_LINES)
        self.merge = MenuButton(self.tr("Insert field"), "plus", small=True)
        for name in MERGE_LABELS:
            self.merge.add_action(label_of_field(name), partial(self._insert, name))
        self.lines = CheckBox(self.tr("Lines to write on by hand"))
        self.reset = LinkButton(self.tr("Reset words"), small=True)
        self.body_field = FormField(self.tr("Message"), self.body_text)
        self.body.addWidget(FormField(self.tr("Design"), self.design))
        self.body.addWidget(FormField(self.tr("Heading"), self.headline))
        self.body.addWidget(self.body_field)
        self.body.addLayout(row(self.merge, STRETCH, self.reset, gap=4))
        self.body.addWidget(self.lines)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.design.changed.connect(self.design_chosen)
        self.body_text.textChanged.connect(self.changed)
        self.headline.textEdited.connect(self._on_typed)
        self.lines.clicked.connect(self._on_typed)
        self.reset.clicked.connect(self.reset_requested)
        theme_of(self).changed.connect(self._fit)

    def _fit(self) -> None:
        # Where room is short the other fields scroll away, not the words.
        self.body_text.setMinimumHeight(round(self.body_text.sizeHint().height() * SHOWN_PART))

    def _insert(self, name: str) -> None:
        self.body_text.textCursor().insertText(merge_mark(name))
        self.body_text.setFocus()

    def _on_typed(self) -> None:
        self.changed.emit()


def label_of_field(name: str) -> str:
    return f"{translated('MergeFields', MERGE_LABELS[name])}  {merge_mark(name)}"
