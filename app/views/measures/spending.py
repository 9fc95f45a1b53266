"""新しいお客様と今のお客様: what is spent on either, what referrals brought, and what came of the events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain import spending as figures
from app.jobs.job import JobControl
from app.views.measures.event_results_card import EventResultsCard
from app.views.measures.referral_card import ReferralCard
from app.views.measures.spending_card import SpendingCard
from app.views.theme import theme_of
from app.views.widgets.layouts import ScrollColumn, column

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_FOLDS_BELOW = 760


@dataclass(frozen=True, slots=True)
class _Found:
    spending: figures.SpendingView
    referrals: figures.ReferralResults
    events: tuple[figures.EventRow, ...]


class SpendingView(QWidget):
    """`people_requested(title, ids)`; `measure_requested(id)`: open this event."""

    people_requested = Signal(str, object)
    measure_requested = Signal(int)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self.spending = SpendingCard(context)
        self.referrals = ReferralCard()
        self.events = EventResultsCard()
        scroll = ScrollColumn(gap=12, margins=(0, 0, 4, 0))
        for card in (self.spending, self.referrals, self.events):
            scroll.body.addWidget(card)
            card.people_requested.connect(self.people_requested)
        scroll.body.addStretch(1)
        self.events.measure_requested.connect(self.measure_requested)
        self.setLayout(column(scroll, gap=0))

    def refresh(self) -> None:
        today = self._context.clock.today()

        def op(session: Session, _control: JobControl) -> _Found:
            from app.queries.referral_results import events, referral_results
            from app.queries.spending import spending

            return _Found(spending(session, today), referral_results(session), events(session, today))

        self._context.tasks.query(op, self._on_found, owner=self, replaces="spending")

    def minimumSizeHint(self) -> QSize:
        """Two columns must not keep the window from being made narrower."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), theme_of(self).px(_FOLDS_BELOW)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.spending.fold(self.width() < theme_of(self).px(_FOLDS_BELOW))

    def _on_found(self, found: _Found) -> None:
        self.spending.set_view(found.spending)
        self.referrals.set_results(found.referrals)
        self.events.set_rows(found.events)
