"""Pages handed to a printer: the size of the paper, where things lie, which pages, a stop half-way. The printer is Qt's, into a file."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PySide6.QtCore import QObject, QSizeF, QTimer
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.errors import Cancelled
from app.domain.print_profiles import PrinterChoice
from app.domain.progress import NO_PROGRESS
from app.jobs.tasks import Tasks
from app.printing.geometry import MM, PAPERS, Box, Paper
from app.printing.ink import BLACK, Ink, colour
from app.printing.page_images import page_sizes
from app.printing.pdf import PdfFile
from app.views.printing.direct import DirectPrinting, PrinterStopped, Sent, paint
from app.views.printing.printers import (
    PrinterGone,
    PrintingMissing,
    PrintOrder,
    Size,
    SystemPrinters,
    Ticket,
    ask_system,
    keep_paper,
    keep_sides,
    paper_for,
    prepare,
    served_pages,
    ticket,
)

MARK = Box(21.3, 34.7, 6.0, 4.0)
DOTS = 600


def document(*papers: Paper, marks: Sequence[Box] = ()) -> bytes:
    """A page for each paper with a black mark; the later pages also have a red one further down for each page before."""
    out = io.BytesIO()
    file = PdfFile(out, title="Marks")
    for number, paper in enumerate(papers):
        ink = Ink(file, paper)
        ink.fill_box(MARK, BLACK)
        for place in range(number):
            ink.fill_box(Box(10 + 6 * place, paper.height - 12, 4, 6), colour("#BF1010"))
        file.add_page(ink.content(), paper.width * MM, paper.height * MM)
    file.done()
    return out.getvalue()


def printer_into(path: Path, content: bytes, *, is_two_sided: bool = False) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    prepare(printer, PrintOrder("Marks", PrinterChoice("P", "manual"), page_sizes(content), is_two_sided))
    return printer


def pixels(content: bytes, page: int = 0, dots: float = DOTS) -> np.ndarray:
    opened = pypdfium2.PdfDocument(content)
    try:
        drawn: np.ndarray = opened[page].render(scale=dots / 72, rev_byteorder=True).to_numpy()[:, :, :3].astype(int)
        return drawn
    finally:
        opened.close()


def black_box(image: np.ndarray, dots: float = DOTS) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what is black, in mm."""
    rows, columns = np.nonzero((image < 100).all(axis=2))
    return tuple(float(number) * 25.4 / dots for number in (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1))  # type: ignore[return-value]


@pytest.mark.parametrize("name", ["はがき", "長形3号", "洋形2号", "洋形4号", "角形2号", "A4", "A5", "B5", "Letter", "DL", "#10", "名刺"])
def test_paper_and_marks_are_as_large_and_where_they_should_be(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    paper, path = PAPERS[name], tmp_path / "out.pdf"
    content = document(paper)
    sent = paint(content, ticket(printer_into(path, content), 1), NO_PROGRESS)
    printed = path.read_bytes()
    assert sent == Sent((0,))
    assert page_sizes(printed)[0] == pytest.approx((paper.width, paper.height), abs=0.2)
    assert black_box(pixels(printed)) == pytest.approx((MARK.left, MARK.top, MARK.right, MARK.bottom), abs=0.1)


def test_printed_pages_look_like_the_pages(qtbot: QtBot, tmp_path: Path) -> None:
    content, path = document(*[PAPERS["はがき"]] * 3), tmp_path / "out.pdf"
    paint(content, ticket(printer_into(path, content), 3), NO_PROGRESS)
    printed = path.read_bytes()
    assert len(page_sizes(printed)) == 3
    for page in range(3):
        one, other = pixels(content, page, 200), pixels(printed, page, 200)
        height, width = min(one.shape[0], other.shape[0]), min(one.shape[1], other.shape[1])
        far = np.abs(one[:height, :width] - other[:height, :width]).max(axis=2) > 100
        assert far.mean() < 0.001


def test_pages_of_different_papers_keep_their_sizes(qtbot: QtBot, tmp_path: Path) -> None:
    content, path = document(PAPERS["A4"], PAPERS["洋形2号"]), tmp_path / "out.pdf"
    paint(content, ticket(printer_into(path, content), 2), NO_PROGRESS)
    first, second = page_sizes(path.read_bytes())
    assert first == pytest.approx((210, 297), abs=0.2)
    assert second == pytest.approx((162, 114), abs=0.2)


def test_a_printer_may_be_painted_on_by_another_thread(qtbot: QtBot, tmp_path: Path) -> None:
    content, path = document(*[PAPERS["はがき"]] * 4), tmp_path / "out.pdf"
    made, results, tasks = ticket(printer_into(path, content), 4), list[Sent](), Tasks()
    tasks.run(lambda control: paint(content, made, control), results.append, owner=tasks)
    qtbot.waitUntil(lambda: bool(results), timeout=20_000)
    tasks.close()
    assert results == [Sent((0, 1, 2, 3))]
    assert black_box(pixels(path.read_bytes(), 3)) == pytest.approx((MARK.left, MARK.top, MARK.right, MARK.bottom), abs=0.1)


class StopAfter:
    """A progress that is cancelled before a page."""

    def __init__(self, pages: int) -> None:
        self._pages = pages

    def advance(self, done: int, total: int) -> None:
        if done == self._pages:
            raise Cancelled


def test_what_was_sent_before_a_stop_is_whole(qtbot: QtBot, tmp_path: Path) -> None:
    content, path = document(*[PAPERS["はがき"]] * 4), tmp_path / "out.pdf"
    sent = paint(content, ticket(printer_into(path, content), 4), StopAfter(2))
    assert sent.pages == (0, 1)
    assert isinstance(sent.error, Cancelled)
    assert len(page_sizes(path.read_bytes())) == 2


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    content = document(PAPERS["はがき"])
    sent = paint(content, ticket(printer_into(tmp_path / "no such folder" / "out.pdf", content), 1), NO_PROGRESS)
    assert sent.pages == ()
    assert isinstance(sent.error, PrinterStopped)


def test_only_the_pages_of_the_dialog_are_printed(qtbot: QtBot, tmp_path: Path) -> None:
    content, path = document(*[PAPERS["はがき"]] * 5), tmp_path / "out.pdf"
    printer = printer_into(path, content)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 4)
    made = ticket(printer, 5)
    assert paint(content, made, NO_PROGRESS) == Sent((1, 2, 3))
    assert len(page_sizes(path.read_bytes())) == 3


