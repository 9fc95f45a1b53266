"""A sheet of labels drawn to scale: where the labels lie, and those that run off the paper."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.label_sheets import SHEET_PAPERS, LabelSheet
from app.views.theme import TextStyle, theme_of

HEIGHT = 260
_MOST_DRAWN = 400
_MARGIN_MM = 12.0


class SheetView(QWidget):
    """Shows a sheet as it is typed, also one that cannot be; what is wrong with it is said beside the fields."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet: LabelSheet | None = None
        self.setAccessibleName(self.tr("The sheet with its labels"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_sheet(self, sheet: LabelSheet | None) -> None:
        """None: what is typed is no sheet; the one before stays in sight."""
        if sheet is not None:
            self._sheet = sheet
            self.update()

    def off_paper(self) -> int:
        """How many labels run off the paper."""
        return sum(not self._is_inside(box) for box in self._labels())

    def sizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(px(300), px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._sheet is None:
            return
        theme = theme_of(self)
        width, height = SHEET_PAPERS[self._sheet.paper]
        scale = min(self.width() / (width + 2 * _MARGIN_MM), self.height() / (height + 2 * _MARGIN_MM))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate((self.width() - width * scale) / 2, (self.height() - height * scale) / 2)
        painter.setPen(QPen(QColor(theme.tokens.line_strong), 1))
        # Paper stays white in the dark.
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(QRectF(0, 0, width * scale, height * scale))
        painter.setFont(theme.font(TextStyle.CAPTION))
        for number, box in enumerate(self._labels(), start=1):
            area = QRectF(box.left() * scale, box.top() * scale, box.width() * scale, box.height() * scale)
            is_inside = self._is_inside(box)
            edge = QColor("#167A5E" if is_inside else "#B3261E")
            fill = QColor(edge)
            fill.setAlpha(26)
            painter.setPen(QPen(edge, 1, Qt.PenStyle.SolidLine if is_inside else Qt.PenStyle.DashLine))
            painter.setBrush(fill)
            painter.drawRoundedRect(area, 2, 2)
            painter.setPen(QColor("#4A5553"))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(number))
        painter.end()

    def _labels(self) -> list[QRectF]:
        sheet = self._sheet
        if sheet is None:
            return []
        return [QRectF(*sheet.place(index), sheet.width, sheet.height) for index in range(min(sheet.labels, _MOST_DRAWN))]

    def _is_inside(self, label: QRectF) -> bool:
        width, height = SHEET_PAPERS[self._sheet.paper] if self._sheet is not None else (0.0, 0.0)
        return QRectF(-0.05, -0.05, width + 0.1, height + 0.1).contains(label)
