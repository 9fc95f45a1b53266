"""What belongs to every import: the fingerprint of the file, who is there already, and undoing a whole import."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Table, and_, delete, func, or_, select, update
from sqlalchemy.orm import Session

from app.domain.customer_rules import index_keys
from app.domain.entities import Entity
from app.domain.imports import UNDO_DAYS, ImportGone, ImportKind, ImportTooOld, ImportUndone, UndoneImport
from app.domain.progress import NO_PROGRESS, Progress
from app.exchange.duplicates import Person
from app.models.care_rows import is_made_alone
from app.models.changes import mark_changed
from app.models.companies import CompanyRecord, ContactPerson
from app.models.contracts import Contract, Need
from app.models.counter import CodeUse, FollowUp, Referral
from app.models.customer import Contact, Customer, fields_of_record
from app.models.inquiries import Inquiry
from app.models.measures import MeasurePerson
from app.models.points import PointAct
from app.models.product import Product
from app.models.proposals import Proposal
from app.models.purchase import Purchase
from app.models.records import Action, ImportBatch, ImportChange, PrintPiece, PrintPieceJoint
from app.models.surveys import SurveyResponse, SurveySheet
from app.services import summaries
from app.services.import_answers import take_answers_out
from app.services.import_contracts import take_contracts_out
from app.services.import_customers import numbers_of
from app.services.import_products import take_products_out
from app.services.import_rows import customer_values, decoded
from app.services.ledger import follow_purchases
from app.services.openings import remove_openings

_BLOCK = 1 << 20
_STEPS = 4
_PART = 500
_TABLES: dict[str, Any] = {model.__tablename__: model.__table__ for model in (Customer, Purchase, Product, SurveyResponse, Contract)}


def fingerprint_of(path: Path) -> str:
    """SHA-256 of the file's bytes, by which the same file is known again."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def existing_people(session: Session) -> list[Person]:
    """Every customer as the search for doubles wants them."""
    c = Customer
    columns = (c.id, c.name, c.kana, c.phone, c.mobile, c.birthday, c.prefecture, c.city, c.street, c.building, c.code)
    former = [Person(number, "", code=code) for code, number in numbers_of(session).items()]
    return former + [
        Person(i, name, kana, phone, mobile, birthday, f"{prefecture}{city}{street}{building}", code or "")
        for i, name, kana, phone, mobile, birthday, prefecture, city, street, building, code in session.execute(select(*columns))
    ]


def undo_import(session: Session, import_id: int, *, now: datetime, today: date, progress: Progress = NO_PROGRESS) -> UndoneImport:
    """Take everything the import brought out again and put back what it changed.

    A customer on whom something of the shop's own hangs since (a visit, a note, a card, points) stays. ImportGone, ImportUndone,
    ImportTooOld; PointsUsedAlready when points it brought were used since.
    """
    batch = session.get(ImportBatch, import_id)
    if batch is None:
        raise ImportGone
    row = batch.row()
    if row.undone_at is not None:
        raise ImportUndone
    if not row.can_be_undone(now):
        raise ImportTooOld(days=UNDO_DAYS)
    is_of_contracts = row.kind is ImportKind.CONTRACTS
    purchases, moved, visitors = _remove_purchases(session, import_id)
    follow_purchases(session, moved, now=now, today=today, visitors=visitors)
    points = remove_openings(session, import_id, now=now, today=today)
    answers = take_answers_out(session, import_id, now=now, today=today)
    progress.advance(1, _STEPS)
    contracts, contracts_back, contracts_kept = take_contracts_out(session, import_id, now=now) if is_of_contracts else (0, 0, 0)
    restored = 0 if is_of_contracts else _put_back(session, import_id)
    products, products_back, products_kept = take_products_out(session, import_id)
    customers, kept = _remove_customers(session, import_id)
    progress.advance(2, _STEPS)
    batch.undone_at = now
    # Acts that were done on rows now gone cannot be undone one by one any more.
    _forget_acts(session, import_id)
    mark_changed(session, Entity.CUSTOMER, Entity.PURCHASE, Entity.IMPORT)
    session.flush()
    session.expire_all()
    if purchases:
        summaries.settle_all(session, today, progress)
    progress.advance(_STEPS, _STEPS)
    restored, kept = restored + products_back + contracts_back, kept + products_kept + contracts_kept
    return UndoneImport(customers, purchases, restored, kept, points, products, answers, contracts)


