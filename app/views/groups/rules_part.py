"""The conditions of a group as sentences whose words are pressed: each block must hold, of a block one condition."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.group_conditions import CONDITIONS
from app.domain.group_specs import CONTEXT, SECTION_NAMES, TYPED, ConditionKind, Section
from app.domain.group_words import HOW, condition_words, option_words
from app.domain.groups import Condition, GroupChoices, GroupRules, filled, new_condition
from app.domain.money import currency_of
from app.views.groups.word_chooser import FieldChooser, ListChooser, WordChooser
from app.views.groups.words import speaker
from app.views.labels import label_of, translated
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import IconButton, LinkButton, MenuButton, escape_mnemonic
from app.views.widgets.card import Inset
from app.views.widgets.labels import Text, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, clear, column, row, set_shown
from app.views.widgets.sentence import Sentence, WordButton


class RulesPart(QWidget):
    """`changed` after every press that changes the rules."""

    changed = Signal()

    def __init__(self, choices: GroupChoices, today: date) -> None:
        super().__init__()
        self._choices = choices
        self._today = today
        self._rules = GroupRules()
        self.sentences: dict[tuple[int, int], Sentence] = {}
        self.removers: dict[tuple[int, int], IconButton] = {}
        self.or_buttons: list[LinkButton] = []
        self.chooser: WordChooser | None = None
        self._build()

    @property
    def rules(self) -> GroupRules:
        return self._rules

    def set_rules(self, rules: GroupRules) -> None:
        self._rules = rules
        self._show()

    def add(self, kind: ConditionKind, block: int | None = None) -> None:
        """One more condition, as it usually is; its first word is opened for choosing when there is nothing to begin with."""
        self._change(self._rules.adding(new_condition(kind, self._choices, self._today), block))
        place = len(self._rules.blocks) - 1 if block is None else block
        self._focus_on(place, len(self._rules.blocks[place]) - 1)

    def _build(self) -> None:
        self._place = column(gap=6)
        self.nothing = WrapLabel(self.tr("Everybody, as long as there is no condition."), TextStyle.BODY, Tone.TEXT2)
        self.add_button = MenuButton(self.tr("Add a condition"), "plus", name=self.tr("Add a condition"))
        self._fill_menu(self.add_button.menu(), None)
        self.setLayout(column(self._place, self.nothing, row(self.add_button, STRETCH), gap=10))

    def _fill_menu(self, menu: QMenu, block: int | None) -> None:
        for section in Section:
            below = menu.addMenu(escape_mnemonic(label_of(section, SECTION_NAMES, CONTEXT)))
            for spec in CONDITIONS.values():
                if spec.section is section and self._choices.can_ask(spec):
                    entry = below.addAction(escape_mnemonic(translated(CONTEXT, spec.name)))
                    entry.triggered.connect(lambda _on=False, kind=spec.kind: self.add(kind, block))

    def _show(self) -> None:
        clear(self._place)
        self.sentences, self.removers, self.or_buttons = {}, {}, []
        for place, block in enumerate(self._rules.blocks):
            if place:
                self._place.addWidget(Text(self.tr("and"), TextStyle.CAPTION_BOLD, Tone.TEXT3))
            self._place.addWidget(self._block(place, block))
        set_shown(self.nothing, not self._rules.blocks)

    def _block(self, block: int, conditions: tuple[Condition, ...]) -> QWidget:
        box = Inset(gap=4, margins=(12, 6, 6, 6))
        for place, condition in enumerate(conditions):
            if place:
                box.add(Text(self.tr("or"), TextStyle.CAPTION_BOLD, Tone.TEXT3))
            box.add(self._line(block, place, condition, is_last=place == len(conditions) - 1))
        return box

    def _line(self, block: int, place: int, condition: Condition, *, is_last: bool) -> QWidget:
        said = condition_words(condition, self._choices, speaker(self._today))
        sentence = Sentence(said.pattern, said.words)
        sentence.word_clicked.connect(lambda word: self._open(block, place, str(word)))
        remove = IconButton("x", self.tr("Remove: {condition}").format(condition=said.text))
        remove.clicked.connect(lambda: self._remove(block, place))
        self.sentences[block, place], self.removers[block, place] = sentence, remove
        line = row(gap=6)
        line.addWidget(sentence, 1)
        if is_last:
            line.addWidget(self._or_button(block), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return boxed(line)

    def _or_button(self, block: int) -> LinkButton:
        button = LinkButton(self.tr("or …"), small=True)
        button.setAccessibleName(self.tr("Or another condition"))
        menu = QMenu(button)
        self._fill_menu(menu, block)
        button.setMenu(menu)
        self.or_buttons.append(button)
        return button

    def _open(self, block: int, place: int, word: str) -> None:
        """The box of a word."""
        condition, anchor = self._rules.blocks[block][place], self.sentences[block, place].word_button(word)
        self.chooser = self._way_chooser(condition, anchor) if word == HOW else self._value_chooser(condition, word, anchor)
        self.chooser.chosen.connect(lambda value: self._on_chosen(block, place, word, value))
        self.chooser.open()
        self.chooser.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _way_chooser(self, condition: Condition, anchor: WordButton) -> WordChooser:
        said, ways = speaker(self._today), []
        for way in condition.spec.variants:
            if self._choices.can_say(way):
                full = filled(condition.with_how(way.how), self._choices, self._today)
                ways.append((way.how, condition_words(full, self._choices, said).text))
        return ListChooser(anchor, translated(CONTEXT, condition.spec.name), ways, condition.how)

    def _value_chooser(self, condition: Condition, word: str, anchor: WordButton) -> WordChooser:
        param = next(param for param in condition.variant.params if param.name == word)
        name, value = translated(CONTEXT, condition.spec.name), condition.values[word]
        if param.kind in TYPED:
            return FieldChooser(anchor, name, param, value, currency_of(self._choices.currency), self._today)
        return ListChooser(anchor, name, option_words(param.kind, self._choices, speaker(self._today)), value)

    def _on_chosen(self, block: int, place: int, word: str, value: object) -> None:
        condition = self._rules.blocks[block][place]
        if word == HOW:
            changed = filled(condition.with_how(str(value)), self._choices, self._today)
        else:
            changed = condition.with_value(word, value if isinstance(value, int) else str(value))
        self._change(self._rules.replacing(block, place, changed))
        self.sentences[block, place].word_button(word).setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, block: int, place: int) -> None:
        self._change(self._rules.without(block, place))
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_on(self, block: int, place: int) -> None:
        condition = self._rules.blocks[block][place]
        words = condition_words(condition, self._choices, speaker(self._today)).words
        if words:
            self.sentences[block, place].word_button(words[-1][0]).setFocus(Qt.FocusReason.OtherFocusReason)
        missing = next((param.name for param in condition.variant.params if condition.values[param.name] == ""), None)
        if missing is not None:
            self._open(block, place, missing)

    def _change(self, rules: GroupRules) -> None:
        self._rules = rules
        self._show()
        self.changed.emit()
