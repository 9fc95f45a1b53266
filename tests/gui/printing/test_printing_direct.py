"""A run that goes straight to a printer: asked for, recorded and sent in one act; what did not get there waits; did all come out?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from app.context import AppContext
from app.domain.cards import Calibration, CardSide, CardText
from app.domain.entities import Entity
from app.domain.errors import Cancelled
from app.domain.points import RuleFields
from app.domain.print_kinds import WorkKind
from app.domain.print_profiles import PrinterChoice, PrinterProfile
from app.domain.print_runs import PrintSettings
from app.domain.prints import PrintKind
from app.jobs.job import Job
from app.models.database import Database
from app.printing.geometry import PAPERS
from app.printing.page_images import page_sizes
from app.queries.prints_log import print_log
from app.queries.run_details import run_details
from app.queries.timeline import sent_to
from app.services.points import adjust_points, set_rule
from app.services.print_profiles import save_profile
from app.services.print_runs import stop_at
from app.services.shop import save_print_settings
from app.views.printing.came_out import CameOut
from app.views.printing.delivery import Delivery, Handing, Pages
from app.views.printing.log_panel import RunPanel
from app.views.printing.page import PrintingPage
from app.views.printing.unanswered import SentRun, Unanswered
from tests.factories import NOW, TODAY
from tests.fakes import MessageSpy
from tests.gui.printing.conftest import Viewer
from tests.gui.printing.pdf_printers import FRONT, PdfPrinters
from tests.gui.printing.test_direct import document
from tests.gui.widgets.audit import clipped

LEFT = Qt.MouseButton.LeftButton
ShownAt = Callable[..., PrintingPage]


@pytest.fixture
def printers(tmp_path: Path) -> PdfPrinters:
    return PdfPrinters(tmp_path)


@pytest.fixture
def at_printer(qtbot: QtBot, context: AppContext, printers: PdfPrinters, database: Database, viewer: Viewer) -> ShownAt:
    """The print page with cards going to the printer at the front, one side alone."""
    context.settings.remember("printer_card", PrinterChoice(FRONT, "manual").to_text())
    with database.write() as session:
        save_print_settings(session, PrintSettings(side=CardSide.MESSAGE).to_json())

    def show(people: dict[str, int], using: AppContext = context) -> PrintingPage:
        page = PrintingPage(using, printers)
        qtbot.addWidget(page)
        page.resize(1162, 720)
        page.open_with(customer_ids=list(people.values()), title="11月のお礼")
        with qtbot.waitExposed(page):
            page.show()
        return page

    return show


@pytest.fixture
def few(people: dict[str, int]) -> dict[str, int]:
    return {name: people[name] for name in ("watanabe", "shimizu")}


def sent_of(database: Database, run_id: int) -> list[int]:
    """The places of the pieces noted as sent."""
    with database.read() as session:
        return [piece.position for piece in run_details(session, run_id).pieces if piece.sent_on is not None]


def only_run(database: Database) -> int:
    with database.read() as session:
        (row,) = print_log(session)
    return row.id


def test_a_run_goes_to_the_printer_and_is_recorded_in_the_same_act(
    at_printer: ShownAt, few: dict[str, int], printers: PdfPrinters, database: Database, messages: MessageSpy, viewer: Viewer
) -> None:
    page = at_printer(few)
    assert page.recipients.printer.name.text() == FRONT
    assert clipped(page) == []
    page.trigger_primary()
    (order,) = printers.orders
    assert order.choice == PrinterChoice(FRONT, "manual")
    assert [size for size in order.sizes] == [pytest.approx((100, 148), abs=0.01)] * 2
    assert len(page_sizes(printers.paper(1).read_bytes())) == 2
    assert viewer.documents == []
    run_id = only_run(database)
    assert sent_of(database, run_id) == [1, 2]
    assert messages.toasts[-1][0] == "2 card(s) made and noted as sent"
    (bar,) = page.came_out.bars()
    assert bar.title_label.text() == f"Sent to {FRONT}: 2 card(s). Did all come out?"
    QTest.mouseClick(bar.all_out, LEFT)
    assert page.came_out.bars() == []
    assert page.came_out.isHidden()


def test_the_profile_of_printer_and_paper_moves_the_pages(
    at_printer: ShownAt, few: dict[str, int], printers: PdfPrinters, database: Database
) -> None:
    with database.write() as session:
        save_profile(session, PrinterProfile(FRONT, "はがき", Calibration(0.0, 0.0, 100.0, rotated=True), "upper"), now=NOW)
    at_printer(few).trigger_primary()
    assert printers.orders[0].choice.tray == "upper"
    image = pypdfium2.PdfDocument(printers.paper(1).read_bytes())[0].render(scale=1, grayscale=True).to_numpy()
    with database.read() as session:
        recorded = session.connection().exec_driver_sql("select recipe from print_run").scalar_one()
    assert '"rotated":true' in recorded.replace(" ", "")
    # The heading's band of the maple card is on top; turned it lies at the bottom.
    assert image[-60:].mean() < image[:60].mean()


def test_left_at_the_dialog_nothing_is_recorded(
    at_printer: ShownAt, few: dict[str, int], printers: PdfPrinters, database: Database, messages: MessageSpy
) -> None:
    printers.is_refused = True
    page = at_printer(few)
    page.trigger_primary()
    with database.read() as session:
        assert print_log(session) == []
    assert (messages.toasts, messages.errors) == ([], [])
    assert page.print_button.isEnabled()
    assert page.came_out.bars() == []


def test_a_printer_that_is_gone_is_named_and_nothing_is_recorded(
    at_printer: ShownAt, few: dict[str, int], context: AppContext, database: Database, messages: MessageSpy
) -> None:
    context.settings.remember("printer_card", PrinterChoice("Sold printer").to_text())
    page = at_printer(few)
    page.trigger_primary()
    (error,) = messages.errors
    assert "Sold printer" in str(error)
    with database.read() as session:
        assert print_log(session) == []
    assert page.print_button.isEnabled()


def test_pages_left_out_in_the_dialog_wait(at_printer: ShownAt, few: dict[str, int], printers: PdfPrinters, database: Database) -> None:
    printers.pages = (2, 2)
    page = at_printer(few)
    page.trigger_primary()
    assert len(page_sizes(printers.paper(1).read_bytes())) == 1
    run_id = only_run(database)
    assert sent_of(database, run_id) == [2]
    assert len(page.came_out.bars()) == 1
    with database.read() as session:
        assert [len(sent_to(session, few[name])) for name in ("watanabe", "shimizu")] == [0, 1]


class CancelAt:
    """Cancels the job that sends, when it has come to a page."""

    def __init__(self, page: int) -> None:
        self._page = page

    def follow(self, job: Job) -> None:
        if job.title.startswith("Sending"):
            job.progressed.connect(lambda done, _total: job.cancel() if done == self._page else None)


def test_a_stop_while_sending_leaves_the_rest_waiting_and_says_so(
    at_printer: ShownAt, few: dict[str, int], context: AppContext, printers: PdfPrinters, database: Database, messages: MessageSpy
) -> None:
    stop = CancelAt(0)
    context.tasks.job_started.connect(stop.follow)
    page = at_printer(few)
    page.trigger_primary()
    run_id = only_run(database)
    assert sent_of(database, run_id) == [1]
    text, action = messages.toasts[-1]
    assert text == "You stopped the printing. 1 piece(s) wait in the log of print runs, where you can go on with them: number 2."
    assert action is not None
    context.tasks.job_started.disconnect(stop.follow)
    # And gone on with, it goes to the same printer.
    page.start.log.action_triggered.emit("go_on", run_id)
    assert sent_of(database, run_id) == [1, 2]
    assert len(printers.orders) == 2
    assert len(page_sizes(printers.paper(2).read_bytes())) == 1
    assert [bar.sent.pieces for bar in page.came_out.bars()] == [1]


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_leaves_all_waiting(
    at_printer: ShownAt, few: dict[str, int], printers: PdfPrinters, database: Database, messages: MessageSpy
) -> None:
    printers.folder = printers.folder / "gone"
    page = at_printer(few)
    page.trigger_primary()
    run_id = only_run(database)
    assert sent_of(database, run_id) == []
    assert messages.toasts[-1][0].startswith("The printer took no more pages. 2 piece(s) wait")
    assert page.came_out.bars() == []


def test_where_it_stopped_is_asked_with_the_name_on_the_piece(at_printer: ShownAt, few: dict[str, int], database: Database) -> None:
    page = at_printer(few)
    page.trigger_primary()
    (bar,) = page.came_out.bars()
    QTest.mouseClick(bar.stopped, LEFT)
    (panel,) = page.window().findChildren(RunPanel)
    assert panel.stop_box.isVisible()
    QTest.keyClicks(panel.stop_box.number, "2")
    assert panel.stop_box.name.text().endswith("清水 あゆみ 様")
    QTest.mouseClick(panel.stop_box.note, LEFT)
    assert sent_of(database, only_run(database)) == [1]
    assert page.came_out.bars() == []


def test_the_question_also_follows_the_pdf_and_goes_with_the_run(
    at_printer: ShownAt, few: dict[str, int], context: AppContext, viewer: Viewer, database: Database
) -> None:
    context.settings.remember("printer_card", "")
    page = at_printer(few)
    page.trigger_primary()
    assert len(viewer.documents) == 1
    (bar,) = page.came_out.bars()
    assert bar.title_label.text() == "Opened to be printed: 2 card(s). Did all come out?"
    with database.write() as session:
        stop_at(session, only_run(database), 1, now=NOW)
    context.tasks.announce(frozenset(page.shows))
    assert page.came_out.bars() == []


class Restarts:
    """What a program that is started amid the sending asks, and whether it is on the disk by then."""

    def __init__(self, context: AppContext, settings: Path) -> None:
        self._context = context
        self._settings = settings
        self.asked: list[tuple[int, int, str, bool]] = []

    def follow(self, job: Job) -> None:
        if job.title.startswith("Sending"):
            job.progressed.connect(self._start)

    def _start(self, done: int, _total: int) -> None:
        if done == 1:
            is_written = "came_out" in self._settings.read_text(encoding="utf-8")
            self.asked += [(run.run_id, run.pieces, run.printer, is_written) for run in Unanswered(self._context).runs()]


def test_where_the_program_ends_amid_the_pages_it_is_asked_after_the_next_start(
    at_printer: ShownAt, few: dict[str, int], context: AppContext, database: Database, tmp_path: Path
) -> None:
    restarts = Restarts(context, tmp_path / "settings.ini")
    context.tasks.job_started.connect(restarts.follow)
    at_printer(few).trigger_primary()
    assert restarts.asked == [(only_run(database), 2, FRONT, True)]


def test_a_question_stays_over_a_restart_until_it_is_answered(
    at_printer: ShownAt, few: dict[str, int], context: AppContext, qtbot: QtBot
) -> None:
    at_printer(few).trigger_primary()
    second = CameOut(context)
    qtbot.addWidget(second)
    (bar,) = second.bars()
    assert bar.title_label.text() == f"Sent to {FRONT}: 2 card(s). Did all come out?"
    QTest.mouseClick(bar.all_out, LEFT)
    assert Unanswered(context).runs() == []


class AskedByThen(QObject):
    """Stands for the system's viewer: which runs a program would ask about that is started while the pages are being opened."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self.runs: list[list[int]] = []

    @Slot(QUrl)
    def show_file(self, _url: QUrl) -> None:
        self.runs.append([run.run_id for run in Unanswered(self._context).runs()])


