"""Asking before a form is left whose words are not saved."""

from __future__ import annotations

from app.context import Messages
from app.domain.marking import QT_TRANSLATE_NOOP
from app.views.labels import translated

CONTEXT = "Leaving"


def may_leave(messages: Messages) -> bool:
    """Whether what was typed may go."""
    return messages.confirm(
        translated(CONTEXT, QT_TRANSLATE_NOOP("Leaving", "Leave without saving?")),
        translated(CONTEXT, QT_TRANSLATE_NOOP("Leaving", "What you typed is not saved yet.")),
        safe=translated(CONTEXT, QT_TRANSLATE_NOOP("Leaving", "Go on writing")),
        danger=translated(CONTEXT, QT_TRANSLATE_NOOP("Leaving", "Leave without saving")),
    )
