"""Two windows, each a process of its own, at one voice: who is at it is seen, and no second reply goes out unawares."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.inquiries import Consent, InquiryAnswered, InquiryChannel, InquiryFields, InquiryKind, InquiryTaken, Seat
from app.models.database import Database
from app.queries.inquiries import inquiry_detail
from app.services.inquiries import note_reply, receive_inquiry
from app.services.inquiry_locks import keep_draft, take
from tests.factories import NOW, TODAY

ROOT = Path(__file__).resolve().parents[2]
HERE = Seat("田中 美咲", "this desk")


class OtherDesk:
    def __init__(self, path: Path, voice: int) -> None:
        command = [sys.executable, "-m", "tests.e2e.hold_voice", str(path), str(voice), NOW.isoformat()]
        env = {**os.environ, "PYTHONIOENCODING": "utf-8"}
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def told(self, words: str) -> str:
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(f"{words}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def voice(database: Database) -> int:
    fields = InquiryFields(InquiryKind.COMPLAINT, InquiryChannel.PHONE, "染めたあと、頭皮がかゆい")
    with database.write() as session:
        return receive_inquiry(session, fields, by="", now=NOW).inquiry_id


@pytest.fixture
def other(database: Database, voice: int) -> Iterator[OtherDesk]:
    assert database.path is not None
    desk = OtherDesk(database.path, voice)
    yield desk
    desk.kill()


def reply(database: Database, voice: int, *, minutes: int = 0, replies: int = 0) -> None:
    now = NOW + timedelta(minutes=minutes)
    with database.write() as session:
        note_reply(session, voice, "こちらからもお返事", HERE, now=now, today=TODAY, consent=Consent(replies=replies))


def test_the_other_window_sees_who_is_at_it_and_what_is_being_written(database: Database, voice: int, other: OtherDesk) -> None:
    assert not database.is_changed_elsewhere()
    assert other.told("draft 井上様、") == "done"
    # What the window asks each second.
    assert database.is_changed_elsewhere()
    with database.read() as session:
        detail = inquiry_detail(session, voice, NOW, TODAY)
    assert detail.row.holder is not None and detail.row.holder.name == "佐々木" and detail.draft == "井上様、"
    with pytest.raises(InquiryTaken):
        reply(database, voice)
    assert other.told("leave") == "done"
    with database.write() as session:
        take(session, voice, HERE, now=NOW)
    assert other.told("draft もう一度") == "InquiryTaken"


def test_a_second_reply_is_refused_until_the_first_was_seen(database: Database, voice: int, other: OtherDesk) -> None:
    assert other.told("take") == "done"
    assert other.told("reply お電話しました") == "done"
    with pytest.raises(InquiryAnswered):
        reply(database, voice)
    reply(database, voice, replies=1)
    assert other.told("reply もう一度") == "InquiryAnswered"


def test_a_window_that_was_killed_holds_it_for_fifteen_minutes_and_no_longer(database: Database, voice: int, other: OtherDesk) -> None:
    assert other.told("draft 途中") == "done"
    other.kill()
    with pytest.raises(InquiryTaken):
        reply(database, voice, minutes=14)
    with database.write() as session:
        keep_draft(session, voice, HERE, "途中から続ける", now=NOW + timedelta(minutes=15))
    reply(database, voice, minutes=15)
