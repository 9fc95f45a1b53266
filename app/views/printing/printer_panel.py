"""Which printer prints on a paper, from which tray, and how far it is off; with a test sheet to measure that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.cards import Calibration
from app.domain.print_profiles import NO_PRINTER, PrinterChoice, PrinterProfile
from app.jobs.job import JobControl
from app.views.leaving import may_leave
from app.views.printing.delivery import Delivery
from app.views.printing.printer_words import stock_name, tray_name
from app.views.printing.printers import Printers, SystemPrinters
from app.views.printing.profile_fields import ProfileFields
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.combo_field import ComboField
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import Text, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown
from app.views.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WIDTH = 500


@dataclass(frozen=True, slots=True)
class PanelStart:
    """`stocks`: one is given, several are to choose from. `usual`: how the pages are laid while nothing is known of a printer.
    `has_viewer`: whether the pages may open in the viewer instead."""

    title: str
    stocks: Sequence[str]
    choice: PrinterChoice = NO_PRINTER
    usual: Calibration = field(default_factory=Calibration)
    has_viewer: bool = False
    is_fixed: bool = False


class PrinterPanel(SidePanel):
    """Frees itself when closed. `chosen` carries a PrinterChoice, when what is known of the printer is kept."""

    chosen = Signal(object)

    def __init__(self, context: AppContext, window: QWidget, start: PanelStart, printers: Printers | None = None) -> None:
        super().__init__(window, start.title, width=WIDTH)
        self._context = context
        self._start = start
        self._printers = printers or SystemPrinters()
        self._delivery = Delivery(context, self, self._printers)
        self._before: tuple[object, ...] = ()
        self._build()
        self._connect()
        self._look()

    def choice(self) -> PrinterChoice:
        name, tray = self.printer.current(), self.tray.current()
        return PrinterChoice(name, tray if isinstance(tray, str) else "") if isinstance(name, str) and name else NO_PRINTER

    def stock(self) -> str:
        return str(self.paper.current())

    def _build(self) -> None:
        found = self._printers.found()
        options = [("", self.tr("Open the PDF"))] if self._start.has_viewer else []
        options += [(one.name, self.tr("{name} (usual one)").format(name=one.name) if one.is_usual else one.name) for one in found]
        asked = self._start.choice.printer
        if asked and asked not in [one.name for one in found]:
            options.append((asked, self.tr("{name} (not found now)").format(name=asked)))
        usual = next((one.name for one in found if one.is_usual), found[0].name if found else "")
        self.printer = ComboField(options, asked if asked or self._start.has_viewer else usual)
        self.tray = ComboField([("", tray_name(""))])
        self.paper = ComboField([(stock, stock_name(stock)) for stock in self._start.stocks])
        self.fields = ProfileFields()
        self.heading = Text("", TextStyle.CARD_TITLE, Tone.TEXT)
        self.test = NormalButton(self.tr("Print test sheet"), "printer", small=True)
        self.save = PrimaryButton(self.tr("Save"), "check")
        self.save.set_shortcut_hint("Ctrl+Return")
        self.cancel = NormalButton(self.tr("Leave without saving"))
        self.none = WrapLabel(
            self.tr("No printer was found on this computer. The PDF can be opened and printed from there."), TextStyle.BODY, Tone.TEXT2
        )
        viewer = self.tr("The pages open as a PDF. They are moved as is set beside the paper, and the viewer prints them.")
        self.viewer_words = WrapLabel(viewer, TextStyle.BODY, Tone.TEXT2)
        self._paper_field = FormField(self.tr("Paper"), self.paper)
        self._tray_field = FormField(self.tr("Tray"), self.tray)
        self._profile = boxed(column(self._tray_field, self.heading, self.fields, row(self.test, STRETCH), gap=12))
        for part in (FormField(self.tr("Printer"), self.printer), self.none, self._paper_field, self.viewer_words, self._profile):
            self.body.addWidget(part)
        self.body.addLayout(row(STRETCH, self.cancel, self.save))
        self.body.addStretch(1)
        set_shown(self.none, not found)
        set_shown(self._paper_field, len(self._start.stocks) > 1)
        self.printer.setEnabled(not self._start.is_fixed)
        self.paper.setEnabled(not self._start.is_fixed)

    def _connect(self) -> None:
        self.printer.changed.connect(self._on_printer)
        self.paper.changed.connect(self._look)
        self.fields.changed.connect(self._show_state)
        self.test.clicked.connect(self._on_test)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.close_panel)
        self.closed.connect(self.deleteLater)
        self.set_close_guard(self._may_close)

    def _show_trays(self, wanted: str) -> None:
        name = self.choice().printer
        trays = list(self._printers.trays(name)) if name else []
        if wanted and wanted not in trays:
            trays.append(wanted)
        self.tray.set_options([("", tray_name("")), *((tray, tray_name(tray)) for tray in trays)], wanted)
        set_shown(self._tray_field, bool(trays))

    def _look(self) -> None:
        """What is known of the printer with the paper."""
        printer, stock = self.choice().printer, self.stock()

        def op(session: Session, _control: JobControl) -> PrinterProfile | None:
            from app.queries.print_profiles import profile_of

            return profile_of(session, printer, stock)

        self._context.tasks.query(op, self._on_profile, owner=self, replaces="profile")

    def _on_profile(self, profile: PrinterProfile | None) -> None:
        self.fields.show_calibration(profile.calibration if profile is not None else self._start.usual)
        asked = self._start.choice
        usual = asked.tray if asked.printer == self.choice().printer else ""
        self._show_trays(profile.tray if profile is not None else usual)
        self._before = self._state()
        self._show_state()

    def _show_state(self) -> None:
        is_direct = self.choice().is_direct
        set_shown(self._profile, is_direct)
        set_shown(self.viewer_words, not is_direct and self._start.has_viewer)
        self.heading.setText(self.tr("How this printer lays: {paper}").format(paper=stock_name(self.stock())))
        self.save.setEnabled(is_direct or self._start.has_viewer)

    def _state(self) -> tuple[object, ...]:
        return self.stock(), self.tray.current(), self.fields.calibration()

    def _may_close(self) -> bool:
        is_left = self._state() == self._before and (self.choice().printer == self._start.choice.printer or not self._start.has_viewer)
        return is_left or may_leave(self._context.messages)

    def _on_printer(self) -> None:
        self._look()

    def _on_test(self) -> None:
        shift, stock, choice = self.fields.calibration(), self.stock(), self.choice()
        if shift is None:
            self.fields.validate()
            return

        def op(_control: JobControl) -> bytes:
            from app.printing.test_sheet import render_stock_test_sheet

            return render_stock_test_sheet(stock, shift)

        def made(document: bytes) -> None:
            self._delivery.print_test(document, choice, self.window())

        self._context.tasks.run(op, made, owner=self)

    def _on_save(self) -> None:
        choice, shift = self.choice(), self.fields.calibration()
        if not choice.is_direct:
            self._finish(choice)
            return
        if shift is None:
            self.fields.validate()
            return
        profile, now = PrinterProfile(choice.printer, self.stock(), shift, choice.tray), self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.print_profiles import save_profile

            return save_profile(session, profile, now=now)

        def saved(action_id: int | None) -> None:
            if action_id is not None:
                words = self.tr("Kept how {printer} lays: {paper}").format(printer=profile.printer, paper=stock_name(profile.stock))
                self._context.messages.toast(words, undo_action_id=action_id)
            self._finish(choice)

        self._context.tasks.command(op, saved, owner=self)

    def _finish(self, choice: PrinterChoice) -> None:
        self._before = self._state()
        self.set_close_guard(lambda: True)
        self.close_panel()
        self.chosen.emit(choice)
