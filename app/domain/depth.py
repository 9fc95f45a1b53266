"""How deep the bond with customers goes: rows of what is shown of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.figures import Buyers, Visitors

DEPTH_DAYS = 365


@dataclass(frozen=True, slots=True)
class DepthSpecs:
    """Who is behind each figure."""

    average: Visitors
    depth: Visitors
    profit: Buyers


@dataclass(frozen=True, slots=True)
class DepthTiles:
    """`average` purchase amount of the last finished month and its change from the month before. Per customer of the last 365 days: net
    sales, visits, product groups of all time. `read`: the share of the history that was read for `groups` (1 when done)."""

    average: int | None
    average_change: int | None
    customers: int
    amount: int | None
    visits: Decimal | None
    groups: Decimal | None
    read: float
    specs: DepthSpecs


@dataclass(frozen=True, slots=True)
class AverageMonth:
    """A month's average purchase amount: the sum of its receipts with something left by their number."""

    month: date
    average: int | None
    receipts: int
    amount: int
    is_complete: bool
    people: Visitors


@dataclass(frozen=True, slots=True)
class CustomerDepth:
    """Of one customer: gross margin so far (minor units) and the product groups bought from, most money first."""

    profit: int
    groups: tuple[str, ...]
