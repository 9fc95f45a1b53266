"""How this month goes, and who came back after a long time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from app.analytics.occasions import Occasions
from app.domain.periods import Period, day_number, day_of, month_to_date
from app.domain.summary import LONG_AWAY_DAYS


@dataclass(frozen=True, slots=True)
class MonthVisits:
    """Distinct customers and occasions from the 1st up to and with today, and last month up to and with the same day."""

    visitors: int
    visits: int
    visitors_before: int
    visits_before: int

    @property
    def more(self) -> int:
        return self.visitors - self.visitors_before


@dataclass(frozen=True, slots=True)
class Returned:
    """Somebody who came on `day` after `away_days`; the newest return when there were several."""

    customer: int
    day: date
    away_days: int


def month_visits(occasions: Occasions, today: date) -> MonthVisits:
    this, before = (occasions.within(period.start, period.end) for period in month_to_date(today))
    return MonthVisits(len(this.starts()), len(this), len(before.starts()), len(before))


def returned(occasions: Occasions, period: Period, away_days: int = LONG_AWAY_DAYS) -> list[Returned]:
    """Customers with an occasion in `period` whose occasion before lies at least `away_days` back; newest first."""
    same = occasions.customer[1:] == occasions.customer[:-1]
    gap = occasions.day[1:] - occasions.day[:-1]
    day = occasions.day[1:]
    hit = same & (gap >= away_days) & (day >= day_number(period.start)) & (day < day_number(period.end))
    newest: dict[int, Returned] = {}
    for i in np.flatnonzero(hit).tolist():
        who = int(occasions.customer[i + 1])
        newest[who] = Returned(who, day_of(int(day[i])), int(gap[i]))
    return sorted(newest.values(), key=lambda person: (-day_number(person.day), person.customer))
