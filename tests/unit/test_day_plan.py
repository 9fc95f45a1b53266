"""What becomes a task of the day, and what waits: caps, rest, one task for a customer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pytest

from app.analytics import day_plan
from app.analytics.day_plan import DueLine
from app.domain.day_plan import Room, Waiting, WaitingLine, Waits, print_queue
from app.domain.follow_ups import FollowUpKind
from app.domain.periods import day_number, day_of

DAY = date(2026, 11, 20)


@dataclass(frozen=True)
class Due:
    """One of the line."""

    follow_up_id: int
    customer_id: int
    rule_id: int = 0
    rests_until: date | None = None


def due(*numbers: int) -> list[Due]:
    return [Due(number, 100 + number) for number in numbers]


def line_of(found: Sequence[Due]) -> DueLine:
    rests = [0 if one.rests_until is None else day_number(one.rests_until) for one in found]
    columns = ([one.follow_up_id for one in found], [one.customer_id for one in found], [one.rule_id for one in found], rests)
    return DueLine(*(np.array(column, dtype=np.int64) for column in columns))


def chosen(found: Sequence[Due], room: Room) -> tuple[list[int], list[Waiting]]:
    places, waiting = day_plan.chosen(line_of(found), room)
    return [found[place].follow_up_id for place in places.tolist()], list(waiting)


def recounted(found: Sequence[Due], room: Room) -> tuple[list[int], list[Waiting]]:
    """The same, one after the other."""
    tasks: list[int] = []
    waiting: list[Waiting] = []
    taken: set[int] = set()
    left = max(0, room.cap - room.done)
    left_of = {rule: max(0, cap - room.done_by_rule.get(rule, 0)) for rule, cap in room.rule_caps.items()}
    for one in found:
        if one.rests_until is not None:
            waiting.append(Waiting(one.follow_up_id, one.customer_id, Waits.RESTS, one.rests_until))
        elif one.customer_id in taken:
            waiting.append(Waiting(one.follow_up_id, one.customer_id, Waits.OTHER_TASK))
        elif left_of.get(one.rule_id, 1) == 0:
            waiting.append(Waiting(one.follow_up_id, one.customer_id, Waits.RULE_CAP))
        elif left == 0:
            waiting.append(Waiting(one.follow_up_id, one.customer_id, Waits.CAP))
        else:
            tasks.append(one.follow_up_id)
            taken.add(one.customer_id)
            left -= 1
            left_of[one.rule_id] = left_of.get(one.rule_id, room.cap + 1) - 1
    return tasks, waiting


@pytest.mark.parametrize("seed", range(12))
def test_many_at_once_are_chosen_as_one_after_the_other(seed: int) -> None:
    dice = np.random.default_rng(seed)
    found = [
        Due(number, int(dice.integers(1, 60)), int(dice.integers(0, 5)), day_of(20_000 + number) if dice.random() < 0.3 else None)
        for number in range(1, 151)
    ]
    room = Room(int(dice.integers(0, 40)), int(dice.integers(0, 6)), {1: int(dice.integers(0, 6)), 3: 4}, {1: 2, 2: 1})
    assert chosen(found, room) == recounted(found, room)


def test_a_part_of_the_line_is_a_line() -> None:
    line = WaitingLine((1, 2, 3), (7, 8, 9), (0, 2, 0), (0, day_number(DAY), 0))
    assert list(line[1:]) == [Waiting(2, 8, Waits.RESTS, DAY), Waiting(3, 9, Waits.CAP)]
    assert line[-1] == Waiting(3, 9, Waits.CAP)
    assert line.waiting_for(Waits.CAP).follow_up_ids == (1, 3)
    assert line.among({2}).customer_ids == (8,)
    assert line.count_why(Waits.RESTS) == 1


def test_the_best_up_to_the_cap_are_tasks_and_the_rest_waits() -> None:
    tasks, waiting = chosen(due(1, 2, 3), Room(cap=2))
    assert tasks == [1, 2]
    assert waiting == [Waiting(3, 103, Waits.CAP)]


def test_what_was_done_today_takes_room() -> None:
    assert chosen(due(1, 2, 3), Room(cap=3, done=2))[0] == [1]
    assert chosen(due(1), Room(cap=3, done=7))[0] == []


def test_who_rests_takes_no_room_and_says_until_when() -> None:
    resting = replace(due(1)[0], rests_until=date(2026, 11, 24))
    tasks, waiting = chosen([resting, *due(2, 3)], Room(cap=2))
    assert tasks == [2, 3]
    assert waiting == [Waiting(1, 101, Waits.RESTS, date(2026, 11, 24))]


def test_a_customer_has_one_task_and_the_others_take_no_room() -> None:
    tasks, waiting = chosen([Due(1, 7), Due(2, 7), Due(3, 8), Due(4, 9)], Room(cap=2))
    assert tasks == [1, 3]
    assert [(one.follow_up_id, one.why) for one in waiting] == [(2, Waits.OTHER_TASK), (4, Waits.CAP)]


def test_a_rule_keeps_to_its_own_cap() -> None:
    mine = [Due(number, number, rule_id=5) for number in (1, 2, 3)]
    tasks, waiting = chosen([*mine, Due(4, 4, rule_id=6), Due(5, 5)], Room(9, 1, {5: 2}, {5: 1, 6: 1}))
    assert tasks == [1, 4, 5]
    assert [one.why for one in waiting] == [Waits.RULE_CAP, Waits.RULE_CAP]


def test_cards_and_letters_are_queued_by_template_the_largest_run_first() -> None:
    card, letter = FollowUpKind.CARD, FollowUpKind.LETTER
    queue = print_queue([(letter, "", "", [6], [4]), (card, "own:1", "", [5], [3]), (card, "", "birthday", [1, 2, 3], [1, 2, 2])])
    assert [(run.kind, run.template, run.rule_kind, run.follow_up_ids, run.customer_ids) for run in queue] == [
        (card, "", "birthday", (1, 2, 3), (1, 2)),
        (card, "own:1", "", (5,), (3,)),
        (letter, "", "", (6,), (4,)),
    ]
