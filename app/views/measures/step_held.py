"""Step 2: who is held back, and what can then be seen. Every choice shows at once how far the effect could be told."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from app.domain.measure_audience import BALANCE_WORDS, BalanceFigure, BalanceRow, detectable
from app.domain.measure_results import VERDICT_FROM
from app.domain.money import JPY, Currency
from app.domain.numbers import EMPTY_CELL, format_number
from app.views.labels import label_of
from app.views.measures.list_words import money
from app.views.measures.step_curve import CurveState, PowerCurve
from app.views.measures.step_words import StepWords
from app.views.measures.wizard_desk import Desk
from app.views.theme import TextStyle, Tone, theme_of
from app.views.tokens import Tokens
from app.views.widgets.check_box import SIDE
from app.views.widgets.chip import chip_size, paint_chip
from app.views.widgets.choice_button import ChoiceGroup
from app.views.widgets.choice_row import ChoiceRow
from app.views.widgets.explanation import Explanation, ExplanationButton
from app.views.widgets.labels import NumberText, Text, WrapLabel
from app.views.widgets.layouts import STRETCH, ScrollColumn, boxed, clear, column, hairline, row, set_shown
from app.views.widgets.number_field import NumberField
from app.views.widgets.text_field import mark_error

HALF, QUARTER, TENTH, NONE = "half", "quarter", "tenth", "none"
SHARES = {HALF: 2, QUARTER: 4, TENTH: 10}
_NARROW = 440


@dataclass(frozen=True, slots=True)
class _Placed:
    """Words of a row from `x` on, in its `line`."""

    line: int
    x: float
    words: str
    tone: Tone


class HeldRow(ChoiceRow):
    """A choice with how many get it and what can be said afterwards, in the colour of how well that goes. What has no room beside goes
    below."""

    def __init__(self, title: str) -> None:
        self._chip, self._tone = "", Tone.TEXT2
        super().__init__(title)

    def show_split(self, split: str, quality: str, tone: Tone, chip: str) -> None:
        self._tone, self._chip = tone, chip
        self.set_facts((split, quality))
        self.setAccessibleName(" ".join(part for part in (self._title, chip, split, quality) if part))

    def has_room(self) -> bool:
        """Whether all its words are shown whole."""
        plain, right = theme_of(self).metrics(TextStyle.BODY), self.width() - theme_of(self).px(12)
        return all(one.x + plain.horizontalAdvance(one.words) <= right for one in self._placed())

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        lines = max((one.line for one in self._placed()), default=0) + 1
        return QSize(theme.px(300), max(theme.px(40), lines * theme.metrics(TextStyle.BODY).lineSpacing() + theme.px(16)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _left(self) -> int:
        theme = theme_of(self)
        return theme.px(12) + theme.px(SIDE) + theme.px(10)

    def _named(self) -> float:
        """Where the name, with its chip, ends."""
        theme = theme_of(self)
        chip = chip_size(theme, self._chip).width() + theme.px(10) if self._chip else 0
        return self._left() + theme.metrics(TextStyle.BODY_BOLD).horizontalAdvance(self._title) + theme.px(10) + chip

    def _placed(self) -> tuple[_Placed, ...]:
        """The two facts: in columns beside the name, else one or both in lines of their own."""
        split, quality = (*self._facts, "", "")[:2]
        plain, left, right = theme_of(self).metrics(TextStyle.BODY), self._left(), self.width() - theme_of(self).px(12)
        room, named = right - left, self._named()
        first = max(left + room * 0.25, named)
        second = max(left + room * 0.5, first + plain.horizontalAdvance(split) + theme_of(self).px(14))
        if second + plain.horizontalAdvance(quality) <= right:
            return _Placed(0, first, split, Tone.TEXT), _Placed(0, second, quality, self._tone)
        is_beside = named + plain.horizontalAdvance(split) <= right
        of_split = _Placed(0, named, split, Tone.TEXT) if is_beside else _Placed(1, left, split, Tone.TEXT)
        below = enumerate(_lines_of(quality, theme_of(self).font(TextStyle.BODY), room), of_split.line + 1)
        return of_split, *(_Placed(number, left, words, self._tone) for number, words in below)

    def _paint_words(self, painter: QPainter, left: int) -> None:
        theme = theme_of(self)
        tokens: Tokens = theme.tokens
        bold, plain = theme.metrics(TextStyle.BODY_BOLD), theme.metrics(TextStyle.BODY)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        placed, right = self._placed(), self.width() - theme.px(12)
        lines = max(one.line for one in placed) + 1
        line = plain.lineSpacing()
        top = (self.height() - lines * line) / 2
        painter.setPen(QColor(tokens.text))
        painter.setFont(theme.font(TextStyle.BODY_BOLD))
        painter.drawText(QRectF(left, top, right - left, line), flags, self._title)
        if self._chip:
            size = chip_size(theme, self._chip)
            after = left + bold.horizontalAdvance(self._title) + theme.px(10)
            place = QRectF(after, top + (line - size.height()) / 2, size.width(), size.height())
            paint_chip(painter, theme, place, self._chip, Tone.OK)
        painter.setFont(theme.font(TextStyle.BODY))
        for one in placed:
            painter.setPen(QColor(tokens.tone(one.tone)))
            words = plain.elidedText(one.words, Qt.TextElideMode.ElideRight, round(right - one.x))
            painter.drawText(QRectF(one.x, top + one.line * line, right - one.x, line), flags, words)


def _lines_of(words: str, font: QFont, width: float) -> list[str]:
    """The words broken into lines of at most so many pixels."""
    layout, lines = QTextLayout(words, font), []
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        lines.append(words[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return lines or [""]


class BalanceTable(QWidget):
    """How alike the two groups are that the lot made."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._grid.setVerticalSpacing(theme_of(self).px(3))

    def show_rows(self, rows: Sequence[BalanceRow], sent: int, held: int, currency: Currency) -> None:
        clear(self._grid)
        heads = (self.tr("How fair the lot is"), self.tr("Sent to %n", "", sent), self.tr("Held back %n", "", held))
        for place, words in enumerate(heads):
            kind = NumberText if place else WrapLabel
            self._grid.addWidget(kind(words, TextStyle.CAPTION, Tone.TEXT2), 0, place)
        for number, one in enumerate(rows, start=1):
            self._grid.addWidget(hairline(), 2 * number - 1, 0, 1, 3)
            name = label_of(one.figure, BALANCE_WORDS, "Measures")
            self._grid.addWidget(WrapLabel(name, TextStyle.BODY, Tone.TEXT), 2 * number, 0)
            for place, value in enumerate((one.sent, one.held), start=1):
                self._grid.addWidget(NumberText(self._cell(one.figure, value, currency)), 2 * number, place)

    def words(self) -> list[str]:
        """Everything the table says, for tests and readers."""
        return [label.text() for label in self.findChildren(Text) if not label.isHidden()]

    def _cell(self, figure: BalanceFigure, value: float | None, currency: Currency) -> str:
        if value is None:
            return EMPTY_CELL
        if figure is BalanceFigure.LAST_VISIT:
            return self.tr("%n day(s) ago", "", round(value))
        if figure is BalanceFigure.VISITS:
            return self.tr("{count} times").format(count=format_number(value, 1))
        return money(value, currency)


