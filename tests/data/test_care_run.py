"""The daily run: once for each occasion, whatever happens in between."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ChangedSince
from app.domain.care import RuleFields, RuleKind, RunOutcome
from app.domain.customers import CustomerFields, PartialDate
from app.domain.follow_ups import FollowUpKind, FollowUpSource, Outcome
from app.models.care import CareRule, RuleOccasion
from app.models.counter import FollowUp
from app.models.customer import Customer
from app.models.database import Database
from app.models.records import Action
from app.services.actions import redo, undo
from app.services.care_rules import add_rule, delete_rule, edit_rule, ensure_rules, switch_rule
from app.services.care_run import run_day
from app.services.customers import edit_customer
from app.services.follow_ups import delete_follow_up, finish_follow_up, move_follow_up
from app.services.merges import merge_customers
from app.services.purchases import delete_visit, refund_visit
from tests.factories import NOW, TODAY, add_customer, add_purchase, add_staff

DAY = timedelta(days=1)
WEEK = timedelta(days=7)


def run(session: Session, today: date = TODAY) -> RunOutcome:
    return run_day(session, now=NOW + (today - TODAY), today=today)


def begin(session: Session, *kinds: RuleKind, since: date = TODAY - 60 * DAY) -> dict[RuleKind, int]:
    """Only rules of these kinds are on, since a while ago."""
    ensure_rules(session, now=NOW, today=TODAY)
    found = {}
    for row in session.scalars(select(CareRule).order_by(CareRule.position)):
        row.is_on = row.kind in kinds and row.kind not in found
        row.since = since
        if row.is_on:
            found[row.kind] = row.id
    session.flush()
    return found


def made(session: Session, customer: int | None = None) -> list[tuple[str, date, Outcome | None]]:
    session.flush()
    session.expire_all()
    query = select(FollowUp).where(FollowUp.source == FollowUpSource.RULE).order_by(FollowUp.due, FollowUp.id)
    return [(row.occasion, row.due, row.outcome) for row in session.scalars(query) if customer in (None, row.customer_id)]


def test_a_new_shop_thanks_remembers_birthdays_and_looks_after_who_is_late(database: Database) -> None:
    with database.write() as session:
        assert run(session) == RunOutcome(0, 0, 0)
        on = {row.kind for row in session.scalars(select(CareRule)) if row.is_on}
    assert on == {RuleKind.FIRST_VISIT, RuleKind.BIRTHDAY, RuleKind.OVERDUE}


def test_the_same_day_run_twice_makes_it_once(database: Database) -> None:
    with database.write() as session:
        begin(session, RuleKind.FIRST_VISIT)
        customer = add_customer(session)
        add_purchase(session, customer, TODAY - DAY)
        assert run(session) == RunOutcome(1, 0, 0)
        assert run(session) == RunOutcome(0, 0, 1)
        assert run(session, TODAY + 5 * DAY) == RunOutcome(0, 0, 1)
        assert made(session) == [("first", TODAY, None)]
        row = session.scalars(select(FollowUp)).one()
        assert (row.kind, row.customer_id, row.reason["bought"]) == (FollowUpKind.CARD, customer, ["カット"])


def test_what_the_user_deletes_or_moves_or_does_is_not_made_again(database: Database) -> None:
    with database.write() as session:
        begin(session, RuleKind.FIRST_VISIT)
        for name in ("一", "二", "三"):
            add_purchase(session, add_customer(session, name), TODAY - DAY)
        run(session)
        first, second, third = session.scalars(select(FollowUp.id).order_by(FollowUp.id)).all()
        delete_follow_up(session, first, now=NOW)
        move_follow_up(session, second, TODAY + WEEK, now=NOW, today=TODAY)
        finish_follow_up(session, third, now=NOW, today=TODAY)
        assert run(session) == RunOutcome(0, 0, 3)
        assert len(made(session)) == 2


def test_a_visit_closes_at_once_what_it_makes_needless_and_undoing_it_opens_that_again(database: Database) -> None:
    with database.write() as session:
        begin(session, RuleKind.FIRST_VISIT, RuleKind.AFTER_VISIT)
        customer = add_customer(session)
        add_purchase(session, customer, TODAY - 3 * DAY)
        assert run(session).made == 2
        add_purchase(session, customer, TODAY)
        assert {outcome for _, _, outcome in made(session)} == {Outcome.NEEDLESS}
        undo(session, now=NOW)
        assert {outcome for _, _, outcome in made(session)} == {None}
        redo(session, now=NOW)
        assert {outcome for _, _, outcome in made(session)} == {Outcome.NEEDLESS}
        assert run(session).made == 0


def test_a_visit_that_is_undone_withdraws_and_done_again_opens(database: Database) -> None:
    with database.write() as session:
        begin(session, RuleKind.AFTER_VISIT)
        customer = add_customer(session)
        add_purchase(session, customer, TODAY - 3 * DAY)
        run(session)
        undo(session, now=NOW)
        assert run(session) == RunOutcome(0, 1, 0)
        assert made(session)[0][2] is Outcome.WITHDRAWN
        redo(session, now=NOW)
        assert run(session) == RunOutcome(0, 0, 1)
        assert made(session) == [(f"visit:{TODAY - 3 * DAY}", TODAY, None)]


@pytest.mark.parametrize("takes_back", [refund_visit, delete_visit])
def test_a_visit_given_back_or_deleted_is_none(database: Database, takes_back: object) -> None:
    with database.write() as session:
        begin(session, RuleKind.AFTER_VISIT)
        customer = add_customer(session)
        earlier = TODAY - 4 * DAY
        add_purchase(session, customer, earlier)
        run(session, TODAY - DAY)
        later = add_purchase(session, customer, TODAY - 3 * DAY)
        assert made(session)[0][2] is Outcome.NEEDLESS
        run(session)
        takes_back(session, later, now=NOW, today=TODAY)  # type: ignore[operator]
        run(session)
        assert made(session) == [(f"visit:{earlier}", earlier + 3 * DAY, None), (f"visit:{TODAY - 3 * DAY}", TODAY, Outcome.WITHDRAWN)]


def test_a_back_dated_visit_is_looked_after_too(database: Database) -> None:
    with database.write() as session:
        begin(session, RuleKind.AFTER_VISIT, RuleKind.FIRST_VISIT)
        customer = add_customer(session)
        add_purchase(session, customer, TODAY - DAY)
        run(session)
        add_purchase(session, customer, TODAY - 10 * DAY)
        run(session)
        assert made(session)[0][:1] == ("first",)
        assert made(session)[0][2] is Outcome.NEEDLESS
        assert [row for row in made(session) if row[0].startswith("visit")] == []


def test_switching_on_makes_nothing_of_the_past_and_off_and_on_makes_nothing_twice(database: Database) -> None:
    with database.write() as session:
        ensure_rules(session, now=NOW, today=TODAY)
        fields = RuleFields(RuleKind.AFTER_VISIT, 3, FollowUpKind.CALL)
        rule, _ = add_rule(session, fields, now=NOW, today=TODAY)
        late, due, soon = (add_customer(session, name) for name in ("一", "二", "三"))
        for customer, ago in ((late, 5), (due, 3), (soon, 2)):
            add_purchase(session, customer, TODAY - ago * DAY)
        switch_rule(session, rule, True, now=NOW, today=TODAY)
        run(session)
        assert [row[0] for row in made(session) if row[0] != "first"] == [f"visit:{TODAY - 3 * DAY}"]
        switch_rule(session, rule, False, now=NOW, today=TODAY)
        run(session, TODAY + DAY)
        switch_rule(session, rule, True, now=NOW, today=TODAY + 2 * DAY)
        run(session, TODAY + 2 * DAY)
        assert [row[0] for row in made(session) if row[0] != "first"] == [f"visit:{TODAY - 3 * DAY}"]


def test_another_number_asks_nobody_again_for_the_same_visit(database: Database) -> None:
    with database.write() as session:
        rule = begin(session, RuleKind.AFTER_VISIT)[RuleKind.AFTER_VISIT]
        customer = add_customer(session)
        add_purchase(session, customer, TODAY - 3 * DAY)
        run(session)
        edit_rule(session, rule, RuleFields(RuleKind.AFTER_VISIT, 5, FollowUpKind.CARD, is_on=True), now=NOW, today=TODAY)
        assert run(session, TODAY + 2 * DAY).made == 0
        delete_rule(session, rule, now=NOW)
        assert run(session, TODAY + 3 * DAY) == RunOutcome(0, 0, 0)
        assert len(made(session)) == 1


def test_two_weeks_without_a_run_are_made_up_and_older_days_are_history(database: Database) -> None:
    with database.write() as session:
        begin(session, RuleKind.AFTER_VISIT)
        for name, ago in (("昔", 40), ("先々週", 17), ("今日", 3)):
            add_purchase(session, add_customer(session, name), TODAY - ago * DAY)
        assert run(session).made == 2
        assert [due for _, due, _ in made(session)] == [TODAY - 14 * DAY, TODAY]


def test_merging_asks_once_and_undoing_the_merge_forgets_nothing(database: Database) -> None:
    with database.write() as session:
        begin(session, RuleKind.BIRTHDAY)
        born = PartialDate(None, 12, 4)
        kept, gone = (add_customer(session, "吉田 和子", birthday=born) for _ in range(2))
        assert run(session).made == 2
        merge_customers(session, kept, gone, now=NOW, today=TODAY)
        assert [row[2] for row in made(session)] == [None]
        assert run(session) == RunOutcome(0, 0, 1)
        undo(session, now=NOW)
        assert run(session) == RunOutcome(0, 0, 2)
        assert len(made(session)) == 2


def test_a_corrected_birthday_moves_its_card(database: Database) -> None:
    long_ago = TODAY - 60 * DAY
    with database.write() as session:
        begin(session, RuleKind.BIRTHDAY)
        customer = add_customer(session, birthday=PartialDate(1980, 12, 4), joined_on=long_ago)
        run(session)
        edit_customer(session, customer, CustomerFields(name="吉田 和子", birthday=PartialDate(1980, 12, 1), joined_on=long_ago), now=NOW)
        run(session)
        run(session)
        assert made(session) == [("birthday:2026", date(2026, 11, 17), None)]


def test_nothing_is_late_because_somebody_was_not_known_yet(database: Database) -> None:
    """On the books from today: a birthday five days ago is over, one in five days is for today."""
    with database.write() as session:
        begin(session, RuleKind.BIRTHDAY)
        past, soon = TODAY - 5 * DAY, TODAY + 5 * DAY
        add_customer(session, "過ぎた方", birthday=PartialDate(None, past.month, past.day))
        customer = add_customer(session, "これからの方", birthday=PartialDate(None, soon.month, soon.day))
        assert run(session) == RunOutcome(1, 0, 0)
        assert run(session, TODAY + DAY) == RunOutcome(0, 0, 1)
        assert made(session, customer) == [("birthday:2026", TODAY, None)]


def test_nobody_out_of_reach_is_asked_for(database: Database) -> None:
    with database.write() as session:
        begin(session, RuleKind.AFTER_VISIT)
        customer = add_customer(session)
        add_purchase(session, customer, TODAY - 3 * DAY)
        run(session)
        session.get_one(Customer, customer).do_not_contact = True
        session.flush()
        assert run(session) == RunOutcome(0, 1, 0)
        session.get_one(Customer, customer).do_not_contact = False
        session.flush()
        assert run(session) == RunOutcome(0, 0, 1)
        assert made(session)[0][2] is None


def test_a_birthday_card_is_given_up_two_weeks_after_the_day(database: Database) -> None:
    with database.write() as session:
        begin(session, RuleKind.BIRTHDAY)
        add_customer(session, birthday=PartialDate(1980, 11, 25))
        run(session)
        assert run(session, date(2026, 12, 9)).closed == 0
        assert run(session, date(2026, 12, 10)).closed == 1
        assert made(session)[0][2] is Outcome.EXPIRED
        assert run(session, date(2026, 12, 11)) == RunOutcome(0, 0, 0)
        assert run(session, date(2027, 11, 11)).made == 1


def test_it_is_for_whoever_looks_after_the_customer_unless_the_rule_says_who(database: Database) -> None:
    with database.write() as session:
        rule = begin(session, RuleKind.AFTER_VISIT)[RuleKind.AFTER_VISIT]
        tanaka, sasaki = add_staff(session, "田中"), add_staff(session, "佐々木")
        add_purchase(session, add_customer(session, staff="田中"), TODAY - 3 * DAY)
        run(session)
        fields = RuleFields(RuleKind.AFTER_VISIT, 3, FollowUpKind.CARD, "様子をうかがう", sasaki, "own:1", is_on=True)
        edit_rule(session, rule, fields, now=NOW, today=TODAY)
        add_purchase(session, add_customer(session, "二", staff="田中"), TODAY - 2 * DAY)
        run(session, TODAY + DAY)
        rows = session.scalars(select(FollowUp).order_by(FollowUp.id)).all()
        assert [(row.staff_id, row.kind, row.note, row.template) for row in rows] == [
            (tanaka, FollowUpKind.CALL, "", ""),
            (sasaki, FollowUpKind.CARD, "様子をうかがう", "own:1"),
        ]


def test_the_ledger_names_each_occasion_once(database: Database) -> None:
    with database.write() as session:
        begin(session, RuleKind.FIRST_VISIT, RuleKind.AFTER_VISIT, RuleKind.BIRTHDAY)
        customer = add_customer(session, birthday=PartialDate(1980, 12, 4))
        add_purchase(session, customer, TODAY - 3 * DAY)
        for ahead in range(4):
            run(session, TODAY + ahead * DAY)
        keys = session.execute(select(RuleOccasion.customer_id, RuleOccasion.occasion)).all()
        assert sorted(key for _, key in keys) == ["birthday:2026", "first", f"visit:{TODAY - 3 * DAY}"]


def test_a_customer_who_was_never_added_takes_along_what_only_the_program_made(database: Database) -> None:
    with database.write() as session:
        begin(session, RuleKind.BIRTHDAY)
        add_customer(session, birthday=PartialDate(1980, 12, 4))
        run(session)
        undo(session, now=NOW)
        assert made(session) == []
        redo(session, now=NOW)
        assert run(session) == RunOutcome(1, 0, 0)
        follow_up = session.scalars(select(FollowUp.id)).one()
        finish_follow_up(session, follow_up, now=NOW, today=TODAY)
        added = session.scalars(select(Action.id).order_by(Action.id)).first()
        with pytest.raises(ChangedSince):
            undo(session, added, now=NOW)
