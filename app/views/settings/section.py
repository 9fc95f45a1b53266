"""A section of the settings: a card whose lines have their label at the left and can be found by their words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.text import fold
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.card import Card
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import Text, WrapLabel
from app.views.widgets.layouts import FlowLayout, boxed, column, row, set_shown
from app.views.widgets.text_field import mark_error

LABEL = 116
# Where the page was left when the window is built anew.
PLACE_KEY = "settings_section"


class SettingLine(QWidget):
    """A label, its fields, and under them what is wrong."""

    def __init__(self, label: str, *fields: object, hint: str = "") -> None:
        super().__init__()
        self.label = Text(label.replace("&", "&&"), TextStyle.BODY, Tone.TEXT2)
        self.words = f"{label} {hint}"
        self._inputs = [field for field in fields if isinstance(field, QWidget)]
        self.hint = WrapLabel(hint, TextStyle.CAPTION, Tone.TEXT3)
        set_shown(self.hint, bool(hint))
        self._problem = WrapLabel("", TextStyle.CAPTION_BOLD, Tone.DANGER)
        problem = row(IconLabel("triangle-alert", size=14, tone=Tone.DANGER), gap=5)
        problem.addWidget(self._problem, 1)
        self._problem_box = boxed(problem)
        self._problem_box.hide()
        line = row(*fields, gap=8)
        if self._inputs:
            self.label.setBuddy(self._inputs[0])
            if not self._inputs[0].accessibleName():
                self._inputs[0].setAccessibleName(label)
        right = boxed(column(line, self.hint, self._problem_box, gap=4))
        first = max((field.sizeHint().height() for field in self._inputs), default=0)
        self.label.setMinimumHeight(first)
        self.label.setFixedWidth(theme_of(self).px(LABEL))
        theme_of(self).changed.connect(self._on_theme_changed)
        layout = row(gap=8)
        layout.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(right, 1)
        self.setLayout(layout)

    @property
    def has_error(self) -> bool:
        return bool(self._problem.text())

    def set_error(self, sentence: str, field: QWidget | None = None) -> None:
        """Say what is wrong and mark the field it is about (the first)."""
        for known in self._inputs:
            mark_error(known, bool(sentence) and known is (field or self._inputs[0]))
        self._problem.setText(sentence)
        set_shown(self._problem_box, bool(sentence))
        set_shown(self.hint, not sentence and bool(self.hint.text()))

    def set_hint(self, words: str) -> None:
        self.hint.setText(words)
        set_shown(self.hint, bool(words) and not self.has_error)

    def mark(self, wanted: str) -> None:
        """Show whether these words were searched for; `wanted` is folded."""
        is_found = bool(wanted) and wanted in fold(self.words)
        self.label.set_style(TextStyle.BODY_BOLD if is_found else TextStyle.BODY)
        self.label.set_tone(Tone.PRIMARY if is_found else Tone.TEXT2)

    def _on_theme_changed(self) -> None:
        self.label.setFixedWidth(theme_of(self).px(LABEL))


class FlowBox(QWidget):
    """Buttons beside each other that wrap when the room ends."""

    def __init__(self, *buttons: QWidget) -> None:
        super().__init__()
        flow = FlowLayout(8)
        for button in buttons:
            flow.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setLayout(flow)


class SettingsCard(Card):
    """`key` is what other pages call the section; `anchor_icon` stands at its anchor."""

    def __init__(self, key: str, icon: str) -> None:
        super().__init__()
        self.key = key
        self.anchor_icon = icon
        self._lines: list[SettingLine] = []
        self._other_words: list[str] = []

    @property
    def title(self) -> str:
        return self.title_label.text()

    def add_line(self, label: str, *fields: object, hint: str = "") -> SettingLine:
        """`fields` as for a row: widgets, layouts, gaps and STRETCH."""
        line = SettingLine(label, *fields, hint=hint)
        self._lines.append(line)
        self.add(line)
        return line

    def also_found_by(self, *words: str) -> None:
        """Words of the section that are no labels."""
        self._other_words.extend(words)

    def find_words(self, text: str) -> bool:
        """Mark the lines the text is about; False when nothing here is."""
        wanted = fold(text)
        for line in self._lines:
            line.mark(wanted)
        words = [self.title, *self._other_words, *(line.words for line in self._lines)]
        return not wanted or any(wanted in fold(word) for word in words)

    def first_field(self) -> QWidget:
        """Where the cursor goes when the section is chosen."""
        return self
