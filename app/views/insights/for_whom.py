"""For whom a chart stands: a line on each card while the figures are narrowed to some customers, and whom its pieces open then."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from app.domain.figure_people import FilterKind
from app.views.insights.figures_bar import filter_text
from app.views.insights.table_panel import FiguresTable
from app.views.labels_figures import people_count
from app.views.moments import day_text
from app.views.theme import TextStyle, Tone
from app.views.widgets.card import Card
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import set_shown

if TYPE_CHECKING:
    from app.domain.figures import PeopleSpec
    from app.views.insights.answer import Part


class ForWhom(QObject):
    """`cards` are narrowed (those of `courses` look back over many months), `others` always stand for everybody and say so."""

    def __init__(self, cards: tuple[Card, ...], courses: tuple[Card, ...], others: tuple[Card, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._part: Part | None = None
        self._courses = courses
        self.lines = {card: _line_of(card) for card in cards}
        self.other_lines = {card: _line_of(card) for card in others}

    def set_part(self, part: Part | None) -> None:
        self._part = part
        for card, line in self.lines.items():
            line.setText("" if part is None else self._said(part, is_course=card in self._courses))
            set_shown(line, part is not None)
        for line in self.other_lines.values():
            line.setText(self.tr("All customers, whoever is chosen above"))
            set_shown(line, part is not None)

    def names(self, spec: PeopleSpec) -> PeopleSpec:
        """Who of those behind a piece is meant."""
        return spec if self._part is None else self._part.names(spec)

    def title(self, title: str) -> str:
        """Of a list of names, or of a table."""
        return title if self._part is None else self.tr("{title} ({part})").format(title=title, part=filter_text(self._part.narrowed))

    def table(self, table: FiguresTable) -> FiguresTable:
        """The same with a title that says for whom, and with lines that open these alone."""
        rows = [(self.names(cast("PeopleSpec", spec)), cells) for spec, cells in table.rows]
        return replace(table, title=self.title(table.title), names=self.title(table.names), rows=rows)

    def _said(self, part: Part, *, is_course: bool) -> str:
        name, people = filter_text(part.narrowed), people_count(part.customers)
        if part.narrowed.kind is not FilterKind.SEGMENT:
            return self.tr("Only: {part} ({people})").format(part=name, people=people)
        values = {"part": name, "day": day_text(part.day), "people": people}
        if is_course:
            return self.tr("Only: {part} as of {day} ({people}). The months before that day made them so.").format(**values)
        return self.tr("Only: {part} as of {day} ({people})").format(**values)


def _line_of(card: Card) -> WrapLabel:
    line = WrapLabel("", TextStyle.CAPTION, Tone.TEXT)
    line.hide()
    card.body.insertWidget(0, line)
    return line
