"""Two records of one customer become one: everything moves, stops stay, and undo brings everything back as it was."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Table, func, select
from sqlalchemy.orm import Session

from app.domain.actions import ChangedSince
from app.domain.companies import PersonFields
from app.domain.contacts import ContactKind
from app.domain.customer_rules import CustomerGone
from app.domain.customers import Consent, CustomerFields
from app.domain.follow_ups import FollowUpFields, FollowUpKind, FollowUpSource
from app.domain.merges import MergeWithItself, Moved, Side
from app.domain.points import Expiry, ExpiryKind, RuleFields
from app.domain.tiers import LoyaltySettings, TierDraft, TierFields
from app.models.base import Base
from app.models.care import RuleOccasion
from app.models.companies import CompanyRecord
from app.models.counter import FollowUp, Referral
from app.models.customer import Contact, Customer, CustomerChange, surviving
from app.models.database import Database
from app.models.groups import CustomerGroup, CustomerGroupMember
from app.models.points import PointLot
from app.models.purchase import Purchase
from app.queries.companies import company_view
from app.queries.customers import customer_card, customer_ids, search_customers
from app.queries.figures import kpi_summary
from app.queries.points import balances, statement
from app.queries.tiers import tier_on
from app.services.actions import redo, undo
from app.services.companies import add_person
from app.services.customers import add_contact
from app.services.follow_ups import add_follow_up
from app.services.ledger import ledger_faults
from app.services.merges import merge_customers
from app.services.points import adjust_points, set_loyalty, set_rule
from app.services.purchases import delete_visit, refund_visit
from app.services.tiers import set_tiers
from tests.factories import NOW, TODAY, add_customer, add_purchase

DERIVED = {"action", "revision", "sqlite_sequence"}


def everything(session: Session) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, without the marks that count writes."""
    session.flush()
    found = {}
    for table in Base.metadata.sorted_tables:
        if table.name not in DERIVED:
            columns = [column for column in table.columns if (table.name, column.name) != ("customer_stat", "revision")]
            found[table.name] = sorted((tuple(row) for row in session.execute(select(*columns))), key=repr)
    return found


def begin_points(session: Session) -> None:
    set_rule(session, RuleFields(), valid_from=None, now=NOW)


def two_records(session: Session) -> tuple[int, int]:
    """The same person twice, each with purchases, a refund, a call, a follow-up and points."""
    begin_points(session)
    keep = add_customer(session, "吉田 和子", code="A-1", phone="03-0000-0001", note="お茶がお好き")
    gone = add_customer(session, "吉田 和子", code="B-7", mobile="090-0000-1234", note="左利き", tags=("白髪染め",))
    for days in (200, 40):
        add_purchase(session, keep, TODAY - timedelta(days=days), 5000)
    for days in (120, 80, 10):
        last = add_purchase(session, gone, TODAY - timedelta(days=days), 8000)
    refund_visit(session, last, amount=3000, now=NOW, today=TODAY)
    add_contact(session, gone, ContactKind.PHONE, "お元気そう", day=TODAY, staff_id=None, now=NOW)
    add_follow_up(session, gone, FollowUpFields(TODAY), now=NOW, today=TODAY)
    adjust_points(session, gone, 50, "お詫び", now=NOW, today=TODAY)
    session.flush()
    session.expire_all()
    return keep, gone


def merge(session: Session, keep: int, gone: int, **choices: Side) -> Any:
    return merge_customers(session, keep, gone, choices=choices, now=NOW, today=TODAY)


def test_everything_moves_to_the_record_that_is_kept(database: Database) -> None:
    with database.write() as session:
        keep, gone = two_records(session)
        before = balances(session, TODAY)
        outcome = merge(session, keep, gone)
        moved = {Moved.PURCHASES: 4, Moved.CONTACTS: 1, Moved.FOLLOW_UPS: 1, Moved.POINTS: before[gone]}
        assert {kind: count for kind, count in outcome.moved.items() if count} == moved
        assert session.get(Customer, gone) is None
        for model in (Purchase, Contact, FollowUp, PointLot):
            assert set(session.scalars(select(model.customer_id))) == {keep}
        assert balances(session, TODAY) == {keep: before[keep] + before[gone]}
        assert ledger_faults(session) == []
        assert customer_ids(session, TODAY).tolist() == [keep]
        assert surviving(session, gone) == keep


