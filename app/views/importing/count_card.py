"""A number with what it counts, in a small card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.theme import TextStyle, Tone
from app.views.widgets.card import Card
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import Text, WrapLabel
from app.views.widgets.layouts import boxed, clear, column, row


class CountCard(Card):
    """The icon and the words stand beside the colour: it never stands alone."""

    def __init__(self, icon: str, tone: Tone, number: str, words: str) -> None:
        super().__init__()
        self.number = Text(number, TextStyle.DIALOG_TITLE)
        self.words = WrapLabel(words, TextStyle.CAPTION, Tone.TEXT2)
        line = row(IconLabel(icon, size=20, tone=tone), gap=12)
        line.addWidget(boxed(column(self.number, self.words, gap=1)), 1)
        self.add(line)
        self.setAccessibleName(f"{number} {words}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


class CountRow(QWidget):
    """Count cards side by side."""

    def __init__(self) -> None:
        super().__init__()
        self._line = row(gap=12)
        self.setLayout(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_counts(self, counts: Sequence[tuple[str, Tone, str, str]]) -> None:
        """(icon, tone, number with its unit, words) of each card."""
        clear(self._line)
        for icon, tone, number, words in counts:
            self._line.addWidget(CountCard(icon, tone, number, words), 1)

    def texts(self) -> list[str]:
        """What the cards say."""
        found = (self._line.itemAt(place).widget() for place in range(self._line.count()))  # type: ignore[union-attr]
        return [card.accessibleName() for card in found if isinstance(card, CountCard)]
