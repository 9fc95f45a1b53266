"""What is worth a look in a list that was read, row by row: what was mended, what cannot come in, what is only odd."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING

from app.views.importing.words import field_word, no_name_words, reason_sentence

if TYPE_CHECKING:
    from app.exchange.customers import Repair
    from app.exchange.problems import RowError, RowWarning
    from app.views.importing.desk import ImportDraft


# A warning about one of these goes away with a better text.
_TYPED_ANEW = frozenset(("phone", "mobile", "postal_code"))
_NAMES = frozenset(("name", "family_name", "company", "customer_name"))


class EntryKind(StrEnum):
    """KEPT: a repair the user switched off; TYPED: a cell the user typed anew."""

    MENDED = "mended"
    KEPT = "kept"
    TYPED = "typed"
    REFUSED = "refused"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Entry:
    """`after`: the mended or typed value, or the sentence that says what is wrong."""

    kind: EntryKind
    row: int
    field: str
    name: str
    before: str
    after: str
    repair: Repair | None = None
    problem: RowError | RowWarning | None = None

    @property
    def can_be_typed(self) -> bool:
        """Whether another text in the cell would help."""
        return self.problem is not None and bool(self.field) and (self.kind is not EntryKind.NOTED or self.field in _TYPED_ANEW)

    @property
    def title(self) -> str:
        """Who, or else which field."""
        if self.name:
            return self.name
        return no_name_words() if self.field in _NAMES else field_word(self.field)

    @property
    def what(self) -> str:
        """Which field, when the title does not say it."""
        return field_word(self.field) if self.name or self.field in _NAMES else ""


class Findings:
    """What a reading found. Counting is quick; entries, with their sentences, are made only for as many as are shown."""

    def __init__(self, draft: ImportDraft) -> None:
        reading = draft.reading
        self._errors: Sequence[RowError] = reading.refused if reading is not None else ()
        self._warnings: Sequence[RowWarning] = reading.warnings if reading is not None else ()
        repairs = draft.people.reading.repairs if draft.people is not None else []
        self._repairs: Sequence[Repair] = [r for r in repairs if (r.row, r.field) not in draft.typed] if draft.typed else repairs
        self._kept = sorted(draft.kept.values(), key=lambda repair: repair.row)
        self._typed = self._typed_anew(draft)

    def count(self, kinds: Collection[EntryKind]) -> int:
        counts = {
            EntryKind.MENDED: self._repairs,
            EntryKind.KEPT: self._kept,
            EntryKind.TYPED: self._typed,
            EntryKind.REFUSED: self._errors,
            EntryKind.NOTED: self._warnings,
        }
        return sum(len(counts[kind]) for kind in kinds)

    def refused_rows(self) -> int:
        return len({error.row for error in self._errors})

    def entries(self, kinds: Collection[EntryKind], most: int) -> list[Entry]:
        """The first of them in the order of the rows."""
        sources: dict[EntryKind, Iterable[Entry]] = {
            EntryKind.MENDED: (_of_repair(EntryKind.MENDED, repair) for repair in self._repairs),
            EntryKind.KEPT: (_of_repair(EntryKind.KEPT, repair) for repair in self._kept),
            EntryKind.TYPED: self._typed,
            EntryKind.REFUSED: (_of_problem(EntryKind.REFUSED, error) for error in self._errors),
            EntryKind.NOTED: (_of_problem(EntryKind.NOTED, warning) for warning in self._warnings),
        }
        return list(islice(merge(*(sources[kind] for kind in kinds), key=lambda entry: entry.row), most))

    def _typed_anew(self, draft: ImportDraft) -> list[Entry]:
        if not draft.typed:
            return []
        still_wrong = {(error.row, error.field) for error in self._errors} | {(w.row, w.field) for w in self._warnings}
        found = [
            Entry(EntryKind.TYPED, problem.row, problem.field, problem.name, problem.value, text, problem=problem)
            for cell, (problem, text) in draft.typed.items()
            if cell not in still_wrong
        ]
        return sorted(found, key=lambda entry: entry.row)


def _of_repair(kind: EntryKind, repair: Repair) -> Entry:
    after = repair.after if kind is EntryKind.MENDED else ""
    return Entry(kind, repair.row, repair.field, repair.name, repair.before, after, repair=repair)


def _of_problem(kind: EntryKind, problem: RowError | RowWarning) -> Entry:
    return Entry(kind, problem.row, problem.field, problem.name, problem.value, reason_sentence(problem), problem=problem)
