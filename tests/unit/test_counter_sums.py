"""The bill at the counter and of a refund, to the yen and to the point."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.counter import CounterPoints, lines_for_again, most_points, next_dates, reckon
from app.domain.points import EarnBasis, RuleFields
from app.domain.purchases import LineFields
from app.domain.refunds import RefundPoints, refund_sums, returned_amount
from app.domain.shop import TaxEntry
from app.domain.visit_sums import TaxPart, tax_parts

TEN, EIGHT = Decimal("0.1"), Decimal("0.08")
TODAY = date(2026, 11, 20)


def line(amount: int, rate: Decimal | None = TEN, *, discount: int = 0, earns: bool = True) -> LineFields:
    return LineFields(product="x", unit_price=amount + discount, discount=discount, amount=amount, tax_rate=rate, earns_points=earns)


def points(balance: int = 1240, *, rate: int = 150, **rule: int) -> CounterPoints:
    return CounterPoints(TODAY, RuleFields(**{"amount": 100, "points": 1, **rule}), EarnBasis(tier_rate=rate), balance, balance)  # type: ignore[arg-type]


def test_the_picture_of_the_counter() -> None:
    sums = reckon((line(4455, discount=495), line(4400), line(2640)), TaxEntry.INCLUDED, points(), 500)
    assert (sums.subtotal, sums.discount, sums.amount, sums.paid_by_points, sums.payment) == (11_990, 495, 11_495, 500, 10_995)
    assert sums.taxes == (TaxPart(TEN, 999),) and (sums.earned, sums.balance_after) == (163, 903)


def test_points_pay_every_rate_in_proportion() -> None:
    lines = (line(1100), line(1080, EIGHT))
    assert tax_parts(lines, TaxEntry.INCLUDED) == (TaxPart(TEN, 100), TaxPart(EIGHT, 80))
    assert tax_parts(lines, TaxEntry.INCLUDED, 1090) == (TaxPart(TEN, 50), TaxPart(EIGHT, 40))
    assert tax_parts(lines, TaxEntry.INCLUDED, 2180) == (TaxPart(TEN, 0), TaxPart(EIGHT, 0))


def test_tax_on_top_is_part_of_the_payment() -> None:
    sums = reckon((line(1000), line(1000, EIGHT), line(500, None)), TaxEntry.EXCLUDED)
    assert (sums.amount, sums.tax_on_top, sums.payment) == (2500, 100 + 80 + 50, 2730)
    paid = reckon((line(1000),), TaxEntry.EXCLUDED, points(), 100)
    assert (paid.payment, paid.earned) == (990, 13)


def test_more_points_than_there_are_do_not_count() -> None:
    sums = reckon((line(1000),), TaxEntry.INCLUDED, points(300), 5000)
    assert (sums.points_used, sums.payment, sums.balance_after) == (300, 700, 10)


@pytest.mark.parametrize(("usable", "amount", "value", "most"), [(500, 300, 1, 300), (500, 300, 2, 150), (500, 9, 10, 0), (0, 300, 1, 0)])
def test_never_more_than_there_is_nor_than_there_is_to_pay(usable: int, amount: int, value: int, most: int) -> None:
    assert most_points(points(usable, point_value=value), amount) == most


def test_without_a_rule_nothing_is_used_or_earned() -> None:
    sums = reckon((line(1000),), TaxEntry.INCLUDED, CounterPoints(TODAY), 100)
    assert (sums.points_used, sums.earned, sums.payment) == (0, 0, 1000)


def test_what_is_bought_again_costs_its_price() -> None:
    odd = LineFields(product="y", unit_price=333, amount=1000)
    again = lines_for_again((line(4455, discount=495), odd))
    assert [(one.amount, one.discount) for one in again] == [(4950, 0), (1000, 0)]


def test_the_next_visit_falls_on_an_open_day() -> None:
    assert next_dates(TODAY, TODAY, 35, ()) == (date(2026, 12, 25), date(2026, 12, 20))
    assert next_dates(TODAY, TODAY, 35, (4, 6)) == (date(2026, 12, 26), date(2026, 12, 21))
    assert next_dates(date(2026, 9, 1), TODAY, 35, ()) == (None, date(2026, 12, 20))
    assert next_dates(TODAY, TODAY, None, tuple(range(7))) == (None, date(2026, 12, 20))


BOUGHT = st.lists(st.builds(line, st.integers(1, 20_000), st.sampled_from([TEN, EIGHT]), earns=st.booleans()), min_size=1, max_size=4)


@given(BOUGHT, st.integers(0, 20_000), st.sampled_from(list(TaxEntry)), st.lists(st.integers(1, 9_000), max_size=4))
def test_given_back_bit_by_bit_is_given_back_whole(lines: list[LineFields], used: int, entry: TaxEntry, parts: list[int]) -> None:
    had = points(20_000)
    bill = reckon(lines, entry, had, used)
    assert had.rule is not None
    kept = RefundPoints(had.rule, had.basis, bill.points_used, bill.balance_after)
    money, refunded, left = 0, list[LineFields](), bill.amount
    for part in [*parts, bill.amount]:
        amount = min(part, left)
        if amount <= 0:
            continue
        back = returned_amount(lines, amount)
        sums = refund_sums(lines, refunded, back, entry, kept)
        assert sums.money >= 0 and sums.used_back >= 0 and sums.earned_back >= 0
        money += sums.money
        kept = RefundPoints(kept.rule, kept.basis, kept.used, sums.balance_after)
        refunded += [LineFields(amount=-one.amount, tax_rate=one.tax_rate, earns_points=one.earns_points) for one in back]
        left -= amount
    assert left == 0 and money == bill.payment
    assert kept.balance == 20_000
