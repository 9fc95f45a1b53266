"""What every page is: it says which entities it shows, asks again when they change, and waits while it is hidden."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.entities import Entity


class Page(QWidget):
    """Subclasses set `name` and `shows`, and write `refresh()`; `open_with` takes what another page hands over."""

    name: ClassVar[str] = ""
    shows: ClassVar[frozenset[Entity]] = frozenset()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("surface", "page")
        self.setProperty("noFocusRing", True)
        self.context = context
        self._is_stale = True
        context.tasks.data_changed.connect(self._on_data_changed)

    def refresh(self) -> None:
        """Ask for the data anew."""

    def open_with(self, **arguments: Any) -> None:
        """Take what the caller handed over, before the page is shown."""

    def trigger_primary(self) -> None:
        """What Ctrl+Enter does on the page."""

    def focus_search(self) -> None:
        """Put the cursor into the page's search, if it has one."""

    def go_back(self) -> bool:
        """Step back within the page; False when there is nothing to step back from."""
        return False

    def begin_again(self) -> bool:
        """Its area was chosen while it is shown: back to how the page begins. False when that is what is shown."""
        return False

    def undo(self) -> bool:
        """Take back the last step within the page; False when steps are those of the whole program."""
        return False

    def redo(self) -> bool:
        """As `undo`, the other way round."""
        return False

    def may_leave(self, go: Callable[[], None]) -> bool:
        """Whether another page may take its place now, or the window go. A page with something unsaved asks, and calls `go` itself once
        it is kept."""
        return True

    def mark_stale(self) -> None:
        """The data may have changed: ask now when visible, else when shown."""
        self._is_stale = True
        if self.isVisible():
            self._refresh_now()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._refresh_now()

    def _refresh_now(self) -> None:
        self._is_stale = False
        self.refresh()

    def _on_data_changed(self, changed: frozenset[Entity], _initiator: object) -> None:
        if changed & self.shows:
            self.mark_stale()
