"""The day on Today: the ring, what else is due, what is printed for it, why a task stands where it does, and an end that is praised."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from app.context import AppContext
from app.domain.care import CareSettings, RuleKind
from app.domain.follow_ups import FollowUpFields, FollowUpKind, FollowUpSource
from app.domain.inquiries import InquiryChannel, InquiryKind, InquiryState
from app.domain.print_kinds import WorkKind
from app.domain.print_runs import Greeting
from app.models.care import CareRule
from app.models.counter import FollowUp
from app.models.database import Database
from app.models.inquiries import Inquiry
from app.models.shop import Shop
from app.queries.day_plan import day_plan
from app.services.follow_ups import add_follow_up, finish_follow_up
from app.views.today.follow_ups_card import FollowUpsCard
from app.views.today.page import TodayPage
from app.views.today.waiting_card import WaitingCard
from tests.factories import NOW, TODAY, add_customer, add_purchase, add_staff
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.widgets.audit import clipped


def plan(database: Database, name: str, kind: FollowUpKind = FollowUpKind.CALL, staff: str = "") -> int:
    with database.write() as session:
        number = add_customer(session, name)
        return add_follow_up(session, number, FollowUpFields(TODAY, kind, staff=staff), now=NOW, today=TODAY).follow_up_id


def ruled(database: Database, kind: RuleKind, follow_up_kind: FollowUpKind, count: int) -> list[int]:
    """What a rule made for so many customers."""
    with database.write() as session:
        rule = CareRule(kind=kind, number=1, follow_up_kind=follow_up_kind, is_on=True, since=TODAY, created_at=NOW, updated_at=NOW)
        session.add(rule)
        session.flush()
        reason = {"rule": kind.value, "day": (TODAY + timedelta(days=14)).isoformat()}
        rows = [
            FollowUp(
                customer_id=add_customer(session, f"客 {n}"),
                due=TODAY,
                kind=follow_up_kind,
                source=FollowUpSource.RULE,
                rule_id=rule.id,
                occasion="birthday:2026",
                reason=reason,
                created_at=NOW,
            )
            for n in range(count)
        ]
        session.add_all(rows)
        session.flush()
        return [row.id for row in rows]


def page_of(qtbot: QtBot, context: AppContext, width: int = 1162, height: int = 768) -> TodayPage:
    page = TodayPage(context)
    qtbot.addWidget(page)
    page.resize(width, height)
    with qtbot.waitExposed(page):
        page.show()
    return page


def card_of(page: TodayPage) -> FollowUpsCard:
    found = page.findChild(FollowUpsCard)
    assert found is not None
    return found


def headings(card: FollowUpsCard) -> list[str]:
    return [row.title for row in card.rows.rows() if row.heading]


def test_the_ring_counts_what_was_done_and_what_is_left(qtbot: QtBot, context: AppContext, database: Database) -> None:
    numbers = [plan(database, name) for name in ("吉田 和子", "青木 健", "森田 幸子")]
    with database.write() as session:
        finish_follow_up(session, numbers[0], now=NOW, today=TODAY)
    card = card_of(page_of(qtbot, context))
    assert card.ring.accessibleName() == "1 of 3 done"
    assert card.count.text() == "2 left. 1 done already."
    assert headings(card) == ["2 today", "1 done today"]


def test_when_all_is_done_it_is_said_and_three_people_are_offered(
    qtbot: QtBot, context: AppContext, database: Database, navigation: NavigationSpy
) -> None:
    number = plan(database, "青木 健")
    with database.write() as session:
        away = [add_customer(session, f"客 {name}子") for name in "一二三四"]
        for one in away:
            for back in range(5):
                add_purchase(session, one, TODAY - timedelta(days=71 + 35 * back))
        finish_follow_up(session, number, now=NOW, today=TODAY)
    card = card_of(page_of(qtbot, context))
    assert card.praise.isVisible() and card.praise.text().startswith("All of today's follow-ups are done.")
    people = [row for row in card.rows.rows() if isinstance(row.key, tuple)]
    assert len(people) == 3
    card.rows.activated_key.emit(people[0].key)
    assert navigation.shown[-1][0] == "customers"


def test_a_second_task_of_the_same_customer_says_why_it_waits(qtbot: QtBot, context: AppContext, database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session, "青木 健")
        for kind in (FollowUpKind.CALL, FollowUpKind.CARD):
            add_follow_up(session, customer, FollowUpFields(TODAY, kind), now=NOW, today=TODAY)
    more = card_of(page_of(qtbot, context)).more
    assert more.title.text() == "1 more customer(s) are due today" and not more.cards.isVisible()
    assert more.detail.text() == "A customer gets one task a day; what else is due for the same customer waits here."


def test_what_exceeds_the_cap_is_named_shown_and_printed(
    qtbot: QtBot, context: AppContext, database: Database, navigation: NavigationSpy
) -> None:
    with database.write() as session:
        session.execute(update(Shop).values(care=CareSettings(cap=1).to_json()))
    numbers = ruled(database, RuleKind.OVERDUE, FollowUpKind.CALL, 4)
    with database.write() as session:
        resting = session.get_one(FollowUp, numbers[3]).customer_id
        called = add_follow_up(session, resting, FollowUpFields(TODAY), now=NOW, today=TODAY).follow_up_id
        finish_follow_up(session, called, now=NOW, today=TODAY)
        session.execute(update(Shop).values(care=CareSettings(cap=2).to_json()))
    card = card_of(page_of(qtbot, context))
    assert card.more.isVisible() and card.more.title.text() == "3 more customer(s) are due today"
    assert card.more.detail.text() == (
        "More than the 2 tasks of a day. 1 rest because they were contacted lately, the last until 27 Nov."
    )
    qtbot.mouseClick(card.more.choose, Qt.MouseButton.LeftButton)
    assert headings(card) == ["1 today", "2 more due today", "1 rest after being contacted lately", "1 done today"]
    qtbot.mouseClick(card.more.choose, Qt.MouseButton.LeftButton)
    assert headings(card) == ["1 today", "1 done today"]
    qtbot.mouseClick(card.more.cards, Qt.MouseButton.LeftButton)
    name, arguments = navigation.shown[-1]
    assert (name, arguments["work"], arguments["follow_up_ids"]) == ("printing", WorkKind.CARD, numbers[1:3])


def test_cards_that_are_due_are_printed_for_exactly_these(
    qtbot: QtBot, context: AppContext, database: Database, navigation: NavigationSpy
) -> None:
    numbers = ruled(database, RuleKind.BIRTHDAY, FollowUpKind.CARD, 3)
    by_hand = plan(database, "青木 健", FollowUpKind.LETTER)
    page = page_of(qtbot, context)
    waiting = page.findChild(WaitingCard)
    assert waiting is not None and len(waiting.print_buttons) == 2
    for button in waiting.print_buttons:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    cards, letter = (arguments for _name, arguments in navigation.shown)
    assert (cards["follow_up_ids"], cards["greeting"], cards["work"]) == (numbers, Greeting.BIRTHDAY, WorkKind.CARD)
    assert (letter["follow_up_ids"], letter["work"]) == ([by_hand], WorkKind.LETTER) and "greeting" not in letter


def test_it_says_why_a_task_stands_where_it_does(qtbot: QtBot, context: AppContext, database: Database, messages: MessageSpy) -> None:
    number = plan(database, "青木 健")
    rows = card_of(page_of(qtbot, context)).rows
    rows.select_key(number)
    qtbot.keyClick(rows, Qt.Key.Key_Q)
    assert messages.toasts[-1][0].startswith("Somebody decided on it or it was promised")
    assert "Has not bought anything yet." in messages.toasts[-1][0]


def test_all_that_decided_over_its_place_is_said(qtbot: QtBot, context: AppContext, database: Database, messages: MessageSpy) -> None:
    number = plan(database, "青木 健")
    with database.write() as session:
        follow_up = session.get_one(FollowUp, number)
        follow_up.due = TODAY - timedelta(days=2)
        add_purchase(session, follow_up.customer_id, TODAY - timedelta(days=30))
    rows = card_of(page_of(qtbot, context)).rows
    rows.select_key(number)
    qtbot.keyClick(rows, Qt.Key.Key_Q)
    said = messages.toasts[-1][0]
    assert "gross profit in a year" in said and "2 days past its day." in said


def test_a_promise_that_is_overdue_stands_first(qtbot: QtBot, context: AppContext, database: Database, navigation: NavigationSpy) -> None:
    plan(database, "青木 健")
    received: datetime = NOW - timedelta(days=4)
    with database.write() as session:
        voice = Inquiry(
            kind=InquiryKind.COMPLAINT,
            state=InquiryState.OPEN,
            channel=InquiryChannel.PHONE,
            title="お釣りが違った",
            who="山本 様",
            received_at=received,
            promise="お詫びのお電話",
            due_at=NOW - timedelta(days=2),
            created_at=received,
            updated_at=received,
        )
        session.add(voice)
    card = card_of(page_of(qtbot, context))
    first = card.rows.rows()[1]
    assert (first.key, first.what) == (("voice", 1), "お詫びのお電話")
    assert first.chip is not None and first.chip[0] == "2 d late"
    assert card.ring.accessibleName() == "0 of 2 done"
    card.rows.activated_key.emit(first.key)
    assert navigation.shown[-1] == ("inquiries", {"inquiry_id": 1})


def test_customers_without_a_next_date_are_always_named(
    qtbot: QtBot, context: AppContext, database: Database, navigation: NavigationSpy
) -> None:
    with database.write() as session:
        add_customer(session, "吉田 和子")
    page = page_of(qtbot, context)
    waiting = page.findChild(WaitingCard)
    assert waiting is not None and waiting.without.isVisible()
    assert waiting.without.text() == "1 customer(s) without a next date"
    qtbot.mouseClick(waiting.plan, Qt.MouseButton.LeftButton)
    assert navigation.shown[-1][0] == "follow_ups"


def test_one_can_see_what_is_ones_own(qtbot: QtBot, context: AppContext, database: Database) -> None:
    with database.write() as session:
        add_staff(session, "田中 美咲")
    plan(database, "青木 健")
    own = plan(database, "吉田 和子", staff="田中 美咲")
    page = page_of(qtbot, context)
    card = card_of(page)
    assert not card.whose.isVisible()
    context.settings.staff_name = "田中 美咲"
    assert card.whose.isVisible() and headings(card) == ["2 today"]
    card.whose.changed.emit("mine")
    assert [row.key for row in card.rows.rows() if not row.heading] == [own]
    card.whose.changed.emit("everybody")
    assert headings(card) == ["2 today"]


@pytest.mark.parametrize(("width", "height"), [(1162, 768), (1020, 600), (800, 600)])
def test_a_full_day_fits(qtbot: QtBot, context: AppContext, database: Database, width: int, height: int) -> None:
    with database.write() as session:
        session.execute(update(Shop).values(care=CareSettings(cap=2).to_json()))
    ruled(database, RuleKind.BIRTHDAY, FollowUpKind.CARD, 4)
    page = page_of(qtbot, context, width, height)
    assert card_of(page).more.isVisible()
    assert clipped(page) == []
    with database.read() as session:
        assert len(day_plan(session, TODAY).tasks) == 2


def test_whose_follow_ups_they_are_leaves_room_in_a_small_window(qtbot: QtBot, context: AppContext, database: Database) -> None:
    with database.write() as session:
        add_staff(session, "田中 美咲")
    plan(database, "青木 健", staff="田中 美咲")
    context.settings.staff_name = "田中 美咲"
    page = page_of(qtbot, context, 1020, 600)
    card = card_of(page)
    waiting = page.findChild(WaitingCard)
    assert card.whose.isVisible() and waiting is not None
    assert waiting.mapTo(page, waiting.rect().topRight()).x() < page.width()
