"""Follow-ups: planned, moved, done, opened again; each taken back by undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.contacts import ContactKind
from app.domain.follow_ups import (
    FollowUpFields,
    FollowUpGone,
    FollowUpInPast,
    FollowUpKind,
    FollowUpRow,
    FollowUpSource,
    NextFollowUp,
)
from app.domain.visits import UnknownStaff
from app.models.counter import FollowUp
from app.models.customer import Contact
from app.models.database import Database
from app.queries.follow_ups import find_follow_up, follow_ups_of, next_follow_ups, open_follow_ups
from app.services import follow_ups as service
from app.services.actions import redo, undo
from app.services.customers import archive_customer, mark_customer
from tests.factories import NOW, TODAY, add_customer, add_staff

TOMORROW = TODAY + timedelta(days=1)
CALL = FollowUpFields(TODAY, FollowUpKind.CALL, "年末の白髪染めのご予約をうかがう", "")


def plan(session: Session, customer_id: int, fields: FollowUpFields = CALL) -> int:
    return service.add_follow_up(session, customer_id, fields, now=NOW, today=TODAY).follow_up_id


def plan_past(session: Session, customer_id: int, due: date) -> int:
    return service.add_follow_up(session, customer_id, FollowUpFields(due), now=NOW, today=due).follow_up_id


def test_a_follow_up_says_whom_when_and_what(database: Database) -> None:
    with database.write() as session:
        staff = add_staff(session, "田中 美咲")
        customer = add_customer(session, "吉田 和子", phone="03-0000-0001", mobile="090-0000-1234", code="C7")
        number = plan(session, customer, replace(CALL, staff="田中 美咲", note="  ご予約をうかがう "))
    with database.read() as session:
        assert find_follow_up(session, number) == FollowUpRow(
            number,
            customer,
            "吉田 和子",
            False,
            "090-0000-1234",
            TODAY,
            FollowUpKind.CALL,
            FollowUpSource.HAND,
            "ご予約をうかがう",
            "田中 美咲",
            None,
            staff_id=staff,
            code="C7",
            whose="田中 美咲",
        )
        assert find_follow_up(session, 99) is None


def test_a_day_gone_by_and_an_unknown_name_are_refused(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        with pytest.raises(FollowUpInPast) as refused:
            plan(session, customer, replace(CALL, due=TODAY - timedelta(days=1)))
        assert refused.value.field == "due"
        with pytest.raises(UnknownStaff):
            plan(session, customer, replace(CALL, staff="だれか"))
        assert session.scalars(select(FollowUp)).all() == []


def test_the_lists_of_a_day(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        archived = add_customer(session, "中村 さくら")
        old, older = plan_past(session, customer, TODAY - timedelta(days=1)), plan_past(session, customer, TODAY - timedelta(days=3))
        now = plan(session, customer)
        last = plan(session, customer, replace(CALL, due=TODAY + timedelta(days=6)))
        later = plan(session, customer, replace(CALL, due=TODAY + timedelta(days=7)))
        done = plan(session, customer)
        plan(session, archived)
        service.finish_follow_up(session, done, now=NOW, today=TODAY)
        archive_customer(session, archived, now=NOW)
    with database.read() as session:
        assert [row.id for row in open_follow_ups(session, until=TODAY)] == [older, old, now]
        assert [row.id for row in open_follow_ups(session)] == [older, old, now, last, later]
        assert [row.id for row in follow_ups_of(session, customer)] == [older, old, now, last, later, done]
        assert next_follow_ups(session, [customer]) == {customer: NextFollowUp(TODAY - timedelta(days=3), FollowUpKind.CALL)}
        assert set(next_follow_ups(session)) == {customer, archived}
        assert next_follow_ups(session, []) == {}


def test_what_was_said_becomes_a_contact(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        silent, told = plan(session, customer), plan(session, customer, replace(CALL, kind=FollowUpKind.CARD))
        service.finish_follow_up(session, silent, note="  ", now=NOW, today=TODAY)
        assert session.scalars(select(Contact)).all() == []
        action = service.finish_follow_up(session, told, note="12月にいらっしゃる", now=NOW, today=TODAY)
        contact = session.scalars(select(Contact)).one()
        assert (contact.kind, contact.text, contact.day) == (ContactKind.NOTE, "12月にいらっしゃる", TODAY)
        assert session.get_one(FollowUp, told).contact_id == contact.id
        with pytest.raises(FollowUpGone):
            service.finish_follow_up(session, told, now=NOW, today=TODAY)
        undo(session, action, now=NOW)
        session.expire_all()
        assert session.scalars(select(Contact)).all() == []
        assert session.get_one(FollowUp, told).done_on is None


def test_a_done_one_opens_again_and_keeps_what_was_said(database: Database) -> None:
    with database.write() as session:
        number = plan(session, add_customer(session))
        with pytest.raises(FollowUpGone):
            service.reopen_follow_up(session, number, now=NOW)
        service.finish_follow_up(session, number, note="お元気そう", now=NOW, today=TODAY)
        service.reopen_follow_up(session, number, now=NOW)
        row = session.get_one(FollowUp, number)
        assert (row.done_on, row.done_at, row.contact_id, row.due) == (None, None, None, TODAY)
        assert len(session.scalars(select(Contact)).all()) == 1


def test_moving_editing_and_deleting_are_taken_back(database: Database) -> None:
    with database.write() as session:
        add_staff(session, "青木 健")
        number = plan(session, add_customer(session))
        before = find_follow_up(session, number)
        assert service.move_follow_up(session, number, TODAY, now=NOW, today=TODAY) is None
        assert service.edit_follow_up(session, number, CALL, now=NOW, today=TODAY) is None
        moved = service.move_follow_up(session, number, TOMORROW, now=NOW, today=TODAY)
        changed = service.edit_follow_up(
            session, number, FollowUpFields(TOMORROW, FollowUpKind.CARD, "お礼", "青木 健"), now=NOW, today=TODAY
        )
        session.expire_all()
        row = find_follow_up(session, number)
        assert row is not None
        assert (row.due, row.kind, row.note, row.staff) == (TOMORROW, FollowUpKind.CARD, "お礼", "青木 健")
        deleted = service.delete_follow_up(session, number, now=NOW)
        assert find_follow_up(session, number) is None
        for action in (deleted, changed, moved):
            undo(session, action, now=NOW)
        assert find_follow_up(session, number) == before
        redo(session, now=NOW)
        row = find_follow_up(session, number)
        assert row is not None
        assert row.due == TOMORROW
        for refused in (service.delete_follow_up, service.reopen_follow_up):
            with pytest.raises(FollowUpGone):
                refused(session, 99, now=NOW)


def test_an_overdue_one_is_changed_without_a_new_day(database: Database) -> None:
    yesterday = TODAY - timedelta(days=1)
    with database.write() as session:
        number = plan_past(session, add_customer(session), yesterday)
        assert service.edit_follow_up(session, number, FollowUpFields(yesterday, note="電話で"), now=NOW, today=TODAY) is not None
        with pytest.raises(FollowUpInPast):
            service.edit_follow_up(session, number, FollowUpFields(yesterday - timedelta(days=1)), now=NOW, today=TODAY)
        with pytest.raises(FollowUpInPast):
            service.move_follow_up(session, number, yesterday, now=NOW, today=TODAY)


def test_many_are_planned_at_once_and_taken_back_at_once(database: Database) -> None:
    with database.write() as session:
        people = [add_customer(session, f"客 {n}") for n in range(3)]
        stopped, archived = add_customer(session, "佐藤 花"), add_customer(session, "中村 さくら")
        mark_customer(session, stopped, now=NOW, do_not_contact=True)
        archive_customer(session, archived, now=NOW)
        plan(session, people[0])
        everyone = [*people, stopped, archived, people[1]]
        outcome = service.add_follow_ups(session, everyone, CALL, source=FollowUpSource.POINTS, now=NOW, today=TODAY)
        assert (outcome.added, outcome.left_out) == (2, 3)
        again = service.add_follow_ups(session, everyone, CALL, source=FollowUpSource.POINTS, now=NOW, today=TODAY)
        assert (again.action_id, again.added, again.left_out) == (None, 0, 5)
        assert [row.source for row in open_follow_ups(session)].count(FollowUpSource.POINTS) == 2
        undo(session, outcome.action_id, now=NOW)
        assert [row.customer_id for row in open_follow_ups(session)] == [people[0]]
