"""What became of a run, or of its people, while its pages were being made."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.print_problems import PrintError, PrintProblem


@dataclass(frozen=True, slots=True)
class Stop:
    """Somebody to whom a piece may not go, or who may not be named on it, and why."""

    customer_id: int
    name: str
    problem: PrintProblem


@dataclass(frozen=True, slots=True)
class Had:
    """The cards somebody got today, by their keys: of runs whose rest was given up, and of any run, also one that waits."""

    cut_run: frozenset[str] = frozenset()
    any_run: frozenset[str] = frozenset()


NOTHING_HAD = Had()


class RunChanged(PrintError):
    """Other pieces wait than those whose pages were made."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors",
        "This run was changed while its pages were being made. Nothing was noted as sent. Please open the run and go on once more.",
    )


class StopsChanged(PrintError):
    """`names`: of those against whom something was noted meanwhile."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors",
        "Something was noted against post to {names} while the pages were being made. Nothing was recorded. Please choose the people anew.",
    )


class RunWaits(PrintError):
    """The same job was printed today as `run`, of which `unsent` pieces did not come out: printed anew, some would have two."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors",
        "These are the pieces of run {run}, which waits: {unsent} have not come out. Nothing was printed. Please go on from the print log.",
    )


class SomeHaveIt(PrintError):
    """`count` of the people got the very piece today, and others did not."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors",
        "{count} of these people are in a run of today with the very same piece. Nothing was recorded. Please choose the people anew: "
        "the others stay.",
    )


class NoSuchPiece(PrintError):
    """`position` as given; the run has `pieces`."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors", "This run has pieces 1 to {pieces}, and {position} is not one that was sent. Nothing was changed. Please type its number."
    )


class NothingLeft(PrintError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Every piece of this run was printed. Nothing was changed.")


class PrintPlaceUnusable(PrintError):
    """`name`: of the file."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors",
        "{name} cannot be written there. Nothing was recorded as sent. Please close the file if it is open, or choose another place.",
    )
