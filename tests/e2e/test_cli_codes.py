"""redeem by the command line: whose card it is, once only, also when two ask at the same moment; copies of a shop agree."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.domain.offers import Offer, OfferKind
from app.domain.print_runs import PrintSettings
from app.models.database import Database
from app.services.shop import save_print_settings
from tests.e2e.cli_runs import CommandLine
from tests.factories import add_customer

HOME = {"postal_code": "150-0002", "prefecture": "東京都", "city": "渋谷区"}
OFFER = Offer(OfferKind.PERCENT, 10, product="カット", words="カット 10%引き")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    line = CommandLine(tmp_path / "here", capsys)
    line.json("new", "--name", "こもれび")
    database = Database.of_file(line.folder / "okaeri.db")
    with database.write() as session:
        add_customer(session, "渡辺 真理", code="C001", street="渋谷1-2-3", **HOME)
        add_customer(session, "石井 美代子", code="C002", street="渋谷7-8", **HOME)
        save_print_settings(session, PrintSettings(offer=OFFER).to_json())
    database.close()
    return line


def _print(shop: CommandLine, name: str = "a.pdf") -> dict[str, str]:
    answer = shop.json(
        "print",
        "thank-you",
        "--customer",
        "C001",
        "--customer",
        "C002",
        "--out",
        str(shop.folder / name),
        "--date",
        "2026-11-20",
        "--language",
        "ja",
    )
    codes: dict[str, str] = answer["codes"]
    return codes


def test_copies_of_a_shop_print_the_same_and_so_does_a_reprint(shop: CommandLine, capsys: pytest.CaptureFixture[str]) -> None:
    there = CommandLine(shop.folder.with_name("there"), capsys)
    shutil.copytree(shop.folder, there.folder)
    codes = _print(shop)
    assert list(codes) == ["C001", "C002"]
    assert _print(there) == codes == _print(shop, "again.pdf")
    printed = (shop.folder / "a.pdf").read_bytes()
    assert (there.folder / "a.pdf").read_bytes() == printed == (shop.folder / "again.pdf").read_bytes()


def test_a_code_tells_whose_card_it_is_and_is_refused_the_second_time(shop: CommandLine) -> None:
    code = _print(shop)["C002"]
    answer = shop.json("redeem", code.lower().replace("-", ""))
    assert answer["customer"] == "C002"
    assert {name: answer["piece"][name] for name in ("title", "position", "day", "customer")} == {
        "title": "おかえりなさい。", "position": 2, "day": "2026-11-20", "customer": "C002",
    }  # fmt: skip
    assert answer["offer"] == {
        "kind": "percent", "value": 10, "product": "カット", "product_code": "", "group": "", "valid_until": None,
        "words": "カット 10%引き", "note": "",
    }  # fmt: skip

    second = shop.json("redeem", code, "--language", "ja", code=1)
    assert second["kind"] == "CodeUsed"
    assert answer["day"] in shop.said
    assert "石井 美代子" in shop.said


@pytest.mark.parametrize(("code", "kind"), [("DVYP-9J8", "CodeUnknown"), ("DVYP-9J9", "CodeUnreadable"), ("", "CodeUnreadable")])
def test_a_foreign_and_a_mistyped_code_are_refused(shop: CommandLine, code: str, kind: str) -> None:
    assert shop.json("redeem", code, code=1)["kind"] == kind


def test_somebody_elses_card_is_taken_with_a_warning(shop: CommandLine) -> None:
    code = _print(shop)["C001"]
    shop.json("redeem", code, "--customer", "C002", "--strict", code=1)
    answer = shop.json("redeem", code, "--customer", "C002")
    assert (answer["customer"], answer["piece"]["customer"]) == ("C002", "C001")
    assert "渡辺 真理" in answer["warnings"][0]["text"]


def test_of_two_who_redeem_at_once_one_is_told_of_the_other(shop: CommandLine) -> None:
    code = _print(shop)["C001"]
    command = [sys.executable, str(ROOT / "main.py"), "--data-dir", str(shop.folder), "redeem", code, "--json"]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    ended = [(json.loads(process.communicate(timeout=120)[0]), process.returncode) for process in both]
    (_won, zero), (lost, one) = sorted(ended, key=lambda end: end[1])
    assert (zero, one) == (0, 1)
    assert lost["kind"] == "CodeUsed"
