"""The tiers of many random customers, decided month by month, against a slow and obvious way to do the same."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import insert, select

from app.domain.periods import add_months
from app.domain.tiers import (
    NO_STANDING,
    LoyaltySettings,
    TierBasis,
    TierDraft,
    TierFields,
    TierPeriod,
    TierReason,
    TierRow,
    TierStanding,
    next_tier_row,
)
from app.models.database import Database
from app.models.points import CustomerTier
from app.models.purchase import Purchase
from app.queries.tiers import tiers
from app.services import summaries
from app.services.tiers import decide_tiers, set_tier, set_tiers
from tests.factories import NOW, add_customer

START = date(2025, 3, 15)
END = date(2026, 11, 20)
PEOPLE = 40
Receipt = tuple[int, date, int]


def receipts_of_chance(seed: int) -> list[Receipt]:
    """Customer, day and amount; some days have two receipts, some money is given back."""
    chance = random.Random(seed)
    found = []
    for customer in range(1, PEOPLE + 1):
        for _ in range(chance.randrange(14)):
            day = date(2024, 1, 1) + timedelta(days=chance.randrange(1050))
            found.append((customer, day, chance.choice((-4_000, 8_000, 12_500, 30_000, 49_999, 50_000))))
            if chance.random() < 0.1:
                found.append((customer, day, 1_000))
    return found


def figures_by_hand(receipts: list[Receipt], customer: int, day: date, settings: LoyaltySettings) -> tuple[int, int]:
    """Sum and days, of the 12 months before or of the better of two years."""
    spans = [(add_months(day, -12), day)]
    if settings.period is TierPeriod.CALENDAR_YEAR:
        spans = [(date(day.year - 1, 1, 1), date(day.year, 1, 1)), (date(day.year, 1, 1), day)]
    sums = []
    for start, end in spans:
        own = [(when, amount) for who, when, amount in receipts if who == customer and start <= when < end]
        sums.append((sum(amount for _, amount in own), len({when for when, amount in own if amount > 0})))
    place = 0 if settings.basis is TierBasis.SPEND else 1
    return sums[0] if len(sums) == 1 or sums[1][place] <= sums[0][place] else sums[1]


def history_by_hand(
    receipts: list[Receipt], offered: tuple[TierRow, ...], settings: LoyaltySettings, by_hand: dict[int, TierStanding]
) -> set[tuple[int, TierStanding]]:
    rows: set[tuple[int, TierStanding]] = set()
    days = [START] + [add_months(date(START.year, START.month, 1), later) for later in range(1, 21)]
    for customer in range(1, PEOPLE + 1):
        standing = NO_STANDING
        for day in days:
            amount, visits = figures_by_hand(receipts, customer, day, settings)
            added = next_tier_row(standing, amount, visits, offered, settings, day)
            if added is not None:
                rows.add((customer, added))
                standing = added
            if day == START and customer in by_hand:
                standing = by_hand[customer]
    return rows


@pytest.mark.parametrize(
    ("seed", "settings", "thresholds"),
    [
        (1, LoyaltySettings(True, TierBasis.SPEND, TierPeriod.LAST_12_MONTHS, 1), (50_000, 100_000)),
        (2, LoyaltySettings(True, TierBasis.SPEND, TierPeriod.CALENDAR_YEAR, 0), (50_000, 100_000)),
        (3, LoyaltySettings(True, TierBasis.VISITS, TierPeriod.LAST_12_MONTHS, 3), (3, 5)),
        (4, LoyaltySettings(True, TierBasis.VISITS, TierPeriod.CALENDAR_YEAR, 1), (2, 4)),
    ],
)
def test_everybody_is_decided_as_by_hand(database: Database, seed: int, settings: LoyaltySettings, thresholds: tuple[int, int]) -> None:
    receipts = receipts_of_chance(seed)
    with database.write() as session:
        assert [add_customer(session, f"客 {number}") for number in range(PEOPLE)] == list(range(1, PEOPLE + 1))
        values = [
            {
                "customer_id": customer,
                "at": datetime.combine(day, time(3), UTC),
                "day": day,
                "amount": amount,
                "net": max(0, amount),
                "line_count": 1,
            }
            for customer, day, amount in receipts
        ]
        session.execute(insert(Purchase), values)
        summaries.rebuild(session, END)
        names = ("シルバー", "ゴールド")
        drafts = [TierDraft(None, TierFields(name, least)) for name, least in zip(names, thresholds, strict=True)]
        set_tiers(session, drafts, settings, now=NOW, today=START)
        offered = tiers(session)
        gold = offered[0]
        for customer, until in ((1, None), (2, date(2025, 9, 30))):
            set_tier(session, customer, gold.id, now=NOW, today=START, until=until)
        decide_tiers(session, now=NOW, today=END)
    with database.read() as session:
        by_id = {tier.id: tier for tier in offered}
        stored = {
            (row.customer_id, TierStanding(by_id.get(row.tier_id or 0), row.day, row.reason, row.amount, row.visits, row.grace_until))
            for row in session.scalars(select(CustomerTier))
        }
    by_hand = {customer: row for customer, row in stored if row.reason is TierReason.HAND}
    decided = {(customer, row) for customer, row in stored if row.reason is not TierReason.HAND}
    assert len(by_hand) == 2 and len(decided) > PEOPLE
    assert decided == history_by_hand(receipts, offered, settings, by_hand)
