"""The ledger of points follows what is recorded, on a real file; histories by hand."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ChangedSince
from app.domain.codes import NoNewcomer
from app.domain.points import (
    EntryKind,
    Expiry,
    ExpiryKind,
    LastDayPassed,
    MorePointsThanAmount,
    NotEnoughPoints,
    PointsKeepDay,
    PointsNeedCustomer,
    PointsOff,
    PointsUsedAlready,
    RuleFields,
    TooFewPointsToUse,
)
from app.domain.purchases import LineFields, PurchaseFields
from app.domain.tiers import LoyaltySettings
from app.models.database import Database
from app.models.points import PointEntry, PointLot
from app.queries.codes import referral_code_of
from app.queries.points import balances, standing, statement
from app.services.actions import redo, undo
from app.services.codes import note_referral
from app.services.ledger import lapse, ledger_faults
from app.services.points import adjust_points, set_loyalty, set_rule
from app.services.purchases import delete_visit, edit_visit, record_visit, refund_visit
from tests.factories import NOW, TODAY, add_customer

YEAR = RuleFields(expiry=Expiry(ExpiryKind.AFTER_EARNING, 12))


def fields(amount: int, day: date = TODAY, used: int = 0) -> PurchaseFields:
    return PurchaseFields(day=day, lines=(LineFields(product="カット", unit_price=amount, amount=amount),), points_used=used)


def buy(session: Session, customer: int, amount: int, day: date = TODAY, used: int = 0) -> int:
    return record_visit(session, customer, fields(amount, day, used), now=NOW, today=TODAY).purchase_id


def lots(session: Session, customer: int) -> list[tuple[date, date | None, int]]:
    rows = session.execute(
        select(PointLot).where(PointLot.customer_id == customer).order_by(PointLot.id).execution_options(populate_existing=True)
    )
    return [(lot.day, lot.expires, lot.left) for (lot,) in rows if lot.left]


def balance(session: Session, customer: int, day: date = TODAY) -> int:
    found = standing(session, customer, day).balance
    assert found == balances(session, day).get(customer, 0)
    assert ledger_faults(session) == []
    return found


@pytest.fixture
def shop(database: Database) -> Database:
    with database.write() as session:
        set_rule(session, YEAR, valid_from=None, now=NOW)
        add_customer(session)
    return database


def test_a_shop_without_a_rule_gives_no_points(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        outcome = record_visit(session, customer, fields(9350), now=NOW, today=TODAY)
        assert (outcome.points_earned, balance(session, customer)) == (0, 0)
        with pytest.raises(PointsOff):
            buy(session, customer, 9350, used=1)


def test_a_purchase_opens_a_lot_that_counts_to_its_last_day(shop: Database) -> None:
    with shop.write() as session:
        outcome = record_visit(session, 1, fields(9350), now=NOW, today=TODAY)
        assert (outcome.points_earned, outcome.balance) == (93, 93)
        assert lots(session, 1) == [(TODAY, date(2027, 11, 20), 93)]
        later = date(2027, 11, 20)
        assert lapse(session, now=NOW, today=later).points == 0
        assert standing(session, 1, later).balance == 93
        assert lapse(session, now=NOW, today=later + timedelta(days=1)).points == 93
        assert lapse(session, now=NOW, today=later + timedelta(days=1)).points == 0
        entries = statement(session, 1)
        assert [(e.kind, e.points, e.day) for e in entries] == [
            (EntryKind.EARN, 93, TODAY),
            (EntryKind.EXPIRE, -93, date(2027, 11, 21)),
        ]
        assert entries[0].rule_id == 1 and entries[0].basis is not None and entries[0].basis["base"] == 9350


def test_a_clock_that_was_ahead_gives_back_what_lapsed_too_early(shop: Database) -> None:
    with shop.write() as session:
        buy(session, 1, 10_000)
        lapse(session, now=NOW, today=date(2036, 1, 1))
        lapse(session, now=NOW, today=TODAY)
        assert balance(session, 1) == 100
        assert standing(session, 1, date(2027, 11, 20)).balance == 100


def test_points_are_used_from_what_lapses_first(shop: Database) -> None:
    with shop.write() as session:
        buy(session, 1, 10_000, TODAY - timedelta(days=10))
        buy(session, 1, 30_000, TODAY - timedelta(days=20))
        adjust_points(session, 1, 50, "お詫び", now=NOW, today=TODAY)
        outcome = record_visit(session, 1, fields(5000, used=320), now=NOW, today=TODAY)
        assert (outcome.points_used, outcome.points_earned) == (320, 46)
        assert lots(session, 1) == [
            (TODAY - timedelta(days=10), date(2027, 11, 10), 80),
            (TODAY, None, 50),
            (TODAY, date(2027, 11, 20), 46),
        ]
        assert balance(session, 1) == 176


def test_what_can_not_be_used_is_refused_and_nothing_is_written(shop: Database) -> None:
    with shop.write() as session:
        set_rule(session, RuleFields(use_from=50), valid_from=None, now=NOW)
        buy(session, 1, 10_000)
    for used, amount, error in ((101, 9000, NotEnoughPoints), (49, 9000, TooFewPointsToUse), (61, 60, MorePointsThanAmount)):
        with pytest.raises(error), shop.write() as session:
            buy(session, 1, amount, used=used)
    with pytest.raises(PointsNeedCustomer), shop.write() as session:
        record_visit(session, None, fields(9000, used=60), now=NOW, today=TODAY)
    with shop.read() as session:
        assert balance(session, 1) == 100
        assert len(statement(session, 1)) == 1


def test_buying_and_returning_leaves_nothing_behind(shop: Database) -> None:
    with shop.write() as session:
        buy(session, 1, 20_000, TODAY - timedelta(days=40))
        before = lots(session, 1)
        bought = buy(session, 1, 10_995, used=150)
        refund_visit(session, bought, now=NOW, today=TODAY)
        assert lots(session, 1) == before
        assert balance(session, 1) == 200


def test_a_part_given_back_takes_back_what_the_rest_does_not_earn(shop: Database) -> None:
    with shop.write() as session:
        bought = buy(session, 1, 990)
        assert balance(session, 1) == 9
        for amount, left in ((90, 9), (1, 8), (99, 8), (1, 7), (799, 0)):
            refund_visit(session, bought, amount=amount, now=NOW, today=TODAY)
            assert balance(session, 1) == left


def test_an_amount_given_back_has_the_tax_of_the_lines_it_comes_from(database: Database) -> None:
    food = tuple(LineFields(product=name, unit_price=54_000, amount=54_000, tax_rate=Decimal("0.08")) for name in ("パン", "茶"))
    with database.write() as session:
        customer = add_customer(session)
        set_rule(session, RuleFields(taxed=False), valid_from=None, now=NOW)
        bought = record_visit(session, customer, PurchaseFields(day=TODAY, lines=food), now=NOW, today=TODAY)
        refund_visit(session, bought.purchase_id, amount=27_000, now=NOW, today=TODAY)
        assert (bought.points_earned, balance(session, customer)) == (1000, 750)


def test_money_goes_back_before_the_points_that_paid(shop: Database) -> None:
    with shop.write() as session:
        adjust_points(session, 1, 500, "はじめに", now=NOW, today=TODAY)
        bought = buy(session, 1, 2000, used=500)
        assert balance(session, 1) == 15
        refund_visit(session, bought, amount=1500, now=NOW, today=TODAY)
        assert balance(session, 1) == 0
        refund_visit(session, bought, amount=200, now=NOW, today=TODAY)
        assert balance(session, 1) == 200
        refund_visit(session, bought, now=NOW, today=TODAY)
        assert balance(session, 1) == 500


def test_points_used_already_ask_before_the_balance_goes_below_zero(shop: Database) -> None:
    with shop.write() as session:
        first = buy(session, 1, 10_000, TODAY - timedelta(days=5))
        buy(session, 1, 1000, used=100)
        assert balance(session, 1) == 9
    with pytest.raises(PointsUsedAlready) as refused, shop.write() as session:
        refund_visit(session, first, now=NOW, today=TODAY)
    assert refused.value.values["missing"] == 91
    with shop.write() as session:
        refund_visit(session, first, now=NOW, today=TODAY, allow_negative=True)
        assert balance(session, 1) == -91
        buy(session, 1, 5000)
        assert balance(session, 1) == -41
        buy(session, 1, 5000)
        assert balance(session, 1) == 9
        assert [left for _, _, left in lots(session, 1)] == [9]


def test_a_shop_may_allow_points_below_zero(shop: Database) -> None:
    with shop.write() as session:
        set_loyalty(session, LoyaltySettings(allow_negative=True), now=NOW)
        first = buy(session, 1, 10_000, TODAY - timedelta(days=5))
        second = buy(session, 1, 1000, used=100)
        delete_visit(session, first, now=NOW, today=TODAY)
        assert balance(session, 1) == -91
        delete_visit(session, second, now=NOW, today=TODAY)
        assert balance(session, 1) == 0
        assert lots(session, 1) == []


def test_a_cover_goes_back_to_the_lot_it_came_from(shop: Database) -> None:
    with shop.write() as session:
        first = buy(session, 1, 10_000, TODAY - timedelta(days=9))
        buy(session, 1, 20_000, TODAY - timedelta(days=8))
        user = buy(session, 1, 1000, used=100)
        delete_visit(session, first, now=NOW, today=TODAY)
        assert balance(session, 1) == 109
        delete_visit(session, user, now=NOW, today=TODAY)
        assert lots(session, 1) == [(TODAY - timedelta(days=8), date(2027, 11, 12), 200)]


def test_undo_and_redo_bring_the_same_lots_back(shop: Database) -> None:
    with shop.write() as session:
        adjust_points(session, 1, 40, "お詫び", now=NOW, today=TODAY)
        bought = buy(session, 1, 10_000, used=30)
        states = [lots(session, 1)]
        refund_visit(session, bought, amount=4000, now=NOW, today=TODAY)
        states.append(lots(session, 1))
        edit = edit_visit(
            session, buy(session, 1, 700, TODAY - timedelta(days=3)), fields(1900, TODAY - timedelta(days=2)), now=NOW, today=TODAY
        )
        assert edit.points_earned == 19
        undo(session, now=NOW)
        undo(session, now=NOW)
        assert lots(session, 1) == states[1]
        undo(session, now=NOW)
        assert lots(session, 1) == states[0]
        redo(session, now=NOW)
        assert lots(session, 1) == states[1]
        for _ in range(3):
            undo(session, now=NOW)
        assert lots(session, 1) == []
        assert balance(session, 1) == 0


def test_entries_are_never_changed(shop: Database) -> None:
    with shop.write() as session:
        bought = buy(session, 1, 10_000)
        before = session.execute(select(PointEntry.__table__)).all()
        edit_visit(session, bought, fields(3000, TODAY - timedelta(days=1)), now=NOW, today=TODAY)
        undo(session, now=NOW)
        delete_visit(session, bought, now=NOW, today=TODAY)
        after = session.execute(select(PointEntry.__table__).order_by(PointEntry.id)).all()
        assert after[: len(before)] == before
        assert len(after) > len(before)


def test_a_new_rule_does_not_work_backwards(shop: Database) -> None:
    with shop.write() as session:
        bought = buy(session, 1, 10_000, TODAY - timedelta(days=1))
        set_rule(session, RuleFields(amount=50), valid_from=TODAY, now=NOW)
        assert balance(session, 1) == 100
        edit_visit(session, bought, fields(20_000, TODAY - timedelta(days=1)), now=NOW, today=TODAY)
        assert balance(session, 1) == 200
        assert record_visit(session, 1, fields(1000), now=NOW, today=TODAY).points_earned == 20
        assert record_visit(session, 1, fields(1000, TODAY - timedelta(days=1)), now=NOW, today=TODAY).points_earned == 10


def test_a_rule_that_purchases_keep_is_not_undone(shop: Database) -> None:
    with shop.write() as session:
        _, action = set_rule(session, RuleFields(amount=50), valid_from=None, now=NOW)
        buy(session, 1, 1000)
    with pytest.raises(ChangedSince), shop.write() as session:
        undo(session, action, now=NOW)


@pytest.mark.parametrize(("amount", "earned"), [(1000, 10), (90, 0)])
def test_a_deleted_purchase_comes_back_under_a_rule_that_is_still_there(database: Database, amount: int, earned: int) -> None:
    with database.write() as session:
        customer = add_customer(session)
        _, rule = set_rule(session, YEAR, valid_from=None, now=NOW)
        bought = buy(session, customer, amount)
        deleted = delete_visit(session, bought, now=NOW, today=TODAY)
    if earned:
        with pytest.raises(ChangedSince), database.write() as session:
            undo(session, rule, now=NOW)
    else:
        with database.write() as session:
            undo(session, rule, now=NOW)
    with database.write() as session:
        undo(session, deleted.action_id, now=NOW)
        assert balance(session, customer) == earned


def test_the_points_of_a_first_visit_come_once_also_when_an_earlier_one_is_added(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        set_rule(session, RuleFields(first_visit_points=500), valid_from=None, now=NOW)
        first = buy(session, customer, 1000)
        buy(session, customer, 1000, TODAY - timedelta(days=3))
        assert balance(session, customer) == 520
        refund_visit(session, first, now=NOW, today=TODAY, allow_negative=True)
        buy(session, customer, 1000, TODAY - timedelta(days=5))
        assert balance(session, customer) == 10 + 510


def test_a_slip_of_yesterday_may_use_points_that_lapsed_last_night(shop: Database) -> None:
    yesterday = TODAY - timedelta(days=1)
    with shop.write() as session:
        adjust_points(session, 1, 300, "はじめに", now=NOW, today=TODAY - timedelta(days=30), expires=yesterday)
        lapse(session, now=NOW, today=TODAY)
        assert balance(session, 1) == 0
        outcome = record_visit(session, 1, fields(5000, yesterday, used=200), now=NOW, today=TODAY)
        assert outcome.points_earned == 48
        assert balance(session, 1, yesterday) == 148
        assert balance(session, 1) == 48
    with pytest.raises(NotEnoughPoints), shop.write() as session:
        record_visit(session, 1, fields(5000, used=49), now=NOW, today=TODAY)


def test_a_past_day_never_spends_what_was_not_there_then(shop: Database) -> None:
    with shop.write() as session:
        buy(session, 1, 10_000, TODAY - timedelta(days=20))
        buy(session, 1, 1000, TODAY - timedelta(days=10), used=100)
        buy(session, 1, 30_000, TODAY)
    with pytest.raises(NotEnoughPoints) as refused, shop.write() as session:
        buy(session, 1, 1000, TODAY - timedelta(days=15), used=50)
    assert refused.value.values["left"] == 0


def test_points_that_last_after_the_last_visit_move_with_it(database: Database) -> None:
    moving = RuleFields(expiry=Expiry(ExpiryKind.AFTER_VISIT, 6, to_month_end=True))
    with database.write() as session:
        customer = add_customer(session)
        set_rule(session, moving, valid_from=None, now=NOW)
        buy(session, customer, 1000, date(2026, 3, 10))
        lapse(session, now=NOW, today=date(2026, 10, 1))
        assert balance(session, customer, date(2026, 10, 1)) == 0
        visit = buy(session, customer, 2000, date(2026, 9, 30))
        assert lots(session, customer) == [(date(2026, 3, 10), date(2027, 3, 31), 10), (date(2026, 9, 30), date(2027, 3, 31), 20)]
        delete_visit(session, visit, now=NOW, today=TODAY)
        assert lots(session, customer) == []


def test_a_visit_moved_to_another_customer_takes_its_points_along(shop: Database) -> None:
    with shop.write() as session:
        other = add_customer(session, "佐藤 花子")
        bought = buy(session, 1, 9350)
        edit_visit(session, bought, fields(9350), now=NOW, today=TODAY, customer_id=other)
        assert (balance(session, 1), balance(session, other)) == (0, 93)
        undo(session, now=NOW)
        assert (balance(session, 1), balance(session, other)) == (93, 0)


def test_who_had_a_visit_by_mistake_hears_no_more_of_it(shop: Database) -> None:
    with shop.write() as session:
        other = add_customer(session, "佐藤 花子")
        bought = buy(session, 1, 9350)
        edit_visit(session, bought, fields(9350), now=NOW, today=TODAY, customer_id=other)
        told = [(entry.kind, entry.points) for entry in statement(session, 1)]
        assert told == [(EntryKind.EARN, 93), (EntryKind.REVERSE, -93)]
        edit_visit(session, bought, fields(9000), now=NOW, today=TODAY)
        refund_visit(session, bought, amount=500, now=NOW, today=TODAY)
        assert [(entry.kind, entry.points) for entry in statement(session, 1)] == told


def test_lines_that_earn_nothing_are_paid_by_points_first(shop: Database) -> None:
    with shop.write() as session:
        adjust_points(session, 1, 1000, "はじめに", now=NOW, today=TODAY)
        lines = (
            LineFields(product="回数券", unit_price=3000, amount=3000, earns_points=False),
            LineFields(product="シャンプー", unit_price=2640, amount=2640, tax_rate=Decimal("0.1")),
        )
        outcome = record_visit(session, 1, PurchaseFields(day=TODAY, lines=lines, points_used=1000), now=NOW, today=TODAY)
        assert outcome.points_earned == 26


def test_what_earned_points_used_since_is_undone_after_the_use(shop: Database) -> None:
    with shop.write() as session:
        first = record_visit(session, 1, fields(10_000), now=NOW, today=TODAY)
        buy(session, 1, 1000, used=100)
    with pytest.raises(ChangedSince), shop.write() as session:
        undo(session, first.action_id, now=NOW)
    with shop.write() as session:
        undo(session, now=NOW)
        undo(session, now=NOW)
        assert balance(session, 1) == 0


def test_points_used_in_between_are_taken_back_today(shop: Database) -> None:
    before, used, between = (TODAY - timedelta(days=days) for days in (60, 30, 15))
    with shop.write() as session:
        bought = buy(session, 1, 10_000, before)
        buy(session, 1, 100, used, used=100)
        delete_visit(session, bought, now=NOW, today=TODAY, allow_negative=True)
        assert [balance(session, 1, day) for day in (before, between, TODAY)] == [100, 0, -100]


def test_points_of_an_introduction_move_with_the_visits_too(database: Database) -> None:
    moving = RuleFields(referrer_points=300, expiry=Expiry(ExpiryKind.AFTER_VISIT, 6))
    with database.write() as session:
        customer, friend = add_customer(session), add_customer(session, "佐藤 花子")
        set_rule(session, moving, valid_from=None, now=NOW)
        note_referral(session, referral_code_of(session, customer), friend, now=NOW, today=date(2026, 3, 1))
        assert lots(session, customer) == [(date(2026, 3, 1), date(2026, 9, 1), 300)]
        buy(session, customer, 99, date(2026, 8, 1))
        assert lots(session, customer) == [(date(2026, 3, 1), date(2027, 2, 1), 300)]


def test_points_that_a_late_slip_brings_back_cover_what_stands_below_zero(database: Database) -> None:
    moving = RuleFields(amount=10, expiry=Expiry(ExpiryKind.AFTER_VISIT, 1))
    with database.write() as session:
        customer = add_customer(session)
        set_rule(session, moving, valid_from=None, now=NOW)
        set_loyalty(session, LoyaltySettings(allow_negative=True), now=NOW)
        buy(session, customer, 1000, date(2026, 10, 10))
        lapse(session, now=NOW, today=TODAY)
        adjust_points(session, customer, -334, "まちがい", now=NOW, today=TODAY)
        assert balance(session, customer) == -334
        buy(session, customer, 9, date(2026, 11, 5))
        assert balance(session, customer) == -234
        assert [left for _, _, left in lots(session, customer)] == [-234]


def test_points_can_still_be_used_when_nothing_is_earned_any_more(shop: Database) -> None:
    with shop.write() as session:
        buy(session, 1, 10_000)
        set_rule(session, RuleFields(is_on=False), valid_from=None, now=NOW)
        outcome = record_visit(session, 1, fields(5000, used=60), now=NOW, today=TODAY)
        assert (outcome.points_earned, outcome.points_used, outcome.balance) == (0, 60, 40)


def test_a_correction_does_not_give_points_that_are_over(shop: Database) -> None:
    with pytest.raises(LastDayPassed), shop.write() as session:
        adjust_points(session, 1, 50, "お詫び", now=NOW, today=TODAY, expires=TODAY - timedelta(days=1))
    with shop.write() as session:
        adjust_points(session, 1, 50, "お詫び", now=NOW, today=TODAY, expires=TODAY)
        assert balance(session, 1) == 50


def test_an_introduction_is_for_who_is_new(shop: Database) -> None:
    with shop.write() as session:
        set_rule(session, RuleFields(referred_points=300), valid_from=None, now=NOW)
        friend = add_customer(session, "佐藤 花子")
        buy(session, friend, 1000, TODAY - timedelta(days=9))
        buy(session, friend, 1000, TODAY - timedelta(days=2))
    with pytest.raises(NoNewcomer), shop.write() as session:
        note_referral(session, referral_code_of(session, 1), friend, now=NOW, today=TODAY)


def test_deleting_and_undoing_leaves_the_same_lots_although_others_were_opened_in_between(shop: Database) -> None:
    with shop.write() as session:
        first = buy(session, 1, 6500)
        buy(session, 1, 6565, used=65)
        refund_visit(session, first, amount=1000, now=NOW, today=TODAY, allow_negative=True)
        adjust_points(session, 1, 30, "はじめに", now=NOW, today=TODAY, expires=date(2027, 3, 31))
        before = lots(session, 1)
        assert [left for _, _, left in before] == [55, 30]
        delete_visit(session, first, now=NOW, today=TODAY, allow_negative=True)
        assert balance(session, 1) == 30
        undo(session, now=NOW)
        assert lots(session, 1) == before


def test_a_visit_paid_with_points_that_paid_again_is_moved_as_the_refusal_says(shop: Database) -> None:
    paid, moved, again = (TODAY - timedelta(days=days) for days in (10, 9, 5))
    with shop.write() as session:
        buy(session, 1, 10_000, TODAY - timedelta(days=30))
        visit = record_visit(session, 1, fields(5000, paid, used=60), now=NOW, today=TODAY).purchase_id
        later = record_visit(session, 1, fields(5000, again, used=89), now=NOW, today=TODAY).purchase_id
        before = balance(session, 1)
    with pytest.raises(PointsKeepDay) as refused, shop.write() as session:
        edit_visit(session, visit, fields(5000, moved, used=60), now=NOW, today=TODAY)
    assert (refused.value.field, refused.value.values) == ("day", {"wanted": 60, "left": 11})
    with pytest.raises(NotEnoughPoints), shop.write() as session:
        edit_visit(session, visit, fields(5000, moved, used=99), now=NOW, today=TODAY)
    with shop.write() as session:
        edit_visit(session, later, fields(5000, again), now=NOW, today=TODAY)
        edit_visit(session, visit, fields(5000, moved, used=60), now=NOW, today=TODAY)
        edit_visit(session, later, fields(5000, again, used=89), now=NOW, today=TODAY)
        assert balance(session, 1) == before
        assert ledger_faults(session) == []
