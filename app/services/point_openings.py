"""Points that customers bring along from another programme: each becomes an opening entry of the ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.imports import ImportKind, ImportSource
from app.domain.progress import NO_PROGRESS, Progress
from app.exchange.point_openings import OpeningDraft, OpeningReading
from app.exchange.problems import RowError, RowReason
from app.models.customer import Customer
from app.services.import_customers import ImportOutcome, close_batch, new_batch, numbers_of
from app.services.named_people import NamedPeople
from app.services.openings import Opening, open_points, opened_before

PROGRESS_STEP = 1000


def store_openings(
    session: Session, reading: OpeningReading, *, source: ImportSource, now: datetime, today: date, progress: Progress = NO_PROGRESS
) -> ImportOutcome:
    """Write the points in this transaction. Refused are customers nobody knows, and those whose points came along before, so that
    the same list counts once; a row of no points is accepted and writes nothing."""
    total = 2 * len(reading.drafts)
    known, refused = _sorted_out(session, reading.drafts, progress, total)
    outcome = ImportOutcome(refused=[*reading.refused, *refused], warnings=list(reading.warnings), accepted=len(known))
    batch = new_batch(session, ImportKind.POINTS, source, now)
    openings = [Opening(customer, draft.points, draft.expires) for draft, customer in known if draft.points]
    open_points(session, openings, import_id=batch.id, now=now, today=today)
    outcome.refused.sort(key=lambda error: error.row)
    close_batch(session, batch, outcome)
    progress.advance(total, total)
    return outcome


def check_openings(session: Session, reading: OpeningReading) -> OpeningReading:
    """The list as it would come in: rows of customers nobody knows, and of points that are there already, are among the refused."""
    known, refused = _sorted_out(session, reading.drafts, NO_PROGRESS, 0)
    every = sorted([*reading.refused, *refused], key=lambda error: error.row)
    return OpeningReading([draft for draft, _customer in known], every, reading.warnings, reading.rows_read)


def _sorted_out(
    session: Session, drafts: Sequence[OpeningDraft], progress: Progress, total: int
) -> tuple[list[tuple[OpeningDraft, int]], list[RowError]]:
    """What can come in, each with its customer, and what cannot."""
    numbers, people = _numbers(session), NamedPeople(session, create=False)
    before = opened_before(session)
    known: list[tuple[OpeningDraft, int]] = []
    refused: list[RowError] = []
    rows: dict[tuple[int, date | None], int] = {}
    for done, draft in enumerate(drafts):
        if done % PROGRESS_STEP == 0:
            progress.advance(done, total)
        customer, reason = numbers.get(draft.customer.code), RowReason.POINTS_THERE
        if customer is None:
            customer, why_not = people.find(draft.customer)
            reason = why_not if customer is None else reason
        if customer is None or customer in before:
            refused.append(_refused(draft, reason))
        elif (customer, draft.expires) in rows:
            # The list calls the same customer by a number here and by a name there.
            refused.append(_refused(draft, RowReason.POINTS_TWICE, str(rows[customer, draft.expires])))
        else:
            rows[customer, draft.expires] = draft.row
            known.append((draft, customer))
    return known, refused


def _numbers(session: Session) -> Mapping[str, int]:
    """Every customer by number, also by a former one; "#12" is the customer of id 12 that has none."""
    known = session.execute(select(Customer.code, Customer.id)).all()
    return numbers_of(session) | {code or f"#{number}": number for code, number in known}


def _refused(draft: OpeningDraft, reason: RowReason, other: str = "") -> RowError:
    field = "customer_code" if draft.customer.code else "customer_name" if draft.customer.name else "phone"
    return RowError(draft.row, reason, field, draft.customer.said, draft.customer.said, other)
