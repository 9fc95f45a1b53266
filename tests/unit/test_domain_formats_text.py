"""Search keys, reading order and widths."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kanji_variants import KANJI_FOLDING
from app.domain.text import (
    collapse_spaces,
    customer_search_key,
    digits_of,
    fold,
    is_kana,
    phone_tail,
    sort_key,
    to_full_width,
    to_half_width,
    to_hiragana,
    to_katakana,
)

WORDS = st.text(alphabet="ぁあがゃっんァアガャッンーｱｶﾞ々高髙﨑崎邊辺𠮷吉斎齋 　-・aAéÉ１1\U000e0100", max_size=20)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("高橋", "髙橋"),
        ("山崎", "山﨑"),
        ("渡辺", "渡邉"),
        ("渡邊", "渡邉"),
        ("吉田", "𠮷田"),
        ("斉藤", "齋藤"),
        ("浜田", "濵田"),
        ("柳", "栁"),
        ("徳川", "德川"),
        ("さとう", "ｻﾄｳ"),
        ("ヨシダハナコ", "よしだ　はなこ"),
        ("きようこ", "キョウコ"),
        ("おの", "オーノ"),
        ("葛城", "葛\U000e0100城"),
        ("smith", "ＳＭＩＴＨ"),
        ("jose", "José"),
        ("株青山", "㈱青山"),
        ("09012345678", "090-1234-5678"),
        ("090−1234", "(090)1234-5678"),
        ("佐", "佐々木"),
    ],
)
def test_what_is_typed_finds_what_is_stored(typed: str, stored: str) -> None:
    assert fold(typed)
    assert fold(typed) in customer_search_key(stored)


def test_different_names_stay_different() -> None:
    assert fold("佐藤") != fold("加藤")
    assert fold("かとう") != fold("がとう")
    assert fold("") == fold("　- ・") == ""


def test_variant_table_leads_to_a_final_form_in_one_step() -> None:
    assert not set(map(ord, KANJI_FOLDING.values())) & set(KANJI_FOLDING)


@given(WORDS)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(WORDS, WORDS)
def test_a_part_of_a_name_finds_the_name(before: str, after: str) -> None:
    # Half-width kana take their voiced mark with them, so a name is only cut between whole characters.
    if not after.startswith(("ﾞ", "\U000e0100")):
        assert fold(before + after) == fold(before) + fold(after)


def test_a_match_never_runs_across_two_fields() -> None:
    key = customer_search_key("吉田 花子", "よしだ はなこ", "", "03-1234-5678", "+81 90-1234-5678", "C-001", "hana_ko@example.jp")
    for query in ("花子", "ﾖｼﾀﾞﾊﾅｺ", "5678", "0312345678", "090-1234", "c001", "hana_ko@ex"):
        assert fold(query) in key
    assert fold("花子よしだ") not in key
    assert fold("567809") not in key


def test_order_of_readings() -> None:
    expected = ["あお たろう", "あおき いちろう", "ガーデン", "かあど", "カード", "かとう", "がとう", "きよう", "きょうと", "ん"]
    assert sorted(reversed(expected), key=lambda kana: sort_key(kana, "")) == expected


def test_names_without_reading_come_last_by_name() -> None:
    rows = [("", "山田"), ("わだ", "和田"), ("", "さくら"), ("", "Smith"), ("あべ", "阿部"), ("", "adams")]
    assert [name for _, name in sorted(rows, key=lambda row: sort_key(*row))] == ["阿部", "さくら", "和田", "adams", "Smith", "山田"]


def test_digits() -> None:
    assert digits_of("〒１５０-0001②") == "15000012"
    assert phone_tail("090-1234-5678") == "5678"
    assert phone_tail("090-1234-5678", 6) == "345678"
    assert phone_tail("567") == ""


def test_kana_and_widths() -> None:
    assert to_katakana("ﾖｼﾀﾞ はなこ゛ヴ") == "ヨシダ ハナコ゛ヴ"
    assert to_hiragana("ヨシダ・ﾊﾅｺー") == "よしだ・はなこー"
    assert to_full_width("1-2 Aﾊﾟ¥") == "１－２　Ａパ￥"
    assert to_half_width("１－２　Ａカ") == "1-2 Aカ"
    assert is_kana("よしだ　ハナコー")
    assert is_kana("ﾖｼﾀﾞ")
    assert not is_kana("吉だ")
    assert not is_kana(" ")
    assert collapse_spaces(" 吉田　 花子 ") == "吉田 花子"
