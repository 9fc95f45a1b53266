"""What is to be remembered of a customer, written in place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton, TonalButton
from app.views.widgets.card import Card
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown
from app.views.widgets.text_field import TextArea


class NoteCard(Card):
    """`note_written` carries the new words. Ctrl+Enter saves, Esc leaves them as they were."""

    note_written = Signal(str)

    def __init__(self, title: str = "") -> None:
        super().__init__(title or self.tr("To remember"), action=self.tr("Write"))
        self._note = ""
        assert self.action is not None
        self.action.set_icon("pencil")
        self.action.clicked.connect(self.begin)
        self.words = WrapLabel("", TextStyle.BODY, Tone.TEXT)
        self.hint = WrapLabel(self.tr("What you write here is seen by everyone before the next visit."), TextStyle.CAPTION, Tone.TEXT3)
        self.area = TextArea(self.tr("Likes tea · left-handed · daughter starts school in April"), lines=5)
        self.area.setAccessibleName(self.tr("To remember"))
        self.save = TonalButton(self.tr("Save"), small=True)
        self.cancel = NormalButton(self.tr("Leave as it was"), small=True)
        self._editor = boxed(column(self.area, row(STRETCH, self.cancel, self.save, gap=8), gap=8))
        self._editor.hide()
        self.add(self.words)
        self.add(self.hint)
        self.add(self._editor)
        self.save.clicked.connect(self.finish)
        self.cancel.clicked.connect(self.give_up)

    @property
    def is_writing(self) -> bool:
        return not self._editor.isHidden()

    def set_note(self, note: str) -> None:
        """Show these words, unless others are being written."""
        self._note = note
        if not self.is_writing:
            self._show(writing=False)

    def begin(self) -> None:
        self.area.set_text(self._note)
        self._show(writing=True)
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Hand the words over, if they are new."""
        written = self.area.text().strip()
        is_new = written != self._note
        self._note = written
        self._show(writing=False)
        if is_new:
            self.note_written.emit(written)

    def give_up(self) -> None:
        self._show(writing=False)

    def has_focus_inside(self) -> bool:
        return self.isAncestorOf(self.window().focusWidget())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_writing:
            self.give_up()
        else:
            super().keyPressEvent(event)

    def _show(self, *, writing: bool) -> None:
        assert self.action is not None
        self.words.setText(self._note)
        set_shown(self.words, bool(self._note) and not writing)
        set_shown(self.hint, not self._note and not writing)
        set_shown(self._editor, writing)
        set_shown(self.action, not writing)
