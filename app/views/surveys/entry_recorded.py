"""What was typed in just now: how many in how long, and each with the way back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.jobs.job import JobControl
from app.views.theme import TextStyle, Tone
from app.views.widgets.labels import Text
from app.views.widgets.layouts import boxed, column, set_shown
from app.views.widgets.row_list import RowAction, RowContent, RowList

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

SHOWN = 5


@dataclass(frozen=True, slots=True)
class RecordedSheet:
    """`name` of the customer, or what the sheet is called; `facts` what stands on it in short, and what came of it."""

    response_id: int
    action_id: int
    name: str
    facts: str
    at: datetime


class RecordedPart(QWidget):
    """`correct_requested` carries the response; `taken_back` the response that is no more."""

    correct_requested = Signal(int)
    taken_back = Signal(int)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._began: datetime | None = None
        self._sheets: list[RecordedSheet] = []
        self.count = Text("", TextStyle.BODY_BOLD)
        self.list = RowList(self.tr("Recorded just now"), row_height=48, grows=True)
        self.list.set_open_on_click(True)
        counted = boxed(column(self.count, margins=(16, 0, 16, 0)))
        self.setLayout(column(counted, self.list, gap=2))
        self.list.activated_key.connect(self._on_row)
        self.list.action_triggered.connect(self._on_action)
        self._show()

    def sheets(self) -> list[RecordedSheet]:
        """The newest first."""
        return list(self._sheets)

    def begin(self, now: datetime) -> None:
        """The first sheet is at hand: from here on the time counts."""
        if self._began is None:
            self._began = now

    def add(self, sheet: RecordedSheet) -> None:
        """A sheet that was corrected stands there once."""
        self._sheets = [sheet, *(one for one in self._sheets if one.response_id != sheet.response_id)]
        self._show()

    def keep(self, response_ids: Collection[int]) -> None:
        """Without what was taken back elsewhere."""
        self._sheets = [one for one in self._sheets if one.response_id in response_ids]
        self._show()

    def counted(self) -> str:
        """How many sheets in how many minutes; empty before the first."""
        count = len(self._sheets)
        if not count or self._began is None:
            return ""
        minutes = round((self._sheets[0].at - self._began).total_seconds() / 60)
        sheets = self.tr("%n sheet(s)", "", count)
        return self.tr("{sheets} in %n minute(s)", "", minutes).format(sheets=sheets) if minutes > 0 else sheets

    def _show(self) -> None:
        self.count.setText(self.counted())
        rows = [
            RowContent(
                one.response_id,
                one.name,
                detail=one.facts,
                icon="check",
                icon_tone=Tone.OK,
                icon_circle=True,
                actions=(RowAction("undo", self.tr("Undo"), always=place == 0),),
            )
            for place, one in enumerate(self._sheets[:SHOWN])
        ]
        self.list.set_rows(rows)
        for part in (self.count, self.list):
            set_shown(part, bool(rows))

    def _on_row(self, key: object) -> None:
        if isinstance(key, int):
            self.correct_requested.emit(key)

    def _on_action(self, _action: str, key: object) -> None:
        found = next((one for one in self._sheets if one.response_id == key), None)
        if found is None:
            return
        sheet, now = found, self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int:
            from app.services.actions import undo

            undo(session, sheet.action_id, now=now)
            return sheet.response_id

        self._context.tasks.command(op, self._on_undone, owner=self)

    def _on_undone(self, response_id: int) -> None:
        self._sheets = [one for one in self._sheets if one.response_id != response_id]
        self._show()
        self.taken_back.emit(response_id)
