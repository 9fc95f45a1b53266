"""The finished measures side by side, and the days on which measures started."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.analytics.survey_figures import survivors
from app.analytics.uplift import two_sided_p
from app.domain.chart_rows import MeasurePoint
from app.domain.measures import MeasureState
from app.models.measures import Measure
from app.queries.measure_results import past_results

MOST_SHOWN = 12
BETWEEN_NAMES = " / "


def measure_points(session: Session, today: date, most: int | None = MOST_SHOWN) -> tuple[MeasurePoint, ...]:
    """The newest `most` (None: all) whose window is over, the newest first. Which of them stand is told from all that are shown."""
    shown = past_results(session, today)[:most]
    stands = survivors([None if one.effect is None else two_sided_p(one.effect) for one in shown])
    return tuple(
        MeasurePoint(one.measure_id, one.name, one.kind, one.sent_on, one.n_sent, one.n_held, one.roi, one.verdict, is_sure)
        for one, is_sure in zip(shown, stands, strict=True)
    )


def measure_events(session: Session, start: date, end: date) -> Mapping[date, str]:
    """The names of the measures that started within [start, end), by day."""
    query = select(Measure.sent_on, Measure.name).where(
        Measure.state != MeasureState.DRAFT, Measure.sent_on >= start, Measure.sent_on < end
    )
    found: dict[date, str] = {}
    for day, name in session.execute(query.order_by(Measure.sent_on, Measure.id)):
        if day is not None:
            found[day] = f"{found[day]}{BETWEEN_NAMES}{name}" if day in found else name
    return found
