"""The sidebar: where one can go. 204 px with words, a 60 px rail of icons in a narrow window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from app.views.team.working_here import WorkingHere
from app.views.theme import TextStyle, Theme, Tone, theme_of
from app.views.widgets.chip import badge_size, badge_text, paint_chip
from app.views.widgets.icons import draw_icon
from app.views.widgets.labels import Text
from app.views.widgets.layouts import hairline

WIDE = 204
RAIL = 60
BREAKPOINT = 1180
LEAST_HEIGHT = 28


@dataclass(frozen=True, slots=True)
class NavigationEntry:
    """`text` is translated; `group` is the small heading above the first entry that has it; `at_foot`: below the line."""

    name: str
    text: str
    icon: str
    shortcut: str = ""
    group: str = ""
    at_foot: bool = False


class Sidebar(QFrame):
    """One Tab stop; the arrow keys move. `chosen(name)`."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[NavigationEntry], title: str) -> None:
        super().__init__()
        self._entries = list(entries)
        self._buttons: dict[str, NavigationButton] = {}
        self._headings: list[Text] = []
        self._is_rail = False
        self.setAccessibleName(self.tr("Areas"))
        self._build(title)
        theme_of(self).changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_current(self, name: str) -> None:
        for key, button in self._buttons.items():
            button.setChecked(key == name)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if key == name else Qt.FocusPolicy.ClickFocus)

    def set_badge(self, name: str, count: int) -> None:
        """How much waits in an area; nought shows nothing."""
        if name in self._buttons:
            self._buttons[name].set_count(count)

    def set_rail(self, is_rail: bool) -> None:
        self._is_rail = is_rail
        self._on_theme_changed()

    def has_keyboard(self) -> bool:
        """Whether someone is moving through the sidebar by keys."""
        return any(button.hasFocus() and button.is_ringed for button in self._buttons.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        names = [entry.name for entry in self._entries]
        focused = next((n for n, b in self._buttons.items() if b.hasFocus()), None)
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if focused is None or step is None:
            super().keyPressEvent(event)
            return
        self._buttons[names[(names.index(focused) + step) % len(names)]].setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self, title: str) -> None:
        self._layout = QVBoxLayout(self)
        self._brand = Brand(title)
        self._layout.addWidget(self._brand)
        group = ""
        foot = False
        for entry in self._entries:
            if entry.at_foot and not foot:
                foot = True
                self._layout.addStretch(1)
                self._layout.addWidget(hairline())
            if entry.group and entry.group != group and not entry.at_foot:
                group = entry.group
                heading = Text(group, TextStyle.CAPTION, Tone.TEXT2)
                self._headings.append(heading)
                self._layout.addWidget(heading)
            button = NavigationButton(entry)
            button.clicked.connect(self._on_clicked)
            self._buttons[entry.name] = button
            self._layout.addWidget(button)
        self.here = WorkingHere()
        self._layout.addWidget(self.here)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, NavigationButton):
            self.chosen.emit(button.entry.name)

    def _on_theme_changed(self) -> None:
        theme = theme_of(self)
        side = theme.px(11)
        self._layout.setContentsMargins(side, theme.px(12), side - 1, theme.px(10))
        self._layout.setSpacing(theme.px(3))
        widths = [b.wanted_width(theme) for b in self._buttons.values()]
        self.setFixedWidth(theme.px(RAIL) if self._is_rail else max([theme.px(WIDE), *(w + 2 * side for w in widths)]))
        for heading in self._headings:
            heading.setVisible(not self._is_rail)
            heading.setContentsMargins(theme.px(9), theme.px(7), 0, theme.px(3))
        for button in self._buttons.values():
            button.set_rail(self._is_rail)
        self._brand.set_rail(self._is_rail)
        self.here.set_rail(self._is_rail)


class Mark(QWidget):
    """The mark alone."""

    def __init__(self) -> None:
        super().__init__()
        side = theme_of(self).px(32)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, QRectF(self.rect()), theme_of(self))
        painter.end()


