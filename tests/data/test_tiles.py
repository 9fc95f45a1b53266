"""The figures of a period, worked out by hand on a small book of visits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from app.domain.figure_people import FigureFilter, FilterKind
from app.domain.periods import Period, PeriodKind
from app.domain.segments import Segment
from app.domain.tiles import Tile, TileKey, TileNote
from app.models.database import Database
from app.models.shop import Shop
from app.queries.figure_scope import default_period
from app.queries.figures import kpi_summary, repurchase, retention
from app.queries.people import people_behind
from app.queries.return_rate import return_rate_at
from app.queries.tile_standing import last_touches
from app.queries.tiles import tiles
from app.services.figure_settings import set_target
from app.services.purchases import refund_visit
from tests.factories import NOW, TODAY, add_customer, add_purchase, add_staff

OCTOBER = Period(date(2026, 10, 1), date(2026, 11, 1))
AUTUMN = Period(date(2026, 7, 1), date(2026, 10, 1))
YEAR = Period(date(2025, 4, 1), date(2026, 4, 1))


def one(session: Session, key: TileKey, period: Period = OCTOBER, narrowed: FigureFilter | None = None) -> Tile:
    return tiles(session, TODAY, period, (key,), narrowed)[0]


def names(session: Session, tile: Tile) -> list[int]:
    assert tile.people is not None
    return people_behind(session, tile.people)


def visits(session: Session, customer: int | None, days: Sequence[str], amount: int = 5_000) -> None:
    for day in days:
        add_purchase(session, customer, date.fromisoformat(day), amount)


def book(session: Session) -> tuple[int, int, int, int]:
    """Active on 1 August (90 days before it): A, B, C. On 1 November: A, B and D, who came first in August.

    October: A twice for 5,000 and 7,000, B for 3,000, without a customer 1,000; September: A and C for 5,000 each.
    """
    a = add_customer(session, "青木 一", channel="紹介", prefecture="東京都", city="渋谷区")
    b = add_customer(session, "馬場 二", channel="看板", prefecture="東京都", city="港区")
    c = add_customer(session, "千葉 三", channel="紹介", prefecture="神奈川県", city="横浜市")
    d = add_customer(session, "土井 四")
    visits(session, a, ["2026-03-01", "2026-05-20", "2026-07-10", "2026-09-05", "2026-10-05"])
    add_purchase(session, a, date(2026, 10, 20), 7_000)
    visits(session, b, ["2026-07-01"])
    add_purchase(session, b, date(2026, 10, 8), 3_000)
    visits(session, c, ["2026-06-15", "2026-07-20"])
    add_purchase(session, c, date(2026, 9, 1), 5_000)
    visits(session, d, ["2026-08-10"])
    add_purchase(session, None, date(2026, 10, 9), 1_000)
    return a, b, c, d


def test_who_stayed_and_who_left_are_of_the_same_people(database: Database) -> None:
    """S = {A, B, C} on 1 August. Of them A, B and C (1 September lies within 90 days of 1 November) are active on 1 November."""
    with database.write() as session:
        a, b, c, _d = book(session)
    with database.read() as session:
        stayed, left = one(session, TileKey.RETURN_RATE), one(session, TileKey.CHURN)
        assert stayed.rate is not None and left.rate is not None
        assert (stayed.rate.numerator, stayed.rate.denominator) == (3, 3)
        assert (left.rate.numerator, left.rate.denominator) == (0, 3)
        assert stayed.rate == return_rate_at(session, OCTOBER.end)[0]
        assert stayed.is_reference
        assert names(session, stayed) == sorted([a, b, c])
        assert names(session, left) == []


def test_a_year_is_measured_over_a_year_and_days_of_the_owners_between_their_ends(database: Database) -> None:
    with database.write() as session:
        a, _b, _c, _d = book(session)
        visits(session, a, ["2025-09-15"])
    with database.read() as session:
        year = one(session, TileKey.RETURN_RATE, Period(date(2025, 11, 1), date(2026, 11, 1)))
        assert year.rate is not None
        # Only A was there on 1 November 2025.
        assert (year.rate.numerator, year.rate.denominator) == (1, 1)
        own = one(session, TileKey.RETURN_RATE, Period(date(2026, 7, 21), date(2026, 10, 21)))
        assert own.rate is not None
        assert (own.rate.numerator, own.rate.denominator) == (3, 3)
        short = one(session, TileKey.RETURN_RATE, Period(date(2026, 10, 1), date(2026, 10, 20)))
        assert (short.value, short.note) == (None, TileNote.SHORT_PERIOD)


def test_month_to_next_month_is_of_the_two_last_finished_months(database: Database) -> None:
    """September: A and C; of them A came in October."""
    with database.write() as session:
        a, _b, c, _d = book(session)
    with database.read() as session:
        again = one(session, TileKey.REPURCHASE)
        assert again.rate is not None
        assert (again.rate.numerator, again.rate.denominator) == (1, 2)
        assert names(session, again) == [a]
        referred = one(session, TileKey.REPURCHASE, narrowed=FigureFilter(FilterKind.CHANNEL, "紹介"))
        assert referred.rate == again.rate
        assert one(session, TileKey.REPURCHASE, narrowed=FigureFilter(FilterKind.CHANNEL, "看板")).value is None
        assert c not in names(session, again)


def test_the_second_visit_by_its_horizon(database: Database) -> None:
    """By 1 November, 90 days after the first visit: A (80 days), B (99), C (35); D's first visit is 83 days ago. 180 days: A alone."""
    with database.write() as session:
        a, _b, c, _d = book(session)
    with database.read() as session:
        soon = one(session, TileKey.SECOND_VISIT_90)
        assert soon.rate is not None
        assert (soon.rate.numerator, soon.rate.denominator) == (2, 3)
        assert names(session, soon) == sorted([a, c])
        half = one(session, TileKey.SECOND_VISIT_180)
        assert half.rate is not None
        assert (half.rate.numerator, half.rate.denominator) == (1, 1)
        assert one(session, TileKey.SECOND_VISIT_365).note is TileNote.NOTHING_YET


