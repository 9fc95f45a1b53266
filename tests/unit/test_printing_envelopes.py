"""Hard addresses on every paper, and the finished envelopes: a fixed part of the torture set; the bench lays the whole of it."""

from __future__ import annotations

import itertools
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from app.domain.addresses import Address
from app.domain.cards import Calibration, Card, CardDesign, CardOptions, CardSide, CardText, Direction, Recipient, Typeface
from app.domain.postal_barcode import bars_of_address
from app.domain.postal_codes import PostalArea
from app.domain.prints import PrintKind
from app.domain.progress import Cancelled
from app.printing.address_latin import is_abroad
from app.printing.address_side import AddressSide, compose_address
from app.printing.envelopes import code_mark
from app.printing.fonts import family, missing_characters
from app.printing.geometry import MM, PAPERS, Box, barcode_strip, code_corner, stamp_corner
from app.printing.house import PlacedField, render
from app.printing.layout import Part, row
from tests.qr_reader import read_code
from tests.unit.address_people import TORTURE_SET
from tests.unit.address_sheets import NAMES, faults, plain
from tests.unit.printing_people import SENDER

ENVELOPES = ("長形3号", "長形4号", "洋形2号", "洋形4号", "角形2号", "DL", "#10")
ADDRESSED = ("はがき", *ENVELOPES)
STEP = 7
PERSON = Recipient("C7", "林 健", "様", "150-0001", "東京都渋谷区神宮前1-2-3", "こもれびハイツ204", code="K7M4-2QX")
ABROAD = Recipient("C8", "Alexander Montgomery", "様", "94103", "1200 Market Street, San Francisco, CA, USA", "Apt 5B")


def sample(turn: int) -> Sequence[Recipient]:
    return TORTURE_SET[turn % STEP :: STEP]


def laid(person: Recipient, paper: str, **options: object) -> AddressSide:
    return compose_address(person, SENDER, CardOptions(**options), PAPERS[paper])  # type: ignore[arg-type]


def envelope(paper: str, **options: object) -> Card:
    return Card(CardDesign.PLAIN, CardText(), SENDER, CardOptions(paper=paper, **options), kind=PrintKind.ENVELOPE)  # type: ignore[arg-type]


def test_the_set_is_large_and_every_character_of_it_has_a_glyph() -> None:
    assert len(TORTURE_SET) >= 300
    assert len({person.key for person in TORTURE_SET}) == len(TORTURE_SET)
    texts = "".join(f"{one.name}{one.address}{one.building}{one.company}{one.department}{''.join(one.joint_names)}" for one in TORTURE_SET)
    assert missing_characters(texts) == ""


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("paper", ADDRESSED)
def test_hard_addresses_stand_right_on_every_paper(paper: str, direction: Direction) -> None:
    options = CardOptions(direction=direction, print_joint_names=True, typeface=Typeface.GOTHIC if paper == "DL" else Typeface.MINCHO)
    found = {
        person.key: wrong
        for person in sample(ADDRESSED.index(paper))
        if (wrong := faults(compose_address(person, SENDER, options, PAPERS[paper]), person, PAPERS[paper]))
    }
    assert found == {}


def test_the_name_below_a_firm_has_the_room_beside_the_sender() -> None:
    person = replace(PERSON, name="山田 太郎", company="株式会社青山フラワーサービス", department="営業本部 第二営業部", role="部長")
    layout = laid(person, "洋形4号").layout
    (name,), (role,) = layout.of(Part.NAME), layout.of(Part.ROLE)

    assert name.size >= laid(person, "洋形2号").layout.of(Part.NAME)[0].size >= 22
    assert name.box.top - role.box.bottom >= 2
    assert name.box.left >= max(one.box.right for one in layout.of(Part.SENDER)) + 5


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("paper", ADDRESSED)
def test_the_strip_of_the_customer_barcode_is_kept_empty(paper: str, direction: Direction) -> None:
    options = CardOptions(direction=direction, print_joint_names=True, postal_barcode=True)
    for person in sample(ADDRESSED.index(paper) + 2)[::3]:
        side = compose_address(person, SENDER, options, PAPERS[paper])
        assert faults(side, person, PAPERS[paper], with_barcode=not is_abroad(person)) == [], person.key


