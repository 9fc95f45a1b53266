"""measure result and measure export, as a scheduler calls them."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.models.database import FILE_NAME, Database
from tests.e2e.cli_runs import CommandLine
from tests.measures import bought, people, started

START = date(2026, 8, 3)
AFTER = "2026-10-20"


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """A campaign of 130 people, 65 of them held back: 26 of those sent to come and spend 5,000 yen, 5 of the others."""
    made = CommandLine(tmp_path / "shop", capsys)
    made.text("new", "--name", "美容室 こもれび")
    database = Database.of_file(tmp_path / "shop" / FILE_NAME)
    with database.write() as session:
        campaign = started(session, people(session, 130), 65, START)
        for number in (*campaign.sent[:26], *campaign.held[:5]):
            bought(session, number, START + timedelta(days=20), 5_000)
    database.close()
    return made


def test_what_a_campaign_did(shop: CommandLine) -> None:
    found = shop.json("measure", "result", "1", "--as-of", AFTER)
    assert (found["n_sent"], found["n_held"], found["verdict"], found["complete"]) == (65, 65, "works", True)
    # (26 - 5) x 3,000 / 65
    assert found["margin"]["cuped"]["effect"] == found["margin"]["welch"]["effect"] == pytest.approx(969.2308)
    assert 0 < found["margin"]["cuped"]["low"] < found["margin"]["cuped"]["high"]
    assert (found["rate"]["sent"], found["rate"]["held"], found["rate"]["difference"]) == pytest.approx((26 / 65, 5 / 65, 21 / 65))
    assert found["roi"] == {"value": None, "low": None, "high": None, "break_even": 0.0}
    assert (found["last_touch"], found["labels"], found["as_drawn"]) == (130_000, [], True)
    assert "It works." in shop.text("measure", "result", "1", "--as-of", AFTER, "--language", "en")


def test_a_running_campaign_tells_counts_alone(shop: CommandLine) -> None:
    found = shop.json("measure", "result", "1", "--as-of", "2026-08-14")
    assert (found["day"], found["days"], found["complete"], found["labels"]) == (12, 60, False, ["running"])
    assert (found["margin"], found["roi"], found["chance"], found["verdict"]) == (None, None, None, "not_yet_clear")
    assert found["came_sent"] == 0
    said = shop.text("measure", "result", "1", "--as-of", "2026-08-14", "--language", "en")
    assert "Day 12 of 60" in said
    assert "clear" not in said


def test_the_rows_are_handed_out(shop: CommandLine, tmp_path: Path) -> None:
    found = shop.json("measure", "export", "1", "--out", str(tmp_path / "rows.csv"), "--as-of", AFTER)
    with (tmp_path / "rows.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert found["rows"] == len(rows) == 130
    assert sum(float(row["margin_in_window"]) for row in rows if row["arm"] == "sent") == 26 * 3_000
    assert {row["came"] for row in rows} == {"0", "1"}


def test_what_is_not_there_is_said(shop: CommandLine, tmp_path: Path) -> None:
    shop.json("measure", "result", "9", code=1)
    assert shop.said.strip()
    shop.json("measure", "export", "1", "--out", str(tmp_path / "nowhere" / "rows.csv"), code=1)
    assert "nowhere" in shop.said
