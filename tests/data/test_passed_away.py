"""Whoever has passed away is in no list of people to write to, call or remind; the name and everything so far stay."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from app.domain.customer_rows import CustomerFilter
from app.domain.customers import PartialDate
from app.domain.figures import InSegment, WithChip
from app.domain.follow_ups import FollowUpFields, FollowUpSource
from app.domain.print_runs import PrintGroup
from app.domain.segments import SEGMENTS
from app.domain.status import Chip
from app.models.database import Database
from app.queries.customers import filter_counts, list_rows, search_customers
from app.queries.follow_ups import follow_ups_of, open_follow_ups
from app.queries.people import people_behind
from app.queries.point_lapse import lapsing
from app.queries.point_money import point_money
from app.queries.prints import group_ids
from app.queries.standing import customer_facts
from app.queries.timeline import changes_of
from app.queries.today_view import today_view
from app.services.actions import undo
from app.services.customers import mark_customer
from app.services.follow_ups import add_follow_up, add_follow_ups
from app.services.openings import Opening, open_points
from tests.factories import NOW, TODAY, add_customer, add_purchase

LATE = (270, 240, 210, 180, 150, 75)

Lists = Callable[[Session], set[int]]


@pytest.fixture
def shop(database: Database) -> Database:
    """Number 1 is late and number 2 came lately for the first time; 1 has points that lapse, a birthday and a planned call."""
    with database.write() as session:
        late = add_customer(session, "吉田 和子", birthday=PartialDate(1958, TODAY.month, 2))
        fresh = add_customer(session, "林 葵")
        for days in LATE:
            add_purchase(session, late, TODAY - timedelta(days=days))
        add_purchase(session, fresh, TODAY - timedelta(days=3))
        open_points(session, [Opening(late, 300, date(2026, 12, 1))], import_id=None, now=NOW, today=TODAY)
        add_follow_up(session, late, FollowUpFields(TODAY), now=NOW, today=TODAY)
    return database


LISTS: dict[str, Lists] = {
    "to reach out to": lambda session: set(group_ids(session, PrintGroup.REACH_OUT, TODAY)),
    "birthdays": lambda session: set(group_ids(session, PrintGroup.BIRTHDAYS, TODAY)),
    "newcomers": lambda session: set(group_ids(session, PrintGroup.NEWCOMERS, TODAY)),
    "late": lambda session: set(people_behind(session, WithChip((Chip.ATTENTION, Chip.WATCH, Chip.SECOND_VISIT), TODAY))),
    "segments": lambda session: {number for segment in SEGMENTS for number in people_behind(session, InSegment(segment, TODAY))},
    "today": lambda session: {person.customer_id for person in today_view(session, TODAY).people},
    "thanks": lambda session: set(today_view(session, TODAY).thanks),
    "follow-ups": lambda session: {row.customer_id for row in open_follow_ups(session)},
    "points that lapse": lambda session: set(lapsing(session, TODAY).customer_ids),
}


@pytest.mark.parametrize("name", LISTS)
def test_no_list_names_who_has_passed_away(shop: Database, name: str) -> None:
    with shop.read() as session:
        before = LISTS[name](session)
    assert before
    with shop.write() as session:
        acts = [mark_customer(session, number, now=NOW, is_deceased=True) for number in (1, 2)]
    with shop.read() as session:
        assert LISTS[name](session) == set()
    with shop.write() as session:
        for action in reversed(acts):
            undo(session, action, now=NOW)
    with shop.read() as session:
        assert LISTS[name](session) == before


def test_the_name_and_everything_so_far_stay(shop: Database) -> None:
    with shop.write() as session:
        mark_customer(session, 1, now=NOW, is_deceased=True)
    with shop.read() as session:
        (row,) = list_rows(session, [1], TODAY)
        assert (row.name, row.chip, row.is_deceased) == ("吉田 和子", Chip.LEFT, True)
        assert [found.id for found in search_customers(session, "吉田", TODAY, limit=5)] == [1]
        assert filter_counts(session, TODAY)[CustomerFilter.ALL] == 2
        facts = customer_facts(session, 1, TODAY)
        assert (facts.visits, facts.amount, facts.status.chip) == (6, 30_000, Chip.LEFT)
        assert len(follow_ups_of(session, 1)) == 1
        assert [(change.field, change.after) for change in changes_of(session, 1)] == [("is_deceased", "1")]


def test_nothing_is_planned_for_who_has_passed_away_and_the_list_says_how_many(shop: Database) -> None:
    with shop.write() as session:
        mark_customer(session, 1, now=NOW, is_deceased=True)
        fields = FollowUpFields(TODAY + timedelta(days=3))
        outcome = add_follow_ups(session, [1, 2], fields, source=FollowUpSource.POINTS, now=NOW, today=TODAY)
        assert (outcome.added, outcome.left_out) == (1, 1)
        found = lapsing(session, TODAY)
        assert (found.people, found.gone, found.quiet) == (0, 1, 0)
        assert point_money(session, TODAY).members == 1
