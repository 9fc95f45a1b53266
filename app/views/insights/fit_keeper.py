"""Has the models of lifetime profit fitted: what they are made from is read, a worker fits for seconds, the result is kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.context import AppContext
from app.jobs.job import JobControl

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.domain.expected_profit import KeptFit
    from app.queries.lifetimes import FitGround


class FitKeeper(QObject):
    """`kept`: a fit is there that was not there before."""

    kept = Signal()

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._asked: date | None = None

    def ask(self, as_of: date) -> None:
        """The fit of the first day of a month; once at a time."""
        if self._asked is not None:
            return
        self._asked = as_of

        def op(session: Session, _control: JobControl) -> FitGround:
            from app.queries.lifetimes import fit_ground

            return fit_ground(session, as_of)

        self._context.tasks.query(op, self._on_ground, owner=self, failed=self._on_failed)

    def _on_ground(self, ground: FitGround) -> None:
        def op(_control: JobControl) -> KeptFit:
            from app.queries.lifetimes import worked_out

            return worked_out(ground)

        title = self.tr("Working out what customers are still expected to bring")
        self._context.tasks.run(op, self._on_fit, owner=self, failed=self._on_failed, title=title)

    def _on_fit(self, fit: KeptFit) -> None:
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> None:
            from app.services.lifetimes import keep_fit

            keep_fit(session, fit, now=now, today=today)

        self._context.tasks.command(op, self._on_kept, owner=self, failed=self._on_failed)

    def _on_kept(self, _nothing: None) -> None:
        self._asked = None
        self.kept.emit()

    def _on_failed(self, error: Exception) -> None:
        self._asked = None
        self._context.messages.error(error)
