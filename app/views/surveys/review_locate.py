"""A picture in which no sheet was found: its four corner squares are dragged into place, and the survey is picked."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.context import AppContext
from app.domain.survey_pages import Corners
from app.domain.survey_queue import LayoutRow, ReviewPage
from app.views.customers.referrer_field import ReferrerField
from app.views.surveys.review_words import said_layout
from app.views.theme import TextStyle, Tone, theme_of
from app.views.tokens import LIGHT
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.card import Card
from app.views.widgets.combo_field import ComboField
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import ScrollColumn, set_shown
from app.views.widgets.text_field import TextField

USUAL: Corners = ((0.08, 0.06), (0.92, 0.06), (0.08, 0.94), (0.92, 0.94))
_REACH = 18
_HANDLE = 9
_STEP = 0.004
_LARGE_STEP = 0.02
_ORDER = (0, 1, 3, 2)
"""Round the sheet: upper left, upper right, lower right, lower left."""


class CornerPicture(QWidget):
    """Four handles on a picture: dragged, or moved by the arrows after Tab chose one. Each stands on the middle of a solid square."""

    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._corners: list[QPointF] = [QPointF(*corner) for corner in USUAL]
        self._held: int | None = None
        self._current = 0
        self.setAccessibleName(self.tr("Picture with the four corners of the sheet"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self._say()

    def corners(self) -> Corners:
        """Shares of the picture: upper left, upper right, lower left, lower right."""
        one, two, three, four = ((corner.x(), corner.y()) for corner in self._corners)
        return one, two, three, four

    def set_picture(self, image: QImage, corners: Corners | None) -> None:
        self._image = image
        self._corners = [QPointF(*corner) for corner in corners or USUAL]
        self._current = 0
        self._say()
        self.update()

    def place_of(self, corner: int) -> QPointF:
        """Where a handle is on the widget."""
        room = self._room()
        share = self._corners[corner]
        return QPointF(room.x() + share.x() * room.width(), room.y() + share.y() * room.height())

    def sizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(px(480), px(480))

    def minimumSizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(px(220), px(220))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        reach = theme_of(self).px(_REACH)
        near = min(range(4), key=lambda corner: _distance(self.place_of(corner), event.position()))
        if _distance(self.place_of(near), event.position()) <= reach:
            self._held = self._current = near
            self._say()
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            near = any(_distance(self.place_of(corner), event.position()) <= theme_of(self).px(_REACH) for corner in range(4))
            self.setCursor(Qt.CursorShape.SizeAllCursor if near else Qt.CursorShape.ArrowCursor)
            return
        room = self._room()
        x, y = (event.position().x() - room.x()) / room.width(), (event.position().y() - room.y()) / room.height()
        self._move(self._held, x, y)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _LARGE_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
        ways = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        way = ways.get(Qt.Key(event.key()))
        if way is not None:
            here = self._corners[self._current]
            self._move(self._current, here.x() + way[0] * step, here.y() + way[1] * step)
        elif event.key() == Qt.Key.Key_Space:
            self._current = _ORDER[(_ORDER.index(self._current) + 1) % len(_ORDER)]
            self._say()
            self.update()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._image.isNull():
            painter.drawImage(self._room(), self._image)
        painter.setPen(QPen(QColor(LIGHT.info), theme.px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(QPolygonF([self.place_of(corner) for corner in _ORDER]))
        for corner in range(4):
            here = corner == self._current and self.hasFocus()
            side = theme.px(_HANDLE + (3 if here else 0))
            middle = self.place_of(corner)
            painter.setPen(QPen(QColor(LIGHT.info), theme.px(3 if here else 2)))
            painter.setBrush(QColor(LIGHT.surface))
            painter.drawEllipse(middle, side, side)
            painter.drawLine(middle - QPointF(side, 0), middle + QPointF(side, 0))
            painter.drawLine(middle - QPointF(0, side), middle + QPointF(0, side))
        painter.end()

    def _room(self) -> QRectF:
        if self._image.isNull():
            return QRectF(self.rect())
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2, size.width(), size.height())

    def _move(self, corner: int, x: float, y: float) -> None:
        self._corners[corner] = QPointF(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0))
        self.update()
        self.moved.emit()

    def _say(self) -> None:
        names = (self.tr("Upper left"), self.tr("Upper right"), self.tr("Lower left"), self.tr("Lower right"))
        self.setAccessibleDescription(names[self._current])


def _distance(one: QPointF, other: QPointF) -> float:
    return (one - other).manhattanLength()


@dataclass(frozen=True, slots=True)
class Placing:
    """What somebody showed: which sheet it is, which page of it (from 0), its code as typed, or whose it is."""

    layout_id: int
    page: int
    code: str
    customer_id: int | None


class LocatePanel(Card):
    """`read_requested` carries a Placing; `leave_out_requested`: it is no sheet."""

    read_requested = Signal(object)
    leave_out_requested = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._clock = context.clock
        self._layouts: dict[int, LayoutRow] = {}
        self._build(context)

    def show_page(self, page: ReviewPage) -> None:
        self.file.setText(self.tr("{name}, page {page}").format(name=page.row.file_name, page=page.row.page_in_file + 1))
        self.code.setText("")
        self.customer.set_value(None)
        self.clear_errors()

    def set_layouts(self, rows: tuple[LayoutRow, ...]) -> None:
        self._layouts = {row.layout_id: row for row in rows}
        self.survey.set_options([(row.layout_id, said_layout(row, self._clock.today())) for row in rows])
        self._on_survey()

    def show_error(self, sentence: str, *, of_code: bool) -> None:
        if of_code:
            self.code_field.set_error(sentence)
        else:
            self.problem.setText(sentence)
            set_shown(self.problem, True)

    def clear_errors(self) -> None:
        self.code_field.clear_error()
        set_shown(self.problem, False)

    def set_busy(self, *, is_busy: bool) -> None:
        self.read.setEnabled(not is_busy and bool(self._layouts))

    def _build(self, context: AppContext) -> None:
        how = self.tr("Drag the four corners onto the solid squares of the sheet, pick the survey and read it again.")
        self.survey = ComboField()
        self.page = ComboField([(0, "1")])
        self.code = TextField("12-1-K7M4-2QX")
        self.customer = ReferrerField(context)
        self.code_field = FormField(
            self.tr("Number on the sheet"), self.code, hint=self.tr("It says whose the sheet is. Leave it empty where it cannot be read.")
        )
        self.page_field = FormField(self.tr("Page of the sheet"), self.page)
        self.customer_field = FormField(
            self.tr("Customer"), self.customer, hint=self.tr("Only where there is no number. Without either it counts without a name.")
        )
        self.file = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.problem = WrapLabel("", TextStyle.BODY, Tone.DANGER)
        self.problem.hide()
        self.read = PrimaryButton(self.tr("Read again"), "scan-text")
        self.leave_out = NormalButton(self.tr("Leave this picture out"))
        for button in (self.read, self.leave_out):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        scroll = ScrollColumn(gap=12)
        parts = (
            WrapLabel(self.tr("Where is the sheet?"), TextStyle.CARD_TITLE, Tone.TEXT),
            self.file,
            WrapLabel(how, TextStyle.BODY, Tone.TEXT2),
            FormField(self.tr("Survey"), self.survey),
            self.page_field,
            self.code_field,
            self.customer_field,
            self.problem,
        )
        for part in parts:
            scroll.body.addWidget(part)
        scroll.body.addStretch(1)
        self.add(scroll, 1)
        self.add(self.read)
        self.add(self.leave_out)
        self.survey.changed.connect(lambda _key: self._on_survey())
        self.read.clicked.connect(self._on_read)
        self.leave_out.clicked.connect(self.leave_out_requested)

    def _on_survey(self) -> None:
        chosen = self._layouts.get(_number(self.survey.current()))
        pages = 1 if chosen is None else chosen.pages
        self.page.set_options([(number, str(number + 1)) for number in range(pages)], 0)
        set_shown(self.page_field, pages > 1)
        set_shown(self.customer_field, chosen is not None and not chosen.is_staff)
        self.read.setEnabled(chosen is not None)

    def _on_read(self) -> None:
        self.clear_errors()
        layout = _number(self.survey.current())
        code = self.code.text().strip()
        customer_id = None if code else self.customer.value()
        self.read_requested.emit(Placing(layout, _number(self.page.current()), code, customer_id))


def _number(key: object) -> int:
    return key if isinstance(key, int) else 0
