"""What becomes a task of the day, and what waits: caps, rest, one task for a customer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.day_plan import Due, Room, Waiting, Waits, chosen, print_queue
from app.domain.follow_ups import FollowUpKind, FollowUpRow, FollowUpSource

DAY = date(2026, 11, 20)


def due(*numbers: int) -> list[Due]:
    return [Due(number, 100 + number) for number in numbers]


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


def test_cards_and_letters_are_queued_by_template() -> None:
    row = FollowUpRow(1, 1, "吉田 和子", False, "", DAY, FollowUpKind.CARD, FollowUpSource.RULE, "", "", None, rule_kind="birthday")
    rows = [
        row,
        replace(row, id=2, customer_id=2),
        replace(row, id=3, customer_id=2),
        replace(row, id=4, kind=FollowUpKind.CALL),
        replace(row, id=5, customer_id=3, template="own:1", rule_kind=""),
        replace(row, id=6, customer_id=4, kind=FollowUpKind.LETTER, rule_kind=""),
    ]
    queue = print_queue(rows)
    assert [(run.kind, run.template, run.rule_kind, run.follow_up_ids, run.customer_ids) for run in queue] == [
        (FollowUpKind.CARD, "", "birthday", (1, 2, 3), (1, 2)),
        (FollowUpKind.CARD, "own:1", "", (5,), (3,)),
        (FollowUpKind.LETTER, "", "", (6,), (4,)),
    ]
    assert [run.rule_kind for run in print_queue([replace(row, rule_kind="yearly"), replace(row, id=2)])] == ["birthday", "yearly"]
