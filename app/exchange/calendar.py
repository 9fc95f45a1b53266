"""Days for a calendar program: an .ics file as RFC 5545 describes it, of all-day events without alarms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

PRODUCT = "-//Okaeri//Okaeri//EN"
_LONGEST_LINE = 75
"""Octets of a content line, its end not counted; RFC 5545, 3.1."""
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_MARKED = re.compile(r"([\\;,])")


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One day about one thing. `uid` stays the same for as long as the thing is the same, so that a calendar moves it rather than
    showing it twice."""

    uid: str
    day: date
    summary: str
    description: str = ""


def calendar_document(events: Iterable[CalendarEvent], *, name: str, stamp: datetime) -> bytes:
    """The file, UTF-8, in the order of the events. `name`: what a calendar program calls it. `stamp`: when it was made, with its zone."""
    made = f"{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines += [f"NAME:{_text(name)}", f"X-WR-CALNAME:{_text(name)}"]
    for event in events:
        lines += _event(event, made)
    lines.append("END:VCALENDAR")
    return b"".join(part + b"\r\n" for line in lines for part in _folded(line))


def without_stamps(document: bytes) -> bytes:
    """What a calendar says, whenever it was made."""
    return b"\r\n".join(line for line in document.split(b"\r\n") if not line.startswith(b"DTSTAMP:"))


def _event(event: CalendarEvent, made: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.uid)}"
    yield f"DTSTAMP:{made}"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(event.summary)}"
    if event.description:
        yield f"DESCRIPTION:{_text(event.description)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(value: str) -> str:
    """A value of type TEXT; RFC 5545, 3.3.11."""
    lines = _CONTROLS.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    return _MARKED.sub(r"\\\1", lines).replace("\n", "\\n")


def _folded(line: str) -> Iterator[bytes]:
    """The line in parts no longer than allowed, each but the first after a blank; no character is cut."""
    part, room = b"", _LONGEST_LINE
    for character in line:
        encoded = character.encode()
        if len(part) + len(encoded) > room:
            yield part
            part, room = b" ", _LONGEST_LINE
        part += encoded
    yield part
