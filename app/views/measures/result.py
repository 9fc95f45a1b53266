"""The result of a campaign: the verdict as a sentence, the shares and the profit with their ranges, the money, what to do next."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.context import AppContext
from app.domain.entities import Entity
from app.domain.measure_view import KindResults, MeasureResult
from app.domain.measures import Arm, MeasureKind, MeasureState, MeasureView
from app.jobs.job import JobControl
from app.views.insights.table_panel import FiguresTable, TablePanel
from app.views.measures.list_acts import ListActs
from app.views.measures.result_acts import ResultActs
from app.views.measures.result_charts import CameCard, ResultChart, ReturnCard, SharesCard
from app.views.measures.result_cost import CostPanel
from app.views.measures.result_money import MoneyCard
from app.views.measures.result_next import NextCard
from app.views.measures.result_parts import BesideCard, CountsCard, VerdictCard
from app.views.measures.result_words import ResultWords
from app.views.theme import theme_of
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.chip import Chip
from app.views.widgets.labels import plain_tooltip
from app.views.widgets.layouts import ScrollColumn, boxed, column, set_shown
from app.views.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WIDE_FROM, PAIR_FROM, WORDS_FROM = 1000, 700, 860
# Twelfths of the width.
_WIDE = (("shares", 6), ("profit", 6), ("came", 5), ("money", 4), ("steps", 3), ("people", 12), ("beside", 12))
_PAIRS = (("shares", 6), ("profit", 6), ("came", 12), ("money", 6), ("steps", 6), ("people", 12), ("beside", 12))
_COLUMNS = 12


class ResultView(QWidget):
    """`people_requested(title, ids)` opens a list of names, `measure_requested(id)` another campaign's result, `copied(id)` a new draft,
    `came_requested(id)` the list of who came to an event."""

    back_requested = Signal()
    people_requested = Signal(str, object)
    measure_requested = Signal(int)
    copied = Signal(int)
    came_requested = Signal(int)

    shows = frozenset({Entity.MEASURE, Entity.PURCHASE, Entity.POINTS, Entity.PRODUCT, Entity.SHOP, Entity.CUSTOMER})

    def __init__(self, context: AppContext, measure_id: int) -> None:
        super().__init__()
        self.measure_id = measure_id
        self._context = context
        self._words: ResultWords | None = None
        self._kind: KindResults | None = None
        self._panel: TablePanel | None = None
        self._costs: CostPanel | None = None
        self._laid: tuple[object, ...] = ()
        self._build()
        self._connect()

    def refresh(self) -> None:
        number, today = self.measure_id, self._context.clock.today()

        def op(session: Session, _control: JobControl) -> tuple[MeasureResult, KindResults]:
            from app.queries.measure_results import measure_result, pooled_of_kind

            found = measure_result(session, number, today)
            return found, pooled_of_kind(session, found.kind, today)

        self._context.tasks.query(op, self._on_result, owner=self, failed=self._on_failed, replaces="result")

    def trigger_primary(self) -> None:
        self.again.click()

    def may_leave(self, _go: Callable[[], None]) -> bool:
        return True

    def result(self) -> MeasureResult | None:
        return None if self._words is None else self._words.result

    def cost_panel(self) -> CostPanel | None:
        """Where the costs are being corrected."""
        return self._costs

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self.header = PageHeader("", is_title_long=True)
        self.back = self.header.add_back(self.tr("Back"))
        self.chip = Chip()
        self.header.add_beside_title(self.chip)
        self.rows = NormalButton(self.tr("Rows to check by"), "download")
        self.paper = NormalButton(self.tr("Print the result"), "printer")
        self.again = PrimaryButton(self.tr("Do it again"), "copy")
        self.again.set_shortcut_hint("Ctrl+Return", live=False)
        self.event_list = NormalButton(self.tr("Who came to it"), "users")
        self.stop = NormalButton(self.tr("Stop the campaign"), "x")
        for button in (self.stop, self.event_list, self.rows, self.paper):
            button.setAccessibleName(button.label())
            button.setToolTip(plain_tooltip(button.label()))
            self.header.add(button)
        self.header.set_primary(self.again)
        self.event_list.hide()
        self.stop.hide()
        self.verdict = VerdictCard()
        self.shares, self.profit, self.came = SharesCard(self._context), ReturnCard(self._context), CameCard(self._context)
        self.money, self.steps, self.people, self.beside = MoneyCard(), NextCard(self._context), CountsCard(), BesideCard()
        self._cards: dict[str, QWidget] = {
            "shares": self.shares,
            "profit": self.profit,
            "came": self.came,
            "money": self.money,
            "steps": self.steps,
            "people": self.people,
            "beside": self.beside,
        }
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        scroll = ScrollColumn(gap=12)
        scroll.body.addWidget(self.verdict)
        scroll.body.addLayout(self._grid)
        scroll.body.addStretch(1)
        self._body = boxed(column(scroll, gap=0))
        layout = column(self.header, gap=14, margins=(24, 16, 24, 16))
        layout.addWidget(self._body, 1)
        self.setLayout(layout)
        self._body.hide()
        self.acts = ResultActs(self._context, self)
        self._list_acts = ListActs(self._context, self)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.again.clicked.connect(lambda: self.acts.do_again(self.measure_id))
        self.acts.copied.connect(self.copied)
        self.event_list.clicked.connect(lambda: self.came_requested.emit(self.measure_id))
        self.stop.clicked.connect(self._on_stop)
        self.rows.clicked.connect(self._on_rows)
        self.paper.clicked.connect(self._on_paper)
        self.money.edit_requested.connect(self._on_costs)
        self.steps.names_requested.connect(lambda: self._open_people(Arm.SENT, came=True))
        self.people.people_requested.connect(lambda arm, came: self._open_people(arm, came=came))
        self.beside.measure_requested.connect(self.measure_requested)
        charts: tuple[ResultChart, ...] = (self.shares, self.profit, self.came)
        for chart in charts:
            chart.people_requested.connect(lambda arm: self._open_people(arm, came=True))
            chart.table_requested.connect(self._on_table)
        theme_of(self).changed.connect(self._refit)

    def _on_result(self, found: tuple[MeasureResult, KindResults]) -> None:
        result, kind = found
        is_first = self._words is None
        words = ResultWords(result, self._context.clock.today())
        self._words, self._kind = words, kind
        self.header.set_title(result.name)
        self.header.set_fact(words.dates())
        self.chip.set(*words.chip())
        set_shown(self.event_list, result.kind is MeasureKind.EVENT)
        set_shown(self.stop, result.state is MeasureState.STARTED and not result.is_complete)
        set_shown(self._body, True)
        self.verdict.show_result(words)
        for card in (self.money, self.steps, self.people):
            card.show_result(words)
        self.beside.show_result(words, kind)
        if result.is_complete:
            self.shares.show_result(words)
            self.came.show_result(words)
        if result.roi is not None:
            self.profit.show_result(words)
        self._refit()
        if is_first:
            self.setFocus()

    def _left_out(self) -> frozenset[str]:
        """The cards that have nothing to say."""
        result = self.result()
        empty = frozenset() if self._words is not None and (self.steps.advice(self._words)) else frozenset({"steps"})
        if result is None or not result.is_complete:
            return empty | {"shares", "profit", "came"}
        return empty if result.roi is not None else empty | {"profit"}

    def _refit(self) -> None:
        self._laid = ()
        self._fit()

    def _fit(self) -> None:
        px, width = theme_of(self).px, self.width()
        # While it runs, what is saved is seldom asked for: its words make room for those of the stop.
        seldom = () if self.stop.isHidden() else (self.rows, self.paper)
        for button in (self.stop, self.event_list, self.rows, self.paper):
            button.setText(button.accessibleName() if width >= px(WORDS_FROM) and button not in seldom else "")
        if self._words is None:
            return
        now = (width >= px(WIDE_FROM), width >= px(PAIR_FROM), self._left_out())
        if now == self._laid:
            return
        self._laid = now
        self.verdict.set_narrow(is_narrow=not now[1])
        for card in self._cards.values():
            self._grid.removeWidget(card)
        self._grid.setSpacing(px(12))
        self._lay(is_wide=now[0], is_paired=now[1], left_out=now[2])

    def _lay(self, *, is_wide: bool, is_paired: bool, left_out: frozenset[str]) -> None:
        """Cards fill lines of twelve parts, as far as there is something to show."""
        plan = _WIDE if is_wide else _PAIRS if is_paired else tuple((name, _COLUMNS) for name in self._cards)
        if "shares" in left_out:
            half = _COLUMNS if "steps" in left_out else _COLUMNS // 2
            plan = tuple((name, half if is_paired and name in ("money", "steps") else _COLUMNS) for name, _part in plan)
        elif "profit" in left_out and is_paired:
            plan = tuple((name, {"shares": 6, "came": 6, "money": 6, "steps": 6}.get(name, _COLUMNS)) for name, _part in plan)
        line = place = 0
        for name, part in plan:
            card = self._cards[name]
            set_shown(card, name not in left_out)
            if name in left_out:
                continue
            if place + part > _COLUMNS:
                line, place = line + 1, 0
            self._grid.addWidget(card, line, place, 1, part)
            card.show()
            place += part
        for side in range(_COLUMNS):
            self._grid.setColumnStretch(side, 1)

    def _open_people(self, arm: Arm, *, came: bool) -> None:
        result = self.result()
        if result is None:
            return
        titles = {
            (Arm.SENT, True): self.tr("Came after “{name}”"),
            (Arm.HELD, True): self.tr("Came without “{name}”"),
            (Arm.SENT, False): self.tr("“{name}” was sent to"),
            (Arm.HELD, False): self.tr("Held back from “{name}”"),
        }
        title = titles.get((arm, came), self.tr("Guests of “{name}”")).format(name=result.name)
        if came and arm is not Arm.GUEST:
            self._on_people(title, result.returned if arm is Arm.SENT else result.returned_held)
            return
        number = self.measure_id

        def op(session: Session, _control: JobControl) -> tuple[int, ...]:
            from app.queries.measures import people_of

            return people_of(session, number, arm)

        self._context.tasks.query(op, partial(self._on_people, title), owner=self, replaces="people")

    def _on_people(self, title: str, ids: tuple[int, ...]) -> None:
        if ids:
            self.people_requested.emit(title, ids)
        else:
            self._context.messages.toast(self.tr("Nobody is behind this figure."))

    def _on_table(self, table: FiguresTable) -> None:
        if self._panel is None:
            self._panel = TablePanel(self.window(), self._context)
            self._panel.names_requested.connect(self._on_row)
        self._panel.show_table(table)

    def _on_row(self, key: object, _title: str) -> None:
        if isinstance(key, Arm):
            self._open_people(key, came=True)

    def _on_stop(self) -> None:
        number = self.measure_id

        def op(session: Session, _control: JobControl) -> MeasureView:
            from app.queries.measures import measure_view

            return measure_view(session, number)

        self._context.tasks.query(op, lambda view: self._list_acts.stop(view.row), owner=self, replaces="stop")

    def _on_rows(self) -> None:
        result = self.result()
        if result is not None:
            self.acts.ask_rows(result)

    def _on_paper(self) -> None:
        if self._words is not None and self._kind is not None:
            sheet = self.acts.sheet(self._words, self._kind, self.money, self.steps)
            self.acts.ask_pdf(self._words.result.name, sheet, self._words)

    def _on_costs(self) -> None:
        result = self.result()
        if result is not None:
            self._costs = CostPanel(self._context, self.window(), result)
            self._costs.closed.connect(self._on_costs_closed)
            self._costs.open_panel(self._costs.fields["postage"].field)

    def _on_costs_closed(self) -> None:
        self._costs = None

    def _on_failed(self, error: Exception) -> None:
        self._context.messages.error(error)
        self.back_requested.emit()
