"""How like two short texts are, by the pairs of characters they share. Nothing is learned and nothing is looked up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import sqrt

from app.domain.text import fold

LIKE_ENOUGH = 0.22
ASKS_FOR_THE_SAME = 0.45
_MOST = 600


def pairs_of(text: str) -> Counter[str]:
    """Each pair of neighbouring characters of the folded text, with how often it stands there; a single character is its own pair."""
    folded = fold(text[:_MOST])
    return Counter(folded[at : at + 2] for at in range(len(folded) - 1)) if len(folded) > 1 else Counter([folded] if folded else [])


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """The cosine between both, from 0 (nothing shared) to 1 (the same pairs)."""
    if not one or not other:
        return 0.0
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    shared = sum(count * many[pair] for pair, count in few.items())
    return shared / sqrt(sum(n * n for n in one.values()) * sum(n * n for n in other.values()))


def coverage(asked: Counter[str], other: Counter[str]) -> float:
    """Which share of what is asked stands in the other text: a short question is found in a long answer."""
    total = sum(asked.values())
    return sum(min(count, other[pair]) for pair, count in asked.items()) / total if total else 0.0


def rank(text: str, candidates: Sequence[tuple[str, str]], *, enough: float = LIKE_ENOUGH, limit: int = 3) -> list[tuple[int, float]]:
    """Places of the candidates (a title and more words) most like `text`, the likest first, with how like they are. The title counts for
    more than the rest."""
    asked = pairs_of(text)
    found = [(place, _score(asked, title, more)) for place, (title, more) in enumerate(candidates)]
    return sorted((one for one in found if one[1] >= enough), key=lambda one: (-one[1], one[0]))[:limit]


def groups_like(title: str, others: Iterable[tuple[int, str]]) -> int | None:
    """The key of the title that asks for the same, where one does."""
    asked = pairs_of(title)
    best = max(((likeness(asked, pairs_of(other)), -key) for key, other in others), default=(0.0, 0))
    return -best[1] if best[0] >= ASKS_FOR_THE_SAME else None


def _score(asked: Counter[str], title: str, more: str) -> float:
    head, rest = pairs_of(title), pairs_of(more)
    return max(likeness(asked, head), 0.8 * coverage(head, asked), 0.7 * likeness(asked, head + rest))
