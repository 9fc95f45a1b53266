"""What the Today page is given, in one answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.figures import ReachOutPerson, TodayFigures
from app.domain.follow_ups import FollowUpsOfDay


@dataclass(frozen=True, slots=True)
class RecentVisit:
    """One customer on one day: `products` are the first names of what was bought, `amount` the day's sum in minor units."""

    customer_id: int
    name: str
    is_company: bool
    day: date
    products: tuple[str, ...]
    amount: int


@dataclass(frozen=True, slots=True)
class TodayView:
    """`people` are the first of `figures.reach_out`; `visits` the newest days of the last week; `thanks` everybody of that week who may
    be written to. `customers` counts the records that are not archived."""

    shop_name: str
    currency: str
    window: int
    customers: int
    figures: TodayFigures
    people: tuple[ReachOutPerson, ...]
    companies: frozenset[int]
    visits: tuple[RecentVisit, ...]
    thanks: tuple[int, ...]
    follow_ups: FollowUpsOfDay
