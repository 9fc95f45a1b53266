"""Short ways to lay widgets out, and the scrolling column of a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QLayoutItem, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.views.theme import theme_of

STRETCH = object()
_Box = TypeVar("_Box", bound=QBoxLayout)
Margins = tuple[int, int, int, int]


class Row(QHBoxLayout):
    """Beside each other, with design pixels that follow the text size."""

    def __init__(self, gap: int, margins: Margins) -> None:
        super().__init__()
        self._gap, self._margins = gap, margins
        theme_of().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_margins(self, left: int, top: int, right: int, bottom: int) -> None:
        """In design pixels."""
        self._margins = (left, top, right, bottom)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        _apply_sizes(self, self._gap, self._margins)


class Stack(QVBoxLayout):
    """Under each other, with design pixels that follow the text size."""

    def __init__(self, gap: int, margins: Margins) -> None:
        super().__init__()
        self._gap, self._margins = gap, margins
        theme_of().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_margins(self, left: int, top: int, right: int, bottom: int) -> None:
        """In design pixels."""
        self._margins = (left, top, right, bottom)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        _apply_sizes(self, self._gap, self._margins)


def _apply_sizes(layout: QLayout, gap: int, margins: Margins) -> None:
    px = theme_of().px
    layout.setSpacing(px(gap))
    layout.setContentsMargins(*(px(side) for side in margins))


def row(*items: object, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> Row:
    """Widgets, layouts, pixel gaps and STRETCH beside each other."""
    return _filled(Row(gap, margins), items)


def column(*items: object, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> Stack:
    """Widgets, layouts, pixel gaps and STRETCH under each other."""
    return _filled(Stack(gap, margins), items)


def _filled(layout: _Box, items: Sequence[object]) -> _Box:
    px = theme_of().px
    for item in items:
        if item is STRETCH:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(px(item))
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            raise TypeError(f"cannot be laid out: {item!r}")
    return layout


def boxed(layout: QLayout) -> QWidget:
    """A bare widget holding a layout."""
    box = QWidget()
    box.setLayout(layout)
    return box


def set_shown(widget: QWidget, shown: bool) -> None:
    """Show or hide a part. One without a parent yet waits for it; setVisible would make it a window of its own."""
    if shown and widget.parentWidget() is None:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
    else:
        widget.setVisible(shown)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and delete its widgets."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
            inner.deleteLater()


class Hairline(QFrame):
    """A one-pixel line across."""


class VerticalHairline(QFrame):
    """A one-pixel line down."""


def hairline() -> Hairline:
    return Hairline()


class FlowLayout(QLayout):
    """Widgets in reading order that wrap to the next line when the width ends."""

    def __init__(self, gap: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(theme_of().px(gap))
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._still_held())

    def itemAt(self, index: int) -> QLayoutItem | None:
        items = self._still_held()
        return items[index] if 0 <= index < len(items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        items = self._still_held()
        return items.pop(index) if 0 <= index < len(items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._items]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(len(hints) - 1, 0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _still_held(self) -> list[QLayoutItem]:
        """The items; none once Python has let go of this object, which Qt asks for its items until the end."""
        return getattr(self, "_items", [])

    def _place(self, rect: QRect, *, move: bool) -> int:
        x, y, line_height = rect.x(), rect.y(), 0
        if move and self.sizeHint().width() <= rect.width():
            y += max(rect.height() - self.sizeHint().height(), 0) // 2
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            hint = item.sizeHint()
            width = min(hint.width(), max(rect.width(), 1))
            if x > rect.x() and x + width > rect.right() + 1:
                x, y, line_height = rect.x(), y + line_height + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, hint.height())))
            x += width + self.spacing()
            line_height = max(line_height, hint.height())
        return y + line_height - rect.y()


class ScrollColumn(QScrollArea):
    """A column that scrolls up and down and never sideways. Fill `body`."""

    def __init__(self, *, gap: int = 12, margins: Margins = (0, 0, 0, 0)) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._inner = QWidget()
        self.body = column(gap=gap, margins=margins)
        self._inner.setLayout(self.body)
        self.setWidget(self._inner)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Qt asks here also while the area is being made and after its Python side is gone.
        if event.type() == QEvent.Type.LayoutRequest and watched is getattr(self, "_inner", None):
            # A scroll area does not tell those outside that what is inside has grown wider.
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        inner = self._inner.minimumSizeHint()
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(inner.width() + bar, theme_of(self).px(80))

    def sizeHint(self) -> QSize:
        inner = self._inner.sizeHint()
        return QSize(inner.width() + self.verticalScrollBar().sizeHint().width(), inner.height())
