"""Opening entries of the ledger: points that customers have before the program begins to count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.domain.points import PointActKind
from app.models.base import day_number
from app.models.bulk import insert_rows, next_id
from app.models.points import PointAct
from app.services.ledger import follow_acts

_COLUMNS = ("id", "customer_id", "kind", "day", "at", "points", "expires", "reason", "import_id")


@dataclass(frozen=True, slots=True)
class Opening:
    """`expires`: the last day on which the points count; None: they stay."""

    customer_id: int
    points: int
    expires: date | None = None


def open_points(session: Session, openings: Iterable[Opening], *, import_id: int | None, now: datetime, today: date) -> None:
    """Write the openings, which belong to an import and go with it, and let the ledger follow."""
    first = next_id(session, PointAct.__table__)  # type: ignore[arg-type]
    day, at = day_number(today), int(now.timestamp() * 1000)
    rows = [
        (
            first + place, one.customer_id, PointActKind.OPENING.value, day, at, one.points,
            None if one.expires is None else day_number(one.expires), "", import_id,
        )
        for place, one in enumerate(openings)
    ]  # fmt: skip
    insert_rows(session, PointAct.__table__, _COLUMNS, rows)  # type: ignore[arg-type]
    follow_acts(session, range(first, first + len(rows)), now=now, today=today)


def remove_openings(session: Session, import_id: int, *, now: datetime, today: date) -> int:
    """Take the points that an import brought off again; how many they were. PointsUsedAlready."""
    ours = PointAct.import_id == import_id
    acts = session.execute(select(PointAct.id, PointAct.points).where(ours)).all()
    session.execute(delete(PointAct).where(ours))
    follow_acts(session, [number for number, _ in acts], now=now, today=today)
    return sum(points for _, points in acts)


def opened_before(session: Session) -> set[int]:
    """The customers whose points were brought along already."""
    return set(session.scalars(select(PointAct.customer_id).where(PointAct.kind == PointActKind.OPENING).distinct()))
