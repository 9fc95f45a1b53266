"""The right column of the review: what is asked, why, and the answers to choose from, each with its key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.domain.survey_entry import BLANK_KEY, keyed_choices
from app.domain.survey_pages import BoxReading, Doubt
from app.domain.survey_queue import ReviewPage
from app.domain.surveys import Question, QuestionKind
from app.views.surveys.review_words import box_note, choice_word, chosen_words, doubt_detail, doubt_title, how_many
from app.views.theme import TextStyle, Theme, Tone, theme_of
from app.views.widgets.buttons import KeyedButton, PrimaryButton, escape_mnemonic
from app.views.widgets.card import Card, Inset
from app.views.widgets.chip import chip_size, paint_chip
from app.views.widgets.icons import IconLabel
from app.views.widgets.key_cap import KeyCap, key_cap_width, paint_key_cap
from app.views.widgets.labels import Caption, Text, WrapLabel
from app.views.widgets.layouts import ScrollColumn, boxed, clear, column, hairline, row, set_shown

_ROW, _LOW_ROW = 42, 36
_MOST_IN_ONE_COLUMN = 7
_ANSWER_ROOM = 118
_HINTS_FROM = 500


@dataclass(frozen=True, slots=True)
class Option:
    """`choice` None: no answer. `note`: what the reader saw at its box; `is_doubted`: it was not sure of it."""

    key: str
    choice: str | None
    text: str
    note: str = ""
    is_doubted: bool = False


class OptionRow(KeyedButton):
    """One answer: its key, its words, what stands at its box. Chosen ones have a strong line and say that they are."""

    def __init__(self, option: Option, *, is_low: bool) -> None:
        super().__init__(escape_mnemonic(option.text))
        self.option = option
        self._is_low = is_low
        self._badge = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()
        theme_of(self).changed.connect(self.updateGeometry)

    def set_chosen(self, *, is_chosen: bool, badge: str) -> None:
        """`badge`: the word that says why it is chosen."""
        self.setChecked(is_chosen)
        self._badge = badge if is_chosen else ""
        self._name()
        self.update()

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        metrics = theme.metrics(TextStyle.BODY)
        height = max(theme.px(_LOW_ROW if self._is_low else _ROW), metrics.height() + theme.px(8))
        return QSize(theme.px(72) + metrics.horizontalAdvance(self.option.text), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme_of(self).px(84), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        tokens, px = theme.tokens, theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        painter.setPen(QPen(QColor(tokens.primary if on else tokens.line), 2 if on else 1))
        painter.setBrush(QColor(tokens.primary_soft if on else tokens.hover if self.underMouse() else tokens.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(7), px(7))
        middle, left = self.height() / 2, px(12)
        paint_key_cap(painter, theme, left, middle, self.option.key)
        left += max(key_cap_width(theme, self.option.key), px(20)) + px(10)
        right = self._paint_badge(painter, theme, self.width() - px(10))
        right = self._paint_note(painter, theme, left, right)
        painter.setFont(theme.font(TextStyle.BODY_BOLD if on else TextStyle.BODY))
        painter.setPen(QColor(tokens.text))
        words = painter.fontMetrics().elidedText(self.option.text, Qt.TextElideMode.ElideRight, int(right - left))
        painter.drawText(QRectF(left, 0, right - left, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def _paint_badge(self, painter: QPainter, theme: Theme, right: float) -> float:
        if not self._badge:
            return right
        size = chip_size(theme, self._badge)
        area = QRectF(right - size.width(), (self.height() - size.height()) / 2, size.width(), size.height())
        paint_chip(painter, theme, area, self._badge, Tone.OK)
        return area.x() - theme.px(4)

    def _paint_note(self, painter: QPainter, theme: Theme, left: float, right: float) -> float:
        note = self.option.note
        width = theme.metrics(TextStyle.CAPTION).horizontalAdvance(note) + theme.px(8)
        words = theme.metrics(TextStyle.BODY_BOLD).horizontalAdvance(self.option.text)
        if not note or right - left - width < words:
            return right
        painter.setFont(theme.font(TextStyle.CAPTION))
        painter.setPen(QColor(theme.tokens.warn if self.option.is_doubted else theme.tokens.text2))
        area = QRectF(right - width, 0, width - theme.px(4), self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, note)
        return area.x()

    def _name(self) -> None:
        self.setAccessibleName(" ".join(part for part in (self.option.key, self.option.text, self.option.note, self._badge) if part))


class OptionPanel(Card):
    """`decided` carries what stands there, as a tuple of choices."""

    decided = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._question: Question | None = None
        self._chosen: tuple[str, ...] = ()
        self._guess: tuple[str, ...] = ()
        self._is_open = False
        self.rows: list[OptionRow] = []
        self._build()

    @property
    def chosen(self) -> tuple[str, ...]:
        """What would be taken now."""
        return self._chosen

    def show_question(self, page: ReviewPage, question: Question, number: int) -> None:
        self._question = question
        read = page.told.chosen.get(question.id, ())
        # Of two marks where one is asked for, neither is a guess: somebody has to choose.
        self._is_open = question.is_single and len(read) > 1
        self._guess = self._chosen = () if self._is_open else read
        doubt = page.told.doubts.get(question.id, Doubt.NONE)
        self.title.setText(f"{number} {question.text}")
        self.how.setText(how_many(question))
        boxes = [box for box in page.reading.boxes if box.question == question.id]
        set_shown(self._why, doubt is not Doubt.NONE)
        if doubt is not Doubt.NONE:
            self.why_title.setText(doubt_title(doubt))
            self.why_detail.setText(doubt_detail(doubt, question, boxes, read))
        self._fill(question, boxes)
        self._show_chosen()

    def press(self, key: str) -> bool:
        """A key cap's key; False where it means nothing here."""
        found = next((one for one in self.rows if one.option.key == key), None)
        if found is not None:
            self._take(found.option)
        return found is not None

    def accept(self) -> None:
        """What stands chosen is right; nothing where nothing is chosen yet."""
        if not self._is_open:
            self.decided.emit(self._chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The answers come first; the key caps stand at them in any case.
        set_shown(self._hints, self.height() >= theme_of(self).px(_HINTS_FROM))

    def _build(self) -> None:
        self.title = WrapLabel("", TextStyle.CARD_TITLE, Tone.TEXT)
        self.how = Caption("", Tone.TEXT2)
        self.why_title = WrapLabel("", TextStyle.BODY_BOLD, Tone.WARN)
        self.why_detail = WrapLabel("", TextStyle.BODY, Tone.WARN)
        line = row(gap=8)
        line.addWidget(IconLabel("triangle-alert", size=16, tone=Tone.WARN), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(boxed(column(self.why_title, self.why_detail, gap=2)), 1)
        self._why = Inset(Tone.WARN)
        self._why.add(line)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.take = PrimaryButton("", "check")
        self.take.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.take.clicked.connect(self.accept)
        scroll = ScrollColumn(gap=8)
        for part in (self.title, self.how, self._why, boxed(self._grid)):
            scroll.body.addWidget(part)
        scroll.body.addStretch(1)
        self._keys = QGridLayout()
        self._keys.setContentsMargins(0, 0, 0, 0)
        self._hints = boxed(column(hairline(), self._keys, gap=8))
        self.add(scroll, 1)
        self.add(self.take)
        self.add(self._hints)

    def _fill(self, question: Question, boxes: Sequence[BoxReading]) -> None:
        clear(self._grid)
        by_option = {box.option: box for box in boxes}
        options = []
        for one in keyed_choices(question):
            box = by_option.get(one.choice)
            note = "" if box is None else box_note(box)
            is_doubted = box is not None and box.doubt is not Doubt.NONE
            options.append(Option(one.key, one.choice, choice_word(question, one.choice), note, is_doubted))
        options.append(Option(BLANK_KEY, None, self.tr("No answer")))
        is_low = len(options) > _MOST_IN_ONE_COLUMN
        columns = 2 if is_low and question.kind is QuestionKind.NPS else 1
        length = -(-len(options) // columns)
        px = theme_of(self).px
        self._grid.setSpacing(px(6))
        self.rows = []
        for place, option in enumerate(options):
            button = OptionRow(option, is_low=is_low)
            button.clicked.connect(lambda _checked=False, taken=option: self._take(taken))
            self.rows.append(button)
            self._grid.addWidget(button, place % length, place // length)
        self._show_keys(question)

    def _take(self, option: Option) -> None:
        question = self._question
        if question is None:
            return
        self._is_open = False
        if option.choice is None:
            self._chosen = ()
        elif question.kind is QuestionKind.MULTI:
            kept = {*self._chosen} ^ {option.choice}
            self._chosen = tuple(one for one in question.choices if one in kept)
            self._show_chosen()
            return
        else:
            self._chosen = (option.choice,)
        self._show_chosen()
        self.accept()

    def _show_chosen(self) -> None:
        question = self._question
        if question is None:
            return
        guess = self.tr("Guess")
        chosen = self.tr("Chosen")
        for button in self.rows:
            choice = button.option.choice
            is_chosen = choice in self._chosen if choice is not None else not self._chosen and not self._is_open
            is_guess = choice in self._guess if choice is not None else not self._guess
            button.set_chosen(is_chosen=is_chosen, badge=guess if is_guess else chosen)
        words = chosen_words(question, self._chosen)
        source = self.tr("Take “{answer}”, next") if question.choices else self.tr("Leave it as a picture, next")
        self.take.setText(self.tr("Please choose one") if self._is_open else self._fitting(source, words))
        self.take.setEnabled(not self._is_open)

    def _fitting(self, source: str, words: str) -> str:
        """A button does not wrap: a long answer is shortened on it."""
        room = theme_of(self).px(_ANSWER_ROOM)
        shown = theme_of(self).metrics(TextStyle.BODY_BOLD).elidedText(words, Qt.TextElideMode.ElideRight, room)
        return source.format(answer=shown)

    def _show_keys(self, question: Question) -> None:
        clear(self._keys)
        caps = [one.key for one in keyed_choices(question) if one.key]
        is_multi = question.kind is QuestionKind.MULTI
        hints = [(self.tr("Space"), self.tr("take it and go on") if is_multi else self.tr("take the guess"))]
        if caps:
            reach = f"{caps[0]}-{caps[-1]}" if question.kind is not QuestionKind.NPS else "0-9, T"
            hints.append((reach, self.tr("put or take a tick") if is_multi else self.tr("choose")))
        hints += [("B", self.tr("no answer")), ("U", self.tr("one step back")), ("P", self.tr("whole sheet")), ("X", self.tr("leave out"))]
        px = theme_of(self).px
        self._keys.setHorizontalSpacing(px(8))
        self._keys.setVerticalSpacing(px(6))
        for place, (key, words) in enumerate(hints):
            side = place % 2 * 2
            self._keys.addWidget(KeyCap(key), place // 2, side, Qt.AlignmentFlag.AlignRight)
            self._keys.addWidget(Text(words, TextStyle.CAPTION, Tone.TEXT2), place // 2, side + 1)
        self._keys.setColumnStretch(1, 1)
        self._keys.setColumnStretch(3, 1)


class HeadLine(QWidget):
    """A word with an icon, one line."""

    def __init__(self, icon: str, text: str, tone: Tone = Tone.INFO) -> None:
        super().__init__()
        self.label = WrapLabel(text, TextStyle.BODY, Tone.TEXT2)
        line = row(gap=6)
        line.addWidget(IconLabel(icon, size=16, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.label, 1)
        self.setLayout(line)
