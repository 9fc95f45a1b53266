"""The window: sidebar, one page at a time, and what lies over them (toasts, jobs, panels). Pages are built when first shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.context import AppContext
from app.jobs.job import Job
from app.views.job_watch import JobWatch
from app.views.navigation import BREAKPOINT, NavigationEntry, Sidebar
from app.views.pages.badges import BADGES, BadgeCounts
from app.views.pages.page import Page
from app.views.pages.registry import AREAS, CONTEXT, Area, build_page
from app.views.theme import theme_of
from app.views.widgets.focus_ring import FocusRing
from app.views.widgets.jobs_panel import JobsPanel
from app.views.widgets.layouts import row
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.toast import ToastHost

MINIMUM = QSize(1080, 600)
DESIGN = QSize(1366, 690)


class MainWindow(QWidget):
    """`closing` is sent when the user wants to leave; the program saves a backup and then calls `leave`."""

    closing = Signal()
    undo_requested = Signal()
    undo_of_requested = Signal(int)
    redo_requested = Signal()
    page_shown = Signal(str)

    def __init__(self, title: str) -> None:
        super().__init__()
        self._context: AppContext | None = None
        self._badges: BadgeCounts | None = None
        self._pages: dict[str, Page] = {}
        self._current = ""
        self._history: list[tuple[str, dict[str, Any]]] = []
        self._may_close = False
        self._build(title)
        self._connect()

    def start(self, context: AppContext) -> None:
        """The shop is open: pages may be shown from now on."""
        self._context = context
        self._sidebar.here.start(context)
        self._badges = BadgeCounts(context, BADGES)
        self._badges.counted.connect(self._sidebar.set_badge)
        self._badges.count_soon()

    @property
    def current_page(self) -> Page | None:
        return self._pages.get(self._current)

    def show_page(self, name: str, **arguments: Any) -> None:
        def go() -> None:
            if self._current:
                self._history.append((self._current, {}))
            self._show(name, arguments)

        self._leave_page(go)

    def record_visit(self, customer_id: int | None = None, *, code: str = "") -> None:
        """`code`: of a card that was brought."""
        if self._context is not None:
            from app.views.purchases.visit_panel import open_visit_panel

            open_visit_panel(self._context, self, customer_id, code=code)

    def enter_day(self) -> None:
        """A stack of slips of one day."""
        if self._context is not None:
            from app.views.purchases.day_sheet import open_day_sheet

            open_day_sheet(self._context, self)

    def close_panels(self) -> None:
        """Close whatever lies over the page."""
        for panel in self.findChildren(SidePanel):
            panel.close_panel()

    def add_customer(self) -> None:
        if self._context is not None:
            from app.views.customers.edit_panel import open_new_customer

            open_new_customer(self._context, self)

    def receive_voice(self) -> None:
        """What somebody said just now is written down, from wherever one is."""
        if self._context is not None:
            from app.views.inquiries.receive_panel import open_receive

            open_receive(self._context, self)

    def plan_follow_up(self) -> None:
        if self._context is not None:
            from app.views.follow_ups.panel import open_follow_up

            open_follow_up(self._context, self)

    def undo(self, action_id: int) -> None:
        self.undo_of_requested.emit(action_id)

    def show_banner(self, banner: QWidget | None) -> None:
        """One banner over every page; None takes it away."""
        while (item := self._top.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        if banner is not None:
            self._top.addWidget(banner)
        self._top_box.setVisible(banner is not None)

    def show_job(self, job: Job) -> None:
        """Show a job in the jobs panel until it has ended."""
        self._job_watch.follow(job)

    def show_instead(self, widget: QWidget) -> None:
        """Show something that is no page (the shop cannot be opened)."""
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        self._sidebar.setEnabled(False)

    def leave(self) -> None:
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
            return
        event.ignore()
        if self._is_work_given_up():
            self._leave_page(self.closing.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sidebar.set_rail(self.width() < theme_of(self).px(BREAKPOINT))

    def _build(self, title: str) -> None:
        self.setWindowTitle(title)
        self.setObjectName("MainWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(MINIMUM)
        self.resize(DESIGN)
        self._sidebar = Sidebar([_entry(area) for area in AREAS if area.in_sidebar], title)
        self._stack = QStackedWidget()
        self._top_box = QWidget()
        self._top = QVBoxLayout(self._top_box)
        self._top.setContentsMargins(24, 12, 24, 0)
        self._top_box.hide()
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._top_box)
        right.addWidget(self._stack, 1)
        outer = row(self._sidebar, gap=0)
        outer.addLayout(right, 1)
        self.setLayout(outer)
        self.jobs = JobsPanel(self)
        self._job_watch = JobWatch(self.jobs)
        self.toasts = ToastHost(self)
        self.focus_ring = FocusRing(self)

    def _connect(self) -> None:
        self._sidebar.chosen.connect(self._on_chosen)
        self._sidebar.here.team_requested.connect(self._opener("team"))
        theme_of(self).changed.connect(self._on_theme_changed)
        for area in AREAS:
            if area.shortcut:
                self._shortcut(area.shortcut, self._opener(area.name))
        self._shortcut("Ctrl+N", self.record_visit)
        self._shortcut("Ctrl+D", self.plan_follow_up)
        self._shortcut("Ctrl+Shift+D", self.enter_day)
        self._shortcut("Ctrl+Shift+N", self.add_customer)
        self._shortcut("Ctrl+Shift+I", self.receive_voice)
        self._shortcut(QKeySequence(QKeySequence.StandardKey.Undo), self._on_undo)
        self._shortcut("Ctrl+Y", self._on_redo)
        self._shortcut("Ctrl+Shift+Z", self._on_redo)
        self._shortcut("Alt+Left", self._on_back)
        self._shortcut("Ctrl+F", self._on_find)
        self._shortcut("Ctrl+K", self._on_find_anyone)
        self._shortcut("Ctrl+Return", self._on_primary)
        self._shortcut("Ctrl+Enter", self._on_primary)

    def go_back(self) -> None:
        """To the page before, as it was left."""
        if self._history:
            self._leave_page(lambda: self._show(*self._history.pop()))

    def _is_work_given_up(self) -> bool:
        """Whether nothing is being made any more, or it may stop here."""
        going = self._job_watch.going()
        if not going or self._context is None:
            return True
        return self._context.messages.confirm(
            self.tr("Still at work: {work}").format(work=", ".join(dict.fromkeys(going))),
            self.tr("If the program is closed now, this stops here and is not done to its end."),
            safe=self.tr("Let it finish"),
            danger=self.tr("Stop and close"),
        )

    def _opener(self, name: str) -> Callable[[], None]:
        def open_page() -> None:
            self._on_chosen(name)

        return open_page

    def _shortcut(self, keys: str | QKeySequence, slot: Callable[..., object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(slot)

    def _leave_page(self, go: Callable[[], None]) -> None:
        """Go on, unless the page keeps something unsaved that the user will not leave; after a save the page itself goes on."""
        page = self.current_page
        if page is None or page.may_leave(go):
            go()

    def _show(self, name: str, arguments: dict[str, Any]) -> None:
        if self._context is None:
            return
        page = self._pages.get(name)
        if page is None:
            page = build_page(next(area for area in AREAS if area.name == name), self._context)
            self._pages[name] = page
            self._stack.addWidget(page)
        if arguments:
            page.open_with(**arguments)
        self._current = name
        self._sidebar.set_current(next(area.parent or name for area in AREAS if area.name == name))
        self._stack.setCurrentWidget(page)
        if not self._sidebar.has_keyboard():
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.page_shown.emit(name)

    def _on_chosen(self, name: str) -> None:
        page = self.current_page
        if page is None or name != self._current or not page.begin_again():
            self.show_page(name)

    def _on_back(self) -> None:
        page = self.current_page
        if page is None or not page.go_back():
            self.go_back()

    def _on_undo(self) -> None:
        page = self.current_page
        if page is None or not page.undo():
            self.undo_requested.emit()

    def _on_redo(self) -> None:
        page = self.current_page
        if page is None or not page.redo():
            self.redo_requested.emit()

    def _on_find(self) -> None:
        if self.current_page is not None:
            self.current_page.focus_search()

    def _on_find_anyone(self) -> None:
        page = self.current_page
        if page is None or page.name not in ("today", "customers"):
            self.show_page("customers")
        self._on_find()

    def _on_primary(self) -> None:
        if self.current_page is not None:
            self.current_page.trigger_primary()

    def _on_theme_changed(self) -> None:
        self._sidebar.set_rail(self.width() < theme_of(self).px(BREAKPOINT))


def _entry(area: Area) -> NavigationEntry:
    text = QCoreApplication.translate(CONTEXT, area.title)
    group = QCoreApplication.translate(CONTEXT, area.group) if area.group else ""
    return NavigationEntry(area.name, text, area.icon, area.shortcut, group, area.at_foot)
