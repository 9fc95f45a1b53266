"""The way through what is to be looked at."""

from __future__ import annotations

from app.domain.survey_course import ReviewCourse
from app.domain.survey_queue import ItemKind, QueueItem

ONE, TWO, THREE, FOUR = (QueueItem(ItemKind.QUESTION, number, "q1") for number in range(4))


def begun(*items: QueueItem) -> ReviewCourse:
    course = ReviewCourse()
    course.take(items)
    return course


def test_one_after_the_other_and_nothing_at_the_end() -> None:
    course = begun(ONE, TWO)
    assert (course.current, course.next, course.left) == (ONE, TWO, 2)
    course.decide(ONE)
    start: object = (course.current, course.next, course.left, course.done)
    assert start == (TWO, None, 1, {0})
    course.decide(TWO)
    assert (course.current, course.left) == (None, 0)


def test_what_was_skipped_comes_again_after_the_last() -> None:
    course = begun(ONE, TWO, THREE)
    course.skip()
    course.decide(TWO)
    course.decide(THREE)
    assert course.current == ONE
    course.skip()
    assert course.current == ONE


def test_any_of_them_can_be_shown_but_what_was_decided() -> None:
    course = begun(ONE, TWO, THREE)
    assert course.go_to(2)
    course.decide(THREE)
    assert course.current == ONE
    assert not course.go_to(2)
    assert not course.go_to(3)


def test_back_step_by_step_once_the_act_is_known() -> None:
    course = begun(ONE, TWO, THREE)
    course.decide(ONE)
    assert course.last() is None
    course.note(ONE, 17)
    course.decide(TWO)
    course.note(TWO, 18)
    assert course.last() == (TWO, 18)
    course.reopen(TWO)
    assert (course.current, course.last()) == (TWO, (ONE, 17))
    course.reopen(ONE)
    assert (course.current, course.last(), course.left) == (ONE, None, 3)


def test_what_comes_meanwhile_stands_at_the_end_and_what_was_decided_elsewhere_goes() -> None:
    course = begun(ONE, TWO, THREE)
    course.decide(ONE)
    course.take([THREE, FOUR])
    assert course.items == (ONE, THREE, FOUR)
    where: object = (course.current, course.done)
    assert where == (THREE, {0})
    course.go_to(2)
    course.take([THREE, FOUR])
    assert course.current == FOUR
    course.take([])
    left: object = (course.current, course.items)
    assert left == (None, (ONE,))


def test_an_empty_way_has_nothing_to_show() -> None:
    course = ReviewCourse()
    course.skip()
    course.decide(ONE)
    course.reopen(ONE)
    assert (course.current, course.next, course.left, course.last()) == (None, None, 0, None)
