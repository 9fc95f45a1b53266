"""What the wizard says above its steps: what to know of the file, that it was stopped, why something could not be done."""

from __future__ import annotations

from app.context import Messages
from app.domain.errors import DomainError, StorageProblem
from app.views.theme import Tone
from app.views.widgets.announce import announce
from app.views.widgets.banner import Banner


class ImportBanner(Banner):
    def __init__(self) -> None:
        super().__init__()
        self.hide()

    def say(self, tone: Tone, title: str, body: str = "") -> None:
        self.set(tone, title, body)
        self.show()
        announce(self, f"{title} {body}".strip())

    def say_stopped(self) -> None:
        self.say(Tone.INFO, self.tr("Stopped. Nothing was changed."))

    def say_failure(self, messages: Messages, error: Exception) -> None:
        """One that nobody foresaw is reported too."""
        if isinstance(error, DomainError | StorageProblem):
            self.say(Tone.DANGER, messages.sentence(error))
        else:
            self.say(Tone.DANGER, self.tr("This could not be finished. Nothing was changed."))
            messages.error(error)
