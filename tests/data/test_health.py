"""Health and status of customers, from rows as the services leave them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import numpy as np
import pytest
from sqlalchemy.orm import Session

from app.analytics.health import NO_SCORE
from app.domain.contracts import ContractEventKind, ContractKind, PriceEvery
from app.domain.customer_rows import CustomerFilter
from app.domain.figures import NotSeenLately, ReachOut, WithChip
from app.domain.group_specs import ConditionKind
from app.domain.groups import Condition
from app.domain.health import VOICES, HealthPart, VoiceState
from app.domain.inquiries import Closing, InquiryChannel, InquiryKind, InquiryState, Seat
from app.domain.periods import add_months
from app.domain.purchases import LineFields
from app.domain.ready_groups import all_of
from app.domain.status import Chip, Phase, ReasonKind
from app.domain.surveys import Answer
from app.models.contracts import Contract, ContractEvent
from app.models.database import Database
from app.models.health_rows import renewals_on, voices_on
from app.models.inquiries import Inquiry
from app.queries.customers import count_of, list_rows
from app.queries.groups import evaluate
from app.queries.health import falling, health_of, health_scores, high_scores
from app.queries.people import people_behind
from app.queries.standing import customer_facts, statuses
from app.services import health as service
from app.services.customers import archive_customer
from app.services.inquiries import close_inquiry, reopen_inquiry
from app.services.survey_responses import record_response
from tests.factories import NOW, TODAY, add_customer, add_purchase
from tests.surveys import add_survey, answered, nps

MONTH_AGO = add_months(TODAY, -1)


def instant(day: date) -> datetime:
    return datetime.combine(day, time(3), UTC)


def add_inquiry(session: Session, customer_id: int | None, received: date, **more: Any) -> Inquiry:
    closed = more.pop("closed", None)
    fields: dict[str, Any] = {"kind": InquiryKind.COMPLAINT, "state": InquiryState.OPEN, "title": "待ち時間"} | more
    if closed is not None:
        fields |= {"state": InquiryState.CLOSED, "closed_at": instant(closed)}
    row = Inquiry(
        customer_id=customer_id, channel=InquiryChannel.PHONE, received_at=instant(received), created_at=NOW, updated_at=NOW, **fields
    )
    session.add(row)
    session.flush()
    return row


def add_contract(session: Session, customer_id: int, renews: date | None, **more: Any) -> Contract:
    fields: dict[str, Any] = {"started_on": date(2024, 4, 1), "term_months": 12} | more
    row = Contract(
        customer_id=customer_id, kind=ContractKind.PLAN, plan="保守", renews_on=renews, price_every=PriceEvery.YEAR,
        created_at=NOW, updated_at=NOW, **fields,
    )  # fmt: skip
    session.add(row)
    session.flush()
    return row


def visits(session: Session, customer_id: int, *days_ago: int, group: str = "", first: date = TODAY) -> None:
    for days in days_ago:
        line = LineFields(product=f"品{group}", group=group, unit_price=5000, amount=5000)
        add_purchase(session, customer_id, first - timedelta(days=days), lines=(line,))


@pytest.fixture
def shop(database: Database) -> dict[str, int]:
    """Everything the score is made from, and people of whom little is known."""
    with database.write() as session:
        ids = {name: add_customer(session, name) for name in ("吉田", "佐藤", "高橋", "山本", "渡辺", "伊藤")}
        visits(session, ids["吉田"], 70, 105, 140, 175, 210, 245, group="カット")
        visits(session, ids["佐藤"], 0, 30, 60, 90, 120, 150, 180, 210, group="カット")
        visits(session, ids["佐藤"], 30, 60, group="カラー")
        visits(session, ids["佐藤"], 400, group="物販")
        visits(session, ids["高橋"], 12)
        visits(session, ids["山本"], 300, 310)
        survey = add_survey(session)
        given: tuple[tuple[str, date, tuple[Answer, ...]], ...] = (
            ("吉田", TODAY - timedelta(days=69), (Answer("staff", ("3",)),)),
            ("佐藤", TODAY - timedelta(days=300), (nps(2),)),
            ("佐藤", TODAY - timedelta(days=3), (nps(9), Answer("staff", ("1",)))),
            ("高橋", TODAY - timedelta(days=366), (nps(1),)),
        )
        for name, day, answers in given:
            record_response(session, answered(survey, *answers, day=day, customer_id=ids[name]), now=NOW, today=TODAY)
        add_inquiry(session, ids["高橋"], TODAY - timedelta(days=5), kind=InquiryKind.REQUEST)
        add_inquiry(session, ids["山本"], TODAY - timedelta(days=120), closed=TODAY - timedelta(days=20))
        add_contract(session, ids["渡辺"], TODAY + timedelta(days=45))
        renewed = add_contract(session, ids["佐藤"], TODAY + timedelta(days=360))
        for days in (5, 3):
            event = {"kind": ContractEventKind.RENEWED, "day": TODAY - timedelta(days=days), "at": NOW - timedelta(days=days)}
            session.add(ContractEvent(contract_id=renewed.id, **event))
        return ids


def test_one_customer_and_all_of_them_agree_on_every_day(database: Database, shop: dict[str, int]) -> None:
    for day in (TODAY, MONTH_AGO, TODAY - timedelta(days=200)):
        with database.read() as session:
            scores = health_scores(session, day)
            for customer in shop.values():
                if day == TODAY:
                    view = health_of(session, customer, day)
                    place = np.flatnonzero(scores.customer == customer)
                    assert [view.score] == [None if s == NO_SCORE else s for s in scores.score[place]] or (
                        view.score is None and not len(place)
                    )
                    if len(place):
                        assert view.known == scores.known[place[0]]
                        shown = [np.nan if part.value is None else part.value for part in view.parts]
                        assert np.array_equal(shown, scores.parts[place[0]], equal_nan=True)
            with_changes = service.scores_on(session, (day,))[0]
            assert np.array_equal(with_changes.score, scores.score)


def test_a_score_with_its_parts_and_the_month_before(database: Database, shop: dict[str, int]) -> None:
    with database.read() as session:
        view = health_of(session, shop["吉田"], TODAY)
    values = {part.part: part.value for part in view.parts}
    # Usually every 35 days, now 70; one visit in 90 days against three before; one group of the two there are; satisfied 3 of 5.
    assert values[HealthPart.RECENCY] == pytest.approx(100 / 3)
    assert values[HealthPart.FREQUENCY] == pytest.approx(37.5)
    assert values[HealthPart.BREADTH] == pytest.approx(50)
    assert values[HealthPart.SURVEY] == pytest.approx(50)
    assert values[HealthPart.INQUIRIES] is values[HealthPart.RENEWAL] is None
    assert (view.known, view.of) == (4, 6)
    # (.30 x 33.33 + .15 x 37.5 + .10 x 50 + .15 x 50) / .70 = 40.18
    assert view.score == 40
    # A month before it was 39 days: 92.4; two visits of 90 days against three before: 56.25; the group 50; the answer 50: 69.5.
    assert view.before == 70
    assert view.reasons == (HealthPart.RECENCY, HealthPart.FREQUENCY)


def test_each_part_is_of_its_own_day(database: Database, shop: dict[str, int]) -> None:
    with database.read() as session:
        sato, takahashi, yamamoto, watanabe, ito = (
            health_of(session, shop[name], TODAY) for name in ("佐藤", "高橋", "山本", "渡辺", "伊藤")
        )
        before = health_scores(session, MONTH_AGO)
    assert (sato.facts.nps, sato.facts.satisfaction, sato.facts.groups, sato.facts.groups_sold) == (9, None, 2, 2)
    assert sato.facts.to_renewal == 360
    assert takahashi.facts.voice is VoiceState.OPEN_VOICE
    assert takahashi.facts.nps is None, "more than a year ago"
    assert yamamoto.facts.voice is VoiceState.OLD_COMPLAINT
    assert (watanabe.score, watanabe.known) == (50, 1)
    assert ito.score is None
    at = {name: before.parts[np.flatnonzero(before.customer == shop[name])[0]] for name in ("佐藤", "山本", "渡辺")}
    assert at["山本"][3] == 0, "the complaint was open then"
    assert at["佐藤"][4] == pytest.approx(100 * 26 / 90), "it was renewed since, twice"
    assert at["佐藤"][5] == 20, "the newer answer came later"
    assert at["渡辺"][4] == pytest.approx(100 * 76 / 90)


def test_what_is_entered_later_changes_no_past_day_but_its_own(database: Database, shop: dict[str, int]) -> None:
    with database.read() as session:
        before = health_scores(session, MONTH_AGO)
    with database.write() as session:
        visits(session, shop["高橋"], 3, group="カラー")
        add_inquiry(session, shop["吉田"], TODAY)
        add_contract(session, shop["吉田"], TODAY + timedelta(days=90), started_on=TODAY - timedelta(days=2))
    with database.read() as session:
        again = health_scores(session, MONTH_AGO)
        assert np.array_equal(again.customer, before.customer)
        assert np.array_equal(again.parts, before.parts, equal_nan=True)
        assert health_of(session, shop["吉田"], TODAY).facts.voice is VoiceState.OPEN_COMPLAINT


def test_who_is_falling_and_who_stands_high(database: Database, shop: dict[str, int]) -> None:
    with database.read() as session:
        found = falling(session, TODAY, 15)
        assert (shop["吉田"], 70, 40) in found
        assert found == service.falling(session, TODAY, 15)
        assert (shop["吉田"], 70, 40) not in falling(session, TODAY, 31)
        assert shop["佐藤"] in high_scores(session, TODAY)
        assert shop["吉田"] not in high_scores(session, TODAY)
    with database.write() as session:
        for name in ("吉田", "佐藤"):
            archive_customer(session, shop[name], now=NOW)
    with database.read() as session:
        assert shop["吉田"] not in [customer for customer, _, _ in falling(session, TODAY, 15)]
        assert shop["佐藤"] not in high_scores(session, TODAY)


def test_an_open_complaint_is_attention_everywhere(database: Database, shop: dict[str, int]) -> None:
    with database.read() as session:
        assert customer_facts(session, shop["佐藤"], TODAY).status.chip is Chip.FINE
        count = count_of(session, TODAY, CustomerFilter.ATTENTION)
    with database.write() as session:
        rows = [add_inquiry(session, shop[name], TODAY - timedelta(days=4)) for name in ("佐藤", "伊藤")]
        add_inquiry(session, shop["高橋"], TODAY - timedelta(days=9), kind=InquiryKind.OPINION)
        numbers = [row.id for row in rows]
    attention = all_of(Condition(ConditionKind.STATE, "yes", {"state": Chip.ATTENTION.value}))
    prospects = all_of(Condition(ConditionKind.STATE, "yes", {"state": Chip.PROSPECT.value}))
    with database.read() as session:
        status = customer_facts(session, shop["佐藤"], TODAY).status
        assert (status.phase, status.chip, status.reason.kind) == (Phase.AT_RISK, Chip.ATTENTION, ReasonKind.OPEN_COMPLAINT)
        assert status.since == TODAY - timedelta(days=4)
        assert customer_facts(session, shop["伊藤"], TODAY).status.chip is Chip.ATTENTION
        assert customer_facts(session, shop["高橋"], TODAY).status.chip is Chip.FINE
        rows_shown = {row.id: row.chip for row in list_rows(session, list(shop.values()), TODAY)}
        assert rows_shown[shop["佐藤"]] is rows_shown[shop["伊藤"]] is Chip.ATTENTION
        assert count_of(session, TODAY, CustomerFilter.ATTENTION) == count + 2
        named = people_behind(session, WithChip((Chip.ATTENTION,), TODAY))
        assert {shop["佐藤"], shop["伊藤"]} <= set(named)
        assert set(evaluate(session, attention, TODAY).tolist()) == set(named)
        assert shop["伊藤"] not in evaluate(session, prospects, TODAY)
        not_seen = set(people_behind(session, NotSeenLately(TODAY)))
        assert shop["佐藤"] in not_seen
        assert shop["伊藤"] not in not_seen, "never seen yet"
        assert not {shop["佐藤"], shop["伊藤"]} & set(people_behind(session, ReachOut(TODAY))), (
            "answered first, before a card says they are missed"
        )
    with database.write() as session:
        for number in numbers:
            row = session.get(Inquiry, number)
            assert row is not None
            row.state, row.closed_at = InquiryState.CLOSED, NOW
    with database.read() as session:
        assert customer_facts(session, shop["佐藤"], TODAY).status.chip is Chip.FINE
        assert statuses(session, TODAY).chip_of(shop["伊藤"]) is Chip.PROSPECT


def test_since_when_a_status_holds(database: Database, shop: dict[str, int]) -> None:
    with database.read() as session:
        found = {name: customer_facts(session, number, TODAY).status for name, number in shop.items()}
        for name, number in shop.items():
            since = found[name].since
            if since is not None and since > TODAY - timedelta(days=60):
                chips = [customer_facts(session, number, day).status.chip for day in (since, since - timedelta(days=1))]
                assert chips[0] is found[name].chip
                assert found[name].chip is Chip.FINE or chips[1] is not chips[0], name
    assert found["吉田"].chip is Chip.ATTENTION
    assert found["吉田"].since == TODAY, "twice 35 days after the last visit"
    assert found["佐藤"].since == TODAY
    assert found["渡辺"].since is None


def test_a_contract_whose_end_is_known_is_not_to_be_renewed(database: Database) -> None:
    """Notice was given ten days ago: from then on the renewal says nothing; before, nobody knew."""
    with database.write() as session:
        customer = add_customer(session)
        contract = add_contract(session, customer, TODAY + timedelta(days=200), ended_on=TODAY + timedelta(days=20))
        notice = NOW - timedelta(days=10)
        session.add(ContractEvent(contract_id=contract.id, kind=ContractEventKind.CANCELLED, day=contract.ended_on, at=notice))
    with database.read() as session:
        assert renewals_on(session, TODAY) == renewals_on(session, TODAY, customer) == {}
        assert renewals_on(session, TODAY - timedelta(days=30)) == {customer: 230}


def test_a_complaint_that_was_opened_again_was_closed_in_between(database: Database) -> None:
    """Closed twenty days ago, opened again ten days ago."""
    with database.write() as session:
        customer, seat = add_customer(session), Seat("田中 美咲", "")
        number = add_inquiry(session, customer, TODAY - timedelta(days=40)).id
        closed, again = NOW - timedelta(days=20), NOW - timedelta(days=10)
        close_inquiry(session, number, Closing("待ち時間"), seat, now=closed, today=closed.date())
        reopen_inquiry(session, number, by="", now=again)
    with database.read() as session:
        said = [VOICES[voices_on(session, TODAY - timedelta(days=days))[customer]] for days in (30, 15, 5)]
        assert said == [VoiceState.OPEN_COMPLAINT, VoiceState.FRESH_COMPLAINT, VoiceState.OPEN_COMPLAINT]
        assert voices_on(session, TODAY - timedelta(days=15), customer) == {customer: VOICES.index(VoiceState.FRESH_COMPLAINT)}
