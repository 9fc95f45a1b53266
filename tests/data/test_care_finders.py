"""Each kind of rule finds its occasions on the day they fall due, and lets go of those that are no more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import numpy as np
import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.care import Occasion, RuleFields, RuleKind
from app.domain.companies import CompanyProfile, PersonFields
from app.domain.contacts import ContactKind
from app.domain.customers import CustomerKind, PartialDate
from app.domain.follow_ups import FollowUpKind, Outcome
from app.domain.inquiries import InquiryChannel, InquiryKind, InquiryState
from app.domain.measures import Arm, MeasureKind, MeasureState
from app.domain.periods import day_number
from app.domain.products import ProductFields
from app.domain.purchases import LineFields
from app.domain.surveys import SurveyRules
from app.models.care import CareRule
from app.models.care_finders import CareStanding, CareWorld, Span, find
from app.models.care_finders.columns import NEVER
from app.models.companies import CompanyRecord, ContactPerson
from app.models.contracts import Contract, Need
from app.models.counter import FollowUp
from app.models.customer import Contact, Customer
from app.models.database import Database
from app.models.inquiries import Inquiry
from app.models.measures import Measure, MeasurePerson
from app.models.points import PointLot
from app.services.care_rules import ensure_rules
from app.services.care_run import run_day
from app.services.care_world import care_standing
from app.services.products import add_product
from app.services.survey_responses import record_response, take_back_in, throw_out
from tests.factories import NOW, TODAY, add_customer, add_purchase
from tests.surveys import add_survey, answered, nps

DAY = timedelta(days=1)


def run(session: Session, today: date = TODAY) -> None:
    session.flush()
    run_day(session, now=NOW + (today - TODAY), today=today)
    session.expire_all()


def only(session: Session, kind: RuleKind, number: float) -> None:
    ensure_rules(session, now=NOW, today=TODAY)
    for row in session.scalars(select(CareRule)):
        row.is_on = False
    first = session.scalars(select(CareRule).where(CareRule.kind == kind).order_by(CareRule.position)).first()
    assert first is not None
    first.is_on, first.number, first.since = True, number, TODAY - 400 * DAY
    session.flush()


def made(session: Session) -> list[tuple[int, str, date]]:
    rows = session.scalars(select(FollowUp).where(FollowUp.done_on.is_(None)).order_by(FollowUp.customer_id, FollowUp.id))
    return [(row.customer_id, row.occasion, row.due) for row in rows]


def reason(session: Session) -> dict[str, Any]:
    return dict(session.scalars(select(FollowUp)).one().reason)


def outcomes(session: Session) -> list[Outcome | None]:
    return [row.outcome for row in session.scalars(select(FollowUp).order_by(FollowUp.id))]


def visits(session: Session, name: str, days_ago: Iterable[int], **fields: Any) -> int:
    customer = add_customer(session, name)
    for ago in days_ago:
        add_purchase(session, customer, TODAY - ago * DAY, **fields)
    return customer


def test_somebody_is_late_by_his_own_rhythm(database: Database) -> None:
    with database.write() as session:
        only(session, RuleKind.OVERDUE, 1.5)
        late = visits(session, "毎月", (165, 135, 105, 75, 45))
        visits(session, "まだ", (164, 134, 104, 74, 44))
        run(session)
        assert made(session) == [(late, f"overdue:{TODAY - 45 * DAY}", TODAY)]
        assert reason(session) == {"rule": "overdue", "day": str(TODAY - 45 * DAY), "usual": 30, "own": True}


def late_by(session: Session, borrowed: float, *, is_dormant: bool = False) -> list[tuple[str, date]]:
    """What is due today for somebody who came once, 61 days ago, and borrows a rhythm."""
    customer = add_customer(session)
    day = day_number(TODAY - 61 * DAY)
    one, nothing = np.array([customer]), np.array([NEVER])
    standing = CareStanding(
        one, np.array([day]), nothing, np.array([day]), nothing, np.array([1]), np.array([borrowed]),
        np.array([False]), np.array([0], dtype=np.int8), np.array([is_dormant]),
    )  # fmt: skip
    world = CareWorld(session, TODAY, standing=lambda: standing, falling=lambda _points: [], catch_up_days=31)
    today = day_number(TODAY)
    found = find(world, RuleFields(RuleKind.OVERDUE, 1.5, FollowUpKind.CALL), Span(today - 31, today + 1, today - 60))
    return [(found.key(i), found.occasion(i).due) for i in range(len(found))]


def test_whoever_becomes_late_by_a_borrowed_rhythm_that_shrank_is_not_lost(database: Database) -> None:
    key = f"overdue:{TODAY - 61 * DAY}"
    with database.write() as session:
        assert late_by(session, 60) == []
        assert late_by(session, 30) == [(key, TODAY - 16 * DAY)]
        # Newcomers borrow another rhythm until the 60th day: by this one he would have been late on the tenth.
        assert late_by(session, 6) == [(key, TODAY)]
        assert late_by(session, 6, is_dormant=True) == []


def test_whose_health_falls_is_asked_for_once_a_month(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        world = CareWorld(
            session, TODAY, standing=lambda: care_standing(session, TODAY), falling=lambda points: [(customer, 80, 62)], catch_up_days=31
        )
        today = day_number(TODAY)
        rule = RuleFields(RuleKind.HEALTH_FALLING, 15, FollowUpKind.CALL)
        found = find(world, rule, Span(today, today + 1))
        assert [found.occasion(i) for i in range(len(found))] == [Occasion(customer, "health:2026-11", TODAY, {"before": 80, "now": 62})]
        assert len(find(world, rule, Span(today + 1, today + 31))) == 0


def test_a_low_answer_that_the_survey_itself_did_not_see_to(database: Database) -> None:
    with database.write() as session:
        only(session, RuleKind.LOW_SURVEY, 6)
        unheeded = add_survey(session, rules=SurveyRules(low_on=False))
        customer, seen_to = add_customer(session, "一"), add_customer(session, "二")
        response = record_response(session, answered(unheeded, nps(5), customer_id=customer), now=NOW, today=TODAY).response_id
        record_response(session, answered(unheeded, nps(7), customer_id=seen_to), now=NOW, today=TODAY)
        record_response(session, answered(add_survey(session), nps(5), customer_id=seen_to), now=NOW, today=TODAY)
        run(session)
        assert [row for row in made(session) if row[1]] == [(customer, f"answer:{response}", TODAY)]
        throw_out(session, response, "いたずら", now=NOW, today=TODAY)
        run(session)
        assert Outcome.WITHDRAWN in outcomes(session)
        take_back_in(session, response, now=NOW, today=TODAY)
        run(session)
        assert [row for row in made(session) if row[1]] == [(customer, f"answer:{response}", TODAY)]


def test_a_year_without_a_visit_or_a_word(database: Database) -> None:
    with database.write() as session:
        only(session, RuleKind.YEARLY, 365)
        silent = visits(session, "音沙汰なし", (365,))
        spoken = visits(session, "電話した", (365,))
        session.add(Contact(customer_id=spoken, kind=ContactKind.PHONE, day=TODAY - 40 * DAY, at=NOW, text=""))
        run(session)
        assert made(session) == [(silent, f"year:{TODAY - 365 * DAY}", TODAY)]
        session.add(Contact(customer_id=silent, kind=ContactKind.PHONE, day=TODAY, at=NOW, text=""))
        run(session)
        assert outcomes(session) == [Outcome.NEEDLESS]


def test_a_birthday_of_a_leap_day_and_one_over_the_turn_of_the_year(database: Database) -> None:
    with database.write() as session:
        only(session, RuleKind.BIRTHDAY, 14)
        leap = add_customer(session, "閏", birthday=PartialDate(2000, 2, 29))
        new_year = add_customer(session, "正月", birthday=PartialDate(None, 1, 3))
        run(session, date(2026, 12, 20))
        assert made(session) == [(new_year, "birthday:2027", date(2026, 12, 20))]
        run(session, date(2027, 2, 14))
        assert made(session)[0] == (leap, "birthday:2027", date(2027, 2, 14))


def test_no_happy_birthday_in_mourning(database: Database) -> None:
    with database.write() as session:
        only(session, RuleKind.BIRTHDAY, 14)
        customer = add_customer(session, birthday=PartialDate(1970, 12, 4))
        run(session)
        session.get_one(Customer, customer).mourning_until = TODAY + 40 * DAY
        run(session)
        assert outcomes(session) == [Outcome.WITHDRAWN]


def test_the_anniversary_begins_after_a_year(database: Database) -> None:
    with database.write() as session:
        only(session, RuleKind.ANNIVERSARY, 7)
        first = visits(session, "二年目", (358, 10))
        visits(session, "今年から", (3,))
        run(session)
        assert made(session) == [(first, "anniversary:2026", TODAY)]


def test_points_that_are_about_to_lapse(database: Database) -> None:
    with database.write() as session:
        only(session, RuleKind.LAPSE, 30)
        customer = add_customer(session)
        lots = [PointLot(customer_id=customer, day=TODAY, expires=TODAY + 30 * DAY, left=points) for points in (100, 20)]
        session.add_all([*lots, PointLot(customer_id=customer, day=TODAY, expires=TODAY + 31 * DAY, left=5)])
        run(session)
        assert made(session) == [(customer, f"lapse:{TODAY + 30 * DAY}", TODAY)]
        assert reason(session)["points"] == 120
        for lot in lots:
            lot.left = 0
        run(session)
        assert outcomes(session) == [Outcome.WITHDRAWN]


def test_a_promise_whose_day_is_over(database: Database) -> None:
    with database.write() as session:
        only(session, RuleKind.INQUIRY_OVERDUE, 0)
        customer = add_customer(session)
        inquiry = Inquiry(
            kind=InquiryKind.COMPLAINT, state=InquiryState.OPEN, customer_id=customer, title="色落ち", channel=InquiryChannel.PHONE,
            received_at=NOW, due_at=datetime(2026, 11, 19, 14, 30, tzinfo=UTC), created_at=NOW, updated_at=NOW,
        )  # fmt: skip
        session.add(inquiry)
        run(session, TODAY - DAY)
        assert made(session) == []
        run(session)
        assert made(session) == [(customer, f"inquiry:{inquiry.id}", TODAY)]
        assert session.scalars(select(FollowUp.deadline)).one() == TODAY - DAY
        inquiry.due_at = None
        run(session)
        assert outcomes(session) == [Outcome.NEEDLESS]


def test_after_an_event_those_who_came(database: Database) -> None:
    with database.write() as session:
        only(session, RuleKind.AFTER_EVENT, 3)
        came, away = add_customer(session, "来た"), add_customer(session, "来ない")
        event = Measure(
            name="秋の会", kind=MeasureKind.EVENT, state=MeasureState.STARTED, plan={}, window_days=60, created_at=NOW, updated_at=NOW
        )
        session.add(event)
        session.flush()
        person = MeasurePerson(measure_id=event.id, customer_id=came, arm=Arm.SENT, came_on=TODAY - 3 * DAY)
        session.add_all([person, MeasurePerson(measure_id=event.id, customer_id=away, arm=Arm.SENT)])
        run(session)
        assert made(session) == [(came, f"event:{event.id}", TODAY)]
        person.came_on = None
        run(session)
        assert outcomes(session) == [Outcome.WITHDRAWN]


def contract(session: Session, customer: int, **fields: Any) -> Contract:
    from app.domain.contracts import ContractKind, PriceEvery

    usual: dict[str, Any] = {"kind": ContractKind.PLAN, "plan": "月会費", "started_on": TODAY - 300 * DAY, "price_every": PriceEvery.MONTH}
    row = Contract(customer_id=customer, created_at=NOW, updated_at=NOW, **(usual | fields))
    session.add(row)
    session.flush()
    return row


def test_a_contract_before_it_is_renewed(database: Database) -> None:
    with database.write() as session:
        only(session, RuleKind.RENEWAL, 90)
        customer = add_customer(session)
        due = TODAY + 90 * DAY
        running = contract(session, customer, renews_on=due, term_months=12)
        contract(session, customer, renews_on=due, ended_on=TODAY + 10 * DAY)
        run(session)
        assert made(session) == [(customer, f"contract:{running.id}:{due}", TODAY)]
        running.renews_on = due + 365 * DAY
        run(session)
        assert outcomes(session) == [Outcome.NEEDLESS]


def test_a_job_that_is_done(database: Database) -> None:
    from app.domain.contracts import ContractKind

    with database.write() as session:
        only(session, RuleKind.JOB_DONE, 14)
        customer = add_customer(session)
        job = contract(session, customer, kind=ContractKind.JOB, plan="外壁", ended_on=TODAY - 14 * DAY)
        run(session)
        assert made(session) == [(customer, f"job:{job.id}", TODAY)]
        job.ended_on = None
        run(session)
        assert outcomes(session) == [Outcome.WITHDRAWN]


def test_a_need_that_comes_round(database: Database) -> None:
    with database.write() as session:
        only(session, RuleKind.NEED_DUE, 30)
        customer = add_customer(session)
        need = Need(customer_id=customer, title="車検", due=TODAY + 30 * DAY, created_at=NOW, updated_at=NOW)
        session.add(need)
        run(session)
        assert made(session) == [(customer, f"need:{need.id}:{need.due}", TODAY)]
        need.done_on = TODAY
        run(session)
        assert outcomes(session) == [Outcome.NEEDLESS]


def test_a_product_that_is_used_up(database: Database) -> None:
    with database.write() as session:
        only(session, RuleKind.PRODUCT_DUE, 7)
        product = add_product(session, ProductFields(name="シャンプー", reuse_days=60), now=NOW).product_id
        lines = (LineFields(product="シャンプー", unit_price=3000, amount=3000),)
        customer = visits(session, "吉田", (53,), lines=lines)
        run(session)
        assert made(session) == [(customer, f"product:{product}:{TODAY - 53 * DAY}", TODAY)]
        add_purchase(session, customer, TODAY, lines=lines)
        run(session)
        assert outcomes(session) == [Outcome.NEEDLESS]


@pytest.mark.parametrize(("kind", "column"), [(RuleKind.FISCAL_START, "fiscal_month"), (RuleKind.BUDGET, "budget_month")])
def test_the_year_and_the_budget_of_a_company(database: Database, kind: RuleKind, column: str) -> None:
    with database.write() as session:
        only(session, kind, 30)
        customer = add_customer(session, "株式会社 青葉", kind=CustomerKind.COMPANY)
        assert column in CompanyProfile.__dataclass_fields__
        record = CompanyRecord(customer_id=customer, **{column: 4})
        session.add(record)
        run(session, date(2027, 3, 2))
        assert made(session) == [(customer, f"{kind.value.split('_')[0]}:2027", date(2027, 3, 2))]
        setattr(record, column, 5)
        run(session, date(2027, 3, 3))
        assert outcomes(session) == [Outcome.WITHDRAWN]


def test_a_new_contact_person_within_two_weeks(database: Database) -> None:
    with database.write() as session:
        only(session, RuleKind.NEW_PERSON, 14)
        customer = add_customer(session, "株式会社 青葉", kind=CustomerKind.COMPANY)
        person = ContactPerson(customer_id=customer, name=PersonFields("山口 淳").name, recorded_on=TODAY - DAY, created_at=NOW)
        session.add(person)
        run(session)
        assert made(session) == [(customer, f"person:{person.id}", TODAY)]
        assert session.scalars(select(FollowUp.deadline)).one() == TODAY + 13 * DAY
        person.until = TODAY
        run(session)
        assert outcomes(session) == [Outcome.WITHDRAWN]


def test_regulars_get_something_hand_picked_twice_a_year_on_days_of_their_own(database: Database) -> None:
    with database.write() as session:
        only(session, RuleKind.HAND_PICKED, 2)
        for number in range(40):
            visits(session, f"客{number}", range(5, 365, 20 if number < 8 else 120), amount=9000 if number < 8 else 500)
        for ahead in range(0, 366, 15):
            run(session, TODAY + ahead * DAY)
        asked = made(session)
        assert len({customer for customer, _, _ in asked}) <= 8
        of_a_year = [key for customer, key, _ in asked if key.startswith("picked:2027")]
        assert all(key.split(":")[2] in ("1", "2") for key in of_a_year)
        assert len({due for _, _, due in asked}) > len(asked) // 2
