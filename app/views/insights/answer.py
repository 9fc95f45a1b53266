"""What the Insights page is given, in one answer, and the periods one can choose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.depth import AverageMonth, DepthTiles
from app.domain.figures import CohortMatrix, Coverage, CustomerMapView, InsightTiles, TrendSeries

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

COHORT_COLUMNS = 12


class Span(StrEnum):
    """How far back the page looks."""

    THREE_MONTHS = "3"
    YEAR = "13"
    ALL = "all"


# The month that runs has no finished column, so one more row is asked for than is shown.
_MONTHS = {Span.THREE_MONTHS: 3, Span.YEAR: 13, Span.ALL: None}
# With the month that runs, up to the month a year before the last finished one. Three bars would show no course.
_AVERAGES = {Span.THREE_MONTHS: 14, Span.YEAR: 14, Span.ALL: 37}
_COHORTS = {Span.THREE_MONTHS: 4, Span.YEAR: 13, Span.ALL: 37}


@dataclass(frozen=True, slots=True)
class InsightsAnswer:
    tiles: InsightTiles
    depth: DepthTiles
    averages: tuple[AverageMonth, ...]
    trend: TrendSeries
    cohorts: CohortMatrix
    customer_map: CustomerMapView
    coverage: Coverage
    currency: str
    today: date

    @property
    def is_empty(self) -> bool:
        """Whether nobody has bought yet."""
        return not any(sum(row) for row in self.customer_map.counts)


def insights_answer(session: Session, today: date, span: Span) -> InsightsAnswer:
    from app.queries.depth import average_months, depth_tiles
    from app.queries.insights import cohort_matrix, coverage, customer_map, insight_tiles
    from app.queries.return_rate import return_trend
    from app.queries.shop import shop_fields

    # First: it reads on in a long history, and says when what follows does not know all of it.
    depth = depth_tiles(session, today)
    return InsightsAnswer(
        tiles=insight_tiles(session, today),
        depth=depth,
        averages=average_months(session, today, _AVERAGES[span]),
        trend=return_trend(session, today, _MONTHS[span]),
        cohorts=cohort_matrix(session, today, _COHORTS[span], COHORT_COLUMNS),
        customer_map=customer_map(session, today),
        coverage=coverage(session),
        currency=shop_fields(session).currency,
        today=today,
    )
