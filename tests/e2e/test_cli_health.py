"""health CODE by the command line."""

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
        yoshida = add_customer(session, "吉田 和子", code="C-1")
        add_customer(session, "林 葵", code="C-2")
        for days in (70, 105, 140, 175, 210):
            add_purchase(session, yoshida, TODAY - timedelta(days=days))
    database.close()
    return line


def test_a_score_with_its_parts_reasons_and_the_month_before(shop: CommandLine) -> None:
    found = shop.json("health", "C-1", "--date", TODAY.isoformat())
    # 33.3 at .30 for the gap, 37.5 at .15 for one visit against three: 34.7
    assert (found["customer"], found["score"], found["known"], found["reasons"]) == ("C-1", 35, 2, ["recency", "frequency"])
    assert found["parts"]["recency"] == pytest.approx(100 / 3)
    assert found["parts"]["frequency"] == 37.5
    before = shop.json("health", "C-1", "--date", "2026-10-20")
    assert before["score"] == found["before"] == 92
    words = shop.text("health", "C-1", "--date", TODAY.isoformat(), "--language", "en")
    assert words.splitlines()[0] == "C-1: health 35, known 2 of 2; a month before 92"


def test_of_whom_nothing_is_known(shop: CommandLine) -> None:
    found = shop.json("health", "C-2", "--date", TODAY.isoformat())
    assert (found["score"], found["known"], found["reasons"], found["before"]) == (None, 0, [], None)
    assert "Nothing is known of C-2 yet." in shop.text("health", "C-2", "--language", "en")
    shop.text("health", "C-9", code=1)
