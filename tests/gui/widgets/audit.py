"""Which words do not have the room they need."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QLabel, QTabBar, QWidget

from app.views.widgets.labels import ElidedLabel, WrapLabel


def clipped(root: QWidget) -> list[str]:
    """The words of labels and buttons that are cut off. Labels made to end in … are left out."""
    found: list[str] = []
    for label in root.findChildren(QLabel):
        if label.isVisible() and label.text() and not isinstance(label, ElidedLabel):
            if isinstance(label, WrapLabel):
                if label.height() < label.heightForWidth(label.width()):
                    found.append(label.text())
            elif label.width() < label.sizeHint().width() or label.height() < label.fontMetrics().height():
                found.append(label.text())
    for button in root.findChildren(QAbstractButton):
        if button.isVisible() and not isinstance(button.parentWidget(), QTabBar):
            needed = button.minimumSizeHint()
            if button.width() < needed.width() or button.height() < needed.height():
                found.append(button.text() or button.accessibleName())
    return found
