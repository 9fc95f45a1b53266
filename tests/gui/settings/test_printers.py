"""How each printer lays each paper, kept on the settings page: seen, changed, tested, forgotten and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.cards import Calibration
from app.domain.print_profiles import STOCKS, PrinterChoice, PrinterProfile
from app.models.database import Database
from app.printing.page_images import page_sizes
from app.queries.print_profiles import profiles
from app.services.print_profiles import save_profile
from app.views.printing.printer_panel import PrinterPanel
from app.views.settings.page import SettingsPage
from tests.factories import NOW
from tests.fakes import MessageSpy
from tests.gui.printing.conftest import choose
from tests.gui.printing.pdf_printers import BACK, FRONT, PdfPrinters
from tests.gui.settings.conftest import undo_last
from tests.gui.widgets.audit import clipped

LEFT = Qt.MouseButton.LeftButton
CARDS = PrinterProfile(FRONT, "はがき", Calibration(0.5, -1.2, 99.5, rotated=True), "manual")
LABELS = PrinterProfile(BACK, "A-one 28171")


@pytest.fixture
def printers(tmp_path: Path) -> PdfPrinters:
    return PdfPrinters(tmp_path)


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, printers: PdfPrinters, database: Database) -> SettingsPage:
    with database.write() as session:
        for profile in (CARDS, LABELS):
            save_profile(session, profile, now=NOW)
    page = SettingsPage(context, printers)
    qtbot.addWidget(page)
    page.resize(1366, 1400)
    with qtbot.waitExposed(page):
        page.show()
    return page


def kept(database: Database) -> list[PrinterProfile]:
    with database.read() as session:
        return profiles(session)


def panel_of(page: QWidget) -> PrinterPanel:
    panel: PrinterPanel = page.window().findChildren(PrinterPanel)[-1]
    return panel


def test_every_printer_and_paper_is_listed_with_its_shift(page: SettingsPage) -> None:
    rows = {row.title: row.detail for row in page.printers.list.rows()}
    assert rows == {
        FRONT: "Postcard · right 0.5 mm, down −1.2 mm · 99.5 % · 180° · Manual feed",
        BACK: "A-one 28171 · as it is",
    }
    assert clipped(page.printers) == []


def test_one_is_forgotten_and_taken_back(page: SettingsPage, database: Database, messages: MessageSpy) -> None:
    place = next(row.key for row in page.printers.list.rows() if row.title == FRONT)
    page.printers.list.action_triggered.emit("forget", place)
    assert kept(database) == [LABELS]
    undo_last(database, messages)
    assert sorted(kept(database), key=lambda one: one.stock) == [LABELS, CARDS]


def test_one_is_changed_without_another_printer_or_paper(page: SettingsPage, database: Database) -> None:
    place = next(row.key for row in page.printers.list.rows() if row.title == FRONT)
    page.printers.list.activated_key.emit(place)
    panel = panel_of(page)
    assert not panel.printer.isEnabled()
    assert panel.fields.calibration() == CARDS.calibration
    assert panel.tray.current() == "manual"
    panel.fields.turned.click()
    QTest.mouseClick(panel.save, LEFT)
    assert PrinterProfile(FRONT, "はがき", Calibration(0.5, -1.2, 99.5), "manual") in kept(database)
    assert "180°" not in next(row.detail for row in page.printers.list.rows() if row.title == FRONT)


def test_another_paper_is_added(page: SettingsPage, database: Database) -> None:
    QTest.mouseClick(page.printers.add_button, LEFT)
    panel = panel_of(page)
    assert panel.paper.count() == len(STOCKS)
    choose(panel.printer, f"{FRONT} (usual one)")
    choose(panel.paper, "角形2号")
    panel.fields.dx.setFocus()
    panel.fields.dx.selectAll()
    QTest.keyClicks(panel.fields.dx, "2.5")
    QTest.mouseClick(panel.save, LEFT)
    assert PrinterProfile(FRONT, "角形2号", Calibration(2.5)) in kept(database)


def test_a_test_sheet_of_each_goes_to_its_printer(page: SettingsPage, printers: PdfPrinters) -> None:
    for row in page.printers.list.rows():
        page.printers.list.action_triggered.emit("test", row.key)
    sizes = {order.choice: page_sizes(printers.paper(number).read_bytes())[0] for number, order in enumerate(printers.orders, start=1)}
    assert sizes[PrinterChoice(FRONT, "manual")] == pytest.approx((100, 148), abs=0.2)
    assert sizes[PrinterChoice(BACK)] == pytest.approx((210, 297), abs=0.2)
