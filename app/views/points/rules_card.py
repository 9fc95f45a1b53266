"""The rules of points as sentences whose coloured words change them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from app.domain.points import RuleRow
from app.views.moments import day_text
from app.views.points.answer import PointsAnswer
from app.views.points.sentences import RuleSentence, RuleWord, example_text, further_sentence, points_text, rule_sentences
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import TonalButton
from app.views.widgets.card import Card, Inset
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import clear, column, set_shown
from app.views.widgets.sentence import Sentence, WordButton

SURVEYS_NAMED = 2


class RulesCard(Card):
    """`word_clicked(RuleWord, WordButton)`: the word and where it stands; `begin_requested` in a shop that has points and no rule."""

    word_clicked = Signal(object, object)
    begin_requested = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("How points are earned and used"), gap=4, padding=10)
        self.sentences: list[Sentence] = []
        self._build()

    def set_answer(self, answer: PointsAnswer) -> None:
        """Say the rule of today, and that another is to come."""
        clear(self._place)
        self.sentences = []
        rule = answer.fields
        if rule is not None:
            lines = rule_sentences(rule, answer.currency, answer.excluded)
            for line in lines:
                self._add(line)
            further = further_sentence(rule, answer.excluded) if rule.is_on else None
            if further is not None:
                self._add(further)
            tier = answer.top_tier
            self.examples.setText(example_text(rule, answer.currency, None if tier is None else tier.fields))
        is_without = rule is None and not answer.coming
        self.set_note("" if is_without else self.tr("press a coloured word to change it"))
        set_shown(self.nothing, is_without)
        set_shown(self.begin, is_without)
        set_shown(self.examples, rule is not None and rule.is_on)
        self._show_surveys(answer)
        self._show_coming(answer)

    def word(self, word: RuleWord) -> WordButton:
        """The button of a word. KeyError when the sentences do not have it."""
        for sentence in self.sentences:
            try:
                return sentence.word_button(word)
            except KeyError:
                continue
        raise KeyError(word)

    def _build(self) -> None:
        self._place = column(gap=0)
        self.examples = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self._coming_box = Inset()
        self.coming = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self._coming_box.body.addWidget(self.coming)
        self.nothing = WrapLabel(
            self.tr("There is no rule yet. The points customers have are kept; they can neither be used nor become more."),
            TextStyle.BODY,
            Tone.TEXT2,
        )
        self.begin = TonalButton(self.tr("Decide the rule"))
        self.begin.clicked.connect(self.begin_requested)
        self.add(self._place)
        self.add(self.nothing)
        self.body.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        self.nothing.hide()
        self.begin.hide()
        self.add(self.examples)
        self.surveys = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.surveys.hide()
        self.add(self.surveys)
        self.add(self._coming_box)
        self._coming_box.hide()

    def _add(self, line: RuleSentence) -> None:
        sentence = Sentence(line.pattern, line.words)
        sentence.word_clicked.connect(lambda word, of=sentence: self.word_clicked.emit(word, of.word_button(word)))
        self.sentences.append(sentence)
        self._place.addWidget(sentence)

    def _show_surveys(self, answer: PointsAnswer) -> None:
        """Which surveys thank with points: how many is said where the survey is made."""
        is_on = answer.fields is not None and answer.fields.is_on
        words = self.tr("“{title}” {points}")
        told = [words.format(title=title, points=points_text(points)) for title, points in answer.surveys[:SURVEYS_NAMED]]
        rest = len(answer.surveys) - len(told)
        if rest > 0:
            told.append(self.tr("%n more", "", rest))
        self.surveys.setText(self.tr("For answering a survey: {surveys}").format(surveys=self.tr(", ").join(told)))
        set_shown(self.surveys, is_on and bool(answer.surveys))

    def _show_coming(self, answer: PointsAnswer) -> None:
        newest: RuleRow | None = answer.coming[-1] if answer.coming else None
        set_shown(self._coming_box, newest is not None)
        if newest is None or newest.valid_from is None:
            return
        said = " ".join(line.text for line in rule_sentences(newest.fields, answer.currency, answer.excluded))
        day = day_text(newest.valid_from, today=answer.today)
        self.coming.setText(self.tr("From {day} on: {rule}").format(day=day, rule=said))
