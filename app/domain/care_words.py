"""Rules and what they make in words, in either language: the sentence of a rule with its words to be pressed, what to do, and why."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from app.domain.care import RuleFields, RuleKind
from app.domain.care_purposes import DO_FOR, DO_PLAIN, PATTERNS, PURPOSES, REASONS, RULE_NAMES, WHOLE
from app.domain.dates import format_date
from app.domain.follow_ups import FollowUpKind
from app.domain.formats import CountUnit, format_count
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.numbers import format_number
from app.domain.pressable import PLACE, PressableWords, pressable
from app.domain.stored import is_member, is_number
from app.domain.text import is_japanese

CONTEXT = "Care"


class NumberSays(Enum):
    """What the number of a rule is a number of."""

    DAYS_AFTER = "days_after"
    DAYS_BEFORE = "days_before"
    DAYS_LATE = "days_late"
    DAYS = "days"
    TIMES_RHYTHM = "times_rhythm"
    AT_MOST = "at_most"
    TIMES_A_YEAR = "times_a_year"
    POINTS = "points"


NUMBER_SAYS: Mapping[RuleKind, NumberSays] = {
    RuleKind.FIRST_VISIT: NumberSays.DAYS_AFTER,
    RuleKind.AFTER_VISIT: NumberSays.DAYS_AFTER,
    RuleKind.BIRTHDAY: NumberSays.DAYS_BEFORE,
    RuleKind.ANNIVERSARY: NumberSays.DAYS_BEFORE,
    RuleKind.OVERDUE: NumberSays.TIMES_RHYTHM,
    RuleKind.YEARLY: NumberSays.DAYS,
    RuleKind.LAPSE: NumberSays.DAYS_BEFORE,
    RuleKind.LOW_SURVEY: NumberSays.AT_MOST,
    RuleKind.INQUIRY_OVERDUE: NumberSays.DAYS_LATE,
    RuleKind.AFTER_EVENT: NumberSays.DAYS_AFTER,
    RuleKind.RENEWAL: NumberSays.DAYS_BEFORE,
    RuleKind.JOB_DONE: NumberSays.DAYS_AFTER,
    RuleKind.NEED_DUE: NumberSays.DAYS_BEFORE,
    RuleKind.PRODUCT_DUE: NumberSays.DAYS_BEFORE,
    RuleKind.FISCAL_START: NumberSays.DAYS_BEFORE,
    RuleKind.BUDGET: NumberSays.DAYS_BEFORE,
    RuleKind.NEW_PERSON: NumberSays.DAYS,
    RuleKind.HAND_PICKED: NumberSays.TIMES_A_YEAR,
    RuleKind.HEALTH_FALLING: NumberSays.POINTS,
}
_OFFERED: Mapping[NumberSays, tuple[float, ...]] = {
    NumberSays.DAYS_AFTER: (0, 1, 2, 3, 7, 14, 21, 30, 60, 90, 180),
    NumberSays.DAYS_BEFORE: (0, 1, 3, 7, 14, 21, 30, 60, 90),
    NumberSays.DAYS_LATE: (0, 1, 2, 3, 7),
    NumberSays.DAYS: (7, 14, 30, 60, 90, 120, 180, 270, 365),
    NumberSays.TIMES_RHYTHM: (1, 1.2, 1.5, 2, 2.5, 3),
    NumberSays.AT_MOST: (2, 3, 4, 5, 6, 7, 8),
    NumberSays.TIMES_A_YEAR: (1, 2, 3, 4, 6, 12),
    NumberSays.POINTS: (5, 10, 15, 20, 25, 30),
}
_RANGES: Mapping[NumberSays, tuple[float, float]] = {
    NumberSays.DAYS_AFTER: (0, 730),
    NumberSays.DAYS_BEFORE: (0, 180),
    NumberSays.DAYS_LATE: (0, 30),
    NumberSays.DAYS: (1, 1095),
    NumberSays.TIMES_RHYTHM: (1, 5),
    NumberSays.AT_MOST: (0, 9),
    NumberSays.TIMES_A_YEAR: (1, 12),
    NumberSays.POINTS: (1, 100),
}
NUMBER_RANGE: Mapping[RuleKind, tuple[float, float]] = {kind: _RANGES[says] for kind, says in NUMBER_SAYS.items()}

_NUMBERS: Mapping[NumberSays, tuple[str, str, str]] = {
    # For none, for one, for more.
    NumberSays.DAYS_AFTER: (
        QT_TRANSLATE_NOOP("Care", "On the day of"),
        QT_TRANSLATE_NOOP("Care", "The day after"),
        QT_TRANSLATE_NOOP("Care", "{number} days after"),
    ),
    NumberSays.DAYS_BEFORE: (
        QT_TRANSLATE_NOOP("Care", "On the day of"),
        QT_TRANSLATE_NOOP("Care", "The day before"),
        QT_TRANSLATE_NOOP("Care", "{number} days before"),
    ),
    NumberSays.DAYS: (
        QT_TRANSLATE_NOOP("Care", "at once"),
        QT_TRANSLATE_NOOP("Care", "one day"),
        QT_TRANSLATE_NOOP("Care", "{number} days"),
    ),
    NumberSays.TIMES_A_YEAR: (
        QT_TRANSLATE_NOOP("Care", "Never"),
        QT_TRANSLATE_NOOP("Care", "Once"),
        QT_TRANSLATE_NOOP("Care", "{number} times"),
    ),
}
_TIMES = QT_TRANSLATE_NOOP("Care", "{number} times the usual time")
_AT_MOST = QT_TRANSLATE_NOOP("Care", "{number} or less")
_POINTS = QT_TRANSLATE_NOOP("Care", "{number} points or more")
_A_YEAR = QT_TRANSLATE_NOOP("Care", "a year")
_BOUGHT = QT_TRANSLATE_NOOP("Care", "{reason} · {bought}")


@dataclass(frozen=True, slots=True)
class CareSpeaker:
    """`look_up(context, source)` gives the source in `language`; `today` is the day on which it is read."""

    look_up: Callable[[str, str], str]
    language: str
    today: date

    def say(self, source: str, **values: object) -> str:
        text = self.look_up(CONTEXT, source)
        return text.format(**values) if values else text


def rule_words(fields: RuleFields, speaker: CareSpeaker) -> PressableWords:
    """はじめてのご来店の[翌日]に、[お礼のはがきを書く]。 · [The day after] a first visit: [write a card to say thank you]."""
    said = {"number": number_words(fields.kind, fields.number, speaker), "act": act_words(fields, speaker)}

    def word_at(found: re.Match[str]) -> str:
        word = said[found.group(1)]
        return _begun(word) if found.start() == 0 else _inside(word, speaker)

    return pressable(speaker.say(PATTERNS[fields.kind]), word_at)


def rule_name(kind: RuleKind, speaker: CareSpeaker) -> str:
    """What happens, for choosing a rule to add."""
    return speaker.say(RULE_NAMES[kind])


def number_choices(kind: RuleKind) -> tuple[float, ...]:
    return _OFFERED[NUMBER_SAYS[kind]]


def number_words(kind: RuleKind, number: float, speaker: CareSpeaker) -> str:
    """翌日, 14日前, 1.5倍, 6以下 · The day after, 14 days before, 1.5 times the usual time, 6 or less."""
    says = NUMBER_SAYS[kind]
    if says is NumberSays.TIMES_RHYTHM:
        return speaker.say(_TIMES, number=f"{number:g}")
    if says is NumberSays.AT_MOST:
        return speaker.say(_AT_MOST, number=f"{number:g}")
    if says is NumberSays.POINTS:
        return speaker.say(_POINTS, number=f"{number:g}")
    if says is NumberSays.DAYS and number == 365:
        return speaker.say(_A_YEAR)
    # What is late is so on the day after at the earliest.
    days = int(number) + 1 if says is NumberSays.DAYS_LATE else int(number)
    forms = _NUMBERS[NumberSays.DAYS_AFTER if says is NumberSays.DAYS_LATE else says]
    return speaker.say(forms[min(days, 2)]).format(number=format_number(days))


def act_words(fields: RuleFields, speaker: CareSpeaker) -> str:
    """What the rule asks for: its own words, or the usual ones."""
    return fields.words or usual_words(fields.kind, fields.follow_up_kind, speaker)


def usual_words(rule: RuleKind | None, kind: FollowUpKind, speaker: CareSpeaker) -> str:
    """お礼のはがきを書く · Write a card to say thank you. Without a rule what the kind alone says: お電話する · Call."""
    if rule is None:
        return speaker.say(DO_PLAIN[kind])
    whole = WHOLE.get((rule, kind))
    return speaker.say(whole) if whole else _begun(speaker.say(DO_FOR[kind], purpose=speaker.say(PURPOSES[rule])))


def what_to_do(kind: FollowUpKind, note: str, reason: Mapping[str, Any], speaker: CareSpeaker) -> str:
    """The first line of a follow-up: its own words, or the usual ones of what made it."""
    return note or usual_words(_rule_of(reason), kind, speaker)


def reason_sentence(reason: Mapping[str, Any], speaker: CareSpeaker) -> str:
    """The second line of what a rule made: いつも48日ごと・前回から52日 · Usually every 48 days, now 52. Empty where nothing is said."""
    rule = _rule_of(reason)
    if rule is None:
        return ""
    values = _values(reason, speaker)
    sources = REASONS[rule]
    source = sources[0] if values.keys() >= set(PLACE.findall(sources[0])) else sources[-1]
    if not values.keys() >= set(PLACE.findall(source)):
        return ""
    said = speaker.say(source).format(**values)
    bought = reason.get("bought")
    if isinstance(bought, list) and bought:
        return speaker.say(_BOUGHT, reason=said, bought="、".join(bought) if is_japanese(speaker.language) else ", ".join(bought))
    return said


def _rule_of(reason: Mapping[str, Any]) -> RuleKind | None:
    named = reason.get("rule")
    return RuleKind(str(named)) if is_member(RuleKind, named) else None


def _values(reason: Mapping[str, Any], speaker: CareSpeaker) -> dict[str, object]:
    """What the sentences are filled with; what is not understood is not there."""
    found: dict[str, object] = {}
    for name in ("text", "title", "name", "plan", "product"):
        if isinstance(reason.get(name), str) and reason[name]:
            found[name] = reason[name]
    for name in ("now", "before", "usual", "points"):
        if is_number(reason.get(name)):
            found[name] = format_number(reason[name])
    day = _day(reason.get("day"))
    if day is not None:
        found["day"] = short_day(day, speaker)
        found["since"] = format_count((speaker.today - day).days, CountUnit.DAYS, speaker.language)
    return found


def short_day(day: date, speaker: CareSpeaker) -> str:
    """11/24 · 24 Nov; with the year, where it is another."""
    if abs((day - speaker.today).days) > 180:
        return format_date(day, speaker.language)
    if is_japanese(speaker.language):
        return f"{day.month}/{day.day}"
    return format_date(day, speaker.language).rsplit(" ", 1)[0]


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]


def _inside(text: str, speaker: CareSpeaker) -> str:
    """Within a sentence, without the capital an English word begins with."""
    return text if is_japanese(speaker.language) or text[1:2].isupper() else text[:1].lower() + text[1:]
