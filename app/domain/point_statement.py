"""A customer's account of points as it is shown: every entry with what it came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.points import EntryKind, EntryRow, PointStanding, RuleFields

ENTRY_WORDS: Mapping[EntryKind, str] = {
    EntryKind.EARN: QT_TRANSLATE_NOOP("PointEntries", "Earned"),
    EntryKind.REDEEM: QT_TRANSLATE_NOOP("PointEntries", "Used"),
    EntryKind.EXPIRE: QT_TRANSLATE_NOOP("PointEntries", "Lapsed"),
    EntryKind.ADJUST: QT_TRANSLATE_NOOP("PointEntries", "Corrected"),
    EntryKind.REVERSE: QT_TRANSLATE_NOOP("PointEntries", "Taken back"),
    EntryKind.OPENING: QT_TRANSLATE_NOOP("PointEntries", "Brought along"),
}


class EntryFilter(StrEnum):
    ALL = "all"
    EARNED = "earned"
    USED = "used"
    LAPSED = "lapsed"
    CORRECTED = "corrected"
    TAKEN_BACK = "taken_back"


FILTERED: Mapping[EntryFilter, frozenset[EntryKind]] = {
    EntryFilter.ALL: frozenset(EntryKind),
    EntryFilter.EARNED: frozenset({EntryKind.EARN, EntryKind.OPENING}),
    EntryFilter.USED: frozenset({EntryKind.REDEEM}),
    EntryFilter.LAPSED: frozenset({EntryKind.EXPIRE}),
    EntryFilter.CORRECTED: frozenset({EntryKind.ADJUST}),
    EntryFilter.TAKEN_BACK: frozenset({EntryKind.REVERSE}),
}


@dataclass(frozen=True, slots=True)
class StatementLine:
    """What one act did at once: its entries, oldest first, one for each lot it moved."""

    parts: tuple[EntryRow, ...]

    @property
    def entry(self) -> EntryRow:
        """The last of them, after which the balance stands."""
        return self.parts[-1]

    @property
    def points(self) -> int:
        return sum(part.points for part in self.parts)


def lines_of(entries: Sequence[EntryRow]) -> tuple[StatementLine, ...]:
    """`entries` oldest first as lines, newest first, without the pairs that only move points between a customer's own lots."""
    told = (entry for entry in entries if not entry.is_cover)
    return tuple(reversed([StatementLine(tuple(parts)) for _, parts in groupby(told, _act_of)]))


def _act_of(entry: EntryRow) -> tuple[object, ...]:
    # Points with a last valid day of their own are told apart even when they came in one moment.
    own_lot = entry.lot if entry.kind in FILTERED[EntryFilter.EARNED] else 0
    return entry.kind, entry.day, entry.at, entry.purchase_id, entry.receipt, entry.reason, entry.points > 0, own_lot


@dataclass(frozen=True, slots=True)
class StatementView:
    """As of `today`. `lines` newest first. `rules` by the id that entries name; `last_days` the last valid day of each lot that has one."""

    customer_id: int
    today: date
    name: str
    is_company: bool
    currency: str
    standing: PointStanding
    lines: tuple[StatementLine, ...]
    rules: Mapping[int, RuleFields]
    last_days: Mapping[int, date]

    def filtered(self, chosen: EntryFilter) -> tuple[StatementLine, ...]:
        return tuple(line for line in self.lines if line.entry.kind in FILTERED[chosen])

    def count(self, chosen: EntryFilter) -> int:
        return sum(line.entry.kind in FILTERED[chosen] for line in self.lines)
