"""Who is behind what is said of voices and contracts at the end of a month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.periods import Period


@dataclass(frozen=True, slots=True)
class ComplaintsClosed:
    """Whose complaints were closed within the period."""

    period: Period


@dataclass(frozen=True, slots=True)
class VoicesOpenOn:
    """Whose voices were not closed before the day."""

    day: date


@dataclass(frozen=True, slots=True)
class RenewingIn:
    """Whose contracts, as they ran when the period began, are to be renewed in it."""

    period: Period


CarePeople = ComplaintsClosed | VoicesOpenOn | RenewingIn
