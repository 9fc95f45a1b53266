"""What a better return rate would bring, and what a new customer costs beside one who stays: from the shop's own figures.

Formulas, all of them deliberately plain, with N customers who come now, r of them still coming a year later, and a yearly gross margin of
m each:

- p more in a hundred stay: N x p / 100 more customers, each bringing m in the year that follows.
- A customer stays 1 / (1 - r) years on average when the same share leaves every year, so brings m / (1 - r) in all; with p points more
  m / (1 - r - p / 100). What is added in a hundred is the figure to hold beside the general one.
- The cost of winning one: what was spent on new customers in twelve months / those won in them. Of keeping one: what was spent on those
  there were / those of them who still come.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

USUAL_POINTS = 5
MOST_POINTS = 20
MOST_YEARS = 20.0
"""Nobody's stay is believed to be longer: at a return rate close to one the formula would promise anything."""
GENERAL_RATIO = 5
GENERAL_LOW, GENERAL_HIGH = 0.25, 0.95


@dataclass(frozen=True, slots=True)
class CalculatorFacts:
    """The shop's own: `customers` who come now, on the day `until`; `at_start` who came on the day `since`, a year before, `stayed` of
    them; `margin` in twelve months of all customers known, minor units, by `buyers` of them; what was spent on `won` new customers and on
    `kept` ones, as recorded with the measures. `typed_cost`: what the owner says a new customer costs."""

    customers: int
    at_start: int
    stayed: int
    margin: int
    buyers: int
    spent_new: int
    won: int
    spent_kept: int
    kept: int
    typed_cost: int | None
    currency: str
    has_measures: bool
    since: date
    until: date

    @property
    def return_rate(self) -> float | None:
        """Over a year."""
        return self.stayed / self.at_start if self.at_start else None

    @property
    def margin_each(self) -> float | None:
        """A year's gross margin of one customer, minor units."""
        return self.margin / self.buyers if self.buyers else None

    @property
    def cost_new(self) -> float | None:
        """Of winning one, as recorded; None where nothing is."""
        return self.spent_new / self.won if self.won and self.spent_new else None

    @property
    def cost_kept(self) -> float | None:
        """Of keeping one, as recorded; None where nothing is."""
        return self.spent_kept / self.kept if self.kept and self.spent_kept else None


@dataclass(frozen=True, slots=True)
class WhatIf:
    """With so many points more staying: `more` customers a year, `profit` they bring in the year after, minor units; `years` and
    `years_then` a customer stays; `lifetime`, `lifetime_then` gross margin over that time; `share` it grows by."""

    points: int
    more: float
    profit: int
    years: float
    years_then: float
    lifetime: int
    lifetime_then: int

    @property
    def share(self) -> float:
        return self.years_then / self.years - 1


def what_if(facts: CalculatorFacts, points: int, *, rate: float | None = None, margin_each: float | None = None) -> WhatIf | None:
    """None while the shop's return rate or margin is not known; `rate`, `margin_each` typed instead of the shop's own."""
    own_rate = facts.return_rate if rate is None else rate
    each = facts.margin_each if margin_each is None else margin_each
    if own_rate is None or each is None or not facts.customers:
        return None
    # Who stays cannot be more than all.
    better = min(1.0, own_rate + points / 100)
    more = facts.customers * (better - own_rate)
    years, then = stay_of(own_rate), stay_of(better)
    return WhatIf(points, more, round(more * each), years, then, round(each * years), round(each * then))


def stay_of(rate: float) -> float:
    """Years a customer stays on average when the share `rate` stays every year, at most MOST_YEARS."""
    return MOST_YEARS if rate >= 1 - 1 / MOST_YEARS else 1 / (1 - rate)


def cost_ratio(cost_new: float | None, cost_kept: float | None) -> float | None:
    """How many times as much a new customer costs; None where either is not known."""
    return cost_new / cost_kept if cost_new is not None and cost_kept else None


def roughly(amount: int) -> int:
    """Two digits that count: what is reckoned so plainly is not known to the yen."""
    step = int(10 ** max(0, len(str(abs(amount))) - 2))
    return (2 * abs(amount) + step) // (2 * step) * step * (1 if amount >= 0 else -1)
