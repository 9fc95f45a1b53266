"""Surveys: all of them, and one over the other what is done with one: built, printed, entered, read back, looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.context import AppContext
from app.domain.entities import Entity
from app.domain.survey_templates import SurveyTemplate
from app.views.pages.page import Page
from app.views.surveys.builder import Builder
from app.views.surveys.survey_list import SurveyList
from app.views.surveys.templates_panel import open_templates_panel
from app.views.widgets.layouts import column

BUILDER, ENTRY, REVIEW, TRIAL = "builder", "entry", "review", "trial"
VIEWS: Mapping[str, str] = {
    "entry": "app.views.surveys.entry:EntryView",
    "import": "app.views.surveys.import_answers:ImportAnswersView",
    "print": "app.views.surveys.sheet_run:SheetRunView",
    "results": "app.views.surveys.results:ResultsView",
    "review": "app.views.surveys.review:ReviewView",
}
"""What can be opened of a survey besides the builder, as "module:class"; made with the context and the survey's id."""


class SurveysPage(Page):
    """`open_with(survey_id=…, view=…)` opens a survey: in the builder, or in one of VIEWS, which is given what else is handed over.
    `is_first=True` in place of the id: the one at the top of the list, where there is one."""

    name = "surveys"
    shows = frozenset(
        {Entity.SURVEY, Entity.ANSWER, Entity.CUSTOMER, Entity.SHOP, Entity.STAFF, Entity.PRODUCT, Entity.PURCHASE, Entity.PRINT_RUN}
        | {Entity.FOLLOW_UP, Entity.POINTS, Entity.CONTACT, Entity.GROUP, Entity.IMPORT}
    )

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._offered = frozenset((*VIEWS, TRIAL)) if ENTRY in VIEWS else frozenset(VIEWS)
        self._came_for_one = False
        self.list = SurveyList(context, self._offered)
        self.places = QStackedWidget()
        self.places.addWidget(self.list)
        self.setLayout(column(self.places, gap=0))
        self.list.open_requested.connect(lambda survey_id, place: self._open_over(place, survey_id))
        self.list.make_requested.connect(self._on_make)
        self.list.read_requested.connect(self._on_read)
        self.list.acts.made.connect(self._on_made)
        if REVIEW in VIEWS:
            from app.views.surveys.scan_panel import ScanDrop

            ScanDrop(context, self)

    @property
    def shown(self) -> QWidget:
        """The list, or what is open of a survey."""
        widget = self.places.currentWidget()
        return self.list if widget is None else widget

    def open_with(self, **arguments: Any) -> None:
        survey_id, place = arguments.pop("survey_id", None), str(arguments.pop("view", BUILDER))
        if arguments.pop("is_first", False):
            self._show_all()
            self.list.open_first(place)
        elif place in (BUILDER, *VIEWS) and (isinstance(survey_id, int) or place != BUILDER):
            self._show_all()
            self._came_for_one = True
            self._open(place, survey_id, arguments)

    def refresh(self) -> None:
        self._call("refresh")

    def trigger_primary(self) -> None:
        self._call("trigger_primary")

    def focus_search(self) -> None:
        self._call("focus_search")

    def go_back(self) -> bool:
        """From a view to the one below it, and last to the list; to where one came from the window leads."""
        if self.shown is self.list:
            return False
        if self._call("go_back"):
            return True
        if self._came_for_one and self.places.count() == 2:
            return False
        if self._may_leave_shown(self._close_shown):
            self._close_shown()
        return True

    def begin_again(self) -> bool:
        if self.shown is self.list:
            return False
        if self._may_leave_shown(self._show_all):
            self._show_all()
        return True

    def undo(self) -> bool:
        return bool(self._call("undo"))

    def redo(self) -> bool:
        return bool(self._call("redo"))

    def may_leave(self, go: Callable[[], None]) -> bool:
        def leave() -> None:
            self._forget_way()
            go()

        may = self._may_leave_shown(leave)
        if may:
            self._forget_way()
        return may

    def _forget_way(self) -> None:
        """Who comes again from elsewhere finds all surveys, unless one is asked for."""
        if self._came_for_one:
            self._show_all()

    def _open_over(self, place: str, survey_id: int | None) -> None:
        """Over what is shown; going back leads to that again."""
        go = partial(self._open, place, survey_id, {})
        if self._may_leave_shown(go):
            go()

    def _open(self, place: str, survey_id: int | None, handed_over: Mapping[str, Any]) -> None:
        widget = self._make(place, survey_id)
        if handed_over and hasattr(widget, "open_with"):
            widget.open_with(**handed_over)
        self._show(widget)

    def _show(self, widget: QWidget) -> None:
        self.places.addWidget(widget)
        self.places.setCurrentWidget(widget)
        widget.setProperty("noFocusRing", True)
        self.setFocusProxy(widget)
        widget.setFocus()
        self.refresh()
        self.focus_search()

    def _make(self, place: str, survey_id: int | None) -> QWidget:
        if place == BUILDER and survey_id is not None:
            builder = Builder(self.context, survey_id, self._offered)
            builder.back_requested.connect(self._on_back)
            builder.place_requested.connect(lambda wanted: self._on_place(builder, wanted))
            builder.templates_requested.connect(lambda: self._on_templates(builder))
            return builder
        widget: QWidget = _view_of(place)(self.context, survey_id)
        self._connect_view(widget, survey_id)
        return widget

    def _connect_view(self, widget: QWidget, survey_id: int | None) -> None:
        signals: dict[str, Callable[..., None]] = {
            "back_requested": self._on_back,
            "people_requested": self._on_people,
            "place_requested": partial(self._on_place_of, survey_id),
        }
        for signal, slot in signals.items():
            if hasattr(widget, signal):
                getattr(widget, signal).connect(slot)

    def _close_shown(self) -> None:
        """What lies below comes to light, as it is by now."""
        widget, survey_id = self.shown, getattr(self.shown, "survey_id", None)
        if widget is not self.list:
            self.places.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        if self.places.count() == 1:
            self._came_for_one = False
        self.setFocusProxy(self.shown)
        self.refresh()
        self.focus_search()
        if self.shown is self.list and isinstance(survey_id, int):
            self.list.stand_on(survey_id)

    def _show_all(self) -> None:
        while self.shown is not self.list:
            self._close_shown()
        self._came_for_one = False

    def _may_leave_shown(self, go: Callable[[], None]) -> bool:
        leave = getattr(self.shown, "may_leave", None)
        return True if leave is None else bool(leave(go))

    def _call(self, method: str) -> object:
        """Of what is shown, where it has it."""
        found = getattr(self.shown, method, None)
        return None if found is None else found()

    def _on_back(self) -> None:
        if not self.go_back():
            self.context.navigate.go_back()

    def _on_people(self, title: str, ids: object) -> None:
        if isinstance(ids, tuple | list):
            self.context.navigate.show_page("people", customer_ids=list(ids), title=title)

    def _on_place(self, builder: Builder, place: str) -> None:
        if place == TRIAL:
            widget: QWidget = _view_of(ENTRY)(self.context, builder.survey_id, trial_content=builder.draft.content)
            self._connect_view(widget, builder.survey_id)
            self._show(widget)
            return
        go = partial(self._open, place, builder.survey_id, {})
        if self._may_leave_shown(go):
            go()

    def _on_place_of(self, survey_id: int | None, place: str) -> None:
        """Another view of the same survey, in the place of this one; of all surveys there is the list."""

        def go() -> None:
            self._close_shown()
            if survey_id is not None or place == REVIEW:
                self._open(place, survey_id, {})

        if self._may_leave_shown(go):
            go()

    def _on_make(self) -> None:
        open_templates_panel(self.context, self.window(), self._on_template)

    def _on_read(self) -> None:
        from app.views.surveys.scan_panel import open_scan_panel

        open_scan_panel(self.context, self.window())

    def _on_template(self, ready: SurveyTemplate) -> None:
        self.list.acts.make(ready.content, ready.audience)

    def _on_templates(self, builder: Builder) -> None:
        open_templates_panel(self.context, self.window(), builder.begin_from, is_replacing=True)

    def _on_made(self, survey_id: int) -> None:
        if self.shown is self.list:
            self._open(BUILDER, survey_id, {})

    def _on_data_changed(self, changed: frozenset[Entity], initiator: object) -> None:
        # What the builder has kept stands on it already.
        if not (isinstance(self.shown, Builder) and initiator in (self.shown, self.shown.saving)):
            super()._on_data_changed(changed, initiator)


def _view_of(place: str) -> Callable[..., QWidget]:
    module, _, name = VIEWS[place].partition(":")
    found: Callable[..., QWidget] = getattr(import_module(module), name)
    return found
