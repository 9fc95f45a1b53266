"""The four figures of the day. Each card opens the names it counts."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.explanations import Figure
from app.domain.figures import TodayFigures
from app.domain.numbers import format_number
from app.views.figure_line import FigureLine
from app.views.labels_figures import (
    is_for_reference,
    number_and_unit,
    percent_of_rate,
    rate_sentence,
    reference_note,
    short_change,
    signed,
)
from app.views.theme import Tone
from app.views.widgets.kpi_card import Delta

if TYPE_CHECKING:
    from app.domain.figures import PeopleSpec


class FigureCards(FigureLine):
    def __init__(self) -> None:
        super().__init__(
            {
                Figure.VISITS_THIS_MONTH: self.tr("Visitors this month"),
                Figure.RETURN_RATE: self.tr("Return rate"),
                Figure.WELCOME_BACK: self.tr("Welcome back"),
                Figure.NOT_SEEN_LATELY: self.tr("Not seen lately"),
            },
            compact=False,
        )
        self._figures: TodayFigures | None = None
        self._is_compact = False

    def set_figures(self, figures: TodayFigures, window: int) -> None:
        self._figures = figures
        specs = figures.specs
        behind: dict[Figure, PeopleSpec] = {
            Figure.VISITS_THIS_MONTH: specs.visitors,
            Figure.RETURN_RATE: specs.return_rate,
            Figure.WELCOME_BACK: specs.returned,
            Figure.NOT_SEEN_LATELY: specs.not_seen,
        }
        self.set_behind(behind, window)
        self._show()

    def set_compact(self, compact: bool) -> None:
        """In a low window the changes stand as short numbers beside the figures."""
        if compact is not self._is_compact:
            self._is_compact = compact
            for card in self.cards.values():
                card.set_compact(compact)
            self._show()

    def _show(self) -> None:
        figures = self._figures
        if figures is None:
            return
        self._show_visitors(figures)
        self._show_rate(figures)
        self._show_returned(figures)
        self._show_not_seen(figures)

    def _show_visitors(self, figures: TodayFigures) -> None:
        more = figures.visitors_more
        number = format_number(abs(more))
        if self._is_compact:
            change = self._short_people(more)
        elif more > 0:
            change = self.tr("{number} more than on this day last month").format(number=number)
        elif more < 0:
            change = self.tr("{number} fewer than on this day last month").format(number=number)
        else:
            change = self.tr("As many as on this day last month")
        direction = Delta.UP if more > 0 else Delta.DOWN if more < 0 else Delta.NONE
        self.cards[Figure.VISITS_THIS_MONTH].set(*number_and_unit(figures.visitors), change, direction)

    def _show_rate(self, figures: TodayFigures) -> None:
        card, rate, change = self.cards[Figure.RETURN_RATE], figures.return_rate, figures.return_change
        direction = Delta.NONE
        if rate.percent is None:
            words = "" if self._is_compact else self.tr("Shown from the fourth month on")
        elif is_for_reference(rate):
            words = reference_note(rate)
        elif change is None:
            words = rate_sentence(rate)
        else:
            words = self._points(change)
            direction = Delta.UP if change > 0 else Delta.DOWN if change < 0 else Delta.NONE
        card.set(percent_of_rate(rate), "%" if rate.percent is not None else "", words, direction)

    def _points(self, change: Decimal) -> str:
        points = format_number(abs(change), 1)
        if self._is_compact:
            return self.tr("{points} pts").format(points=signed(change, 1))
        if change > 0:
            return self.tr("{points} points up on the month before").format(points=points)
        if change < 0:
            return self.tr("{points} points down on the month before").format(points=points)
        return self.tr("The same as the month before")

    def _show_returned(self, figures: TodayFigures) -> None:
        words = self.tr("90+ days") if self._is_compact else self.tr("Back after 90 days or more")
        self.cards[Figure.WELCOME_BACK].set(*number_and_unit(figures.returned), words)

    def _show_not_seen(self, figures: TodayFigures) -> None:
        more = figures.not_seen_more
        number = format_number(abs(more))
        if self._is_compact:
            change = self._short_people(more)
        elif more > 0:
            change = self.tr("{number} more than a week ago").format(number=number)
        elif more < 0:
            change = self.tr("{number} fewer than a week ago").format(number=number)
        else:
            change = self.tr("As many as a week ago")
        direction = Delta.ATTENTION if more > 0 else Delta.DOWN if more < 0 else Delta.NONE
        tone = Tone.OK if more < 0 else None
        self.cards[Figure.NOT_SEEN_LATELY].set(*number_and_unit(figures.not_seen), change, direction, tone)

    def _short_people(self, more: int) -> str:
        return short_change(more) if more else self.tr("no change")
