"""The .ics file: read back by a library that is not ours, and held to the letter of RFC 5545."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.calendar import CalendarEvent, calendar_document, without_stamps

STAMP = datetime(2026, 11, 20, 9, 30, 15, tzinfo=timezone(timedelta(hours=9)))
DAY = date(2026, 11, 20)
WHY = "いつも38日ごと・前回から61日\n090-1234-5678\n𠮷田様をご紹介" * 3
EVENT = CalendarEvent("follow-up-7@shop", DAY, "髙橋 由美子様: お電話, 色持ち; \\ 確認", WHY)


def read(document: bytes) -> icalendar.Calendar:
    calendar = icalendar.Calendar.from_ical(document)
    assert isinstance(calendar, icalendar.Calendar)
    return calendar


def test_a_calendar_program_reads_days_names_and_reasons() -> None:
    calendar = read(calendar_document([EVENT], name="フォロー予定 こもれび", stamp=STAMP))
    assert str(calendar["VERSION"]) == "2.0" and calendar["PRODID"]
    assert calendar.calendar_name == "フォロー予定 こもれび"
    (event,) = calendar.events
    assert event["UID"] == EVENT.uid
    assert str(event["SUMMARY"]) == EVENT.summary
    assert str(event["DESCRIPTION"]) == EVENT.description
    assert event.decoded("DTSTART") == DAY and event["DTSTART"].params["VALUE"] == "DATE"
    assert event.decoded("DTEND") == DAY + timedelta(days=1)
    assert event.decoded("DTSTAMP") == datetime(2026, 11, 20, 0, 30, 15, tzinfo=UTC)
    assert event.alarms.times == []


def test_no_line_is_longer_than_a_calendar_must_take_and_no_character_is_cut() -> None:
    document = calendar_document([EVENT], name="n", stamp=STAMP)
    assert document.endswith(b"END:VCALENDAR\r\n")
    lines = document.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert sum(line.startswith(b" ") for line in lines) >= 3
    for line in lines:
        assert b"\n" not in line and b"\r" not in line
        line.decode("utf-8")


def test_what_was_made_later_says_the_same_apart_from_its_stamp() -> None:
    first, later = (calendar_document([EVENT], name="n", stamp=STAMP + timedelta(hours=hours)) for hours in (0, 5))
    assert first != later
    assert without_stamps(first) == without_stamps(later)
    assert without_stamps(first) != without_stamps(calendar_document([], name="n", stamp=STAMP))


def test_an_empty_calendar_is_one_too() -> None:
    assert read(calendar_document([], name="n", stamp=STAMP)).events == []


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200), st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_whatever_was_written_comes_back_without_control_signs(summary: str, description: str) -> None:
    document = calendar_document([CalendarEvent("u", DAY, summary, description)], name="n", stamp=STAMP)
    assert all(len(line) <= 75 for line in document.split(b"\r\n"))
    (event,) = read(document).events
    assert str(event["SUMMARY"]) == _kept(summary)
    assert str(event.get("DESCRIPTION", "")) == _kept(description)


def _kept(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign in "\n\t" or not (sign < " " or sign == "\x7f"))
