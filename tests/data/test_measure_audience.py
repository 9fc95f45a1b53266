"""For whom a measure is: the ready-made lists, who is left out and why, and that the print house leaves out nobody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from app.domain.customers import Consent, PartialDate
from app.domain.group_specs import ConditionKind
from app.domain.groups import Condition, CustomerGroupGone, GroupRules
from app.domain.measure_audience import AudienceFigure, LeftOutReason, PersonFacts, bought_group, recipe_audience
from app.domain.measures import Arm, Audience, AudiencePlan, MeasureChannel, MeasureKind, MeasurePlan
from app.domain.offers import Offer, OfferKind
from app.domain.print_runs import PrintSettings
from app.domain.purchases import LineFields
from app.models.database import Database
from app.queries.measures import people_of
from app.queries.shop import shop_fields
from app.reports.card_runs import check_list, people_for
from app.reports.measures import audience, start_measure
from app.services.customers import archive_customer, mark_customer
from app.services.groups import add_group
from app.services.measures import link_run, save_draft
from app.services.merges import merge_customers
from app.services.prints import record_print_run
from tests.data.test_measures import cards_for
from tests.factories import NOW, TODAY, add_customer, add_purchase

R = LeftOutReason
HOME = {"postal_code": "150-0002", "prefecture": "東京都", "city": "渋谷区", "street": "渋谷1-2-3"}


def chosen(ids: list[int], channel: MeasureChannel = MeasureChannel.POSTCARD, **fields: Any) -> MeasurePlan:
    return MeasurePlan(name="秋のおかえり", audience=AudiencePlan(Audience.CHOSEN, customer_ids=tuple(ids)), channel=channel, **fields)


def figure(which: AudienceFigure | str, channel: MeasureChannel = MeasureChannel.LIST) -> MeasurePlan:
    return MeasurePlan(name="秋のおかえり", audience=AudiencePlan(Audience.FIGURE, figure=str(which)), channel=channel)


def listed(session: Session, plan: MeasurePlan) -> list[int]:
    return [one.customer_id for one in audience(session, plan, TODAY).people]


def visited(session: Session, *days_ago: int, name: str = "渡辺 真理", **fields: Any) -> int:
    number = add_customer(session, name, **(HOME | fields))
    for days in days_ago:
        add_purchase(session, number, TODAY - timedelta(days=days))
    return number


def test_a_list_says_how_lately_and_often_each_bought(database: Database) -> None:
    with database.write() as session:
        regular = visited(session, 10, 40, 70, 400)
        never = visited(session)
        view = audience(session, chosen([regular, never], MeasureChannel.LIST), TODAY)
    assert (view.chosen, view.left_out) == (2, {})
    first, second = view.people
    assert (first.customer_id, first.days_since, first.visits_365, first.sales_365) == (regular, 10, 3, 15_000)
    assert 1 <= first.recency <= 5
    assert 1 <= first.frequency <= 5
    assert second == PersonFacts(never)


def test_the_ready_made_lists(database: Database) -> None:
    colour = (LineFields(product="カラー", group="カラー", unit_price=8000, amount=8000),)
    with database.write() as session:
        away, just, once = visited(session, 95, 300), visited(session, 10), visited(session, 89)
        often = visited(session, *range(20, 365, 15))
        born = visited(session, 5, birthday=PartialDate(1970, 12, 24))
        coloured = visited(session)
        add_purchase(session, coloured, TODAY - timedelta(days=200), lines=colour)
        late = visited(session, 80, 100, 120, 140)
        gone = visited(session, 200)
        archive_customer(session, gone, now=NOW)
        everybody = {away, just, once, often, born, coloured, late}
        expected = {
            AudienceFigure.NOT_SEEN_90: {away, coloured},
            AudienceFigure.BIRTHDAY_NEXT_MONTH: {born},
            AudienceFigure.EVERYBODY: everybody,
            AudienceFigure.NEWCOMERS: {just, born},
            bought_group("カラー"): {coloured},
            "no such list": set(),
        }
        for which, people in expected.items():
            assert set(listed(session, figure(which))) == people, which
        assert late in listed(session, figure(AudienceFigure.OVERDUE))
        assert just not in listed(session, figure(AudienceFigure.OVERDUE))
        assert once in listed(session, figure(AudienceFigure.SECOND_VISIT))
        assert often in listed(session, figure(AudienceFigure.REGULARS))


@pytest.mark.parametrize("kind", MeasureKind)
def test_each_recipe_begins_with_a_list_that_is_known(database: Database, kind: MeasureKind) -> None:
    with database.write() as session:
        visited(session, 10)
        plan = MeasurePlan(name="x", kind=kind, audience=recipe_audience(kind), channel=MeasureChannel.LIST)
        assert plan.audience.figure in list(AudienceFigure)
        assert audience(session, plan, TODAY).chosen <= 1


def test_a_group_of_the_shop_is_asked_as_it_is_today(database: Database) -> None:
    rules = GroupRules(((Condition(ConditionKind.VISITS, "least", {"times": 2}),),))
    with database.write() as session:
        twice, _once = visited(session, 10, 20), visited(session, 10)
        group = add_group(session, "二回以上", rules, now=NOW).group_id
        plan = MeasurePlan(audience=AudiencePlan(Audience.GROUP, group_id=group), channel=MeasureChannel.LIST)
        assert listed(session, plan) == [twice]
        assert listed(session, replace(plan, audience=AudiencePlan())) == []
        with pytest.raises(CustomerGroupGone):
            audience(session, replace(plan, audience=AudiencePlan(group_id=99)), TODAY)


def test_chosen_records_that_were_made_one_stand_there_once(database: Database) -> None:
    with database.write() as session:
        keep, gone, other = (visited(session, name=name) for name in ("一 子", "二 子", "三 子"))
        merge_customers(session, keep, gone, now=NOW, today=TODAY)
        assert listed(session, chosen([other, gone, 999], MeasureChannel.LIST)) == [keep, other]
        assert listed(session, chosen([gone, keep], MeasureChannel.LIST)) == [keep]


POST: list[tuple[dict[str, Any], LeftOutReason | None]] = [
    ({}, None),
    ({"is_deceased": True}, R.GONE),
    ({"do_not_contact": True}, R.REFUSED),
    ({"do_not_contact": True, "bad_address": True}, R.REFUSED),
    ({"post_consent": Consent.NO}, R.REFUSED),
    ({"mourning_until": TODAY}, R.MOURNING),
    ({"bad_address": True}, R.ADDRESS),
    ({"street": "渋谷"}, R.ADDRESS),
    ({"postal_code": "", "prefecture": "", "city": "", "street": ""}, R.ADDRESS),
    ({"postal_code": ""}, None),
    ({"building": "とても長い建物の名前" * 30}, R.UNPRINTABLE),
    ({"email_consent": Consent.NO}, None),
]


@pytest.mark.parametrize(("fields", "reason"), POST)
def test_by_post_the_rules_of_the_print_house_hold(database: Database, fields: dict[str, Any], reason: LeftOutReason | None) -> None:
    with database.write() as session:
        number = visited(session, 100, **fields)
        view = audience(session, chosen([number]), TODAY)
    assert dict(view.left_out) == ({} if reason is None else {reason: (number,)})
    assert view.count == (reason is None)


OTHERS: list[tuple[MeasureChannel, dict[str, Any], LeftOutReason | None]] = [
    (MeasureChannel.CALLS, {"phone": "03-0000-0001"}, None),
    (MeasureChannel.CALLS, {"mobile": "090-0000-0001", "post_consent": Consent.NO}, None),
    (MeasureChannel.CALLS, {}, R.NO_CONTACT),
    (MeasureChannel.CALLS, {"do_not_contact": True}, R.REFUSED),
    (MeasureChannel.CALLS, {"phone": "03-0000-0001", "mourning_until": TODAY}, R.MOURNING),
    (MeasureChannel.EMAIL, {"email": "a@example.com", "email_consent": Consent.YES}, None),
    (MeasureChannel.EMAIL, {"email": "a@example.com"}, R.NO_CONSENT),
    (MeasureChannel.EMAIL, {"email": "a@example.com", "email_consent": Consent.NO}, R.REFUSED),
    (MeasureChannel.EMAIL, {"email_consent": Consent.YES}, R.NO_CONTACT),
    (MeasureChannel.POINTS, {"bad_address": True}, None),
    (MeasureChannel.POINTS, {"is_deceased": True}, R.GONE),
    (MeasureChannel.LIST, {"street": ""}, None),
]


@pytest.mark.parametrize(("channel", "fields", "reason"), OTHERS)
def test_each_way_of_reaching_somebody_asks_what_it_needs(
    database: Database, channel: MeasureChannel, fields: dict[str, Any], reason: LeftOutReason | None
) -> None:
    with database.write() as session:
        number = visited(session, 100, **fields)
        view = audience(session, chosen([number], channel), TODAY)
    assert dict(view.left_out) == ({} if reason is None else {reason: (number,)})


def test_a_household_gets_one_piece(database: Database) -> None:
    with database.write() as session:
        first = visited(session, 100, name="渡辺 真理")
        second = visited(session, 100, name="渡辺 健")
        view = audience(session, chosen([first, second]), TODAY)
        assert audience(session, chosen([first, second], MeasureChannel.CALLS), TODAY).count == 0
    assert view.count == 1
    (left,) = view.left_out[R.SAME_HOUSEHOLD]
    assert {left, view.people[0].customer_id} == {first, second}


def test_the_next_of_a_household_is_addressed_while_the_first_is_in_another_measure(database: Database) -> None:
    with database.write() as session:
        first, second = visited(session, 100, name="渡辺 真理"), visited(session, 100, name="渡辺 健")
        addressee = audience(session, chosen([first, second]), TODAY).people[0].customer_id
        number = save_draft(session, None, chosen([addressee], MeasureChannel.LIST), now=NOW).measure_id
        start_measure(session, number, language="ja", now=NOW, today=TODAY)
        assert listed(session, chosen([first, second])) == [first + second - addressee]


def test_whoever_had_post_lately_waits(database: Database) -> None:
    with database.write() as session:
        number = visited(session, 100)
        record_print_run(session, cards_for([number]), now=NOW, today=TODAY)
        later = TODAY + timedelta(days=6)
        assert audience(session, chosen([number]), later).left_out == {R.MAILED_LATELY: (number,)}
        assert audience(session, chosen([number]), later + timedelta(days=1)).count == 1


def test_whoever_is_in_another_running_measure_is_left_out_before(database: Database) -> None:
    with database.write() as session:
        ids = [visited(session, 100, name=f"客 {number}子", street=f"渋谷{number}-1") for number in range(1, 5)]
        first = save_draft(session, None, chosen(ids[:2], MeasureChannel.LIST), now=NOW).measure_id
        start_measure(session, first, language="ja", now=NOW, today=TODAY)
        for channel in (MeasureChannel.LIST, MeasureChannel.POSTCARD):
            view = audience(session, chosen(ids, channel), TODAY)
            assert view.left_out == {R.OTHER_MEASURE: tuple(ids[:2])}
            assert [one.customer_id for one in view.people] == ids[2:]
        assert audience(session, chosen(ids, sent_on=TODAY + timedelta(days=60)), TODAY).count == 4
        assert audience(session, chosen(ids), TODAY, measure_id=first).count == 4


def test_an_offer_still_being_typed_leaves_nobody_out(database: Database) -> None:
    with database.write() as session:
        number = visited(session, 100)
        half = Offer(OfferKind.PERCENT, 0)
        assert audience(session, chosen([number], offer=half), TODAY).count == 1
        assert audience(session, chosen([number], MeasureChannel.LETTER, offer=half), TODAY).count == 1


def test_a_start_draws_among_those_that_are_left_and_their_cards_are_all_printed(database: Database) -> None:
    with database.write() as session:
        ids = [visited(session, 100, name=f"客 {number}子", street=f"渋谷{number}-1") for number in range(1, 9)]
        stopped = visited(session, 100, do_not_contact=True)
        number = save_draft(session, None, chosen([*ids, stopped]), now=NOW).measure_id
        made = start_measure(session, number, language="ja", now=NOW, today=TODAY)
        assert (len(made.sent), len(made.held), made.left_out) == (4, 4, 1)
        assert {*made.sent, *made.held} == set(ids)
        assert people_of(session, number, Arm.SENT) == made.sent
        card = PrintSettings().card(shop_fields(session), "ja", TODAY)
        assert not any(line.is_stopped for line in check_list(people_for(session, made.sent, TODAY), PrintSettings(), card))
        link_run(session, number, record_print_run(session, cards_for(made.sent), now=NOW, today=TODAY).run_id)


def test_what_changed_on_a_record_counts_at_once(database: Database) -> None:
    with database.write() as session:
        number = visited(session, 100)
    with database.read() as session:
        assert audience(session, chosen([number]), TODAY).count == 1
    with database.write() as session:
        mark_customer(session, number, now=NOW, do_not_contact=True)
    with database.read() as session:
        assert audience(session, chosen([number], window_days=30), TODAY).left_out == {R.REFUSED: (number,)}
