"""Handing the pages of a PDF to a printer, in a job: page after page at full size, so that a stop leaves whole pages behind."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QImage, QPainter

from app.context import AppContext
from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.progress import Progress
from app.jobs.job import JobControl
from app.views.printing.printers import Size, Ticket, keep_paper

SHARPEST = 600
"""Dots an inch: what more than this brings is seen by nobody."""


class PrinterStopped(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "The printer took no more pages.")


@dataclass(frozen=True, slots=True)
class Sent:
    """`pages` are those that come out of the printer, from 0; `error`: what ended it early, Cancelled when the user did."""

    pages: tuple[int, ...]
    error: Exception | None = None


class DirectPrinting(QObject):
    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def send(self, document: bytes, ticket: Ticket, title: str, done: Callable[[Sent], None]) -> None:
        """`title`: of the job, as the jobs panel shows it. `done` is told in any case."""

        def op(control: JobControl) -> Sent:
            return paint(document, ticket, control)

        def failed(error: Exception) -> None:
            done(Sent((), error))

        # Whatever becomes of the page: what was recorded as sent is sent, also while the program closes, and what was not is noted.
        job = self._context.tasks.run(op, done, owner=self._context.tasks, failed=failed, title=title)
        job.is_kept = True


def paint(document: bytes, ticket: Ticket, progress: Progress) -> Sent:
    """Every page that is to be given, at full size from the corner of its paper. May be called in any thread, one printer in one."""
    from app.printing.page_images import PageImages, page_sizes

    printer = ticket.printer
    # Whole dots of the printer for each dot of the page: nothing is smeared.
    dots = max(1, math.ceil(printer.resolution() / SHARPEST))
    sizes, images, painter = page_sizes(document), PageImages(document), QPainter()
    finished: list[int] = []
    error: Exception | None = None
    try:
        for number, page in enumerate(ticket.given):
            progress.advance(number, len(ticket.given))
            is_other_paper = number == 0 or sizes[page] != sizes[ticket.given[number - 1]]
            _begin_page(ticket, painter, sizes[page] if is_other_paper else None, is_first=number == 0)
            for strip in images.strips(page, printer.resolution() / dots):
                image = QImage(strip.pixels, strip.width, strip.height, strip.width * 4, QImage.Format.Format_RGB32)
                painter.drawImage(QRectF(0, strip.top * dots, strip.width * dots, strip.height * dots), image)
            if _is_stopped(ticket):
                raise PrinterStopped
            finished.append(page)
    except Exception as stopped:
        # Whatever it was, the pages before it are with the printer.
        error = stopped
    finally:
        images.close()
        is_taken = not painter.isActive() or painter.end()
    if not is_taken or (_is_stopped(ticket) and error is None):
        return Sent((), error or PrinterStopped())
    return Sent(tuple(page for page in finished if page in set(ticket.wanted)), error)


def _begin_page(ticket: Ticket, painter: QPainter, size: Size | None, *, is_first: bool) -> None:
    """`size`: of another paper than before."""
    if size is not None:
        # Only then: drivers begin anew for every change of the paper.
        keep_paper(ticket.printer, size)
    if not (painter.begin(ticket.printer) if is_first else ticket.printer.newPage()):
        raise PrinterStopped
    if is_first:
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)


def _is_stopped(ticket: Ticket) -> bool:
    from PySide6.QtPrintSupport import QPrinter

    return ticket.printer.printerState() in (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error)