@pytest.fixture
def asked(viewer: Viewer, context: AppContext) -> Iterator[AskedByThen]:
    by_then = AskedByThen(context)
    # The stubs ask for bytes, the library takes text alone.
    QDesktopServices.setUrlHandler("file", by_then, "show_file")  # type: ignore[arg-type]
    yield by_then
    QDesktopServices.setUrlHandler("file", viewer, "show_file")  # type: ignore[arg-type]


def test_where_the_program_ends_before_the_viewer_is_open_it_is_asked_after_the_next_start(
    at_printer: ShownAt, few: dict[str, int], context: AppContext, database: Database, asked: AskedByThen
) -> None:
    context.settings.remember("printer_card", "")
    page = at_printer(few)
    page.trigger_primary()
    run_id = only_run(database)
    with database.write() as session:
        stop_at(session, run_id, 1, now=NOW)
    context.tasks.announce(frozenset(page.shows))
    assert Unanswered(context).runs() == []
    page.start.log.action_triggered.emit("go_on", run_id)
    assert asked.runs == [[run_id], [run_id]]


def test_what_was_noted_as_waiting_is_not_asked_after_a_restart(at_printer: ShownAt, few: dict[str, int], context: AppContext) -> None:
    stop = CancelAt(0)
    context.tasks.job_started.connect(stop.follow)
    at_printer(few).trigger_primary()
    assert Unanswered(context).runs() == []


