"""Line icons: one SVG each, coloured and rendered for the screen's pixel ratio when first asked for."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from app.paths import resource
from app.views.theme import Tone, theme_of

_RATIOS = (1.0, 1.25, 1.5, 2.0)
_STROKE = 'stroke-width="1.7"'


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    text = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return text.replace('stroke-width="2"', _STROKE)


@lru_cache(maxsize=1024)
def pixmap(name: str, color: str, size: int, dpr: float) -> QPixmap:
    """The icon `size` logical pixels wide in one colour; FileNotFoundError for a name without a picture."""
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", color).encode()))
    image = QPixmap(QSize(round(size * dpr), round(size * dpr)))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, image.width(), image.height()))
    painter.end()
    image.setDevicePixelRatio(dpr)
    return image


def draw_icon(painter: QPainter, name: str, color: str, x: float, y: float, size: int) -> None:
    """Draw an icon at a place, as sharp as the painter's device allows."""
    painter.drawPixmap(round(x), round(y), pixmap(name, color, size, painter.device().devicePixelRatioF()))


def icon(name: str, tone: Tone = Tone.TEXT2, size: int = 16, *, widget: QWidget | None = None) -> QIcon:
    """A QIcon of the theme now in force; `size` is in design pixels. Ask again after a theme change."""
    theme = theme_of(widget)
    return colored_icon(name, theme.tokens.tone(tone), theme.tokens.line_strong, theme.px(size))


def colored_icon(name: str, color: str, disabled: str, size: int) -> QIcon:
    """Pictures for the usual pixel ratios, so that it stays sharp when the window moves to another screen."""
    made = QIcon()
    for dpr in _RATIOS:
        made.addPixmap(pixmap(name, color, size, dpr), QIcon.Mode.Normal)
        made.addPixmap(pixmap(name, disabled, size, dpr), QIcon.Mode.Disabled)
    return made


class IconLabel(QWidget):
    """An icon on its own. Without `name_for_readers` it is decoration, and screen readers pass it by."""

    def __init__(self, name: str, *, size: int = 16, tone: Tone = Tone.TEXT2, name_for_readers: str = "") -> None:
        super().__init__()
        self._name = name
        self._size = size
        self._tone = tone
        self.setAccessibleName(name_for_readers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme_of(self).changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_icon(self, name: str) -> None:
        self._name = name
        self.update()

    def set_tone(self, tone: Tone) -> None:
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        side = theme_of(self).px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        side = theme.px(self._size)
        painter = QPainter(self)
        x, y = (self.width() - side) / 2, (self.height() - side) / 2
        draw_icon(painter, self._name, theme.tokens.tone(self._tone), x, y, side)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.EnabledChange:
            self.update()
        super().changeEvent(event)

    def _on_theme_changed(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()
