"""Staff: joining, leaving, handing over."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.care import RuleKind
from app.domain.contracts import ContractKind, PriceEvery
from app.domain.follow_ups import FollowUpFields, FollowUpKind
from app.domain.inquiries import InquiryChannel, InquiryKind, InquiryState
from app.domain.proposals import ProposalKind, ProposalOutcome, ProposalStep
from app.domain.staff import (
    HandOverSpan,
    HandOverToSelf,
    NothingToHandOver,
    StaffFields,
    StaffHasCustomers,
    StaffHasVoices,
    StaffNameMissing,
    StaffNameTaken,
    StaffRow,
    StaffUnknown,
)
from app.models.care import CareRule
from app.models.contracts import Contract
from app.models.customer import Customer
from app.models.database import Database
from app.models.inquiries import Inquiry
from app.models.proposals import Proposal
from app.queries.follow_ups import follow_ups_of
from app.queries.hand_over import hand_over_view
from app.queries.staff import find_staff, staff_rows
from app.services.actions import undo
from app.services.follow_ups import add_follow_up, finish_follow_up
from app.services.staff import add_staff, bring_staff_back, edit_staff, hand_over, remove_staff
from tests.factories import NOW, TODAY, add_customer


def test_staff_stand_in_the_order_they_joined_with_their_customers(database: Database) -> None:
    with database.write() as session:
        first = add_staff(session, StaffFields(" 田中  美咲 ", "店長"), now=NOW)
        second = add_staff(session, StaffFields("青木 健"), now=NOW)
        add_customer(session, name="吉田 和子", staff="田中 美咲")
        add_customer(session, name="佐藤 花", staff="田中 美咲")
    with database.read() as session:
        assert staff_rows(session) == [StaffRow(first, "田中 美咲", "店長", True, 2), StaffRow(second, "青木 健", "", True, 0)]
        assert find_staff(session, second) == StaffRow(second, "青木 健", "", True, 0)
        assert find_staff(session, 99) is None


def test_two_at_work_cannot_share_a_name(database: Database) -> None:
    with database.write() as session:
        staff_id = add_staff(session, StaffFields("田中"), now=NOW)
        edit_staff(session, staff_id, StaffFields("田中", "店長"), now=NOW)
        with pytest.raises(StaffNameTaken):
            add_staff(session, StaffFields("田中"), now=NOW)
        with pytest.raises(StaffNameMissing):
            add_staff(session, StaffFields("　"), now=NOW)
        remove_staff(session, staff_id, now=NOW)
        add_staff(session, StaffFields("田中"), now=NOW)
        with pytest.raises(StaffNameTaken):
            bring_staff_back(session, staff_id, now=NOW)


def test_leaving_needs_the_customers_handed_over(database: Database) -> None:
    with database.write() as session:
        leaving = add_staff(session, StaffFields("佐々木 健"), now=NOW)
        staying = add_staff(session, StaffFields("山口 麻衣"), now=NOW)
        customers = [add_customer(session, name=f"客 {n}", staff="佐々木 健") for n in range(3)]
    with database.write() as session:
        with pytest.raises(StaffHasCustomers) as refused:
            remove_staff(session, leaving, now=NOW)
        assert refused.value.values == {"name": "佐々木 健", "count": 3}
        done = hand_over(session, leaving, staying, now=NOW + timedelta(days=1))
        assert done.customers == 3
        assert set(session.scalars(select(Customer.updated_at))) == {NOW + timedelta(days=1)}
        remove_staff(session, leaving, now=NOW)
        assert [row.id for row in staff_rows(session)] == [staying]
        assert [row.id for row in staff_rows(session, with_inactive=True)] == [staying, leaving]
        bring_staff_back(session, leaving, now=NOW)
        undo(session, done.action_id, now=NOW)
    with database.read() as session:
        owners = session.scalars(select(Customer.staff_id).where(Customer.id.in_(customers)))
        assert set(owners) == {leaving}


def test_handing_over_needs_somebody_else_at_work(database: Database) -> None:
    with database.write() as session:
        one = add_staff(session, StaffFields("田中"), now=NOW)
        gone = add_staff(session, StaffFields("鈴木"), now=NOW)
        remove_staff(session, gone, now=NOW)
        with pytest.raises(HandOverToSelf):
            hand_over(session, one, one, now=NOW)
        with pytest.raises(StaffUnknown):
            hand_over(session, one, gone, now=NOW)
        with pytest.raises(StaffUnknown):
            hand_over(session, one, 99, now=NOW)


def test_undo_of_joining_and_leaving(database: Database) -> None:
    with database.write() as session:
        staff_id = add_staff(session, StaffFields("田中"), now=NOW)
        undo(session, remove_staff(session, staff_id, now=NOW), now=NOW)
        assert [row.is_active for row in staff_rows(session)] == [True]
        undo(session, edit_staff(session, staff_id, StaffFields("中田"), now=NOW), now=NOW)
        assert [row.name for row in staff_rows(session)] == ["田中"]
        undo(session, now=NOW)
        assert staff_rows(session, with_inactive=True) == []


def test_open_follow_ups_go_with_the_customers_and_done_ones_stay(database: Database) -> None:
    with database.write() as session:
        giver, taker = add_staff(session, StaffFields("佐々木 健"), now=NOW), add_staff(session, StaffFields("山口 麻衣"), now=NOW)
        customer = add_customer(session, name="吉田 和子")
        planned, done = (
            add_follow_up(session, customer, FollowUpFields(TODAY, staff="佐々木 健"), now=NOW, today=TODAY).follow_up_id for _ in range(2)
        )
        finish_follow_up(session, done, now=NOW, today=TODAY)
        handed = hand_over(session, giver, taker, now=NOW)
        staff_of = {row.id: row.staff for row in follow_ups_of(session, customer)}
        assert staff_of == {planned: "山口 麻衣", done: "佐々木 健"}
        undo(session, handed.action_id, now=NOW)
        assert {row.staff for row in follow_ups_of(session, customer)} == {"佐々木 健"}
        session.expire_all()
        removed = remove_staff(session, giver, now=NOW)
        assert {row.id: row.staff for row in follow_ups_of(session, customer)} == {planned: "", done: "佐々木 健"}
        undo(session, removed, now=NOW)
        assert {row.staff for row in follow_ups_of(session, customer)} == {"佐々木 健"}


def test_voices_suggestions_contracts_and_rules_go_along_and_come_back(database: Database) -> None:
    with database.write() as session:
        giver, taker = add_staff(session, StaffFields("佐々木 健"), now=NOW), add_staff(session, StaffFields("山口 麻衣"), now=NOW)
        rows = _work(session, add_customer(session, name="吉田 和子"), giver)
        done = hand_over(session, giver, taker, now=NOW + timedelta(hours=1))
        assert (done.voices, done.proposals, done.contracts, done.rules) == (1, 1, 1, 1)
        assert {key: row.staff_id == taker for key, row in rows.items()} == {
            "voice": True,
            "closed": False,
            "proposal": True,
            "declined": False,
            "contract": True,
            "ended": False,
            "rule": True,
        }
        undo(session, done.action_id, now=NOW)
        assert all(row.staff_id == giver for row in rows.values())


def test_whoever_has_voices_to_answer_cannot_leave(database: Database) -> None:
    with database.write() as session:
        giver = add_staff(session, StaffFields("佐々木 健"), now=NOW)
        rows = _work(session, add_customer(session, name="吉田 和子"), giver)
        assert [row.voices for row in staff_rows(session)] == [1]
        with pytest.raises(StaffHasVoices) as refused:
            remove_staff(session, giver, now=NOW)
        assert refused.value.values == {"name": "佐々木 健", "count": 1}
        voice = rows["voice"]
        assert isinstance(voice, Inquiry)
        voice.state = InquiryState.CLOSED
        remove_staff(session, giver, now=NOW)
        assert rows["proposal"].staff_id is None and rows["contract"].staff_id is None and rows["rule"].staff_id is None
        assert rows["declined"].staff_id == giver


def test_for_a_holiday_only_what_falls_due_in_it_goes(database: Database) -> None:
    day = timedelta(days=1)
    with database.write() as session:
        giver, taker = add_staff(session, StaffFields("佐々木 健"), now=NOW), add_staff(session, StaffFields("山口 麻衣"), now=NOW)
        customer = add_customer(session, name="吉田 和子", staff="佐々木 健")
        rows = _work(session, customer, giver)
        plans = [
            add_follow_up(session, customer, FollowUpFields(TODAY + n * day, staff="佐々木 健"), now=NOW, today=TODAY).follow_up_id
            for n in (0, 1, 7)
        ]
        done = hand_over(session, giver, taker, now=NOW, span=HandOverSpan(TODAY + day, TODAY + 7 * day))
        assert (done.customers, done.follow_ups, done.voices, done.proposals) == (0, 1, 1, 1)
        assert [row.staff for row in sorted(follow_ups_of(session, customer), key=lambda one: plans.index(one.id))] == [
            "佐々木 健",
            "山口 麻衣",
            "佐々木 健",
        ]
        assert session.get_one(Customer, customer).staff_id == giver
        assert rows["contract"].staff_id == giver and rows["rule"].staff_id == giver
        with pytest.raises(NothingToHandOver):
            hand_over(session, giver, taker, now=NOW, span=HandOverSpan(TODAY + 2 * day, TODAY + 3 * day))
        late = hand_over(session, giver, taker, now=NOW, span=HandOverSpan(None, TODAY + day))
        assert (late.follow_ups, late.voices, late.proposals) == (1, 0, 0)


def test_what_names_nobody_is_for_whoever_looks_after_the_customer_to_hand_over(database: Database) -> None:
    span = HandOverSpan(None, TODAY + timedelta(days=1))
    with database.write() as session:
        giver, taker = add_staff(session, StaffFields("佐々木 健"), now=NOW), add_staff(session, StaffFields("山口 麻衣"), now=NOW)
        customer = add_customer(session, name="吉田 和子", staff="佐々木 健")
        add_follow_up(session, customer, FollowUpFields(TODAY), now=NOW, today=TODAY)
        add_follow_up(session, customer, FollowUpFields(TODAY, staff="山口 麻衣"), now=NOW, today=TODAY)
        assert hand_over_view(session, giver, span).follow_ups == 1
        assert hand_over(session, giver, taker, now=NOW, span=span).follow_ups == 1
        assert {row.staff for row in follow_ups_of(session, customer)} == {"山口 麻衣"}
        assert hand_over_view(session, giver, span).follow_ups == 0


def _work(session: Session, customer_id: int, staff_id: int) -> dict[str, Inquiry | Proposal | Contract | CareRule]:
    """Open and closed work of a member; what is open falls due on the third day from today."""
    due = TODAY + timedelta(days=3)
    moments = {"created_at": NOW, "updated_at": NOW}
    voice = {"kind": InquiryKind.COMPLAINT, "customer_id": customer_id, "title": "待ち時間", "channel": InquiryChannel.COUNTER}
    offer = {"customer_id": customer_id, "kind": ProposalKind.UP_SELL, "step": ProposalStep.HEARING, "title": "ヘッドスパ", "due": due}
    contract = {"customer_id": customer_id, "kind": ContractKind.PLAN, "plan": "月会員", "price_every": PriceEvery.MONTH}
    rows: dict[str, Inquiry | Proposal | Contract | CareRule] = {
        "voice": Inquiry(**voice, state=InquiryState.OPEN, received_at=NOW, due_at=NOW + timedelta(days=3), **moments),
        "closed": Inquiry(**voice, state=InquiryState.CLOSED, received_at=NOW, due_at=NOW + timedelta(days=3), **moments),
        "proposal": Proposal(**offer, outcome=ProposalOutcome.OPEN, **moments),
        "declined": Proposal(**offer, outcome=ProposalOutcome.DECLINED, **moments),
        "contract": Contract(**contract, started_on=TODAY, **moments),
        "ended": Contract(**contract, started_on=TODAY, ended_on=TODAY, **moments),
        "rule": CareRule(kind=RuleKind.BIRTHDAY, number=14, follow_up_kind=FollowUpKind.CARD, **moments),
    }
    for row in rows.values():
        row.staff_id = staff_id
    session.add_all(rows.values())
    session.flush()
    return rows
