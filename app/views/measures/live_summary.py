"""The plan as it stands, beside every step: people, cost, what can be seen with it, and when the verdict is known."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.measure_cost import CostLines, MeasureCost
from app.domain.measures import BY_POST
from app.domain.money import JPY, Currency
from app.domain.numbers import format_number
from app.views.measures.list_words import channel_word, money
from app.views.measures.step_words import StepWords, reason_word
from app.views.measures.wizard_desk import Desk
from app.views.moments import day_text, language
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.card import Card
from app.views.widgets.labels import Text, WrapLabel
from app.views.widgets.layouts import STRETCH, ScrollColumn, boxed, hairline, row, set_shown
from app.views.widgets.summary import AmountLines, SummaryLine

_BAR = 8


class SplitBar(QWidget):
    """How many get it and how many are held back: one bar in two parts as large as they are, its words below, where they always fit."""

    def __init__(self) -> None:
        super().__init__()
        self._sent = self._held = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)

    def show_split(self, sent: int, held: int) -> None:
        self._sent, self._held = sent, held
        self.setAccessibleName(f"{self._sent_words()} {self._held_words()}")
        self.update()

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        return QSize(theme.px(160), theme.px(_BAR + 3) + theme.metrics(TextStyle.CAPTION_BOLD).height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme_of(self).px(100), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        tokens, bar = theme.tokens, theme.px(_BAR)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for area, fill in zip(self.parts(), (tokens.primary, tokens.line_strong), strict=False):
            painter.setBrush(QColor(fill))
            painter.drawRoundedRect(area, theme.px(2), theme.px(2))
        painter.setFont(theme.font(TextStyle.CAPTION_BOLD))
        below = QRectF(0, bar + theme.px(3), self.width(), self.height() - bar - theme.px(3))
        painter.setPen(QColor(tokens.primary))
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._sent_words())
        if self._held:
            painter.setPen(QColor(tokens.text2))
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._held_words())
        painter.end()

    def parts(self) -> list[QRectF]:
        """Where the bar is filled for those who get it, and for those held back."""
        theme = theme_of(self)
        bar, gap = theme.px(_BAR), theme.px(2)
        if not self._held:
            return [QRectF(0, 0, self.width(), bar)]
        room = self.width() - gap
        # However few: a part that is there is seen.
        sent = max(gap, min(room - gap, room * self._sent / (self._sent + self._held)))
        return [QRectF(0, 0, sent, bar), QRectF(sent + gap, 0, room - sent, bar)]

    def _sent_words(self) -> str:
        return self.tr("Sent to %n", "", self._sent)

    def _held_words(self) -> str:
        return self.tr("Held back %n", "", self._held)


class LiveSummary(Card):
    """`left_out_requested`: those left out are to be looked at."""

    left_out_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("The plan now"))
        self._desk = desk
        self._words = StepWords(self)
        self._build()
        desk.changed.connect(self.show_plan)
        self.show_plan()

    def show_plan(self) -> None:
        self._show_people()
        self._show_cost()
        self._show_effect()
        day = self._desk.verdict_on
        self.day.setText(day_text(day, today=self._desk.today))
        after = self.tr("%n day(s) after it is sent", "", self._desk.plan.window_days)
        self.after.setText(after if self._desk.held else self.tr("The days are counted, but without a comparison"))

    def _build(self) -> None:
        self.people = SummaryLine(self.tr("People"))
        self.bar = SplitBar()
        self.left_out = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.cost = SummaryLine(self.tr("Cost"))
        self.lines = AmountLines()
        self.effect = SummaryLine(self.tr("Effect that can be seen"))
        self.effect_words = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.day = Text("", TextStyle.BODY_BOLD)
        self.after = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        scroll = ScrollColumn(gap=6)
        known = boxed(row(Text(self.tr("Verdict known on"), TextStyle.BODY, Tone.TEXT2), STRETCH, self.day, gap=6))
        parts: list[QWidget] = [self.people, self.bar, self.left_out, hairline(), self.cost, self.lines, hairline()]
        for part in (*parts, self.effect, self.effect_words, hairline(), known, self.after):
            scroll.body.addWidget(part)
        scroll.body.addStretch(1)
        self.add(scroll, 1)

    def _show_people(self) -> None:
        view = self._desk.audience
        set_shown(self.bar, bool(self._desk.people))
        if view is None:
            self.people.set("…" if self._desk.is_counting else "—")
            self.left_out.setText("")
            return
        self.people.set(self._words.people(view.count))
        self.bar.show_split(self._desk.sent, self._desk.held)
        self.left_out.setText(self._left_out())
        set_shown(self.left_out, bool(self.left_out.text()))

    def _left_out(self) -> str:
        view = self._desk.audience
        if view is None:
            return ""
        out = sum(len(ids) for ids in view.left_out.values())
        if not out:
            return ""
        counted = sorted(view.left_out.items(), key=lambda item: -len(item[1]))
        reasons = [f"{reason_word(reason)} {format_number(len(ids))}" for reason, ids in counted if ids]
        said = "・".join(reasons) if language() == "ja" else ", ".join(reasons)
        words = self.tr("Of {all} people %n are left out ({reasons}).", "", out)
        return words.format(all=format_number(view.chosen), reasons=said)

    def _show_cost(self) -> None:
        desk = self._desk
        currency = JPY if desk.around is None else desk.around.currency
        lines = desk.lines()
        self.cost.set(money(lines.total, currency))
        self.lines.clear()
        for label, amount in self._cost_lines(lines, desk.plan.cost):
            self.lines.add(label, money(amount, currency))
        set_shown(self.lines, bool(lines.total))

    def _cost_lines(self, lines: CostLines, cost: MeasureCost) -> list[tuple[str, int]]:
        desk = self._desk
        currency: Currency = JPY if desk.around is None else desk.around.currency
        sent, each = desk.sent, cost.postage + cost.printing
        found: list[tuple[str, int]] = []
        if lines.postage + lines.printing:
            name = channel_word(desk.plan.channel) if desk.plan.channel in BY_POST else self.tr("Material")
            words = self.tr("{piece} {price} × {count}").format(piece=name, price=money(each, currency), count=format_number(sent))
            found.append((words, lines.postage + lines.printing))
        if lines.incentives:
            found.append((self._incentive_words(cost, currency), lines.incentives))
        if lines.labour:
            hours = (cost.minutes * sent + cost.minutes_once) / 60
            found.append((self.tr("Work, {hours} hours").format(hours=format_number(hours, 1)), lines.labour))
        found += [(self.tr("Once, for this window"), lines.initial)] if lines.initial else []
        found += [(self.tr("Running"), lines.running)] if lines.running else []
        return found

    def _incentive_words(self, cost: MeasureCost, currency: Currency) -> str:
        if cost.points and not cost.offer:
            return self.tr("Points, as far as they are used")
        users = round(cost.offer_share * self._desk.sent)
        return self.tr("Offer {price}, about %n", "", users).format(price=money(cost.offer, currency))

    def _show_effect(self) -> None:
        desk = self._desk
        currency = JPY if desk.around is None else desk.around.currency
        seen = desk.seen_from()
        if not desk.held or seen.margin is None:
            self.effect.set("—")
            nobody = bool(desk.people) and not desk.held
            words = self.tr("Nobody is held back, so the effect will stay unknown.") if nobody else ""
            self.effect_words.set_tone(Tone.DANGER)
            self.effect_words.setText(words)
            return
        amount = money(seen.margin, currency)
        self.effect.set(self.tr("{amount} or more").format(amount=amount))
        self.effect_words.set_tone(Tone.TEXT2)
        self.effect_words.setText(self._words.effect(amount, seen.rate, min(desk.sent, desk.held)))