def test_one_record_says_what_either_said(database: Database) -> None:
    with database.write() as session:
        keep, gone = two_records(session)
        merge(session, keep, gone, note=Side.BOTH)
        customer = session.get_one(Customer, keep)
        assert (customer.phone, customer.mobile) == ("03-0000-0001", "090-0000-1234")
        assert customer.note == "お茶がお好き\n左利き"
        assert (customer.code, customer.former_codes, customer.tags) == ("A-1", ["B-7"], ["白髪染め"])
        found = search_customers(session, "090-0000-1234", TODAY)
        assert [row.id for row in found] == [keep]
        history = {change.field: (change.before, change.after) for change in session.scalars(select(CustomerChange))}
        assert history["merged"] == ("", "吉田 和子")
        assert history["mobile"] == ("", "090-0000-1234")


def test_the_record_says_when_it_was_made_one_with_another(database: Database) -> None:
    later = NOW + timedelta(hours=3)
    with database.write() as session:
        keep, gone = two_records(session)
        merge_customers(session, keep, gone, now=later, today=TODAY)
        assert customer_card(session, keep).updated_at == later


def test_the_number_of_the_other_record_may_be_the_one_that_stays(database: Database) -> None:
    with database.write() as session:
        keep, gone = two_records(session)
        action = merge(session, keep, gone, code=Side.GONE).action_id
        customer = session.get_one(Customer, keep)
        assert (customer.code, customer.former_codes) == ("B-7", ["A-1"])
        undo(session, action, now=NOW)
        session.flush()
        session.expire_all()
        assert (session.get_one(Customer, keep).code, session.get_one(Customer, gone).code) == ("A-1", "B-7")


@pytest.mark.parametrize("is_kept_stopped", [True, False])
def test_a_stop_of_either_stays(database: Database, is_kept_stopped: bool) -> None:
    stopped: dict[str, Any] = {
        "do_not_contact": True,
        "bad_address": True,
        "post_consent": Consent.NO,
        "post_consent_on": date(2026, 1, 5),
        "email_consent": Consent.NO,
        "mourning_until": date(2027, 2, 1),
    }
    open_to_all: dict[str, Any] = {
        "post_consent": Consent.YES,
        "post_consent_on": date(2026, 6, 1),
        "email_consent": Consent.YES,
        "mourning_until": date(2026, 12, 1),
    }
    with database.write() as session:
        sides = (stopped, open_to_all) if is_kept_stopped else (open_to_all, stopped)
        keep, gone = (add_customer(session, "吉田 和子", **side) for side in sides)
        merge(session, keep, gone)
        customer = session.get_one(Customer, keep)
        assert {name: getattr(customer, name) for name in stopped} == stopped


def test_undo_brings_back_every_row_as_it_was_and_redo_merges_again(database: Database) -> None:
    with database.write() as session:
        keep, gone = two_records(session)
        before = everything(session)
        action = merge(session, keep, gone).action_id
        merged = everything(session)
        undo(session, action, now=NOW + timedelta(minutes=1))
        session.flush()
        session.expire_all()
        assert everything(session) == before
        redo(session, now=NOW + timedelta(minutes=2))
        session.flush()
        session.expire_all()
        assert everything(session) == merged


def test_the_customer_counts_once_in_the_figures(database: Database) -> None:
    with database.write() as session:
        keep, gone = two_records(session)
        once = add_customer(session, "佐藤 花")
        for days in (200, 120, 80, 40, 10):
            add_purchase(session, once, TODAY - timedelta(days=days), 5000)
        assert kpi_summary(session, TODAY).customers == 3
        merge(session, keep, gone)
        summary = kpi_summary(session, TODAY)
        assert summary.customers == 2
        stats = session.execute(
            select(func.count(), func.sum(Purchase.amount)).where(Purchase.customer_id == keep, Purchase.amount > 0)
        ).one()
        assert tuple(stats) == (5, 34000)


