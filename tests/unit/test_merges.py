"""One record of two: who says what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.customers import Consent, CustomerFields, CustomerKind, PartialDate
from app.domain.merges import Side, differing, merged_fields

KEEP = CustomerFields(
    name="髙橋 恵", kana="たかはし めぐみ", phone="03-0000-1234", note="お茶がお好き", tags=("常連",), own={"髪質": "くせ毛", "色": ""}
)
GONE = CustomerFields(
    name="高橋 恵",
    kana="タカハシ　メグミ",
    phone="０３－００００－１２３４",
    postal_code="150-0001",
    city="渋谷区",
    birthday=PartialDate(1958, 6, 2),
    note="左利き",
    tags=("白髪染め", "常連"),
    own={"髪質": "直毛", "色": "茶"},
    joined_on=date(2019, 4, 1),
)


def test_only_what_contradicts_needs_a_choice() -> None:
    assert differing(KEEP, GONE) == ("name", "note")
    assert differing(KEEP, KEEP) == ()
    assert differing(KEEP, CustomerFields()) == ()


def test_what_one_does_not_say_the_other_does() -> None:
    merged = merged_fields(KEEP, GONE, {})
    assert (merged.name, merged.kana, merged.phone) == ("髙橋 恵", "たかはし めぐみ", "03-0000-1234")
    assert (merged.postal_code, merged.city, merged.birthday) == ("150-0001", "渋谷区", PartialDate(1958, 6, 2))
    assert merged.note == "お茶がお好き\n左利き"
    assert merged.tags == ("常連", "白髪染め")
    assert merged.own == {"髪質": "くせ毛", "色": "茶"}
    assert merged.joined_on == date(2019, 4, 1)
    assert merged_fields(CustomerFields(), GONE, {}).name == "高橋 恵"


def test_a_choice_takes_the_whole_part() -> None:
    company = CustomerFields(kind=CustomerKind.COMPANY, name="髙橋商店", company="髙橋商店", department="総務")
    merged = merged_fields(KEEP, company, {"name": Side.GONE})
    assert (merged.kind, merged.name, merged.family_name) == (CustomerKind.COMPANY, "髙橋商店", "")
    assert merged_fields(KEEP, GONE, {"note": Side.KEEP}).note == "お茶がお好き"
    assert merged_fields(KEEP, GONE, {"note": Side.GONE}).note == "左利き"


def test_an_address_is_taken_as_a_whole() -> None:
    ours = CustomerFields(name="吉田", city="京都市", street="室町1")
    theirs = CustomerFields(name="吉田", postal_code="150-0001", prefecture="東京都", city="渋谷区", street="神宮前4", building="青葉301")
    merged = merged_fields(ours, theirs, {"address": Side.KEEP})
    assert (merged.postal_code, merged.prefecture, merged.building) == ("", "", "")
    merged = merged_fields(ours, theirs, {"address": Side.GONE})
    assert (merged.city, merged.building) == ("渋谷区", "青葉301")


def test_the_same_note_is_kept_once() -> None:
    same = CustomerFields(name="吉田", note="左利き")
    assert merged_fields(same, CustomerFields(name="吉田", note=" 左利き "), {}).note == "左利き"


def test_a_no_outweighs_a_yes_and_a_yes_an_open_question() -> None:
    day, later = date(2026, 1, 1), date(2026, 5, 1)
    cases = {
        (Consent.NO, day, Consent.YES, later): (Consent.NO, day),
        (Consent.YES, later, Consent.NO, day): (Consent.NO, day),
        (Consent.UNKNOWN, None, Consent.YES, day): (Consent.YES, day),
        (Consent.NO, later, Consent.NO, day): (Consent.NO, later),
        (Consent.UNKNOWN, None, Consent.UNKNOWN, None): (Consent.UNKNOWN, None),
    }
    for (ours, ours_on, theirs, theirs_on), expected in cases.items():
        keep = CustomerFields(post_consent=ours, post_consent_on=ours_on, email_consent=ours, email_consent_on=ours_on)
        gone = CustomerFields(post_consent=theirs, post_consent_on=theirs_on, email_consent=theirs, email_consent_on=theirs_on)
        merged = merged_fields(keep, gone, {})
        assert (merged.post_consent, merged.post_consent_on) == expected
        assert (merged.email_consent, merged.email_consent_on) == expected


STOPS = st.builds(
    CustomerFields,
    name=st.just("吉田 和子"),
    post_consent=st.sampled_from(Consent),
    post_consent_on=st.none() | st.dates(date(2020, 1, 1), date(2026, 1, 1)),
    post_consent_source=st.sampled_from(("", "用紙", "電話で")),
    do_not_contact=st.booleans(),
    mourning_until=st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1)),
    is_deceased=st.booleans(),
    bad_address=st.booleans(),
    joint_names=st.lists(st.sampled_from(("花子", "健", "林 健")), max_size=3, unique=True).map(tuple),
)


def _strictness(fields: CustomerFields) -> tuple[object, ...]:
    order = (Consent.UNKNOWN, Consent.YES, Consent.NO)
    mourning = fields.mourning_until or date.min
    return order.index(fields.post_consent), fields.do_not_contact, mourning, fields.is_deceased, fields.bad_address


@given(STOPS, STOPS)
def test_the_stricter_of_two_marks_stays_whichever_record_is_kept(ours: CustomerFields, theirs: CustomerFields) -> None:
    found, turned = merged_fields(ours, theirs, {}), merged_fields(theirs, ours, {})
    wanted = tuple(max(pair) for pair in zip(_strictness(ours), _strictness(theirs), strict=True))  # type: ignore[type-var]
    assert _strictness(found) == _strictness(turned) == wanted
    assert set(found.joint_names) == set(turned.joint_names) == {*ours.joint_names, *theirs.joint_names}


SHIBUYA = {"prefecture": "東京都", "city": "渋谷区", "street": "渋谷1-1"}
CHIYODA = {"prefecture": "東京都", "city": "千代田区", "street": "千代田1-1"}
BAD = {"bad_address": True}
GOOD = {"bad_address": False}


@pytest.mark.parametrize(
    ("keep", "gone", "side", "is_bad"),
    [
        (SHIBUYA | GOOD, CHIYODA | BAD, Side.KEEP, False),
        (SHIBUYA | GOOD, CHIYODA | BAD, Side.GONE, True),
        (SHIBUYA | BAD, CHIYODA | GOOD, Side.KEEP, True),
        (SHIBUYA | BAD, CHIYODA | GOOD, Side.GONE, False),
        (SHIBUYA | GOOD, {**SHIBUYA, "street": "渋谷１－１"} | BAD, Side.KEEP, True),
        (SHIBUYA | BAD, SHIBUYA | GOOD, Side.GONE, True),
        (SHIBUYA | GOOD, BAD, Side.KEEP, False),
        (GOOD, CHIYODA | BAD, Side.KEEP, True),
    ],
)
def test_the_mark_of_a_bad_address_goes_with_the_address(keep: dict[str, Any], gone: dict[str, Any], side: Side, is_bad: bool) -> None:
    ours, theirs = CustomerFields(name="吉田 和子", **keep), CustomerFields(name="吉田 和子", **gone)
    assert merged_fields(ours, theirs, {"address": side}).bad_address == is_bad


@given(STOPS, STOPS)
def test_a_consent_never_gets_the_day_or_the_source_of_another(ours: CustomerFields, theirs: CustomerFields) -> None:
    told = [(f.post_consent, f.post_consent_on, f.post_consent_source) for f in (merged_fields(ours, theirs, {}), ours, theirs)]
    assert told[0] in told[1:]
    assert merged_fields(ours, ours, {}) == replace(ours, points_opening=2 * ours.points_opening)
