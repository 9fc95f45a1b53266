"""In which order the pieces of a run come out."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.print_kinds import PieceOrder
from app.domain.print_runs import Candidate, PlanLine
from app.domain.text import digits_of, sort_key


def in_piece_order(lines: Iterable[PlanLine], order: PieceOrder) -> tuple[PlanLine, ...]:
    """The lines of a check list as their pieces come out. Sorted after it was made, so that the same ones are addressed in any order."""
    if order is PieceOrder.AS_ASKED:
        return tuple(lines)
    place = _by_postcode if order is PieceOrder.POSTCODE else _by_kana
    return tuple(sorted(lines, key=lambda line: place(line.candidate)))


def _by_postcode(person: Candidate) -> tuple[object, ...]:
    digits = digits_of(person.recipient.postal_code)
    return (not digits, digits, *_by_kana(person))


def _by_kana(person: Candidate) -> tuple[object, ...]:
    """As the list of customers is sorted."""
    return (sort_key(str(person.recipient.fields.get("kana") or ""), person.name), person.customer_id)