def test_points_of_both_are_one_account(database: Database) -> None:
    with database.write() as session:
        keep, gone = two_records(session)
        points = balances(session, TODAY)
        merge(session, keep, gone)
        rows = statement(session, keep)
        assert rows[-1].balance == points[keep] + points[gone]
        last = max(session.scalars(select(Purchase.id).where(Purchase.net > 0)))
        delete_visit(session, last, now=NOW + timedelta(minutes=1), today=TODAY)
        assert ledger_faults(session) == []


def test_points_that_stay_after_the_last_visit_stay_as_long_for_both(database: Database) -> None:
    with database.write() as session:
        set_rule(session, RuleFields(expiry=Expiry(ExpiryKind.AFTER_VISIT, months=6)), valid_from=None, now=NOW)
        keep, gone = add_customer(session, "吉田 和子"), add_customer(session, "吉田 和子")
        add_purchase(session, keep, TODAY - timedelta(days=100), 5000)
        add_purchase(session, gone, TODAY - timedelta(days=10), 5000)
        session.flush()
        session.expire_all()
        before = everything(session)
        action = merge(session, keep, gone).action_id
        assert len(set(session.scalars(select(PointLot.expires)))) == 1
        undo(session, action, now=NOW + timedelta(minutes=1))
        session.flush()
        session.expire_all()
        assert everything(session) == before


@pytest.mark.parametrize("owing_first", [True, False])
def test_points_owed_are_taken_from_the_points_there_are(database: Database, owing_first: bool) -> None:
    with database.write() as session:
        begin_points(session)
        set_loyalty(session, LoyaltySettings(allow_negative=True), now=NOW)
        rich, owing = add_customer(session, "吉田 和子"), add_customer(session, "吉田 和子")
        add_purchase(session, rich, TODAY - timedelta(days=10), 20_000)
        adjust_points(session, owing, -50, "まちがい", now=NOW, today=TODAY)
        session.flush()
        session.expire_all()
        keep, gone = (owing, rich) if owing_first else (rich, owing)
        action = merge(session, keep, gone).action_id
        assert balances(session, TODAY) == {keep: 150}
        assert ledger_faults(session) == []
        undo(session, action, now=NOW + timedelta(minutes=1))
        session.flush()
        session.expire_all()
        assert balances(session, TODAY) == {rich: 200, owing: -50}
        assert ledger_faults(session) == []


def test_undo_is_refused_when_moved_points_were_moved_again(database: Database) -> None:
    with database.write() as session:
        keep, gone = two_records(session)
        action = merge(session, keep, gone).action_id
        adjust_points(session, keep, -60, "お使い", now=NOW + timedelta(minutes=1), today=TODAY)
        with pytest.raises(ChangedSince):
            undo(session, action, now=NOW + timedelta(minutes=2))


def test_a_merge_with_itself_or_with_nobody_is_refused(database: Database) -> None:
    with database.write() as session:
        keep = add_customer(session)
        with pytest.raises(MergeWithItself):
            merge(session, keep, keep)
        with pytest.raises(CustomerGone):
            merge(session, keep, 99)
        with pytest.raises(CustomerGone):
            merge(session, 99, keep)


def test_who_was_sent_by_either_was_sent_by_the_one(database: Database) -> None:
    with database.write() as session:
        first = add_customer(session, "紹介 元")
        keep, gone = add_customer(session, "吉田 和子"), add_customer(session, "吉田 和子")
        below = add_customer(session, "高橋 由美子")
        session.get_one(Customer, gone).referred_by_id = first
        session.get_one(Customer, below).referred_by_id = gone
        session.add_all(
            [
                Referral(referrer_id=first, referred_id=gone, day=TODAY, at=NOW),
                Referral(referrer_id=gone, referred_id=below, day=TODAY, at=NOW),
            ]
        )
        session.flush()
        before = everything(session)
        action = merge(session, keep, gone).action_id
        assert session.get_one(Customer, keep).referred_by_id == first
        assert session.get_one(Customer, below).referred_by_id == keep
        assert {(row.referrer_id, row.referred_id) for row in session.scalars(select(Referral))} == {(first, keep), (keep, below)}
        undo(session, action, now=NOW)
        session.flush()
        session.expire_all()
        assert everything(session) == before


