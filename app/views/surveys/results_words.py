"""How the results of a survey are said: waves, scores, groups of customers, choices."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from datetime import date

from app.domain.dates import DateStyle
from app.domain.formats import EMPTY_CELL, CountUnit, format_count
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.numbers import format_number
from app.domain.rfm import OCCASION_NAMES
from app.domain.segments import SEGMENT_NAMES, Segment
from app.domain.survey_results import (
    MARGIN_FIRST_BELOW,
    OTHERS,
    CrossBy,
    Mean,
    Nps,
    NpsGroup,
    QuestionResult,
    Soundness,
    Wave,
    signed,
)
from app.domain.surveys import OTHER, PROMOTER_FROM, Question, QuestionKind
from app.views.labels import translated
from app.views.moments import day_text, language
from app.views.points.bar_chart import short_month
from app.views.tokens import Tone

CONTEXT = "SurveyResults"
SHORT_TEXT = 24

_ALL = QT_TRANSLATE_NOOP("SurveyResults", "All")
_ALL_WAVES = QT_TRANSLATE_NOOP("SurveyResults", "all together")
_OTHER = QT_TRANSLATE_NOOP("SurveyResults", "Other")
_POINT = QT_TRANSLATE_NOOP("SurveyResults", "{point} {label}")
_RANGE = QT_TRANSLATE_NOOP("SurveyResults", "{low} to {high}")
_WITH_RANGE = QT_TRANSLATE_NOOP("SurveyResults", "{value} ({low} to {high})")
_WITH_MARGIN = QT_TRANSLATE_NOOP("SurveyResults", "{nps} (±{margin})")
_MARGIN_FIRST = QT_TRANSLATE_NOOP("SurveyResults", "±{margin} ({nps})")
_FEW = QT_TRANSLATE_NOOP("SurveyResults", "few")
_NPS = QT_TRANSLATE_NOOP("SurveyResults", "Recommend")
_NOBODY = QT_TRANSLATE_NOOP("SurveyResults", "Nobody in particular")
_UNKNOWN_AREA = QT_TRANSLATE_NOOP("SurveyResults", "Not known")
_NO_PRODUCT = QT_TRANSLATE_NOOP("SurveyResults", "None")
_OTHERS = QT_TRANSLATE_NOOP("SurveyResults", "All others")
_QUOTED = QT_TRANSLATE_NOOP("SurveyResults", "“{words}”")

GROUP_NAMES: Mapping[NpsGroup, str] = {
    NpsGroup.PROMOTERS: QT_TRANSLATE_NOOP("SurveyResults", "Would recommend"),
    NpsGroup.PASSIVES: QT_TRANSLATE_NOOP("SurveyResults", "In between"),
    NpsGroup.DETRACTORS: QT_TRANSLATE_NOOP("SurveyResults", "Would not"),
}
CROSS_NAMES: Mapping[CrossBy, str] = {
    CrossBy.STAFF: QT_TRANSLATE_NOOP("SurveyResults", "Staff"),
    CrossBy.PURCHASES: QT_TRANSLATE_NOOP("SurveyResults", "Purchases"),
    CrossBy.AREA: QT_TRANSLATE_NOOP("SurveyResults", "Area"),
    CrossBy.PRODUCT_GROUP: QT_TRANSLATE_NOOP("SurveyResults", "Products"),
    CrossBy.SEGMENT: QT_TRANSLATE_NOOP("SurveyResults", "Group"),
}
CROSS_TITLES: Mapping[CrossBy, str] = {
    CrossBy.STAFF: QT_TRANSLATE_NOOP("SurveyResults", "By staff"),
    CrossBy.PURCHASES: QT_TRANSLATE_NOOP("SurveyResults", "By purchases"),
    CrossBy.AREA: QT_TRANSLATE_NOOP("SurveyResults", "By area"),
    CrossBy.PRODUCT_GROUP: QT_TRANSLATE_NOOP("SurveyResults", "By products"),
    CrossBy.SEGMENT: QT_TRANSLATE_NOOP("SurveyResults", "By group"),
}
_NO_ROW_NAMES = {CrossBy.STAFF: _NOBODY, CrossBy.AREA: _UNKNOWN_AREA, CrossBy.PRODUCT_GROUP: _NO_PRODUCT}


def say(source: str, **values: object) -> str:
    return translated(CONTEXT, source, **values)


def short_wave(wave: date | None, beside: date | None = None) -> str:
    """10月; another year than that of `beside` is named: 2025年10月. None: all."""
    if wave is None:
        return say(_ALL)
    same_year = beside is not None and beside.year == wave.year
    return short_month(language())(wave) if same_year else day_text(wave, DateStyle.MONTH)


def wave_in_title(wave: date | None) -> str:
    return say(_ALL_WAVES) if wave is None else day_text(wave, DateStyle.MONTH)


def wave_options(waves: Sequence[Wave]) -> list[tuple[date | None, str]]:
    """Newest first, then all of them; only those somebody answered."""
    answered = [one.wave for one in reversed(waves) if one.answers]
    newest = answered[0] if answered else None
    return [*((wave, short_wave(wave, newest)) for wave in answered), (None, short_wave(None))]


def people(number: int) -> str:
    return format_count(number, CountUnit.CUSTOMERS, language())


def nps_text(nps: Nps | None) -> str:
    """+33 (±10); below a hundred answers the margin first: ±13 (+24)."""
    if nps is None or nps.shown is None or nps.margin is None:
        return EMPTY_CELL
    return say(_MARGIN_FIRST if nps.n < MARGIN_FIRST_BELOW else _WITH_MARGIN, nps=signed(nps.shown), margin=format_number(nps.margin))


def nps_range(nps: Nps) -> str:
    """+23 to +43."""
    return EMPTY_CELL if nps.low is None or nps.high is None else say(_RANGE, low=signed(nps.low), high=signed(nps.high))


def mean_text(mean: Mean, *, has_range: bool = True) -> str:
    """4.5 (4.3 to 4.7)."""
    if mean.mean is None:
        return EMPTY_CELL
    value = format_number(mean.mean, 1)
    if mean.low is None or mean.high is None or mean.low == mean.high or not has_range:
        return value
    return say(_WITH_RANGE, value=value, low=format_number(mean.low, 1), high=format_number(mean.high, 1))


def cell_text(soundness: Soundness, nps: Nps | None, mean: Mean | None) -> str:
    """What stands in a cell of a cross table."""
    if soundness is Soundness.HIDDEN:
        return say(_FEW)
    return mean_text(mean, has_range=False) if mean is not None else nps_text(nps)


def row_name(by: CrossBy, key: Hashable) -> str:
    """What a row of a cross table is called."""
    if isinstance(key, Segment):
        return translated("Segments", SEGMENT_NAMES[key])
    if isinstance(key, int):
        return translated("CustomerMap", OCCASION_NAMES[key])
    if key == OTHERS:
        return say(_OTHERS)
    return str(key) if key != "" else say(_NO_ROW_NAMES[by])


def question_name(question: Question) -> str:
    """Short, for the head of a column."""
    return say(_NPS) if question.kind is QuestionKind.NPS else question.text


def quoted(text: str) -> str:
    """“How was the waiting …”"""
    return say(_QUOTED, words=shortened(text))


def shortened(text: str) -> str:
    return text if len(text) <= SHORT_TEXT else f"{text[: SHORT_TEXT - 1]}…"


def choice_name(asked: QuestionResult, choice: str) -> str:
    """As it stands on the sheet; the point of a scale with its word."""
    question = asked.question
    if choice == OTHER and question.has_other:
        return say(_OTHER)
    if question.kind is QuestionKind.DATE:
        return day_text(date.fromisoformat(f"{choice}-01"), DateStyle.MONTH)
    if question.kind is QuestionKind.NUMBER:
        return f"{choice}{question.unit}"
    if question.kind is not QuestionKind.SCALE:
        return choice
    label = _label(question, int(choice))
    return say(_POINT, point=choice, label=label) if label else choice


def _label(question: Question, point: int) -> str:
    if len(question.labels) == question.points:
        return question.labels[point - 1]
    ends = question.labels if len(question.labels) == 2 else question.ends
    return {1: ends[0], question.points: ends[1]}.get(point, "")


def score_tone(score: int, limit: int) -> Tone:
    """Of a score on a chip."""
    return Tone.DANGER if score <= limit else Tone.OK if score >= PROMOTER_FROM else Tone.NEUTRAL
