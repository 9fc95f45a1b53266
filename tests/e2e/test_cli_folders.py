"""A file asked for in a folder that is not there: refused before anything is done, by every verb that writes one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.models.database import Database
from app.queries.prints_log import print_log
from tests.e2e.cli_runs import CommandLine
from tests.factories import add_customer, add_purchase


@pytest.mark.parametrize(
    "verb",
    [
        ("print", "thank-you", "--customer", "C001", "--out"),
        ("print", "thank-you", "--customer", "C001", "--out", "here.pdf", "--layout"),
        ("print-log", "--run", "1", "--again", "--out"),
        ("export", "customers"),
        ("export", "shop"),
        ("backup",),
    ],
)
def test_no_folder_is_made_of_a_slip(tmp_path: Path, capsys: pytest.CaptureFixture[str], verb: tuple[str, ...]) -> None:
    line = CommandLine(tmp_path, capsys)
    line.json("new", "--name", "こもれび")
    database = Database.of_file(tmp_path / "okaeri.db")
    with database.write() as session:
        customer = add_customer(session, "渡辺 真理", code="C001", postal_code="150-0002", prefecture="東京都", city="渋谷区", street="1-2")
        add_purchase(session, customer, date(2026, 11, 1))
    gone = tmp_path / "nodir"
    words = [str(tmp_path / word) if word == "here.pdf" else word for word in verb]
    answer = line.json(*words, str(gone / "z.out"), "--language", "en", code=1)
    assert answer["error"] == f"There is no folder {gone}. Nothing was written and nothing recorded."
    assert not gone.exists()
    with database.read() as session:
        assert print_log(session) == []
    database.close()
