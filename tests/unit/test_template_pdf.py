"""Letters and cards after templates as finished PDFs: sound, readable, each name on its own page, the same bytes each time."""

from __future__ import annotations

import base64
import io
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader

from app.domain.cards import Calibration, Card, CardOptions, CardSide
from app.domain.codes import piece_code, written
from app.domain.print_problems import NothingToPrint, PrintProblem, UnknownField
from app.domain.prints import PrintKind
from app.domain.progress import Cancelled
from app.domain.templates import Element, ElementKind, Frame, PaperUnfit, PictureTooLarge, PictureUnreadable, TemplateNeeded, UnknownPaper
from app.printing.checks import check_recipient
from app.printing.house import Made, PlacedField, render
from app.printing.job import check_text
from app.printing.preview import preview_pages
from app.printing.template_pictures import read_picture
from tests.qr_reader import read_code
from tests.unit.printing_people import TORTURE
from tests.unit.template_samples import CARD, LETTER, OFFER, PARAGRAPH, PERSON, job_of, with_element

PEOPLE = [
    replace(person, fields=PERSON.fields, code=written(piece_code(b"a secret", str(number)))) for number, person in enumerate(TORTURE[:40])
]
LONG = with_element(LETTER, "body", text="\n".join([PARAGRAPH] * 9))


def run(tool: str, *arguments: str) -> str:
    found = shutil.which(tool)
    assert found, f"{tool} is needed to judge the paper"
    return subprocess.run([found, *arguments], capture_output=True, text=True, check=True).stdout


def spoken(text: str) -> str:
    return re.sub(r"\s", "", text)


def letters(**changes: object) -> Made:
    return render(PEOPLE, job_of(LETTER, offer=OFFER, **changes))


@pytest.fixture(scope="module")
def letter_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("letters") / "letters.pdf"
    path.write_bytes(letters().document)
    return path


def test_the_file_is_sound_and_its_fonts_are_embedded(letter_file: Path) -> None:
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", str(letter_file))
    rows = run("pdffonts", str(letter_file)).splitlines()[2:]
    assert rows
    assert all(re.search(r"yes yes yes +\d+ +\d+$", row) for row in rows), rows


def test_every_name_address_and_code_stands_on_its_own_page(letter_file: Path) -> None:
    pages = run("pdftotext", str(letter_file), "-").split("\f")

    for person, page in zip(PEOPLE, pages, strict=False):
        said = spoken(page)
        assert spoken(f"{person.name}{person.honorific}") in said
        assert person.code in said
        assert spoken(person.address)[:8] in said
        assert "ありがとうございました" in said


def test_the_paper_has_its_true_size() -> None:
    for paper, size in (("A4", (595.28, 841.89)), ("A5", (419.53, 595.28)), ("B5", (515.91, 728.5)), ("Letter", (612, 792))):
        art = replace(LETTER.elements[0], frame=Frame(0, 0, 140, 60))
        letter = replace(LETTER, paper=paper, elements=(art,), continuation=None)
        box = PdfReader(io.BytesIO(render([PERSON], job_of(letter)).document)).pages[0].mediabox
        assert (float(box.width), float(box.height)) == pytest.approx(size, abs=0.2)


def test_the_same_run_gives_the_same_bytes() -> None:
    assert letters().document == letters().document
    assert letters().document != render(PEOPLE[:39], job_of(LETTER, offer=OFFER)).document


def test_what_is_the_same_on_all_is_written_once() -> None:
    one, forty = len(render(PEOPLE[:1], job_of(LETTER)).document), len(render(PEOPLE, job_of(LETTER)).document)

    assert (forty - one) / 39 < 3500


def test_a_long_letter_has_two_pages_for_each_and_says_whose_they_are() -> None:
    made = render(PEOPLE[:3], job_of(LONG))

    pages = [spoken(page.extract_text()) for page in PdfReader(io.BytesIO(made.document)).pages]
    assert made.pages == len(pages) == 6
    for number, person in enumerate(PEOPLE[:3]):
        assert spoken(f"{person.name}{person.honorific}2/2") in pages[2 * number + 1]
        assert "敬具" in pages[2 * number + 1]
    assert {field.page for field in made.placed if field.piece == 2} == {2, 3}