@pytest.mark.parametrize("paper", ADDRESSED)
def test_the_kept_places_lie_on_the_paper_and_apart(paper: str) -> None:
    sheet = PAPERS[paper]
    strip, corner = barcode_strip(sheet), code_corner(sheet)

    assert sheet.page.contains(strip) and sheet.page.contains(corner)
    assert min(strip.left, sheet.width - strip.right, sheet.height - strip.bottom) + 2.0 >= 8.2
    assert not strip.overlaps(stamp_corner(sheet)) and not corner.overlaps(stamp_corner(sheet))


def test_landscape_paper_has_the_number_at_an_even_pitch_and_no_boxes() -> None:
    side = laid(PERSON, "洋形2号", blank_stock=True)
    digits = side.layout.of(Part.POSTAL_DIGIT)

    assert "".join(one.text for one in digits) == "150-0001"
    middles = [one.box.middle for one in digits]
    steps = {round(after - before, 3) for before, after in itertools.pairwise(middles)}
    assert len(steps) == 1
    assert side.boxes == side.sender_boxes == ()


def test_the_boxes_of_a_large_envelope_stand_further_in() -> None:
    side = laid(PERSON, "角形2号")

    assert (side.boxes[0].top, round(240 - side.boxes[-1].right, 3)) == (18.0, 18.0)
    for digit, box in zip(side.layout.of(Part.POSTAL_DIGIT), side.boxes, strict=True):
        assert box.contains(digit.box)


@pytest.mark.parametrize("paper", ADDRESSED)
def test_the_name_stands_in_the_middle_below_the_address(paper: str) -> None:
    for direction in Direction:
        side = laid(PERSON, paper, direction=direction)
        names = [one.box for one in side.layout.of(*NAMES)]
        address = max(one.box.bottom for one in side.layout.of(Part.ADDRESS, Part.BUILDING))

        middle = (min(box.left for box in names) + max(box.right for box in names)) / 2
        assert middle == pytest.approx(PAPERS[paper].width / 2, abs=0.3)
        assert max(box.bottom for box in names) > address


def test_western_envelopes_have_the_sender_at_the_upper_left() -> None:
    own = laid(PERSON, "DL").layout.of(Part.SENDER)

    assert max(one.box.bottom for one in own) < 35
    assert max(one.box.right for one in own) < stamp_corner(PAPERS["DL"]).left
    assert own[0].text.startswith("150-0001")


def test_an_address_abroad_is_a_block_with_the_country_last_and_without_honorific() -> None:
    side = laid(ABROAD, "長形3号", blank_stock=True)
    rows = side.layout.of(Part.NAME, Part.BUILDING, Part.ADDRESS)

    assert rows[0].text == "Alexander Montgomery"
    assert rows[-1].text == "USA"
    assert "94103" in "".join(one.text for one in rows)
    assert len({one.box.left for one in rows}) == 1
    assert side.layout.of(Part.POSTAL_DIGIT) == [] and side.boxes == ()


def test_a_title_in_latin_letters_stands_in_front_abroad_and_a_japanese_number_in_its_boxes() -> None:
    titled = laid(replace(ABROAD, honorific="Ms."), "はがき").layout.of(Part.NAME)
    at_home = laid(replace(ABROAD, postal_code="150-0001", address="1-2-3 Jingumae, Shibuya-ku, Tokyo"), "はがき")

    assert "".join(one.text for one in titled) == "Ms. Alexander Montgomery"
    assert len(at_home.layout.of(Part.POSTAL_DIGIT)) == 7


