"""follow-ups run and list, as a scheduler calls them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.e2e.cli_runs import CommandLine


@pytest.fixture
def today() -> date:
    return datetime.now(UTC).astimezone(ZoneInfo("Asia/Tokyo")).date()


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str], today: date) -> CommandLine:
    made = CommandLine(tmp_path / "shop", capsys)
    made.text("new", "--name", "美容室 こもれび")
    made.text("follow-ups", "run")
    people, visits = tmp_path / "people.csv", tmp_path / "visits.csv"
    born = today + timedelta(days=15)
    people.write_text(f"code,name,birthday\n0001,田中 一,1980-{born:%m-%d}\n0002,客 二,\n", "utf-8")
    visits.write_text(f"receipt,date,customer_code,amount\nA1,{today - timedelta(days=9)},0002,5000\nA2,{today},0002,5000\n", "utf-8")
    made.text("import", "customers", str(people))
    made.text("import", "purchases", str(visits))
    return made


def test_a_day_is_run_as_often_as_one_likes(shop: CommandLine, today: date) -> None:
    assert shop.json("follow-ups", "run") == {"made": 0, "closed": 0, "existing": 0}
    tomorrow = (today + timedelta(days=1)).isoformat()
    assert shop.json("follow-ups", "run", "--date", tomorrow) == {"made": 1, "closed": 0, "existing": 0}
    assert shop.json("follow-ups", "run", "--date", tomorrow) == {"made": 0, "closed": 0, "existing": 1}
    (row,) = shop.json("follow-ups", "list", "--language", "en")["rows"]
    assert {name: row[name] for name in row if name not in ("id", "reason")} == {
        "customer": "0001", "kind": "card", "due": tomorrow, "deadline": None, "staff": "", "rule": "birthday",
    }  # fmt: skip
    assert row["reason"].startswith("Birthday on ")
    assert "田中 一" in shop.text("follow-ups", "list")
    assert shop.json("follow-ups", "list", "--until", today.isoformat())["rows"] == []


def test_history_that_is_brought_in_asks_for_nothing(shop: CommandLine, today: date) -> None:
    for ahead in range(3):
        shop.json("follow-ups", "run", "--date", (today + timedelta(days=ahead)).isoformat())
    assert [row["customer"] for row in shop.json("follow-ups", "list")["rows"]] == ["0001"]


def test_a_backup_that_is_put_back_knows_what_was_made(shop: CommandLine, today: date, tmp_path: Path) -> None:
    tomorrow, copy = (today + timedelta(days=1)).isoformat(), str(tmp_path / "copy.okaeri-backup")
    shop.json("backup", str(tmp_path / "before.okaeri-backup"))
    shop.json("follow-ups", "run", "--date", tomorrow)
    shop.json("backup", copy)
    shop.json("restore", copy)
    assert shop.json("follow-ups", "run", "--date", tomorrow) == {"made": 0, "closed": 0, "existing": 1}
    shop.json("restore", str(tmp_path / "before.okaeri-backup"))
    assert shop.json("follow-ups", "run", "--date", tomorrow) == {"made": 1, "closed": 0, "existing": 0}
    assert len(shop.json("follow-ups", "list")["rows"]) == 1
