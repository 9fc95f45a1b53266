"""The four figures of Insights, each with its change on the same line."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.explanations import Figure
from app.domain.figures import InsightTiles
from app.domain.formats import EMPTY_CELL
from app.domain.money import currency_of, format_money
from app.domain.rates import Rate
from app.views.figure_line import FigureLine
from app.views.labels_figures import is_for_reference, number_and_unit, percent_of_rate, reference_note, signed
from app.views.moments import language
from app.views.theme import Tone
from app.views.widgets.kpi_card import Delta

if TYPE_CHECKING:
    from app.domain.figures import PeopleSpec


class TileLine(FigureLine):
    def __init__(self) -> None:
        super().__init__(
            {
                Figure.RETURN_RATE: self.tr("Return rate"),
                Figure.SECOND_VISIT: self.tr("Second visit"),
                Figure.SLIPPING: self.tr("Slipping customers"),
                Figure.LIFETIME_PROFIT: self.tr("Lifetime profit per customer"),
            },
            compact=True,
        )

    def set_tiles(self, tiles: InsightTiles, currency: str, window: int) -> None:
        behind: dict[Figure, PeopleSpec] = {
            Figure.RETURN_RATE: tiles.specs.return_rate,
            Figure.SECOND_VISIT: tiles.specs.second_visit,
            Figure.SLIPPING: tiles.specs.slipping,
            Figure.LIFETIME_PROFIT: tiles.specs.profit,
        }
        self.set_behind(behind, window)
        self._show_rate(Figure.RETURN_RATE, tiles.return_rate, tiles.return_change)
        self._show_rate(Figure.SECOND_VISIT, tiles.second_visit, tiles.second_change)
        self._show_slipping(tiles)
        self._show_profit(tiles, currency)

    def _show_rate(self, figure: Figure, rate: Rate, change: Decimal | None) -> None:
        unit = "" if rate.percent is None else "%"
        if is_for_reference(rate):
            self.cards[figure].set(percent_of_rate(rate), unit, reference_note(rate))
        elif change is None:
            self.cards[figure].set(percent_of_rate(rate), unit)
        else:
            direction = Delta.UP if change > 0 else Delta.DOWN if change < 0 else Delta.NONE
            words = self.tr("{points} pts").format(points=signed(change, 1)) if change else self.tr("no change")
            self.cards[figure].set(percent_of_rate(rate), unit, words, direction)

    def _show_slipping(self, tiles: InsightTiles) -> None:
        more = tiles.slipping_more
        words = self.tr("{number} in a week").format(number=signed(more)) if more else self.tr("no change")
        direction = Delta.ATTENTION if more > 0 else Delta.DOWN if more < 0 else Delta.NONE
        tone = Tone.OK if more < 0 else None
        self.cards[Figure.SLIPPING].set(*number_and_unit(tiles.slipping), words, direction, tone)

    def _show_profit(self, tiles: InsightTiles, currency: str) -> None:
        card, money = self.cards[Figure.LIFETIME_PROFIT], currency_of(currency)
        if tiles.profit is None:
            card.set(EMPTY_CELL)
            return
        change = tiles.profit_change or 0
        words = format_money(change, money, language())
        direction = Delta.UP if change > 0 else Delta.DOWN if change < 0 else Delta.NONE
        shown = f"+{words}" if change > 0 else words if change else self.tr("no change")
        card.set(format_money(tiles.profit, money, language()), "", shown, direction)
