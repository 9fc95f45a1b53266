"""Printers that lay their paper into a folder: each job is a PDF file there, made by Qt's own printing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from app.views.printing.printers import PrinterFacts, PrinterGone, PrintOrder, Ticket, prepare, ticket

FRONT, BACK = "受付のプリンター", "事務所のレーザー"


class PdfPrinters:
    """`orders`: what was asked for. `pages`: first and last that the user picks in the dialog, from 1; `is_refused`: leaves it.
    `is_turned_by_hand`: they print one side at a time."""

    def __init__(self, folder: Path) -> None:
        self.orders: list[PrintOrder] = []
        self.pages: tuple[int, int] | None = None
        self.is_refused = self.is_turned_by_hand = False
        self.folder = folder

    def found(self) -> Sequence[PrinterFacts]:
        return (PrinterFacts(BACK), PrinterFacts(FRONT, is_usual=True))

    def trays(self, printer: str) -> Sequence[str]:
        return ("manual", "upper") if printer == FRONT else ("cassette",)

    def ask(self, order: PrintOrder, over: QWidget) -> Ticket | None:
        if order.choice.printer not in (FRONT, BACK):
            raise PrinterGone(printer=order.choice.printer)
        self.orders.append(order)
        if self.is_refused:
            return None
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.paper(len(self.orders))))
        prepare(printer, order)
        if self.pages is not None:
            printer.setPrintRange(QPrinter.PrintRange.PageRange)
            printer.setFromTo(*self.pages)
        return replace(ticket(printer, len(order.sizes)), is_turned_by_hand=order.is_two_sided and self.is_turned_by_hand)

    def paper(self, number: int) -> Path:
        """The file of a job, from 1."""
        return self.folder / f"job-{number}.pdf"
