"""The page of follow-ups from a real file: days, the day chosen, what is due beyond it, days for those without one, paper, calendar."""

from __future__ import annotations

import io
from datetime import date, timedelta

import icalendar
import pypdf
from sqlalchemy import select

from app.domain.care import CareSettings, RuleKind
from app.domain.contacts import ContactKind
from app.domain.follow_ups import FollowUpFields, FollowUpKind, Outcome
from app.models.counter import FollowUp
from app.models.customer import Contact, Customer
from app.models.database import Database
from app.models.shop import Shop, Staff
from app.queries.care import rules
from app.queries.care_page import care_page, due_count
from app.queries.day_plan import day_plan
from app.queries.next_dates import without_next_date
from app.reports.calendar import calendar_of
from app.reports.today_sheet import today_sheet
from app.services.actions import undo
from app.services.care_rules import ensure_rules, switch_rule
from app.services.follow_ups import add_follow_up, finish_follow_up
from app.services.planned_days import plan_at_days
from tests.factories import NOW, TODAY, add_customer, add_purchase, add_staff

MONDAY = date(2026, 11, 16)
SUNDAY = MONDAY + timedelta(days=7)
EARLIER = TODAY - timedelta(days=20)


def plan(database: Database, due: date, *, note: str = "ご様子をうかがう", staff: str = "", name: str = "吉田 和子") -> int:
    with database.write() as session:
        customer = add_customer(session, name, mobile="090-0000-1234")
        fields = FollowUpFields(due, FollowUpKind.CALL, note, staff)
        return add_follow_up(session, customer, fields, now=NOW, today=min(due, TODAY)).follow_up_id


def close(database: Database, number: int, day: date, outcome: Outcome = Outcome.DONE) -> None:
    with database.write() as session:
        row = session.get_one(FollowUp, number)
        row.done_on, row.done_at, row.outcome = day, NOW, outcome


def test_each_day_says_what_was_done_and_what_is_left(database: Database) -> None:
    with database.write() as session:
        session.scalars(select(Shop)).one().closed_weekdays = [1]
    close(database, plan(database, MONDAY), MONDAY)
    close(database, plan(database, MONDAY), MONDAY, Outcome.WITHDRAWN)
    plan(database, MONDAY + timedelta(days=2))
    close(database, plan(database, TODAY), TODAY)
    plan(database, TODAY)
    for _ in range(3):
        plan(database, TODAY + timedelta(days=1))
    with database.read() as session:
        page = care_page(session, MONDAY, SUNDAY, TODAY, TODAY)
        assert [(load.done, load.left, load.is_closed) for load in page.loads] == [
            (1, 0, False), (0, 0, True), (0, 0, False), (0, 0, False), (1, 2, False), (0, 3, False), (0, 0, False),
        ]  # fmt: skip
        assert (page.planned, page.done, page.is_begun) == (7, 2, True)
        assert [len(part) for part in (page.day.late, page.day.due, page.day.done)] == [1, 1, 1]
        assert due_count(session, NOW, TODAY) == 2


def test_a_day_to_come_shows_what_rules_will_make_without_making_it(database: Database) -> None:
    with database.write() as session:
        ensure_rules(session, now=NOW, today=EARLIER)
        customer = add_customer(session, "林 健")
        add_purchase(session, customer, TODAY)
    plan(database, TODAY + timedelta(days=1))
    tomorrow = TODAY + timedelta(days=1)
    with database.read() as session:
        page = care_page(session, MONDAY, SUNDAY, tomorrow, TODAY)
        assert page.loads[5].foreseen == 1 and page.loads[5].left == 1
        assert [one.rule_kind for one in page.day.foreseen] == [RuleKind.FIRST_VISIT]
        assert len(page.day.due) == 1
        assert session.scalars(select(FollowUp)).all().__len__() == 1


def test_a_past_day_shows_what_was_done_on_it(database: Database) -> None:
    number = plan(database, MONDAY)
    close(database, number, MONDAY + timedelta(days=1))
    plan(database, MONDAY)
    with database.read() as session:
        day = care_page(session, MONDAY, SUNDAY, MONDAY + timedelta(days=1), TODAY).day
        assert [row.id for row in day.done] == [number] and day.open == ()


def test_one_member_sees_what_is_theirs_by_the_rule_of_the_day_plan(database: Database) -> None:
    """Also what is for nobody in particular of a customer of theirs; not what is for another."""
    with database.write() as session:
        tanaka = add_staff(session)
        add_staff(session, "木村 健")
    days = (TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=1))
    for due in days:
        given, unassigned, _other, _nobody = (plan(database, due, staff=staff) for staff in ("田中 美咲", "", "木村 健", ""))
        other = plan(database, due, staff="木村 健")
        with database.write() as session:
            for number in (unassigned, other):
                session.get_one(Customer, session.get_one(FollowUp, number).customer_id).staff_id = tanaka
    done = plan(database, TODAY)
    close(database, done, TODAY)
    with database.write() as session:
        session.get_one(Customer, session.get_one(FollowUp, done).customer_id).staff_id = tanaka
    with database.read() as session:
        day = care_page(session, MONDAY, SUNDAY, TODAY, TODAY).day
        for name in ("田中 美咲", "木村 健"):
            plan_of, page_of = day_plan(session, TODAY, name), day.of(name)
            assert page_of.open == plan_of.tasks and page_of.done == plan_of.done
            assert day.by_staff()[name] == len(plan_of.tasks) == 4
        assert [row.id for row in day.of("田中 美咲").done] == [done]
        assert len(day.of("").open) == 10
        tomorrow = care_page(session, MONDAY, SUNDAY, days[-1], TODAY).day
        assert tomorrow.by_staff() == {"木村 健": 2, "田中 美咲": 2}
        assert {row.id for row in tomorrow.of("田中 美咲").due} == {given, unassigned}


