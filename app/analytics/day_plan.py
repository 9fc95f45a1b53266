"""Which of many follow-ups that are due become the tasks of a day."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.analytics.occasions import Ints
from app.domain.day_plan import WAITS, Room, WaitingLine, Waits

_NEVER = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True, eq=False)
class DueLine:
    """Follow-ups in the order of priority, parallel. `rule`: 0 for none; `rests_until`: the customer was touched lately, a day number, 0
    for one that no rest keeps back."""

    follow_up: Ints
    customer: Ints
    rule: Ints
    rests_until: Ints

    def __len__(self) -> int:
        return len(self.follow_up)


def chosen(due: DueLine, room: Room) -> tuple[Ints, WaitingLine]:
    """The positions of the tasks and everything else, of `due` in the order of priority: one task for a customer, none for one who rests,
    no more than there is room for."""
    tasks, full_from = _tasks(due, room)
    place = np.arange(len(due))
    why = np.full(len(due), WAITS.index(Waits.CAP))
    for rule, since in full_from.items():
        why[(due.rule == rule) & (place > since)] = WAITS.index(Waits.RULE_CAP)
    why[place > _task_of(due, tasks)] = WAITS.index(Waits.OTHER_TASK)
    why[due.rests_until > 0] = WAITS.index(Waits.RESTS)
    waits = np.ones(len(due), dtype=np.bool_)
    waits[tasks] = False
    columns = (due.follow_up, due.customer, why, due.rests_until)
    return tasks, WaitingLine(*(tuple(column[waits].tolist()) for column in columns))


def _tasks(due: DueLine, room: Room) -> tuple[Ints, dict[int, int]]:
    """Their positions, and from which position on a rule that keeps to a cap of its own had no room left."""
    left = max(0, room.cap - room.done)
    left_of = {rule: max(0, cap - room.done_by_rule.get(rule, 0)) for rule, cap in room.rule_caps.items()}
    full_from = {rule: -1 for rule, count in left_of.items() if count == 0}
    tasks: list[int] = []
    taken: set[int] = set()
    free = np.flatnonzero(due.rests_until == 0)
    for place, customer, rule in zip(free.tolist(), due.customer[free].tolist(), due.rule[free].tolist(), strict=True):
        if len(tasks) == left:
            break
        if customer in taken or rule in full_from:
            continue
        tasks.append(place)
        taken.add(customer)
        if rule in left_of:
            left_of[rule] -= 1
            if left_of[rule] == 0:
                full_from[rule] = place
    return np.array(tasks, dtype=np.int64), full_from


def _task_of(due: DueLine, tasks: Ints) -> NDArray[np.int64]:
    """For each the position of the task its customer has, far behind everything where he has none."""
    found = np.full(len(due), _NEVER)
    if len(tasks):
        order = np.argsort(due.customer[tasks])
        owners = due.customer[tasks][order]
        where = np.minimum(np.searchsorted(owners, due.customer), len(owners) - 1)
        has_one = owners[where] == due.customer
        found[has_one] = tasks[order][where[has_one]]
    return found
