"""The way through what is to be looked at: one after the other, any of them at once, and back step by step."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.survey_queue import QueueItem


class ReviewCourse:
    """`at` is the place of what is shown; the length of `items` when nothing is left. What was decided keeps its place, so that the way
    stays as long as it was."""

    def __init__(self) -> None:
        self.items: tuple[QueueItem, ...] = ()
        self.at = 0
        self._done: dict[QueueItem, int | None] = {}
        self._steps: list[QueueItem] = []

    @property
    def current(self) -> QueueItem | None:
        return self.items[self.at] if self.at < len(self.items) else None

    @property
    def next(self) -> QueueItem | None:
        """What is shown when the current one is decided."""
        place = self._open_after(self.at + 1)
        return None if place is None or place == self.at else self.items[place]

    @property
    def done(self) -> frozenset[int]:
        """The places that were decided."""
        return frozenset(place for place, item in enumerate(self.items) if item in self._done)

    @property
    def left(self) -> int:
        return len(self.items) - len(self.done)

    def take(self, queue: Iterable[QueueItem]) -> None:
        """What there is to decide by now. What was decided here stays on the way; what was decided elsewhere is left out of it."""
        now = {item: item for item in queue}
        current = self.current
        kept = [now.get(item, item) for item in self.items if item in now or item in self._done]
        known = set(kept)
        self.items = (*kept, *(item for item in now if item not in known))
        if current in known:
            self.at = self.items.index(current)
        else:
            first = self._open_after(min(self.at, len(self.items)))
            self.at = len(self.items) if first is None else first

    def decide(self, item: QueueItem) -> None:
        """On to the next that is open, from the beginning again after the last."""
        if item in self.items:
            self._done[item] = None
            self._steps.append(item)
            self.skip()

    def note(self, item: QueueItem, action_id: int) -> None:
        """By which act it was decided."""
        if item in self._done:
            self._done[item] = action_id

    def skip(self) -> None:
        """On to the next that is open without deciding this one."""
        place = self._open_after(self.at + 1)
        self.at = len(self.items) if place is None else place

    def go_to(self, place: int) -> bool:
        """False for what was decided already."""
        if not 0 <= place < len(self.items) or self.items[place] in self._done:
            return False
        self.at = place
        return True

    def last(self) -> tuple[QueueItem, int] | None:
        """What was decided last, with its act; None where there is nothing, or the act is not known yet."""
        if not self._steps:
            return None
        action_id = self._done.get(self._steps[-1])
        return None if action_id is None else (self._steps[-1], action_id)

    def reopen(self, item: QueueItem) -> None:
        """It is to be decided after all, and is shown now."""
        self._done.pop(item, None)
        if item in self._steps:
            self._steps.remove(item)
        if item in self.items:
            self.at = self.items.index(item)

    def _open_after(self, place: int) -> int | None:
        turn = (*range(place, len(self.items)), *range(min(place, len(self.items))))
        return next((one for one in turn if self.items[one] not in self._done), None)
