"""お会計: what it comes to, live, with the tax in it; and the points before and after."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.domain.counter import CounterPoints, Reckoning
from app.domain.money import JPY, Currency, format_money
from app.domain.numbers import MINUS, format_number, format_percent
from app.domain.shop import TaxEntry
from app.views.moments import language
from app.views.points.sentences import counter_hint
from app.views.theme import TextStyle, Tone
from app.views.widgets.announce import announce
from app.views.widgets.labels import NumberText, Text, Title, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, column, hairline, row, set_shown

_SETTLED_MS = 1_000


class BillLine(QWidget):
    """What it is at the left, how much at the right; hidden while there is nothing to say."""

    def __init__(self, label: str = "", style: TextStyle = TextStyle.BODY, tone: Tone = Tone.TEXT2) -> None:
        super().__init__()
        self.label = Text(label, style, tone)
        self.value = NumberText("", style, Tone.TEXT if tone is Tone.TEXT2 else tone)
        self.setLayout(row(self.label, STRETCH, self.value, gap=8))

    def set(self, value: str, *, shown: bool = True) -> None:
        self.value.setText(value)
        set_shown(self, shown)


class Bill(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._currency: Currency = JPY
        self._entry = TaxEntry.INCLUDED
        self._build()
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._on_settled)

    def set_basis(self, currency: Currency, entry: TaxEntry) -> None:
        self._currency, self._entry = currency, entry

    def show_sums(self, sums: Reckoning, *, has_offer: bool = False) -> None:
        """`has_offer`: the discount is that of a card."""
        self.subtotal_line.label.setText(self.tr("Subtotal (%n item(s))", "", sums.lines))
        self.subtotal_line.set(self._money(sums.subtotal))
        self.discount_line.label.setText(self.tr("Discount (card)") if has_offer else self.tr("Discount"))
        self.discount_line.set(self._money(-sums.discount), shown=bool(sums.discount))
        self.points_line.set(self._money(-sums.paid_by_points), shown=bool(sums.paid_by_points))
        self.tax_line.set(self._money(sums.tax_on_top), shown=bool(sums.tax_on_top))
        set_shown(self._parts, bool(sums.discount or sums.paid_by_points or sums.tax_on_top))
        self.total.setText(self._money(sums.payment))
        self.tax.setText(self._tax_sentence(sums))
        set_shown(self.tax, bool(self.tax.text()))
        self._settled.start()

    @property
    def subtotal(self) -> NumberText:
        return self.subtotal_line.value

    @property
    def discount(self) -> NumberText:
        return self.discount_line.value

    def _build(self) -> None:
        self.subtotal_line, self.discount_line = BillLine(), BillLine(self.tr("Discount"))
        self.points_line, self.tax_line = BillLine(self.tr("Points")), BillLine(self.tr("Consumption tax"))
        self.total = NumberText("", TextStyle.KPI)
        self.total_label = Text(self.tr("Amount due"), TextStyle.BODY_BOLD)
        self.tax = NumberText("", TextStyle.CAPTION, Tone.TEXT2)
        lines = (self.subtotal_line, self.discount_line, self.points_line, self.tax_line)
        self._parts = boxed(column(*lines, hairline(), gap=5))
        total = row(self.total_label, STRETCH, self.total)
        self.setLayout(column(Title(self.tr("To pay")), self._parts, total, self.tax, gap=6))

    def _tax_sentence(self, sums: Reckoning) -> str:
        if not sums.taxes:
            return ""
        taxes = self.tr(", ").join(
            self.tr("{rate} {amount}").format(rate=format_percent(Fraction(part.rate), _digits(part.rate)), amount=self._money(part.tax))
            for part in sums.taxes
        )
        return self.tr("Consumption tax in it: {taxes}").format(taxes=taxes)

    def _money(self, amount: int) -> str:
        return format_money(amount, self._currency, language())

    def _on_settled(self) -> None:
        announce(self, f"{self.total_label.text()} {self.total.text()}")


class PointsBill(QWidget):
    """ポイント: now, used, earned and afterwards, and by which rule."""

    def __init__(self) -> None:
        super().__init__()
        self._currency: Currency = JPY
        self._build()

    def set_currency(self, currency: Currency) -> None:
        self._currency = currency

    def show_points(
        self, points: CounterPoints | None, sums: Reckoning, *, offered: int = 0, introduction: int = 0, is_edit: bool = False
    ) -> None:
        """`offered`: points a card gives on top, `introduction` those for having been introduced; `is_edit`: the balance is without the
        visit shown."""
        set_shown(self, points is not None and points.rule is not None)
        if points is None or points.rule is None:
            return
        self.now.label.setText(self.tr("Points without this visit") if is_edit else self.tr("Points now"))
        self.now.set(format_number(sums.balance))
        self.used.set(f"{MINUS}{format_number(sums.points_used)}", shown=bool(sums.points_used))
        self.earned.set(f"+{format_number(sums.earned)}", shown=points.rule.is_on)
        self.offered.set(f"+{format_number(offered)}", shown=bool(offered))
        self.introduction.set(f"+{format_number(introduction)}", shown=bool(introduction))
        self.after.set(format_number(sums.balance_after + offered + introduction))
        self.rule.setText(self._rule_words(points, sums.points_used))
        set_shown(self.rule, bool(self.rule.text()))

    def _build(self) -> None:
        self.now, self.used = BillLine(self.tr("Points now")), BillLine(self.tr("Used this time"))
        self.earned = BillLine(self.tr("Earned this time"), TextStyle.BODY_BOLD, Tone.OK)
        self.offered = BillLine(self.tr("From the card"), TextStyle.BODY, Tone.OK)
        self.introduction = BillLine(self.tr("For the introduction"), TextStyle.BODY, Tone.OK)
        self.after = BillLine(self.tr("After this visit"), TextStyle.BODY_BOLD, Tone.TEXT)
        self.rule = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        lines = (self.now, self.used, self.earned, self.offered, self.introduction)
        self.setLayout(column(hairline(), Title(self.tr("Points")), *lines, hairline(), self.after, self.rule, gap=5))

    def _rule_words(self, points: CounterPoints, used: int) -> str:
        hint = counter_hint(points.rule, self._currency, points.tier, points.basis)
        lapse = points.next_lapse
        if lapse is None or lapse.expires is None or not used or used < lapse.left:
            return hint
        uses_up = self.tr("The {points} that lapse are used up.").format(points=format_number(lapse.left))
        return self.tr("{rule}. {more}").format(rule=hint, more=uses_up) if hint else uses_up


def _digits(rate: object) -> int:
    return 0 if Fraction(str(rate)) * 100 % 1 == 0 else 1
