"""What is spent on winning new customers beside what is spent on keeping those there are, and what came of either."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.figure_settings import DEFAULT_NEW_SHARE, FigureSettings
from app.domain.shop import Trade

MONTHS = 12
WARNED_MONTHS = 3

PLANNED_NEW_SHARE: Mapping[Trade, float] = {
    Trade.SALON: 0.4,
    Trade.CAFE: 0.4,
    Trade.BAKERY: 0.4,
    Trade.CLINIC: 0.3,
    Trade.GARAGE: 0.3,
    Trade.RETAIL: 0.4,
    Trade.B2B: 0.3,
    Trade.OTHER: DEFAULT_NEW_SHARE,
}
"""Planned part for new customers until the owner chooses another. No statistics stand behind it: 40 to 60 is the usual advice to a shop
whose customers come from the neighbourhood and change with it. Where people come by appointment or contract for years (clinic, garage,
business customers), one who leaves is dear to replace, so more goes to those there are."""


def planned_new_share(settings: FigureSettings, trade: Trade) -> float:
    """As chosen, else as usual for the trade."""
    return PLANNED_NEW_SHARE.get(trade, DEFAULT_NEW_SHARE) if settings.new_share is None else settings.new_share


class Side(StrEnum):
    NEW = "new"
    EXISTING = "existing"


@dataclass(frozen=True, slots=True)
class SideSpending:
    """`spent` on `people` reached by `measures`; `customers`: all those won, or those who came before and came again. `came` of the people
    reached (of those they brought, where friends were to be brought) were here since, and brought `margin` from then on, minor units."""

    side: Side
    spent: int
    measures: int
    people: int
    customers: int
    came: int
    margin: int
    customer_ids: tuple[int, ...] = ()

    @property
    def each(self) -> float | None:
        """Spent for each customer won or kept; None where nothing was spent or nobody came."""
        return self.spent / self.customers if self.customers and self.spent else None

    @property
    def roi(self) -> float | None:
        """(margin - spent) / spent: attributed, for it says nothing of what would have come anyway."""
        return (self.margin - self.spent) / self.spent if self.spent else None


@dataclass(frozen=True, slots=True)
class Measured:
    """The measures of the time that held somebody back and are over: `effect` of them all, minor units, at `cost`."""

    measures: int
    effect: int
    cost: int

    @property
    def roi(self) -> float | None:
        return (self.effect - self.cost) / self.cost if self.cost else None


@dataclass(frozen=True, slots=True)
class FlowOfPeople:
    """Of the last finished months: won, and lost (who came and no longer does)."""

    months: int
    new: int
    lost: int

    @property
    def is_shrinking(self) -> bool:
        return self.new < self.lost


@dataclass(frozen=True, slots=True)
class SpendingView:
    """Of [start, end). `planned`: part for new customers; `flow` None before there are WARNED_MONTHS finished months."""

    start: date
    end: date
    new: SideSpending
    existing: SideSpending
    measured: Measured | None
    planned: float
    is_planned_by_trade: bool
    flow: FlowOfPeople | None
    currency: str

    @property
    def real(self) -> float | None:
        """Real part for new customers; None where nothing was spent."""
        total = self.new.spent + self.existing.spent
        return self.new.spent / total if total else None


def split_cost(total: int, new_people: int, people: int) -> tuple[int, int]:
    """A measure's cost by whom it was sent to: (for new customers, for existing ones); with nobody known it is for existing ones."""
    if not people:
        return 0, total
    new = (2 * total * new_people + people) // (2 * people)
    return new, total - new


@dataclass(frozen=True, slots=True)
class ReferrerRow:
    """Who brought `brought` (customer ids), what they have brought since, minor units, and on how many of them the thanks were given."""

    customer_id: int
    name: str
    is_company: bool
    brought: tuple[int, ...]
    buyers: int
    margin: int
    thanked: int
    last_day: date | None

    @property
    def unthanked(self) -> int:
        return len(self.brought) - self.thanked


@dataclass(frozen=True, slots=True)
class ReferralResults:
    """`rows`: who brought most margin first. `thanked_ids`, `unthanked_ids`: referrers whom nothing is owed, and the others."""

    rows: tuple[ReferrerRow, ...]
    currency: str
    unthanked_ids: tuple[int, ...] = ()

    @property
    def brought(self) -> int:
        return sum(len(row.brought) for row in self.rows)

    @property
    def margin(self) -> int:
        return sum(row.margin for row in self.rows)


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event: those invited, those who came (guests among them), who of these came to the shop after it, for whom something was planned
    after it and done, and who answered a survey after it. Customer ids."""

    measure_id: int
    name: str
    day: date | None
    place: str
    invited: tuple[int, ...]
    came: tuple[int, ...]
    guests: int
    again: tuple[int, ...]
    planned: tuple[int, ...]
    cared: tuple[int, ...]
    answered: tuple[int, ...]
    without_care: tuple[int, ...] = field(default=())
