"""What the page of the report shows, asked for off the GUI thread: the report itself, and its pages as pictures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from app.domain.month_report import MonthNotThere
from app.domain.periods import add_months

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.printing.preview import Picture
    from app.reports.month_report import ReportDocument


@dataclass(frozen=True, slots=True)
class ReportSeen:
    """`document` None: the shop has no visits yet. `other`: the month before, where it is wanted and is there. `made_at`: when it was
    kept. Months from `first` to `last` have a report."""

    month: date
    document: ReportDocument | None
    other: ReportDocument | None
    made_at: datetime | None
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class PagesSeen:
    """Pictures of the pages of a report, and of the one beside it."""

    document: bytes
    pages: tuple[Picture, ...]
    others: tuple[Picture, ...]
    width: int


def report_seen(session: Session, month: date | None, today: date, language: str, *, with_before: bool) -> ReportSeen:
    """`month` None: the last finished one, else the one that runs."""
    from app.queries.month_report import first_month, made_at, usual_month
    from app.reports.month_report import month_document

    first = first_month(session)
    last = today.replace(day=1)
    if first is None or first > last:
        return ReportSeen(month or last, None, None, None, last, last)
    chosen = min(max(month or usual_month(session, today), first), last)
    document = month_document(session, chosen, today, language)
    other = None
    if with_before:
        try:
            other = month_document(session, add_months(chosen, -1), today, language)
        except MonthNotThere:
            other = None
    return ReportSeen(chosen, document, other, made_at(session, chosen), first, last)


def pages_seen(document: bytes, other: bytes | None, width: int) -> PagesSeen:
    """Drawn `width` pixels wide."""
    from app.printing.preview import pictures

    return PagesSeen(document, tuple(pictures(document, width)), tuple(pictures(other, width)) if other else (), width)
