"""One group of properties of a part: fields that show it and say at every key what it is to be."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.numbers import format_number
from app.domain.templates import Element, ElementKind, Template
from app.views.designer.properties_colour import ColourField
from app.views.theme import TextStyle
from app.views.widgets.check_box import CheckBox
from app.views.widgets.combo_field import ComboField
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import Title
from app.views.widgets.layouts import Hairline, column, row, set_shown
from app.views.widgets.number_field import NumberField

Values = Mapping[str, Any]
_EVERY = frozenset(ElementKind)


class Section(QWidget):
    """`edited`: values of the part by their names, and a word: steps with the same one are undone together. Subclasses add their fields
    in `_build`; `kinds` are the parts that have them; `is_shared`: makes sense for several parts at once."""

    edited = Signal(object, str)
    kinds: ClassVar[frozenset[ElementKind]] = _EVERY
    is_shared: ClassVar[bool] = False

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.element: Element | None = None
        self.template: Template | None = None
        self._typing: QWidget | None = None
        self._turn = 0
        self._numbers: dict[str, NumberField] = {}
        self._choices: dict[str, ComboField] = {}
        self._checks: dict[str, CheckBox] = {}
        self._colours: dict[str, ColourField] = {}
        self._shown_for: dict[QWidget, frozenset[ElementKind]] = {}
        self._told: dict[str, str] = {}
        self._complaints: dict[str, Callable[[], str]] = {}
        self.boxes: dict[str, FormField] = {}
        self.form = column(gap=10)
        if title:
            self.form.addWidget(Hairline())
            self.form.addWidget(Title(title, TextStyle.BODY_BOLD))
        self.setLayout(self.form)
        self._build()

    def suits(self, kinds: frozenset[ElementKind]) -> bool:
        return kinds <= self.kinds

    def show_element(self, element: Element, template: Template) -> None:
        """Put its values into the fields; nothing is announced. What is being typed stays as typed."""
        self.element, self.template = element, template
        for part, kinds in self._shown_for.items():
            set_shown(part, element.kind in kinds)
        self.show_values()

    def show_values(self) -> None:
        """Bring the fields to what holds now."""
        for name, number in self._numbers.items():
            self._put_number(number, self.value_of(name))
        for name, choice in self._choices.items():
            if choice.current() != self.value_of(name):
                choice.set_current(self.value_of(name))
        for name, check in self._checks.items():
            check.setChecked(bool(self.value_of(name)))
        for name, colour in self._colours.items():
            if colour is not self._typing and (colour.colour() != self.value_of(name) or not colour.is_valid()):
                colour.set_colour(str(self.value_of(name)))

    def show_problem(self, field: str, sentence: str) -> bool:
        """Say what is wrong beside the field it is about; False when that is not here."""
        box = self.boxes.get(field)
        if box is None or box.isHidden():
            return False
        self._told[field] = sentence
        if box.error() != sentence:
            box.set_error(sentence)
        return True

    def clear_problems(self) -> None:
        """Those told from outside; what a field itself complains about stays."""
        self._told.clear()
        for name, box in self.boxes.items():
            if box.has_error and not self._verdict(name):
                box.clear_error()

    def value_of(self, name: str) -> Any:
        """What the part has under a name."""
        return getattr(self.element, name)

    def values_for(self, name: str, value: Any) -> Values:
        """What of the part changes when the field of that name does."""
        return {name: value}

    def _build(self) -> None:
        """Make the fields."""

    def add_number(self, name: str, label: str, low: str, high: str, *, decimals: int = 1, step: str = "0.5", hint: str = "") -> FormField:
        field = NumberField(Decimal(low), Decimal(high), decimals=decimals, step=Decimal(step))
        box = FormField(label, field, hint=hint)
        self._complaints[name] = partial(self._number_complaint, field, Decimal(low), Decimal(high), decimals)
        field.value_changed.connect(partial(self._on_number, name, field))
        field.edited_done.connect(partial(self._on_left, name))
        self._numbers[name] = field
        return self.keep_box(name, box)

    def add_choice(self, name: str, label: str, options: Sequence[tuple[Hashable, str]], *, hint: str = "") -> FormField:
        field = ComboField(options)
        field.changed.connect(partial(self._on_chosen, name))
        self._choices[name] = field
        return self.keep_box(name, FormField(label, field, hint=hint))

    def add_check(self, name: str, text: str) -> CheckBox:
        field = CheckBox(text)
        field.clicked.connect(partial(self._on_checked, name, field))
        self._checks[name] = field
        return field

    def add_colour(self, name: str, label: str, *, optional: bool = False) -> FormField:
        field = ColourField(optional=optional)
        box = FormField(label, field)
        field.typed.setAccessibleName(label)
        self._complaints[name] = partial(self._colour_complaint, field)
        field.changed.connect(partial(self._on_colour, name, field))
        field.edited_done.connect(self._next_turn)
        self._colours[name] = field
        return self.keep_box(name, box)

    def keep_box(self, name: str, box: FormField) -> FormField:
        """A field beside which problems of that name are told; they stay when it is left."""
        box.set_validator(partial(self._verdict, name))
        self.boxes[name] = box
        return box

    def only_for(self, part: QWidget, *kinds: ElementKind) -> QWidget:
        """Shown for these kinds of parts alone."""
        self._shown_for[part] = frozenset(kinds)
        return part

    def add_pair(self, first: QWidget, second: QWidget) -> None:
        """Two fields beside each other, equally wide."""
        line = row(gap=8)
        for one in (first, second):
            line.addWidget(one, 1, Qt.AlignmentFlag.AlignTop)
        self.form.addLayout(line)

    def say(self, name: str, value: Any, *, joins: bool = False, field: QWidget | None = None) -> None:
        """Announce a value; with `joins` the keys typed in one go are one step to undo."""
        self._typing = field
        self.edited.emit(self.values_for(name, value), f"{name}-{self._turn}" if joins else "")
        self._typing = None

    def _put_number(self, field: NumberField, value: Any) -> None:
        if field is self._typing:
            return
        number = None if value is None else Decimal(str(round(float(value), 2)))
        if field.value() != number or not field.is_valid():
            field.set_value(number)

    def _on_number(self, name: str, field: NumberField) -> None:
        number = field.value()
        if number is not None:
            self.say(name, float(number), joins=True, field=field)

    def _on_chosen(self, name: str, value: object) -> None:
        self.say(name, value)

    def _on_checked(self, name: str, field: CheckBox) -> None:
        self.say(name, field.isChecked())

    def _on_colour(self, name: str, field: ColourField, colour: str) -> None:
        self.say(name, colour, joins=True, field=field)

    def _on_left(self, name: str) -> None:
        """What cannot be is shown as what is; what cannot be read stays, with its complaint."""
        field = self._numbers[name]
        if self.element is not None and field.is_valid():
            self._put_number(field, self.value_of(name))
        self._next_turn()

    def _next_turn(self) -> None:
        self._turn += 1

    def _verdict(self, name: str) -> str:
        complaint = self._complaints[name]() if name in self._complaints else ""
        return complaint or self._told.get(name, "")

    def _number_complaint(self, field: NumberField, low: Decimal, high: Decimal, decimals: int) -> str:
        if field.is_valid():
            return ""
        least, most = format_number(low, decimals), format_number(high, decimals)
        return self.tr("Please type a number from {least} to {most}.").format(least=least, most=most)

    def _colour_complaint(self, field: ColourField) -> str:
        return "" if field.is_valid() else self.tr("Please type a colour like #0B6B5B, or press the field beside it.")
