"""What the owner says of the month; it saves itself and stands on the paper."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal

from app.domain.month_report import LONGEST_COMMENT
from app.views.theme import Tone
from app.views.widgets.card import Card
from app.views.widgets.labels import Caption
from app.views.widgets.layouts import STRETCH, row
from app.views.widgets.text_field import TextArea, mark_error

SAVE_MS = 300


class CommentCard(Card):
    """`changed(text)` a moment after the last key, never for one that is too long."""

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("From the owner"), gap=6)
        self.set_note(self.tr("stands on the paper"))
        self._kept = ""
        self._build()
        self._connect()

    def set_comment(self, text: str) -> None:
        """As it is kept. What is being typed is left alone."""
        is_typing = self.field.hasFocus() and self.field.text().strip() != self._kept
        self._kept = text
        if not is_typing and self.field.text().strip() != text:
            self.field.set_text(text)
        self._show_length()

    def show_saved(self, moment: str) -> None:
        self.saved.setText(self.tr("Saved {time}").format(time=moment))

    def begin(self) -> None:
        """Another month."""
        self.save_now()
        self._kept = ""
        self.field.set_text("")
        self._soon.stop()
        self.saved.setText("")

    def save_now(self) -> None:
        """What was typed and is not kept yet."""
        self._soon.stop()
        text = self.field.text().strip()
        if text != self._kept and len(text) <= LONGEST_COMMENT:
            self._kept = text
            self.changed.emit(text)

    def _build(self) -> None:
        self.field = TextArea(self.tr("What happened this month, in your own words"), lines=5)
        self.field.setAccessibleName(self.tr("From the owner"))
        self.saved, self.length = Caption(), Caption()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SAVE_MS)
        self.add(self.field)
        self.add(row(self.saved, STRETCH, self.length))

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_typed)
        self.field.edited_done.connect(self.save_now)
        self._soon.timeout.connect(self.save_now)

    def _on_typed(self) -> None:
        self._show_length()
        self._soon.start()

    def _show_length(self) -> None:
        count = len(self.field.text().strip())
        is_long = count > LONGEST_COMMENT
        self.length.setText(self.tr("{count} / {high} characters").format(count=count, high=LONGEST_COMMENT))
        self.length.set_tone(Tone.DANGER if is_long else Tone.TEXT3)
        mark_error(self.field, is_long)
