"""Making two records of one customer into one, as one recorded act.

Everything moves by the ORM, row by row, so that the act keeps an image of each and can be taken back. The ledger's entries are
not touched: their lots carry them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.companies import CompanyProfile, is_in_charge
from app.domain.customers import CustomerFields
from app.domain.measures import Arm
from app.domain.merges import MergeOutcome, MergeWithItself, Moved, Side, merged_fields
from app.domain.tiers import TierReason, TierStanding
from app.models.care import RuleOccasion
from app.models.companies import CompanyRecord, ContactPerson
from app.models.contracts import Contract, Need
from app.models.counter import CodeUse, FollowUp, Referral
from app.models.customer import Contact, Customer, CustomerChange, FormerRecord, fields_of_record
from app.models.groups import CustomerGroupMember
from app.models.inquiries import Inquiry
from app.models.measures import MeasurePerson
from app.models.points import CustomerTier, PointAct, PointLot
from app.models.proposals import Proposal
from app.models.purchase import Purchase
from app.models.records import PrintPiece, PrintPieceJoint
from app.models.surveys import SurveyResponse, SurveySheet
from app.models.tier_rows import read_loyalty, read_standing, read_version
from app.services.actions import recorded
from app.services.customers import find, snapshot, write_fields
from app.services.households import close_up
from app.services.ledger import settle_accounts
from app.services.referrals import is_below
from app.services.summaries import settle

# By whom a row is held; the referrals and who sent whom have rules of their own.
MOVING: tuple[tuple[Moved | None, type[Any]], ...] = (
    (Moved.PURCHASES, Purchase),
    (Moved.CONTACTS, Contact),
    (Moved.PIECES, PrintPiece),
    (Moved.FOLLOW_UPS, FollowUp),
    (Moved.CODES, CodeUse),
    (None, PointLot),
    (None, PointAct),
    (None, CustomerTier),
    (None, CustomerChange),
    (None, FormerRecord),
    (None, SurveySheet),
    (Moved.ANSWERS, SurveyResponse),
    (Moved.INQUIRIES, Inquiry),
    (Moved.CONTRACTS, Contract),
    (None, Need),
    (Moved.PROPOSALS, Proposal),
    (None, ContactPerson),
)
# A row that says the same of both is held once.
_ONCE: tuple[tuple[type[Any], str], ...] = (
    (CustomerGroupMember, "group_id"),
    (PrintPieceJoint, "piece_id"),
)
_NOT_NOTED = {"former_codes", "points_opening", "family_name", "given_name", "family_kana", "given_kana"}


def merge_customers(
    session: Session, keep_id: int, gone_id: int, *, choices: Mapping[str, Side] | None = None, now: datetime, today: date
) -> MergeOutcome:
    """Everything of `gone_id` becomes `keep_id`'s; `choices` by the keys of domain.merges.GROUPS. MergeWithItself, CustomerGone."""
    if keep_id == gone_id:
        raise MergeWithItself(field="other")
    keep, gone = find(session, keep_id), find(session, gone_id)
    before = snapshot(session, keep)
    fields = merged_fields(_fields(keep), _fields(gone), choices or {})
    standing = _better_standing(session, keep_id, gone_id, today)
    referrer = referrer_after(session, keep, gone)
    codes = _former_codes(keep, gone, fields.code)
    takes_staff = keep.staff_id is None or (gone.staff_id is not None and (choices or {}).get("staff") is Side.GONE)
    staff_id = gone.staff_id if takes_staff else keep.staff_id
    left_on = keep.left_on if gone.left_on is not None else None
    archived_at = keep.archived_at if gone.archived_at is not None else None
    household = (keep.household_id, keep.household_place) if keep.household_id is not None else (gone.household_id, gone.household_place)
    households = {number for number in (keep.household_id, gone.household_id) if number is not None}
    other = gone.name
    acted = recorded(session, ActionKind.MERGE_CUSTOMERS, now=now, name=fields.name, other=other, keep=keep_id, gone=gone_id)
    with acted as act:
        _address_one(session, keep_id, gone_id, today)
        moved, purchases = _move_rows(session, keep_id, gone_id)
        _move_once(session, keep_id, gone_id)
        moved[Moved.REFERRED] = _move_referrals(session, keep, gone_id, referrer)
        session.flush()
        session.delete(gone)
        session.flush()
        session.add(FormerRecord(id=gone_id, customer_id=keep_id))
        write_fields(session, keep, fields, referrer)
        keep.staff_id, keep.left_on, keep.archived_at = staff_id, left_on, archived_at
        keep.former_codes = codes
        keep.household_id, keep.household_place = household
        keep.updated_at = now
        _keep_standing(session, keep_id, standing, today)
        session.flush()
        close_up(session, households)
        _note_changes(session, keep, before, other, now)
    settle(session, {keep_id, gone_id}, purchases, today)
    settle_accounts(session, (keep_id, gone_id), now=now, today=today)
    session.expire_all()
    return MergeOutcome(keep_id, act.action_id, moved)


