"""Letters, cards, addresses and envelopes by the command line: pages, codes, the layout file, who is left out, the record of sending."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader
from sqlalchemy import select

from app.domain.cards import Calibration
from app.domain.offers import Offer, OfferKind
from app.domain.print_kinds import KindChoices, PieceOrder
from app.domain.print_profiles import PrinterProfile
from app.domain.print_runs import PrintSettings
from app.domain.prints import PrintKind
from app.domain.templates import Element, ElementKind, Frame, Template, TemplateKind
from app.models.customer import Customer
from app.models.database import Database
from app.queries.prints_log import print_log
from app.services.groups import add_group
from app.services.print_profiles import save_profile
from app.services.shop import save_print_settings
from app.services.templates import save_template
from tests.e2e.cli_runs import CommandLine
from tests.factories import NOW, add_customer, add_purchase
from tests.unit.template_samples import CARD, LETTER

HOME = {"postal_code": "150-0002", "prefecture": "東京都", "city": "渋谷区"}
MM = 72 / 25.4


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    line = CommandLine(tmp_path, capsys)
    line.json("new", "--name", "こもれび")
    database = Database.of_file(tmp_path / "okaeri.db")
    with database.write() as session:
        first = add_customer(session, "渡辺 真理", code="C001", street="渋谷1-2-3", **HOME)
        add_purchase(session, first, date(2026, 11, 1))
        add_customer(session, "清水 あゆみ", code="C002", street="渋谷4-5", do_not_contact=True, **HOME)
        add_customer(session, "石井 美代子", code="C003", street="渋谷7-8", **HOME)
        for template in (LETTER, CARD):
            save_template(session, template, now=NOW)
    database.close()
    return line


def _printed(shop: CommandLine, what: str, *arguments: str, name: str = "a.pdf", code: int = 0) -> dict[str, Any]:
    answer: dict[str, Any] = shop.json(
        "print", what, *arguments, "--out", str(shop.folder / name), "--date", "2026-11-20", "--language", "ja", code=code
    )
    return answer


def _texts(path: Path) -> list[str]:
    return [re.sub(r"\s", "", page.extract_text()) for page in PdfReader(path).pages]


def _sizes(path: Path) -> set[tuple[int, int]]:
    boxes = [page.mediabox for page in PdfReader(path).pages]
    return {(round(float(box.width) / MM), round(float(box.height) / MM)) for box in boxes}


EVERYBODY = ("--customer", "C001", "--customer", "C002", "--customer", "C003")


def test_letters_are_printed_with_their_codes_and_those_with_a_stop_listed(shop: CommandLine) -> None:
    answer = _printed(shop, "letter", "--template", "letter", *EVERYBODY)

    assert (answer["pages"], answer["printed"]) == (2, ["C001", "C003"])
    assert answer["left_out"] == [{"customer": "C002", "reason": "ご連絡を希望されていません。"}]
    texts = _texts(shop.folder / "a.pdf")
    for text, name, code in zip(texts, ("渡辺真理様", "石井美代子様"), answer["codes"].values(), strict=True):
        assert name in text
        assert code in text
    assert _sizes(shop.folder / "a.pdf") == {(210, 297)}


def test_every_kind_is_recorded_as_what_it_is(shop: CommandLine) -> None:
    runs = [
        _printed(shop, "letter", "--template", "お礼状", "--customer", "C001")["run"],
        _printed(shop, "card", "--template", "card", "--customer", "C001")["run"],
        _printed(shop, "envelope", "--customer", "C001")["run"],
    ]
    database = Database.of_file(shop.folder / "okaeri.db")
    with database.read() as session:
        rows = {row.id: row for row in print_log(session)}
    database.close()
    assert [rows[run].kind for run in runs] == [PrintKind.LETTER, PrintKind.THANK_YOU, PrintKind.ENVELOPE]
    assert [rows[run].title for run in runs] == ["ありがとうございました", "おかえりなさい。", ""]


@pytest.mark.parametrize(("side", "pages"), [("message", 1), ("address", 1), ("both", 2)])
def test_a_card_has_the_sides_asked_for(shop: CommandLine, side: str, pages: int) -> None:
    answer = _printed(shop, "card", "--template", "card", "--side", side, "--customer", "C001")

    assert answer["pages"] == pages
    assert bool(answer["codes"]) is (side != "address")
    assert _sizes(shop.folder / "a.pdf") == {(100, 148)}


def test_a_shipped_template_of_either_kind_prints_too(shop: CommandLine) -> None:
    rows = shop.json("templates")["rows"]
    for kind in ("letter", "card"):
        row = next(row for row in rows if row["kind"] == kind and row["key"] not in ("letter", "card"))
        answer = _printed(shop, kind, "--template", row["key"], "--customer", "C001", name=f"{kind}.pdf")
        assert answer["printed"] == ["C001"]


@pytest.mark.parametrize(
    ("what", "arguments", "size"),
    [
        ("address", (), (100, 148)),
        ("envelope", (), (120, 235)),
        ("envelope", ("--paper", "角形2号"), (240, 332)),
        ("envelope", ("--paper", "洋形４号"), (235, 105)),
        ("envelope", ("--paper", "dl", "--direction", "horizontal"), (220, 110)),
    ],
)
def test_addresses_lie_on_the_paper_asked_for(shop: CommandLine, what: str, arguments: tuple[str, ...], size: tuple[int, int]) -> None:
    answer = _printed(shop, what, *arguments, *EVERYBODY)

    assert answer["pages"] == 2
    assert _sizes(shop.folder / "a.pdf") == {size}
    texts = _texts(shop.folder / "a.pdf")
    assert "渡辺真理" in texts[0] and "石井美代子" in texts[1]
    assert answer["codes"]["C001"] in texts[0]


def test_vertical_on_a_landscape_envelope_is_said_not_to_be_followed(shop: CommandLine) -> None:
    said = [
        [row["text"] for row in _printed(shop, "envelope", "--paper", paper, "--direction", direction, "--customer", "C001")["warnings"]]
        for paper, direction in (("洋形2号", "vertical"), ("洋形2号", "horizontal"), ("長形3号", "vertical"))
    ]

    assert ["horizontally" in " ".join(texts) or "横書き" in " ".join(texts) for texts in said] == [True, False, False]


@pytest.mark.parametrize("what", ["member-cards", "referral-cards"])
def test_cards_for_the_purse_lie_ten_on_a_sheet(shop: CommandLine, what: str) -> None:
    layout = str(shop.folder / "l.json")
    answer = _printed(shop, what, *EVERYBODY, "--copies", "2", "--start", "9", "--layout", layout)

    assert (answer["pages"], answer["printed"]) == (2, ["C001", "C003"])
    assert _sizes(shop.folder / "a.pdf") == {(210, 297)}
    rows = json.loads((shop.folder / "l.json").read_text(encoding="utf-8"))
    assert {(row["customer"], row["page"]) for row in rows} == {("C001", 0), ("C003", 1)}
    first, second = _texts(shop.folder / "a.pdf")
    assert first.count(answer["codes"]["C001"]) == second.count(answer["codes"]["C003"]) == 2
    assert all(code.startswith("R") is (what == "referral-cards") for code in answer["codes"].values())


def test_labels_begin_at_the_first_free_one(shop: CommandLine) -> None:
    layout = str(shop.folder / "l.json")
    answer = _printed(shop, "labels", "--sheet", "28171", "--start", "12", "--copies", "2", *EVERYBODY, "--layout", layout)

    assert answer["pages"] == 2
    rows = json.loads((shop.folder / "l.json").read_text(encoding="utf-8"))
    assert {row["page"] for row in rows if row["customer"] == "C001"} == {0, 1}
    assert {row["page"] for row in rows if row["customer"] == "C003"} == {1}
    assert "error" in _printed(shop, "labels", "--sheet", "28171", "--start", "13", "--customer", "C001", name="b.pdf", code=1)
    assert "error" in _printed(shop, "labels", "--sheet", "99999", "--customer", "C001", name="b.pdf", code=1)
    assert "error" in _printed(shop, "labels", "--sheet", "28171", "--copies", "0", "--customer", "C001", name="b.pdf", code=2)
    assert not (shop.folder / "b.pdf").exists()


def test_a_place_that_the_sheet_has_not_and_too_many_copies_are_refused(shop: CommandLine) -> None:
    for what in ("member-cards", "labels"):
        assert "error" in _printed(shop, what, "--start", "99", "--customer", "C001", code=1)
        assert "99" in str(_printed(shop, what, "--copies", "100", "--customer", "C001", code=2)["error"])
    assert not (shop.folder / "a.pdf").exists()


def test_what_was_chosen_in_the_window_holds_until_an_option_says_otherwise(shop: CommandLine) -> None:
    kinds = KindChoices(
        sheet="A-one 28366", envelope="角形2号", starts={"labels": 24}, copies={"labels": 2}, shifts={"labels": (2.0, 3.0)},
        order=PieceOrder.KANA, postal_barcode=True,
    )  # fmt: skip
    database = Database.of_file(shop.folder / "okaeri.db")
    with database.write() as session:
        save_print_settings(session, PrintSettings(dx=5.0, dy=-3.0, kinds=kinds).to_json())
    database.close()

    assert _printed(shop, "labels", "--customer", "C001")["pages"] == 2
    assert _printed(shop, "labels", "--customer", "C001", "--sheet", "28171", name="b.pdf")["pages"] == 1
    everybody = _printed(shop, "envelope", *EVERYBODY, name="c.pdf")
    assert (everybody["printed"], everybody["without_barcode"]) == (["C001", "C003"], [])
    assert _printed(shop, "envelope", "--customer", "C003", "--customer", "C001", name="d.pdf")["printed"] == ["C001", "C003"]
    assert _sizes(shop.folder / "c.pdf") == {(240, 332)}


def test_an_unknown_group_is_answered_with_those_there_are(shop: CommandLine) -> None:
    database = Database.of_file(shop.folder / "okaeri.db")
    with database.write() as session:
        for number in range(1, 24):
            add_group(session, f"お得意様{number}", None, customer_ids=[1], now=NOW)
    database.close()

    said = str(_printed(shop, "letter", "--template", "letter", "--group", "ご近所", code=1)["error"])

    assert all(word in said for word in ("ご近所", "reach-out", "お得意様1,", "お得意様20"))
    assert "お得意様21" not in said and "3" in said.rpartition("お得意様20")[2]


@pytest.mark.parametrize("what", ["envelope", "labels", "address"])
def test_envelopes_and_labels_follow_the_letters_piece_by_piece(shop: CommandLine, what: str) -> None:
    letters = _printed(shop, "letter", "--template", "letter", "--customer", "C003", "--customer", "C002", "--customer", "C001")

    answer = _printed(shop, what, "--for-run", str(letters["run"]), name="b.pdf")

    assert answer["printed"] == letters["printed"] == ["C003", "C001"]
    assert answer["codes"] == letters["codes"]
    text = "".join(_texts(shop.folder / "b.pdf"))
    assert text.index("石井美代子") < text.index("渡辺真理")
    assert all(code in text for code in letters["codes"].values())


def test_a_piece_that_has_moved_since_its_letter_is_told(shop: CommandLine) -> None:
    run = str(_printed(shop, "letter", "--template", "letter", "--customer", "C001")["run"])
    database = Database.of_file(shop.folder / "okaeri.db")
    with database.write() as session:
        session.scalars(select(Customer).where(Customer.code == "C001")).one().street = "神南9-9"
    database.close()

    warned = _printed(shop, "envelope", "--for-run", run, "--strict", name="b.pdf", code=1)

    assert "C001" in str(warned["error"]) and not (shop.folder / "b.pdf").exists()
    assert "渋谷1" in _texts_of(shop, _printed(shop, "labels", "--for-run", run, name="b.pdf"))


def _texts_of(shop: CommandLine, answer: dict[str, Any]) -> str:
    return "".join(_texts(Path(answer["file"])))


def test_who_a_run_is_for_is_said_once(shop: CommandLine) -> None:
    assert "error" in _printed(shop, "envelope", "--for-run", "1", "--customer", "C001", code=2)
    assert "error" in _printed(shop, "envelope", "--for-run", "1", "--sort", "kana", code=2)
    assert "error" in _printed(shop, "letter", "--template", "letter", "--for-run", "1", code=2)
    assert "error" in _printed(shop, "envelope", "--for-run", "77", code=1)


def test_the_pieces_come_out_sorted_where_it_is_asked_for(shop: CommandLine) -> None:
    database = Database.of_file(shop.folder / "okaeri.db")
    with database.write() as session:
        place = {"postal_code": "160-0022", "city": "新宿区", "street": "新宿4-1"}
        add_customer(session, "青木 一郎", code="C004", kana="アオキ イチロウ", **place)
        session.scalars(select(Customer).where(Customer.code == "C003")).one().kana = "イシイ ミヨコ"
    database.close()
    everybody = (*EVERYBODY, "--customer", "C004")

    asked = [
        _printed(shop, "envelope", *everybody, *sort, "--paper", paper, name=f"{number}.pdf")["printed"]
        for number, (paper, sort) in enumerate(
            zip(("長形3号", "長形4号", "DL"), ((), ("--sort", "postcode"), ("--sort", "kana")), strict=True)
        )
    ]
    once_more = _printed(shop, "envelope", *everybody, "--paper", "DL", name="3.pdf")

    assert asked == [["C001", "C003", "C004"], ["C003", "C001", "C004"], ["C004", "C003", "C001"]]
    assert "青木" in _texts(shop.folder / "2.pdf")[0]
    # What was printed already keeps the numbers of the log.
    assert once_more["printed"] == asked[2]
    assert (shop.folder / "3.pdf").read_bytes() == (shop.folder / "2.pdf").read_bytes()


def test_the_barcode_of_the_post_stands_only_where_the_address_has_one(shop: CommandLine) -> None:
    database = Database.of_file(shop.folder / "okaeri.db")
    with database.write() as session:
        add_customer(session, "青木 一郎", code="C004", postal_code="150-0002", city="渋谷区", street="旧渋谷1-2")
    database.close()
    layout = str(shop.folder / "l.json")

    answer = _printed(shop, "envelope", "--postal-barcode", "--customer", "C001", "--customer", "C004", "--layout", layout)

    assert answer["without_barcode"] == ["C004"]
    rows = json.loads((shop.folder / "l.json").read_text(encoding="utf-8"))
    assert {row["customer"] for row in rows if row["field"] == "barcode"} == {"C001"}
    assert "without_barcode" not in _printed(shop, "envelope", "--customer", "C001", name="b.pdf")


def test_an_offer_stands_on_it_only_when_asked_for(shop: CommandLine) -> None:
    offer = Offer(OfferKind.PERCENT, 10, words="カット 10%引き")
    database = Database.of_file(shop.folder / "okaeri.db")
    with database.write() as session:
        save_print_settings(session, PrintSettings(offer=offer).to_json())
    database.close()

    _printed(shop, "letter", "--template", "letter", "--customer", "C001")
    _printed(shop, "letter", "--template", "letter", "--customer", "C001", "--offer", name="b.pdf")

    assert "10%引き" not in _texts(shop.folder / "a.pdf")[0]
    assert "10%引き" in _texts(shop.folder / "b.pdf")[0]


def test_a_group_of_the_shop_goes_by_its_name(shop: CommandLine) -> None:
    database = Database.of_file(shop.folder / "okaeri.db")
    with database.write() as session:
        add_group(session, "お得意様", None, customer_ids=[3, 1], now=NOW)
    database.close()

    assert sorted(_printed(shop, "letter", "--template", "letter", "--group", "お得意様")["printed"]) == ["C001", "C003"]


def test_the_layout_file_says_where_everything_lies(shop: CommandLine) -> None:
    _printed(shop, "letter", "--template", "letter", *EVERYBODY, "--layout", str(shop.folder / "l.json"))

    rows = json.loads((shop.folder / "l.json").read_text(encoding="utf-8"))

    assert {tuple(row) for row in rows} == {("piece", "customer", "field", "page", "x", "y", "w", "h")}
    assert {(row["piece"], row["customer"], row["page"]) for row in rows} == {(1, "C001", 0), (2, "C003", 1)}
    named = next(row for row in rows if row["field"] == "salutation" and row["piece"] == 2)
    document = pypdfium2.PdfDocument(shop.folder / "a.pdf")
    text = document[1].get_textpage()
    said = text.get_text_bounded(named["x"] - 1, named["y"] - 2, named["x"] + named["w"] + 1, named["y"] + named["h"] + 2)
    document.close()
    assert re.sub(r"\s", "", said) == "石井美代子様"


def test_a_layout_that_cannot_be_written_records_nothing(shop: CommandLine) -> None:
    (shop.folder / "l.json").mkdir()
    _printed(shop, "letter", "--template", "letter", "--customer", "C001", "--layout", str(shop.folder / "l.json"), code=1)
    database = Database.of_file(shop.folder / "okaeri.db")
    with database.read() as session:
        assert print_log(session) == []
    database.close()
    assert not (shop.folder / "a.pdf").exists()


def test_the_same_letters_again_are_the_same_bytes_and_one_record(shop: CommandLine) -> None:
    first = _printed(shop, "letter", "--template", "letter", "--customer", "C001")
    second = _printed(shop, "letter", "--template", "letter", "--customer", "C001", name="b.pdf")

    assert (shop.folder / "a.pdf").read_bytes() == (shop.folder / "b.pdf").read_bytes()
    assert (first["run"], first["codes"]) == (second["run"], second["codes"])


def test_nobody_left_and_what_is_unknown_are_refused(shop: CommandLine) -> None:
    assert _printed(shop, "letter", "--template", "letter", "--customer", "C002", code=1)["printed"] == []
    assert "card" in str(_printed(shop, "card", "--template", "letter", "--customer", "C001", code=1)["error"])
    assert "長形3号" in str(_printed(shop, "envelope", "--paper", "papyrus", "--customer", "C001", code=1)["error"])
    assert "error" in _printed(shop, "letter", "--template", "letter", code=2)
    assert "error" in _printed(shop, "letter", "--customer", "C001", code=2)
    assert not (shop.folder / "a.pdf").exists()


def test_a_template_that_cannot_be_printed_is_refused_before_anything_is_recorded(shop: CommandLine) -> None:
    broken = Template(
        "broken", "ja", TemplateKind.LETTER, "壊れた手紙", "A4",
        (Element(ElementKind.TEXT, "body", Frame(20, 20, 160, 50), text="{{靴のサイズ}}"),),
    )  # fmt: skip
    database = Database.of_file(shop.folder / "okaeri.db")
    with database.write() as session:
        save_template(session, broken, now=NOW)

    said = str(_printed(shop, "letter", "--template", "broken", "--customer", "C001", code=1)["error"])
    assert "靴のサイズ" in said and said.endswith("何も印刷していません。")

    with database.read() as session:
        assert print_log(session) == []
    database.close()


def test_the_templates_are_listed_in_both_languages(shop: CommandLine) -> None:
    rows = shop.json("templates")["rows"]

    assert {row["language"] for row in rows} == {"ja", "en"}
    assert {(row["key"], row["kind"], row["name"]) for row in rows if row["is_own"]} == {
        ("letter", "letter", "お礼状"), ("card", "card", "季節のはがき"),
    }  # fmt: skip
    assert {row["kind"] for row in shop.json("templates", "--kind", "letter")["rows"]} == {"letter"}
    assert "お礼状" in shop.text("templates", "--language", "ja")


def test_a_printer_has_its_own_shift_on_each_paper_and_an_unknown_one_is_refused(shop: CommandLine) -> None:
    database = Database.of_file(shop.folder / "okaeri.db")
    with database.write() as session:
        save_print_settings(session, PrintSettings(dx=2.0, kinds=KindChoices(shifts={"envelope": (4.0, 0.0)})).to_json())
        save_profile(session, PrinterProfile("受付", "長形3号", Calibration(dx=7.0)), now=NOW)
        save_profile(session, PrinterProfile("受付", "はがき", Calibration(dx=-3.0, scale=98.0, rotated=True)), now=NOW)
    database.close()

    def left(what: str, *arguments: str) -> float:
        return _name_box(shop, what, *arguments, "--customer", "C001")[0] / MM

    usual = left("envelope")
    assert left("envelope", "--printer", "受付") - usual == pytest.approx(3.0, abs=0.05)
    assert left("address", "--printer", "受付") != left("address")
    box, turned = _name_box(shop, "address", "--customer", "C001"), _name_box(shop, "address", "--printer", "受付", "--customer", "C001")
    width = 100 * MM
    assert turned[0] == pytest.approx(width / 2 - (box[0] - 2 * MM + box[2] - width / 2) * 0.98 + 3 * MM, abs=0.1)
    refused = _printed(shop, "envelope", "--paper", "角形2号", "--printer", "受付", "--customer", "C001", code=1)
    assert "受付 (はがき), 受付 (長形3号)" in refused["error"]


def _name_box(shop: CommandLine, what: str, *arguments: str) -> tuple[float, float, float, float]:
    layout = shop.folder / "where.json"
    _printed(shop, what, *arguments, "--layout", str(layout))
    one = next(one for one in json.loads(layout.read_text(encoding="utf-8")) if one["field"] == "name")
    return one["x"], one["y"], one["w"], one["h"]
