"""Templates as cards with a small picture of the paper. Arrows move, Enter opens, F2 renames, Del deletes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.templates import TemplateRow
from app.views.theme import TextStyle, Theme, Tone, theme_of
from app.views.widgets.chip import chip_size, paint_chip
from app.views.widgets.icons import draw_icon
from app.views.widgets.text_field import TextField

_Index = QModelIndex | QPersistentModelIndex
_CONTENT = int(Qt.ItemDataRole.UserRole)
CARD_WIDTH = 184
PICTURE_HEIGHT = 188
_GAP = 12
_PAPER = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class TemplateCard:
    """`detail`: paper and occasion; `chip`: a word for what is not as it came with the program."""

    row: TemplateRow
    detail: str
    chip: str = ""

    @property
    def key(self) -> str:
        return self.row.template.key

    @property
    def name(self) -> str:
        return self.row.template.name


class CardsModel(QAbstractListModel):
    """`renamed`: a key and the name that was typed."""

    renamed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[TemplateCard] = []

    def cards(self) -> list[TemplateCard]:
        return self._cards

    def set_cards(self, cards: Sequence[TemplateCard]) -> None:
        self.beginResetModel()
        self._cards = list(cards)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        if role == _CONTENT:
            return card
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(part for part in (card.name, card.detail, card.chip) if part)
        return card.name if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole) else None

    def setData(self, index: _Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        name = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not name or name == self._cards[index.row()].name:
            return False
        self.renamed.emit(self._cards[index.row()].key, name)
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable


class CardGrid(QListView):
    """`menu_requested`: a key and where on the screen."""

    opened = Signal(str)
    delete_requested = Signal(str)
    menu_requested = Signal(str, QPoint)
    renamed = Signal(str, str)

    def __init__(self, name: str, *, has_menu: bool = True) -> None:
        """`has_menu`: whether more can be done with a card than to choose it."""
        super().__init__()
        self.setAccessibleName(name)
        self.has_menu = has_menu
        self._pictures: dict[str, QImage] = {}
        self._cards = CardsModel()
        self._delegate = CardDelegate(self)
        self._was_on_menu = False
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("noFocusRing", True)
        self.setModel(self._cards)
        self._cards.renamed.connect(self.renamed)
        theme_of(self).changed.connect(self._fit)
        self._fit()

    def set_cards(self, cards: Sequence[TemplateCard], *, is_other: bool = False) -> None:
        """Show these; what was selected stays so, or the one in its place. `is_other`: another choice, seen from its beginning."""
        key, place, scrolled = self.current_key(), self.currentIndex().row(), self.verticalScrollBar().value()
        self._cards.set_cards(cards)
        if is_other:
            self.scrollToTop()
            return
        if key is not None and cards and not self.select_key(key):
            self.setCurrentIndex(self._cards.index(min(place, len(cards) - 1), 0))
        self.verticalScrollBar().setValue(scrolled)

    def cards(self) -> list[TemplateCard]:
        return self._cards.cards()

    def set_picture(self, key: str, picture: QImage) -> None:
        self._pictures[key] = picture
        self.viewport().update()

    def picture(self, key: str) -> QImage | None:
        return self._pictures.get(key)

    def current_key(self) -> str | None:
        index = self.currentIndex()
        return card_of(index).key if index.isValid() else None

    def select_key(self, key: str) -> bool:
        """False when there is no such card here."""
        for place, card in enumerate(self.cards()):
            if card.key == key:
                self.setCurrentIndex(self._cards.index(place, 0))
                return True
        return False

    def rename_current(self) -> None:
        """Type over the name of the selected one."""
        if self.currentIndex().isValid():
            self.edit(self.currentIndex())

    def menu_area(self, place: int) -> QRect:
        """Where the ⋯ of a card is pressed."""
        return menu_area(theme_of(self), self.visualRect(self._cards.index(place, 0)))

    def picture_size(self) -> QSize:
        """The most room a picture has, in pixels of the screen."""
        px, dpr = theme_of(self).px, self.devicePixelRatioF()
        return QSize(round(px(CARD_WIDTH - 32) * dpr), round(px(PICTURE_HEIGHT - 20) * dpr))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            # What ends the typing of a name is not for the card too.
            return
        key, plain = self.current_key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key is not None and plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(key)
        elif key is not None and plain and event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit(key)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._was_on_menu = False
        if event.button() is Qt.MouseButton.LeftButton and index.isValid() and self._is_on_menu(event, index):
            self.setCurrentIndex(index)
            self._was_on_menu = True
            area = menu_area(theme_of(self), self.visualRect(index))
            self.menu_requested.emit(card_of(index).key, self.viewport().mapToGlobal(area.bottomLeft()))
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid() and not self._was_on_menu:
            self.opened.emit(card_of(index).key)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid() and self.has_menu:
            self.setCurrentIndex(index)
            place = self.visualRect(index).center() if by_key else event.pos()
            self.menu_requested.emit(card_of(index).key, self.viewport().mapToGlobal(place))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(px(CARD_WIDTH + 2 * _GAP), px(120))

    def _is_on_menu(self, event: QMouseEvent, index: QModelIndex) -> bool:
        return self.has_menu and menu_area(theme_of(self), self.visualRect(index)).contains(event.position().toPoint())

    def _fit(self) -> None:
        """As many beside each other as there is room for, the rest of the width shared among them."""
        theme = theme_of(self)
        width = self.viewport().width()
        least = theme.px(CARD_WIDTH + _GAP)
        beside = max(1, (width - 1) // least)
        self.setGridSize(QSize(max(least, (width - 1) // beside), card_height(theme) + theme.px(_GAP)))


class CardDelegate(QStyledItemDelegate):
    def __init__(self, grid: CardGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return self._grid.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, card = theme_of(self._grid), card_of(index)
        state: QStyle.StateFlag = option.state
        rect: QRect = option.rect
        box = _card_box(theme, rect)
        is_current = bool(state & QStyle.StateFlag.State_Selected)
        is_active = is_current or bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_box(painter, theme, box, is_current=is_current, is_active=is_active)
        _paint_paper(painter, theme, box, self._grid.picture(card.key))
        if card.chip:
            size = chip_size(theme, card.chip)
            area = QRectF(box.left() + theme.px(8), box.top() + theme.px(8), size.width(), size.height())
            paint_chip(painter, theme, area, card.chip, Tone.INFO)
        if is_active and self._grid.has_menu:
            _paint_menu(painter, theme, menu_area(theme, rect))
        _paint_words(painter, theme, box, card)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        field = TextField()
        field.setParent(parent)
        field.setMaxLength(80)
        field.setAccessibleName(self.tr("Name"))
        return field

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        assert isinstance(editor, TextField)
        if not editor.isModified():
            editor.setText(card_of(index).name)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        assert isinstance(editor, TextField)
        model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = theme_of(self._grid)
        box = _card_box(theme, option.rect)
        height = editor.sizeHint().height()
        editor.setGeometry(box.left() + theme.px(4), box.top() + theme.px(PICTURE_HEIGHT) + 2, box.width() - theme.px(8), height)

    def _paint_box(self, painter: QPainter, theme: Theme, box: QRect, *, is_current: bool, is_active: bool) -> None:
        tokens = theme.tokens
        has_keys = is_current and self._grid.hasFocus()
        line = tokens.focus if has_keys else tokens.primary if is_current else tokens.line_strong if is_active else tokens.line
        painter.setPen(QPen(QColor(line), 2 if is_current else 1))
        painter.setBrush(QColor(tokens.select if is_current else tokens.surface))
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), theme.px(10), theme.px(10))


def card_of(index: _Index) -> TemplateCard:
    found = index.data(_CONTENT)
    assert isinstance(found, TemplateCard)
    return found


def card_height(theme: Theme) -> int:
    words = theme.metrics(TextStyle.BODY_BOLD).lineSpacing() + theme.metrics(TextStyle.CAPTION).lineSpacing()
    return theme.px(PICTURE_HEIGHT) + words + theme.px(16)


def menu_area(theme: Theme, cell: QRect) -> QRect:
    box, side = _card_box(theme, cell), theme.px(28)
    return QRect(box.right() - side - theme.px(6), box.top() + theme.px(6), side, side)


def _card_box(theme: Theme, cell: QRect) -> QRect:
    gap = theme.px(_GAP)
    return QRect(cell.left(), cell.top(), cell.width() - gap, card_height(theme))


def _paint_paper(painter: QPainter, theme: Theme, box: QRect, picture: QImage | None) -> None:
    """On its desk, as large as there is room; paper stays white in the dark."""
    px, tokens = theme.px, theme.tokens
    desk = QRect(box.left() + px(5), box.top() + px(5), box.width() - px(10), px(PICTURE_HEIGHT) - px(7))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.desk))
    painter.drawRoundedRect(QRectF(desk), px(7), px(7))
    if picture is None:
        return
    room = desk.adjusted(px(10), px(8), -px(10), -px(8))
    size = picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    paper = QRect(QPoint(0, 0), size)
    paper.moveCenter(room.center())
    painter.fillRect(paper.adjusted(-1, -1, 1, 1), QColor(tokens.line_strong if theme.is_dark else tokens.line))
    painter.fillRect(paper, QColor(_PAPER))
    painter.drawImage(paper, picture)


def _paint_menu(painter: QPainter, theme: Theme, area: QRect) -> None:
    painter.setPen(QPen(QColor(theme.tokens.line_strong), 1))
    painter.setBrush(QColor(theme.tokens.surface))
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(7), theme.px(7))
    side = theme.px(16)
    x, y = area.center().x() - side / 2 + 1, area.center().y() - side / 2 + 1
    draw_icon(painter, "ellipsis", theme.tokens.text2, x, y, side)


def _paint_words(painter: QPainter, theme: Theme, box: QRect, card: TemplateCard) -> None:
    px = theme.px
    line = QRect(box.left() + px(12), box.top() + px(PICTURE_HEIGHT) + px(4), box.width() - px(24), 0)
    for style, colour, text in (
        (TextStyle.BODY_BOLD, theme.tokens.text, card.name),
        (TextStyle.CAPTION, theme.tokens.text2, card.detail),
    ):
        metrics = theme.metrics(style)
        line.setHeight(metrics.lineSpacing())
        painter.setFont(theme.font(style))
        painter.setPen(QColor(colour))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        line.translate(0, metrics.lineSpacing() + px(1))
