"""A colour on paper: a few that go well together, or any by its #RRGGBB."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from app.domain.marking import QT_TRANSLATE_NOOP
from app.views.labels import translated
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.explanation import Popover
from app.views.widgets.labels import Text, plain_tooltip
from app.views.widgets.layouts import column, row
from app.views.widgets.text_field import TextField, mark_error

_HEX = re.compile("#[0-9A-Fa-f]{6}")
_IN_A_ROW = 6

PAPER_COLOURS: Mapping[str, str] = {
    "#2B2F2C": QT_TRANSLATE_NOOP("PaperColours", "Ink"),
    "#59635F": QT_TRANSLATE_NOOP("PaperColours", "Grey"),
    "#B9BEBB": QT_TRANSLATE_NOOP("PaperColours", "Light grey"),
    "#3A2A22": QT_TRANSLATE_NOOP("PaperColours", "Dark brown"),
    "#8E3410": QT_TRANSLATE_NOOP("PaperColours", "Chestnut"),
    "#D9B48C": QT_TRANSLATE_NOOP("PaperColours", "Sand"),
    "#0B6B5B": QT_TRANSLATE_NOOP("PaperColours", "Evergreen"),
    "#3F6B55": QT_TRANSLATE_NOOP("PaperColours", "Leaf green"),
    "#3E5F85": QT_TRANSLATE_NOOP("PaperColours", "Blue"),
    "#5B2E63": QT_TRANSLATE_NOOP("PaperColours", "Purple"),
    "#A14B5B": QT_TRANSLATE_NOOP("PaperColours", "Plum red"),
    "#B3261E": QT_TRANSLATE_NOOP("PaperColours", "Red"),
    "#A9430F": QT_TRANSLATE_NOOP("PaperColours", "Persimmon"),
    "#85601F": QT_TRANSLATE_NOOP("PaperColours", "Gold"),
    "#FDF3E6": QT_TRANSLATE_NOOP("PaperColours", "Cream"),
    "#F3F7F3": QT_TRANSLATE_NOOP("PaperColours", "Pale green"),
    "#FFFFFF": QT_TRANSLATE_NOOP("PaperColours", "White"),
}


def colour_word(colour: str) -> str:
    """Its name with its number; empty for none."""
    if not colour:
        return translated("PaperColours", QT_TRANSLATE_NOOP("PaperColours", "None"))
    name = PAPER_COLOURS.get(colour.upper())
    return f"{translated('PaperColours', name)} {colour.upper()}" if name else colour.upper()


class Swatch(QAbstractButton):
    """A colour to press; none is a crossed-out field."""

    def __init__(self, colour: str, name: str) -> None:
        super().__init__()
        self.colour = colour
        self._chosen = False
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(name))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme_of(self).changed.connect(self.updateGeometry)

    def set_colour(self, colour: str, name: str) -> None:
        self.colour = colour
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(name))
        self.update()

    def set_chosen(self, chosen: bool) -> None:
        self._chosen = chosen
        self.update()

    def sizeHint(self) -> QSize:
        side = theme_of(self).px(34)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        tokens = theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        ring = tokens.primary if self._chosen else tokens.line_strong
        painter.setPen(QPen(QColor(ring), 3 if self._chosen else 2 if self.underMouse() else 1))
        painter.setBrush(QColor(self.colour or "#FFFFFF"))
        painter.drawRoundedRect(area, theme.px(7), theme.px(7))
        if not self.colour:
            painter.setPen(QPen(QColor("#B3261E"), 2))
            inset = theme.px(5)
            painter.drawLine(area.bottomLeft() + QPointF(inset, -inset), area.topRight() + QPointF(-inset, inset))
        painter.end()


class ColourField(QWidget):
    """`changed`: "#RRGGBB", or empty for none where that is `optional`."""

    changed = Signal(str)
    edited_done = Signal()

    def __init__(self, *, optional: bool = False) -> None:
        super().__init__()
        self._optional = optional
        self._colour = ""
        self.swatch = Swatch("", "")
        self.typed = TextField(self.tr("None") if optional else "#RRGGBB")
        self.typed.setMaxLength(7)
        self.setFocusProxy(self.typed)
        line = row(self.swatch, gap=6)
        line.addWidget(self.typed, 1)
        self.setLayout(line)
        self.swatch.clicked.connect(self.open_palette)
        self.typed.textEdited.connect(self._on_typed)
        self.typed.edited_done.connect(self._on_left)

    def colour(self) -> str:
        return self._colour

    def set_colour(self, colour: str) -> None:
        """Show a colour; announces only what the user does."""
        self._colour = colour
        self.swatch.set_colour(colour, self.tr("Choose a colour, now {colour}").format(colour=colour_word(colour)))
        if not self.typed.hasFocus() or _read(self.typed.text()) != colour:
            self.typed.setText(colour)
        mark_error(self.typed, False)

    def is_valid(self) -> bool:
        typed = _read(self.typed.text())
        return bool(typed) or (self._optional and not self.typed.text().strip())

    def open_palette(self) -> None:
        palette = PalettePopover(self.swatch, self._colour, optional=self._optional)
        palette.chosen.connect(self._on_chosen)
        palette.closed.connect(palette.deleteLater)
        palette.open()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.swatch.setEnabled(self.isEnabled())

    def _on_chosen(self, colour: str) -> None:
        self.set_colour(colour)
        self.changed.emit(colour)
        self.edited_done.emit()

    def _on_typed(self, text: str) -> None:
        colour = _read(text)
        if colour or (self._optional and not text.strip()):
            mark_error(self.typed, False)
            self._colour = colour
            self.swatch.set_colour(colour, colour_word(colour))
            self.changed.emit(colour)

    def _on_left(self) -> None:
        if not self.typed.text().strip() and not self._optional:
            self.typed.setText(self._colour)
        mark_error(self.typed, not self.is_valid())
        self.edited_done.emit()


class PalettePopover(Popover):
    """The colours to press, over the window."""

    chosen = Signal(str)

    def __init__(self, anchor: QWidget, current: str, *, optional: bool) -> None:
        super().__init__(anchor, width=_IN_A_ROW * 40 + 28)
        self.setAccessibleName(self.tr("Colours"))
        grid = QGridLayout()
        grid.setSpacing(theme_of(self).px(6))
        colours = [*([""] if optional else []), *PAPER_COLOURS]
        self.swatches: list[Swatch] = []
        for place, colour in enumerate(colours):
            swatch = Swatch(colour, colour_word(colour))
            swatch.set_chosen(colour == current.upper())
            swatch.clicked.connect(partial(self._on_pressed, colour))
            grid.addWidget(swatch, place // _IN_A_ROW, place % _IN_A_ROW)
            self.swatches.append(swatch)
        note = Text(self.tr("Or type its number, as in #0B6B5B."), TextStyle.CAPTION, Tone.TEXT3)
        self.setLayout(column(grid, note, gap=8, margins=(14, 12, 14, 12)))

    def _on_pressed(self, colour: str, _on: bool = False) -> None:
        self.close_again()
        self.chosen.emit(colour)


def _read(text: str) -> str:
    """A colour as typed, also without the # or in full-width signs; empty when it is none."""
    typed = text.strip().replace("\uff03", "#").upper()
    typed = typed if typed.startswith("#") else f"#{typed}"
    return typed if _HEX.fullmatch(typed) else ""
