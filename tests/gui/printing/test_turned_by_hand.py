"""Cards on a printer of one side: the stack is turned by hand, and each back gets onto its own front."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.cards import Calibration
from app.domain.print_kinds import WorkKind
from app.domain.print_profiles import PrinterChoice, PrinterProfile
from app.domain.print_runs import PrintSettings
from app.domain.prints import PrintKind
from app.models.database import Database
from app.printing.geometry import PAPERS
from app.printing.page_images import page_sizes
from app.queries.prints_log import print_log
from app.services.print_profiles import save_profile
from app.services.print_runs import stop_at
from app.services.shop import save_print_settings
from app.views.printing.delivery import Delivery, Handing, Pages
from app.views.printing.unanswered import SentRun
from tests.factories import NOW
from tests.fakes import MessageSpy
from tests.gui.printing.pdf_printers import FRONT, PdfPrinters
from tests.gui.printing.test_direct import document
from tests.gui.printing.test_printing_direct import ShownAt, at_printer, few, only_run, printers, sent_of

__all__ = ["at_printer", "few", "printers"]


class Turner(MessageSpy):
    """Looks at what has come out when asked to turn it."""

    def __init__(self, paper: Path, answer: bool) -> None:
        super().__init__(answer)
        self._paper = paper
        self.first_side: list[bytes] = []

    def confirm(self, question: str, body: str, *, safe: str, danger: str) -> bool:
        self.first_side.append(self._paper.read_bytes())
        return super().confirm(question, body, safe=safe, danger=danger)


@pytest.mark.parametrize("goes_on", [True, False])
def test_a_printer_of_one_side_prints_one_after_the_other(
    qtbot: QtBot, at_printer: ShownAt, few: dict[str, int], context: AppContext, printers: PdfPrinters, database: Database, goes_on: bool
) -> None:
    with database.write() as session:
        save_print_settings(session, PrintSettings().to_json())
    printers.is_turned_by_hand = True
    turner = Turner(printers.paper(1), goes_on)
    page = at_printer(few, replace(context, messages=turner))
    page.trigger_primary()
    qtbot.waitUntil(lambda: bool(turner.questions) and (bool(page.came_out.bars()) or not goes_on))
    assert turner.bodies == [
        "One side of all cards is with the printer. When they have come out, put them back so that the card of 渡辺 真理 様 comes first."
    ]
    assert [len(page_sizes(side)) for side in turner.first_side] == [2]
    assert sent_of(database, only_run(database)) == ([1, 2] if goes_on else [])
    assert (printers.paper(1).read_bytes() == turner.first_side[0]) is not goes_on


@pytest.mark.parametrize(("pages", "count"), [((2, 2), 1), ((1, 1), 1), ((1, 2), 2)])
def test_of_a_range_only_the_pieces_in_it_are_asked_about(
    at_printer: ShownAt, few: dict[str, int], printers: PdfPrinters, messages: MessageSpy, pages: tuple[int, int], count: int
) -> None:
    printers.pages = pages
    page = at_printer(few)
    page.trigger_primary()
    (bar,) = page.came_out.bars()
    assert f"{count} card(s)" in bar.title_label.text()
    assert f"{count} card(s) made" in messages.toasts[0][0]


def test_where_no_piece_is_wholly_in_the_range_nothing_is_printed(
    at_printer: ShownAt, few: dict[str, int], printers: PdfPrinters, database: Database, messages: MessageSpy
) -> None:
    with database.write() as session:
        save_print_settings(session, PrintSettings().to_json())
    printers.pages = (2, 3)
    page = at_printer(few)
    page.trigger_primary()
    with database.read() as session:
        assert print_log(session) == []
    assert len(messages.toasts) == 1
    assert page.came_out.bars() == []
    assert page.print_button.isEnabled()


def test_going_on_with_a_range_under_a_profile_notes_only_what_was_printed(
    at_printer: ShownAt, people: dict[str, int], printers: PdfPrinters, database: Database
) -> None:
    page = at_printer({name: people[name] for name in ("watanabe", "shimizu")})
    page.trigger_primary()
    run_id = only_run(database)
    with database.write() as session:
        stop_at(session, run_id, 1, now=NOW)
        save_profile(session, PrinterProfile(FRONT, "はがき", Calibration(0.0, 0.0, 100.0, rotated=True)), now=NOW)
    printers.pages = (1, 1)
    page.start.log.action_triggered.emit("go_on", run_id)
    assert sent_of(database, run_id) == [1]
    image = pypdfium2.PdfDocument(printers.paper(2).read_bytes())[0].render(scale=1, grayscale=True).to_numpy()
    assert image[-60:].mean() < image[:60].mean()


def test_a_range_that_begins_with_a_back_turns_only_whole_cards(
    qtbot: QtBot, at_printer: ShownAt, few: dict[str, int], context: AppContext, printers: PdfPrinters, database: Database
) -> None:
    with database.write() as session:
        save_print_settings(session, PrintSettings().to_json())
    printers.is_turned_by_hand, printers.pages = True, (2, 4)
    turner = Turner(printers.paper(1), True)
    page = at_printer(few, replace(context, messages=turner))
    page.trigger_primary()
    qtbot.waitUntil(lambda: bool(page.came_out.bars()))
    (body,) = turner.bodies
    assert "清水" in body
    assert "渡辺" not in body
    assert [len(page_sizes(side)) for side in turner.first_side] == [1]
    back = printers.paper(1).read_bytes()
    assert len(page_sizes(back)) == 1
    assert sent_of(database, only_run(database)) == [2]


def test_a_server_that_picks_the_pages_is_handed_them_in_one_go(
    context: AppContext, few: dict[str, int], at_printer: ShownAt, printers: PdfPrinters, messages: MessageSpy
) -> None:
    at_printer(few).trigger_primary()
    parent = QWidget()
    pages = Pages(document(*[PAPERS["はがき"]] * 4), [(100, 148)] * 4, [(0, 1), (2, 3)])
    delivery = Delivery(context, parent, printers)
    ticket = delivery.ask(pages, PrinterChoice(FRONT), PrintKind.THANK_YOU, parent)
    assert ticket is not None
    asked = len(messages.questions)
    served = replace(ticket, wanted=(2, 3), is_turned_by_hand=True)
    delivery.hand_over(Handing(SentRun(1, WorkKind.CARD, 2, FRONT), pages, (1, 2), (1,), is_recorded=False), served)
    assert len(messages.questions) == asked
    assert len(page_sizes(printers.paper(2).read_bytes())) == 4
