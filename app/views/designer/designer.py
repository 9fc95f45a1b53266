"""One template on the desk: its parts at the left, the paper in the middle, everything about what is selected at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.templates import Template, TemplateGone, TemplateRow
from app.domain.text import collapse_spaces
from app.jobs.job import JobControl
from app.views.designer.desk import DesignDesk
from app.views.designer.draft import Draft
from app.views.designer.elements_panel import ElementsPanel
from app.views.designer.elements_words import element_titles, overlap_sentence, paper_word, template_kind_word
from app.views.designer.gallery_acts import GalleryActs
from app.views.designer.live_preview import LivePreview, PreviewRequest
from app.views.designer.properties_choices import DesignChoices
from app.views.designer.properties_panel import PropertiesPanel
from app.views.designer.saving import Saving
from app.views.labels_customers import polite_name
from app.views.leaving import Leaving, ask_to_leave
from app.views.moments import language
from app.views.theme import theme_of
from app.views.widgets.buttons import IconButton, MenuButton, PrimaryButton
from app.views.widgets.card import Card
from app.views.widgets.labels import plain_tooltip
from app.views.widgets.layouts import column
from app.views.widgets.page_header import PageHeader
from app.views.widgets.side_columns import SideColumns
from app.views.widgets.tabs import Tabs

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.reports.designs import DesignPreview, DesignProblem, DesignView

LEFT_WIDTH, RIGHT_WIDTH, FOLDED_WIDTH = 224, 284, 300
BESIDE = 34
"""What a card takes left and right of its fields."""


class Designer(QWidget):
    """`gone`: the template is not there (any more); `copied`: the key of a new one to be opened."""

    back_requested = Signal()
    gone = Signal()
    copied = Signal(str)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._key = ""
        self.customer_ids: Sequence[int] = ()
        self._view: DesignView | None = None
        self._row: TemplateRow | None = None
        self._is_open = False
        self._widest = 0
        self._after_save: Callable[[], None] | None = None
        self.draft = Draft(self)
        self.preview = LivePreview(context, self)
        self.saving = Saving(context, self)
        self._acts = GalleryActs(context, self)
        self._build()
        self._connect()
        self._fit()
        self._show_history()

    def open_template(self, key: str, customer_ids: Sequence[int] = ()) -> None:
        """As it is saved, seen for these people; without any for those who were in the shop last."""
        self._key, self.customer_ids, self._is_open = key, customer_ids, False
        self.preview.forget()
        self.refresh()

    def refresh(self) -> None:
        """Ask for the template, the people and the shop anew; what is changed here stays."""
        if not self._key:
            return
        key, ids, spoken, today = self._key, self.customer_ids, language(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> tuple[str, DesignView]:
            from app.reports.designs import design_view

            return key, design_view(session, key, spoken, ids, today)

        self._context.tasks.query(op, self._on_view, owner=self, replaces="view")

    def close_template(self) -> None:
        """Nothing lies on the desk any more."""
        self._key, self._is_open = "", False
        self.preview.forget()
        self.draft.open(self.draft.saved)

    def may_leave(self, go: Callable[[], None]) -> bool:
        """As of Page: asks when something is not saved."""
        if not self.draft.is_changed:
            return True
        answer = ask_to_leave(self, self.tr("Leave {name} without saving?").format(name=self.draft.template.name))
        if answer is Leaving.DISCARD:
            self.draft.open(self.draft.saved)
        elif answer is Leaving.SAVE:
            self._after_save = go
            self.save()
        return answer is Leaving.DISCARD

    def save(self) -> None:
        template = self.draft.template
        name = collapse_spaces(template.name)
        if name and name != template.name:
            self.draft.change(replace(template, name=name), joins="template name")
        if self.draft.is_changed:
            self.saving.save(self.draft.template)

    def focus_paper(self) -> None:
        self.desk.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self.header = PageHeader("", is_title_long=True)
        self.back = self.header.add_back(self.tr("Back"))
        self.undo_button = IconButton("undo-2", self.tr("Undo"), size=34)
        self.redo_button = IconButton("redo-2", self.tr("Redo"), size=34)
        self.more = MenuButton(name=self.tr("More with this template"))
        self.more.add_action(self.tr("Save as a new template"), self._on_save_as, icon="copy")
        self.more.add_action(self.tr("Export to a file"), self._on_export, icon="upload")
        self.reset = self.more.add_action(self.tr("Put back as it came with the program"), self._on_reset, icon="history")
        self.save_button = PrimaryButton(self.tr("Save"), "save")
        self.save_button.set_shortcut_hint("Ctrl+S")
        for button in (self.undo_button, self.redo_button, self.more):
            self.header.add(button)
        self.header.set_primary(self.save_button)
        self.elements = ElementsPanel(self._context, self.draft)
        self.properties = PropertiesPanel(self._context, self.draft)
        self.desk = DesignDesk(self.draft, self._context.messages)
        self._left, self._right = Card(), Card()
        self._left.add(self.elements, 1)
        self._right.add(self.properties, 1)
        words = [("properties", self.tr("Change")), ("elements", self.tr("Parts"))]
        self.tabs = Tabs(words, self.tr("Change what is selected, or all parts"))
        self.columns = SideColumns(("elements", self._left), self.desk, ("properties", self._right), self.tabs)
        layout = column(self.header, gap=12, margins=(24, 16, 24, 16))
        layout.addWidget(self.columns, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.undo_button.clicked.connect(self.draft.undo)
        self.redo_button.clicked.connect(self.draft.redo)
        self.save_button.clicked.connect(self.save)
        self.saving.saved.connect(self._on_saved)
        self.saving.stopped.connect(self._on_stopped)
        self.saving.saved_as.connect(self._on_saved_as)
        self.draft.changed.connect(self._on_changed)
        self.draft.history_changed.connect(self._show_history)
        self.desk.canvas.previewed.connect(self._ask)
        self.desk.canvas.edit_requested.connect(self._on_edit)
        self.elements.edit_requested.connect(self._on_edit)
        for part in (self.elements, self.properties):
            part.parts_edited.connect(self._on_parts_edited)
        self.desk.canvas.menu_requested.connect(self.properties.show_menu)
        self.desk.size_changed.connect(self._ask)
        self.desk.recipients.changed.connect(self._on_person)
        self.desk.problems.shown.connect(self._on_problem)
        self.preview.made.connect(self._on_preview)
        # The panel has taken in what is selected before.
        self.draft.selection_changed.connect(self._fit)
        theme_of(self).changed.connect(self._on_theme)

    def _fit(self) -> None:
        px, is_folded = theme_of(self).px, self.columns.is_narrow()
        # Going from one part to another it does not become narrower, or the paper would jump.
        self._widest = max(self._widest, self.properties.minimumSizeHint().width())
        self.columns.fold(
            is_folded=is_folded,
            left=px(FOLDED_WIDTH if is_folded else LEFT_WIDTH),
            right=max(px(FOLDED_WIDTH if is_folded else RIGHT_WIDTH), self._widest + px(BESIDE)),
        )

    def _on_theme(self) -> None:
        self._widest = 0
        self._fit()

    def _on_view(self, answer: tuple[str, DesignView]) -> None:
        key, view = answer
        if key != self._key:
            return
        self._view, self._row = view, view.row
        there = view.row.template if view.row is not None else None
        choices = DesignChoices(view.own_fields, view.arts, view.papers)
        self.elements.set_choices(choices)
        self.saving.own_fields = view.own_fields
        self.desk.recipients.set_people(view.people)
        if there is None and not (self._is_open and self.draft.is_changed):
            self._on_gone()
            return
        if there is not None and (not self._is_open or there != self.saving.known):
            self._take(there)
        self.properties.set_choices(choices)
        self._show_history()
        self._on_changed(is_at_once=True)

    def _take(self, there: Template) -> None:
        """What lies in the database now; over what is changed here it is never put."""
        if not self._is_open:
            self.saving.known = there
            self._is_open = True
            self.draft.open(there)
        elif self.draft.is_changed:
            words = self.tr("{name} was changed elsewhere. Here it stays as you have it; you are asked when you save.")
            self._context.messages.toast(words.format(name=there.name))
        else:
            page, selected = self.draft.page, self.draft.selected
            self.saving.known = there
            self.draft.open(there)
            self.draft.show_page(page)
            self.draft.select(*selected)

    def _on_gone(self) -> None:
        self.close_template()
        self._context.messages.error(TemplateGone())
        self.gone.emit()

    def _on_changed(self, *, is_at_once: bool = False) -> None:
        template = self.draft.template
        self.header.set_title(template.name)
        if self._view is not None:
            self.desk.set_paper(self._view.papers.get(template.paper, (100.0, 148.0)))
            self._ask(is_at_once=is_at_once)

    def _ask(self, *, is_at_once: bool = False) -> None:
        if self._view is None or not self._is_open:
            return
        canvas, person = self.desk.canvas, self.desk.recipients.person()
        day = self._context.clock.today()
        self.preview.ask(PreviewRequest(self._view, canvas.template, person, canvas.paper_width(), day), now=is_at_once)

    def _on_preview(self, preview: DesignPreview, request: PreviewRequest) -> None:
        self.desk.set_pages(preview.pages, request.template)
        name = polite_name(request.person.name, is_company=request.person.is_company) if request.person is not None else ""
        self.desk.set_problems([(one.element, self._sentence(one, request.template, name)) for one in preview.problems])
        self.elements.set_problems(preview.problems)
        self.properties.set_problems(preview.problems)

    def _sentence(self, problem: DesignProblem, template: Template, name: str) -> str:
        if problem.error is not None:
            return self._context.messages.sentence(problem.error)
        if problem.under:
            return overlap_sentence(template, problem.element, problem.under, is_code=problem.is_code)
        page = next((one.page for one in template.elements if one.name == problem.element), 0)
        part = element_titles(template, page).get(problem.element, problem.element)
        if name:
            return self.tr("{part}: not all words fit in the frame for {name}.").format(part=part, name=name)
        return self.tr("{part}: not all words fit in the frame.").format(part=part)

    def _show_history(self) -> None:
        draft = self.draft
        self.undo_button.setEnabled(draft.can_undo)
        self.redo_button.setEnabled(draft.can_redo)
        undo, redo = self.tr("Undo: {step}"), self.tr("Redo: {step}")
        self.undo_button.setToolTip(plain_tooltip(undo.format(step=draft.undo_words) if draft.undo_words else self.tr("Undo")))
        self.redo_button.setToolTip(plain_tooltip(redo.format(step=draft.redo_words) if draft.redo_words else self.tr("Redo")))
        self.save_button.setEnabled(draft.is_changed)
        template = draft.template
        kind = "  ".join(dict.fromkeys((template_kind_word(template.kind), paper_word(template.paper))))
        self.header.set_fact(self.tr("Not saved yet") if draft.is_changed else kind)
        shipped = self._row.shipped if self._row is not None else None
        self.reset.setEnabled(shipped is not None and template != shipped)
        self.reset.setVisible(shipped is not None)

    def _on_edit(self, name: str) -> None:
        if name not in self.draft.selected:
            self.draft.select(name)
        self.tabs.set_current("properties")
        self.properties.edit_text()

    def _on_parts_edited(self, act: str) -> None:
        acts = self.desk.canvas.acts
        {"copy": acts.copy, "cut": acts.cut, "paste": acts.paste}[act]()

    def _on_problem(self, name: str) -> None:
        element = next((one for one in self.draft.template.elements if one.name == name), None)
        if element is not None:
            self.draft.show_page(element.page)
            self.draft.select(name)
        else:
            self.draft.select()
        self.tabs.set_current("properties")

    def _on_person(self) -> None:
        self._ask(is_at_once=True)

    def _on_saved(self, template: Template) -> None:
        self.draft.saved_now(template)
        after, self._after_save = self._after_save, None
        self.refresh()
        if after is not None and not self.draft.is_changed:
            after()

    def _on_stopped(self) -> None:
        self._after_save = None

    def _on_save_as(self) -> None:
        self.saving.save_as(self.draft.template)

    def _on_saved_as(self, key: str) -> None:
        # What was changed went into the new one.
        self.draft.open(self.draft.saved)
        self.copied.emit(key)

    def _on_export(self) -> None:
        self._acts.export(self.draft.template)

    def _on_reset(self) -> None:
        if self._row is not None and self._row.shipped is not None:
            self.draft.change(self._row.shipped, words=self.tr("Put back as it came with the program"))
