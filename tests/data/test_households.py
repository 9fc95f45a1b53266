"""Households: joined and left as acts that can be taken back, proposed by the program, kept to when post is planned."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.customer_rules import CustomerGone
from app.domain.customers import Consent, CustomerKind
from app.domain.households import CompanyInHousehold, HouseholdChanged, HouseholdOfOne
from app.domain.print_problems import PrintProblem
from app.domain.print_runs import Candidate, PlanLine, PrintSettings
from app.models.customer import Customer, Household
from app.models.database import Database
from app.queries.households import household_of
from app.queries.prints import candidates
from app.queries.shop import shop_fields
from app.queries.timeline import changes_of
from app.reports.card_runs import check_list
from app.services import households as service
from app.services.actions import redo, undo
from app.services.merges import merge_customers
from tests.factories import NOW, TODAY, add_customer

HOME = {"postal_code": "150-0002", "prefecture": "東京都", "city": "渋谷区", "street": "渋谷1-2-3"}


@pytest.fixture
def family(database: Database) -> list[int]:
    with database.write() as session:
        return [add_customer(session, name, **HOME) for name in ("渡辺 真理", "渡辺 健", "渡辺 恵")]


def _join(database: Database, *ids: int) -> int:
    with database.write() as session:
        return service.join_household(session, ids, now=NOW).action_id


def _members(session: Session, customer_id: int) -> list[int]:
    return [member.id for member in household_of(session, customer_id).members]


def _asked(database: Database, *ids: int, day: date = TODAY) -> list[Candidate]:
    with database.read() as session:
        return candidates(session, ids, day)


def _names(people: list[Candidate]) -> dict[int, tuple[str, ...]]:
    return {one.customer_id: one.recipient.joint_names for one in people if one.recipient.joint_names}


def test_joining_and_leaving_can_be_taken_back_and_done_again(database: Database, family: list[int]) -> None:
    a, b, c = family
    first, second = _join(database, a, b), _join(database, a, c)
    with database.write() as session:
        assert _members(session, b) == [a, b, c]
        assert {(row.field, row.before, row.after) for row in changes_of(session, b)} == {
            ("household", "", "渡辺 真理"),
            ("household", "渡辺 真理", "渡辺 真理、渡辺 恵"),
        }
        undo(session, second, now=NOW)
        assert _members(session, a) == [a, b]
        undo(session, first, now=NOW)
        assert (_members(session, a), session.scalar(select(func.count()).select_from(Household))) == ([], 0)
    with database.write() as session:
        redo(session, now=NOW)
        assert _members(session, a) == [a, b]


def test_a_household_of_one_is_none(database: Database, family: list[int]) -> None:
    a, b, c = family
    _join(database, a, b, c)
    with database.write() as session:
        service.leave_household(session, a, now=NOW)
        assert _members(session, b) == [b, c]
        assert [session.get_one(Customer, number).household_place for number in family] == [0, 1, 2]
        action = service.leave_household(session, c, now=NOW)
        assert session.scalar(select(func.count()).select_from(Household)) == 0
        assert [session.get_one(Customer, number).household_id for number in family] == [None] * 3
        assert service.leave_household(session, c, now=NOW) is None
    with database.write() as session:
        undo(session, action, now=NOW)
        assert _members(session, b) == [b, c]


def test_who_joins_another_household_leaves_the_former(database: Database, family: list[int]) -> None:
    a, b, c = family
    with database.write() as session:
        other = add_customer(session, "林 花子")
    _join(database, a, b)
    _join(database, c, other)
    action = _join(database, a, other)
    with database.write() as session:
        assert (_members(session, a), _members(session, c)) == ([a, b, other], [])
        undo(session, action, now=NOW)
        assert (_members(session, a), _members(session, c)) == ([a, b], [c, other])


def test_the_order_says_who_is_addressed(database: Database, family: list[int]) -> None:
    a, b, c = family
    _join(database, a, b, c)
    with database.write() as session:
        assert service.order_household(session, [a, b, c], now=NOW) is None
        action = service.order_household(session, [c, a, b], now=NOW)
        assert _members(session, a) == [c, a, b]
    assert _names(_asked(database, a, b, c)) == {c: ("真理", "健")}
    with database.write() as session:
        undo(session, action, now=NOW)
        for wrong in ([a, b], [a, b, b], []):
            with pytest.raises(HouseholdChanged):
                service.order_household(session, wrong, now=NOW)


def test_what_cannot_be_a_household(database: Database, family: list[int]) -> None:
    with database.write() as session:
        company = add_customer(session, "渡辺商店", kind=CustomerKind.COMPANY, company="渡辺商店")
        for ids, error in (([family[0]] * 2, HouseholdOfOne), ([family[0], company], CompanyInHousehold), ([family[0], 999], CustomerGone)):
            with pytest.raises(error):
                service.join_household(session, ids, now=NOW)
        assert household_of(session, company).proposed == ()


def test_the_same_name_at_the_same_address_is_proposed(database: Database, family: list[int]) -> None:
    with database.write() as session:
        near = add_customer(session, "渡邊 誠", **(HOME | {"street": "渋谷1丁目2番3号"}))
        for fields in ({"street": "渋谷12-3"}, {"building": "青葉荘"}, {"city": "目黒区"}):
            add_customer(session, "渡辺 隆", **(HOME | fields))
        add_customer(session, "林 花子", **HOME)
        add_customer(session, "渡辺 学", kind=CustomerKind.COMPANY, **HOME)
        found = household_of(session, family[0])
        assert ({member.id for member in found.proposed}, found.members) == ({family[1], family[2], near}, ())
    _join(database, family[0], family[1])
    with database.read() as session:
        assert {member.id for member in household_of(session, family[0]).proposed} == {family[2], near}


def test_one_piece_goes_to_those_joined_by_hand_wherever_they_live(database: Database, family: list[int]) -> None:
    with database.write() as session:
        child = add_customer(session, "林 花子", city="大阪市", street="北区1-2")
    _join(database, family[0], child)
    people = _asked(database, child, *family)
    assert _names(people) == {family[0]: ("林 花子", "健", "恵")}
    assert [PrintProblem.SAME_HOUSEHOLD in one.marks for one in people] == [True, False, True, True]


def test_only_who_is_asked_for_is_named(database: Database, family: list[int]) -> None:
    _join(database, *family)
    assert _names(_asked(database, family[1])) == {}
    assert _names(_asked(database, family[1], family[2])) == {family[1]: ("恵",)}


STOPS: list[dict[str, Any]] = [
    {"do_not_contact": True},
    {"post_consent": Consent.NO},
    {"is_deceased": True},
    {"mourning_until": TODAY + timedelta(days=10)},
]


@pytest.mark.parametrize("stop", STOPS)
@pytest.mark.parametrize("is_by_hand", [True, False])
def test_a_stop_keeps_a_name_off_every_card_of_the_household(database: Database, stop: dict[str, Any], *, is_by_hand: bool) -> None:
    with database.write() as session:
        mother = add_customer(session, "渡辺 真理", joint_names=("健", "渡辺 健", "太郎"), **HOME)
        father = add_customer(session, "渡辺 健", **HOME, **stop)
        if is_by_hand:
            service.join_household(session, [father, mother], now=NOW)
    for asked in ((mother,), (father, mother)):
        people = _asked(database, *asked)
        assert _names(people) == {mother: ("太郎",)}
        assert people[-1].home.is_mourning == ("mourning_until" in stop)


@pytest.mark.parametrize("typed", ["花子", "林 花子"])
def test_a_typed_name_is_left_out_also_when_its_owner_lives_elsewhere_and_wants_no_post(database: Database, typed: str) -> None:
    with database.write() as session:
        father = add_customer(session, "林 一郎", joint_names=(typed, "次郎"), **HOME)
        other = add_customer(session, "森 一郎", joint_names=("花子",), **(HOME | {"street": "渋谷8-8"}))
        add_customer(session, "林 花子", post_consent=Consent.NO, **(HOME | {"street": "恵比寿5-5"}))
    assert _names(_asked(database, father, other)) == {father: ("次郎",), other: ("花子",)}


def test_mourning_ends(database: Database, family: list[int]) -> None:
    with database.write() as session:
        session.get_one(Customer, family[0]).mourning_until = TODAY
    assert [one.home.is_mourning for one in _asked(database, *family)] == [True] * 3
    assert [one.home.is_mourning for one in _asked(database, *family, day=TODAY + timedelta(days=1))] == [False] * 3


def _plan(database: Database, ids: list[int], settings: PrintSettings) -> tuple[PlanLine, ...]:
    with database.read() as session:
        return check_list(candidates(session, ids, TODAY), settings, settings.card(shop_fields(session), "ja", TODAY))


def test_where_the_first_cannot_be_printed_the_next_is_addressed(database: Database, family: list[int]) -> None:
    a, b, c = family
    with database.write() as session:
        session.get_one(Customer, a).name = "渡辺 \ue000"
    lines = {line.candidate.customer_id: line for line in _plan(database, [a, b, c], PrintSettings())}
    assert lines[a].problems == (PrintProblem.MISSING_CHARACTERS,)
    assert (lines[b].problems, lines[b].candidate.joint, lines[c].problems) == ((), (c,), (PrintProblem.SAME_HOUSEHOLD,))


def test_names_that_do_not_fit_do_not_keep_a_card_back(database: Database, family: list[int]) -> None:
    with database.write() as session:
        session.get_one(Customer, family[1]).given_name = "健" * 40
    first, second, _third = _plan(database, family, PrintSettings())
    assert (first.problems, first.candidate.recipient.joint_names, first.candidate.joint) == ((), (), (family[1], family[2]))
    assert second.problems == (PrintProblem.SAME_HOUSEHOLD,)


def test_names_are_printed_only_when_they_are_wished_for(database: Database, family: list[int]) -> None:
    (person, *_) = _asked(database, *family)
    assert PrintSettings().recipient(person).joint_names == ("健", "恵")
    without = PrintSettings(print_joint_names=False)
    assert without.recipient(person).joint_names == ()
    assert PrintSettings.from_json(without.to_json()) == without


def test_a_record_that_becomes_one_with_another_keeps_the_household(database: Database, family: list[int]) -> None:
    a, b, c = family
    _join(database, a, b, c)
    with database.write() as session:
        again = add_customer(session, "渡辺 健")
        outcome = merge_customers(session, again, b, now=NOW, today=TODAY)
        assert _members(session, a) == [a, again, c]
        undo(session, outcome.action_id, now=NOW)
        assert _members(session, a) == [a, b, c]


def test_a_household_ends_when_its_two_records_become_one(database: Database, family: list[int]) -> None:
    a, b, _c = family
    _join(database, a, b)
    with database.write() as session:
        outcome = merge_customers(session, a, b, now=NOW, today=TODAY)
        kept = session.get_one(Customer, a)
        assert (kept.household_id, session.scalar(select(func.count()).select_from(Household))) == (None, 0)
        undo(session, outcome.action_id, now=NOW)
        assert _members(session, a) == [a, b]
