"""What trying a rule has shown, in sentences."""

from __future__ import annotations

from app.domain.formats import CountUnit, format_count
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.money import Currency, format_money
from app.domain.numbers import format_percent, format_rate
from app.domain.point_money import RuleTrial
from app.views.labels import translated
from app.views.moments import language
from app.views.points.bar_chart import month_name

CONTEXT = "PointTrial"


def verdict_text(trial: RuleTrial, currency: Currency) -> str:
    """How much more or less the tried rule would have cost."""
    if trial.now is None:
        source = QT_TRANSLATE_NOOP("PointTrial", "It would have cost {other} in 12 months")
    elif trial.more > 0:
        source = QT_TRANSLATE_NOOP("PointTrial", "It would have cost {amount} more in 12 months")
    elif trial.more < 0:
        source = QT_TRANSLATE_NOOP("PointTrial", "It would have cost {amount} less in 12 months")
    else:
        source = QT_TRANSLATE_NOOP("PointTrial", "The rule costs {other} in 12 months")
    return translated(CONTEXT, source, **_values(trial, currency))


def detail_text(trial: RuleTrial, currency: Currency) -> str:
    """From how much to how much, in money and of sales, and what share is taken to be used."""
    same = QT_TRANSLATE_NOOP("PointTrial", "{other_share} of sales.")
    other = QT_TRANSLATE_NOOP("PointTrial", "From {now} ({now_share} of sales) to {other} ({other_share}).")
    source = same if trial.now is None or not trial.more else other
    own = QT_TRANSLATE_NOOP("PointTrial", "Reckoned with the {percent} that are used here.")
    usual = QT_TRANSLATE_NOOP("PointTrial", "Reckoned as if {percent} are used, as usual in shops.")
    percent = format_percent(trial.used.share, 0)
    reckoned = translated(CONTEXT, usual if trial.used.is_usual else own, percent=percent)
    return translated(CONTEXT, source, **_values(trial, currency)) + _SPACE[language() == "ja"] + reckoned


def span_text(trial: RuleTrial) -> str:
    """On which receipts it was tried: 2025年11月〜2026年10月の会計 2,216件で計算."""
    receipts = format_count(trial.receipts, CountUnit.ITEMS, language())
    first, last = month_name(trial.period.start), month_name(trial.other.months[-1].period.start)
    return translated(CONTEXT, QT_TRANSLATE_NOOP("PointTrial", "{first} to {last}, {receipts}"), first=first, last=last, receipts=receipts)


def without_text(trial: RuleTrial) -> str:
    """How many of the receipts would have earned nothing; empty for none."""
    count = trial.other.without_points
    if not count:
        return ""
    values = {"count": format_count(count, CountUnit.ITEMS, language()), "all": format_count(trial.receipts, CountUnit.ITEMS, language())}
    return translated(CONTEXT, QT_TRANSLATE_NOOP("PointTrial", "{count} of {all} would have earned 0."), **values)


_SPACE = {True: "", False: " "}


def _values(trial: RuleTrial, currency: Currency) -> dict[str, str]:
    spoken = language()
    return {
        "amount": format_money(abs(trial.more), currency, spoken),
        "now": format_money(trial.cost_now, currency, spoken),
        "now_share": format_rate(trial.cost_now, trial.sales, 2),
        "other": format_money(trial.cost_other, currency, spoken),
        "other_share": format_rate(trial.cost_other, trial.sales, 2),
    }
