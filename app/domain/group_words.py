"""A group's conditions as a sentence, in either language: whole, and in pieces whose words can be pressed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.dates import format_date
from app.domain.formats import CountUnit, format_count
from app.domain.group_specs import CONTEXT, FIELD_WORDS, FIXED, OWN_FIELD, Choice, Param, ParamKind, Value
from app.domain.groups import Condition, GroupChoices, GroupRules, proposed_name
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.money import currency_of, format_money
from app.domain.numbers import format_number
from app.domain.pressable import PressableWords, pressable
from app.domain.text import is_japanese

HOW = "how"
NAME_LENGTH = {True: 32, False: 56}
_COUNTED = {
    ParamKind.DAYS: CountUnit.DAYS,
    ParamKind.TIMES: CountUnit.TIMES,
    ParamKind.PEOPLE: CountUnit.CUSTOMERS,
    ParamKind.POINTS: CountUnit.POINTS,
}
_GONE = QT_TRANSLATE_NOOP("GroupConditions", "(no longer there)")
_MISSING = QT_TRANSLATE_NOOP("GroupConditions", "(choose)")
_YEARS = QT_TRANSLATE_NOOP("GroupConditions", "{years} years")
_AND = QT_TRANSLATE_NOOP("GroupConditions", ", ")
_OR = QT_TRANSLATE_NOOP("GroupConditions", " or ")
_TOGETHER = QT_TRANSLATE_NOOP("GroupConditions", "({conditions})")
_NAMED_TOGETHER = QT_TRANSLATE_NOOP("GroupConditions", " · ")


@dataclass(frozen=True, slots=True)
class Speaker:
    """`look_up(context, source)` gives the source in `language`; `today` says which year needs no naming."""

    look_up: Callable[[str, str], str]
    language: str
    today: date

    def say(self, source: str) -> str:
        return self.look_up(CONTEXT, source)


def sentence_of(rules: GroupRules, choices: GroupChoices, speaker: Speaker) -> str:
    """60日以内に「カット」をお買い上げ、90日以上ご来店なし、郵送に同意 · Bought “Cut” within 60 days, not here for 90 days or more."""
    blocks = [[condition_words(condition, choices, speaker).text for condition in block] for block in rules.blocks]
    parts = []
    for block in blocks:
        said = speaker.say(_OR).join(block)
        is_mixed = len(block) > 1 and len(blocks) > 1
        parts.append(speaker.say(_TOGETHER).format(conditions=said) if is_mixed else said)
    return _begun(speaker.say(_AND).join(parts))


def name_for(rules: GroupRules, choices: GroupChoices, speaker: Speaker) -> str:
    """What the group could be called: its first conditions."""
    parts = [speaker.say(_OR).join(condition_words(c, choices, speaker).text for c in block) for block in rules.blocks]
    return _begun(proposed_name(parts, speaker.say(_NAMED_TOGETHER), NAME_LENGTH[is_japanese(speaker.language)]))


def condition_words(condition: Condition, choices: GroupChoices, speaker: Speaker) -> PressableWords:
    """One condition, its words to be pressed."""
    variant = condition.variant
    params = {param.name: param for param in variant.params}

    def word_at(found: re.Match[str]) -> str:
        name = found.group(1)
        return speaker.say(variant.word) if name == HOW else value_word(params[name], condition.values[name], choices, speaker)

    return pressable(speaker.say(variant.pattern), word_at)


def value_word(param: Param, value: Value, choices: GroupChoices, speaker: Speaker) -> str:
    """A value as the sentence says it."""
    kind = param.kind
    if value == "":
        return speaker.say(_MISSING)
    if kind in _COUNTED:
        return format_count(int(value), _COUNTED[kind], speaker.language)
    if kind is ParamKind.YEARS:
        return speaker.say(_YEARS).format(years=value)
    if kind is ParamKind.MONEY:
        return format_money(int(value), currency_of(choices.currency), speaker.language)
    if kind is ParamKind.NUMBER:
        return format_number(int(value))
    if kind is ParamKind.DAY:
        return format_date(date.fromisoformat(str(value)), speaker.language, today=speaker.today)
    return str(value) if kind is ParamKind.TEXT else choice_word(kind, value, choices, speaker)


def choice_word(kind: ParamKind, value: Value, choices: GroupChoices, speaker: Speaker) -> str:
    """What can be chosen, in the language; what is no longer there is said to be so."""
    if kind in FIXED:
        fixed = FIXED[kind]
        found = next((choice.word for choice in fixed.choices if choice.value == value), None)
        return speaker.say(_GONE) if found is None else speaker.look_up(fixed.context, found)
    if kind is ParamKind.FIELD:
        name = str(value)
        return name.removeprefix(OWN_FIELD) if name not in FIELD_WORDS else speaker.look_up("CustomerFields", FIELD_WORDS[name])
    word = choices.word(kind, value)
    if word is None:
        return value if isinstance(value, str) else speaker.say(_GONE)
    return word


def option_words(kind: ParamKind, choices: GroupChoices, speaker: Speaker) -> list[tuple[Value, str]]:
    """Everything there is to choose from, in its order."""
    found: Sequence[Choice] = choices.of(kind)
    return [(choice.value, choice_word(kind, choice.value, choices, speaker)) for choice in found]


def _begun(text: str) -> str:
    """With a capital, where there are any."""
    return text[:1].upper() + text[1:]
