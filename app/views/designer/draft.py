"""The template as it is being changed: its steps back and forth, what is selected, and the page that lies on the desk."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.domain.template_edits import page_count
from app.domain.templates import Template, TemplateKind
from app.views.edit_steps import EditSteps

_NOTHING = Template("", "ja", TemplateKind.CARD, "", "はがき", ())


class Draft(QObject):
    """`changed`: the template is another. `selection_changed`: what is selected, or the page. `history_changed`: what can be undone, or
    whether anything is unsaved."""

    changed = Signal()
    selection_changed = Signal()
    history_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._template = self._saved = _NOTHING
        self._selected: tuple[str, ...] = ()
        self._page = 0
        self._steps: EditSteps[Template] = EditSteps()

    @property
    def template(self) -> Template:
        return self._template

    @property
    def saved(self) -> Template:
        """As it is in the database."""
        return self._saved

    @property
    def selected(self) -> tuple[str, ...]:
        """Names of parts, in the order in which they were selected."""
        return self._selected

    @property
    def page(self) -> int:
        """The page that is shown, from 0."""
        return self._page

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

    @property
    def is_changed(self) -> bool:
        """Whether something is not saved."""
        return self._template != self._saved

    def open(self, template: Template) -> None:
        """Begin with a template as it is saved; nothing can be undone, nothing is selected."""
        self._template = self._saved = template
        self._selected, self._page = (), 0
        self._steps.clear()
        self.changed.emit()
        self.selection_changed.emit()
        self.history_changed.emit()

    def change(self, template: Template, *, words: str = "", joins: str = "") -> None:
        """One step; one after the other with the same `joins`, as the keys of a word, are one."""
        if template == self._template:
            return
        self._steps.add(self._template, words=words, joins=joins)
        self._show(template)

    def select(self, *names: str) -> None:
        """Those that are there; what is typed next is a step of its own."""
        known = {element.name for element in self._template.elements}
        selected = tuple(dict.fromkeys(name for name in names if name in known))
        if selected != self._selected:
            self._selected = selected
            self._steps.end_joining()
            self.selection_changed.emit()

    def show_page(self, page: int) -> None:
        """Another page; what is selected stays behind."""
        page = max(0, min(page, page_count(self._template) - 1))
        if page != self._page:
            self._page, self._selected = page, ()
            self._steps.end_joining()
            self.selection_changed.emit()

    def undo(self) -> None:
        self._show_step(self._steps.back(self._template))

    def redo(self) -> None:
        self._show_step(self._steps.forth(self._template))

    def saved_now(self, template: Template) -> None:
        """It is in the database as this; what was changed since is not."""
        self._saved = template
        self._steps.end_joining()
        self.history_changed.emit()

    def _show_step(self, template: Template | None) -> None:
        if template is None:
            return
        moved = set(template.elements) ^ set(self._template.elements)
        pages = {element.page for element in moved}
        if pages and self._page not in pages:
            # What comes back is to be seen.
            self._page, self._selected = min(pages), ()
        self._show(template)

    def _show(self, template: Template) -> None:
        before = (self._selected, self._page)
        self._template = template
        known = {element.name for element in template.elements}
        self._selected = tuple(name for name in self._selected if name in known)
        self._page = min(self._page, page_count(template) - 1)
        self.changed.emit()
        if (self._selected, self._page) != before:
            self.selection_changed.emit()
        self.history_changed.emit()
