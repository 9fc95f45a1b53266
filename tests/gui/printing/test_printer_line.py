"""Choosing the printer of a run: the line below the recipients, the panel behind it, and what is kept of both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.cards import Calibration, Card, CardDesign, CardOptions, CardSide, CardText
from app.domain.entities import Entity
from app.domain.print_kinds import WorkKind
from app.domain.print_profiles import NO_PRINTER, PrinterChoice, PrinterProfile
from app.domain.prints import PrintKind
from app.models.database import Database
from app.printing.page_images import page_sizes
from app.queries.print_profiles import profile_of, profiles
from app.services.print_profiles import forget_profile, save_profile
from app.views.printing.printer_line import PrinterLine
from app.views.printing.printer_panel import PrinterPanel
from app.views.widgets.combo_field import ComboField
from app.views.widgets.number_field import NumberField
from tests.factories import NOW
from tests.fakes import MessageSpy
from tests.gui.printing.conftest import choose
from tests.gui.printing.pdf_printers import BACK, FRONT, PdfPrinters
from tests.gui.widgets.audit import clipped
from tests.unit.printing_people import SENDER

LEFT = Qt.MouseButton.LeftButton
CARD = Card(CardDesign.PLAIN, CardText(), SENDER, CardOptions(side=CardSide.ADDRESS, calibration=Calibration(0.4, 0.0)))
ENVELOPE = replace(CARD, kind=PrintKind.ENVELOPE, options=replace(CARD.options, paper="長形3号"))


@pytest.fixture
def printers(tmp_path: Path) -> PdfPrinters:
    return PdfPrinters(tmp_path)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(1162, 720)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def made(qtbot: QtBot, context: AppContext, printers: PdfPrinters, window: QWidget) -> Callable[[], PrinterLine]:
    def make() -> PrinterLine:
        line = PrinterLine(context, printers)
        line.setParent(window)
        line.resize(256, 48)
        with qtbot.waitExposed(window):
            window.show()
        line.show()
        line.show_job(WorkKind.CARD, CARD)
        return line

    return make


def opened(line: PrinterLine) -> PrinterPanel:
    QTest.mouseClick(line.change, LEFT)
    panel: PrinterPanel = line.window().findChildren(PrinterPanel)[-1]
    return panel


def type_number(field: NumberField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def texts(field: ComboField) -> list[str]:
    return [field.itemText(number) for number in range(field.count())]


def test_until_a_printer_is_chosen_the_pdf_opens(made: Callable[[], PrinterLine]) -> None:
    line = made()
    assert (line.name.text(), line.detail.text()) == ("Open the PDF", "Postcard · Address side")
    assert line.choice() == NO_PRINTER


def test_a_printer_its_tray_and_its_shift_are_chosen_in_one_panel_and_kept(
    qtbot: QtBot, made: Callable[[], PrinterLine], database: Database, messages: MessageSpy
) -> None:
    line = made()
    panel = opened(line)
    assert texts(panel.printer) == ["Open the PDF", BACK, f"{FRONT} (usual one)"]
    choose(panel.printer, f"{FRONT} (usual one)")
    assert texts(panel.tray) == ["The printer decides", "Manual feed", "Upper tray"]
    assert panel.fields.calibration() == CARD.options.calibration
    assert clipped(panel) == []
    choose(panel.tray, "Manual feed")
    type_number(panel.fields.dx, "-1.5")
    type_number(panel.fields.scale, "99.5")
    panel.fields.turned.click()
    with qtbot.waitSignal(line.changed):
        QTest.mouseClick(panel.save, LEFT)
    kept = PrinterProfile(FRONT, "はがき", Calibration(-1.5, 0.0, 99.5, rotated=True), "manual")
    with database.read() as session:
        assert profiles(session) == [kept]
    assert line.profile() == kept
    assert line.choice() == PrinterChoice(FRONT, "manual")
    assert (line.name.text(), line.detail.text()) == (FRONT, "Manual feed · Postcard · Address side")
    assert messages.toasts[-1][1] is not None
    assert made().choice() == PrinterChoice(FRONT, "manual")


def test_each_paper_has_its_own_profile_and_each_kind_its_own_printer(made: Callable[[], PrinterLine], database: Database) -> None:
    with database.write() as session:
        save_profile(session, PrinterProfile(FRONT, "はがき", tray="manual"), now=NOW)
        save_profile(session, PrinterProfile(BACK, "長形3号", Calibration(2.0), "cassette"), now=NOW)
    line = made()
    panel = opened(line)
    choose(panel.printer, f"{FRONT} (usual one)")
    QTest.mouseClick(panel.save, LEFT)
    line.show_job(WorkKind.ENVELOPE, ENVELOPE)
    assert line.choice() == NO_PRINTER
    panel = opened(line)
    choose(panel.printer, BACK)
    assert panel.fields.calibration() == Calibration(2.0)
    assert panel.tray.current() == "cassette"
    QTest.mouseClick(panel.save, LEFT)
    assert line.choice() == PrinterChoice(BACK, "cassette")
    assert line.profile() == PrinterProfile(BACK, "長形3号", Calibration(2.0), "cassette")
    line.show_job(WorkKind.CARD, CARD)
    assert line.choice() == PrinterChoice(FRONT, "manual")


def test_what_is_forgotten_elsewhere_is_gone_from_the_line(
    qtbot: QtBot, made: Callable[[], PrinterLine], context: AppContext, database: Database
) -> None:
    context.settings.remember("printer_card", PrinterChoice(FRONT, "upper").to_text())
    with database.write() as session:
        save_profile(session, PrinterProfile(FRONT, "はがき", Calibration(1.0), "manual"), now=NOW)
    line = made()
    assert line.detail.text().startswith("Manual feed")
    with database.write() as session:
        forget_profile(session, FRONT, "はがき", now=NOW)
    with qtbot.waitSignal(line.changed):
        context.tasks.announce(frozenset({Entity.SHOP}))
    assert (line.profile(), line.choice()) == (None, PrinterChoice(FRONT, "upper"))


def test_the_test_sheet_goes_to_the_printer_with_the_shift_as_typed(
    made: Callable[[], PrinterLine], printers: PdfPrinters, messages: MessageSpy
) -> None:
    panel = opened(made())
    choose(panel.printer, f"{FRONT} (usual one)")
    choose(panel.tray, "Upper tray")
    type_number(panel.fields.dy, "3")
    QTest.mouseClick(panel.test, LEFT)
    (order,) = printers.orders
    assert order.choice == PrinterChoice(FRONT, "upper")
    assert [words for words, _action in messages.toasts if "test sheet is with the printer" in words]
    assert page_sizes(printers.paper(1).read_bytes())[0] == pytest.approx((100, 148), abs=0.2)


def test_a_number_out_of_reach_is_said_beside_it_and_nothing_is_kept(made: Callable[[], PrinterLine], database: Database) -> None:
    line = made()
    panel = opened(line)
    choose(panel.printer, BACK)
    type_number(panel.fields.scale, "97.9")
    QTest.mouseClick(panel.save, LEFT)
    assert "98.0 to 102.0 %." in [label.text() for label in panel.fields.findChildren(type(panel.viewer_words))]
    with database.read() as session:
        assert profile_of(session, BACK, "はがき") is None
    assert line.choice() == NO_PRINTER


def test_going_back_to_the_pdf_keeps_what_is_known_of_the_printer(
    made: Callable[[], PrinterLine], database: Database, context: AppContext
) -> None:
    context.settings.remember("printer_card", PrinterChoice("Old printer").to_text())
    with database.write() as session:
        save_profile(session, PrinterProfile("Old printer", "はがき", Calibration(1.0)), now=NOW)
    line = made()
    panel = opened(line)
    assert "Old printer (not found now)" in texts(panel.printer)
    choose(panel.printer, "Open the PDF")
    QTest.mouseClick(panel.save, LEFT)
    assert line.choice() == NO_PRINTER
    assert line.profile() is None
    with database.read() as session:
        assert profile_of(session, "Old printer", "はがき") is not None
