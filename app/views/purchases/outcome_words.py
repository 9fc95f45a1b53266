"""What is said when a visit was recorded, and what is asked when points would go below zero."""

from __future__ import annotations

from app.context import Messages
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.numbers import format_number
from app.domain.points import PointsUsedAlready
from app.domain.visits import VisitOutcome
from app.views.labels import translated

_CONTEXT = "Visits"
_SALE = QT_TRANSLATE_NOOP("Visits", "The sale is recorded")
_VISIT = QT_TRANSLATE_NOOP("Visits", "The visit of {name} is recorded")
_WITH_POINTS = QT_TRANSLATE_NOOP("Visits", "The visit of {name} is recorded · {points} points in all")
_BELOW = QT_TRANSLATE_NOOP("Visits", "Let the points go below zero?")
_WHY = QT_TRANSLATE_NOOP(
    "Visits", "{points} of the points this earned are used already. The balance would be below zero until new ones are earned."
)
_CANCEL = QT_TRANSLATE_NOOP("Visits", "Leave it")
_ALLOW = QT_TRANSLATE_NOOP("Visits", "Allow below zero")


def recorded_sentence(name: str, outcome: VisitOutcome) -> str:
    """`name` with its honorific, empty for a sale without a customer."""
    if not name:
        return translated(_CONTEXT, _SALE)
    if outcome.points_earned or outcome.points_used:
        return translated(_CONTEXT, _WITH_POINTS, name=name, points=format_number(outcome.balance))
    return translated(_CONTEXT, _VISIT, name=name)


def confirm_negative(messages: Messages, error: PointsUsedAlready) -> bool:
    """Whether it may be done all the same."""
    points = format_number(int(str(error.values.get("missing", 0))))
    return messages.confirm(
        translated(_CONTEXT, _BELOW),
        translated(_CONTEXT, _WHY, points=points),
        safe=translated(_CONTEXT, _CANCEL),
        danger=translated(_CONTEXT, _ALLOW),
    )
