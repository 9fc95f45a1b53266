"""The finished measures of a kind beside each other: what each was expected to bring and what it brought, all of them as one, and a
figure from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.figure_settings import GeneralFigure
from app.domain.measure_results import Pooled, Return
from app.domain.measure_view import PastResult
from app.domain.measures import MeasureKind


@dataclass(frozen=True, slots=True)
class ComparedMeasure:
    """`expected_gain`, `measured_gain`: gross margin more because of it, minor units; None where the plan said nothing, or nobody was held
    back. `expected_roi` a fraction."""

    result: PastResult
    expected_gain: int | None
    expected_roi: float | None

    @property
    def measured_gain(self) -> int | None:
        effect = self.result.effect
        return None if effect is None else round(effect.effect * self.result.n_sent)


@dataclass(frozen=True, slots=True)
class KindComparison:
    """`counts`: of every kind how many are finished, the kind of the newest first; `rows` of `kind`, the newest first; `general`: what is
    said elsewhere."""

    counts: Mapping[MeasureKind, int]
    kind: MeasureKind
    rows: tuple[ComparedMeasure, ...]
    pooled: Pooled | None
    roi: Return | None
    general: GeneralFigure | None
    currency: str


def chosen_kind(counts: Mapping[MeasureKind, int], wanted: MeasureKind | None) -> MeasureKind:
    """The one wanted, else the one with most measures; of several with as many the first in `counts`."""
    if wanted is not None:
        return wanted
    return max(counts, key=lambda kind: counts[kind], default=next(iter(MeasureKind)))
