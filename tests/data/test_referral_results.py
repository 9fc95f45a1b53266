"""Who brought whom with what came of it, and what came of the events, worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.codes import written
from app.domain.follow_ups import FollowUpFields, FollowUpSource
from app.domain.measure_audience import PersonFacts
from app.domain.measures import MeasureChannel, MeasureKind, MeasurePlan
from app.models.database import Database
from app.queries.codes import referral_code_of
from app.queries.follow_ups import open_follow_ups
from app.queries.referral_results import events, referral_results
from app.services.codes import note_referral
from app.services.follow_ups import add_follow_ups, finish_follow_up
from app.services.measure_start import start_with
from app.services.measures import bring_guest, mark_came, save_draft
from app.services.points import set_rule
from tests.data.test_referrals import RULE
from tests.factories import NOW, TODAY, add_customer, add_purchase

START = date(2026, 10, 2)
PLAN = MeasurePlan(name="ありがとう", kind=MeasureKind.THANK_YOU, channel=MeasureChannel.LIST, held_back=0, window_days=30)
PARTY = replace(PLAN, name="秋の会", kind=MeasureKind.EVENT, event_on=date(2026, 10, 3), place="店内")


def test_who_brought_most_stands_first_with_what_it_brought(database: Database) -> None:
    with database.write() as session:
        set_rule(session, RULE, valid_from=None, now=NOW)
        anna, berta = add_customer(session, "Anna", code="A"), add_customer(session, "Berta", code="B")
        one, two, three = (add_customer(session, name, referred_by=by) for name, by in (("甲", "A"), ("乙", "A"), ("丙", "B")))
        add_purchase(session, one, date(2026, 10, 1), 10_000)
        add_purchase(session, one, date(2026, 11, 1), 5000)
        add_purchase(session, three, date(2026, 9, 1), 20_000)
    with database.read() as session:
        found = referral_results(session)
    assert [(row.name, row.brought, row.buyers, row.margin, row.last_day) for row in found.rows] == [
        ("Berta", (three,), 1, 12_000, date(2026, 9, 1)),
        ("Anna", (one, two), 1, 9000, date(2026, 10, 1)),
    ]
    assert (found.brought, found.margin, found.unthanked_ids) == (3, 21_000, (berta, anna))


def test_thanks_are_points_or_something_sent_since(database: Database) -> None:
    with database.write() as session:
        set_rule(session, RULE, valid_from=None, now=NOW)
        anna, berta, clara = (add_customer(session, name, code=name[0]) for name in ("Anna", "Berta", "Clara"))
        brought = add_customer(session, "甲")
        note_referral(session, written(referral_code_of(session, anna)), brought, now=NOW, today=TODAY)
        earlier = add_customer(session, "乙", referred_by="B")
        add_purchase(session, earlier, date(2026, 10, 1), 1000)
        add_customer(session, "丙", referred_by="C")
        assert referral_results(session).unthanked_ids == (berta, clara)
        number = save_draft(session, None, PLAN, now=NOW).measure_id
        start_with(session, number, [PersonFacts(berta)], now=NOW, today=START, seed=1)
        assert {row.name: row.thanked for row in referral_results(session).rows} == {"Anna": 1, "Berta": 1, "Clara": 0}
        add_purchase(session, add_customer(session, "丁", referred_by="B"), date(2026, 11, 1), 1000)
        assert referral_results(session).unthanked_ids == (berta, clara)


def test_an_event_is_followed_to_the_visits_and_talks_after_it(database: Database) -> None:
    with database.write() as session:
        people = [add_customer(session, f"お客 {place}") for place in range(4)]
        guest = add_customer(session, "友人")
        number = save_draft(session, None, PARTY, now=NOW).measure_id
        start_with(session, number, [PersonFacts(one) for one in people], now=NOW, today=START, seed=1)
        mark_came(session, number, people[:3], date(2026, 10, 3), now=NOW)
        bring_guest(session, number, guest, date(2026, 10, 3), now=NOW)
        add_purchase(session, people[0], date(2026, 10, 3), 1000)
        add_purchase(session, people[1], date(2026, 10, 12), 1000)
        add_purchase(session, people[2], date(2026, 11, 15), 1000)
        cared = FollowUpFields(date(2026, 10, 5))
        add_follow_ups(session, people[:2], cared, source=FollowUpSource.MEASURE, now=NOW, today=START)
        first = next(one for one in open_follow_ups(session) if one.customer_id == people[0])
        finish_follow_up(session, first.id, now=NOW, today=date(2026, 10, 5))
    with database.read() as session:
        (row,) = events(session, TODAY)
    assert (row.name, row.day, row.place, row.guests) == ("秋の会", date(2026, 10, 3), "店内", 1)
    assert row.invited == tuple(people)
    assert set(row.came) == {*people[:3], guest}
    assert (row.again, row.cared, row.planned, row.answered) == ((people[1],), (people[0],), (people[1],), ())
    assert set(row.without_care) == {people[2], guest}


def test_a_planned_event_is_none_yet(database: Database) -> None:
    with database.write() as session:
        save_draft(session, None, PARTY, now=NOW)
        assert events(session, TODAY) == ()
