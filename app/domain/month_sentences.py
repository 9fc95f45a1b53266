"""The sentences at the top of the month-end report, made from its numbers. A difference is only told as one where chance is ruled out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.care_people import ComplaintsClosed, RenewingIn, VoicesOpenOn
from app.domain.chart_people import FlowPeople
from app.domain.figures import PointHolders, Stayers, Visitors
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.measure_results import Verdict
from app.domain.month_report import Amount, CareLines, MeasureLine, MeasureStage, MonthName, PointsLine, ReportSentence, Span, SurveyLine
from app.domain.numbers import format_number, round_half_up
from app.domain.periods import Period, add_months
from app.domain.rates import Rate, RateStatus, points_between
from app.domain.survey_results import Soundness

NO_RATE = QT_TRANSLATE_NOOP("MonthReport", "There is no return rate yet. It begins in {month}.")
NOBODY_THERE = QT_TRANSLATE_NOOP("MonthReport", "There is no return rate: nobody was a customer when the time looked at began.")
FEW = QT_TRANSLATE_NOOP("MonthReport", "The return rate is {percent}%, of {people} customers only: for reference.")
FIRST = QT_TRANSLATE_NOOP("MonthReport", "The return rate is {percent}% ({span}).")
ABOUT = QT_TRANSLATE_NOOP("MonthReport", "The return rate is {percent}% ({span}), about as in {before} ({percent_before}%).")
RISEN = QT_TRANSLATE_NOOP("MonthReport", "The return rate is {percent}% ({span}), {points} points higher than in {before}.")
FALLEN = QT_TRANSLATE_NOOP("MonthReport", "The return rate is {percent}% ({span}), {points} points lower than in {before}.")
YEAR_ABOUT = QT_TRANSLATE_NOOP("MonthReport", "A year before it was {percent_before}%, about the same.")
YEAR_RISEN = QT_TRANSLATE_NOOP("MonthReport", "A year before it was {percent_before}%: it has risen by {points} points.")
YEAR_FALLEN = QT_TRANSLATE_NOOP("MonthReport", "A year before it was {percent_before}%: it has fallen by {points} points.")
FLOW = QT_TRANSLATE_NOOP("MonthReport", "{new} new customers, {back} came back, {lost} stopped coming ({before}: {lost_before}).")
FLOW_FIRST = QT_TRANSLATE_NOOP("MonthReport", "{new} new customers, {back} came back, {lost} stopped coming.")
FEWER_NEW = QT_TRANSLATE_NOOP("MonthReport", "{lost} stopped coming and only {new} are new: new customers do not make up for those lost.")
SALES = QT_TRANSLATE_NOOP("MonthReport", "Net sales were {amount}.")
SALES_MORE = QT_TRANSLATE_NOOP("MonthReport", "Net sales were {amount}, {difference} more than in {before}.")
SALES_LESS = QT_TRANSLATE_NOOP("MonthReport", "Net sales were {amount}, {difference} less than in {before}.")
SALES_SAME = QT_TRANSLATE_NOOP("MonthReport", "Net sales were {amount}, as much as in {before}.")
STARTED = QT_TRANSLATE_NOOP("MonthReport", "“{name}” went to {people} customers. Its result is known on {day}.")
WORKS = QT_TRANSLATE_NOOP("MonthReport", "“{name}” works: {effect} more profit each ({low} to {high}).")
NOT_CLEAR = QT_TRANSLATE_NOOP("MonthReport", "Whether “{name}” works is not yet clear: {effect} each ({low} to {high}).")
HARM = QT_TRANSLATE_NOOP("MonthReport", "“{name}” may have done harm: {effect} each ({low} to {high}).")
REFERENCE = QT_TRANSLATE_NOOP("MonthReport", "“{name}” is over. There were too few people for a verdict.")
NO_HOLDOUT = QT_TRANSLATE_NOOP("MonthReport", "“{name}” is over. Nobody was held back, so there is nothing to compare with.")
NPS = QT_TRANSLATE_NOOP("MonthReport", "“{name}”: {people} answers, NPS {nps} ± {margin}.")
NPS_STEP = QT_TRANSLATE_NOOP("MonthReport", "“{name}”: {people} answers, NPS {nps} ± {margin}, {step} since {before}.")
ANSWERS = QT_TRANSLATE_NOOP("MonthReport", "“{name}”: {people} answers.")
COMPLAINTS = QT_TRANSLATE_NOOP("MonthReport", "Complaints closed: {count}. The most frequent cause: {cause} ({most}).")
COMPLAINTS_ONLY = QT_TRANSLATE_NOOP("MonthReport", "Complaints closed: {count}.")
VOICES_OPEN = QT_TRANSLATE_NOOP("MonthReport", "Voices still open at the end of the month: {count}.")
VOICES_LATE = QT_TRANSLATE_NOOP("MonthReport", "Voices still open at the end of the month: {count}, {late} of them later than promised.")
CONTRACTS_DUE = QT_TRANSLATE_NOOP("MonthReport", "Contracts to be renewed next month: {count}.")
POINTS = QT_TRANSLATE_NOOP("MonthReport", "Points owed: {points} points, worth {amount}.")
UNFINISHED = QT_TRANSLATE_NOOP(
    "MonthReport", "This month is not over: its figures are drawn hollow, and what they mean is said at its end."
)

WHO_STAYED = QT_TRANSLATE_NOOP("MonthReport", "Came again")
WHO_STOPPED = QT_TRANSLATE_NOOP("MonthReport", "Stopped coming")
WHO_CAME = QT_TRANSLATE_NOOP("MonthReport", "Visitors of the month")
WHO_HAS_POINTS = QT_TRANSLATE_NOOP("MonthReport", "Customers with points")
WHO_COMPLAINED = QT_TRANSLATE_NOOP("MonthReport", "Complaints closed")
WHO_WAITS = QT_TRANSLATE_NOOP("MonthReport", "Voices still open")
WHO_RENEWS = QT_TRANSLATE_NOOP("MonthReport", "Contracts to be renewed")
WHO_IS_NEW = QT_TRANSLATE_NOOP("MonthReport", "New customers")
WHO_CAME_BACK = QT_TRANSLATE_NOOP("MonthReport", "Came back")

MOST_SAID = 3
_VERDICTS = {Verdict.WORKS: WORKS, Verdict.NOT_YET_CLEAR: NOT_CLEAR, Verdict.MAY_HAVE_DONE_HARM: HARM}


@dataclass(frozen=True, slots=True)
class Compared:
    """A rate of another time; `is_beyond_chance` with all comparisons of the page taken together."""

    start: date
    rate: Rate
    is_beyond_chance: bool


@dataclass(frozen=True, slots=True)
class Flow:
    """Customers of a month; `period` is what they were counted over."""

    new: int
    back: int
    lost: int


def return_sentences(
    rate: Rate, people: Stayers, before: Compared | None, last_year: Compared | None, begins: date | None
) -> tuple[ReportSentence, ...]:
    """`begins`: the first month that has a return rate, None where that is over."""
    if rate.percent is None or rate.low is None or rate.high is None:
        if begins is None:
            return (ReportSentence(NOBODY_THERE, {}, is_head=True),)
        return (ReportSentence(NO_RATE, {"month": MonthName(begins)}, is_head=True),)
    values: dict[str, object] = {"percent": rate.percent, "people": rate.denominator, "span": Span(rate.low, rate.high)}
    if rate.status is not RateStatus.SOUND:
        return (ReportSentence(FEW, values, people, WHO_STAYED, is_head=True),)
    found = [ReportSentence(*_against(rate, values, before), people, WHO_STAYED, is_head=True)]
    if last_year is not None and last_year.rate.status is RateStatus.SOUND:
        source, filled = _by(rate, last_year, (YEAR_ABOUT, YEAR_RISEN, YEAR_FALLEN))
        found.append(ReportSentence(source, filled))
    return tuple(found)


def _against(rate: Rate, values: dict[str, object], before: Compared | None) -> tuple[str, dict[str, object]]:
    if before is None or before.rate.status is not RateStatus.SOUND:
        return FIRST, values
    source, filled = _by(rate, before, (ABOUT, RISEN, FALLEN))
    return source, values | filled | {"before": MonthName(before.start)}


def _by(rate: Rate, other: Compared, sources: tuple[str, str, str]) -> tuple[str, dict[str, object]]:
    points = points_between(rate, other.rate) or Decimal(0)
    filled: dict[str, object] = {"percent_before": other.rate.percent, "points": abs(points)}
    if not other.is_beyond_chance or not points:
        return sources[0], filled
    return sources[1 if points > 0 else 2], filled


def flow_sentences(flow: Flow, before: Flow | None, month_before: date, lost: FlowPeople) -> tuple[ReportSentence, ...]:
    values: dict[str, object] = {"new": flow.new, "back": flow.back, "lost": flow.lost}
    if before is None:
        found = [ReportSentence(FLOW_FIRST, values, lost, WHO_STOPPED)]
    else:
        values |= {"before": MonthName(month_before), "lost_before": before.lost}
        found = [ReportSentence(FLOW, values, lost, WHO_STOPPED)]
    if flow.lost > flow.new:
        found.append(ReportSentence(FEWER_NEW, values, lost, WHO_STOPPED))
    return tuple(found)


def sales_sentence(sales: int, before: int | None, month_before: date, visitors: Period) -> ReportSentence:
    """`before` None: there is nothing to compare with."""
    people = Visitors(visitors)
    if before is None:
        return ReportSentence(SALES, {"amount": Amount(sales)}, people, WHO_CAME)
    difference = sales - before
    values = {"amount": Amount(sales), "difference": Amount(abs(difference)), "before": MonthName(month_before)}
    return ReportSentence(SALES_MORE if difference > 0 else SALES_LESS if difference else SALES_SAME, values, people, WHO_CAME)


def measure_sentences(lines: tuple[MeasureLine, ...]) -> tuple[ReportSentence, ...]:
    """Of those that began or whose result came in the month, the first three; of those still running nothing can be said."""
    return tuple(_measure(line) for line in lines if line.stage is not MeasureStage.RUNNING)[:MOST_SAID]


def _measure(line: MeasureLine) -> ReportSentence:
    if line.stage is MeasureStage.STARTED:
        return ReportSentence(STARTED, {"name": line.name, "people": line.people, "day": line.ends_on})
    result = line.result
    if result is None or result.verdict is Verdict.REFERENCE:
        return ReportSentence(REFERENCE, {"name": line.name})
    if result.verdict is Verdict.NO_HOLDOUT or result.effect is None:
        return ReportSentence(NO_HOLDOUT, {"name": line.name})
    effect = result.effect
    spread = {name: Amount(int(round_half_up(value)), signed=True) for name, value in (("low", effect.low), ("high", effect.high))}
    return ReportSentence(
        _VERDICTS[result.verdict], {"name": line.name, "effect": Amount(int(round_half_up(effect.effect)), signed=True), **spread}
    )


def survey_sentence(line: SurveyLine) -> ReportSentence:
    nps = line.nps
    if nps is None or nps.shown is None or nps.margin is None or nps.soundness is not Soundness.SOUND:
        return ReportSentence(ANSWERS, {"name": line.title, "people": line.answers})
    values: dict[str, object] = {"name": line.title, "people": nps.n, "nps": nps.shown, "margin": round_half_up(nps.margin)}
    if line.step is not None and line.step.is_sure:
        values |= {"step": _signed(line.step.difference), "before": MonthName(line.step.before)}
        return ReportSentence(NPS_STEP, values)
    return ReportSentence(NPS, values)


def points_sentence(line: PointsLine) -> ReportSentence:
    values = {"points": line.owed.points, "amount": Amount(line.owed.money)}
    return ReportSentence(POINTS, values, PointHolders(line.owed.day), WHO_HAS_POINTS)


def care_sentences(lines: CareLines, period: Period) -> tuple[ReportSentence, ...]:
    """Only of what there is."""
    found = []
    if lines.causes:
        most = lines.causes[0]
        said: dict[str, object] = {"count": lines.complaints, "cause": most.cause, "most": most.count}
        found.append(ReportSentence(COMPLAINTS if most.cause else COMPLAINTS_ONLY, said, ComplaintsClosed(period), WHO_COMPLAINED))
    if lines.open_voices:
        waiting: dict[str, object] = {"count": lines.open_voices, "late": lines.late}
        found.append(ReportSentence(VOICES_LATE if lines.late else VOICES_OPEN, waiting, VoicesOpenOn(period.end), WHO_WAITS))
    if lines.due:
        following = Period(period.end, add_months(period.end, 1))
        found.append(ReportSentence(CONTRACTS_DUE, {"count": len(lines.due)}, RenewingIn(following), WHO_RENEWS))
    return tuple(found)


def _signed(difference: float) -> str:
    shown = format_number(difference)
    return f"+{shown}" if round_half_up(difference) > 0 else shown
