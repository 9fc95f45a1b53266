"""Asking before a form is left whose words are not saved."""

from __future__ import annotations

from enum import Enum

from PySide6.QtWidgets import QWidget

from app.context import Messages
from app.domain.marking import QT_TRANSLATE_NOOP
from app.views.labels import translated
from app.views.widgets.buttons import PrimaryButton
from app.views.widgets.confirm_dialog import ConfirmDialog

CONTEXT = "Leaving"


class Leaving(Enum):
    """What is to become of what is not saved: STAY is not to leave at all."""

    STAY = "stay"
    SAVE = "save"
    DISCARD = "discard"


class LeavingDialog(ConfirmDialog):
    """Stay (first and default), leave without saving, or save."""

    def __init__(self, parent: QWidget | None, question: str, body: str) -> None:
        super().__init__(
            parent,
            question,
            body,
            safe=translated(CONTEXT, QT_TRANSLATE_NOOP("Leaving", "Stay here")),
            danger=translated(CONTEXT, QT_TRANSLATE_NOOP("Leaving", "Leave without saving")),
        )
        self.answer = Leaving.STAY
        self.save_button = PrimaryButton(translated(CONTEXT, QT_TRANSLATE_NOOP("Leaving", "Save and leave")))
        self.buttons.addWidget(self.save_button)
        self.save_button.clicked.connect(self._on_save)
        self.accepted.connect(self._on_accepted)

    def _on_save(self) -> None:
        self.answer = Leaving.SAVE
        self.done(0)

    def _on_accepted(self) -> None:
        self.answer = Leaving.DISCARD


def ask_to_leave(parent: QWidget, question: str) -> Leaving:
    dialog = LeavingDialog(parent, question, translated(CONTEXT, QT_TRANSLATE_NOOP("Leaving", "What you changed is not saved yet.")))
    dialog.exec()
    dialog.deleteLater()
    return dialog.answer


def may_leave(messages: Messages) -> bool:
    """Whether what was typed may go."""
    return messages.confirm(
        translated(CONTEXT, QT_TRANSLATE_NOOP("Leaving", "Leave without saving?")),
        translated(CONTEXT, QT_TRANSLATE_NOOP("Leaving", "What you typed is not saved yet.")),
        safe=translated(CONTEXT, QT_TRANSLATE_NOOP("Leaving", "Go on writing")),
        danger=translated(CONTEXT, QT_TRANSLATE_NOOP("Leaving", "Leave without saving")),
    )
