"""What is next with a customer, and what of voices, suggestions, contracts and follow-ups stands in his history."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import update

from app.domain.care import RuleKind
from app.domain.contacts import ContactKind
from app.domain.contracts import ContractFields
from app.domain.customer_rows import TimelineKind
from app.domain.customers import PartialDate
from app.domain.follow_ups import Attempt, FollowUpFields, FollowUpKind, FollowUpSource, Outcome
from app.domain.inquiries import InquiryChannel, InquiryKind, InquiryState
from app.domain.proposals import ProposalKind, ProposalOutcome, ProposalStep
from app.models.care import CareRule
from app.models.counter import FollowUp
from app.models.customer import Contact
from app.models.database import Database
from app.models.inquiries import Inquiry
from app.models.proposals import Proposal
from app.queries.care import coming
from app.queries.next_dates import next_date, without_next_date
from app.queries.next_things import open_voices_of
from app.queries.timeline import timeline
from app.services.care_rules import ensure_rules
from app.services.contracts import add_contract, end_contract
from app.services.customers import mark_customer
from app.services.follow_ups import add_follow_up
from tests.factories import NOW, TODAY, add_customer, add_purchase

DAY = timedelta(days=1)
MOMENTS = {"received_at": NOW, "created_at": NOW, "updated_at": NOW}


def test_the_next_date_is_the_rule_that_comes_first_else_a_proposed_day(database: Database) -> None:
    with database.write() as session:
        ensure_rules(session, now=NOW, today=TODAY)
        born = add_customer(session, name="一", birthday=PartialDate(1980, 12, 25))
        plain, stopped = add_customer(session, name="二"), add_customer(session, name="三")
        add_purchase(session, plain, TODAY - 200 * DAY)
        mark_customer(session, stopped, now=NOW, do_not_contact=True)
    with database.read() as session:
        birthday = next_date(session, born, TODAY)
        assert birthday is not None and birthday.rule is not None
        assert (birthday.due, birthday.rule.follow_up_kind) == (TODAY + 21 * DAY, FollowUpKind.CARD)
        proposed = next_date(session, plain, TODAY)
        assert proposed is not None and proposed.rule is None and proposed.due > TODAY
        assert next_date(session, stopped, TODAY) is None


def test_the_next_date_of_one_customer_is_what_the_counts_of_all_say(database: Database) -> None:
    """Nobody else is looked at for it: the two may not drift apart."""
    with database.write() as session:
        ensure_rules(session, now=NOW, today=TODAY)
        session.execute(update(CareRule).values(is_on=False, since=TODAY - 30 * DAY))
        session.execute(update(CareRule).where(CareRule.kind.in_((RuleKind.BIRTHDAY, RuleKind.AFTER_VISIT))).values(is_on=True))
        customers = [add_customer(session, name=f"客 {number}", birthday=PartialDate(1970, 1 + number, 3)) for number in range(6)]
        customers += [add_customer(session, name=f"誕生日なし {number}") for number in range(6)]
        for place, customer in enumerate(customers):
            for ago in range(1 + place % 3):
                add_purchase(session, customer, TODAY - (place * 23 + ago * 41) * DAY)
        add_follow_up(session, customers[-1], FollowUpFields(TODAY + 3 * DAY), now=NOW, today=TODAY)
    start, end = TODAY + DAY, TODAY + 367 * DAY
    with database.read() as session:
        ahead: dict[int, date] = {}
        for day, found in coming(session, start, end, TODAY).items():
            for one in found:
                ahead.setdefault(one.customer_id, day)
        without = without_next_date(session, TODAY)
        for customer in customers[:-1]:
            found_one = next_date(session, customer, TODAY)
            assert found_one is not None
            assert (found_one.rule is None) == (customer in without.customer_ids)
            assert found_one.due == (ahead.get(customer) or without.days[customer])
        assert next_date(session, customers[-1], TODAY) is None
    assert set(without.customer_ids).isdisjoint(ahead)
    assert len(without) > 2 and len(ahead) > 2


def test_open_voices_stand_by_their_promise_and_closed_ones_do_not(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        plain = {"customer_id": customer, "kind": InquiryKind.COMPLAINT, "channel": InquiryChannel.COUNTER}
        for title, state, due in (
            ("later", InquiryState.OPEN, NOW + 2 * DAY),
            ("kept", InquiryState.ANSWERED, None),
            ("first", InquiryState.ANSWERED, NOW + DAY),
            ("closed", InquiryState.CLOSED, NOW),
        ):
            session.add(Inquiry(title=title, state=state, due_at=due, **plain, **MOMENTS))
            session.flush()
        voices = open_voices_of(session, customer)
    assert [(one.title, one.is_waiting) for one in voices] == [("first", True), ("later", True), ("kept", False)]


def test_the_history_tells_voices_suggestions_contracts_and_calls_nobody_took(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        session.add(Contact(customer_id=customer, kind=ContactKind.PHONE, day=TODAY, at=NOW, attempt=Attempt.VOICE_MAIL))
        voice = {"kind": InquiryKind.REQUEST, "state": InquiryState.CLOSED, "channel": InquiryChannel.PHONE}
        session.add(Inquiry(customer_id=customer, title="夜も開けてほしい", cause="人手", **voice, **MOMENTS))
        offer = {"kind": ProposalKind.UP_SELL, "step": ProposalStep.PRESENTED, "outcome": ProposalOutcome.DECLINED, "reason": "高い"}
        session.add(Proposal(customer_id=customer, title="ヘッドスパ", presented_on=TODAY - DAY, created_at=NOW, updated_at=NOW, **offer))
        contract = add_contract(session, customer, ContractFields("月会員", started_on=TODAY - 40 * DAY), now=NOW, today=TODAY)
        end_contract(session, contract.contract_id, day=TODAY, reason="引っ越し", now=NOW, today=TODAY)
        told = [entry for entry in timeline(session, customer) if entry.kind is not TimelineKind.JOINED]
    assert {(entry.kind, entry.title) for entry in told} == {
        (TimelineKind.CONTACT, ""),
        (TimelineKind.INQUIRY, "夜も開けてほしい"),
        (TimelineKind.PROPOSAL, "ヘッドスパ"),
        (TimelineKind.CONTRACT, "月会員"),
    }
    by_kind = {entry.kind: entry for entry in told if entry.kind is not TimelineKind.CONTRACT}
    assert by_kind[TimelineKind.CONTACT].attempt is Attempt.VOICE_MAIL
    assert by_kind[TimelineKind.INQUIRY].voice == (InquiryKind.REQUEST, InquiryState.CLOSED)
    assert by_kind[TimelineKind.INQUIRY].detail == "人手"
    assert (by_kind[TimelineKind.PROPOSAL].day, by_kind[TimelineKind.PROPOSAL].detail) == (TODAY - DAY, "高い")
    assert [entry.day for entry in told if entry.kind is TimelineKind.CONTRACT][-1] == TODAY - 40 * DAY


def test_what_the_program_closed_by_itself_is_no_touch_and_what_was_not_needed_says_so(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        plain = {"customer_id": customer, "due": TODAY, "kind": FollowUpKind.CALL, "source": FollowUpSource.RULE, "created_at": NOW}
        for outcome in (Outcome.NEEDLESS, Outcome.EXPIRED, Outcome.WITHDRAWN, Outcome.NOT_NEEDED, Outcome.DONE):
            session.add(FollowUp(done_on=TODAY, done_at=NOW, outcome=outcome, note=outcome.value, **plain))
        add_follow_up(session, customer, FollowUpFields(TODAY), now=NOW, today=TODAY)
        told = [entry for entry in timeline(session, customer) if entry.kind is TimelineKind.FOLLOW_UP]
    assert {(entry.title, entry.is_skipped) for entry in told} == {("not_needed", True), ("done", False)}