def test_active_customers_of_all_who_ever_bought(database: Database) -> None:
    with database.write() as session:
        _a, _b, _c, _d = book(session)
        late = add_customer(session, "江口 五")
        visits(session, late, ["2026-01-05"])
        newest = add_customer(session, "福田 六")
        visits(session, newest, ["2026-11-05"])
    with database.read() as session:
        ratio = one(session, TileKey.ACTIVE_RATIO)
        assert ratio.rate is not None
        # A, B, C and D came since 3 August; the fifth in January; the sixth not before November.
        assert (ratio.rate.numerator, ratio.rate.denominator) == (4, 5)
        assert len(names(session, ratio)) == 4


def test_sales_of_the_period_beside_the_one_before(database: Database) -> None:
    with database.write() as session:
        a, b, _c, _d = book(session)
    with database.read() as session:
        sales, came = one(session, TileKey.SALES), one(session, TileKey.VISITORS)
        assert (sales.value, sales.before, sales.change) == (16_000, 10_000, Decimal(6_000))
        assert (came.value, came.before) == (2, 2)
        assert names(session, came) == sorted([a, b])
        # Receipts of 5,000, 7,000, 3,000 and 1,000.
        assert one(session, TileKey.AVERAGE_AMOUNT).value == 4_000
        assert one(session, TileKey.AMOUNT_PER_CUSTOMER).value == 7_500
        assert one(session, TileKey.VISITS_PER_CUSTOMER).value == 1.5
        assert one(session, TileKey.COVERAGE).value == 1_000 / 16_000
        # July to September: 5,000 + 5,000 + 5,000 + 5,000 + 5,000 + 5,000 of four customers.
        assert one(session, TileKey.SALES, AUTUMN).value == 30_000
        assert one(session, TileKey.VISITORS, AUTUMN).value == 4


