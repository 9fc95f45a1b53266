"""Envelopes, labels and address sides for a run printed before: the same pieces in the same order, so that the two stacks match."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.names import PERSON_HONORIFIC
from app.domain.print_problems import PrintError
from app.domain.print_runs import Candidate, PrintRunRow, PrintSettings


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


def settings_following(settings: PrintSettings) -> PrintSettings:
    """The same, but for what would change how people were named."""
    return replace(settings, honorific=PERSON_HONORIFIC, print_joint_names=True)
