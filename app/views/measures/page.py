"""Campaigns: all of them, the other ways to look at them, and over these what is open of one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.context import AppContext
from app.domain.entities import Entity
from app.domain.formats import CountUnit, format_count
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.measures import LONGEST_NAME, Audience, AudiencePlan, MeasureKind, MeasurePlan, MeasureState
from app.jobs.job import JobControl
from app.views.labels import translated
from app.views.measures.list_part import MeasureList
from app.views.measures.recipes import new_plan
from app.views.measures.wizard import Wizard
from app.views.moments import language
from app.views.pages.page import Page
from app.views.widgets.layouts import boxed, column
from app.views.widgets.page_header import PageHeader
from app.views.widgets.tabs import Tabs

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

ALL, CAME = "all", "came"
VIEWS: Mapping[str, tuple[str, str]] = {
    "choose": (QT_TRANSLATE_NOOP("MeasureViews", "Which one first"), "app.views.measures.choosing:ChoosingView"),
    "calendar": (QT_TRANSLATE_NOOP("MeasureViews", "Calendar"), "app.views.measures.calendar:CalendarView"),
    "compare": (QT_TRANSLATE_NOOP("MeasureViews", "Compare"), "app.views.measures.compare:CompareView"),
    "spending": (QT_TRANSLATE_NOOP("MeasureViews", "New and existing"), "app.views.measures.spending:SpendingView"),
}
"""The other ways to look at campaigns: a marked name and "module:class", made with the context."""
RESULT = "app.views.measures.result:ResultView"
_CONTEXT = "MeasureViews"
ALL_NAME = QT_TRANSLATE_NOOP("MeasureViews", "All")


class MeasuresPage(Page):
    """`open_with(measure_id=…)` opens a draft or the result of one that started; `open_with(kind=MeasureKind…)`,
    `open_with(customer_ids=…, title=…)` for exactly these, `open_with(audience=AudiencePlan)` or `open_with(plan=MeasurePlan)` begin a
    new one; `open_with(view=…)` shows one of VIEWS, CAME with a measure who came to an event."""

    name = "measures"
    shows = frozenset(
        {Entity.MEASURE, Entity.CUSTOMER, Entity.PURCHASE, Entity.GROUP, Entity.TEMPLATE, Entity.SHOP, Entity.PRINT_RUN}
        | {Entity.SURVEY, Entity.POINTS, Entity.PRODUCT, Entity.FOLLOW_UP, Entity.CODE, Entity.TARGET, Entity.RULE}
    )

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._came_for_one = False
        self._views: dict[str, QWidget] = {}
        self._build()
        self._connect()
        # What counts a list takes seconds to load for the first time: it is there by the time a recipe is pressed.
        context.tasks.run(_load_ahead, None, owner=self)

    @property
    def shown(self) -> QWidget:
        """The list and its neighbours, or what is open of a measure."""
        widget = self.places.currentWidget()
        return self.home if widget is None else widget

    def open_with(self, **arguments: Any) -> None:
        measure_id, view = arguments.get("measure_id"), arguments.get("view")
        if isinstance(measure_id, int):
            self._show_all()
            self._came_for_one = True
            (self._on_came if view == CAME else self._on_open)(measure_id)
            return
        if isinstance(view, str) and view in (ALL, *VIEWS):
            self._show_all()
            self.tabs.set_current(view)
            return
        plan, kind, asked = arguments.get("plan"), arguments.get("kind"), arguments.get("audience")
        if arguments.get("customer_ids") is not None:
            asked = AudiencePlan(Audience.CHOSEN, customer_ids=tuple(arguments["customer_ids"]), words=str(arguments.get("title", "")))
        if isinstance(plan, MeasurePlan):
            self._begin_from_elsewhere(plan, plan.audience)
        elif isinstance(asked, AudiencePlan):
            made = new_plan(kind if isinstance(kind, MeasureKind) else MeasureKind.OTHER)
            # How a list is called says whom it is for, not what is done.
            listed = self.tr("To “{list}”").format(list=asked.words)[:LONGEST_NAME] if asked.words else self.tr("New campaign")
            self._begin_from_elsewhere(replace(made, name=made.name or listed), asked)
        elif isinstance(kind, MeasureKind):
            self._begin_from_elsewhere(new_plan(kind), None)

    def refresh(self) -> None:
        if self.shown is self.home:
            self._refresh_home()
        else:
            self._call("refresh")

    def trigger_primary(self) -> None:
        self._call("trigger_primary")

    def focus_search(self) -> None:
        if self.shown is self.home:
            found = getattr(self.home_places.currentWidget(), "focus_search", None)
            if found is not None:
                found()
        else:
            self._call("focus_search")

    def go_back(self) -> bool:
        """From a step to the one before, last to the list; to where one came from the window leads."""
        if self.shown is self.home:
            return False
        if self._call("go_back"):
            return True
        if self._came_for_one and self.places.count() == 2:
            return False
        self._leave_shown(self._close_shown)
        return True

    def begin_again(self) -> bool:
        if self.shown is self.home:
            if self.tabs.current() == ALL:
                return False
            self.tabs.set_current(ALL)
            return True
        self._leave_shown(self._show_all)
        return True

    def may_leave(self, go: Callable[[], None]) -> bool:
        return self._may_leave_shown(go)

    def _build(self) -> None:
        self.header = PageHeader(self.tr("Campaigns"))
        self.tabs = Tabs([(ALL, translated(_CONTEXT, ALL_NAME))], self.tr("Ways to look at campaigns"))
        self.list = MeasureList(self.context)
        self.home_places = QStackedWidget()
        self.home_places.addWidget(self.list)
        for key, (words, _place) in VIEWS.items():
            self.tabs.add(key, translated(_CONTEXT, words))
        layout = column(self.header, self.tabs, gap=12, margins=(24, 16, 24, 16))
        layout.addWidget(self.home_places, 1)
        self.home = boxed(layout)
        self.places = QStackedWidget()
        self.places.addWidget(self.home)
        self.setLayout(column(self.places, gap=0))
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.tabs.changed.connect(self._on_tab)
        self.list.open_requested.connect(self._on_open)
        self.list.recipe_chosen.connect(self._on_recipe)
        self.list.acts.made.connect(self._on_open)
        self.list.came_requested.connect(self._on_came)
        self.list.counted.connect(self._on_counted)

    def _connect_view(self, widget: QWidget) -> None:
        signals: dict[str, Callable[..., None]] = {
            "back_requested": self._on_back,
            "people_requested": self._on_people,
            "measure_requested": self._on_open,
            "copied": self._on_copied,
            "plan_requested": self._on_plan,
            "started": self._on_started,
            "came_requested": self._on_came,
        }
        for signal, slot in signals.items():
            if hasattr(widget, signal):
                getattr(widget, signal).connect(slot)

    def _view(self, key: str) -> QWidget:
        """What a tab shows; made when it is first asked for."""
        if key not in VIEWS:
            return self.list
        if key not in self._views:
            widget = self._views[key] = _class_of(VIEWS[key][1])(self.context)
            self.home_places.addWidget(widget)
            self._connect_view(widget)
        return self._views[key]

    def _refresh_home(self) -> None:
        widget = self.home_places.currentWidget()
        refresh = getattr(widget, "refresh", None)
        if refresh is not None:
            refresh()

    def _begin_from_elsewhere(self, plan: MeasurePlan, audience: AudiencePlan | None) -> None:
        self._show_all()
        self._came_for_one = True
        self._begin(plan, audience)

    def _begin(self, plan: MeasurePlan, audience: AudiencePlan | None) -> None:
        wizard = Wizard(self.context, plan)
        self._connect_view(wizard)
        self._show(wizard)
        wizard.begin(audience)

    def _on_open(self, measure_id: int) -> None:
        """A draft in the wizard; of one that has started its result."""

        def op(session: Session, _control: JobControl) -> MeasureState:
            from app.queries.measures import measure_view

            return measure_view(session, measure_id).row.state

        self.context.tasks.query(op, partial(self._on_state, measure_id), owner=self, replaces="open")

    def _on_state(self, measure_id: int, state: MeasureState) -> None:
        if state is MeasureState.DRAFT:
            widget: QWidget = Wizard(self.context, MeasurePlan(), measure_id=measure_id)
        else:
            widget = _class_of(RESULT)(self.context, measure_id)
        self._connect_view(widget)
        self._show(widget)

    def _on_came(self, measure_id: int) -> None:
        from app.views.measures.event_came import EventView

        view = EventView(self.context, measure_id)
        self._connect_view(view)
        self._show(view)

    def _show(self, widget: QWidget) -> None:
        self.places.addWidget(widget)
        self.places.setCurrentWidget(widget)
        widget.setProperty("noFocusRing", True)
        self.setFocusProxy(widget)
        widget.setFocus()
        self.refresh()
        self.focus_search()

    def _close_shown(self) -> None:
        """What lies below comes to light, as it is by now."""
        widget, measure_id = self.shown, getattr(self.shown, "measure_id", None)
        if widget is not self.home:
            self.places.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        if self.places.count() == 1:
            self._came_for_one = False
        self.setFocusProxy(self.list if self.shown is self.home else self.shown)
        self.refresh()
        if self.shown is self.home and isinstance(measure_id, int):
            self.list.stand_on(measure_id)

    def _show_all(self) -> None:
        while self.shown is not self.home:
            self._close_shown()
        self._came_for_one = False

    def _leave_shown(self, go: Callable[[], None]) -> None:
        if self._may_leave_shown(go):
            go()

    def _may_leave_shown(self, go: Callable[[], None]) -> bool:
        leave = getattr(self.shown, "may_leave", None)
        if leave is None or self.shown is self.home:
            return True
        return bool(leave(go))

    def _call(self, method: str) -> object:
        found = getattr(self.shown, method, None)
        return None if found is None else found()

    def _on_recipe(self, kind: MeasureKind) -> None:
        plan = new_plan(kind)
        if plan.name:
            self._begin(plan, None)
        else:
            self._begin(replace(plan, name=self.tr("New campaign")), None)

    def _on_plan(self, plan: MeasurePlan) -> None:
        self._begin(plan, plan.audience)

    def _on_copied(self, measure_id: int) -> None:
        self._show_all()
        self._on_open(measure_id)

    def _on_started(self, measure_id: int) -> None:
        self._show_all()
        self.list.stand_on(measure_id)

    def _on_counted(self, count: int) -> None:
        self.header.set_fact(format_count(count, CountUnit.ITEMS, language()) if count else "")

    def _on_tab(self, key: object) -> None:
        self.home_places.setCurrentWidget(self._view(str(key)))
        self._refresh_home()

    def _on_back(self) -> None:
        if self._came_for_one and self.places.count() == 2:
            self._leave_shown(self._close_and_go)
        else:
            self._leave_shown(self._close_shown)

    def _close_and_go(self) -> None:
        self._show_all()
        self.context.navigate.go_back()

    def _on_people(self, title: str, ids: object) -> None:
        if isinstance(ids, tuple | list):
            self.context.navigate.show_page("people", customer_ids=list(ids), title=title)

    def _on_data_changed(self, changed: frozenset[Entity], initiator: object) -> None:
        # What the wizard has kept stands on it already.
        if not (isinstance(self.shown, Wizard) and initiator is self.shown.desk):
            super()._on_data_changed(changed, initiator)


def _load_ahead(_control: JobControl) -> None:
    import_module("app.reports.measures")
    import_module("app.queries.measure_power")


def _class_of(place: str) -> Callable[..., QWidget]:
    module, _, name = place.partition(":")
    found: Callable[..., QWidget] = getattr(import_module(module), name)
    return found
