"""Answers in the words of the window: scores, where they came from, what was said to a question."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.numbers import format_number
from app.domain.survey_answers import CustomerVoice, ResponseView
from app.domain.surveys import ResponseSource
from app.views.labels import label_of, translated
from app.views.moments import short_day

CONTEXT = "Answers"
SOURCES: Mapping[ResponseSource, str] = {
    ResponseSource.KEYBOARD: QT_TRANSLATE_NOOP("Answers", "Typed in"),
    ResponseSource.SCAN: QT_TRANSLATE_NOOP("Answers", "Scanned"),
    ResponseSource.IMPORT: QT_TRANSLATE_NOOP("Answers", "Brought in from a file"),
    ResponseSource.TALK: QT_TRANSLATE_NOOP("Answers", "Noted in a talk"),
}


def source_word(source: ResponseSource) -> str:
    return label_of(source, SOURCES, CONTEXT)


def nps_text(score: int) -> str:
    return _say(QT_TRANSLATE_NOOP("Answers", "Recommends {score}/10"), score=score)


def satisfaction_text(mean: float) -> str:
    return _say(QT_TRANSLATE_NOOP("Answers", "Satisfied {mean}/5"), mean=format_number(mean, 1))


def quoted(words: str) -> str:
    return _say(QT_TRANSLATE_NOOP("Answers", "“{words}”"), words=" ".join(words.split()))


def said_text(view: ResponseView) -> str:
    """Scores and remark of one sheet in a line; of a talk what was noted. Empty where neither was given."""
    nps, mean = view.nps, view.satisfaction
    words = view.remark or view.note
    parts = (
        "" if nps is None else nps_text(nps),
        "" if mean is None else satisfaction_text(mean),
        quoted(words) if words else "",
    )
    return dotted(*parts)


def voice_text(voice: CustomerVoice, today: date) -> str:
    """The latest scores with their days, and what was written last beside them."""
    parts = []
    if voice.nps is not None and voice.nps_day is not None:
        parts.append(_dated(nps_text(voice.nps), voice.nps_day, today))
    if voice.satisfaction is not None and voice.satisfaction_day is not None:
        parts.append(_dated(satisfaction_text(voice.satisfaction), voice.satisfaction_day, today))
    if voice.remark and voice.remark_day is not None:
        parts.append(_dated(quoted(voice.remark), voice.remark_day, today))
    return dotted(*parts)


def dotted(*parts: str) -> str:
    return _say(QT_TRANSLATE_NOOP("Answers", " · ")).join(part for part in parts if part)


def _dated(words: str, day: date, today: date) -> str:
    return _say(QT_TRANSLATE_NOOP("Answers", "{words} ({day})"), words=words, day=short_day(day, today))


def _say(source: str, **values: object) -> str:
    return translated(CONTEXT, source, **values)
