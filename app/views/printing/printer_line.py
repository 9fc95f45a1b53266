"""Where a run is printed, in two lines: the printer, and its tray with the paper and the side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.cards import Card
from app.domain.entities import Entity
from app.domain.print_kinds import WorkKind
from app.domain.print_profiles import NO_PRINTER, PrinterChoice, PrinterProfile, stock_of
from app.jobs.job import JobControl
from app.views.printing.delivery import choice_for, keep_choice
from app.views.printing.printer_panel import PanelStart, PrinterPanel
from app.views.printing.printer_words import side_name, stock_name, tray_name
from app.views.printing.printers import Printers
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import ElidedLabel
from app.views.widgets.layouts import boxed, column, row

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class PrinterLine(QWidget):
    """`changed` when another printer or tray was chosen, or what is known of it is another."""

    changed = Signal()

    def __init__(self, context: AppContext, printers: Printers | None = None) -> None:
        super().__init__()
        self._context = context
        self._printers = printers
        self._kind = WorkKind.CARD
        self._job: Card | None = None
        self._choice = NO_PRINTER
        self._stock = ""
        self._profile: PrinterProfile | None = None
        self._build()
        self._connect()

    def choice(self) -> PrinterChoice:
        """With the tray that is kept for the paper."""
        return self._choice if self._profile is None else PrinterChoice(self._choice.printer, self._profile.tray)

    def profile(self) -> PrinterProfile | None:
        """What is known of the printer with the paper of the job."""
        return self._profile

    def show_job(self, kind: WorkKind, job: Card) -> None:
        stock, choice = stock_of(job), choice_for(self._context.settings, kind)
        is_other = (kind, stock, choice) != (self._kind, self._stock, self._choice)
        self._kind, self._job, self._stock, self._choice = kind, job, stock, choice
        if is_other:
            self._profile = None
            self._look()
        self._show()

    def _build(self) -> None:
        self.name = ElidedLabel("", TextStyle.BODY, Tone.TEXT)
        self.detail = ElidedLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.change = LinkButton(self.tr("Change"), small=True)
        self.change.setAccessibleName(self.tr("Change the printer"))
        line = row(IconLabel("printer", size=18), gap=10)
        line.addWidget(boxed(column(self.name, self.detail, gap=1)), 1)
        line.addWidget(self.change)
        self.setLayout(line)

    def _connect(self) -> None:
        self.change.clicked.connect(self._on_change)
        self._context.tasks.data_changed.connect(self._on_data_changed)

    def _look(self) -> None:
        if not self._choice.is_direct:
            return
        printer, stock = self._choice.printer, self._stock

        def op(session: Session, _control: JobControl) -> PrinterProfile | None:
            from app.queries.print_profiles import profile_of

            return profile_of(session, printer, stock)

        self._context.tasks.query(op, self._on_profile, owner=self, replaces="profile")

    def _on_profile(self, profile: PrinterProfile | None) -> None:
        if profile != self._profile:
            self._profile = profile
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        choice = self.choice()
        self.name.setText(choice.printer or self.tr("Open the PDF"))
        side = side_name(self._job) if self._job is not None else ""
        parts = (tray_name(choice.tray) if choice.tray else "", stock_name(self._stock), side)
        self.detail.setText(self.tr(" · ", "between short words").join(part for part in parts if part))

    def _on_change(self) -> None:
        job = self._job
        if job is None:
            return
        start = PanelStart(self.tr("Printer"), (self._stock,), self.choice(), job.options.calibration, has_viewer=True)
        panel = PrinterPanel(self._context, self.window(), start, self._printers)
        panel.chosen.connect(self._on_chosen)
        panel.open_panel(panel.printer)

    def _on_chosen(self, choice: PrinterChoice) -> None:
        keep_choice(self._context.settings, self._kind, choice)
        if self._job is not None and choice != self._choice:
            self.show_job(self._kind, self._job)
            self.changed.emit()
        self.change.setFocus()

    def _on_data_changed(self, changed: frozenset[Entity], _initiator: object) -> None:
        if Entity.SHOP in changed:
            self._look()
