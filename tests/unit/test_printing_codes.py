"""The code on a card: 120 pages as a scanner sees them, read back; room around it; nothing where no message is printed."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import numpy as np
import pypdfium2
import pytest
import segno
from pypdf import PdfReader

from app.domain.cards import Calibration, Card, CardDesign, CardOptions, CardSide, Direction, Recipient, Sender, default_text
from app.domain.codes import code_in, piece_code, written
from app.printing.code_squares import squares_of
from app.printing.job import render_cards
from app.printing.layout import Part
from app.printing.thank_you import compose_message_side, read_words
from tests.qr_reader import read_code

SENDER = Sender("美容室 こもれび", "田中", "150-0001", "東京都渋谷区神宮前4-5-6", "", "03-0000-1234", "火曜定休")
CODES = [written(piece_code(b"a secret", str(number))) for number in range(60)]
PEOPLE = [
    Recipient(key=str(number), name="吉田 和子", postal_code="150-0001", address="東京都渋谷区神宮前1-2-3", code=code,
              fields={"last_visit": date(2026, 9, 10)})
    for number, code in enumerate(CODES)
]  # fmt: skip
DPI = 200


def _card(design: CardDesign, **options: object) -> Card:
    text = replace(default_text(design, "ja"), offer="カット 10%引き", offer_note="このはがきをお持ちください(12月20日まで)")
    return Card(design, text, SENDER, replace(CardOptions(side=CardSide.MESSAGE), **options), date(2026, 11, 20))  # type: ignore[arg-type]


@pytest.mark.parametrize("design", CardDesign)
def test_every_code_is_read_back_at_200_dpi(design: CardDesign) -> None:
    document = render_cards(PEOPLE, _card(design))

    texts = [page.extract_text() for page in PdfReader(io.BytesIO(document)).pages]
    pages = pypdfium2.PdfDocument(document)
    read = []
    for number in range(len(pages)):
        drawn = pages[number].render(scale=DPI / 72, grayscale=True)
        pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint8]] = np.frombuffer(drawn.buffer, np.uint8)
        read.append(read_code(pixels.reshape(drawn.height, drawn.stride)[:, : drawn.width]))
    pages.close()
    assert read == CODES
    assert all(code in text for code, text in zip(CODES, texts, strict=True))
    assert [code_in(text) for text in read] == [code.replace("-", "") for code in CODES]


@pytest.mark.parametrize("design", CardDesign)
@pytest.mark.parametrize("has_offer", [True, False])
def test_the_code_has_white_around_it(design: CardDesign, has_offer: bool) -> None:
    card = _card(design)
    if not has_offer:
        card = replace(card, text=replace(card.text, offer="", offer_note=""))
    side = compose_message_side(PEOPLE[0], card, read_words(card))

    box = side.code_box
    assert box is not None
    module = box.width / 21
    assert module >= 0.5
    quiet = 4 * module
    for one in side.layout.placed:
        touches = one.box.left < box.right + quiet and one.box.right > box.left - quiet
        touches = touches and one.box.top + 0.12 * one.box.height < box.bottom + quiet and one.box.bottom > box.top - quiet
        assert not touches or (one.part is Part.CODE and one.box.bottom > box.bottom + quiet)
    assert side.offer_box is None or side.offer_box.bottom <= box.top - quiet
    assert all(line <= box.top - quiet for line in side.writing_lines)
    (signs,) = side.layout.of(Part.CODE)
    assert signs.size >= 6
    assert signs.box.bottom <= 144 and signs.box.right <= 96 and signs.box.left >= 4


def test_no_code_stands_where_none_was_given() -> None:
    card = _card(CardDesign.PLAIN)
    side = compose_message_side(replace(PEOPLE[0], code=""), card, read_words(card))
    assert side.code_box is None
    assert side.layout.of(Part.CODE) == []


def test_the_code_moves_with_the_page() -> None:
    moved = _card(CardDesign.PLAIN, calibration=Calibration(dx=2.0, dy=-1.5, scale=99.0))
    pages = pypdfium2.PdfDocument(render_cards(PEOPLE[:1], moved))
    drawn = pages[0].render(scale=DPI / 72, grayscale=True)
    pixels = np.frombuffer(drawn.buffer, np.uint8).reshape(drawn.height, drawn.stride)[:, : drawn.width]
    assert read_code(pixels) == CODES[0]
    pages.close()


def test_both_directions_of_the_address_carry_the_same_message() -> None:
    one, other = (
        PdfReader(io.BytesIO(render_cards(PEOPLE[:1], _card(CardDesign.MAPLE, side=CardSide.BOTH, direction=direction))))
        for direction in Direction
    )
    assert CODES[0] in one.pages[0].extract_text()
    assert CODES[0] in other.pages[0].extract_text()
    assert CODES[0] not in one.pages[1].extract_text()


def test_nothing_between_the_corners_looks_like_one() -> None:
    corner = "1011101"
    for number in range(300):
        rows = ["".join(map(str, line)) for line in squares_of(written(piece_code(b"another", str(number))))]
        columns = ["".join(line) for line in zip(*rows, strict=True)]
        across = {(row, at + 3) for row, line in enumerate(rows) for at in range(15) if line.startswith(corner, at)}
        down = {(at + 3, column) for column, line in enumerate(columns) for at in range(15) if line.startswith(corner, at)}
        assert across & down == {(3, 3), (3, 17), (17, 3)}


def test_the_squares_are_those_of_an_encoder_of_its_own() -> None:
    for number in range(300):
        code = written(piece_code(b"a third", str(number)))
        made = [segno.make(code, version=1, error="h", mode="alphanumeric", mask=mask) for mask in range(8)]
        assert squares_of(code) in [[bytes(line) for line in one.matrix] for one in made]


def test_no_squares_but_the_three_look_like_a_corner() -> None:
    corner = bytes((1, 0, 1, 1, 1, 0, 1))
    for number in range(300):
        rows = squares_of(written(piece_code(b"a fourth", str(number))))
        across = {(y, x) for y, row in enumerate(rows) for x in range(15) if row[x : x + 7] == corner}
        down = {(y, x) for x, row in enumerate(map(bytes, zip(*rows, strict=True))) for y in range(15) if row[y : y + 7] == corner}
        assert len({(y, x + 3) for y, x in across} & {(y + 3, x) for y, x in down}) == 3


def test_only_a_code_has_squares() -> None:
    with pytest.raises(ValueError):
        squares_of("TOO-LONG-A-CODE")
