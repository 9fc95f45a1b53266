"""A new day is begun once, whatever the clock of the computer does."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.orm import Session

from app.cli.call import Call
from app.domain.points import EntryKind, Expiry, ExpiryKind, RuleFields
from app.models.database import Database
from app.queries.point_lapse import is_day_begun
from app.queries.points import standing, statement
from app.services.daily import begin_day
from app.services.ledger import ledger_faults
from app.services.openings import Opening, open_points
from app.services.points import set_rule
from tests.factories import NOW, TODAY, add_customer

LAST_DAY = TODAY + timedelta(days=3)


@pytest.fixture
def shop(database: Database) -> Database:
    with database.write() as session:
        set_rule(session, RuleFields(expiry=Expiry(ExpiryKind.AFTER_EARNING, 12)), valid_from=None, now=NOW)
        add_customer(session)
        open_points(session, [Opening(1, 300, LAST_DAY), Opening(1, 50)], import_id=None, now=NOW, today=TODAY)
    return database


def begin(database: Database, today: date, now: datetime = NOW) -> int:
    with database.write() as session:
        return begin_day(session, now=now, today=today).lapsed.points


def lapsed_entries(session: Session) -> list[tuple[date, int]]:
    return [(entry.day, entry.points) for entry in statement(session, 1) if entry.kind is EntryKind.EXPIRE]


def test_points_count_through_their_last_day_and_go_on_the_next(shop: Database) -> None:
    assert begin(shop, LAST_DAY) == 0
    with shop.read() as session:
        assert standing(session, 1, LAST_DAY).balance == 350
    assert begin(shop, LAST_DAY + timedelta(days=1)) == 300
    with shop.read() as session:
        assert lapsed_entries(session) == [(LAST_DAY + timedelta(days=1), -300)]
        assert standing(session, 1, LAST_DAY).balance == 350
        assert standing(session, 1, LAST_DAY + timedelta(days=1)).balance == 50


def test_the_same_day_begins_once(shop: Database) -> None:
    day = LAST_DAY + timedelta(days=1)
    assert [begin(shop, day) for _ in range(3)] == [300, 0, 0]
    with shop.read() as session:
        assert is_day_begun(session, day)
        assert not is_day_begun(session, day + timedelta(days=1))
        assert len(lapsed_entries(session)) == 1


def test_two_processes_begin_the_same_day(shop: Database) -> None:
    assert shop.path is not None
    other = Database.of_file(shop.path)
    day = LAST_DAY + timedelta(days=40)
    assert (begin(shop, day), begin(other, day)) == (300, 0)
    other.close()


def test_weeks_without_the_program_are_made_up_with_the_days_they_happened_on(shop: Database) -> None:
    assert begin(shop, LAST_DAY + timedelta(days=60)) == 300
    with shop.read() as session:
        assert lapsed_entries(session) == [(LAST_DAY + timedelta(days=1), -300)]


def test_a_clock_that_ran_ahead_costs_nobody_points(shop: Database) -> None:
    begin(shop, TODAY + timedelta(days=365))
    begin(shop, TODAY)
    with shop.read() as session:
        assert standing(session, 1, TODAY).balance == 350
        assert ledger_faults(session) == []
    assert begin(shop, LAST_DAY) == 0
    assert begin(shop, LAST_DAY + timedelta(days=1)) == 300
    with shop.read() as session:
        assert standing(session, 1, LAST_DAY + timedelta(days=1)).balance == 50
        assert ledger_faults(session) == []


@pytest.mark.parametrize(
    ("zone", "last_day"),
    [
        ("Asia/Tokyo", date(2027, 3, 27)),
        ("Europe/Berlin", date(2027, 3, 27)),  # the next day has 23 hours
        ("Europe/Berlin", date(2027, 10, 30)),  # and that one 25
        ("America/Santiago", date(2027, 9, 4)),  # the next day begins at one o'clock
        ("America/Santiago", date(2027, 4, 3)),  # the last day has its last hour twice
    ],
)
def test_points_go_with_the_midnight_of_the_shop(database: Database, tmp_path: Path, zone: str, last_day: date) -> None:
    with database.write() as session:
        add_customer(session)
        open_points(session, [Opening(1, 300, last_day)], import_id=None, now=NOW, today=TODAY)
    moment = datetime(last_day.year, last_day.month, last_day.day, tzinfo=UTC) - timedelta(hours=14)
    seen = []
    for _ in range(2 * 52):
        today = Call(Namespace(), tmp_path, "en", moment).today(ZoneInfo(zone))
        begin(database, today, moment)
        with database.read() as session:
            seen.append((today <= last_day, standing(session, 1, today).balance))
        moment += timedelta(minutes=30)
    assert set(seen) == {(True, 300), (False, 0)}
    with database.read() as session:
        assert lapsed_entries(session) == [(last_day + timedelta(days=1), -300)]


def test_a_shop_without_points_has_nothing_to_begin(database: Database) -> None:
    with database.read() as session:
        assert is_day_begun(session, TODAY)
