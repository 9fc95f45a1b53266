"""Asking once, gently, before somebody is recorded as having passed away."""

from __future__ import annotations

from app.context import Messages
from app.domain.marking import QT_TRANSLATE_NOOP
from app.views.labels import translated

CONTEXT = "PassedAway"


def confirm_passed_away(messages: Messages) -> bool:
    return messages.confirm(
        translated(CONTEXT, QT_TRANSLATE_NOOP("PassedAway", "Record that this customer has passed away?")),
        translated(
            CONTEXT,
            QT_TRANSLATE_NOOP(
                "PassedAway",
                "The name and everything so far stay. No card, no call and no reminder is planned any more. It can be changed back later.",
            ),
        ),
        safe=translated(CONTEXT, QT_TRANSLATE_NOOP("PassedAway", "Leave it as it is")),
        danger=translated(CONTEXT, QT_TRANSLATE_NOOP("PassedAway", "Record it")),
    )
