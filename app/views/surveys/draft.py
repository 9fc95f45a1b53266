"""The survey as it is being built: its steps back and forth, which question is at hand, and which one is open."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.domain.survey_edits import place_of
from app.domain.surveys import SurveyContent
from app.views.edit_steps import EditSteps

WORDS = " "
"""In place of a question: the title and the words around the questions. The id of a question is never blank."""
_NOTHING = SurveyContent("", "ja")


class SurveyDraft(QObject):
    """`changed`: it asks or says something else. `opened`: another question is open, or none. `history_changed`: what can be undone."""

    changed = Signal()
    opened = Signal()
    history_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content = _NOTHING
        self._open = ""
        # What is asked, and what was open then.
        self._steps: EditSteps[tuple[SurveyContent, str]] = EditSteps()

    @property
    def content(self) -> SurveyContent:
        return self._content

    @property
    def open_key(self) -> str:
        """The id of the question that is open, WORDS, or empty."""
        return self._open

    @property
    def can_undo(self) -> bool:
        return self._steps.can_undo

    @property
    def can_redo(self) -> bool:
        return self._steps.can_redo

    @property
    def undo_words(self) -> str:
        """What the next step back takes back."""
        return self._steps.undo_words

    @property
    def redo_words(self) -> str:
        return self._steps.redo_words

    def begin(self, content: SurveyContent) -> None:
        """With a survey as it is kept; nothing can be undone, nothing is open."""
        self._content, self._open = content, ""
        self._steps.clear()
        self._announce()
        self.opened.emit()

    def take(self, content: SurveyContent) -> None:
        """It was changed elsewhere; what is open stays open where it is still there."""
        if content != self._content:
            self._steps.clear()
            self._show(content)

    def change(self, content: SurveyContent, *, words: str = "", joins: str = "", at: str = "") -> None:
        """One step; one after the other with the same `joins`, as the keys of a word, are one. `at`: what is open afterwards."""
        if content == self._content:
            return
        self._steps.add((self._content, self._open), words=words, joins=joins)
        self._show(content, at)

    def open(self, key: str) -> None:
        """What is typed next is a step of its own."""
        if key != self._open and (key in ("", WORDS) or place_of(self._content, key) >= 0):
            self._open = key
            self._steps.end_joining()
            self.opened.emit()

    def undo(self) -> None:
        self._show_step(self._steps.back((self._content, self._open)))

    def redo(self) -> None:
        self._show_step(self._steps.forth((self._content, self._open)))

    def end_joining(self) -> None:
        """What is typed next is a step of its own."""
        self._steps.end_joining()

    def _show_step(self, step: tuple[SurveyContent, str] | None) -> None:
        if step is not None:
            self._show(*step)

    def _show(self, content: SurveyContent, at: str = "") -> None:
        self._content = content
        before = self._open
        if at == WORDS or place_of(content, at) >= 0:
            self._open = at
        elif self._open != WORDS and place_of(content, self._open) < 0:
            self._open = ""
        self._announce()
        if self._open != before:
            self.opened.emit()

    def _announce(self) -> None:
        self.changed.emit()
        self.history_changed.emit()
