"""What comes off each line for a card that was brought, worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.offers import (
    NO_OFFER,
    Offer,
    OfferKind,
    OfferOutOfRange,
    OfferOver,
    OfferPiece,
    OfferWithoutWords,
    noted_on,
    offer_note,
    offer_words,
)
from app.domain.purchases import LineFields

DAY = date(2026, 12, 20)
CUT = LineFields(product="カット", product_code="K1", group="施術", unit_price=4950, amount=4950)
COLOUR = LineFields(product="白髪染め(根元)", group="施術", unit_price=4400, amount=4400)
SHAMPOO = LineFields(product="シャンプー 300mL", group="物販", unit_price=2640, amount=2640)
LINES = (CUT, COLOUR, SHAMPOO)
TENTH = Offer(OfferKind.PERCENT, 10, product="カット", valid_until=DAY, words="カット 10%引き", note="12月20日まで")
OFF_500 = Offer(OfferKind.AMOUNT, 500)


@pytest.mark.parametrize(
    ("offer", "expected"),
    [
        (TENTH, (495, 0, 0)),
        (replace(TENTH, product="ｶｯﾄ"), (495, 0, 0)),
        (replace(TENTH, product="別の名前", product_code="K1"), (495, 0, 0)),
        (replace(TENTH, product="カット", product_code="K2"), (0, 0, 0)),
        (replace(TENTH, product="", group="施術"), (495, 440, 0)),
        (replace(TENTH, product=""), (495, 440, 264)),
        (replace(TENTH, product="", value=100), (4950, 4400, 2640)),
        (replace(TENTH, product="パーマ"), (0, 0, 0)),
        # 500 of 11,990: 206.4, 183.5, 110.1; the one left over goes to the largest rest.
        (OFF_500, (206, 184, 110)),
        (replace(OFF_500, product="シャンプー 300mL"), (0, 0, 500)),
        (replace(OFF_500, product="シャンプー 300mL", value=5000), (0, 0, 2640)),
        (Offer(OfferKind.POINTS, 300), (0, 0, 0)),
        (Offer(OfferKind.GIFT, words="ヘッドスパ5分"), (0, 0, 0)),
        (NO_OFFER, (0, 0, 0)),
    ],
)
def test_what_comes_off_each_line(offer: Offer, expected: tuple[int, ...]) -> None:
    assert offer.discount_for(LINES) == expected


def test_per_cent_are_rounded_down_once_for_all_lines_together() -> None:
    lines = [replace(CUT, amount=amount) for amount in (105, 105, 105)]
    # 10 % of 315 are 31, not three times 10.
    assert Offer(OfferKind.PERCENT, 10).discount_for(lines) == (11, 10, 10)


@pytest.mark.parametrize("amounts", [(), (0,), (-500, 1000), (0, 0)])
def test_nothing_comes_off_what_costs_nothing(amounts: tuple[int, ...]) -> None:
    lines = [replace(CUT, amount=amount) for amount in amounts]
    off = Offer(OfferKind.AMOUNT, 700).discount_for(lines)
    assert len(off) == len(lines)
    assert all(0 <= part <= max(0, amount) for part, amount in zip(off, amounts, strict=True))


@pytest.mark.parametrize("value", range(1, 400, 7))
def test_the_parts_make_the_whole_and_none_is_more_than_its_line(value: int) -> None:
    lines = [replace(CUT, amount=amount) for amount in (1, 7, 90, 250)]
    parts = Offer(OfferKind.AMOUNT, value).discount_for(lines)
    assert sum(parts) == min(value, 348)
    assert all(0 <= part <= line.amount for part, line in zip(parts, lines, strict=True))


def test_the_last_day_counts() -> None:
    assert not TENTH.is_over(DAY)
    assert TENTH.is_over(DAY + timedelta(days=1))
    assert not OFF_500.is_over(date.max)
    with pytest.raises(OfferOver):
        TENTH.checked(DAY + timedelta(days=1))
    assert TENTH.checked(DAY) is TENTH


@pytest.mark.parametrize(
    "offer", [Offer(OfferKind.PERCENT, 0), Offer(OfferKind.PERCENT, 101), Offer(OfferKind.AMOUNT, 0), Offer(OfferKind.POINTS, -1)]
)
def test_what_cannot_be_is_refused(offer: Offer) -> None:
    with pytest.raises(OfferOutOfRange):
        offer.checked(DAY)


def test_a_card_says_what_it_promises() -> None:
    for offer in (Offer(OfferKind.GIFT), replace(TENTH, words=" ")):
        with pytest.raises(OfferWithoutWords):
            offer.checked(DAY)
    assert NO_OFFER.checked(DAY) is NO_OFFER


@pytest.mark.parametrize("offer", [TENTH, OFF_500, Offer(OfferKind.GIFT, words="<b>お茶</b>"), NO_OFFER])
def test_an_offer_is_kept_as_it_is(offer: Offer) -> None:
    assert Offer.from_json(offer.to_json()) == offer


@pytest.mark.parametrize("stored", [None, "10%", {}, {"kind": "half"}, {"kind": 3}, {"value": 10}])
def test_what_is_not_understood_is_no_offer(stored: object) -> None:
    assert Offer.from_json(stored) == NO_OFFER


def test_a_value_or_day_that_is_not_understood_is_left_out() -> None:
    assert Offer.from_json({"kind": "amount", "value": "x", "valid_until": "tomorrow"}) == Offer(OfferKind.AMOUNT, 0)


@pytest.mark.parametrize(
    ("offer", "japanese", "english"),
    [
        (TENTH, "カット 10%引き", "10% off: カット"),
        (OFF_500, "お買上げから500円引き", "500円 off"),
        (replace(OFF_500, group="物販"), "物販 500円引き", "500円 off: 物販"),
        (Offer(OfferKind.POINTS, 1200), "1,200ポイント進呈", "1,200 extra points"),
        (Offer(OfferKind.GIFT, words="お茶"), "お茶", "お茶"),
    ],
)
def test_how_a_card_says_it(offer: Offer, japanese: str, english: str) -> None:
    assert offer_words(offer, "ja", "500円") == japanese
    assert offer_words(offer, "en", "500円") == english


def test_until_when_a_card_says() -> None:
    assert offer_note(TENTH, "ja") == "このはがきをお持ちください(12月20日まで)"
    assert offer_note(TENTH, "en") == "Please bring this card by 20/12/2026"
    assert offer_note(OFF_500, "ja") == "このはがきをお持ちください"


def test_the_ready_made_note_names_the_piece_and_a_worded_one_stays() -> None:
    on_card = replace(TENTH, note=offer_note(TENTH, "ja"))
    on_letter = noted_on(on_card, "ja", OfferPiece.LETTER)
    assert on_letter.note == "このお便りをお持ちください(12月20日まで)"
    assert noted_on(on_letter, "ja", OfferPiece.CARD).note == "このカードをお持ちください(12月20日まで)"
    assert noted_on(on_letter, "ja", OfferPiece.POSTCARD) == on_card
    assert noted_on(TENTH, "ja", OfferPiece.LETTER) == TENTH
