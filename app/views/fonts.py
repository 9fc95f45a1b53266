"""Which family the window speaks in, and the sizes of each kind of text."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from app.paths import resource

CRISP = "BIZ UDPGothic"
_BUNDLED = {
    "Noto Sans JP": ("NotoSansJP-Regular.ttf", "NotoSansJP-Bold.ttf"),
    CRISP: ("BIZUDPGothic-Regular.ttf", "BIZUDPGothic-Bold.ttf"),
}
_BY_PLATFORM = {"win32": ("Yu Gothic UI", "Meiryo UI"), "darwin": ("Hiragino Sans",)}


@dataclass(frozen=True, slots=True)
class TextSize:
    """Design pixels at 100 % and whether it is bold."""

    px: int
    bold: bool = False


class TextStyle(Enum):
    PAGE_TITLE = TextSize(20, True)
    DIALOG_TITLE = TextSize(16, True)
    CARD_TITLE = TextSize(14, True)
    ROW_TITLE = TextSize(14, True)
    BODY = TextSize(13)
    BODY_BOLD = TextSize(13, True)
    CAPTION = TextSize(12)
    CAPTION_BOLD = TextSize(12, True)
    KPI = TextSize(24, True)
    FIGURE = TextSize(17, True)
    KEY_HINT = TextSize(11)


def family_of(crisp: bool) -> str:
    """The family to use; a bundled one is registered with Qt the first time it is needed.

    Drawing off screen always uses the bundled family, so that pictures are the same on every PC.
    """
    if crisp:
        return _bundled(CRISP)
    if QGuiApplication.platformName() not in ("offscreen", "minimal"):
        installed = set(QFontDatabase.families())
        for name in _BY_PLATFORM.get(sys.platform, ("Noto Sans JP", "Noto Sans CJK JP")):
            if name in installed:
                return name
    return _bundled("Noto Sans JP")


def _bundled(family: str) -> str:
    if family not in QFontDatabase.families():
        for file_name in _BUNDLED[family]:
            QFontDatabase.addApplicationFont(str(resource("fonts", file_name)))
    return family


def make_font(family: str, style: TextStyle, scale: float, *, tabular: bool = False) -> QFont:
    size = style.value
    font = QFont(family)
    font.setPixelSize(round(size.px * scale))
    font.setWeight(QFont.Weight.Bold if size.bold else QFont.Weight.Normal)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
