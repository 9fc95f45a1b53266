"""The charts of a campaign's result as cards: who came, the profit on cost, who came by when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.context import AppContext
from app.domain.measure_view import MeasureResult
from app.domain.measures import Arm
from app.domain.numbers import EMPTY_CELL, format_number, format_percent
from app.domain.rates import Rate
from app.views.insights.table_panel import FiguresTable
from app.views.measures.result_words import ResultWords
from app.views.points.bar_chart import BarChart
from app.views.theme import TextStyle, Tone
from app.views.widgets.card import Card
from app.views.widgets.explanation import Explanation
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import set_shown
from app.views.widgets.table_view import Column

if TYPE_CHECKING:
    from app.charts.render import AnySpec

CHART_HEIGHT = 170


class ResultChart(Card):
    """A chart with its sentence. `people_requested(Arm)` asks for those who came, `table_requested(FiguresTable)` for its numbers."""

    people_requested = Signal(object)
    table_requested = Signal(object)

    def __init__(self, context: AppContext, title: str, explanation: Explanation | None = None) -> None:
        super().__init__(title, explanation=explanation, action=self.tr("As a table"), gap=6)
        self._title = title
        self._table: FiguresTable | None = None
        self._arms: Sequence[Arm] = ()
        self.chart = BarChart(context, title, height=CHART_HEIGHT)
        self.sentence = WrapLabel("", TextStyle.BODY, Tone.TEXT)
        self.add(self.chart, 1)
        self.add(self.sentence)
        self.chart.point_clicked.connect(self._on_point)
        if self.action is not None:
            self.action.clicked.connect(self._on_table)

    def present(self, make: Callable[[], AnySpec], names: Sequence[str], arms: Sequence[Arm], sentence: str, table: FiguresTable) -> None:
        """`make` runs on a worker; `names`: what each place says, `arms`: whose people it opens."""
        self._arms, self._table = arms, table
        self.sentence.setText(sentence)
        set_shown(self.sentence, bool(sentence))
        self.chart.set_finding(f"{self._title} {sentence or ' '.join(names)}".strip())
        self.chart.show_bars(make, names)

    def table(self) -> FiguresTable | None:
        return self._table

    def _on_point(self, place: int) -> None:
        if place < len(self._arms):
            self.people_requested.emit(self._arms[place])

    def _on_table(self) -> None:
        if self._table is not None:
            self.table_requested.emit(self._table)


class SharesCard(ResultChart):
    def __init__(self, context: AppContext) -> None:
        explanation = Explanation(
            self.tr("Who came"),
            self.tr("The share of each group with at least one visit while visits counted. The lines show the range of chance."),
            self.tr("Example: 59 of 240 came after the card, 9 of 80 came without it."),
            self.tr("Wilson's interval for each share, Newcombe's for their difference."),
        )
        super().__init__(context, self.tr("Share of customers who came"), explanation)

    def show_result(self, words: ResultWords) -> None:
        result, chart_words = words.result, words.chart_words()
        arms = (Arm.SENT, Arm.HELD) if result.n_held else (Arm.SENT,)
        rates = {Arm.SENT: result.sent_rate, Arm.HELD: result.held_rate}
        titles = {Arm.SENT: chart_words.sent, Arm.HELD: chart_words.held}

        def make() -> AnySpec:
            from app.reports.measure_result import shares_chart

            return shares_chart(result, chart_words)

        columns = (
            Column("group", self.tr("Group"), stretch=True),
            Column("came", self.tr("Came"), numeric=True),
            Column("people", self.tr("People"), numeric=True),
            Column("share", self.tr("Share"), numeric=True),
            Column("range", self.tr("Range of chance"), numeric=True),
        )
        rows = [(arm, (titles[arm], *self._cells(rates[arm], is_told=result.has_interval or not result.n_held))) for arm in arms]
        note = self.tr("Enter opens the names of those who came.")
        names = [self.tr("{group}: {share}").format(group=titles[arm], share=format_percent(rates[arm].rate)) for arm in arms]
        table = FiguresTable(self._title, note, columns, rows, self.tr("Customers who came"))
        self.present(make, names, arms, words.difference(), table)

    def _cells(self, rate: Rate, *, is_told: bool) -> tuple[str, ...]:
        range_ = EMPTY_CELL
        if is_told and rate.low is not None and rate.high is not None:
            range_ = self.tr("{low} to {high}").format(low=format_percent(rate.low), high=format_percent(rate.high))
        return format_number(rate.numerator), format_number(rate.denominator), format_percent(rate.rate), range_


class ReturnCard(ResultChart):
    def __init__(self, context: AppContext) -> None:
        explanation = Explanation(
            self.tr("Profit on cost"),
            self.tr("Right of 0% the profit was larger than the cost, left of it smaller."),
            self.tr("Example: 10,000 spent and 47,000 of gross profit brought: 370%."),
            self.tr("(people sent to x effect on each − cost) ÷ cost. Points and offers are in the effect, so they are not in the cost."),
        )
        super().__init__(context, self.tr("Profit on cost"), explanation)

    def show_result(self, words: ResultWords) -> None:
        result, chart_words = words.result, words.chart_words()
        roi = result.roi

        def make() -> AnySpec:
            from app.charts.measure_specs import ReturnSpec
            from app.reports.measure_result import return_chart

            return return_chart(result, chart_words) or ReturnSpec(0, 0, 0, "", "", "", "", "")

        columns = (
            Column("what", self.tr("What"), stretch=True),
            Column("value", self.tr("Most likely"), numeric=True),
            Column("low", self.tr("Low"), numeric=True),
            Column("high", self.tr("High"), numeric=True),
        )
        rows: list[tuple[Arm, tuple[str, ...]]] = []
        if roi is not None:
            shares = (format_percent(getattr(roi, name), 0) for name in ("value", "low", "high"))
            rows.append((Arm.SENT, (self.tr("Profit on cost"), *shares)))
        if result.cuped is not None:
            rows.append((Arm.SENT, self._effect(words, result)))
            rows.append((Arm.SENT, (self.tr("The same without looking at the year before"), *self._plain(words, result))))
        if roi is not None:
            even = words.money(roi.break_even)
            rows.append((Arm.SENT, (self.tr("Needed to break even, for each it was sent to"), even, EMPTY_CELL, EMPTY_CELL)))
        note = self.tr("Enter opens the names of those who came.")
        table = FiguresTable(self._title, note, columns, rows, self.tr("Customers who came"))
        has_value = roi is not None and roi.value is not None
        set_shown(self.chart, has_value)
        self.present(make, [chart_words.value] if has_value else [], (Arm.SENT,), words.return_words(), table)

    def _effect(self, words: ResultWords, result: MeasureResult) -> tuple[str, ...]:
        assert result.cuped is not None
        return self.tr("Gross profit for each it was sent to"), *(
            words.money(getattr(result.cuped, name)) for name in ("effect", "low", "high")
        )

    def _plain(self, words: ResultWords, result: MeasureResult) -> tuple[str, ...]:
        plain = result.welch
        return (EMPTY_CELL,) * 3 if plain is None else tuple(words.money(getattr(plain, name)) for name in ("effect", "low", "high"))


class CameCard(ResultChart):
    def __init__(self, context: AppContext) -> None:
        super().__init__(context, self.tr("Who had come by when"))

    def show_result(self, words: ResultWords) -> None:
        result, chart_words = words.result, words.chart_words()

        def make() -> AnySpec:
            from app.charts.measure_specs import CameSpec
            from app.reports.measure_result import came_chart

            return came_chart(result, chart_words) or CameSpec((), "", "", "")

        columns = (
            Column("day", self.tr("After"), stretch=True),
            Column("sent", chart_words.sent, numeric=True),
            Column("held", chart_words.held, numeric=True),
        )
        rows = [
            (Arm.SENT, (self.tr("%n day(s)", "", point.day), format_percent(point.sent), format_percent(point.held)))
            for point in result.curve
        ]
        names = [self.tr("{day}: {sent}, held back {held}").format(day=cells[0], sent=cells[1], held=cells[2]) for _arm, cells in rows]
        note = self.tr("Enter opens the names of those who came.")
        table = FiguresTable(self._title, note, columns, rows, self.tr("Customers who came"))
        self.present(make, names, [Arm.SENT] * len(rows), "", table)
