"""Runs given away to be printed of which nobody has said yet whether all came out, kept on this computer: a power cut answers nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.context import AppContext
from app.domain.print_kinds import WorkKind


class Opening(StrEnum):
    """What became of the pages that are not sent to a printer. UNOPENED: there is no program for them."""

    OPENED = "opened"
    UNOPENED = "unopened"
    SAVED = "saved"


@dataclass(frozen=True, slots=True)
class SentRun:
    """A run that was given away to be printed; `printer` empty: to the viewer, or as `opening` says. `positions`: of the pieces given
    away; empty: the whole run."""

    run_id: int
    kind: WorkKind
    pieces: int
    printer: str = ""
    opening: Opening = Opening.OPENED
    positions: tuple[int, ...] = ()


class Unanswered:
    """Of the shop that is open."""

    def __init__(self, context: AppContext) -> None:
        self._settings = context.settings
        shop = hashlib.sha256(str(context.paths.database).encode("utf-8")).hexdigest()
        self._name = f"came_out_{shop[:12]}"

    def runs(self) -> list[SentRun]:
        """The oldest first."""
        try:
            rows = json.loads(self._settings.remembered(self._name, "[]"))
            return [_sent_run(*row) for row in rows]
        except (TypeError, ValueError):
            # Written by hand or by another version: nothing is asked.
            return []

    def add(self, sent: SentRun) -> None:
        self._keep([*(run for run in self.runs() if run.run_id != sent.run_id), sent])

    def drop(self, run_id: int) -> None:
        self._keep([run for run in self.runs() if run.run_id != run_id])

    def _keep(self, runs: list[SentRun]) -> None:
        rows = [[run.run_id, run.kind.value, run.pieces, run.printer, run.opening.value, run.positions] for run in runs]
        self._settings.remember(self._name, json.dumps(rows, ensure_ascii=False), at_once=True)


def _sent_run(run_id: int, kind: str, pieces: int, printer: str, opening: str = Opening.OPENED, positions: Sequence[int] = ()) -> SentRun:
    return SentRun(int(run_id), WorkKind(kind), int(pieces), str(printer), Opening(opening), tuple(int(one) for one in positions))
