"""Which figures stand on the dashboard and in the monthly report, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.context import AppContext
from app.domain.figure_settings import FigureSettings
from app.domain.tiles import DEFAULT_REPORT_TILES, DEFAULT_TILES, TileKey, tile_keys
from app.jobs.job import JobControl
from app.views.insights.tile_words import tile_name
from app.views.theme import TextStyle, theme_of
from app.views.widgets.buttons import NormalButton, PrimaryButton, QuietButton
from app.views.widgets.check_box import paint_check
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, row
from app.views.widgets.segmented import Segmented
from app.views.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

DASHBOARD, REPORT = "tiles", "report_tiles"
_DEFAULTS = {DASHBOARD: DEFAULT_TILES, REPORT: DEFAULT_REPORT_TILES}
_KEY = int(Qt.ItemDataRole.UserRole)
_ROW, _BOX, _INSET = 34, 18, 8
_Index = QModelIndex | QPersistentModelIndex


class TickDelegate(QStyledItemDelegate):
    """A box that is ticked or not, and the words beside it."""

    def __init__(self, owner: QListWidget) -> None:
        super().__init__(owner)
        self._theme = theme_of(owner)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, max(self._theme.px(_ROW), option.fontMetrics.lineSpacing() + 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = self._theme
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.color("select"))
        side, inset = theme.px(_BOX), theme.px(_INSET)
        top = option.rect.center().y() - side / 2
        area = QRectF(option.rect.left() + inset, top, side, side)
        paint_check(painter, theme, area, Qt.CheckState(index.data(int(Qt.ItemDataRole.CheckStateRole))))
        painter.setPen(theme.color("text"))
        painter.setFont(theme.font(TextStyle.BODY))
        words = option.rect.adjusted(inset * 2 + side, 0, -inset, 0)
        text = option.fontMetrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        painter.restore()


class ChoosePanel(SidePanel):
    def __init__(self, window: QWidget, context: AppContext) -> None:
        super().__init__(window, self.tr("Choose the figures"), width=520)
        self._context = context
        self._chosen: dict[str, tuple[TileKey, ...]] = dict(_DEFAULTS)
        self._place = DASHBOARD
        self._build()
        self._connect()

    def show_settings(self, settings: FigureSettings) -> None:
        self._place = DASHBOARD
        self.place.set_current(DASHBOARD)
        self._chosen = {
            DASHBOARD: tile_keys(settings.tiles, DEFAULT_TILES),
            REPORT: tile_keys(settings.report_tiles, DEFAULT_REPORT_TILES),
        }
        self._fill()
        self.open_panel(self.list)

    def chosen(self) -> tuple[TileKey, ...]:
        """As ticked now, in the order of the list."""
        items = (self.list.item(place) for place in range(self.list.count()))
        return tuple(TileKey(item.data(_KEY)) for item in items if item.checkState() is Qt.CheckState.Checked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            step = steps.get(Qt.Key(event.key()))
            if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._move(step)
                return True
            if event.key() == Qt.Key.Key_Space and self.list.currentItem() is not None:
                _toggle(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.place = Segmented([(DASHBOARD, self.tr("On this page")), (REPORT, self.tr("In the report"))], DASHBOARD, self.tr("Where"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Figures"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(TickDelegate(self.list))
        self.list.setMinimumHeight(theme_of(self).px(360))
        self.up = NormalButton(self.tr("Up"), "chevron-up")
        self.down = NormalButton(self.tr("Down"), "chevron-down")
        self.usual = QuietButton(self.tr("As proposed"))
        self.save = PrimaryButton(self.tr("Keep this choice"), "check")
        self.body.addWidget(self.place)
        self.body.addWidget(
            WrapLabel(self.tr("Tick what you want to see. Drag a line to its place, or press Alt with the up or down arrow."))
        )
        self.body.addWidget(self.list, 1)
        self.body.addLayout(row(self.up, self.down, STRETCH, self.usual, gap=8))
        self.body.addLayout(row(STRETCH, self.save))

    def _connect(self) -> None:
        self.list.installEventFilter(self)
        self.list.itemClicked.connect(_toggle)
        self.place.changed.connect(self._on_place)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.usual.clicked.connect(self._on_usual)
        self.save.clicked.connect(self._on_save)

    def _fill(self) -> None:
        chosen: Sequence[TileKey] = self._chosen[self._place]
        self.list.clear()
        for key in (*chosen, *(key for key in TileKey if key not in chosen)):
            item = QListWidgetItem(tile_name(key))
            item.setData(_KEY, key.value)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled)
            item.setCheckState(Qt.CheckState.Checked if key in chosen else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _move(self, step: int) -> None:
        place = self.list.currentRow()
        wanted = place + step
        if place >= 0 and 0 <= wanted < self.list.count():
            self.list.insertItem(wanted, self.list.takeItem(place))
            self.list.setCurrentRow(wanted)

    def _on_place(self, place: str) -> None:
        self._chosen[self._place] = self.chosen()
        self._place = place
        self._fill()

    def _on_usual(self) -> None:
        self._chosen[self._place] = _DEFAULTS[self._place]
        self._fill()

    def _on_save(self) -> None:
        self._chosen[self._place] = self.chosen()
        words = {place: tuple(key.value for key in keys) for place, keys in self._chosen.items() if keys != _DEFAULTS[place]}
        tiles, report, now = words.get(DASHBOARD, ()), words.get(REPORT, ()), self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.queries.figure_settings import figure_settings
            from app.services.figure_settings import change_figure_settings

            settings = replace(figure_settings(session), tiles=tiles, report_tiles=report)
            return change_figure_settings(session, settings, now=now)

        self._context.tasks.command(op, self._on_saved, owner=self)

    def _on_saved(self, action_id: int | None) -> None:
        if action_id is not None:
            self._context.messages.toast(self.tr("The choice of figures is kept."), undo_action_id=action_id)
        self.close_panel()


def _toggle(item: QListWidgetItem) -> None:
    is_on = item.checkState() is Qt.CheckState.Checked
    item.setCheckState(Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked)
