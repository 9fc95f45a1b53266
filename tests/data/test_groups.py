"""Groups in a real file: each kind of condition by hand, keeping groups, undoing, and filling them by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.actions import ChangedSince
from app.domain.customers import Consent, CustomerKind, PartialDate
from app.domain.figures import InGroup, InSegment, WithChip
from app.domain.follow_ups import FollowUpKind, FollowUpSource
from app.domain.group_conditions import CONDITIONS
from app.domain.group_specs import ConditionKind as Kind
from app.domain.group_specs import ParamKind, Value
from app.domain.groups import (
    Condition,
    ConditionOutOfRange,
    CustomerGroupByRules,
    CustomerGroupGone,
    CustomerGroupNameTaken,
    GroupRules,
    GroupUnreadable,
)
from app.domain.prints import PrintKind
from app.domain.products import ProductFields
from app.domain.purchases import LineFields
from app.domain.segments import Segment
from app.domain.status import Chip
from app.domain.tiers import LoyaltySettings, TierDraft, TierFields
from app.models.counter import CodeUse, FollowUp
from app.models.customer import Customer
from app.models.database import Database
from app.models.groups import CustomerGroup, CustomerGroupMember
from app.models.records import PrintPiece, PrintPieceJoint, PrintRun
from app.queries.group_finders import FINDERS
from app.queries.groups import choices, evaluate, find_group, group_named, groups_by_hand, members, stored_groups
from app.queries.people import people_behind
from app.queries.tiers import tiers
from app.services.actions import redo, undo
from app.services.customers import archive_customer
from app.services.groups import add_group, add_members, delete_group, edit_group, remove_members
from app.services.merges import merge_customers
from app.services.openings import Opening, open_points
from app.services.products import add_product, edit_product
from app.services.purchases import refund_visit
from app.services.tiers import set_tiers
from tests.factories import NOW, TODAY, add_customer, add_purchase, add_staff

NAMES = ("Kazuko", "Mari", "Sachiko", "Ayumi")


@dataclass(frozen=True)
class Shop:
    ids: dict[str, int]
    values: dict[str, Value]

    def names(self, found: object) -> str:
        """The initials of those found, in order."""
        wanted = {int(number) for number in found}  # type: ignore[attr-defined]
        return "".join(name[0] for name, number in self.ids.items() if number in wanted)


def line(name: str, amount: int) -> LineFields:
    return LineFields(name, unit_price=amount, amount=amount)


@pytest.fixture
def shop(database: Database) -> Shop:
    """Four customers on 20 November 2026, and Left and Gone, whom no group may find.

    Kazuko   6 visits every 30 days, the last 10 days ago: cut; a card 5 days ago that came back; 300 points until 30 November
    Mari     one visit 60 days ago: cut and shampoo; Kazuko brought her; a card 60 days ago and its code used 20 days ago
    Sachiko  4 visits every 30 days, the last 75 days ago: perm, the last shampoo given back; a company, no address
    Ayumi    never came; 40 points without end
    """
    with database.write() as session:
        staff = add_staff(session, "田中")
        cut = add_product(session, ProductFields("カット", group="技術"), now=NOW).product_id
        add_product(session, ProductFields("シャンプー", group="店販"), now=NOW)
        ids = {
            "Kazuko": add_customer(
                session, "Kazuko", prefecture="東京都", city="渋谷区", gender="女性", channel="看板", tags=("犬", "茶"),
                birthday=PartialDate(1966, 11, 20), post_consent=Consent.YES, email_consent=Consent.NO, joined_on=TODAY - timedelta(200),
                own={"肌質": "乾燥", "回数": "１２"}, staff="田中", phone="03-0000-1111",
            ),
            "Mari": add_customer(
                session, "Mari", prefecture="東京都", city="港区", gender="女性", channel="紹介", tags=("茶",), bad_address=True,
                birthday=PartialDate(1966, 11, 21), post_consent=Consent.NO, joined_on=TODAY - timedelta(89), own={"回数": "9"},
            ),
            "Sachiko": add_customer(
                session, "Sachiko", kind=CustomerKind.COMPANY, company="Sachiko KK", birthday=PartialDate(None, 12, 3),
                joined_on=TODAY - timedelta(90), do_not_contact=True, email_consent=Consent.YES,
            ),
            "Ayumi": add_customer(session, "Ayumi", prefecture="北海道", city="札幌市", mourning_until=TODAY, own={"回数": "many"}),
        }  # fmt: skip
        for name in ("Left", "Gone"):
            gone = session.get(Customer, add_customer(session, name, tags=("犬",), post_consent=Consent.YES))
            assert gone is not None
            gone.left_on, gone.archived_at = (TODAY, None) if name == "Left" else (None, NOW)
        _visits(session, ids)
        _others(session, ids)
        tier_ids = {row.fields.name: row.id for row in tiers(session)}
    return Shop(ids, {"cut": cut, "staff": staff, "gold": tier_ids["ゴールド"], "silver": tier_ids["シルバー"]})


def _visits(session: Session, ids: dict[str, int]) -> None:
    for back in range(10, 190, 30):
        add_purchase(session, ids["Kazuko"], TODAY - timedelta(back), lines=(line("カット", 5_000),))
    add_purchase(session, ids["Mari"], TODAY - timedelta(60), lines=(line("カット", 5_000), line("シャンプー", 2_000)))
    for back in (75, 105, 135, 165):
        add_purchase(session, ids["Sachiko"], TODAY - timedelta(back), lines=(line("パーマ液", 8_000),))
    back_again = add_purchase(session, ids["Sachiko"], TODAY - timedelta(75), lines=(line("シャンプー", 2_000),))
    refund_visit(session, back_again, now=NOW, today=TODAY)


def _others(session: Session, ids: dict[str, int]) -> None:
    mari = session.get(Customer, ids["Mari"])
    assert mari is not None
    mari.referred_by_id = ids["Kazuko"]
    tiers_wanted = (TierDraft(None, TierFields("ゴールド", 30_000)), TierDraft(None, TierFields("シルバー", 5_000)))
    set_tiers(session, tiers_wanted, LoyaltySettings(tiers_on=True), now=NOW, today=TODAY)
    lots = [Opening(ids["Kazuko"], 300, TODAY + timedelta(10)), Opening(ids["Ayumi"], 40)]
    open_points(session, lots, import_id=None, now=NOW, today=TODAY)
    run = PrintRun(at=NOW, day=TODAY, kind=PrintKind.THANK_YOU, title="", recipe={}, template_hash="", file_hash="", pieces=3, cost=0)
    purse = PrintRun(at=NOW, day=TODAY, kind=PrintKind.MEMBER_CARDS, title="", recipe={}, template_hash="", file_hash="", pieces=1, cost=0)
    session.add_all((run, purse))
    session.flush()
    kazuko = PrintPiece(run_id=run.id, position=1, customer_id=ids["Kazuko"], sent_on=TODAY - timedelta(5), returned_on=TODAY)
    mari_piece = PrintPiece(run_id=run.id, position=2, customer_id=ids["Mari"], sent_on=TODAY - timedelta(60))
    waiting = PrintPiece(run_id=run.id, position=3, customer_id=ids["Sachiko"])
    handed = PrintPiece(run_id=purse.id, position=1, customer_id=ids["Sachiko"], sent_on=TODAY)
    session.add_all((kazuko, mari_piece, waiting, handed))
    session.flush()
    session.add(PrintPieceJoint(piece_id=mari_piece.id, customer_id=ids["Ayumi"]))
    used = CodeUse(code="ABC", piece_id=mari_piece.id, customer_id=ids["Mari"], day=TODAY - timedelta(20), at=NOW, offer={})
    plan = FollowUp(customer_id=ids["Sachiko"], due=TODAY, kind=FollowUpKind.CALL, source=FollowUpSource.HAND, created_at=NOW)
    done = FollowUp(
        customer_id=ids["Mari"], due=TODAY, kind=FollowUpKind.CALL, source=FollowUpSource.HAND, created_at=NOW, done_on=TODAY, done_at=NOW
    )
    session.add_all((used, plan, done))


def ask(kind: Kind, how: str, **values: Value) -> Condition:
    """`from_` stands for `from`; the name of a value of the shop for that value."""
    return Condition(kind, how, {name.rstrip("_"): value for name, value in values.items()})


BY_HAND: list[tuple[Condition, str]] = [
    (ask(Kind.TAG, "yes", tag="茶"), "KM"),
    (ask(Kind.TAG, "no", tag="犬"), "MSA"),
    (ask(Kind.TAG, "yes", tag="猫"), ""),
    (ask(Kind.AREA, "yes", area="東京都"), "KM"),
    (ask(Kind.AREA, "yes", area="東京都港区"), "M"),
    (ask(Kind.AREA, "no", area="東京都"), "SA"),
    (ask(Kind.BIRTHDAY, "in", month="this"), "KM"),
    (ask(Kind.BIRTHDAY, "in", month="next"), "S"),
    (ask(Kind.BIRTHDAY, "in", month="1"), ""),
    (ask(Kind.AGE, "least", years=60), "K"),
    (ask(Kind.AGE, "below", years=60), "M"),
    (ask(Kind.GENDER, "yes", gender="女性"), "KM"),
    (ask(Kind.GENDER, "no", gender="女性"), "SA"),
    (ask(Kind.COMPANY, "yes"), "S"),
    (ask(Kind.COMPANY, "no"), "KMA"),
    (ask(Kind.STAFF, "yes", staff="staff"), "K"),
    (ask(Kind.STAFF, "no", staff="staff"), "MSA"),
    (ask(Kind.STAFF, "nobody"), "MSA"),
    (ask(Kind.CHANNEL, "yes", channel="紹介"), "M"),
    (ask(Kind.CHANNEL, "no", channel="紹介"), "KSA"),
    (ask(Kind.JOINED, "within", days=90), "MA"),
    (ask(Kind.JOINED, "ago", days=90), "KS"),
    (ask(Kind.JOINED, "between", from_=(TODAY - timedelta(200)).isoformat(), until=(TODAY - timedelta(90)).isoformat()), "KS"),
    (ask(Kind.FIELD, "is", field="own:肌質", text="乾燥"), "K"),
    (ask(Kind.FIELD, "contains", field="name", text="ｓＡＣＨＩ"), "S"),
    (ask(Kind.FIELD, "least", field="own:回数", number=10), "K"),
    (ask(Kind.FIELD, "below", field="own:回数", number=10), "M"),
    (ask(Kind.FIELD, "filled", field="phone"), "K"),
    (ask(Kind.FIELD, "empty", field="phone"), "MSA"),
    (ask(Kind.FIELD, "empty", field="own:なし"), "KMSA"),
    (ask(Kind.VISITS, "least", times=4), "KS"),
    (ask(Kind.VISITS, "below", times=4), "MA"),
    (ask(Kind.LAST_VISIT, "ago", days=60), "MS"),
    (ask(Kind.LAST_VISIT, "within", days=60), "K"),
    (ask(Kind.LAST_VISIT, "within", days=61), "KM"),
    (ask(Kind.LAST_VISIT, "never"), "A"),
    (ask(Kind.SPENT, "least", amount=10_000, days=71), "K"),
    (ask(Kind.SPENT, "below", amount=10_000, days=71), "MSA"),
    (ask(Kind.SPENT, "ever_least", amount=30_000), "KS"),
    (ask(Kind.SPENT, "ever_below", amount=30_001), "KMA"),
    (ask(Kind.AVERAGE, "least", amount=7_000), "MS"),
    (ask(Kind.AVERAGE, "below", amount=7_000), "K"),
    (ask(Kind.POINTS, "least", points=40), "KA"),
    (ask(Kind.POINTS, "below", points=41), "MSA"),
    (ask(Kind.SEGMENT, "yes", segment="new"), "M"),
    (ask(Kind.SEGMENT, "no", segment="new"), "KSA"),
    (ask(Kind.STATE, "yes", state="fine"), "K"),
    (ask(Kind.STATE, "yes", state="second_visit"), "M"),
    (ask(Kind.STATE, "yes", state="attention"), "S"),
    (ask(Kind.STATE, "yes", state="prospect"), "A"),
    (ask(Kind.STATE, "no", state="fine"), "MSA"),
    (ask(Kind.TIER, "yes", tier="gold"), "KS"),
    (ask(Kind.TIER, "yes", tier="silver"), "M"),
    (ask(Kind.TIER, "no", tier="gold"), "MA"),
    (ask(Kind.TIER, "none"), "A"),
    (ask(Kind.OVERDUE, "yes", factor="2"), "S"),
    (ask(Kind.OVERDUE, "no", factor="2"), "KM"),
    (ask(Kind.BOUGHT, "yes", product="cut", days=60), "K"),
    (ask(Kind.BOUGHT, "yes", product="cut", days=61), "KM"),
    (ask(Kind.BOUGHT, "no", product="cut", days=61), "SA"),
    (ask(Kind.BOUGHT, "yes", product="シャンプー", days=365), "M"),
    (ask(Kind.BOUGHT, "yes", product="パーマ液", days=76), "S"),
    (ask(Kind.BOUGHT, "yes", product="パーマ液", days=75), ""),
    (ask(Kind.BOUGHT_GROUP, "yes", group="店販", days=365), "M"),
    (ask(Kind.BOUGHT_GROUP, "no", group="技術", days=61), "SA"),
    (ask(Kind.CAME, "yes", from_=(TODAY - timedelta(75)).isoformat(), until=(TODAY - timedelta(60)).isoformat()), "KMS"),
    (ask(Kind.CAME, "no", from_=(TODAY - timedelta(60)).isoformat(), until=TODAY.isoformat()), "SA"),
    (ask(Kind.CARD, "yes", days=61), "MA"),
    (ask(Kind.CARD, "yes", days=60), ""),
    (ask(Kind.CARD, "no", days=61), "KS"),
    (ask(Kind.CODE, "yes", days=21), "M"),
    (ask(Kind.CODE, "no", days=20), "KMSA"),
    (ask(Kind.LAPSE, "yes", days=11), "K"),
    (ask(Kind.LAPSE, "no", days=10), "KMSA"),
    (ask(Kind.BROUGHT, "yes", people=1), "K"),
    (ask(Kind.BROUGHT, "yes", people=2), ""),
    (ask(Kind.BROUGHT, "no"), "MSA"),
    (ask(Kind.INTRODUCED, "yes"), "M"),
    (ask(Kind.INTRODUCED, "no"), "KSA"),
    (ask(Kind.PLANNED, "yes"), "S"),
    (ask(Kind.PLANNED, "no"), "KMA"),
    (ask(Kind.POST, "yes"), "K"),
    (ask(Kind.POST, "open"), "KSA"),
    (ask(Kind.POST, "no"), "M"),
    (ask(Kind.EMAIL, "yes"), "S"),
    (ask(Kind.EMAIL, "open"), "MSA"),
    (ask(Kind.EMAIL, "no"), "K"),
    (ask(Kind.CONTACT, "yes"), "KMA"),
    (ask(Kind.CONTACT, "no"), "S"),
    (ask(Kind.ADDRESS, "yes"), "KMA"),
    (ask(Kind.ADDRESS, "no"), "S"),
    (ask(Kind.BAD_ADDRESS, "yes"), "M"),
    (ask(Kind.BAD_ADDRESS, "no"), "KSA"),
    (ask(Kind.MOURNING, "yes"), "A"),
    (ask(Kind.MOURNING, "no"), "KMS"),
]


def test_each_way_of_each_kind_finds_whom_the_table_says(database: Database, shop: Shop) -> None:
    with database.read() as session:
        for condition, names in BY_HAND:
            for name, value in condition.values.items():
                if value in shop.values:
                    condition = condition.with_value(name, shop.values[str(value)])
            found = evaluate(session, GroupRules(((condition.checked(),),)), TODAY)
            assert shop.names(found) == names, condition


def test_the_table_names_every_way_of_every_kind() -> None:
    told = {(condition.kind, condition.how) for condition, _names in BY_HAND}
    assert told == {(kind, way.how) for kind, spec in CONDITIONS.items() for way in spec.variants}
    assert set(FINDERS) == set(Kind)


def test_all_of_the_blocks_and_any_of_each(database: Database, shop: Shop) -> None:
    tokyo, company = ask(Kind.AREA, "yes", area="東京都"), ask(Kind.COMPANY, "yes")
    often = ask(Kind.VISITS, "least", times=4)
    with database.read() as session:
        assert shop.names(evaluate(session, GroupRules(((tokyo, company),)), TODAY)) == "KMS"
        assert shop.names(evaluate(session, GroupRules(((tokyo, company), (often,))), TODAY)) == "KS"
        assert shop.names(evaluate(session, GroupRules(), TODAY)) == "KMSA"


def test_a_group_of_a_segment_or_chip_has_the_same_people_as_the_figure(database: Database, shop: Shop) -> None:
    with database.read() as session:
        for segment in Segment:
            found = evaluate(session, GroupRules(((ask(Kind.SEGMENT, "yes", segment=segment.value),),)), TODAY)
            assert found.tolist() == people_behind(session, InSegment(segment, TODAY))
        for chip in set(Chip) - {Chip.LEFT, Chip.PROSPECT}:
            found = evaluate(session, GroupRules(((ask(Kind.STATE, "yes", state=chip.value),),)), TODAY)
            assert found.tolist() == people_behind(session, WithChip((chip,), TODAY))


def test_an_empty_shop_has_empty_groups(database: Database) -> None:
    with database.read() as session:
        for condition, _names in BY_HAND:
            if not any(isinstance(value, str) and value in ("staff", "gold", "silver", "cut") for value in condition.values.values()):
                assert not len(evaluate(session, GroupRules(((condition,),)), TODAY))
        assert stored_groups(session, TODAY) == ()


def test_a_renamed_product_is_still_the_one_that_was_bought(database: Database, shop: Shop) -> None:
    cut = shop.values["cut"]
    with database.write() as session:
        edit_product(session, int(cut), ProductFields("カット(シャンプー込み)", group="技術"), now=NOW)
    with database.read() as session:
        assert shop.names(evaluate(session, GroupRules(((ask(Kind.BOUGHT, "yes", product=cut, days=61),),)), TODAY)) == "KM"
        assert choices(session, TODAY).word(ParamKind.PRODUCT, cut) == "カット(シャンプー込み)"


def test_what_can_be_chosen_is_what_the_shop_has(database: Database, shop: Shop) -> None:
    with database.read() as session:
        found = choices(session, TODAY)
    words = {kind: [choice.word for choice in found.of(kind)] for kind in found.options}
    assert words[ParamKind.TAG] == ["犬", "茶"]
    assert words[ParamKind.AREA] == ["北海道", "北海道札幌市", "東京都", "東京都渋谷区", "東京都港区"]
    assert words[ParamKind.PRODUCT] == ["カット", "シャンプー", "パーマ液"]
    assert words[ParamKind.PRODUCT_GROUP] == ["技術", "店販"]
    assert words[ParamKind.TIER] == ["ゴールド", "シルバー"]
    assert words[ParamKind.STAFF] == ["田中"]
    assert [choice.value for choice in found.of(ParamKind.FIELD)][:2] == ["own:回数", "own:肌質"]


AWAY = GroupRules(((Condition(Kind.LAST_VISIT, "ago", {"days": 60}),),))
HERE = GroupRules(((Condition(Kind.LAST_VISIT, "within", {"days": 60}),),))


def test_a_group_is_kept_changed_deleted_and_each_can_be_undone(database: Database, shop: Shop) -> None:
    with database.write() as session:
        made = add_group(session, " ご無沙汰の方 ", AWAY, now=NOW)
    with database.read() as session:
        kept = find_group(session, made.group_id, TODAY)
        assert (kept.name, kept.rules, kept.count) == ("ご無沙汰の方", AWAY, 2)
        assert shop.names(people_behind(session, InGroup(made.group_id, TODAY))) == "MS"
    with database.write() as session:
        edit_group(session, made.group_id, "最近の方", HERE, now=NOW)
    with database.read() as session:
        assert [(group.name, group.count) for group in stored_groups(session, TODAY)] == [("最近の方", 1)]
    with database.write() as session:
        deleted = delete_group(session, made.group_id, now=NOW)
    with database.read() as session, pytest.raises(CustomerGroupGone):
        members(session, made.group_id, TODAY)
    for action, name in ((deleted.action_id, "最近の方"), (None, "ご無沙汰の方")):
        with database.write() as session:
            undo(session, action, now=NOW)
        with database.read() as session:
            assert [group.name for group in stored_groups(session, TODAY)] == [name]
    with database.write() as session:
        undo(session, made.action_id, now=NOW)
        assert stored_groups(session, TODAY) == ()
        redo(session, now=NOW)
        assert [group.name for group in stored_groups(session, TODAY)] == ["ご無沙汰の方"]


def test_two_groups_cannot_share_a_name(database: Database) -> None:
    with database.write() as session:
        made = add_group(session, "Regulars", AWAY, now=NOW)
        other = add_group(session, "Others", AWAY, now=NOW)
        with pytest.raises(CustomerGroupNameTaken):
            add_group(session, "ＲＥＧＵＬＡＲＳ", HERE, now=NOW)
        with pytest.raises(CustomerGroupNameTaken):
            edit_group(session, other.group_id, "regulars", HERE, now=NOW)
        edit_group(session, made.group_id, "regulars", HERE, now=NOW)
        assert group_named(session, "ＲＥＧＵＬＡＲＳ") == made.group_id
        assert group_named(session, "nobody") is None


def test_a_refused_group_leaves_nothing(database: Database) -> None:
    with database.write() as session, pytest.raises(ConditionOutOfRange):
        add_group(session, "いつか", GroupRules(((Condition(Kind.LAST_VISIT, "ago", {"days": 0}),),)), now=NOW)
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(CustomerGroup)) == 0


def test_a_word_there_is_not_is_refused_and_hides_no_other_group(database: Database, shop: Shop) -> None:
    segment = GroupRules(((Condition(Kind.SEGMENT, "yes", {"segment": "zzz"}),),))
    with database.write() as session, pytest.raises(GroupUnreadable):
        add_group(session, "いつか", segment, now=NOW)
    with database.write() as session:
        good = add_group(session, "常連", GroupRules(((Condition(Kind.LAST_VISIT, "ago", {"days": 1}),),)), now=NOW)
        bad = add_group(session, "いつか", good_rules := GroupRules(((Condition(Kind.LAST_VISIT, "ago", {"days": 1}),),)), now=NOW)
        session.get_one(CustomerGroup, bad.group_id).rules = segment.to_json()
    with database.read() as session:
        first, second = stored_groups(session, TODAY)
        assert (first.id, first.rules, first.is_unreadable) == (good.group_id, good_rules, False)
        assert (second.id, second.count, second.is_unreadable, second.is_by_hand) == (bad.group_id, 0, True, False)
        with pytest.raises(GroupUnreadable):
            members(session, bad.group_id, TODAY)
    with database.write() as session:
        delete_group(session, bad.group_id, now=NOW)


def test_a_group_is_filled_by_hand(database: Database, shop: Shop) -> None:
    kazuko, mari, sachiko, _ayumi = shop.ids.values()
    with database.write() as session:
        made = add_group(session, "役員", None, now=NOW, customer_ids=[kazuko, mari, kazuko, 9999])
        assert made.count == 2
        added = add_members(session, made.group_id, [mari, sachiko], now=NOW)
        assert added.count == 1
        assert remove_members(session, made.group_id, [kazuko], now=NOW).count == 1
        assert groups_by_hand(session) == ((made.group_id, "役員"),)
    with database.read() as session:
        assert shop.names(members(session, made.group_id, TODAY)) == "MS"
    with database.write() as session:
        undo(session, now=NOW)
        assert shop.names(members(session, made.group_id, TODAY)) == "KMS"
        undo(session, added.action_id, now=NOW)
        assert shop.names(members(session, made.group_id, TODAY)) == "KM"


def test_changing_a_group_filled_by_hand_is_one_act(database: Database, shop: Shop) -> None:
    kazuko, mari, sachiko, _ayumi = shop.ids.values()
    with database.write() as session:
        made = add_group(session, "役員", None, now=NOW, customer_ids=[kazuko, mari])
    with database.write() as session:
        edit_group(session, made.group_id, "旧役員", None, now=NOW, put_in=[sachiko], take_out=[kazuko])
        assert shop.names(members(session, made.group_id, TODAY)) == "MS"
        undo(session, now=NOW)
        assert shop.names(members(session, made.group_id, TODAY)) == "KM"
        assert find_group(session, made.group_id, TODAY).name == "役員"


def test_nobody_is_put_by_hand_into_a_group_of_rules(database: Database, shop: Shop) -> None:
    with database.write() as session:
        made = add_group(session, "ご無沙汰", AWAY, now=NOW)
        with pytest.raises(CustomerGroupByRules):
            add_members(session, made.group_id, list(shop.ids.values()), now=NOW)


def test_who_is_archived_is_in_no_group_and_comes_back_into_it(database: Database, shop: Shop) -> None:
    with database.write() as session:
        made = add_group(session, "役員", None, now=NOW, customer_ids=list(shop.ids.values()))
        archived = archive_customer(session, shop.ids["Mari"], now=NOW)
    with database.read() as session:
        assert shop.names(members(session, made.group_id, TODAY)) == "KSA"
    with database.write() as session:
        undo(session, archived, now=NOW)
    with database.read() as session:
        assert shop.names(members(session, made.group_id, TODAY)) == "KMSA"


def test_making_a_group_cannot_be_undone_once_others_were_put_in(database: Database, shop: Shop) -> None:
    with database.write() as session:
        made = add_group(session, "役員", None, now=NOW)
        add_members(session, made.group_id, [shop.ids["Mari"]], now=NOW)
    with database.write() as session, pytest.raises(ChangedSince):
        undo(session, made.action_id, now=NOW)
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(CustomerGroupMember)) == 1


def test_two_records_made_one_stay_in_their_groups(database: Database, shop: Shop) -> None:
    with database.write() as session:
        made = add_group(session, "役員", None, now=NOW, customer_ids=[shop.ids["Ayumi"]])
        merge_customers(session, shop.ids["Mari"], shop.ids["Ayumi"], now=NOW, today=TODAY)
        assert shop.names(members(session, made.group_id, TODAY)) == "M"


def test_a_count_follows_what_happens(database: Database, shop: Shop) -> None:
    with database.write() as session:
        made = add_group(session, "最近", HERE, now=NOW)
    with database.read() as session:
        assert find_group(session, made.group_id, TODAY).count == 1
    with database.write() as session:
        add_purchase(session, shop.ids["Ayumi"], TODAY)
    with database.read() as session:
        assert find_group(session, made.group_id, TODAY).count == 2
