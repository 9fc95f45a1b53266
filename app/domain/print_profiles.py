"""How the shop's printers lay its papers."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.cards import Calibration
from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP


class ProfileUnnamed(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please say which printer and which paper this is for. Nothing was changed.")


@dataclass(frozen=True, slots=True)
class PrinterProfile:
    """One printer with one paper; `tray` as the printer's driver names it, empty for its own choice."""

    printer: str
    stock: str
    calibration: Calibration = field(default_factory=Calibration)
    tray: str = ""
