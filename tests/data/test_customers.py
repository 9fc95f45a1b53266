"""Adding, changing, archiving and marking customers, each taken back and done again; what the history says of it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.contacts import ContactKind
from app.domain.customer_rows import ChangeRow
from app.domain.customer_rules import CodeTaken, ContactEmpty, CustomerGone, NameMissing
from app.domain.customers import Consent, CustomerFields, CustomerKind, PartialDate
from app.domain.status import Chip
from app.models.customer import Contact, Customer
from app.models.database import Database
from app.queries.actions import recent_actions
from app.queries.customer_page import referrer_of
from app.queries.customers import CustomerMissing, customer_card, list_rows
from app.queries.timeline import changes_of
from app.services import actions
from app.services import customers as service
from tests.factories import TODAY, add_customer, add_staff

NOW = datetime(2026, 11, 20, 1, 30, tzinfo=UTC)
LATER = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
FULL = CustomerFields(
    code="00417",
    family_name="吉田",
    given_name="和子",
    kana="よしだ かずこ",
    postal_code="150-0001",
    prefecture="東京都",
    city="渋谷区",
    street="神宮前1-2-3",
    building="青山ハイツ201",
    phone="03-0000-1234",
    mobile="090-0000-1234",
    email="kazuko@example.jp",
    birthday=PartialDate(1958, 6, 2),
    gender="女性",
    joined_on=date(2022, 9, 1),
    channel="通りがかり",
    staff="田中 美咲",
    note="椅子にクッションを用意",
    tags=("常連", "紹介者"),
    post_consent=Consent.YES,
    post_consent_on=date(2022, 9, 1),
    post_consent_source="ご来店時の用紙",
    email_consent=Consent.NO,
    email_consent_on=date(2024, 3, 1),
    email_consent_source="電話で",
    mourning_until=date(2027, 1, 1),
    is_deceased=True,
    joint_names=("健太", "山田 花子"),
    own={"ペット": "柴犬"},
)


def changed(session: Session, customer_id: int) -> list[tuple[str, str, str]]:
    return [(row.field, row.before, row.after) for row in changes_of(session, customer_id)]


def test_a_record_comes_back_as_it_was_typed(database: Database) -> None:
    with database.write() as session:
        add_staff(session)
        outcome = service.register_customer(session, FULL, now=NOW, today=TODAY)
    with database.read() as session:
        card = customer_card(session, outcome.customer_id)
        assert card.fields.name == "吉田 和子"
        typed = {f: getattr(card.fields, f) for f in CustomerFields.__dataclass_fields__ if getattr(FULL, f) != ""}
        assert typed == {f: getattr(FULL, f) for f in typed}


def test_a_name_is_enough_and_without_one_nothing_is_stored(database: Database) -> None:
    with database.write() as session:
        only = service.add_customer(session, CustomerFields(family_name="林"), now=NOW, today=TODAY)
        assert session.get_one(Customer, only).joined_on == TODAY
        firm = CustomerFields(kind=CustomerKind.COMPANY, company="株式会社青山")
        assert customer_card(session, service.add_customer(session, firm, now=NOW, today=TODAY)).fields.name == "株式会社青山"
    with pytest.raises(NameMissing) as told, database.write() as session:
        service.add_customer(session, CustomerFields(phone="090-0000-0000"), now=NOW, today=TODAY)
    assert told.value.field == "name"


def test_an_added_customer_is_taken_back_and_added_again(database: Database) -> None:
    with database.write() as session:
        outcome = service.register_customer(session, FULL, now=NOW, today=TODAY)
    with database.write() as session:
        actions.undo(session, outcome.action_id, now=LATER)
    with database.read() as session, pytest.raises(CustomerMissing):
        customer_card(session, outcome.customer_id)
    with database.write() as session:
        actions.redo(session, now=LATER)
    with database.read() as session:
        assert customer_card(session, outcome.customer_id).fields.mobile == "090-0000-1234"


def test_an_edit_keeps_what_was_before_and_can_be_taken_back(database: Database) -> None:
    with database.write() as session:
        who = add_customer(session, "吉田 和子", mobile="090-0000-1234")
        fields = customer_card(session, who).fields
    wanted = CustomerFields(**{**_columns(fields), "mobile": "080-1111-2222", "do_not_contact": True, "tags": ("常連",)})
    with database.write() as session:
        action_id = service.edit_customer(session, who, wanted, now=LATER)
    with database.read() as session:
        assert customer_card(session, who).fields.mobile == "080-1111-2222"
        assert set(changed(session, who)) == {
            ("mobile", "090-0000-1234", "080-1111-2222"),
            ("do_not_contact", "", "1"),
            ("tags", "", "常連"),
        }
        assert recent_actions(session)[0].kind is ActionKind.EDIT_CUSTOMER
    with database.write() as session:
        actions.undo(session, action_id, now=LATER)
    with database.read() as session:
        assert customer_card(session, who).fields == fields
        assert changed(session, who) == []
    with database.write() as session:
        actions.redo(session, now=LATER)
        assert customer_card(session, who).fields.mobile == "080-1111-2222"
        assert len(changed(session, who)) == 3


def test_a_new_family_name_is_told_once(database: Database) -> None:
    with database.write() as session:
        who = add_customer(session, "吉田 和子", kana="よしだ かずこ")
        renamed = CustomerFields(family_name="佐藤", given_name="和子", kana="さとう かずこ", joined_on=TODAY)
        service.edit_customer(session, who, renamed, now=LATER)
        assert set(changed(session, who)) == {("name", "吉田 和子", "佐藤 和子"), ("kana", "よしだ かずこ", "さとう かずこ")}


def test_saving_a_form_without_a_change_is_no_act(database: Database) -> None:
    with database.write() as session:
        who = add_customer(session)
        before = recent_actions(session)
        assert service.edit_customer(session, who, customer_card(session, who).fields, now=LATER) is None
        assert recent_actions(session) == before
        assert changed(session, who) == []


def test_a_number_that_somebody_has_is_refused_and_the_own_one_is_not(database: Database) -> None:
    with database.write() as session:
        first = add_customer(session, "吉田 和子", code="00417")
        second = add_customer(session, "佐藤 花子")
    with pytest.raises(CodeTaken) as told, database.write() as session:
        service.edit_customer(session, second, CustomerFields(name="佐藤 花子", code="00417"), now=LATER)
    assert (told.value.field, told.value.values["code"]) == ("code", "00417")
    with database.write() as session:
        assert service.edit_customer(session, first, CustomerFields(name="吉田 和代", code="00417", joined_on=TODAY), now=LATER) is not None


def test_who_sent_a_customer_stays_through_an_edit_and_is_told_by_name(database: Database) -> None:
    with database.write() as session:
        sender, other = add_customer(session, "林 恵"), add_customer(session, "森 蓮", code="7")
        outcome = service.register_customer(session, CustomerFields(name="吉田 和子"), now=NOW, today=TODAY, referrer=sender)
        who = outcome.customer_id
        assert referrer_of(session, who) == (sender, "林 恵")
        service.edit_customer(session, who, CustomerFields(name="吉田 和代", joined_on=TODAY), now=LATER)
        assert referrer_of(session, who) == (sender, "林 恵")
        service.edit_customer(session, who, CustomerFields(name="吉田 和代", joined_on=TODAY), now=LATER, referrer=other)
        assert ("referred_by", "林 恵", "森 蓮") in changed(session, who)
        service.edit_customer(session, who, CustomerFields(name="吉田 和代", joined_on=TODAY), now=LATER, referrer=None)
        assert referrer_of(session, who) is None


@pytest.mark.parametrize(
    ("marks", "told"),
    [
        ({"do_not_contact": True}, ("do_not_contact", "", "1")),
        ({"left_on": TODAY}, ("left_on", "", "2026-11-20")),
        ({"post_consent": Consent.NO}, ("post_consent", "unknown", "no")),
    ],
)
def test_a_mark_is_set_told_and_taken_back(database: Database, marks: dict[str, Any], told: tuple[str, str, str]) -> None:
    name, value = next(iter(marks.items()))
    with database.write() as session:
        who = add_customer(session)
        action_id = service.mark_customer(session, who, now=LATER, **marks)
        assert getattr(session.get_one(Customer, who), name) == value
        assert changed(session, who) == [told]
    with database.write() as session:
        actions.undo(session, action_id, now=LATER)
        assert not getattr(session.get_one(Customer, who), name) or name == "post_consent"


def test_archived_customers_come_back_by_undo_and_by_hand(database: Database) -> None:
    with database.write() as session:
        who = add_customer(session)
        action_id = service.archive_customer(session, who, now=LATER)
        assert customer_card(session, who).archived_at == LATER
    with database.write() as session:
        actions.undo(session, action_id, now=LATER)
        assert customer_card(session, who).archived_at is None
        service.archive_customer(session, who, now=LATER)
        service.restore_customer(session, who, now=LATER)
        assert customer_card(session, who).archived_at is None


def test_somebody_archived_without_a_visit_is_listed_as_gone(database: Database) -> None:
    with database.write() as session:
        customer_id = add_customer(session)
        assert [row.chip for row in list_rows(session, [customer_id], TODAY)] == [Chip.PROSPECT]
        service.archive_customer(session, customer_id, now=NOW)
    with database.read() as session:
        assert [row.chip for row in list_rows(session, [customer_id], TODAY)] == [Chip.LEFT]


def test_what_is_to_be_remembered_is_written_once(database: Database) -> None:
    with database.write() as session:
        who = add_customer(session, note="お茶がお好き")
        action_id = service.write_note(session, who, "お茶がお好き・左利き", now=LATER)
        assert action_id is not None
        assert service.write_note(session, who, "お茶がお好き・左利き", now=LATER) is None
        assert changes_of(session, who) == [ChangeRow(LATER, "note", "お茶がお好き", "お茶がお好き・左利き")]
    with database.write() as session:
        actions.undo(session, action_id, now=LATER)
        assert customer_card(session, who).fields.note == "お茶がお好き"


def test_a_call_is_noted_deleted_and_comes_back(database: Database) -> None:
    words: dict[str, Any] = {"day": TODAY, "staff_id": None, "now": LATER}
    with database.write() as session:
        who = add_customer(session)
        service.add_contact(session, who, ContactKind.PHONE, "  腰が痛いとのこと ", **words)
        contact = session.query(Contact).one()
        assert contact.text == "腰が痛いとのこと"
        deleted = service.delete_contact(session, contact.id, now=LATER)
    with database.write() as session:
        assert session.query(Contact).count() == 0
        actions.undo(session, deleted, now=LATER)
        assert session.query(Contact).one().text == "腰が痛いとのこと"
        with pytest.raises(ContactEmpty) as told:
            service.add_contact(session, who, ContactKind.TALK, "  ", **words)
        assert told.value.field == "text"


def test_nothing_is_done_to_somebody_who_is_gone(database: Database) -> None:
    with database.write() as session:
        with pytest.raises(CustomerGone):
            service.archive_customer(session, 99, now=NOW)
        with pytest.raises(CustomerGone):
            service.edit_customer(session, 99, CustomerFields(name="林"), now=NOW)
        with pytest.raises(CustomerGone):
            service.delete_contact(session, 99, now=NOW)


def _columns(fields: CustomerFields) -> dict[str, Any]:
    return {name: getattr(fields, name) for name in CustomerFields.__dataclass_fields__}
