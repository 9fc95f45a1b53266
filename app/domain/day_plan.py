"""Which of the follow-ups that are due become the tasks of a day. Worked out from what is stored whenever it is asked, never stored, so
that the same day gives the same list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.follow_ups import FollowUpKind, FollowUpRow, FollowUpSource
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


class Tier(StrEnum):
    """What decides first about the place; within one tier the score does."""

    DEADLINE = "deadline"
    PROMISED = "promised"
    WAITING = "waiting"
    SCORE = "score"


TIERS = tuple(Tier)


@dataclass(frozen=True, slots=True)
class Due:
    """One that is due, as the choice needs it. `rests_until`: the customer was touched lately; None for one that no rest keeps back."""

    follow_up_id: int
    customer_id: int
    rule_id: int | None = None
    rests_until: date | None = None


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
    more: tuple[Waiting, ...]
    ranks: Mapping[int, Rank]

    @property
    def overdue(self) -> tuple[FollowUpRow, ...]:
        return tuple(row for row in self.tasks if row.due < self.day)

    @property
    def due_today(self) -> tuple[FollowUpRow, ...]:
        return tuple(row for row in self.tasks if row.due >= self.day)

    @property
    def resting(self) -> int:
        return sum(one.why is Waits.RESTS for one in self.more)

    @property
    def rest_ends(self) -> date | None:
        """The day on which the last of those who rest may be asked again."""
        return max((one.until for one in self.more if one.until is not None), default=None)

    @property
    def more_customers(self) -> list[int]:
        return list(dict.fromkeys(one.customer_id for one in self.more))

    @property
    def ready(self) -> tuple[Waiting, ...]:
        """Those of `more` whose customers neither rest nor have a task today."""
        return tuple(one for one in self.more if one.why in (Waits.CAP, Waits.RULE_CAP))

    @property
    def due_count(self) -> int:
        return len(self.tasks) + len(self.more)


@dataclass(frozen=True, slots=True)
class QueuedPrint:
    """Cards or letters that are due, to be printed in one run. `rule_kind`: of the rule that made them, empty where none did."""

    kind: FollowUpKind
    template: str
    rule_kind: str
    follow_up_ids: tuple[int, ...]
    customer_ids: tuple[int, ...]


def chosen(due: Iterable[Due], room: Room) -> tuple[list[int], list[Waiting]]:
    """The ids of the tasks and everything else, of `due` in the order of priority: one task for a customer, none for one who rests, no
    more than there is room for."""
    tasks: list[int] = []
    waiting: list[Waiting] = []
    taken: set[int] = set()
    left = max(0, room.cap - room.done)
    left_of = {rule: max(0, cap - room.done_by_rule.get(rule, 0)) for rule, cap in room.rule_caps.items()}
    for one in due:
        why = _why_not(one, taken, left, left_of)
        if why is not None:
            waiting.append(Waiting(one.follow_up_id, one.customer_id, why, one.rests_until if why is Waits.RESTS else None))
            continue
        tasks.append(one.follow_up_id)
        taken.add(one.customer_id)
        left -= 1
        if one.rule_id in left_of:
            left_of[one.rule_id] -= 1
    return tasks, waiting


def print_queue(rows: Sequence[FollowUpRow]) -> tuple[QueuedPrint, ...]:
    """Cards and letters among these, one run for each occasion and template: what is said on them is the same. A customer is on a run
    once."""
    found: dict[tuple[FollowUpKind, str, str], list[FollowUpRow]] = {}
    for row in rows:
        if row.kind in (FollowUpKind.CARD, FollowUpKind.LETTER):
            found.setdefault((row.kind, row.template, row.rule_kind), []).append(row)
    runs = []
    for (kind, template, rule_kind), group in found.items():
        ids, customers = tuple(row.id for row in group), tuple(dict.fromkeys(row.customer_id for row in group))
        runs.append(QueuedPrint(kind, template, rule_kind, ids, customers))
    return tuple(sorted(runs, key=lambda run: (-len(run.customer_ids), run.kind.value, run.template, run.rule_kind)))


def _why_not(one: Due, taken: set[int], left: int, left_of: Mapping[int, int]) -> Waits | None:
    if one.rests_until is not None:
        return Waits.RESTS
    if one.customer_id in taken:
        return Waits.OTHER_TASK
    if one.rule_id is not None and left_of.get(one.rule_id, 1) == 0:
        return Waits.RULE_CAP
    return Waits.CAP if left == 0 else None