class StepHeld(ScrollColumn):
    def __init__(self, desk: Desk) -> None:
        super().__init__(gap=8, margins=(0, 0, 10, 0))
        self._desk = desk
        self._words = StepWords(self)
        self._build()
        self._connect()

    def focus_first(self) -> None:
        checked = self._group.buttons.checkedButton()
        (checked or self.curve).setFocus(Qt.FocusReason.OtherFocusReason)

    def has_problem(self) -> bool:
        """Whether the own number cannot be; then the keyboard is put there."""
        is_wrong = bool(self.number_wrong.text())
        if is_wrong:
            self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        return is_wrong

    def row(self, key: Hashable) -> ChoiceRow:
        return self._rows[str(key)]

    def numbers(self) -> dict[str, int]:
        """How many each choice holds back, of the people there are."""
        people = self._desk.people
        return {**{key: people // share for key, share in SHARES.items()}, NONE: 0}

    def show_plan(self) -> None:
        desk = self._desk
        self.title.setText(self._words.held_title(desk.plan.channel))
        people, found = desk.people, desk.found
        self.few.setText(self._few_words(people))
        set_shown(self.few, bool(self.few.text()))
        if found is None or people < 2:
            for part in (self.curve, self.balance, self.curve_head):
                set_shown(part, False)
            return
        for part in (self.curve, self.balance, self.curve_head):
            set_shown(part, True)
        self._show_rows()
        currency = JPY if desk.around is None else desk.around.currency
        best = detectable(found.power, 1, 1).margin or 0.0
        lines, sent = desk.lines(), desk.sent
        points = sorted({number for number in self.numbers().values() if 0 < number < people})
        self.curve.show_state(CurveState(people, best, desk.held, points, lines.total / sent if sent else 0.0, currency))

    def show_trial(self) -> None:
        """How alike the groups came out."""
        desk, drawn = self._desk, self._desk.trial
        if drawn is not None:
            currency = JPY if desk.around is None else desk.around.currency
            self.balance.show_rows(drawn.rows, len(drawn.sent), len(drawn.held), currency)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < theme_of(self).px(_NARROW)
        self._heading.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)

    def _build(self) -> None:
        self.title = WrapLabel("", TextStyle.DIALOG_TITLE, Tone.TEXT)
        self.why = WrapLabel(
            self.tr(
                "Leave a few out, and you learn how many would have come anyway: only so the true effect can be told. "
                "Whoever is left out gets it first next time."
            ),
            TextStyle.BODY,
            Tone.TEXT2,
        )
        self.few = WrapLabel("", TextStyle.BODY_BOLD, Tone.TEXT)
        titles = {
            HALF: self.tr("Half each"),
            QUARTER: self.tr("Hold back a quarter"),
            TENTH: self.tr("Hold back a tenth"),
            NONE: self.tr("Hold back nobody"),
        }
        self._group = ChoiceGroup(self)
        self._rows = {key: HeldRow(title) for key, title in titles.items()}
        for key, one in self._rows.items():
            self._group.add(key, one)
        self.number = NumberField(0, 10**6)
        self.number.setAccessibleName(self.tr("People held back"))
        self.number.setFixedWidth(theme_of(self).px(84))
        explained = Explanation(
            self.tr("People and the effect that can be seen"),
            self.tr(
                "Chance alone makes two groups differ. The curve says how much more profit each of those sent to must bring, so that in "
                "four cases of five the difference is larger than chance. It is lowest where both groups are alike in size."
            ),
            self.tr("With 320 people, half of them held back, 783 yen each; with 32 held back 1,304 yen each."),
            "2.80 × s × √(1 − ρ²) × √(1/n₁ + 1/n₀)",
        )
        title = WrapLabel(self.tr("People held back and the effect that can be seen (profit of each)"), TextStyle.CARD_TITLE, Tone.TEXT)
        named = row(title, gap=6)
        named.setStretch(0, 1)
        named.addWidget(ExplanationButton(explained))
        own = row(STRETCH, Text(self.tr("My own number"), TextStyle.BODY, Tone.TEXT2), self.number, gap=6)
        self._heading = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._heading.setContentsMargins(0, 0, 0, 0)
        self._heading.addLayout(named, 1)
        self._heading.addLayout(own)
        self.curve_head = boxed(self._heading)
        self.number_wrong = WrapLabel("", TextStyle.CAPTION, Tone.DANGER)
        set_shown(self.number_wrong, False)
        self.curve, self.balance = PowerCurve(), BalanceTable()
        rows = column(*self._rows.values(), gap=6)
        for part in (self.title, self.why, self.few, boxed(rows), self.curve_head, self.number_wrong, self.curve, self.balance):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self._desk.changed.connect(self.show_plan)
        self._desk.drawn.connect(self.show_trial)
        self._group.buttons.idToggled.connect(self._on_toggled)
        self.curve.held_chosen.connect(self._hold)
        self.number.value_changed.connect(self._on_number)

    def _show_rows(self) -> None:
        desk, found = self._desk, self._desk.found
        if found is None:
            return
        people, numbers = desk.people, self.numbers()
        usual = found.audience.usual_held
        best = detectable(found.power, people - people // 2, people // 2).margin or 0.0
        for key, one in self._rows.items():
            held = numbers[key]
            quality, tone = self._words.quality(people - held, held, best, desk.seen_from(held).margin)
            split = self.tr("Send {sent}, hold back {held}").format(sent=format_number(people - held), held=format_number(held))
            is_usual = held == usual and min(held, people - held) >= VERDICT_FROM
            one.show_split(split, quality, tone, self.tr("Recommended") if is_usual else "")
        self._check(self._key_of_plan())
        if self.number.value() != desk.held and not self.number.hasFocus():
            self.number.set_value(desk.held)
        if self.number.value() == desk.held:
            self._show_wrong("")

    def _key_of_plan(self) -> str | None:
        """Which choice the number is; None for one of the owner's own."""
        held = self._desk.held
        return next((key for key, number in self.numbers().items() if number == held), None)

    def _check(self, key: str | None) -> None:
        quiet = self._group.buttons.blockSignals(True)
        self._group.buttons.setExclusive(key is not None)
        for name, one in self._rows.items():
            one.setChecked(name == key)
        self._group.buttons.setExclusive(True)
        self._group.buttons.blockSignals(quiet)

    def _few_words(self, people: int) -> str:
        if self._desk.found is None or people >= VERDICT_FROM:
            return ""
        if not people:
            return self.tr("Nobody is left to send it to. Please choose another list in step 1.")
        return self.tr(
            "With %n people no verdict will be possible, however they are split. It can go out all the same, and you will see who comes.",
            "",
            people,
        )

    def _hold(self, held: int) -> None:
        self._desk.change(held_back=held)

    def _on_toggled(self, number: int, on: bool) -> None:
        if on:
            self._hold(self.numbers()[str(self._group.key_of(number))])

    def _on_number(self) -> None:
        value, most = self.number.value(), max(0, self._desk.people - 1)
        if value is None or value > most:
            self._show_wrong(self.tr("Please enter 0 to {most}: somebody must get it.").format(most=format_number(most)))
            return
        self._show_wrong("")
        self._desk.change(held_back=int(value))

    def _show_wrong(self, words: str) -> None:
        self.number_wrong.setText(words)
        set_shown(self.number_wrong, bool(words))
        mark_error(self.number, bool(words))
