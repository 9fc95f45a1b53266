"""Groups of customers: who meets the rules today, the groups the shop keeps, and what there is to choose from in a condition."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.analytics.occasions import Ints
from app.domain.entities import Entity
from app.domain.group_specs import FIELD_WORDS, OWN_FIELD, Choice, ParamKind, Value
from app.domain.groups import CustomerGroupGone, GroupChoices, GroupRules, GroupSummary, GroupUnreadable
from app.domain.products import SoldProduct
from app.domain.text import fold
from app.models.arrays import read_columns
from app.models.changes import cache_of, changed_in
from app.models.groups import CustomerGroup, CustomerGroupMember
from app.models.shop import Shop, Staff
from app.models.tier_rows import read_tiers
from app.queries.group_fields import areas, field_values, own_field_names, tag_ids
from app.queries.group_finders import Scene, mask_for, scene_of
from app.queries.products import product_book, sold_products

SOURCES = frozenset(
    {Entity.CUSTOMER, Entity.PURCHASE, Entity.POINTS, Entity.PRODUCT, Entity.PRINT_RUN, Entity.CODE}
    | {Entity.FOLLOW_UP, Entity.SHOP, Entity.STAFF, Entity.GROUP, Entity.INQUIRY}
)
SOLD_NAMED = 300


def evaluate(session: Session, rules: GroupRules, today: date) -> Ints:
    """Ids of everybody who is neither archived nor gone nor deceased and meets all blocks, of each at least one condition; ascending."""
    scene = scene_of(session, today)
    kept = np.ones(len(scene.ids), dtype=np.bool_)
    for block in rules.blocks:
        if not kept.any():
            break
        kept &= np.logical_or.reduce([mask_for(scene, condition) for condition in block])
    return scene.ids[kept]


def members(session: Session, group_id: int, today: date) -> Ints:
    """Who is in a group of the shop today, ascending. CustomerGroupGone."""
    group = session.get(CustomerGroup, group_id)
    if group is None:
        raise CustomerGroupGone
    return _members(session, group, today)


def stored_groups(session: Session, today: date) -> tuple[GroupSummary, ...]:
    """The shop's own groups in the order of their list, each with how many are in it today. One that cannot be read is among them, so
    that it hides no other and can be built anew or deleted."""
    found = session.scalars(select(CustomerGroup).order_by(CustomerGroup.position, CustomerGroup.id)).all()
    return tuple(_listed(session, group, today) for group in found)


def find_group(session: Session, group_id: int, today: date) -> GroupSummary:
    """CustomerGroupGone."""
    group = session.get(CustomerGroup, group_id)
    if group is None:
        raise CustomerGroupGone
    return _summary(group, len(_members(session, group, today)))


def group_named(session: Session, name: str) -> int | None:
    """The id of the shop's group of this name, width, case and blanks aside; the very name before one like it."""
    rows = session.execute(select(CustomerGroup.id, CustomerGroup.name).order_by(CustomerGroup.position, CustomerGroup.id)).all()
    same = [number for number, found in rows if found == name.strip()]
    like = [number for number, found in rows if fold(found) and fold(found) == fold(name)]
    return next(iter((*same, *like)), None)


def group_names(session: Session) -> tuple[str, ...]:
    """Of the shop's own groups, in the order of their list."""
    return tuple(session.scalars(select(CustomerGroup.name).order_by(CustomerGroup.position, CustomerGroup.id)))


def groups_by_hand(session: Session) -> tuple[tuple[int, str], ...]:
    """(id, name) of the groups people are put into one by one."""
    query = select(CustomerGroup.id, CustomerGroup.name).where(CustomerGroup.rules.is_(None))
    return tuple((number, name) for number, name in session.execute(query.order_by(CustomerGroup.position, CustomerGroup.id)))


