"""Everything the first page shows, asked for at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.domain.figures import ReachOutPerson, TodayFigures

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.jobs.job import JobControl
    from app.queries.recent import RecentVisit

MOST_PEOPLE = 200


@dataclass(frozen=True, slots=True)
class TodayPicture:
    shop: str
    window: int
    currency: str
    customers: int
    figures: TodayFigures
    people: list[ReachOutPerson]
    recent: list[RecentVisit]


def picture_of(today: date, session: Session, _control: JobControl) -> TodayPicture:
    from app.queries.customers import customer_total
    from app.queries.recent import recent_visits
    from app.queries.shop import shop_fields
    from app.queries.today import reach_out_people, today_figures

    shop = shop_fields(session)
    return TodayPicture(
        shop.name,
        shop.window_days,
        shop.currency,
        customer_total(session),
        today_figures(session, today),
        reach_out_people(session, today, MOST_PEOPLE),
        recent_visits(session),
    )