def referrer_after(session: Session, keep: Customer, gone: Customer) -> int | None:
    """Who sent the one customer there will be: first whose code was brought, else as the kept record says, else the other; nobody
    who was sent by one of the two."""
    brought = dict(
        session.execute(select(Referral.referred_id, Referral.referrer_id).where(Referral.referred_id.in_((keep.id, gone.id)))).all()
    )
    named = (brought.get(keep.id), brought.get(gone.id), keep.referred_by_id, gone.referred_by_id)
    for candidate in named:
        if candidate is None or candidate in (keep.id, gone.id):
            continue
        if not any(is_below(session, candidate, number) for number in (keep.id, gone.id)):
            return candidate
    return None


def _fields(customer: Customer) -> CustomerFields:
    return fields_of_record(customer, "", "")


def _former_codes(keep: Customer, gone: Customer, code: str) -> list[str]:
    every = (*keep.former_codes, keep.code, gone.code, *gone.former_codes)
    return list(dict.fromkeys(old for old in every if old and old != code))


def _move_rows(session: Session, keep_id: int, gone_id: int) -> tuple[dict[Moved, int], set[int]]:
    """What moved, and the purchases among it."""
    counts = dict.fromkeys(Moved, 0)
    touched: dict[type[Any], set[int]] = {}
    for kind, model in MOVING:
        rows = session.scalars(select(model).where(model.customer_id == gone_id).order_by(model.id)).all()
        for row in rows:
            row.customer_id = keep_id
        touched[model] = {row.id for row in rows}
        if kind is not None:
            counts[kind] = len(rows)
        if model is PointLot:
            counts[Moved.POINTS] = sum(row.left for row in rows)
    return counts, touched[Purchase]


def _move_once(session: Session, keep_id: int, gone_id: int) -> None:
    """After the pieces have moved: nobody shares a piece with oneself."""
    for model, what in _ONCE:
        there = set(session.scalars(select(getattr(model, what)).where(model.customer_id == keep_id)))
        for row in session.scalars(select(model).where(model.customer_id == gone_id)).all():
            if getattr(row, what) in there:
                session.delete(row)
            else:
                row.customer_id = keep_id
    _move_places(session, keep_id, gone_id)
    _move_occasions(session, keep_id, gone_id)
    _move_company(session, keep_id, gone_id)
    own = select(PrintPiece.id).where(PrintPiece.customer_id == keep_id)
    session.flush()
    for joint in session.scalars(select(PrintPieceJoint).where(PrintPieceJoint.customer_id == keep_id, PrintPieceJoint.piece_id.in_(own))):
        session.delete(joint)


def _move_places(session: Session, keep_id: int, gone_id: int) -> None:
    """In a measure everybody stands once, in the arm the kept record was drawn into; whoever was only a guest takes the drawn place."""
    there = {row.measure_id: row for row in session.scalars(select(MeasurePerson).where(MeasurePerson.customer_id == keep_id))}
    for row in session.scalars(select(MeasurePerson).where(MeasurePerson.customer_id == gone_id)).all():
        kept = there.get(row.measure_id)
        if kept is None:
            row.customer_id = keep_id
            continue
        if kept.arm is Arm.GUEST:
            kept.arm, kept.stratum, kept.recency, kept.frequency = row.arm, row.stratum, row.recency, row.frequency
            kept.sent_on, kept.cost = row.sent_on, row.cost
        kept.came_on = kept.came_on or row.came_on
        session.delete(row)


def _move_occasions(session: Session, keep_id: int, gone_id: int) -> None:
    """What a rule made for both of the same occasion is asked once: an open follow-up of the record that goes is withdrawn."""
    there = {(row.rule_id, row.occasion) for row in session.scalars(select(RuleOccasion).where(RuleOccasion.customer_id == keep_id))}
    for row in session.scalars(select(RuleOccasion).where(RuleOccasion.customer_id == gone_id)).all():
        if (row.rule_id, row.occasion) not in there:
            row.customer_id = keep_id
            continue
        twice = session.get(FollowUp, row.follow_up_id) if row.follow_up_id is not None else None
        if twice is not None and twice.done_on is None:
            session.delete(twice)
        session.delete(row)


