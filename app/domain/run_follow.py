"""Envelopes, labels and address sides for a run printed before: the same pieces in the same order, so that the two stacks match."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.names import PERSON_HONORIFIC
from app.domain.print_kinds import WorkKind
from app.domain.print_problems import PrintError
from app.domain.print_runs import Candidate, PrintRunRow, PrintSettings
from app.domain.prints import PrintKind

FOLLOWING = (WorkKind.ENVELOPE, WorkKind.LABELS)
"""What goes around, or on, the pieces of another run."""

OFFERED_DAYS = 7


@dataclass(frozen=True, slots=True)
class FollowedPiece:
    """A piece of the run that is followed. `candidate` has the recipient as frozen, and as marks what stands against the piece today;
    `code` as kept, empty when there is none. `is_moved`: the record has another address now than the piece."""

    position: int
    candidate: Candidate
    code: str = ""
    is_overridden: bool = False
    is_moved: bool = False


@dataclass(frozen=True, slots=True)
class RunPeople:
    """The pieces of a run in its order."""

    run: PrintRunRow
    pieces: tuple[FollowedPiece, ...]

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        return tuple(piece.candidate for piece in self.pieces)


class FollowedWaits(PrintError):
    """`run` has `unsent` pieces that have not come out."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors",
        "Of run {run}, {unsent} pieces have not come out yet. Nothing was printed. Please go on with it or leave the rest first, so that "
        "both stacks have the same order.",
    )


def key_beside(key: str, follows: int, code: str | None = "") -> str:
    """By which pieces with the key of a card are known that go with the piece `code` of the run `follows`: an envelope for another letter
    is another piece, also where two letters went to one customer."""
    return f"{key} {follows} {code or ''}" if follows else key


def settings_following(settings: PrintSettings) -> PrintSettings:
    """The same, but for what would change how people were named."""
    return replace(settings, honorific=PERSON_HONORIFIC, print_joint_names=True)


def run_to_go_with(log: Sequence[PrintRunRow], today: date) -> PrintRunRow | None:
    """The latest letters of the last days that wait for envelopes: all came out, their people are kept, and no run is for them yet."""
    done = {run.follows for run in log}
    letters = [
        run
        for run in log
        if run.kind == PrintKind.LETTER
        and 0 <= (today - run.day).days < OFFERED_DAYS
        and run.has_people
        and not run.unsent
        and run.id not in done
    ]
    return max(letters, key=lambda run: run.id, default=None)
