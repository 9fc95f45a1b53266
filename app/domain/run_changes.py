"""What became of a run, or of its people, while its pages were being made."""

from __future__ import annotations

from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.print_problems import PrintError


class RunChanged(PrintError):
    """Other pieces wait than those whose pages were made."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors",
        "This run was changed while its pages were being made. Nothing was noted as sent. Please open the run and go on once more.",
    )
