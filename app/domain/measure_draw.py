"""Who is held back: drawn by chance within strata, so that both groups are alike in how lately and how often they came.

The draw depends on the frozen list and the stored seed alone, so it can be made again by anybody who doubts it.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LARGE_FROM = 1_000
LARGE_SHARE = 0.2
"""From LARGE_FROM people on a fifth is held back, below it half."""
LEAST_IN_STRATUM = 4


@dataclass(frozen=True, slots=True)
class Person:
    """`recency`, `frequency`: scores 1 to 5; 0 for somebody who never bought."""

    customer_id: int
    recency: int = 0
    frequency: int = 0


@dataclass(frozen=True, slots=True)
class Draw:
    """In the order of the list: who gets it and who is held back; `strata`: by customer, the stratum drawn in."""

    sent: tuple[int, ...]
    held: tuple[int, ...]
    strata: dict[int, int]


def usual_share(people: int) -> float:
    """What part of so many people is held back unless the owner chooses another."""
    return LARGE_SHARE if people >= LARGE_FROM else 0.5


def draw(people: Sequence[Person], held_back: int, seed: int) -> Draw:
    """`held_back` of the people, each stratum in proportion. ValueError for a number that cannot be, or somebody who stands there twice.

    What does not come out even is rounded by chance (systematic sampling of the remainders), so that everybody has the same chance to be
    held back, in a small stratum too: else the plain difference of the groups would not be the effect.
    """
    if not 0 <= held_back <= len(people) or len({one.customer_id for one in people}) != len(people):
        raise ValueError(held_back)
    dice = random.Random(seed)
    strata = merged_strata(people)
    dice.shuffle(strata)
    total = len(people)
    reached = dice.randrange(total) if total else 0
    held: set[int] = set()
    found: dict[int, int] = {}
    for number, members in enumerate(strata):
        before, reached = reached, reached + held_back * len(members)
        # In whole numbers: the counts sum up to exactly those wanted.
        count = reached // total - before // total
        found |= {one.customer_id: number for one in members}
        # Sorted, so that the order in which the list was made decides nothing.
        held.update(dice.sample(sorted(one.customer_id for one in members), count))
    ids = [one.customer_id for one in people]
    return Draw(tuple(one for one in ids if one not in held), tuple(one for one in ids if one in held), found)


def merged_strata(people: Iterable[Person]) -> list[list[Person]]:
    """One for each pair of scores; those with fewer than LEAST_IN_STRATUM people are put together with the next."""
    cells: dict[tuple[int, int], list[Person]] = {}
    for one in people:
        cells.setdefault((one.recency, one.frequency), []).append(one)
    strata: list[list[Person]] = []
    for key in sorted(cells):
        if strata and len(strata[-1]) < LEAST_IN_STRATUM:
            strata[-1] += cells[key]
        else:
            strata.append(list(cells[key]))
    if len(strata) > 1 and len(strata[-1]) < LEAST_IN_STRATUM:
        last = strata.pop()
        strata[-1] += last
    return strata