@pytest.mark.parametrize("is_direct", [True, False])
def test_no_circle_is_left(database: Database, is_direct: bool) -> None:
    """The kept one was sent by the other, at once or through somebody: afterwards nobody was sent by himself."""
    with database.write() as session:
        above, gone = add_customer(session, "紹介 元"), add_customer(session, "吉田 和子")
        between = gone if is_direct else add_customer(session, "高橋 由美子")
        keep = add_customer(session, "吉田 和子")
        sent = [(above, gone), (between, keep)] if is_direct else [(above, gone), (gone, between), (between, keep)]
        for referrer, referred in sent:
            session.get_one(Customer, referred).referred_by_id = referrer
            session.add(Referral(referrer_id=referrer, referred_id=referred, day=TODAY, at=NOW))
        session.flush()
        before = everything(session)
        action = merge(session, keep, gone).action_id
        left = {(row.referrer_id, row.referred_id) for row in session.scalars(select(Referral))}
        assert left == ({(above, keep)} if is_direct else {(above, keep), (keep, between)})
        assert session.get_one(Customer, keep).referred_by_id == above
        undo(session, action, now=NOW)
        session.flush()
        session.expire_all()
        assert everything(session) == before


def test_the_higher_tier_is_kept(database: Database) -> None:
    with database.write() as session:
        keep, gone = add_customer(session, "吉田 和子"), add_customer(session, "吉田 和子")
        add_purchase(session, gone, TODAY - timedelta(days=60), 200_000)
        settings = LoyaltySettings(tiers_on=True)
        set_tiers(session, [TierDraft(None, TierFields("ゴールド", 100_000, 150))], settings, now=NOW, today=TODAY)
        other = add_customer(session, "佐藤 花")
        assert tier_name(session, gone) == "ゴールド"
        merge(session, keep, gone)
        assert tier_name(session, keep) == "ゴールド"
        merge(session, other, keep)
        assert tier_name(session, other) == "ゴールド"


def tier_name(session: Session, customer_id: int) -> str:
    tier = tier_on(session, customer_id, TODAY).tier
    return "" if tier is None else tier.fields.name


def test_every_table_that_names_a_customer_is_thought_of(database: Database) -> None:
    """A table added later must move too: after the merge no row names the record that is gone."""
    with database.write() as session:
        keep, gone = two_records(session)
        merge(session, keep, gone)
        for table, column in customer_columns():
            where = table.c[column] == gone
            assert session.scalar(select(func.count()).select_from(table).where(where)) == 0, (table.name, column)
    from app.services import merges

    moved = {model.__tablename__ for _kind, model in merges.MOVING}
    by_rules_of_their_own = {"customer", "referral", "customer_stat", "customer_month", "import_change"}
    by_rules_of_their_own |= {"customer_group_member", "print_piece_joint", "measure_person", "rule_occasion", "company_record"}
    assert {table.name for table, _column in customer_columns()} - moved == by_rules_of_their_own


def customer_columns() -> list[tuple[Table, str]]:
    found = []
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            points = any(key.column.table.name == "customer" for key in column.foreign_keys)
            if points or column.name == "customer_id":
                found.append((table, column.name))
    return found


def test_a_chain_of_merges_leads_to_the_last(database: Database) -> None:
    with database.write() as session:
        first, second, third = (add_customer(session, "吉田 和子", code=f"C-{n}") for n in range(3))
        merge(session, second, first)
        merge(session, third, second)
        assert session.get_one(Customer, third).former_codes == ["C-1", "C-0"]
        assert [surviving(session, number) for number in (first, second, third, 99)] == [third, third, third, None]


def test_a_group_that_both_are_in_holds_the_kept_record_once(database: Database) -> None:
    with database.write() as session:
        keep, gone = two_records(session)
        both, other = (CustomerGroup(name=name, created_at=NOW, updated_at=NOW) for name in ("お茶会", "常連"))
        session.add_all((both, other))
        session.flush()
        session.add_all(CustomerGroupMember(group_id=g, customer_id=c) for g, c in ((both.id, keep), (both.id, gone), (other.id, gone)))
        merge(session, keep, gone)
        rows = session.execute(select(CustomerGroupMember.group_id, CustomerGroupMember.customer_id)).all()
        assert sorted(map(tuple, rows)) == [(both.id, keep), (other.id, keep)]


