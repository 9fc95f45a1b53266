"""print thank-you by the command line: who is printed, who is left out and why, the bytes, the record of sending."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.cli.print_people import find_group
from app.domain.print_runs import PrintGroup
from app.domain.ready_groups import UnknownGroup
from app.domain.segments import Segment
from app.domain.status import Chip
from app.models.database import Database
from app.queries.prints_log import print_log
from tests.e2e.cli_runs import CommandLine
from tests.factories import add_customer, add_purchase

HOME = {"postal_code": "150-0002", "prefecture": "東京都", "city": "渋谷区"}


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    line = CommandLine(tmp_path, capsys)
    line.json("new", "--name", "こもれび")
    database = Database.of_file(tmp_path / "okaeri.db")
    with database.write() as session:
        first = add_customer(session, "渡辺 真理", code="C001", street="渋谷1-2-3", **HOME)
        add_purchase(session, first, date(2026, 11, 1))
        add_customer(session, "清水 あゆみ", code="C002", street="渋谷4-5", do_not_contact=True, **HOME)
        add_customer(session, "石井 美代子", street="渋谷7-8", **HOME)
    database.close()
    return line


def _printed(shop: CommandLine, *arguments: str, name: str = "a.pdf", code: int = 0) -> dict[str, object]:
    return shop.json(
        "print", "thank-you", *arguments, "--out", str(shop.folder / name), "--date", "2026-11-20", "--language", "ja", code=code
    )


def test_cards_are_printed_and_those_with_a_stop_listed(shop: CommandLine) -> None:
    answer = _printed(shop, "--customer", "C001", "--customer", "C002", "--customer", "#3")
    assert (answer["pages"], answer["printed"]) == (4, ["C001", "#3"])
    assert answer["left_out"] == [{"customer": "C002", "reason": "ご連絡を希望されていません。"}]
    pages = [page.extract_text() for page in PdfReader(shop.folder / "a.pdf").pages]
    assert "渡辺" in pages[0]
    assert "石井" in pages[2]


def test_the_run_is_recorded_as_sent(shop: CommandLine) -> None:
    _printed(shop, "--customer", "C001")
    database = Database.of_file(shop.folder / "okaeri.db")
    with database.read() as session:
        (row,) = print_log(session)
    database.close()
    assert (row.day, row.pieces, row.title) == (date(2026, 11, 20), 1, "ありがとうございます")


def test_twice_the_same_gives_the_same_bytes_and_a_warning(shop: CommandLine) -> None:
    first = _printed(shop, "--customer", "C001")
    second = _printed(shop, "--customer", "C001", name="b.pdf")
    assert (shop.folder / "a.pdf").read_bytes() == (shop.folder / "b.pdf").read_bytes()
    assert first["warnings"] == []
    (same_run,) = (warning["text"] for warning in second["warnings"])  # type: ignore[attr-defined]
    assert "1" in same_run
    database = Database.of_file(shop.folder / "okaeri.db")
    with database.read() as session:
        assert [row.pieces for row in print_log(session)] == [1]
    database.close()
    refused = _printed(shop, "--customer", "C001", "--strict", name="c.pdf", code=1)
    assert "error" in refused
    assert not (shop.folder / "c.pdf").exists()


@pytest.mark.parametrize(("side", "pages"), [("address", 1), ("message", 1), ("both", 2)])
@pytest.mark.parametrize("direction", ["vertical", "horizontal"])
def test_sides_and_directions(shop: CommandLine, side: str, pages: int, direction: str) -> None:
    assert _printed(shop, "--customer", "C001", "--side", side, "--direction", direction)["pages"] == pages
    reader = PdfReader(shop.folder / "a.pdf")
    assert [round(float(length) / 72 * 25.4) for length in reader.pages[0].mediabox[2:]] == [100, 148]


def test_nobody_left_prints_nothing(shop: CommandLine) -> None:
    answer = _printed(shop, "--customer", "C002", code=1)
    assert (answer["pages"], answer["printed"]) == (0, [])
    assert answer["left_out"] != []
    assert shop.said.strip() != ""
    assert not (shop.folder / "a.pdf").exists()


def test_unknown_customers_and_groups_are_refused(shop: CommandLine) -> None:
    assert "C009" in str(_printed(shop, "--customer", "C009", code=1)["error"])
    assert "reach-out" in str(_printed(shop, "--group", "nobody", code=1)["error"])


def test_somebody_must_be_named(shop: CommandLine) -> None:
    assert "error" in _printed(shop, code=2)


def test_a_group_is_printed(shop: CommandLine) -> None:
    assert _printed(shop, "--group", "new")["printed"] == ["C001"]


def test_a_place_that_cannot_be_written_records_nothing(shop: CommandLine) -> None:
    (shop.folder / "a.pdf").mkdir()
    _printed(shop, "--customer", "C001", code=1)
    database = Database.of_file(shop.folder / "okaeri.db")
    with database.read() as session:
        assert print_log(session) == []
    database.close()


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("reach-out", PrintGroup.REACH_OUT), ("声をかけたいお客様", PrintGroup.REACH_OUT), ("birthdays", PrintGroup.BIRTHDAYS),
        ("Regulars", Segment.LOYAL), ("常連", Segment.LOYAL), ("loyal", Segment.LOYAL),
        ("slipping", Segment.AT_RISK), ("at-risk", Segment.AT_RISK),
        ("2nd visit", Chip.SECOND_VISIT), ("second_visit", Chip.SECOND_VISIT), ("要注意", Chip.ATTENTION),
    ],
)  # fmt: skip
def test_groups_go_by_their_names_in_both_languages(name: str, group: object) -> None:
    assert find_group(name) is group


def test_an_unknown_group_is_told_with_those_there_are() -> None:
    with pytest.raises(UnknownGroup, match="reach-out"):
        find_group("nobody")


def test_the_file_passes_a_reader_of_its_own(shop: CommandLine) -> None:
    _printed(shop, "--customer", "C001")
    program = shutil.which("qpdf")
    if program is None:
        assert len(PdfReader(shop.folder / "a.pdf", strict=True).pages) == 2
        return
    subprocess.run([program, "--check", str(shop.folder / "a.pdf")], check=True, capture_output=True)


def _said(shop: CommandLine, *arguments: str, date: str = "2026-11-20", name: str = "a.pdf") -> list[str]:
    where = ("--out", str(shop.folder / name), "--date", date, "--language", "en")
    return shop.text("print", *arguments, *where).splitlines()


def test_those_left_out_and_those_to_look_at_stand_in_lists_of_their_own(shop: CommandLine) -> None:
    _said(shop, "card", "--template", "plain", "--customer", "#3")
    said = _said(shop, "card", "--template", "birthday", "--customer", "C001", "--customer", "C002", "--customer", "#3", name="b.pdf")

    assert said[0].endswith("They are recorded as sent.")
    assert said[1:3] == ["Left out:", "  C002: Asked not to be contacted."]
    assert said[3:] == ["Printed, but please look:", "  #3: Was sent post today already."]


def test_the_same_again_says_one_thing(shop: CommandLine) -> None:
    _said(shop, "thank-you", "--customer", "C001")
    (said,) = _said(shop, "thank-you", "--customer", "C001", name="b.pdf")
    assert said.startswith("The same as run 1 of the same day, the same bytes") and "recorded as sent" not in said


def test_who_had_post_on_a_day_before_is_left_out_unless_asked_for(shop: CommandLine) -> None:
    _said(shop, "thank-you", "--customer", "C001")
    both = ("--customer", "C001", "--customer", "#3", "--date", "2026-11-25", "--out", str(shop.folder / "b.pdf"))

    answer = shop.json("print", "thank-you", *both, "--language", "en")
    assert (answer["printed"], answer["left_out"]) == (["#3"], [{"customer": "C001", "reason": "Was sent post a short time ago."}])

    answer = shop.json("print", "letter", "--template", "letter_notice", *both, "--include-mailed-lately")
    assert (answer["printed"], answer["left_out"]) == (["C001", "#3"], [])


@pytest.mark.parametrize("what", ["member-cards", "referral-cards"])
def test_cards_for_the_purse_are_handed_over(shop: CommandLine, what: str) -> None:
    assert _said(shop, what, "--customer", "C001")[0].endswith("They are recorded as handed over.")
    assert "small cards" in shop.text("print-log", "--language", "en")


def test_an_offer_that_was_never_chosen_is_told(shop: CommandLine) -> None:
    asked = ("letter", "--template", "letter_notice", "--customer", "C001", "--offer")
    assert "  No offer was chosen in the window yet, so none stands on the pieces." in _said(shop, *asked)
    assert "error" in shop.json("print", *asked, "--out", str(shop.folder / "c.pdf"), "--date", "2026-11-20", "--strict", code=1)


def test_the_log_tells_runs_of_one_day_apart(shop: CommandLine) -> None:
    for paper in ("長形3号", "DL"):
        _said(shop, "envelope", "--paper", paper, "--customer", "C001")
    _said(shop, "labels", "--sheet", "28171", "--customer", "C001")
    rows = shop.text("print-log", "--language", "en").splitlines()
    assert [stock in row for row, stock in zip(rows, ("28171", "DL", "長形3号"), strict=True)] == [True] * 3
    assert all(re.match(r"\d: 2026-11-20 \d\d:\d\d, ", row) for row in rows)
    assert [row["paper"] for row in shop.json("print-log")["rows"]][1:] == ["DL", "長形3号"]