def choices(session: Session, today: date) -> GroupChoices:
    """What the words of a condition can be in this shop."""
    tiers = read_tiers(session, with_inactive=True)
    offered = {tier.id for tier in read_tiers(session)}
    staff = session.execute(select(Staff.id, Staff.name, Staff.is_active).order_by(Staff.position, Staff.id)).all()
    products, former_products, product_groups = _products(session, today)
    own = tuple(Choice(OWN_FIELD + name, name) for name in own_field_names(session))
    options: Mapping[ParamKind, tuple[Choice, ...]] = {
        ParamKind.TAG: _named(tag_ids(session)),
        ParamKind.AREA: _named(areas(session)),
        ParamKind.GENDER: _named(sorted(field_values(session, "gender"))),
        ParamKind.CHANNEL: _named(sorted(field_values(session, "channel"))),
        ParamKind.STAFF: tuple(Choice(number, name) for number, name, is_active in staff if is_active),
        ParamKind.TIER: tuple(Choice(tier.id, tier.fields.name) for tier in reversed(tiers) if tier.id in offered),
        ParamKind.PRODUCT: products,
        ParamKind.PRODUCT_GROUP: product_groups,
        ParamKind.FIELD: (*own, *(Choice(name, word) for name, word in FIELD_WORDS.items())),
    }
    former: Mapping[ParamKind, Mapping[Value, str]] = {
        ParamKind.STAFF: {number: name for number, name, is_active in staff if not is_active},
        ParamKind.TIER: {tier.id: tier.fields.name for tier in tiers if tier.id not in offered},
        ParamKind.PRODUCT: former_products,
    }
    return GroupChoices(options, former, session.scalars(select(Shop.currency)).one())


def _members(session: Session, group: CustomerGroup, today: date) -> Ints:
    stored = group.rules

    def build() -> Ints:
        if stored is None:
            return _by_hand(scene_of(session, today), group.id)
        return evaluate(session, GroupRules.from_json(stored), today)

    if changed_in(session):
        return build()
    key = f"customer group {group.id} on {today}"
    return cache_of(session).get(key, SOURCES, build, basis=json.dumps(stored, sort_keys=True))


def _by_hand(scene: Scene, group_id: int) -> Ints:
    query = select(CustomerGroupMember.customer_id).where(CustomerGroupMember.group_id == group_id)
    return scene.ids[scene.mask_of(read_columns(scene.session, query)[0])]


def _listed(session: Session, group: CustomerGroup, today: date) -> GroupSummary:
    try:
        return _summary(group, len(_members(session, group, today)))
    except GroupUnreadable:
        return GroupSummary(group.id, group.name, GroupRules(), 0, group.position)


def _summary(group: CustomerGroup, count: int) -> GroupSummary:
    rules = None if group.rules is None else GroupRules.from_json(group.rules)
    return GroupSummary(group.id, group.name, rules, count, group.position)


def _products(session: Session, today: date) -> tuple[tuple[Choice, ...], Mapping[Value, str], tuple[Choice, ...]]:
    """Products to choose, those of the list before what only receipts name; former ones; and the groups they stand in."""
    book = product_book(session)

    def build() -> tuple[SoldProduct, ...]:
        return sold_products(session, today, SOLD_NAMED)

    made_of = (Entity.PURCHASE, Entity.PRODUCT)
    sold = build() if changed_in(session) else cache_of(session).get(f"sold for groups on {today}", made_of, build)
    listed = [Choice(row.id, row.name) for row in book.products if row.is_active]
    named = [Choice(name, name) for name in dict.fromkeys(row.fields.name for row in sold)]
    former: Mapping[Value, str] = {row.id: row.name for row in book.products if not row.is_active}
    groups = (*(row.name for row in book.groups if row.is_active), *(book.group_of("", "", row.fields.group) for row in sold))
    return (*listed, *named), former, _named(dict.fromkeys(name for name in groups if name))


def _named(words: Mapping[str, object] | Sequence[str]) -> tuple[Choice, ...]:
    return tuple(Choice(word, word) for word in words)
