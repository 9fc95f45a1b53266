"""How well the health score foresaw who stayed away, checked against the shop's own past."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.dates import DateStyle
from app.domain.health_backtest import BacktestPlan, BacktestView, Curve, CutResult, Foresight, Missing, TooFew, view_of_cuts
from app.domain.numbers import format_number, format_rate
from app.jobs.job import Job, JobControl
from app.views.moments import day_text
from app.views.pages.page import Page
from app.views.theme import TextStyle, Tone
from app.views.widgets.banner import Banner
from app.views.widgets.buttons import LinkButton, NormalButton, PrimaryButton
from app.views.widgets.card import Card
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.explanation import Explanation
from app.views.widgets.gauges import ProgressLine
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import ScrollColumn, boxed, column, row, set_shown
from app.views.widgets.page_header import PageHeader
from app.views.widgets.table_view import Column, SimpleTable

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_TONES: Mapping[Foresight, Tone] = {Foresight.BETTER: Tone.OK, Foresight.NO_BETTER: Tone.INFO, Foresight.WORSE: Tone.WARN}


class HealthPage(Page):
    name = "health"

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._job: Job | None = None
        self._is_running = False
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Reads the whole past, and so may take a while in a large shop: it is shown as a job and can be stopped. Each day looked back to
        is asked for by itself, so that other pages get their answers in between."""
        if self._is_running:
            return
        today = self.context.clock.today()

        def op(session: Session, _control: JobControl) -> BacktestPlan:
            from app.queries.health_backtest import backtest_plan

            return backtest_plan(session, today)

        self._set_running(True)
        self._follow(self.context.tasks.query(op, self._on_plan, owner=self, failed=self._on_failed))

    def trigger_primary(self) -> None:
        if self.again.isEnabled():
            self.again.click()

    def _build(self) -> None:
        self.header = PageHeader(self.tr("Did the health score foresee it?"))
        self.back = self.header.add_back(self.tr("Back"))
        self.weights = LinkButton(self.tr("Weights"), "settings")
        self.again = PrimaryButton(self.tr("Check again"), "history")
        self.again.set_shortcut_hint("Ctrl+Return", live=False)
        self.header.add(self.weights)
        self.header.set_primary(self.again)
        self.line = ProgressLine()
        self.stop = NormalButton(self.tr("Stop"), "x", small=True)
        self.working = WrapLabel(self.tr("Going back to past days and asking who came afterwards…"), TextStyle.BODY, Tone.TEXT2)
        busy = row(self.working, gap=12)
        busy.addWidget(self.line, 1)
        busy.addWidget(self.stop)
        self.busy = boxed(busy)
        self.verdict = Banner(Tone.INFO, "")
        about = Explanation(
            self.tr("Foresight"),
            self.tr(
                "Take one customer who left and one who stayed: how often did the score point to the right one? Chance alone: 50 of 100."
            ),
            self.tr("Only what was known on the day counts. Left: no visit within as many days as your shop's window."),
            self.tr("Area under the curve; 95% range after DeLong. The days since the last visit are judged on the same people."),
        )
        self.score_card = Card(self.tr("Health against the days since the last visit"), explanation=about)
        self.score = WrapLabel("", TextStyle.ROW_TITLE, Tone.TEXT)
        self.recency = WrapLabel("", TextStyle.BODY, Tone.TEXT)
        self.people = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        for label in (self.score, self.recency, self.people):
            self.score_card.add(label)
        self.list_card = Card(self.tr("Lists of equal length"))
        self.own = WrapLabel("", TextStyle.ROW_TITLE, Tone.TEXT)
        self.fixed = WrapLabel("", TextStyle.BODY, Tone.TEXT)
        self.listed = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        for label in (self.own, self.fixed, self.listed):
            self.list_card.add(label)
        columns = [
            Column("day", self.tr("As of")),
            Column("people", self.tr("Customers"), numeric=True),
            Column("left", self.tr("Left"), numeric=True),
            Column("score", self.tr("Health"), numeric=True),
            Column("recency", self.tr("Days since"), numeric=True),
            Column("own", self.tr("Own gap"), numeric=True),
            Column("fixed", self.tr("90 days"), numeric=True),
        ]
        self.table_card = Card(self.tr("Each day looked back to"))
        self.table = SimpleTable(columns, self.tr("Each day looked back to"), grows=True)
        self.table_card.add(self.table)
        self.empty = EmptyState("heart-pulse", self.tr("Not enough past yet"), " ")
        scroll = ScrollColumn(gap=12)
        for part in (self.verdict, self.score_card, self.list_card, self.table_card, self.empty):
            scroll.body.addWidget(part)
        scroll.body.addStretch(1)
        layout = column(self.header, self.busy, gap=12, margins=(24, 16, 24, 16))
        layout.addWidget(scroll, 1)
        self.setLayout(layout)
        self._show_parts(found=False, missing=False)

    def _connect(self) -> None:
        self.back.clicked.connect(self.context.navigate.go_back)
        self.again.clicked.connect(self.refresh)
        self.stop.clicked.connect(self._on_stop)
        self.weights.clicked.connect(lambda: self.context.navigate.show_page("settings", section="health"))

    def _show_parts(self, *, found: bool, missing: bool) -> None:
        parts: tuple[QWidget, ...] = (self.verdict, self.score_card, self.list_card, self.table_card)
        for part in parts:
            set_shown(part, found)
        set_shown(self.empty, missing)

    def _set_running(self, is_running: bool) -> None:
        self._is_running = is_running
        set_shown(self.busy, is_running)
        self.again.setEnabled(not is_running)
        if is_running:
            self.line.set_value(0, 0)

    def _ask(self, plan: BacktestPlan, found: tuple[CutResult | TooFew, ...]) -> None:
        """The next day of the plan; with all of them found, show what was found."""
        if len(found) == len(plan.days):
            self._on_view(view_of_cuts(plan, found))
            return
        self.line.set_value(len(found), len(plan.days))
        day = plan.days[len(found)]

        def op(session: Session, control: JobControl) -> CutResult | TooFew:
            from app.queries.health_backtest import cut_result

            return cut_result(session, day, plan.window, control)

        def on_found(one: CutResult | TooFew) -> None:
            if self._is_running:
                self._ask(plan, (*found, one))

        title = self.tr("Check of the health score")
        self._follow(self.context.tasks.query(op, on_found, owner=self, failed=self._on_failed, title=title))

    def _follow(self, job: Job) -> None:
        if not job.is_ended:
            self._job = job

    def _on_plan(self, plan: BacktestPlan) -> None:
        if self._is_running:
            self._ask(plan, ())

    def _on_stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._ended()

    def _on_failed(self, error: Exception) -> None:
        self._ended()
        self.context.messages.error(error)

    def _ended(self) -> None:
        self._job = None
        self._set_running(False)

    def _on_view(self, view: BacktestView) -> None:
        self._ended()
        self._show_parts(found=bool(view.cuts), missing=not view.cuts)
        if not view.cuts:
            self.empty.set(self.tr("Not enough past yet"), self._missing_text(view))
            return
        newest = view.cuts[0]
        self.verdict.set(_TONES[newest.foresight], self._verdict(newest), "", "")
        self.score.setText(self.tr("Health pointed to the right one in {range}").format(range=self._range(newest.score)))
        self.recency.setText(self.tr("The days since the last visit alone: {range}").format(range=self._range(newest.recency)))
        day = day_text(newest.day, DateStyle.TEXT, today=self.context.clock.today())
        values = {"day": day, "people": format_number(newest.people), "left": format_number(newest.left), "window": view.window}
        words = self.tr(
            "Looked back to {day}: of {people} who had come within {window} days, {left} came no more within {window} days after."
        )
        self.people.setText(words.format(**values))
        own, fixed = (format_rate(count, newest.year_left) for count in (newest.own, newest.fixed))
        self.own.setText(self.tr("By their own usual gap: {rate} of those who left stood on the list").format(rate=own))
        self.fixed.setText(self.tr("By the fixed rule of 90 days: {rate}").format(rate=fixed))
        words = self.tr("Both lists hold {count} names; of those who had come within a year, {left} left.")
        self.listed.setText(words.format(count=format_number(newest.listed), left=format_number(newest.year_left)))
        self.table.set_rows([(cut.day, self._cells(cut)) for cut in view.cuts])

    def _verdict(self, cut: CutResult) -> str:
        if cut.foresight is Foresight.BETTER:
            return self.tr("The score foresaw better who would stay away than the days since the last visit did.")
        if cut.foresight is Foresight.WORSE:
            return self.tr("The days since the last visit foresaw better who would stay away than the score did. Try other weights.")
        return self.tr("The score was no better than the days since the last visit; the difference may be chance.")

    def _range(self, curve: Curve) -> str:
        shown = (format_number(round(value * 100)) for value in (curve.value, curve.low, curve.high))
        value, low, high = shown
        return self.tr("{value} of 100 pairs ({low} to {high})").format(value=value, low=low, high=high)

    def _cells(self, cut: CutResult) -> tuple[str, ...]:
        day = day_text(cut.day, DateStyle.TEXT, today=self.context.clock.today())
        curves = (str(round(curve.value * 100)) for curve in (cut.score, cut.recency))
        recall = (format_rate(count, cut.year_left) for count in (cut.own, cut.fixed))
        return (day, format_number(cut.people), format_number(cut.left), *curves, *recall)

    def _missing_text(self, view: BacktestView) -> str:
        if view.missing is Missing.PEOPLE:
            words = self.tr(
                "Of {people} customers only {left} left. At least 20 must have left, and 20 stayed, before chance is no longer all."
            )
            return words.format(people=view.people, left=view.left)
        if view.possible_from is None:
            return self.tr("When visits have been recorded for some months, the program looks back here and says how well it foresaw.")
        day = day_text(view.possible_from, DateStyle.TEXT, today=self.context.clock.today())
        return self.tr("The check needs three times {window} days of visits. It can begin on {day}.").format(window=view.window, day=day)
