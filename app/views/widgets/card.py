"""Cards, and the boxes inside them. There is no card in a card."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, OkaeriButton
from app.views.widgets.explanation import Explanation, ExplanationButton
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import Caption, ElidedLabel, Title, WrapLabel
from app.views.widgets.layouts import Hairline, boxed, column, row, set_shown


class Card(QFrame):
    """A surface with a one-pixel line: title, what it means, one quiet act, then `body`. `padding` above and below."""

    def __init__(
        self,
        title: str = "",
        *,
        explanation: Explanation | None = None,
        action: str = "",
        footer: bool = False,
        gap: int = 8,
        padding: int = 12,
    ) -> None:
        super().__init__()
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._gap = gap
        self._inner = column(gap=gap, margins=(0, padding, 0, padding))
        self.title_label = Title(title)
        self.note_label = Caption()
        self.note_label.hide()
        self.explanation_button = ExplanationButton(explanation) if explanation is not None else None
        self.action = LinkButton(action, small=True) if action else None
        self.title_row = row(self.title_label, gap=6)
        if self.explanation_button is not None:
            self.title_row.addWidget(self.explanation_button)
        self.title_row.addWidget(self.note_label)
        self.title_row.addStretch(1)
        if self.action is not None:
            self.title_row.addWidget(self.action)
        self.title_row.set_margins(16, 0, 12, 0)
        self._title_box = boxed(self.title_row)
        set_shown(self._title_box, bool(title or action or explanation))
        self._inner.addWidget(self._title_box)
        self.body = column(gap=gap, margins=(16, 0, 16, 0))
        self._inner.addLayout(self.body, 1)
        self._outer.addLayout(self._inner, 1)
        self._footer: QWidget | None = None
        if footer:
            self.set_footer(QHBoxLayout())

    def set_title(self, text: str) -> None:
        self.title_label.setText(text)
        set_shown(self._title_box, True)

    def set_note(self, text: str) -> None:
        """A caption beside the title."""
        self.note_label.setText(text)
        set_shown(self.note_label, bool(text))

    def add(self, item: QWidget | QLayout, stretch: int = 0) -> None:
        if isinstance(item, QWidget):
            self.body.addWidget(item, stretch)
        else:
            self.body.addLayout(item, stretch)

    def add_list(self, rows: QWidget, stretch: int = 1) -> None:
        """A list that reaches to the card's edges, so that its words stand under the title. What is added later stands below it."""
        holder = boxed(column(rows, gap=0, margins=(2, 0, 2, 0)))
        self._inner.setStretch(self._inner.count() - 1, 0)
        self._inner.addWidget(holder, stretch)
        self.body = column(gap=self._gap, margins=(16, 0, 16, 0))
        self._inner.addLayout(self.body)

    def set_footer(self, layout: QLayout) -> None:
        """A strip under a hairline; replaces the one before."""
        if self._footer is not None:
            self._outer.removeWidget(self._footer)
            self._footer.deleteLater()
        layout.setContentsMargins(0, 0, 0, 0)
        self._footer = boxed(column(Hairline(), boxed(column(layout, gap=0, margins=(16, 8, 16, 8))), gap=0))
        self._outer.addWidget(self._footer)

    def set_footer_shown(self, shown: bool) -> None:
        """Without acts the strip and its hairline go."""
        if self._footer is not None:
            set_shown(self._footer, shown)


class Inset(QFrame):
    """A quiet box inside a card, or a coloured one that says something."""

    def __init__(self, tone: Tone | None = None, *, gap: int = 6, margins: tuple[int, int, int, int] = (12, 10, 12, 10)) -> None:
        super().__init__()
        if tone is not None:
            self.setProperty("tone", tone.value)
        self.body = column(gap=gap, margins=margins)
        self.setLayout(self.body)

    def add(self, item: QWidget | QLayout, stretch: int = 0) -> None:
        if isinstance(item, QWidget):
            self.body.addWidget(item, stretch)
        else:
            self.body.addLayout(item, stretch)


class NextStepBar(QFrame):
    """What to do next, in one line with its reason and the buttons that do it."""

    def __init__(self, icon: str, title: str, detail: str = "") -> None:
        super().__init__()
        self.icon = IconLabel(icon, size=20, tone=Tone.PRIMARY)
        self.title_label = ElidedLabel(title, TextStyle.ROW_TITLE)
        self.detail_label = WrapLabel(detail, TextStyle.BODY, Tone.TEXT2)
        set_shown(self.detail_label, bool(detail))
        self._buttons = row(gap=8)
        words = boxed(column(self.title_label, self.detail_label, gap=2))
        layout = row(self.icon, gap=12, margins=(16, 10, 14, 10))
        layout.addWidget(words, 1)
        layout.addLayout(self._buttons)
        self.setLayout(layout)

    def set(self, icon: str, title: str, detail: str = "") -> None:
        self.icon.set_icon(icon)
        self.title_label.setText(title)
        self.detail_label.setText(detail)
        set_shown(self.detail_label, bool(detail))

    def add_button(self, button: OkaeriButton) -> None:
        self._buttons.addWidget(button)
