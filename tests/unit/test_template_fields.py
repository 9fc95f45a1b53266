"""Which merge field was meant."""

from __future__ import annotations

import pytest

from app.domain.template_fields import nearest_field


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("なまえ", "name"),
        ("お名前", "name"),
        ("Nmae", "name"),
        ("first name", "given_name"),
        ("フリガナ", "kana"),
        ("last-visit", "last_visit"),
        ("前回の来店日", "last_visit"),
        ("ポイント残", "points"),
        ("趣昧", ""),
        ("誕生石占い", ""),
        ("", ""),
    ],
)
def test_the_field_that_was_meant(written: str, meant: str) -> None:
    assert nearest_field(written) == meant


def test_the_shops_own_fields_count_too() -> None:
    assert nearest_field("好きなお菓子", ["好きな菓子", "席"]) == "好きな菓子"
