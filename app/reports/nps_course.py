"""How willingly customers recommend: the groups of each wave as parts of a whole, and the score with its range of chance."""

from __future__ import annotations

from app.charts.insight_specs import Panel, PanelsSpec, StackGroup, StackPart, StackSpec, Tone
from app.charts.spec import TickStyle
from app.charts.survey_specs import IntervalPoint, IntervalSpec
from app.domain.chart_rows import NpsCourse, NpsWave
from app.domain.chart_words import ChartWords
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.numbers import format_number
from app.domain.survey_results import MARGIN_FIRST_BELOW, Nps, NpsGroup, Soundness, signed

GROUP_NAMES = {
    NpsGroup.PROMOTERS: QT_TRANSLATE_NOOP("Charts", "Would recommend"),
    NpsGroup.PASSIVES: QT_TRANSLATE_NOOP("Charts", "In between"),
    NpsGroup.DETRACTORS: QT_TRANSLATE_NOOP("Charts", "Would not"),
}
ANSWERS = QT_TRANSLATE_NOOP("Charts", "Answers (%)")
SCORE = QT_TRANSLATE_NOOP("Charts", "NPS with its range of chance")
BETWEEN = QT_TRANSLATE_NOOP("Charts", "{low} to {high}")
FEW = QT_TRANSLATE_NOOP("Charts", "few")
# With more waves the words of one point would run into those of the next: then only the last one says its score.
MOST_NAMED = 4
_TONES = {NpsGroup.PROMOTERS: Tone.MAIN, NpsGroup.PASSIVES: Tone.QUIET, NpsGroup.DETRACTORS: Tone.WARNING}


def group_count(nps: Nps, group: NpsGroup) -> int:
    return {NpsGroup.PROMOTERS: nps.promoters, NpsGroup.PASSIVES: nps.passives, NpsGroup.DETRACTORS: nps.detractors}[group]


def nps_key(wave: NpsWave, group: NpsGroup) -> str:
    return f"{wave.wave.isoformat()}:{group.value}"


def nps_chart(course: NpsCourse, words: ChartWords) -> PanelsSpec:
    """Waves with fewer than five answers keep their place without a figure; below a hundred the range stands in place of the score."""
    ticks = TickStyle(factor=100.0, suffix="%", floor=0.0, ceiling=1.0)
    legend = tuple((words.word(GROUP_NAMES[group]), _TONES[group]) for group in NpsGroup)
    stacks = StackSpec(tuple(_stack(wave, words) for wave in course.waves), ticks, legend)
    finished = [wave for wave in course.waves if wave.is_complete]
    last = finished[-1] if finished else None
    is_roomy = len(course.waves) <= MOST_NAMED
    points = tuple(_point(wave, words, is_last=wave is last, is_named=is_roomy or wave is last) for wave in course.waves)
    panels = (Panel(words.word(ANSWERS), stacks), Panel(words.word(SCORE), IntervalSpec(points)))
    return PanelsSpec(panels, least_width=240.0)


def score_text(nps: Nps, words: ChartWords) -> str:
    """+31 ±13; of fewer than a hundred answers +12 to +40."""
    if nps.soundness is Soundness.HIDDEN or nps.shown is None or nps.low is None or nps.high is None or nps.margin is None:
        return ""
    if nps.n < MARGIN_FIRST_BELOW:
        return words.word(BETWEEN, low=signed(round(nps.low)), high=signed(round(nps.high)))
    return f"{signed(nps.shown)} ±{format_number(nps.margin)}"


def _stack(wave: NpsWave, words: ChartWords) -> StackGroup:
    nps, label = wave.nps, words.short_month(wave.wave)
    if nps.soundness is Soundness.HIDDEN:
        return StackGroup(wave.wave.isoformat(), label, (), is_complete=wave.is_complete, note=words.word(FEW))
    parts = tuple(
        StackPart(
            nps_key(wave, group), group_count(nps, group) / nps.n, format_number(100 * group_count(nps, group) / nps.n), _TONES[group]
        )
        for group in NpsGroup
    )
    is_faint = nps.soundness is Soundness.REFERENCE
    return StackGroup(
        wave.wave.isoformat(), label, parts, is_complete=wave.is_complete, is_faint=is_faint, note=f"n={format_number(nps.n)}"
    )


def _point(wave: NpsWave, words: ChartWords, *, is_last: bool, is_named: bool) -> IntervalPoint:
    nps = wave.nps
    is_hidden = nps.soundness is Soundness.HIDDEN
    return IntervalPoint(
        wave.wave.isoformat(),
        words.short_month(wave.wave),
        words.word(FEW) if is_hidden else "",
        None if is_hidden or nps.shown is None else float(nps.shown),
        score_text(nps, words) if is_named else "",
        None if is_hidden else nps.low,
        None if is_hidden else nps.high,
        is_marked=is_last and nps.soundness is Soundness.SOUND,
        is_faint=nps.soundness is Soundness.REFERENCE or not wave.is_complete,
    )
