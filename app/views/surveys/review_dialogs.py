"""Two small windows of the review: the whole sheet, and why a sheet is left out."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QScrollArea, QWidget

from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import IconButton, NormalButton, PrimaryButton
from app.views.widgets.filter_chips import ChoiceChips
from app.views.widgets.focus_ring import FocusRing
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, column, row
from app.views.widgets.text_field import TextField

_STEP = 1.25
_LARGEST = 4.0


class _Sheet(QWidget):
    """The picture at some size."""

    def __init__(self, image: QImage) -> None:
        super().__init__()
        self._image = image

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(self.rect()), self._image)
        painter.end()


class SheetDialog(QDialog):
    """The page as it was scanned; + and - change its size, P and Esc close it."""

    def __init__(self, parent: QWidget | None, image: QImage, title: str, *, focus: QRectF | None = None) -> None:
        """`focus`: what is shown large at first, as shares of the picture; else the whole."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self._image, self._focus, self._scale = image, focus, 1.0
        self._fitted = False
        self.sheet = _Sheet(image)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self.sheet)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll.setAccessibleName(title)
        self.smaller = IconButton("minus", self.tr("Smaller"), size=34, framed=True)
        self.larger = IconButton("plus", self.tr("Larger"), size=34, framed=True)
        self.done_button = PrimaryButton(self.tr("Close"))
        self.smaller.clicked.connect(lambda: self._zoom(self._scale / _STEP))
        self.larger.clicked.connect(lambda: self._zoom(self._scale * _STEP))
        self.done_button.clicked.connect(self.accept)
        layout = column(gap=10, margins=(16, 14, 16, 14))
        layout.addWidget(self._scroll, 1)
        layout.addLayout(row(self.smaller, self.larger, STRETCH, self.done_button))
        self.setLayout(layout)
        self._ring = FocusRing(self)
        room = (parent.window() if parent is not None else self).size()
        px = theme_of(self).px
        self.resize(QSize(min(px(820), room.width() - px(40)), max(px(420), room.height() - px(60))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_P:
            self.accept()
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom(self._scale * _STEP)
        elif event.key() == Qt.Key.Key_Minus:
            self._zoom(self._scale / _STEP)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.done_button.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._fitted:
            self._fitted = True
            self._fit()

    def _fit(self) -> None:
        room = self._scroll.viewport().size()
        wide, tall = max(1, self._image.width()), max(1, self._image.height())
        whole = min(room.width() / wide, room.height() / tall)
        if self._focus is None:
            self._zoom(whole)
            return
        self._zoom(min(room.width() / max(1.0, wide * self._focus.width()), _LARGEST))
        middle = self._focus.center()
        self._scroll.horizontalScrollBar().setValue(round(middle.x() * self.sheet.width() - room.width() / 2))
        self._scroll.verticalScrollBar().setValue(round(middle.y() * self.sheet.height() - room.height() / 2))

    def _zoom(self, scale: float) -> None:
        self._scale = min(max(scale, 0.1), _LARGEST)
        self.sheet.resize(round(self._image.width() * self._scale), round(self._image.height() * self._scale))


class LeaveOutDialog(QDialog):
    """Asks for the reason; `reason` is what was chosen or typed."""

    def __init__(self, parent: QWidget | None, whose: str, *, is_sheet: bool) -> None:
        super().__init__(parent)
        question = self.tr("Why is this sheet to be left out?") if is_sheet else self.tr("Why is this picture to be left out?")
        self.setWindowTitle(question)
        self.setModal(True)
        joke, other = self.tr("Filled in for fun"), self.tr("Not one of our sheets")
        sample, unreadable = self.tr("A specimen or a trial"), self.tr("Cannot be read")
        reasons = (joke, sample, unreadable) if is_sheet else (other, unreadable, sample)
        self.chips = ChoiceChips([(one, one, None) for one in reasons], reasons[0], self.tr("Reason"))
        self.words = TextField()
        self.words.setText(reasons[0])
        self.field = FormField(self.tr("Reason"), self.words)
        body = self.tr("It is kept with the reason, counts in no figure, and can be taken in again.")
        self.keep = NormalButton(self.tr("Do not leave it out"))
        self.leave = PrimaryButton(self.tr("Leave it out"))
        self.chips.changed.connect(self._on_reason)
        self.words.textEdited.connect(self.field.clear_error)
        self.keep.clicked.connect(self.reject)
        self.leave.clicked.connect(self._on_leave)
        parts = (
            WrapLabel(question, TextStyle.DIALOG_TITLE, Tone.TEXT),
            WrapLabel(whose, TextStyle.BODY, Tone.TEXT2),
            self.chips,
            self.field,
            WrapLabel(body, TextStyle.CAPTION, Tone.TEXT2),
            row(STRETCH, self.keep, self.leave),
        )
        self.setLayout(column(*parts, gap=10, margins=(20, 18, 20, 16)))
        self.setFixedWidth(theme_of(self).px(460))
        self.leave.setDefault(True)
        self._ring = FocusRing(self)

    @property
    def reason(self) -> str:
        return self.words.text().strip()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.adjustSize()
        self.words.selectAll()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_reason(self, key: object) -> None:
        self.words.setText(str(key))
        self.field.clear_error()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_leave(self) -> None:
        if self.reason:
            self.accept()
        else:
            self.field.set_error(self.tr("Please type a word or two."))
