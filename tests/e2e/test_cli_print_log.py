"""print-log and returned by the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.models.database import Database
from tests.e2e.cli_runs import CommandLine
from tests.factories import add_customer

HOME = {"postal_code": "150-0002", "prefecture": "東京都", "city": "渋谷区"}


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    line = CommandLine(tmp_path, capsys)
    line.json("new", "--name", "こもれび")
    database = Database.of_file(tmp_path / "okaeri.db")
    with database.write() as session:
        add_customer(session, "渡辺 真理", code="C001", street="渋谷1-2-3", phone="03-0000-1111", **HOME)
        add_customer(session, "石井 美代子", code="C002", street="渋谷7-8", **HOME)
    database.close()
    return line


def _print(shop: CommandLine, date: str = "2026-11-20") -> dict[str, object]:
    named = ("--customer", "C001", "--customer", "C002")
    return shop.json("print", "thank-you", *named, "--out", str(shop.folder / "a.pdf"), "--date", date)


def _codes(shop: CommandLine) -> dict[str, str]:
    codes = _print(shop)["codes"]
    assert isinstance(codes, dict)
    return codes


def test_the_log_lists_runs_with_what_became_of_them(shop: CommandLine) -> None:
    assert shop.json("print-log") == {"rows": []}
    codes = _codes(shop)
    shop.json("returned", codes["C002"], "--date", "2026-11-25")
    (row,) = shop.json("print-log")["rows"]
    assert (row["run"], row["day"], row["kind"], row["pieces"], row["cost"]) == (1, "2026-11-20", "thank_you", 2, 214)
    assert (row["unsent"], row["returned"], row["left_out"], row["coded"], row["used"]) == (0, 1, 0, 2, 0)
    assert len(row["file_hash"]) == 64
    assert "2026-11-20" in shop.text("print-log", "--language", "en")


def test_post_that_came_back_leaves_the_next_run(shop: CommandLine) -> None:
    codes = _codes(shop)
    done = shop.json("returned", codes["C001"], "K7M4-2QX", "??", "--date", "2026-11-25", "--language", "en")
    (piece,) = done["returned"]
    assert (piece["code"], piece["customer"], piece["run"], piece["position"]) == (codes["C001"], "C001", 1, 1)
    assert (piece["sent_on"], piece["returned_on"], piece["address_is_newer"]) == ("2026-11-20", "2026-11-25", False)
    assert [one["code"] for one in done["refused"]] == ["K7M4-2QX", "??"]
    assert all(one["reason"] for one in done["refused"])
    assert (done["follow_ups"], done["again"], done["warnings"]) == (1, [], [])
    answer = _print(shop, "2026-12-25")
    assert (answer["printed"], [one["customer"] for one in answer["left_out"]]) == (["C002"], ["C001"])  # type: ignore[attr-defined]
    listed = shop.json("returned")
    assert [row["customer"] for row in listed["rows"]] == ["C001"]
    assert listed["saved"] == {"pieces": 1, "yen": 107}


def test_a_code_given_twice_says_so(shop: CommandLine) -> None:
    codes = _codes(shop)
    shop.json("returned", codes["C001"])
    done = shop.json("returned", codes["C001"], "--language", "en")
    assert (done["returned"], done["action"], len(done["again"])) == ([], None, 1)
    assert codes["C001"] in done["warnings"][0]["text"]
    assert "warnings" in shop.json("returned", codes["C001"], codes["C002"], "--strict", code=1)
    assert len(shop.json("returned")["rows"]) == 1


def test_codes_of_no_piece_are_refused(shop: CommandLine) -> None:
    assert "error" in shop.json("returned", "K7M4-2QX", code=1)
    assert shop.said.strip() != ""
    assert shop.text("returned", "--language", "en").strip() == "No post came back yet."


def test_what_follows_when_post_came_back_is_told(shop: CommandLine) -> None:
    codes = _codes(shop)
    said = shop.text("returned", codes["C001"], "--date", "2026-11-25", "--language", "en")
    assert "Follow-ups planned to ask for the new address: 1" in said and "saved" not in said
    _print(shop, "2026-12-25")
    answer = shop.json("returned", codes["C002"], "--date", "2026-12-28")
    assert answer["saved"] == {"pieces": 1, "yen": 107}
    assert "1" in str(answer["follow_ups"])
    assert "saved: 107" in shop.text("returned", codes["C002"], "--date", "2026-12-28", "--language", "en")
