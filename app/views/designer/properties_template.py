"""The template as a whole: what it is called, its paper, when it is offered, its pages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QGridLayout

from app.domain.template_edits import can_add_page, page_count
from app.domain.templates import KIND_PAPERS, Frame, Occasion, Template, TemplateKind
from app.views.designer.elements_words import occasion_word, paper_word, template_kind_word
from app.views.designer.properties_section import Section, Values
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton
from app.views.widgets.check_box import CheckBox
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import Title, WrapLabel
from app.views.widgets.layouts import FlowLayout, Hairline, boxed, column, set_shown
from app.views.widgets.text_field import TextField

_MONTHS_IN_A_ROW = 3
_FURTHER = {"further_left": "left", "further_top": "top", "further_width": "width", "further_height": "height"}


class TemplateSection(Section):
    """`edited` carries fields of the template; `paper_chosen` and `kind_chosen` need the sizes of the papers."""

    kind_chosen = Signal(object)
    paper_chosen = Signal(str)
    page_added = Signal()
    page_removed = Signal(int)

    def __init__(self) -> None:
        self._page = 0
        super().__init__()

    def show_template(self, template: Template, page: int) -> None:
        """Put its values into the fields; nothing is announced."""
        self.template, self._page = template, page
        papers = [*KIND_PAPERS[template.kind]]
        if template.paper not in papers:
            papers.append(template.paper)
        self._choices["paper"].set_options([(paper, paper_word(paper)) for paper in papers])
        self.show_values()
        if self.name is not self._typing and self.name.text() != template.name:
            self.name.setText(template.name)
        for month, check in self.months.items():
            check.setChecked(month in template.months)
        pages = page_count(template)
        is_letter = template.kind is TemplateKind.LETTER
        set_shown(self._pages_box, is_letter or pages > 1)
        self.add_page.setEnabled(can_add_page(template))
        self.remove_page.setText(self.tr("Take page {number} away").format(number=page + 1))
        set_shown(self.remove_page, pages > 1)
        set_shown(self._further_box, template.continuation is not None)

    def value_of(self, name: str) -> Any:
        assert self.template is not None
        if name in _FURTHER:
            further = self.template.continuation
            return None if further is None else getattr(further, _FURTHER[name])
        return getattr(self.template, name)

    def values_for(self, name: str, value: Any) -> Values:
        further = self.template.continuation if self.template is not None else None
        if name in _FURTHER and further is not None:
            return {"continuation": _with_side(further, _FURTHER[name], value)}
        return {name: value}

    def say(self, name: str, value: Any, *, joins: bool = False, field: Any = None) -> None:
        if name == "kind":
            self.kind_chosen.emit(value)
        elif name == "paper":
            self.paper_chosen.emit(str(value))
        else:
            super().say(name, value, joins=joins, field=field)

    def _build(self) -> None:
        self.name = TextField()
        self.name.setMaxLength(80)
        self._complaints["name"] = self._name_complaint
        self.form.addWidget(self.keep_box("name", FormField(self.tr("Name"), self.name, required=True)))
        self.form.addWidget(self.add_choice("kind", self.tr("Kind"), [(one, template_kind_word(one)) for one in TemplateKind]))
        self.form.addWidget(self.add_choice("paper", self.tr("Paper"), [("", "")]))
        self.form.addWidget(self.add_choice("occasion", self.tr("Occasion"), [(one, occasion_word(one)) for one in Occasion]))
        self._build_months()
        self.form.addWidget(self.add_check("mourning_safe", self.tr("Also fit in mourning")))
        words = self.tr("No congratulation and no joy in it: it may go to a household in mourning.")
        self.form.addWidget(WrapLabel(words, TextStyle.CAPTION, Tone.TEXT3))
        self._build_pages()
        self.name.textEdited.connect(self._on_name)
        self.name.edited_done.connect(self._on_name_left)

    def _build_months(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(4)
        grid.setContentsMargins(0, 0, 0, 0)
        self.months: dict[int, CheckBox] = {}
        for month in range(1, 13):
            check = CheckBox(QLocale().standaloneMonthName(month, QLocale.FormatType.ShortFormat))
            check.clicked.connect(self._on_months)
            grid.addWidget(check, (month - 1) // _MONTHS_IN_A_ROW, (month - 1) % _MONTHS_IN_A_ROW)
            self.months[month] = check
        box = FormField(self.tr("Offered in"), boxed(grid))
        box.set_hint(self.tr("None pressed: all the year."))
        self.form.addWidget(box)

    def _build_pages(self) -> None:
        self.add_page = NormalButton(self.tr("Add a page"), "file-plus", small=True)
        self.remove_page = NormalButton("", "trash-2", small=True)
        buttons = FlowLayout(gap=6)
        buttons.addWidget(self.add_page)
        buttons.addWidget(self.remove_page)
        self._pages_box = boxed(column(Hairline(), Title(self.tr("Pages"), TextStyle.BODY_BOLD), boxed(buttons), gap=10))
        self.form.addWidget(self._pages_box)
        sides = {
            "further_left": self.tr("From the left (mm)"),
            "further_top": self.tr("From the top (mm)"),
            "further_width": self.tr("Width (mm)"),
            "further_height": self.tr("Height (mm)"),
        }
        further = column(gap=10)
        further.addWidget(WrapLabel(self.tr("Where a long text goes on, on the pages after:"), TextStyle.BODY, Tone.TEXT2))
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, (name, label) in enumerate(sides.items()):
            grid.addWidget(self.add_number(name, label, "0", "500"), place // 2, place % 2)
        further.addLayout(grid)
        self._further_box = boxed(further)
        self.form.addWidget(self._further_box)
        self.add_page.clicked.connect(self.page_added)
        self.remove_page.clicked.connect(self._on_remove_page)

    def _name_complaint(self) -> str:
        return "" if self.name.text().strip() else self.tr("Please type a name.")

    def _on_name(self, text: str) -> None:
        self.boxes["name"].validate()
        if text.strip():
            self.say("name", text, joins=True, field=self.name)

    def _on_name_left(self) -> None:
        if self.template is not None and self.name.text().strip():
            self.name.setText(self.template.name)
        self._next_turn()

    def _on_months(self) -> None:
        self.say("months", tuple(month for month, check in self.months.items() if check.isChecked()))

    def _on_remove_page(self) -> None:
        self.page_removed.emit(self._page)


def as_kind(template: Template, kind: TemplateKind) -> Template:
    """Nothing but a letter goes on on further pages."""
    if kind is TemplateKind.LETTER:
        return replace(template, kind=kind)
    return replace(template, kind=kind, continuation=None, elements=tuple(replace(one, flows=False) for one in template.elements))


def _with_side(frame: Frame, side: str, value: float) -> Frame:
    return Frame(**{name: getattr(frame, name) for name in ("left", "top", "width", "height")} | {side: value})
