"""The charts of some customers: they add up to those of everybody, agree with the figures above them, and count the names behind them."""

from __future__ import annotations

import random
from datetime import date, timedelta

import numpy as np
import pytest
from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from app.domain.chart_people import FlowPart
from app.domain.errors import Cancelled
from app.domain.expected_profit import KeptFit
from app.domain.figure_people import FigureFilter, FilterKind
from app.domain.figures import MapPeople, Stayers, StayPart
from app.domain.lifetime_models import Backtest, BgNbd, GammaGamma, LifetimeFit
from app.domain.periods import Period, PeriodKind
from app.domain.segments import Segment
from app.domain.tiles import TileKey
from app.models.customer import Customer
from app.models.database import Database
from app.models.purchase import Purchase
from app.models.shop import Shop
from app.queries.insights import cohort_matrix, customer_map
from app.queries.lifetimes import fit_ground
from app.queries.people import people_behind
from app.queries.return_rate import return_trend
from app.queries.tiles import tiles
from app.services import summaries
from app.services.customers import archive_customer
from app.services.figure_settings import set_target
from app.services.lifetimes import keep_fit
from app.views.insights.answer import ChartsAnswer, ChartsAsked, Span, charts_answer
from tests.factories import NOW, TODAY, add_customer, add_purchase

PEOPLE = 80
OCTOBER = Period(date(2026, 10, 1), date(2026, 11, 1))
SUMMER = Period(date(2026, 7, 1), date(2026, 10, 1))
SHIBUYA = FigureFilter(FilterKind.CHANNEL, "看板", "看板")
REGULARS = FigureFilter(FilterKind.SEGMENT, Segment.LOYAL)


def fill(session: Session, *, window: int = 90) -> None:
    """Two years; every third customer came through the sign."""
    chance = random.Random(11)
    fields = {"created_at": NOW, "updated_at": NOW}
    who = range(1, PEOPLE + 1)
    session.execute(
        insert(Customer),
        [{"id": i, "code": f"C{i:03d}", "name": f"客 {i}", "channel": "" if i % 3 else "看板", **fields} for i in who],
    )
    rows = []
    for number in who:
        day = TODAY - timedelta(days=chance.randrange(0, 700))
        while day <= TODAY:
            amount = chance.choice([1_000, 4_000])
            rows.append({"customer_id": number, "receipt": "", "at": NOW, "day": day, "amount": amount, "net": amount, "line_count": 0})
            day += timedelta(days=chance.choice([9, 31, 80, 140]))
    session.execute(insert(Purchase), rows)
    session.execute(update(Shop).values(window_days=window))
    summaries.rebuild(session, TODAY)


def answer_of(session: Session, narrowed: FigureFilter, period: Period = OCTOBER) -> ChartsAnswer:
    return charts_answer(session, TODAY, ChartsAsked(Span.YEAR, narrowed, period))


MONTHLY = [(window, PeriodKind.MONTH) for window in (90, 21, 130)]


@pytest.mark.parametrize(("window", "kind"), [*MONTHLY, (90, PeriodKind.YEAR)])
def test_the_return_rates_of_some_and_of_the_others_make_those_of_everybody(database: Database, window: int, kind: PeriodKind) -> None:
    with database.write() as session:
        fill(session, window=window)
        some, others = np.arange(1, 31), np.arange(31, PEOPLE + 1)
        whole, one, other = (return_trend(session, TODAY, None, kind, customers) for customers in (None, some, others))
        assert len(whole.lines) == len(one.lines) > 0
        for all_, here, there in zip(whole.lines, one.lines, other.lines, strict=True):
            assert all_.rate.numerator == here.rate.numerator + there.rate.numerator
            assert all_.rate.denominator == here.rate.denominator + there.rate.denominator
        assert kind is PeriodKind.YEAR or any(whole.last_year)
        for then, here_then, there_then in zip(whole.last_year, one.last_year, other.last_year, strict=True):
            assert (then is None) == (here_then is None)
            if then is not None and here_then is not None and there_then is not None:
                assert (then.numerator, then.denominator) == (
                    here_then.numerator + there_then.numerator,
                    here_then.denominator + there_then.denominator,
                )


def test_the_first_visits_and_the_map_of_some_and_of_the_others_make_those_of_everybody(database: Database) -> None:
    with database.write() as session:
        fill(session)
        some, others = np.arange(1, 31), np.arange(31, PEOPLE + 1)
        sums: dict[tuple[date, int], tuple[int, int]] = {}
        for customers in (some, others):
            for row in cohort_matrix(session, TODAY, 13, 12, customers).rows:
                for cell in row.cells:
                    came, size = sums.get((row.cohort, cell.k), (0, 0))
                    sums[row.cohort, cell.k] = (came + cell.rate.numerator, size + cell.rate.denominator)
        rows = [row for row in cohort_matrix(session, TODAY, 13, 12).rows if row.cohort > date(2025, 11, 1)]
        assert len(rows) > 5
        for row in rows:
            for cell in row.cells:
                came, size = sums[row.cohort, cell.k]
                assert came == cell.rate.numerator
                # A month in which none of one part began has no row there.
                assert size <= cell.rate.denominator
        maps = [customer_map(session, TODAY, customers) for customers in (None, some, others)]
        whole, one, other = (np.array(view.counts) for view in maps)
        assert (whole == one + other).all() and whole.sum() == PEOPLE
        assert maps[0].regulars == maps[1].regulars + maps[2].regulars