def _remove_purchases(session: Session, import_id: int) -> tuple[int, set[int], set[int | None]]:
    """Delete the import's receipts; one that the shop itself refunded afterwards stays, with its refund. How many went, and whose
    points are to be looked at again: theirs, and those of what they took back; and whose visits they were."""
    table = cast("Table", Purchase.__table__)
    refund = table.alias("refund")
    own_refund = select(refund.c.refund_of_id).where(
        refund.c.refund_of_id.is_not(None), or_(refund.c.import_id.is_(None), refund.c.import_id != import_id)
    )
    ours = and_(table.c.import_id == import_id, table.c.id.not_in(own_refund))
    touched = session.execute(select(table.c.id, table.c.refund_of_id, table.c.customer_id).where(ours)).all()
    session.execute(delete(table).where(ours, table.c.refund_of_id.is_not(None)))
    session.execute(delete(table).where(ours))
    session.execute(update(table).where(table.c.import_id == import_id).values(import_id=None))
    moved = {number for row in touched for number in row[:2] if number is not None}
    return len(touched), moved, {row.customer_id for row in touched}


def _put_back(session: Session, import_id: int) -> int:
    """Columns that still say what the import wrote get their old value back; what was changed since stays."""
    changes = session.scalars(select(ImportChange).where(ImportChange.import_id == import_id).order_by(ImportChange.id.desc())).all()
    for change in changes:
        customer = session.get(Customer, change.customer_id)
        if customer is None:
            continue
        stored = customer_values(session, customer)
        for name, before in change.before.items():
            if stored[name] == change.after[name] and _is_free(session, customer.id, name, before):
                setattr(customer, name, decoded(session, name, before))
        # Made of columns some of which may have stayed.
        customer.search_key, customer.sort_key = index_keys(fields_of_record(customer, "", ""))
        session.flush()
    return len({change.customer_id for change in changes})


def _is_free(session: Session, customer_id: int, name: str, value: Any) -> bool:
    """Whether a value may come back: a number nobody else has by now, somebody who is still there."""
    if value is None:
        return True
    if name == "code":
        return session.scalar(select(Customer.id).where(Customer.code == value, Customer.id != customer_id)) is None
    if name == "referred_by_id":
        return session.scalar(select(Customer.id).where(Customer.id == value)) is not None
    return True


def _remove_customers(session: Session, import_id: int) -> tuple[int, int]:
    c = cast("Table", Customer.__table__)
    mine = c.c.import_id == import_id
    used = or_(
        c.c.id.in_(select(Purchase.customer_id).where(Purchase.customer_id.is_not(None))),
        c.c.id.in_(select(Contact.customer_id)),
        c.c.id.in_(select(PrintPiece.customer_id)),
        c.c.id.in_(select(PrintPieceJoint.customer_id)),
        c.c.id.in_(select(FollowUp.customer_id).where(~is_made_alone())),
        c.c.id.in_(select(PointAct.customer_id)),
        c.c.id.in_(select(SurveyResponse.customer_id).where(SurveyResponse.customer_id.is_not(None))),
        c.c.id.in_(select(SurveySheet.customer_id).where(SurveySheet.customer_id.is_not(None))),
        c.c.id.in_(select(MeasurePerson.customer_id).where(MeasurePerson.customer_id.is_not(None))),
        c.c.id.in_(select(CodeUse.customer_id)),
        c.c.id.in_(select(Referral.referrer_id)),
        c.c.id.in_(select(Referral.referred_id)),
        *(c.c.id.in_(select(kept.customer_id)) for kept in (Contract, Need, ContactPerson, CompanyRecord, Proposal)),
        c.c.id.in_(select(Inquiry.customer_id).where(Inquiry.customer_id.is_not(None))),
    )
    kept = session.scalar(select(func.count()).select_from(c).where(mine, used)) or 0
    gone = select(c.c.id).where(mine, ~used)
    count = session.scalar(select(func.count()).select_from(gone.subquery())) or 0
    session.execute(update(c).where(c.c.referred_by_id.in_(gone)).values(referred_by_id=None))
    # The ledger took back whatever it said of them: what is left adds up to nothing.
    session.execute(delete(c).where(mine, ~used))
    session.execute(update(c).where(mine).values(import_id=None))
    return count, kept


def _forget_acts(session: Session, import_id: int) -> None:
    """Acts whose rows are gone leave the list of recent actions."""
    for part in _parts(session):
        for action in part:
            if any(_is_gone(session, image) for image in action.images):
                session.delete(action)


def _parts(session: Session) -> Iterator[list[Action]]:
    actions = list(session.scalars(select(Action)))
    for start in range(0, len(actions), _PART):
        yield actions[start : start + _PART]


def _is_gone(session: Session, image: dict[str, Any]) -> bool:
    table = _TABLES.get(image["table"])
    if table is None or image["op"] == "delete":
        return False
    return session.scalar(select(table.c.id).where(table.c.id == image["key"]["id"])) is None
