"""merge by the command line."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.models.database import Database
from tests.e2e.cli_runs import CommandLine
from tests.factories import TODAY, add_customer, add_purchase


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    line = CommandLine(tmp_path / "お店", capsys)
    line.json("new", "--name", "美容室 こもれび", "--language", "en")
    database = Database.of_file(line.folder / "okaeri.db")
    with database.write() as session:
        for code, days in (("A-1", 3), ("B-7", 9)):
            add_purchase(session, add_customer(session, "吉田 和子", code=code), TODAY - timedelta(days=days), 1000)
    database.close()
    return line


def test_two_records_become_one(shop: CommandLine) -> None:
    before = shop.json("kpi", "summary", "--as-of", TODAY.isoformat())
    merged = shop.json("merge", "A-1", "B-7")
    assert (merged["customer"], merged["moved"]["purchases"]) == ("A-1", 1)
    assert isinstance(merged["action"], int)
    after = shop.json("kpi", "summary", "--as-of", TODAY.isoformat())
    assert (before["customers"], before["buyers"], before["one_time"]) == (2, 2, 2)
    assert (after["customers"], after["buyers"], after["one_time"]) == (1, 1, 0)
    assert after["net_sales"] == before["net_sales"]
    assert shop.json("check")["ok"] is True
    # The old number leads to the same record now.
    assert shop.json("merge", "A-1", "B-7", code=1)["kind"] == "MergeWithItself"


def test_an_unknown_number_is_refused(shop: CommandLine) -> None:
    assert shop.json("merge", "A-1", "C-9", code=1)["kind"] == "NobodyNumbered"
