"""The form for a customer, the note of a call: open, leave, wrong, saved, storage failure."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.context import AppContext
from app.domain.contacts import ContactKind
from app.domain.customers import Consent, CustomerKind, PartialDate
from app.domain.errors import StorageFull
from app.jobs.tasks import ImmediateTasks
from app.models.customer import Contact, Customer
from app.models.database import Database
from app.queries.customer_page import referrer_of
from app.queries.customers import customer_card
from app.views.customers.contact_panel import ContactPanel, open_contact
from app.views.customers.edit_panel import CustomerPanel, open_edit_customer, open_new_customer
from tests.factories import TODAY, add_customer
from tests.fakes import MessageSpy, NavigationSpy


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def form(context: AppContext, window: QWidget) -> CustomerPanel:
    return open_new_customer(context, window)


def press_save(qtbot: QtBot, panel: CustomerPanel | ContactPanel) -> None:
    qtbot.mouseClick(panel.save, Qt.MouseButton.LeftButton)


def only_customer(database: Database) -> int:
    with database.read() as session:
        return session.query(Customer).one().id


def convert(field: QWidget, *readings: str, into: str) -> None:
    """What an input method sends while a name is typed and converted."""
    for reading in readings:
        QApplication.sendEvent(field, QInputMethodEvent(reading, []))
    done = QInputMethodEvent()
    done.setCommitString(into)
    QApplication.sendEvent(field, done)


def test_a_name_alone_is_saved_opened_and_can_be_undone(
    form: CustomerPanel, database: Database, messages: MessageSpy, navigation: NavigationSpy, qtbot: QtBot
) -> None:
    convert(form.names.family, "は", "はやし", into="林")
    press_save(qtbot, form)
    who = only_customer(database)
    assert messages.toasts[-1][1] is not None
    assert navigation.shown == [("customers", {"customer_id": who})]
    assert not isValid(form) or not form.isVisible()


def test_without_a_name_the_form_says_so_and_keeps_the_rest(form: CustomerPanel, database: Database, qtbot: QtBot) -> None:
    form.contact.mobile.setText("090-0000-1234")
    press_save(qtbot, form)
    assert form.isVisible() and form.names.family_field.has_error
    assert form.contact.mobile.text() == "090-0000-1234"
    with database.read() as session:
        assert session.query(Customer).count() == 0


def test_the_reading_comes_from_the_input_method(form: CustomerPanel, database: Database, qtbot: QtBot) -> None:
    convert(form.names.family, "よ", "よし", "よしだ", "吉田", into="吉田")
    convert(form.names.given, "か", "かずこ", "和子", into="和子")
    assert form.names.kana.text() == "よしだ かずこ"
    press_save(qtbot, form)
    with database.read() as session:
        fields = customer_card(session, only_customer(database)).fields
    assert (fields.name, fields.family_kana, fields.given_kana) == ("吉田 和子", "よしだ", "かずこ")


def test_the_postal_code_fills_in_the_address_and_spares_what_was_typed(form: CustomerPanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.address.postal_code, "1500001")
    assert [field.text() for field in (form.address.prefecture, form.address.city, form.address.street)] == ["東京都", "渋谷区", "神宮前"]
    form.address.street.setText("神宮前1-2-3")
    form.address.postal_code.clear()
    qtbot.keyClicks(form.address.postal_code, "5300001")
    assert form.address.prefecture.text() == "大阪府"
    assert form.address.street.text() == "神宮前1-2-3"
    form.address.postal_code.clear()
    qtbot.keyClicks(form.address.postal_code, "0000000")
    assert form.address.postal_field.has_error


def test_everything_typed_is_stored(form: CustomerPanel, database: Database, qtbot: QtBot) -> None:
    form.names.family.setText("吉田")
    form.names.given.setText("和子")
    form.contact.phone.setText("０３００００１２３４")
    form.contact.email.setText("kazuko@example.jp")
    form.about.birthday.setText("S33.6.2")
    form.about.joined.setText("令和4年9月1日")
    form.about.tags.setText("常連、紹介者,常連")
    form.about.code.setText("00417")
    qtbot.mouseClick(form.consents.post.answer.button(Consent.YES), Qt.MouseButton.LeftButton)
    form.consents.stop.setChecked(True)
    press_save(qtbot, form)
    with database.read() as session:
        fields = customer_card(session, only_customer(database)).fields
    assert fields.birthday == PartialDate(1958, 6, 2)
    assert fields.joined_on == date(2022, 9, 1)
    assert fields.phone.replace("-", "") == "0300001234"
    assert (fields.tags, fields.code, fields.do_not_contact) == (("常連", "紹介者"), "00417", True)
    assert (fields.post_consent, fields.post_consent_on) == (Consent.YES, TODAY)
    assert (fields.email_consent, fields.email_consent_on) == (Consent.UNKNOWN, None)


def test_how_a_consent_was_given_is_typed_or_chosen_and_goes_with_its_answer(form: CustomerPanel, database: Database, qtbot: QtBot) -> None:
    form.names.family.setText("吉田")
    post, mail = form.consents.post, form.consents.mail
    assert not post.source_field.isVisible()
    qtbot.mouseClick(post.answer.button(Consent.YES), Qt.MouseButton.LeftButton)
    assert post.source_field.isVisibleTo(form)
    qtbot.mouseClick(post.offered[0], Qt.MouseButton.LeftButton)
    assert post.source.text() == "Form at the shop"
    qtbot.mouseClick(post.answer.button(Consent.NO), Qt.MouseButton.LeftButton)
    assert post.source.text() == ""
    post.source.setText(" お電話で ")
    qtbot.mouseClick(mail.answer.button(Consent.YES), Qt.MouseButton.LeftButton)
    mail.source.setText("用紙")
    qtbot.mouseClick(mail.answer.button(Consent.UNKNOWN), Qt.MouseButton.LeftButton)
    form.consents.joint.setText("太郎、 山田  花子 , 太郎")
    press_save(qtbot, form)
    with database.read() as session:
        fields = customer_card(session, only_customer(database)).fields
    assert (fields.post_consent, fields.post_consent_on, fields.post_consent_source) == (Consent.NO, TODAY, "お電話で")
    assert (fields.email_consent, fields.email_consent_on, fields.email_consent_source) == (Consent.UNKNOWN, None, "")
    assert fields.joint_names == ("太郎", "山田 花子")


def test_the_form_asks_once_before_somebody_is_recorded_as_passed_away(
    context: AppContext, window: QWidget, database: Database, messages: MessageSpy, qtbot: QtBot
) -> None:
    with database.write() as session:
        who = add_customer(session, "吉田 和子", is_deceased=False, post_consent_source="用紙", post_consent=Consent.YES)
    form = open_edit_customer(context, window, who)
    assert form.consents.post.source.text() == "用紙"
    messages.answer = False
    form.consents.deceased.click()
    assert (len(messages.questions), form.consents.deceased.isChecked()) == (1, False)
    messages.answer = True
    form.consents.deceased.click()
    press_save(qtbot, form)
    with database.read() as session:
        assert customer_card(session, who).fields.is_deceased
    form = open_edit_customer(context, window, who)
    form.consents.deceased.click()
    press_save(qtbot, form)
    with database.read() as session:
        assert not customer_card(session, who).fields.is_deceased
    assert len(messages.questions) == 2


def test_a_company_needs_its_name_and_no_person(form: CustomerPanel, database: Database, qtbot: QtBot) -> None:
    qtbot.mouseClick(form.names.kind.button(CustomerKind.COMPANY), Qt.MouseButton.LeftButton)
    press_save(qtbot, form)
    assert form.names.company_field.has_error
    form.names.company.setText("株式会社青山")
    press_save(qtbot, form)
    with database.read() as session:
        fields = customer_card(session, only_customer(database)).fields
    assert (fields.kind, fields.name) == (CustomerKind.COMPANY, "株式会社青山")


def test_in_english_a_name_is_one_field_and_keeps_its_order(context: AppContext, window: QWidget, database: Database, qtbot: QtBot) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English))
    form = open_new_customer(context, window)
    assert not form.names.given.isVisible() and not form.names.kana.isVisible()
    qtbot.keyClicks(form.names.family, "Aya Kimura")
    press_save(qtbot, form)
    who = only_customer(database)
    with database.read() as session:
        assert customer_card(session, who).fields.name == "Aya Kimura"
    assert open_edit_customer(context, window, who).names.family.text() == "Aya Kimura"


@pytest.mark.parametrize("text", ["S64.2.31", "2030/1/1", "なつ"])
def test_a_birthday_that_is_none_is_said_beside_it_and_not_saved(form: CustomerPanel, database: Database, qtbot: QtBot, text: str) -> None:
    form.names.family.setText("林")
    form.about.birthday.setText(text)
    press_save(qtbot, form)
    assert form.about.birthday_field.has_error and form.about.birthday.text() == text
    with database.read() as session:
        assert session.query(Customer).count() == 0


def test_a_short_phone_number_is_said_and_may_stand(form: CustomerPanel, database: Database, qtbot: QtBot) -> None:
    form.names.family.setText("林")
    form.contact.mobile.setFocus()
    qtbot.keyClicks(form.contact.mobile, "090-12")
    form.names.family.setFocus()
    assert form.contact.mobile_field.has_error
    press_save(qtbot, form)
    assert only_customer(database)


def test_a_number_somebody_has_is_said_beside_it(form: CustomerPanel, database: Database, qtbot: QtBot) -> None:
    with database.write() as session:
        add_customer(session, "吉田 和子", code="00417")
    form.names.family.setText("林")
    form.about.code.setText("00417")
    press_save(qtbot, form)
    assert form.isVisible() and form.about.code_field.has_error and form.save.isEnabled()


def test_who_is_there_already_is_shown_and_opened(
    context: AppContext, window: QWidget, database: Database, navigation: NavigationSpy, qtbot: QtBot
) -> None:
    with database.write() as session:
        known = add_customer(session, "吉田 和子", mobile="090-0000-1234")
    form = open_new_customer(context, window, name="09000001234")
    qtbot.waitUntil(lambda: form.similar.isVisible())
    form.contact.mobile.setText("")
    opener = next(button for button in form.similar.findChildren(QWidget) if button.metaObject().className() == "QuietButton")
    qtbot.mouseClick(opener, Qt.MouseButton.LeftButton)
    assert navigation.shown == [("customers", {"customer_id": known})]


def test_a_name_searched_for_stands_in_the_form(context: AppContext, window: QWidget) -> None:
    assert open_new_customer(context, window, name="吉田 和子").names.family.text() == "吉田 和子"


def test_escape_asks_only_when_something_was_typed(form: CustomerPanel, messages: MessageSpy, qtbot: QtBot) -> None:
    form.names.family.setText("林")
    messages.answer = False
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert form.isVisible() and len(messages.questions) == 1
    form.names.family.clear()
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible() and len(messages.questions) == 1


def test_a_record_is_loaded_changed_and_saved(
    context: AppContext, window: QWidget, database: Database, messages: MessageSpy, qtbot: QtBot
) -> None:
    with database.write() as session:
        sender = add_customer(session, "森 蓮")
        who = add_customer(session, "吉田 和子", kana="よしだ かずこ", own={"ペット": "柴犬"}, birthday=PartialDate(None, 6, 2))
    form = open_edit_customer(context, window, who)
    assert (form.names.family.text(), form.names.given.text(), form.names.kana.text()) == ("吉田", "和子", "よしだ かずこ")
    assert not form.is_changed()
    form.about.referrer.search.setText("もり")
    form.about.referrer.search.send_now()
    form.about.referrer.search.setText("森")
    form.about.referrer.search.send_now()
    form.about.referrer.hits.activated_key.emit(sender)
    assert form.is_changed()
    press_save(qtbot, form)
    with database.read() as session:
        assert referrer_of(session, who) == (sender, "森 蓮")
        assert customer_card(session, who).fields.own == {"ペット": "柴犬"}
        assert customer_card(session, who).fields.birthday == PartialDate(None, 6, 2)
    assert messages.toasts[-1][1] is not None


def test_saving_an_unchanged_record_is_silent(
    context: AppContext, window: QWidget, database: Database, messages: MessageSpy, qtbot: QtBot
) -> None:
    with database.write() as session:
        who = add_customer(session, "吉田 和子")
    form = open_edit_customer(context, window, who)
    press_save(qtbot, form)
    assert not form.isVisible() and messages.toasts == []


def test_a_record_that_is_gone_is_said(context: AppContext, window: QWidget, messages: MessageSpy) -> None:
    form = open_edit_customer(context, window, 99)
    assert not form.isVisible() and len(messages.errors) == 1


class FullDisk(ImmediateTasks):
    """Every write ends in a full disk."""

    def _write(self, work):  # type: ignore[no-untyped-def]
        def run():  # type: ignore[no-untyped-def]
            raise StorageFull("disk is full")

        work.run = run
        self._read(work)


def test_when_nothing_can_be_saved_the_form_stays(
    context: AppContext, window: QWidget, database: Database, messages: MessageSpy, qtbot: QtBot
) -> None:
    from dataclasses import replace

    tasks = FullDisk()
    tasks.open(database)
    form = open_new_customer(replace(context, tasks=tasks), window)
    form.names.family.setText("林")
    press_save(qtbot, form)
    assert form.isVisible() and form.names.family.text() == "林" and form.save.isEnabled()
    assert isinstance(messages.errors[0], StorageFull)


def test_a_closed_form_is_freed(form: CustomerPanel) -> None:
    form.close_panel()
    QApplication.sendPostedEvents(form, QEvent.Type.DeferredDelete)
    assert not isValid(form)


def test_a_call_is_noted(context: AppContext, window: QWidget, database: Database, messages: MessageSpy, qtbot: QtBot) -> None:
    with database.write() as session:
        who = add_customer(session)
    panel = open_contact(context, window, who, "吉田 和子", ContactKind.PHONE)
    press_save(qtbot, panel)
    assert panel.text_field.has_error
    panel.text.set_text("腰が痛いとのこと")
    panel.day.set_value(TODAY + timedelta(days=1))
    press_save(qtbot, panel)
    assert panel.day_field.has_error
    panel.day.set_value(TODAY - timedelta(days=1))
    press_save(qtbot, panel)
    with database.read() as session:
        noted = session.query(Contact).one()
        assert (noted.text, noted.kind, noted.day) == ("腰が痛いとのこと", ContactKind.PHONE, TODAY - timedelta(days=1))
    assert messages.toasts[-1][1] is not None and not panel.isVisible()


def test_leaving_a_written_note_asks(context: AppContext, window: QWidget, messages: MessageSpy, qtbot: QtBot) -> None:
    panel = open_contact(context, window, 1, "吉田 和子")
    panel.text.set_text("書きかけ")
    messages.answer = False
    qtbot.mouseClick(panel.cancel, Qt.MouseButton.LeftButton)
    assert panel.isVisible() and len(messages.questions) == 1
