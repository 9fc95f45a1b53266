"""On which pages of a document each piece lies, and which pieces a printer did not get whole."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

Span = tuple[int, int]
"""The first and the last page of a piece, from 0. Letters have several pages, labels share one."""


def spans_of(lies_on: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """The span of each piece, in order; `lies_on`: the number of a piece (from 1) with a page it lies on, once or often, for all pieces."""
    found: dict[int, Span] = {}
    for piece, page in lies_on:
        first, last = found.get(piece, (page, page))
        found[piece] = min(first, page), max(last, page)
    return tuple(found[piece] for piece in sorted(found))


def unsent_pieces(spans: Sequence[Span], pages: Collection[int]) -> list[int]:
    """The places (from 1) of the pieces that are not wholly on these pages."""
    whole = set(whole_pieces(spans, pages))
    return [place + 1 for place in range(len(spans)) if place not in whole]


def whole_pieces(spans: Sequence[Span], pages: Collection[int]) -> list[int]:
    """The places (from 0) of the pieces of which every page is among these."""
    sent = set(pages)
    return [place for place, (first, last) in enumerate(spans) if sent.issuperset(range(first, last + 1))]


def words_of_numbers(numbers: Sequence[int]) -> str:
    """ "3-5, 8" for 3, 4, 5, 8; they rise."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1] = [runs[-1][0], number]
        else:
            runs.append([number])
    return ", ".join("-".join(map(str, run)) for run in runs)
