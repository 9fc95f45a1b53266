"""Step 1: which file, and what was brought in before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.context import Clock
from app.domain.formats import CountUnit, format_count
from app.domain.imports import UNDO_DAYS, ImportKind, ImportRow
from app.views.importing.words import IN_WIZARD, grouped, kind_word
from app.views.moments import language, moment_text
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import LinkButton, PrimaryButton
from app.views.widgets.card import Card
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.filter_chips import ChoiceChips
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import ElidedLabel, Text, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown
from app.views.widgets.row_list import RowAction, RowContent, RowList

_UNDO = "undo"


class DropArea(QWidget):
    """A dashed field; the whole page takes the file, this says so. `title` where it is about another file than a list."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self._is_over = False
        centre = Qt.AlignmentFlag.AlignHCenter
        self.choose = PrimaryButton(self.tr("Choose a file"), "folder-open")
        self.choose.set_shortcut_hint("Ctrl+Return", live=False)
        words = title or self.tr("Drop the list here, or choose it")
        heading = WrapLabel(words, TextStyle.DIALOG_TITLE, Tone.TEXT, align=centre)
        kinds = self.tr("Excel, OpenDocument, CSV and other text lists can be read.\nThe file itself is never changed.")
        body = WrapLabel(kinds, TextStyle.BODY, Tone.TEXT2, align=centre)
        self.setLayout(
            column(
                STRETCH, row(STRETCH, IconLabel("upload", size=36, tone=Tone.PRIMARY), STRETCH), 2, heading, body, 4,
                row(STRETCH, self.choose, STRETCH), STRETCH, gap=8, margins=(24, 20, 24, 20),
            )
        )  # fmt: skip
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_over(self, is_over: bool) -> None:
        """A file is held above the page."""
        self._is_over = is_over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        tokens = theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.primary if self._is_over else tokens.line_strong), 2, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(tokens.primary_soft if self._is_over else tokens.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(10), theme.px(10))
        painter.end()


class FileStep(QWidget):
    """`undo_requested` carries the ImportRow."""

    choose_requested = Signal()
    continue_requested = Signal()
    undo_requested = Signal(object)

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._rows: dict[int, ImportRow] = {}
        self._build()
        self._connect()

    def wanted_kind(self) -> ImportKind | None:
        """What the user says the list is; None: find out."""
        kind = self._kind.current()
        return kind if isinstance(kind, ImportKind) else None

    def set_wanted_kind(self, kind: ImportKind | None) -> None:
        self._kind.set_current(kind)

    def set_file(self, name: str) -> None:
        """The file that is open, or nothing."""
        self._open_file.setText(name)
        set_shown(self._open_box, bool(name))

    def set_imports(self, rows: Sequence[ImportRow]) -> None:
        self._rows = {row.id: row for row in rows}
        self._list.set_rows([self._content(row) for row in rows])
        set_shown(self._list, bool(rows))
        set_shown(self._none, not rows)

    def set_over(self, is_over: bool) -> None:
        self.drop.set_over(is_over)

    def _build(self) -> None:
        self.drop = DropArea()
        kinds = [(None, self.tr("Find out")), *((kind, kind_word(kind)) for kind in IN_WIZARD)]
        self._kind = ChoiceChips(kinds, None, self.tr("What the list is"))
        what = row(gap=10)
        what.addWidget(Text(self.tr("What the list is"), TextStyle.BODY, Tone.TEXT2), 0, Qt.AlignmentFlag.AlignTop)
        what.addWidget(self._kind, 1)
        self._open_file = ElidedLabel("", TextStyle.BODY_BOLD)
        self._continue = LinkButton(self.tr("Go on with this file"), "arrow-right")
        line = row(IconLabel("file-text", size=16), gap=8)
        line.addWidget(self._open_file, 1)
        line.addWidget(self._continue)
        self._open_box = QWidget()
        self._open_box.setLayout(line)
        self._open_box.hide()
        left = column(self.drop, what, self._open_box, gap=12)
        left.setStretch(0, 1)
        card = Card(self.tr("Brought in before"))
        card.set_note(self.tr("can be undone for {days} days").format(days=UNDO_DAYS))
        self._list = RowList(self.tr("Brought in before"), row_height=60)
        self._none = EmptyState(
            "history", self.tr("Nothing was brought in yet"), self.tr("Each import is listed here and can be undone as a whole.")
        )
        card.add_list(boxed(column(self._list, self._none, gap=0)))
        undoing = self.tr("A backup is made before an import is undone.")
        card.add(WrapLabel(undoing, TextStyle.CAPTION, Tone.TEXT3))
        card.setMinimumWidth(theme_of(self).px(300))
        layout = row(gap=16)
        layout.addLayout(left, 5)
        layout.addWidget(card, 4)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.drop.choose.clicked.connect(self.choose_requested)
        self._continue.clicked.connect(self.continue_requested)
        self._list.action_triggered.connect(self._on_action)

    def _content(self, past: ImportRow) -> RowContent:
        words = language()
        counts = [grouped(self.tr("%n row(s) in", "", past.accepted), past.accepted)]
        if past.created:
            counts.append(self.tr("{count} new").format(count=format_count(past.created, CountUnit.CUSTOMERS, words)))
        if past.updated:
            counts.append(self.tr("{count} brought up to date").format(count=format_count(past.updated, CountUnit.CUSTOMERS, words)))
        if past.refused:
            counts.append(grouped(self.tr("%n row(s) left out", "", past.refused), past.refused))
        can_undo = past.can_be_undone(self._clock.now())
        actions = (RowAction(_UNDO, self.tr("Undo the import"), key="Del"),) if can_undo else ()
        chip = (self.tr("Undone"), Tone.NEUTRAL) if past.undone_at is not None else None
        detail = "・".join(counts) if words == "ja" else ", ".join(counts)
        what = f"{kind_word(past.kind)}  {moment_text(past.at, self._clock)}"
        return RowContent(past.id, past.file_name, what=what, detail=detail, icon="file-text", chip=chip, actions=actions)

    def _on_action(self, _name: str, key: object) -> None:
        if isinstance(key, int) and key in self._rows:
            self.undo_requested.emit(self._rows[key])
