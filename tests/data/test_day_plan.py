"""The plan of a day from stored follow-ups: order, caps, rest across all touches, what is closed, whose it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.domain.care import CareSettings, RuleKind, SegmentCare
from app.domain.contacts import ContactKind
from app.domain.day_plan import DayPlan, Rank, Tier, Waits
from app.domain.follow_ups import Attempt, FollowUpFields, FollowUpKind, FollowUpSource, Outcome
from app.domain.prints import PrintKind
from app.domain.proposals import ProposalKind, ProposalOutcome, ProposalStep
from app.domain.segments import Segment
from app.models.care import CareRule
from app.models.counter import FollowUp
from app.models.customer import Contact, Customer
from app.models.database import Database
from app.models.proposals import Proposal
from app.models.records import PrintPiece, PrintRun
from app.models.shop import Shop
from app.queries.care_page import due_count
from app.queries.day_plan import day_plan, queue_of
from app.queries.follow_ups import rows_of
from app.services.customers import archive_customer
from app.services.follow_ups import add_follow_up, finish_follow_up, try_follow_up
from tests.factories import NOW, TODAY, add_customer, add_purchase, add_staff

DAY = timedelta(days=1)


def made(session: Session, customer_id: int | None = None, *, due: date = TODAY, **fields: Any) -> int:
    """A follow-up as a rule makes it."""
    row = FollowUp(
        customer_id=customer_id or add_customer(session),
        due=due,
        kind=fields.pop("kind", FollowUpKind.CALL),
        source=fields.pop("source", FollowUpSource.RULE),
        created_at=NOW,
        **fields,
    )
    session.add(row)
    session.flush()
    return row.id


def rule(session: Session, kind: RuleKind = RuleKind.OVERDUE, cap: int | None = None) -> int:
    row = CareRule(kind=kind, number=1, follow_up_kind=FollowUpKind.CALL, cap=cap, is_on=True, created_at=NOW, updated_at=NOW)
    session.add(row)
    session.flush()
    return row.id


def care(session: Session, **values: Any) -> None:
    session.execute(update(Shop).values(care=replace(CareSettings(), **values).to_json()))


def ids(database: Database, day: date = TODAY) -> list[int]:
    with database.read() as session:
        return [row.id for row in day_plan(session, day).tasks]


def test_deadlines_then_promises_then_long_waits_then_the_rest(database: Database) -> None:
    with database.write() as session:
        plain, waiting = made(session), made(session, due=TODAY - 6 * DAY)
        promised = add_follow_up(session, add_customer(session), FollowUpFields(TODAY), now=NOW, today=TODAY).follow_up_id
        last = made(session, deadline=TODAY)
        later = made(session, deadline=TODAY + DAY)
    with database.read() as session:
        plan = day_plan(session, TODAY)
    assert [row.id for row in plan.tasks] == [last, promised, waiting, plain, later]
    assert [plan.ranks[row.id].tier for row in plan.tasks] == [Tier.DEADLINE, Tier.PROMISED, Tier.WAITING, Tier.SCORE, Tier.SCORE]
    assert [row.id for row in plan.overdue] == [waiting]
    assert [row.id for row in plan.due_today] == [last, promised, plain, later]


def test_value_urgency_and_the_priority_of_the_group_decide(database: Database) -> None:
    with database.write() as session:
        small, large, unknown = (add_customer(session) for _ in range(3))
        add_purchase(session, small, TODAY - 10 * DAY, 3000)
        add_purchase(session, large, TODAY - 10 * DAY, 90000)
        numbers = [made(session, one) for one in (unknown, small, large)]
    with database.read() as session:
        plan = day_plan(session, TODAY)
        assert [row.customer_id for row in plan.tasks] == [large, unknown, small]
        best = plan.ranks[numbers[2]]
        assert (best.segment, best.priority, best.above, best.late) == (Segment.NEW, 3, 0.5, 0)
        assert best.margin == 90000 * session.scalars(select(Shop.margin_rate)).one()
        assert plan.ranks[numbers[0]] == Rank(Tier.SCORE, 1.0, 0, None, None, 3, 0)
    with database.write() as session:
        session.execute(update(FollowUp).where(FollowUp.id == numbers[1]).values(due=TODAY - 5 * DAY))
    assert ids(database)[0] == numbers[1]
    with database.write() as session:
        care(session, segments={Segment.NEW.value: SegmentCare(priority=1)})
    assert ids(database)[0] == numbers[0]


def test_an_occasion_that_passes_grows_urgent_twice_as_fast(database: Database) -> None:
    with database.write() as session:
        usual, passing = rule(session), rule(session, RuleKind.BIRTHDAY)
        numbers = [made(session, rule_id=one, due=TODAY - 2 * DAY) for one in (usual, passing)]
    with database.read() as session:
        plan = day_plan(session, TODAY)
    assert [row.id for row in plan.tasks] == numbers[::-1]
    assert plan.ranks[numbers[1]].score == pytest.approx(1 + 4 / 7)


def test_what_exceeds_the_cap_stands_the_same_day_in_more(database: Database) -> None:
    with database.write() as session:
        care(session, cap=2)
        numbers = [made(session) for _ in range(4)]
        own = rule(session, cap=1)
        capped = [made(session, rule_id=own, due=TODAY - DAY) for _ in range(2)]
    with database.read() as session:
        plan = day_plan(session, TODAY)
        assert [row.id for row in plan.tasks] == [capped[0], numbers[0]]
        assert {one.follow_up_id: one.why for one in plan.more} == {
            capped[1]: Waits.RULE_CAP,
            **dict.fromkeys(numbers[1:], Waits.CAP),
        }
        assert due_count(session, NOW, TODAY) == len(plan.tasks) == 2
        assert len(plan.ready) == len(plan.more_customers) == 4
    with database.write() as session:
        finish_follow_up(session, capped[0], now=NOW, today=TODAY)
    assert ids(database) == [numbers[0]]
    with database.write() as session:
        finish_follow_up(session, numbers[0], outcome=Outcome.NOT_NEEDED, now=NOW + timedelta(hours=1), today=TODAY)
    with database.read() as session:
        plan = day_plan(session, TODAY)
        assert (plan.tasks, [row.id for row in plan.done]) == ((), [numbers[0], capped[0]])
        assert [row.id for row in day_plan(session, TODAY + DAY).tasks] == [capped[1], numbers[1]]


def _called(session: Session, customer_id: int, day: date) -> None:
    session.add(Contact(customer_id=customer_id, kind=ContactKind.PHONE, day=day, at=NOW))


def _sent(session: Session, customer_id: int, day: date) -> None:
    run = PrintRun(at=NOW, day=day, kind=PrintKind.THANK_YOU, title="", recipe={}, template_hash="", file_hash="", pieces=1, cost=0)
    session.add(run)
    session.flush()
    session.add(PrintPiece(run_id=run.id, position=1, customer_id=customer_id, sent_on=day))


def _finished(session: Session, customer_id: int, day: date) -> None:
    made(session, customer_id, due=day, done_on=day, outcome=Outcome.DONE)


def _proposed(session: Session, customer_id: int, day: date) -> None:
    session.add(
        Proposal(
            customer_id=customer_id,
            kind=ProposalKind.CROSS_SELL,
            step=ProposalStep.PRESENTED,
            outcome=ProposalOutcome.OPEN,
            title="",
            presented_on=day,
            created_at=NOW,
            updated_at=NOW,
        )
    )


@pytest.mark.parametrize("touch", [_called, _sent, _finished, _proposed])
def test_whoever_was_touched_rests_on_all_channels(database: Database, touch: Any) -> None:
    with database.write() as session:
        customer = add_customer(session)
        number = made(session, customer)
        touch(session, customer, TODAY - 6 * DAY)
    with database.read() as session:
        plan = day_plan(session, TODAY)
        assert plan.tasks == ()
        assert [(one.follow_up_id, one.why, one.until) for one in plan.more] == [(number, Waits.RESTS, TODAY + DAY)]
        assert (plan.resting, plan.rest_ends, list(plan.ready)) == (1, TODAY + DAY, [])
        assert [row.id for row in day_plan(session, TODAY + DAY).tasks] == [number]
    with database.write() as session:
        care(session, rest_days=0)
    assert ids(database) == [number]


def test_a_visit_a_talk_then_a_try_and_a_remark_are_no_touch(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        number = made(session, customer)
        add_purchase(session, customer, TODAY - DAY)
        session.add(Contact(customer_id=customer, kind=ContactKind.NOTE, day=TODAY, at=NOW))
        session.add(Contact(customer_id=customer, kind=ContactKind.PHONE, day=TODAY, at=NOW, attempt=Attempt.NO_ANSWER))
        made(session, customer, kind=FollowUpKind.TALK, done_on=TODAY - DAY, outcome=Outcome.DONE)
        made(session, customer, done_on=TODAY - DAY, outcome=Outcome.NEEDLESS)
        made(session, customer, done_on=TODAY - DAY, outcome=Outcome.NOT_NEEDED)
    assert ids(database) == [number]


def test_what_was_promised_and_what_is_at_its_deadline_never_rests(database: Database) -> None:
    with database.write() as session:
        customers = [add_customer(session) for _ in range(3)]
        for one in customers:
            _called(session, one, TODAY)
        by_hand = add_follow_up(session, customers[0], FollowUpFields(TODAY), now=NOW, today=TODAY).follow_up_id
        at_last = made(session, customers[1], deadline=TODAY)
        made(session, customers[2], deadline=TODAY + DAY)
    assert ids(database) == [at_last, by_hand]


def test_one_task_for_a_customer_and_the_next_once_it_is_done(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        first, second = (
            add_follow_up(session, customer, FollowUpFields(TODAY, kind), now=NOW, today=TODAY).follow_up_id
            for kind in (FollowUpKind.CALL, FollowUpKind.CARD)
        )
    with database.read() as session:
        plan = day_plan(session, TODAY)
        assert [row.id for row in plan.tasks] == [first]
        assert [(one.follow_up_id, one.why) for one in plan.more] == [(second, Waits.OTHER_TASK)]
    with database.write() as session:
        finish_follow_up(session, first, now=NOW, today=TODAY)
    assert ids(database) == [second]


def test_only_what_people_closed_counts_as_done(database: Database) -> None:
    with database.write() as session:
        kept = made(session, done_on=TODAY, done_at=NOW, outcome=Outcome.DONE)
        older = made(session, done_on=TODAY, done_at=NOW - timedelta(hours=1))
        for outcome in (Outcome.NEEDLESS, Outcome.WITHDRAWN, Outcome.EXPIRED):
            made(session, done_on=TODAY, done_at=NOW, outcome=outcome)
    with database.read() as session:
        assert [row.id for row in day_plan(session, TODAY).done] == [kept, older]


def test_a_tried_call_is_gone_until_it_comes_back(database: Database) -> None:
    with database.write() as session:
        number = made(session)
        back = try_follow_up(session, number, Attempt.NO_ANSWER, now=NOW, today=TODAY).due
    with database.read() as session:
        plan = day_plan(session, TODAY)
        assert not plan.tasks and not plan.more
        assert [row.id for row in plan.week] == [number]
        assert [row.id for row in day_plan(session, back).tasks] == [number]


def test_whoever_is_gone_or_out_of_reach_is_not_due(database: Database) -> None:
    with database.write() as session:
        archived, stopped, wished = (add_customer(session) for _ in range(3))
        made(session, archived), made(session, stopped)
        by_hand = add_follow_up(session, wished, FollowUpFields(TODAY), now=NOW, today=TODAY).follow_up_id
        archive_customer(session, archived, now=NOW)
        session.execute(update(Customer).where(Customer.id.in_((stopped, wished))).values(do_not_contact=True))
    assert ids(database) == [by_hand]


def test_a_member_sees_what_is_theirs(database: Database) -> None:
    with database.write() as session:
        add_staff(session, "田中 美咲"), add_staff(session, "佐々木 健")
        hers = add_customer(session, staff="田中 美咲")
        given = add_follow_up(session, add_customer(session), FollowUpFields(TODAY, staff="田中 美咲"), now=NOW, today=TODAY).follow_up_id
        other = add_follow_up(session, hers, FollowUpFields(TODAY, staff="佐々木 健"), now=NOW, today=TODAY).follow_up_id
        own = made(session, hers, due=TODAY - DAY)
        soon = add_follow_up(session, hers, FollowUpFields(TODAY + DAY), now=NOW, today=TODAY).follow_up_id
        made(session)
    with database.read() as session:
        plan = day_plan(session, TODAY, "田中 美咲")
        assert [row.id for row in plan.tasks] == [given]
        assert [one.follow_up_id for one in plan.more] == [own]
        assert [row.id for row in plan.week] == [soon]
        assert [row.id for row in day_plan(session, TODAY, "佐々木 健").tasks] == [other]
        nobodys = day_plan(session, TODAY, "だれか")
        assert not nobodys.tasks and not nobodys.more


def test_cards_over_the_cap_are_in_the_queue_and_those_that_rest_are_not(database: Database) -> None:
    with database.write() as session:
        care(session, cap=1)
        numbers = [made(session, kind=FollowUpKind.CARD) for _ in range(2)]
        made(session)
        resting = add_customer(session)
        made(session, resting, kind=FollowUpKind.CARD)
        _called(session, resting, TODAY)
    with database.read() as session:
        (run,) = queue_of(session, day_plan(session, TODAY))
        assert run.follow_up_ids == tuple(numbers)


def recounted_queue(session: Session, plan: DayPlan) -> dict[tuple[FollowUpKind, str, str], list[int]]:
    """From the rows of everything that is due and does not rest."""
    waiting = [one.follow_up_id for one in plan.more if one.why in (Waits.CAP, Waits.RULE_CAP)]
    found: dict[tuple[FollowUpKind, str, str], list[int]] = {}
    for row in (*plan.tasks, *rows_of(session, waiting)):
        if row.kind in (FollowUpKind.CARD, FollowUpKind.LETTER):
            found.setdefault((row.kind, row.template, row.rule_kind), []).append(row.id)
    return found


def test_plan_and_queue_are_brought_along_as_if_they_were_made_anew(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        care(session, cap=4)
        rules = [rule(session), rule(session, RuleKind.BIRTHDAY, cap=2), None]
        people = [add_customer(session) for _ in range(9)]
        numbers = [
            made(
                session,
                people[number % 9],
                due=TODAY - number % 8 * DAY,
                kind=list(FollowUpKind)[number % 5],
                rule_id=rules[number % 3],
                template=("", "own:1")[number % 2],
            )
            for number in range(30)
        ]

    def agree() -> None:
        again = Database.of_file(tmp_path / "お店" / "okaeri.db")
        with database.read() as session, again.read() as fresh:
            plan = day_plan(session, TODAY)
            assert plan == day_plan(fresh, TODAY)
            assert queue_of(session, plan) == queue_of(fresh, day_plan(fresh, TODAY))
            assert {(run.kind, run.template, run.rule_kind): list(run.follow_up_ids) for run in queue_of(session, plan)} == (
                recounted_queue(session, plan)
            )
            everybody = queue_of(session, day_plan(session, TODAY, "だれか"))
            assert everybody == ()
        again.close()

    acts: list[Callable[[Session], object]] = [
        lambda session: finish_follow_up(session, numbers[0], now=NOW, today=TODAY),
        lambda session: try_follow_up(session, numbers[1], Attempt.NO_ANSWER, now=NOW, today=TODAY),
        lambda session: made(session, people[3], kind=FollowUpKind.LETTER, template="own:2"),
        lambda session: archive_customer(session, people[4], now=NOW),
        lambda session: session.execute(update(Customer).where(Customer.id == people[5]).values(do_not_contact=True)),
        lambda session: session.delete(session.get_one(FollowUp, numbers[2])),
        lambda session: setattr(session.get_one(FollowUp, numbers[3]), "kind", FollowUpKind.LETTER),
        lambda session: add_purchase(session, people[6], TODAY, 5000),
    ]
    agree()
    for act in acts:
        with database.write() as session:
            act(session)
        agree()


def test_the_same_day_gives_the_same_plan(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        for _ in range(30):
            made(session, due=TODAY - DAY)
    with database.read() as session:
        first = day_plan(session, TODAY)
    reopened = Database.of_file(tmp_path / "お店" / "okaeri.db")
    with reopened.read() as session:
        assert day_plan(session, TODAY) == first
    reopened.close()
