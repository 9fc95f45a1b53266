"""A rule as a sentence whose words can be chosen: plain text with small buttons in it."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import KeyedButton, escape_mnemonic
from app.views.widgets.labels import Text
from app.views.widgets.layouts import FlowLayout, boxed, row

_PLACE = re.compile(r"\{(\d+)\}")
_OPENING = "「『(（〈《【"
_CLOSING = re.compile(r"^[」』)）〉》】、。・.,;:]+")


class WordButton(KeyedButton):
    """A word of the sentence that opens its choices."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_word(text)
        theme_of(self).changed.connect(self.updateGeometry)

    def set_word(self, text: str) -> None:
        self.setText(escape_mnemonic(text))
        self.setAccessibleName(self.tr("{word}, change").format(word=text))
        self.updateGeometry()

    def word(self) -> str:
        return self.text().replace("&&", "&")

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        metrics = theme.metrics(TextStyle.BODY_BOLD)
        return QSize(metrics.horizontalAdvance(self.word()) + theme.px(14), max(theme.px(26), metrics.height() + theme.px(6)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tokens.primary_soft))
        height = theme.px(22) if self.height() >= theme.px(22) else self.height()
        area = QRectF(0, (self.height() - height) / 2, self.width(), height)
        painter.drawRoundedRect(area, theme.px(5), theme.px(5))
        painter.setPen(QColor(theme.tokens.primary))
        painter.setFont(theme.font(TextStyle.BODY_BOLD))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.word())
        painter.end()


class Sentence(QWidget):
    """`Sentence("Every {0} gives {1}.", [("step", "100 yen"), ("points", "1 point")])`; `word_clicked` carries the key."""

    word_clicked = Signal(object)

    def __init__(self, pattern: str, words: Sequence[tuple[Hashable, str]]) -> None:
        super().__init__()
        self._buttons: dict[Hashable, WordButton] = {}
        flow = FlowLayout(3)
        parts = _PLACE.split(pattern)
        for place, part in enumerate(parts):
            if place % 2:
                key, text = words[int(part)]
                button = WordButton(text)
                button.clicked.connect(lambda _checked=False, word=key: self.word_clicked.emit(word))
                self._buttons[key] = button
                # What closes a bracket or a clause never begins a line.
                closing = _CLOSING.match(parts[place + 1])
                parts[place + 1] = _CLOSING.sub("", parts[place + 1])
                flow.addWidget(button if closing is None else boxed(row(button, _SentenceText(closing.group()), gap=1)))
            else:
                for piece in _pieces(part):
                    flow.addWidget(_SentenceText(piece))
        self.setLayout(flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def word_button(self, key: Hashable) -> WordButton:
        return self._buttons[key]

    def set_word(self, key: Hashable, text: str) -> None:
        self._buttons[key].set_word(text)


class _SentenceText(Text):
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme_of(self).px(26))

    def __init__(self, text: str) -> None:
        super().__init__(text, TextStyle.BODY, Tone.TEXT)
        self.setAlignment(Qt.AlignmentFlag.AlignVCenter)


def _pieces(text: str) -> list[str]:
    """Where the sentence may break: after a comma or full stop, and between words; a bracket stays with what it opens."""
    found = re.findall(rf"[、。・]*[{re.escape(_OPENING)}]*[^\s、。・]*[、。・]*\s?", text)
    # The gap between widgets is the space between words.
    return [piece.rstrip() for piece in found if piece.strip()]