@pytest.mark.parametrize("narrowed", [SHIBUYA, REGULARS])
def test_every_piece_of_a_narrowed_chart_counts_its_names(database: Database, narrowed: FigureFilter) -> None:
    with database.write() as session:
        fill(session)
    with database.read() as session:
        answer = answer_of(session, narrowed)
        part = answer.part
        assert part is not None and 0 < part.customers < PEOPLE
        pieces = [(line.people, line.rate.numerator) for line in answer.trend.lines]
        pieces += [(Stayers(p.people.start, p.people.end, StayPart.AT_START), p.rate.denominator) for p in answer.trend.lines]
        counted = [(part.names(people), count) for people, count in pieces]
        counted += [(part.names(row.people(one)), row.count(one)) for row in answer.flows for one in FlowPart]
        counted += [(part.names(cell.people), cell.rate.numerator) for row in answer.cohorts.rows for cell in row.cells]
        cells = enumerate(answer.customer_map.counts)
        counted += [(part.names(MapPeople(line, column, TODAY)), n) for line, counts in cells for column, n in enumerate(counts)]
        counted += [(part.names(share.people), share.customers.numerator) for share in answer.shares]
        counted += [(part.names(row.people), row.customers) for row in answer.sales]
        counted += [(part.names(band.people), band.customers) for band in answer.stake.bands]
        assert sum(count for _people, count in counted) > 100
        for people, count in counted:
            assert len(people_behind(session, people)) == count, people


@pytest.mark.parametrize("period", [OCTOBER, SUMMER])
def test_the_point_at_the_end_of_the_period_is_the_figure_above_it(database: Database, period: Period) -> None:
    with database.write() as session:
        fill(session)
    with database.read() as session:
        figure = tiles(session, TODAY, period, (TileKey.RETURN_RATE,), REGULARS)[0].rate
        point = next(line for line in answer_of(session, REGULARS, period).trend.lines if line.day == period.end)
        assert figure is not None and figure.denominator > 5
        assert point.rate == figure


def test_of_people_who_never_came_there_is_nothing_to_draw(database: Database) -> None:
    with database.write() as session:
        add_customer(session, channel="看板")
        add_purchase(session, add_customer(session, "青木"), date(2026, 5, 1))
    with database.read() as session:
        answer = answer_of(session, SHIBUYA)
        assert answer.part is not None and answer.part.customers == 1
        assert not any((answer.flows, answer.sales, answer.shares, answer.stake.bands, answer.cohorts.rows))
        assert {line.rate.denominator for line in answer.trend.lines} == {0}


def test_the_target_of_the_shop_is_not_that_of_some_customers(database: Database) -> None:
    with database.write() as session:
        fill(session)
        set_target(session, TileKey.RETURN_RATE.value, 2026, 0.7, now=NOW)
    with database.read() as session:
        assert charts_answer(session, TODAY, ChartsAsked(Span.YEAR)).target == 0.7
        assert answer_of(session, SHIBUYA).target is None


def test_nobody_waits_for_charts_that_are_not_wanted_any_more(database: Database) -> None:
    class Stopped:
        def __init__(self) -> None:
            self.asked = 0

        def advance(self, done: int, total: int) -> None:
            self.asked += 1
            if self.asked == 2:
                raise Cancelled

    stopped = Stopped()
    with database.write() as session:
        fill(session)
    with database.read() as session, pytest.raises(Cancelled):
        charts_answer(session, TODAY, ChartsAsked(Span.YEAR, SHIBUYA), stopped)
    assert stopped.asked == 2


@pytest.mark.parametrize("narrowed", [None, SHIBUYA])
def test_the_names_of_the_profit_to_come_are_those_of_its_mean(database: Database, narrowed: FigureFilter | None) -> None:
    """Of three who came through the sign one has left and one came only in November."""
    with database.write() as session:
        stays, leaves, late = (add_customer(session, name, channel="看板") for name in ("吉田", "青木", "森田"))
        for who in (stays, leaves):
            for day in (date(2026, 7, 1), date(2026, 9, 1)):
                add_purchase(session, who, day)
        add_purchase(session, late, date(2026, 11, 5))
        archive_customer(session, leaves, now=NOW)
        fit = LifetimeFit(300, 150, BgNbd(0.8, 10, 0.9, 3, -1.0), GammaGamma(6, 4, 1_500, -1.0), Backtest(6, 100, 88.0, -0.12))
        ground = fit_ground(session, OCTOBER.end)
        kept = KeptFit(ground.as_of, ground.basis, fit, 16_000.0, 1, ground.margin, ground.months, ground.discount)
        keep_fit(session, kept, now=NOW, today=TODAY)
    with database.read() as session:
        tile = tiles(session, TODAY, OCTOBER, (TileKey.PROFIT_EXPECTED,), narrowed)[0]
        assert tile.value is not None and tile.people is not None
        assert tile.count == 1
        assert people_behind(session, tile.people) == [stays]
