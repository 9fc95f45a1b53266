"""Where a part lies and how large it is; what it hangs on, and when it is left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.domain.cards import FIELD_NAMES
from app.domain.template_edits import page_count
from app.domain.templates import LEAST_SIZES, Element, ElementKind, Frame, Slot, Template, TemplateKind
from app.views.designer.elements_words import SLOT_WORDS, element_titles
from app.views.designer.properties_fields import FIELD_GROUPS, field_label
from app.views.designer.properties_section import Section, Values
from app.views.labels import label_of
from app.views.theme import TextStyle, Tone
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import set_shown
from app.views.widgets.text_field import TextField

_SIDES = ("left", "top", "width", "height")
_FARTHEST = "500"
_FARTHEST_OUT = "-300"


class PlaceSection(Section):
    """mm from the upper left corner of the paper."""

    def __init__(self) -> None:
        super().__init__(self.tr("Place and size"))

    def value_of(self, name: str) -> Any:
        assert self.element is not None
        return getattr(self.element.frame, name)

    def values_for(self, name: str, value: Any) -> Values:
        assert self.element is not None
        frame = self.element.frame
        sides = {side: getattr(frame, side) for side in _SIDES} | {name: value}
        return {"frame": Frame(**sides)}

    def show_element(self, element: Element, template: Template) -> None:
        super().show_element(element, template)
        least = LEAST_SIZES.get(element.kind)
        words = ""
        if least is not None:
            words = self.tr("At least {width} x {height} mm, so that it can be read.").format(width=f"{least[0]:g}", height=f"{least[1]:g}")
        elif element.follows:
            followed = element_titles(template, element.page).get(element.follows, element.follows)
            words = self.tr("It begins where {part} ends, but never above “From the top”.").format(part=followed)
        self.note.setText(words)
        set_shown(self.note, bool(words))

    def show_problem(self, field: str, sentence: str) -> bool:
        if field != "frame":
            return False
        self.problem.setText(sentence)
        set_shown(self.problem, bool(sentence))
        return True

    def clear_problems(self) -> None:
        super().clear_problems()
        self.problem.setText("")
        self.problem.hide()

    def _build(self) -> None:
        self.add_pair(
            self.add_number("left", self.tr("From the left (mm)"), _FARTHEST_OUT, _FARTHEST),
            self.add_number("top", self.tr("From the top (mm)"), _FARTHEST_OUT, _FARTHEST),
        )
        self.add_pair(
            self.add_number("width", self.tr("Width (mm)"), "0", _FARTHEST),
            self.add_number("height", self.tr("Height (mm)"), "0", _FARTHEST),
        )
        self.note = WrapLabel("", TextStyle.CAPTION, Tone.TEXT3)
        self.problem = WrapLabel("", TextStyle.CAPTION_BOLD, Tone.DANGER)
        self.problem.hide()
        self.form.addWidget(self.note)
        self.form.addWidget(self.problem)


class OrderSection(Section):
    """Its name, its part among the words that are typed when printing, what it stands below, and when it is shown."""

    def __init__(self) -> None:
        self._own: Sequence[str] = ()
        super().__init__(self.tr("Order and conditions"))

    def set_own_fields(self, own: Sequence[str]) -> None:
        self._own = [name for name in own if name not in FIELD_NAMES]

    def value_of(self, name: str) -> Any:
        value = super().value_of(name)
        if name == "when":
            return {alias: field for field, alias in FIELD_NAMES.items()}.get(value, value)
        return value

    def show_element(self, element: Element, template: Template) -> None:
        titles = element_titles(template, element.page)
        hanging = _below(template, element.name)
        below = [(one, title) for one, title in titles.items() if one not in hanging]
        if element.follows and element.follows not in titles:
            below.append((element.follows, element.follows))
        self._choices["follows"].set_options([("", self.tr("Nothing: it has its own place")), *below])
        self.element = element
        self._choices["when"].set_options(self._conditions(str(self.value_of("when"))))
        pages = max(page_count(template), element.page + 1)
        self._choices["page"].set_options([(number, self.tr("Page {number}").format(number=number + 1)) for number in range(pages)])
        super().show_element(element, template)
        set_shown(self.boxes["page"], pages > 1)
        set_shown(self.boxes["gap"], bool(element.follows))
        is_letter_text = element.kind is ElementKind.TEXT and template.kind is TemplateKind.LETTER
        set_shown(self.flows, is_letter_text)
        if self.name is not self._typing and self.name.text() != element.name:
            self.name.setText(element.name)

    def _build(self) -> None:
        slots = [(None, self.tr("Only here")), *((slot, label_of(slot, SLOT_WORDS, "TemplateWords")) for slot in Slot)]
        slot = self.add_choice("slot", self.tr("Also typed when printing, as"), slots)
        self.form.addWidget(self.only_for(slot, ElementKind.TEXT))
        self.form.addWidget(self.add_choice("follows", self.tr("Begins below"), [("", "")]))
        self.form.addWidget(self.add_number("gap", self.tr("Space between (mm)"), "0", "300"))
        self.flows = self.add_check("flows", self.tr("Goes on on the next page"))
        self.form.addWidget(self.flows)
        self.form.addWidget(self.add_choice("when", self.tr("Shown"), [("", "")]))
        self.form.addWidget(self.add_choice("page", self.tr("Stands on"), [(0, "")]))
        self.name = TextField()
        self.name.setMaxLength(60)
        box = FormField(self.tr("Name of the part"), self.name, hint=self.tr("Messages call it by this name."))
        self.form.addWidget(self.keep_box("name", box))
        self.name.textEdited.connect(self._on_name)
        self.name.edited_done.connect(self._on_name_left)

    def _conditions(self, current: str) -> list[tuple[str, str]]:
        known = [
            ("", self.tr("Always")),
            ("offer", self.tr("Where there is an offer")),
            ("message", self.tr("Where there is a word for this person")),
            ("code", self.tr("Where there is a code")),
        ]
        fields = [name for _, names in FIELD_GROUPS for name in names] + list(self._own)
        known += [(name, self.tr("Where “{field}” is not empty").format(field=field_label(name))) for name in fields]
        if current not in dict(known):
            known.append((current, current))
        return known

    def _on_name(self, text: str) -> None:
        if text.strip():
            self.say("name", text, joins=True, field=self.name)

    def _on_name_left(self) -> None:
        if self.element is not None and not self.boxes["name"].has_error:
            self.name.setText(self.element.name)
        self._next_turn()


def _below(template: Template, name: str) -> set[str]:
    """A part and all that begin below it, one after the other."""
    found = {name}
    while more := {one.name for one in template.elements if one.follows in found} - found:
        found |= more
    return found