def test_a_pdf_for_a_folder_asks_nothing(at_printer: ShownAt, few: dict[str, int], printers: PdfPrinters, tmp_path: Path) -> None:
    page = at_printer(few)
    page.make_pdf(tmp_path / "mine.pdf")
    assert (tmp_path / "mine.pdf").exists()
    assert printers.orders == []
    assert page.came_out.bars() == []


def test_both_sides_of_a_card_are_one_piece(at_printer: ShownAt, few: dict[str, int], printers: PdfPrinters, database: Database) -> None:
    with database.write() as session:
        save_print_settings(session, replace(PrintSettings(), side=CardSide.BOTH).to_json())
    printers.pages = (1, 3)
    at_printer(few).trigger_primary()
    assert printers.orders[0].is_two_sided
    assert sent_of(database, only_run(database)) == [1]


def test_what_was_not_sent_waits_also_when_the_page_is_gone_meanwhile(
    at_printer: ShownAt, few: dict[str, int], context: AppContext, printers: PdfPrinters, database: Database, messages: MessageSpy
) -> None:
    parent = QWidget()
    pages = Pages(document(*[PAPERS["はがき"]] * 2), [(100, 148)] * 2, [(0, 0), (1, 1)])
    at_printer(few).trigger_primary()
    run_id, said = only_run(database), len(messages.toasts)
    delivery = Delivery(context, parent, printers)
    ticket = delivery.ask(pages, PrinterChoice(FRONT), PrintKind.THANK_YOU, parent)
    assert ticket is not None

    def leave(job: Job) -> None:
        def close() -> None:
            job.cancel()
            if isValid(parent):
                delete(parent)

        job.progressed.connect(close)

    context.tasks.job_started.connect(leave)
    delivery.hand_over(Handing(SentRun(run_id, WorkKind.CARD, 2, FRONT), pages, (1, 2)), ticket)
    assert not isValid(delivery)
    assert sent_of(database, run_id) == [1]
    assert len(messages.toasts) == said


