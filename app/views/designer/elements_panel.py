"""The parts of the page as a list, the one nearest to the eye on top, and the menu to add more."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.errors import DomainError
from app.domain.template_edits import added, duplicated, ordered, removed
from app.domain.templates import MOST_ELEMENTS, Element, ElementKind
from app.views.designer.draft import Draft
from app.views.designer.elements_picture import choose_picture
from app.views.designer.elements_words import ELEMENT_ICONS, ELEMENT_WORDS, element_kind_word, element_titles
from app.views.designer.properties_choices import DesignChoices
from app.views.moments import language
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import MenuButton
from app.views.widgets.labels import Title, WrapLabel
from app.views.widgets.layouts import STRETCH, column, row, set_shown
from app.views.widgets.row_list import RowAction, RowContent, RowList

if TYPE_CHECKING:
    from app.reports.designs import DesignProblem

_ROW_HEIGHT = 40
_EDITS = {
    "copy": QKeySequence.StandardKey.Copy,
    "cut": QKeySequence.StandardKey.Cut,
    "paste": QKeySequence.StandardKey.Paste,
}
_STEPS = {"front": MOST_ELEMENTS, "up": 1, "down": -1, "back": -MOST_ELEMENTS}


class PartList(RowList):
    """`moved`: one further down (1) or up (-1); `edited`: "copy", "cut" or "paste" by its key."""

    moved = Signal(int)
    edited = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = next((word for word, keys in _EDITS.items() if event.matches(keys)), "")
        if key:
            self.edited.emit(key)
            return
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)


class ElementsPanel(QWidget):
    """`edit_requested`: the words of a part are to be typed; `parts_edited`: what is selected is to be copied, cut, or what was is to be
    pasted."""

    edit_requested = Signal(str)
    parts_edited = Signal(str)

    def __init__(self, context: AppContext, draft: Draft) -> None:
        super().__init__()
        self._context = context
        self._draft = draft
        self._choices = DesignChoices()
        self._problems: Sequence[DesignProblem] = ()
        self._is_filling = False
        self._build()
        self._connect()
        self.refresh()

    def set_choices(self, choices: DesignChoices) -> None:
        self._choices = choices

    def set_problems(self, problems: Sequence[DesignProblem]) -> None:
        """Parts that need a look carry a mark."""
        self._problems = tuple(problems)
        self.refresh()

    def refresh(self) -> None:
        """Show the parts of the page that lies on the desk."""
        template, page = self._draft.template, self._draft.page
        titles = element_titles(template, page)
        wrong = {problem.element for problem in self._problems}
        parts = [one for one in reversed(template.elements) if one.page == page]
        self._is_filling = True
        self.list.set_rows([self._row(one, titles[one.name], one.name in wrong) for one in parts])
        chosen = next((name for name in self._draft.selected if name in titles), None)
        if chosen is not None:
            self.list.select_key(chosen)
        else:
            # Without one at hand, the row that was pressed last can be pressed again.
            self.list.setCurrentIndex(QModelIndex())
        self._is_filling = False
        set_shown(self.empty, not parts)
        set_shown(self.list, bool(parts))

    def _build(self) -> None:
        self.add = MenuButton(self.tr("Add"), "plus", small=True)
        for kind in ELEMENT_WORDS:
            self.add.add_action(element_kind_word(kind), partial(self._on_add, kind), icon=ELEMENT_ICONS[kind])
        self.list = PartList(self.tr("Parts of the page"), row_height=_ROW_HEIGHT, uniform=False)
        words = self.tr("Nothing stands on this page yet. Press “Add” and choose a text, a picture or a drawing.")
        self.empty = WrapLabel(words, TextStyle.BODY, Tone.TEXT2)
        head = row(Title(self.tr("Parts")), STRETCH, self.add, gap=8)
        layout = column(head, self.empty, gap=8)
        layout.addWidget(self.list, 1)
        layout.addStretch(0)
        self.setLayout(layout)

    def _connect(self) -> None:
        self._draft.changed.connect(self.refresh)
        self._draft.selection_changed.connect(self.refresh)
        self.list.current_changed.connect(self._on_current)
        self.list.clicked.connect(self._on_clicked)
        self.list.activated_key.connect(self._on_opened)
        self.list.action_triggered.connect(self._on_action)
        self.list.moved.connect(self._on_moved)
        self.list.edited.connect(self.parts_edited)

    def _row(self, element: Element, title: str, is_wrong: bool) -> RowContent:
        acts = (
            RowAction("edit", self.tr("Change"), shown=False),
            RowAction("duplicate", self.tr("Duplicate"), shown=False),
            RowAction("copy", self.tr("Copy"), key="Ctrl+C", shown=False),
            RowAction("paste", self.tr("Paste"), key="Ctrl+V", shown=False),
            RowAction("front", self.tr("In front of all others"), shown=False),
            RowAction("up", self.tr("One further forward, Alt+↑"), shown=False),
            RowAction("down", self.tr("One further back, Alt+↓"), shown=False),
            RowAction("back", self.tr("Behind all others"), shown=False),
            RowAction("delete", self.tr("Delete"), key="Del", shown=False),
        )
        word = element_kind_word(element.kind)
        return RowContent(
            element.name,
            title,
            detail=self.tr("Needs a look") if is_wrong else "",
            detail_tone=Tone.WARN,
            icon="triangle-alert" if is_wrong else ELEMENT_ICONS[element.kind],
            icon_tone=Tone.WARN if is_wrong else Tone.TEXT2,
            actions=acts,
            accessible=" ".join([title, "" if word in title else word, self.tr("Needs a look") if is_wrong else ""]).strip(),
        )

    def _on_current(self, name: object) -> None:
        if not self._is_filling and tuple(self._draft.selected) != (str(name),):
            self._draft.select(str(name))

    def _on_clicked(self, index: QModelIndex) -> None:
        """Also the row that is at hand already, when more or nothing is selected on the paper."""
        self._on_current(self.list.content(index).key)

    def _on_opened(self, name: object) -> None:
        self._draft.select(str(name))
        self.edit_requested.emit(str(name))

    def _on_action(self, action: str, name: object) -> None:
        if action == "edit":
            self._on_opened(name)
        elif action == "duplicate":
            self._duplicate(str(name))
        elif action in _EDITS:
            self._draft.select(str(name))
            self.parts_edited.emit(action)
        elif action == "delete":
            self._draft.change(removed(self._draft.template, [str(name)]), words=self.tr("Delete"))
        else:
            self._order(str(name), _STEPS[action])

    def _on_moved(self, step: int) -> None:
        name = self.list.current_key()
        if name is not None:
            self._order(str(name), -step)

    def _order(self, name: str, step: int) -> None:
        template = ordered(self._draft.template, name, step)
        if template != self._draft.template:
            self._draft.change(template, words=self.tr("Change the order"))

    def _duplicate(self, name: str) -> None:
        try:
            template, names = duplicated(self._draft.template, [name], self._paper())
        except DomainError as error:
            self._context.messages.error(error)
            return
        self._draft.change(template, words=self.tr("Duplicate"))
        self._draft.select(*names)

    def _on_add(self, kind: ElementKind) -> None:
        if kind is ElementKind.IMAGE:
            choose_picture(self, self._context, partial(self._add, kind), self._context.messages.error)
        else:
            self._add(kind)

    def _add(self, kind: ElementKind, image: str = "") -> None:
        template, page = self._draft.template, self._draft.page
        try:
            template, name = added(template, kind, page, self._paper(), language=language(), image=image)
        except DomainError as error:
            self._context.messages.error(error)
            return
        self._draft.change(template, words=self.tr("Add: {part}").format(part=element_kind_word(kind)))
        self._draft.select(name)
        self.edit_requested.emit(name)

    def _paper(self) -> tuple[float, float]:
        return self._choices.size_of(self._draft.template.paper)
