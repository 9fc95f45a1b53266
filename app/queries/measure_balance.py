"""Whether both groups of a measure were alike before it, and among whom it did most."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from app.analytics.occasions import Floats, Ints
from app.analytics.survey_figures import survivors, welch
from app.analytics.uplift import Gain, gain_difference
from app.domain.measure_view import BalanceRow, BalanceTrait, Band
from app.domain.rates import rate_of
from app.queries.measure_margins import Margins

# What a draw gives once in a thousand times.
ALARM = 0.001
BANDS = (0, 90, 180, 365, None)

Flags = NDArray[np.bool_]


def balance_of(margins: Margins, start: Ints, sent: Flags, held: Flags) -> tuple[BalanceRow, ...]:
    """Empty where nobody was held back."""
    if not held.any():
        return ()
    since = np.where(margins.last_before >= 0, (start - margins.last_before).astype(np.float64), np.nan)
    traits = {
        BalanceTrait.DAYS_SINCE: since,
        BalanceTrait.VISITS: margins.visits_before.astype(np.float64),
        BalanceTrait.MARGIN: margins.before,
    }
    return tuple(_row(trait, values[sent], values[held]) for trait, values in traits.items())


def bands_of(margins: Margins, start: Ints, sent: Flags, held: Flags) -> tuple[Band, ...]:
    """By the days since the last visit; who never came is in none. At most one of them is the best."""
    since = np.where(margins.last_before >= 0, start - margins.last_before, -1)
    edges = [(low or 0, high) for low, high in pairwise(BANDS)]
    inside = [(since >= low) & ((since < high) if high is not None else True) for low, high in edges]
    gains = [_gain(margins.came, sent & hit, held & hit) for hit in inside]
    others = [_gain(margins.came, sent & ~hit, held & ~hit) for hit in inside]
    told = survivors([gain_difference(gain, other) for gain, other in zip(gains, others, strict=True)])
    above = [_gained(gain) - _gained(other) if is_told else 0.0 for gain, other, is_told in zip(gains, others, told, strict=True)]
    best = int(np.argmax(above)) if max(above) > 0 else -1
    return tuple(
        Band(low, high, rate_of(gain.came_sent, gain.sent), rate_of(gain.came_held, gain.held), place == best)
        for place, ((low, high), gain) in enumerate(zip(edges, gains, strict=True))
        if gain.sent
    )


def _row(trait: BalanceTrait, sent: Floats, held: Floats) -> BalanceRow:
    one, other = sent[~np.isnan(sent)], held[~np.isnan(held)]
    p = welch(one, other)
    return BalanceRow(trait, _mean(one), _mean(other), p is None or p >= ALARM)


def _mean(values: Floats) -> float | None:
    return float(values.mean()) if len(values) else None


def _gain(came: Flags, sent: Flags, held: Flags) -> Gain:
    return Gain(int((came & sent).sum()), int(sent.sum()), int((came & held).sum()), int(held.sum()))


def _gained(gain: Gain) -> float:
    return gain.came_sent / max(1, gain.sent) - gain.came_held / max(1, gain.held)
