"""How the days of the page of follow-ups are said."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.domain.care_page import DayLoad
from app.domain.care_words import CareSpeaker
from app.domain.marking import QT_TRANSLATE_NOOP
from app.views.labels import translated
from app.views.moments import day_text, language

CONTEXT = "CareDays"
_WEEKDAYS_JA, _WEEKDAYS_EN = "月火水木金土日", ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_COUNT = QT_TRANSLATE_NOOP("CareDays", "{count}")
_ALL_DONE = QT_TRANSLATE_NOOP("CareDays", "done")
_LEFT = QT_TRANSLATE_NOOP("CareDays", "{count} left")
_CLOSED = QT_TRANSLATE_NOOP("CareDays", "closed")
_TODAY = QT_TRANSLATE_NOOP("CareDays", "Today")
_NOTHING = QT_TRANSLATE_NOOP("CareDays", "—")
_SPOKEN = QT_TRANSLATE_NOOP("CareDays", "{day}: {done} done, {left} left")
_SPOKEN_CLOSED = QT_TRANSLATE_NOOP("CareDays", "{day}: closed, {done} done, {left} left")


def speaker(today: date) -> CareSpeaker:
    """Says rules and reasons in the window's language."""
    return CareSpeaker(QCoreApplication.translate, language(), today)


def weekday_text(number: int) -> str:
    return _WEEKDAYS_JA[number] if language() == "ja" else _WEEKDAYS_EN[number]


def cell_day(day: date, *, with_weekday: bool) -> str:
    """16日(月), 12/1(火) on the first of a month; English Mon 16, Tue 1 Dec."""
    if language() == "ja":
        number = f"{day.month}/1" if day.day == 1 else f"{day.day}日"
        return f"{number}({weekday_text(day.weekday())})" if with_weekday else number
    number = f"1 {day_text(day).split()[1]}" if day.day == 1 else str(day.day)
    return f"{weekday_text(day.weekday())} {number}" if with_weekday else number


def count_text(load: DayLoad) -> str:
    """11件; a dash where there is nothing."""
    return translated(CONTEXT, _COUNT, count=f"{load.total:,}") if load.total else translated(CONTEXT, _NOTHING)


def state_text(load: DayLoad) -> str:
    """What stands beside the number: done, so many left, closed."""
    if load.is_closed:
        return translated(CONTEXT, _CLOSED)
    if load.waiting:
        return translated(CONTEXT, _LEFT, count=f"{load.waiting:,}")
    return translated(CONTEXT, _ALL_DONE) if load.done else ""


def today_text() -> str:
    return translated(CONTEXT, _TODAY)


def spoken_load(load: DayLoad, today: date) -> str:
    """A day as a whole sentence, for readers."""
    said = _SPOKEN_CLOSED if load.is_closed else _SPOKEN
    return translated(CONTEXT, said, day=day_text(load.day, today=today), done=load.done, left=load.waiting)