def test_thousands_of_purchases_move_in_one_act(database: Database) -> None:
    with database.write() as session:
        keep, gone = add_customer(session, "吉田 和子"), add_customer(session, "吉田 和子")
        row = add_purchase(session, gone, TODAY - timedelta(days=5))
        template = session.get_one(Purchase, row)
        copied = {c.key: getattr(template, c.key) for c in Purchase.__mapper__.column_attrs if c.key not in ("id", "receipt")}
        session.add_all([Purchase(**copied, receipt=f"R-{n}") for n in range(2000)])
        outcome = merge(session, keep, gone)
        assert outcome.moved[Moved.PURCHASES] == 2001
        undo(session, outcome.action_id, now=NOW)
        assert session.scalar(select(func.count()).where(Purchase.customer_id == gone)) == 2001


def test_fields_of_the_form_are_what_is_merged() -> None:
    from app.domain.merges import GROUPS

    settled = {"joined_on", "tags", "own", "post_consent", "post_consent_on", "email_consent", "email_consent_on", "do_not_contact"}
    settled |= {"mourning_until", "bad_address", "points_opening", "referred_by"}
    settled |= {"post_consent_source", "email_consent_source", "is_deceased", "joint_names"}
    grouped = {name for names in GROUPS.values() for name in names}
    assert grouped | settled == set(CustomerFields.__dataclass_fields__)
    assert not grouped & settled


def test_what_a_rule_made_for_both_is_asked_once_and_comes_back_with_undo(database: Database) -> None:
    with database.write() as session:
        keep, gone = two_records(session)
        plans = [
            FollowUp(customer_id=one, due=TODAY, kind=FollowUpKind.CARD, source=FollowUpSource.RULE, created_at=NOW) for one in (keep, gone)
        ]
        session.add_all(plans)
        session.flush()
        for plan in plans:
            ledger = RuleOccasion(
                rule_id=1, customer_id=plan.customer_id, occasion="birthday:2026", follow_up_id=plan.id, due=TODAY, made_at=NOW
            )
            session.add(ledger)
        session.add(RuleOccasion(rule_id=2, customer_id=gone, occasion="first", due=TODAY, made_at=NOW))
        session.flush()
        outcome = merge(session, keep, gone)
        cards = select(func.count()).where(FollowUp.source == FollowUpSource.RULE, FollowUp.customer_id == keep)
        assert session.scalar(cards) == 1
        kept = session.execute(select(RuleOccasion.rule_id, RuleOccasion.customer_id).order_by(RuleOccasion.rule_id)).all()
        assert [tuple(row) for row in kept] == [(1, keep), (2, keep)]
        undo(session, outcome.action_id, now=NOW)
        there = session.execute(select(RuleOccasion.rule_id, RuleOccasion.customer_id).order_by(RuleOccasion.id)).all()
        assert [tuple(row) for row in there] == [(1, keep), (1, gone), (2, gone)]


def test_what_is_known_of_a_company_fills_the_gaps_of_the_kept_record(database: Database) -> None:
    with database.write() as session:
        keep, gone = two_records(session)
        session.add(CompanyRecord(customer_id=keep, industry="製造"))
        session.add(CompanyRecord(customer_id=gone, industry="小売", fiscal_month=4))
        session.flush()
        merge(session, keep, gone)
        kept = session.scalars(select(CompanyRecord)).one()
        assert (kept.customer_id, kept.industry, kept.fiscal_month) == (keep, "製造", 4)


def test_the_post_of_a_company_still_goes_to_one_person(database: Database) -> None:
    with database.write() as session:
        keep, gone = add_customer(session, name="青空"), add_customer(session, name="青空 商店")
        ids = [
            add_person(session, company, PersonFields(name, is_addressee=True), now=NOW, today=TODAY).person_id
            for company, name in ((gone, "佐藤"), (keep, "鈴木"))
        ]
        merge_customers(session, keep, gone, now=NOW, today=TODAY)
        persons = company_view(session, keep, TODAY).persons
        assert [(one.id, one.fields.is_addressee) for one in persons] == [(ids[1], True), (ids[0], False)]
        undo(session, now=NOW)
        assert [one.fields.is_addressee for one in company_view(session, gone, TODAY).persons] == [True]
