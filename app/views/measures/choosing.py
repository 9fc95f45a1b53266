"""選ぶ: the planned campaigns rated and in the order in which to do them, easy and quick first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.context import AppContext
from app.domain import choosing as rules
from app.domain.choosing import BEST, PACE_WORDS, Pace, PlanChoice
from app.domain.errors import in_a_row
from app.domain.formats import EMPTY_CELL, CountUnit, format_count
from app.domain.measures import MeasureKind, Scores
from app.domain.money import Currency, currency_of, format_money
from app.domain.numbers import format_number, format_percent
from app.jobs.job import JobControl
from app.views.labels import label_of
from app.views.measures.choosing_table import RatingTable
from app.views.moments import language
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, PrimaryButton
from app.views.widgets.card import Card, NextStepBar
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.explanation import Explanation
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import boxed, column
from app.views.widgets.table_view import Column

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

FEASIBILITY, EXTENSIBILITY = "feasibility", "extensibility"


class ChoosingView(QWidget):
    """`measure_requested(id)`: this draft is to be opened in the wizard."""

    measure_requested = Signal(int)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._view: rules.ChoosingView | None = None
        self._build()
        self._connect()

    def refresh(self) -> None:
        today, spoken = self._context.clock.today(), language()

        def op(session: Session, _control: JobControl) -> rules.ChoosingView:
            from app.reports.choosing import plan_choices

            return plan_choices(session, today, spoken)

        self._context.tasks.query(op, self._on_view, owner=self, replaces="choosing")

    def trigger_primary(self) -> None:
        if self.start.isVisible():
            self.start.click()

    def _build(self) -> None:
        columns = (
            Column("place", self.tr("Order"), numeric=True),
            Column("name", self.tr("Campaign"), stretch=True),
            Column("cost", self.tr("Initial cost"), numeric=True),
            Column("effect", self.tr("Effect"), numeric=True),
            Column(FEASIBILITY, self.tr("Easy to do"), numeric=True),
            Column(EXTENSIBILITY, self.tr("Can grow"), numeric=True),
            Column("total", self.tr("Total"), numeric=True),
            Column("roi", self.tr("Profit on cost"), numeric=True),
            Column("payback", self.tr("Paid back in"), numeric=True),
        )
        self.table = RatingTable(columns, self.tr("Planned campaigns"), frozenset({FEASIBILITY, EXTENSIBILITY}))
        self.card = Card(self.tr("Which one first"), explanation=self._explain(), action=self.tr("Change the weights"))
        self.weights = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.hint = WrapLabel(
            self.tr("“Easy to do” and “Can grow” are yours to rate: click, or stand on the cell and press 1 to 5."),
            TextStyle.CAPTION,
            Tone.TEXT3,
        )
        self.card.add(self.weights)
        self.card.add(self.hint)
        self.card.add(self.table, 1)
        self.chosen = NextStepBar("megaphone", "")
        self.start = PrimaryButton(self.tr("Start this one"), "arrow-right")
        self.chosen.add_button(self.start)
        self.empty = EmptyState(
            "clipboard-list",
            self.tr("No campaign is planned yet"),
            self.tr("Plans you keep as drafts stand here beside each other, with what they cost and bring: the easy and quick ones first."),
        )
        self.places = QStackedWidget()
        full = column(self.card, self.chosen, gap=12)
        full.setStretch(0, 1)
        self.full = boxed(full)
        self.places.addWidget(self.full)
        self.places.addWidget(self.empty)
        self.setLayout(column(self.places, gap=0))
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.table.rated.connect(self._on_rated)
        self.table.stood_on.connect(self._on_stood_on)
        self.table.key_activated.connect(self._on_opened)
        self.start.clicked.connect(self._on_start)
        link = self.card.action
        if isinstance(link, LinkButton):
            link.clicked.connect(lambda: self._context.navigate.show_page("settings", section="figures"))

    def _explain(self) -> Explanation:
        return Explanation(
            self.tr("Which one first"),
            self.tr(
                "Each plan is rated 1 to 5 four times. Initial cost and effect come from the plan's own numbers, by their share of what "
                "the shop earns in a month; how easy it is and whether it can grow you say. Easy and quick ones stand first."
            ),
            self.tr("Example: cost 5, effect 3, easy 4, growing 2, all weighing the same: total 3.5."),
            self.tr(
                "Total = weighted mean. Initial cost = one-off costs + printing + postage. Paid back in = initial cost ÷ (expected margin "
                "a month − running cost); a plan that ends in a loss does not pay back. Easy: cost and “easy to do” 4 or more; quick: paid "
                "back within 3 months. Of equal totals the higher profit on cost stands first."
            ),
        )

    def _on_view(self, view: rules.ChoosingView) -> None:
        standing, place = self.table.current_key(), max(0, self.table.currentIndex().column())
        self._view = view
        self.places.setCurrentWidget(self.full if view.choices else self.empty)
        if not view.choices:
            return
        money = currency_of(view.currency)
        self.weights.setText(self._weights_text(view))
        self.table.set_rows([(one.measure_id, self._cells(one, money)) for one in view.choices])
        self.table.stand_on(standing, place)

    def _weights_text(self, view: rules.ChoosingView) -> str:
        names = (self.tr("Initial cost"), self.tr("Effect"), self.tr("Easy to do"), self.tr("Can grow"))
        shares = view.weights.as_tuple()
        if len(set(shares)) == 1:
            words = self.tr("All four count the same.")
        else:
            parts = [f"{name} {format_number(share, 0 if share == int(share) else 1)}" for name, share in zip(names, shares, strict=True)]
            words = self.tr("Weights: {weights}.").format(weights=" · ".join(parts))
        if view.month_margin is None:
            return in_a_row(words, self.tr("Cost and effect are rated in the middle until the shop has sales of a whole month."))
        return words

    def _cells(self, one: PlanChoice, money: Currency) -> tuple[str, ...]:
        expected, ratings = one.expected, one.ratings
        gain = EMPTY_CELL if expected.gain is None else f"{_money(expected.gain, money)} · {_rating(ratings.effect)}"
        return (
            str(one.place),
            one.name,
            f"{_money(expected.outlay, money)} · {_rating(ratings.initial_cost)}",
            gain,
            f"{_rating(ratings.feasibility)} ▾",
            f"{_rating(ratings.extensibility)} ▾",
            str(one.total),
            EMPTY_CELL if expected.roi is None else format_percent(expected.roi),
            self._payback(one),
        )

    def _payback(self, one: PlanChoice) -> str:
        if one.expected.gain is None:
            return EMPTY_CELL
        if one.expected.payback is None:
            return self.tr("does not pay back")
        return self.tr("{months} months").format(months=format_number(one.expected.payback, 1))

    def explanation_of(self, one: PlanChoice) -> str:
        """Why it stands where it stands."""
        pace = label_of(one.pace, PACE_WORDS, "Choosing")
        if not one.expected.people:
            return self.tr("Nobody is on its list yet: open it and choose whom it is for.")
        if one.pace is Pace.NOT_KNOWN or one.expected.gain is None:
            return self.tr("{pace}: open it and say how many come because of it and what they bring.").format(pace=pace)
        money = currency_of(self._view.currency) if self._view is not None else currency_of("JPY")
        people = format_count(one.expected.people, CountUnit.CUSTOMERS, language())
        sentence = self.tr("{pace}: {people} get it, {outlay} is paid first, and {gain} of margin is expected within {days} days.")
        words = sentence.format(
            pace=pace,
            people=people,
            outlay=_money(one.expected.outlay, money),
            gain=_money(one.expected.gain, money),
            days=one.plan.window_days,
        )
        if one.kind is MeasureKind.EVENT or one.expected.hours <= 0:
            return words
        hours = self.tr("It also saves {hours} working hours a year.").format(hours=format_number(one.expected.hours, 1))
        return in_a_row(words, hours)

    def _chosen(self) -> PlanChoice | None:
        key = self.table.current_key()
        return None if self._view is None else next((one for one in self._view.choices if one.measure_id == key), None)

    def _on_stood_on(self, _key: object) -> None:
        one = self._chosen()
        if one is not None:
            title = self.tr("{place}. {name}").format(place=one.place, name=one.name)
            self.chosen.set("megaphone", title, self.explanation_of(one))

    def _on_rated(self, key: object, column_key: object, rating: int) -> None:
        one = next((choice for choice in self._view.choices if choice.measure_id == key), None) if self._view is not None else None
        if one is None:
            return
        own = one.plan.scores
        scores = Scores(rating, own.extensibility) if column_key == FEASIBILITY else Scores(own.feasibility, rating)
        if scores == own:
            return
        plan, number, now = replace(one.plan, scores=scores), one.measure_id, self._context.clock.now()

        def op(session: Session, _control: JobControl) -> None:
            from app.services.measures import save_draft

            save_draft(session, number, plan, now=now)

        self._context.tasks.command(op, self._on_saved, owner=self, initiator=self)

    def _on_saved(self, _nothing: None) -> None:
        self.refresh()

    def _on_opened(self, key: object) -> None:
        if isinstance(key, int):
            self.measure_requested.emit(key)

    def _on_start(self) -> None:
        one = self._chosen()
        if one is not None:
            self.measure_requested.emit(one.measure_id)


def _rating(number: int) -> str:
    return f"{number}/{BEST}"


def _money(amount: int, money: Currency) -> str:
    return format_money(amount, money, language())
