"""The two figures of voices, by hand, with who is behind them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from app.domain.inquiries import Closing, InquiryChannel, InquiryFields, InquiryKind, Seat
from app.domain.periods import Period
from app.domain.tiles import Tile, TileKey, TileNote
from app.models.database import Database
from app.queries.people import people_behind
from app.queries.tiles import tiles
from app.services.inquiries import close_inquiry, note_reply, receive_inquiry
from tests.factories import NOW, TODAY, add_customer

SEAT = Seat("田中", "here")
OCTOBER = Period(date(2026, 10, 1), date(2026, 11, 1))


def voice(
    session: Session, received: datetime, customer: int | None = None, *, reply: float | None = None, close: int | None = None
) -> None:
    fields = InquiryFields(InquiryKind.QUESTION, InquiryChannel.PHONE, "何時まで", customer_id=customer)
    number = receive_inquiry(session, fields, by="", now=received).inquiry_id
    if reply is not None:
        note_reply(session, number, "はい", SEAT, now=received + timedelta(hours=reply), today=TODAY)
    if close is not None:
        close_inquiry(session, number, Closing(), SEAT, now=received + timedelta(days=close), today=TODAY)


def october(session: Session, key: TileKey) -> Tile:
    return tiles(session, TODAY, OCTOBER, [key], with_compare=False)[0]


def test_solved_are_those_whose_thirty_days_ended_in_the_period(database: Database) -> None:
    """Received in September and closed after 2, 30 and 31 days, and never; one of August and one of October belong to other months."""
    with database.write() as session:
        customer, other = add_customer(session), add_customer(session, "森 健二")
        september = NOW.replace(month=9, day=10)
        for days in (2, 30, 31, None):
            voice(session, september, customer, close=days)
        voice(session, NOW.replace(month=8, day=10), other, close=1)
        voice(session, NOW.replace(month=10, day=10), other, close=1)
        found = october(session, TileKey.SOLVED)
        assert found.rate is not None and (found.rate.numerator, found.rate.denominator) == (2, 4)
        assert found.is_reference and found.people is not None
        assert people_behind(session, found.people) == [customer]


def test_the_first_reply_counts_in_the_month_in_which_it_was_given(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        voice(session, NOW.replace(month=10, day=5), customer, reply=1)
        voice(session, NOW.replace(month=10, day=6), reply=5)
        voice(session, NOW.replace(month=10, day=7))
        voice(session, NOW.replace(month=11, day=5), reply=100)
        found = october(session, TileKey.FIRST_REPLY)
        assert (found.value, found.count, found.better_is_more) == (3.0, 2, False)
        assert found.people is not None and people_behind(session, found.people) == [customer]


def test_without_voices_there_is_nothing_to_tell(database: Database) -> None:
    with database.write() as session:
        for key in (TileKey.SOLVED, TileKey.FIRST_REPLY):
            assert october(session, key).note is TileNote.NOTHING_YET
