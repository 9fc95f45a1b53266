"""How willingly customers recommend, wave by wave; a piece opens who answered so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.context import AppContext
from app.domain.chart_explanations import Chart
from app.domain.chart_rows import NpsCourse, NpsWave
from app.domain.findings_results import nps_finding
from app.domain.numbers import EMPTY_CELL, format_number
from app.domain.survey_results import NpsGroup, Soundness, signed
from app.views.insights.chart_card import Behind, ChartCard
from app.views.insights.table_panel import FiguresTable
from app.views.widgets.table_view import Column

if TYPE_CHECKING:
    from app.charts.render import AnySpec

CHART_HEIGHT = 220
BARS, SCORES = 0, 1


class NpsCourseCard(ChartCard):
    def __init__(self, context: AppContext) -> None:
        title = self.tr("Recommendation by your customers (NPS)")
        super().__init__(context, title, Chart.NPS, action=self.tr("As a table"), height=CHART_HEIGHT)
        self._course = NpsCourse(None, "", ())

    def set_course(self, course: NpsCourse) -> None:
        self._course = course
        self.set_note(course.title)
        if not course.waves:
            self._show_nothing(
                self.tr("No recommendations yet"),
                self.tr("A customer survey with the question from 0 to 10 fills this place."),
            )
            return
        words = self._words()

        def make() -> AnySpec:
            from app.reports.nps_course import nps_chart

            return nps_chart(course, words)

        shown = [wave for wave in course.waves if wave.nps.soundness is not Soundness.HIDDEN]
        behind = {f"{BARS}:{wave.wave.isoformat()}:{group.value}": self._piece(wave, group) for wave in shown for group in NpsGroup}
        behind |= {f"{SCORES}:{wave.wave.isoformat()}": self._score(wave) for wave in shown}
        self._show(make, nps_finding(course, words), behind, self._numbers())

    def _numbers(self) -> FiguresTable:
        """Newest wave first; a line opens who would not recommend."""
        columns = (
            Column("wave", self.tr("Wave"), stretch=True),
            Column("n", self.tr("Answers"), numeric=True),
            Column("promoters", self.tr("Would recommend"), numeric=True),
            Column("passives", self.tr("In between"), numeric=True),
            Column("detractors", self.tr("Would not"), numeric=True),
            Column("nps", self.tr("NPS"), numeric=True),
            Column("range", self.tr("Range of chance"), numeric=True),
        )
        rows = [
            (self._course.people(wave.wave, NpsGroup.DETRACTORS), (self._named(wave), *self._cells(wave)))
            for wave in reversed(self._course.waves)
        ]
        note = self.tr("Enter opens who would not recommend you. Fewer than 5 answers are not shown.")
        return FiguresTable(self._title, note, columns, rows, self.tr("Would not recommend"))

    def _cells(self, wave: NpsWave) -> tuple[str, ...]:
        nps = wave.nps
        if nps.soundness is Soundness.HIDDEN or nps.shown is None or nps.low is None or nps.high is None:
            return (format_number(nps.n), *[EMPTY_CELL] * 5)
        counts = (nps.n, nps.promoters, nps.passives, nps.detractors)
        span = f"{signed(round(nps.low))} – {signed(round(nps.high))}"
        return (*(format_number(count) for count in counts), signed(nps.shown), span)

    def _piece(self, wave: NpsWave, group: NpsGroup) -> Behind:
        titles = {
            NpsGroup.PROMOTERS: self.tr("{month}: would recommend"),
            NpsGroup.PASSIVES: self.tr("{month}: in between"),
            NpsGroup.DETRACTORS: self.tr("{month}: would not recommend"),
        }
        counts = {
            NpsGroup.PROMOTERS: wave.nps.promoters,
            NpsGroup.PASSIVES: wave.nps.passives,
            NpsGroup.DETRACTORS: wave.nps.detractors,
        }
        title = titles[group].format(month=self._named(wave))
        said = self.tr("{title}, {count} of {answers} answers")
        texts = {"title": title, "count": format_number(counts[group]), "answers": format_number(wave.nps.n)}
        return Behind(said.format(**texts), self._course.people(wave.wave, group), title)

    def _score(self, wave: NpsWave) -> Behind:
        """The score leads to those whom one can still win over."""
        cells = self._cells(wave)
        said = self.tr("{month}: NPS {nps}, range of chance {range}").format(month=self._named(wave), nps=cells[-2], range=cells[-1])
        title = self.tr("{month}: would not recommend").format(month=self._named(wave))
        return Behind(said, self._course.people(wave.wave, NpsGroup.DETRACTORS), title)

    def _named(self, wave: NpsWave) -> str:
        month = self._words().month(wave.wave)
        return month if wave.is_complete else self.tr("{month} so far").format(month=month)
