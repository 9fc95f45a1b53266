"""Points that customers bring along from another programme: each becomes an opening entry of the ledger."""

from __future__ import annotations

from collections.abc import Mapping
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
    outcome = ImportOutcome(refused=list(reading.refused), warnings=list(reading.warnings))
    batch = new_batch(session, ImportKind.POINTS, source, now)
    numbers, people = _numbers(session), NamedPeople(session, create=False)
    before = opened_before(session)
    openings: dict[tuple[int, date | None], Opening] = {}
    rows: dict[tuple[int, date | None], int] = {}
    for done, draft in enumerate(reading.drafts):
        if done % PROGRESS_STEP == 0:
            progress.advance(done, 2 * len(reading.drafts))
        customer, reason = numbers.get(draft.customer.code), RowReason.POINTS_THERE
        if customer is None:
            customer, why_not = people.find(draft.customer)
            reason = why_not if customer is None else reason
        if customer is None or customer in before:
            outcome.refused.append(_refused(draft, reason))
            continue
        if (customer, draft.expires) in rows:
            # The list calls the same customer by a number here and by a name there.
            outcome.refused.append(_refused(draft, RowReason.POINTS_TWICE, str(rows[customer, draft.expires])))
            continue
        outcome.accepted += 1
        rows[customer, draft.expires] = draft.row
        if draft.points:
            openings[customer, draft.expires] = Opening(customer, draft.points, draft.expires)
    open_points(session, list(openings.values()), import_id=batch.id, now=now, today=today)
    outcome.refused.sort(key=lambda error: error.row)
    close_batch(session, batch, outcome)
    progress.advance(2 * len(reading.drafts), 2 * len(reading.drafts))
    return outcome


def _numbers(session: Session) -> Mapping[str, int]:
    """Every customer by number, also by a former one; "#12" is the customer of id 12 that has none."""
    known = session.execute(select(Customer.code, Customer.id)).all()
    return numbers_of(session) | {code or f"#{number}": number for code, number in known}


def _refused(draft: OpeningDraft, reason: RowReason, other: str = "") -> RowError:
    field = "customer_code" if draft.customer.code else "customer_name" if draft.customer.name else "phone"
    return RowError(draft.row, reason, field, draft.customer.said, draft.customer.said, other)
