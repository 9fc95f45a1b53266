"""How the shop's printers lay its papers, and which of them prints."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from app.domain.cards import Calibration, Card
from app.domain.errors import DomainError
from app.domain.label_sheets import LABEL_SHEETS, UnknownLabelSheet, label_sheet
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.print_kinds import ENVELOPES, WORK_OF, WorkKind
from app.domain.prints import PrintKind

POSTCARD = "はがき"
SMALL_CARDS = "名刺"
STOCKS: tuple[str, ...] = (POSTCARD, *ENVELOPES, "A4", "A5", "B5", "Letter", *LABEL_SHEETS, SMALL_CARDS)
"""What a printer may be told to lay differently, in the order in which it is listed: papers, label sheets by their first product, and
the sheets of ten small cards."""


class ProfileUnnamed(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please say which printer and which paper this is for. Nothing was changed.")


class ProfileUnknown(DomainError):
    """`printer`, `stock` as asked for; `known`: what is kept."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors",
        "Nothing is kept about the printer {printer} with the paper {stock}. Nothing was printed. Known are: {known}.",
    )


@dataclass(frozen=True, slots=True)
class PrinterProfile:
    """One printer with one paper; `tray` is a Tray's value, empty for the printer's own choice."""

    printer: str
    stock: str
    calibration: Calibration = field(default_factory=Calibration)
    tray: str = ""


@dataclass(frozen=True, slots=True)
class PrinterChoice:
    """Where a kind of work is printed; `printer` as the system calls it, empty: the pages open in the viewer."""

    printer: str = ""
    tray: str = ""

    @property
    def is_direct(self) -> bool:
        return bool(self.printer)

    def to_text(self) -> str:
        return json.dumps([self.printer, self.tray], ensure_ascii=False) if self.is_direct else ""

    @classmethod
    def from_text(cls, text: str) -> PrinterChoice:
        """What `to_text` wrote; anything else is no printer."""
        try:
            stored = json.loads(text or "[]")
        except ValueError:
            return cls()
        if isinstance(stored, list) and len(stored) == 2 and all(isinstance(part, str) for part in stored):
            return cls(*stored) if stored[0] else cls()
        return cls()


NO_PRINTER = PrinterChoice()


def stock_of(job: Card) -> str:
    """The paper a job is printed on: the name of the paper, of the label sheet, or SMALL_CARDS."""
    if job.kind is PrintKind.LABELS:
        return _sheet_name(job.options.sheet)
    if job.kind in (PrintKind.MEMBER_CARDS, PrintKind.REFERRAL_CARDS):
        return SMALL_CARDS
    if job.survey is not None:
        return job.survey.paper
    if job.kind in (PrintKind.LETTER, PrintKind.THANK_YOU) and job.template is not None:
        return job.template.paper
    return job.options.paper


def work_of(kind: PrintKind, stock: str) -> WorkKind:
    """What pieces on this stock are called, and whose printer they go to: address sides of postcards are postcards."""
    return WorkKind.CARD if kind is PrintKind.ENVELOPE and stock == POSTCARD else WORK_OF[kind]


def paper_of_stock(stock: str) -> str:
    """The name of the paper that goes through the printer."""
    if stock == SMALL_CARDS:
        return "A4"
    try:
        return label_sheet(stock).paper
    except UnknownLabelSheet:
        return stock


def with_calibration(job: Card, profile: PrinterProfile | None) -> Card:
    """The job as that printer has to be given it; None: nothing is known of the printer, so the shift of the settings stays."""
    if profile is None:
        return job
    return replace(job, options=replace(job.options, calibration=profile.calibration))


def profile_for(profiles: Collection[PrinterProfile], printer: str, stock: str) -> PrinterProfile:
    """The one that was asked for by name. ProfileUnknown."""
    found = next((one for one in profiles if (one.printer, one.stock) == (printer.strip(), stock)), None)
    if found is None:
        known = ", ".join(f"{one.printer} ({one.stock})" for one in profiles)
        raise ProfileUnknown(field="printer", printer=printer, stock=stock, known=known or "—")
    return found


def _sheet_name(sheet: str) -> str:
    try:
        found = label_sheet(sheet)
    except UnknownLabelSheet:
        return sheet
    return found.products[0] if found.products else found.name
