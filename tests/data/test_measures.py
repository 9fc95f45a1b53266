"""Measures: planned, started with a frozen list and a stored draw, stopped, deleted; each taken back by undo."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind, ChangedSince
from app.domain.follow_ups import FollowUpKind, FollowUpSource
from app.domain.measure_audience import PersonFacts
from app.domain.measure_cost import MeasureCost, MeasureCostOutOfRange
from app.domain.measure_draw import Person, draw
from app.domain.measures import (
    Arm,
    CustomersInOtherMeasure,
    MeasureChannel,
    MeasureDayPast,
    MeasureForNobody,
    MeasureGone,
    MeasureHoldoutOutOfRange,
    MeasureKind,
    MeasureNameMissing,
    MeasureNameTooLong,
    MeasureNotStarted,
    MeasurePlan,
    MeasureStarted,
    MeasureState,
    MeasureWindowOutOfRange,
    StartOutcome,
)
from app.domain.points import Expiry, ExpiryKind, NoPointsGiven, RuleFields
from app.domain.print_runs import FrozenRun, Piece, PrintSettings
from app.models.counter import FollowUp
from app.models.database import Database
from app.models.measures import Measure, MeasurePerson
from app.models.points import PointAct
from app.models.records import Action, PrintPiece
from app.queries.follow_ups import open_follow_ups
from app.queries.measures import came_to, measure_of_customer, measure_view, measures, people_of, running_on
from app.queries.points import balances
from app.services.actions import redo, undo
from app.services.follow_ups import finish_follow_up
from app.services.measure_start import start_with
from app.services.measures import (
    bring_guest,
    change_cost,
    copy_measure,
    delete_measure,
    link_run,
    mark_came,
    save_draft,
    stop_measure,
)
from app.services.merges import merge_customers
from app.services.points import set_rule
from app.services.prints import record_print_run
from tests.factories import NOW, SHOP, TODAY, add_customer, add_staff

LIST = MeasurePlan(name="しばらくお見えでない方へ", channel=MeasureChannel.LIST)
LATER = NOW + timedelta(minutes=5)


def planned(session: Session, plan: MeasurePlan = LIST) -> int:
    return save_draft(session, None, plan, now=NOW).measure_id


def people(session: Session, count: int, **fields: str) -> list[PersonFacts]:
    ids = [add_customer(session, f"お客 {number}", **fields) for number in range(count)]
    return [PersonFacts(number, 1 + place % 5, 1 + place % 3) for place, number in enumerate(ids)]


def started(session: Session, plan: MeasurePlan = LIST, count: int = 8, seed: int | None = 7) -> StartOutcome:
    return start_with(session, planned(session, plan), people(session, count), now=LATER, today=TODAY, seed=seed)


def cards_for(ids: Iterable[int]) -> FrozenRun:
    return FrozenRun(PrintSettings().card(SHOP, "ja", TODAY), tuple(Piece(number) for number in ids), b"%PDF-1.7")


def acts(session: Session) -> list[ActionKind]:
    return list(session.scalars(select(Action.kind).order_by(Action.id)))


def count_of(session: Session, model: type[Measure] | type[MeasurePerson] | type[FollowUp]) -> int:
    return session.scalar(select(func.count()).select_from(model)) or 0


def test_a_draft_is_kept_as_it_was_typed_and_is_one_act(database: Database) -> None:
    plan = replace(LIST, name="  秋の   おかえり ", held_back=3, cost=MeasureCost(printing=22))
    with database.write() as session:
        number = planned(session, LIST)
        for window in (30, 45):
            save_draft(session, number, replace(plan, window_days=window), now=LATER)
        assert save_draft(session, number, replace(plan, window_days=45), now=LATER).action_id is None
        assert acts(session) == [ActionKind.ADD_MEASURE]
    with database.read() as session:
        view = measure_view(session, number)
        assert view.plan == replace(plan, name="秋の おかえり", window_days=45)
        assert (view.row.state, view.row.name, view.row.window_days, view.row.people) == (MeasureState.DRAFT, "秋の おかえり", 45, 0)
        assert view.seed is not None
        assert view.row.updated_on == TODAY


def test_typing_after_something_else_is_an_act_of_its_own(database: Database) -> None:
    with database.write() as session:
        number = planned(session)
        add_customer(session)
        save_draft(session, number, replace(LIST, note="一"), now=LATER)
        last = save_draft(session, number, replace(LIST, note="二"), now=LATER).action_id
        assert acts(session) == [ActionKind.ADD_MEASURE, ActionKind.ADD_CUSTOMER, ActionKind.EDIT_MEASURE]
        undo(session, last, now=LATER)
        assert measure_view(session, number).plan == LIST


def test_a_draft_typed_for_long_goes_with_one_undo(database: Database) -> None:
    with database.write() as session:
        number = planned(session)
        save_draft(session, number, replace(LIST, note="一"), now=LATER)
        undo(session, now=LATER)
        assert count_of(session, Measure) == 0
        redo(session, now=LATER)
        assert measure_view(session, number).plan.note == "一"


def test_a_name_is_asked_for(database: Database) -> None:
    with database.write() as session:
        for name, error in (("  ", MeasureNameMissing), ("あ" * 81, MeasureNameTooLong)):
            with pytest.raises(error):
                planned(session, replace(LIST, name=name))
        with pytest.raises(MeasureGone):
            save_draft(session, 99, LIST, now=NOW)
        assert count_of(session, Measure) == 0


def test_a_start_freezes_the_list_and_the_draw(database: Database) -> None:
    with database.write() as session:
        found = people(session, 20)
        number = planned(session)
        made = start_with(session, number, found, now=LATER, today=TODAY, seed=11, left_out=4)
        expected = draw([Person(one.customer_id, one.recency, one.frequency) for one in found], 10, 11)
        assert (made.sent, made.held, made.left_out) == (expected.sent, expected.held, 4)
    with database.read() as session:
        view = measure_view(session, number)
        assert (view.row.state, view.row.people, view.row.held, view.row.sent_on) == (MeasureState.STARTED, 20, 10, TODAY)
        assert (view.seed, view.share_held, view.action_id) == (11, 0.5, made.action_id)
        assert people_of(session, number, Arm.HELD) == made.held
        assert people_of(session, number) == tuple(one.customer_id for one in found)
        person = session.scalars(select(MeasurePerson)).first()
        assert person is not None
        assert (person.recency, person.frequency, person.stratum) == (1, 1, expected.strata[found[0].customer_id])
        assert [row.id for row in running_on(session, TODAY + timedelta(days=59))] == [number]
        assert running_on(session, TODAY + timedelta(days=60)) == ()


def test_the_draw_shown_before_is_the_one_that_counts(database: Database) -> None:
    with database.write() as session:
        found = people(session, 12)
        number = planned(session)
        seed = measure_view(session, number).seed
        assert seed is not None
        shown = draw([Person(one.customer_id, one.recency, one.frequency) for one in found], 6, seed)
        assert start_with(session, number, found, now=LATER, today=TODAY).held == shown.held


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"sent_on": TODAY - timedelta(days=1)}, MeasureDayPast),
        ({"window_days": 731}, MeasureWindowOutOfRange),
        ({"held_back": 8}, MeasureHoldoutOutOfRange),
        ({"held_back": -1}, MeasureHoldoutOutOfRange),
        ({"channel": MeasureChannel.POINTS}, NoPointsGiven),
        ({"cost": MeasureCost(other=10**9 + 1)}, MeasureCostOutOfRange),
    ],
)
def test_what_cannot_be_started_is_refused_and_stays_a_draft(
    database: Database, changes: dict[str, object], error: type[Exception]
) -> None:
    with database.write() as session:
        number = planned(session)
        row = session.get_one(Measure, number)
        row.plan = replace(LIST, **changes).to_json()  # type: ignore[arg-type]
        session.flush()
        with pytest.raises(error):
            start_with(session, number, people(session, 8), now=LATER, today=TODAY)
        assert row.state is MeasureState.DRAFT
        assert count_of(session, MeasurePerson) == 0


def test_nobody_and_a_second_start_are_refused(database: Database) -> None:
    with database.write() as session:
        number = planned(session)
        with pytest.raises(MeasureForNobody):
            start_with(session, number, [], now=LATER, today=TODAY)
        found = people(session, 3)
        start_with(session, number, found, now=LATER, today=TODAY)
        for act in (
            lambda: start_with(session, number, found, now=LATER, today=TODAY),
            lambda: save_draft(session, number, LIST, now=LATER),
        ):
            with pytest.raises(MeasureStarted):
                act()


def test_one_alone_is_sent_to(database: Database) -> None:
    with database.write() as session:
        made = started(session, count=1)
        assert (len(made.sent), made.held) == (1, ())


def test_two_running_measures_on_one_customer_are_refused_with_the_reason(database: Database) -> None:
    with database.write() as session:
        found = people(session, 6)
        start_with(session, planned(session), found[:4], now=LATER, today=TODAY)
        other = planned(session, replace(LIST, name="年末のごあいさつ", sent_on=TODAY + timedelta(days=59)))
        with pytest.raises(CustomersInOtherMeasure) as refused:
            start_with(session, other, found[2:], now=LATER, today=TODAY)
        assert refused.value.values == {"count": 2, "name": "お客 2", "other": LIST.name}
        save_draft(session, other, replace(LIST, sent_on=TODAY + timedelta(days=60)), now=LATER)
        assert len(start_with(session, other, found[2:], now=LATER, today=TODAY).sent) == 2


def test_windows_that_only_touch_are_not_at_once(database: Database) -> None:
    with database.write() as session:
        found = people(session, 4)
        later = planned(session, replace(LIST, sent_on=TODAY + timedelta(days=60)))
        start_with(session, later, found, now=LATER, today=TODAY)
        assert start_with(session, planned(session), found, now=LATER, today=TODAY).sent


def test_a_guest_may_be_in_another_measure(database: Database) -> None:
    with database.write() as session:
        made, found = started(session), people(session, 2)
        bring_guest(session, made.measure_id, found[0].customer_id, TODAY, now=LATER)
        assert start_with(session, planned(session), found, now=LATER, today=TODAY).sent


def test_a_stopped_measure_is_in_nobodys_way(database: Database) -> None:
    with database.write() as session:
        found = people(session, 4)
        first = start_with(session, planned(session), found, now=LATER, today=TODAY)
        stop_measure(session, first.measure_id, now=LATER, today=TODAY)
        assert start_with(session, planned(session), found, now=LATER, today=TODAY).sent


def test_a_stop_stays_once_its_people_are_in_another_measure(database: Database) -> None:
    with database.write() as session:
        found = people(session, 4)
        first = start_with(session, planned(session), found, now=LATER, today=TODAY)
        stopped = stop_measure(session, first.measure_id, now=LATER, today=TODAY)
        second = start_with(session, planned(session), found[1:], now=LATER, today=TODAY)
    with pytest.raises(ChangedSince), database.write() as session:
        undo(session, stopped, now=LATER)
    with database.write() as session:
        undo(session, second.action_id, now=LATER)
        undo(session, stopped, now=LATER)
        assert measure_view(session, first.measure_id).row.state is MeasureState.STARTED


def test_a_start_taken_back_gives_the_draft_back(database: Database) -> None:
    with database.write() as session:
        made = started(session, replace(LIST, channel=MeasureChannel.CALLS))
        undo(session, made.action_id, now=LATER)
        view = measure_view(session, made.measure_id)
        assert (view.row.state, view.row.sent_on, view.row.people, view.action_id) == (MeasureState.DRAFT, None, 0, None)
        assert (count_of(session, MeasurePerson), count_of(session, FollowUp)) == (0, 0)
        redo(session, now=LATER)
        assert people_of(session, made.measure_id, Arm.SENT) == made.sent


def test_calls_become_follow_ups_of_those_sent_to(database: Database) -> None:
    with database.write() as session:
        staff = add_staff(session, "田中 美咲")
        plan = replace(LIST, channel=MeasureChannel.CALLS, sent_on=TODAY + timedelta(days=2), note="カットのご案内")
        found = people(session, 4, staff="田中 美咲")
        made = start_with(session, planned(session, plan), found, now=LATER, today=TODAY)
        rows = open_follow_ups(session)
        assert {row.customer_id for row in rows} == set(made.sent)
        assert {(row.due, row.kind, row.source, row.note) for row in rows} == {
            (TODAY + timedelta(days=2), FollowUpKind.CALL, FollowUpSource.MEASURE, "しばらくお見えでない方へ\nカットのご案内")
        }
        assert set(session.scalars(select(FollowUp.staff_id))) == {staff}
        assert [row.kind for row in open_follow_ups(session)] == [FollowUpKind.CALL] * 2


def test_a_start_stays_once_a_call_was_made(database: Database) -> None:
    with database.write() as session:
        made = started(session, replace(LIST, channel=MeasureChannel.EMAIL))
        finish_follow_up(session, open_follow_ups(session)[0].id, now=LATER, today=TODAY)
    with pytest.raises(ChangedSince), database.write() as session:
        undo(session, made.action_id, now=LATER)
    with database.read() as session:
        assert people_of(session, made.measure_id, Arm.SENT) == made.sent


def test_points_are_given_to_those_sent_to_and_taken_back_with_the_start(database: Database) -> None:
    with database.write() as session:
        plan = replace(LIST, channel=MeasureChannel.POINTS, points=300, sent_on=TODAY + timedelta(days=3))
        made = started(session, plan)
        assert balances(session, TODAY) == dict.fromkeys(made.sent, 300)
        assert measure_view(session, made.measure_id).row.sent_on == TODAY
        undo(session, made.action_id, now=LATER)
        assert not any(balances(session, TODAY).values())


def test_points_lapse_as_the_rule_of_the_day_says(database: Database) -> None:
    rule = RuleFields(expiry=Expiry(ExpiryKind.AFTER_EARNING, 6))
    with database.write() as session:
        number, _act = set_rule(session, rule, valid_from=None, now=NOW)
        started(session, replace(LIST, channel=MeasureChannel.POINTS, points=300))
        assert {(one.expires, one.rule_id) for one in session.scalars(select(PointAct))} == {(rule.expiry.last_day(TODAY), number)}


def test_a_start_stays_while_its_pieces_are_out(database: Database) -> None:
    with database.write() as session:
        made = started(session, replace(LIST, channel=MeasureChannel.POSTCARD))
        run = record_print_run(session, cards_for(made.sent), now=LATER, today=TODAY)
        link_run(session, made.measure_id, run.run_id)
        assert measure_view(session, made.measure_id).run_id == run.run_id
    with pytest.raises(ChangedSince), database.write() as session:
        undo(session, made.action_id, now=LATER)
    with database.write() as session:
        assert run.action_id is not None
        undo(session, run.action_id, now=LATER)
        assert session.scalars(select(PrintPiece)).all() == []
        assert measure_view(session, made.measure_id).run_id is None
        undo(session, made.action_id, now=LATER)
        assert measure_view(session, made.measure_id).row.state is MeasureState.DRAFT


def test_stopping_drops_what_is_still_planned_and_keeps_the_list(database: Database) -> None:
    with database.write() as session:
        made = started(session, replace(LIST, channel=MeasureChannel.CALLS))
        finish_follow_up(session, open_follow_ups(session)[0].id, now=LATER, today=TODAY)
        number = stop_measure(session, made.measure_id, now=LATER, today=TODAY + timedelta(days=3))
        view = measure_view(session, made.measure_id)
        assert (view.row.state, view.row.stopped_on, view.row.people) == (MeasureState.STOPPED, TODAY + timedelta(days=3), 8)
        assert (open_follow_ups(session), count_of(session, FollowUp)) == ([], 1)
        assert stop_measure(session, made.measure_id, now=LATER, today=TODAY) is None
        undo(session, number, now=LATER)
        assert measure_view(session, made.measure_id).row.state is MeasureState.STARTED
        assert len(open_follow_ups(session)) == 3


def test_stopping_leaves_the_calls_of_other_measures(database: Database) -> None:
    plan = replace(LIST, channel=MeasureChannel.CALLS)
    with database.write() as session:
        first = started(session, plan)
        other = start_with(session, planned(session, plan), people(session, 4), now=LATER + timedelta(minutes=1), today=TODAY)
        stop_measure(session, first.measure_id, now=LATER, today=TODAY)
        assert {row.customer_id for row in open_follow_ups(session)} == set(other.sent)


def test_a_stop_can_be_taken_back_when_the_window_is_over(database: Database) -> None:
    with database.write() as session:
        found = people(session, 4)
        first = start_with(session, planned(session), found, now=LATER, today=TODAY)
        stopped = stop_measure(session, first.measure_id, now=LATER, today=TODAY)
        start_with(session, planned(session, replace(LIST, window_days=120)), found, now=LATER, today=TODAY)
        undo(session, stopped, now=LATER + timedelta(days=61))
        assert measure_view(session, first.measure_id).row.state is MeasureState.STARTED


def test_only_a_running_one_can_be_stopped(database: Database) -> None:
    with database.write() as session:
        with pytest.raises(MeasureNotStarted):
            stop_measure(session, planned(session), now=LATER, today=TODAY)
        made = started(session)
        assert stop_measure(session, made.measure_id, now=LATER, today=TODAY + timedelta(days=60)) is None


def test_what_was_counted_is_not_deleted(database: Database) -> None:
    with database.write() as session:
        draft, made = planned(session), started(session)
        taken = delete_measure(session, draft, now=LATER)
        with pytest.raises(MeasureStarted):
            delete_measure(session, made.measure_id, now=LATER)
        stop_measure(session, made.measure_id, now=LATER, today=TODAY)
        again = delete_measure(session, made.measure_id, now=LATER)
        assert measures(session, TODAY) == ()
        undo(session, again, now=LATER)
        assert people_of(session, made.measure_id, Arm.HELD) == made.held
        undo(session, taken, now=LATER)
        assert len(measures(session, TODAY)) == 2


def test_a_copy_is_a_new_draft_with_its_own_draw_and_name(database: Database) -> None:
    with database.write() as session:
        made = started(session, replace(LIST, held_back=2, sent_on=TODAY))
        copies = [copy_measure(session, made.measure_id, now=LATER).measure_id for _ in range(2)]
        copies.append(copy_measure(session, copies[0], now=LATER).measure_id)
        views = [measure_view(session, number) for number in copies]
        assert [view.row.name for view in views] == [f"{LIST.name} ({number})" for number in (2, 3, 4)]
        assert {view.row.state for view in views} == {MeasureState.DRAFT}
        assert views[0].plan == replace(LIST, name=f"{LIST.name} (2)", held_back=2, sent_on=None)
        assert views[0].seed != views[1].seed
        long = planned(session, replace(LIST, name="あ" * 80))
        assert measure_view(session, copy_measure(session, long, now=LATER).measure_id).row.name == "あ" * 76 + " (2)"


def test_costs_are_corrected_afterwards(database: Database) -> None:
    with database.write() as session:
        made = started(session, replace(LIST, cost=MeasureCost(printing=20, postage=85)))
        assert measures(session, TODAY)[0].cost == 4 * 105
        cost = MeasureCost(printing=22, postage=85, other=1_000)
        number = change_cost(session, made.measure_id, cost, now=LATER)
        assert measure_view(session, made.measure_id).row.cost == 4 * 107 + 1_000
        assert change_cost(session, made.measure_id, cost, now=LATER) is None
        with pytest.raises(MeasureCostOutOfRange):
            change_cost(session, made.measure_id, MeasureCost(other=-1), now=LATER)
        undo(session, number, now=LATER)
        assert measure_view(session, made.measure_id).row.cost == 4 * 105


def test_who_came_to_an_event_is_marked_and_guests_are_in_no_comparison(database: Database) -> None:
    day = TODAY + timedelta(days=7)
    with database.write() as session:
        made = started(session, replace(LIST, kind=MeasureKind.EVENT))
        guest = add_customer(session, "飛び入り 客")
        mark_came(session, made.measure_id, made.sent[:2], day, now=LATER)
        assert mark_came(session, made.measure_id, made.sent[:2], day, now=LATER) is None
        bring_guest(session, made.measure_id, guest, day, now=LATER)
        assert bring_guest(session, made.measure_id, guest, day, now=LATER) is None
        assert came_to(session, made.measure_id) == {**dict.fromkeys(made.sent[:2], day), guest: day}
        view = measure_view(session, made.measure_id)
        assert (view.row.people, view.row.held) == (8, 4)
        assert people_of(session, made.measure_id, Arm.GUEST) == (guest,)
        mark_came(session, made.measure_id, [made.sent[0], guest], None, now=LATER)
        assert came_to(session, made.measure_id) == {made.sent[1]: day}
        assert people_of(session, made.measure_id, Arm.GUEST) == ()
        with pytest.raises(MeasureNotStarted):
            mark_came(session, planned(session), [guest], day, now=LATER)


def test_the_list_has_drafts_first_then_those_running(database: Database) -> None:
    with database.write() as session:
        old = started(session, replace(LIST, window_days=10)).measure_id
        new = started(session, replace(LIST, sent_on=TODAY + timedelta(days=1))).measure_id
        draft = planned(session)
        assert [row.id for row in measures(session, TODAY)] == [draft, new, old]
        assert [row.id for row in measures(session, TODAY + timedelta(days=30))] == [draft, new, old]


def test_a_customers_page_says_what_was_sent(database: Database) -> None:
    with database.write() as session:
        made = started(session)
        planned(session)
        (one,) = measure_of_customer(session, made.held[0])
        assert (one.measure_id, one.name, one.arm, one.sent_on) == (made.measure_id, LIST.name, Arm.HELD, TODAY)
        assert one.ends_on == date(2027, 1, 19)
        assert measure_of_customer(session, add_customer(session)) == ()


def test_of_two_records_made_one_the_survivor_keeps_one_place(database: Database) -> None:
    with database.write() as session:
        made = started(session)
        keep, gone, other = made.sent[0], made.held[0], made.sent[1]
        merge_customers(session, keep, gone, now=LATER, today=TODAY)
        assert people_of(session, made.measure_id, Arm.SENT) == made.sent
        assert people_of(session, made.measure_id, Arm.HELD) == made.held[1:]
        outsider = add_customer(session, "別の 記録")
        merged = merge_customers(session, outsider, other, now=LATER, today=TODAY)
        assert outsider in people_of(session, made.measure_id, Arm.SENT)
        undo(session, merged.action_id, now=LATER)
        assert people_of(session, made.measure_id, Arm.SENT) == made.sent


def test_a_guest_made_one_with_somebody_drawn_takes_the_drawn_place(database: Database) -> None:
    day = TODAY + timedelta(days=7)
    with database.write() as session:
        made = started(session, replace(LIST, kind=MeasureKind.EVENT))
        guest = add_customer(session, "飛び入り 客")
        bring_guest(session, made.measure_id, guest, day, now=LATER)
        merged = merge_customers(session, guest, made.held[0], now=LATER, today=TODAY)
        assert people_of(session, made.measure_id, Arm.GUEST) == ()
        assert set(people_of(session, made.measure_id, Arm.HELD)) == {guest, *made.held[1:]}
        assert came_to(session, made.measure_id) == {guest: day}
        undo(session, merged.action_id, now=LATER)
        assert people_of(session, made.measure_id, Arm.HELD) == made.held
        assert people_of(session, made.measure_id, Arm.GUEST) == (guest,)
        mark_came(session, made.measure_id, made.sent[:1], day, now=LATER)
        merge_customers(session, made.sent[1], made.sent[0], now=LATER, today=TODAY)
        assert came_to(session, made.measure_id) == {made.sent[1]: day, guest: day}