def test_a_server_that_picks_the_pages_is_handed_all_of_them(qtbot: QtBot, tmp_path: Path) -> None:
    content, path = document(*[PAPERS["はがき"]] * 3), tmp_path / "out.pdf"
    made = Ticket(printer_into(path, content), (0, 1, 2), (1,))
    assert paint(content, made, NO_PROGRESS) == Sent((1,))
    assert len(page_sizes(path.read_bytes())) == 3


@pytest.mark.parametrize(
    ("options", "pages"),
    [
        ([], (0, 1, 2, 3, 4)),
        (["page-ranges", "2-3"], (1, 2)),
        (["copies", "1", "page-ranges", "1,4-"], (0, 3, 4)),
        (["page-set", "odd"], (0, 2, 4)),
        (["page-ranges", "2-5", "page-set", "even"], (2, 4)),
        (["page-ranges", "4-9"], (3, 4)),
    ],
)
def test_what_a_print_server_was_told_is_understood(options: list[str], pages: tuple[int, ...]) -> None:
    assert served_pages(options, 5) == pages


def known(name: str, width: float, height: float) -> QPageSize:
    return QPageSize(QSizeF(width, height), QPageSize.Unit.Millimeter, name, QPageSize.SizeMatchPolicy.ExactMatch)


def test_the_drivers_own_paper_is_taken_where_it_has_one(qtbot: QtBot) -> None:
    papers = [known("A4", 210, 297), known("Hagaki", 99.9, 148.2), known("Kaku 2 (long side)", 332, 240), known("You 2", 114, 162)]
    assert paper_for((100, 148), papers) == (papers[1], False)
    assert paper_for((162, 114), papers) == (papers[3], True)
    assert paper_for((240, 332), papers) == (papers[2], True)
    own, is_turned = paper_for((235, 105), papers)
    assert is_turned
    assert own.size(QPageSize.Unit.Millimeter).toTuple() == pytest.approx((105, 235), abs=0.01)


def test_tray_and_name_of_the_job_reach_the_printer(qtbot: QtBot, tmp_path: Path) -> None:
    content = document(PAPERS["洋形2号"])
    printer = printer_into(tmp_path / "out.pdf", content)
    assert printer.paperSource() == QPrinter.PaperSource.Manual
    assert printer.docName() == "Marks"
    assert printer.fullPage()
    assert printer.pageLayout().orientation() == QPageLayout.Orientation.Landscape


class _Office(QPrinter):
    """A printer that prints both sides when nothing is said."""

    def __init__(self) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.sides = QPrinter.DuplexMode.DuplexLongSide

    def setDuplex(self, sides: QPrinter.DuplexMode) -> None:  # noqa: N802
        self.sides = sides

    def duplex(self) -> QPrinter.DuplexMode:
        return self.sides


