"""Everything that happened with a customer, newest first."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, defer

from app.domain.codes import FirstUse
from app.domain.customer_rows import ChangeRow, SentRow, TimelineEntry, TimelineKind
from app.domain.follow_ups import PROGRAM_CLOSED, Outcome
from app.domain.surveys import ResponseState
from app.models.counter import CodeUse, FollowUp
from app.models.customer import Contact, Customer, CustomerChange
from app.models.purchase import Purchase, PurchaseLine
from app.models.records import PrintPiece, PrintRun
from app.models.run_rows import facts_of_runs, is_piece_for
from app.models.shop import Staff
from app.models.tier_rows import tier_changes
from app.queries.shop import shop_zone
from app.queries.survey_answers import answers_of_customer
from app.queries.timeline_care import care_entries

TITLE_PRODUCTS = 3


def timeline(session: Session, customer_id: int, *, limit: int = 200) -> list[TimelineEntry]:
    """The latest `limit` entries of all kinds."""
    zone = shop_zone(session)
    entries = [
        *_purchases(session, customer_id, limit),
        *_contacts(session, customer_id, limit),
        *_prints(session, customer_id, limit),
        *_follow_ups(session, customer_id, limit),
        *_changes(session, customer_id, limit, zone),
        *_tiers(session, customer_id, zone),
        *_answers(session, customer_id, limit, zone),
        *care_entries(session, customer_id, limit, zone),
    ]
    joined = session.execute(select(Customer.joined_on, Customer.created_at).where(Customer.id == customer_id)).one_or_none()
    if joined is not None:
        # A record brought in from a list is younger than the customer: without a day of joining the first visit counts.
        first_visit = session.scalar(select(func.min(Purchase.day)).where(Purchase.customer_id == customer_id))
        recorded = joined.created_at.astimezone(zone).date()
        day = joined.joined_on or min(recorded, first_visit or recorded)
        entries.append(TimelineEntry(TimelineKind.JOINED, day, joined.created_at, ""))
    entries.sort(key=lambda entry: (entry.day, entry.kind is not TimelineKind.JOINED, entry.at), reverse=True)
    return entries[:limit]


def _purchases(session: Session, customer_id: int, limit: int) -> list[TimelineEntry]:
    query = (
        select(Purchase.id, Purchase.day, Purchase.at, Purchase.amount, Purchase.note, Purchase.refund_of_id, Staff.name.label("staff"))
        .outerjoin(Staff, Staff.id == Purchase.staff_id)
        .where(Purchase.customer_id == customer_id)
        .order_by(Purchase.day.desc(), Purchase.id.desc())
        .limit(limit)
    )
    rows = session.execute(query).all()
    titles = _titles(session, [row.id for row in rows])
    return [
        TimelineEntry(
            TimelineKind.REFUND if row.amount < 0 or row.refund_of_id is not None else TimelineKind.VISIT,
            row.day,
            row.at,
            titles.get(row.id, ""),
            row.note,
            row.amount,
            row.staff or "",
            None,
            row.id,
        )
        for row in rows
    ]


def _titles(session: Session, ids: list[int]) -> dict[int, str]:
    """The first products of each purchase, joined the way a shop writes them."""
    query = (
        select(PurchaseLine.purchase_id, PurchaseLine.product)
        .where(PurchaseLine.purchase_id.in_(ids), PurchaseLine.product != "")
        .order_by(PurchaseLine.purchase_id, PurchaseLine.position)
    )
    products: dict[int, list[str]] = {}
    for purchase_id, product in session.execute(query):
        products.setdefault(purchase_id, []).append(product)
    return {key: "・".join(list(dict.fromkeys(names))[:TITLE_PRODUCTS]) for key, names in products.items()}


def _contacts(session: Session, customer_id: int, limit: int) -> list[TimelineEntry]:
    query = (
        select(Contact, Staff.name, FollowUp.note, FollowUp.kind)
        .outerjoin(Staff, Staff.id == Contact.staff_id)
        .outerjoin(FollowUp, (FollowUp.contact_id == Contact.id) & (FollowUp.customer_id == Contact.customer_id))
        .where(Contact.customer_id == customer_id)
        .order_by(Contact.day.desc(), Contact.id.desc())
        .limit(limit)
    )
    return [
        TimelineEntry(TimelineKind.CONTACT, c.day, c.at, c.text, planned or "", None, staff or "", c.kind, c.id, kind, attempt=c.attempt)
        for c, staff, planned, kind in session.execute(query)
    ]


def _follow_ups(session: Session, customer_id: int, limit: int) -> list[TimelineEntry]:
    """Done ones that left no note of their own; not those the program closed by itself."""
    noted = select(Contact.id).where(Contact.customer_id == customer_id, Contact.id == FollowUp.contact_id).exists()
    by_people = or_(FollowUp.outcome.is_(None), FollowUp.outcome.not_in(PROGRAM_CLOSED))
    query = (
        select(FollowUp, Staff.name)
        .outerjoin(Staff, Staff.id == FollowUp.staff_id)
        .where(FollowUp.customer_id == customer_id, FollowUp.done_on.is_not(None), by_people, ~noted)
        .order_by(FollowUp.done_on.desc(), FollowUp.id.desc())
        .limit(limit)
    )
    return [
        TimelineEntry(
            TimelineKind.FOLLOW_UP,
            row.done_on,
            row.done_at or row.created_at,
            row.note,
            "",
            None,
            staff or "",
            None,
            row.id,
            row.kind,
            is_skipped=row.outcome is Outcome.NOT_NEEDED,
        )
        for row, staff in session.execute(query)
        if row.done_on is not None
    ]


def _prints(session: Session, customer_id: int, limit: int) -> list[TimelineEntry]:
    return [
        TimelineEntry(TimelineKind.PRINT, sent.day, at, sent.title, source_id=sent.run_id, sent=sent)
        for sent, at in _pieces(session, customer_id, limit)
    ]


def _pieces(session: Session, customer_id: int, limit: int) -> list[tuple[SentRow, datetime]]:
    """Newest first. A code that was brought counts for every print of its piece."""
    query = (
        select(PrintRun, PrintPiece, CodeUse.day, Customer.name)
        .join(PrintPiece, PrintPiece.run_id == PrintRun.id)
        .outerjoin(CodeUse, CodeUse.code == PrintPiece.code)
        .outerjoin(Customer, Customer.id == CodeUse.customer_id)
        .where(is_piece_for(customer_id), PrintPiece.sent_on.is_not(None))
        .order_by(PrintPiece.sent_on.desc(), PrintRun.id.desc())
        .options(defer(PrintRun.recipe))
        .limit(limit)
    )
    rows = session.execute(query).all()
    facts = facts_of_runs(session, (run.id for run, *_ in rows))
    pieces = []
    for run, piece, used_on, name in rows:
        offer = facts[run.id].offer
        use = _use(used_on, name)
        is_shared = piece.customer_id != customer_id
        day, code = piece.sent_on or run.day, piece.code or ""
        sent = SentRow(run.id, day, run.title, code, offer.words, use, piece.returned_on, is_shared, run.kind)
        pieces.append((sent, run.at))
    return pieces


def _use(day: date | None, name: str | None) -> FirstUse | None:
    return None if day is None else FirstUse(day, name or "")


def _changes(session: Session, customer_id: int, limit: int, zone: ZoneInfo) -> list[TimelineEntry]:
    """What was changed in one act is one entry."""
    acts: dict[datetime, list[str]] = {}
    for change in changes_of(session, customer_id, limit=limit):
        acts.setdefault(change.at, []).append(change.field)
    return [
        TimelineEntry(TimelineKind.CHANGE, at.astimezone(zone).date(), at, "\n".join(dict.fromkeys(fields))) for at, fields in acts.items()
    ]


def _tiers(session: Session, customer_id: int, zone: ZoneInfo) -> list[TimelineEntry]:
    return [
        TimelineEntry(TimelineKind.TIER, day, datetime.combine(day, time.min, zone), name, source_id=number)
        for number, day, name in tier_changes(session, customer_id)
    ]


def _answers(session: Session, customer_id: int, limit: int, zone: ZoneInfo) -> list[TimelineEntry]:
    return [
        TimelineEntry(
            TimelineKind.ANSWER,
            row.day,
            datetime.combine(row.day, time.min, zone),
            row.content.title,
            staff=row.staff,
            source_id=row.id,
            answer=row,
        )
        for row in answers_of_customer(session, customer_id, states=[ResponseState.SETTLED], limit=limit)
    ]


def changes_of(session: Session, customer_id: int, *, limit: int = 200) -> list[ChangeRow]:
    """What was changed on the record, newest first."""
    query = (
        select(CustomerChange)
        .where(CustomerChange.customer_id == customer_id)
        .order_by(CustomerChange.at.desc(), CustomerChange.id)
        .limit(limit)
    )
    return [ChangeRow(change.at, change.field, change.before, change.after) for change in session.scalars(query)]


def sent_to(session: Session, customer_id: int, *, limit: int = 200) -> list[SentRow]:
    """The pieces recorded as sent, newest first."""
    return [sent for sent, _at in _pieces(session, customer_id, limit)]
