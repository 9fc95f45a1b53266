"""survey result: what came back, as figures."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.cli.call import Call, Outcome
from app.domain.formats import format_range
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.numbers import format_number, format_rate
from app.domain.rates import Rate
from app.domain.survey_results import Mean, Nps, QuestionResult, SurveyResults, signed

_HEAD = QT_TRANSLATE_NOOP("CommandLine", "{title}: {answers} answers; {returned} of {handed_out} sheets came back ({percent}, {range})")
_UNPRINTED = QT_TRANSLATE_NOOP("CommandLine", "{title}: {answers} answers")
_NPS = QT_TRANSLATE_NOOP("CommandLine", "NPS {nps} ± {margin} ({n} people: {promoters} promoters, {detractors} detractors)")
_MEAN = QT_TRANSLATE_NOOP("CommandLine", "{number}. {text}: {mean} ({low} to {high}), {n} answers")
_COUNTS = QT_TRANSLATE_NOOP("CommandLine", "{number}. {text}: {counts}")
_REMARKS = QT_TRANSLATE_NOOP("CommandLine", "{number}. {text}: {n} answers")
_WITHHELD = QT_TRANSLATE_NOOP("CommandLine", "Of the staff nothing is shown before five have answered.")


def result(call: Call) -> Outcome:
    """Of all waves, or of the one that was named. UnknownSurvey."""
    from app.queries.shop import shop_zone
    from app.queries.survey_results import survey_results
    from app.queries.surveys import survey_named

    with call.database() as database, database.read() as session:
        number = survey_named(session, call.options.survey)
        found = survey_results(session, number, wave=call.options.wave, today=call.today(shop_zone(session)))
    return Outcome(facts_of(found), _lines(call, found))


def facts_of(found: SurveyResults) -> dict[str, Any]:
    """`questions` by id; one that only older versions ask as id@version where the id is in use again."""
    chosen = found.chosen
    return {
        "survey": found.survey_id,
        "title": found.title,
        "version": found.version,
        "wave": _month(chosen.wave),
        "handed_out": chosen.handed_out,
        "answers": chosen.answers,
        "open": found.open_answers,
        "response_rate": _rate(chosen.returned),
        "nps": None if found.is_withheld or chosen.nps is None else _nps(chosen.nps),
        "waves": [
            {"wave": _month(one.wave), "answers": one.answers, "nps": None if one.nps is None else _nps(one.nps)} for one in found.waves
        ],
        "questions": {one.key: _question(one) for one in found.questions},
    }


def _nps(nps: Nps) -> dict[str, Any]:
    return {"n": nps.n, "promoters": nps.promoters, "detractors": nps.detractors, "nps": nps.nps, "margin": nps.margin}


def _question(one: QuestionResult) -> dict[str, Any]:
    facts: dict[str, Any] = {"kind": one.question.kind, "text": one.question.text, "n": one.n}
    if one.bars:
        facts["counts"] = {bar.choice: bar.count for bar in one.bars}
    if one.mean is not None:
        facts |= {"mean": one.mean.mean, "low": one.mean.low, "high": one.mean.high}
    if one.middle is not None:
        facts["median"] = one.middle
    return facts | {"remarks": one.remarks}


def _rate(rate: Rate) -> dict[str, Any]:
    return {"numerator": rate.numerator, "denominator": rate.denominator, "rate": rate.rate, "low": rate.low, "high": rate.high}


def _month(wave: date | None) -> str | None:
    return None if wave is None else f"{wave:%Y-%m}"


def _lines(call: Call, found: SurveyResults) -> list[str]:
    chosen, rate = found.chosen, found.chosen.returned
    if rate.rate is None or rate.low is None or rate.high is None:
        lines = [call.say(_UNPRINTED, title=found.title, answers=chosen.answers)]
    else:
        known = {"title": found.title, "answers": chosen.answers, "returned": rate.numerator, "handed_out": chosen.handed_out}
        lines = [call.say(_HEAD, **known, percent=format_rate(rate.numerator, rate.denominator), range=format_range(rate.low, rate.high))]
    if found.is_withheld:
        return [*lines, call.translate("CommandLine", _WITHHELD)]
    nps = chosen.nps
    if nps is not None and nps.shown is not None and nps.margin is not None:
        margin = format_number(nps.margin)
        known = {"n": nps.n, "promoters": nps.promoters, "detractors": nps.detractors}
        lines.append(call.say(_NPS, nps=signed(nps.shown), margin=margin, **known))
    return lines + [_line(call, one) for one in found.questions if one.key != found.nps_key]


def _line(call: Call, one: QuestionResult) -> str:
    head = {"number": one.number, "text": one.question.text}
    mean = one.mean
    if mean is not None and _is_known(mean):
        values = {name: format_number(getattr(mean, name), 1) for name in ("mean", "low", "high")}
        return call.say(_MEAN, **head, **values, n=mean.n)
    if one.bars:
        return call.say(_COUNTS, **head, counts=", ".join(f"{bar.choice} {bar.count}" for bar in one.bars))
    return call.say(_REMARKS, **head, n=one.n)


def _is_known(mean: Mean) -> bool:
    return mean.low is not None
