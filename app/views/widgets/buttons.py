"""Buttons. A label is a verb with its object and count: "Print 22 postcards"."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy

from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.icons import colored_icon
from app.views.widgets.labels import plain_tooltip

__all__ = [
    "DangerButton",
    "IconButton",
    "KeyedButton",
    "LinkButton",
    "MenuButton",
    "NormalButton",
    "OkaeriButton",
    "PrimaryButton",
    "QuietButton",
    "TonalButton",
    "escape_mnemonic",
]


def escape_mnemonic(text: str) -> str:
    """Text for a button, menu or tab: an & in a name is not a shortcut."""
    return text.replace("&", "&&")


class KeyedButton(QPushButton):
    """Enter presses it as Space does, once however long the key is held: Qt asks for Space outside of dialogs."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not is_enter or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()


class OkaeriButton(KeyedButton):
    """What all buttons share; use one of the kinds below."""

    text_style = TextStyle.BODY
    icon_tone = Tone.TEXT

    def __init__(self, text: str = "", icon: str | None = None, *, small: bool = False) -> None:
        super().__init__()
        self._icon_name = icon or ""
        self._small = small
        self._hint = ""
        self.setProperty("small", small)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(text)
        theme_of(self).changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def label(self) -> str:
        """The words as given, without the doubled &."""
        return self.text().replace("&&", "&")

    def set_icon(self, name: str | None) -> None:
        self._icon_name = name or ""
        self._refresh_icon()

    def set_shortcut_hint(self, sequence: str, *, live: bool = True) -> None:
        """Make a key sequence press this button, and say so in its tooltip; not `live` when the window hears the keys."""
        keys = QKeySequence(sequence)
        if live:
            self.setShortcut(keys)
        self._hint = keys.toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(plain_tooltip(f"{self.label()}  {self._hint}".strip()))

    def setText(self, text: str) -> None:
        shortcut = self.shortcut()
        super().setText(escape_mnemonic(text))
        self.setShortcut(shortcut)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        metrics = theme.metrics(self.text_style)
        width = metrics.horizontalAdvance(self.label()) + 2 * theme.px(10 if self._small else 14) + theme.px(4)
        if self._icon_name:
            width += self.iconSize().width() + theme.px(6)
        height = max(theme.px(28 if self._small else 34), metrics.height() + theme.px(6))
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _on_theme_changed(self) -> None:
        self.setFont(theme_of(self).font(self.text_style))
        self._refresh_icon()
        self.updateGeometry()

    def _icon_color(self) -> str:
        return theme_of(self).tokens.tone(self.icon_tone)

    def _refresh_icon(self) -> None:
        theme = theme_of(self)
        side = theme.px(16)
        self.setIconSize(QSize(side, side))
        if self._icon_name:
            self.setIcon(colored_icon(self._icon_name, self._icon_color(), theme.tokens.line_strong, side))


class PrimaryButton(OkaeriButton):
    """The one main act of a screen."""

    text_style = TextStyle.BODY_BOLD
    icon_tone = Tone.ON_PRIMARY


class NormalButton(OkaeriButton):
    pass


class TonalButton(OkaeriButton):
    """Stands out a little without being the main act."""

    text_style = TextStyle.BODY_BOLD
    icon_tone = Tone.PRIMARY


class DangerButton(OkaeriButton):
    """Only inside a dialog; repeats the verb and the count."""

    text_style = TextStyle.BODY_BOLD

    def _icon_color(self) -> str:
        return theme_of(self).tokens.surface


class QuietButton(OkaeriButton):
    """Looks like a link."""

    icon_tone = Tone.PRIMARY

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        width = theme.metrics(self.text_style).horizontalAdvance(self.label()) + theme.px(14)
        if self._icon_name:
            width += self.iconSize().width() + theme.px(6)
        return QSize(max(width, theme.px(28)), super().sizeHint().height())


LinkButton = QuietButton


class IconButton(OkaeriButton):
    """An icon alone, only where everyone knows it (back, …, arrows, lock, close). `name` is read out and shown as tooltip."""

    icon_tone = Tone.TEXT2

    def __init__(self, icon: str, name: str, *, size: int = 28, framed: bool = False) -> None:
        self._side = size
        super().__init__("", icon, small=size < 34)
        self.setProperty("framed", framed)
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(name))

    def sizeHint(self) -> QSize:
        side = theme_of(self).px(self._side)
        return QSize(side, side)


class MenuButton(OkaeriButton):
    """A button that opens a menu of further acts."""

    def __init__(self, text: str = "", icon: str = "ellipsis", *, name: str = "", small: bool = False) -> None:
        super().__init__(text, icon, small=small)
        self.setProperty("framed", True)
        self.setAccessibleName(name or text)
        self.setToolTip(plain_tooltip(name))
        self._menu = QMenu(self)
        self.setMenu(self._menu)

    def menu(self) -> QMenu:
        return self._menu

    def add_action(self, text: str, slot: Callable[[], object], *, icon: str | None = None, shortcut: str | None = None) -> QAction:
        # One that the menu makes is out of reach for whoever keeps it, after a panel was closed.
        action = QAction(escape_mnemonic(text), self._menu)
        self._menu.addAction(action)
        action.triggered.connect(lambda _checked=False: slot())
        if icon is not None:
            theme = theme_of(self)
            made = colored_icon(icon, theme.tokens.text2, theme.tokens.line_strong, theme.px(16))
            action.setIcon(made)
        if shortcut is not None:
            action.setShortcut(QKeySequence(shortcut))
        return action
