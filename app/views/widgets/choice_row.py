"""One of several choices as a full row: its name, its facts in columns, a strong border when chosen."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from app.views.theme import TextStyle, theme_of
from app.views.widgets.buttons import escape_mnemonic
from app.views.widgets.check_box import SIDE, paint_radio
from app.views.widgets.choice_button import ChoiceGroup
from app.views.widgets.layouts import column


class ChoiceRow(QRadioButton):
    def __init__(self, title: str, facts: Sequence[str] = ()) -> None:
        super().__init__(escape_mnemonic(title))
        self._title = title
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)
        self.set_facts(facts)

    def set_facts(self, facts: Sequence[str]) -> None:
        self._facts = tuple(facts)
        self.setAccessibleName(" ".join((self._title, *self._facts)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        bold, plain = theme.metrics(TextStyle.BODY_BOLD), theme.metrics(TextStyle.BODY)
        width = theme.px(12 + SIDE + 10 + 16) + bold.horizontalAdvance(self._title)
        width += sum(plain.horizontalAdvance(fact) + theme.px(16) for fact in self._facts)
        return QSize(width, max(theme.px(44), bold.height() + theme.px(18)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme_of(self).px(160), self.sizeHint().height())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        tokens = theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        thick = 2 if on else 1
        painter.setPen(QPen(QColor(tokens.primary if on else tokens.line), thick))
        painter.setBrush(QColor(tokens.primary_soft if on else tokens.surface))
        half = thick / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), theme.px(8), theme.px(8))
        side = theme.px(SIDE)
        paint_radio(painter, theme, QRectF(theme.px(12), (self.height() - side) / 2, side, side), on)
        self._paint_words(painter, theme.px(12) + side + theme.px(10))
        painter.end()

    def _paint_words(self, painter: QPainter, left: int) -> None:
        theme = theme_of(self)
        room = self.width() - left - theme.px(12)
        bold, plain = theme.metrics(TextStyle.BODY_BOLD), theme.metrics(TextStyle.BODY)
        middle = Qt.AlignmentFlag.AlignVCenter
        title_width = room if not self._facts else max(bold.horizontalAdvance(self._title), round(room * 0.3))
        title_width = min(title_width, room)
        painter.setPen(QColor(theme.tokens.text if self.isEnabled() else theme.tokens.line_strong))
        painter.setFont(theme.font(TextStyle.BODY_BOLD))
        shown = bold.elidedText(self._title, Qt.TextElideMode.ElideRight, title_width)
        painter.drawText(QRectF(left, 0, title_width, self.height()), middle | Qt.AlignmentFlag.AlignLeft, shown)
        if not self._facts:
            return
        painter.setFont(theme.font(TextStyle.BODY))
        painter.setPen(QColor(theme.tokens.text2))
        share = (room - title_width - theme.px(12)) / len(self._facts)
        for place, fact in enumerate(self._facts):
            area = QRectF(left + title_width + theme.px(12) + share * place, 0, share - theme.px(6), self.height())
            words = plain.elidedText(fact, Qt.TextElideMode.ElideRight, round(area.width()))
            painter.drawText(area, middle | Qt.AlignmentFlag.AlignLeft, words)


class ChoiceRows(QWidget):
    """Rows of which one is chosen; ↑↓ move. `changed` carries the key the user chose."""

    changed = Signal(object)

    def __init__(self, options: Sequence[tuple[Hashable, str, Sequence[str]]], current: Hashable | None = None, name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = ChoiceGroup(self)
        self._rows: dict[Hashable, ChoiceRow] = {}
        layout = column(gap=8)
        for key, title, facts in options:
            line = ChoiceRow(title, facts)
            self._rows[key] = line
            self._group.add(key, line)
            layout.addWidget(line)
        self.setLayout(layout)
        if current is not None:
            self.set_current(current)
        self._group.buttons.idToggled.connect(self._on_toggled)

    def current(self) -> object | None:
        return self._group.current()

    def set_current(self, key: Hashable) -> None:
        quiet = self._group.buttons.blockSignals(True)
        self._group.check(key)
        self._group.buttons.blockSignals(quiet)

    def row(self, key: Hashable) -> ChoiceRow:
        return self._rows[key]

    def _on_toggled(self, number: int, on: bool) -> None:
        if on:
            self.changed.emit(self._group.key_of(number))
