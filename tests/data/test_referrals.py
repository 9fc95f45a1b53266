"""Who brought whom: points once for both, no circles whichever way it is written, and what it has brought."""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update

from app.domain.codes import (
    Brought,
    CodeUnknown,
    CodeUnreadable,
    NotReferralCode,
    ReferralCircle,
    ReferralOutcome,
    ReferredAlready,
    ReferredOneself,
    piece_code,
    referral_code,
    written,
)
from app.domain.customers import CustomerFields
from app.domain.errors import DomainError
from app.domain.points import EntryKind, PointsUsedAlready, RuleFields
from app.domain.products import GroupFields
from app.domain.purchases import LineFields, PurchaseFields
from app.domain.visits import VisitExtras
from app.models.counter import Referral
from app.models.customer import Customer
from app.models.database import Database
from app.models.shop import Shop
from app.queries.codes import look_up, referral_code_of
from app.queries.customer_page import customer_view
from app.queries.customers import customer_card
from app.queries.points import standing, statement
from app.queries.referrals import referrals_of
from app.services.actions import redo, undo
from app.services.codes import note_referral
from app.services.customers import edit_customer
from app.services.merges import merge_customers
from app.services.points import set_rule
from app.services.products import add_group
from app.services.purchases import delete_visit, edit_visit, record_first_visit, record_visit
from tests.factories import NOW, TODAY, add_customer, add_purchase

RULE = RuleFields(referrer_points=300, referred_points=100)


@pytest.fixture
def three(database: Database) -> tuple[int, int, int]:
    with database.write() as session:
        set_rule(session, RULE, valid_from=None, now=NOW)
        anna, berta, clara = (add_customer(session, name, code=name[0]) for name in ("Anna", "Berta", "Clara"))
    return anna, berta, clara


def _bring(database: Database, referrer: int, referred: int) -> ReferralOutcome:
    with database.write() as session:
        return note_referral(session, written(referral_code_of(session, referrer)), referred, now=NOW, today=TODAY)


def _points(database: Database, *customers: int) -> list[int]:
    with database.read() as session:
        return [standing(session, customer, TODAY).balance for customer in customers]


def test_both_sides_get_their_points_once(database: Database, three: tuple[int, int, int]) -> None:
    anna, berta, clara = three
    assert _bring(database, anna, berta) == ReferralOutcome(anna, "Anna", 300, 100)
    for again in (anna, clara):
        with pytest.raises(ReferredAlready) as refused:
            _bring(database, again, berta)
        assert refused.value.values == {"name": "Anna"}
    assert _points(database, *three) == [300, 100, 0]
    with database.read() as session:
        (entry,) = statement(session, anna)
        assert (entry.kind, entry.points, entry.reason) == (EntryKind.EARN, 300, "Berta")
        view = customer_view(session, berta, TODAY)
        assert view.referrer == (anna, "Anna")
        assert [(change.field, change.after) for change in view.changes] == [("referred_by", "Anna")]


def test_nobody_brings_himself_or_who_brought_him(database: Database, three: tuple[int, int, int]) -> None:
    anna, berta, clara = three
    with pytest.raises(ReferredOneself):
        _bring(database, anna, anna)
    _bring(database, anna, berta)
    _bring(database, berta, clara)
    for below in (berta, clara):
        with pytest.raises(ReferralCircle):
            _bring(database, below, anna)
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Referral)) == 2


def test_the_form_refuses_circles_as_well(database: Database, three: tuple[int, int, int]) -> None:
    anna, berta, clara = three
    _bring(database, anna, berta)
    _bring(database, berta, clara)
    for referrer, error in ((clara, ReferralCircle), (anna, ReferredOneself)):
        with pytest.raises(error) as refused, database.write() as session:
            edit_customer(session, anna, CustomerFields(name="Anna", code="A"), now=NOW, referrer=referrer)
        assert refused.value.field == "referred_by"
    with database.write() as session:
        edit_customer(session, clara, CustomerFields(name="Clara", code="C"), now=NOW, referrer=anna)
    with database.read() as session:
        assert [person.customer_id for person in referrals_of(session, anna).people] == [berta, clara]


def test_who_was_entered_by_hand_as_bringer_gets_the_points_with_the_code(database: Database, three: tuple[int, int, int]) -> None:
    anna, berta, clara = three
    with database.write() as session:
        edit_customer(session, berta, CustomerFields(name="Berta", code="B"), now=NOW, referrer=anna)
    with pytest.raises(ReferredAlready):
        _bring(database, clara, berta)
    assert _points(database, anna, berta) == [0, 0]
    _bring(database, anna, berta)
    assert _points(database, anna, berta) == [300, 100]


