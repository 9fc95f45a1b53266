"""What is worth a look in a list that was read, row by row: what was mended, what cannot come in, what is only odd."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
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


def entries_of(draft: ImportDraft) -> list[Entry]:
    """In the order of the rows."""
    reading = draft.people.reading if draft.people is not None else draft.sales.reading if draft.sales is not None else None
    if reading is None:
        return []
    found: list[Entry] = []
    if draft.people is not None:
        found += [_of_repair(EntryKind.MENDED, repair) for repair in draft.people.reading.repairs if _cell(repair) not in draft.typed]
    found += [_of_repair(EntryKind.KEPT, repair) for repair in draft.kept.values()]
    found += [_of_problem(EntryKind.REFUSED, error) for error in reading.refused]
    found += [_of_problem(EntryKind.NOTED, warning) for warning in reading.warnings]
    still_wrong = {(entry.row, entry.field) for entry in found if entry.problem is not None}
    for cell, (problem, text) in draft.typed.items():
        if cell not in still_wrong:
            found.append(Entry(EntryKind.TYPED, problem.row, problem.field, problem.name, problem.value, text, problem=problem))
    return sorted(found, key=lambda entry: entry.row)


def _cell(repair: Repair) -> tuple[int, str]:
    return repair.row, repair.field


def _of_repair(kind: EntryKind, repair: Repair) -> Entry:
    after = repair.after if kind is EntryKind.MENDED else ""
    return Entry(kind, repair.row, repair.field, repair.name, repair.before, after, repair=repair)


def _of_problem(kind: EntryKind, problem: RowError | RowWarning) -> Entry:
    return Entry(kind, problem.row, problem.field, problem.name, problem.value, reason_sentence(problem), problem=problem)
