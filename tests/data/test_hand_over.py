"""What a member has open, as it goes to another, and the sheet that goes with it."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import pypdfium2
import pytest
from sqlalchemy.orm import Session

from app.domain.contacts import ContactKind
from app.domain.follow_ups import Attempt, FollowUpFields, FollowUpKind
from app.domain.inquiries import InquiryChannel, InquiryKind, InquiryState
from app.domain.proposals import ProposalKind, ProposalOutcome, ProposalStep
from app.domain.staff import HandOverSpan, StaffUnknown
from app.models.customer import Contact
from app.models.database import Database
from app.models.inquiries import Inquiry
from app.models.proposals import Proposal
from app.queries.hand_over import hand_over_view
from app.reports.hand_over import hand_over_paper
from app.services.follow_ups import add_follow_up, finish_follow_up
from tests.factories import NOW, TODAY, add_customer, add_purchase, add_staff

DAY = timedelta(days=1)


def plan(session: Session, customer: int, due: date, note: str = "") -> int:
    fields = FollowUpFields(due, FollowUpKind.CALL, note, "佐々木 健")
    return add_follow_up(session, customer, fields, now=NOW, today=TODAY).follow_up_id


def complain(session: Session, staff: int, customer: int | None, due: int, **fields: object) -> None:
    plain = {"kind": InquiryKind.COMPLAINT, "state": InquiryState.OPEN, "channel": InquiryChannel.COUNTER, "title": "待ち時間"}
    moments = {"received_at": NOW, "created_at": NOW, "updated_at": NOW}
    session.add(Inquiry(staff_id=staff, customer_id=customer, due_at=NOW + due * DAY, **(plain | fields), **moments))
    session.flush()


@pytest.fixture
def giver(database: Database) -> int:
    """With two customers of whom one has an open call, a promise and a suggestion, a voice of somebody unknown, and work that is done."""
    with database.write() as session:
        staff = add_staff(session, "佐々木 健")
        first = add_customer(session, name="吉田 和子", mobile="090-0000-1234", staff="佐々木 健")
        second = add_customer(session, name="佐藤 花子", staff="佐々木 健")
        add_purchase(session, first, TODAY - 30 * DAY)
        plan(session, first, TODAY + 3 * DAY, "白髪染めのご予約をうかがう")
        finish_follow_up(session, plan(session, second, TODAY), now=NOW, today=TODAY)
        complain(session, staff, first, 1, promise="店長からお電話する")
        complain(session, staff, None, 9, who="通りがかりの方", title="看板の明かり")
        complain(session, staff, second, 1, state=InquiryState.CLOSED)
        offer = {"customer_id": first, "kind": ProposalKind.UP_SELL, "step": ProposalStep.HEARING, "outcome": ProposalOutcome.OPEN}
        session.add(Proposal(**offer, title="ヘッドスパ", staff_id=staff, created_at=NOW, updated_at=NOW))
        for text, attempt in (("腰が痛いとのこと", None), ("", Attempt.NO_ANSWER)):
            contact = {"customer_id": first, "kind": ContactKind.PHONE, "day": TODAY - DAY, "at": NOW}
            session.add(Contact(**contact, text=text, attempt=attempt))
    return staff


def test_all_that_is_open_stands_with_its_customer_what_is_due_first_comes_first(database: Database, giver: int) -> None:
    with database.read() as session:
        view = hand_over_view(session, giver, None)
        with pytest.raises(StaffUnknown):
            hand_over_view(session, 99, None)
    assert [(one.name, one.phone) for one in view.people] == [("吉田 和子", "090-0000-1234"), ("通りがかりの方", "")]
    first = view.people[0]
    assert [row.note for row in first.follow_ups] == ["白髪染めのご予約をうかがう"]
    assert [(line.title, line.promise, line.due) for line in first.promises] == [("待ち時間", "店長からお電話する", TODAY + DAY)]
    assert [(line.title, line.due) for line in first.proposals] == [("ヘッドスパ", None)]
    assert (first.last_visit, first.last_talk) == (TODAY - 30 * DAY, (TODAY - DAY, "腰が痛いとのこと"))
    assert (view.customers, view.follow_ups, view.promises, view.proposals, view.contracts, view.rules) == (2, 1, 2, 1, 0, 0)


def test_of_some_days_only_what_is_due_in_them(database: Database, giver: int) -> None:
    with database.read() as session:
        near = hand_over_view(session, giver, HandOverSpan(None, TODAY + 2 * DAY))
        later = hand_over_view(session, giver, HandOverSpan(TODAY + 2 * DAY, TODAY + 9 * DAY))
    assert (near.customers, near.follow_ups, near.promises, near.proposals) == (0, 0, 1, 0)
    assert (later.follow_ups, later.promises, later.proposals) == (1, 0, 0)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_sheet_says_it_all_and_is_the_same_each_time(database: Database, giver: int, language: str) -> None:
    with database.read() as session:
        paper = hand_over_paper(session, giver, "山口 麻衣", None, today=TODAY, language=language)
        again = hand_over_paper(session, giver, "山口 麻衣", None, today=TODAY, language=language)
    assert paper.document == again.document
    text = text_of(paper.document)
    for words in ("佐々木 健", "山口 麻衣", "吉田 和子", "090-0000-1234", "白髪染めのご予約をうかがう", "店長からお電話する", "ヘッドスパ"):
        assert words in text
    assert ("11月21日" if language == "ja" else "21 Nov") in text
    assert "腰が痛いとのこと" in text and "通りがかりの方" in text


def test_a_long_sheet_goes_on_over_the_page_and_loses_nobody(database: Database) -> None:
    with database.write() as session:
        staff = add_staff(session, "佐々木 健")
        for number in range(40):
            plan(session, add_customer(session, name=f"客 {number:02}"), TODAY, f"用件 {number:02}")
        paper = hand_over_paper(session, staff, "山口 麻衣", HandOverSpan(None, TODAY + DAY), today=TODAY, language="ja")
    text = text_of(paper.document)
    assert paper.pages > 1
    assert [number for number in range(40) if f"用件 {number:02}" not in text] == []


def text_of(document: bytes) -> str:
    pages = pypdfium2.PdfDocument(BytesIO(document))
    return "\n".join(page.get_textpage().get_text_range() for page in pages)
