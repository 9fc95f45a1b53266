"""What a rule would have given: equal to the rule itself for every receipt, quick over a year of a large shop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from time import perf_counter

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from app.analytics.point_simulation import NO_TIER, ReceiptFigures, receipt_points, simulate
from app.domain.customers import PartialDate
from app.domain.periods import day_number, month_of
from app.domain.point_money import UsedShare
from app.domain.points import PointLine, Rounding, RuleFields, basis_for, earned_by

RATES = (0, 800, 1000)
TIERS = {1: 120, 2: 150}


@dataclass(frozen=True)
class Receipt:
    day: date
    lines: tuple[PointLine, ...]
    points_used: int = 0
    tier: int = NO_TIER
    is_birthday: bool = False
    is_first: bool = False


def figures_of(receipts: Sequence[Receipt], *, taxed_prices: bool = True, referrals: Sequence[date] = ()) -> ReceiptFigures:
    def earning(receipt: Receipt, rate: int) -> int:
        return sum(line.amount for line in receipt.lines if line.earns and (1000 if line.tax_rate is None else line.tax_rate) == rate)

    def ints(values: Sequence[int]) -> np.ndarray:
        return np.array(values, dtype=np.int64)

    return ReceiptFigures(
        day=ints([day_number(receipt.day) for receipt in receipts]),
        total=ints([sum(line.amount for line in receipt.lines) for receipt in receipts]),
        earning=np.array([[earning(receipt, rate) for rate in RATES] for receipt in receipts], dtype=np.int64).reshape(-1, len(RATES)),
        tax_rates=RATES,
        points_used=ints([receipt.points_used for receipt in receipts]),
        tier=ints([receipt.tier for receipt in receipts]),
        is_birthday=np.array([receipt.is_birthday for receipt in receipts], dtype=bool),
        is_first=np.array([receipt.is_first for receipt in receipts], dtype=bool),
        taxed_prices=taxed_prices,
        referral_day=ints([day_number(day) for day in referrals]),
    )


def by_the_rule(receipt: Receipt, rule: RuleFields, *, taxed_prices: bool) -> int:
    birthday = PartialDate(None, receipt.day.month, 1) if receipt.is_birthday else None
    rate = TIERS.get(receipt.tier, 100)
    basis = basis_for(rule, receipt.day, birthday, is_first=receipt.is_first, tier="", tier_rate=rate, taxed_prices=taxed_prices)
    return earned_by(rule, basis, receipt.lines, receipt.points_used).points


lines = st.builds(
    PointLine,
    amount=st.integers(-3000, 30_000) | st.integers(0, 10**9),
    tax_rate=st.sampled_from([None, *RATES]),
    earns=st.booleans(),
)
receipts_drawn = st.lists(
    st.builds(
        Receipt,
        day=st.dates(date(2024, 1, 1), date(2026, 12, 31)),
        lines=st.lists(lines, max_size=4).map(tuple),
        points_used=st.sampled_from([0, 0, 1, 100, 5000]),
        tier=st.sampled_from([NO_TIER, 1, 2, 9]),
        is_birthday=st.booleans(),
        is_first=st.booleans(),
    ),
    max_size=12,
)
rules_drawn = st.builds(
    RuleFields,
    is_on=st.sampled_from([True, True, True, False]),
    amount=st.sampled_from([1, 80, 100, 1000, 10**9]) | st.integers(1, 5000),
    points=st.integers(1, 20) | st.just(10**6),
    rounding=st.sampled_from(list(Rounding)),
    taxed=st.booleans(),
    minimum=st.sampled_from([0, 0, 1, 5000]),
    bonus_weekdays=st.lists(st.integers(0, 6), max_size=3, unique=True).map(tuple),
    bonus_days=st.lists(st.integers(1, 31), max_size=3, unique=True).map(tuple),
    bonus_rate=st.sampled_from([100, 200, 10_000]),
    birthday_rate=st.sampled_from([100, 150, 10_000]),
    first_visit_points=st.sampled_from([0, 100]),
    point_value=st.sampled_from([1, 5]),
)


@settings(max_examples=400, deadline=None)
@given(receipts_drawn, rules_drawn, st.booleans())
def test_every_receipt_earns_what_the_rule_says(receipts: list[Receipt], rule: RuleFields, taxed_prices: bool) -> None:
    found = receipt_points(figures_of(receipts, taxed_prices=taxed_prices), rule, TIERS)
    assert [int(points) for points in found] == [by_the_rule(receipt, rule, taxed_prices=taxed_prices) for receipt in receipts]


def test_a_year_by_hand() -> None:
    receipts = [
        Receipt(date(2025, 11, 5), (PointLine(9350),)),
        Receipt(date(2025, 11, 6), (PointLine(90),)),
        Receipt(date(2025, 11, 30), (PointLine(10_995),), tier=2),
        Receipt(date(2025, 12, 1), (PointLine(3000), PointLine(-3000))),
        Receipt(date(2025, 12, 5), (PointLine(1000),), is_birthday=True, is_first=True),
    ]
    rule = RuleFields(birthday_rate=200, first_visit_points=100, referrer_points=50, referred_points=30)
    figures = figures_of(receipts, referrals=[date(2025, 12, 5)])
    simulated = simulate(figures, rule, TIERS, [month_of(date(2025, 11, 1)), month_of(date(2025, 12, 1))])
    assert [month.points for month in simulated.months] == [93 + 0 + 163, 0 + 20 + 100 + 80]
    assert simulated.cost(UsedShare()) == 365  # 456 points, four of five used: 364.8 yen
    assert simulated.month_costs(UsedShare(used=50, lapsed=50, lots=30)) == (128, 100)


def test_days_outside_the_months_are_left_out() -> None:
    figures = figures_of([Receipt(date(2025, 10, 31), (PointLine(1000),)), Receipt(date(2025, 12, 1), (PointLine(1000),))])
    simulated = simulate(figures, RuleFields(), {}, [month_of(date(2025, 11, 1))])
    assert simulated.points == 0


def test_a_shop_without_sales() -> None:
    simulated = simulate(figures_of([]), RuleFields(referrer_points=5), {}, [month_of(date(2025, 11, 1))])
    assert simulated.points == 0


def test_three_hundred_thousand_receipts_are_quick() -> None:
    count = 300_000
    draw = np.random.default_rng(7)
    amounts = draw.integers(100, 30_000, count)
    figures = ReceiptFigures(
        day=day_number(date(2025, 11, 1)) + draw.integers(0, 365, count),
        total=amounts,
        earning=np.stack([np.zeros(count, dtype=np.int64), amounts // 3, amounts - amounts // 3], axis=1),
        tax_rates=RATES,
        points_used=draw.integers(0, 50, count),
        tier=draw.integers(0, 3, count),
        is_birthday=draw.random(count) < 0.08,
        is_first=draw.random(count) < 0.1,
        taxed_prices=True,
        referral_day=np.empty(0, dtype=np.int64),
    )
    rule = RuleFields(taxed=False, bonus_weekdays=(4,), bonus_days=(5,), bonus_rate=200, birthday_rate=200, first_visit_points=100)
    months = [month_of(date(2025, 11, 1) + timedelta(days=31 * step)) for step in range(12)]
    simulate(figures, rule, TIERS, months)
    started = perf_counter()
    simulated = simulate(figures, rule, TIERS, months)
    # A tenth of a second when nothing else runs; the bound holds on a busy machine.
    assert perf_counter() - started < 1.0
    assert simulated.points > 0
