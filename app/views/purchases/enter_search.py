"""A search in which Enter means "take it", and Ctrl+Enter stays free for the panel."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.views.widgets.text_field import SearchField


class EnterSearch(SearchField):
    entered = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        else:
            self.send_now()
            self.entered.emit(self.text().strip())
