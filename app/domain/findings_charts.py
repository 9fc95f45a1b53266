"""The sentences above the charts of who came, what was sold and what is at stake: made from their numbers alone."""

from __future__ import annotations

from collections.abc import Sequence
from math import log, sqrt

from app.domain.chart_rows import LATE_BANDS, AtStake, FlowMonth, SalesMonth, SegmentShare
from app.domain.chart_words import ChartWords
from app.domain.findings import NONE_YET, Finding
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.numbers import format_number, format_percent
from app.domain.periods import add_months
from app.domain.rates import ENOUGH, Z
from app.domain.rfm import RECENCY_BANDS
from app.domain.segments import SEGMENT_NAMES

FLOW_FEW = QT_TRANSLATE_NOOP("Findings", "{month}: {new} new, {returned} back again, {lost} lost. So few are for reference only.")
FLOW_EVEN = QT_TRANSLATE_NOOP("Findings", "{month}: {new} new, {returned} back again, {lost} lost. As many come now as at its start.")
FLOW_GROWN = QT_TRANSLATE_NOOP(
    "Findings", "{month}: {new} new, {returned} back again, {lost} lost. {people} more come now than at its start."
)
FLOW_SHRUNK = QT_TRANSLATE_NOOP(
    "Findings", "{month}: {new} new, {returned} back again, {lost} lost. {people} fewer come now than at its start."
)
FLOW_GROWN_PERHAPS = QT_TRANSLATE_NOOP(
    "Findings", "{month}: {new} new, {returned} back again, {lost} lost. {people} more than at its start; that may be chance."
)
FLOW_SHRUNK_PERHAPS = QT_TRANSLATE_NOOP(
    "Findings", "{month}: {new} new, {returned} back again, {lost} lost. {people} fewer than at its start; that may be chance."
)

NOBODY_YET = QT_TRANSLATE_NOOP("Findings", "Nobody has bought yet.")
SEGMENTS_FEW = QT_TRANSLATE_NOOP("Findings", "{segment}: {people} of the customers, {sales} of the sales. So few are for reference only.")
SEGMENTS_BEST = QT_TRANSLATE_NOOP("Findings", "{segment}: {people} of the customers bring {sales} of the sales.")

SALES_FIRST = QT_TRANSLATE_NOOP("Findings", "{month}: sales of {amount} to customers.")
SALES_SAME = QT_TRANSLATE_NOOP("Findings", "{month}: sales of {amount} to customers, as much as in {before}.")
SALES_MORE = (
    QT_TRANSLATE_NOOP("Findings", "{month}: {more} more than in {before}, above all because more customers came."),
    QT_TRANSLATE_NOOP("Findings", "{month}: {more} more than in {before}, above all because each came more often."),
    QT_TRANSLATE_NOOP("Findings", "{month}: {more} more than in {before}, above all because each visit brought more."),
)
SALES_LESS = (
    QT_TRANSLATE_NOOP("Findings", "{month}: {more} less than in {before}, above all because fewer customers came."),
    QT_TRANSLATE_NOOP("Findings", "{month}: {more} less than in {before}, above all because each came less often."),
    QT_TRANSLATE_NOOP("Findings", "{month}: {more} less than in {before}, above all because each visit brought less."),
)

STAKE_NONE = QT_TRANSLATE_NOOP("Findings", "Nobody has been away for {low} to {high} days.")
STAKE_BETWEEN = QT_TRANSLATE_NOOP(
    "Findings", "{people} have been away for {low} to {high} days. While they came, they brought a gross profit of {margin} a year."
)


def flow_finding(rows: Sequence[FlowMonth], words: ChartWords) -> Finding:
    """Of the last finished month. More or fewer is beyond chance where the difference of those who came (new, returned) and those who were
    lost exceeds 1.96 standard errors of a difference of two counts (Poisson)."""
    finished = [row for row in rows if row.is_complete]
    if not finished:
        return Finding(NONE_YET)
    last = finished[-1]
    values: dict[str, object] = {
        "month": words.month(last.month),
        "new": format_number(last.new),
        "returned": format_number(last.returned),
        "lost": format_number(last.lost),
        "people": format_number(abs(last.gain)),
    }
    if last.kept + last.lost < ENOUGH:
        return Finding(FLOW_FEW, values)
    if not last.gain:
        return Finding(FLOW_EVEN, values)
    is_sure = abs(last.gain) > Z * sqrt(last.new + last.returned + last.lost)
    if last.gain > 0:
        return Finding(FLOW_GROWN if is_sure else FLOW_GROWN_PERHAPS, values)
    return Finding(FLOW_SHRUNK if is_sure else FLOW_SHRUNK_PERHAPS, values)


def segment_finding(shares: Sequence[SegmentShare], words: ChartWords) -> Finding:
    """The group with the largest share of the sales."""
    known = [share for share in shares if share.sales is not None]
    if not known:
        return Finding(NOBODY_YET)
    best = max(known, key=lambda share: share.sales or 0.0)
    values: dict[str, object] = {
        "segment": words.say("Segments", SEGMENT_NAMES[best.segment]),
        "people": f"{best.customers.percent}%",
        "sales": format_percent(best.sales),
    }
    return Finding(SEGMENTS_FEW if best.is_reference else SEGMENTS_BEST, values)


def sales_finding(rows: Sequence[SalesMonth], words: ChartWords) -> Finding:
    """The last finished month beside the same month a year before, else beside the month before. The cause is the factor whose logarithm
    moved most in the direction of the sales: log(sales) = log(customers) + log(visits each) + log(amount a visit)."""
    finished = [row for row in rows if row.is_complete and row.amount > 0 and row.customers]
    if not finished:
        return Finding(NONE_YET)
    last = finished[-1]
    by_month = {row.month: row for row in finished}
    before = by_month.get(add_months(last.month, -12)) or by_month.get(add_months(last.month, -1))
    values: dict[str, object] = {"month": words.month(last.month), "amount": words.money(last.amount)}
    if before is None:
        return Finding(SALES_FIRST, values)
    more = last.amount - before.amount
    values |= {"before": words.month(before.month), "more": words.money(abs(more))}
    if not more:
        return Finding(SALES_SAME, values)
    moves = [
        log(now / then)
        for now, then in (
            (last.customers, before.customers),
            (last.visits_each or 1.0, before.visits_each or 1.0),
            (last.amount_each or 1.0, before.amount_each or 1.0),
        )
    ]
    sign = 1 if more > 0 else -1
    cause = max(range(len(moves)), key=lambda place: sign * moves[place])
    return Finding((SALES_MORE if more > 0 else SALES_LESS)[cause], values)


def stake_finding(stake: AtStake, words: ChartWords) -> Finding:
    """The band of 60 to 240 days with most at stake."""
    worst = stake.worst
    if not stake.bands:
        return Finding(NOBODY_YET)
    if worst is None:
        return Finding(STAKE_NONE, {"low": RECENCY_BANDS[LATE_BANDS[0] - 1], "high": RECENCY_BANDS[LATE_BANDS[-1]]})
    values: dict[str, object] = {
        "people": words.people(worst.customers),
        "low": RECENCY_BANDS[worst.band - 1],
        "high": RECENCY_BANDS[worst.band],
        "margin": words.money(worst.margin),
    }
    return Finding(STAKE_BETWEEN, values)