def test_words_and_house_numbers_are_not_torn() -> None:
    building = "パークシティ柏の葉キャンパス ザ・ゲートタワー ウエスト 2607号室"
    long = replace(PERSON, address="群馬県邑楽郡邑楽町大字篠塚4567番地の89", building=building)
    for paper, direction in itertools.product(ADDRESSED, Direction):
        lines = [one.text for one in laid(long, paper, direction=direction).layout.of(Part.ADDRESS, Part.BUILDING)]
        for word in ("キャンパス", "ゲートタワー", "2607号", "4567番地", "大字"):
            assert any(word in line for line in lines), (paper, direction, word, lines)


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Sequence[Recipient]]]:
    folder = tmp_path_factory.mktemp("envelopes")
    found: dict[str, tuple[Path, Sequence[Recipient]]] = {}
    for turn, paper in enumerate(("長形3号", "洋形2号", "角形2号", "はがき")):
        people = [replace(person, code="K7M4-2QX") for person in sample(turn)]
        direction = Direction.HORIZONTAL if turn % 2 else Direction.VERTICAL
        path = folder / f"{turn}.pdf"
        job = envelope(paper, blank_stock=True, print_joint_names=True, direction=direction)
        path.write_bytes(render(people, job).document)
        found[paper] = (path, people)
    return found


def run(tool: str, *arguments: str) -> str:
    found = shutil.which(tool)
    assert found, f"{tool} is needed to judge the paper"
    return subprocess.run([found, *arguments], capture_output=True, text=True, check=True).stdout


def test_the_text_of_every_page_is_the_address_and_the_name(finished: dict[str, tuple[Path, Sequence[Recipient]]]) -> None:
    for paper, (path, people) in finished.items():
        pages = run("pdftotext", "-raw", str(path), "-").split("\f")
        assert len(pages) == len(people) + 1
        for person, said in zip(people, pages, strict=False):
            page = plain(said)
            for text in (person.name, person.building, person.company, person.department, *person.joint_names):
                assert plain(text) in page, (paper, person.key, text)
            for piece in person.address.split(","):
                assert plain(piece) in page, (paper, person.key, piece)
            if not is_abroad(person):
                assert re.sub(r"\D", "", person.postal_code) in re.sub(r"\D", "", page)


def test_the_files_are_sound_and_all_fonts_are_inside(finished: dict[str, tuple[Path, Sequence[Recipient]]]) -> None:
    for path, _ in finished.values():
        assert "No syntax or stream encoding errors" in run("qpdf", "--check", str(path))
        assert all(re.search(r"yes\s+yes\s+yes", row) for row in run("pdffonts", str(path)).splitlines()[2:])


@pytest.mark.parametrize("paper", ADDRESSED)
def test_the_page_is_the_paper(paper: str) -> None:
    made = render([PERSON], envelope(paper))

    size = pypdfium2.PdfDocument(made.document)[0].get_size()
    assert size == pytest.approx((PAPERS[paper].width * MM, PAPERS[paper].height * MM), abs=0.01)


def field(placed: Sequence[PlacedField], name: str) -> PlacedField:
    return next(one for one in placed if one.field == name)


def test_each_envelope_carries_its_code_in_signs_and_squares() -> None:
    made = render([PERSON, replace(PERSON, key="C9", code="")], envelope("長形3号"))

    assert "K7M4-2QX" in pypdfium2.PdfDocument(made.document)[0].get_textpage().get_text_range()
    assert [one.customer for one in made.placed if one.field == "code_squares"] == ["C7"]
    squares = field(made.placed, "code_squares")
    grey = pypdfium2.PdfDocument(made.document)[0].render(scale=300 / 72, grayscale=True).to_numpy()
    corner = code_corner(PAPERS["長形3号"])
    left, top, right, bottom = (round(mm * 300 / 25.4) for mm in (corner.left, corner.top, corner.right, corner.bottom))
    assert read_code(grey[top : bottom - 40, left:right]) == "K7M4-2QX"
    assert corner.contains(Box(squares.x / MM, 235 - (squares.y + squares.h) / MM, squares.w / MM, squares.h / MM))


