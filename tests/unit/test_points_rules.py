"""What a purchase earns to the single yen, and until when points count: tables worked out by hand."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.customers import PartialDate
from app.domain.points import (
    EarnBasis,
    Expiry,
    ExpiryKind,
    PointLine,
    Rounding,
    RuleFields,
    RuleOutOfRange,
    RuleRow,
    basis_for,
    checked_rule,
    earned_by,
    rule_on,
    used_after_refund,
)

PER_100 = RuleFields(amount=100)
PER_1000 = RuleFields(amount=1000)
PLAIN = EarnBasis()
GOLD = EarnBasis(tier="Gold", tier_rate=150)
WITHOUT_TAX = EarnBasis(taxed_prices=False)
DOWN, NEAREST, UP = Rounding.DOWN, Rounding.NEAREST, Rounding.UP


def points(rule: RuleFields, *amounts: int | PointLine, basis: EarnBasis = PLAIN, used: int = 0) -> int:
    lines = [PointLine(amount) if isinstance(amount, int) else amount for amount in amounts]
    return earned_by(rule, basis, lines, used).points


@pytest.mark.parametrize(
    ("amount", "down", "nearest", "up"),
    [
        (1, 0, 0, 1), (499, 0, 0, 1), (500, 0, 1, 1), (501, 0, 1, 1),
        (899, 0, 1, 1), (900, 0, 1, 1), (999, 0, 1, 1), (1000, 1, 1, 1), (1001, 1, 1, 2),
        (1499, 1, 1, 2), (1500, 1, 2, 2), (1999, 1, 2, 2), (2000, 2, 2, 2), (10_995, 10, 11, 11),
    ],
)  # fmt: skip
def test_one_point_per_1000_yen(amount: int, down: int, nearest: int, up: int) -> None:
    assert points(PER_1000, amount) == down
    assert points(replace(PER_1000, rounding=NEAREST), amount) == nearest
    assert points(replace(PER_1000, rounding=UP), amount) == up


@pytest.mark.parametrize(
    ("amount", "down", "nearest", "up"),
    [
        (1, 0, 0, 1), (49, 0, 0, 1), (50, 0, 1, 1), (90, 0, 1, 1), (99, 0, 1, 1), (100, 1, 1, 1), (101, 1, 1, 2),
        (149, 1, 1, 2), (150, 1, 2, 2), (899, 8, 9, 9), (900, 9, 9, 9), (949, 9, 9, 10), (950, 9, 10, 10),
        (999, 9, 10, 10), (1000, 10, 10, 10), (9350, 93, 94, 94),
    ],
)  # fmt: skip
def test_one_point_per_100_yen(amount: int, down: int, nearest: int, up: int) -> None:
    assert points(PER_100, amount) == down
    assert points(replace(PER_100, rounding=NEAREST), amount) == nearest
    assert points(replace(PER_100, rounding=UP), amount) == up


def test_an_odd_step_is_rounded_to_its_true_middle() -> None:
    per_3 = RuleFields(amount=3, rounding=NEAREST)
    assert [points(per_3, amount) for amount in range(1, 8)] == [0, 1, 1, 1, 2, 2, 2]


def test_several_points_per_step() -> None:
    five_per_500 = RuleFields(amount=500, points=5)
    assert [points(five_per_500, amount) for amount in (499, 500, 999, 1000, 1500)] == [0, 5, 5, 10, 15]


def test_the_steps_are_rounded_once_per_purchase_and_not_per_line() -> None:
    assert points(PER_1000, 900, 900) == 1
    assert points(PER_1000, 900) + points(PER_1000, 900) == 0
    assert points(PER_1000, 999, 1) == 1
    assert points(replace(PER_1000, rounding=UP), 1, 1, 1) == 1


@pytest.mark.parametrize(
    ("amount", "basis", "earned"),
    [
        (10_995, GOLD, 163),
        (100, GOLD, 1), (200, GOLD, 3), (300, GOLD, 4), (199, GOLD, 1),
        (10_995, EarnBasis(birthday_rate=200), 218),
        (10_995, EarnBasis(bonus_rate=300), 327),
        # 109 x 1.5 x 2 = 327; x 1.1 = 359.7, rounded down once and not after each rate (1.5 alone would be 163).
        (10_995, EarnBasis(tier_rate=150, birthday_rate=200), 327),
        (10_995, EarnBasis(tier_rate=150, birthday_rate=200, bonus_rate=110), 359),
        (100, EarnBasis(tier_rate=150, birthday_rate=150), 2), (300, EarnBasis(tier_rate=110, birthday_rate=110), 3),
        (900, EarnBasis(tier_rate=111), 9), (1000, EarnBasis(tier_rate=111), 11),
    ],
)  # fmt: skip
def test_rates_multiply_and_are_rounded_down_once(amount: int, basis: EarnBasis, earned: int) -> None:
    assert points(PER_100, amount, basis=basis) == earned


def test_points_of_a_first_visit_are_added_flat() -> None:
    first = EarnBasis(tier_rate=150, first_visit_points=50)
    assert points(PER_100, 1000, basis=first) == 65
    assert points(PER_100, 90, basis=first) == 50
    assert points(replace(PER_100, minimum=5000), 4999, basis=first) == 50
    # Paid with points alone, nothing was bought with money.
    assert points(PER_100, 1000, basis=first, used=1000) == 0
    assert points(PER_100, 1000, -1000, basis=first) == 0


@pytest.mark.parametrize(("amount", "earned"), [(2999, 0), (3000, 30), (3001, 30)])
def test_below_the_minimum_nothing_is_earned(amount: int, earned: int) -> None:
    assert points(replace(PER_100, minimum=3000), amount) == earned


def test_the_minimum_is_looked_at_after_points_and_lines_that_earn_nothing() -> None:
    rule = replace(PER_100, minimum=3000)
    assert points(rule, 3100, used=101) == 0
    assert points(rule, 3100, used=100) == 30
    assert points(rule, 2999, PointLine(5000, earns=False)) == 0


@pytest.mark.parametrize(
    ("amount", "rate", "base"),
    [
        (1000, 1000, 1100), (1000, 800, 1080), (1000, None, 1100), (1000, 0, 1000),
        (99, 1000, 108), (99, 800, 106), (1, 1000, 1), (5, 1000, 5), (9, 1000, 9), (10, 1000, 11),
    ],
)  # fmt: skip
def test_prices_without_tax_counted_with_tax(amount: int, rate: int | None, base: int) -> None:
    assert earned_by(PER_100, WITHOUT_TAX, [PointLine(amount, rate)]).base == base


@pytest.mark.parametrize(
    ("amount", "rate", "base"),
    [
        (1100, 1000, 1000), (1080, 800, 1000), (1100, None, 1000), (1000, 0, 1000),
        # What 99 yen net cost in the shop (108) counts as 99 again; a broken yen goes to the customer.
        (108, 1000, 99), (106, 800, 99), (109, 1000, 100), (1, 1000, 1), (2, 1000, 2), (11, 1000, 10), (10_994, 1000, 9995),
    ],
)  # fmt: skip
def test_prices_with_tax_counted_without(amount: int, rate: int | None, base: int) -> None:
    assert earned_by(replace(PER_100, taxed=False), PLAIN, [PointLine(amount, rate)]).base == base


def test_rules_that_count_as_prices_are_typed_leave_the_amount_alone() -> None:
    lines = [PointLine(999, 800), PointLine(1, 1000)]
    assert earned_by(PER_100, PLAIN, lines).base == 1000
    assert earned_by(replace(PER_100, taxed=False), WITHOUT_TAX, lines).base == 1000


def test_each_tax_rate_is_turned_once_and_not_line_by_line() -> None:
    # 3 x 5 yen at 10 %: 15 x 1.1 = 16.5; line by line it would be 3 x 5 = 15.
    lines = [PointLine(5, 1000)] * 3 + [PointLine(13, 800)] * 2
    assert earned_by(PER_100, WITHOUT_TAX, lines).base == 16 + 28


@pytest.mark.parametrize(
    ("used", "base"),
    [(0, 5000), (1, 5000), (2000, 5000), (2001, 4999), (3000, 4000), (6999, 1), (7000, 0)],
)
def test_points_pay_first_for_what_earns_nothing(used: int, base: int) -> None:
    lines = [PointLine(5000), PointLine(2000, earns=False)]
    assert earned_by(PER_100, PLAIN, lines, used).base == base


def test_a_point_pays_its_own_value() -> None:
    assert points(replace(PER_100, point_value=5), 1000, used=100) == 5
    assert points(PER_100, 1000, used=100) == 9


def test_lines_that_earn_nothing() -> None:
    assert points(PER_100, PointLine(10_000, earns=False)) == 0
    assert points(PER_100, 900, PointLine(10_000, earns=False)) == 9


def test_a_rule_that_is_off_gives_nothing() -> None:
    assert points(replace(PER_100, is_on=False), 10_000, basis=EarnBasis(first_visit_points=50)) == 0


def test_a_discount_below_zero_lowers_what_counts() -> None:
    assert points(PER_100, 1000, -101) == 8
    assert points(PER_100, 1000, PointLine(-101, earns=False)) == 8
    assert points(PER_100, 1000, -1001) == 0


@pytest.mark.parametrize(("back", "earned"), [(0, 10), (1, 9), (100, 9), (101, 8), (999, 0), (1000, 0)])
def test_what_is_left_of_a_refund_earns_as_if_only_that_had_been_bought(back: int, earned: int) -> None:
    assert points(PER_100, 1000, -back) == earned


@pytest.mark.parametrize(
    ("used", "value", "left", "stays"),
    [
        (300, 1, 1000, 300), (300, 1, 301, 300), (300, 1, 300, 300), (300, 1, 299, 299), (300, 1, 1, 1), (300, 1, 0, 0),
        (300, 1, -5, 0), (10, 100, 1000, 10), (10, 100, 999, 9), (10, 100, 99, 0), (0, 1, 500, 0),
    ],
)  # fmt: skip
def test_money_goes_back_before_points(used: int, value: int, left: int, stays: int) -> None:
    assert used_after_refund(used, value, left) == stays


AFTER = ExpiryKind.AFTER_EARNING


@pytest.mark.parametrize(
    ("expiry", "earned", "last"),
    [
        (Expiry(), date(2026, 11, 20), None),
        (Expiry(AFTER, 1), date(2026, 1, 31), date(2026, 2, 28)),
        (Expiry(AFTER, 1), date(2028, 1, 31), date(2028, 2, 29)),
        (Expiry(AFTER, 1), date(2028, 1, 29), date(2028, 2, 29)),
        (Expiry(AFTER, 1), date(2026, 2, 28), date(2026, 3, 28)),
        (Expiry(AFTER, 12), date(2028, 2, 29), date(2029, 2, 28)),
        (Expiry(AFTER, 48), date(2028, 2, 29), date(2032, 2, 29)),
        (Expiry(AFTER, 12), date(2026, 11, 20), date(2027, 11, 20)),
        (Expiry(AFTER, 6), date(2026, 8, 31), date(2027, 2, 28)),
        (Expiry(AFTER, 1), date(2026, 12, 31), date(2027, 1, 31)),
        (Expiry(AFTER, 12, to_month_end=True), date(2026, 11, 20), date(2027, 11, 30)),
        (Expiry(AFTER, 12, to_month_end=True), date(2026, 11, 1), date(2027, 11, 30)),
        (Expiry(AFTER, 3, to_month_end=True), date(2027, 11, 30), date(2028, 2, 29)),
        (Expiry(ExpiryKind.AFTER_VISIT, 6), date(2026, 8, 31), date(2027, 2, 28)),
        (Expiry(ExpiryKind.FIXED_DAY, month=3, day=31), date(2026, 11, 20), date(2027, 3, 31)),
        # Earned less than a month before the day: they stay until the next one.
        (Expiry(ExpiryKind.FIXED_DAY, month=3, day=31), date(2026, 2, 27), date(2026, 3, 31)),
        (Expiry(ExpiryKind.FIXED_DAY, month=3, day=31), date(2026, 2, 28), date(2026, 3, 31)),
        (Expiry(ExpiryKind.FIXED_DAY, month=3, day=31), date(2026, 3, 1), date(2027, 3, 31)),
        (Expiry(ExpiryKind.FIXED_DAY, month=3, day=31), date(2026, 3, 31), date(2027, 3, 31)),
        (Expiry(ExpiryKind.FIXED_DAY, month=2, day=29), date(2026, 11, 20), date(2027, 2, 28)),
        (Expiry(ExpiryKind.FIXED_DAY, month=2, day=29), date(2027, 11, 20), date(2028, 2, 29)),
        (Expiry(ExpiryKind.FIXED_DAY, month=6, day=31), date(2026, 1, 1), date(2026, 6, 30)),
        (Expiry(ExpiryKind.FIXED_DAY, month=12, day=31), date(2026, 12, 1), date(2027, 12, 31)),
        (Expiry(ExpiryKind.FIXED_DAY, month=1, day=1), date(2026, 12, 1), date(2027, 1, 1)),
        (Expiry(ExpiryKind.FIXED_DAY, month=1, day=1), date(2026, 12, 2), date(2028, 1, 1)),
    ],
)  # fmt: skip
def test_the_last_day_on_which_points_count(expiry: Expiry, earned: date, last: date | None) -> None:
    assert expiry.last_day(earned) == last


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(1, 240), st.booleans())
def test_points_never_lapse_before_their_months_are_over(earned: date, months: int, to_month_end: bool) -> None:
    last = Expiry(AFTER, months, to_month_end).last_day(earned)
    assert last is not None
    whole = (last.year - earned.year) * 12 + last.month - earned.month
    assert whole == months
    month_is_short = last.day == monthrange(last.year, last.month)[1]
    assert month_is_short if to_month_end else (last.day == earned.day or month_is_short)


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(1, 12), st.integers(1, 31))
def test_a_fixed_day_is_between_a_month_and_thirteen_away(earned: date, month: int, day: int) -> None:
    last = Expiry(ExpiryKind.FIXED_DAY, month=month, day=day).last_day(earned)
    assert last is not None and last.month == month
    assert timedelta(28) <= last - earned <= timedelta(397)


def version(number: int, valid_from: date | None, **fields: Any) -> RuleRow:
    return RuleRow(number, valid_from, RuleFields(**fields))


def test_the_newest_version_that_holds_for_the_day_counts() -> None:
    rules = (version(1, None), version(2, date(2026, 4, 1)), version(3, date(2026, 10, 1)), version(4, date(2026, 4, 1)))
    found = {day: rule_on(rules, day) for day in (date(2026, 3, 31), date(2026, 4, 1), date(2026, 10, 1), date(2027, 1, 1))}
    assert [rule.id for rule in found.values() if rule is not None] == [1, 4, 4, 4]
    assert rule_on(rules[:3], date(2026, 9, 30)) == rules[1]
    assert rule_on(rules[:3], date(2026, 10, 1)) == rules[2]
    assert rule_on((), date(2026, 4, 1)) is None
    assert rule_on(rules[1:], date(2026, 3, 31)) is None


def test_a_version_that_switches_off_ends_the_points_from_its_day_on() -> None:
    rules = (version(1, None), version(2, date(2026, 10, 1), is_on=False))
    assert rule_on(rules, date(2026, 9, 30)) == rules[0]
    assert rule_on(rules, date(2026, 10, 1)) is None


def test_what_a_purchase_is_counted_with() -> None:
    rule = RuleFields(bonus_weekdays=(4,), bonus_days=(5, 15, 25), bonus_rate=300, birthday_rate=200, first_visit_points=50)
    friday, saturday, the_25th = date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 25)
    more: dict[str, Any] = {"is_first": False, "tier": "", "tier_rate": 100, "taxed_prices": True}
    assert basis_for(rule, friday, None, **more) == EarnBasis(bonus_rate=300)
    assert basis_for(rule, saturday, None, **more) == EarnBasis()
    assert basis_for(rule, the_25th, PartialDate(None, 11, 1), **more) == EarnBasis(bonus_rate=300, birthday_rate=200)
    assert basis_for(rule, saturday, PartialDate(1958, 12, 21), **more) == EarnBasis()
    found = basis_for(rule, saturday, None, is_first=True, tier="Gold", tier_rate=150, taxed_prices=False)
    assert found == EarnBasis("Gold", 150, first_visit_points=50, taxed_prices=False)


def test_what_is_kept_with_a_purchase_comes_back_as_it_was() -> None:
    rule = RuleFields(rounding=UP, bonus_weekdays=(1, 2), bonus_days=(31,), expiry=Expiry(ExpiryKind.FIXED_DAY, month=9, day=30))
    assert RuleFields.from_json(rule.as_json()) == rule
    basis = EarnBasis("Gold", 150, 200, 300, 50, False)
    assert EarnBasis.from_json(basis.as_json()) == basis


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"amount": 0}, "amount"), ({"points": 0}, "points"), ({"minimum": -1}, "minimum"), ({"bonus_rate": 99}, "bonus_rate"),
        ({"birthday_rate": 0}, "birthday_rate"), ({"point_value": 0}, "point_value"), ({"use_from": 0}, "use_from"),
        ({"first_visit_points": -1}, "first_visit_points"), ({"bonus_days": (0,)}, "bonus_days"), ({"bonus_days": (32,)}, "bonus_days"),
        ({"bonus_weekdays": (7,)}, "bonus_weekdays"), ({"expiry": Expiry(months=0)}, "months"), ({"expiry": Expiry(month=13)}, "month"),
        ({"referrer_points": -1}, "referrer_points"), ({"referred_points": -1}, "referred_points"), ({"expiry": Expiry(day=0)}, "day"),
    ],
)  # fmt: skip
def test_a_rule_that_cannot_be_is_refused(change: dict[str, Any], field: str) -> None:
    with pytest.raises(RuleOutOfRange) as refused:
        checked_rule(replace(PER_100, **change))
    assert refused.value.field == field
    assert checked_rule(PER_100) == PER_100


RATES = st.sampled_from([100, 110, 150, 200, 333])
RULES = st.builds(
    RuleFields,
    amount=st.sampled_from([1, 3, 100, 108, 200, 500, 1000]),
    points=st.integers(1, 5),
    rounding=st.sampled_from(Rounding),
    taxed=st.booleans(),
    minimum=st.sampled_from([0, 0, 500, 3000]),
    point_value=st.sampled_from([1, 1, 5]),
)
BASES = st.builds(EarnBasis, tier_rate=RATES, birthday_rate=RATES, bonus_rate=RATES, taxed_prices=st.booleans())
LINES = st.lists(st.builds(PointLine, st.integers(1, 6000), st.sampled_from([None, 0, 800, 1000]), st.booleans()), min_size=1, max_size=4)


@given(RULES, BASES, LINES, st.integers(0, 3), st.integers(0, 500))
def test_more_money_never_earns_less(rule: RuleFields, basis: EarnBasis, lines: list[PointLine], place: int, more: int) -> None:
    place %= len(lines)
    dearer = [replace(line, amount=line.amount + more) if at == place else line for at, line in enumerate(lines)]
    assert earned_by(rule, basis, dearer).points >= earned_by(rule, basis, lines).points


@given(RULES, BASES, LINES, st.integers(0, 9000), st.integers(0, 100))
def test_points_that_pay_never_earn_more(rule: RuleFields, basis: EarnBasis, lines: list[PointLine], used: int, more: int) -> None:
    assert earned_by(rule, basis, lines, used + more).points <= earned_by(rule, basis, lines, used).points


@given(RULES, BASES, LINES, st.integers(0, 9000), st.data())
def test_a_refund_takes_back_something_between_nothing_and_all(
    rule: RuleFields, basis: EarnBasis, lines: list[PointLine], used: int, data: st.DataObject
) -> None:
    # A point worth more than the smallest money cannot be broken: what it overpays would have to come back as money.
    rule = replace(rule, point_value=1)
    total = sum(line.amount for line in lines)
    used = min(used, total)
    before = earned_by(rule, basis, lines, used)
    back = [replace(line, amount=-data.draw(st.integers(0, line.amount))) for line in lines]
    left = total + sum(line.amount for line in back)
    stays = used_after_refund(used, rule.point_value, left)
    assert stays == min(used, left)
    assert 0 <= earned_by(rule, basis, [*lines, *back], stays).points <= before.points


@given(RULES, BASES, LINES, st.integers(0, 9000))
def test_what_is_bought_and_brought_back_earns_nothing(rule: RuleFields, basis: EarnBasis, lines: list[PointLine], used: int) -> None:
    basis = replace(basis, first_visit_points=50)
    back = [replace(line, amount=-line.amount) for line in lines]
    assert earned_by(rule, basis, [*lines, *back], used_after_refund(used, rule.point_value, 0)).points == 0
    assert used_after_refund(used, rule.point_value, 0) == 0


@given(RULES, LINES, st.integers(0, 9000))
def test_nobody_earns_points_on_money_that_was_not_paid(rule: RuleFields, lines: list[PointLine], used: int) -> None:
    total = sum(line.amount for line in lines)
    used = min(used, total // rule.point_value)
    rule = replace(rule, taxed=True)
    earned = earned_by(rule, PLAIN, lines, used)
    assert 0 <= earned.base <= total - used * rule.point_value
    assert earned.base <= sum(line.amount for line in lines if line.earns)
