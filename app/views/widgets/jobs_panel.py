"""Work that goes on in the background: name, how far, and the way to stop it. Finished items stay until seen."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.announce import announce
from app.views.widgets.buttons import IconButton, NormalButton
from app.views.widgets.gauges import ProgressLine
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import ElidedLabel, NumberText, Title, WrapLabel
from app.views.widgets.layouts import STRETCH, ScrollColumn, column, row, set_shown

_SHOW_AFTER_MS = 300


class JobLine(QWidget):
    """One job: while it runs, when it is done, or when it failed."""

    cancel_requested = Signal()
    dismissed = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.is_running = True
        self.icon = IconLabel("check", size=16, tone=Tone.OK)
        self.icon.hide()
        self.title = ElidedLabel(title)
        self.count = NumberText("", TextStyle.CAPTION, Tone.TEXT2)
        self.stop = NormalButton(self.tr("Stop"), small=True)
        self.seen = IconButton("x", self.tr("Remove from the list"))
        self.seen.hide()
        self.progress = ProgressLine()
        self.progress.setAccessibleName(title)
        self.note = WrapLabel("", TextStyle.CAPTION, Tone.DANGER)
        self.note.hide()
        top = row(self.icon, gap=8)
        top.addWidget(self.title, 1)
        for part in (self.count, self.stop, self.seen):
            top.addWidget(part)
        self.setLayout(column(top, self.progress, self.note, gap=5))
        self.stop.clicked.connect(self._on_stop)
        self.seen.clicked.connect(self.dismissed)

    def set_progress(self, done: int, total: int) -> None:
        self.count.setText(f"{done:,} / {total:,}" if total else "")
        self.progress.set_value(done, total)

    def end(self, text: str, *, failed: bool) -> None:
        self.is_running = False
        self.stop.hide()
        self.count.hide()
        self.progress.hide()
        self.icon.set_icon("triangle-alert" if failed else "check")
        self.icon.set_tone(Tone.DANGER if failed else Tone.OK)
        self.icon.show()
        self.seen.show()
        if failed:
            self.note.setText(text)
            self.note.show()
        else:
            self.title.setText(text)

    def _on_stop(self) -> None:
        self.stop.setEnabled(False)
        self.cancel_requested.emit()


class JobsPanel(QFrame):
    """A drawer at the bottom right. A job shows once it has run longer than a moment."""

    cancel_requested = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._lines: dict[Hashable, JobLine] = {}
        self._fresh: set[Hashable] = set()
        self._list = ScrollColumn(gap=10)
        self._rest = WrapLabel(self.tr("You can go on with other work."), TextStyle.CAPTION, Tone.TEXT3)
        self.fold_button = IconButton("chevron-down", self.tr("Fold away"))
        self.fold_button.clicked.connect(self._on_fold)
        head = row(Title(self.tr("Work in progress")), STRETCH, self.fold_button)
        self._is_folded = False
        self.setLayout(column(head, self._list, self._rest, gap=8, margins=(16, 12, 14, 12)))
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_SHOW_AFTER_MS)
        self._patience.timeout.connect(self._on_patience_over)
        window.installEventFilter(self)
        theme_of(self).changed.connect(self._refresh)
        self.hide()

    def add_job(self, job_id: Hashable, title: str) -> None:
        line = JobLine(title)
        self._lines[job_id] = line
        self._fresh.add(job_id)
        self._list.body.addWidget(line)
        line.show()
        line.cancel_requested.connect(lambda: self.cancel_requested.emit(job_id))
        line.dismissed.connect(lambda: self.remove(job_id))
        self._patience.start()

    def set_progress(self, job_id: Hashable, done: int, total: int) -> None:
        if (line := self._lines.get(job_id)) is not None:
            line.set_progress(done, total)

    def finish(self, job_id: Hashable, text: str = "") -> None:
        """The job is over. A quick one, never seen, leaves no trace; without a text it simply goes."""
        line = self._lines.get(job_id)
        if line is None:
            return
        if job_id in self._fresh or not text:
            self.remove(job_id)
        else:
            line.end(text, failed=False)
            announce(self, text)
            self._refresh()

    def fail(self, job_id: Hashable, text: str) -> None:
        if (line := self._lines.get(job_id)) is not None:
            self._fresh.discard(job_id)
            line.end(text, failed=True)
            announce(self, text)
            self._refresh()

    def remove(self, job_id: Hashable) -> None:
        line = self._lines.pop(job_id, None)
        self._fresh.discard(job_id)
        if line is not None:
            line.hide()
            line.setParent(None)
            line.deleteLater()
        self._refresh()

    def line(self, job_id: Hashable) -> JobLine:
        return self._lines[job_id]

    def is_busy(self) -> bool:
        return any(line.is_running for line in self._lines.values())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def _on_fold(self) -> None:
        self._is_folded = not self._is_folded
        self.fold_button.set_icon("chevron-up" if self._is_folded else "chevron-down")
        self._refresh()

    def _on_patience_over(self) -> None:
        self._fresh.clear()
        self._refresh()

    def _refresh(self) -> None:
        shown = len(self._lines) > len(self._fresh)
        set_shown(self._rest, self.is_busy() and not self._is_folded)
        self._list.setVisible(not self._is_folded)
        self.setVisible(shown)
        if shown:
            self._place()

    def _place(self) -> None:
        px = theme_of(self).px
        width = min(px(330), self._window.width() - px(32))
        inner = self._list.body
        words = inner.heightForWidth(width - px(42)) if inner.hasHeightForWidth() else inner.sizeHint().height()
        wanted = px(52) if self._is_folded else words + px(100 if self.is_busy() else 72)
        height = min(wanted, px(320), self._window.height() - px(32))
        self.setGeometry(self._window.width() - width - px(16), self._window.height() - height - px(16), width, height)
        self.raise_()
