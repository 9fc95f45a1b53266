"""The printers of this computer: which there are, and asking one for its paper, tray and pages by the system's own dialog."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWidgets import QDialog, QWidget

from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.print_profiles import PrinterChoice

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

Size = tuple[float, float]
"""Width and height in mm."""

TRAY_NAMES: Mapping[str, str] = {
    "manual": QT_TRANSLATE_NOOP("Trays", "Manual feed"),
    "upper": QT_TRANSLATE_NOOP("Trays", "Upper tray"),
    "middle": QT_TRANSLATE_NOOP("Trays", "Middle tray"),
    "lower": QT_TRANSLATE_NOOP("Trays", "Lower tray"),
    "cassette": QT_TRANSLATE_NOOP("Trays", "Cassette"),
    "envelope": QT_TRANSLATE_NOOP("Trays", "Envelope feeder"),
    "envelope_manual": QT_TRANSLATE_NOOP("Trays", "Envelopes by hand"),
    "large_capacity": QT_TRANSLATE_NOOP("Trays", "Large tray"),
}
"""By what is kept of a choice."""

_SOURCES: Mapping[str, str] = {
    "manual": "Manual",
    "upper": "Upper",
    "middle": "Middle",
    "lower": "Lower",
    "cassette": "Cassette",
    "envelope": "Envelope",
    "envelope_manual": "EnvelopeManual",
    "large_capacity": "LargeCapacity",
}
_SAME_PAPER = 1.0
"""Drivers round their papers to whole millimetres or to points."""
_SERVER_OPTIONS = 0xFE00
"""Under this number the engine keeps what the print server is told."""


class PrinterGone(DomainError):
    """`printer`: as it was chosen."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors",
        "The printer {printer} was not found. Nothing was printed or recorded. Please switch it on, or choose another printer.",
    )


class PrintingMissing(DomainError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "This computer cannot print from here. Nothing was printed or recorded. Please choose “Open the PDF” as the printer."
    )


@dataclass(frozen=True, slots=True)
class PrinterFacts:
    """`name` as the system calls it; `is_usual`: the one it takes when none is named."""

    name: str
    is_usual: bool = False


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """What is to be printed: `sizes` of its pages, one after the other; `is_two_sided`: back and front of one paper follow each other;
    `may_be_two_sided`: whoever wants both sides printed gets nobody else's words on the back."""

    title: str
    choice: PrinterChoice
    sizes: Sequence[Size]
    is_two_sided: bool = False
    may_be_two_sided: bool = False


@dataclass(frozen=True, slots=True)
class Ticket:
    """A printer ready to be painted on. `given`: the pages it is to be handed, `wanted`: those that will come out of it; from 0.
    `is_turned_by_hand`: it prints one side at a time, and there are two."""

    printer: QPrinter
    given: tuple[int, ...]
    wanted: tuple[int, ...]
    is_turned_by_hand: bool = False


class Printers(Protocol):
    def found(self) -> Sequence[PrinterFacts]:
        """Those there are, by name."""

    def trays(self, printer: str) -> Sequence[str]:
        """Keys of TRAY_NAMES."""

    def ask(self, order: PrintOrder, over: QWidget) -> Ticket | None:
        """The printer chosen, with what the user may have changed; None: nothing is to be printed. PrinterGone, PrintingMissing."""


class SystemPrinters:
    """Those of the system, with its print dialog."""

    def found(self) -> Sequence[PrinterFacts]:
        try:
            from PySide6.QtPrintSupport import QPrinterInfo
        except ImportError:
            return ()
        usual = QPrinterInfo.defaultPrinterName()
        return tuple(PrinterFacts(name, name == usual) for name in sorted(QPrinterInfo.availablePrinterNames()))

    def trays(self, printer: str) -> Sequence[str]:
        try:
            from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
        except ImportError:
            return ()
        asked = QPrinter(QPrinterInfo.printerInfo(printer))
        # Only some systems say which trays there are.
        known = getattr(asked, "supportedPaperSources", None)
        if known is None:
            return tuple(TRAY_NAMES)
        sources = set(known())
        return tuple(tray for tray, source in _SOURCES.items() if QPrinter.PaperSource[source] in sources)

    def ask(self, order: PrintOrder, over: QWidget) -> Ticket | None:
        try:
            from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
        except ImportError as error:
            raise PrintingMissing() from error
        found = QPrinterInfo.printerInfo(order.choice.printer)
        if found.isNull():
            raise PrinterGone(printer=order.choice.printer)
        printer = QPrinter(found, QPrinter.PrinterMode.HighResolution)
        prepare(printer, order, found)
        return ask_system(printer, order, over)


