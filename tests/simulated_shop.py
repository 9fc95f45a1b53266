"""A shop whose customers are drawn by chance from a seed: when each comes first, how often, and when he stays away for good."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

FIRST_GAP, LAST_GAP = 12, 150
STAYS_AWAY = 0.06
"""After each visit so many never come again."""
HAS_BIRTHDAY = 0.7


@dataclass(slots=True)
class SimulatedPerson:
    """`gap`: the usual days between two visits; `visits` in order; `stays_away`: the last of them was the last of all."""

    number: int
    gap: float
    visits: list[date]
    stays_away: bool
    birthday: date | None


@dataclass(slots=True)
class SimulatedShop:
    """`people` who come between `start` (excluded history may be before) and `end` (excluded). Each comes about every `gap` days, which
    varies from person to person (lognormal, 12 to 150 days) and from visit to visit (gamma, a third of the gap)."""

    start: date
    end: date
    people: list[SimulatedPerson] = field(default_factory=list)

    def visits_on(self, day: date) -> list[SimulatedPerson]:
        return self._by_day().get(day, [])

    def _by_day(self) -> dict[date, list[SimulatedPerson]]:
        if not self._days:
            for person in self.people:
                for day in person.visits:
                    self._days.setdefault(day, []).append(person)
        return self._days

    _days: dict[date, list[SimulatedPerson]] = field(default_factory=dict)


def simulated_shop(count: int, start: date, end: date, *, seed: int, new_share: float = 0.3, history_days: int = 365) -> SimulatedShop:
    """`new_share` of the people come for the first time between `start` and `end`, the others up to `history_days` before."""
    dice = np.random.default_rng(seed)
    length = (end - start).days
    gaps = np.clip(dice.lognormal(np.log(38), 0.55, count), FIRST_GAP, LAST_GAP)
    is_new = dice.random(count) < new_share
    first = np.where(is_new, dice.integers(0, length, count), -dice.integers(1, history_days + 1, count))
    shop = SimulatedShop(start, end)
    for number in range(count):
        day, visits, stays_away = float(first[number]), [], False
        while day < length:
            visits.append(start + timedelta(days=int(day)))
            if dice.random() < STAYS_AWAY:
                stays_away = True
                break
            day += max(1.0, dice.gamma(9.0, gaps[number] / 9.0))
        birthday = date(1960, 1, 1) + timedelta(days=int(dice.integers(0, 16_000))) if dice.random() < HAS_BIRTHDAY else None
        distinct = sorted(set(visits))
        shop.people.append(SimulatedPerson(number, float(gaps[number]), distinct, stays_away, birthday))
    return shop