def test_a_refund_lowers_sales_on_its_day_and_not_the_average(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        purchase = add_purchase(session, customer, date(2026, 9, 28), 6_000)
        add_purchase(session, customer, date(2026, 10, 3), 4_000)
        refund_visit(session, purchase, amount=1_000, day=date(2026, 10, 4), now=NOW, today=TODAY)
    with database.read() as session:
        assert one(session, TileKey.SALES).value == 3_000
        assert one(session, TileKey.AVERAGE_AMOUNT).value == 4_000
        own = Period(date(2026, 10, 2), date(2026, 10, 30))
        assert one(session, TileKey.SALES, own).value == 3_000
        assert one(session, TileKey.AVERAGE_AMOUNT, own).value == 4_000


@pytest.mark.parametrize("key", [TileKey.SALES, TileKey.VISITORS, TileKey.AVERAGE_AMOUNT, TileKey.VISITS_PER_CUSTOMER, TileKey.COVERAGE])
def test_months_that_are_kept_and_receipts_say_the_same(database: Database, key: TileKey) -> None:
    """30 days out of 31, of which the last has no sale."""
    with database.write() as session:
        book(session)
    with database.read() as session:
        assert one(session, key).value == one(session, key, Period(date(2026, 10, 1), date(2026, 10, 31))).value


def test_the_running_period_counts_today_and_is_compared_with_nothing(database: Database) -> None:
    with database.write() as session:
        book(session)
        customer = add_customer(session)
        add_purchase(session, customer, TODAY, 2_000)
    with database.read() as session:
        running = one(session, TileKey.SALES, Period(date(2026, 11, 1), date(2026, 12, 1)))
        assert (running.value, running.before, running.last_year) == (2_000, None, None)


def test_narrowed_to_an_area_a_channel_or_a_member_of_staff(database: Database) -> None:
    with database.write() as session:
        staff = add_staff(session)
        a, b, _c, _d = book(session)
    with database.read() as session:
        tokyo = FigureFilter(FilterKind.PREFECTURE, "東京都")
        stayed = one(session, TileKey.RETURN_RATE, narrowed=tokyo)
        assert stayed.rate is not None
        assert stayed.rate.denominator == 2
        assert names(session, stayed) == sorted([a, b])
        assert one(session, TileKey.SALES, narrowed=FigureFilter(FilterKind.CITY, "東京都港区")).value == 3_000
        assert one(session, TileKey.VISITORS, narrowed=FigureFilter(FilterKind.CHANNEL, "紹介")).value == 1
        assert one(session, TileKey.VISITORS, narrowed=FigureFilter(FilterKind.STAFF, staff)).value == 0


def test_segments_count_as_they_stood_when_the_period_began(database: Database) -> None:
    """Who is new on 1 August came since 2 June: B and C; who became somebody else since still counts."""
    with database.write() as session:
        a, b, c, _d = book(session)
    with database.read() as session:
        stayed = one(session, TileKey.RETURN_RATE, narrowed=FigureFilter(FilterKind.SEGMENT, Segment.NEW))
        assert stayed.rate is not None
        assert stayed.rate.denominator == 2
        assert names(session, stayed) == sorted([b, c])
        assert a not in names(session, stayed)


def test_a_figure_of_a_past_period_does_not_change_by_what_comes_later(database: Database) -> None:
    keys = tuple(TileKey(key) for key in ("return_rate", "sales", "visitors", "slipping", "good_sales", "second_visit_90", "active_ratio"))
    past = Period(date(2026, 8, 1), date(2026, 9, 1))
    with database.write() as session:
        _a, b, _c, _d = book(session)
    with database.read() as session:
        told = tiles(session, TODAY, past, keys)
    with database.write() as session:
        add_purchase(session, b, date(2026, 11, 3), 50_000)
        add_purchase(session, add_customer(session, "後藤 八"), date(2026, 11, 4), 90_000)
    with database.read() as session:
        assert tiles(session, TODAY, past, keys) == told


def test_targets_stand_beside_the_figures_of_their_year(database: Database) -> None:
    with database.write() as session:
        book(session)
        set_target(session, TileKey.SALES.value, 2026, 20_000.0, now=NOW)
    with database.read() as session:
        assert one(session, TileKey.SALES).gap == Decimal(-4_000)
        # March belongs to the year that began in April 2025.
        assert one(session, TileKey.SALES, Period(date(2026, 3, 1), date(2026, 4, 1))).target is None


def test_with_whom_nobody_was_in_touch(database: Database) -> None:
    """Within 90 days of today (since 22 August): A, B and C came; D did not; the fifth never did, the sixth wants no contact, the
    seventh is on record for three weeks only."""
    with database.write() as session:
        _a, _b, _c, d = book(session)
        fifth = add_customer(session, "江口 五", joined_on=date(2026, 1, 5))
        add_customer(session, "福田 六", joined_on=date(2026, 1, 5), do_not_contact=True)
        add_customer(session, "後藤 七", joined_on=date(2026, 11, 1))
    with database.read() as session:
        alone = one(session, TileKey.NOT_CONTACTED)
        assert names(session, alone) == sorted([d, fifth])
        assert last_touches(session, TODAY)[d] == date(2026, 8, 10)
        assert fifth not in last_touches(session, TODAY)
        assert alone.value == 2


@pytest.mark.parametrize(
    ("kind", "period"),
    [
        ("month", Period(date(2026, 10, 1), date(2026, 11, 1))),
        ("quarter", Period(date(2026, 7, 1), date(2026, 10, 1))),
        ("year", Period(date(2025, 4, 1), date(2026, 4, 1))),
    ],
)
def test_the_last_finished_period_of_the_shops_kind(database: Database, kind: str, period: Period) -> None:
    from app.domain.shop import FigurePeriod

    with database.write() as session:
        session.get_one(Shop, 1).period = FigurePeriod(kind)
    with database.read() as session:
        assert default_period(session, TODAY) == period


@pytest.mark.parametrize(("kind", "period"), [(PeriodKind.MONTH, OCTOBER), (PeriodKind.QUARTER, AUTUMN), (PeriodKind.YEAR, YEAR)])
def test_the_window_and_the_command_line_say_the_same(database: Database, kind: PeriodKind, period: Period) -> None:
    with database.write() as session:
        a, _b, _c, _d = book(session)
        visits(session, a, ["2024-12-01", "2025-02-15", "2025-10-02", "2026-02-20"])
    with database.read() as session:
        told = next(line for line in retention(session, kind, TODAY) if line.end == period.end)
        shown = one(session, TileKey.RETURN_RATE, period)
        assert shown.rate is not None
        assert (shown.rate.numerator, shown.rate.denominator) == (told.stayed, told.at_start)
        summary = kpi_summary(session, OCTOBER.end)
        for key, days in ((TileKey.SECOND_VISIT_90, "90"), (TileKey.SECOND_VISIT_180, "180"), (TileKey.SECOND_VISIT_365, "365")):
            rate = one(session, key).rate
            assert rate is not None
            assert (rate.numerator, rate.denominator) == (summary.repeat_rate[days].numerator, summary.repeat_rate[days].denominator)
        months = {line.start: (line.stayed, line.at_start) for line in repurchase(session, TODAY)}
        again = one(session, TileKey.REPURCHASE).rate
        assert again is not None
        assert months[date(2026, 9, 1)] == (again.numerator, again.denominator)
        ever = one(session, TileKey.AVERAGE_AMOUNT, Period(date(2020, 1, 1), OCTOBER.end))
        assert (ever.value, ever.count) == (summary.aov, summary.receipts)
