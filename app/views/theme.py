"""The look of the program: one Theme, owned by the application, asked through `theme_of`.

Fonts are set in code, colours and boxes in one style sheet generated from the tokens; the palette carries what a sheet
cannot (placeholders, disabled text, menus and delegates).
"""

from __future__ import annotations

from enum import IntEnum, StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessibilityHints, QColor, QFont, QFontMetrics, QGuiApplication, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication, QWidget

from app.views.fonts import TextStyle, family_of, make_font
from app.views.palette import palette_of, tokens_of_palette
from app.views.stylesheet import style_sheet
from app.views.tokens import DARK, LIGHT, Tokens, Tone

__all__ = ["TEXT_PERCENTS", "Density", "Mode", "TextStyle", "Theme", "Tokens", "Tone", "theme_of"]

TEXT_PERCENTS = (90, 100, 115, 130, 150)
_NAME = "okaeri-theme"


class Mode(StrEnum):
    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


class Density(StrEnum):
    NORMAL = "normal"
    COMFORTABLE = "comfortable"


class _RowExtra(IntEnum):
    NORMAL = 0
    COMFORTABLE = 8


class Theme(QObject):
    """Colours, fonts and sizes now in force. `changed` is sent after the new look is applied."""

    changed = Signal()

    def __init__(self, app: QApplication, *, mode: Mode, text_percent: int, density: Density, crisp: bool) -> None:
        super().__init__(app)
        self.setObjectName(_NAME)
        self._app = app
        # Both objects are kept: Qt hands out the hints anew, and the wrapper alone does not keep them alive.
        self._hints: QStyleHints = QGuiApplication.styleHints()
        self._access: QAccessibilityHints = self._hints.accessibility()
        self.mode = mode
        self.text_percent = text_percent
        self.density = density
        self.crisp = crisp
        self.tokens: Tokens = LIGHT
        self._family = ""
        self._fonts: dict[tuple[TextStyle, bool], QFont] = {}
        self._metrics: dict[tuple[TextStyle, bool], QFontMetrics] = {}
        app.setStyle("fusion")
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        self._access.contrastPreferenceChanged.connect(self._on_system_changed)
        self._apply()

    @classmethod
    def install(
        cls,
        app: QApplication,
        *,
        mode: Mode = Mode.AUTO,
        text_percent: int = 100,
        density: Density = Density.NORMAL,
        crisp: bool = False,
    ) -> Theme:
        """Make the application's theme, or bring the one it has to these choices."""
        found = app.findChild(Theme, _NAME, Qt.FindChildOption.FindDirectChildrenOnly)
        if found is None:
            return cls(app, mode=mode, text_percent=text_percent, density=density, crisp=crisp)
        found.mode, found.text_percent, found.density, found.crisp = mode, text_percent, density, crisp
        found._apply()
        return found

    @property
    def scale(self) -> float:
        return self.text_percent / 100

    @property
    def is_dark(self) -> bool:
        if self.mode is Mode.AUTO:
            return self._hints.colorScheme() is Qt.ColorScheme.Dark
        return self.mode is Mode.DARK

    @property
    def is_high_contrast(self) -> bool:
        """The system asks for high contrast; its own colours are used."""
        return self._access.contrastPreference() is Qt.ContrastPreference.HighContrast

    def px(self, design: float) -> int:
        return round(design * self.scale)

    def row_extra(self) -> int:
        return self.px(_RowExtra[self.density.name])

    def row_height(self, design: float, lines: int = 2) -> int:
        """Height of a list row: the design's, or what its lines of text need, whichever is more."""
        needed = lines * self.metrics(TextStyle.ROW_TITLE).lineSpacing() + self.px(14)
        return max(self.px(design), needed) + self.row_extra()

    def font(self, style: TextStyle) -> QFont:
        return self._font(style, False)

    def tabular_font(self, style: TextStyle) -> QFont:
        """Digits of equal width, for columns of numbers."""
        return self._font(style, True)

    def metrics(self, style: TextStyle) -> QFontMetrics:
        key = (style, False)
        if key not in self._metrics:
            self._metrics[key] = QFontMetrics(self.font(style))
        return self._metrics[key]

    def color(self, name: str) -> QColor:
        return QColor(getattr(self.tokens, name))

    def set_mode(self, mode: Mode) -> None:
        if mode is not self.mode:
            self.mode = mode
            self._apply()

    def set_text_percent(self, percent: int) -> None:
        if percent != self.text_percent:
            self.text_percent = percent
            self._apply()

    def set_density(self, density: Density) -> None:
        if density is not self.density:
            self.density = density
            self._apply()

    def set_crisp(self, crisp: bool) -> None:
        if crisp is not self.crisp:
            self.crisp = crisp
            self._apply()

    def _on_system_changed(self) -> None:
        # A forced mode sets the system's hint itself, which comes back as a change.
        if self.mode is Mode.AUTO or self.is_high_contrast:
            self._apply()

    def _tell_system(self) -> None:
        """Let title bars and the system's own dialogs follow the choice."""
        forced = {Mode.LIGHT: Qt.ColorScheme.Light, Mode.DARK: Qt.ColorScheme.Dark}
        if self.mode in forced:
            self._hints.setColorScheme(forced[self.mode])
        else:
            self._hints.unsetColorScheme()

    def _font(self, style: TextStyle, tabular: bool) -> QFont:
        key = (style, tabular)
        if key not in self._fonts:
            self._fonts[key] = make_font(self._family, style, self.scale, tabular=tabular)
        return self._fonts[key]

    def _apply(self) -> None:
        self._tell_system()
        self._family = family_of(self.crisp)
        self._fonts.clear()
        self._metrics.clear()
        if self.is_high_contrast:
            system = self._app.style().standardPalette()
            self.tokens = tokens_of_palette(system)
            self._app.setPalette(QPalette())
        else:
            self.tokens = DARK if self.is_dark else LIGHT
            self._app.setPalette(palette_of(self.tokens))
        self._app.setFont(self.font(TextStyle.BODY))
        self._app.setStyleSheet(style_sheet(self.tokens, self.scale, coloured=not self.is_high_contrast))
        self.changed.emit()


def theme_of(widget: QWidget | None = None) -> Theme:
    """The theme `widget` is drawn in: the application's one theme, made with the defaults if there is none yet."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("there is no application to ask for its theme")
    found = app.findChild(Theme, _NAME, Qt.FindChildOption.FindDirectChildrenOnly)
    return found if found is not None else Theme.install(app, mode=Mode.LIGHT)
