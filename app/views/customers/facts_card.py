"""How it stands with a customer: the health of the bond, last visit, rhythm, points, purchases, what one visit brings, and since when
the status beside the name has held."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.customer_rows import CustomerView
from app.domain.dates import DateStyle
from app.domain.explanations import CONTEXT, EXPLANATIONS, Figure
from app.domain.figures import CustomerFacts
from app.domain.formats import EMPTY_CELL, CountUnit, format_count, format_day_relative
from app.domain.money import currency_of, format_money
from app.domain.numbers import format_number
from app.domain.rhythm import RhythmSource
from app.domain.surveys import DETRACTOR_TO
from app.views.customers.health_block import HealthBlock
from app.views.labels import translated
from app.views.labels_customers import chip_word, reason_sentence
from app.views.moments import day_text, language, short_day
from app.views.people.due_again import due_text
from app.views.surveys.answer_words import voice_text
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.card import Card
from app.views.widgets.explanation import Explanation, ExplanationButton
from app.views.widgets.labels import ElidedLabel
from app.views.widgets.layouts import STRETCH, VerticalHairline, boxed, column, row, set_shown

GROUPS_NAMED = 4
DUE_NAMED = 2
LAPSES_SOON_DAYS = 60
FIVE_FACTS_FROM = 1020
FOUR_FACTS_FROM = 740
WITHOUT_POINTS = 130
GAP = 14


class Fact(QWidget):
    """A label, a number, and what it means."""

    def __init__(self, label: str, figure: Figure | None = None) -> None:
        super().__init__()
        self.label = ElidedLabel(label, TextStyle.CAPTION, Tone.TEXT2)
        self.value = ElidedLabel(EMPTY_CELL, TextStyle.DIALOG_TITLE)
        self.note = ElidedLabel("", TextStyle.CAPTION, Tone.TEXT2)
        # As high as a button, so that labels with and without one stand on one line.
        head = row(self.label, _Strut(), gap=2)
        if figure is not None:
            head.addWidget(ExplanationButton(_explanation(figure)))
        head.addStretch(1)
        self.setLayout(column(head, self.value, self.note, gap=0))

    def set(self, value: str, note: str) -> None:
        self.value.setText(value)
        self.note.setText(note)


class _Strut(QWidget):
    """Nothing, as high as the ⓘ."""

    def sizeHint(self) -> QSize:
        return QSize(0, theme_of(self).px(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class FactsCard(Card):
    weights_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.health = HealthBlock()
        self.health.weights_requested.connect(self.weights_requested)
        self.last = Fact(self.tr("Last visit"))
        self.rhythm = Fact(self.tr("Between visits"), Figure.RHYTHM)
        self.amount = Fact(self.tr("Purchases in all"), Figure.TOTAL_AMOUNT)
        self.average = Fact(self.tr("Per purchase"), Figure.AVERAGE_AMOUNT)
        self.points = Fact(self.tr("Points"))
        self._rhythm_line, self._points_line, self._average_line = (VerticalHairline() for _place in range(3))
        facts = row(gap=GAP)
        facts.addWidget(self.health, 8)
        lines = {self.rhythm: self._rhythm_line, self.points: self._points_line, self.average: self._average_line}
        for fact in (self.last, self.rhythm, self.points, self.amount, self.average):
            facts.addWidget(lines.get(fact) or VerticalHairline())
            facts.addWidget(fact, 5 if fact is self.amount else 4)
        self.status = ElidedLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.profit = ElidedLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.due = ElidedLabel("", TextStyle.CAPTION, Tone.TEXT2)
        profit = row(self.profit, ExplanationButton(_explanation(Figure.LIFETIME_PROFIT)), gap=2)
        profit.addStretch(1)
        self._profit = boxed(profit)
        self.voice = ElidedLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.add(boxed(column(STRETCH, facts, 4, self.status, self._profit, self.due, self.voice, STRETCH, gap=0)))

    def show_customer(self, view: CustomerView, today: date) -> None:
        facts, currency = view.facts, currency_of(view.currency)
        self.health.show_health(view.health)
        self.status.setText(self._status_text(facts, today))
        if facts.last_day is None:
            self.last.set(EMPTY_CELL, self.tr("No visit yet"))
        else:
            day = day_text(facts.last_day, DateStyle.TEXT, today=today)
            self.last.set(format_day_relative(facts.last_day, today, language()), day)
        self._show_rhythm(facts)
        self._show_points(view, today)
        self._show_depth(view)
        self._show_due(view, today)
        self._show_voice(view, today)
        times = format_count(facts.visits, CountUnit.TIMES, language())
        since = self._since(facts, today)
        note = self.tr("{times} · {since}").format(times=times, since=since) if since else times
        self.amount.set(format_money(facts.amount, currency, language()), note)
        average = EMPTY_CELL if facts.average is None else format_money(facts.average, currency, language())
        receipts = self.tr("on average of %n receipt(s)", "", facts.receipts)
        self.average.set(average, receipts if facts.receipts else "")

    def minimumSizeHint(self) -> QSize:
        """Without what goes when there is no room, or it would never be given so little."""
        whole, gap = super().minimumSizeHint(), theme_of(self).px(GAP)
        optional = ((self.average, self._average_line), (self.rhythm, self._rhythm_line))
        spare = sum(fact.minimumSizeHint().width() + line.minimumWidth() + 2 * gap for fact, line in optional if not fact.isHidden())
        return QSize(whole.width() - spare, whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is no room for all facts, the average goes without first; then the usual gap, which the status names."""
        px, points = theme_of(self).px, not self.points.isHidden()
        for part in (self.average, self._average_line):
            set_shown(part, self.width() >= px(FIVE_FACTS_FROM if points else FIVE_FACTS_FROM - WITHOUT_POINTS))
        for part in (self.rhythm, self._rhythm_line):
            set_shown(part, self.width() >= px(FOUR_FACTS_FROM if points else FOUR_FACTS_FROM - WITHOUT_POINTS))

    def _show_points(self, view: CustomerView, today: date) -> None:
        for part in (self.points, self._points_line):
            set_shown(part, view.points is not None)
        self._fit()
        if view.points is None:
            return
        standing = view.points.standing
        lapse, note = standing.next_lapse, ""
        if lapse is not None and lapse.expires is not None:
            points, day = format_number(lapse.left), short_day(lapse.expires, today)
            note = self.tr("{points} up to {day}").format(points=points, day=day)
        self.points.set(format_number(standing.balance), note)
        is_soon = lapse is not None and lapse.expires is not None and (lapse.expires - today).days <= LAPSES_SOON_DAYS
        self.points.note.set_tone(Tone.ACCENT if is_soon else Tone.TEXT2)

    def _show_depth(self, view: CustomerView) -> None:
        depth = view.depth
        set_shown(self._profit, depth is not None and bool(view.facts.receipts))
        if depth is None:
            return
        profit = format_money(depth.profit, currency_of(view.currency), language())
        if not depth.groups:
            self.profit.setText(self.tr("Gross profit so far {profit}").format(profit=profit))
            return
        named = self.tr(", ").join(depth.groups[:GROUPS_NAMED])
        words = self.tr("Gross profit so far {profit} · %n product group(s): {groups}", "", len(depth.groups))
        self.profit.setText(words.format(profit=profit, groups=named))

    def _show_due(self, view: CustomerView, today: date) -> None:
        self.due.setText(due_text(view.due[:DUE_NAMED], today))
        set_shown(self.due, bool(view.due))

    def _show_voice(self, view: CustomerView, today: date) -> None:
        """What the customer said last: the remark stands beside the score."""
        words = voice_text(view.voice, today)
        self.voice.setText(words)
        set_shown(self.voice, bool(words))
        is_low = view.voice.nps is not None and view.voice.nps <= DETRACTOR_TO
        self.voice.set_tone(Tone.WARN if is_low else Tone.TEXT2)

    def _status_text(self, facts: CustomerFacts, today: date) -> str:
        """The word beside the name, why it stands there, and since when it has."""
        status = facts.status
        reason = reason_sentence(status.reason)
        parts = {"status": chip_word(status.chip)[0], "reason": reason}
        if status.since is None:
            return self.tr("{status}: {reason}").format(**parts)
        since = day_text(status.since, DateStyle.TEXT, today=today)
        return self.tr("{status} since {day}: {reason}").format(day=since, **parts)

    def _show_rhythm(self, facts: CustomerFacts) -> None:
        if facts.rhythm is None:
            self.rhythm.set(EMPTY_CELL, self.tr("known after some visits"))
            return
        notes = {
            RhythmSource.OWN: self.tr("this customer's usual"),
            RhythmSource.SEGMENT: self.tr("usual of similar customers"),
            RhythmSource.SHOP: self.tr("usual of the shop"),
        }
        self.rhythm.set(format_count(facts.rhythm.shown_days, CountUnit.DAYS, language()), notes[facts.rhythm.source])

    def _since(self, facts: CustomerFacts, today: date) -> str:
        """How long the customer has been coming, in years and months."""
        if facts.first_day is None:
            return ""
        months = (today.year - facts.first_day.year) * 12 + today.month - facts.first_day.month - (today.day < facts.first_day.day)
        years, rest = divmod(max(months, 0), 12)
        if years and rest:
            return self.tr("{years} yr {months} mo").format(years=years, months=rest)
        if years:
            return self.tr("%n year(s)", "", years)
        return self.tr("%n month(s)", "", rest) if rest else self.tr("since this month")


def _explanation(figure: Figure) -> Explanation:
    words = EXPLANATIONS[figure]
    texts = (translated(CONTEXT, text) if text else "" for text in (words.title, words.words, words.example, words.formula))
    return Explanation(*texts)
