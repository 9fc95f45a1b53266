"""The steps of something that is being changed, back and forth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

State = TypeVar("State")
MOST_STEPS = 200


@dataclass(frozen=True, slots=True)
class _Step(Generic[State]):
    """`state` as it was on the other side; `words` say what was done between."""

    state: State
    words: str


class EditSteps(Generic[State]):
    """A state is whatever has to come back together: what is changed, and where in it one was."""

    def __init__(self) -> None:
        self._undo: list[_Step[State]] = []
        self._redo: list[_Step[State]] = []
        self._joins = ""

    @property
    def can_undo(self) -> bool:
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        return bool(self._redo)

    @property
    def undo_words(self) -> str:
        """What the next step back takes back."""
        return self._undo[-1].words if self._undo else ""

    @property
    def redo_words(self) -> str:
        return self._redo[-1].words if self._redo else ""

    def clear(self) -> None:
        self._undo.clear()
        self._redo.clear()
        self._joins = ""

    def end_joining(self) -> None:
        """What is done next is a step of its own."""
        self._joins = ""

    def add(self, before: State, *, words: str = "", joins: str = "") -> None:
        """One step away from `before`; one after the other with the same `joins`, as the keys of a word, are one."""
        if not (joins and joins == self._joins and self._undo):
            self._undo.append(_Step(before, words))
            del self._undo[:-MOST_STEPS]
        self._joins = joins
        self._redo.clear()

    def back(self, now: State) -> State | None:
        """The state before the last step; `now` comes again by `forth`. None: there is none."""
        return self._move(self._undo, self._redo, now)

    def forth(self, now: State) -> State | None:
        return self._move(self._redo, self._undo, now)

    def _move(self, source: list[_Step[State]], target: list[_Step[State]], now: State) -> State | None:
        if not source:
            return None
        step = source.pop()
        target.append(_Step(now, step.words))
        self._joins = ""
        return step.state
