"""プリンター: how each printer lays each paper, as it was measured with the test sheets."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.print_profiles import STOCKS, PrinterChoice, PrinterProfile
from app.jobs.job import JobControl
from app.views.printing.delivery import Delivery
from app.views.printing.printer_panel import PanelStart, PrinterPanel
from app.views.printing.printer_words import shift_words, stock_name, tray_name
from app.views.printing.printers import Printers
from app.views.settings.section import SettingsCard
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import set_shown
from app.views.widgets.row_list import RowAction, RowContent, RowList

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class PrintersCard(SettingsCard):
    def __init__(self, context: AppContext, printers: Printers | None = None) -> None:
        super().__init__("printers", "printer")
        self.set_title(self.tr("Printers"))
        self._context = context
        self._printers = printers
        self._profiles: list[PrinterProfile] = []
        self._delivery = Delivery(context, self, printers)
        self._build()

    def show_profiles(self, profiles: Sequence[PrinterProfile]) -> None:
        """By printer and paper, as the query gives them."""
        self._profiles = list(profiles)
        self.list.set_rows([self._row(place, one) for place, one in enumerate(self._profiles)])
        set_shown(self.list, bool(self._profiles))
        words = self.tr("How a printer was measured is used wherever it is chosen, also by the command line.")
        if not self._profiles:
            words = self.tr("Every printer is off by a little, differently on each paper. What you measure on a test sheet is kept here.")
        self.hint.setText(words)

    def first_field(self) -> QWidget:
        return self.list if self._profiles else self.add_button

    def _build(self) -> None:
        self.add_button = LinkButton(self.tr("Add a printer"), "plus", small=True)
        self.add_button.clicked.connect(self._on_add)
        self.title_row.addWidget(self.add_button)
        self.list = RowList(self.tr("Printers and papers"), row_height=52, grows=True)
        self.list.activated_key.connect(self._on_change)
        self.list.action_triggered.connect(self._on_action)
        self.hint = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.add_list(self.list)
        self.add(self.hint)
        self.also_found_by(self.tr("Add a printer"), self.tr("Test sheet"), self.tr("Position on the paper"))

    def _row(self, place: int, profile: PrinterProfile) -> RowContent:
        tray = tray_name(profile.tray) if profile.tray else ""
        parts = (stock_name(profile.stock), shift_words(profile.calibration), tray)
        return RowContent(
            place,
            profile.printer,
            detail=" · ".join(part for part in parts if part),
            icon="printer",
            icon_circle=True,
            actions=(
                RowAction("change", self.tr("Change")),
                RowAction("test", self.tr("Test sheet")),
                RowAction("forget", self.tr("Forget"), key="Del"),
            ),
        )

    def _on_add(self) -> None:
        self._open(PanelStart(self.tr("Add a printer"), STOCKS))

    def _on_change(self, key: Hashable) -> None:
        profile = self._profile(key)
        choice = PrinterChoice(profile.printer, profile.tray)
        self._open(PanelStart(profile.printer, (profile.stock,), choice, is_fixed=True))

    def _open(self, start: PanelStart) -> None:
        panel = PrinterPanel(self._context, self.window(), start, self._printers)
        panel.open_panel(panel.fields.dx if start.is_fixed else panel.printer)

    def _on_action(self, action: str, key: Hashable) -> None:
        if action == "change":
            self._on_change(key)
        elif action == "test":
            self._test(self._profile(key))
        elif action == "forget":
            self._forget(self._profile(key))

    def _test(self, profile: PrinterProfile) -> None:
        def op(_control: JobControl) -> bytes:
            from app.printing.test_sheet import render_stock_test_sheet

            return render_stock_test_sheet(profile.stock, profile.calibration)

        def made(document: bytes) -> None:
            self._delivery.print_test(document, PrinterChoice(profile.printer, profile.tray), self.window())

        self._context.tasks.run(op, made, owner=self)

    def _forget(self, profile: PrinterProfile) -> None:
        now = self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.print_profiles import forget_profile

            return forget_profile(session, profile.printer, profile.stock, now=now)

        def forgotten(action_id: int | None) -> None:
            words = self.tr("Forgot how {printer} lays: {paper}").format(printer=profile.printer, paper=stock_name(profile.stock))
            self._context.messages.toast(words, undo_action_id=action_id)

        self._context.tasks.command(op, forgotten, owner=self)

    def _profile(self, key: Hashable) -> PrinterProfile:
        return next(one for place, one in enumerate(self._profiles) if place == key)