def test_everybody_without_a_next_date_gets_the_day_worked_out_for_them_in_one_act(database: Database) -> None:
    with database.write() as session:
        ensure_rules(session, now=NOW, today=EARLIER)
        birthday, overdue = (next(r.id for r in rules(session) if r.fields.kind is kind) for kind in (RuleKind.BIRTHDAY, RuleKind.OVERDUE))
        switch_rule(session, birthday, False, now=NOW, today=TODAY)
        switch_rule(session, overdue, False, now=NOW, today=TODAY)
        people = [add_customer(session, f"客 {number}") for number in range(4)]
        for person in people:
            for visit in range(4):
                add_purchase(session, person, TODAY - timedelta(days=40 + 30 * visit))
    with database.read() as session:
        without = without_next_date(session, TODAY)
        assert set(without.customer_ids) == set(people)
        assert all(day > TODAY for day in without.days.values())
    with database.write() as session:
        session.get_one(Customer, people[2]).archived_at = NOW
        outcome = plan_at_days(session, without.days, now=NOW, today=TODAY)
        assert (outcome.added, outcome.left_out) == (3, 1)
    with database.read() as session:
        made = session.scalars(select(FollowUp)).all()
        assert {(row.customer_id, row.due) for row in made} == {(number, without.days[number]) for number in people if number != people[2]}
        assert len(without_next_date(session, TODAY)) == 0
    with database.write() as session:
        assert plan_at_days(session, without.days, now=NOW, today=TODAY).action_id is None
        assert outcome.action_id is not None
        undo(session, outcome.action_id, now=NOW)
        assert session.scalars(select(FollowUp)).all() == []


def test_the_paper_says_who_what_why_and_the_last_talk(database: Database) -> None:
    number = plan(database, TODAY - timedelta(days=2), name="髙橋 由美子", note="カラー後のお加減")
    with database.write() as session:
        customer = session.get_one(FollowUp, number).customer_id
        session.add(Contact(customer_id=customer, kind=ContactKind.PHONE, day=date(2026, 11, 4), at=NOW, text="色持ちを\n気にされていた"))
    plan(database, TODAY, name="Emily Johnson", note="Ask about the cut")
    with database.read() as session:
        made, again = today_sheet(session, TODAY, "ja"), today_sheet(session, TODAY, "ja")
        english = today_sheet(session, TODAY, "en")
    assert made.document == again.document and (made.shown, made.left_out) == (2, 0)
    text = pypdf.PdfReader(io.BytesIO(made.document)).pages[0].extract_text()
    for words in ("美容室 こもれび", "髙橋 由美子 様", "カラー後のお加減", "090-0000-1234", "11/4 色持ちを 気にされていた"):
        assert words in text
    assert "Emily Johnson" in pypdf.PdfReader(io.BytesIO(english.document)).pages[0].extract_text()


def test_the_calendar_holds_every_open_follow_up_under_a_lasting_name(database: Database) -> None:
    late, later = plan(database, MONDAY, name="髙橋 由美子"), plan(database, TODAY + timedelta(days=40))
    done = plan(database, TODAY)
    with database.write() as session:
        finish_follow_up(session, done, now=NOW, today=TODAY)
    with database.read() as session:
        made = calendar_of(session, "ja", NOW)
        events = icalendar.Calendar.from_ical(made.document).walk("VEVENT")
        assert made.events == len(events) == 2
        assert [event.decoded("DTSTART") for event in events] == [MONDAY, TODAY + timedelta(days=40)]
        assert "髙橋 由美子 様" in str(events[0]["SUMMARY"]) and "090-0000-1234" in str(events[0]["DESCRIPTION"])
        assert [str(event["UID"]).split("@")[0] for event in events] == [f"follow-up-{late}", f"follow-up-{later}"]
        names = [event["UID"] for event in events]
    with database.write() as session:
        session.get_one(FollowUp, late).due = TODAY
        session.scalars(select(Shop)).one().name = "別の名前"
    with database.read() as session:
        events = icalendar.Calendar.from_ical(calendar_of(session, "ja", NOW).document).walk("VEVENT")
        assert [event["UID"] for event in events] == names


def test_the_page_of_a_member_is_the_day_of_that_member(database: Database) -> None:
    """Theirs is also what is for nobody in particular of a customer of theirs; and what else of it is due."""
    with database.write() as session:
        add_staff(session)
        add_staff(session, "木村 健")
        session.scalars(select(Shop)).one().care = CareSettings(cap=3).to_json()
    for name, staff in (("青木 一", "田中 美咲"), ("馬場 二", ""), ("千葉 三", "木村 健"), ("土井 四", "田中 美咲")):
        plan(database, TODAY, name=name, staff=staff)
    with database.write() as session:
        tanaka = session.scalars(select(Staff).where(Staff.name == "田中 美咲")).one()
        session.scalars(select(Customer).where(Customer.name == "馬場 二")).one().staff_id = tanaka.id
    with database.read() as session:
        text = pypdf.PdfReader(io.BytesIO(today_sheet(session, TODAY, "ja", "田中 美咲").document)).pages[0].extract_text()
        mine = day_plan(session, TODAY, "田中 美咲")
        assert ([row.customer_name for row in mine.tasks], len(mine.more)) == (["青木 一", "馬場 二"], 1)
    assert "青木 一" in text and "馬場 二" in text
    assert "千葉 三" not in text and "土井 四" not in text
    assert "1名" in text
