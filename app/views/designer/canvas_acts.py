"""What keys and menus do with the parts that are selected: each one step that can be taken back."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from app.context import Messages
from app.domain.errors import DomainError
from app.domain.template_edits import copied, duplicated, element_called, moved, pasted, removed, resized
from app.domain.templates import Element, Frame, Template, TemplateUnreadable
from app.views.designer.draft import Draft

PARTS = "application/x-okaeri-template-parts"
Size = tuple[float, float]


class CanvasActs(QObject):
    """`paper`: the size of the paper now; `shown`: where the parts of the page lie."""

    def __init__(
        self, draft: Draft, messages: Messages, paper: Callable[[], Size], shown: Callable[[], Mapping[str, Frame]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        self._messages = messages
        self._paper = paper
        self._shown = shown

    def nudge(self, dx: float, dy: float) -> None:
        """Keys that follow one another are one step."""
        names = self._draft.selected
        if names:
            after = moved(self._draft.template, names, dx, dy, self._paper(), shown=self._shown())
            self._draft.change(after, words=self.tr("Move"), joins=f"nudge {'/'.join(names)}")

    def stretch(self, dx: float, dy: float) -> None:
        """By the right and lower edge."""
        if len(self._draft.selected) != 1:
            return
        (name,) = self._draft.selected
        lies = self._shown().get(name)
        if lies is not None:
            frame = replace(lies, width=max(0.0, lies.width + dx), height=max(0.0, lies.height + dy))
            after = resized(self._draft.template, name, frame, self._paper(), shown=lies)
            self._draft.change(after, words=self.tr("Change the size"), joins=f"stretch {name}")

    def delete(self) -> None:
        self._draft.change(removed(self._draft.template, self._draft.selected), words=self.tr("Delete"))

    def duplicate(self) -> None:
        names = self._draft.selected
        if names:
            self._more(lambda: duplicated(self._draft.template, names, self._paper()), self.tr("Duplicate"))

    def copy(self) -> None:
        parts = copied(self._draft.template, self._draft.selected)
        if parts:
            held = QMimeData()
            held.setData(PARTS, json.dumps(replace(self._draft.template, elements=parts).to_json(), ensure_ascii=False).encode())
            QGuiApplication.clipboard().setMimeData(held)

    def cut(self) -> None:
        self.copy()
        self._draft.change(removed(self._draft.template, self._draft.selected), words=self.tr("Cut"))

    def paste(self) -> None:
        """On the page that is shown, also what was copied in another template."""
        parts = _parts_held()
        if parts:
            self._more(lambda: pasted(self._draft.template, parts, self._draft.page, self._paper()), self.tr("Paste"))

    def select_all(self) -> None:
        self._draft.select(*(one.name for one in self._on_page()))

    def select_none(self) -> None:
        self._draft.select()

    def select_beside(self, step: int) -> bool:
        """The next part of the page, or the one before; False past the last."""
        names = [one.name for one in self._on_page()]
        chosen = [names.index(name) for name in self._draft.selected if name in names]
        place = (chosen[-1] if step > 0 else chosen[0]) + step if chosen else 0 if step > 0 else len(names) - 1
        if not 0 <= place < len(names):
            return False
        self._draft.select(names[place])
        return True

    def _on_page(self) -> list[Element]:
        return [one for one in self._draft.template.elements if one.page == self._draft.page]

    def _more(self, act: Callable[[], tuple[Template, tuple[str, ...]]], words: str) -> None:
        try:
            after, names = act()
        except DomainError as error:
            self._messages.error(error)
            return
        self._draft.change(after, words=words)
        if names and (first := element_called(after, names[0])) is not None:
            self._draft.show_page(first.page)
            self._draft.select(*names)


def _parts_held() -> Sequence[Element]:
    held = QGuiApplication.clipboard().mimeData()
    if not held.hasFormat(PARTS):
        return ()
    try:
        return Template.from_json(json.loads(bytes(held.data(PARTS).data()))).elements
    except (ValueError, TemplateUnreadable):
        # Not ours after all: there is nothing to paste.
        return ()
