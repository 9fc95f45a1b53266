"""The two charts of points: what is owed by the month in which it lapses, and what two rules cost month by month."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.charts.bar_spec import BarGroup, BarSpec
from app.charts.spec import TickStyle
from app.domain.money import Currency
from app.domain.point_money import PointMoney, RuleTrial, lapse_months
from app.domain.text import is_japanese

TEN_THOUSAND = 10_000


@dataclass(frozen=True, slots=True)
class MoneyWords:
    """`month` names a month shortly ("11月"); `currency` and `language` say how amounts stand at the axis."""

    month: Callable[[date], str]
    currency: Currency
    language: str


def owed_bars(money: PointMoney, words: MoneyWords) -> BarSpec:
    """A bar per month; the first that has any stands out."""
    months = lapse_months(money)
    marked = next((lapse.month for lapse in months if lapse.money > 0), None)
    groups = [
        BarGroup(str(lapse.month), words.month(lapse.month), (float(max(0, lapse.money)),), lapse.month == marked)
        for lapse in months
        if lapse.month is not None
    ]
    return BarSpec(tuple(groups), money_ticks(words))


def trial_bars(trial: RuleTrial, now_label: str, other_label: str, words: MoneyWords) -> BarSpec:
    """Today's rule solid, the other hatched; one of them alone where they are the same or there is no rule yet."""
    months = [month.period.start for month in trial.other.months]
    costs = [trial.other.month_costs(trial.used)]
    labels: tuple[str, ...] = (other_label,)
    if trial.now is not None:
        today = trial.now.month_costs(trial.used)
        is_same = today == costs[0]
        costs, labels = ([today], (now_label,)) if is_same else ([today, *costs], (now_label, other_label))
    groups = [BarGroup(str(month), words.month(month), tuple(map(float, values))) for month, *values in zip(months, *costs, strict=True)]
    return BarSpec(tuple(groups), money_ticks(words), labels)


def money_ticks(words: MoneyWords) -> TickStyle:
    """円, from 10,000 yen on 万円; elsewhere the sign, then thousands."""
    factor = 1.0 / 10**words.currency.digits
    if words.currency.code == "JPY" and is_japanese(words.language):
        return TickStyle(suffix="円", large_from=TEN_THOUSAND, large_factor=1 / TEN_THOUSAND, large_suffix="万円", floor=0.0)
    large = float(TEN_THOUSAND * 10**words.currency.digits)
    sign = words.currency.symbol.strip()
    return TickStyle(factor=factor, prefix=sign, large_from=large, large_factor=factor / 1000, large_suffix="k", floor=0.0)
