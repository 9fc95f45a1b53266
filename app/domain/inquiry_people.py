"""Whose voices are behind a figure."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.periods import Period


@dataclass(frozen=True, slots=True)
class VoicesOf:
    """Whose voices were received within the period; `is_replied`: who was first replied to within it instead."""

    period: Period
    is_replied: bool = False