@pytest.mark.parametrize("paper", ADDRESSED)
def test_the_customer_barcode_stands_in_its_strip_where_the_post_wants_it(paper: str) -> None:
    bars = bars_of_address(
        "150-0001", Address("東京都", "渋谷区", "神宮前1-2-3", "こもれびハイツ204"), [PostalArea("1500001", "東京都", "渋谷区", "神宮前")]
    )
    person = replace(PERSON, bars=bars)
    made = render([person], envelope(paper, postal_barcode=True))
    mark = field(made.placed, "barcode")
    sheet = PAPERS[paper]
    box = Box(mark.x / MM, sheet.height - (mark.y + mark.h) / MM, mark.w / MM, mark.h / MM)

    assert len(bars) == 67
    assert barcode_strip(sheet).contains(Box(box.left - 2, box.top - 2, box.width + 4, box.height + 4), 0.02)
    assert min(box.left, sheet.width - box.right, box.top, sheet.height - box.bottom) >= 9.99
    around = Box(box.left - 2, box.top - 2, box.width + 4, box.height + 4)
    code = field(made.placed, "code")
    assert not around.overlaps(Box(code.x / MM, sheet.height - (code.y + code.h) / MM, code.w / MM, code.h / MM))
    assert not [one for one in render([person], envelope(paper)).placed if one.field == "barcode"]
    assert not [one for one in render([replace(ABROAD, bars=bars)], envelope(paper, postal_barcode=True)).placed if one.field == "barcode"]


def test_a_postcard_of_a_run_has_its_barcode_too() -> None:
    card = replace(envelope("はがき", side=CardSide.ADDRESS, postal_barcode=True), kind=PrintKind.THANK_YOU)

    assert render([replace(PERSON, bars="1" * 67)], card).document != render([PERSON], card).document


def test_calibration_moves_everything() -> None:
    plain_run, moved = (render([PERSON], envelope("長形3号", calibration=one)) for one in (Calibration(), Calibration(dx=2.0, dy=1.0)))

    before, after = field(plain_run.placed, "name"), field(moved.placed, "name")
    assert after.x - before.x == pytest.approx(2 * MM, abs=0.02)
    assert after.y - before.y == pytest.approx(-1 * MM, abs=0.02)


def test_frames_are_drawn_on_blank_stock_alone() -> None:
    printed, blank = (render([PERSON], envelope("長形3号", blank_stock=one)).document for one in (False, True))
    landscape = [render([PERSON], envelope("洋形2号", blank_stock=one)).document for one in (False, True)]

    assert printed != blank
    assert landscape[0] == landscape[1]


class _Stop:
    def advance(self, done: int, total: int) -> None:
        if done >= 2:
            raise Cancelled


def test_a_run_can_be_stopped() -> None:
    with pytest.raises(Cancelled):
        render([PERSON] * 5, envelope("DL"), _Stop())


@pytest.mark.parametrize("direction", Direction)
def test_a_postcard_has_the_squares_of_its_code_where_nothing_comes_down_to_them(direction: Direction) -> None:
    for person in sample(3):
        side = laid(person, "はがき", direction=direction, print_joint_names=True)
        signs, squares = code_mark("K7M4-2QX", PAPERS["はがき"], side.layout.placed)
        assert squares is not None and squares.width >= 10.5, person.key
        white = Box(squares.left - 2, squares.top - 2, squares.width + 4, squares.height + 4)
        assert not any(one.box.overlaps(white) for one in side.layout.placed), person.key
        assert signs[0].box.bottom <= 148 - 4 and signs[0].box.middle == pytest.approx(squares.middle)

    low = row(Part.ADDRESS, "神宮前1-2-3", family(Typeface.MINCHO), 12.0, 70.0, 130.0)
    assert code_mark("K7M4-2QX", PAPERS["はがき"], [low])[1] is None
    assert code_mark("K7M4-2QX", PAPERS["はがき"], (), with_barcode=True)[1] is None
