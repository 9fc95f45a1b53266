"""The visits of the last seven days, newest first, and thanks for those who came."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from app.domain.formats import format_days_ago
from app.domain.money import currency_of, format_money
from app.domain.names import initials
from app.domain.today import RecentVisit, TodayView
from app.views.labels_customers import polite_name
from app.views.labels_figures import people_count
from app.views.moments import day_text, language
from app.views.widgets.buttons import LinkButton
from app.views.widgets.card import Card
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layouts import STRETCH, boxed, column, row
from app.views.widgets.row_list import RowContent, RowList


class VisitsCard(Card):
    customer_opened = Signal(int)
    thanks_requested = Signal()
    slips_requested = Signal()

    def __init__(self, today: date) -> None:
        super().__init__(self.tr("Latest visits"), action=self.tr("Enter slips"))
        self._today = today
        self._build()
        self._connect()

    def set_view(self, view: TodayView, today: date) -> None:
        self._today = today
        self.rows.set_rows(list(self._rows(view)))
        self.rows.setVisible(bool(view.visits))
        self._nobody.setVisible(not view.visits)
        self.thanks.setText(self.tr("Thank-you cards for {people}").format(people=people_count(len(view.thanks))))
        self.set_footer_shown(bool(view.thanks))

    def _build(self) -> None:
        self.rows = RowList(self.tr("Latest visits"), row_height=46, uniform=False)
        self.rows.set_open_on_click(True)
        # The list takes the room there is; it asks for none.
        self.rows.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._nobody = EmptyState(
            "calendar", self.tr("No visits in the last 7 days"), self.tr("Visits you record are listed here at once.")
        )
        self.add_list(boxed(column(self.rows, self._nobody, gap=0)))
        self.thanks = LinkButton("", "mail", small=True)
        self.set_footer(row(self.thanks, STRETCH))

    def _connect(self) -> None:
        self.rows.activated_key.connect(self._on_opened)
        self.thanks.clicked.connect(self.thanks_requested)
        if self.action is not None:
            self.action.setToolTip(self.tr("Enter the visits of a day from a stack of slips (Ctrl+Shift+D)"))
            self.action.clicked.connect(self.slips_requested)

    def _rows(self, view: TodayView) -> Iterator[RowContent]:
        currency = currency_of(view.currency)
        for day, visits in groupby(view.visits, key=lambda visit: visit.day):
            yield RowContent(f"day {day}", self._day_name(day), heading=True)
            for visit in visits:
                yield RowContent(
                    (visit.customer_id, visit.day),
                    polite_name(visit.name, is_company=visit.is_company),
                    detail=self._products(visit),
                    avatar=initials(visit.name),
                    side=format_money(visit.amount, currency, language()),
                )

    def _day_name(self, day: date) -> str:
        days = (self._today - day).days
        if days > 1:
            return day_text(day, today=self._today)
        near = format_days_ago(days, language())
        return near[:1].upper() + near[1:]

    def _products(self, visit: RecentVisit) -> str:
        return self.tr(", ").join(visit.products)

    def _on_opened(self, key: object) -> None:
        if isinstance(key, tuple):
            self.customer_opened.emit(key[0])
