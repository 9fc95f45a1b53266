"""Every kind of condition, in shops of chance: the masks of the program find whom a slow walk through the rows finds."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from sqlalchemy.orm import Session

from app.domain.codes import ALPHABET
from app.domain.customers import Consent, CustomerKind, PartialDate
from app.domain.follow_ups import FollowUpKind, FollowUpSource
from app.domain.group_conditions import CONDITIONS
from app.domain.group_specs import ConditionKind, Param, ParamKind, Value
from app.domain.groups import Condition, GroupChoices, GroupRules
from app.domain.prints import PrintKind
from app.domain.products import ProductFields
from app.domain.purchases import LineFields
from app.domain.tiers import LoyaltySettings, TierDraft, TierFields
from app.models.counter import CodeUse, FollowUp
from app.models.customer import Customer
from app.models.database import Database
from app.models.records import PrintPiece, PrintRun
from app.queries.groups import choices, evaluate
from app.services.openings import Opening, open_points
from app.services.products import add_product
from app.services.purchases import refund_visit
from app.services.tiers import set_tiers
from tests.data.group_reference import expected
from tests.factories import NOW, TODAY, add_customer, add_purchase, add_staff

PEOPLE = 14
ROUNDS = 2
WORDS = ("カット", "カラー", "シャンプー", "パーマ液")
PLACES = (("東京都", "渋谷区"), ("東京都", "港区"), ("北海道", "札幌市"), ("", ""))
SMALL = {ParamKind.TIMES: 4, ParamKind.PEOPLE: 2, ParamKind.YEARS: 80, ParamKind.MONEY: 20_000, ParamKind.POINTS: 400, ParamKind.NUMBER: 9}


def shop_of_chance(session: Session, chance: Random) -> None:
    staff = [add_staff(session, name) for name in ("田中", "佐藤")]
    add_product(session, ProductFields("カット", group="美容"), now=NOW)
    add_product(session, ProductFields("シャンプー", group="店販"), now=NOW)
    drafts = (TierDraft(None, TierFields("ゴールド", 15_000)), TierDraft(None, TierFields("シルバー", 4_000)))
    set_tiers(session, drafts, LoyaltySettings(tiers_on=True), now=NOW, today=TODAY)
    ids: list[int] = []
    for number in range(PEOPLE):
        ids.append(_person(session, chance, number, staff, ids))
        for _ in range(chance.choice((0, 1, 1, 2, 4, 6))):
            _visit(session, chance, ids[-1])
    open_points(
        session,
        [Opening(number, chance.randrange(50, 600), _later(chance)) for number in chance.sample(ids, 6)],
        import_id=None,
        now=NOW,
        today=TODAY,
    )
    _pieces(session, chance, ids)
    for number in chance.sample(ids, 4):
        done = TODAY if chance.random() < 0.4 else None
        plan = FollowUp(customer_id=number, due=TODAY, kind=FollowUpKind.CALL, source=FollowUpSource.HAND, done_on=done, created_at=NOW)
        session.add(plan)


def _later(chance: Random) -> date | None:
    return chance.choice((None, TODAY + timedelta(days=chance.randrange(0, 70))))


def _person(session: Session, chance: Random, number: int, staff: list[int], before: list[int]) -> int:
    prefecture, city = chance.choice(PLACES)
    customer_id = add_customer(
        session,
        f"客 {number}",
        prefecture=prefecture,
        city=city,
        gender=chance.choice(("女性", "男性", "")),
        channel=chance.choice(("紹介", "看板", "")),
        phone=chance.choice(("03-0000-0001", "090-0000-0002", "")),
        tags=tuple(tag for tag in ("常連", "お子さま") if chance.random() < 0.4),
        own={"肌質": chance.choice(("乾燥", "しっとり")), "回数": str(chance.randrange(10))} if chance.random() < 0.6 else {},
        kind=chance.choice((CustomerKind.PERSON, CustomerKind.PERSON, CustomerKind.COMPANY)),
        company="会社",
        post_consent=chance.choice(tuple(Consent)),
        email_consent=chance.choice(tuple(Consent)),
        do_not_contact=chance.random() < 0.2,
        bad_address=chance.random() < 0.2,
        birthday=chance.choice(
            (None, PartialDate(None, 12, 3), PartialDate(1960, 11, 20), PartialDate(1960, 11, 21), PartialDate(2001, 2, 3))
        ),
    )
    record = session.get(Customer, customer_id)
    assert record is not None
    record.staff_id = chance.choice((*staff, None))
    record.joined_on = chance.choice((None, TODAY - timedelta(days=chance.randrange(0, 200))))
    record.referred_by_id = chance.choice(before) if before and chance.random() < 0.4 else None
    record.mourning_until = chance.choice((None, TODAY, TODAY - timedelta(days=1)))
    record.is_deceased = chance.random() < 0.1
    if chance.random() < 0.15:
        record.left_on, record.archived_at = chance.choice(((TODAY, None), (None, NOW)))
    session.flush()
    return customer_id


def _visit(session: Session, chance: Random, customer_id: int) -> None:
    names = chance.sample(WORDS, chance.randrange(1, 3))
    amounts = [chance.randrange(100, 9_000) for _ in names]
    lines = tuple(LineFields(name, unit_price=amount, amount=amount) for name, amount in zip(names, amounts, strict=True))
    day = TODAY - timedelta(days=int(chance.expovariate(1 / 70)))
    purchase = add_purchase(session, customer_id, day, lines=lines)
    if chance.random() < 0.25:
        refund_visit(session, purchase, chance.choice((None, lines[:1])), now=NOW, today=TODAY)


def _pieces(session: Session, chance: Random, ids: list[int]) -> None:
    run = PrintRun(at=NOW, day=TODAY, kind=PrintKind.THANK_YOU, title="", recipe={}, template_hash="", file_hash="", pieces=8, cost=0)
    session.add(run)
    session.flush()
    for position, number in enumerate(chance.sample(ids, 8)):
        sent = chance.choice((None, TODAY - timedelta(days=chance.randrange(0, 120))))
        back = TODAY if sent is not None and chance.random() < 0.3 else None
        piece = PrintPiece(run_id=run.id, position=position, customer_id=number, sent_on=sent, returned_on=back)
        session.add(piece)
        session.flush()
        if chance.random() < 0.5:
            used = TODAY - timedelta(days=chance.randrange(0, 120))
            code = ALPHABET[position] * 6
            session.add(CodeUse(code=code, piece_id=piece.id, customer_id=number, day=used, at=NOW, offer={}))


def _value(chance: Random, param: Param, found: GroupChoices) -> Value:
    if param.kind is ParamKind.DAYS:
        return chance.randrange(1, 130)
    if param.kind is ParamKind.DAY:
        back = chance.randrange(60, 120) if param.name == "from" else chance.randrange(0, 60)
        return (TODAY - timedelta(days=back)).isoformat()
    if param.kind is ParamKind.TEXT:
        return chance.choice(("03", "しっとり", "客 3", "Kyaku"))
    if param.kind.is_number:
        return chance.randrange(1, SMALL[param.kind])
    return chance.choice(found.of(param.kind)).value


def conditions_of_chance(chance: Random, kind: ConditionKind, found: GroupChoices) -> list[Condition]:
    """Each way of saying it, with values of chance."""
    return [
        Condition(kind, way.how, {param.name: _value(chance, param, found) for param in way.params}).checked()
        for way in CONDITIONS[kind].variants
    ]


@pytest.mark.parametrize("seed", range(3))
def test_the_groups_are_those_of_a_slow_walk(database: Database, seed: int) -> None:
    chance = Random(seed)
    with database.write() as session:
        shop_of_chance(session, chance)
    with database.read() as session:
        found = choices(session, TODAY)
        made = [c for _ in range(ROUNDS) for kind in ConditionKind for c in conditions_of_chance(chance, kind, found)]
        rules = [GroupRules(((condition,),)) for condition in made]
        for _ in range(30):
            blocks = [tuple(chance.sample(made, chance.randrange(1, 4))) for _ in range(chance.randrange(1, 4))]
            rules.append(GroupRules(tuple(blocks)))
        for one in rules:
            assert evaluate(session, one, TODAY).tolist() == expected(session, one, TODAY), one.to_json()
