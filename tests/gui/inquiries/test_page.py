"""Voices on the page: found by deadline, replied to once, closed with their cause, and never under somebody else's hands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.context import AppContext
from app.domain.follow_ups import Attempt, FollowUpKind
from app.domain.inquiries import Closing, InquiryAnswered, InquiryChannel, InquiryFields, InquiryKind, InquiryState, Seat
from app.domain.inquiry_replies import ReplyFields
from app.domain.inquiry_rows import InquiryFilter
from app.models.counter import FollowUp
from app.models.customer import Contact
from app.models.database import Database
from app.models.inquiries import Faq, Inquiry, InquiryEntry
from app.services.faq import add_faq
from app.services.inquiries import note_reply, receive_inquiry
from app.services.inquiry_locks import keep_draft, release, take_over
from app.services.replies import save_reply
from app.views.inquiries.acts import VoiceActs
from app.views.inquiries.page import InquiriesPage
from app.views.inquiries.receive_panel import ReceivePanel, open_receive
from tests.factories import NOW, TODAY, add_customer, add_staff
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.widgets.audit import clipped

T = TypeVar("T")
OTHER = Seat("佐々木", "elsewhere")
HOUR = timedelta(hours=1)


def done(database: Database, act: Callable[[Session], T]) -> T:
    with database.write() as session:
        return act(session)


def receive(database: Database, title: str = "染めたあと、頭皮がかゆい", **more: Any) -> int:
    given: dict[str, Any] = {"kind": InquiryKind.COMPLAINT, "channel": InquiryChannel.PHONE, "title": title}
    return done(database, lambda session: receive_inquiry(session, InquiryFields(**(given | more)), by="", now=NOW).inquiry_id)


@pytest.fixture
def customer(database: Database) -> int:
    def act(session: Session) -> int:
        add_staff(session)
        return add_customer(session, "井上 恵子", mobile="090-1111-2222")

    return done(database, act)


@pytest.fixture
def voice(database: Database, customer: int) -> int:
    return receive(
        database, customer_id=customer, text="夜になって頭がかゆくなりました。", promise="店長からお電話する",
        promise_kind=FollowUpKind.CALL, due_at=NOW + 8 * HOUR,
    )  # fmt: skip


def shown(context: AppContext, qtbot: QtBot, width: int = 1366, height: int = 768) -> InquiriesPage:
    context.settings.staff_name = "田中 美咲"
    window = QWidget()
    page = InquiriesPage(context)
    page.setParent(window)
    window.resize(width, height)
    page.resize(width, height)
    qtbot.addWidget(window)
    window.show()
    return page


def stored(database: Database, number: int) -> Inquiry:
    with database.read() as session:
        found = session.get_one(Inquiry, number)
        session.expunge(found)
        return found


def type_draft(page: InquiriesPage, words: str) -> None:
    page.detail.draft.insertPlainText(words)
    page.detail.draft.edited_done.emit()


def test_an_empty_page_says_what_it_is_for_and_takes_the_first_down(context: AppContext, qtbot: QtBot, database: Database) -> None:
    page = shown(context, qtbot)
    assert page.empty.isVisible() and not page.list.isVisible()
    page.empty.button.click()
    panel = page.window().findChild(ReceivePanel)
    assert panel is not None and panel.isVisible()
    panel.name.setText("通りすがりの方")
    panel.title_line.setText("駐車場はありますか")
    panel.kind.button(InquiryKind.QUESTION).click()
    panel.save.click()
    [row] = page.list.rows()
    assert (row.name, row.title, row.kind) == ("通りすがりの方", "駐車場はありますか", InquiryKind.QUESTION)
    # Tomorrow at the time the shop closes, as the chip says.
    assert stored(database, row.id).due_at == NOW + timedelta(days=1) + 9 * HOUR
    assert page.detail.title.text() == "駐車場はありますか"


def test_without_words_nothing_is_received(context: AppContext, qtbot: QtBot, messages: MessageSpy, database: Database) -> None:
    page = shown(context, qtbot)
    panel = open_receive(context, page.window())
    panel.save.click()
    assert panel.title_field.has_error and panel.isVisible()
    assert panel.close_panel()
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Inquiry)) == 0


def test_similar_answers_are_offered_while_typing(context: AppContext, qtbot: QtBot, database: Database) -> None:
    done(database, lambda session: add_faq(session, "カラーのあとかゆいときは?", "ぬるま湯で流してください。", now=NOW))
    panel = open_receive(context, shown(context, qtbot).window())
    panel.text.set_text("カラーのあと、頭がかゆいです")
    panel.look_now()
    assert panel.findChildren(QWidget) and "ぬるま湯" in words_of(panel)
    panel.text.set_text("営業時間")
    panel.look_now()
    assert "ぬるま湯" not in words_of(panel)


def test_typing_takes_it_and_is_kept_without_an_act(context: AppContext, qtbot: QtBot, database: Database, voice: int) -> None:
    page = shown(context, qtbot)
    assert page.detail.holder.button.isVisible()
    type_draft(page, "井上様、")
    kept = stored(database, voice)
    assert (kept.draft, kept.taken_by) == ("井上様、", "田中 美咲")
    assert "田中 美咲" in page.detail.holder.title.text() and not page.detail.holder.button.isVisible()
    page.hide()
    assert stored(database, voice).taken_place == ""
    # Somebody else went on with it meanwhile, and has left it too.
    done(database, lambda session: keep_draft(session, voice, OTHER, "井上様、続きです", now=NOW))
    done(database, lambda session: release(session, OTHER.place))
    page.mark_stale()
    page.show()
    assert page.detail.draft.text() == "井上様、続きです"


def test_a_reply_is_noted_with_ctrl_enter_and_the_promise_is_kept(
    context: AppContext, qtbot: QtBot, database: Database, voice: int, messages: MessageSpy
) -> None:
    page = shown(context, qtbot)
    page.window().activateWindow()
    page.detail.draft.setFocus()
    page.detail.draft.insertPlainText("お電話でお詫びしました")
    if page.detail.has_draft_focus():
        page.trigger_primary()
    else:
        page.detail.reply.click()
    kept = stored(database, voice)
    assert (kept.state, kept.due_at, kept.draft, kept.taken_place) == (InquiryState.ANSWERED, None, "", "")
    assert page.detail.draft.text() == ""
    assert messages.toasts[-1][1] is not None
    with database.read() as session:
        assert session.scalars(select(Contact.text)).all() == ["お電話でお詫びしました"]


def test_a_promise_may_stay_open_after_a_reply_and_after_a_call_nobody_took(
    context: AppContext, qtbot: QtBot, database: Database, voice: int
) -> None:
    page = shown(context, qtbot)
    type_draft(page, "先にメールしました")
    page.detail.keeps.click()
    page.detail.reply.click()
    assert stored(database, voice).due_at is not None
    page.detail.no_answer.menu().actions()[1].trigger()
    with database.read() as session:
        assert session.scalars(select(Contact.attempt).order_by(Contact.id)).all() == [None, Attempt.VOICE_MAIL]
    assert stored(database, voice).due_at is not None


def test_while_another_writes_the_draft_is_theirs_and_a_reply_asks_first(
    context: AppContext, qtbot: QtBot, database: Database, voice: int, messages: MessageSpy
) -> None:
    done(database, lambda session: keep_draft(session, voice, OTHER, "書いています", now=NOW))
    page = shown(context, qtbot)
    assert page.detail.draft.text() == "書いています" and page.detail.draft.isReadOnly()
    assert "佐々木" in page.detail.writing.text() and "佐々木" in page.detail.holder.title.text()
    messages.answer = False
    page.detail.reply.click()
    assert "佐々木" in messages.questions[-1]
    assert stored(database, voice).state is InquiryState.OPEN
    messages.answer = True
    page.detail.reply.click()
    assert stored(database, voice).state is InquiryState.ANSWERED


def test_who_takes_over_writes_on_and_the_other_screen_is_told(
    context: AppContext, qtbot: QtBot, database: Database, voice: int, messages: MessageSpy
) -> None:
    done(database, lambda session: keep_draft(session, voice, OTHER, "途中まで", now=NOW))
    page = shown(context, qtbot)
    page.detail.holder.button.click()
    assert not page.detail.draft.isReadOnly() and page.detail.draft.text() == "途中まで"
    type_draft(page, "。続き")
    done(database, lambda session: take_over(session, voice, OTHER, now=NOW + HOUR / 60))
    page.mark_stale()
    assert "佐々木" in messages.toasts[-1][0]
    assert page.detail.draft.isReadOnly() and "続き" in page.detail.draft.text()


def test_a_reply_that_somebody_else_has_given_meanwhile_is_not_given_twice(
    context: AppContext, qtbot: QtBot, database: Database, voice: int, messages: MessageSpy
) -> None:
    page = shown(context, qtbot)
    done(database, lambda session: note_reply(session, voice, "もう答えました", OTHER, now=NOW, today=TODAY))
    page.detail.draft.insertPlainText("二通目")
    page.detail.reply.click()
    assert isinstance(messages.errors[-1], InquiryAnswered)
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(InquiryEntry).where(InquiryEntry.text == "二通目")) == 0
    assert page.detail.draft.text() == "二通目"


def test_a_complaint_is_closed_with_its_cause_and_the_answer_can_be_kept(
    context: AppContext, qtbot: QtBot, database: Database, voice: int, messages: MessageSpy
) -> None:
    page = shown(context, qtbot)
    type_draft(page, "ぬるま湯で流してください")
    page.detail.reply.click()
    page.detail.close_button.click()
    assert page.detail.closing.cause_field.has_error
    QTest.keyClicks(page.detail.closing.cause, "patch test")
    QTest.keyClicks(page.detail.closing.prevention, "test first")
    page.detail.close_button.click()
    assert stored(database, voice).state is InquiryState.CLOSED
    with database.read() as session:
        assert session.scalars(select(FollowUp.note)).all() == ["test first"]
    offered = page.books.last
    assert offered is not None and offered.isVisible()
    offered.save.click()  # type: ignore[attr-defined]
    with database.read() as session:
        assert session.execute(select(Faq.question, Faq.answer)).all() == [("染めたあと、頭皮がかゆい", "ぬるま湯で流してください")]
    assert not page.list.rows()
    page.list.filters.button(InquiryFilter.CLOSED).click()
    assert [row.id for row in page.list.rows()] == [voice]
    assert page.detail.reopen.isVisible()
    page.detail.reopen.click()
    assert stored(database, voice).state is InquiryState.ANSWERED


def test_steps_are_ticked_and_stay_and_answers_and_samples_go_into_the_reply(
    context: AppContext, qtbot: QtBot, database: Database, voice: int
) -> None:
    def act(session: Session) -> None:
        add_faq(session, "頭皮がかゆいときは?", "ぬるま湯で流してください。", now=NOW)
        save_reply(session, None, ReplyFields("おわび", "{お名前}、{お約束}"), now=NOW)

    done(database, act)
    page = shown(context, qtbot)
    page.response.boxes[1].box.click()
    assert stored(database, voice).steps == [1]
    assert page.response.boxes[1].box.isChecked()
    page.similar.buttons[0].click()
    assert page.detail.draft.text() == "ぬるま湯で流してください。"
    page.detail.samples.menu().actions()[0].trigger()
    assert "井上 恵子" in page.detail.draft.text() and "店長からお電話する" in page.detail.draft.text()
    page.detail.keep_now()
    assert stored(database, voice).draft == page.detail.draft.text()
    with database.read() as session:
        assert session.scalar(select(Faq.used)) == 1


def test_ready_made_replies_are_offered_while_the_shop_has_none_of_its_own(
    context: AppContext, qtbot: QtBot, database: Database, voice: int
) -> None:
    page = shown(context, qtbot)
    page.detail.samples.menu().actions()[0].trigger()
    assert "井上 恵子" in page.detail.draft.text() and "{" not in page.detail.draft.text()
    done(database, lambda session: save_reply(session, None, ReplyFields("おわび", "{お名前}"), now=NOW))
    page.refresh()
    assert [entry.text() for entry in page.detail.samples.menu().actions() if entry.text()] == ["おわび", "Change the sample replies"]


def test_who_has_just_replied_is_not_told_that_somebody_did(
    context: AppContext, qtbot: QtBot, database: Database, voice: int, messages: MessageSpy
) -> None:
    acts = VoiceActs(context, page := shown(context, qtbot))
    detail = page.detail.detail
    assert detail is not None
    acts.reply(detail, "お電話しました", keeps_promise=True)
    acts.close(detail, Closing("説明不足", "", None))
    assert stored(database, voice).state is InquiryState.CLOSED and not messages.errors


def test_the_deadline_is_shown_as_it_runs_out_and_what_is_overdue_stands_first(
    context: AppContext, qtbot: QtBot, database: Database, voice: int
) -> None:
    late = receive(database, "予約が取りにくい", due_at=NOW - 25 * HOUR)
    page = shown(context, qtbot)
    rows = page.list.list.rows()
    assert [row.heading for row in rows] == [True, False, True, False]
    assert (rows[1].key, rows[3].key) == (late, voice)
    page.open_with(inquiry_id=voice)
    assert page.detail.promise.left.text() == "7 h 59 min left"
    page.open_with(inquiry_id=late)
    assert "late" in page.detail.promise.left.text()
    page.list.list.setFocus()
    QTest.keyClick(page.list.list, Qt.Key.Key_Down)
    assert page.detail.title.text() == "染めたあと、頭皮がかゆい"


def test_what_was_deleted_comes_back(
    context: AppContext, qtbot: QtBot, database: Database, voice: int, messages: MessageSpy, navigation: NavigationSpy
) -> None:
    page = shown(context, qtbot)
    page.detail.customer.click()
    assert navigation.shown[-1][0] == "customers"
    page.detail.act_requested.emit("delete")
    assert page.empty.isVisible()
    assert messages.toasts[-1][1] is not None


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1080, 600), (920, 600)])
def test_nothing_is_cut_at_any_width(context: AppContext, qtbot: QtBot, voice: int, width: int, height: int) -> None:
    page = shown(context, qtbot, width, height)
    page.open_with(inquiry_id=voice)
    qtbot.waitUntil(lambda: clipped(page) == [], timeout=2000)
    assert page.minimumSizeHint().width() <= width
    assert page.side.isVisible() is (width >= 1180)
    assert page.response.isVisibleTo(page)
    if width < 1000:
        assert not page.list.isVisible() and page.go_back() and page.list.isVisible()


def words_of(panel: QWidget) -> str:
    """Of all that is written on it."""
    return " ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())
