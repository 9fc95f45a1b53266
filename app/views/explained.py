"""The text behind an ⓘ, translated and with the shop's own number of days in it."""

from __future__ import annotations

from app.domain.explanations import CONTEXT, EXPLANATIONS, Figure
from app.views.labels import translated
from app.views.widgets.explanation import Explanation


def explained(figure: Figure, *, window: int) -> Explanation:
    source = EXPLANATIONS[figure]
    words, example, formula = (translated(CONTEXT, text, window=window) for text in (source.words, source.example, source.formula))
    return Explanation(translated(CONTEXT, source.title), words, example, formula)
