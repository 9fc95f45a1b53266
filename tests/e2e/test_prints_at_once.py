"""Two processes that print at the same moment: what is the same run is one run, and no two pieces have the same code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from app.domain.shop import ShopFields
from app.models.database import Database
from app.models.records import PrintPiece, PrintRun
from app.services.shop import create_shop
from tests.architecture.sources import ROOT
from tests.e2e.killing import NOW, TODAY
from tests.factories import add_customer

PEOPLE = 8
HOME = {"postal_code": "150-0002", "prefecture": "東京都", "city": "渋谷区"}
NAMED = tuple(word for number in range(PEOPLE) for word in ("--customer", f"K{number}"))
CARDS = ("print", "thank-you", *NAMED, "--side", "message", "--date", TODAY.isoformat())
LETTERS = ("print", "letter", *NAMED, "--template", "letter_thanks", "--date", TODAY.isoformat())
BEFORE_ITS_TURN, WITHIN_ITS_TURN = 1, 4


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    create_shop(tmp_path / "okaeri.db", ShopFields(name="こもれび"), now=NOW, today=TODAY)
    database = Database.of_file(tmp_path / "okaeri.db")
    with database.write() as session:
        for number in range(PEOPLE):
            add_customer(session, f"渡辺 {'一二三四五六七八'[number]}子", code=f"K{number}", street=f"渋谷{number + 1}-2", **HOME)
    database.close()
    return tmp_path


class Held:
    """The program in a process of its own, held at a step of its writing until it is let go."""

    def __init__(self, shop: Path, name: str, step: int, words: tuple[str, ...]) -> None:
        driven = [sys.executable, "-m", "tests.e2e.drive_steps", str(shop / f"{name}.steps"), "0", str(step)]
        target = ["--out", str(shop / f"{name}.pdf"), "--data-dir", str(shop), "--language", "en", "--json"]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen([*driven, *words, *target], cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == "now\n"

    def let_go(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()

    def ended(self) -> tuple[int, dict[str, Any]]:
        said, complaint = self.process.communicate()
        assert "Traceback" not in complaint, complaint
        return self.process.returncode, json.loads(said)


def _pieces(shop: Path) -> list[tuple[int, int, str | None]]:
    database = Database.of_file(shop / "okaeri.db")
    with database.read() as session:
        rows = session.execute(select(PrintPiece.run_id, PrintPiece.customer_id, PrintPiece.code).order_by(PrintPiece.id)).all()
        assert {run for run, *_ in rows} == set(session.scalars(select(PrintRun.id)))
    database.close()
    return [(run, customer, code) for run, customer, code in rows]


def test_the_same_run_made_by_two_is_recorded_by_one_and_the_other_is_told(shop: Path) -> None:
    slow = Held(shop, "slow", BEFORE_ITS_TURN, CARDS)
    quick = Held(shop, "quick", BEFORE_ITS_TURN, CARDS)
    quick.let_go()
    code, first = quick.ended()
    assert (code, first["run"], first["warnings"]) == (0, 1, [])
    slow.let_go()
    code, second = slow.ended()
    assert (code, second["run"], len(second["warnings"])) == (0, 1, 1)
    assert [customer for _, customer, _ in _pieces(shop)] == list(range(1, PEOPLE + 1))
    assert (shop / "slow.pdf").read_bytes() == (shop / "quick.pdf").read_bytes()


def test_who_comes_while_the_other_writes_waits_and_is_told(shop: Path) -> None:
    first = Held(shop, "first", WITHIN_ITS_TURN, CARDS)
    second = Held(shop, "second", BEFORE_ITS_TURN, CARDS)
    second.let_go()
    first.let_go()
    answers = [one.ended() for one in (first, second)]
    assert [(code, facts["run"], len(facts["warnings"])) for code, facts in answers] == [(0, 1, 0), (0, 1, 1)]
    assert len(_pieces(shop)) == PEOPLE


def test_different_runs_at_once_share_no_code(shop: Path) -> None:
    held = [Held(shop, name, BEFORE_ITS_TURN, words) for name, words in (("cards", CARDS), ("letters", LETTERS))]
    for one in held:
        one.let_go()
    assert [one.ended()[0] for one in held] == [0, 0]
    pieces = _pieces(shop)
    assert sorted(customer for _, customer, _ in pieces) == sorted([*range(1, PEOPLE + 1)] * 2)
    assert len({code for *_, code in pieces}) == 2 * PEOPLE


def test_only_one_of_two_goes_on_with_the_rest(shop: Path) -> None:
    target = ("--data-dir", str(shop), "--json")
    for words in ((*CARDS, "--out", str(shop / "all.pdf")), ("print-log", "--run", "1", "--stop-at", "5")):
        subprocess.run([sys.executable, "main.py", *words, *target], cwd=ROOT, check=True, capture_output=True)
    words = ("print-log", "--run", "1", "--go-on", "--date", TODAY.isoformat())
    slow, quick = Held(shop, "slow", BEFORE_ITS_TURN, words), Held(shop, "quick", BEFORE_ITS_TURN, words)
    quick.let_go()
    code, facts = quick.ended()
    assert (code, facts["printed"]) == (0, ["K4", "K5", "K6", "K7"])
    slow.let_go()
    code, facts = slow.ended()
    assert (code, facts["kind"]) == (1, "NothingLeft")
    assert not (shop / "slow.pdf").exists()
