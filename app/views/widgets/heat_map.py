"""A grid of figures whose colour says how much. Each cell is reached by the arrow keys and opened by Enter or a press."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from app.views.theme import TextStyle, Theme, Tone, theme_of
from app.views.tokens import readable_on, sequential_colour
from app.views.widgets.announce import announce
from app.views.widgets.painted_cells import PaintedCells


@dataclass(frozen=True, slots=True)
class HeatRow:
    """Head of a row; `note` is its number of people."""

    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class HeatCell:
    """`strength` 0..1 picks the colour, None leaves the cell plain; `faded` is for too few people. `name` is read out."""

    text: str
    strength: float | None = None
    faded: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class HeatRegion:
    """An outline round a block of cells, inclusive on both ends; dashed or solid, so that colour is not alone."""

    name: str
    top: int
    left: int
    bottom: int
    right: int
    dashed: bool = False
    tone: Tone = Tone.TEXT


@dataclass(frozen=True, slots=True)
class HeatGrid:
    rows: Sequence[HeatRow]
    columns: Sequence[str]
    cells: Sequence[Sequence[HeatCell | None]]
    regions: Sequence[HeatRegion] = ()
    column_labels_below: bool = False
    bold: bool = False


_EMPTY = HeatGrid((), (), ())


class HeatMap(PaintedCells[tuple[int, int]]):
    cell_activated = Signal(int, int)

    def __init__(self, name: str = "") -> None:
        super().__init__(self._cell_at)
        self._grid = _EMPTY
        self._current: tuple[int, int] | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("noFocusRing", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_of(self).changed.connect(self.updateGeometry)

    def set_grid(self, grid: HeatGrid) -> None:
        self._grid = grid
        self._current = None
        self.hovered = None
        self.updateGeometry()
        self.update()

    def set_finding(self, sentence: str) -> None:
        """What the picture shows, for readers."""
        self.setAccessibleDescription(sentence)

    def current_cell(self) -> tuple[int, int] | None:
        return self._current

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Where a cell lies in the widget."""
        area = self._cells_area()
        width = area.width() / max(len(self._grid.columns), 1)
        height = area.height() / max(len(self._grid.rows), 1)
        return QRectF(area.x() + column * width, area.y() + row * height, width, height)

    def sizeHint(self) -> QSize:
        px = theme_of(self).px
        heads = self._head_widths()
        width = sum(heads) + len(self._grid.columns) * px(52)
        return QSize(max(width, px(200)), self._label_height() + len(self._grid.rows) * px(38) + px(4))

    def minimumSizeHint(self) -> QSize:
        theme = theme_of(self)
        px, metrics = theme.px, theme.metrics(TextStyle.BODY)
        cell = metrics.horizontalAdvance("100") + px(8)
        rows = len(self._grid.rows) * (metrics.height() + px(6))
        return QSize(sum(self._head_widths()) + len(self._grid.columns) * cell, self._label_height() + rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_heads(painter, theme)
        for row, cells in enumerate(self._grid.cells):
            for column, cell in enumerate(cells):
                if cell is not None:
                    self._paint_cell(painter, theme, self.cell_rect(row, column).adjusted(1, 1, -1, -1), cell)
        for region in self._grid.regions:
            self._paint_region(painter, theme, region)
        marked = self._current if self.hasFocus() else None
        for place, colour in ((self.hovered, theme.tokens.text), (marked, theme.tokens.focus)):
            if place is not None:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(theme.tokens.surface), 4))
                painter.drawRoundedRect(self.cell_rect(*place).adjusted(2, 2, -2, -2), theme.px(3), theme.px(3))
                painter.setPen(QPen(QColor(colour), 2))
                painter.drawRoundedRect(self.cell_rect(*place).adjusted(1, 1, -1, -1), theme.px(3), theme.px(3))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        key = Qt.Key(event.key())
        if key in moves and self._current is not None:
            self._move(*moves[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._current is not None:
            self.cell_activated.emit(*self._current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._cell_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and place is not None:
            self._set_current(place)
            self.cell_activated.emit(*place)
        else:
            super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current is None:
            places = self._places()
            if places:
                self._set_current(places[0])
        self.update()

    def _places(self) -> list[tuple[int, int]]:
        cells = self._grid.cells
        return [(row, column) for row, line in enumerate(cells) for column, cell in enumerate(line) if cell is not None]

    def _set_current(self, place: tuple[int, int]) -> None:
        self._current = place
        row, column = place
        cell = self._grid.cells[row][column]
        if cell is not None:
            spoken = cell.name or f"{self._grid.rows[row].label} {self._grid.columns[column]} {cell.text}"
            self.setAccessibleDescription(spoken)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
            announce(self, spoken)
        self.update()

    def _move(self, down: int, right: int) -> None:
        assert self._current is not None
        row, column = self._current[0] + down, self._current[1] + right
        if 0 <= row < len(self._grid.cells):
            line = self._grid.cells[row]
            if 0 <= column < len(line) and line[column] is not None:
                self._set_current((row, column))

    def _cell_at(self, where: QPointF) -> tuple[int, int] | None:
        return next((place for place in self._places() if self.cell_rect(*place).contains(where)), None)

    def _head_widths(self) -> tuple[int, int]:
        theme = theme_of(self)
        label, note = theme.metrics(TextStyle.BODY), theme.metrics(TextStyle.CAPTION)
        labels = max((label.horizontalAdvance(row.label) for row in self._grid.rows), default=0)
        notes = max((note.horizontalAdvance(row.note) for row in self._grid.rows), default=0)
        return labels + theme.px(10), notes + theme.px(10) if notes else 0

    def _label_height(self) -> int:
        theme = theme_of(self)
        return theme.metrics(TextStyle.CAPTION).height() + theme.px(6)

    def _cells_area(self) -> QRectF:
        left = sum(self._head_widths())
        label = self._label_height()
        top = 1 if self._grid.column_labels_below else label
        return QRectF(left, top, self.width() - left - 1, self.height() - label - 2)

    def _paint_heads(self, painter: QPainter, theme: Theme) -> None:
        label_width, note_width = self._head_widths()
        middle = Qt.AlignmentFlag.AlignVCenter
        for row, head in enumerate(self._grid.rows):
            area = self.cell_rect(row, 0)
            painter.setFont(theme.font(TextStyle.BODY))
            painter.setPen(QColor(theme.tokens.text))
            side = Qt.AlignmentFlag.AlignLeft if note_width else Qt.AlignmentFlag.AlignRight
            painter.drawText(QRectF(0, area.y(), label_width - theme.px(8), area.height()), middle | side, head.label)
            painter.setFont(theme.font(TextStyle.CAPTION))
            painter.setPen(QColor(theme.tokens.text2))
            notes = QRectF(label_width, area.y(), note_width - theme.px(8), area.height())
            painter.drawText(notes, middle | Qt.AlignmentFlag.AlignRight, head.note)
        painter.setFont(theme.font(TextStyle.CAPTION))
        painter.setPen(QColor(theme.tokens.text2))
        height = self._label_height()
        for column, text in enumerate(self._grid.columns):
            area = self.cell_rect(0, column)
            top = self._cells_area().bottom() if self._grid.column_labels_below else 0
            painter.drawText(QRectF(area.x(), top, area.width(), height), Qt.AlignmentFlag.AlignCenter, text)

    def _paint_cell(self, painter: QPainter, theme: Theme, area: QRectF, cell: HeatCell) -> None:
        tokens = theme.tokens
        ground = tokens.inset if cell.strength is None or cell.faded else sequential_colour(tokens, cell.strength)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(area, theme.px(3), theme.px(3))
        plain = cell.strength is None or cell.faded
        painter.setPen(QColor(tokens.text3 if plain else readable_on(ground)))
        strong = self._grid.bold and not plain
        style = TextStyle.CAPTION if cell.faded else TextStyle.BODY_BOLD if strong else TextStyle.BODY
        painter.setFont(theme.font(style))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, cell.text)

    def _paint_region(self, painter: QPainter, theme: Theme, region: HeatRegion) -> None:
        area = self.cell_rect(region.top, region.left).united(self.cell_rect(region.bottom, region.right))
        style = Qt.PenStyle.CustomDashLine if region.dashed else Qt.PenStyle.SolidLine
        pen = QPen(QColor(theme.tokens.tone(region.tone)), theme.px(2), style)
        if region.dashed:
            pen.setDashPattern([4, 2.5])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(0, 0, 0, 0), theme.px(5), theme.px(5))
