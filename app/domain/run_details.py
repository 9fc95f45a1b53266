"""A run of the print log, opened: every piece with what became of it, and who got none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.print_problems import PrintProblem
from app.domain.print_runs import PrintRunRow
from app.domain.text import fold


@dataclass(frozen=True, slots=True)
class RunPiece:
    """A piece as it was printed; of a run of old, whose people were not kept, `name` and `address` are those on the record.

    `sent_on` None: it did not come out. `is_brought`: its code was used; `is_out`: used or come back, so it surely came out.
    """

    id: int
    position: int
    customer_id: int
    name: str
    reading: str
    is_company: bool
    address: str
    code: str
    sent_on: date | None
    returned_on: date | None
    is_brought: bool
    is_out: bool

    def is_found(self, text: str) -> bool:
        """Whether a search for a name, a reading, a code or a part of the address means this piece."""
        wanted = fold(text)
        return any(wanted in fold(part) for part in (self.name, self.reading, self.code, self.address))


@dataclass(frozen=True, slots=True)
class RunLeftOut:
    """Somebody asked for who got none; `problem` None: taken out by hand."""

    customer_id: int
    name: str
    reading: str
    is_company: bool
    problem: PrintProblem | None

    def is_found(self, text: str) -> bool:
        wanted = fold(text)
        return wanted in fold(self.name) or wanted in fold(self.reading)


@dataclass(frozen=True, slots=True)
class RunDetails:
    """`pieces` in the order of the pages; `has_yen`: whether a cost is known."""

    run: PrintRunRow
    pieces: tuple[RunPiece, ...]
    left_out: tuple[RunLeftOut, ...]
    has_yen: bool

    def at(self, position: int) -> RunPiece | None:
        return next((piece for piece in self.pieces if piece.position == position), None)

    def unsent(self) -> list[RunPiece]:
        return [piece for piece in self.pieces if piece.sent_on is None]

    def stopped_by(self, position: int) -> list[RunPiece]:
        """The pieces that are noted as not printed when the run stopped at `position`."""
        return [piece for piece in self.pieces if piece.position >= position and piece.sent_on is not None and not piece.is_out]

    def customer_ids(self) -> list[int]:
        """Whose pieces they are, in the order of the pages."""
        return list(dict.fromkeys(piece.customer_id for piece in self.pieces))
