"""today, as a scheduler calls it: the day is run first, and the same day gives the same list."""

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
    people = tmp_path / "people.csv"
    born = today + timedelta(days=15)
    people.write_text(f"code,name,birthday\n0001,田中 一,1980-{born:%m-%d}\n0002,客 二,\n", "utf-8")
    made.text("import", "customers", str(people))
    return made


def test_the_tasks_of_a_day_with_their_reasons(shop: CommandLine, today: date) -> None:
    assert shop.json("today") == {"date": today.isoformat(), "tasks": [], "more": 0, "without_next_date": 1}
    tomorrow = (today + timedelta(days=1)).isoformat()
    found = shop.json("today", "--date", tomorrow, "--language", "en")
    (task,) = found["tasks"]
    assert {name: task[name] for name in task if name not in ("id", "reason")} == {
        "customer": "0001", "kind": "card", "due": tomorrow, "deadline": None, "staff": "", "rule": "birthday",
    }  # fmt: skip
    assert task["reason"].startswith("Birthday on ")
    assert (found["date"], found["more"], found["without_next_date"]) == (tomorrow, 0, 1)
    assert shop.json("today", "--date", tomorrow, "--language", "en") == found
    assert "田中 一" in shop.text("today", "--date", tomorrow)


def test_the_day_as_a_page_and_of_one_member_of_staff(shop: CommandLine, today: date, tmp_path: Path) -> None:
    tomorrow, page = (today + timedelta(days=1)).isoformat(), tmp_path / "today.pdf"
    shop.text("today", "--date", tomorrow, "--out", str(page))
    assert page.read_bytes().startswith(b"%PDF")
    assert shop.json("today", "--staff", "だれか", code=1)["error"]


def test_a_day_to_come_is_only_looked_at(shop: CommandLine, today: date) -> None:
    later = (today + timedelta(days=60)).isoformat()
    asked = shop.json("today", "--date", (today + timedelta(days=1)).isoformat())
    assert len(asked["tasks"]) == 1
    shop.text("today", "--date", later)
    assert shop.json("follow-ups", "list") == {"rows": []}
    assert shop.json("follow-ups", "run", "--date", (today + timedelta(days=1)).isoformat())["made"] == 1
