"""The figures of pages and command line on a shop of chance, against the statistics worked out from its purchases."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import numpy as np
import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from app.analytics.groups import groups_of, overdue
from app.analytics.occasions import NOBODY, Receipts, occasions_of, receipts_from
from app.analytics.retention import retention
from app.analytics.standing import shop_median_gap, standing_from
from app.analytics.visits import month_visits, returned
from app.domain import figures as spec
from app.domain.periods import PeriodKind, add_months, day_number, month_of, month_start, month_to_date, retention_spans
from app.domain.rfm import BANDS, MapRegion
from app.domain.segments import Segment
from app.domain.status import Chip, Phase
from app.models.customer import Customer
from app.models.database import Database
from app.models.purchase import Purchase
from app.models.shop import Shop
from app.queries import figures, insights
from app.queries.people import people_behind
from app.queries.return_rate import return_trend
from app.queries.standing import customer_facts, statuses
from app.queries.today import reach_out_people, today_figures
from app.services import summaries
from app.services.cuts import learn_cuts, learn_first_cuts
from tests.factories import TODAY, add_customer, add_purchase

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
TOMORROW = TODAY + timedelta(days=1)


def fill(session: Session, people: int = 120) -> Receipts:
    """Customers with rhythms of their own, some of whom stopped coming; sales without a customer; one receipt of zero."""
    chance = random.Random(20261120)
    session.execute(
        insert(Customer),
        [{"id": i, "code": f"C{i:03d}", "name": f"客 {i}", "created_at": NOW, "updated_at": NOW} for i in range(1, people + 1)],
    )
    sold: list[tuple[int | None, date, int]] = [(None, TODAY - timedelta(days=i * 3), 700) for i in range(60)]
    for who in range(1, people + 1):
        day = TODAY - timedelta(days=chance.randrange(5, 600))
        stop = TODAY if chance.random() < 0.6 else TODAY - timedelta(days=chance.randrange(30, 400))
        rhythm = chance.choice([14, 30, 45, 70])
        while day <= stop:
            sold.append((who, day, chance.randrange(2, 20) * 500))
            day += timedelta(days=max(1, int(chance.gauss(rhythm, rhythm / 3))))
    sold.append((1, TODAY, 0))
    rows = [
        {"customer_id": who, "receipt": str(i), "at": NOW, "day": day, "amount": amount, "net": amount, "line_count": 2}
        for i, (who, day, amount) in enumerate(sold)
    ]
    session.execute(insert(Purchase), rows)
    summaries.rebuild(session, TODAY)
    ids = [NOBODY if who is None else who for who, _, _ in sold]
    return receipts_from(ids, [day_number(day) for _, day, _ in sold], [amount for _, _, amount in sold])


def test_the_today_page_counts_what_the_purchases_say(database: Database) -> None:
    with database.write() as session:
        receipts = fill(session)
    occasions = occasions_of(receipts)
    with database.read() as session:
        shown = today_figures(session, TODAY)
        visits = month_visits(occasions, TODAY)
        assert (shown.visitors, shown.visitors_more) == (visits.visitors, visits.more)
        assert shown.returned == len(returned(occasions, month_to_date(TODAY)[0]))
        spans = retention_spans(PeriodKind.MONTH, date(2025, 1, 1), TODAY)
        rates = {row.end: row.rate for row in retention(occasions, spans, 90)}
        assert (shown.return_start, shown.return_end) == (date(2026, 8, 1), date(2026, 11, 1))
        assert shown.return_rate == rates[date(2026, 11, 1)]
        now, before = rates[date(2026, 11, 1)].percent, rates[date(2026, 10, 1)].percent
        assert now is not None and before is not None and shown.return_change == now - before
        standing = standing_from(receipts, TOMORROW)
        assert 0 < shown.not_seen < len(standing)
        assert shown.visitors == len(people_behind(session, shown.specs.visitors))
        assert shown.return_rate.numerator == len(people_behind(session, shown.specs.return_rate))
        assert shown.returned == len(people_behind(session, shown.specs.returned)) > 0
        assert shown.not_seen == len(people_behind(session, shown.specs.not_seen))
        assert shown.reach_out == len(people_behind(session, shown.specs.reach_out))


def test_who_returned_in_earlier_periods(database: Database) -> None:
    with database.write() as session:
        occasions = occasions_of(fill(session))
    with database.read() as session:
        found = 0
        for back in range(1, 12):
            for period, away in ((month_of(add_months(TODAY, -back)), 90), (month_to_date(TODAY)[0], 40 + back)):
                wanted = sorted(person.customer for person in returned(occasions, period, away))
                assert people_behind(session, spec.ReturnedAfter(period, away)) == wanted
                found += len(wanted)
        assert found > 0


def test_people_to_reach_out_to_come_in_the_order_of_the_rule(database: Database) -> None:
    with database.write() as session:
        receipts = fill(session)
    with database.read() as session:
        shown = reach_out_people(session, TODAY)
        now = statuses(session, TODAY)
        assert now.groups is not None
        wanted = overdue(now.standing, now.groups, window=90, today=TODAY)
        assert [(p.customer_id, p.chip, p.days_since) for p in shown] == [(o.customer, o.chip, o.days_since) for o in wanted]
        assert tuple(shown[:5]) == today_figures(session, TODAY).people
        assert {Chip.ATTENTION, Chip.WATCH} <= {p.chip for p in shown}
        # The groups of the tables are those of the purchases of the same day.
        straight = standing_from(receipts, TOMORROW)
        assert np.array_equal(now.customer, straight.customer) and np.array_equal(now.last_day, straight.last_day)
        assert now.rules.shop_gap == shop_median_gap(occasions_of(receipts))


def test_who_left_or_asked_for_silence_is_not_reached_out_to(database: Database) -> None:
    with database.write() as session:
        fill(session)
    with database.read() as session:
        before = today_figures(session, TODAY)
        first, second, third = (person.customer_id for person in before.people[:3])
    with database.write() as session:
        session.execute(update(Customer).where(Customer.id == first).values(left_on=TODAY))
        session.execute(update(Customer).where(Customer.id == second).values(archived_at=NOW))
        session.execute(update(Customer).where(Customer.id == third).values(do_not_contact=True))
    with database.read() as session:
        after = today_figures(session, TODAY)
        assert after.not_seen == before.not_seen - 2
        assert after.reach_out == before.reach_out - 3
        assert not {first, second, third} & {person.customer_id for person in after.people}
        assert statuses(session, TODAY).chip_of(first) is Chip.LEFT
        assert customer_facts(session, first, TODAY).status.phase is Phase.LEFT
        assert after.return_rate == before.return_rate


def test_not_seen_lately_changes_by_who_became_late_and_who_came(database: Database) -> None:
    with database.write() as session:
        for name, ages in (
            ("late", (100, 80, 60, 40)),
            ("came", (103, 83, 63, 43, 2)),
            ("came twice", (103, 83, 63, 43, 3, 2)),
            ("new", (1,)),
            ("fine", (61, 41, 21, 1)),
        ):
            who = add_customer(session, name=name)
            for age in ages:
                add_purchase(session, who, TODAY - timedelta(days=age))
    with database.read() as session:
        shown = today_figures(session, TODAY)
        # "late": usually every 20 days, 40 today and 33 a week ago. Those who came: 36 a week ago, 2 today.
        assert (shown.not_seen, shown.not_seen_more) == (1, 1 - 3)
        assert [(p.name, p.chip, p.days_since, p.usual_days) for p in shown.people] == [("late", Chip.ATTENTION, 40, 20)]


def test_every_cell_bar_and_point_opens_as_many_names_as_it_says(database: Database) -> None:
    with database.write() as session:
        fill(session)
    with database.read() as session:
        tiles = insights.insight_tiles(session, TODAY)
        assert tiles.second_visit.numerator == len(people_behind(session, tiles.specs.second_visit)) > 0
        parts = [len(people_behind(session, spec.SecondVisit(TODAY, 90, part))) for part in spec.SecondPart]
        assert parts == [tiles.second_visit.denominator, tiles.second_visit.numerator, parts[0] - parts[1]]
        assert tiles.slipping == len(people_behind(session, tiles.specs.slipping))
        trend = return_trend(session, TODAY, None)
        assert len(trend.lines) > 13 and [point.is_complete for point in trend.lines[-2:]] == [True, False]
        for point in trend.lines:
            sizes = {part: len(people_behind(session, spec.Stayers(point.people.start, point.people.end, part))) for part in spec.StayPart}
            assert sizes[spec.StayPart.STAYED] == point.rate.numerator
            assert sizes[spec.StayPart.AT_START] == point.rate.denominator == sizes[spec.StayPart.LOST] + point.rate.numerator
        for row in insights.cohort_matrix(session, TODAY).rows:
            assert [len(people_behind(session, cell.people)) for cell in row.cells] == [cell.rate.numerator for cell in row.cells]
            assert len(people_behind(session, spec.CohortPeople(row.cohort, 0))) == row.size
        seen = insights.customer_map(session, TODAY)
        for row_number in range(BANDS):
            for column in range(BANDS):
                cell_people = people_behind(session, spec.MapPeople(row_number, column, TODAY))
                assert len(cell_people) == seen.counts[row_number][column]
        assert len(people_behind(session, spec.MapFrame(MapRegion.REGULARS, TODAY))) == seen.regulars
        assert len(people_behind(session, spec.MapFrame(MapRegion.SLIPPING, TODAY))) == seen.slipping
        sizes_by_segment = insights.segment_sizes(session, TODAY)
        buyers = len(people_behind(session, spec.Buyers()))
        assert sum(sizes_by_segment.values()) == sum(map(sum, seen.counts)) == buyers
        for segment in Segment:
            assert len(people_behind(session, spec.InSegment(segment, TODAY))) == sizes_by_segment[segment]
        counted = statuses(session, TODAY).counts()
        assert len(people_behind(session, spec.WithChip((Chip.FINE, Chip.DORMANT), TODAY))) == counted[Chip.FINE] + counted[Chip.DORMANT]


@pytest.mark.parametrize(
    ("window", "kind"), [(90, PeriodKind.MONTH), (30, PeriodKind.MONTH), (150, PeriodKind.QUARTER), (90, PeriodKind.YEAR)]
)
def test_the_trend_of_the_tables_is_the_one_of_the_purchases(database: Database, window: int, kind: PeriodKind) -> None:
    with database.write() as session:
        session.execute(update(Shop).values(window_days=window))
        fill(session)
    with database.read() as session:
        trend = return_trend(session, TODAY, None, kind)
        straight = figures.retention(session, kind, TODAY)
        assert [(p.people.start, p.day, p.rate.denominator, p.rate.numerator, p.is_complete) for p in trend.lines] == [
            (line.start, line.end, line.at_start, line.stayed, line.complete) for line in straight
        ]
        by_end = {point.day: point.rate for point in trend.lines}
        for point, last_year in zip(trend.lines, trend.last_year, strict=True):
            if point.is_complete:
                assert last_year == by_end.get(add_months(point.day, -12))
        short = return_trend(session, TODAY, 3, kind)
        assert short.lines == trend.lines[-3:]


def test_the_arrays_in_memory_follow_every_write(database: Database) -> None:
    with database.write() as session:
        fill(session, 20)
    with database.read() as session:
        before = statuses(session, TODAY)
    with database.write() as session:
        new = add_customer(session, "新しい方")
        add_purchase(session, new, TODAY)
        add_purchase(session, 3, TODAY)
        assert statuses(session, TODAY).chip_of(new) is Chip.FINE
    with database.read() as session:
        after = statuses(session, TODAY)
        assert len(after.customer) == len(before.customer) + 1
        assert after.last_day[after.positions(np.array([3, new]))].tolist() == [day_number(TODAY)] * 2
        assert before.chip_of(new) is Chip.PROSPECT
    with pytest.raises(ZeroDivisionError), database.write() as session:
        add_purchase(session, 5, TODAY)
        statuses(session, TODAY)
        raise ZeroDivisionError
    with database.read() as session:
        again = statuses(session, TODAY)
        assert np.array_equal(again.last_day, after.last_day) and np.array_equal(again.visits, after.visits)
    with database.write() as session:
        session.query(Purchase).where(Purchase.customer_id == new).delete()
        summaries.touch(session, {new})
    with database.read() as session:
        assert np.array_equal(statuses(session, TODAY).customer, before.customer)


def test_cut_points_are_learned_once_and_then_kept(database: Database) -> None:
    with database.write() as session:
        fill(session, 150)
        assert not learn_first_cuts(session, TODAY)
    with database.write() as session:
        for model in (Purchase, Customer):
            session.query(model).delete()
        fill(session, 240)
        summaries.bring_to_day(session, TOMORROW)
        learned = figures.rfm(session, TOMORROW).cuts
        assert session.scalars(select(Shop.rfm_cuts)).one() == learned
        add_purchase(session, 7, TODAY, 900_000)
        assert not learn_first_cuts(session, TOMORROW)
        assert figures.rfm(session, TOMORROW).cuts == learned
        groups = statuses(session, TOMORROW).groups
        assert groups is not None and list(groups.cuts.monetary) == learned["monetary"]
        again = learn_cuts(session, TOMORROW)
        assert again is not None and list(again.monetary) != learned["monetary"]


def test_facts_of_a_customer(database: Database) -> None:
    with database.write() as session:
        who, nobody = add_customer(session, "吉田 和子"), add_customer(session, "初 来店")
        for day in (date(2026, 5, 29), date(2026, 7, 2), date(2026, 8, 6), date(2026, 9, 10)):
            add_purchase(session, who, day, 9350)
        add_purchase(session, who, date(2026, 9, 10), 650)
    with database.read() as session:
        facts = customer_facts(session, who, TODAY)
        assert (facts.visits, facts.receipts, facts.amount, facts.average) == (4, 5, 38050, 7610)
        assert (facts.first_day, facts.last_day, facts.next_usual_day) == (date(2026, 5, 29), date(2026, 9, 10), date(2026, 10, 15))
        assert facts.rhythm is not None and facts.rhythm.shown_days == 35
        assert (facts.status.chip, facts.status.reason.days_since, facts.status.reason.usual_days) == (Chip.ATTENTION, 71, 35)
        before = customer_facts(session, nobody, TODAY)
        assert (before.status.chip, before.rhythm, before.visits, before.average) == (Chip.PROSPECT, None, 0, None)


def test_a_shop_without_a_sale_has_dashes_and_no_faults(database: Database) -> None:
    with database.read() as session:
        shown, tiles = today_figures(session, TODAY), insights.insight_tiles(session, TODAY)
        assert (shown.visitors, shown.returned, shown.not_seen, shown.people) == (0, 0, 0, ())
        assert shown.return_rate.rate is None and shown.return_change is None
        assert tiles.profit is None and tiles.second_visit.rate is None
        assert return_trend(session, TODAY).lines == () and insights.cohort_matrix(session, TODAY).rows == ()
        assert sum(map(sum, insights.customer_map(session, TODAY).counts)) == 0
        assert insights.coverage(session).share is None
        assert figures.default_as_of(session, TODAY) == TODAY
        assert figures.rfm(session, TODAY).rows == [] and figures.retention(session, PeriodKind.MONTH, TODAY) == []
        assert figures.kpi_summary(session, TODAY).aov is None


def test_profit_so_far_and_coverage(database: Database) -> None:
    with database.write() as session:
        for day, amount in ((date(2026, 9, 3), 10000), (date(2026, 10, 3), 5001), (date(2026, 11, 3), 90000)):
            add_purchase(session, add_customer(session, f"客 {day}"), day, amount)
        add_purchase(session, None, date(2026, 11, 4), 34999)
    with database.read() as session:
        tiles = insights.insight_tiles(session, TODAY)
        # 60 % of 15,001 yen over two customers at the end of October; 60 % of 10,000 over one at the end of September.
        assert (tiles.profit, tiles.profit_change) == (4500, 4500 - 6000)
        assert insights.coverage(session) == spec.Coverage(34999 / 140000, 1, 34999)


def test_command_line_figures_follow_their_contract(database: Database) -> None:
    with database.write() as session:
        receipts = fill(session)
    with database.read() as session:
        assert figures.default_as_of(session, TODAY) == TODAY
        assert figures.default_as_of(session, TODAY + timedelta(days=30)) == TOMORROW
        summary = figures.kpi_summary(session, TOMORROW)
        assert (summary.customers, summary.net_sales) == (120, int(receipts.amount.sum()))
        assert (summary.rows_without_customer, summary.sales_without_customer) == (120, 42000)
        assert set(summary.repeat_rate) == {"90", "180", "365"}
        half = figures.kpi_summary(session, TODAY - timedelta(days=9))
        assert half.rows_without_customer == 2 * (60 - 4) and half.net_sales < summary.net_sales
        lines = figures.repurchase(session, TODAY)
        assert (lines[-1].end, lines[-1].complete, lines[-2].complete) == (month_start(TODAY), False, True)
        for line in lines:
            assert line.at_start == len(people_behind(session, spec.Repurchasers(line.start)))
            if line.complete:
                assert line.stayed == len(people_behind(session, spec.Repurchasers(line.start, True)))
        cohorts = figures.cohorts(session, TODAY)
        assert [line.rate for line in cohorts if line.k == 0] == [1.0] * len({line.cohort for line in cohorts})
        scores = figures.rfm(session, TOMORROW)
        assert scores.rows[0].customer == "C001" and len(scores.rows) == summary.buyers
        standing = standing_from(receipts, TOMORROW)
        groups = groups_of(standing, window=90, shop_gap=shop_median_gap(occasions_of(receipts)))
        assert groups is not None and [row.f for row in scores.rows] == groups.scores.f.tolist()
        assert month_of(TODAY).start == lines[-1].end and isinstance(summary.repeat_rate["90"].rate, float)
        assert today_figures(session, TODAY).return_change != Decimal(0)
