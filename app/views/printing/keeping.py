"""Keeping what is chosen and typed in the workspace, a moment after the last change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.context import AppContext
from app.domain.print_runs import PrintSettings
from app.domain.templates import Template
from app.jobs.job import JobControl
from app.views.printing.settings_card import SettingsCard

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

SAVE_MS = 600


class Keeping(QObject):
    """What it keeps stands on the page already: it is itself the initiator of the change."""

    def __init__(self, context: AppContext, settings_card: SettingsCard, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._settings_card = settings_card
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SAVE_MS)
        self._soon.timeout.connect(self._save)

    @property
    def is_waiting(self) -> bool:
        """Whether something was changed that is not kept yet."""
        return self._soon.isActive()

    def keep_soon(self) -> None:
        self._soon.start()

    def keep_now(self) -> None:
        """At once, what else would be kept a moment later."""
        if self.is_waiting:
            self._soon.stop()
            self._save()

    def _save(self) -> None:
        op = _keeping(self._settings_card.settings(), self._settings_card.typed_templates(), self._context.clock.now())
        self._context.tasks.command(op, None, owner=self, initiator=self)


def _keeping(settings: PrintSettings, typed: Sequence[Template], now: datetime) -> Callable[[Session, JobControl], None]:
    """What keeps the settings and the words that were typed."""
    stored = settings.to_json()

    def op(session: Session, _control: JobControl) -> None:
        from app.services.shop import save_print_settings
        from app.services.templates import save_typed

        save_print_settings(session, stored)
        for template in typed:
            save_typed(session, template, now=now)

    return op
