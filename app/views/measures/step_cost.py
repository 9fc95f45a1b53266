"""Step 4: what it costs, filled in from the shop's own prices, and what it must bring to be worth it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.measure_cost import LARGEST_AMOUNT, MeasureCost
from app.domain.measure_results import Effect, payback_months, return_of
from app.domain.measures import BY_POST, MeasureChannel
from app.domain.money import JPY, Currency, format_amount
from app.domain.numbers import EMPTY_CELL, format_number
from app.views.measures.cost_words import CostWords
from app.views.measures.list_words import money
from app.views.measures.wizard_cost import usual_margin
from app.views.measures.wizard_desk import Desk
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import Title, WrapLabel
from app.views.widgets.layouts import ScrollColumn, boxed, hairline, row, set_shown
from app.views.widgets.number_field import MoneyField, NumberField
from app.views.widgets.summary import SummaryLine

_MONEY = ("postage", "printing", "offer", "wage", "initial", "running", "training", "other")
_MONTH = 30


class StepCost(ScrollColumn):
    def __init__(self, desk: Desk) -> None:
        super().__init__(gap=8, margins=(0, 0, 10, 0))
        self._desk = desk
        self._hidden: frozenset[str] = frozenset({"spread_months"})
        self._build()
        self._connect()

    def focus_first(self) -> None:
        first = next(box.field for name, box in self.boxes.items() if name not in self._hidden)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_plan(self) -> None:
        plan, currency = self._desk.plan, self._currency()
        cost = plan.cost
        values = {name: getattr(cost, name) for name in (*_MONEY, "minutes", "minutes_once", "spread_months")}
        values |= {"offer_share": 100 * cost.offer_share, "rate": None if plan.expected_rate is None else 100 * plan.expected_rate}
        values |= {"margin": plan.expected_margin}
        names = self._names.names(currency)
        for name, box in self.boxes.items():
            field = box.field
            box.label.setText(names[name])
            if isinstance(field, MoneyField):
                field.set_currency(currency)
            if isinstance(field, NumberField) and not field.hasFocus():
                value = values[name]
                field.set_value(None if value is None else Decimal(str(round(value, 2))))
        is_piece = plan.channel in BY_POST
        hidden = set() if is_piece else {"postage", "printing", "offer", "offer_share"}
        hidden |= set() if plan.channel is not MeasureChannel.POINTS else {"minutes"}
        self._hidden = frozenset(hidden if cost.initial else {*hidden, "spread_months"})
        self._show_past()
        self._place()
        self._show_return()

    def _build(self) -> None:
        self.title = Title(self.tr("What does it cost, and what must it bring?"), TextStyle.DIALOG_TITLE)
        self.why = WrapLabel(
            self.tr("Filled in from the prices in Settings and from what these customers did so far. Change what is different this time."),
            TextStyle.BODY,
            Tone.TEXT2,
        )
        self._names = CostWords(self)
        names = self._names.names(self._currency())
        share, rate = NumberField(0, 100, decimals=1), NumberField(0, 100, decimals=1)
        minutes, once = NumberField(0, 600, decimals=1), NumberField(0, 10**6, step=10)
        fields: dict[str, NumberField] = {
            "postage": MoneyField(minimum=0, step=1),
            "printing": MoneyField(minimum=0, step=1),
            "offer": MoneyField(minimum=0),
            "offer_share": share,
            "minutes": minutes,
            "minutes_once": once,
            "wage": MoneyField(minimum=0),
            "training": MoneyField(minimum=0),
            "initial": MoneyField(minimum=0),
            "spread_months": NumberField(1, 120),
            "running": MoneyField(minimum=0),
            "other": MoneyField(minimum=0),
            "rate": rate,
            "margin": MoneyField(minimum=0),
        }
        self.boxes = {name: FormField(names[name], field) for name, field in fields.items()}
        self.boxes["rate"].set_hint(self.tr("Of those it is sent to. Leave it empty when you do not know."))
        self._costs, self._effects = _Pairs(), _Pairs()
        self.needed = WrapLabel("", TextStyle.BODY_BOLD, Tone.TEXT)
        self.base = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        self.roi, self.payback = SummaryLine(self.tr("Profit on cost, expected")), SummaryLine(self.tr("Pays back within"))
        returns = row(gap=16)
        for line in (self.roi, self.payback):
            returns.addWidget(line, 1, Qt.AlignmentFlag.AlignTop)
        parts = (self.title, self.why, self._costs, hairline(), Title(self.tr("Expected effect")), self.needed, self.base, self._effects)
        for part in parts:
            self.body.addWidget(part)
        self.body.addWidget(boxed(returns))
        self.body.addStretch(1)
        self._place()

    def _connect(self) -> None:
        self._desk.changed.connect(self.show_plan)
        for name, box in self.boxes.items():
            if isinstance(box.field, NumberField):
                box.field.value_changed.connect(lambda name=name: self._on_typed(name))

    def _currency(self) -> Currency:
        return JPY if self._desk.around is None else self._desk.around.currency

    def _place(self) -> None:
        effects = ("rate", "margin")
        self._costs.place([box for name, box in self.boxes.items() if name not in effects and name not in self._hidden])
        self._effects.place([self.boxes[name] for name in effects])

    def _on_typed(self, name: str) -> None:
        field = self.boxes[name].field
        if not isinstance(field, NumberField):
            return
        value = field.value()
        is_readable = bool(value is not None or not field.text().strip())
        self.boxes[name].set_error("" if is_readable else self.tr("Please enter a number that can be."))
        if not is_readable:
            return
        if name == "rate":
            self._desk.change(expected_rate=None if value is None else float(value) / 100)
        elif name == "margin":
            self._desk.change(expected_margin=None if value is None else int(value))
        else:
            self._desk.change(cost=_with(self._desk.plan.cost, name, 0.0 if value is None else float(value)))

    def _show_past(self) -> None:
        """What the earlier ones of the kind brought, as a hint; what is expected this time is the owner's to say."""
        around = self._desk.around
        rate = None if around is None else around.past_rate
        if around is None or rate is None:
            self.boxes["rate"].set_hint(self.tr("Of those it is sent to. Leave it empty when you do not know."))
            return
        known = sum(one.rate is not None for one in around.past)
        words = self.tr("In %n earlier campaign(s) of this aim: {rate} %.", "", known)
        self.boxes["rate"].set_hint(words.format(rate=format_number(100 * rate, 1)))

    def _show_return(self) -> None:
        desk, currency = self._desk, self._currency()
        lines, sent = desk.lines(), desk.sent
        power = None if desk.found is None else desk.found.power
        margin = desk.plan.expected_margin or usual_margin(power)
        if power is not None:
            words = self.tr("Of these people about {rate} % come within {days} days anyway, and each of them brings {amount} profit.")
            rate = format_number(100 * power.base_rate, 1)
            self.base.setText(words.format(rate=rate, days=desk.plan.window_days, amount=money(usual_margin(power) or 0, currency)))
        set_shown(self.base, power is not None and usual_margin(power) is not None)
        field = self.boxes["margin"].field
        if isinstance(field, MoneyField):
            usual = usual_margin(power)
            field.setPlaceholderText("" if usual is None else format_amount(usual, currency))
        if margin and sent:
            count = -(-lines.total // margin)
            words = self.tr("It pays for itself when %n more come than would have come anyway, of {sent}.", "", count)
            self.needed.setText(words.format(sent=format_number(sent)))
        set_shown(self.needed, bool(margin and sent))
        self._show_expected(margin, currency)

    def _show_expected(self, margin: int | None, currency: Currency) -> None:
        desk, lines = self._desk, self._desk.lines()
        rate = desk.plan.expected_rate
        if rate is None or not margin or not desk.sent:
            self.roi.set(EMPTY_CELL, self.tr("As soon as you say how many come because of it."))
            self.payback.set(EMPTY_CELL)
            return
        each = rate * margin
        found = return_of(Effect(each, each, each, 0.0, 1.0), desk.sent, lines.total)
        gain = money(each * desk.sent - lines.total, currency)
        worth = EMPTY_CELL if found.value is None else self.tr("{percent} %").format(percent=format_number(100 * found.value, 0))
        self.roi.set(worth, self.tr("{amount} more profit than cost").format(amount=gain))
        months = max(1, -(-desk.plan.window_days // _MONTH))
        extra = (each * desk.sent - (lines.total - lines.initial - lines.running)) / months
        needed = payback_months(lines.initial, extra, desk.plan.cost.running)
        if needed is None or each * desk.sent < lines.total:
            self.payback.set(self.tr("It does not pay back"))
        elif not lines.initial:
            self.payback.set(self.tr("At once"), self.tr("Nothing is bought for it."))
        else:
            self.payback.set(self.tr("{count} months").format(count=format_number(needed, 1)))


class _Pairs(QWidget):
    """Fields, up to three beside each other, as many as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[FormField] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        px = theme_of(self).px
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(8))

    def place(self, boxes: list[FormField]) -> None:
        if boxes == self._shown:
            return
        for box in self._shown:
            self._grid.removeWidget(box)
            box.setVisible(box in boxes)
        self._shown, self._columns = boxes, 0
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._widest(), self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _widest(self) -> int:
        return max((box.minimumSizeHint().width() for box in self._shown), default=0)

    def _fit(self) -> None:
        gap = self._grid.horizontalSpacing()
        columns = max(1, min(3, (self.width() + gap) // max(1, self._widest() + gap)))
        if columns == self._columns:
            return
        self._columns = columns
        for number in range(3):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)
        for number, box in enumerate(self._shown):
            self._grid.removeWidget(box)
            self._grid.addWidget(box, number // columns, number % columns, Qt.AlignmentFlag.AlignTop)
            set_shown(box, True)


def _with(cost: MeasureCost, name: str, value: float) -> MeasureCost:
    """One of its numbers typed anew; per cent become a share."""
    if name == "offer_share":
        return replace(cost, offer_share=min(1.0, value / 100))
    if name in ("minutes", "minutes_once"):
        return replace(cost, **{name: value})  # type: ignore[arg-type]
    amount = min(int(value), LARGEST_AMOUNT)
    return replace(cost, **{name: max(1, amount) if name == "spread_months" else amount})
