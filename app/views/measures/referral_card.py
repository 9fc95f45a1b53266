"""ご紹介: who brought whom, what came of it, and to whom thanks are still owed."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.domain.dates import DateStyle
from app.domain.formats import CountUnit, format_count
from app.domain.money import currency_of, format_money
from app.domain.spending import ReferralResults, ReferrerRow
from app.views.labels_figures import people_count
from app.views.moments import day_text, language
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton
from app.views.widgets.card import Card
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.explanation import Explanation
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, row, set_shown
from app.views.widgets.table_view import Column, SimpleTable

MOST_ROWS = 10


class ReferralCard(Card):
    """`people_requested(title, ids)`: those somebody brought, or the referrers without thanks."""

    people_requested = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(self.tr("Who brought whom"), explanation=self._explain(), gap=8)
        self._results: ReferralResults | None = None
        self.finding = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        columns = (
            Column("name", self.tr("Brought by"), stretch=True),
            Column("brought", self.tr("Brought"), numeric=True),
            Column("buyers", self.tr("Have bought"), numeric=True),
            Column("margin", self.tr("Margin so far"), numeric=True),
            Column("day", self.tr("Last one")),
            Column("thanks", self.tr("Thanks")),
        )
        self.table = SimpleTable(columns, self.tr("Who brought whom"), grows=True)
        self.more = WrapLabel("", TextStyle.CAPTION, Tone.TEXT3)
        self.unthanked = NormalButton("", "mail", small=True)
        self.empty = EmptyState(
            "user-plus",
            self.tr("Nobody has been brought yet"),
            self.tr("Note with a customer who brought them, or hand out cards with a referral code: then it stands here what that brings."),
        )
        for part in (self.finding, self.table, self.more):
            self.add(part)
        self.add(row(self.unthanked, STRETCH))
        self.add(self.empty)
        self.table.key_activated.connect(self._on_row)
        self.unthanked.clicked.connect(self._on_unthanked)

    def set_results(self, results: ReferralResults) -> None:
        self._results = results
        money = currency_of(results.currency)
        has_rows = bool(results.rows)
        for part in (self.finding, self.table):
            set_shown(part, has_rows)
        set_shown(self.empty, not has_rows)
        words = self.tr("{referrers} brought {brought}, who have brought {margin} of margin so far.")
        referrers, margin = people_count(len(results.rows)), format_money(results.margin, money, language())
        self.finding.setText(words.format(referrers=referrers, brought=people_count(results.brought), margin=margin))
        shown = results.rows[:MOST_ROWS]
        self.table.set_rows([(one.customer_id, self._cells(one, results.currency)) for one in shown])
        set_shown(self.more, len(results.rows) > len(shown))
        self.more.setText(self.tr("%n more brought less.", "", len(results.rows) - len(shown)))
        count = len(results.unthanked_ids)
        set_shown(self.unthanked, bool(count))
        self.unthanked.setText(self.tr("Thank the %n customer(s) not thanked yet", "", count))

    def _explain(self) -> Explanation:
        return Explanation(
            self.tr("Who brought whom"),
            self.tr(
                "Everybody in whose record it is noted who brought them. Margin is all that those brought have brought so far. Thanks "
                "count when points were given for it, or a thank-you card or campaign went out since."
            ),
            self.tr("Example: Ms Yoshida brought 3 people, 2 of whom have bought for ¥24,000 of margin."),
        )

    def _cells(self, one: ReferrerRow, currency: str) -> tuple[str, ...]:
        thanks = (
            self.tr("given")
            if not one.unthanked
            else self.tr("{thanked} of {brought}").format(thanked=one.thanked, brought=len(one.brought))
        )
        return (
            one.name,
            format_count(len(one.brought), CountUnit.CUSTOMERS, language()),
            format_count(one.buyers, CountUnit.CUSTOMERS, language()),
            format_money(one.margin, currency_of(currency), language()),
            "" if one.last_day is None else day_text(one.last_day, DateStyle.TABLE),
            thanks,
        )

    def _on_row(self, key: object) -> None:
        found = next((one for one in self._results.rows if one.customer_id == key), None) if self._results is not None else None
        if found is not None:
            self.people_requested.emit(self.tr("Brought by {name}").format(name=found.name), list(found.brought))

    def _on_unthanked(self) -> None:
        if self._results is not None:
            self.people_requested.emit(self.tr("Brought somebody, not thanked yet"), list(self._results.unthanked_ids))
