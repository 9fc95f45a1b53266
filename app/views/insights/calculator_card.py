"""What if more customers stayed: the shop's own figures reckoned on at once, and what is said in general quoted beside as claims."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.calculator import (
    GENERAL_HIGH,
    GENERAL_LOW,
    GENERAL_RATIO,
    MOST_POINTS,
    USUAL_POINTS,
    CalculatorFacts,
    WhatIf,
    cost_ratio,
    roughly,
    what_if,
)
from app.domain.figures import Stayers, StayPart
from app.domain.money import Currency, currency_of, format_money
from app.domain.numbers import format_number, format_percent
from app.domain.rates import rate_of
from app.views.insights.table_panel import FiguresTable
from app.views.labels_figures import people_count
from app.views.moments import language
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import LinkButton
from app.views.widgets.card import Card, Inset
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.explanation import Explanation
from app.views.widgets.labels import Text, WrapLabel
from app.views.widgets.layouts import STRETCH, FlowLayout, Hairline, boxed, column, row, set_shown
from app.views.widgets.number_field import MoneyField
from app.views.widgets.slider import Slider
from app.views.widgets.table_view import Column

_TABLE_POINTS = (1, 2, 3, 5, 10, 15, 20)
_FIELD = 110


class CalculatorCard(Card):
    """`names_requested(spec, title)`, `table_requested(FiguresTable)`. What is typed here is kept nowhere."""

    names_requested = Signal(object, str)
    table_requested = Signal(object)

    def __init__(self, context: AppContext) -> None:
        self._title = self.tr("What if more customers stayed")
        super().__init__(self._title, explanation=self._explain(), action=self.tr("As a table"), gap=6)
        self._context = context
        self._facts: CalculatorFacts | None = None
        self._build()
        self._connect()

    def set_answer(self, facts: CalculatorFacts) -> None:
        """Costs that were typed stay as they are."""
        is_first = self._facts is None
        before, self._facts = self._facts, facts
        for field, recorded in ((self.cost_new, _recorded_new(facts)), (self.cost_kept, facts.cost_kept)):
            field.set_currency(currency_of(facts.currency))
            was = None if before is None else (_recorded_new(before) if field is self.cost_new else before.cost_kept)
            if is_first or field.value() == (None if was is None else round(was)):
                field.set_value(None if recorded is None else round(recorded))
        self._show()

    def table(self) -> FiguresTable:
        """What 1 to 20 points more would bring."""
        columns = (
            Column("points", self.tr("More of a hundred stay")),
            Column("more", self.tr("Customers more"), numeric=True),
            Column("profit", self.tr("Margin more in a year"), numeric=True, stretch=True),
            Column("life", self.tr("Per customer over the years"), numeric=True),
        )
        facts = self._facts
        found = [] if facts is None else [what_if(facts, points) for points in _TABLE_POINTS]
        people = None if facts is None else Stayers(facts.since, facts.until, StayPart.AT_START)
        money = currency_of("JPY" if facts is None else facts.currency)
        rows = [(people, self._cells(one, money)) for one in found if one is not None]
        note = self.tr("Reckoned from your own figures: the return rate over a year and what a customer brings. Nothing is measured here.")
        return FiguresTable(self._title, note, columns, rows, self.tr("Customers of a year ago"))

    def _build(self) -> None:
        self.slider = Slider()
        self.slider.setRange(1, MOST_POINTS)
        self.slider.setPageStep(USUAL_POINTS)
        self.slider.setValue(USUAL_POINTS)
        self.slider.setAccessibleName(self.tr("How many more of a hundred customers stay"))
        self.slider.setMinimumHeight(theme_of(self).px(28))
        self.slider.setMinimumWidth(theme_of(self).px(90))
        self.points = Text("", TextStyle.BODY_BOLD)
        self.profit = WrapLabel("", TextStyle.DIALOG_TITLE, Tone.TEXT)
        self.reason = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        self.lifetime = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        self.claim = WrapLabel(self._claim_of_retention(), TextStyle.CAPTION, Tone.TEXT3)
        self.who = LinkButton(self.tr("See who stayed"), small=True)
        first = Inset(Tone.PRIMARY)
        first.add(self.profit)
        first.add(self.reason)
        first.add(self.lifetime)
        first.add(row(self.who, STRETCH))
        slid = row(self.points, gap=10)
        slid.addWidget(self.slider, 1)
        self._build_costs()
        self.ratio = WrapLabel("", TextStyle.BODY, Tone.TEXT)
        self.claim_cost = WrapLabel(self._claim_of_cost(), TextStyle.CAPTION, Tone.TEXT3)
        self.inner = boxed(column(boxed(slid), first, self.claim, Hairline(), self._costs, self.ratio, self.claim_cost, gap=8))
        self.empty = EmptyState(
            "sparkles",
            self.tr("Shown once there are visits of a year"),
            self.tr("It needs the customers of a year ago and those of them who still come."),
        )
        self.empty.hide()
        self.add(self.inner)
        self.add(self.empty, 1)

    def _build_costs(self) -> None:
        self.cost_new, self.cost_kept = MoneyField(minimum=0), MoneyField(minimum=0)
        flow = FlowLayout(12)
        for words, field in ((self.tr("A new customer costs"), self.cost_new), (self.tr("Keeping one costs"), self.cost_kept)):
            field.setFixedWidth(theme_of(self).px(_FIELD))
            field.setAccessibleName(words)
            flow.addWidget(boxed(row(Text(words, TextStyle.BODY, Tone.TEXT2), field, gap=6)))
        self._costs = QWidget()
        self._costs.setLayout(flow)

    def _connect(self) -> None:
        self.slider.valueChanged.connect(self._show)
        for field in (self.cost_new, self.cost_kept):
            field.value_changed.connect(self._show)
        self.who.clicked.connect(self._on_who)
        theme_of(self).changed.connect(self._on_theme_changed)
        if self.action is not None:
            self.action.clicked.connect(lambda: self.table_requested.emit(self.table()))

    def _explain(self) -> Explanation:
        return Explanation(
            self.tr("What if more customers stayed"),
            self.tr(
                "A plain reckoning from your own figures: how many customers more would stay, and what each of them brings in a year. "
                "It is no forecast, and says nothing of how to get there."
            ),
            self.tr("Example: 200 customers, 5 more of a hundred stay = 10 customers × ¥16,000 = ¥160,000 a year."),
            self.tr(
                "Margin more = customers × points ÷ 100 × yearly margin of a customer. Years a customer stays = 1 ÷ (1 − return rate over "
                "a year), at most 20. Cost of a new one = what campaigns for new customers cost in 12 months ÷ customers won."
            ),
        )

    def _claim_of_retention(self) -> str:
        sentence = self.tr(
            "Claim: 5 points more raise profit by {low} to {high}, depending on the trade. Source: F. Reichheld (Bain) and W. E. Sasser, "
            "Harvard Business Review 1990, where it is 25 to 85%; as 25 to 95% in Reichheld and Schefter, Harvard Business Review 2000. "
            "Their numbers are of large companies, not of your shop."
        )
        return sentence.format(low=format_percent(GENERAL_LOW, 0), high=format_percent(GENERAL_HIGH, 0))

    def _claim_of_cost(self) -> str:
        sentence = self.tr(
            "Claim: winning a customer costs {times} times as much as keeping one. It is mostly traced to studies of TARP (USA) in the "
            "1980s and differs much between trades."
        )
        return sentence.format(times=GENERAL_RATIO)

    def _show(self) -> None:
        facts = self._facts
        if facts is None:
            return
        money = currency_of(facts.currency)
        found = what_if(facts, self.slider.value())
        set_shown(self.inner, found is not None)
        set_shown(self.empty, found is None)
        if self.action is not None:
            set_shown(self.action, found is not None)
        # The label keeps its width, so that the slider does not move under the hand.
        self.points.setMinimumWidth(theme_of(self).metrics(TextStyle.BODY_BOLD).horizontalAdvance(self._points_text(MOST_POINTS)))
        self.points.setText(self._points_text(self.slider.value()))
        if found is not None:
            self._show_profit(facts, found, money)
            self._show_ratio(facts)

    def _points_text(self, points: int) -> str:
        return self.tr("+{points} points").format(points=points)

    def _show_profit(self, facts: CalculatorFacts, found: WhatIf, money: Currency) -> None:
        profit = format_money(roughly(found.profit), money, language())
        self.profit.setText(self.tr("About {money} more margin a year").format(money=profit))
        rate = rate_of(facts.stayed, facts.at_start)
        reason = self.tr(
            "{points}% of your {people} are about {more}; each brings {each} a year. Return rate over a year now: {rate}% "
            "({stayed} of {start}, {low} to {high})."
        ).format(
            points=found.points,
            people=people_count(facts.customers),
            more=format_number(found.more, 0 if found.more >= 10 else 1),
            each=format_money(round(facts.margin_each or 0), money, language()),
            rate=rate.percent,
            stayed=format_number(facts.stayed),
            start=format_number(facts.at_start),
            low=format_percent(rate.low, 0),
            high=format_percent(rate.high, 0),
        )
        self.reason.setText(reason)
        lifetime = self.tr("Over the years a customer would bring {then} instead of {now}, {share} more.").format(
            then=format_money(found.lifetime_then, money, language()),
            now=format_money(found.lifetime, money, language()),
            share=format_percent(found.share),
        )
        self.lifetime.setText(lifetime)

    def _show_ratio(self, facts: CalculatorFacts) -> None:
        new, kept = self.cost_new.value(), self.cost_kept.value()
        ratio = cost_ratio(None if new is None else float(new), None if kept is None else float(kept))
        if ratio is None:
            words = self.tr("Type what winning a customer and keeping one costs you; campaigns fill it in when their cost is recorded.")
        elif new == _rounded(_recorded_new(facts)) and kept == _rounded(facts.cost_kept) and facts.typed_cost is None:
            words = self.tr("By your campaigns of the last 12 months a new customer costs {ratio} times as much as keeping one.")
        else:
            words = self.tr("So a new customer costs {ratio} times as much as keeping one.")
        self.ratio.setText(words if ratio is None else words.format(ratio=format_number(ratio, 1)))

    def _cells(self, one: WhatIf, money: Currency) -> tuple[str, ...]:
        profit, life = (format_money(amount, money, language()) for amount in (one.profit, one.lifetime_then))
        return (self._points_text(one.points), format_number(one.more, 1), profit, life)

    def _on_who(self) -> None:
        if self._facts is not None:
            people = Stayers(self._facts.since, self._facts.until, StayPart.STAYED)
            self.names_requested.emit(people, self.tr("Customers of a year ago who still come"))

    def _on_theme_changed(self) -> None:
        for field in (self.cost_new, self.cost_kept):
            field.setFixedWidth(theme_of(self).px(_FIELD))
        self.slider.setMinimumHeight(theme_of(self).px(28))
        self._show()


def _recorded_new(facts: CalculatorFacts) -> float | None:
    return facts.cost_new if facts.typed_cost is None else float(facts.typed_cost)


def _rounded(amount: float | None) -> int | None:
    return None if amount is None else round(amount)
