"""Whose points are about to lapse."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain.figures import PointsLapsing
from app.domain.follow_ups import FollowUpFields, FollowUpKind, FollowUpSource, NextFollowUp
from app.domain.periods import Period
from app.domain.point_lapse import LapseList, notice_until
from app.models.database import Database
from app.queries.people import people_behind
from app.queries.point_lapse import customers_with_points, lapses_within, lapsing, lapsing_of
from app.queries.point_money import point_money
from app.services.customers import archive_customer, mark_customer
from app.services.daily import begin_day
from app.services.follow_ups import add_follow_up, add_follow_ups
from app.services.openings import Opening, open_points
from app.services.points import adjust_points
from tests.factories import NOW, TODAY, add_customer

YEAR_END = date(2026, 12, 31)
LAST_DAY = date(2026, 12, 24)


@pytest.fixture
def shop(database: Database) -> Database:
    with database.write() as session:
        for number, name in enumerate(("吉田 和子", "渡辺 真理", "森田 幸子", "清水 あゆみ"), start=1):
            add_customer(session, name=name, code=f"C{number}" if number < 4 else "")
        openings = [
            Opening(1, 300, YEAR_END),
            Opening(1, 940, date(2027, 6, 30)),
            Opening(2, 100, LAST_DAY),
            Opening(2, 180, YEAR_END),
            Opening(3, 260, date(2027, 1, 1)),
            Opening(4, 50),
        ]
        open_points(session, openings, import_id=None, now=NOW, today=TODAY)
        add_follow_up(session, 2, FollowUpFields(TODAY + timedelta(days=2), FollowUpKind.CALL), now=NOW, today=TODAY)
    return database


def test_everybody_to_the_end_of_the_month_that_leaves_a_week_of_notice(shop: Database) -> None:
    with shop.read() as session:
        found = lapsing(session, LAST_DAY)
    assert (found.until, found.customer_ids, found.people, found.points) == (YEAR_END, (1, 2), 2, 580)
    assert [(row.name, row.points, row.last_day, row.balance) for row in found.rows] == [
        ("吉田 和子", 300, YEAR_END, 1240),
        ("渡辺 真理", 280, LAST_DAY, 280),
    ]
    assert [row.next_follow_up for row in found.rows] == [None, NextFollowUp(TODAY + timedelta(days=2), FollowUpKind.CALL)]


def test_the_first_rows_are_shown_and_all_are_counted(shop: Database) -> None:
    with shop.read() as session:
        found = lapsing(session, LAST_DAY, limit=1)
    assert (len(found.rows), found.people, found.points) == (1, 2, 580)


def test_the_last_valid_day_counts_and_the_next_does_not(shop: Database) -> None:
    with shop.read() as session:
        assert lapsing(session, LAST_DAY, until=LAST_DAY).customer_ids == (2,)
        assert lapsing(session, LAST_DAY + timedelta(days=1), until=YEAR_END).points == 480
        assert lapsing(session, LAST_DAY, until=date(2027, 1, 1)).people == 3


def test_points_that_were_used_or_lapsed_are_no_longer_about_to(shop: Database) -> None:
    with shop.write() as session:
        adjust_points(session, 1, -300, "お返し", now=NOW, today=TODAY)
        begin_day(session, now=NOW, today=LAST_DAY + timedelta(days=1))
    with shop.read() as session:
        assert lapsing(session, LAST_DAY + timedelta(days=1), until=YEAR_END).customer_ids == (2,)
        assert lapsing(session, date(2027, 7, 1)) == LapseList()


def test_those_out_of_reach_are_owed_their_points_and_counted_apart(shop: Database) -> None:
    with shop.write() as session:
        gone, quiet, archived = (
            add_customer(session, name, code=name, do_not_contact=name == "quiet") for name in ("gone", "quiet", "old")
        )
        mark_customer(session, gone, now=NOW, left_on=TODAY)
        archive_customer(session, archived, now=NOW)
        openings = [Opening(number, 1000, YEAR_END) for number in (gone, quiet, archived)]
        open_points(session, openings, import_id=None, now=NOW, today=TODAY)
    period = Period(LAST_DAY, YEAR_END + timedelta(days=1))
    with shop.read() as session:
        found = lapsing(session, LAST_DAY)
        assert (found.customer_ids, found.points, found.gone, found.quiet, found.left_out) == ((1, 2), 580, 2, 1, 3)
        assert set(lapses_within(session, period, within_reach=True)) == {1, 2}
        assert people_behind(session, PointsLapsing(period, within_reach=True)) == [1, 2]
        assert people_behind(session, PointsLapsing(period)) == [1, 2, gone, quiet, archived]
        following = point_money(session, LAST_DAY + timedelta(days=1)).next_lapse
        assert following is not None
        assert (following.people, following.points) == (5, 3480)
    with shop.write() as session:
        plan = FollowUpFields(TODAY, FollowUpKind.TALK)
        everybody = (1, 2, gone, quiet, archived)
        made = add_follow_ups(session, everybody, plan, source=FollowUpSource.POINTS, now=NOW, today=TODAY)
    assert (made.added, made.left_out) == (found.people, found.left_out)


def test_what_a_customer_loses_next(shop: Database) -> None:
    with shop.read() as session:
        assert lapsing_of(session, [1, 2, 4], LAST_DAY) == {1: (300, YEAR_END), 2: (100, LAST_DAY)}


def test_everybody_in_the_ledger_by_number(shop: Database) -> None:
    with shop.read() as session:
        assert customers_with_points(session) == {1: "C1", 2: "C2", 3: "C3", 4: "#4"}


@pytest.mark.parametrize(
    ("today", "next_day", "until"),
    [
        (date(2026, 11, 20), date(2026, 11, 25), date(2026, 11, 30)),
        (date(2026, 12, 24), date(2026, 12, 31), YEAR_END),
        (date(2026, 12, 25), date(2026, 12, 31), date(2027, 1, 31)),
        (date(2026, 11, 20), date(2027, 3, 15), date(2027, 3, 31)),
    ],
)
def test_until_when_people_are_told(today: date, next_day: date, until: date) -> None:
    assert notice_until(today, next_day) == until
