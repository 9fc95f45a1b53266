"""The first start: how to begin, the shop, the usual days, where the data lie. Value in under two minutes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from app.context import DataPaths
from app.jobs.tasks import TasksBase
from app.settings import Settings
from app.views.first_run.begin_step import BeginStep
from app.views.first_run.days_step import DaysStep
from app.views.first_run.draft import FirstRunDraft
from app.views.first_run.place_step import PlaceStep
from app.views.first_run.shop_step import ShopStep
from app.views.navigation import Mark
from app.views.theme import theme_of
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.focus_ring import FocusRing
from app.views.widgets.layouts import STRETCH, ScrollColumn, boxed, clear, column, row
from app.views.widgets.segmented import Segmented
from app.views.widgets.steps import HorizontalSteps

WIDTH = 1040


class FirstRunWindow(QWidget):
    """`shop_requested(ShopFields, then_import)`; the draft is kept by the caller while the language changes."""

    demo_requested = Signal()
    shop_requested = Signal(object, bool)
    closed = Signal()

    def __init__(self, tasks: TasksBase, language: str, paths: DataPaths, settings: Settings, draft: FirstRunDraft) -> None:
        super().__init__()
        self._tasks = tasks
        self._paths = paths
        self._settings = settings
        self.draft = draft
        self._is_leaving = False
        self._step: BeginStep | ShopStep | DaysStep | PlaceStep | None = None
        self._build(language)
        self._connect()
        self._show_step()

    def leave(self) -> None:
        """Close without ending the program."""
        self._is_leaving = True
        self.close()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if not self._is_leaving:
            self.closed.emit()

    def _build(self, language: str) -> None:
        self.setWindowTitle(self.tr("Okaeri"))
        self.setObjectName("MainWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.resize(1366, 690)
        self.setMinimumSize(1080, 600)
        self._language = Segmented([("ja", "日本語"), ("en", "English")], language, self.tr("Language"))
        names = [self.tr("How to begin"), self.tr("The shop"), self.tr("Usual days"), self.tr("Backups")]
        self._steps = HorizontalSteps(names)
        self._back = NormalButton(self.tr("Back"), "chevron-left")
        self._next = PrimaryButton(self.tr("Next"))
        self._next.set_shortcut_hint("Ctrl+Return")
        self._place = column(gap=0)
        scroll = ScrollColumn(margins=(4, 0, 4, 0))
        scroll.body.addStretch(1)
        scroll.body.addLayout(row(Mark(), self._steps, STRETCH, gap=16))
        scroll.body.addSpacing(theme_of(self).px(16))
        scroll.body.addLayout(self._place)
        scroll.body.addStretch(1)
        middle = boxed(column(scroll, 8, row(self._back, STRETCH, self._next), gap=8))
        middle.setMaximumWidth(theme_of(self).px(WIDTH))
        centre = row(gap=0)
        centre.addStretch(1)
        centre.addWidget(middle, 20)
        centre.addStretch(1)
        layout = column(row(STRETCH, self._language), gap=8, margins=(24, 16, 24, 20))
        layout.addLayout(centre, 1)
        self.setLayout(layout)
        FocusRing(self)

    def _connect(self) -> None:
        self._language.changed.connect(self._on_language)
        self._back.clicked.connect(self._on_back)
        self._next.clicked.connect(self._on_next)
        self._steps.step_clicked.connect(self._on_step)

    def _show_step(self) -> None:
        clear(self._place)
        number = self.draft.step
        self._step = self._made(number)
        self._place.addWidget(self._step)
        self._steps.set_current(number)
        self._back.setVisible(number > 0)
        self._next.setVisible(number > 0)
        self._next.setText(self._next_text())
        first = self._step.demo_button if isinstance(self._step, BeginStep) else self._step.first_field()
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _made(self, number: int) -> BeginStep | ShopStep | DaysStep | PlaceStep:
        if number == 1:
            step = ShopStep(self._tasks, self.draft.shop)
            step.changed.connect(self._on_changed)
            return step
        if number == 2:
            return DaysStep(self.draft.shop)
        if number == 3:
            return PlaceStep(self._paths, self._settings)
        begin = BeginStep()
        begin.demo_chosen.connect(self.demo_requested)
        begin.import_chosen.connect(self._on_import)
        begin.empty_chosen.connect(self._on_empty)
        return begin

    def _next_text(self) -> str:
        if self.draft.step < 3:
            return self.tr("Next")
        return self.tr("Begin and choose the file") if self.draft.wants_import else self.tr("Begin")

    def _take(self) -> None:
        if isinstance(self._step, ShopStep | DaysStep):
            self.draft.shop = self._step.shop()

    def _go(self, number: int) -> None:
        self._take()
        self.draft.step = number
        self._show_step()

    def _on_import(self) -> None:
        self.draft.wants_import = True
        self._go(1)

    def _on_empty(self) -> None:
        self.draft.wants_import = False
        self._go(1)

    def _on_changed(self) -> None:
        self._take()

    def _on_back(self) -> None:
        self._go(self.draft.step - 1)

    def _on_step(self, number: int) -> None:
        self._go(number)

    def _on_next(self) -> None:
        if isinstance(self._step, ShopStep | DaysStep) and not self._step.check():
            return
        if self.draft.step < 3:
            self._go(self.draft.step + 1)
            return
        self.shop_requested.emit(self.draft.shop, self.draft.wants_import)

    def _on_language(self, key: object) -> None:
        self._take()
        self._settings.language = str(key)
