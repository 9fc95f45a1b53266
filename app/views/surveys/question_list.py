"""The questions of a survey, one below the other, of which one at most is open; and what can be added."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.context import Messages
from app.domain.survey_beginnings import new_question
from app.domain.survey_edits import added, changed, copied, place_of, placed, removed, stepped
from app.domain.survey_errors import TooMuchAsked
from app.domain.surveys import MOST_QUESTIONS, Question, QuestionKind, SurveyContent
from app.views.surveys.builder_card import BuilderCard
from app.views.surveys.draft import WORDS, SurveyDraft
from app.views.surveys.question_editor import QuestionEditor
from app.views.surveys.words import ADDING, adding_word, kind_word, question_facts
from app.views.surveys.words_editor import WordsEditor
from app.views.theme import Tone, theme_of
from app.views.widgets.announce import announce
from app.views.widgets.buttons import IconButton, LinkButton, MenuButton
from app.views.widgets.card import Card
from app.views.widgets.choice_button import PillButton
from app.views.widgets.labels import Caption, plain_tooltip
from app.views.widgets.layouts import STRETCH, FlowLayout, Hairline, ScrollColumn, boxed, column, row, set_shown


class _Mark(QWidget):
    """The line at which a dragged question would come to lie."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme_of(self).tokens.primary))
        painter.end()


