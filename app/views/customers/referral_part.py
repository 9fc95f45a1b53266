"""ご紹介: the code with which a customer introduces others, who came through it, and what that has brought."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.codes import Brought, BroughtRow, ReferralView, written
from app.domain.customer_rows import CustomerView
from app.domain.dates import DateStyle
from app.domain.formats import EMPTY_CELL, CountUnit, format_count
from app.domain.money import Currency, currency_of, format_money
from app.domain.names import initials
from app.views.labels_customers import polite_name
from app.views.moments import day_text, language
from app.views.theme import TextStyle, Tone
from app.views.widgets.labels import Text, Title, WrapLabel
from app.views.widgets.layouts import STRETCH, column, hairline, row, set_shown
from app.views.widgets.row_list import RowContent, RowList


class ReferralPart(QWidget):
    """`customer_requested`: the id of somebody who was introduced."""

    customer_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.code = Text("", TextStyle.BODY_BOLD, Tone.TEXT)
        self.summary = WrapLabel("", TextStyle.BODY, Tone.TEXT)
        self.hint = WrapLabel(
            self.tr("Whoever names this code when they come was introduced by this customer. Both get the points of the rule, once."),
            TextStyle.CAPTION,
            Tone.TEXT2,
        )
        self.people = RowList(self.tr("Introduced by this customer"), row_height=44, grows=True)
        self.people.set_open_on_click(True)
        self.people.activated_key.connect(self._on_activated)
        title = Title(self.tr("Introductions"))
        self.setLayout(column(row(title, STRETCH, self.code), self.summary, self.people, self.hint, hairline(), gap=6))

    def show_customer(self, view: CustomerView) -> None:
        referrals, currency = view.referrals, currency_of(view.currency)
        self.code.setText(self.tr("Code {code}").format(code=written(referrals.code)) if referrals.code else "")
        self.summary.setText(self._told(referrals, currency))
        self.people.set_rows([self._row(person, currency) for person in referrals.people])
        set_shown(self.people, bool(referrals.people))

    def _told(self, referrals: ReferralView, currency: Currency) -> str:
        if not referrals.people:
            return self.tr("Nobody was introduced yet.")
        direct = self._sum(self.tr("Introduced: {people} · gross margin {margin}"), referrals.direct, currency)
        if not referrals.indirect.count:
            return direct
        return "\n".join((direct, self._sum(self.tr("Through them: {people} · gross margin {margin}"), referrals.indirect, currency)))

    def _sum(self, sentence: str, brought: Brought, currency: Currency) -> str:
        people = format_count(brought.count, CountUnit.CUSTOMERS, language())
        return sentence.format(people=people, margin=format_money(brought.margin, currency, language()))

    def _row(self, person: BroughtRow, currency: Currency) -> RowContent:
        name = polite_name(person.name, is_company=person.is_company)
        via = self.tr("through {name}").format(name=person.via) if person.level > 1 else ""
        first = self.tr("no visit yet")
        if person.first_day is not None:
            first = self.tr("first visit {day}").format(day=day_text(person.first_day, DateStyle.TABLE))
        coded = self.tr("with a code") if person.points_given else ""
        margin = format_money(person.margin, currency, language()) if person.first_day else EMPTY_CELL
        detail = " · ".join(part for part in (via, first, coded) if part)
        return RowContent(
            person.customer_id,
            name,
            detail=detail,
            avatar=initials(person.name),
            side=margin,
            accessible=f"{name} {detail} {margin}",
        )

    def _on_activated(self, key: object) -> None:
        if isinstance(key, int):
            self.customer_requested.emit(key)
