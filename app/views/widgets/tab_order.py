"""Tab goes as one reads: from part to part in the order in which they were laid out, also those that were made later."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QWidget


def keep_tab_order(root: QWidget) -> None:
    """Put everything inside that Tab stops at, hidden or not, into the order of the layouts."""
    for one, following in pairwise(tab_stops(root)):
        QWidget.setTabOrder(one, following)


def tab_stops(widget: QWidget) -> Iterator[QWidget]:
    """What Tab stops at, as it is laid out: the widget itself, then what is inside."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    inner = widget.widget() if isinstance(widget, QScrollArea) else None
    if inner is not None:
        yield from tab_stops(inner)
    elif not isinstance(widget, QAbstractScrollArea):
        yield from _in_layout(widget.layout())


def _in_layout(layout: QLayout | None) -> Iterator[QWidget]:
    for place in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(place) if layout is not None else None
        widget = item.widget() if item is not None else None
        if widget is not None:
            yield from tab_stops(widget)
        elif item is not None:
            yield from _in_layout(item.layout())
