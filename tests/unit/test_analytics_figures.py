"""Return rate, repurchase, cohorts, repeat rate, summary: a small shop worked out by hand."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analytics.cohorts import cohort_members, cohort_retention, cohorts_from_rows
from app.analytics.occasions import NOBODY, Occasions, Receipts, occasions_from, occasions_of, places_in, receipts_from
from app.analytics.repeat import first_and_second_days, repeat_rate
from app.analytics.retention import (
    active_ratio,
    repurchase,
    repurchase_from_counts,
    retention,
    retention_from_counts,
    stayers,
)
from app.analytics.summary import average_amount, coverage_without_customer, kpi_summary
from app.analytics.visits import Returned, month_visits, returned
from app.domain.periods import Period, PeriodKind, RetentionSpan, day_number, month_of, months_of, retention_spans
from app.domain.rates import RateStatus

NOTHING = occasions_from([], [])


def occasions(*pairs: tuple[int, str]) -> Occasions:
    return occasions_from([who for who, _ in pairs], [day_number(date.fromisoformat(day)) for _, day in pairs])


def receipts(*rows: tuple[int, str, int, int]) -> Receipts:
    days = [day_number(date.fromisoformat(day)) for _, day, _, _ in rows]
    return receipts_from([r[0] for r in rows], days, [r[2] for r in rows], [r[3] for r in rows])


def test_two_receipts_on_a_day_are_one_occasion_and_a_refund_is_none() -> None:
    found = occasions_of(
        receipts(
            (7, "2026-05-02", 900, 900),
            (7, "2026-05-02", 100, 100),
            (3, "2026-05-01", 500, 0),  # taken back in full later
            (3, "2026-05-03", -500, -500),
            (3, "2026-05-04", 0, 0),
            (NOBODY, "2026-05-04", 800, 800),
        )
    )
    assert found.customer.tolist() == [7]
    assert found.day.tolist() == [day_number(date(2026, 5, 2))]


@given(st.lists(st.tuples(st.integers(-5, 10**9), st.integers(-30_000, 60_000)), max_size=60))
def test_occasions_are_the_sorted_distinct_pairs(pairs: list[tuple[int, int]]) -> None:
    found = occasions_from([who for who, _ in pairs], [day for _, day in pairs])
    assert list(zip(found.customer.tolist(), found.day.tolist(), strict=True)) == sorted(set(pairs))
    assert found.customer[found.starts()].tolist() == sorted({who for who, _ in pairs})


SPAN = RetentionSpan(date(2026, 4, 1), date(2026, 7, 1), True, month_of(date(2026, 6, 1)))
# Window 90: active on 1 April = [1 Jan, 1 Apr), on 1 July = [2 Apr, 1 Jul).
STAY = occasions(
    (1, "2026-01-01"), (1, "2026-06-30"),  # first day of the window, last day of the other: stayed
    (2, "2026-03-31"), (2, "2026-04-02"),  # stayed
    (3, "2026-03-31"), (3, "2026-04-01"),  # 1 April is in neither window: lost
    (4, "2025-12-31"), (4, "2026-06-01"),  # a day too old: not among them
    (5, "2026-05-05"),  # new since: never enters
    (6, "2026-02-02"), (6, "2026-07-01"),  # came again on the end day itself: lost
)  # fmt: skip


def test_the_return_rate_by_hand() -> None:
    (row,) = retention(STAY, [SPAN], 90)
    assert (row.rate.numerator, row.rate.denominator, row.rate.rate) == (2, 4, 0.5)
    assert row.rate.status is RateStatus.REFERENCE
    stayed, lost = stayers(STAY, SPAN, 90)
    assert (stayed.tolist(), lost.tolist()) == ([1, 2], [3, 6])


def test_the_return_rate_from_kept_sums_is_the_same() -> None:
    assert retention_from_counts([SPAN], {(SPAN.start, SPAN.end): (4, 2)}) == retention(STAY, [SPAN], 90)
    assert retention_from_counts([SPAN], {})[0].rate.rate is None


def test_the_share_of_active_customers() -> None:
    # Before 1 July: 1..6 have bought; active are 1, 2, 4 and 5.
    ratio = active_ratio(STAY, date(2026, 7, 1), 90)
    assert (ratio.numerator, ratio.denominator) == (4, 6)


def test_month_against_next_month() -> None:
    visits = occasions((1, "2026-01-31"), (1, "2026-02-01"), (2, "2026-01-05"), (2, "2026-03-05"), (3, "2026-03-01"))
    rows = repurchase(visits, date(2026, 3, 15))
    assert [(r.month.start.month, r.rate.numerator, r.rate.denominator, r.is_complete) for r in rows] == [(1, 1, 2, True), (2, 0, 1, False)]
    counts = {date(2026, 1, 1): (2, 1), date(2026, 2, 1): (1, 0)}
    assert repurchase_from_counts(months_of(date(2026, 1, 5), date(2026, 3, 15)), counts, date(2026, 3, 15)) == rows


COHORTS = occasions(
    (1, "2026-01-31"), (1, "2026-02-01"), (1, "2026-02-20"), (1, "2026-03-02"),
    (2, "2026-01-01"), (2, "2026-03-31"),
    (3, "2026-03-10"), (3, "2026-04-10"),
)  # fmt: skip


def test_cohorts_by_hand() -> None:
    table = cohort_retention(COHORTS, date(2026, 4, 1))
    assert table.cohorts == (date(2026, 1, 1), date(2026, 3, 1))  # nobody came first in February
    assert table.sizes == (2, 1)
    assert table.active == ((2, 1, 2), (1,))
    assert all(cell.is_complete for cell in table.cells())
    assert cohort_members(COHORTS, date(2026, 1, 1), 1).tolist() == [1]


def test_the_running_month_is_marked() -> None:
    cells = list(cohort_retention(COHORTS, date(2026, 4, 2)).cells())
    assert [(c.cohort.month, c.k, c.rate.numerator) for c in cells if not c.is_complete] == [(1, 3, 0), (3, 1, 0)]
    assert [c.rate.percent for c in cells if c.k == 0] == [100, 100]


def test_cohorts_from_kept_sums_are_the_same() -> None:
    rows = [(date(2026, 1, 1), 0, 2), (date(2026, 1, 1), 1, 1), (date(2026, 1, 1), 2, 2), (date(2026, 3, 1), 0, 1)]
    assert cohorts_from_rows(rows, date(2026, 4, 1)) == cohort_retention(COHORTS, date(2026, 4, 1))


def test_the_newest_cohorts_for_a_picture() -> None:
    table = cohort_retention(COHORTS, date(2026, 4, 1)).latest(1, 12)
    assert (table.cohorts, table.active) == ((date(2026, 3, 1),), ((1,),))


def test_repeat_rate_on_the_last_day_of_the_horizon() -> None:
    visits = occasions(
        (1, "2026-01-01"), (1, "2026-04-01"),  # 90 days later: in
        (2, "2026-01-01"), (2, "2026-04-02"),  # 91: out
        (3, "2026-02-01"),  # mature exactly on 2 May
        (4, "2026-02-02"), (4, "2026-02-03"),  # a day too young
    )  # fmt: skip
    first, second = first_and_second_days(visits)
    rate = repeat_rate(first, second, date(2026, 5, 2), 90)
    assert (rate.numerator, rate.denominator) == (1, 3)


def test_the_summary_by_hand() -> None:
    rows = receipts(
        (1, "2026-01-01", 1000, 1000),
        (1, "2026-02-01", 500, 200),  # 300 of it taken back
        (1, "2026-02-10", -300, -300),
        (2, "2026-01-01", 400, 400),
        (2, "2026-03-01", -999, -999),  # linked to nothing
        (NOBODY, "2026-01-05", 250, 250),
        (2, "2026-04-11", 777, 777),  # on the day itself: not yet counted
    )
    figures = kpi_summary(rows, customers=5, rows_without_customer=3, as_of=date(2026, 4, 11))
    assert (figures.customers, figures.buyers, figures.receipts, figures.one_time) == (5, 2, 4, 1)
    assert figures.net_sales == 1000 + 500 - 300 + 400 - 999 + 250
    assert figures.aov == 463  # (1000 + 200 + 400 + 250) / 4 = 462.5
    assert (figures.sales_without_customer, figures.rows_without_customer) == (250, 3)
    assert (figures.repeat_rate[90].numerator, figures.repeat_rate[90].denominator) == (1, 2)
    assert figures.repeat_rate[365].rate is None
    assert coverage_without_customer(figures) == pytest.approx(250 / 851)


def test_an_empty_shop_has_no_figures_and_no_fault() -> None:
    none = receipts()
    figures = kpi_summary(none, customers=0, rows_without_customer=0, as_of=date(2026, 4, 1))
    assert (figures.buyers, figures.aov, figures.net_sales, figures.repeat_rate[90].rate) == (0, None, 0, None)
    assert coverage_without_customer(figures) is None and average_amount(none) is None
    assert retention(NOTHING, [SPAN], 90)[0].rate.rate is None
    assert repurchase(NOTHING, date(2026, 4, 1)) == [] and cohort_retention(NOTHING, date(2026, 4, 1)).cohorts == ()
    assert active_ratio(NOTHING, date(2026, 4, 1), 90).rate is None
    assert month_visits(NOTHING, date(2026, 4, 1)).visits == 0 and returned(NOTHING, month_of(date(2026, 4, 1))) == []


def test_this_month_against_last_up_to_the_same_day() -> None:
    visits = occasions(
        (1, "2026-11-01"), (1, "2026-11-20"), (2, "2026-11-20"), (3, "2026-11-21"),
        (1, "2026-10-20"), (2, "2026-10-21"), (3, "2026-09-30"),
    )  # fmt: skip
    month = month_visits(visits, date(2026, 11, 20))
    assert (month.visitors, month.visits, month.visitors_before, month.visits_before, month.more) == (2, 3, 1, 1, 1)


def test_who_came_back_after_90_days() -> None:
    visits = occasions(
        (1, "2026-08-03"), (1, "2026-11-01"),  # exactly 90
        (2, "2026-08-04"), (2, "2026-11-01"),  # 89
        (3, "2026-01-01"), (3, "2026-11-20"), (3, "2026-11-25"),
        (4, "2026-11-05"),
    )  # fmt: skip
    assert returned(visits, Period(date(2026, 11, 1), date(2026, 11, 26))) == [
        Returned(3, date(2026, 11, 20), 323),
        Returned(1, date(2026, 11, 1), 90),
    ]


SHOPS = st.lists(st.tuples(st.integers(1, 8), st.integers(20_000, 20_500)), min_size=1, max_size=60)


@given(SHOPS, st.integers(20_001, 20_600), st.sampled_from([30, 90, 200]))
def test_fast_forms_agree_with_counting_by_hand(pairs: list[tuple[int, int]], last: int, window: int) -> None:
    as_of = date.fromordinal(date(1970, 1, 1).toordinal() + last)
    visits = occasions_from([who for who, _ in pairs], [day for _, day in pairs])
    spans = retention_spans(PeriodKind.MONTH, date(2024, 10, 4), as_of, window=window)

    def active(day: date) -> set[int]:
        return {who for who, when in pairs if day_number(day) - window <= when < day_number(day)}

    for row in retention(visits, spans, window):
        assert (row.rate.numerator, row.rate.denominator) == (len(active(row.start) & active(row.end)), len(active(row.start)))
    cells = {(cell.cohort, cell.k): cell.rate.numerator for cell in cohort_retention(visits, as_of).cells()}
    counted = [pair for pair in pairs if pair[1] < last]
    assert sum(cells.values()) == len({(who, np.datetime64(day, "D").astype("datetime64[M]").astype(int)) for who, day in counted})
    assert sum(count for (_, k), count in cells.items() if k == 0) == len({who for who, _ in counted})


@pytest.mark.parametrize("step", [3, 1000])
def test_places_are_the_same_from_a_table_and_by_searching(step: int) -> None:
    ordered = np.arange(5, 5 + 400 * step, step)
    wanted = np.random.default_rng(1).integers(0, 401 * step, 3000)
    known = {number: place for place, number in enumerate(ordered.tolist())}
    expected = [known.get(number, -1) for number in wanted.tolist()]
    assert places_in(ordered, wanted).tolist() == expected
    assert places_in(ordered, wanted[:20]).tolist() == expected[:20]
    assert places_in(ordered[:0], wanted[:2]).tolist() == [-1, -1]
