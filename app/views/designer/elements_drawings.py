"""The drawings of the program: what they are called, their pictures, and the box to choose one from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.context import AppContext
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.templates import Element, ElementKind, Frame, Template, TemplateKind
from app.jobs.job import JobControl
from app.views.labels import translated
from app.views.moments import language
from app.views.theme import TextStyle, theme_of
from app.views.widgets.explanation import Popover
from app.views.widgets.layouts import column

if TYPE_CHECKING:
    from app.printing.preview import Picture

_Index = QModelIndex | QPersistentModelIndex
_NAME = int(Qt.ItemDataRole.UserRole)
_SHEET = (91.0, 55.0)
_WIDTH = 108
_HEIGHT = 70
_BESIDE = 3

DRAWING_WORDS: Mapping[str, str] = {
    "birthday_cake": QT_TRANSLATE_NOOP("Drawings", "Birthday cake"),
    "bouquet": QT_TRANSLATE_NOOP("Drawings", "Bouquet"),
    "cherry_branch": QT_TRANSLATE_NOOP("Drawings", "Cherry branch"),
    "cut_mark": QT_TRANSLATE_NOOP("Drawings", "Line to cut along"),
    "door_curtain": QT_TRANSLATE_NOOP("Drawings", "Door curtain"),
    "first_sunrise": QT_TRANSLATE_NOOP("Drawings", "First sunrise"),
    "flower_garland": QT_TRANSLATE_NOOP("Drawings", "Flower garland"),
    "gold_frame": QT_TRANSLATE_NOOP("Drawings", "Gold frame"),
    "goldfish": QT_TRANSLATE_NOOP("Drawings", "Goldfish"),
    "grasses": QT_TRANSLATE_NOOP("Drawings", "Autumn grasses"),
    "hydrangea": QT_TRANSLATE_NOOP("Drawings", "Hydrangea"),
    "leaf_corner": QT_TRANSLATE_NOOP("Drawings", "Young leaves"),
    "maple_band": QT_TRANSLATE_NOOP("Drawings", "Maple leaves"),
    "paper_cord": QT_TRANSLATE_NOOP("Drawings", "Paper cord"),
    "quiet_grass": QT_TRANSLATE_NOOP("Drawings", "Quiet grass"),
    "scissors_and_comb": QT_TRANSLATE_NOOP("Drawings", "Scissors and comb"),
    "snow_and_berries": QT_TRANSLATE_NOOP("Drawings", "Snow and berries"),
    "snowy_bamboo": QT_TRANSLATE_NOOP("Drawings", "Snowy bamboo"),
    "sprig": QT_TRANSLATE_NOOP("Drawings", "Sprig"),
    "stamp_card": QT_TRANSLATE_NOOP("Drawings", "Stamp card"),
    "swallow_and_leaves": QT_TRANSLATE_NOOP("Drawings", "Swallow and leaves"),
    "tea_cup": QT_TRANSLATE_NOOP("Drawings", "Tea cup"),
    "two_birds": QT_TRANSLATE_NOOP("Drawings", "Two birds"),
    "wind_bell": QT_TRANSLATE_NOOP("Drawings", "Wind-bell"),
    "wrapped": QT_TRANSLATE_NOOP("Drawings", "Ribbon and wrapping"),
}


def drawing_word(art: str) -> str:
    """What a drawing is called; one that is not known by its name."""
    return translated("Drawings", DRAWING_WORDS[art]) if art in DRAWING_WORDS else art


class DrawingPictures(QObject):
    """Small pictures of the drawings, made in the background when first asked for. `ready`: there are more of them."""

    ready = Signal()

    def __init__(self, context: AppContext, owner: QObject) -> None:
        super().__init__(owner)
        self._context = context
        self._images: dict[str, QImage] = {}
        self._asked: set[str] = set()

    def image(self, art: str) -> QImage | None:
        return self._images.get(art)

    def ask(self, arts: Sequence[str], width_px: int) -> None:
        """Those that are not there yet."""
        wanted = [art for art in arts if art not in self._asked]
        if not wanted:
            return
        self._asked.update(wanted)
        spoken = language()

        def op(_control: JobControl) -> dict[str, Picture]:
            from app.reports.designs import thumbnail

            return {art: thumbnail(_sheet_of(art, spoken), spoken, width_px) for art in wanted}

        self._context.tasks.run(op, self._on_drawn, owner=self)

    def _on_drawn(self, pictures: dict[str, Picture]) -> None:
        for art, one in pictures.items():
            # The picture's own bytes may go; the copy stays.
            self._images[art] = QImage(one.rgba, one.width, one.height, 4 * one.width, QImage.Format.Format_RGBA8888).copy()
        self.ready.emit()


class DrawingChooser(Popover):
    """All drawings with their names; arrows move, Enter takes one. `chosen`: its name."""

    chosen = Signal(str)

    def __init__(self, anchor: QWidget, pictures: DrawingPictures, arts: Sequence[str], current: str) -> None:
        super().__init__(anchor, width=_BESIDE * (_WIDTH + 6) + 36)
        self.setAccessibleName(self.tr("Choose a drawing"))
        self._pictures = pictures
        self.list = DrawingList(arts, pictures)
        self.setLayout(column(self.list, gap=0, margins=(8, 8, 8, 8)))
        self.list.taken.connect(self._on_taken)
        pictures.ready.connect(self.list.viewport().update)
        if current in arts:
            self.list.setCurrentIndex(self.list.model().index(arts.index(current), 0))

    def open_with_keys(self) -> None:
        """Open it so that the arrows move in it at once."""
        theme = theme_of(self)
        self._pictures.ask(self.list.arts, round(theme.px(_WIDTH) * self.devicePixelRatioF()))
        self.open()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)
        self.list.scrollTo(self.list.currentIndex())

    def _on_taken(self, art: str) -> None:
        self.close_again()
        self.chosen.emit(art)


class _Arts(QAbstractListModel):
    def __init__(self, arts: Sequence[str]) -> None:
        super().__init__()
        self._arts = list(arts)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._arts)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        if role == _NAME:
            return self._arts[index.row()]
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return drawing_word(self._arts[index.row()]) if role in shown else None


class DrawingList(QListView):
    taken = Signal(str)

    def __init__(self, arts: Sequence[str], pictures: DrawingPictures) -> None:
        super().__init__()
        self.arts = list(arts)
        self.pictures = pictures
        self._arts = _Arts(arts)
        self.setModel(self._arts)
        self._delegate = DrawingDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Drawings"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setProperty("noFocusRing", True)
        self.setGridSize(self._delegate.cell())
        self.clicked.connect(self._on_clicked)

    def sizeHint(self) -> QSize:
        return QSize(theme_of(self).px(_BESIDE * (_WIDTH + 6) + 12), self._delegate.cell().height() * 3 + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.taken.emit(str(index.data(_NAME)))


class DrawingDelegate(QStyledItemDelegate):
    def __init__(self, view: DrawingList) -> None:
        super().__init__(view)
        self._view = view

    def cell(self) -> QSize:
        theme = theme_of(self._view)
        return QSize(theme.px(_WIDTH + 6), theme.px(_HEIGHT + 10) + theme.metrics(TextStyle.CAPTION).lineSpacing())

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return self.cell()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = theme_of(self._view)
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        rect: QRect = option.rect
        box = rect.adjusted(theme.px(3), theme.px(2), -theme.px(3), -theme.px(2))
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        line = theme.tokens.focus if selected else theme.tokens.line
        paint_drawing(
            painter, QRect(box.left(), box.top(), box.width(), theme.px(_HEIGHT)), self._view.pictures.image(str(index.data(_NAME)))
        )
        painter.setPen(QPen(QColor(line), 2 if selected else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRect(box.left(), box.top(), box.width(), theme.px(_HEIGHT)))
        words = QRect(box.left(), box.top() + theme.px(_HEIGHT + 2), box.width(), theme.metrics(TextStyle.CAPTION).lineSpacing())
        painter.setFont(theme.font(TextStyle.CAPTION_BOLD if selected else TextStyle.CAPTION))
        painter.setPen(QColor(theme.tokens.text))
        name = theme.metrics(TextStyle.CAPTION).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, name)
        painter.restore()


def paint_drawing(painter: QPainter, area: QRect, image: QImage | None) -> None:
    """On white paper, undistorted."""
    painter.fillRect(area, Qt.GlobalColor.white)
    if image is not None:
        inner = QRect(0, 0, 0, 0)
        inner.setSize(image.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio))
        inner.moveCenter(area.center())
        painter.drawImage(inner, image)


def _sheet_of(art: str, spoken: str) -> Template:
    width, height = _SHEET
    element = Element(ElementKind.ART, art, Frame(2.0, 2.0, width - 4.0, height - 4.0), art=art)
    return Template("drawing", spoken, TemplateKind.MEMBER_CARD, art, "名刺", (element,))
