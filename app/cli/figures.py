"""kpi summary, retention, repurchase, cohorts, rfm, contracts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from app.cli.call import Call, Outcome
from app.cli.contracts import contracts
from app.domain.figures import CohortLine, RateFields, RepurchaseLine, RetentionLine, RfmFigures, SummaryFigures
from app.domain.formats import format_range
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.money import currency_of, format_money
from app.domain.numbers import EMPTY_CELL, format_rate

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def kpi(call: Call) -> Outcome:
    from app.queries.figures import default_as_of
    from app.queries.shop import shop_fields, shop_zone

    with call.database() as database, database.read() as session:
        today = call.today(shop_zone(session))
        # Contracts go on without purchases: they stand as they stand today.
        usual = today if call.options.figure == "contracts" else default_as_of(session, today)
        as_of = call.options.as_of or usual
        outcome = _FIGURES[call.options.figure](call, session, as_of, shop_fields(session).currency)
    if outcome.lines:
        return outcome
    nothing = QT_TRANSLATE_NOOP("CommandLine", "There are not enough purchases yet for this figure (as of {day}).")
    return Outcome(outcome.facts, [call.say(nothing, day=as_of)])


def _summary(call: Call, session: Session, as_of: date, currency: str) -> Outcome:
    from app.queries import figures

    summary = figures.kpi_summary(session, as_of)
    return Outcome({name: getattr(summary, name) for name in SummaryFigures.__dataclass_fields__}, _summary_lines(call, summary, currency))


def _summary_lines(call: Call, summary: SummaryFigures, currency: str) -> list[str]:
    def money(minor: int | None) -> str:
        return EMPTY_CELL if minor is None else format_money(minor, currency_of(currency), call.language)

    lines = [
        call.say(QT_TRANSLATE_NOOP("CommandLine", "As of {day}"), day=summary.as_of),
        call.say(
            QT_TRANSLATE_NOOP("CommandLine", "Customers: {customers}, of whom bought: {buyers}, once only: {one_time}"),
            customers=summary.customers, buyers=summary.buyers, one_time=summary.one_time,
        ),
        call.say(QT_TRANSLATE_NOOP("CommandLine", "Receipts: {receipts}"), receipts=summary.receipts),
        call.say(QT_TRANSLATE_NOOP("CommandLine", "Net sales: {amount}"), amount=money(summary.net_sales)),
        call.say(QT_TRANSLATE_NOOP("CommandLine", "Average purchase amount: {amount}"), amount=money(summary.aov)),
    ]  # fmt: skip
    for days, rate in summary.repeat_rate.items():
        came_back = QT_TRANSLATE_NOOP("CommandLine", "Second visit within {days} days: {rate}")
        lines.append(call.say(came_back, days=days, rate=_rate_text(rate)))
    without = QT_TRANSLATE_NOOP("CommandLine", "Sales without a customer: {amount} ({rows} rows)")
    lines.append(call.say(without, amount=money(summary.sales_without_customer), rows=summary.rows_without_customer))
    return lines


def _retention(call: Call, session: Session, as_of: date, _currency: str) -> Outcome:
    from app.domain.periods import PeriodKind
    from app.queries import figures

    return _rates(call, figures.retention(session, PeriodKind(call.options.period), as_of), as_of)


def _repurchase(call: Call, session: Session, as_of: date, _currency: str) -> Outcome:
    from app.queries import figures

    return _rates(call, figures.repurchase(session, as_of), as_of)


def _rates(call: Call, rows: Sequence[RetentionLine | RepurchaseLine], as_of: date) -> Outcome:
    lines = []
    for row in rows:
        rate = _rate_text(RateFields(row.stayed, row.at_start, row.rate, row.low, row.high))
        line = call.say(QT_TRANSLATE_NOOP("CommandLine", "{start} → {end}: {rate}"), start=row.start, end=row.end, rate=rate)
        lines.append(line if row.complete else _unfinished(call, line))
    return Outcome({"as_of": as_of, "rows": rows}, lines)


def _cohorts(call: Call, session: Session, as_of: date, _currency: str) -> Outcome:
    from app.queries import figures

    rows: Sequence[CohortLine] = figures.cohorts(session, as_of)
    lines = []
    for row in rows:
        cell = QT_TRANSLATE_NOOP("CommandLine", "First bought {cohort} ({size}), {k} months later: {rate}")
        line = call.say(cell, cohort=row.cohort, size=row.size, k=row.k, rate=format_rate(row.active, row.size))
        lines.append(line if row.complete else _unfinished(call, line))
    return Outcome({"as_of": as_of, "rows": rows}, lines)


def _rfm(call: Call, session: Session, as_of: date, _currency: str) -> Outcome:
    from app.domain.segments import SEGMENT_NAMES, Segment
    from app.queries import figures

    scores: RfmFigures = figures.rfm(session, as_of)
    lines = [
        call.say(
            QT_TRANSLATE_NOOP("CommandLine", "{customer}: R{r} F{f} M{m}, {segment}"),
            customer=row.customer, r=row.r, f=row.f, m=row.m, segment=call.translate("Segments", SEGMENT_NAMES[Segment(row.segment)]),
        )
        for row in scores.rows
    ]  # fmt: skip
    return Outcome({"as_of": as_of, "cuts": scores.cuts, "rows": scores.rows}, lines)


def _rate_text(rate: RateFields) -> str:
    if rate.low is None or rate.high is None:
        return EMPTY_CELL
    share = format_rate(rate.numerator, rate.denominator)
    return f"{share} ({rate.numerator:,}/{rate.denominator:,}, {format_range(rate.low, rate.high)})"


def _unfinished(call: Call, line: str) -> str:
    return call.say(QT_TRANSLATE_NOOP("CommandLine", "{line} (unfinished)"), line=line)


_FIGURES: dict[str, Callable[[Call, Any, date, str], Outcome]] = {
    "summary": _summary,
    "retention": _retention,
    "repurchase": _repurchase,
    "cohorts": _cohorts,
    "rfm": _rfm,
    "contracts": contracts,
}
