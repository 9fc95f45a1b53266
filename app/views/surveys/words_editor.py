"""The words around the questions: what greets, what the answers are for, and thanks."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.surveys import SurveyContent
from app.views.widgets.form_field import FormField
from app.views.widgets.layouts import column
from app.views.widgets.text_field import TextArea

_LINES = 2


class WordsEditor(QWidget):
    """`changed`: the survey as it is now; with the same `joins` it is the same step as before."""

    changed = Signal(object, str)

    def __init__(self, content: SurveyContent) -> None:
        super().__init__()
        self._content = content
        self._is_filling = False
        self.intro, self.purpose, self.thanks = (TextArea(lines=_LINES) for _ in range(3))
        fields = (
            FormField(self.tr("Below the title"), self.intro),
            FormField(self.tr("What the answers are used for"), self.purpose),
            FormField(self.tr("Thanks at the end"), self.thanks),
        )
        self.setLayout(column(*fields, gap=6, margins=(24, 0, 0, 6)))
        for area in (self.intro, self.purpose, self.thanks):
            area.textChanged.connect(self._on_typed)
        self.set_content(content)

    def set_content(self, content: SurveyContent) -> None:
        """Show it as it is now; what is being typed stays."""
        self._content, self._is_filling = content, True
        for area, text in ((self.intro, content.intro), (self.purpose, content.purpose), (self.thanks, content.thanks)):
            if area.text() != text:
                area.set_text(text)
        self._is_filling = False

    def _on_typed(self) -> None:
        if not self._is_filling:
            words = replace(self._content, intro=self.intro.text(), purpose=self.purpose.text(), thanks=self.thanks.text())
            self.changed.emit(words, "words")
