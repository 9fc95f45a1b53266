"""New against existing: what was spent on either, what came of it, and how the split was planned."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout

from app.context import AppContext
from app.domain.dates import DateStyle
from app.domain.formats import EMPTY_CELL
from app.domain.money import Currency, currency_of, format_money
from app.domain.numbers import format_percent
from app.domain.spending import Side, SideSpending, SpendingView
from app.views.labels_figures import people_count
from app.views.measures.split_bar import SplitBars
from app.views.moments import day_text, language
from app.views.theme import TextStyle, Tone
from app.views.widgets.banner import Banner
from app.views.widgets.buttons import LinkButton
from app.views.widgets.card import Card, Inset
from app.views.widgets.chip import Chip
from app.views.widgets.explanation import Explanation
from app.views.widgets.labels import Text, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, row, set_shown
from app.views.widgets.summary import AmountLines


class SideBox(Inset):
    """One side in numbers. `people_requested(title, ids)`."""

    people_requested = Signal(str, object)

    def __init__(self, side: Side) -> None:
        super().__init__()
        self._is_new = side is Side.NEW
        self._ids: tuple[int, ...] = ()
        head = row(Text(self.tr("Winning new ones") if self._is_new else self.tr("Keeping existing ones"), TextStyle.ROW_TITLE), gap=8)
        head.addWidget(Chip(self.tr("Attributed"), Tone.WARN))
        head.addStretch(1)
        lines = AmountLines()
        self.spent = lines.add(self.tr("Spent"), EMPTY_CELL)
        self.reached = lines.add(self.tr("Reached"), EMPTY_CELL)
        self.customers = lines.add(self.tr("Won in all") if self._is_new else self.tr("Came again in all"), EMPTY_CELL)
        self.each = lines.add(self.tr("For each"), EMPTY_CELL)
        self.came = lines.add(self.tr("Came of those reached") if self._is_new else self.tr("Came after being reached"), EMPTY_CELL)
        self.margin = lines.add(self.tr("Their margin since"), EMPTY_CELL)
        self.roi = lines.add(self.tr("Profit on cost"), EMPTY_CELL, bold=True)
        self.who = LinkButton(self.tr("See the names"), small=True)
        self.who.clicked.connect(self._on_who)
        self.add(head)
        self.add(lines)
        self.add(row(self.who, STRETCH))

    def set_side(self, side: SideSpending, money: Currency) -> None:
        self._ids = side.customer_ids
        campaigns = self.tr("%n campaign(s)", "", side.measures)
        self.spent.setText(format_money(side.spent, money, language()))
        self.reached.setText(self.tr("{people} with {campaigns}").format(people=people_count(side.people), campaigns=campaigns))
        self.customers.setText(people_count(side.customers))
        self.each.setText(EMPTY_CELL if side.each is None else format_money(round(side.each), money, language()))
        self.came.setText(people_count(side.came))
        self.margin.setText(format_money(side.margin, money, language()))
        self.roi.setText(EMPTY_CELL if side.roi is None else format_percent(side.roi))
        self.who.setEnabled(bool(side.customer_ids))

    def _on_who(self) -> None:
        title = self.tr("Customers won in 12 months") if self._is_new else self.tr("Existing customers who came again")
        self.people_requested.emit(title, list(self._ids))


class SpendingCard(Card):
    """`people_requested(title, ids)`."""

    people_requested = Signal(str, object)

    def __init__(self, context: AppContext) -> None:
        title = self.tr("New and existing customers")
        super().__init__(title, explanation=self._explain(), action=self.tr("Change the planned split"), gap=8)
        self._context = context
        self._build()

    def set_view(self, view: SpendingView) -> None:
        money = currency_of(view.currency)
        period = self.tr("{start} to {end}, from the campaigns recorded here.")
        self.period.setText(period.format(start=day_text(view.start, DateStyle.TABLE), end=day_text(view.end, DateStyle.TABLE)))
        self._show_warning(view)
        planned = self.tr("Usual for your trade") if view.is_planned_by_trade else self.tr("Planned")
        parts = (self.tr("new"), self.tr("existing"))
        self.bars.set_bars([(planned, view.planned), (self.tr("Really spent"), view.real)], parts, self.tr("nothing spent yet"))
        for side, box in ((view.new, self.new), (view.existing, self.existing)):
            box.set_side(side, money)
        measured = view.measured
        set_shown(self.measured_box, measured is not None)
        if measured is not None:
            roi = EMPTY_CELL if measured.roi is None else format_percent(measured.roi)
            words = self.tr(
                "Measured against people left out: %n campaign(s) brought {effect} more margin at a cost of {cost}. Profit on cost {roi}.",
                "",
                measured.measures,
            )
            effect, cost = (format_money(amount, money, language()) for amount in (measured.effect, measured.cost))
            self.measured.setText(words.format(effect=effect, cost=cost, roi=roi))

    def fold(self, is_narrow: bool) -> None:
        """Both sides under each other where the window is narrow."""
        self._sides.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)

    def _build(self) -> None:
        self.warning = Banner(Tone.WARN, "")
        self.warning.hide()
        self.period = WrapLabel("", TextStyle.CAPTION, Tone.TEXT3)
        self.bars = SplitBars(self.tr("Planned and real split"))
        self.new, self.existing = SideBox(Side.NEW), SideBox(Side.EXISTING)
        self._sides = row(gap=12)
        for box in (self.new, self.existing):
            self._sides.addWidget(box, 1)
            box.people_requested.connect(self.people_requested)
        self.measured_box = Inset(Tone.INFO)
        self.measured = WrapLabel("", TextStyle.BODY, Tone.TEXT)
        self.measured_box.add(self.measured)
        self.measured_box.hide()
        self.note = WrapLabel(
            self.tr(
                "“Attributed”: all margin since then of those reached is set against the cost, though part of it would have come anyway. "
                "Only a campaign that leaves some people out shows what it brought."
            ),
            TextStyle.CAPTION,
            Tone.TEXT3,
        )
        for part in (self.period, self.warning, self.bars, boxed(self._sides), self.measured_box, self.note):
            self.add(part)
        if self.action is not None:
            self.action.clicked.connect(lambda: self._context.navigate.show_page("settings", section="figures"))

    def _explain(self) -> Explanation:
        return Explanation(
            self.tr("New and existing customers"),
            self.tr(
                "What campaigns of the last 12 months cost is split by whom they were sent to: people who had not bought before are new, "
                "and so is everything spent on “Bring a friend”. Beside it stands the margin of those reached from that day on."
            ),
            self.tr("Example: ¥30,000 for new customers, 12 won: ¥2,500 each. Those reached brought ¥48,000: profit on cost 60%."),
            self.tr("Profit on cost = (margin − spent) ÷ spent, over 12 months"),
        )

    def _show_warning(self, view: SpendingView) -> None:
        flow = view.flow
        is_shrinking = flow is not None and flow.is_shrinking
        set_shown(self.warning, is_shrinking)
        if flow is not None and is_shrinking:
            title = self.tr("Fewer customers are won than lost")
            body = self.tr("In the last {months} months {new} came for the first time and {lost} no longer came.")
            words = body.format(months=flow.months, new=people_count(flow.new), lost=people_count(flow.lost))
            self.warning.set(Tone.WARN, title, words, "")
