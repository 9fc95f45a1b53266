"""A run by the command line: its people, where it stopped, going on, giving up, and the same pages again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.models.database import Database
from app.services.customers import mark_customer
from tests.e2e.cli_runs import CommandLine
from tests.factories import NOW, add_customer

HOME = {"postal_code": "150-0002", "prefecture": "東京都", "city": "渋谷区"}
DAY = ("--date", "2026-11-20")
NAMES = ("渡辺 真理", "石井 美代子", "青木 一郎", "佐藤 結")


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    line = CommandLine(tmp_path, capsys)
    line.json("new", "--name", "こもれび")
    database = Database.of_file(tmp_path / "okaeri.db")
    with database.write() as session:
        for number, name in enumerate(NAMES, 1):
            add_customer(session, name, code=f"C00{number}", street=f"渋谷{number}-2", **HOME)
    database.close()
    line.json("print", "thank-you", *_named(), "--side", "message", "--out", str(tmp_path / "all.pdf"), *DAY)
    return line


def _named() -> list[str]:
    return [word for number in range(1, 5) for word in ("--customer", f"C00{number}")]


def _mark(shop: CommandLine, number: int) -> None:
    database = Database.of_file(shop.folder / "okaeri.db")
    with database.write() as session:
        mark_customer(session, number, now=NOW, is_deceased=True)
    database.close()


def _pages(file: Path) -> list[str]:
    return ["".join(page.extract_text().split()) for page in PdfReader(file).pages]


def test_a_run_names_its_people(shop: CommandLine) -> None:
    found = shop.json("print-log", "--run", "1")
    assert (found["run"], found["pieces"], found["unsent"], found["next"], found["without"]) == (1, 4, 0, None, [])
    first = found["people"][0]
    assert (first["position"], first["customer"], first["name"], first["sent_on"]) == (1, "C001", "渡辺 真理", "2026-11-20")
    assert len(first["code"]) == 8
    assert [one["customer"] for one in found["people"]] == ["C001", "C002", "C003", "C004"]
    assert "青木 一郎" in shop.text("print-log", "--run", "1", "--language", "en")
    assert "error" in shop.json("print-log", "--run", "2", code=1)


def test_a_run_stops_and_goes_on(shop: CommandLine) -> None:
    stopped = shop.json("print-log", "--run", "1", "--stop-at", "3")
    assert (stopped["run"], stopped["unsent"], stopped["next"]) == (1, 2, 3)
    assert "error" in shop.json("print-log", "--run", "1", "--stop-at", "9", code=1)
    rest = shop.folder / "rest.pdf"
    done = shop.json("print-log", "--run", "1", "--go-on", "--out", str(rest), "--date", "2026-11-21")
    assert (done["printed"], done["pages"], done["left_out"], done["file"]) == (["C003", "C004"], 2, [], str(rest))
    assert _pages(rest) == _pages(shop.folder / "all.pdf")[2:]
    people = shop.json("print-log", "--run", "1")["people"]
    assert [one["sent_on"] for one in people] == ["2026-11-20", "2026-11-20", "2026-11-21", "2026-11-21"]
    assert "error" in shop.json("print-log", "--run", "1", "--go-on", "--out", str(rest), code=1)


def test_envelopes_for_a_run_say_so_in_the_log(shop: CommandLine) -> None:
    shop.json("print", "envelope", "--for-run", "1", "--out", str(shop.folder / "e.pdf"), *DAY)
    latest, first = shop.json("print-log")["rows"]
    assert (latest["follows"], latest["kind"], first["follows"]) == (1, "envelope", None)
    line, *_ = shop.text("print-log", "--language", "en").splitlines()
    assert re.fullmatch("2: 2026-11-20 [0-9:]{5}, Envelopes and addresses, 長形3号, pieces: 4, goes with run 1", line)


def test_whoever_died_since_gets_none_and_is_named(shop: CommandLine) -> None:
    shop.json("print-log", "--run", "1", "--stop-at", "3")
    _mark(shop, 3)
    rest = shop.folder / "rest.pdf"
    asked = ("print-log", "--run", "1", "--go-on", "--out", str(rest), *DAY, "--language", "en")
    assert "warnings" in shop.json(*asked, "--strict", code=1)
    assert not rest.exists()
    done = shop.json(*asked)
    assert (done["printed"], done["left_out"]) == (["C004"], [{"customer": "C003", "reason": "Has passed away."}])
    assert shop.json("print-log", "--run", "1")["without"][0]["customer"] == "C003"


def test_where_nobody_may_get_a_piece_any_more_nothing_is_done(shop: CommandLine) -> None:
    shop.json("print-log", "--run", "1", "--stop-at", "4")
    _mark(shop, 4)
    done = shop.json("print-log", "--run", "1", "--go-on", "--out", str(shop.folder / "rest.pdf"), code=1)
    assert (done["pages"], [one["customer"] for one in done["left_out"]]) == (0, ["C004"])
    assert shop.json("print-log", "--run", "1")["unsent"] == 1


def test_the_rest_is_given_up_and_asked_for_again(shop: CommandLine) -> None:
    shop.json("print-log", "--run", "1", "--stop-at", "3")
    assert [one["customer"] for one in shop.json("print-log", "--run", "1", "--give-up")["left_out"]] == ["C003", "C004"]
    again = shop.folder / "again.pdf"
    assert shop.json("print-log", "--run", "1", "--again", "--out", str(again))["pieces"] == 2
    assert _pages(again) == _pages(shop.folder / "all.pdf")[:2]
    second = shop.json("print", "thank-you", *_named(), "--side", "message", "--out", str(shop.folder / "b.pdf"), *DAY)
    assert second["printed"] == ["C003", "C004"]
    assert [one["customer"] for one in second["left_out"]] == ["C001", "C002"]


def test_printed_again_are_the_same_bytes(shop: CommandLine) -> None:
    again = shop.folder / "again.pdf"
    shop.json("print-log", "--run", "1", "--again", "--out", str(again))
    assert again.read_bytes() == (shop.folder / "all.pdf").read_bytes()
    assert len(shop.json("print-log")["rows"]) == 1


@pytest.mark.parametrize("asked", [("--stop-at", "2"), ("--give-up",), ("--run", "1", "--go-on"), ("--run", "1", "--again")])
def test_without_a_run_or_a_file_nothing_is_done(shop: CommandLine, asked: tuple[str, ...]) -> None:
    assert "error" in shop.json("print-log", *asked, code=2)
    assert shop.json("print-log")["rows"][0]["unsent"] == 0
