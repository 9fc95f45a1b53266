"""Follow-ups that are cards: done with the run that was printed for them, in the same act, and open again when it did not come out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import select

from app.domain.follow_ups import FollowUpFields, FollowUpKind, Outcome
from app.domain.print_runs import FrozenRun, PrintSettings
from app.models.counter import FollowUp
from app.models.database import Database
from app.queries import shop as shops
from app.queries.day_plan import day_plan
from app.reports.card_runs import check_list, people_for, print_run
from app.services.actions import redo, undo
from app.services.follow_ups import add_follow_up
from app.services.print_runs import finish_rest, stop_at
from app.services.prints import record_print_run
from tests.factories import NOW, SHOP, TODAY, add_customer

HOME = {"postal_code": "150-0002", "prefecture": "東京都", "city": "渋谷区"}
CARD = FollowUpFields(TODAY, FollowUpKind.CARD, "お礼のはがき")
LATER = NOW + timedelta(hours=1)


def people(database: Database, *, repeats: int | None = None) -> tuple[list[int], list[int]]:
    """Three customers, each with a card that is due; and the follow-ups."""
    with database.write() as session:
        ids = [add_customer(session, f"客 {name}子", street=f"渋谷{place}-2", **HOME) for place, name in enumerate("一二三", start=1)]
        fields = replace(CARD, repeat_months=repeats)
        return ids, [add_follow_up(session, number, fields, now=NOW, today=TODAY).follow_up_id for number in ids]


def frozen(database: Database, ids: list[int], follow_ups: list[int]) -> FrozenRun:
    with database.read() as session:
        found = people_for(session, ids, TODAY)
        card = PrintSettings().card(shops.shop_fields(session), "ja", TODAY)
    run = print_run(check_list(found, PrintSettings(), card), PrintSettings(), SHOP, card, codes=dict.fromkeys(ids, ""))
    return replace(run, follow_ups=tuple(follow_ups))


def state(database: Database, follow_ups: list[int]) -> list[tuple[date | None, Outcome | None]]:
    with database.read() as session:
        rows = session.execute(select(FollowUp.done_on, FollowUp.outcome).where(FollowUp.id.in_(follow_ups)).order_by(FollowUp.id))
        return [(done, outcome) for done, outcome in rows]


OPEN, DONE = (None, None), (TODAY, Outcome.DONE)


def test_what_was_printed_is_done_and_undo_opens_it_again(database: Database) -> None:
    ids, follow_ups = people(database)
    run = frozen(database, ids[:2], follow_ups)
    with database.write() as session:
        record_print_run(session, run, now=NOW, today=TODAY)
    assert state(database, follow_ups) == [DONE, DONE, OPEN]
    with database.read() as session:
        plan = day_plan(session, TODAY)
        assert ([row.id for row in plan.tasks], {row.id for row in plan.done}) == ([follow_ups[2]], set(follow_ups[:2]))
    with database.write() as session:
        undo(session, now=LATER)
    assert state(database, follow_ups) == [OPEN, OPEN, OPEN]
    with database.write() as session:
        redo(session, now=LATER)
    assert state(database, follow_ups) == [DONE, DONE, OPEN]


def test_a_run_for_nothing_planned_leaves_what_is_planned(database: Database) -> None:
    ids, follow_ups = people(database)
    with database.write() as session:
        record_print_run(session, frozen(database, ids, []), now=NOW, today=TODAY)
    assert state(database, follow_ups) == [OPEN, OPEN, OPEN]


def test_what_did_not_come_out_is_due_again_until_it_does(database: Database) -> None:
    ids, follow_ups = people(database, repeats=6)
    with database.write() as session:
        run_id = record_print_run(session, frozen(database, ids, follow_ups), now=NOW, today=TODAY).run_id
    with database.write() as session:
        stop_at(session, run_id, 2, now=LATER)
    assert state(database, follow_ups) == [DONE, OPEN, OPEN]
    with database.read() as session:
        assert len(session.scalars(select(FollowUp.id).where(FollowUp.id.not_in(follow_ups))).all()) == 1
    tomorrow = TODAY + timedelta(days=1)
    with database.write() as session:
        finish_rest(session, run_id, [2, 3], now=LATER, today=tomorrow)
    assert state(database, follow_ups) == [DONE, (tomorrow, Outcome.DONE), (tomorrow, Outcome.DONE)]
    with database.write() as session:
        undo(session, now=LATER)
    assert state(database, follow_ups) == [DONE, OPEN, OPEN]
