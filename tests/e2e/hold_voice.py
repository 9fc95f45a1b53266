"""Another window at another desk: does with a voice what it is told line by line, and says what came of it.

usage: hold_voice.py DATABASE VOICE MOMENT     then on its input: take | draft WORDS | reply WORDS | leave
"""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from app.domain.errors import DomainError
from app.domain.inquiries import Consent, Seat
from app.models.database import Database
from app.services.inquiries import note_reply
from app.services.inquiry_locks import keep_draft, release, take

SEAT = Seat("佐々木", "the other desk")


def act(session: Session, words: str, voice: int, now: datetime) -> None:
    what, _, said = words.partition(" ")
    if what == "take":
        take(session, voice, SEAT, now=now)
    elif what == "draft":
        keep_draft(session, voice, SEAT, said, now=now)
    elif what == "reply":
        note_reply(session, voice, said, SEAT, now=now, today=date(2026, 11, 20), consent=Consent(replies=0))
    else:
        release(session, SEAT.place)


def main() -> None:
    path, voice, moment = sys.argv[1], int(sys.argv[2]), datetime.fromisoformat(sys.argv[3])
    database = Database.of_file(Path(path))
    for line in sys.stdin:
        try:
            with database.write() as session:
                act(session, line.strip(), voice, moment)
            print("done", flush=True)
        except DomainError as error:
            print(type(error).__name__, flush=True)


main()