def test_the_code_of_every_letter_is_read_back_from_a_scan() -> None:
    document = pypdfium2.PdfDocument(letters().document)
    read = []
    for number in range(6):
        drawn = document[number].render(scale=200 / 72, grayscale=True)
        pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint8]] = np.frombuffer(drawn.buffer, np.uint8)
        page = pixels.reshape(drawn.height, drawn.stride)[:, : drawn.width]
        # The corner in which the code stands: a reader of whole pages is not what is tried here.
        read.append(read_code(page[round(0.80 * drawn.height) : round(0.92 * drawn.height), round(0.7 * drawn.width) : -20]))
    document.close()
    assert read == [person.code for person in PEOPLE[:6]]


@pytest.mark.parametrize("calibration", [Calibration(), Calibration(dx=4, dy=-3, scale=99), Calibration(rotated=True)])
def test_what_is_said_to_be_placed_is_where_the_page_shows_it(calibration: Calibration) -> None:
    made = render([PERSON], job_of(LETTER, options=CardOptions(calibration=calibration)))
    field = next(one for one in made.placed if one.field == "salutation")

    document = pypdfium2.PdfDocument(made.document)
    drawn = document[0].render(scale=2, grayscale=True).to_numpy()
    top = round((841.89 - field.y - field.h) * 2)
    left = round(field.x * 2)
    part = drawn[top : top + round(field.h * 2), left : left + round(field.w * 2)]
    around = drawn[top - 6 : top + round(field.h * 2) + 6, left - 6 : left + round(field.w * 2) + 6]
    document.close()
    assert (part < 128).sum() > 200
    assert (around < 128).sum() == (part < 128).sum()


def test_a_card_has_its_template_on_the_message_side_and_the_address_behind() -> None:
    both = render(PEOPLE[:2], job_of(CARD))
    pages = [spoken(page.extract_text()) for page in PdfReader(io.BytesIO(both.document)).pages]

    assert both.pages == 4
    assert "おかえりなさい。" in pages[0] and PEOPLE[0].code in pages[0]
    assert spoken(PEOPLE[0].name) in pages[1] and PEOPLE[0].code not in pages[1]
    assert {"body", "code"} <= {one.field for one in both.placed if one.page == 0}
    assert {"name", "address"} <= {one.field for one in both.placed if one.page == 1}
    assert render(PEOPLE[:2], job_of(CARD, options=CardOptions(side=CardSide.MESSAGE))).pages == 2
    assert render(PEOPLE[:2], job_of(CARD, options=CardOptions(side=CardSide.ADDRESS))).pages == 2


def test_a_run_can_be_stopped() -> None:
    class Stop:
        def advance(self, done: int, total: int) -> None:
            if done == 3:
                raise Cancelled()

    with pytest.raises(Cancelled):
        render(PEOPLE, job_of(LETTER), Stop())


def test_a_letter_needs_a_template_and_a_person() -> None:
    with pytest.raises(TemplateNeeded):
        render(PEOPLE, replace(job_of(LETTER), template=None, kind=PrintKind.LETTER))
    with pytest.raises(NothingToPrint):
        render([], job_of(LETTER))


def test_the_text_of_a_template_is_checked_like_that_of_a_design() -> None:
    check_text(job_of(CARD))
    with pytest.raises(UnknownField):
        check_text(job_of(with_element(CARD, "body", text="{{shoesize}}")))


def picture(kind: str, mode: str, size: tuple[int, int] = (60, 40), **saved: object) -> str:
    out = io.BytesIO()
    colours: dict[str, object] = {"RGB": (200, 30, 30), "L": 40, "RGBA": (20, 20, 200, 90), "CMYK": (0, 200, 200, 0), "P": 3, "1": 0}
    Image.new(mode, size, colours[mode]).save(out, kind, **saved)  # type: ignore[arg-type]
    return base64.b64encode(out.getvalue()).decode()


