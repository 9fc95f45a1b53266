"""Whether customers would recommend the shop: wave by wave with the range of chance, and how the answers of a wave spread."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from app.charts.survey_specs import IntervalPoint, IntervalSpec, SpreadBar, SpreadGroup, SpreadSpec, SpreadTone
from app.context import AppContext
from app.domain.formats import EMPTY_CELL
from app.domain.numbers import format_percent, format_rate
from app.domain.survey_results import (
    MARGIN_FIRST_BELOW,
    Answered,
    InNpsGroup,
    Nps,
    NpsGroup,
    Soundness,
    SurveyResults,
    Wave,
    signed,
)
from app.domain.surveys import DETRACTOR_TO, NPS_POINTS, PROMOTER_FROM
from app.views.insights.table_panel import FiguresTable
from app.views.points.bar_chart import BarChart
from app.views.surveys.results_words import GROUP_NAMES, nps_range, nps_text, people, say, short_wave, wave_in_title
from app.views.theme import TextStyle, Tone
from app.views.widgets.card import Card
from app.views.widgets.explanation import Explanation
from app.views.widgets.labels import WrapLabel
from app.views.widgets.table_view import Column

CHART_HEIGHT = 236
MOST_WAVES = 6


class NpsCard(Card):
    """`people_requested(spec, wave, title)`, `table_requested(FiguresTable)`."""

    people_requested = Signal(object, object, str)
    table_requested = Signal(object)

    def __init__(self, context: AppContext) -> None:
        self._title = self.tr("Would recommend (NPS)")
        explanation = Explanation(
            self._title,
            self.tr("Of ten points, 9 and 10 would recommend the shop, 0 to 6 would not. The score is the one share minus the other."),
            self.tr("Example: of 200 people 100 would and 40 would not: 50% − 20% = +30."),
            self.tr("The bars are the range of chance (95%): 1.96 × 100 × √((p + d − (p − d)²) ÷ n). Each person counts once a wave."),
        )
        super().__init__(self._title, explanation=explanation, action=self.tr("As a table"), gap=4)
        self._results: SurveyResults | None = None
        self.finding = WrapLabel("", TextStyle.BODY, Tone.TEXT)
        self.chart = BarChart(context, self._title, height=CHART_HEIGHT)
        self.add(self.finding)
        self.add(self.chart, 1)
        self.chart.point_clicked.connect(self._on_point)
        if self.action is not None:
            self.action.clicked.connect(lambda: self.table_requested.emit(self.table()))

    def show_results(self, results: SurveyResults) -> None:
        self._results = results
        finding = self._finding(results)
        self.finding.setText(finding)
        self.chart.set_finding(f"{self._title} {finding}")
        waves, chosen = self._drawn(results), results.chosen.wave
        marked = chosen if chosen is not None else next((one.wave for one in reversed(waves)), None)
        points = [self._point(one, marked, waves[place - 1].wave if place else None) for place, one in enumerate(waves)]
        spec = IntervalSpec(tuple(points))
        self.chart.show_bars(lambda: spec, [self._said(one) for one in waves if _is_shown(one)])

    def table(self) -> FiguresTable:
        columns = (
            Column("wave", self.tr("Wave"), stretch=True),
            Column("nps", self.tr("Would recommend"), numeric=True),
            Column("range", self.tr("Range of chance"), numeric=True),
            Column("n", self.tr("Answers"), numeric=True),
            Column("returned", self.tr("Came back"), numeric=True),
        )
        rows = [(one.wave, self._cells(one)) for one in reversed(self._results.waves)] if self._results is not None else []
        return FiguresTable(self._title, self.tr("Enter opens the people of the wave."), columns, rows, self._title)

    def _cells(self, one: Wave) -> tuple[str, ...]:
        nps = one.nps if _is_shown(one) else None
        rate = format_rate(one.returned.numerator, one.returned.denominator)
        score = signed(nps.shown) if nps is not None and nps.shown is not None else EMPTY_CELL
        return (wave_in_title(one.wave), score, EMPTY_CELL if nps is None else nps_range(nps), str(one.nps.n if one.nps else 0), rate)

    def _drawn(self, results: SurveyResults) -> list[Wave]:
        """The last waves with answers."""
        return [one for one in results.waves if one.answers][-MOST_WAVES:]

    def _point(self, one: Wave, marked: date | None, before: date | None) -> IntervalPoint:
        nps, label = one.nps, short_wave(one.wave, before)
        if nps is None or not _is_shown(one) or nps.shown is None:
            return IntervalPoint(label, label, people(0 if nps is None else nps.n), None, "")
        text = nps_text(nps).replace(" ", "").replace("(", "\n(") if nps.n < MARGIN_FIRST_BELOW else signed(nps.shown)
        is_faint = nps.soundness is Soundness.REFERENCE
        return IntervalPoint(label, label, people(nps.n), nps.nps, text, nps.low, nps.high, one.wave == marked, is_faint)

    def _said(self, one: Wave) -> str:
        nps = one.nps
        if nps is None:
            return wave_in_title(one.wave)
        return self.tr("{wave}: {score}, {people}").format(wave=wave_in_title(one.wave), score=nps_text(nps), people=people(nps.n))

    def _finding(self, results: SurveyResults) -> str:
        nps, step = results.chosen.nps, results.nps_step
        name = short_wave(results.chosen.wave, max((one.wave for one in results.waves if one.wave), default=None))
        if nps is None or nps.shown is None:
            return self.tr("Nobody has answered this question yet.")
        known = {"wave": name, "score": signed(nps.shown), "range": nps_range(nps), "people": people(nps.n)}
        if nps.soundness is Soundness.REFERENCE:
            return self.tr("{wave}: {people} only, for reference: {score} ({range}).").format(**known)
        if results.chosen.wave is None:
            return self.tr("All together: {score} ({range}), {people}.").format(**known)
        if step is None:
            return self.tr("{wave}: {score} ({range}).").format(**known)
        known |= {"before": short_wave(step.before, results.chosen.wave), "more": signed(step.difference)}
        if not step.is_sure:
            return self.tr("{wave}: {score} ({range}). The difference of {more} to {before} is within the range of chance.").format(**known)
        if step.difference > 0:
            return self.tr("{wave}: {score} ({range}). Clearly higher than in {before} ({more}).").format(**known)
        return self.tr("{wave}: {score} ({range}). Clearly lower than in {before} ({more}).").format(**known)

    def _on_point(self, place: int) -> None:
        results = self._results
        shown = [] if results is None else [one for one in self._drawn(results) if _is_shown(one)]
        if results is not None and place < len(shown):
            title = self.tr("Answered in {wave}").format(wave=wave_in_title(shown[place].wave))
            self.people_requested.emit(Answered(results.nps_key), shown[place].wave, title)


class SpreadCard(Card):
    """The answers from 0 to 10 with their three groups. Signals as NpsCard."""

    people_requested = Signal(object, object, str)
    table_requested = Signal(object)

    def __init__(self, context: AppContext) -> None:
        self._title = self.tr("How the answers spread (people)")
        super().__init__(self._title, action=self.tr("As a table"), gap=4)
        self._results: SurveyResults | None = None
        self.finding = WrapLabel("", TextStyle.BODY, Tone.TEXT)
        self.chart = BarChart(context, self._title, height=CHART_HEIGHT)
        self.add(self.finding)
        self.add(self.chart, 1)
        self.chart.point_clicked.connect(self._on_bar)
        if self.action is not None:
            self.action.clicked.connect(lambda: self.table_requested.emit(self.table()))

    def show_results(self, results: SurveyResults) -> None:
        self._results = results
        nps, asked = results.chosen.nps, results.question(results.nps_key)
        counts = [] if asked is None else [bar.count for bar in asked.bars]
        finding = self._finding(nps)
        self.finding.setText(finding)
        self.chart.set_finding(f"{self._title} {finding}")
        tones = dict(zip(_ORDER, SpreadTone, strict=True))
        bars = [SpreadBar(str(point), str(point), count, tones[_group_of(point)]) for point, count in enumerate(counts)]
        groups = [SpreadGroup(*_ends(name), say(GROUP_NAMES[name]), _share(nps, name), tones[name]) for name in _ORDER if nps and nps.n]
        spec = SpreadSpec(tuple(bars), tuple(groups))
        names = [self.tr("{point}: {people}").format(point=point, people=people(count)) for point, count in enumerate(counts)]
        self.chart.show_bars(lambda: spec, names + [f"{one.name} {one.note}" for one in groups])

    def table(self) -> FiguresTable:
        columns = (
            Column("point", self.tr("Points"), stretch=True),
            Column("group", self.tr("Group")),
            Column("people", self.tr("People"), numeric=True),
            Column("share", self.tr("Share"), numeric=True),
        )
        asked = None if self._results is None else self._results.question(self._results.nps_key)
        rows = [
            (
                Answered(asked.key, bar.choice),
                (bar.choice, say(GROUP_NAMES[_group_of(int(bar.choice))]), str(bar.count), format_rate(bar.count, asked.n)),
            )
            for bar in (asked.bars if asked is not None else ())
            if asked is not None
        ]
        return FiguresTable(self._title, self.tr("Enter opens the people who answered so."), columns, rows, self._title)

    def _finding(self, nps: Nps | None) -> str:
        if nps is None or not nps.n:
            return self.tr("Nobody has answered this question yet.")
        known = {"all": people(nps.n), "promoters": people(nps.promoters), "share": format_rate(nps.promoters, nps.n)}
        return self.tr("Of {all}, {promoters} ({share}) would recommend the shop.").format(**known)

    def _on_bar(self, place: int) -> None:
        results = self._results
        if results is None:
            return
        if place < len(NPS_POINTS):
            title = self.tr("Answered with {point}").format(point=place)
            self.people_requested.emit(Answered(results.nps_key, str(place)), results.chosen.wave, title)
        elif place < len(NPS_POINTS) + len(_ORDER):
            group = _ORDER[place - len(NPS_POINTS)]
            self.people_requested.emit(InNpsGroup(group), results.chosen.wave, say(GROUP_NAMES[group]))


_ORDER = (NpsGroup.DETRACTORS, NpsGroup.PASSIVES, NpsGroup.PROMOTERS)


def _is_shown(one: Wave) -> bool:
    return one.nps is not None and one.nps.soundness is not Soundness.HIDDEN


def _group_of(point: int) -> NpsGroup:
    if point >= PROMOTER_FROM:
        return NpsGroup.PROMOTERS
    return NpsGroup.DETRACTORS if point <= DETRACTOR_TO else NpsGroup.PASSIVES


def _ends(group: NpsGroup) -> tuple[int, int]:
    points = [point for point in NPS_POINTS if _group_of(point) is group]
    return points[0], points[-1]


def _share(nps: Nps | None, group: NpsGroup) -> str:
    if nps is None or not nps.n:
        return ""
    count: int = getattr(nps, group.value)
    return f"{people(count)} {format_percent(count / nps.n, 0)}"
