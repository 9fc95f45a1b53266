"""How follow-ups end or come back: outcomes with what was said, calls nobody took, what repeats, and many at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.domain.contacts import ContactKind
from app.domain.follow_ups import (
    Attempt,
    BulkOutcome,
    DeadlineBeforeDay,
    FollowUpFields,
    FollowUpGone,
    FollowUpInPast,
    FollowUpKind,
    NeverRepeated,
    Outcome,
    next_working_day,
)
from app.domain.visits import UnknownStaff
from app.models.counter import FollowUp
from app.models.customer import Contact
from app.models.database import Database
from app.models.shop import Shop
from app.queries.follow_ups import follow_ups_of, rows_of
from app.services import follow_ups as service
from app.services import follow_ups_at_once as at_once
from app.services.actions import redo, undo
from tests.factories import NOW, TODAY, add_customer, add_staff

CALL = FollowUpFields(TODAY, FollowUpKind.CALL, "お加減をうかがう", "")
LATER = NOW + timedelta(minutes=5)


def plan(session: Session, customer_id: int, fields: FollowUpFields = CALL, today: date = TODAY) -> int:
    return service.add_follow_up(session, customer_id, fields, now=NOW, today=today).follow_up_id


def row(session: Session, number: int) -> FollowUp:
    return session.get_one(FollowUp, number)


def test_a_note_of_how_it_went_stands_with_the_customer(database: Database) -> None:
    with database.write() as session:
        mine, hers = add_staff(session, "田中 美咲"), add_staff(session, "佐々木 健")
        number = plan(session, add_customer(session), replace(CALL, staff="田中 美咲"))
        service.finish_follow_up(session, number, note=" 喜んでいらした ", by="佐々木 健", now=NOW, today=TODAY)
        contact = session.scalars(select(Contact)).one()
        assert (contact.kind, contact.text, contact.staff_id, contact.attempt) == (ContactKind.PHONE, "喜んでいらした", hers, None)
        done = row(session, number)
        assert (done.outcome, done.done_on, done.contact_id, done.staff_id) == (Outcome.DONE, TODAY, contact.id, mine)


def test_what_was_for_anybody_becomes_theirs_who_did_it(database: Database) -> None:
    with database.write() as session:
        member = add_staff(session, "田中 美咲")
        number, other = plan(session, add_customer(session)), plan(session, add_customer(session))
        service.finish_follow_up(session, number, by="田中 美咲", now=NOW, today=TODAY)
        service.finish_follow_up(session, other, by="辞めた人", now=NOW, today=TODAY)
        assert (row(session, number).staff_id, row(session, other).staff_id) == (member, None)
        assert session.scalars(select(Contact)).all() == []


def test_what_is_not_needed_is_a_remark_and_no_talk(database: Database) -> None:
    with database.write() as session:
        number = plan(session, add_customer(session))
        service.finish_follow_up(session, number, outcome=Outcome.NOT_NEEDED, note="お引っ越し", now=NOW, today=TODAY)
        assert session.scalars(select(Contact.kind)).one() is ContactKind.NOTE
        assert row(session, number).outcome is Outcome.NOT_NEEDED
        with pytest.raises(FollowUpGone):
            service.finish_follow_up(session, number, now=NOW, today=TODAY)


@pytest.mark.parametrize(
    ("closed", "due"),
    [([], date(2026, 11, 21)), ([5, 6], date(2026, 11, 23)), (list(range(7)), date(2026, 11, 21))],
)
def test_a_call_nobody_took_comes_back_when_the_shop_is_open(database: Database, closed: list[int], due: date) -> None:
    with database.write() as session:
        session.execute(update(Shop).values(closed_weekdays=closed))
        number = plan(session, add_customer(session))
        outcome = service.try_follow_up(session, number, Attempt.VOICE_MAIL, note="折り返しお待ちします", now=NOW, today=TODAY)
        assert outcome.due == due == next_working_day(TODAY, closed)
        tried = row(session, number)
        assert (tried.tries, tried.due, tried.done_on) == (1, due, None)
        contact = session.scalars(select(Contact)).one()
        assert (contact.attempt, contact.kind, contact.follow_up_id) == (Attempt.VOICE_MAIL, ContactKind.PHONE, number)
        undo(session, now=LATER)
        session.flush()
        session.expire_all()
        assert (row(session, number).tries, row(session, number).due) == (0, TODAY)
        assert session.scalars(select(Contact)).all() == []


def test_what_repeats_is_planned_anew_and_taken_back_with_it(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        fields = replace(CALL, repeat_months=3, deadline=TODAY + timedelta(days=2))
        number = plan(session, customer, fields)
        service.finish_follow_up(session, number, now=LATER, today=TODAY)
        still_open = follow_ups_of(session, customer)[0]
        assert (still_open.due, still_open.deadline) == (date(2027, 2, 20), date(2027, 2, 22))
        assert (still_open.repeat_months, still_open.note, still_open.done_on) == (3, CALL.note, None)
        undo(session, now=LATER)
        session.flush()
        session.expire_all()
        assert [one.id for one in follow_ups_of(session, customer)] == [number]
        redo(session, now=LATER)
        session.flush()
        session.expire_all()
        assert len(follow_ups_of(session, customer)) == 2
        service.reopen_follow_up(session, number, now=LATER)
        assert [(one.id, one.done_on, one.outcome) for one in follow_ups_of(session, customer)] == [(number, None, None)]


def test_what_repeats_keeps_to_its_first_day_through_short_months_and_delays(database: Database) -> None:
    """From 31 January each month; the one of February is put off for five days, past its deadline, and nobody is there on the day."""
    first, march = date(2027, 1, 31), date(2027, 3, 5)
    with database.write() as session:
        customer = add_customer(session)
        number = plan(session, customer, replace(CALL, due=first, deadline=first + timedelta(days=2), repeat_months=1))
        service.finish_follow_up(session, number, now=NOW, today=first)
        short = follow_ups_of(session, customer)[0]
        assert (short.due, short.deadline) == (date(2027, 2, 28), date(2027, 3, 2))
        service.move_follow_up(session, short.id, march - timedelta(days=1), now=NOW, today=first)
        service.try_follow_up(session, short.id, Attempt.NO_ANSWER, now=NOW, today=march - timedelta(days=1))
        service.finish_follow_up(session, short.id, now=NOW, today=march)
        late = follow_ups_of(session, customer)[0]
        assert (late.due, late.deadline) == (date(2027, 3, 31), date(2027, 4, 2))
        service.move_follow_up(session, late.id, date(2027, 3, 20), now=NOW, today=march)
        service.finish_follow_up(session, late.id, now=NOW, today=date(2027, 3, 20))
        assert follow_ups_of(session, customer)[0].due == date(2027, 4, 30)


def test_what_was_put_off_beyond_its_deadline_can_be_changed_still(database: Database) -> None:
    later = TODAY + timedelta(days=5)
    with database.write() as session:
        number = plan(session, add_customer(session), replace(CALL, deadline=TODAY + timedelta(days=2)))
        service.move_follow_up(session, number, later, now=NOW, today=TODAY)
        said = replace(CALL, due=later, deadline=TODAY + timedelta(days=2), note="折り返し")
        assert service.edit_follow_up(session, number, said, now=NOW, today=TODAY) is not None
        assert (row(session, number).note, row(session, number).due) == ("折り返し", later)
        with pytest.raises(DeadlineBeforeDay):
            service.edit_follow_up(session, number, replace(said, deadline=TODAY + timedelta(days=1)), now=NOW, today=TODAY)


def test_a_day_chosen_anew_is_the_one_it_repeats_from(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        number = plan(session, customer, replace(CALL, repeat_months=1))
        chosen = replace(CALL, due=date(2026, 12, 24), repeat_months=1)
        service.edit_follow_up(session, number, chosen, now=NOW, today=TODAY)
        service.finish_follow_up(session, number, now=NOW, today=TODAY)
        assert follow_ups_of(session, customer)[0].due == date(2027, 1, 24)


def test_what_was_long_overdue_repeats_from_today(database: Database) -> None:
    with database.write() as session:
        customer, long_ago = add_customer(session), TODAY - timedelta(days=100)
        number = plan(session, customer, replace(CALL, due=long_ago, repeat_months=1), today=long_ago)
        service.finish_follow_up(session, number, now=NOW, today=TODAY)
        assert follow_ups_of(session, customer)[0].due == date(2026, 12, 20)


def test_a_deadline_and_a_repeat_that_cannot_be_are_refused(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        with pytest.raises(DeadlineBeforeDay) as refused:
            plan(session, customer, replace(CALL, deadline=TODAY - timedelta(days=1)))
        assert refused.value.field == "deadline"
        with pytest.raises(NeverRepeated):
            plan(session, customer, replace(CALL, repeat_months=0))
        assert session.scalars(select(FollowUp)).all() == []


def test_a_deadline_is_kept_and_changed(database: Database) -> None:
    with database.write() as session:
        number = plan(session, add_customer(session), replace(CALL, deadline=TODAY))
        assert service.edit_follow_up(session, number, replace(CALL, deadline=TODAY), now=NOW, today=TODAY) is None
        assert service.edit_follow_up(session, number, replace(CALL, repeat_months=12), now=NOW, today=TODAY) is not None
        assert (row(session, number).deadline, row(session, number).repeat_months) == (None, 12)


def test_many_are_finished_moved_given_and_skipped_in_one_act_each(database: Database) -> None:
    with database.write() as session:
        member = add_staff(session, "田中 美咲")
        ids = [plan(session, add_customer(session)) for _ in range(4)]
        service.finish_follow_up(session, ids[3], now=NOW, today=TODAY)
        tomorrow = TODAY + timedelta(days=1)

        moved = at_once.move_follow_ups(session, ids, tomorrow, now=NOW, today=TODAY)
        assert (moved.changed, moved.passed_over) == (3, 1)
        assert [one.due for one in rows_of(session, ids)] == [tomorrow, tomorrow, tomorrow, TODAY]
        given = at_once.assign_follow_ups(session, ids, "田中 美咲", now=NOW)
        assert [one.staff_id for one in rows_of(session, ids)] == [member, member, member, None]
        assert at_once.assign_follow_ups(session, ids, "田中 美咲", now=NOW) == BulkOutcome(None, 0, 4)
        freed = at_once.assign_follow_ups(session, ids[:1], "", now=NOW)
        done = at_once.finish_follow_ups(session, ids[:1], by="田中 美咲", now=NOW, today=TODAY)
        skipped = at_once.skip_follow_ups(session, ids, now=NOW, today=TODAY)
        assert [one.outcome for one in rows_of(session, ids)] == [Outcome.DONE, Outcome.NOT_NEEDED, Outcome.NOT_NEEDED, Outcome.DONE]
        assert (skipped.changed, skipped.passed_over) == (2, 2)
        assert len({one.action_id for one in (moved, given, freed, done, skipped)}) == 5
        for _ in range(5):
            undo(session, now=LATER)
        session.flush()
        session.expire_all()
        assert [(one.due, one.staff_id, one.outcome) for one in rows_of(session, ids[:3])] == [(TODAY, None, None)] * 3


def test_a_week_on_counts_from_each_own_day(database: Database) -> None:
    with database.write() as session:
        past, ahead = TODAY - timedelta(days=3), TODAY + timedelta(days=2)
        ids = [plan(session, add_customer(session), replace(CALL, due=day), today=past) for day in (past, ahead)]
        at_once.move_by_days(session, ids, 7, now=NOW, today=TODAY)
        assert [one.due for one in rows_of(session, ids)] == [TODAY + timedelta(days=7), ahead + timedelta(days=7)]


def test_nothing_is_moved_into_the_past_or_given_to_nobody_known(database: Database) -> None:
    with database.write() as session:
        number = plan(session, add_customer(session))
        with pytest.raises(FollowUpInPast):
            at_once.move_follow_ups(session, [number], TODAY - timedelta(days=1), now=NOW, today=TODAY)
        with pytest.raises(UnknownStaff):
            at_once.assign_follow_ups(session, [number], "だれか", now=NOW)
        assert at_once.finish_follow_ups(session, [99], now=NOW, today=TODAY) == BulkOutcome(None, 0, 1)
