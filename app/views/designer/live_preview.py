"""The pages of a template for one person, made again in the background as it is changed: one at a time, always the newest next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.context import AppContext
from app.domain.print_runs import Candidate
from app.domain.templates import Template
from app.jobs.job import JobControl
from app.views.moments import language

if TYPE_CHECKING:
    from app.reports.designs import DesignPreview, DesignView

_PAUSE_MS = 25
_WIDEST = 2600


@dataclass(frozen=True, slots=True)
class PreviewRequest:
    """`person` None: somebody made up. `width`: of a page, in pixels of the screen."""

    view: DesignView
    template: Template
    person: Candidate | None
    width: int
    day: date


class LivePreview(QObject):
    """`made`: a DesignPreview and the request it answers."""

    made = Signal(object, object)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted: PreviewRequest | None = None
        self._making: PreviewRequest | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self._begin)

    def ask(self, request: PreviewRequest, *, now: bool = False) -> None:
        """What is asked last is made; what came before it is dropped unless it is being made. `now`: without gathering keys."""
        self._wanted = request
        if self._making is not None:
            return
        if now:
            self._soon.stop()
            self._begin()
        elif not self._soon.isActive():
            self._soon.start()

    def forget(self) -> None:
        """Nothing that was asked is waited for any more."""
        self._soon.stop()
        self._wanted = self._making = None

    def _begin(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        self._making = wanted
        spoken = language()

        def op(_control: JobControl) -> tuple[PreviewRequest, DesignPreview]:
            return wanted, _made(wanted, spoken)

        self._context.tasks.run(op, self._on_made, owner=self, failed=self._on_failed, replaces="design")

    def _on_made(self, made: tuple[PreviewRequest, DesignPreview]) -> None:
        request, preview = made
        if request is not self._making:
            # Another template lies on the desk by now.
            return
        self._making = None
        self.made.emit(preview, request)
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        self._making = None
        self._context.messages.error(error)
        self._go_on()

    def _go_on(self) -> None:
        if self._wanted is not None and not self._soon.isActive():
            self._soon.start()


def _made(request: PreviewRequest, spoken: str) -> DesignPreview:
    from app.reports.designs import design_job, design_preview, design_recipient, sample_recipient

    view, template = request.view, request.template
    person = request.person
    recipient = sample_recipient(spoken, view.own_fields) if person is None else design_recipient(view, person)
    job = design_job(view, template, spoken, request.day)
    return design_preview(template, recipient, job, min(request.width, _WIDEST))
