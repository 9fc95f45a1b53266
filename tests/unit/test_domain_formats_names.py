"""Names, forms of address, counts and spans."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.formats import CountUnit, format_count, format_day_relative, format_days_ago, format_file_size
from app.domain.names import Addressee, addressee, initials, join_name, split_name, with_honorific


def test_parts_of_a_name() -> None:
    assert split_name("吉田　花子") == ("吉田", "花子")
    assert split_name(" 吉田 ") == ("吉田", "")
    assert split_name("Mary Ann Smith") == ("Mary", "Ann Smith")
    assert join_name("吉田", "花子") == "吉田 花子"
    assert join_name("", "花子") == "花子"


@pytest.mark.parametrize(
    ("name", "honorific", "expected"),
    [
        ("吉田　花子", "", "吉田 花子 様"),
        ("吉田 花子様", "", "吉田 花子 様"),
        ("吉田 花子 先生", "", "吉田 花子 先生"),
        ("吉田 花子 先生", "様", "吉田 花子 様"),
        ("吉田 花子", "先生", "吉田 花子 先生"),
        ("吉田 花子", "御中", "吉田 花子 様"),
        ("吉田 花子 御中", "", "吉田 花子 様"),
        ("", "様", ""),
    ],
)
def test_people_have_one_honorific_and_never_onchu(name: str, honorific: str, expected: str) -> None:
    assert with_honorific(name, honorific) == expected


def test_organisations_have_onchu_and_never_sama() -> None:
    assert with_honorific("株式会社青山", is_organisation=True) == "株式会社青山 御中"
    assert with_honorific("株式会社青山 様", "様", is_organisation=True) == "株式会社青山 御中"
    assert with_honorific("Aoyama Ltd", is_organisation=True, language="en") == "Aoyama Ltd"


def test_english_writes_only_an_honorific_of_the_record() -> None:
    assert with_honorific("Mary Smith", language="en") == "Mary Smith"
    assert with_honorific("Mary Smith", "Dr", language="en") == "Dr Mary Smith"
    assert with_honorific("Mary Smith", "様", language="en") == "Mary Smith"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (addressee("吉田 花子"), Addressee(name="吉田 花子 様")),
        (
            addressee("吉田 花子", company="株式会社青山", department="総務部", role="部長"),
            Addressee("株式会社青山", "総務部", "部長", "吉田 花子 様"),
        ),
        (addressee("", company="株式会社青山", department="総務部"), Addressee("株式会社青山", "総務部 御中")),
        (addressee("株式会社青山", company="株式会社青山"), Addressee("株式会社青山 御中")),
        (addressee("Mary Smith", company="Aoyama Ltd", language="en"), Addressee("Aoyama Ltd", name="Mary Smith")),
    ],
)
def test_the_honorific_stands_on_exactly_one_line(lines: Addressee, expected: Addressee) -> None:
    assert lines == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("吉田 花子", "吉"),
        ("葛\U000e0100城 花子", "葛\U000e0100"),
        ("𠮷田", "𠮷"),
        ("John Smith", "JS"),
        ("madonna", "M"),
        ("株式会社青山", "青"),
        ("㈱髙島", "髙"),
        ("株式会社", "株"),
        (" ", ""),
    ],
)
def test_initials(name: str, expected: str) -> None:
    assert initials(name) == expected


def test_counts() -> None:
    assert format_count(1234, CountUnit.CUSTOMERS, "ja") == "1,234名"
    assert format_count(1234, CountUnit.CUSTOMERS, "en") == "1,234 customers"
    assert format_count(1, CountUnit.PIECES, "en") == "1 piece"
    assert format_count(0, CountUnit.TIMES, "en") == "0 times"
    assert [format_count(2, unit, "ja") for unit in CountUnit] == ["2名", "2件", "2枚", "2回", "2日", "2ポイント"]


@pytest.mark.parametrize(
    ("days", "japanese", "english"),
    [
        (71, "71日前", "71 days ago"),
        (2, "2日前", "2 days ago"),
        (1, "昨日", "yesterday"),
        (0, "今日", "today"),
        (-1, "明日", "tomorrow"),
        (-3, "3日後", "in 3 days"),
        (1234, "1,234日前", "1,234 days ago"),
    ],
)
def test_days_from_today(days: int, japanese: str, english: str) -> None:
    assert format_days_ago(days, "ja") == japanese
    assert format_days_ago(days, "en") == english


def test_a_day_seen_from_today() -> None:
    assert format_day_relative(date(2026, 9, 10), date(2026, 11, 20), "ja") == "71日前"


def test_sizes() -> None:
    assert format_file_size(0, "ja") == "0 B"
    assert format_file_size(1023, "ja") == "1,023 B"
    assert format_file_size(1536, "ja") == "1.5 KB"
    assert format_file_size(5 * 1024 * 1024, "en") == "5.0 MB"
    assert format_file_size(3 << 30, "en") == "3.0 GB"
