"""The run at hand: who was asked for, who is printed, whose piece lies on the desk, and the words for each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.domain.print_runs import Candidate, Greeting, PlanLine, PrintGroup, PrintView
from app.domain.run_follow import RunPeople
from app.domain.shared_pieces import settled
from app.views.printing.planned import PlannedRun


class RunState:
    """`view` None until it was read; `current` the key of one asked for, 0 for nobody.
    `follows`: the run whose pieces get envelopes or labels, 0 for none; `followed` its people, None until they were read.
    `template`: key of the one it is to begin with; `planned`: what was planned for it elsewhere.
    `is_seen`: its lines were shown once. `started`: another object for each run begun."""

    def __init__(self) -> None:
        self.view: PrintView | None = None
        self.asked: Sequence[int] | PrintGroup = ()
        self.occasion = ""
        self.follows = 0
        self.followed: RunPeople | None = None
        self.started = object()
        self.greeting: Greeting | None = None
        self.template = ""
        self.planned: PlannedRun | None = None
        self.current = 0
        self.is_readable = True
        self.is_seen = False
        self._messages: dict[int, str] = {}
        self._wanted: dict[int, bool] = {}
        self._lines: Mapping[int, PlanLine] = {}
        self._ticks: dict[int, bool] = {}
        # Of thousands they are asked for many times in a moment; None: to be gathered anew.
        self._printed: list[PlanLine] | None = None
        self._pieces: list[Candidate] | None = None

    @property
    def lines(self) -> Sequence[PlanLine]:
        """As the check list found them last."""
        return list(self._lines.values())

    @property
    def measure_id(self) -> int:
        """The campaign whose pieces they are, 0 for none."""
        return 0 if self.planned is None else self.planned.measure_id

    @property
    def follow_ups(self) -> tuple[int, ...]:
        """The planned cards or letters that are done with it."""
        return () if self.planned is None else self.planned.follow_ups

    def begin(
        self, asked: Sequence[int] | PrintGroup, occasion: str = "", greeting: Greeting | None = None, *, follows: int = 0
    ) -> None:
        """Another run; nothing of the one before stays."""
        self.follows, self.followed, self.started = follows, None, object()
        self.asked, self.occasion, self.greeting, self.template, self.planned = asked, occasion, greeting, "", None
        self.current, self.is_readable, self.is_seen = 0, True, False
        self._wanted, self._messages = {}, {}
        self.take_lines(())

    def take(self, view: PrintView, followed: RunPeople | None = None) -> None:
        """What was read. A ready-made group stays as it is now."""
        self.view, self.followed = view, followed
        if isinstance(self.asked, PrintGroup):
            self.asked = [person.customer_id for person in view.people]

    def take_lines(self, lines: Sequence[PlanLine]) -> None:
        """What the check list found."""
        self._lines = {line.candidate.key: line for line in lines}
        self._ticks = {key: self._can_get(line) for key, line in self._lines.items()}
        self._printed = self._pieces = None

    def people(self) -> list[Candidate]:
        """Everybody asked for, with the words for each."""
        return [self.worded(person) for person in self.view.people] if self.view is not None else []

    def person(self) -> Candidate | None:
        """Whose piece lies on the desk: the one chosen, or the first that is printed."""
        people = self.view.people if self.view is not None else ()
        chosen = next((person for person in people if person.key == self.current), None)
        if chosen is None:
            first = next((line.candidate.key for line in self.printed()), None)
            chosen = next((person for person in people if first in (None, person.key)), None)
        return None if chosen is None else self.worded(chosen)

    def line_of(self, key: int) -> PlanLine:
        return self._lines[key]

    def is_ticked(self, line: PlanLine) -> bool:
        return self._ticks[line.candidate.key]

    def tick(self, key: int, *, is_wanted: bool) -> None:
        self._wanted[key] = is_wanted
        self._ticks[key] = self._can_get(self._lines[key])
        self._printed = self._pieces = None
        self.current = key

    def ticks(self) -> dict[int, bool]:
        return dict(self._ticks)

    def printed(self) -> Sequence[PlanLine]:
        if self._printed is None:
            self._printed = [line for key, line in self._lines.items() if self._ticks[key]]
        return self._printed

    def pieces(self) -> Sequence[Candidate]:
        """Those who are printed, as they will be: whoever gets an own piece is not named on another's."""
        if self._pieces is None:
            self._pieces = [self.worded(one) for one in settled([line.candidate for line in self.printed()])]
        return self._pieces

    def left_out(self) -> list[PlanLine]:
        return [line for key, line in self._lines.items() if not self._ticks[key]]

    def printed_ids(self) -> list[int]:
        return [key for key, is_ticked in self._ticks.items() if is_ticked]

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
        self._pieces = None

    def _can_get(self, line: PlanLine) -> bool:
        return line.can_be_printed and self._wanted.get(line.candidate.key, not line.is_stopped)
