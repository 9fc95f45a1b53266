"""The head of a campaign's result, and what stands beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from app.domain.formats import EMPTY_CELL
from app.domain.measure_view import BALANCE_WORDS, BalanceRow, KindResults
from app.domain.measures import Arm
from app.domain.numbers import format_number
from app.views.labels import label_of
from app.views.labels_figures import people_count
from app.views.measures.result_words import ResultWords
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import LinkButton
from app.views.widgets.card import Card
from app.views.widgets.labels import Caption, Text, WrapLabel
from app.views.widgets.layouts import STRETCH, FlowLayout, boxed, clear, column, set_shown

SIDE_FROM = 640


class VerdictCard(QWidget):
    """The verdict as a sentence, on the colour of what it says; at the right what came back for the money."""

    def __init__(self) -> None:
        super().__init__()
        self._tone = Tone.INFO
        self.verdict = WrapLabel("", TextStyle.BODY_BOLD, Tone.TEXT)
        self.headline = WrapLabel("", TextStyle.PAGE_TITLE, Tone.TEXT)
        self.words = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        self.caption = Caption(self.tr("Gross profit for what was spent"), Tone.TEXT2)
        self.factor = Text("", TextStyle.KPI)
        self.range = Caption("", Tone.TEXT2)
        self._labels = (self.caption, self.factor, self.range)
        self._side = boxed(column(*self._labels, STRETCH, gap=2))
        self._places = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._places.addWidget(boxed(column(self.verdict, self.headline, self.words, gap=2)), 1)
        self._places.addWidget(self._side, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(self._places)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_result(self, words: ResultWords) -> None:
        self._tone = words.tone()
        self.verdict.setText(words.verdict())
        self.verdict.set_tone(self._tone)
        self.headline.setText(words.headline())
        self.words.setText(words.words())
        factor, range_ = words.factor()
        self.factor.setText(factor)
        self.factor.set_tone(self._tone if self._tone is not Tone.WARN else Tone.TEXT)
        self.range.setText(range_)
        set_shown(self._side, bool(factor))
        self.setAccessibleName(f"{words.verdict()} {words.headline()} {words.words()}")
        self.update()

    def set_narrow(self, *, is_narrow: bool) -> None:
        """What came back stands below the sentence where there is no room beside it."""
        side = Qt.AlignmentFlag.AlignLeft if is_narrow else Qt.AlignmentFlag.AlignRight
        self._places.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)
        px = theme_of(self).px
        self._places.setContentsMargins(px(20), px(12), px(20), px(12))
        self._places.setSpacing(px(8 if is_narrow else 24))
        for label in self._labels:
            label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tokens.soft(self._tone)))
        painter.drawRoundedRect(QRectF(self.rect()), theme.px(10), theme.px(10))
        painter.end()


class CountsCard(Card):
    """Every count, each opening its names. `people_requested(Arm, came)`."""

    people_requested = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__(self.tr("People"), gap=4)
        self._flow = FlowLayout(gap=6)
        self.add(boxed(self._flow))

    def links(self) -> list[LinkButton]:
        return self.findChildren(LinkButton)

    def show_result(self, words: ResultWords) -> None:
        result = words.result
        clear(self._flow)
        lines = [
            (Arm.SENT, False, self.tr("{reached} {people}").replace("{reached}", words.reached()), result.n_sent),
            (Arm.SENT, True, self.tr("{people} of them came"), result.came_sent),
            (Arm.HELD, False, self.tr("{people} held back"), result.n_held),
            (Arm.HELD, True, self.tr("{people} of those held back came"), result.came_held),
            (Arm.GUEST, False, self.tr("{people} came as guests"), result.n_guests),
        ]
        for arm, came, text, count in lines:
            if count or arm is Arm.SENT:
                link = LinkButton(text.format(people=people_count(count)), small=True)
                link.setEnabled(count > 0)
                link.clicked.connect(lambda _checked=False, arm=arm, came=came: self.people_requested.emit(arm, came))
                self._flow.addWidget(link)
                link.show()


class BesideCard(Card):
    """What must not be taken for the effect, whether the groups were alike, and the other campaigns of the kind."""

    measure_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__(self.tr("Also good to know"), gap=6)
        self.warnings = WrapLabel("", TextStyle.BODY_BOLD, Tone.DANGER)
        self.pooled = WrapLabel("", TextStyle.BODY, Tone.TEXT)
        self.others = FlowLayout(gap=4)
        self.balance = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.touched = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.others_title = WrapLabel(self.tr("Other campaigns for the same aim:"), TextStyle.CAPTION, Tone.TEXT2)
        for part in (self.warnings, self.pooled, self.others_title, boxed(self.others), self.balance, self.touched):
            self.add(part)

    def show_result(self, words: ResultWords, kind: KindResults) -> None:
        for label, text in (
            (self.warnings, "\n".join(words.warnings())),
            (self.pooled, words.pooled(kind)),
            (self.balance, self._alike(words, words.result.balance)),
            (self.touched, words.last_touch()),
        ):
            label.setText(text)
            set_shown(label, bool(text))
        clear(self.others)
        set_shown(self.others_title, any(one.measure_id != words.result.measure_id for one in kind.measures[:8]))
        for one in kind.measures[:8]:
            if one.measure_id != words.result.measure_id:
                link = LinkButton(one.name, small=True)
                link.setAccessibleName(self.tr("{name}, see its result").format(name=one.name))
                link.clicked.connect(lambda _checked=False, number=one.measure_id: self.measure_requested.emit(number))
                self.others.addWidget(link)
                link.show()

    def _alike(self, words: ResultWords, rows: Sequence[BalanceRow]) -> str:
        """Both groups as they were before, side by side."""
        said = []
        for one in rows:
            money = one.trait.value == "margin"
            means = [_mean(value, words if money else None) for value in (one.sent, one.held)]
            text = self.tr("{trait} {sent} and {held}")
            said.append(text.format(trait=label_of(one.trait, BALANCE_WORDS, "Measures"), sent=means[0], held=means[1]))
        return self.tr("Before it was sent, in both groups: {list}.").format(list=self.tr(", ").join(said)) if said else ""


def _mean(value: float | None, words: ResultWords | None) -> str:
    if value is None:
        return EMPTY_CELL
    return format_number(value, 1) if words is None else words.money(value)
