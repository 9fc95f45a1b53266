"""How measures are called on the screen: their aims, channels, and how far each is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject

from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.measure_results import Verdict
from app.domain.measures import CHANNEL_LABELS, KIND_LABELS, MeasureChannel, MeasureKind, MeasureRow, MeasureState
from app.domain.money import JPY, Currency, format_money
from app.views.labels import label_of
from app.views.moments import day_text, language
from app.views.tokens import Tone

VERDICT_CHIPS: Mapping[Verdict, str] = {
    Verdict.WORKS: QT_TRANSLATE_NOOP("Measures", "Works"),
    Verdict.NOT_YET_CLEAR: QT_TRANSLATE_NOOP("Measures", "Not yet clear"),
    Verdict.MAY_HAVE_DONE_HARM: QT_TRANSLATE_NOOP("Measures", "May have done harm"),
    Verdict.REFERENCE: QT_TRANSLATE_NOOP("Measures", "For reference"),
    Verdict.NO_HOLDOUT: QT_TRANSLATE_NOOP("Measures", "No comparison"),
}
VERDICT_TONES: Mapping[Verdict, Tone] = {
    Verdict.WORKS: Tone.OK,
    Verdict.NOT_YET_CLEAR: Tone.NEUTRAL,
    Verdict.MAY_HAVE_DONE_HARM: Tone.DANGER,
    Verdict.REFERENCE: Tone.WARN,
    Verdict.NO_HOLDOUT: Tone.DANGER,
}


def kind_word(kind: MeasureKind) -> str:
    return label_of(kind, KIND_LABELS, "Measures")


def channel_word(channel: MeasureChannel) -> str:
    return label_of(channel, CHANNEL_LABELS, "Measures")


def money(minor: float, currency: Currency = JPY) -> str:
    return format_money(round(minor), currency, language())


class MeasureWords(QObject):
    """Sentences about one measure of the list."""

    def day_of(self, row: MeasureRow, today: date) -> str:
        """How far a running one is; the day it is sent is the first."""
        day = min(row.days, row.day_of_window(today) + 1)
        return self.tr("Day {day} of {days}").format(day=day, days=row.days)

    def verdict_on(self, row: MeasureRow, today: date) -> str:
        """Where nobody is held back there will be none."""
        if row.ends_on is None:
            return ""
        words = self.tr("Verdict on {day}") if row.held else self.tr("Counted until {day}")
        return words.format(day=day_text(row.ends_on, today=today))

    def chip(self, row: MeasureRow, today: date, verdict: Verdict | None) -> tuple[str, Tone] | None:
        """None while it runs: then the days say it."""
        if row.state is MeasureState.DRAFT:
            return self.tr("Draft"), Tone.ACCENT
        if row.state is MeasureState.STOPPED:
            return self.tr("Stopped"), Tone.NEUTRAL
        if row.sent_on is not None and today < row.sent_on:
            return self.tr("From {day}").format(day=day_text(row.sent_on, today=today)), Tone.INFO
        if row.is_running(today):
            return None
        if verdict is not None:
            return label_of(verdict, VERDICT_CHIPS, "Measures"), VERDICT_TONES[verdict]
        return self.tr("Result known"), Tone.INFO

    def detail(self, row: MeasureRow, today: date, currency: Currency) -> str:
        if row.state is MeasureState.DRAFT:
            return self.tr("Not started, changed {day}").format(day=day_text(row.updated_on, today=today))
        parts = [self.tr("%n sent to", "", row.people - row.held), self.tr("%n held back", "", row.held)]
        if row.sent_on is not None:
            parts.insert(0, day_text(row.sent_on, today=today))
        parts += [money(row.cost, currency)] if row.cost else []
        parts += [self.tr("drawn outside")] if row.is_outside else []
        return " · ".join(parts)
