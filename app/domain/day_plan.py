"""Which of the follow-ups that are due become the tasks of a day. Worked out from what is stored whenever it is asked, never stored, so
that the same day gives the same list."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import compress
from typing import overload

from app.domain.follow_ups import FollowUpKind, FollowUpRow, FollowUpSource
from app.domain.periods import day_of
from app.domain.segments import Segment

PATIENCE_DAYS = 6
"""Whoever has waited so long goes before the others."""
PROMISED = (FollowUpSource.HAND, FollowUpSource.COUNTER, FollowUpSource.INQUIRY, FollowUpSource.SURVEY)
"""Somebody decided on these, or was promised them: no rest keeps them back."""


class Waits(StrEnum):
    """Why something due is no task today."""

    CAP = "cap"
    RULE_CAP = "rule_cap"
    RESTS = "rests"
    OTHER_TASK = "other_task"


WAITS = tuple(Waits)


class Tier(StrEnum):
    """What decides first about the place; within one tier the score does."""

    DEADLINE = "deadline"
    PROMISED = "promised"
    WAITING = "waiting"
    SCORE = "score"


TIERS = tuple(Tier)


@dataclass(frozen=True, slots=True)
class Room:
    """`cap` of the day and of each rule that has its own, and what was done today of it."""

    cap: int
    done: int = 0
    rule_caps: Mapping[int, int] = field(default_factory=dict)
    done_by_rule: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Due, and no task today. `until`: the day its customer's rest is over."""

    follow_up_id: int
    customer_id: int
    why: Waits
    until: date | None = None


@dataclass(frozen=True, slots=True)
class WaitingLine(Sequence[Waiting]):
    """Many of them as columns, in order: of a large shop they are a hundred thousand. `whys` are positions in WAITS, `until` day numbers
    (0 for none)."""

    follow_up_ids: tuple[int, ...] = ()
    customer_ids: tuple[int, ...] = ()
    whys: tuple[int, ...] = ()
    until: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.follow_up_ids)

    @overload
    def __getitem__(self, place: int) -> Waiting: ...
    @overload
    def __getitem__(self, place: slice) -> WaitingLine: ...
    def __getitem__(self, place: int | slice) -> Waiting | WaitingLine:
        if isinstance(place, slice):
            return WaitingLine(self.follow_up_ids[place], self.customer_ids[place], self.whys[place], self.until[place])
        until = self.until[place]
        return Waiting(self.follow_up_ids[place], self.customer_ids[place], WAITS[self.whys[place]], day_of(until) if until else None)

    def __iter__(self) -> Iterator[Waiting]:
        return (self[place] for place in range(len(self)))

    def count_why(self, why: Waits) -> int:
        return self.whys.count(WAITS.index(why))

    def waiting_for(self, *whys: Waits) -> WaitingLine:
        codes = {WAITS.index(why) for why in whys}
        return self._only([code in codes for code in self.whys])

    def among(self, follow_up_ids: Collection[int]) -> WaitingLine:
        return self._only([number in follow_up_ids for number in self.follow_up_ids])

    def _only(self, chosen: Sequence[bool]) -> WaitingLine:
        columns = (self.follow_up_ids, self.customer_ids, self.whys, self.until)
        return WaitingLine(*(tuple(compress(column, chosen)) for column in columns))


@dataclass(frozen=True, slots=True)
class Rank:
    """Why a task stands where it does. `margin`: of the customer in the last 365 days, minor units; `above`: share of all customers who
    brought less, None for one who has not bought; `priority`: of the customer's group, 1 to 5; `late`: days since its day."""

    tier: Tier
    score: float
    margin: int
    above: float | None
    segment: Segment | None
    priority: int
    late: int


@dataclass(frozen=True, slots=True)
class DayPlan:
    """`tasks` best first; `done` by hand today, newest first; `week`: the next six days, the first of them; `more`: everything else that
    is due. `ranks` of the tasks by follow-up."""

    day: date
    cap: int
    tasks: tuple[FollowUpRow, ...]
    done: tuple[FollowUpRow, ...]
    week: tuple[FollowUpRow, ...]
    more: WaitingLine
    ranks: Mapping[int, Rank]

    @property
    def overdue(self) -> tuple[FollowUpRow, ...]:
        return tuple(row for row in self.tasks if row.due < self.day)

    @property
    def due_today(self) -> tuple[FollowUpRow, ...]:
        return tuple(row for row in self.tasks if row.due >= self.day)

    @property
    def resting(self) -> int:
        return self.more.count_why(Waits.RESTS)

    @property
    def rest_ends(self) -> date | None:
        """The day on which the last of those who rest may be asked again."""
        last = max(self.more.until, default=0)
        return day_of(last) if last else None

    @property
    def more_customers(self) -> list[int]:
        return list(dict.fromkeys(self.more.customer_ids))

    @property
    def ready(self) -> WaitingLine:
        """Those of `more` whose customers neither rest nor have a task today."""
        return self.more.waiting_for(Waits.CAP, Waits.RULE_CAP)


@dataclass(frozen=True, slots=True)
class QueuedPrint:
    """Cards or letters that are due, to be printed in one run. `rule_kind`: of the rule that made them, empty where none did."""

    kind: FollowUpKind
    template: str
    rule_kind: str
    follow_up_ids: tuple[int, ...]
    customer_ids: tuple[int, ...]


def print_queue(runs: Iterable[tuple[FollowUpKind, str, str, Sequence[int], Sequence[int]]]) -> tuple[QueuedPrint, ...]:
    """Runs of cards and letters, each (kind, template, kind of the rule, follow-ups, their customers), the largest first: what is said on
    those of one is the same. A customer is on a run once."""
    found = (
        QueuedPrint(kind, template, rule_kind, tuple(ids), tuple(dict.fromkeys(customers)))
        for kind, template, rule_kind, ids, customers in runs
    )
    return tuple(sorted(found, key=lambda run: (-len(run.customer_ids), run.kind.value, run.template, run.rule_kind)))