@pytest.mark.parametrize("may", [True, False])
def test_a_printer_that_turns_the_paper_by_habit_is_told_not_to(qtbot: QtBot, may: bool) -> None:
    order = PrintOrder("Letters", PrinterChoice("P"), [(210, 297)] * 4, may_be_two_sided=may)
    printer = _Office()
    prepare(printer, order)
    assert printer.duplex() is QPrinter.DuplexMode.DuplexNone
    # What is chosen in the dialog holds where every letter begins on a paper of its own.
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    keep_sides(printer, order)
    assert (printer.duplex() == QPrinter.DuplexMode.DuplexLongSide) is may


class _Duplex(QPrinterInfo):
    """What is known of a printer that turns the paper itself."""

    def supportedDuplexModes(self) -> list[QPrinter.DuplexMode]:  # noqa: N802
        return [QPrinter.DuplexMode.DuplexLongSide, QPrinter.DuplexMode.DuplexShortSide]


@pytest.mark.parametrize(
    ("size", "edge"),
    [((100, 148), QPrinter.DuplexMode.DuplexLongSide), ((162, 114), QPrinter.DuplexMode.DuplexShortSide)],
)
def test_a_card_is_turned_over_the_edge_beside_its_words(qtbot: QtBot, size: Size, edge: QPrinter.DuplexMode) -> None:
    printer = _Office()
    printer.setDuplex(QPrinter.DuplexMode.DuplexNone)
    prepare(printer, PrintOrder("Cards", PrinterChoice("P"), [size] * 2, is_two_sided=True), _Duplex())
    assert printer.duplex() is edge


class _Unfinished(QPainter):
    """A printer that takes every page and fails when the job is to be ended."""

    def end(self) -> bool:
        super().end()
        return False


def test_a_job_that_is_refused_at_its_end_was_not_printed(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.views.printing.direct.QPainter", _Unfinished)
    content = document(PAPERS["はがき"])
    sent = paint(content, ticket(printer_into(tmp_path / "out.pdf", content), 1), NO_PROGRESS)
    assert sent.pages == ()
    assert isinstance(sent.error, PrinterStopped)


def test_another_paper_chosen_in_the_dialog_gives_way_to_that_of_the_pages(qtbot: QtBot, tmp_path: Path) -> None:
    content = document(PAPERS["はがき"])
    printer = printer_into(tmp_path / "out.pdf", content)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    keep_paper(printer, (100, 148))
    assert printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter).size().toTuple() == pytest.approx((100, 148), abs=0.2)


def test_what_was_recorded_is_sent_to_the_end_while_the_program_closes(qtbot: QtBot, context: AppContext, tmp_path: Path) -> None:
    content, path = document(*[PAPERS["はがき"]] * 4), tmp_path / "out.pdf"
    tasks, parent = Tasks(), QObject()
    DirectPrinting(replace(context, tasks=tasks), parent).send(content, ticket(printer_into(path, content), 4), "Cards", lambda _sent: None)
    tasks.close()
    assert len(page_sizes(path.read_bytes())) == 4


@pytest.mark.parametrize("accepts", [True, False])
def test_the_dialog_of_the_system_is_asked(qtbot: QtBot, tmp_path: Path, accepts: bool) -> None:
    content, path, window = document(*[PAPERS["はがき"]] * 2), tmp_path / "out.pdf", QWidget()
    qtbot.addWidget(window)
    printer = printer_into(path, content)
    order = PrintOrder("Marks", PrinterChoice("P"), page_sizes(content), is_two_sided=True)

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        assert (dialog.minPage(), dialog.maxPage()) == (1, 2)
        dialog.done(QDialog.DialogCode.Accepted if accepts else QDialog.DialogCode.Rejected)

    QTimer.singleShot(0, answer)
    made = ask_system(printer, order, window)
    assert (made is not None) is accepts
    if made is not None:
        assert (made.given, made.wanted, made.is_turned_by_hand) == ((0, 1), (0, 1), True)
        assert made.printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter).size().toTuple() == pytest.approx((100, 148), abs=0.2)


def test_a_printer_that_is_not_there_and_a_system_without_printing_are_named(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window, printers = QWidget(), SystemPrinters()
    qtbot.addWidget(window)
    order = PrintOrder("Marks", PrinterChoice("Nobody's printer"), [(100, 148)])
    with pytest.raises(PrinterGone):
        printers.ask(order, window)
    monkeypatch.setitem(sys.modules, "PySide6.QtPrintSupport", None)
    assert (printers.found(), printers.trays("Nobody's printer")) == ((), ())
    with pytest.raises(PrintingMissing):
        printers.ask(order, window)
