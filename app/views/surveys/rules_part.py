"""What is done with the answer of somebody who is known, in sentences whose words can be pressed to change them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.follow_ups import KIND_LABELS, FollowUpKind
from app.domain.formats import CountUnit, format_count
from app.domain.surveys import DETRACTOR_TO, SurveyRules
from app.views.labels import label_of
from app.views.moments import language
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import TonalButton, escape_mnemonic
from app.views.widgets.explanation import Popover
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import Title, WrapLabel
from app.views.widgets.layouts import STRETCH, clear, column, row, set_shown
from app.views.widgets.number_field import NumberField
from app.views.widgets.sentence import Sentence, WordButton

_SCORE, _KIND, _POINTS, _VERY = "score", "kind", "points", "very"
_USUAL_POINTS = (0, 10, 30, 50, 100, 300, 500)
_MOST_POINTS = 1_000_000
MOST_COMPLAINT = 4
_KINDS = (FollowUpKind.CALL, FollowUpKind.LETTER, FollowUpKind.EMAIL, FollowUpKind.TALK, FollowUpKind.OTHER)
_WIDTH = 260


class PointsChooser(Popover):
    """Any number of points. `chosen`: how many. Frees itself when closed."""

    chosen = Signal(int)

    def __init__(self, points: int, button: WordButton) -> None:
        super().__init__(button, width=_WIDTH)
        self.field = NumberField(0, _MOST_POINTS, step=10)
        self.field.set_value(points)
        line = FormField(self.tr("Points for an answer"), self.field, hint=self.tr("0: none"))
        self.apply = TonalButton(self.tr("Use it"), "check")
        self.setAccessibleName(line.label.text())
        self.setLayout(column(line, row(self.apply, STRETCH), gap=10, margins=(14, 12, 14, 12)))
        self.apply.clicked.connect(self._on_apply)
        self.closed.connect(self.deleteLater)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_apply()
        else:
            super().keyPressEvent(event)

    def _on_apply(self) -> None:
        points = self.field.value()
        if isinstance(points, int):
            self.chosen.emit(points)
            self.close_again()


class RulesPart(QWidget):
    """`changed`: the rules as they are to be."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rules = SurveyRules()
        self._sentences = column(gap=4)
        self.note = WrapLabel("", TextStyle.CAPTION, Tone.TEXT3)
        self.setLayout(column(Title(self.tr("After an answer")), self._sentences, self.note, gap=4))
        self.set_rules(SurveyRules(), is_open=False)

    def set_rules(self, rules: SurveyRules, *, is_open: bool) -> None:
        """`is_open`: nobody is known by his sheet."""
        self.note.setText(self.tr("Of sheets without a name nobody is known, so this is left out.") if is_open else "")
        set_shown(self.note, is_open)
        if rules == self._rules and self._sentences.count():
            return
        self._rules = rules
        clear(self._sentences)
        self.low = self._low_sentence(rules)
        self.points = Sentence(self.tr("Whoever answers gets {0}."), [(_POINTS, self._points_word(rules.points))])
        self.very = self._very_sentence(rules)
        for sentence in (self.low, self.very, self.points):
            sentence.word_clicked.connect(partial(self._on_word, sentence))
            self._sentences.addWidget(sentence)
            set_shown(sentence, True)

    def menu_for(self, word: object) -> QMenu:
        """What a word can be changed to."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if word == _SCORE:
            for score in range(DETRACTOR_TO + 3):
                self._offer(menu, self.tr("{score} or less").format(score=score), replace(self._rules, low_on=True, low_to=score))
            menu.addSeparator()
            self._offer(menu, self.tr("plans nothing"), replace(self._rules, low_on=False))
        elif word == _KIND:
            for kind in _KINDS:
                self._offer(menu, _kind_word(kind), replace(self._rules, low_kind=kind))
        elif word == _VERY:
            for score in range(MOST_COMPLAINT + 1):
                text = self.tr("{score} or less").format(score=score)
                self._offer(menu, text, replace(self._rules, complaint_on=True, complaint_to=score))
            menu.addSeparator()
            self._offer(menu, self.tr("opens no complaint"), replace(self._rules, complaint_on=False))
        else:
            for points in _USUAL_POINTS:
                self._offer(menu, self._points_word(points), replace(self._rules, points=points))
            menu.addSeparator()
            menu.addAction(self.tr("Another number")).triggered.connect(self._on_other_points)
        return menu

    def _low_sentence(self, rules: SurveyRules) -> Sentence:
        if not rules.low_on:
            return Sentence(self.tr("A low score {0}."), [(_SCORE, self.tr("plans nothing"))])
        score = self.tr("{score} or less").format(score=rules.low_to)
        return Sentence(self.tr("A score of {0} plans for the same day: {1}."), [(_SCORE, score), (_KIND, _kind_word(rules.low_kind))])

    def _very_sentence(self, rules: SurveyRules) -> Sentence:
        if not rules.complaint_on:
            return Sentence(self.tr("A very low score {0}."), [(_VERY, self.tr("opens no complaint"))])
        score = self.tr("{score} or less").format(score=rules.complaint_to)
        return Sentence(self.tr("A score of {0} opens a complaint instead."), [(_VERY, score)])

    def _offer(self, menu: QMenu, text: str, rules: SurveyRules) -> None:
        entry = menu.addAction(escape_mnemonic(text))
        entry.setCheckable(True)
        entry.setChecked(rules == self._rules)
        entry.triggered.connect(lambda _on=False: self._choose(rules))

    def _points_word(self, points: int) -> str:
        return format_count(points, CountUnit.POINTS, language()) if points else self.tr("no points")

    def _choose(self, rules: SurveyRules) -> None:
        if rules != self._rules:
            self.changed.emit(rules)

    def _on_word(self, sentence: Sentence, word: object) -> None:
        if isinstance(word, str):
            button = sentence.word_button(word)
            self.menu_for(word).popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _on_other_points(self) -> None:
        chooser = PointsChooser(self._rules.points, self.points.word_button(_POINTS))
        chooser.chosen.connect(lambda points: self._choose(replace(self._rules, points=points)))
        chooser.open()
        chooser.field.setFocus(Qt.FocusReason.OtherFocusReason)


def _kind_word(kind: FollowUpKind) -> str:
    return label_of(kind, KIND_LABELS, "FollowUps")
