"""The sentences above the charts of finished measures and of the net promoter score."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.chart_rows import MeasurePoint, NpsCourse
from app.domain.chart_words import ChartWords
from app.domain.findings import Finding
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.measure_results import Verdict
from app.domain.numbers import format_number
from app.domain.survey_results import MARGIN_FIRST_BELOW, Soundness, signed

NO_MEASURE = QT_TRANSLATE_NOOP("Findings", "No campaign has its result yet.")
NONE_COMPARED = QT_TRANSLATE_NOOP("Findings", "No campaign can be judged: nobody was held back, or too few people were.")
NONE_CLEAR = QT_TRANSLATE_NOOP("Findings", "None of the {count} campaigns compared can be told from chance yet.")
BEST_WORKED = QT_TRANSLATE_NOOP("Findings", "{name} worked. Profit on cost: {percent} (range of chance {low} to {high}).")
BEST_WORKED_FREE = QT_TRANSLATE_NOOP("Findings", "{name} worked, and cost nothing of its own.")
BEST_PERHAPS = QT_TRANSLATE_NOOP("Findings", "{name} did best; with {count} campaigns compared that may be chance.")
DID_HARM = QT_TRANSLATE_NOOP("Findings", "{name} may have done harm. Profit on cost: {percent}.")

NO_NPS = QT_TRANSLATE_NOOP("Findings", "No customer survey has asked for a recommendation yet.")
NPS_HIDDEN = QT_TRANSLATE_NOOP("Findings", "{month}: fewer than 5 answers, too few to say anything.")
NPS_MARGIN = QT_TRANSLATE_NOOP("Findings", "{month}: NPS between {low} and {high}, from {n} answers only.")
NPS_ALONE = QT_TRANSLATE_NOOP("Findings", "{month}: NPS {nps} (±{margin}), from {n} answers.")
NPS_SAME = QT_TRANSLATE_NOOP("Findings", "{month}: NPS {nps} (±{margin}), the same as the time before.")
NPS_RISEN = QT_TRANSLATE_NOOP("Findings", "{month}: NPS {nps} (±{margin}), {points} points higher than the time before.")
NPS_FALLEN = QT_TRANSLATE_NOOP("Findings", "{month}: NPS {nps} (±{margin}), {points} points lower than the time before.")
NPS_RISEN_PERHAPS = QT_TRANSLATE_NOOP(
    "Findings", "{month}: NPS {nps} (±{margin}), {points} points higher than the time before; that may be chance."
)
NPS_FALLEN_PERHAPS = QT_TRANSLATE_NOOP(
    "Findings", "{month}: NPS {nps} (±{margin}), {points} points lower than the time before; that may be chance."
)


def whole_percent(share: float) -> str:
    """+80%, −20%: a return is known no closer than that."""
    written = f"{format_number(100 * share)}%"
    return f"+{written}" if share > 0 and not written.startswith("0") else written


def measure_finding(points: Sequence[MeasurePoint]) -> Finding:
    """The best of those that worked and outlast the comparison of all that are shown; else that nothing is certain."""
    if not points:
        return Finding(NO_MEASURE)
    judged = [point for point in points if point.verdict in (Verdict.WORKS, Verdict.NOT_YET_CLEAR, Verdict.MAY_HAVE_DONE_HARM)]
    if not judged:
        return Finding(NONE_COMPARED)
    worked = sorted((point for point in judged if point.verdict is Verdict.WORKS), key=_return, reverse=True)
    sure = next((point for point in worked if point.is_sure), None)
    if sure is not None:
        return _best(sure)
    if worked:
        return Finding(BEST_PERHAPS, {"name": worked[0].name, "count": len(judged)})
    harmful = next((point for point in judged if point.verdict is Verdict.MAY_HAVE_DONE_HARM and point.is_sure), None)
    if harmful is not None and harmful.roi is not None and harmful.roi.value is not None:
        return Finding(DID_HARM, {"name": harmful.name, "percent": whole_percent(harmful.roi.value)})
    return Finding(NONE_CLEAR, {"count": len(judged)})


def nps_finding(course: NpsCourse, words: ChartWords) -> Finding:
    """Of the last finished wave, else of the one that runs."""
    finished = [wave for wave in course.waves if wave.is_complete] or list(course.waves)
    if not finished:
        return Finding(NO_NPS)
    last = finished[-1]
    nps, values = last.nps, {"month": words.month(last.wave), "n": format_number(last.nps.n)}
    if nps.soundness is Soundness.HIDDEN or nps.shown is None or nps.low is None or nps.high is None or nps.margin is None:
        return Finding(NPS_HIDDEN, values)
    if nps.n < MARGIN_FIRST_BELOW:
        return Finding(NPS_MARGIN, values | {"low": signed(round(nps.low)), "high": signed(round(nps.high))})
    values |= {"nps": signed(nps.shown), "margin": format_number(nps.margin)}
    if course.step is None:
        return Finding(NPS_ALONE, values)
    points, is_sure = course.step
    if not points:
        return Finding(NPS_SAME, values)
    sources = (NPS_RISEN, NPS_RISEN_PERHAPS) if points > 0 else (NPS_FALLEN, NPS_FALLEN_PERHAPS)
    return Finding(sources[0 if is_sure else 1], values | {"points": str(abs(points))})


def _return(point: MeasurePoint) -> float:
    return point.roi.value if point.roi is not None and point.roi.value is not None else float("inf")


def _best(point: MeasurePoint) -> Finding:
    roi = point.roi
    if roi is None or roi.value is None or roi.low is None or roi.high is None:
        return Finding(BEST_WORKED_FREE, {"name": point.name})
    texts = {"percent": whole_percent(roi.value), "low": whole_percent(roi.low), "high": whole_percent(roi.high)}
    return Finding(BEST_WORKED, {"name": point.name, **texts})
