"""Step 3: after how many days without a visit a customer counts as no longer coming."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.domain.shop import LONGEST_WINDOW, SHORTEST_WINDOW, TRADE_DEFAULTS, FigurePeriod, ShopFields
from app.views.labels_shop import period_options
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import Text, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, column, row
from app.views.widgets.number_field import NumberField
from app.views.widgets.segmented import Segmented


class DaysStep(QWidget):
    def __init__(self, shop: ShopFields) -> None:
        super().__init__()
        self._shop = shop
        self._build()

    def shop(self) -> ShopFields:
        days = self._days.value()
        period = self._period.current()
        return replace(
            self._shop,
            window_days=int(days) if days is not None else self._shop.window_days,
            period=period if isinstance(period, FigurePeriod) else self._shop.period,
        )

    def first_field(self) -> QWidget:
        return self._days

    def check(self) -> bool:
        return self._days_field.validate()

    def _build(self) -> None:
        usual = TRADE_DEFAULTS[self._shop.trade]
        self._days = NumberField(SHORTEST_WINDOW, LONGEST_WINDOW)
        self._days.set_value(self._shop.window_days)
        self._period = Segmented(period_options(), self._shop.period, self.tr("Period of the figures"))
        hint = self.tr("Usual for this trade: {days} days.").format(days=usual.window_days)
        self._days_field = FormField(self.tr("Days without a visit until a customer counts as long not seen"), self._days, hint=hint)
        self._days_field.set_validator(self._problem)
        self._days.setMaximumWidth(theme_of(self).px(110))
        title = WrapLabel(self.tr("The usual number of days"), TextStyle.KPI, Tone.TEXT)
        lead = WrapLabel(
            self.tr(
                "The return rate counts who is still coming. With {days} days, a customer whose last visit is longer ago no longer counts. "
                "Each customer's own rhythm is looked at as well, once there are four visits."
            ).format(days=self._shop.window_days),
            TextStyle.BODY,
            Tone.TEXT2,
        )
        period = boxed(column(Text(self.tr("Period of the figures"), TextStyle.BODY, Tone.TEXT2), row(self._period, STRETCH), gap=4))
        self.setLayout(column(title, lead, 8, self._days_field, 4, period, STRETCH, gap=10))

    def _problem(self) -> str:
        if self._days.value() is not None:
            return ""
        return self.tr("Please type a number of days from {low} to {high}.").format(low=SHORTEST_WINDOW, high=LONGEST_WINDOW)
