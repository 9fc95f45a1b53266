"""kpi contracts: who renewed, who left, and how long contracts last."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.cli.call import Call, Outcome
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.numbers import format_percent, format_rate
from app.domain.rates import Rate

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_ACTIVE = QT_TRANSLATE_NOOP("CommandLine", "As of {day} contracts are running: {active}")
_RENEWED = QT_TRANSLATE_NOOP("CommandLine", "Of those twelve months before, still running: {rate}; no more: {churn}")
_LASTS = QT_TRANSLATE_NOOP("CommandLine", "Month {month}: {at_risk} at risk, {ended} ended, {share} last longer ({low} to {high})")


def contracts(call: Call, session: Session, as_of: date, _currency: str) -> Outcome:
    from app.queries.contracts import contract_figures

    found = contract_figures(session, as_of)
    facts = {
        "as_of": as_of,
        "active": found.active,
        "renewal_rate": found.renewal.rate,
        "churn_rate": found.churn.rate,
        "survival": found.survival,
    }
    if not found.contracts:
        return Outcome(facts, [call.say(QT_TRANSLATE_NOOP("CommandLine", "There are no contracts as of {day}."), day=as_of)])
    lines = [call.say(_ACTIVE, day=as_of, active=found.active)]
    if found.renewal.denominator:
        lines.append(call.say(_RENEWED, rate=_share(found.renewal), churn=_share(found.churn)))
    lines += [
        call.say(
            _LASTS,
            month=row.month,
            at_risk=row.at_risk,
            ended=row.ended,
            share=format_percent(row.survival),
            low=format_percent(row.low),
            high=format_percent(row.high),
        )
        for row in found.survival
    ]
    return Outcome(facts, lines)


def _share(rate: Rate) -> str:
    return f"{format_rate(rate.numerator, rate.denominator)} ({rate.numerator:,}/{rate.denominator:,})"
