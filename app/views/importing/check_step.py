"""Step 3: what is worth a look before anything is stored."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.context import Clock
from app.domain.formats import CountUnit, format_count
from app.views.importing.count_card import CountRow
from app.views.importing.desk import ImportDesk
from app.views.moments import language
from app.views.theme import Tone
from app.views.widgets.layouts import column


class CheckStep(QWidget):
    changed = Signal()

    def __init__(self, desk: ImportDesk, clock: Clock) -> None:
        super().__init__()
        self._desk = desk
        self._clock = clock
        self._build()

    def show_draft(self) -> None:
        self.counts.set_counts([("check", Tone.OK, self._number(self.count()), "")])

    def count(self) -> int:
        draft = self._desk.draft
        if draft.people is not None:
            return len(draft.people.reading.drafts)
        return draft.sales.reading.accepted_rows if draft.sales is not None else 0

    def primary_text(self) -> str:
        return self.tr("Import {count}").format(count=self._number(self.count()))

    def _number(self, count: int) -> str:
        unit = CountUnit.CUSTOMERS if self._desk.draft.people is not None else CountUnit.ITEMS
        return format_count(count, unit, language())

    def _build(self) -> None:
        self.counts = CountRow()
        self.setLayout(column(self.counts, gap=12))