class QuestionList(Card):
    """`removed`: the words of a question that was taken away. `templates_requested`: to begin from one that is ready. `laid_out`: there
    are other fields than before, or in another order."""

    removed = Signal(str)
    templates_requested = Signal()
    laid_out = Signal()

    def __init__(self, draft: SurveyDraft, messages: Messages) -> None:
        super().__init__()
        self._draft = draft
        self._messages = messages
        self._cards: dict[str, BuilderCard] = {}
        self._at = WORDS
        self._shown_open = ""
        self._fields: tuple[object, ...] = ()
        self._wanted_card = WORDS
        self._scrolled = QTimer(self)
        self._scrolled.setSingleShot(True)
        self._scrolled.setInterval(0)
        self._scrolled.timeout.connect(self._show_wanted)
        self._build()
        self._connect()
        self._show()
        self._show_history()

    def card(self, key: str) -> BuilderCard:
        """Of a question by its id, or of WORDS."""
        return self._cards[key]

    def order(self) -> list[str]:
        """From the top."""
        return [WORDS, *(one.id for one in self._draft.content.questions)]

    def take_keyboard(self) -> None:
        """The card at hand, or the field that is open."""
        self._cards[self._at].take_keyboard()

    def set_short(self, *, is_short: bool) -> None:
        """Whether there is little height: then what can be added stands in a menu."""
        set_shown(self._chip_box, not is_short)
        set_shown(self.add_menu, is_short)

    def stand_on_first(self) -> None:
        """The keyboard begins at the first question."""
        self._stand_on(self.order()[min(1, len(self._draft.content.questions))])

    def add_question(self, kind: QuestionKind) -> None:
        """A new one below the one at hand, opened."""
        content = self._draft.content
        question = new_question(content, kind)
        try:
            after = added(content, question, self._at)
        except TooMuchAsked as error:
            self._messages.error(error)
            return
        self._draft.change(after, words=self.tr("Add a question"), at=question.id)
        card = self._cards[question.id]
        card.take_keyboard()
        card.field.selectAll()

    def _build(self) -> None:
        self.undo_button = IconButton("undo-2", self.tr("Undo"))
        self.redo_button = IconButton("redo-2", self.tr("Redo"))
        self.templates = LinkButton(self.tr("Ready-made"), small=True)
        for button in (self.undo_button, self.redo_button, self.templates):
            self.title_row.addWidget(button)
        self._scroll = ScrollColumn(gap=6, margins=(14, 3, 8, 3))
        self._scroll.body.addStretch(1)
        self.add_list(self._scroll)
        self.chips: dict[QuestionKind, PillButton] = {}
        self.add_menu = MenuButton(self.tr("Add a question"), "plus")
        flow = FlowLayout(6)
        for kind in ADDING:
            chip = PillButton(adding_word(kind))
            chip.setAutoExclusive(False)
            chip.setCheckable(False)
            chip.setToolTip(plain_tooltip(self.tr("Adds it below the question at hand")))
            chip.clicked.connect(partial(self._on_add, kind))
            self.chips[kind] = chip
            flow.addWidget(chip)
            self.add_menu.add_action(kind_word(kind), partial(self._on_add, kind))
        self._chip_box = boxed(column(Caption(self.tr("Add a question"), Tone.TEXT2), boxed(flow), gap=8))
        self.add(Hairline())
        self.add(self._chip_box)
        self.add(row(self.add_menu, STRETCH))
        self.set_short(is_short=False)
        inner = self._scroll.widget()
        assert inner is not None
        self._ground: QWidget = inner
        self._mark = _Mark(inner)
        self._mark.hide()

    def _connect(self) -> None:
        self._draft.changed.connect(self._show)
        self._draft.opened.connect(self._show_open)
        self._draft.history_changed.connect(self._show_history)
        self.undo_button.clicked.connect(self._draft.undo)
        self.redo_button.clicked.connect(self._draft.redo)
        self.templates.clicked.connect(self.templates_requested)

    def _make_card(self, key: str) -> BuilderCard:
        card = BuilderCard(key, is_fixed=key == WORDS)
        card.open_requested.connect(self._on_open)
        card.close_requested.connect(self._on_close)
        card.stepped.connect(self._on_stepped)
        card.moved.connect(self._on_moved)
        card.remove_requested.connect(self._on_remove)
        card.copy_requested.connect(self._on_copy)
        card.typed.connect(self._on_typed)
        card.dragged.connect(self._on_dragged)
        card.dropped.connect(self._on_dropped)
        return card

    def _show(self) -> None:
        """Cards in the order of the sheet; those that stay are kept, with what is being typed in them."""
        content, keys, body = self._draft.content, self.order(), self._scroll.body
        for key in [one for one in self._cards if one not in keys]:
            card = self._cards.pop(key)
            body.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, key in enumerate(keys):
            if key not in self._cards:
                self._cards[key] = self._make_card(key)
            card = self._cards[key]
            if body.indexOf(card) != place:
                body.removeWidget(card)
                body.insertWidget(place, card)
            self._fill(card, content)
        fields = (*keys, *_fields_of(content.question(self._shown_open)))
        if fields != self._fields:
            self._fields = fields
            self.laid_out.emit()
        count = len(content.asked)
        self.set_title(self.tr("%n question(s)", "", count))
        for button in (*self.chips.values(), self.add_menu):
            button.setEnabled(len(content.questions) < MOST_QUESTIONS)
        if self._shown_open not in keys:
            self._shown_open = ""
        if self._at not in keys:
            self._at = WORDS
        self._show_current()

    def _fill(self, card: BuilderCard, content: SurveyContent) -> None:
        if card.key == WORDS:
            facts = self.tr("Title and words around the questions")
            card.set_words("", content.title, facts, f"{facts}. {content.title}")
            if isinstance(card.editor, WordsEditor):
                card.editor.set_content(content)
            return
        question, number = content.question(card.key), content.number_of(card.key)
        if question is None:
            return
        facts, shown = question_facts(question), str(number) if number else ""
        spoken = self.tr("{number} {text}, {facts}").format(number=shown, text=question.text, facts=facts).strip()
        card.set_words(shown, question.text, facts, spoken)
        if isinstance(card.editor, QuestionEditor):
            card.editor.set_question(question, content.language)

    def _show_open(self) -> None:
        key = self._draft.open_key
        if key == self._shown_open:
            return
        before = self._cards.get(self._shown_open)
        if before is not None:
            before.close_again()
        self._shown_open = key
        card = self._cards.get(key)
        if card is not None:
            card.open_with(self._editor_for(key))
            self._at = key
            self._show_current()
            self._bring_into_sight(card)

    def _editor_for(self, key: str) -> QWidget:
        content = self._draft.content
        question = content.question(key)
        if question is None:
            words = WordsEditor(content)
            words.changed.connect(self._on_words)
            return words
        editor = QuestionEditor(question, content.language)
        editor.changed.connect(self._on_question)
        return editor

    def _show_current(self) -> None:
        for key, card in self._cards.items():
            card.set_current(is_current=key == self._at)

    def _show_history(self) -> None:
        draft = self._draft
        self.undo_button.setEnabled(draft.can_undo)
        self.redo_button.setEnabled(draft.can_redo)
        undo, redo = self.tr("Undo: {step}"), self.tr("Redo: {step}")
        self.undo_button.setToolTip(plain_tooltip(undo.format(step=draft.undo_words) if draft.undo_words else self.tr("Undo")))
        self.redo_button.setToolTip(plain_tooltip(redo.format(step=draft.redo_words) if draft.redo_words else self.tr("Redo")))

    def _stand_on(self, key: str) -> None:
        self._at = key
        self._show_current()
        self._cards[key].take_keyboard()
        self._bring_into_sight(self._cards[key])

    def _bring_into_sight(self, card: BuilderCard) -> None:
        """All of it, once it is laid out; of one that is taller than the room its beginning."""
        self._wanted_card = card.key
        self._scrolled.start()

    def _show_wanted(self) -> None:
        card = self._cards.get(self._wanted_card)
        if card is None:
            return
        bar, gap = self._scroll.verticalScrollBar(), theme_of(self).px(3)
        top, bottom = card.geometry().top() - gap, card.geometry().bottom() + gap
        bar.setValue(min(top, max(bar.value(), bottom - self._scroll.viewport().height())))

    def _on_add(self, kind: QuestionKind) -> None:
        self.add_question(kind)

    def _on_open(self, key: str) -> None:
        self._draft.open(key)
        self._cards[key].take_keyboard()

    def _on_close(self, key: str) -> None:
        self._draft.open("")
        self._stand_on(key)

    def _on_stepped(self, key: str, step: int) -> None:
        keys = self.order()
        place = keys.index(key) + step
        if 0 <= place < len(keys):
            self._stand_on(keys[place])

    def _on_moved(self, key: str, step: int) -> None:
        self._place(key, stepped(self._draft.content, key, step))

    def _on_copy(self, key: str) -> None:
        before = self._draft.content
        try:
            after = copied(before, key)
        except TooMuchAsked as error:
            self._messages.error(error)
            return
        self._draft.change(after, words=self.tr("Copy a question"), at=after.questions[place_of(before, key) + 1].id)

    def _on_remove(self, key: str) -> None:
        content, keys = self._draft.content, self.order()
        question, place = content.question(key), keys.index(key)
        if question is None:
            return
        following = keys[place + 1] if place + 1 < len(keys) else keys[place - 1]
        self._draft.change(removed(content, key), words=self.tr("Remove a question"))
        self._stand_on(following)
        self.removed.emit(question.text)

    def _on_typed(self, key: str, text: str) -> None:
        content = self._draft.content
        if key == WORDS:
            self._draft.change(replace(content, title=text), words=self.tr("Change the title"), joins="title")
            return
        question = content.question(key)
        if question is not None:
            self._keep(replace(question, text=text), "text")

    def _on_words(self, content: SurveyContent, joins: str) -> None:
        self._draft.change(content, words=self.tr("Change the words around the questions"), joins=joins)

    def _on_question(self, question: Question, joins: str) -> None:
        self._keep(question, joins)

    def _keep(self, question: Question, joins: str) -> None:
        after = changed(self._draft.content, question)
        self._draft.change(after, words=self.tr("Change a question"), joins=f"{question.id} {joins}" if joins else "")

    def _place(self, key: str, after: SurveyContent) -> None:
        if after == self._draft.content:
            return
        self._draft.change(after, words=self.tr("Move a question"))
        self._bring_into_sight(self._cards[key])
        place = place_of(after, key) + 1
        announce(self._cards[key], self.tr("Now at place {place} of {count}").format(place=place, count=len(after.questions)))

    def _on_dragged(self, key: str, where: QPoint) -> None:
        at = self._ground.mapFromGlobal(where).y()
        keys = self.order()
        place = self._place_at(key, at)
        others = [one for one in keys if one != key]
        above = self._cards[others[place]].geometry()
        gap = theme_of(self).px(3)
        self._mark.setGeometry(QRect(above.left(), above.bottom() + 1, above.width(), gap))
        self._mark.show()
        self._mark.raise_()
        self._scroll.ensureVisible(above.left(), at, 0, theme_of(self).px(40))

    def _on_dropped(self, key: str, where: QPoint) -> None:
        self._mark.hide()
        place = self._place_at(key, self._ground.mapFromGlobal(where).y())
        self._place(key, placed(self._draft.content, key, place))

    def _place_at(self, key: str, height: int) -> int:
        """Among the other questions, from 0: below as many as have their middle above that height."""
        others = [one for one in self.order() if one not in (key, WORDS)]
        return sum(self._cards[one].geometry().center().y() < height for one in others)


def _fields_of(question: Question | None) -> tuple[object, ...]:
    """By what the fields of an open question differ in number and kind."""
    return () if question is None else (question.kind, len(question.options), len(question.labels), question.points)
