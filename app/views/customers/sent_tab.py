"""送ったもの: the printed pieces recorded as sent to a customer, and the campaigns he was in."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.customer_rows import CustomerView, SentRow
from app.domain.formats import format_day_relative
from app.domain.measure_audience import MeasureOfCustomer
from app.domain.measures import Arm, MeasureState
from app.views.customers.sent_words import fate_text, promise_text
from app.views.moments import day_text, language
from app.views.tokens import Tone
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layouts import column, set_shown
from app.views.widgets.row_list import RowAction, RowContent, RowList

_MEASURE = "measure"


class SentTab(QWidget):
    """`measure_requested`: a campaign is to be looked at."""

    card_requested = Signal()
    measure_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.list = RowList(self.tr("Sent"))
        self.nothing = EmptyState(
            "mail",
            self.tr("Nothing was sent yet"),
            self.tr("A printed card is noted here in the same step."),
            "",
            self.tr("Print a thank-you card"),
        )
        self.nothing.link_clicked.connect(self.card_requested)
        self.list.activated_key.connect(self._on_opened)
        self.list.action_triggered.connect(lambda _action, key: self._on_opened(key))
        self.setLayout(column(self.list, self.nothing, gap=0, margins=(2, 8, 2, 8)))

    def show_customer(self, view: CustomerView, today: date) -> None:
        name = view.card.fields.name
        pieces = [(sent.day, self._row(sent, place, name, today)) for place, sent in enumerate(view.sent)]
        campaigns = [(one.sent_on, self._measure_row(one, today)) for one in view.measures]
        rows = [content for _day, content in sorted((*pieces, *campaigns), key=lambda one: one[0], reverse=True)]
        self.list.set_rows(rows)
        set_shown(self.list, bool(rows))
        set_shown(self.nothing, not rows)
        set_shown(self.nothing.link, not view.card.fields.do_not_contact)

    def _measure_row(self, one: MeasureOfCustomer, today: date) -> RowContent:
        words = {
            Arm.SENT: self.tr("Was in this campaign"),
            Arm.HELD: self.tr("Was left out of it by lot, to compare with"),
            Arm.GUEST: self.tr("Came as a guest"),
        }[one.arm]
        if one.came_on is not None and one.arm is not Arm.GUEST:
            words = self.tr("Came on {day}").format(day=day_text(one.came_on, today=today))
        is_running = one.state is MeasureState.STARTED and today < one.ends_on
        side = self.tr("until {day}").format(day=day_text(one.ends_on - timedelta(days=1), today=today)) if is_running else ""
        return RowContent(
            (_MEASURE, one.measure_id), one.name, what=self.tr("Campaign"), detail=words, icon="megaphone", icon_tone=Tone.PRIMARY,
            icon_circle=True, side=day_text(one.sent_on, today=today), side_detail=side, side_tone=Tone.TEXT2,
            actions=(RowAction("open", self.tr("Open")),),
        )  # fmt: skip

    def _on_opened(self, key: object) -> None:
        if isinstance(key, tuple) and key[0] == _MEASURE:
            self.measure_requested.emit(key[1])

    def _row(self, sent: SentRow, place: int, name: str, today: date) -> RowContent:
        fate = fate_text(sent, name)
        icon, tone = ("mail-check", Tone.OK) if fate else ("mail", Tone.INFO)
        if sent.returned_on is not None:
            icon, tone = "mail-x", Tone.WARN
        when = format_day_relative(sent.day, today, language())
        return RowContent(
            (sent.run_id, place),
            sent.title or self.tr("Thank-you card"),
            detail=promise_text(sent) or when,
            icon=icon,
            icon_tone=tone,
            icon_circle=True,
            side=day_text(sent.day, today=today),
            side_detail=fate or (when if promise_text(sent) else ""),
            side_tone=Tone.TEXT2,
        )