@pytest.mark.parametrize(
    ("kind", "mode"),
    [*(("PNG", mode) for mode in ("RGB", "RGBA", "L", "P", "1")), *(("JPEG", mode) for mode in ("RGB", "L", "CMYK"))],
)
def test_a_picture_is_put_into_the_file_once_and_shown_on_every_page(kind: str, mode: str, tmp_path: Path) -> None:
    shown = Element(ElementKind.IMAGE, "logo", Frame(10, 10, 40, 40), image=picture(kind, mode))
    made = render(PEOPLE[:3], job_of(LETTER.with_elements((*LETTER.elements, shown))))
    path = tmp_path / "picture.pdf"
    path.write_bytes(made.document)

    assert "No syntax or stream encoding errors" in run("qpdf", "--check", str(path))
    assert made.document.count(b"/Subtype /Image") == (2 if mode == "RGBA" else 1)
    document = pypdfium2.PdfDocument(made.document)
    for number in range(3):
        pixels = document[number].render(scale=1).to_numpy()
        # 60 x 40 dots in a square of 40 mm: as wide as the square, two thirds as high, in the middle.
        assert tuple(pixels[round(30 * 72 / 25.4), round(30 * 72 / 25.4)][:3]) != tuple(pixels[round(14 * 72 / 25.4), 85][:3])
    document.close()


def test_a_picture_turned_by_its_camera_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6

    read = read_picture(picture("JPEG", "RGB", (60, 40), exif=exif), "photo")

    assert (read.width, read.height) == (40, 60)


@pytest.mark.parametrize(
    "content", ["", "no base64!", base64.b64encode(b"GIF89a\x01\x00\x01\x00").decode(), base64.b64encode(b"\x89PNG\r\n\x1a\nxxxx").decode()]
)
def test_what_is_no_picture_is_refused(content: str) -> None:
    with pytest.raises(PictureUnreadable):
        read_picture(content, "logo")


