"""Days and moments in the words of the window's language."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QLocale

from app.context import Clock
from app.domain.dates import DateStyle, format_date, format_time


def language() -> str:
    """ "ja" or "en": what the window speaks now."""
    return "ja" if QLocale().language() == QLocale.Language.Japanese else "en"


def day_text(day: date, style: DateStyle = DateStyle.TEXT, *, today: date | None = None) -> str:
    return format_date(day, language(), style, today=today)


def short_day(day: date, today: date) -> str:
    """11/18 within this year, 2025/11/18 before; English 18 Nov, 18 Nov 2025."""
    if language() == "ja":
        return f"{day.month}/{day.day}" if day.year == today.year else f"{day.year}/{day.month}/{day.day}"
    written = format_date(day, "en")
    return written.rsplit(" ", 1)[0] if day.year == today.year else written


def moment_text(moment: datetime, clock: Clock) -> str:
    """Day and time on the shop's clock."""
    local = moment.astimezone(clock.zone())
    return f"{format_date(local.date(), language(), DateStyle.TEXT, today=clock.today())} {format_time(local.time())}"