@pytest.mark.parametrize(
    ("code", "error"),
    [("", CodeUnreadable), (piece_code(b"x", "1"), NotReferralCode), (referral_code(b"another shop", 3), CodeUnknown)],
)
def test_other_codes_introduce_nobody(database: Database, three: tuple[int, int, int], code: str, error: type[DomainError]) -> None:
    with pytest.raises(error) as refused, database.write() as session:
        note_referral(session, code, three[0], now=NOW, today=TODAY)
    assert refused.value.field == "referral_code"


def test_a_first_visit_with_a_code_is_one_act_that_undo_takes_back_whole(database: Database, three: tuple[int, int, int]) -> None:
    anna = three[0]
    with database.write() as session:
        extras = VisitExtras(referral_code=referral_code_of(session, anna))
        fields = PurchaseFields(day=TODAY, lines=(LineFields(product="カット", unit_price=5000, amount=5000),))
        outcome = record_first_visit(session, CustomerFields(name="Dora"), fields, now=NOW, today=TODAY, extras=extras)
        dora = session.scalars(select(Customer.id).where(Customer.name == "Dora")).one()
    assert _points(database, anna, dora) == [300, 150]
    with database.write() as session:
        undo(session, outcome.action_id, now=NOW)
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Referral)) == 0
        assert session.get(Customer, dora) is None
    assert _points(database, anna) == [0]
    with database.write() as session:
        redo(session, now=NOW)
    assert _points(database, anna, dora) == [300, 150]


FIELDS = PurchaseFields(day=TODAY, lines=(LineFields(product="カット", unit_price=5000, amount=5000),))


def _brought_with_a_visit(database: Database, referrer: int, referred: int) -> int:
    with database.write() as session:
        extras = VisitExtras(referral_code=referral_code_of(session, referrer))
        return record_visit(session, referred, FIELDS, now=NOW, today=TODAY, extras=extras).purchase_id


def _brought_by(database: Database, customer: int) -> int | None:
    with database.read() as session:
        return session.scalar(select(Customer.referred_by_id).where(Customer.id == customer))


def test_with_the_visit_goes_who_was_brought_by_it_and_what_both_got(database: Database, three: tuple[int, int, int]) -> None:
    anna, berta, clara = three
    visit = _brought_with_a_visit(database, anna, berta)
    assert _points(database, *three) == [300, 150, 0]
    with database.write() as session:
        delete_visit(session, visit, now=NOW, today=TODAY)
    assert _points(database, *three) == [0, 0, 0]
    assert _brought_by(database, berta) is None
    with database.write() as session:
        undo(session, now=NOW)
    assert (_points(database, *three), _brought_by(database, berta)) == ([300, 150, 0], anna)
    with database.write() as session:
        redo(session, now=NOW)
    assert _points(database, *three) == [0, 0, 0]
    _brought_with_a_visit(database, clara, berta)
    assert (_points(database, *three), _brought_by(database, berta)) == ([0, 150, 300], clara)


def test_points_of_an_introduction_that_were_used_are_asked_for(database: Database, three: tuple[int, int, int]) -> None:
    anna, berta, _clara = three
    visit = _brought_with_a_visit(database, anna, berta)
    with database.write() as session:
        record_visit(session, anna, replace(FIELDS, points_used=300), now=NOW, today=TODAY)
    with pytest.raises(PointsUsedAlready), database.write() as session:
        delete_visit(session, visit, now=NOW, today=TODAY)
    with database.write() as session:
        delete_visit(session, visit, now=NOW, today=TODAY, allow_negative=True)
    assert _points(database, anna, berta) == [-253, 0]


def test_who_was_known_as_bringer_before_stays_known_when_the_visit_goes(database: Database, three: tuple[int, int, int]) -> None:
    anna, berta, _clara = three
    with database.write() as session:
        edit_customer(session, berta, CustomerFields(name="Berta", code="B"), now=NOW - timedelta(days=1), referrer=anna)
    visit = _brought_with_a_visit(database, anna, berta)
    with database.write() as session:
        delete_visit(session, visit, now=NOW, today=TODAY)
    assert (_points(database, anna, berta), _brought_by(database, berta)) == ([0, 0], anna)


def test_with_the_visit_moves_who_was_brought_by_it(database: Database, three: tuple[int, int, int]) -> None:
    anna, berta, clara = three
    visit = _brought_with_a_visit(database, anna, berta)
    with database.write() as session:
        edit_visit(session, visit, FIELDS, now=NOW + timedelta(minutes=1), today=TODAY, customer_id=clara)
    assert _points(database, *three) == [300, 0, 150]
    assert (_brought_by(database, berta), _brought_by(database, clara)) == (None, anna)
    with database.read() as session:
        said = [(entry.points, entry.reason) for entry in statement(session, anna)]
    assert sorted(said) == [(-300, ""), (300, "Berta"), (300, "Clara")]
    with database.write() as session:
        undo(session, now=NOW)
    assert (_points(database, *three), _brought_by(database, berta)) == ([300, 150, 0], anna)


