"""What the Today page is given, in one answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.care_view import WithoutNextDate
from app.domain.day_plan import DayPlan, QueuedPrint
from app.domain.figures import ReachOutPerson, TodayFigures
from app.domain.inquiry_rows import InquiryRow
from app.domain.measure_view import MeasureResult


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
    be written to. `customers` counts the records that are not archived. `talks`: when and what was said last, by customer; `queue`: cards
    and letters due, `voices` promises whose time has passed."""

    shop_name: str
    currency: str
    window: int
    customers: int
    figures: TodayFigures
    people: tuple[ReachOutPerson, ...]
    companies: frozenset[int]
    visits: tuple[RecentVisit, ...]
    thanks: tuple[int, ...]
    plan: DayPlan
    talks: Mapping[int, tuple[date, str]]
    queue: tuple[QueuedPrint, ...]
    voices: tuple[InquiryRow, ...]

    @property
    def has_tasks(self) -> bool:
        """Whether there is anything of follow-ups to show."""
        plan = self.plan
        return bool(plan.tasks or plan.done or plan.week or plan.more or self.voices)


@dataclass(frozen=True, slots=True)
class TodayBeside:
    """What comes after the page stands: who has no next date, and the result of a campaign that was known lately."""

    without: WithoutNextDate
    verdict: MeasureResult | None
