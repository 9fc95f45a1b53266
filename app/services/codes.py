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
from app.services.referrals import is_below, refuse_circle


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


def take_back_referrals(session: Session, purchase_ids: Iterable[int], *, now: datetime) -> list[int]:
    """The visits go: who came with a code there was not brought, and neither side keeps its points. The acts the ledger is to follow."""
    acts = []
    for row in session.scalars(select(Referral).where(Referral.purchase_id.in_(list(purchase_ids)))).all():
        acts += _take_back(session, row, now)
    return acts


def move_referrals(session: Session, purchase_id: int, customer_id: int | None, *, now: datetime) -> list[int]:
    """The visit turns out to be another customer's: it was they who were brought, unless they could not have been. The acts the ledger
    is to follow."""
    acts: list[int] = []
    for row in session.scalars(select(Referral).where(Referral.purchase_id == purchase_id)).all():
        referrer = _customer(session, row.referrer_id)
        if customer_id is None or not _may_be_brought(session, customer_id, referrer.id):
            acts += _take_back(session, row, now)
            continue
        referred = _customer(session, customer_id)
        _forget_referrer(session, row, now)
        row.referred_id, row.at = customer_id, now
        if referred.referred_by_id is None:
            _note_referrer(session, referred, referrer, now)
        before = (row.referrer_act_id, row.referred_act_id)
        row.referrer_act_id = _given_anew(session, before[0], referrer.id, referred.name, now)
        row.referred_act_id = _given_anew(session, before[1], customer_id, referrer.name, now)
        session.flush()
        acts += [number for number in (*before, row.referrer_act_id, row.referred_act_id) if number is not None]
        _remove_acts(session, before)
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


def note_referral(
    session: Session, referral_code: str, referred_id: int, *, now: datetime, today: date, purchase_id: int | None = None
) -> ReferralOutcome:
    """Note by whose personal code a customer came; both sides get their points, once, and keep them as long as the visit stays.

    CodeUnreadable, NotReferralCode, CodeUnknown, ReferredAlready, ReferredOneself, ReferralCircle, NoNewcomer.
    """
    referrer, referred = _referrer(session, referral_code), _customer(session, referred_id)
    known = session.scalar(select(Referral.referrer_id).where(Referral.referred_id == referred_id))
    before = referred.referred_by_id
    if known is not None or before not in (None, referrer.id):
        raise ReferredAlready(field="referral_code", name=_customer(session, known or before or 0).name)
    refuse_circle(session, referrer.id, referred_id, field="referral_code")
    if not _is_newcomer(session, referred_id):
        raise NoNewcomer(field="referral_code")
    if before is None:
        _note_referrer(session, referred, referrer, now)
    gift = _Gift.of(session, today, now=now, today=today)
    fields = gift.rule.fields if gift.rule is not None else RuleFields()
    points = (fields.referrer_points, fields.referred_points)
    acts = [
        gift.give(one.id, given, PointActKind.REFERRAL, about) if given else None
        for one, given, about in ((referrer, points[0], referred.name), (referred, points[1], referrer.name))
    ]
    session.add(
        Referral(
            referrer_id=referrer.id,
            referred_id=referred_id,
            day=today,
            at=now,
            purchase_id=purchase_id,
            referrer_act_id=acts[0],
            referred_act_id=acts[1],
        )
    )
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


def _is_newcomer(session: Session, customer_id: int) -> bool:
    # The visit that is being recorded is there already.
    visits = select(func.count(Purchase.day.distinct())).where(Purchase.customer_id == customer_id, Purchase.net > 0)
    return (session.scalar(visits) or 0) <= 1


def _may_be_brought(session: Session, customer_id: int, referrer_id: int) -> bool:
    known = session.scalar(select(Referral.id).where(Referral.referred_id == customer_id))
    if known is not None or _customer(session, customer_id).referred_by_id not in (None, referrer_id) or customer_id == referrer_id:
        return False
    return not is_below(session, referrer_id, customer_id) and _is_newcomer(session, customer_id)


def _take_back(session: Session, row: Referral, now: datetime) -> list[int]:
    acts = [number for number in (row.referrer_act_id, row.referred_act_id) if number is not None]
    _forget_referrer(session, row, now)
    session.delete(row)
    session.flush()
    _remove_acts(session, acts)
    return acts


def _remove_acts(session: Session, act_ids: Iterable[int | None]) -> None:
    for act in session.scalars(select(PointAct).where(PointAct.id.in_([number for number in act_ids if number is not None]))).all():
        session.delete(act)
    session.flush()


def _given_anew(session: Session, act_id: int | None, customer_id: int, about: str, now: datetime) -> int | None:
    """The same points for another reason: the ledger keeps its words, so that what was said before is taken back."""
    old = session.get(PointAct, act_id) if act_id is not None else None
    if old is None:
        return None
    act = PointAct(
        customer_id=customer_id,
        kind=old.kind,
        day=old.day,
        at=now,
        points=old.points,
        expires=old.expires,
        rule_id=old.rule_id,
        reason=about,
        staff_id=None,
        reward_id=None,
        import_id=None,
    )
    session.add(act)
    session.flush()
    return act.id


def _note_referrer(session: Session, referred: Customer, referrer: Customer | None, now: datetime) -> None:
    before = "" if referred.referred_by_id is None else _customer(session, referred.referred_by_id).name
    after = "" if referrer is None else referrer.name
    referred.referred_by_id = None if referrer is None else referrer.id
    referred.updated_at = now
    session.add(CustomerChange(customer_id=referred.id, at=now, field="referred_by", before=before, after=after))


def _forget_referrer(session: Session, row: Referral, now: datetime) -> None:
    """What the record says of who sent the customer goes where the code had written it; what was said before stays."""
    referred, change = _customer(session, row.referred_id), CustomerChange
    written_by_code = select(change.id).where(
        change.customer_id == referred.id, change.at == row.at, change.field == "referred_by", change.before == ""
    )
    if referred.referred_by_id == row.referrer_id and session.scalar(written_by_code.limit(1)) is not None:
        _note_referrer(session, referred, None, now)


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
