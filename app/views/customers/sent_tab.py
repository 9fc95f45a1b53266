"""送ったもの: the printed pieces recorded as sent to a customer."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.customer_rows import CustomerView, SentRow
from app.domain.formats import format_day_relative
from app.views.customers.sent_words import fate_text, promise_text
from app.views.moments import day_text, language
from app.views.tokens import Tone
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layouts import column, set_shown
from app.views.widgets.row_list import RowContent, RowList


class SentTab(QWidget):
    card_requested = Signal()

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
        self.setLayout(column(self.list, self.nothing, gap=0, margins=(2, 8, 2, 8)))

    def show_customer(self, view: CustomerView, today: date) -> None:
        name = view.card.fields.name
        rows = [self._row(sent, place, name, today) for place, sent in enumerate(view.sent)]
        self.list.set_rows(rows)
        set_shown(self.list, bool(rows))
        set_shown(self.nothing, not rows)
        set_shown(self.nothing.link, not view.card.fields.do_not_contact)

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
