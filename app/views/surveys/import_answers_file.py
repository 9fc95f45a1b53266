"""Which file has the answers, and which files were brought in for this survey before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.context import Clock
from app.domain.imports import UNDO_DAYS, ImportRow
from app.views.importing.file_step import DropArea
from app.views.importing.words import rows_text
from app.views.moments import language, moment_text
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import LinkButton
from app.views.widgets.card import Card
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import ElidedLabel, WrapLabel
from app.views.widgets.layouts import boxed, column, row, set_shown
from app.views.widgets.row_list import RowAction, RowContent, RowList

_UNDO = "undo"


class AnswerFile(QWidget):
    """`undo_requested` carries the ImportRow."""

    continue_requested = Signal()
    undo_requested = Signal(object)

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._rows: dict[int, ImportRow] = {}
        self._build()
        self._connect()

    def set_file(self, name: str) -> None:
        """The file that is open, or nothing."""
        self._open_file.setText(name)
        set_shown(self._open_box, bool(name))

    def set_imports(self, rows: Sequence[ImportRow]) -> None:
        self._rows = {one.id: one for one in rows}
        self.past.set_rows([self._content(one) for one in rows])
        set_shown(self.past, bool(rows))
        set_shown(self._none, not rows)

    def _build(self) -> None:
        self.drop = DropArea(self.tr("Drop the file with the answers here, or choose it"))
        kinds = self.tr(
            "As Google Forms, Microsoft Forms, SurveyMonkey and others save it: a row for each who answered, a column for each question."
        )
        about = WrapLabel(kinds, TextStyle.BODY, Tone.TEXT2)
        self._open_file = ElidedLabel("", TextStyle.BODY_BOLD)
        self.go_on = LinkButton(self.tr("Go on with this file"), "arrow-right")
        line = row(IconLabel("file-text", size=16), gap=8)
        line.addWidget(self._open_file, 1)
        line.addWidget(self.go_on)
        self._open_box = boxed(line)
        self._open_box.hide()
        left = column(self.drop, about, self._open_box, gap=12)
        left.setStretch(0, 1)
        card = Card(self.tr("Brought in before"))
        self.past = RowList(self.tr("Brought in before"), row_height=60)
        self._none = EmptyState(
            "history", self.tr("Nothing was brought in yet"), self.tr("Each file is listed here and can be undone as a whole.")
        )
        card.add_list(boxed(column(self.past, self._none, gap=0)))
        undoing = self.tr("An import can be undone for {days} days. A backup is made first.").format(days=UNDO_DAYS)
        card.add(WrapLabel(undoing, TextStyle.CAPTION, Tone.TEXT3))
        card.setMinimumWidth(theme_of(self).px(300))
        layout = row(gap=16)
        layout.addLayout(left, 5)
        layout.addWidget(card, 4)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.go_on.clicked.connect(self.continue_requested)
        self.past.action_triggered.connect(self._on_action)

    def _content(self, past: ImportRow) -> RowContent:
        actions = (RowAction(_UNDO, self.tr("Undo the import"), key="Del", always=True),) if past.can_be_undone(self._clock.now()) else ()
        detail = self.tr("{rows} came in, {unnamed} of them without a customer").format(
            rows=rows_text(past.accepted), unnamed=f"{past.without_customer:,}"
        )
        said = ("・" if language() == "ja" else ", ").join((moment_text(past.at, self._clock), detail))
        return RowContent(past.id, past.file_name, detail=said, icon="file-text", actions=actions)

    def _on_action(self, _name: str, key: object) -> None:
        if isinstance(key, int) and key in self._rows:
            self.undo_requested.emit(self._rows[key])
