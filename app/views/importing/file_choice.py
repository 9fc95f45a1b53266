"""The first step of an import: where a file is dropped or chosen, the one that is open, and those brought in before."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from app.context import Clock
from app.domain.imports import UNDO_DAYS, ImportRow
from app.views.importing.drop_area import DropArea
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import LinkButton
from app.views.widgets.card import Card
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import ElidedLabel, WrapLabel
from app.views.widgets.layouts import boxed, column, row, set_shown
from app.views.widgets.row_list import RowAction, RowContent, RowList

_UNDO = "undo"


class FileChoice(QWidget):
    """`undo_requested` carries the ImportRow."""

    choose_requested = Signal()
    continue_requested = Signal()
    undo_requested = Signal(object)

    shows_undo = False
    """Whether each file's undo is at sight, or comes when the file is stood on."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.clock = clock
        self._rows: dict[int, ImportRow] = {}
        self._build()
        self._connect()

    @abstractmethod
    def drop_words(self) -> str:
        """What the field says that takes the file; empty: its own words."""

    @abstractmethod
    def below_drop(self) -> QLayout: ...

    @abstractmethod
    def past_words(self, past: ImportRow) -> tuple[str, str]:
        """Beside the name of the file, and below it."""

    def set_file(self, name: str) -> None:
        """The file that is open, or nothing."""
        self._open_file.setText(name)
        set_shown(self._open_box, bool(name))

    def set_imports(self, rows: Sequence[ImportRow]) -> None:
        self._rows = {one.id: one for one in rows}
        self.past.set_rows([self._content(one) for one in rows])
        set_shown(self.past, bool(rows))
        set_shown(self._none, not rows)

    def set_over(self, is_over: bool) -> None:
        """A file is held above the page."""
        self.drop.set_over(is_over)

    def _build(self) -> None:
        self.drop = DropArea(self.drop_words())
        self._open_file = ElidedLabel("", TextStyle.BODY_BOLD)
        self.go_on = LinkButton(self.tr("Go on with this file"), "arrow-right")
        line = row(IconLabel("file-text", size=16), gap=8)
        line.addWidget(self._open_file, 1)
        line.addWidget(self.go_on)
        self._open_box = boxed(line)
        self._open_box.hide()
        left = column(self.drop, self.below_drop(), self._open_box, gap=12)
        left.setStretch(0, 1)
        layout = row(gap=16)
        layout.addLayout(left, 5)
        layout.addWidget(self._past_card(), 4)
        self.setLayout(layout)

    def _past_card(self) -> Card:
        card = Card(self.tr("Brought in before"))
        card.set_note(self.tr("can be undone for {days} days").format(days=UNDO_DAYS))
        self.past = RowList(self.tr("Brought in before"), row_height=60)
        self._none = EmptyState(
            "history", self.tr("Nothing was brought in yet"), self.tr("Each import is listed here and can be undone as a whole.")
        )
        files = boxed(column(self.past, self._none, gap=0))
        # Not of the card, whose head may need more.
        files.setMinimumWidth(theme_of(self).px(296))
        card.add_list(files)
        undoing = self.tr("A backup is made before an import is undone.")
        card.add(WrapLabel(undoing, TextStyle.CAPTION, Tone.TEXT3))
        return card

    def _connect(self) -> None:
        self.drop.choose.clicked.connect(self.choose_requested)
        self.go_on.clicked.connect(self.continue_requested)
        self.past.action_triggered.connect(self._on_action)

    def _content(self, past: ImportRow) -> RowContent:
        undo = RowAction(_UNDO, self.tr("Undo the import"), key="Del", always=self.shows_undo)
        actions = (undo,) if past.can_be_undone(self.clock.now()) else ()
        chip = (self.tr("Undone"), Tone.NEUTRAL) if past.undone_at is not None else None
        what, detail = self.past_words(past)
        return RowContent(past.id, past.file_name, what=what, detail=detail, icon="file-text", chip=chip, actions=actions)

    def _on_action(self, _name: str, key: object) -> None:
        if isinstance(key, int) and key in self._rows:
            self.undo_requested.emit(self._rows[key])
