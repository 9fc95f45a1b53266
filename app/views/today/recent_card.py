"""The latest visits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.domain.formats import format_day_relative
from app.domain.money import currency_of, format_money
from app.domain.names import initials
from app.views.labels_customers import polite_name
from app.views.moments import language
from app.views.widgets.card import Card
from app.views.widgets.labels import WrapLabel
from app.views.widgets.row_list import RowContent, RowList

if TYPE_CHECKING:
    from app.queries.recent import RecentVisit


class RecentCard(Card):
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__(self.tr("Latest visits"))
        self.list = RowList(self.tr("Latest visits"), row_height=52)
        self.list.set_open_on_click(True)
        self.none = WrapLabel(self.tr("What you record with “Record a visit” stands here."))
        self.add_list(self.list)
        self.add(self.none)
        self._customers: dict[int, int] = {}
        self.list.activated_key.connect(self._on_opened)

    def show_visits(self, visits: Sequence[RecentVisit], currency: str, today: date) -> None:
        money = currency_of(currency)
        self._customers = {visit.purchase_id: visit.customer_id for visit in visits if visit.customer_id is not None}
        self.list.set_rows(
            [
                RowContent(
                    visit.purchase_id,
                    polite_name(visit.name) if visit.name else self.tr("Without a customer"),
                    detail=visit.product,
                    avatar=initials(visit.name) if visit.name else "—",
                    side=format_money(visit.amount, money, language()),
                    side_detail=format_day_relative(visit.day, today, language()),
                )
                for visit in visits
            ]
        )
        self.list.setVisible(bool(visits))
        self.none.setVisible(not visits)

    def _on_opened(self, key: object) -> None:
        customer = self._customers.get(key) if isinstance(key, int) else None
        if customer is not None:
            self.opened.emit(customer)
