"""Using the code of a printed card, and noting who brought whom. All but `redeem_code` belong to the act of their caller."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.codes import (
    CodeExpired,
    CodeFinding,
    CodeIsReferral,
    CodeOfAnother,
    CodeUnknown,
    CodeUnreadable,
    CodeUsage,
    CodeUsed,
    FirstUse,
    NoNewcomer,
    NotReferralCode,
    RedeemOutcome,
    ReferralOutcome,
    ReferredAlready,
    code_in,
    is_referral,
    written,
)
from app.domain.customer_rules import CustomerGone
from app.domain.customers import CustomerKind
from app.domain.points import PointActKind, RuleFields, RuleRow, rule_on
from app.models.code_rows import PieceRow, bringer_coded, first_use, pieces_coded
from app.models.counter import CodeUse, Referral
from app.models.customer import Customer, CustomerChange
from app.models.point_rows import read_rules
from app.models.points import PointAct
from app.models.purchase import Purchase
from app.services.actions import recorded
from app.services.ledger import follow_acts
from app.services.referrals import refuse_circle


def use_code(
    session: Session, code: str, *, customer_id: int | None, purchase_id: int | None, now: datetime, today: date, by_another: bool = False
) -> CodeUsage:
    """Note that a card was brought; it counts once, on the day of the purchase. Without a customer it is the card's own.

    CodeUnreadable, CodeIsReferral, CodeUnknown, CodeUsed, CodeExpired; CodeOfAnother unless `by_another` says that it may be.
    """
    piece = _piece(session, code)
    used = first_use(session, piece.code)
    if used is not None:
        raise CodeUsed(field="code", day=used.day, name=used.name)
    bought = session.scalar(select(Purchase.day).where(Purchase.id == purchase_id)) if purchase_id is not None else None
    day = bought or today
    if piece.offer.is_over(day):
        raise CodeExpired(field="code", valid_until=piece.offer.valid_until)
    owner = piece.customer_id if customer_id is None else customer_id
    if owner != piece.customer_id and not by_another:
        raise CodeOfAnother(field="code", name=_customer(session, piece.customer_id).name)
    use = CodeUse(
        code=piece.code,
        piece_id=piece.id,
        customer_id=owner,
        purchase_id=purchase_id,
        day=day,
        at=now,
        offer=piece.offer.to_json(),
        point_act_id=None,
    )
    if piece.offer.points:
        reason = f"{piece.title} {written(piece.code)}".strip()
        gift = _Gift.of(session, day, now=now, today=today)
        use.point_act_id = gift.give(owner, piece.offer.points, PointActKind.ADJUST, reason)
    session.add(use)
    session.flush()
    return CodeUsage(use.id, piece.id, owner, piece.offer)


def free_codes(session: Session, purchase_ids: Iterable[int]) -> list[int]:
    """The visits go: the codes used there can be used again, and what they gave in points goes too. The acts the ledger is to follow."""
    acts = []
    for use in session.scalars(select(CodeUse).where(CodeUse.purchase_id.in_(list(purchase_ids)))).all():
        act = session.get(PointAct, use.point_act_id) if use.point_act_id is not None else None
        session.delete(use)
        session.flush()
        if act is not None:
            acts.append(act.id)
            session.delete(act)
    return acts


def move_codes(session: Session, purchase_id: int, customer_id: int | None) -> list[int]:
    """The visit turns out to be another customer's: so is the use of the codes, with the points they gave. The acts the ledger is to
    follow."""
    acts = []
    for use in session.scalars(select(CodeUse).where(CodeUse.purchase_id == purchase_id)).all():
        owner = customer_id
        if owner is None:
            owner = session.scalars(select(Customer.id).where(Customer.id == _piece(session, use.code).customer_id)).one()
        use.customer_id = owner
        act = session.get(PointAct, use.point_act_id) if use.point_act_id is not None else None
        if act is not None:
            act.customer_id = owner
            acts.append(act.id)
    return acts


def redeem_code(
    session: Session, code: str, *, customer_id: int | None, now: datetime, today: date, by_another: bool = False
) -> RedeemOutcome:
    """Use a code without recording a visit, as an act of its own. As `use_code`."""
    piece = _piece(session, code)
    owner = _customer(session, piece.customer_id)
    with recorded(session, ActionKind.REDEEM_CODE, now=now, name=owner.name, code=written(piece.code)) as act:
        use_code(session, code, customer_id=customer_id, purchase_id=None, now=now, today=today, by_another=by_another)
    finding = CodeFinding(
        piece.code,
        owner.id,
        owner.name,
        owner.kind is CustomerKind.COMPANY,
        piece_id=piece.id,
        run_id=piece.run_id,
        title=piece.title,
        sent_on=piece.day,
        position=piece.position,
        offer=piece.offer,
    )
    user = owner if customer_id is None else _customer(session, customer_id)
    return RedeemOutcome(act.action_id, replace(finding, used=FirstUse(today, user.name)))


def note_referral(session: Session, referral_code: str, referred_id: int, *, now: datetime, today: date) -> ReferralOutcome:
    """Note by whose personal code a customer came; both sides get their points, once.

    CodeUnreadable, NotReferralCode, CodeUnknown, ReferredAlready, ReferredOneself, ReferralCircle, NoNewcomer.
    """
    referrer, referred = _referrer(session, referral_code), _customer(session, referred_id)
    known = session.scalar(select(Referral.referrer_id).where(Referral.referred_id == referred_id))
    before = referred.referred_by_id
    if known is not None or before not in (None, referrer.id):
        raise ReferredAlready(field="referral_code", name=_customer(session, known or before or 0).name)
    refuse_circle(session, referrer.id, referred_id, field="referral_code")
    # The visit that is being recorded is there already.
    visits = select(func.count(Purchase.day.distinct())).where(Purchase.customer_id == referred_id, Purchase.net > 0)
    if (session.scalar(visits) or 0) > 1:
        raise NoNewcomer(field="referral_code")
    session.add(Referral(referrer_id=referrer.id, referred_id=referred_id, day=today, at=now))
    if before is None:
        referred.referred_by_id = referrer.id
        referred.updated_at = now
        session.add(CustomerChange(customer_id=referred_id, at=now, field="referred_by", before="", after=referrer.name))
    gift = _Gift.of(session, today, now=now, today=today)
    fields = gift.rule.fields if gift.rule is not None else RuleFields()
    points = (fields.referrer_points, fields.referred_points)
    for one, given, about in ((referrer, points[0], referred.name), (referred, points[1], referrer.name)):
        if given:
            gift.give(one.id, given, PointActKind.REFERRAL, about)
    session.flush()
    return ReferralOutcome(referrer.id, referrer.name, *points)


def _piece(session: Session, text: str) -> PieceRow:
    code = code_in(text)
    if is_referral(code):
        bringer = bringer_coded(session, code)
        if bringer is not None:
            raise CodeIsReferral(field="code", name=bringer.name)
    piece = pieces_coded(session, [code]).get(code)
    if piece is None:
        raise CodeUnknown(field="code")
    return piece


def _referrer(session: Session, text: str) -> Customer:
    try:
        code = code_in(text)
    except CodeUnreadable as error:
        raise CodeUnreadable(field="referral_code") from error
    if not is_referral(code):
        raise NotReferralCode(field="referral_code")
    referrer = bringer_coded(session, code)
    if referrer is None:
        raise CodeUnknown(field="referral_code")
    return referrer


def _customer(session: Session, customer_id: int) -> Customer:
    found = session.get(Customer, customer_id)
    if found is None:
        raise CustomerGone
    return found


@dataclass(frozen=True, slots=True)
class _Gift:
    """Points without a purchase, under the rule of their day."""

    session: Session
    rule: RuleRow | None
    day: date
    now: datetime
    today: date

    @classmethod
    def of(cls, session: Session, day: date, *, now: datetime, today: date) -> _Gift:
        return cls(session, rule_on(read_rules(session), day), day, now, today)

    def give(self, customer_id: int, points: int, kind: PointActKind, reason: str) -> int:
        """The id of the act; the points last as the rule says."""
        act = PointAct(
            customer_id=customer_id,
            kind=kind,
            day=self.day,
            at=self.now,
            points=points,
            expires=self.rule.fields.expiry.last_day(self.day) if self.rule is not None else None,
            rule_id=self.rule.id if self.rule is not None else None,
            reason=reason,
            staff_id=None,
            reward_id=None,
            import_id=None,
        )
        self.session.add(act)
        self.session.flush()
        follow_acts(self.session, [act.id], now=self.now, today=self.today)
        return act.id
