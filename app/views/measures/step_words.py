"""Sentences that several steps of the wizard say."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from app.domain.formats import CountUnit, format_count
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.measure_audience import FIGURE_WORDS, AudienceFigure, LeftOutReason, figure_of
from app.domain.measure_results import COUNTS_ONLY_BELOW, VERDICT_FROM
from app.domain.measures import Audience, AudiencePlan, MeasureChannel
from app.domain.numbers import format_number
from app.views.labels import label_of
from app.views.moments import language
from app.views.theme import Tone

_SHORT_REASONS: Mapping[LeftOutReason, str] = {
    LeftOutReason.GONE: QT_TRANSLATE_NOOP("LeftOut", "not a customer any more"),
    LeftOutReason.REFUSED: QT_TRANSLATE_NOOP("LeftOut", "no wish for it"),
    LeftOutReason.NO_CONSENT: QT_TRANSLATE_NOOP("LeftOut", "no consent to e-mail yet"),
    LeftOutReason.MOURNING: QT_TRANSLATE_NOOP("LeftOut", "in mourning"),
    LeftOutReason.OTHER_MEASURE: QT_TRANSLATE_NOOP("LeftOut", "in another campaign"),
    LeftOutReason.ADDRESS: QT_TRANSLATE_NOOP("LeftOut", "address not usable"),
    LeftOutReason.NO_CONTACT: QT_TRANSLATE_NOOP("LeftOut", "no number or e-mail"),
    LeftOutReason.MAILED_LATELY: QT_TRANSLATE_NOOP("LeftOut", "in touch with us lately"),
    LeftOutReason.SAME_HOUSEHOLD: QT_TRANSLATE_NOOP("LeftOut", "same household"),
    LeftOutReason.UNPRINTABLE: QT_TRANSLATE_NOOP("LeftOut", "cannot be printed"),
}


def reason_word(reason: LeftOutReason) -> str:
    """Within a sentence."""
    return label_of(reason, _SHORT_REASONS, "LeftOut")


def figure_word(stored: str) -> str:
    """A ready-made list by its name; a list of a product group says which."""
    figure, group = figure_of(stored)
    if figure is None:
        return stored
    return group if figure is AudienceFigure.BOUGHT_GROUP and group else label_of(figure, FIGURE_WORDS, "Measures")


class StepWords(QObject):
    def people(self, count: int) -> str:
        return format_count(count, CountUnit.CUSTOMERS, language())

    def audience(self, plan: AudiencePlan, groups: Mapping[int, str]) -> str:
        """How the list is called."""
        if plan.source is Audience.FIGURE:
            return figure_word(plan.figure)
        if plan.source is Audience.GROUP:
            return groups.get(plan.group_id or 0, plan.words)
        return plan.words or self.tr("Exactly these people")

    def effect(self, amount: str, rate: float | None, smaller: int) -> str:
        """What the smallest effect means. With few people it is told only as a reference."""
        if smaller < COUNTS_ONLY_BELOW:
            return self.tr("With so few people only counts can be told afterwards.")
        words = self.tr("If each one brings {amount} more profit, the campaign shows it in four cases of five.").format(amount=amount)
        if rate is not None and rate > 0:
            points = format_number(100 * rate, 0)
            words += self.tr(" Of those who come that is about {points} percentage points.").format(points=points)
        if smaller < VERDICT_FROM:
            words += self.tr(" It will be told for reference, without a verdict.")
        return words

    def quality(self, sent: int, held: int, best: float, seen: float | None) -> tuple[str, Tone]:
        """What can be said with such a split; `best` of any split."""
        smaller = min(sent, held)
        if not held:
            return self.tr("The effect will stay unknown"), Tone.DANGER
        if smaller < COUNTS_ONLY_BELOW:
            return self.tr("Counts only, no comparison"), Tone.WARN
        if smaller < VERDICT_FROM:
            return self.tr("For reference only, no verdict"), Tone.WARN
        if seen is not None and seen <= 1.05 * best:
            return self.tr("Even small effects are found"), Tone.TEXT2
        return self.tr("More people get it, a little less is found"), Tone.TEXT2

    def held_title(self, channel: MeasureChannel) -> str:
        return {
            MeasureChannel.POSTCARD: self.tr("Decide who gets no card, to compare with"),
            MeasureChannel.LETTER: self.tr("Decide who gets no letter, to compare with"),
            MeasureChannel.POINTS: self.tr("Decide who gets no points, to compare with"),
            MeasureChannel.CALLS: self.tr("Decide who is not called, to compare with"),
            MeasureChannel.EMAIL: self.tr("Decide who gets no e-mail, to compare with"),
            MeasureChannel.LIST: self.tr("Decide who is left out, to compare with"),
        }[channel]