def _address_one(session: Session, keep_id: int, gone_id: int, today: date) -> None:
    """The post of a company goes to one person: whom the kept record names, as long as that one is in charge, else whom the other does."""
    query = select(ContactPerson).where(ContactPerson.is_addressee.is_(True), ContactPerson.customer_id.in_((keep_id, gone_id)))
    persons = session.scalars(query).all()
    named = [person for person in persons if is_in_charge(today, person.until)]
    first = min(named, key=lambda person: (person.customer_id != keep_id, person.id), default=None)
    for person in persons if first is not None else ():
        person.is_addressee = person is first


def _move_company(session: Session, keep_id: int, gone_id: int) -> None:
    """One record of the company: what the kept one does not say, the other does."""
    gone = session.scalar(select(CompanyRecord).where(CompanyRecord.customer_id == gone_id))
    kept = session.scalar(select(CompanyRecord).where(CompanyRecord.customer_id == keep_id))
    if gone is None:
        return
    if kept is None:
        gone.customer_id = keep_id
        return
    for name in CompanyProfile.__dataclass_fields__:
        setattr(kept, name, getattr(kept, name) or getattr(gone, name))
    session.delete(gone)


def _move_referrals(session: Session, keep: Customer, gone_id: int, referrer: int | None) -> int:
    """Whoever was sent by the one was sent by the other now. How many."""
    referred = session.scalars(select(Customer).where(Customer.referred_by_id == gone_id, Customer.id != keep.id)).all()
    for customer in referred:
        customer.referred_by_id = keep.id
    both = (keep.id, gone_id)
    query = select(Referral).where(Referral.referrer_id.in_(both) | Referral.referred_id.in_(both)).order_by(Referral.id)
    brought = sorted(session.scalars(query).all(), key=lambda row: row.referred_id != keep.id)
    is_brought = False
    for row in brought:
        if row.referred_id not in both:
            row.referrer_id = keep.id
        elif row.referrer_id != referrer or is_brought:
            # One customer is brought once, by somebody else, and never in a circle. The points that were given stay.
            session.delete(row)
        else:
            is_brought = True
    # The row that goes leaves first: a customer has place for one.
    session.flush()
    for row in session.scalars(select(Referral).where(Referral.referred_id == gone_id)):
        row.referred_id = keep.id
    if keep.referred_by_id == gone_id:
        keep.referred_by_id = referrer
    return len(referred)


def _better_standing(session: Session, keep_id: int, gone_id: int, today: date) -> TierStanding | None:
    """The higher of the two tiers: nobody loses one by being recorded twice. None while the shop uses no tiers."""
    if not read_loyalty(session).tiers_on:
        return None
    ours, theirs = read_standing(session, keep_id, today), read_standing(session, gone_id, today)
    return theirs if _rank(theirs) > _rank(ours) else ours


def _rank(standing: TierStanding) -> tuple[int, int]:
    return (-1, -1) if standing.tier is None else (standing.tier.fields.threshold, standing.tier.position)


def _keep_standing(session: Session, keep_id: int, wanted: TierStanding | None, today: date) -> None:
    if wanted is None or wanted.reason is None:
        return
    session.flush()
    now = read_standing(session, keep_id, today)
    if (now.tier, now.grace_until) == (wanted.tier, wanted.grace_until):
        return
    session.add(
        CustomerTier(
            customer_id=keep_id,
            tier_id=None if wanted.tier is None else wanted.tier.id,
            day=today,
            reason=wanted.reason if wanted.reason in (TierReason.HAND, TierReason.GRACE) else TierReason.KEPT,
            amount=wanted.amount,
            visits=wanted.visits,
            grace_until=wanted.grace_until,
            version=read_version(session),
        )
    )


def _note_changes(session: Session, keep: Customer, before: Mapping[str, str], other: str, now: datetime) -> None:
    session.flush()
    after = snapshot(session, keep)
    notes: Iterable[tuple[str, str, str]] = (
        (name, before[name], value) for name, value in after.items() if value != before[name] and name not in _NOT_NOTED
    )
    for field, was, value in (("merged", "", other), *notes):
        session.add(CustomerChange(customer_id=keep.id, at=now, field=field, before=was, after=value))
