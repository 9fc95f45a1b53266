"""Proposals: planned, presented, decided, let rest; each one act that undo takes back with its follow-up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.errors import DomainError
from app.domain.figure_people import FigureFilter, FilterKind
from app.domain.follow_ups import FollowUpInPast, FollowUpSource, Outcome
from app.domain.periods import Period
from app.domain.proposal_rows import DECIDED, ProposalsDecided, WinsOf
from app.domain.proposals import (
    Decision,
    Evidence,
    ProposalAmountOutOfRange,
    ProposalDecided,
    ProposalFields,
    ProposalGone,
    ProposalKind,
    ProposalOutcome,
    ProposalStep,
    ProposalTargetOutOfRange,
    ProposalTitleMissing,
)
from app.domain.tiles import TileKey, TileNote
from app.domain.visits import UnknownStaff
from app.models.counter import FollowUp
from app.models.database import Database
from app.models.proposals import Proposal
from app.queries.people import people_behind
from app.queries.proposal_rates import win_rates
from app.queries.proposals import decided_proposals, find_proposal, open_proposals, proposals_of, rests_until, waiting_count
from app.queries.tiles import tiles
from app.queries.touches import touches
from app.services import proposals as service
from app.services.actions import redo, undo
from app.services.customers import archive_customer
from app.services.follow_ups import delete_follow_up, finish_follow_up, move_follow_up
from tests.factories import NOW, TODAY, add_customer, add_purchase, add_staff

SOON = TODAY + timedelta(days=3)
EVIDENCE = Evidence("カット", "ヘッドスパ", ProposalKind.CROSS_SELL, 34, 100, 12.0, 90, TODAY)
SPA = ProposalFields(ProposalKind.CROSS_SELL, "座ったまま楽なヘッドスパ", "腰の負担が少ない", evidence=EVIDENCE.to_json())
YES, NO, OPEN = ProposalOutcome.ACCEPTED, ProposalOutcome.DECLINED, ProposalOutcome.OPEN


def add(session: Session, customer: int, fields: ProposalFields = SPA) -> int:
    return service.add_proposal(session, customer, fields, now=NOW, today=TODAY).proposal_id


def decide(session: Session, proposal: int, decision: Decision, today: date = TODAY) -> int:
    return service.decide_proposal(session, proposal, decision, now=NOW, today=today)


def planned(session: Session) -> list[FollowUp]:
    return list(session.scalars(select(FollowUp).order_by(FollowUp.id)))


def test_a_day_makes_a_follow_up_that_moves_and_goes_with_it(database: Database) -> None:
    with database.write() as session:
        add_staff(session, "田中 美咲")
        customer = add_customer(session)
        number = add(session, customer, replace(SPA, due=SOON, staff="田中 美咲", target_percent=20, target_months=6))
        row = find_proposal(session, number)
        assert row is not None
        assert (row.title, row.staff, row.due, row.target_percent, row.target_months) == (SPA.title, "田中 美咲", SOON, 20, 6)
        assert row.evidence == EVIDENCE
        (follow_up,) = planned(session)
        assert (follow_up.source, follow_up.about_id, follow_up.due, follow_up.note) == (FollowUpSource.PROPOSAL, number, SOON, SPA.title)
        later = SOON + timedelta(days=7)
        moved = service.edit_proposal(session, number, replace(row.fields(), due=later), now=NOW, today=TODAY)
        assert [one.due for one in planned(session)] == [later]
        undo(session, moved, now=NOW)
        assert [one.due for one in planned(session)] == [SOON]
        gone = service.delete_proposal(session, number, now=NOW)
        assert planned(session) == [] and find_proposal(session, number) is None
        undo(session, gone, now=NOW)
        assert [one.about_id for one in planned(session)] == [number]


def test_other_words_leave_the_day_a_follow_up_was_put_off_to(database: Database) -> None:
    """On the day after the first one, which may stay; and what was deleted is not planned anew."""
    later, after = SOON + timedelta(days=7), SOON + timedelta(days=1)
    with database.write() as session:
        number = add(session, add_customer(session), replace(SPA, due=SOON))
        (follow_up,) = planned(session)
        move_follow_up(session, follow_up.id, later, now=NOW, today=TODAY)
        service.edit_proposal(session, number, replace(SPA, due=SOON, title="足湯"), now=NOW, today=after)
        assert [(one.id, one.due, one.note) for one in planned(session)] == [(follow_up.id, later, "足湯")]
        delete_follow_up(session, follow_up.id, now=NOW)
        service.edit_proposal(session, number, replace(SPA, due=SOON, title="肩こり"), now=NOW, today=after)
        assert planned(session) == []


def test_without_a_day_nothing_is_planned_and_nothing_different_is_no_act(database: Database) -> None:
    with database.write() as session:
        number = add(session, add_customer(session))
        row = find_proposal(session, number)
        assert row is not None and planned(session) == []
        assert service.edit_proposal(session, number, row.fields(), now=NOW, today=TODAY) is None


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        (replace(SPA, title="  "), ProposalTitleMissing),
        (replace(SPA, target_percent=0), ProposalTargetOutOfRange),
        (replace(SPA, staff="だれか"), UnknownStaff),
        (replace(SPA, due=TODAY - timedelta(days=1)), FollowUpInPast),
    ],
)
def test_what_cannot_be_is_refused(database: Database, fields: ProposalFields, error: type[DomainError]) -> None:
    with pytest.raises(error), database.write() as session:
        add(session, add_customer(session), fields)
    with database.read() as session:
        assert session.scalars(select(Proposal)).all() == []


def test_what_is_not_there_or_cannot_be_paid_is_refused(database: Database) -> None:
    with database.write() as session:
        with pytest.raises(ProposalAmountOutOfRange):
            decide(session, add(session, add_customer(session)), Decision(YES, amount=-1))
        with pytest.raises(ProposalGone):
            service.present_proposal(session, 99, now=NOW, today=TODAY)


def test_presenting_is_a_touch_and_does_its_follow_up(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        number = add(session, customer, replace(SPA, due=TODAY))
        act = service.present_proposal(session, number, now=NOW, today=TODAY)
        row = find_proposal(session, number)
        assert row is not None
        assert (row.step, row.presented_on, row.outcome, row.due) == (ProposalStep.PRESENTED, TODAY, OPEN, None)
        assert [one.outcome for one in planned(session)] == [Outcome.DONE]
        assert touches(session, TODAY, 7).customer.tolist() == [customer]
        undo(session, act, now=NOW)
        assert touches(session, TODAY, 7).customer.tolist() == []
        assert [one.outcome for one in planned(session)] == [None]
        redo(session, now=NOW)
        assert touches(session, TODAY, 7).customer.tolist() == [customer]


def test_made_and_presented_in_one_act(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        made = service.present_new(session, customer, SPA, now=NOW, today=TODAY)
        assert [row.step for row in proposals_of(session, customer)] == [ProposalStep.PRESENTED]
        undo(session, made.action_id, now=NOW)
        assert session.scalars(select(Proposal)).all() == []


def test_a_no_rests_for_three_months(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        number = add(session, customer)
        decide(session, number, Decision(NO, reason="時間がかかるので"))
        row = find_proposal(session, number)
        assert row is not None
        assert (row.outcome, row.decided_on, row.reason, row.presented_on) == (NO, TODAY, "時間がかかるので", TODAY)
        assert row.rests_until == date(2027, 2, 20)
        assert rests_until(session, customer, TODAY) == date(2027, 2, 20)
        assert rests_until(session, customer, date(2027, 2, 20)) is None
        with pytest.raises(ProposalDecided):
            decide(session, number, Decision(YES))
        passed = service.pass_new(session, add_customer(session, "高橋 由美子"), SPA, now=NOW, today=TODAY)
        row = find_proposal(session, passed.proposal_id)
        assert row is not None and (row.outcome, row.presented_on) == (ProposalOutcome.PASSED, None)


def test_who_thinks_about_it_is_asked_again(database: Database) -> None:
    with database.write() as session:
        number = add(session, add_customer(session))
        decide(session, number, Decision(OPEN, due=SOON))
        row = find_proposal(session, number)
        assert row is not None and (row.outcome, row.due, row.step) == (OPEN, SOON, ProposalStep.PRESENTED)
        assert [one.due for one in planned(session)] == [SOON]
        decide(session, number, Decision(YES, amount=3300), SOON)
        row = find_proposal(session, number)
        assert row is not None and (row.outcome, row.amount, row.decided_on) == (YES, 3300, SOON)
        assert [one.done_on for one in planned(session)] == [SOON]
        service.reopen_proposal(session, number, now=NOW)
        row = find_proposal(session, number)
        assert row is not None and (row.outcome, row.amount, row.decided_on) == (OPEN, None, None)


def test_the_lists_and_how_many_wait(database: Database) -> None:
    with database.write() as session:
        yoshida, gone = add_customer(session), add_customer(session, "高橋 由美子")
        first = add(session, yoshida)
        decide(session, first, Decision(NO))
        second, later = add(session, yoshida), add(session, yoshida, replace(SPA, due=SOON))
        add(session, gone)
        archive_customer(session, gone, now=NOW)
        assert [row.id for row in open_proposals(session)] == [second, later]
        assert [row.id for row in decided_proposals(session)] == [first]
        assert open_proposals(session)[0].last == (NO, TODAY)
        assert waiting_count(session, NOW, TODAY) == 1
        assert waiting_count(session, NOW, SOON) == 2


def test_win_rates_leave_out_what_is_open_or_was_not_made(database: Database) -> None:
    with database.write() as session:
        add_staff(session, "田中 美咲")
        people = [add_customer(session, f"お客様{number}") for number in range(6)]
        add_purchase(session, people[0], TODAY - timedelta(days=5))
        kinds = [ProposalKind.UP_SELL, ProposalKind.CROSS_SELL]
        made = [
            add(session, one, replace(SPA, kind=kinds[place % 2], staff="田中 美咲" if place < 2 else ""))
            for place, one in enumerate(people)
        ]
        for number, decision in zip(made, (Decision(YES, 5000), Decision(YES), Decision(YES), Decision(NO)), strict=False):
            decide(session, number, decision)
        service.pass_proposal(session, made[4], now=NOW, today=TODAY)
    with database.read() as session:
        found = win_rates(session, TODAY)
        assert (found.total.rate.numerator, found.total.rate.denominator, found.open, found.passed, found.amount) == (3, 4, 1, 1, 5000)
        parts = {by: {one.value: (one.rate.numerator, one.rate.denominator) for one in rows} for by, rows in found.parts.items()}
        assert parts[WinsOf.KIND] == {"up_sell": (2, 2), "cross_sell": (1, 2)}
        assert parts[WinsOf.STAFF] == {"田中 美咲": (2, 2), "": (1, 2)}
        assert parts[WinsOf.SEGMENT] == {"new": (1, 1), "": (2, 3)}
        assert parts[WinsOf.PRODUCT] == {"ヘッドスパ": (3, 4)}
        assert people_behind(session, found.total.people) == people[:4]
        assert people_behind(session, replace(found.total.people, outcomes=(NO,))) == [people[3]]
        by_staff = next(one for one in found.parts[WinsOf.STAFF] if one.value)
        assert people_behind(session, by_staff.people) == people[:2]


def test_the_figure_counts_what_was_decided_in_the_period(database: Database) -> None:
    with database.write() as session:
        people = [add_customer(session, f"お客様{number}", channel="紹介" if number else "") for number in range(3)]
        for place, one in enumerate(people):
            decide(session, add(session, one), Decision(YES if place else NO), TODAY - timedelta(days=30 * (place == 2)))
        month = Period(date(2026, 11, 1), date(2026, 12, 1))
        (tile,) = tiles(session, TODAY, month, [TileKey.WIN_RATE])
        assert (tile.value, tile.count, tile.is_reference) == (0.5, 2, True)
        assert tile.people == ProposalsDecided(month.start, TODAY + timedelta(days=1), TODAY, DECIDED)
        (only,) = tiles(session, TODAY, month, [TileKey.WIN_RATE], FigureFilter(FilterKind.CHANNEL, "紹介"))
        assert (only.value, only.count) == (1.0, 1)
        (before,) = tiles(session, TODAY, Period(date(2026, 9, 1), date(2026, 10, 1)), [TileKey.WIN_RATE])
        assert before.note is TileNote.NOTHING_YET


def test_doing_its_follow_up_presents_it_and_undo_takes_both_back(database: Database) -> None:
    with database.write() as session:
        number = add(session, add_customer(session), replace(SPA, due=SOON))
        (follow_up,) = planned(session)
        act = finish_follow_up(session, follow_up.id, now=NOW, today=SOON)
        row = find_proposal(session, number)
        assert row is not None and (row.step, row.presented_on, row.due) == (ProposalStep.PRESENTED, SOON, None)
        undo(session, act, now=NOW)
        row = find_proposal(session, number)
        assert row is not None and (row.step, row.presented_on, row.due) == (ProposalStep.HEARING, None, SOON)
        assert [one.done_on for one in planned(session)] == [None]
        redo(session, now=NOW)
        row = find_proposal(session, number)
        assert row is not None and row.presented_on == SOON


def test_a_follow_up_nobody_needs_presents_nothing(database: Database) -> None:
    with database.write() as session:
        number = add(session, add_customer(session), replace(SPA, due=SOON))
        (follow_up,) = planned(session)
        finish_follow_up(session, follow_up.id, outcome=Outcome.NOT_NEEDED, now=NOW, today=SOON)
        row = find_proposal(session, number)
        assert row is not None and (row.step, row.presented_on) == (ProposalStep.HEARING, None)


def test_asking_again_keeps_the_day_it_was_presented(database: Database) -> None:
    with database.write() as session:
        number = add(session, add_customer(session))
        decide(session, number, Decision(OPEN, due=SOON))
        (follow_up,) = planned(session)
        finish_follow_up(session, follow_up.id, now=NOW, today=SOON)
        row = find_proposal(session, number)
        assert row is not None and (row.presented_on, row.due, row.outcome) == (TODAY, None, OPEN)
