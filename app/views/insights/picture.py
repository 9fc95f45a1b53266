"""Everything the Insights page shows but the drawing of the line, asked for at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.domain.figures import CohortMatrix, Coverage, CustomerMapView, InsightTiles, TrendSeries

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.jobs.job import JobControl

LEAST_WEEKS = 13


@dataclass(frozen=True, slots=True)
class InsightsPicture:
    currency: str
    window: int
    tiles: InsightTiles
    trend: TrendSeries
    cohorts: CohortMatrix
    customer_map: CustomerMapView
    coverage: Coverage


def picture_of(today: date, months: int | None, session: Session, _control: JobControl) -> InsightsPicture:
    from app.queries import insights
    from app.queries.return_rate import return_trend
    from app.queries.shop import shop_fields

    shop = shop_fields(session)
    return InsightsPicture(
        shop.currency,
        shop.window_days,
        insights.insight_tiles(session, today),
        return_trend(session, today, months),
        insights.cohort_matrix(session, today),
        insights.customer_map(session, today),
        insights.coverage(session),
    )
