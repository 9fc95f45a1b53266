"""The run at hand: who was asked for, who is printed, whose piece lies on the desk, and the words for each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.print_runs import Candidate, Greeting, PlanLine, PrintGroup, PrintView
from app.domain.run_follow import RunPeople


class RunState:
    """`view` None until it was read; `lines` as the check list found them last; `current` the key of one asked for, 0 for nobody.
    `follows`: the run whose pieces get envelopes or labels, 0 for none; `followed` its people, None until they were read.
    `is_seen`: its lines were shown once. `started`: another object for each run begun."""

    def __init__(self) -> None:
        self.view: PrintView | None = None
        self.asked: Sequence[int] | PrintGroup = ()
        self.occasion = ""
        self.follows = 0
        self.followed: RunPeople | None = None
        self.started = object()
        self.greeting: Greeting | None = None
        self.lines: tuple[PlanLine, ...] = ()
        self.current = 0
        self.is_readable = True
        self.is_seen = False
        self._ticks: dict[int, bool] = {}
        self._messages: dict[int, str] = {}

    def begin(
        self, asked: Sequence[int] | PrintGroup, occasion: str = "", greeting: Greeting | None = None, *, follows: int = 0
    ) -> None:
        """Another run; nothing of the one before stays."""
        self.follows, self.followed, self.started = follows, None, object()
        self.asked, self.occasion, self.greeting = asked, occasion, greeting
        self.lines, self.current, self.is_readable, self.is_seen = (), 0, True, False
        self._ticks, self._messages = {}, {}

    def take(self, view: PrintView, followed: RunPeople | None = None) -> None:
        """What was read. A ready-made group stays as it is now."""
        self.view, self.followed = view, followed
        if isinstance(self.asked, PrintGroup):
            self.asked = [person.customer_id for person in view.people]

    def people(self) -> list[Candidate]:
        """Everybody asked for, with the words for each."""
        return [self.worded(person) for person in self.view.people] if self.view is not None else []

    def person(self) -> Candidate | None:
        """Whose piece lies on the desk: the one chosen, or the first that is printed."""
        people = self.people()
        chosen = next((person for person in people if person.key == self.current), None)
        if chosen is None:
            first = next((line.candidate.key for line in self.printed()), None)
            chosen = next((person for person in people if first in (None, person.key)), None)
        return chosen

    def line_of(self, key: int) -> PlanLine:
        return next(line for line in self.lines if line.candidate.key == key)

    def is_ticked(self, line: PlanLine) -> bool:
        return line.can_be_printed and self._ticks.get(line.candidate.key, not line.is_stopped)

    def tick(self, key: int, *, is_wanted: bool) -> None:
        self._ticks[key] = is_wanted
        self.current = key

    def ticks(self) -> dict[int, bool]:
        return {line.candidate.key: self.is_ticked(line) for line in self.lines}

    def printed(self) -> list[PlanLine]:
        return [line for line in self.lines if self.is_ticked(line)]

    def left_out(self) -> list[PlanLine]:
        return [line for line in self.lines if not self.is_ticked(line)]

    def printed_ids(self) -> list[int]:
        return [line.candidate.key for line in self.printed()]

    def beside(self, step: int) -> int | None:
        """Who comes `step` places after the one on the desk, among those printed; None when nobody is."""
        ids, person = self.printed_ids(), self.person()
        if not ids or person is None:
            return None
        return ids[(ids.index(person.key) + step) % len(ids)] if person.key in ids else ids[0]

    def worded(self, person: Candidate) -> Candidate:
        """With the words for this one customer."""
        words = self.message(person.key)
        return replace(person, recipient=replace(person.recipient, message=words)) if words else person

    def message(self, key: int) -> str:
        return self._messages.get(key, "")

    def set_message(self, key: int, words: str) -> None:
        self._messages[key] = words
