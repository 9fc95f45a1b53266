"""The four figures of points: owed, likely used, what the programme cost, and what lapses next."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.figures import PointHolders, PointsLapsing, PointUsers
from app.domain.formats import CountUnit, format_count
from app.domain.money import Currency, format_money
from app.domain.numbers import format_percent, format_rate
from app.domain.periods import Period
from app.domain.point_money import PointMoney
from app.views.labels_figures import number_and_unit
from app.views.moments import language, short_day
from app.views.points.sentences import points_text
from app.views.points.tier_words import plain_day
from app.views.theme import Tone, theme_of
from app.views.widgets.explanation import Explanation
from app.views.widgets.kpi_card import Delta, KpiCard

PADDING = 7


class PointTiles(QWidget):
    """`names_requested(spec, title)`; `months_requested` to see the cost month by month."""

    names_requested = Signal(object, str)
    months_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._money: PointMoney | None = None
        self._build()

    def set_money(self, money: PointMoney, currency: Currency) -> None:
        self._money = money
        spoken = language()
        last = next(owed for owed in money.balance_days if owed.day < money.day)
        owed_note = self.tr("{points} · {amount} on {day}").format(
            points=points_text(money.points), amount=format_money(last.money, currency, spoken), day=short_day(last.day, money.day)
        )
        self.owed.set(format_money(money.owed, currency, spoken), "", owed_note)
        percent = format_percent(money.used.share, 0)
        used_note = (
            self.tr("{percent} were used so far") if not money.used.is_usual else self.tr("estimated with {percent}, as usual in shops")
        )
        self.expected.set(format_money(money.expected, currency, spoken), "", used_note.format(percent=percent))
        share = format_rate(money.cost, money.sales, 2)
        self.cost.set(format_money(money.cost, currency, spoken), "", self.tr("{percent} of sales").format(percent=share))
        self._set_lapse(money)

    def set_columns(self, columns: int) -> None:
        """How many stand in a line."""
        self._grid.setSpacing(theme_of(self).px(12))
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
            self._grid.setColumnStretch(place, 1 if place < columns else 0)

    def _build(self) -> None:
        self.owed = KpiCard(self.tr("Points owed"), self._explain_owed(), padding=PADDING)
        self.expected = KpiCard(self.tr("Likely to be used"), self._explain_expected(), padding=PADDING)
        self.cost = KpiCard(self.tr("Cost in 12 months"), self._explain_cost(), padding=PADDING)
        self.lapse = KpiCard(self.tr("Lapsing next"), self._explain_lapse(), padding=PADDING)
        self._cards = (self.owed, self.expected, self.cost, self.lapse)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._grid)
        self.set_columns(len(self._cards))
        self.owed.clicked.connect(self._on_holders)
        self.expected.clicked.connect(self._on_holders)
        self.cost.clicked.connect(self._on_users)
        if self.cost.explanation_button is not None:
            self.cost.explanation_button.more_requested.connect(self.months_requested)
        self.lapse.clicked.connect(self._on_lapse)

    def _set_lapse(self, money: PointMoney) -> None:
        following = money.next_lapse
        if following is None:
            self.lapse.label.setText(self.tr("Lapsing next"))
            self.lapse.set("—", "", self.tr("no points have an end"))
            return
        day = plain_day(following.day, money.day)
        self.lapse.label.setText(self.tr("Lapse after {day}").format(day=day))
        points = format_count(following.points, CountUnit.POINTS, language())
        self.lapse.set(*number_and_unit(following.people), points, Delta.NONE, Tone.ACCENT)

    def _explain_owed(self) -> Explanation:
        return Explanation(
            self.tr("Points owed"),
            self.tr("What all customers have in points, in money as today's rule counts a point."),
            self.tr("Example: 186,420 points at 1 yen each are ¥186,420."),
            self.tr("Sum of all open points × worth of a point"),
        )

    def _explain_expected(self) -> Explanation:
        return Explanation(
            self.tr("Likely to be used"),
            self.tr("What of it customers will probably use, estimated from how much was used of the points whose time is up."),
            self.tr("Example: of 10,000 points whose time was up 8,200 had been used: 82%."),
            self.tr("Points owed × used ÷ (used + lapsed), of the last two years. Below 30 such lots 80% is taken."),
        )

    def _explain_cost(self) -> Explanation:
        return Explanation(
            self.tr("Cost in 12 months"),
            self.tr("What points paid for in the last 12 finished months, and rewards at what they cost the shop."),
            self.tr("Example: points used for ¥180,000 and rewards for ¥4,200 make ¥184,200."),
            self.tr("Points used × worth of a point + rewards at cost; beside it the share of net sales"),
            self.tr("Month by month"),
        )

    def _explain_lapse(self) -> Explanation:
        return Explanation(
            self.tr("Lapsing next"),
            self.tr("Who loses points next, and how many, if they are not used before. On the day itself they can still be used."),
            self.tr("Whoever left, is archived or wants no contact is counted too: the shop owes them their points until then."),
        )

    def _on_holders(self) -> None:
        if self._money is not None:
            self.names_requested.emit(PointHolders(self._money.day), self.tr("Customers with points"))

    def _on_users(self) -> None:
        if self._money is not None:
            months = self._money.months
            self.names_requested.emit(PointUsers(Period(months[0].period.start, months[-1].period.end)), self.tr("Who used points"))

    def _on_lapse(self) -> None:
        if self._money is not None and self._money.next_lapse is not None:
            day = self._money.next_lapse.day
            title = self.tr("Points lapse after {day}").format(day=plain_day(day, self._money.day))
            self.names_requested.emit(PointsLapsing(Period(day, day + timedelta(days=1))), title)