class Brand(QWidget):
    """The mark and the name."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._is_rail = False
        self.setAccessibleName(title)

    def set_rail(self, is_rail: bool) -> None:
        self._is_rail = is_rail
        self.setFixedHeight(theme_of(self).px(42))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, QRectF(theme.px(6), theme.px(4), theme.px(24), theme.px(24)), theme)
        if not self._is_rail:
            painter.setFont(theme.font(TextStyle.DIALOG_TITLE))
            painter.setPen(theme.color("text"))
            box = QRectF(theme.px(41), 0, self.width() - theme.px(41), theme.px(32))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._title)
        painter.end()


def paint_mark(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """The shop curtain on a green tile."""
    unit = box.width() / 24
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("primary"))
    painter.drawRoundedRect(box, 6 * unit, 6 * unit)
    painter.setBrush(theme.color("on_primary"))
    painter.drawRoundedRect(QRectF(box.x() + 4 * unit, box.y() + 6 * unit, 16 * unit, 2 * unit), unit, unit)
    for n in range(3):
        left = box.x() + (5 + 4.8 * n) * unit
        painter.drawRoundedRect(QRectF(left, box.y() + 9 * unit, 4.2 * unit, 8.5 * unit), 0.8 * unit, 0.8 * unit)


class NavigationButton(QAbstractButton):
    def __init__(self, entry: NavigationEntry) -> None:
        super().__init__()
        self.entry = entry
        self.is_ringed = False
        self._is_rail = False
        self._count = 0
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setAccessibleName(entry.text)
        self.setToolTip(f"{entry.text}  {entry.shortcut}" if entry.shortcut else entry.text)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_rail(self, is_rail: bool) -> None:
        self._is_rail = is_rail
        theme = theme_of(self)
        metrics = theme.metrics(TextStyle.BODY_BOLD).height()
        # In a low window the areas move together; they stay large enough to be hit.
        self.setMinimumHeight(max(LEAST_HEIGHT, theme.px(18) + 6 if is_rail else metrics + 4))
        self.setMaximumHeight(max(theme.px(36), metrics + theme.px(10)))
        self.update()

    def set_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleName(self.tr("{area}, {count} waiting").format(area=self.entry.text, count=count) if count else self.entry.text)
        self.update()

    def count(self) -> int:
        return self._count

    def wanted_width(self, theme: Theme) -> int:
        return theme.px(50) + QFontMetrics(theme.font(TextStyle.BODY_BOLD)).horizontalAdvance(self.entry.text)

    def sizeHint(self) -> QSize:
        return QSize(theme_of(self).px(RAIL - 22), self.maximumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.is_ringed = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    def nextCheckState(self) -> None:
        """The page decides what is current, not the click."""

    def changeEvent(self, event: QEvent) -> None:
        self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            dark = "select" if theme.is_dark else "surface"
            painter.setBrush(theme.color(dark if self.isChecked() else "track"))
            painter.drawRoundedRect(QRectF(self.rect()), theme.px(7), theme.px(7))
        tone = Tone.PRIMARY if self.isChecked() else Tone.TEXT2
        side = theme.px(18)
        left = (self.width() - side) / 2 if self._is_rail else theme.px(11)
        draw_icon(painter, self.entry.icon, theme.tokens.tone(tone), left, (self.height() - side) / 2, side)
        if not self._is_rail:
            painter.setFont(theme.font(TextStyle.BODY_BOLD if self.isChecked() else TextStyle.BODY))
            painter.setPen(theme.color("primary") if self.isChecked() else theme.color("text"))
            box = QRectF(theme.px(37), 0, self.width() - theme.px(40), self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.entry.text)
        if self._count:
            self._paint_count(painter, theme)
        painter.end()

    def _paint_count(self, painter: QPainter, theme: Theme) -> None:
        text = badge_text(self._count)
        size = badge_size(theme, text)
        top = 0.0 if self._is_rail else (self.height() - size.height()) / 2
        left = self.width() - size.width() - (0 if self._is_rail else theme.px(8))
        paint_chip(painter, theme, QRectF(left, top, size.width(), size.height()), text, Tone.ACCENT)
