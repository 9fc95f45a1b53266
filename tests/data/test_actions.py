"""Every act can be undone and done again, also by another opening of the file, unless the rows were changed since."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.domain.actions import KEPT_ACTIONS, ActionKind, ChangedSince, NothingToRedo, NothingToUndo
from app.domain.contacts import ContactKind
from app.domain.customers import Consent, CustomerFields
from app.models.customer import Contact, Customer
from app.models.database import Database
from app.queries.actions import recent_actions
from app.services.actions import redo, undo
from app.services.customers import add_contact, archive_customer, edit_customer, mark_customer, register_customer
from tests.factories import NOW, add_customer, add_purchase


def names(database: Database) -> list[str]:
    with database.read() as session:
        return list(session.scalars(select(Customer.name).order_by(Customer.id)))


def test_adding_a_customer_is_undone_and_done_again_under_the_same_id(database: Database) -> None:
    with database.write() as session:
        customer_id = add_customer(session, "髙﨑 𠮷子", kana="たかさき よしこ", post_consent=Consent.YES, tags=("常連",))
    with database.write() as session:
        undone = undo(session, now=NOW + timedelta(seconds=1))
    assert undone.kind is ActionKind.ADD_CUSTOMER
    assert undone.values["name"] == "髙﨑 𠮷子"
    assert names(database) == []

    with database.write() as session:
        redo(session, now=NOW + timedelta(seconds=2))
    with database.read() as session:
        back = session.get(Customer, customer_id)
        assert back is not None
        assert (back.name, back.kana, back.post_consent, back.tags) == ("髙﨑 𠮷子", "たかさき よしこ", Consent.YES, ["常連"])


def test_undo_survives_a_restart(database: Database) -> None:
    with database.write() as session:
        add_customer(session, "吉田 和子")
    assert database.path is not None
    again = Database.of_file(database.path)
    with again.write() as session:
        undo(session, now=NOW + timedelta(seconds=1))
    again.close()
    assert names(database) == []


def test_an_edit_puts_back_only_what_it_changed(database: Database) -> None:
    with database.write() as session:
        customer_id = add_customer(session, "吉田 和子", phone="03-0000-0001")
    with database.write() as session:
        edit_customer(session, customer_id, CustomerFields(name="吉田 和子", phone="03-0000-0002"), now=NOW + timedelta(seconds=1))
    with database.write() as session:
        undo(session, now=NOW + timedelta(seconds=2))
    with database.read() as session:
        assert session.scalar(select(Customer.phone)) == "03-0000-0001"


def test_an_edit_that_changes_nothing_is_no_act(database: Database) -> None:
    with database.write() as session:
        customer_id = add_customer(session, "吉田 和子")
    with database.write() as session:
        assert edit_customer(session, customer_id, CustomerFields(name="吉田 和子", joined_on=NOW.date()), now=NOW) is None
    with database.read() as session:
        assert len(recent_actions(session)) == 1


def test_an_older_act_is_refused_when_its_row_was_changed_again(database: Database) -> None:
    with database.write() as session:
        customer_id = add_customer(session)
    with database.write() as session:
        first = mark_customer(session, customer_id, now=NOW + timedelta(seconds=1), do_not_contact=True)
        mark_customer(session, customer_id, now=NOW + timedelta(seconds=2), do_not_contact=False)
    with pytest.raises(ChangedSince), database.write() as session:
        undo(session, first, now=NOW + timedelta(seconds=3))
    with database.read() as session:
        assert session.scalar(select(Customer.do_not_contact)) is False


def test_nothing_to_undo_and_nothing_to_redo(database: Database) -> None:
    with pytest.raises(NothingToUndo), database.write() as session:
        undo(session, now=NOW)
    with pytest.raises(NothingToRedo), database.write() as session:
        redo(session, now=NOW)


def test_redo_is_over_once_something_else_was_done(database: Database) -> None:
    with database.write() as session:
        customer_id = add_customer(session, "吉田 和子")
        archive_customer(session, customer_id, now=NOW + timedelta(seconds=1))
        undo(session, now=NOW + timedelta(seconds=2))
    with database.write() as session:
        mark_customer(session, customer_id, now=NOW + timedelta(seconds=3), bad_address=True)
    with pytest.raises(NothingToRedo), database.write() as session:
        redo(session, now=NOW + timedelta(seconds=4))


def test_only_the_latest_acts_are_kept(database: Database) -> None:
    with database.write() as session:
        customer_id = add_customer(session)
        for n in range(KEPT_ACTIONS + 5):
            mark_customer(session, customer_id, now=NOW + timedelta(seconds=n + 1), bad_address=n % 2 == 0)
    with database.read() as session:
        rows = recent_actions(session)
    assert len(rows) == KEPT_ACTIONS
    assert rows[0].at > rows[-1].at


def test_a_customer_with_a_visit_or_a_note_since_does_not_go(database: Database) -> None:
    with database.write() as session:
        with_visit = register_customer(session, CustomerFields(name="佐藤 健"), now=NOW, today=NOW.date())
        with_note = register_customer(session, CustomerFields(name="林 葵"), now=NOW, today=NOW.date())
    with database.write() as session:
        add_purchase(session, with_visit.customer_id, NOW.date())
        add_contact(session, with_note.customer_id, ContactKind.PHONE, "また来ます", day=NOW.date(), staff_id=None, now=NOW)
    for outcome in (with_visit, with_note):
        with pytest.raises(ChangedSince), database.write() as session:
            undo(session, outcome.action_id, now=NOW + timedelta(seconds=1))
    with database.read() as session:
        assert session.scalar(select(Contact.text)) == "また来ます"


def test_a_number_given_to_somebody_else_does_not_come_back(database: Database) -> None:
    with database.write() as session:
        customer_id = add_customer(session, "吉田 和子", code="A1")
        edit = edit_customer(session, customer_id, CustomerFields(name="吉田 和子", code="A2"), now=NOW + timedelta(seconds=1))
        add_customer(session, "佐藤 健", code="A1")
    with pytest.raises(ChangedSince), database.write() as session:
        undo(session, edit, now=NOW + timedelta(seconds=2))
