"""What lies around voices: requests put together, causes of a month with their names, sample replies, steps, the printed card."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.context import AppContext
from app.domain.inquiries import Closing, InquiryChannel, InquiryFields, InquiryKind, Seat
from app.models.care import Guide
from app.models.database import Database
from app.models.inquiries import Faq, InquiryEntry, ReplyTemplate, RequestGroup
from app.queries.inquiries import inquiry_detail
from app.services.faq import add_faq
from app.services.inquiries import close_inquiry, receive_inquiry
from app.views.inquiries.book_panels import CausesPanel, FaqPanel, RepliesPanel, RequestsPanel
from app.views.inquiries.forms import FaqForm, NoteForm, ReplyForm, StepsForm
from tests.factories import NOW, TODAY, add_customer
from tests.fakes import MessageSpy, NavigationSpy

T = TypeVar("T")
SEAT = Seat("田中", "here")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(1366, 768)
    qtbot.addWidget(window)
    window.show()
    return window


def done(database: Database, act: Callable[[Session], T]) -> T:
    with database.write() as session:
        return act(session)


def receive(session: Session, title: str, kind: InquiryKind = InquiryKind.REQUEST, customer_id: int | None = None) -> int:
    fields = InquiryFields(kind, InquiryChannel.COUNTER, title, customer_id=customer_id)
    return receive_inquiry(session, fields, by="", now=NOW).inquiry_id


def count(database: Database, table: type) -> int:
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def words(panel: QWidget) -> str:
    return " ".join(label.text() for label in panel.findChildren(QLabel) if not label.isHidden())


def button(panel: QWidget, begins: str) -> QPushButton:
    return next(one for one in panel.findChildren(QPushButton) if not one.isHidden() and one.text().startswith(begins))


def test_requests_are_put_together_as_suggested_with_one_press(
    context: AppContext, database: Database, window: QWidget, messages: MessageSpy, navigation: NavigationSpy
) -> None:
    def act(session: Session) -> None:
        receive(session, "夕方の受付を7時まで延ばしてほしい", customer_id=add_customer(session))
        receive(session, "受付を夜7時まで延ばしてほしい")

    done(database, act)
    panel = RequestsPanel(context, window)
    panel.open_panel()
    button(panel, "Put to “").click()
    assert count(database, RequestGroup) == 1 and messages.toasts[-1][1] is not None
    button(panel, "2 request").click()
    assert navigation.shown[-1][0] == "people"


def test_the_causes_of_a_month_lead_to_their_names(
    context: AppContext, database: Database, window: QWidget, navigation: NavigationSpy
) -> None:
    def act(session: Session) -> int:
        customer = add_customer(session)
        number = receive(session, "待たされた", InquiryKind.COMPLAINT, customer)
        close_inquiry(session, number, Closing("予約の取り違え"), SEAT, now=NOW, today=TODAY)
        return customer

    customer = done(database, act)
    panel = CausesPanel(context, window)
    panel.open_panel()
    assert "予約の取り違え" in words(panel) and not panel.after.isEnabled()
    panel.before.click()
    assert "予約の取り違え" not in words(panel) and panel.after.isEnabled()
    panel.after.click()
    button(panel, "Names").click()
    assert navigation.shown[-1] == ("people", {"customer_ids": [customer], "title": "予約の取り違え"})


def test_answers_are_found_changed_and_deleted(context: AppContext, database: Database, window: QWidget) -> None:
    done(database, lambda session: add_faq(session, "駐車場はありますか", "裏に3台分あります。", now=NOW))
    panel = FaqPanel(context, window)
    panel.open_panel()
    panel.search.setText("5台")
    panel.search.send_now()
    assert not panel.list.isVisible() and "5台" in panel.none.text()
    panel.search.setText("3台")
    panel.search.send_now()
    panel.list.activated_key.emit(panel.list.rows()[0].key)
    form = next(one for one in window.findChildren(FaqForm))
    form.extra.click()
    assert count(database, Faq) == 0


def test_a_ready_made_reply_is_taken_over_in_words_of_the_window(context: AppContext, database: Database, window: QWidget) -> None:
    panel = RepliesPanel(context, window)
    panel.open_panel()
    panel.ready.activated_key.emit(0)
    form = next(one for one in window.findChildren(ReplyForm))
    assert "{name}" in form.words("text")
    form.save.click()
    assert count(database, ReplyTemplate) == 1 and len(panel.list.rows()) == 1


def test_own_steps_take_the_place_of_the_usual_ones_and_go_again(context: AppContext, database: Database, window: QWidget) -> None:
    number = done(database, lambda session: receive(session, "待たされた", InquiryKind.COMPLAINT))

    def steps() -> tuple[str, ...]:
        with database.read() as session:
            return inquiry_detail(session, number, NOW, TODAY).steps

    def form() -> StepsForm:
        with database.read() as session:
            detail = inquiry_detail(session, number, NOW, TODAY)
        form = StepsForm(context, window, detail)
        form.open_panel()
        return form

    first = form()
    first.fields["steps"].field.set_text("まず謝る\n\n聞く")  # type: ignore[attr-defined]
    first.save.click()
    assert steps() == ("まず謝る", "聞く")
    second = form()
    second.extra.click()
    second.save.click()
    assert steps() == () and count(database, Guide) == 0


def test_a_note_stands_in_the_course_and_an_empty_one_is_refused(context: AppContext, database: Database, window: QWidget) -> None:
    number = done(database, lambda session: receive(session, "待たされた"))
    with database.read() as session:
        detail = inquiry_detail(session, number, NOW + timedelta(hours=1), TODAY)
    form = NoteForm(context, window, detail, "佐々木")
    form.open_panel()
    form.save.click()
    assert form.fields["note"].has_error
    form.fields["note"].field.set_text("次の会議で話す")  # type: ignore[attr-defined]
    form.save.click()
    with database.read() as session:
        assert session.execute(select(InquiryEntry.by, InquiryEntry.text)).all() == [("佐々木", "次の会議で話す")]
