"""Trying a rule on the sales of the last 12 months before it is switched on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.figures import Visitors
from app.domain.money import format_money
from app.domain.point_money import RuleTrial
from app.domain.points import PER_CENT, RuleFields
from app.jobs.job import JobControl
from app.views.moments import language
from app.views.points.answer import PointsAnswer, trial_answer
from app.views.points.bar_chart import BarChart, month_name, short_month
from app.views.points.rate_field import RateField
from app.views.points.sentences import money_words, points_text
from app.views.points.trial_words import detail_text, span_text, verdict_text
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import LinkButton
from app.views.widgets.card import Card, Inset
from app.views.widgets.explanation import Explanation
from app.views.widgets.labels import Text, WrapLabel
from app.views.widgets.layouts import FlowLayout, boxed, column, row, set_shown
from app.views.widgets.number_field import MoneyField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.charts.bar_spec import BarSpec

CHART_HEIGHT = 150
FIELD_WIDTH = 58


class SimulatorCard(Card):
    """`rule_requested(RuleFields)`: the tried rule is to become the rule; `names_requested(spec, title)`; `table_requested(RuleTrial,
    name of the tried rule)`."""

    rule_requested = Signal(object)
    table_requested = Signal(object, str)
    names_requested = Signal(object, str)

    def __init__(self, context: AppContext) -> None:
        title = self.tr("Try before you change")
        super().__init__(title, explanation=self._explain(), action=self.tr("As a table"), padding=10)
        self._title = title
        self._context = context
        self._answer: PointsAnswer | None = None
        self._trial: RuleTrial | None = None
        self._build()
        self._connect()

    def set_answer(self, answer: PointsAnswer) -> None:
        """What is being tried stays; without such it is today's rule."""
        was_touched = self._is_touched()
        self._answer = answer
        self.amount.set_currency(answer.currency)
        tier = answer.top_tier
        set_shown(self._tier_box, tier is not None)
        if tier is not None:
            self._tier_name.setText(self.tr("{tier} earns").format(tier=tier.fields.name))
        if not was_touched:
            self._show_rule_of_today()
        self._try()

    def tried_rule(self) -> RuleFields | None:
        """Today's rule with what is typed; None while that cannot be read."""
        answer, amount = self._answer, self.amount.value()
        if answer is None or not amount:
            return None
        return replace(answer.fields or RuleFields(), is_on=True, amount=amount)

    def _build(self) -> None:
        px = theme_of(self).px
        self.amount = MoneyField(minimum=1, step=10)
        self.tier_rate = RateField()
        for field in (self.amount, self.tier_rate):
            field.setFixedWidth(px(FIELD_WIDTH))
        self._before, self._after = Text(self.tr("Every")), Text("")
        self._tier_name, self._times = Text(""), Text(self.tr("times"))
        self.amount.setAccessibleName(self.tr("Amount for points"))
        self.tier_rate.setAccessibleName(self.tr("Rate of the highest tier"))
        self.back = LinkButton(self.tr("Back to today's rule"), small=True)
        self.take = LinkButton(self.tr("Make this the rule"), small=True)
        self._tier_box = boxed(row(self._tier_name, self.tier_rate, self._times, gap=6))
        fields = FlowLayout(10)
        for part in (boxed(row(self._before, self.amount, self._after, gap=6)), self._tier_box):
            fields.addWidget(part)
        line = QWidget()
        line.setLayout(fields)
        self.chart = BarChart(self._context, self._title, height=CHART_HEIGHT)
        self.verdict = WrapLabel(self.tr("Working it out…"), TextStyle.ROW_TITLE, Tone.TEXT)
        self.detail = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        box = Inset(Tone.PRIMARY)
        words = row(boxed(column(self.verdict, self.detail, gap=2)), gap=8)
        words.setStretch(0, 1)
        words.addLayout(column(self.take, self.back, gap=0))
        box.body.addLayout(words)
        self.add(line)
        self.add(self.chart, 1)
        self.add(box)

    def _connect(self) -> None:
        self.amount.value_changed.connect(self._try)
        self.tier_rate.value_changed.connect(self._try)
        self.back.clicked.connect(self._on_back)
        self.take.clicked.connect(self._on_take)
        self.chart.point_clicked.connect(self._on_month)
        if self.action is not None:
            self.action.clicked.connect(self._on_table)

    def _explain(self) -> Explanation:
        return Explanation(
            self.tr("Try before you change"),
            self.tr(
                "Every receipt of the last 12 finished months is worked out again with the rule you type. "
                "Tiers count as they were on the first of each month."
            ),
            self.tr("Example: 1 point per 80 yen instead of 100 would have cost ¥46,000 more."),
            self.tr("Points of all receipts × worth of a point × share that is used"),
        )

    def _is_touched(self) -> bool:
        answer = self._answer
        if answer is None:
            return False
        tier = answer.top_tier
        usual = (answer.fields or RuleFields()).amount
        return self.amount.value() != usual or (tier is not None and self.tier_rate.rate() != tier.fields.rate)

    def _show_rule_of_today(self) -> None:
        answer = self._answer
        if answer is None:
            return
        rule = answer.fields or RuleFields()
        self.amount.set_value(rule.amount)
        self._after.setText(self.tr("spent earns {points}").format(points=points_text(rule.points)))
        self.tier_rate.set_rate(answer.top_tier.fields.rate if answer.top_tier is not None else PER_CENT)

    def _try(self) -> None:
        rule, answer = self.tried_rule(), self._answer
        touched = self._is_touched()
        set_shown(self.back, touched)
        set_shown(self.take, answer is not None and rule is not None and rule != answer.fields)
        if rule is None or answer is None:
            return
        tier, rate, today = answer.top_tier, self.tier_rate.rate(), answer.today
        rates = {} if tier is None or rate is None else {tier.id: rate}

        def op(session: Session, _control: JobControl) -> RuleTrial:
            return trial_answer(session, today, rule, rates)

        self._context.tasks.query(op, self._on_tried, owner=self, replaces="trial")

    def _on_tried(self, trial: RuleTrial) -> None:
        answer = self._answer
        if answer is None:
            return
        self._trial = trial
        currency, spoken = answer.currency, language()
        self.set_note(span_text(trial))
        self.verdict.setText(verdict_text(trial, currency))
        self.detail.setText(detail_text(trial, currency))
        self.chart.set_finding(f"{self._title} {self.verdict.text()} {self.detail.text()}")
        now_label, other_label = self.tr("today's rule"), self._other_label()

        def make() -> BarSpec:
            from app.reports.points_money import MoneyWords, trial_bars

            return trial_bars(trial, now_label, other_label, MoneyWords(short_month(spoken), currency, spoken))

        self.chart.show_bars(make, self._names(trial, answer))

    def _other_label(self) -> str:
        rule, answer = self.tried_rule(), self._answer
        if rule is None or answer is None:
            return ""
        return self.tr("{points} per {amount}").format(points=points_text(rule.points), amount=money_words(rule.amount, answer.currency))

    def _names(self, trial: RuleTrial, answer: PointsAnswer) -> list[str]:
        spoken = language()
        other = trial.other.month_costs(trial.used)
        now = trial.now.month_costs(trial.used) if trial.now is not None else other
        words = self.tr("{month}: {now} by today's rule, {other} by this one")
        return [
            words.format(
                month=month_name(month.period.start),
                now=format_money(now[place], answer.currency, spoken),
                other=format_money(other[place], answer.currency, spoken),
            )
            for place, month in enumerate(trial.other.months)
        ]

    def _on_back(self) -> None:
        self._show_rule_of_today()
        self._try()
        self.amount.setFocus()

    def _on_take(self) -> None:
        rule = self.tried_rule()
        if rule is not None:
            self.rule_requested.emit(rule)

    def _on_table(self) -> None:
        if self._trial is not None:
            self.table_requested.emit(self._trial, self._other_label())

    def _on_month(self, place: int) -> None:
        if self._trial is not None:
            period = self._trial.other.months[place].period
            title = self.tr("Customers in {month}").format(month=month_name(period.start))
            self.names_requested.emit(Visitors(period), title)
