"""Phone numbers: hyphens where people put them, what is wrong, lost zeros offered and never put back in silence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.phones import PROBLEM_SENTENCES, PhoneProblem, PhoneReading, hyphenate, is_mobile, normal_digits, read_phone


@pytest.mark.parametrize(
    "written",
    [
        "03-1234-5678",
        "06-6123-4567",
        "04-2922-3456",
        "04-7123-4567",
        "011-212-3456",
        "045-123-4567",
        "042-312-3456",
        "0422-21-2345",
        "0428-22-1234",
        "046-221-1234",
        "0466-22-1234",
        "052-212-3456",
        "075-212-3456",
        "076-231-1234",
        "0761-22-1234",
        "082-212-3456",
        "0829-31-1234",
        "092-711-1234",
        "0940-42-1234",
        "098-861-1234",
        "0980-52-1234",
        "01267-2-1234",
        "04992-2-1234",
        "09802-2-1234",
        "090-1234-5678",
        "080-1234-5678",
        "070-1234-5678",
        "060-1234-5678",
        "050-1234-5678",
        "0120-123-456",
        "0800-123-4567",
        "0570-012-345",
    ],
)
def test_hyphens_stand_where_people_put_them(written: str) -> None:
    digits = written.replace("-", "")
    assert hyphenate(digits) == written
    assert read_phone(digits) == PhoneReading(written, digits)
    assert read_phone(written) == PhoneReading(written, digits)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("０９０−１２３４−５６７８", "090-1234-5678"),
        ("(03)1234-5678", "03-1234-5678"),
        ("03 1234 5678", "03-1234-5678"),
        ("TEL: 045-212-4567", "045-212-4567"),
        ("+81 90-1234-5678", "090-1234-5678"),
        ("+81 (0)3-1234-5678", "03-1234-5678"),
        ("03-1234-5678 内線12", "03-1234-5678 内線12"),
        ("+44 20 7946 0958", "+44 20 7946 0958"),
        ("", ""),
    ],
)
def test_ways_to_type_a_number(typed: str, text: str) -> None:
    reading = read_phone(typed)
    assert (reading.text, reading.problem) == (text, None)


@pytest.mark.parametrize(
    ("typed", "problem", "repair"),
    [
        ("9012345678", PhoneProblem.LOST_ZERO, "090-1234-5678"),
        ("312345678", PhoneProblem.LOST_ZERO, "03-1234-5678"),
        ("8001234567", PhoneProblem.LOST_ZERO, "0800-123-4567"),
        ("422-21-2345", PhoneProblem.LOST_ZERO, "0422-21-2345"),
        ("090-1234-567", PhoneProblem.TOO_SHORT, ""),
        ("090-1234-56789", PhoneProblem.TOO_LONG, ""),
        ("03-1234-567", PhoneProblem.TOO_SHORT, ""),
        ("03-1234-56789", PhoneProblem.TOO_LONG, ""),
        ("1234-5678", PhoneProblem.TOO_SHORT, ""),
        ("1234567890", PhoneProblem.UNREADABLE, ""),
        ("なし", PhoneProblem.UNREADABLE, ""),
        ("090-1234-5678 (娘)", PhoneProblem.UNREADABLE, ""),
        ("+44 20", PhoneProblem.TOO_SHORT, ""),
        ("+44 20 7946 0958 1234 56", PhoneProblem.TOO_LONG, ""),
    ],
)
def test_what_is_wrong_is_said_and_the_text_is_kept(typed: str, problem: PhoneProblem, repair: str) -> None:
    reading = read_phone(typed)
    assert (reading.problem, reading.repair) == (problem, repair)
    assert reading.problem in PROBLEM_SENTENCES
    assert problem is PhoneProblem.TOO_LONG or reading.text == typed


def test_one_number_has_one_row_of_digits() -> None:
    written = ("090-1234-5678", "+81 90 1234 5678", "+819012345678", "819012345678", "０９０(1234)5678", "090-1234-5678 内線1")
    assert {normal_digits(text) for text in written} == {"09012345678"}
    assert is_mobile("+81 90 1234 5678")
    assert not is_mobile("03-1234-5678")
    assert not is_mobile("0901234567")


@given(st.text(alphabet="0123456789", min_size=10, max_size=11))
def test_hyphens_never_change_the_digits(digits: str) -> None:
    written = hyphenate(digits)
    assert written.replace("-", "") == digits
    assert "--" not in written
    assert not written.startswith("-")
    assert not written.endswith("-")
