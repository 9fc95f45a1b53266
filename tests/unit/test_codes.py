"""Codes: what can be mistyped and is found, what can be misread and is not, and that nothing but the secret makes them."""

from __future__ import annotations

import random

import pytest

from app.domain.codes import (
    ALPHABET,
    LENGTH,
    MOST_PERSONAL,
    CodeUnreadable,
    code_in,
    derive,
    is_referral,
    piece_code,
    referral_code,
    referred_to,
    written,
)

SECRET = bytes(range(16))
OTHER = bytes(16)
SAMPLES = [piece_code(SECRET, f"run|{number}") for number in range(300)] + [referral_code(SECRET, number) for number in range(300)]


def test_the_alphabet_has_no_look_alikes() -> None:
    assert len(ALPHABET) == len(set(ALPHABET)) == 27
    assert not set("01BILOSUZ") & set(ALPHABET)


def test_a_code_is_the_same_in_every_copy_of_a_shop() -> None:
    assert piece_code(SECRET, "a|7") == piece_code(SECRET, "a|7")
    assert piece_code(SECRET, "a|7") != piece_code(SECRET, "a|8")
    assert piece_code(SECRET, "a|7") != piece_code(OTHER, "a|7")
    assert written(piece_code(SECRET, "a|7")) == "DVYP-9J8"


def test_every_code_reads_back() -> None:
    for code in SAMPLES:
        assert len(code) == LENGTH
        assert code_in(code) == code_in(written(code)) == code


@pytest.mark.parametrize("turned", ["{}-{}", " {} {} ", "{}ー{}", "{}−{}", "{}‐{}", "{}\u3000{}\r\n", "{}_{}"])
def test_hyphens_and_blanks_of_any_kind_mean_nothing(turned: str) -> None:
    code = SAMPLES[0]
    assert code_in(turned.format(code[:4], code[4:])) == code


def test_case_and_width_mean_nothing() -> None:
    code = SAMPLES[0]
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in code.lower())
    assert code_in(code.lower()) == code_in(wide) == code


@pytest.mark.parametrize(("typed", "meant"), [("S", "5"), ("Z", "2"), ("B", "8"), ("U", "V"), ("s", "5")])
def test_a_sign_that_looks_like_one_alone_is_taken_for_it(typed: str, meant: str) -> None:
    code = next(code for code in SAMPLES if meant in code)
    assert code_in(code.replace(meant, typed)) == code


@pytest.mark.parametrize("typed", ["O", "0", "1", "I", "L", "?", "あ", "é"])
def test_a_sign_that_could_be_several_is_refused(typed: str) -> None:
    for code in SAMPLES[:40]:
        for place in range(LENGTH):
            with pytest.raises(CodeUnreadable):
                code_in(code[:place] + typed + code[place + 1 :])


def test_every_single_wrong_sign_is_found() -> None:
    for code in SAMPLES:
        for place in range(LENGTH):
            for sign in set(ALPHABET) - {code[place]}:
                with pytest.raises(CodeUnreadable):
                    code_in(code[:place] + sign + code[place + 1 :])


def test_every_two_signs_changed_over_are_found() -> None:
    for code in SAMPLES:
        for one in range(LENGTH):
            for other in range(one + 1, LENGTH):
                if code[one] == code[other]:
                    continue
                signs = list(code)
                signs[one], signs[other] = signs[other], signs[one]
                with pytest.raises(CodeUnreadable):
                    code_in("".join(signs))


@pytest.mark.parametrize("typed", ["", "K7M4-2Q", "K7M4-2QXX", "-------", "ß", "K7M4-2Qß"])
def test_what_has_another_length_is_refused(typed: str) -> None:
    with pytest.raises(CodeUnreadable):
        code_in(typed)


def test_a_number_without_a_check_sign_is_stepped_over() -> None:
    row = [derive(SECRET, "a|7", counter) for counter in range(400)]
    # Two in 29 have no check sign; one in 27 would be a personal code.
    assert 20 < row.count("") < 70
    made = [code for code in row if code]
    assert piece_code(SECRET, "a|7") == made[0]
    assert piece_code(SECRET, "a|7", taken=made[:3]) == made[3]


def test_pieces_and_persons_never_share_a_code() -> None:
    assert not any(is_referral(piece_code(SECRET, str(number))) for number in range(2000))
    assert all(is_referral(referral_code(SECRET, number)) for number in range(2000))


def test_a_personal_code_finds_its_customer_and_nobody_shares_one() -> None:
    ids = [*range(3000), *random.Random(4).sample(range(MOST_PERSONAL), 2000), MOST_PERSONAL - 1]
    codes = [referral_code(SECRET, number) for number in ids]
    assert [referred_to(SECRET, code) for code in codes] == ids
    assert len(set(codes)) == len(set(ids))
    assert referral_code(SECRET, MOST_PERSONAL) == referral_code(SECRET, -1) == ""


def test_a_personal_code_of_another_shop_finds_nobody_nearby() -> None:
    found = [referred_to(OTHER, referral_code(SECRET, number)) for number in range(500)]
    assert sum(number is not None and number < 1000 for number in found) <= 2