def test_a_picture_that_ends_too_early_is_refused() -> None:
    whole = base64.b64decode(picture("JPEG", "RGB", (400, 300)))

    with pytest.raises(PictureUnreadable):
        read_picture(base64.b64encode(whole[: len(whole) // 2]).decode(), "photo")


def test_a_huge_picture_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(PictureTooLarge):
        read_picture(picture("PNG", "1", (6001, 10)), "poster")
    with pytest.raises(PictureTooLarge):
        read_picture("A" * (7 * 1024 * 1024), "poster")


def test_a_placed_field_names_piece_and_customer() -> None:
    made = render(PEOPLE[:2], job_of(CARD, options=CardOptions(side=CardSide.MESSAGE)))
    field = next(one for one in made.placed if one.piece == 2 and one.field == "code")

    assert isinstance(field, PlacedField)
    assert (field.customer, field.page) == (PEOPLE[1].key, 1)
    assert field.w == pytest.approx(field.h)


def test_the_preview_of_a_letter_shows_every_page_of_it() -> None:
    pictures = preview_pages(PEOPLE[0], job_of(LONG, options=CardOptions(calibration=Calibration(dx=10))), 420)

    assert [one.width for one in pictures] == [420, 420]
    assert all(len(one.rgba) == one.width * one.height * 4 for one in pictures)
    assert pictures[0].rgba != pictures[1].rgba
    straight = preview_pages(PEOPLE[0], job_of(LONG), 420)
    assert [one.rgba for one in straight] == [one.rgba for one in pictures]


@pytest.mark.parametrize(
    ("job", "problems"),
    [
        (job_of(LETTER), []),
        (job_of(with_element(LETTER, "signature", text="{{name}}" * 200)), [PrintProblem.TEXT_TOO_LONG]),
        (job_of(CARD, options=CardOptions(side=CardSide.MESSAGE)), []),
        (job_of(with_element(CARD, "body", text="長い文。" * 200)), [PrintProblem.TEXT_TOO_LONG]),
    ],
)
def test_the_check_list_looks_at_the_finished_piece(job: Card, problems: list[PrintProblem]) -> None:
    assert check_recipient(PERSON, job) == problems


def test_an_address_counts_where_one_is_printed_and_for_letters_that_go_in_an_envelope() -> None:
    homeless = replace(PERSON, postal_code="", address="", building="")
    without = LETTER.with_elements(one for one in LETTER.elements if one.name != "addressee")

    assert check_recipient(homeless, job_of(LETTER)) == [PrintProblem.NO_ADDRESS, PrintProblem.NO_POSTCODE]
    assert check_recipient(homeless, job_of(without)) == [PrintProblem.NO_ADDRESS, PrintProblem.NO_POSTCODE]
    assert check_recipient(homeless, job_of(CARD, options=CardOptions(side=CardSide.MESSAGE))) == []
    assert check_recipient(replace(PERSON, message="\U0010fffd"), job_of(without)) == [PrintProblem.MISSING_CHARACTERS]
    assert check_recipient(replace(PERSON, building="\U0010fffd"), job_of(without)) == []


UNPRINTABLE = "猫 \U0010fffd"
OWN_FIELDS = {**PERSON.fields, "pet": UNPRINTABLE}


@pytest.mark.parametrize(
    ("change", "job", "is_printed"),
    [
        ({"fields": OWN_FIELDS}, job_of(LETTER), False),
        ({"fields": OWN_FIELDS}, job_of(with_element(LETTER, "body", text="{{pet}}も元気ですか。")), True),
        ({"fields": OWN_FIELDS}, job_of(CARD), False),
        ({"joint_names": (UNPRINTABLE,)}, job_of(LETTER), False),
        ({"joint_names": (UNPRINTABLE,)}, job_of(LETTER, options=CardOptions(print_joint_names=True)), True),
        ({"company": UNPRINTABLE}, job_of(CARD, options=CardOptions(side=CardSide.MESSAGE)), False),
        ({"company": UNPRINTABLE}, job_of(CARD, options=CardOptions(side=CardSide.ADDRESS)), True),
        ({"message": UNPRINTABLE}, job_of(CARD, options=CardOptions(side=CardSide.ADDRESS)), False),
        ({"fields": OWN_FIELDS}, replace(job_of(LETTER), template=None, kind=PrintKind.ENVELOPE), False),
        ({"building": UNPRINTABLE}, replace(job_of(LETTER), template=None, kind=PrintKind.ENVELOPE), True),
    ],
)
def test_only_what_is_printed_must_be_in_a_font(change: dict[str, object], job: Card, is_printed: bool) -> None:
    found = check_recipient(replace(PERSON, **change), job)  # type: ignore[arg-type]
    assert (PrintProblem.MISSING_CHARACTERS in found) == is_printed


def test_the_address_side_lies_on_the_paper_of_the_template() -> None:
    wide = replace(CARD, paper="洋形2号", elements=tuple(one for one in CARD.elements if one.frame.top + one.frame.height < 114))
    pages = PdfReader(io.BytesIO(render([PERSON], job_of(wide)).document)).pages

    assert len({(float(page.mediabox.width), float(page.mediabox.height)) for page in pages}) == 1
    assert check_recipient(PERSON, job_of(wide)) == []
    purse = job_of(replace(CARD, paper="名刺"))
    with pytest.raises(PaperUnfit):
        render([PERSON], purse)
    with pytest.raises(UnknownPaper):
        check_recipient(PERSON, purse)


def test_where_things_lie_is_noted_only_for_whoever_asks() -> None:
    asked, silent = render(PEOPLE[:3], job_of(CARD)), render(PEOPLE[:3], job_of(CARD), notes_places=False)

    assert asked.document == silent.document
    assert asked.placed
    assert silent.placed == ()


def test_the_parts_of_an_addressee_are_noted_one_by_one() -> None:
    placed = {field.field: field for field in render([PERSON], job_of(LETTER)).placed}

    assert {"addressee", "postal_digit", "address", "building", "name"} <= set(placed)
    whole = placed["addressee"]
    assert placed["name"].y >= whole.y
    assert placed["name"].y < placed["address"].y