def ask_system(printer: QPrinter, order: PrintOrder, over: QWidget) -> Ticket | None:
    """The system's dialog for a printer that is prepared."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo

    dialog = QPrintDialog(printer, over)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, len(order.sizes))
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    keep_paper(printer, order.sizes[0], QPrinterInfo.printerInfo(printer.printerName()))
    keep_sides(printer, order)
    by_itself = (QPrinter.DuplexMode.DuplexLongSide, QPrinter.DuplexMode.DuplexShortSide)
    is_turned_by_hand = order.is_two_sided and printer.duplex() not in by_itself
    return replace(ticket(printer, len(order.sizes)), is_turned_by_hand=is_turned_by_hand)


def prepare(printer: QPrinter, order: PrintOrder, known: QPrinterInfo | None = None) -> None:
    """Paper, tray, sides and name of the job. `known`: whose papers are taken where they fit."""
    from PySide6.QtPrintSupport import QPrinter

    printer.setDocName(order.title)
    printer.setCreator("Okaeri")
    keep_paper(printer, order.sizes[0], known)
    if order.choice.tray in _SOURCES:
        printer.setPaperSource(QPrinter.PaperSource[_SOURCES[order.choice.tray]])
    width, height = order.sizes[0]
    # A card that lies across is turned over its left edge as well, so that its back is not upside down.
    turned = QPrinter.DuplexMode.DuplexShortSide if width > height else QPrinter.DuplexMode.DuplexLongSide
    turns = order.is_two_sided and known is not None and turned in known.supportedDuplexModes()
    # Many a printer of an office prints both sides when nothing is said.
    printer.setDuplex(turned if turns else QPrinter.DuplexMode.DuplexNone)


def keep_sides(printer: QPrinter, order: PrintOrder) -> None:
    """One side of each paper, where the back would be the next one's."""
    from PySide6.QtPrintSupport import QPrinter

    if not (order.is_two_sided or order.may_be_two_sided):
        printer.setDuplex(QPrinter.DuplexMode.DuplexNone)


def keep_paper(printer: QPrinter, size: Size, known: QPrinterInfo | None = None) -> None:
    """The page is as large as this, and everything on it counts from the corner of the paper."""
    now = printer.pageLayout()
    lies = now.fullRect(QPageLayout.Unit.Millimeter).size()
    is_right = abs(lies.width() - size[0]) <= _SAME_PAPER and abs(lies.height() - size[1]) <= _SAME_PAPER
    if not is_right:
        paper, is_turned = paper_for(size, [] if known is None else known.supportedPageSizes())
        turn = QPageLayout.Orientation.Landscape if is_turned else QPageLayout.Orientation.Portrait
        now = QPageLayout(paper, turn, QMarginsF())
    now.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(now)
    printer.setFullPage(True)


def paper_for(size: Size, known: Sequence[QPageSize]) -> tuple[QPageSize, bool]:
    """The driver's own paper of this size, else one of exactly this size; whether the page lies across it."""
    width, height = size
    best, nearest = None, _SAME_PAPER
    for paper in known:
        own = paper.size(QPageSize.Unit.Millimeter)
        for is_turned in (False, True):
            across, down = (own.height(), own.width()) if is_turned else (own.width(), own.height())
            off = max(abs(across - width), abs(down - height))
            if off < nearest:
                best, nearest = (paper, is_turned), off
    if best is not None:
        return best
    upright = QSizeF(min(size), max(size))
    return QPageSize(upright, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch), width > height


def ticket(printer: QPrinter, pages: int) -> Ticket:
    """What the dialog was told about the pages."""
    from PySide6.QtPrintSupport import QPrintEngine, QPrinter

    everything = tuple(range(pages))
    if printer.printRange() == QPrinter.PrintRange.PageRange:
        ranges, first, last = printer.pageRanges(), printer.fromPage() or 1, printer.toPage() or pages
        wanted = [page for page in everything if (first <= page + 1 <= last if ranges.isEmpty() else ranges.contains(page + 1))]
        return Ticket(printer, tuple(wanted), tuple(wanted))
    # A print server picks the pages itself: it has to be handed all.
    is_served = sys.platform.startswith("linux")
    options = printer.printEngine().property(QPrintEngine.PrintEnginePropertyKey(_SERVER_OPTIONS)) if is_served else ()
    return Ticket(printer, everything, served_pages(options or (), pages))


def served_pages(options: Sequence[str], pages: int) -> tuple[int, ...]:
    """Which pages come out of a print server that was told these options, name and value by turns; from 0."""
    told = dict(zip(options[::2], options[1::2], strict=False))
    wanted = list(range(pages))
    if "page-ranges" in told:
        chosen: set[int] = set()
        for part in told["page-ranges"].split(","):
            first, _, last = part.partition("-")
            begin = int(first) if first.strip().isdecimal() else 1
            end = int(last) if last.strip().isdecimal() else pages if "-" in part else begin
            chosen.update(range(begin - 1, end))
        wanted = [page for page in wanted if page in chosen]
    # Odd and even are counted in what is left.
    if told.get("page-set") == "odd":
        wanted = wanted[::2]
    elif told.get("page-set") == "even":
        wanted = wanted[1::2]
    return tuple(wanted)
