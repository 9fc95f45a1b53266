"""Patterns: what is bought after what, and which customers leave. Looked for when asked, for it reads a year of receipts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.context import AppContext
from app.domain.formats import EMPTY_CELL, format_range
from app.domain.numbers import format_number, format_percent
from app.domain.rates import RateStatus
from app.domain.rates_by import FollowRow, PartRate, Patterns
from app.jobs.job import JobControl
from app.views.insights.figures_bar import filter_text
from app.views.insights.table_panel import FiguresTable
from app.views.labels_figures import percent_of_rate
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton
from app.views.widgets.card import Card
from app.views.widgets.explanation import Explanation
from app.views.widgets.labels import Text, WrapLabel
from app.views.widgets.layouts import STRETCH, clear, column, row, set_shown
from app.views.widgets.table_view import Column

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

NAMED = 3


class PatternCard(Card):
    """`names_requested(spec, title)`, `table_requested(FiguresTable)`."""

    names_requested = Signal(object, str)
    table_requested = Signal(object)

    def __init__(self, context: AppContext) -> None:
        title = self.tr("Patterns")
        super().__init__(title, explanation=self._explanation(title), gap=8)
        self._context = context
        self._found: Patterns | None = None
        self._build()
        self._connect()

    def set_patterns(self, found: Patterns) -> None:
        self._found = found
        clear(self._lines)
        self._add(self.tr("Bought after"), [self._follow_text(one) for one in found.follows if one.is_sure][:NAMED])
        self._add(self.tr("Who leaves"), [self._leave_text(one) for one in found.leaves if one.is_higher is not None][:NAMED])
        for button, rows in ((self.follows, found.follows), (self.leaves, found.leaves)):
            set_shown(button, bool(rows))
        self.look.setText(self.tr("Look again"))

    def follow_table(self) -> FiguresTable:
        found = self._found
        columns = (
            Column("first", self.tr("Bought first"), stretch=True),
            Column("then", self.tr("Then"), stretch=True),
            Column("buyers", self.tr("Customers"), numeric=True),
            Column("followed", self.tr("Of them then"), numeric=True),
            Column("share", self.tr("Share"), numeric=True),
            Column("range", self.tr("Range of chance"), numeric=True),
            Column("support", self.tr("Of all customers"), numeric=True),
            Column("lift", self.tr("Times as often as usual"), numeric=True),
            Column("sure", self.tr("Against others")),
        )
        note = self.tr("Within {days} days after, over one year. Enter opens those who have not bought it yet.")
        rows = [] if found is None else [(one.missing, self._follow_cells(one)) for one in found.follows]
        days = 0 if found is None else found.days
        return FiguresTable(self.tr("What is bought after what"), note.format(days=days), columns, rows, self.tr("Not bought yet"))

    def leave_table(self) -> FiguresTable:
        found = self._found
        columns = (
            Column("part", self.tr("Customers"), stretch=True),
            Column("start", self.tr("A year before"), numeric=True),
            Column("lost", self.tr("No longer coming"), numeric=True),
            Column("share", self.tr("Share"), numeric=True),
            Column("range", self.tr("Range of chance"), numeric=True),
            Column("sure", self.tr("Against all others")),
        )
        note = self.tr(
            "Of those who came a year before the last month's end. With so many lines some differ by chance alone. Enter opens them."
        )
        rows = [] if found is None else [(one.people, self._leave_cells(one)) for one in found.leaves]
        return FiguresTable(self.tr("Who leaves"), note, columns, rows, self.tr("No longer coming"))

    def _build(self) -> None:
        self.look = NormalButton(self.tr("Look for patterns"), "search")
        self.follows = NormalButton(self.tr("What is bought after what"), "table")
        self.leaves = NormalButton(self.tr("Who leaves"), "table")
        self._lines = column(gap=4)
        self._lines.addWidget(WrapLabel(self.tr("What do customers buy next, and who stops coming? Worked out from a year of receipts.")))
        self.body.addLayout(self._lines)
        self.body.addLayout(row(self.look, self.follows, self.leaves, STRETCH, gap=8))
        for button in (self.follows, self.leaves):
            button.hide()

    def _connect(self) -> None:
        self.look.clicked.connect(self._on_look)
        self.follows.clicked.connect(lambda: self.table_requested.emit(self.follow_table()))
        self.leaves.clicked.connect(lambda: self.table_requested.emit(self.leave_table()))

    def _add(self, title: str, sentences: list[str]) -> None:
        self._lines.addWidget(Text(title, TextStyle.BODY_BOLD))
        for sentence in sentences or [self.tr("Nothing that is more than chance so far.")]:
            self._lines.addWidget(WrapLabel(sentence, TextStyle.BODY, Tone.TEXT2))

    def _on_look(self) -> None:
        today = self._context.clock.today()

        def op(session: Session, _control: JobControl) -> Patterns:
            from app.queries.patterns import patterns

            return patterns(session, today)

        self._context.tasks.query(op, self.set_patterns, owner=self, title=self.tr("Looking for patterns"))

    def _follow_text(self, one: FollowRow) -> str:
        sentence = self.tr("After {first}, {percent}% buy {then}: {lift} times as often as usual.")
        values = {"percent": percent_of_rate(one.rate), "lift": format_number(one.lift, 1), "first": one.first, "then": one.then}
        return sentence.format(**values)

    def _leave_text(self, one: PartRate) -> str:
        more = self.tr("{part}: {percent}% no longer come, more than of all others.")
        fewer = self.tr("{part}: only {percent}% no longer come, fewer than of all others.")
        return (more if one.is_higher else fewer).format(part=filter_text(one.part), percent=percent_of_rate(one.rate))

    def _follow_cells(self, one: FollowRow) -> tuple[str, ...]:
        against = self.tr("more often") if one.is_sure else self.tr("may be chance")
        counts = (format_number(one.rate.denominator), format_number(one.rate.numerator), f"{percent_of_rate(one.rate)}%")
        return (
            one.first,
            one.then,
            *counts,
            _range(one.rate.low, one.rate.high),
            format_percent(one.support),
            format_number(one.lift, 1),
            against,
        )

    def _leave_cells(self, one: PartRate) -> tuple[str, ...]:
        against = {True: self.tr("higher"), False: self.tr("lower"), None: self.tr("may be chance")}[one.is_higher]
        if one.is_higher is None and one.rate.status is RateStatus.REFERENCE:
            against = self.tr("few people")
        counts = (format_number(one.rate.denominator), format_number(one.rate.numerator), f"{percent_of_rate(one.rate)}%")
        return (filter_text(one.part), *counts, _range(one.rate.low, one.rate.high), against)

    def _explanation(self, title: str) -> Explanation:
        return Explanation(
            title,
            self.tr(
                "Two products that follow each other more often than chance makes them, and parts of your customers who leave more often."
            ),
            self.tr("Example: of 120 who bought shampoo 48 bought a conditioner within 90 days; of the others 10 in a hundred did."),
            self.tr(
                "Counted from ten customers on. Of many pairs some stand out by chance: only those that outlast it are said "
                "(Benjamini and Hochberg, one in ten may be wrong)."
            ),
        )


def _range(low: float | None, high: float | None) -> str:
    return EMPTY_CELL if low is None or high is None else format_range(low, high)
