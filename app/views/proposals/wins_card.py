"""How many suggestions were accepted, beside what is known in general; every number opens its names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.domain.explanations import CONTEXT as EXPLANATIONS_CONTEXT
from app.domain.money import Currency, format_money
from app.domain.numbers import format_percent, format_range
from app.domain.proposal_rows import WinRates, WinsBy, WinsOf
from app.domain.rates import RateStatus
from app.domain.tile_explanations import TILE_EXPLANATIONS
from app.domain.tiles import TileKey
from app.views.labels import translated
from app.views.moments import language
from app.views.proposals.words import part_text
from app.views.theme import TextStyle, Tone
from app.views.widgets.card import Card
from app.views.widgets.explanation import Explanation
from app.views.widgets.labels import Text, WrapLabel
from app.views.widgets.layouts import boxed, column, row, set_shown
from app.views.widgets.segmented import Segmented
from app.views.widgets.table_view import Column, SimpleTable

_BY = (WinsOf.SEGMENT, WinsOf.KIND, WinsOf.STAFF, WinsOf.PRODUCT)


class WinsCard(Card):
    """`names_requested` carries the ProposalsDecided behind a number and the title of its list."""

    names_requested = Signal(object, str)

    def __init__(self) -> None:
        known = TILE_EXPLANATIONS[TileKey.WIN_RATE]
        parts = (translated(EXPLANATIONS_CONTEXT, part) for part in (known.title, known.words, known.example, known.formula))
        super().__init__(self.tr("Accepted so far"), explanation=Explanation(*parts), action=self.tr("Names"))
        self._rates: WinRates | None = None
        self._build()
        assert self.action is not None
        self.action.clicked.connect(self._on_names)
        self.by.changed.connect(self._fill)
        self.table.key_activated.connect(self._on_part)

    def show_rates(self, rates: WinRates, money: Currency) -> None:
        self._rates = rates
        rate = rates.total.rate
        is_known = rate.rate is not None
        self.number.setText(format_percent(rate.rate))
        counted = self.tr("{accepted} of {decided} decided").format(accepted=rate.numerator, decided=rate.denominator)
        self.counted.setText(counted if is_known else self.tr("Nothing has been decided yet."))
        self.note.setText(self._note(rates, money))
        assert self.action is not None
        for part in (self.number, self.action, self.by, self.table):
            set_shown(part, is_known)
        self._fill()

    def _build(self) -> None:
        self.number = Text("", TextStyle.KPI)
        self.counted = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.note = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        words = self.tr("In general: 60–70% of customers one already has accept, 5–20% of new ones. These are not your figures.")
        self.general = WrapLabel(words, TextStyle.CAPTION, Tone.TEXT3)
        names = {
            WinsOf.SEGMENT: self.tr("Group"),
            WinsOf.KIND: self.tr("Kind"),
            WinsOf.STAFF: self.tr("Staff"),
            WinsOf.PRODUCT: self.tr("Product"),
        }
        self.by = Segmented([(by, names[by]) for by in _BY], WinsOf.SEGMENT, self.tr("By what"))
        columns = [
            Column("name", self.tr("Name"), stretch=True),
            Column("rate", self.tr("Accepted"), numeric=True),
            Column("of", self.tr("of"), numeric=True),
        ]
        self.table = SimpleTable(columns, self.tr("Accepted so far"), grows=True)
        self.add(boxed(column(row(self.number, gap=8), self.counted, self.note, self.general, gap=4)))
        self.add(self.by)
        self.add(self.table)

    def _note(self, rates: WinRates, money: Currency) -> str:
        rate, parts = rates.total.rate, []
        if rate.status is RateStatus.REFERENCE:
            parts.append(self.tr("Fewer than 30: for reference only."))
        elif rate.low is not None and rate.high is not None:
            parts.append(self.tr("Range of chance {range}").format(range=format_range(rate.low, rate.high)))
        if rates.amount:
            parts.append(self.tr("{amount} altogether").format(amount=format_money(rates.amount, money, language())))
        parts.append(self.tr("Open: {open} · not this time: {passed}").format(open=rates.open, passed=rates.passed))
        return "\n".join(parts)

    def _shown(self) -> Sequence[WinsBy]:
        by = self.by.current()
        return () if self._rates is None or not isinstance(by, WinsOf) else self._rates.parts[by]

    def _fill(self) -> None:
        rows = [
            (place, (part_text(one), format_percent(one.rate.rate), f"{one.rate.denominator:,}")) for place, one in enumerate(self._shown())
        ]
        self.table.set_rows(rows)

    def _on_names(self) -> None:
        if self._rates is not None:
            self.names_requested.emit(self._rates.total.people, self.tr("Suggestions that were decided"))

    def _on_part(self, place: object) -> None:
        rows = self._shown()
        if isinstance(place, int) and place < len(rows):
            title = self.tr("Suggestions that were decided: {part}").format(part=part_text(rows[place]))
            self.names_requested.emit(rows[place].people, title)
