"""The words of a part, and how its letters look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QSignalBlocker, Qt

from app.domain.cards import FIELD_NAMES
from app.domain.template_fields import nearest_field
from app.domain.templates import Align, Element, ElementFace, ElementKind, Template
from app.views.designer.elements_words import align_word, face_word
from app.views.designer.properties_fields import FieldMenus, field_label, with_field
from app.views.designer.properties_section import Section
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import MenuButton, TonalButton, escape_mnemonic
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import FlowLayout, boxed, set_shown
from app.views.widgets.text_field import TextArea

_LINES = 6
_FEW_LINES = 2
_LETTERED = frozenset({ElementKind.TEXT, ElementKind.PERSONAL, ElementKind.COUPON, ElementKind.ADDRESSEE})
_SET = (ElementKind.TEXT, ElementKind.PERSONAL)


class WordsSection(Section):
    """What is written, with merge fields from a menu."""

    kinds: ClassVar[frozenset[ElementKind]] = frozenset({ElementKind.TEXT, ElementKind.COUPON, ElementKind.LINK})

    def set_own_fields(self, own: Sequence[str]) -> None:
        self._own: tuple[str, ...] = tuple(name for name in own if name not in FIELD_NAMES)
        self._menus.set_own_fields(self._own)

    def edit(self) -> None:
        """Put the cursor behind the last word."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.selectAll()

    def show_element(self, element: Element, template: Template) -> None:
        super().show_element(element, template)
        self._fit()
        label, hint = self._words_of(element.kind)
        self.box.label.setText(label)
        self.box.set_hint(hint)
        if self.text is not self._typing and self.text.text() != element.text:
            with QSignalBlocker(self.text):
                self.text.set_text(element.text)

    def propose(self, unknown: str) -> None:
        """A field in place of the one nobody knows; none is proposed where nothing is like it."""
        nearest = nearest_field(unknown, self._own)
        self._unknown, self._nearest = (unknown, nearest) if nearest else ("", "")
        if nearest:
            self.use.setText(escape_mnemonic(self.tr("Use “{field}” instead").format(field=field_label(nearest))))
        set_shown(self.use, bool(nearest))

    def show_overflow(self, sentence: str) -> None:
        """Said only where nothing worse is said."""
        if not self.box.has_error:
            self.show_problem("text", sentence)

    def _build(self) -> None:
        self.text = TextArea(lines=_LINES)
        self.insert = MenuButton(self.tr("Insert field"), "plus", small=True)
        self.manner = MenuButton(self.tr("Way of writing"), "pencil", small=True)
        self._menus = FieldMenus(self.text, self.insert, self.manner)
        buttons = FlowLayout(gap=6)
        buttons.addWidget(self.insert)
        buttons.addWidget(self.manner)
        self._own = ()
        self._unknown = self._nearest = ""
        self.use = TonalButton("", "check", small=True)
        set_shown(self.use, False)
        self.use.clicked.connect(self._on_use)
        self.box = self.keep_box("text", FormField(self.tr("Words"), self.text, hint=" "))
        self.form.addWidget(self.box)
        self.form.addWidget(self.use)
        self.form.addWidget(boxed(buttons))
        self.text.textChanged.connect(self._on_text)
        self.text.edited_done.connect(self._next_turn)
        theme_of(self).changed.connect(self._fit)
        self._fit()

    def _words_of(self, kind: ElementKind) -> tuple[str, str]:
        """What the field is called, and what is to be known of it."""
        if kind is ElementKind.COUPON:
            return self.tr("Words above the offer"), self.tr(
                "The offer itself is the one of the print run; without one the coupon is left out."
            )
        if kind is ElementKind.LINK:
            return self.tr("Address of the web page"), self.tr(
                "For example https://… Whoever holds a telephone over the squares gets there. Without an address nothing is printed."
            )
        return self.tr("Words"), self.tr("A line whose fields are all empty is left out.")

    def _fit(self) -> None:
        is_short = self.element is not None and self.element.kind in (ElementKind.COUPON, ElementKind.LINK)
        fewer = (_LINES - _FEW_LINES) * self.text.fontMetrics().lineSpacing() if is_short else 0
        self.text.setFixedHeight(self.text.sizeHint().height() - fewer)

    def _on_use(self) -> None:
        """Wherever the unknown one stands; how it is written stays."""
        if self.element is not None and self._unknown:
            self.say("text", with_field(self.element.text, self._unknown, self._nearest))

    def _on_text(self) -> None:
        if self.element is not None and self.text.text() != self.element.text:
            self.say("text", self.text.text(), joins=True, field=self.text)


class LettersSection(Section):
    """Typeface, size, place in the line, distance of the lines, colour."""

    kinds: ClassVar[frozenset[ElementKind]] = _LETTERED
    is_shared: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__(self.tr("Letters"))

    def _build(self) -> None:
        self.form.addWidget(self.add_choice("face", self.tr("Typeface"), [(one, face_word(one)) for one in ElementFace]))
        size = self.add_number("size", self.tr("Size (pt)"), "9", "300")
        smallest = self.add_number("smallest", self.tr("At least (pt)"), "9", "300")
        self.add_pair(size, smallest)
        words = self.tr("What does not fit is made smaller, at most down to “At least”.")
        self.form.addWidget(WrapLabel(words, TextStyle.CAPTION, Tone.TEXT3))
        align = self.add_choice("align", self.tr("Alignment"), [(one, align_word(one)) for one in Align])
        leading = self.add_number("leading", self.tr("Line spacing"), "1", "5", decimals=2, step="0.05")
        leading.set_hint(self.tr("1.7 is easy to read, 1.3 suits headings."))
        self.form.addWidget(self.only_for(align, *_SET))
        self.form.addWidget(self.only_for(leading, *_SET))
        self.form.addWidget(self.add_colour("colour", self.tr("Colour")))
