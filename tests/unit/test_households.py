"""Who belongs to one household: by hand, or by family name and address."""

from __future__ import annotations

import pytest

from app.domain.addresses import Address
from app.domain.households import Living, address_key, joint_name, keys_of, living, name_words

HOME = Address("東京都", "渋谷区", "神宮前1-2-3", "青葉301")
NOWHERE = Address()


def _at_home(family: str, given: str = "", household: int | None = None) -> Living:
    return living(family, given, "", HOME, household=household)


def test_the_same_family_name_at_the_same_address_is_one_household() -> None:
    elsewhere = living("渡辺", "誠", "", Address("大阪府", "大阪市", "北区1", ""))
    wide = living("", "", "渡邊　健", Address("東京都", "渋谷区", "神宮前１－２－３", "青葉301"))
    keys = keys_of({1: _at_home("渡辺", "真理"), 2: wide, 3: _at_home("清水"), 4: elsewhere})
    assert keys[1] == keys[2]
    assert len({keys[1], keys[3], keys[4]}) == 3


def test_who_has_no_address_or_is_a_company_shares_with_nobody() -> None:
    nowhere = living("渡辺", "健", "", NOWHERE)
    company = living("", "", "渡辺商店", HOME, household=3, is_company=True)
    assert keys_of({1: nowhere, 2: nowhere, 3: company}) == {1: "", 2: "", 3: ""}


def test_those_joined_by_hand_are_one_household_wherever_they_live() -> None:
    keys = keys_of({1: _at_home("渡辺", "真理", 7), 2: living("林", "健", "", NOWHERE, household=7), 3: _at_home("渡辺", "誠")})
    assert keys[1] == keys[2] == keys[3] == "#7"


def test_at_an_address_with_two_households_the_rest_belongs_to_neither() -> None:
    keys = keys_of({1: _at_home("渡辺", "真理", 7), 2: _at_home("渡辺", "誠", 8), 3: _at_home("渡辺", "健"), 4: _at_home("渡辺", "恵")})
    assert (keys[1], keys[2]) == ("#7", "#8")
    assert keys[3] == keys[4]
    assert keys[3] not in ("", "#7", "#8")


@pytest.mark.parametrize(
    ("family", "given", "expected"),
    [("渡辺", "健", "健"), ("渡邊", "健", "渡邊 健"), ("林", "花子", "林 花子"), ("渡辺", "", "渡辺"), ("", "健", "健")],
)
def test_the_given_name_alone_stands_beside_the_same_family_name(family: str, given: str, expected: str) -> None:
    assert joint_name(Living(family, given, ""), Living("渡辺", "真理", "")) == expected


def test_a_typed_name_means_a_person_with_and_without_the_family_name() -> None:
    assert name_words("渡邊", "健") == name_words("渡辺", "健 ")
    assert name_words("", "") == frozenset()


@pytest.mark.parametrize(
    "at",
    [
        Address("東京都", "渋谷区", "神宮前１丁目２番３号", "青葉 ３０１"),
        Address("", "渋谷区", "神宮前一丁目2番地の3", "青葉301号"),
        Address("東京都", "", "渋谷区神宮前1-2-3 青葉301"),
        Address("東京都", "渋谷区", "神宮前1ー2ー3", "青葉301"),
    ],
)
def test_one_place_is_written_in_many_ways(at: Address) -> None:
    assert address_key(at).removeprefix("東京都") == address_key(HOME)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Address("", "渋谷区", "神宮前1-23"), Address("", "渋谷区", "神宮前12-3")),
        (Address("", "渋谷区", "神宮前1-2", "301"), Address("", "渋谷区", "神宮前1-23", "01")),
        (HOME, Address("東京都", "渋谷区", "神宮前1-2-3", "青葉302")),
        (Address("", "札幌市", "北三条西十二丁目1"), Address("", "札幌市", "北三条西二丁目1")),
    ],
)
def test_numbers_of_an_address_stay_apart(one: Address, other: Address) -> None:
    assert address_key(one) != address_key(other)


def test_without_town_and_number_there_is_no_place() -> None:
    assert address_key(Address("東京都", "渋谷区")) == ""
