"""Points that are about to lapse: whose, how many, and until which day they still count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.follow_ups import NextFollowUp
from app.domain.periods import month_end

# A card needs some days to be printed, sent and read.
NOTICE = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class LapseRow:
    """`points` of the `balance` count no longer after `last_day`, or after a later day of the list."""

    customer_id: int
    name: str
    is_company: bool
    points: int
    last_day: date
    balance: int
    next_follow_up: NextFollowUp | None = None


@dataclass(frozen=True, slots=True)
class LapseList:
    """Everybody with points whose last valid day is from today up to `until`, that day included; most points first.

    Those out of reach are counted apart: `gone` (archived, dead, or left) and `quiet` (want no contact). `rows` may be the first of the
    others only, `customer_ids` are all. `until` None: no points lapse at all.
    """

    until: date | None = None
    rows: tuple[LapseRow, ...] = ()
    customer_ids: tuple[int, ...] = ()
    points: int = 0
    gone: int = 0
    quiet: int = 0

    @property
    def people(self) -> int:
        return len(self.customer_ids)

    @property
    def left_out(self) -> int:
        return self.gone + self.quiet


def notice_until(today: date, next_last_day: date) -> date:
    """Up to which last valid day people are told: to the end of the month of the next, or of the one a week ahead."""
    return month_end(max(next_last_day, today + NOTICE))
