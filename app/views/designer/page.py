"""Templates: all of them as small pictures, and one of them opened to be changed on the paper itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QStackedWidget

from app.context import AppContext
from app.domain.entities import Entity
from app.views.designer.designer import Designer
from app.views.designer.gallery import Gallery
from app.views.pages.page import Page
from app.views.widgets.layouts import column


class TemplatesPage(Page):
    """`open_with(key=…, customer_ids=…, adopt=…)` opens a template, live for these people; without a key all templates are shown.
    `adopt` is called with the key of one that is saved from there as a new one."""

    name = "templates"
    shows = frozenset({Entity.TEMPLATE, Entity.CUSTOMER, Entity.SHOP, Entity.POINTS, Entity.PURCHASE})

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._came_for_one = False
        self._adopt: Callable[[str], None] | None = None
        self.gallery = Gallery(context)
        self.designer = Designer(context)
        self.places = QStackedWidget()
        self.places.addWidget(self.gallery)
        self.places.addWidget(self.designer)
        self.setLayout(column(self.places, gap=0))
        self.gallery.open_requested.connect(self._on_open)
        self.gallery.back_requested.connect(context.navigate.go_back)
        self.designer.back_requested.connect(self._on_back)
        self.designer.copied.connect(self._on_copied)
        self.designer.gone.connect(self._show_all)

    def open_with(self, **arguments: Any) -> None:
        key = arguments.get("key")
        if isinstance(key, str) and key:
            self._came_for_one = True
            self._adopt = arguments.get("adopt")
            self._open(key, list(arguments.get("customer_ids") or ()))

    def refresh(self) -> None:
        self.gallery.refresh()
        self.designer.refresh()

    def trigger_primary(self) -> None:
        if self._is_designing():
            self.designer.save_button.click()
        else:
            self.gallery.trigger_primary()

    def focus_search(self) -> None:
        if self._is_designing():
            self.designer.focus_paper()
        else:
            self.gallery.focus_search()

    def go_back(self) -> bool:
        """From a template to all of them; to where it was opened from the window leads."""
        if not self._is_designing() or self._came_for_one:
            return False
        if self.designer.may_leave(self._show_all):
            self._show_all()
        return True

    def undo(self) -> bool:
        if self._is_designing():
            self.designer.draft.undo()
        return self._is_designing()

    def redo(self) -> bool:
        if self._is_designing():
            self.designer.draft.redo()
        return self._is_designing()

    def may_leave(self, go: Callable[[], None]) -> bool:
        if not self._is_designing():
            return True

        def leave() -> None:
            self._forget_way()
            go()

        may = self.designer.may_leave(leave)
        if may:
            self._forget_way()
        return may

    def _forget_way(self) -> None:
        """Who comes again from elsewhere finds all templates, unless one is asked for."""
        if self._came_for_one:
            self._show_all()

    def _show_all(self) -> None:
        key = self.designer.draft.saved.key
        self._came_for_one, self._adopt = False, None
        self.designer.close_template()
        self.setFocusProxy(self.gallery.grid)
        self.places.setCurrentWidget(self.gallery)
        self.gallery.stand_on(key)

    def _open(self, key: str, customer_ids: Sequence[int]) -> None:
        self.places.setCurrentWidget(self.designer)
        self.designer.open_template(key, customer_ids)
        # The window gives the page the keyboard; it belongs to the paper.
        self.setFocusProxy(self.designer.desk.canvas)
        self.designer.focus_paper()

    def _is_designing(self) -> bool:
        return self.places.currentWidget() is self.designer

    def _on_open(self, key: str) -> None:
        self._came_for_one, self._adopt = False, None
        self._open(key, [])

    def _on_copied(self, key: str) -> None:
        if self._adopt is not None:
            self._adopt(key)
        self._open(key, self.designer.customer_ids)

    def _on_back(self) -> None:
        if not self.go_back():
            self.context.navigate.go_back()

    def _on_data_changed(self, changed: frozenset[Entity], initiator: object) -> None:
        # What the designer saved stands on it already.
        if initiator is self.designer:
            self.gallery.refresh()
        else:
            super()._on_data_changed(changed, initiator)
