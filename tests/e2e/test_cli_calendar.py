"""calendar --out: what the owner's calendar reads, read back by a library that is not ours."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import icalendar
import pytest

from app.domain.follow_ups import FollowUpFields, FollowUpKind
from app.models.database import FILE_NAME, Database
from app.services.follow_ups import add_follow_up, finish_follow_up
from tests.e2e.cli_runs import CommandLine
from tests.factories import NOW, TODAY, add_customer


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    made = CommandLine(tmp_path / "shop", capsys)
    made.text("new", "--name", "美容室 こもれび")
    database = Database.of_file(made.folder / FILE_NAME)
    with database.write() as session:
        for number, name in enumerate(("髙橋 由美子", "𠮷田 大輔", "Emily Johnson")):
            customer = add_customer(session, name, mobile="090-0000-1234")
            fields = FollowUpFields(date(2026, 12, 1 + number), FollowUpKind.CALL, "お加減をうかがう; 色持ち, 次回")
            made_one = add_follow_up(session, customer, fields, now=NOW, today=TODAY)
        finish_follow_up(session, made_one.follow_up_id, now=NOW, today=TODAY)
    database.close()
    return made


def test_open_follow_ups_become_days_of_a_calendar(shop: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "okaeri.ics"
    facts = shop.json("calendar", "--out", str(out), "--language", "ja")
    assert facts == {"events": 2}
    events = icalendar.Calendar.from_ical(out.read_bytes()).walk("VEVENT")
    assert [event.decoded("DTSTART") for event in events] == [date(2026, 12, 1), date(2026, 12, 2)]
    assert "髙橋 由美子 様" in str(events[0]["SUMMARY"])
    assert "お加減をうかがう; 色持ち, 次回" in str(events[0]["SUMMARY"])
    assert all(len(line) <= 75 for line in out.read_bytes().split(b"\r\n"))
    assert str(out) in shop.text("calendar", "--out", str(out), "--language", "en")


def test_a_folder_that_is_not_there_is_refused(shop: CommandLine, tmp_path: Path) -> None:
    shop.text("calendar", "--out", str(tmp_path / "away" / "okaeri.ics"), code=1)
    assert shop.said and not (tmp_path / "away").exists()
