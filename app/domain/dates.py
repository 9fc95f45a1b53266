"""Dates as people type them in Japan and elsewhere. A reader returns the day or says what is wrong; it never guesses."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache

from app.domain.customers import PartialDate
from app.domain.eras import Era, day_in_era, era_named, era_year, is_within
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.numbers import EMPTY_CELL
from app.domain.text import is_japanese


class DateProblem(StrEnum):
    EMPTY = "empty"
    UNREADABLE = "unreadable"
    NO_SUCH_MONTH = "no_such_month"
    NO_SUCH_DAY = "no_such_day"
    OUTSIDE_ERA = "outside_era"
    IN_FUTURE = "in_future"
    AMBIGUOUS = "ambiguous"


PROBLEM_SENTENCES: Mapping[DateProblem, str] = {
    DateProblem.EMPTY: QT_TRANSLATE_NOOP("Formats", "Please enter a date."),
    DateProblem.UNREADABLE: QT_TRANSLATE_NOOP("Formats", "This could not be read as a date. Examples: 2026/11/20, R8.11.20, S48.11.8."),
    DateProblem.NO_SUCH_MONTH: QT_TRANSLATE_NOOP("Formats", "There is no such month. Please enter a month from 1 to 12."),
    DateProblem.NO_SUCH_DAY: QT_TRANSLATE_NOOP("Formats", "There is no such day in this month."),
    DateProblem.OUTSIDE_ERA: QT_TRANSLATE_NOOP("Formats", "The era does not have this day. Please check the era and the year."),
    DateProblem.IN_FUTURE: QT_TRANSLATE_NOOP("Formats", "This day is still to come. Please check the year."),
    DateProblem.AMBIGUOUS: QT_TRANSLATE_NOOP(
        "Formats", "Day and month could be read either way. Please enter the year first, as in 2026/11/20."
    ),
}


@dataclass(frozen=True, slots=True)
class DateError:
    """Why `text` is no day. `suggestion` is the day it would be if the era ran on (昭和64年2月1日 is 1989-02-01)."""

    problem: DateProblem
    text: str
    suggestion: date | None = None


class DateOrder(StrEnum):
    """What stands first where the year stands last: 11/20/2026 or 20/11/2026."""

    MDY = "mdy"
    DMY = "dmy"


@dataclass(frozen=True, slots=True)
class _Parts:
    """What was written, not yet checked; `year` counts in the era when there is one, None when no year was written."""

    year: int | None
    month: int
    day: int
    era: Era | None = None


_ERA = r"(?P<era>明治|大正|昭和|平成|令和|[明大昭平令㍾㍽㍼㍻㋿]|[MTSHRmtshr])"
_WEEKDAY = r"(?:\s*\([日月火水木金土](?:曜日?)?\)|\s*[日月火水木金土]曜日?)?"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_ERA}\s*(?P<year>\d{{1,2}}|元)\s*年\s*(?P<month>\d{{1,2}})\s*月\s*(?P<day>\d{{1,2}})\s*日?{_WEEKDAY}",
        rf"{_ERA}\.?\s*(?P<year>\d{{1,2}}|元)\s*[./\-]\s*(?P<month>\d{{1,2}})\s*[./\-]\s*(?P<day>\d{{1,2}}){_WEEKDAY}",
        rf"{_ERA}(?P<year>\d{{2}})(?P<month>\d{{2}})(?P<day>\d{{2}})",
        rf"(?P<year>\d{{4}})\s*年\s*(?P<month>\d{{1,2}})\s*月\s*(?P<day>\d{{1,2}})\s*日?{_WEEKDAY}",
        rf"(?P<year>\d{{4}})\s*[./\-]\s*(?P<month>\d{{1,2}})\s*[./\-]\s*(?P<day>\d{{1,2}}){_WEEKDAY}",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
    )
)
_YEAR_LAST = re.compile(r"(?P<first>\d{1,2})[./\-](?P<second>\d{1,2})[./\-](?P<year>\d{4})")
_NO_YEAR = re.compile(r"(?:--?)?(?P<month>\d{1,2})\s*(?:[./\-]|月)\s*(?P<day>\d{1,2})\s*日?")
_DAY_NAME = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s\-]+(?P<name>[a-z]{3,9})\.?[\s,\-]+(?P<year>\d{4})", re.IGNORECASE)
_NAME_DAY = re.compile(r"(?P<name>[a-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s,]+(?P<year>\d{4})", re.IGNORECASE)
_NAMED_NO_YEAR = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s\-]+(?P<name>[a-z]{3,9})\.?", re.IGNORECASE)
_TIME = re.compile(
    r"(?P<before>午前|午後|AM|PM)?\s*(?P<hour>\d{1,2})(?::|時)(?P<minute>\d{1,2})分?"
    r"(?::?(?P<second>\d{1,2})(?:\.\d+)?秒?)?\s*(?P<after>AM|PM)?(?:Z|[+\-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
_WITH_TIME = re.compile(r"(?P<day>.*?\S)(?:\s+|T)(?P<time>(?:午前|午後)?\s*\d{1,2}[:時].*)", re.IGNORECASE)
_MONTH_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
# What programs write; everything else takes the long way.
_WRITTEN_BY_PROGRAMS = re.compile(r"([0-9]{4})([/-])([0-9]{1,2})\2([0-9]{1,2})[ T]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?")
_SIGNS = str.maketrans({"−": "-", "‐": "-", "‑": "-", "–": "-", "ー": "-", "。": ".", "・": ".", "、": ".", "〳": "/"})


def _plain(text: str) -> str:
    # NFKC takes the one-character era signs apart (㍼ is 昭和), which is what is wanted here.
    return unicodedata.normalize("NFKC", text).translate(_SIGNS).strip()


def _month_named(name: str) -> int | None:
    short = name.casefold()
    matches = [number for number, month in enumerate(_MONTH_NAMES, start=1) if month == short or month[:3] == short]
    return 9 if short == "sept" else matches[0] if matches else None


def _year_first(plain: str) -> _Parts | None:
    for pattern in _PATTERNS:
        if match := pattern.fullmatch(plain):
            groups = match.groupdict()
            year = 1 if groups["year"] == "元" else int(groups["year"])
            era = era_named(groups["era"]) if groups.get("era") else None
            return _Parts(year, int(groups["month"]), int(groups["day"]), era)
    for pattern in (_DAY_NAME, _NAME_DAY):
        match = pattern.fullmatch(plain)
        if match and (month := _month_named(match["name"])):
            return _Parts(int(match["year"]), month, int(match["day"]))
    return None


def _year_last(plain: str, order: DateOrder | None) -> _Parts | DateProblem:
    match = _YEAR_LAST.fullmatch(plain)
    if match is None:
        return DateProblem.UNREADABLE
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if order is DateOrder.MDY or (order is None and second > 12):
        return _Parts(year, first, second)
    if order is DateOrder.DMY or first > 12 or first == second:
        return _Parts(year, second, first)
    return DateProblem.AMBIGUOUS


def _day_of(parts: _Parts, text: str) -> date | DateError:
    if not 1 <= parts.month <= 12:
        return DateError(DateProblem.NO_SUCH_MONTH, text)
    try:
        year = 2000 if parts.year is None else parts.year
        day = day_in_era(parts.era, year, parts.month, parts.day) if parts.era else date(year, parts.month, parts.day)
    except ValueError:
        return DateError(DateProblem.NO_SUCH_DAY if parts.year != 0 else DateProblem.UNREADABLE, text)
    if parts.era and not is_within(parts.era, day):
        return DateError(DateProblem.OUTSIDE_ERA, text, suggestion=day if parts.year else None)
    return day


def parse_date(text: str, *, today: date | None = None, order: DateOrder | None = None) -> date | DateError:
    """The day that `text` names.

    Year first with / - . or 年月日 or nothing between (20240203), Japanese eras as words or letters (R6.2.3, 令和元年5月1日),
    20 Nov 2026, Nov 20, 2026; digits of any width; a weekday or a time behind is ignored. With the year last the day must
    be above 12, or `order` must say what stands first. With `today`, a later day is IN_FUTURE.
    """
    found = _read_day(text, order)
    if today is not None and isinstance(found, date) and found > today:
        return DateError(DateProblem.IN_FUTURE, text)
    return found


# Days repeat in a long file, and reading one from a cache costs a tenth.
@lru_cache(maxsize=16384)
def _read_day(text: str, order: DateOrder | None) -> date | DateError:
    plain = _plain(text)
    if not plain:
        return DateError(DateProblem.EMPTY, text)
    with_time = _WITH_TIME.fullmatch(plain)
    if with_time and parse_time(with_time["time"]) is not None:
        plain = with_time["day"]
    parts = _year_first(plain) or _year_last(plain, order)
    return DateError(parts, text) if isinstance(parts, DateProblem) else _day_of(parts, text)


def parse_partial_date(text: str, *, today: date | None = None, order: DateOrder | None = None) -> PartialDate | DateError:
    """Like `parse_date`; month and day alone ("6/2", "6月2日", "--06-02", "2 June") give a day without a year."""
    plain = _plain(text)
    parts: _Parts | None = None
    if match := _NO_YEAR.fullmatch(plain):
        month, day = int(match["month"]), int(match["day"])
        parts = _Parts(None, day, month) if order is DateOrder.DMY and not plain.startswith("-") else _Parts(None, month, day)
    elif (match := _NAMED_NO_YEAR.fullmatch(plain)) and (named := _month_named(match["name"])):
        parts = _Parts(None, named, int(match["day"]))
    found = parse_date(text, today=today, order=order) if parts is None else _day_of(parts, text)
    if isinstance(found, DateError):
        return found
    return PartialDate(found.year if parts is None else None, found.month, found.day)


def parse_time(text: str) -> time | None:
    """A time of day ("8:26", "08:26:00", "午後3:05", "3:05 PM", "8時26分"); None when it is none. Parts of a second are dropped."""
    match = _TIME.fullmatch(_plain(text))
    if match is None:
        return None
    hour, half = int(match["hour"]), (match["before"] or match["after"] or "").casefold()
    if half in ("午後", "pm") and hour < 12:
        hour += 12
    elif half in ("午前", "am") and hour == 12:
        hour = 0
    try:
        return time(hour, int(match["minute"]), int(match["second"] or 0))
    except ValueError:
        return None


def parse_datetime(text: str, *, order: DateOrder | None = None) -> datetime | DateError:
    """Day and time as written; a day alone is its midnight. An unreadable time makes the whole unreadable.

    An offset behind the time ("+09:00", "Z") is read past: the clock on the receipt counts.
    """
    return _read_moment(text, order)


@lru_cache(maxsize=16384)
def _read_moment(text: str, order: DateOrder | None) -> datetime | DateError:
    if match := _WRITTEN_BY_PROGRAMS.fullmatch(text):
        year, _sign, month, number, hour, minute, second = match.groups()
        try:
            return datetime(int(year), int(month), int(number), int(hour), int(minute), int(second or 0))
        except ValueError:
            # The long way says what is wrong with it.
            pass
    day = _read_day(text, order)
    if isinstance(day, DateError):
        return day
    with_time = _WITH_TIME.fullmatch(_plain(text))
    moment = parse_time(with_time["time"]) if with_time else None
    return datetime.combine(day, moment or time())


def excel_serial_to_datetime(serial: float, *, from_1904: bool = False) -> datetime | DateError:
    """The moment that a spreadsheet means by a number of days, to the second.

    Day 60 of the 1900 system is 29 February 1900, which never was, and the days before it are one off in every
    spreadsheet; so readable numbers begin at 61 (1 March 1900). Years above 2199 are taken for other numbers.
    """
    epoch = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)
    lowest = 0 if from_1904 else 61
    if not lowest <= serial < 109_572:
        return DateError(DateProblem.UNREADABLE, str(serial))
    return epoch + timedelta(seconds=round(serial * 86_400))


def guess_order(texts: Iterable[str]) -> DateOrder | None:
    """What stands first in a column of dates with the year last; None when no text decides, or two contradict each other."""
    found: set[DateOrder] = set()
    for text in texts:
        if match := _YEAR_LAST.match(_plain(text)):
            if int(match["first"]) > 12:
                found.add(DateOrder.DMY)
            elif int(match["second"]) > 12:
                found.add(DateOrder.MDY)
    return found.pop() if len(found) == 1 else None


class DateStyle(StrEnum):
    TEXT = "text"
    TABLE = "table"
    ERA = "era"
    MONTH = "month"


_WEEKDAYS = "月火水木金土日"


def _era_text(day: date) -> str:
    named = era_year(day)
    if named is None:
        return f"{day.year}年{day.month}月{day.day}日"
    era, year = named
    return f"{era.name}{'元' if year == 1 else year}年{day.month}月{day.day}日"


def format_date(day: date, language: str, style: DateStyle = DateStyle.TABLE, *, today: date | None = None) -> str:
    """A day as people read it: 11月20日(金) in text, 2026/11/20 in tables, 令和8年11月20日, 2026年11月; English 20 Nov 2026.

    In Japanese text the year is left out, except where `today` is of another year.
    """
    if not is_japanese(language):
        # Not strftime: month names must not depend on the locale of the machine.
        month = _MONTH_NAMES[day.month - 1][:3].capitalize()
        return f"{month} {day.year}" if style is DateStyle.MONTH else f"{day.day} {month} {day.year}"
    if style is DateStyle.TABLE:
        return f"{day.year}/{day.month:02d}/{day.day:02d}"
    if style is DateStyle.ERA:
        return _era_text(day)
    if style is DateStyle.MONTH:
        return f"{day.year}年{day.month}月"
    year = f"{day.year}年" if today is not None and today.year != day.year else ""
    return f"{year}{day.month}月{day.day}日({_WEEKDAYS[day.weekday()]})"


def format_birthday(birthday: PartialDate | None, language: str, *, today: date) -> str:
    """昭和33年6月2日(68歳) or 2 Jun 1958 (68); without a year 6月2日 or 2 Jun; a dash when unknown."""
    if birthday is None:
        return EMPTY_CELL
    if birthday.year is None:
        if is_japanese(language):
            return f"{birthday.month}月{birthday.day}日"
        return f"{birthday.day} {_MONTH_NAMES[birthday.month - 1][:3].capitalize()}"
    born = date(birthday.year, birthday.month, birthday.day)
    age = age_on(birthday, today)
    written = format_date(born, language, DateStyle.ERA)
    if age is None:
        return written
    return f"{written}({age}歳)" if is_japanese(language) else f"{written} ({age})"


def age_on(birthday: PartialDate, today: date) -> int | None:
    """Full years on `today`; None without a year or before birth. Born on 29 February: older on 1 March of short years."""
    if birthday.year is None:
        return None
    years = today.year - birthday.year - ((today.month, today.day) < (birthday.month, birthday.day))
    return years if years >= 0 else None


def next_birthday(birthday: PartialDate, today: date) -> date:
    """The first birthday on or after `today`; 29 February is kept on the 28th of short years."""
    this_year = _in_year(birthday, today.year)
    return this_year if this_year >= today else _in_year(birthday, today.year + 1)


def _in_year(birthday: PartialDate, year: int) -> date:
    return date(year, birthday.month, min(birthday.day, monthrange(year, birthday.month)[1]))


def format_time(moment: time | datetime) -> str:
    return f"{moment.hour}:{moment.minute:02d}"


def format_datetime(moment: datetime, language: str) -> str:
    """2026/11/20 9:05 or 20 Nov 2026, 9:05."""
    return f"{format_date(moment.date(), language)}{' ' if is_japanese(language) else ', '}{format_time(moment)}"
