"""Text on screen. Every label is plain text: a customer's name is never read as markup."""

from __future__ import annotations

import html
from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.views.theme import TextStyle, Tone, theme_of

_PARAGRAPH = 1.5


def plain_tooltip(text: str) -> str:
    """Tooltip text that Qt cannot take for markup."""
    return f"<qt>{html.escape(text)}</qt>" if text else ""


class Text(QLabel):
    """One line of plain text in one of the text styles."""

    tabular = False

    def __init__(self, text: str = "", style: TextStyle = TextStyle.BODY, tone: Tone = Tone.TEXT, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._text_style = style
        self._tone = tone
        self.setProperty("tone", tone.value)
        self.setText(text)
        theme_of(self).changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_tone(self, tone: Tone) -> None:
        if tone is not self._tone:
            self._tone = tone
            self.setProperty("tone", tone.value)
            self.style().unpolish(self)
            self.style().polish(self)
            # Polishing forgets the font.
            self._on_theme_changed()

    def set_style(self, style: TextStyle) -> None:
        self._text_style = style
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        theme = theme_of(self)
        self.setFont(theme.tabular_font(self._text_style) if self.tabular else theme.font(self._text_style))
        self.updateGeometry()


class Caption(Text):
    def __init__(self, text: str = "", tone: Tone = Tone.TEXT3) -> None:
        super().__init__(text, TextStyle.CAPTION, tone)


class Title(Text):
    def __init__(self, text: str = "", style: TextStyle = TextStyle.CARD_TITLE) -> None:
        super().__init__(text, style, Tone.TEXT)


class NumberText(Text):
    """A number at the right edge, digits of equal width."""

    tabular = True

    def __init__(self, text: str = "", style: TextStyle = TextStyle.BODY, tone: Tone = Tone.TEXT) -> None:
        super().__init__(text, style, tone)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class ElidedLabel(Text):
    """One line that ends in … when there is no room, and then shows the whole in its tooltip."""

    def __init__(self, text: str = "", style: TextStyle = TextStyle.BODY, tone: Tone = Tone.TEXT) -> None:
        super().__init__(text, style, tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance("…") * 4, super().minimumSizeHint().height())

    def is_elided(self) -> bool:
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(plain_tooltip(self.text()) if self.is_elided() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        colour = self.palette().color(self.foregroundRole())
        painter.setPen(colour)
        painter.drawText(area, self.alignment() | Qt.TextFlag.TextSingleLine, shown)
        painter.end()


class WrapLabel(Text):
    """A paragraph. It draws its own lines, so that its height always fits its width."""

    def __init__(
        self,
        text: str = "",
        style: TextStyle = TextStyle.BODY,
        tone: Tone = Tone.TEXT2,
        *,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__(text, style, tone)
        self._align = align
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._fit()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return ceil(self._laid_out(max(width, 1))[1])

    def sizeHint(self) -> QSize:
        natural = max((self.fontMetrics().horizontalAdvance(line) for line in self.text().splitlines()), default=0)
        width = min(natural + 2, theme_of(self).px(480))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        narrow = min(theme_of(self).px(120), self.sizeHint().width())
        return QSize(narrow, ceil(self._line_height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        top = 0.0
        for layout, height in self._laid_out(self.width())[0]:
            layout.draw(painter, QPointF(0, top))
            top += height
        painter.end()

    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self._fit()

    def _fit(self) -> None:
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized) or self.isVisible():
            needed = self.heightForWidth(self.width())
            if needed != self.minimumHeight():
                self.setMinimumHeight(needed)
        self.updateGeometry()
        self.update()

    def _line_height(self) -> float:
        return max(float(self.fontMetrics().height()), self.font().pixelSize() * _PARAGRAPH)

    def _laid_out(self, width: int) -> tuple[list[tuple[QTextLayout, float]], float]:
        """The paragraphs as laid-out lines with their heights, and the height of all."""
        step = self._line_height()
        option = QTextOption(getattr(self, "_align", Qt.AlignmentFlag.AlignLeft))
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        paragraphs: list[tuple[QTextLayout, float]] = []
        for text in self.text().split("\n"):
            layout = QTextLayout(text, self.font())
            layout.setTextOption(option)
            layout.beginLayout()
            top = 0.0
            while (line := layout.createLine()).isValid():
                line.setLineWidth(width)
                line.setPosition(QPointF(0, top + (step - line.height()) / 2))
                top += step
            layout.endLayout()
            paragraphs.append((layout, max(top, step)))
        return paragraphs, sum(height for _, height in paragraphs)
