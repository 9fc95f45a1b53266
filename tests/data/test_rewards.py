"""Rewards in a real file: kept, given, undone; the last one is given once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.errors import DomainError
from app.domain.points import EntryKind
from app.domain.rewards import (
    RewardBar,
    RewardFields,
    RewardGone,
    RewardIncomplete,
    RewardKind,
    RewardNameTaken,
    RewardNeedsTier,
    RewardOutOfRange,
    RewardOutOfStock,
    RewardRow,
    RewardTooDear,
)
from app.domain.tiers import LoyaltySettings, TierDraft, TierFields
from app.models.database import Database
from app.queries.points import standing, statement
from app.queries.rewards import reward_offers, rewards
from app.queries.tiers import tiers
from app.services.actions import redo, undo
from app.services.ledger import ledger_faults
from app.services.points import adjust_points
from app.services.rewards import add_reward, archive_reward, bring_reward_back, edit_reward, give_reward
from app.services.tiers import set_tiers
from tests.factories import NOW, TODAY, add_customer, add_purchase

SPA = RewardFields(RewardKind.GIFT, "ヘッドスパ", 300, cost=800, stock=2)
COUPON = RewardFields(RewardKind.DISCOUNT, "500円引き", 500, value=500)


@pytest.fixture
def kazuko(database: Database) -> int:
    """Has 700 points."""
    with database.write() as session:
        number = add_customer(session, "吉田 和子")
        adjust_points(session, number, 700, "開店のお礼", now=NOW, today=TODAY)
    return number


@pytest.fixture
def spa(database: Database, kazuko: int) -> int:
    with database.write() as session:
        return add_reward(session, SPA, now=NOW).reward_id


def only(database: Database) -> RewardRow:
    with database.read() as session:
        (row,) = rewards(session)
    return row


def usable(database: Database, customer: int) -> int:
    with database.read() as session:
        assert ledger_faults(session) == []
        return standing(session, customer, TODAY).usable


def test_a_reward_takes_points_and_one_piece_and_gives_both_back(database: Database, kazuko: int, spa: int) -> None:
    with database.write() as session:
        given = give_reward(session, kazuko, spa, now=NOW, today=TODAY)
    row = only(database)
    assert (usable(database, kazuko), row.fields.stock, row.given) == (400, 1, 1)
    with database.read() as session:
        last = statement(session, kazuko)[-1]
    assert (last.kind, last.points, last.reason) == (EntryKind.REDEEM, -300, "ヘッドスパ")
    with database.write() as session:
        undo(session, given.action_id, now=NOW)
    assert (usable(database, kazuko), only(database).fields.stock) == (700, 2)
    with database.write() as session:
        redo(session, now=NOW)
    assert (usable(database, kazuko), only(database).fields.stock) == (400, 1)


def test_the_first_giving_can_be_undone_after_the_second(database: Database, kazuko: int, spa: int) -> None:
    with database.write() as session:
        first = give_reward(session, kazuko, spa, now=NOW, today=TODAY)
        give_reward(session, kazuko, spa, now=NOW, today=TODAY)
    with database.write() as session:
        undo(session, first.action_id, now=NOW)
    assert (usable(database, kazuko), only(database).fields.stock) == (400, 1)


def test_what_is_refused_leaves_everything_as_it_was(database: Database, kazuko: int, spa: int) -> None:
    with database.write() as session:
        dear = add_reward(session, replace(COUPON, points=701), now=NOW).reward_id
    with pytest.raises(RewardTooDear) as refused, database.write() as session:
        give_reward(session, kazuko, dear, now=NOW, today=TODAY)
    assert refused.value.values == {"name": "500円引き", "points": 701, "left": 700}
    with database.write() as session:
        edit_reward(session, spa, replace(SPA, stock=0), now=NOW)
    with pytest.raises(RewardOutOfStock), database.write() as session:
        give_reward(session, kazuko, spa, now=NOW, today=TODAY)
    with database.write() as session:
        archive_reward(session, spa, now=NOW)
    for gone in (spa, 99):
        with pytest.raises(RewardGone), database.write() as session:
            give_reward(session, kazuko, gone, now=NOW, today=TODAY)
    assert usable(database, kazuko) == 700
    assert only(database).given == 0


def test_lapsed_points_buy_no_reward(database: Database, kazuko: int, spa: int) -> None:
    with database.write() as session:
        mari = add_customer(session, "渡辺 真理")
        adjust_points(session, mari, 300, "お礼", now=NOW, today=TODAY, expires=TODAY)
    with pytest.raises(RewardTooDear), database.write() as session:
        give_reward(session, mari, spa, now=NOW, today=TODAY + timedelta(days=1))
    with database.write() as session:
        give_reward(session, mari, spa, now=NOW, today=TODAY)
    assert usable(database, mari) == 0


def test_a_reward_for_a_tier_is_given_to_it_and_to_higher_ones(database: Database, kazuko: int) -> None:
    with database.write() as session:
        mari = add_customer(session, "渡辺 真理")
        adjust_points(session, mari, 900, "お礼", now=NOW, today=TODAY)
        add_purchase(session, kazuko, TODAY - timedelta(days=40), 120_000)
        drafts = (TierDraft(None, TierFields("シルバー", 50_000)), TierDraft(None, TierFields("ゴールド", 100_000)))
        set_tiers(session, drafts, LoyaltySettings(tiers_on=True), now=NOW, today=TODAY)
        silver = tiers(session)[1].id
        spa = add_reward(session, replace(SPA, tier_id=silver), now=NOW).reward_id
    with database.read() as session:
        (offer,) = reward_offers(session, mari, TODAY).offers
        assert (offer.bar, offer.row.tier) == (RewardBar.TIER, "シルバー")
        assert reward_offers(session, kazuko, TODAY).offers[0].bar is None
    with pytest.raises(RewardNeedsTier), database.write() as session:
        give_reward(session, mari, spa, now=NOW, today=TODAY)
    with database.write() as session:
        give_reward(session, kazuko, spa, now=NOW, today=TODAY)
        set_tiers(session, (), LoyaltySettings(), now=NOW, today=TODAY)
        give_reward(session, mari, spa, now=NOW, today=TODAY)


def test_offers_say_what_is_missing(database: Database, kazuko: int, spa: int) -> None:
    with database.write() as session:
        add_reward(session, replace(COUPON, points=860), now=NOW)
        add_reward(session, replace(SPA, name="ヘアオイル", points=100, stock=0), now=NOW)
    with database.read() as session:
        found = reward_offers(session, kazuko, TODAY)
    assert (found.name, found.usable) == ("吉田 和子", 700)
    assert [(offer.row.fields.name, offer.bar, offer.missing) for offer in found.offers] == [
        ("ヘッドスパ", None, 0),
        ("ヘアオイル", RewardBar.STOCK, 0),
        ("500円引き", RewardBar.POINTS, 160),
    ]


def test_the_stock_typed_is_what_is_left(database: Database, kazuko: int, spa: int) -> None:
    with database.write() as session:
        give_reward(session, kazuko, spa, now=NOW, today=TODAY)
        assert edit_reward(session, spa, replace(SPA, stock=1), now=NOW) is None
        action = edit_reward(session, spa, replace(SPA, stock=5, points=250), now=NOW)
    row = only(database)
    assert (row.fields.stock, row.fields.points, row.given) == (5, 250, 1)
    with database.write() as session:
        undo(session, action, now=NOW)
        assert edit_reward(session, spa, replace(SPA, points=200, stock=9), now=NOW, with_stock=False) is not None
    assert (only(database).fields.stock, only(database).fields.points) == (1, 200)


def test_put_aside_and_brought_back(database: Database, spa: int) -> None:
    with database.write() as session:
        archive_reward(session, spa, now=NOW)
        assert rewards(session) == ()
        assert [row.fields.is_active for row in rewards(session, with_archived=True)] == [False]
        newer = add_reward(session, SPA, now=NOW).reward_id
        with pytest.raises(RewardNameTaken):
            bring_reward_back(session, spa, now=NOW)
        archive_reward(session, newer, now=NOW)
        bring_reward_back(session, spa, now=NOW)
    assert only(database).id == spa


@pytest.mark.parametrize(
    ("fields", "error", "field"),
    [
        (replace(SPA, name=" "), RewardIncomplete, "name"),
        (replace(SPA, points=0), RewardIncomplete, "points"),
        (replace(COUPON, value=0), RewardOutOfRange, "value"),
        (replace(SPA, cost=-1), RewardOutOfRange, "cost"),
        (replace(SPA, stock=-1), RewardOutOfRange, "stock"),
        (replace(SPA, name="ヘッド スパ"), None, ""),
        (SPA, RewardNameTaken, "name"),
    ],
)
def test_what_cannot_be_kept(database: Database, spa: int, fields: RewardFields, error: type[DomainError] | None, field: str) -> None:
    with database.write() as session:
        if error is None:
            assert add_reward(session, fields, now=NOW).reward_id > spa
            return
        with pytest.raises(error) as refused:
            add_reward(session, fields, now=NOW)
    assert refused.value.field == field