@pytest.mark.parametrize("to", ["nobody", "the bringer", "a regular"])
def test_nobody_was_brought_when_the_visit_is_of_somebody_who_cannot_have_been(
    database: Database, three: tuple[int, int, int], to: str
) -> None:
    anna, berta, clara = three
    with database.write() as session:
        for ago in (3, 4):
            add_purchase(session, clara, TODAY - timedelta(days=ago), 90)
    visit = _brought_with_a_visit(database, anna, berta)
    with database.write() as session:
        owner = {"nobody": None, "the bringer": anna, "a regular": clara}[to]
        edit_visit(session, visit, FIELDS, now=NOW, today=TODAY, customer_id=owner)
    assert _points(database, *three) == {"nobody": [0, 0, 0], "the bringer": [50, 0, 0], "a regular": [0, 0, 50]}[to]
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Referral)) == 0


def test_without_a_rule_the_tree_is_noted_and_no_points_are_given(database: Database, three: tuple[int, int, int]) -> None:
    with database.write() as session:
        set_rule(session, replace(RULE, is_on=False), valid_from=None, now=NOW)
    assert _bring(database, three[0], three[1]) == ReferralOutcome(three[0], "Anna", 0, 0)
    with database.read() as session:
        assert referrals_of(session, three[0]).direct.count == 1


def test_what_everybody_brought_is_counted_by_the_margin_of_what_they_buy(database: Database, three: tuple[int, int, int]) -> None:
    anna, berta, clara = three
    _bring(database, anna, berta)
    _bring(database, berta, clara)
    with database.write() as session:
        session.execute(update(Shop).values(margin_rate=0.6))
        add_group(session, GroupFields("物販", margin_rate=0.3), now=NOW)
        add_purchase(session, berta, date(2026, 11, 1), 5000)
        goods = LineFields(product="シャンプー", group="物販", unit_price=2000, amount=2000)
        add_purchase(session, clara, date(2026, 11, 2), lines=(goods,))
        add_purchase(session, anna, date(2026, 11, 3), 9000)
    with database.read() as session:
        view = referrals_of(session, anna)
        assert (view.direct, view.indirect) == (Brought(1, 3000), Brought(1, 600))
        told: list[tuple[Any, ...]] = [(row.name, row.level, row.via, row.first_day, row.margin, row.points_given) for row in view.people]
        assert told == [("Berta", 1, "", date(2026, 11, 1), 3000, True), ("Clara", 2, "Berta", date(2026, 11, 2), 600, True)]
        assert referrals_of(session, clara).people == ()


def test_a_circle_from_old_times_ends(database: Database, three: tuple[int, int, int]) -> None:
    anna, berta, clara = three
    with database.write() as session:
        for referred, referrer in ((berta, anna), (anna, berta), (clara, clara)):
            session.execute(update(Customer).where(Customer.id == referred).values(referred_by_id=referrer))
    with database.read() as session:
        assert [row.name for row in referrals_of(session, anna).people] == ["Berta"]
        assert referrals_of(session, clara).people == ()
    with pytest.raises(ReferredAlready):
        _bring(database, anna, clara)


def test_a_personal_code_stays_with_whom_the_record_became(database: Database, three: tuple[int, int, int]) -> None:
    anna, berta, clara = three
    with database.write() as session:
        code = referral_code_of(session, berta)
        merge_customers(session, anna, berta, now=NOW, today=TODAY)
    with database.write() as session:
        assert look_up(session, code, TODAY).customer_id == anna
        assert note_referral(session, code, clara, now=NOW, today=TODAY).referrer_id == anna


def test_however_it_is_tried_the_tree_has_no_circle_and_points_come_once(database: Database, three: tuple[int, int, int]) -> None:
    chance = random.Random(20261120)
    with database.write() as session:
        everybody = [*three, *(add_customer(session, f"Customer {number}") for number in range(5))]
    given = 0
    for _ in range(120):
        referrer, referred = chance.choice(everybody), chance.choice(everybody)
        with suppress(ReferralCircle, ReferredOneself, ReferredAlready), database.write() as session:
            if chance.random() < 0.5:
                note_referral(session, referral_code_of(session, referrer), referred, now=NOW, today=TODAY)
                given += 1
            else:
                fields = customer_card(session, referred).fields
                edit_customer(session, referred, fields, now=NOW, referrer=chance.choice([referrer, None]))
        with database.read() as session:
            brought = {row.id: row.referred_by_id for row in session.execute(select(Customer.id, Customer.referred_by_id))}
        for start in everybody:
            above, steps = brought[start], 0
            while above is not None:
                above, steps = brought[above], steps + 1
                assert steps <= len(everybody)
    assert given >= 5
    assert sum(_points(database, *everybody)) == given * 400
