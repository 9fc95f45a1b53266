"""What the sample shop has at its counter: products, a rule of points with two years of earning and using, tiers, rewards, follow-ups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.orm import Session

from app.domain.customers import PartialDate
from app.domain.demo import DEMO_SEED
from app.domain.follow_ups import FollowUpKind, FollowUpSource
from app.domain.periods import month_start
from app.domain.points import PER_CENT, EarnBasis, Expiry, ExpiryKind, RuleFields, basis_for
from app.domain.products import GroupFields, ProductFields
from app.domain.rewards import RewardFields, RewardKind
from app.domain.tiers import LoyaltySettings, TierDraft, TierFields
from app.models.counter import FollowUp
from app.models.customer import Customer
from app.models.points import PointRule
from app.models.purchase import Purchase
from app.models.records import Action
from app.models.summary import CustomerStat
from app.services.ledger import follow_purchases
from app.services.products import add_group, add_products
from app.services.rewards import add_reward
from app.services.tiers import set_tiers

RULE = RuleFields(
    birthday_rate=2 * PER_CENT,
    first_visit_points=100,
    referrer_points=300,
    referred_points=300,
    use_from=100,
    expiry=Expiry(ExpiryKind.AFTER_EARNING, 12, to_month_end=True),
)
SHAMPOO_DAYS = 60
USES = 0.55
FEWEST_USED = 200
MOST_COUNTED = 400
LAPSING_PAUSE = 90
FOLLOW_UPS = 9
# What is carried home, in either language.
SOLD = ("物販", "Retail")
_SEED = DEMO_SEED + 3


def fill_counter(session: Session, menus: Sequence[Sequence[Any]], *, now: datetime, today: date, language: str) -> None:
    """On top of the sample shop's customers and purchases; nothing of it stands among the recent actions."""
    is_japanese = language == "ja"
    draw = Random(_SEED)
    _fill_products(session, menus, now=now, is_japanese=is_japanese)
    rule = PointRule(made_at=now - timedelta(days=800), valid_from=None, fields=RULE.as_json())
    session.add(rule)
    session.flush()
    follow_purchases(session, _earn_and_use(session, rule.id, draw), now=now, today=today)
    _fill_tiers(session, now=now, today=today, is_japanese=is_japanese)
    _fill_follow_ups(session, draw, now=now, today=today, is_japanese=is_japanese)
    session.execute(delete(Action))


def _fill_products(session: Session, menus: Sequence[Sequence[Any]], *, now: datetime, is_japanese: bool) -> None:
    for group in dict.fromkeys(menu[1] for menu in menus):
        is_sold = group in SOLD
        add_group(session, GroupFields(name=group, margin_rate=0.4 if is_sold else 0.7, tax_rate=1000), now=now)
    products = [
        ProductFields(
            name=menu[0] if is_japanese else menu[2],
            group=menu[1],
            price=menu[3],
            is_service=menu[1] not in SOLD,
            reuse_days=SHAMPOO_DAYS if menu[1] in SOLD else None,
        )
        for menu in menus
    ]
    add_products(session, products, now=now)


def _earn_and_use(session: Session, rule_id: int, draw: Random) -> list[int]:
    """Every purchase earns; about half of those who have enough pay a part of the next visit with points."""
    birthdays: dict[int, PartialDate | None] = {
        number: birthday for number, birthday in session.execute(select(Customer.id, Customer.birthday))
    }
    query = select(Purchase.id, Purchase.customer_id, Purchase.day, Purchase.amount).order_by(
        Purchase.customer_id, Purchase.day, Purchase.id
    )
    changes: list[dict[str, Any]] = []
    had, seen, last = 0, 0, date.min
    lots: list[_Lot] = []
    for number, customer, day, amount in session.execute(query):
        customer = customer or 0
        is_first = customer != seen
        # What is older may have lapsed.
        had = 0 if is_first or (day - last).days > LAPSING_PAUSE else had
        seen, last = customer, day
        basis: EarnBasis = basis_for(RULE, day, birthdays.get(customer), is_first=is_first, tier="", tier_rate=PER_CENT, taxed_prices=True)
        lots = [] if is_first else [lot for lot in lots if lot.last_day >= day]
        wanted = had if had >= FEWEST_USED and draw.random() < USES else 0
        used = _taken(lots, wanted)
        lots.append(_Lot(RULE.expiry.last_day(day) or date.max, (amount - used) // RULE.amount))
        had = (amount - used) // RULE.amount + (0 if used else min(had, MOST_COUNTED))
        changes.append({"number": number, "rule": rule_id, "basis": basis.as_json(), "used": used})
    table = Purchase.__table__
    values: dict[str, Any] = {"rule_id": bindparam("rule"), "points_basis": bindparam("basis"), "points_used": bindparam("used")}
    session.connection().execute(update(Purchase).where(table.c.id == bindparam("number")).values(values), changes)
    return [change["number"] for change in changes]


@dataclass(slots=True)
class _Lot:
    """Points as the ledger will have them, without what birthdays and first visits add."""

    last_day: date
    left: int


def _taken(lots: Sequence[_Lot], wanted: int) -> int:
    """How many points are used, in hundreds, when that many are wanted; the oldest first."""
    used = missing = min(wanted, sum(lot.left for lot in lots)) // 100 * 100
    for lot in lots:
        part = min(missing, lot.left)
        lot.left -= part
        missing -= part
    return used


def _fill_tiers(session: Session, *, now: datetime, today: date, is_japanese: bool) -> None:
    silver, gold = ("シルバー", "ゴールド") if is_japanese else ("Silver", "Gold")
    perk = "お誕生月にヘッドスパ" if is_japanese else "A head spa in the month of the birthday"
    drafts = (TierDraft(None, TierFields(silver, 50_000, 120)), TierDraft(None, TierFields(gold, 100_000, 150, perk)))
    set_tiers(session, drafts, LoyaltySettings(tiers_on=True), now=now, today=month_start(today))
    names = ("ヘッドスパ 無料", "500円引き", "シャンプーの試供品") if is_japanese else ("Free head spa", "¥500 off", "Shampoo sample")
    add_reward(session, RewardFields(RewardKind.GIFT, names[0], 800, cost=900), now=now)
    add_reward(session, RewardFields(RewardKind.DISCOUNT, names[1], 450, value=500, cost=500), now=now)
    add_reward(session, RewardFields(RewardKind.PRODUCT, names[2], 150, cost=120, stock=30), now=now)


def _fill_follow_ups(session: Session, draw: Random, *, now: datetime, today: date, is_japanese: bool) -> None:
    notes = (
        ("白髪染めのご予約をうかがう", "シャンプーの残りをうかがう", "前回の仕上がりをうかがう")
        if is_japanese
        else ("Ask about the next root colour", "Ask whether the shampoo lasts", "Ask how the last cut holds")
    )
    lately = (
        select(CustomerStat.customer_id).where(CustomerStat.last_day < today - timedelta(days=30)).order_by(CustomerStat.last_day.desc())
    )
    for place, customer in enumerate(session.scalars(lately.limit(FOLLOW_UPS * 4)).all()[::4]):
        session.add(
            FollowUp(
                customer_id=customer,
                due=today + timedelta(days=place - 2),
                kind=draw.choice((FollowUpKind.CALL, FollowUpKind.CARD, FollowUpKind.CALL)),
                source=FollowUpSource.COUNTER,
                note=draw.choice(notes),
                created_at=now,
            )
        )
    session.flush()
