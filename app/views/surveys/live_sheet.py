"""The sheet as it would be printed, made again in the background as the survey is built: one at a time, always the newest next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.context import AppContext
from app.domain.survey_prints import SheetRemark, SheetShop
from app.domain.survey_sheets import SheetChoice
from app.domain.surveys import SurveyContent
from app.jobs.job import JobControl

if TYPE_CHECKING:
    from app.printing.preview import Picture

_PAUSE_MS = 25
_WIDEST = 2600


@dataclass(frozen=True, slots=True)
class SheetRequest:
    """`page` from 0, `width` of the page in pixels of the screen; `addressee` without 様, empty for an open sheet."""

    content: SurveyContent
    choice: SheetChoice
    shop: SheetShop
    page: int
    width: int
    addressee: str = ""


@dataclass(frozen=True, slots=True)
class SheetSeen:
    """The page asked for, or the last one there is; what there is to say of the sheet."""

    picture: Picture
    page: int
    pages: int
    remarks: tuple[SheetRemark, ...]


class LiveSheet(QObject):
    """`made`: a SheetSeen and the request it answers."""

    made = Signal(object, object)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted: SheetRequest | None = None
        self._making: SheetRequest | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self._begin)

    def ask(self, request: SheetRequest, *, now: bool = False) -> None:
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

        def op(_control: JobControl) -> tuple[SheetRequest, SheetSeen]:
            return wanted, _seen(wanted)

        self._context.tasks.run(op, self._on_made, owner=self, failed=self._on_failed, replaces="sheet")

    def _on_made(self, made: tuple[SheetRequest, SheetSeen]) -> None:
        request, seen = made
        if request is not self._making:
            # Another survey lies on the desk by now.
            return
        self._making = None
        self.made.emit(seen, request)
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        self._making = None
        self._context.messages.error(error)
        self._go_on()

    def _go_on(self) -> None:
        if self._wanted is not None and not self._soon.isActive():
            self._soon.start()


def _seen(request: SheetRequest) -> SheetSeen:
    from app.printing.survey_layout import lay_out
    from app.printing.survey_remarks import remarks
    from app.printing.survey_sheets import preview_picture

    laid = lay_out(request.content, request.choice)
    page = max(0, min(request.page, len(laid.pages) - 1))
    picture = preview_picture(laid, request.shop, page, min(request.width, _WIDEST), request.addressee)
    return SheetSeen(picture, page, len(laid.pages), remarks(laid))
