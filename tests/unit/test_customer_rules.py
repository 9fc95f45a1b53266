"""What follows from what was typed of a customer."""

from __future__ import annotations

from app.domain.customer_rules import completed, display_kana, display_name, index_keys
from app.domain.customers import CustomerFields, CustomerKind
from app.domain.text import fold


def test_the_whole_name_comes_from_its_halves_and_the_halves_from_the_whole() -> None:
    assert completed(CustomerFields(family_name="吉田", given_name="和子")).name == "吉田 和子"
    halves = completed(CustomerFields(name="吉田 和子", kana="よしだ かずこ"))
    assert (halves.family_name, halves.given_name) == ("吉田", "和子")
    assert (halves.family_kana, halves.given_kana) == ("よしだ", "かずこ")


def test_a_company_is_called_by_its_name_when_no_person_is_known() -> None:
    firm = CustomerFields(kind=CustomerKind.COMPANY, company="株式会社青山")
    assert display_name(firm) == "株式会社青山"
    assert completed(firm).family_name == ""
    assert display_name(CustomerFields(kind=CustomerKind.COMPANY, company="株式会社青山", name="山田 一郎")) == "山田 一郎"


def test_a_reading_in_halves_is_one_reading() -> None:
    assert display_kana(CustomerFields(family_kana="よしだ", given_kana="かずこ")) == "よしだ かずこ"


def test_everything_that_is_searched_is_in_the_key_and_nothing_runs_across_two_fields() -> None:
    fields = CustomerFields(name="髙﨑 恵", kana="たかさき めぐみ", mobile="090-1234-0000", code="00417", own={"車種": "アルト"})
    key, order = index_keys(fields)
    for wanted in ("高崎", "メグミ", "12340000", "00417", "アルト"):
        assert fold(wanted) in key, wanted
    assert fold("恵たか") not in key
    assert order < index_keys(CustomerFields(name="吉田 和子", kana="よしだ かずこ"))[1]
