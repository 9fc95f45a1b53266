"""What the month-end report says of voices and contracts, as of the day after the month."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from app.domain.care_people import RenewingIn
from app.domain.contracts import ContractFields
from app.domain.inquiries import Closing, InquiryChannel, InquiryFields, InquiryKind, Seat
from app.domain.month_report import CareLines, CauseLine, DueLine, SuggestionKind
from app.domain.month_sentences import COMPLAINTS, CONTRACTS_DUE, VOICES_LATE, VOICES_OPEN
from app.domain.periods import Period
from app.models.database import Database
from app.queries.month_care import care_lines, renewing_ids
from app.queries.month_report import month_facts
from app.queries.people import people_behind
from app.reports.month_report import PAGES, document_of, month_document
from app.services.contracts import add_contract, end_contract, renew_contract
from app.services.inquiries import close_inquiry, new_inquiry, note_reply, reopen_inquiry
from tests.factories import add_customer, add_purchase

OCTOBER = date(2026, 10, 1)
ASKED, LATER = date(2026, 11, 2), date(2026, 12, 24)
SEAT = Seat("田中 美咲", "place")


def at(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 3, tzinfo=UTC)


def complain(session: Session, customer: int, received: datetime, due: datetime | None = None) -> int:
    fields = InquiryFields(
        InquiryKind.COMPLAINT, InquiryChannel.COUNTER, "待った", customer_id=customer, promise="電話" if due else "", due_at=due
    )
    return new_inquiry(session, replace(fields, received_at=received), by="田中 美咲", now=received).id


def close(session: Session, inquiry_id: int, when: datetime, cause: str) -> None:
    close_inquiry(session, inquiry_id, Closing(cause), SEAT, now=when, today=when.date())


@pytest.fixture
def customers(database: Database) -> list[int]:
    """Complaints of September and October, closed and not; contracts to be renewed in November and later."""
    with database.write() as session:
        found = [add_customer(session, name=f"客 {n}") for n in range(5)]
        for number in found:
            add_purchase(session, number, date(2026, 9, 10))
        close(session, complain(session, found[0], at(9, 5)), at(9, 9), "待ち時間")
        close(session, complain(session, found[1], at(10, 5)), at(10, 9), "待ち時間")
        close(session, complain(session, found[2], at(10, 6)), at(10, 12), "電話")
        close(session, complain(session, found[2], at(10, 7)), at(10, 13), "待ち時間")
        complain(session, found[3], at(10, 20), due=at(10, 25))
        replied = complain(session, found[4], at(10, 21), due=at(10, 22))
        note_reply(session, replied, "お電話しました", SEAT, now=at(10, 22), today=date(2026, 10, 22))
        complain(session, found[0], at(11, 1))
        for customer, start in ((found[0], date(2026, 5, 15)), (found[1], date(2026, 6, 15))):
            fields = ContractFields("月会員", started_on=start, term_months=6)
            add_contract(session, customer, fields, now=at(6, 20), today=date(2026, 6, 20))
    return found


def test_it_counts_what_was_closed_is_open_and_comes(database: Database, customers: list[int]) -> None:
    with database.read() as session:
        facts = month_facts(session, OCTOBER, ASKED)
    due = (DueLine("客 0", "月会員", date(2026, 11, 15)),)
    assert facts.care == CareLines((CauseLine("待ち時間", 2, 1), CauseLine("電話", 1, 0)), 2, 1, due)
    said = {one.source: one for one in facts.sentences}
    assert said[COMPLAINTS].values == {"count": 3, "cause": "待ち時間", "most": 2}
    assert said[VOICES_LATE].values == {"count": 2, "late": 1}
    assert said[CONTRACTS_DUE].values == {"count": 1}
    with database.read() as session:
        names = [people_behind(session, one.people) for one in facts.sentences if one.people and one.source in (COMPLAINTS, CONTRACTS_DUE)]
        waiting = said[VOICES_LATE].people
        assert waiting is not None and people_behind(session, waiting) == [customers[3], customers[4]]
    assert names == [[customers[1], customers[2]], [customers[0]]]
    assert facts.suggestions[0].kind is SuggestionKind.PROMISES
    assert facts.suggestions[0].customer_ids == (customers[3], customers[4])


@pytest.mark.parametrize("language", ["ja", "en"])
def test_made_later_it_says_the_same(database: Database, customers: list[int], language: str) -> None:
    with database.read() as session:
        first = month_document(session, OCTOBER, ASKED, language)
    with database.write() as session:
        facts = month_facts(session, OCTOBER, ASKED)
        for number in range(5, 7):
            close(session, number, at(11, 20), "そのほか")
        renewed = renew_contract(session, 1, now=at(11, 16), today=date(2026, 11, 16))
        end_contract(session, 2, day=date(2026, 12, 1), now=at(11, 16), today=date(2026, 11, 16))
        reopen_inquiry(session, 2, by="田中 美咲", now=at(11, 18))
        reopen_inquiry(session, 3, by="田中 美咲", now=at(11, 18))
        close(session, 3, at(12, 3), "電話")
        assert renewed
    with database.read() as session:
        again = month_facts(session, OCTOBER, LATER)
        assert again.care == facts.care
        assert month_document(session, OCTOBER, LATER, language).document == first.document


def test_a_renewal_stands_on_its_day_whatever_came_of_it_and_not_after_notice(database: Database) -> None:
    """Begun on 31 January: due on 31 March, though it was renewed for 30 April and 31 May since; once and for all: due all the same."""
    march = Period(date(2026, 3, 1), date(2026, 4, 1))
    with database.write() as session:
        customer = add_customer(session)
        plans = (
            ContractFields("月会員", started_on=date(2026, 1, 31), term_months=1, renews_on=date(2026, 3, 31)),
            ContractFields("保守", started_on=date(2026, 1, 10), renews_on=date(2026, 3, 10)),
            ContractFields("やめる", started_on=date(2026, 1, 10), renews_on=date(2026, 3, 12)),
        )
        numbers = [add_contract(session, customer, fields, now=at(2, 1), today=date(2026, 2, 1)).contract_id for fields in plans]
        end_contract(session, numbers[2], day=date(2026, 3, 12), now=at(2, 20), today=date(2026, 2, 20))
        due = (DueLine("吉田 和子", "保守", date(2026, 3, 10)), DueLine("吉田 和子", "月会員", date(2026, 3, 31)))
        assert care_lines(session, Period(date(2026, 2, 1), march.start)).due == due
        assert renewing_ids(session, RenewingIn(march)).tolist() == [customer]
        renew_contract(session, numbers[0], now=at(3, 30), today=date(2026, 3, 31))
        renew_contract(session, numbers[0], now=at(4, 30), today=date(2026, 4, 30))
        renew_contract(session, numbers[1], now=at(3, 10), today=date(2026, 3, 10))
        assert care_lines(session, Period(date(2026, 2, 1), march.start)).due == due


def test_where_there_is_nothing_to_say_nothing_is_said(database: Database) -> None:
    with database.write() as session:
        add_purchase(session, add_customer(session), date(2026, 9, 10))
        facts = month_facts(session, OCTOBER, ASKED)
    assert facts.care == CareLines()
    assert {COMPLAINTS, VOICES_LATE, VOICES_OPEN, CONTRACTS_DUE}.isdisjoint({one.source for one in facts.sentences})


def test_much_of_it_still_leaves_two_pages(database: Database, customers: list[int]) -> None:
    with database.read() as session:
        facts = month_facts(session, OCTOBER, ASKED)
    causes = tuple(CauseLine(f"とても長い原因の名前その{n}", 9, 8) for n in range(30))
    due = tuple(
        DueLine(f"株式会社とても長い名前の会社{n}", "年間の保守契約", date(2026, 11, 1) + timedelta(days=n % 30)) for n in range(60)
    )
    made = document_of(replace(facts, care=CareLines(causes, 12, 3, due)), "ja")
    assert made.pages <= PAGES
