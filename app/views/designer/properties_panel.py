"""Everything of what is selected on the paper; of the template as a whole while nothing is. Each key is seen at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.context import AppContext
from app.domain.errors import DomainError
from app.domain.print_problems import UnknownField
from app.domain.template_edits import (
    changed,
    duplicated,
    ordered,
    page_count,
    removed,
    resized,
    with_page_added,
    with_page_removed,
    with_paper,
)
from app.domain.templates import KIND_PAPERS, MOST_ELEMENTS, Element, Template, TemplateKind
from app.domain.text import collapse_spaces
from app.views.designer.draft import Draft
from app.views.designer.elements_words import ELEMENT_ICONS, element_titles, overlap_sentence
from app.views.designer.properties_align import AlignSection, aligned
from app.views.designer.properties_choices import DesignChoices
from app.views.designer.properties_look import LookSection
from app.views.designer.properties_pictures import DrawingSection, ImageSection
from app.views.designer.properties_place import OrderSection, PlaceSection
from app.views.designer.properties_section import Section, Values
from app.views.designer.properties_template import TemplateSection, as_kind
from app.views.designer.properties_text import LettersSection, WordsSection
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import MenuButton
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import ElidedLabel, WrapLabel
from app.views.widgets.layouts import ScrollColumn, boxed, clear, row, set_shown

if TYPE_CHECKING:
    from app.reports.designs import DesignProblem


class PropertiesPanel(ScrollColumn):
    """`parts_edited`: what is selected is to be copied, cut, or what was is to be pasted."""

    parts_edited = Signal(str)

    def __init__(self, context: AppContext, draft: Draft) -> None:
        super().__init__(gap=12, margins=(0, 0, 6, 12))
        self._context = context
        self._draft = draft
        self._choices = DesignChoices()
        self._problems: Sequence[DesignProblem] = ()
        self._shown: tuple[str, ...] = ()
        self._is_renaming = False
        self._build()
        self._connect()
        self.refresh()

    def set_choices(self, choices: DesignChoices) -> None:
        """What there is: fields, drawings, papers."""
        self._choices = choices
        self.words.set_own_fields(choices.own_fields)
        self.order.set_own_fields(choices.own_fields)
        self.drawing.set_arts(choices.arts)
        self.refresh()

    def set_problems(self, problems: Sequence[DesignProblem]) -> None:
        """What stands against printing it now, said beside the fields it is about."""
        self._problems = tuple(problems)
        self._show_problems()

    def edit_text(self) -> None:
        """Put the cursor into the words of the selected part, all of them selected."""
        if self.words.isVisibleTo(self):
            self.words.edit()
            self.ensureWidgetVisible(self.words)

    def show_menu(self, where: QPoint) -> None:
        """What can be done with what is selected, at a place of the screen."""
        for act in self._acts:
            act.setEnabled(bool(self._selected()))
        self.more.menu().popup(where)

    def refresh(self) -> None:
        """Show what is selected as it is now."""
        if self._is_renaming:
            return
        parts = self._selected()
        names = tuple(part.name for part in parts)
        if names != self._shown:
            # What was complained about belonged to another part.
            for section in self._sections:
                section.clear_problems()
            self._shown = names
        kinds = frozenset(part.kind for part in parts)
        for section in self._sections:
            suits = bool(parts) and section.suits(kinds) and (len(parts) == 1 or section.is_shared)
            if suits:
                section.show_element(parts[0], self._draft.template)
            set_shown(section, suits)
        set_shown(self.template, not parts)
        set_shown(self.more, bool(parts))
        if not parts:
            self.template.show_template(self._draft.template, self._draft.page)
        self._say_what(parts)
        self._show_problems()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _has_nothing_to_do(watched, event):
            # The step before is the template's: the window takes it back.
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.icon_place = row(gap=0)
        self.title = ElidedLabel("", TextStyle.CARD_TITLE)
        self.more = MenuButton(name=self.tr("More with this part"), small=True)
        add = self.more.add_action
        self._acts = (
            add(self.tr("Copy"), partial(self.parts_edited.emit, "copy"), icon="copy"),
            add(self.tr("Cut"), partial(self.parts_edited.emit, "cut")),
            add(self.tr("Duplicate"), self._on_duplicate, icon="copy"),
            add(self.tr("In front of all others"), partial(self._on_order, MOST_ELEMENTS), icon="arrow-up"),
            add(self.tr("One further forward"), partial(self._on_order, 1), icon="arrow-up"),
            add(self.tr("One further back"), partial(self._on_order, -1), icon="arrow-down"),
            add(self.tr("Behind all others"), partial(self._on_order, -MOST_ELEMENTS), icon="arrow-down"),
            add(self.tr("Delete"), self._on_delete, icon="trash-2"),
        )
        add(self.tr("Paste"), partial(self.parts_edited.emit, "paste"))
        head = row(gap=8)
        head.addLayout(self.icon_place)
        head.addWidget(self.title, 1)
        head.addWidget(self.more)
        self.note = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.complaint = WrapLabel("", TextStyle.CAPTION_BOLD, Tone.DANGER)
        complaint_line = row(IconLabel("triangle-alert", size=14, tone=Tone.DANGER), gap=6)
        complaint_line.addWidget(self.complaint, 1)
        self._complaint_box = boxed(complaint_line)
        self.template = TemplateSection()
        self.words = WordsSection()
        self.drawing = DrawingSection(self._context)
        self.image = ImageSection(self._context)
        self.letters = LettersSection()
        self.look = LookSection()
        self.align = AlignSection()
        self.place = PlaceSection()
        self.order = OrderSection()
        self._sections: tuple[Section, ...] = (
            self.words, self.drawing, self.image, self.letters, self.look, self.place, self.align, self.order,
        )  # fmt: skip
        parts: list[QWidget] = [boxed(head), self.note, self._complaint_box, self.template, *self._sections]
        for part in parts:
            self.body.addWidget(part)
        self.body.addStretch(1)
        fields: list[QWidget] = [*self.findChildren(QLineEdit), *self.findChildren(QPlainTextEdit)]
        for field in fields:
            field.installEventFilter(self)

    def _connect(self) -> None:
        self._draft.changed.connect(self.refresh)
        self._draft.selection_changed.connect(self.refresh)
        for section in self._sections:
            section.edited.connect(partial(self._on_edited, section))
        self.align.align_requested.connect(self._on_align)
        self.template.edited.connect(self._on_template_edited)
        self.template.kind_chosen.connect(self._on_kind)
        self.template.paper_chosen.connect(self._on_paper)
        self.template.page_added.connect(self._on_page_added)
        self.template.page_removed.connect(self._on_page_removed)

    def _selected(self) -> list[Element]:
        """In the order in which they were selected."""
        by_name = {element.name: element for element in self._draft.template.elements}
        return [by_name[name] for name in self._draft.selected if name in by_name]

    def _say_what(self, parts: Sequence[Element]) -> None:
        clear(self.icon_place)
        if not parts:
            title, icon, note = self.tr("Template"), "palette", self.tr("Press a part on the paper or in the list to change it.")
        elif len(parts) > 1:
            title, icon = self.tr("%n part(s)", "", len(parts)), "copy"
            note = self.tr("What you change here is changed in all of them.")
        else:
            title, icon = (
                element_titles(self._draft.template, parts[0].page).get(parts[0].name, parts[0].name),
                ELEMENT_ICONS[parts[0].kind],
            )
            note = self._hint_of(parts[0])
        self.icon_place.addWidget(IconLabel(icon, size=18, tone=Tone.PRIMARY))
        self.title.setText(title)
        self.note.setText(note)
        set_shown(self.note, bool(note))

    def _hint_of(self, part: Element) -> str:
        """What a part without words of its own is for."""
        hints: dict[str, str] = {
            "code": self.tr("Squares and signs that lead back to this customer and this piece. Keep white around them."),
            "barcode": self.tr("The post's bars of the address; printed when they are switched on for the run."),
            "personal": self.tr("The words you type for this one person when printing; without any it is left out."),
            "addressee": self.tr("Postcode, address and name of the customer, in horizontal lines."),
            "writing": self.tr("Lines for a word by hand. They fill what is left of the frame."),
        }
        return hints.get(part.kind.value, "")

    def _show_problems(self) -> None:
        parts = self._selected()
        sections: Sequence[Section] = self._sections if parts else (self.template,)
        for section in sections:
            section.clear_problems()
        wanted = parts[0].name if len(parts) == 1 else ""
        rest: list[str] = []
        overflows, unknown = False, ""
        for problem in () if len(parts) > 1 else self._problems:
            if problem.element != wanted:
                continue
            overflows = overflows or problem.overflow
            if problem.under:
                rest.append(overlap_sentence(self._draft.template, wanted, problem.under, is_code=problem.is_code))
            if problem.error is not None:
                sentence, field = self._context.messages.sentence(problem.error), problem.error.field or ""
                if isinstance(problem.error, UnknownField) and field == "text":
                    unknown = str(problem.error.values["name"])
                if not any(section.isVisibleTo(self) and section.show_problem(field, sentence) for section in sections):
                    rest.append(sentence)
        if overflows:
            sentence = self.tr("Not all of it fits. Please make the frame larger, the letters smaller or the words fewer.")
            if self.words.isVisibleTo(self):
                self.words.show_overflow(sentence)
            else:
                rest.append(sentence)
        self.words.propose(unknown)
        self.complaint.setText(" ".join(rest))
        set_shown(self._complaint_box, bool(rest))

    def _on_edited(self, section: Section, values: Values, joins: str) -> None:
        names, template, paper = self._draft.selected, self._draft.template, self._paper()
        try:
            for name in names:
                frame = values.get("frame")
                template = changed(template, name, **values) if frame is None else resized(template, name, frame, paper)
        except DomainError as error:
            section.show_problem(error.field or "", self._context.messages.sentence(error))
            return
        self._is_renaming = "name" in values
        self._keep(template, self._step_words(section), f"{'/'.join(names)} {joins}" if joins else "")
        if self._is_renaming:
            # A part that is renamed stays selected, and its field keeps the cursor.
            self._draft.select(collapse_spaces(str(values["name"])))
            self._is_renaming = False
            self.refresh()
        elif "page" in values:
            # What was sent to another page is followed there.
            self._draft.show_page(int(values["page"]))
            self._draft.select(*names)

    def _on_template_edited(self, values: Values, joins: str) -> None:
        template = replace(self._draft.template, **values)
        self._keep(template, self.tr("Change the template"), f"template {joins}" if joins else "")

    def _on_kind(self, kind: TemplateKind) -> None:
        template = as_kind(self._draft.template, kind)
        if template.paper not in KIND_PAPERS[kind]:
            template = self._on_other_paper(template, KIND_PAPERS[kind][0])
        self._keep(template, self.tr("Change the kind"))

    def _on_paper(self, paper: str) -> None:
        self._keep(self._on_other_paper(self._draft.template, paper), self.tr("Change the paper"))

    def _on_other_paper(self, template: Template, paper: str) -> Template:
        return with_paper(template, paper, self._choices.size_of(template.paper), self._choices.size_of(paper))

    def _on_page_added(self) -> None:
        template = with_page_added(self._draft.template)
        self._keep(template, self.tr("Add a page"))
        self._draft.show_page(page_count(template) - 1)

    def _on_page_removed(self, page: int) -> None:
        template = with_page_removed(self._draft.template, page)
        self._keep(template, self.tr("Take a page away"))
        self._draft.show_page(min(page, page_count(template) - 1))

    def _on_align(self, edge: str) -> None:
        frames = aligned([part.frame for part in self._selected()], edge, self._paper())
        template = self._draft.template
        for part, frame in zip(self._selected(), frames, strict=True):
            template = resized(template, part.name, frame, self._paper())
        self._keep(template, self.tr("Line up"))

    def _on_duplicate(self) -> None:
        self._try(self._duplicate)

    def _duplicate(self) -> None:
        template, names = duplicated(self._draft.template, self._draft.selected, self._paper())
        self._keep(template, self.tr("Duplicate"))
        self._draft.select(*names)

    def _on_order(self, step: int) -> None:
        template = self._draft.template
        chosen = [one.name for one in template.elements if one.name in self._draft.selected]
        # Among themselves they keep their order.
        for name in chosen if step in (-1, MOST_ELEMENTS) else reversed(chosen):
            template = ordered(template, name, step)
        self._keep(template, self.tr("Change the order"))

    def _on_delete(self) -> None:
        self._keep(removed(self._draft.template, self._draft.selected), self.tr("Delete"))

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except DomainError as error:
            self._context.messages.error(error)

    def _keep(self, template: Template, words: str, joins: str = "") -> None:
        if template != self._draft.template:
            self._draft.change(template, words=words, joins=joins)

    def _paper(self) -> tuple[float, float]:
        return self._choices.size_of(self._draft.template.paper)

    def _step_words(self, section: Section) -> str:
        if section is self.words:
            return self.tr("Change the words")
        if section in (self.letters, self.look):
            return self.tr("Change the look")
        if section in (self.drawing, self.image):
            return self.tr("Change the picture")
        return self.tr("Change the place") if section is self.place else self.tr("Change the part")


def _has_nothing_to_do(field: QObject, event: QKeyEvent) -> bool:
    """Whether a key is to take back or do again, and nothing was typed in the field for it."""
    is_undo, is_redo = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
    if isinstance(field, QLineEdit):
        return (is_undo and not field.isUndoAvailable()) or (is_redo and not field.isRedoAvailable())
    if isinstance(field, QPlainTextEdit):
        document = field.document()
        return (is_undo and not document.isUndoAvailable()) or (is_redo and not document.isRedoAvailable())
    return False