def test_the_same_run_once_more_is_printed_and_stopping_it_changes_nothing(
    at_printer: ShownAt, few: dict[str, int], context: AppContext, printers: PdfPrinters, database: Database, messages: MessageSpy
) -> None:
    at_printer(few).trigger_primary()
    page = at_printer(few)
    for row in page.recipients.checks() + page.recipients.ready():
        if not row.checked:
            page.recipients.tick_requested.emit(row.key)
    stop = CancelAt(0)
    context.tasks.job_started.connect(stop.follow)
    page.trigger_primary()
    assert len(printers.orders) == 2
    assert sent_of(database, only_run(database)) == [1, 2]
    assert [type(error) for error in messages.errors] == [Cancelled]


def test_a_run_of_the_log_goes_to_the_printer_again_and_is_not_noted_again(
    at_printer: ShownAt, few: dict[str, int], printers: PdfPrinters, database: Database, viewer: Viewer
) -> None:
    page = at_printer(few)
    page.trigger_primary()
    run_id = only_run(database)
    QTest.mouseClick(page.came_out.bars()[0].all_out, LEFT)
    page.start.reprint_requested.emit(run_id)
    first, again = printers.orders
    assert again == first
    assert [len(page_sizes(printers.paper(job).read_bytes())) for job in (1, 2)] == [2, 2]
    assert viewer.documents == []
    (bar,) = page.came_out.bars()
    assert bar.title_label.text() == f"Sent to {FRONT}: 2 card(s). Did all come out?"
    assert only_run(database) == run_id
    printers.is_refused = True
    page.start.reprint_requested.emit(run_id)
    assert len(printers.orders) == 3
    assert not printers.paper(3).exists()


def test_the_same_run_once_more_is_printed_as_the_log_has_it(
    at_printer: ShownAt, few: dict[str, int], printers: PdfPrinters, database: Database
) -> None:
    with database.write() as session:
        set_rule(session, RuleFields(), valid_from=None, now=NOW)
        words = CardText(headline="おかえりなさい。", body="ポイントは{{points|default:0}}です。")
        save_print_settings(session, PrintSettings(side=CardSide.MESSAGE).with_text(words, "ja").to_json())
    at_printer(few).trigger_primary()
    with database.write() as session:
        adjust_points(session, few["watanabe"], 50, "お詫び", now=NOW, today=TODAY)
    at_printer(few).trigger_primary()
    with database.write() as session:
        save_profile(session, PrinterProfile(FRONT, "はがき", Calibration(0.0, 0.0, 100.0, rotated=True)), now=NOW)
    at_printer(few).trigger_primary()
    run_id = only_run(database)
    assert sent_of(database, run_id) == [1, 2]
    first, again, turned = (
        [page.render(scale=1, grayscale=True).to_numpy() for page in pypdfium2.PdfDocument(printers.paper(number).read_bytes())]
        for number in (1, 2, 3)
    )
    assert all((one == other).all() for one, other in zip(first, again, strict=True))
    # Another profile of the printer lays the same pages otherwise.
    assert turned[0][-60:].mean() < turned[0][:60].mean()


def test_what_is_known_of_the_printer_takes_the_place_of_the_shift_beside_the_paper(
    at_printer: ShownAt, few: dict[str, int], context: AppContext, database: Database
) -> None:
    page = at_printer(few)
    paper = page.settings_card.paper
    assert paper.dx.isVisibleTo(paper)
    with database.write() as session:
        save_profile(session, PrinterProfile(FRONT, "はがき", Calibration(0.5, -0.3)), now=NOW)
    context.tasks.announce(frozenset({Entity.SHOP}))
    assert not paper.dx.isVisibleTo(paper)
    assert paper.profile_words.isVisibleTo(paper)
    assert paper.profile_words.text().startswith(f"Position for {FRONT}: right 0.5 mm, down −0.3 mm.")
