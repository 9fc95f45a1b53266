"""The desk in the middle: both faces of a card, or the pages of another piece, lie on it as printed. Paper stays white in the dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from app.domain.cards import CardSide
from app.views.theme import TextStyle, Tone, theme_of
from app.views.tokens import LIGHT
from app.views.widgets.announce import announce
from app.views.widgets.buttons import IconButton
from app.views.widgets.labels import ElidedLabel
from app.views.widgets.layouts import STRETCH, column, row
from app.views.widgets.text_field import TextField

if TYPE_CHECKING:
    from app.printing.preview import Picture
    from app.reports.card_runs import CardPreview
    from app.reports.previews import PagesPreview

PAPER_MM = (100, 148)
Face = CardSide | int
_SETTLE_MS = 120
_LARGEST_WIDTH = 420
_LARGEST_LANDSCAPE = 620
_AS_WIDE = 2
_LONGEST_MESSAGE = 200


class PaperView(QWidget):
    """The faces or pages side by side, as large as there is room. ←→ turn to the next piece.

    A face is a side of a card, or the number of a page from 0."""

    step_requested = Signal(int)
    size_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._images: dict[Face, QImage] = {}
        self._is_outdated = False
        self._side = CardSide.BOTH
        self._pages = 0
        self._paper_mm = PAPER_MM
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Preview"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLE_MS)
        self._settled.timeout.connect(self.size_changed)

    def set_side(self, side: CardSide) -> None:
        """A card, with this side or both."""
        self._side, self._pages, self._paper_mm = side, 0, PAPER_MM
        self.update()

    def set_paged(self) -> None:
        """Another piece, of as many pages as its preview has."""
        self._pages = max(1, self._pages)

    def set_preview(self, preview: CardPreview) -> None:
        faces = ((CardSide.ADDRESS, preview.faces.address), (CardSide.MESSAGE, preview.faces.message))
        self._show({side: _image(picture) for side, picture in faces if picture is not None}, preview.words)

    def set_pages(self, preview: PagesPreview) -> None:
        first = preview.pages[0]
        self._pages, self._paper_mm = len(preview.pages), (first.width, first.height)
        self._show({number: _image(picture) for number, picture in enumerate(preview.pages)}, preview.words)
        # The size of the paper is known by its picture alone; drawn for another size it would not be sharp.
        if abs(first.width - self.face_pixels()) > _AS_WIDE:
            self.size_changed.emit()

    def set_outdated(self) -> None:
        """What is shown is of the words before: those of now cannot be drawn."""
        self._is_outdated = True
        self.setAccessibleDescription(self._outdated_words())
        self.update()

    def is_outdated(self) -> bool:
        return self._is_outdated

    def faces(self) -> list[Face]:
        """What is shown, from the left."""
        if self._pages:
            return list(range(self._pages))
        return [side for side in (CardSide.ADDRESS, CardSide.MESSAGE) if self._side in (side, CardSide.BOTH)]

    def image(self, face: Face) -> QImage | None:
        return self._images.get(face)

    def face_pixels(self) -> int:
        """How many pixels of the screen a face is wide."""
        return max(60, round(self._paper_size().width() * self.devicePixelRatioF()))

    def sizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(px(560), px(440))

    def minimumSizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(px(220), px(180))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.step_requested.emit(step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settled.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for face, area in self._areas().items():
            label = self._label(face)
            painter.setFont(theme.font(TextStyle.BODY_BOLD))
            painter.setPen(QColor(theme.tokens.text2))
            painter.drawText(area.adjusted(0, -self._label_height(), 0, 0), Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, label)
            painter.fillRect(area.adjusted(-1, -1, 1, 1), QColor(theme.tokens.line_strong if theme.is_dark else theme.tokens.line))
            painter.fillRect(area.adjusted(0, 2, 2, 3), QColor(0, 0, 0, 26))
            painter.fillRect(area, Qt.GlobalColor.white)
            image = self._images.get(face)
            if image is not None:
                painter.drawImage(area, image)
            if self._is_outdated:
                self._paint_mark(painter, area)
        painter.end()

    def _paint_mark(self, painter: QPainter, area: QRect) -> None:
        """Over a face of before: it is pale, and says so."""
        px = theme_of(self).px
        painter.fillRect(area, QColor(255, 255, 255, 190))
        painter.setFont(theme_of(self).font(TextStyle.BODY_BOLD))
        words = self._outdated_words()
        room, flags = area.adjusted(px(10), 0, -px(10), 0), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        lies = painter.boundingRect(room, int(flags), words).adjusted(-px(8), -px(6), px(8), px(6))
        painter.fillRect(lies, QColor(LIGHT.warn_soft))
        painter.setPen(QColor(LIGHT.warn))
        painter.drawText(lies, int(flags), words)

    def _outdated_words(self) -> str:
        if not self._images:
            return self.tr("These words cannot be printed yet")
        return self.tr("As it was before: these words cannot be printed yet")

    def _areas(self) -> dict[Face, QRect]:
        px = theme_of(self).px
        size, faces = self._paper_size(), self.faces()
        gap = px(14)
        left = (self.width() - size.width() * len(faces) - gap * (len(faces) - 1)) // 2
        top = self._label_height() + (self.height() - self._label_height() - size.height()) // 2
        return {face: QRect(left + place * (size.width() + gap), top, size.width(), size.height()) for place, face in enumerate(faces)}

    def _paper_size(self) -> QSize:
        px = theme_of(self).px
        count = len(self.faces())
        width = (self.width() - px(8) - px(14) * (count - 1)) / count
        height = self.height() - self._label_height() - px(6)
        across, down = self._paper_mm
        width = max(40.0, min(width, height * across / down, px(_LARGEST_WIDTH if across < down else _LARGEST_LANDSCAPE)))
        return QSize(int(width), int(width * down / across))

    def _show(self, images: dict[Face, QImage], words: str) -> None:
        self._images, self._is_outdated = images, False
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            if self.hasFocus():
                announce(self, words)
        self.update()

    def _label(self, face: Face) -> str:
        if face is CardSide.ADDRESS:
            return self.tr("Address side")
        if face is CardSide.MESSAGE:
            return self.tr("Message side")
        return self.tr("Page {number}").format(number=int(face) + 1) if self._pages > 1 else ""

    def _label_height(self) -> int:
        theme = theme_of(self)
        return theme.metrics(TextStyle.BODY_BOLD).height() + theme.px(5)


class Desk(QFrame):
    """The paper and, below it, whose card it is and the words for this one person. `stepped`: one card further or back."""

    stepped = Signal(int)
    message_typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.paper = PaperView()
        self.back = IconButton("chevron-left", self.tr("Piece before"), size=32, framed=True)
        self.forward = IconButton("chevron-right", self.tr("Next piece"), size=32, framed=True)
        self.name = ElidedLabel("", TextStyle.BODY_BOLD, Tone.TEXT)
        self.name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line = row(STRETCH, self.back, gap=14)
        line.addWidget(self.name)
        line.addWidget(self.forward)
        line.addStretch(1)
        self.message = TextField(self.tr("A word for this person"))
        self.message.setAccessibleName(self.tr("A word for this person"))
        self.message.setMaxLength(_LONGEST_MESSAGE)
        words = row(STRETCH, gap=0)
        words.addWidget(self.message, 4)
        words.addStretch(1)
        self.setLayout(column(self.paper, words, line, gap=10, margins=(16, 14, 16, 14)))
        self.message.textEdited.connect(self.message_typed)
        self.back.clicked.connect(self._on_back)
        self.forward.clicked.connect(self._on_forward)
        self.paper.step_requested.connect(self.stepped)

    def show_place(self, place: int, count: int, name: str) -> None:
        """`place` from 0; -1 for a card that is not among those printed."""
        number = f"{place + 1} / {count}" if place >= 0 else self.tr("not printed")
        self.name.setText(f"{number}  {name}" if name else "")
        self.back.setEnabled(count > 1 or (count == 1 and place < 0))
        self.forward.setEnabled(count > 1 or (count == 1 and place < 0))

    def show_message(self, words: str, *, is_shown: bool) -> None:
        """`is_shown` False: this piece has no place for them."""
        self.message.setVisible(is_shown)
        if self.message.text() != words:
            self.message.setText(words)

    def _on_back(self) -> None:
        self.stepped.emit(-1)

    def _on_forward(self) -> None:
        self.stepped.emit(1)


def _image(picture: Picture) -> QImage:
    # The picture's own bytes may go; the copy stays.
    return QImage(picture.rgba, picture.width, picture.height, 4 * picture.width, QImage.Format.Format_RGBA8888).copy()
