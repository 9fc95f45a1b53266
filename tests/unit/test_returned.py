"""Whether two addresses are one place: for the mark of post that came back, and for pieces printed before somebody moved."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.cards import recipient_from
from app.domain.customers import CustomerFields
from app.domain.returned import is_same_place, with_mark_of_address

BEFORE = CustomerFields(
    name="林 健", postal_code="100-0001", prefecture="東京都", city="千代田区", street="千代田1-23", building="青葉ビル204",
    bad_address=True,
)  # fmt: skip

MOVES = [
    ({}, True),
    ({"street": "千代田１－２３"}, True),
    ({"street": "千代田一丁目23番"}, True),
    ({"postal_code": "1000001", "building": "青葉ビル２０４"}, True),
    ({"street": "千代田12-3"}, False),
    ({"street": "千代田123"}, False),
    ({"building": "青葉ビル20-4"}, False),
    ({"postal_code": "100-0002"}, False),
]


@pytest.mark.parametrize(("change", "is_same"), MOVES)
def test_numbers_stand_for_themselves_and_signs_do_not_count(change: dict[str, str], is_same: bool) -> None:
    after = replace(BEFORE, **change)  # type: ignore[arg-type]
    assert with_mark_of_address(BEFORE, after).bad_address == is_same
    assert is_same_place(after, recipient_from(BEFORE)) == is_same
