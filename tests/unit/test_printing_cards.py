"""The finished PDF: what it says, how it is built, and that the same run gives the same bytes."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from app.domain.cards import (
    Calibration,
    Card,
    CardDesign,
    CardOptions,
    CardSide,
    CardText,
    Direction,
    Recipient,
    default_text,
    honorific_for,
    recipient_from,
)
from app.domain.customers import CustomerFields, CustomerKind
from app.domain.print_problems import CalibrationOutOfRange, NothingToPrint, TemplateBroken, UnknownField
from app.domain.progress import Cancelled
from app.printing.checks import check_recipient
from app.printing.geometry import HAGAKI, MM
from app.printing.job import check_text, render_cards, write_cards
from app.printing.layout import Part
from app.printing.preview import preview_faces
from app.printing.test_sheet import render_test_sheet
from app.printing.thank_you import compose_message_side, read_words
from tests.unit.printing_people import SENDER, TORTURE

PERSON = replace(TORTURE[12], name="吉田 和子", fields={"last_visit": date(2026, 9, 3), "points": 12345})
MAPLE = Card(CardDesign.MAPLE, default_text(CardDesign.MAPLE, "ja"), SENDER)


def run(tool: str, *arguments: str) -> str:
    found = shutil.which(tool)
    assert found, f"{tool} is needed to judge the paper"
    return subprocess.run([found, *arguments], capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def torture_pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cards") / "cards.pdf"
    path.write_bytes(render_cards(TORTURE, replace(MAPLE, options=CardOptions(print_joint_names=True, blank_stock=True))))
    return path


def test_the_file_is_sound(torture_pdf: Path) -> None:
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", str(torture_pdf))


def test_every_name_and_address_can_be_read_back(torture_pdf: Path) -> None:
    said = re.sub(r"\s", "", run("pdftotext", str(torture_pdf), "-"))

    for person in TORTURE:
        assert re.sub(r"\s", "", f"{person.name}{person.honorific}") in said, person.name


def test_a_vertical_address_is_read_back_as_it_was_typed(tmp_path: Path) -> None:
    path = tmp_path / "one.pdf"
    path.write_bytes(render_cards([PERSON], MAPLE))

    said = run("pdftotext", str(path), "-")

    assert "東京都渋谷区神宮前1-2-3" in said
    assert "こもれびハイツ204" in said


def test_all_fonts_are_embedded_subsets(torture_pdf: Path) -> None:
    rows = run("pdffonts", str(torture_pdf)).splitlines()[2:]

    assert rows
    assert all(re.match(r"[A-Z]{6}\+(BIZUD|Noto)", row) and re.search(r"yes\s+yes\s+yes", row) for row in rows)


def test_the_page_is_the_paper_and_the_printer_may_not_scale_it() -> None:
    pdf = render_cards([PERSON], MAPLE)

    assert b"/PrintScaling /None" in pdf
    assert b"/PickTrayByPDFSize true" in pdf
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 2
    assert document[0].get_size() == pytest.approx((HAGAKI.width * MM, HAGAKI.height * MM), abs=0.01)


def test_the_same_run_gives_the_same_bytes_and_another_does_not() -> None:
    once, again = render_cards(TORTURE[:20], MAPLE), render_cards(TORTURE[:20], MAPLE)

    assert once == again
    assert once != render_cards(TORTURE[:19], MAPLE)


def test_sides_and_their_order() -> None:
    def pages(side: CardSide) -> list[str]:
        card = replace(MAPLE, options=CardOptions(side=side, direction=Direction.HORIZONTAL))
        document = pypdfium2.PdfDocument(render_cards([PERSON], card))
        return ["message" if "おかえりなさい" in page.get_textpage().get_text_range() else "address" for page in document]

    assert pages(CardSide.BOTH) == ["message", "address"]
    assert pages(CardSide.MESSAGE) == ["message"]
    assert pages(CardSide.ADDRESS) == ["address"]


class _StopAt:
    def __init__(self, last: int) -> None:
        self.last = last
        self.seen: list[int] = []

    def advance(self, done: int, total: int) -> None:
        self.seen.append(done)
        if done >= self.last:
            raise Cancelled


def test_a_run_can_be_stopped_between_any_two_cards() -> None:
    stop = _StopAt(3)

    with pytest.raises(Cancelled):
        write_cards(TORTURE, MAPLE, io.BytesIO(), stop)
    assert stop.seen == [0, 1, 2, 3]


def test_nobody_to_print_for() -> None:
    with pytest.raises(NothingToPrint):
        render_cards([], MAPLE)


def test_a_text_at_fault_is_found_before_printing() -> None:
    with pytest.raises(UnknownField) as unknown:
        check_text(replace(MAPLE, text=CardText(body="{{shoesize}}")))
    assert unknown.value.values["name"] == "shoesize"
    with pytest.raises(TemplateBroken):
        check_text(replace(MAPLE, text=CardText(body="{{name")))


def first_dark(picture_rgba: bytes, width: int) -> tuple[int, int]:
    dark = [index for index in range(0, len(picture_rgba), 4) if picture_rgba[index] < 90 and picture_rgba[index + 2] < 90]
    rows = [index // 4 // width for index in dark]
    columns = [index // 4 % width for index in dark]
    return min(columns), min(rows)


def rendered(card: Card) -> tuple[int, int]:
    page = pypdfium2.PdfDocument(render_cards([PERSON], card))[0]
    picture = page.render(scale=10 / MM, rev_byteorder=True, prefer_bgrx=True)
    assert picture.stride == picture.width * 4
    return first_dark(bytes(picture.buffer), picture.width)


def test_calibration_moves_the_print_by_exact_millimetres() -> None:
    plain = replace(MAPLE, options=CardOptions(side=CardSide.ADDRESS))
    moved = replace(MAPLE, options=CardOptions(side=CardSide.ADDRESS, calibration=Calibration(dx=2.0, dy=-1.5)))

    (left, top), (left_moved, top_moved) = rendered(plain), rendered(moved)

    assert left_moved - left == pytest.approx(20, abs=1)
    assert top_moved - top == pytest.approx(-15, abs=1)


@pytest.mark.parametrize("values", [{"dx": 10.1}, {"dy": -10.1}, {"scale": 97.9}, {"scale": 102.1}])
def test_calibration_has_limits(values: dict[str, float]) -> None:
    with pytest.raises(CalibrationOutOfRange):
        Calibration(**values)  # type: ignore[arg-type]


@pytest.mark.parametrize("design", CardDesign)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_default_texts_fit_and_leave_room_to_write(design: CardDesign, language: str) -> None:
    card = Card(design, default_text(design, language), SENDER)

    side = compose_message_side(PERSON, card, read_words(card))

    assert not side.layout.overflows
    assert len(side.writing_lines) >= 3
    assert min(one.size for one in side.layout.placed) >= 9
    assert check_recipient(PERSON, card) == []


def test_words_offer_code_and_lines_do_not_touch() -> None:
    text = replace(MAPLE.text, offer="カット 10%引き", offer_note="このはがきをお持ちください(12月20日まで)")
    card = replace(MAPLE, text=text)

    side = compose_message_side(replace(PERSON, code="K7M4-2QX"), card, read_words(card))

    assert side.offer_box is not None and side.code_box is not None
    offer = side.layout.of(Part.OFFER, Part.OFFER_NOTE)
    others = [one for one in side.layout.placed if one not in offer]
    assert all(side.offer_box.contains(one.box) for one in offer)
    assert not any(side.offer_box.overlaps(one.box) or side.code_box.overlaps(one.box) for one in others)
    assert not side.offer_box.overlaps(side.code_box)
    body_end = max(one.box.bottom for one in side.layout.of(Part.BODY))
    assert all(body_end < line < side.offer_box.top for line in side.writing_lines)


def test_a_text_too_long_is_told() -> None:
    card = replace(MAPLE, text=replace(MAPLE.text, body="いつもありがとうございます。" * 60))

    assert check_recipient(PERSON, card) == ["text_too_long"]


def test_preview_shows_both_faces_at_the_asked_width() -> None:
    faces = preview_faces(PERSON, MAPLE, 300)

    assert faces.address is not None and faces.message is not None
    for face in (faces.address, faces.message):
        assert (face.width, face.height) == (300, 444)
        assert len(face.rgba) == 300 * 444 * 4
        assert set(face.rgba[3::4]) == {255}
    assert faces.message.rgba[:3] != b"\xff\xff\xff"
    only = preview_faces(PERSON, replace(MAPLE, options=CardOptions(side=CardSide.ADDRESS)), 300)
    assert only.message is None


def test_the_test_sheet_is_one_card_and_repeats() -> None:
    once = render_test_sheet(Calibration(dx=0.5))

    assert once == render_test_sheet(Calibration(dx=0.5)) != render_test_sheet()
    assert len(pypdfium2.PdfDocument(once)) == 1


def test_forms_of_address() -> None:
    assert honorific_for("林 健", "") == "様"
    assert honorific_for("林 健", "株式会社A", "先生") == "先生"
    assert honorific_for("林 健", "株式会社A", "御中") == "様"
    assert honorific_for("", "株式会社A") == "御中"


def test_recipients_from_the_record() -> None:
    person = recipient_from(
        CustomerFields(code="7", name="林 健", company="株式会社A", prefecture="東京都", city="渋谷区", street="神宮前1-2-3")
    )
    firm = recipient_from(CustomerFields(kind=CustomerKind.COMPANY, name="株式会社A", postal_code="150-0001"))

    assert (person.name, person.honorific, person.company, person.address) == ("林 健", "様", "株式会社A", "東京都渋谷区神宮前1-2-3")
    assert (firm.name, firm.honorific, firm.company) == ("株式会社A", "御中", "")
    assert isinstance(person, Recipient)
