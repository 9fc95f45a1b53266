"""What conditions of groups are made of: the kinds there are, ways of saying one, and the words that can be chosen in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.field_words import FIELD_NAMES
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.segments import SEGMENT_NAMES
from app.domain.status import CHIP_NAMES, Chip

CONTEXT = "GroupConditions"
PLAIN = QT_TRANSLATE_NOOP("GroupConditions", "{how}")
Value = int | str
LONGEST_DAYS = 3_660
MOST_TIMES = 9_999
MOST_POINTS = 100_000_000
MOST_MONEY = 10**12
OWN_FIELD = "own:"


class ConditionKind(StrEnum):
    TAG = "tag"
    AREA = "area"
    BIRTHDAY = "birthday"
    AGE = "age"
    GENDER = "gender"
    COMPANY = "company"
    STAFF = "staff"
    CHANNEL = "channel"
    JOINED = "joined"
    FIELD = "field"
    VISITS = "visits"
    LAST_VISIT = "last_visit"
    SPENT = "spent"
    AVERAGE = "average"
    POINTS = "points"
    SEGMENT = "segment"
    STATE = "state"
    TIER = "tier"
    OVERDUE = "overdue"
    BOUGHT = "bought"
    BOUGHT_GROUP = "bought_group"
    CAME = "came"
    CARD = "card"
    CODE = "code"
    LAPSE = "lapse"
    BROUGHT = "brought"
    INTRODUCED = "introduced"
    PLANNED = "planned"
    POST = "post"
    EMAIL = "email"
    CONTACT = "contact"
    ADDRESS = "address"
    BAD_ADDRESS = "bad_address"
    MOURNING = "mourning"


class Section(StrEnum):
    """How the menu is divided."""

    RECORD = "record"
    FIGURES = "figures"
    EVENTS = "events"
    MARKS = "marks"


SECTION_NAMES: Mapping[Section, str] = {
    Section.RECORD: QT_TRANSLATE_NOOP("GroupConditions", "The customer's record"),
    Section.FIGURES: QT_TRANSLATE_NOOP("GroupConditions", "Visits and purchases"),
    Section.EVENTS: QT_TRANSLATE_NOOP("GroupConditions", "What happened"),
    Section.MARKS: QT_TRANSLATE_NOOP("GroupConditions", "Who may be contacted"),
}


class ParamKind(StrEnum):
    """What a word of a condition is. Numbers and texts are typed, the others chosen."""

    DAYS = "days"
    TIMES = "times"
    PEOPLE = "people"
    YEARS = "years"
    MONEY = "money"
    POINTS = "points"
    NUMBER = "number"
    TEXT = "text"
    DAY = "day"
    MONTH = "month"
    SEGMENT = "segment"
    STATE = "state"
    FACTOR = "factor"
    TAG = "tag"
    AREA = "area"
    GENDER = "gender"
    CHANNEL = "channel"
    STAFF = "staff"
    TIER = "tier"
    PRODUCT = "product"
    PRODUCT_GROUP = "product_group"
    FIELD = "field"

    @property
    def is_number(self) -> bool:
        return self in _NUMBERS


_NUMBERS = frozenset(
    {ParamKind.DAYS, ParamKind.TIMES, ParamKind.PEOPLE, ParamKind.YEARS, ParamKind.MONEY, ParamKind.POINTS, ParamKind.NUMBER}
)
TYPED = _NUMBERS | {ParamKind.TEXT, ParamKind.DAY}


@dataclass(frozen=True, slots=True)
class Choice:
    """One word to choose; `word` as the shop wrote it, or a marked source where the program has it."""

    value: Value
    word: str


@dataclass(frozen=True, slots=True)
class FixedWords:
    """The words of a kind that are the same in every shop, marked under `context`."""

    context: str
    choices: tuple[Choice, ...]


_MONTHS = (
    QT_TRANSLATE_NOOP("GroupConditions", "in January"),
    QT_TRANSLATE_NOOP("GroupConditions", "in February"),
    QT_TRANSLATE_NOOP("GroupConditions", "in March"),
    QT_TRANSLATE_NOOP("GroupConditions", "in April"),
    QT_TRANSLATE_NOOP("GroupConditions", "in May"),
    QT_TRANSLATE_NOOP("GroupConditions", "in June"),
    QT_TRANSLATE_NOOP("GroupConditions", "in July"),
    QT_TRANSLATE_NOOP("GroupConditions", "in August"),
    QT_TRANSLATE_NOOP("GroupConditions", "in September"),
    QT_TRANSLATE_NOOP("GroupConditions", "in October"),
    QT_TRANSLATE_NOOP("GroupConditions", "in November"),
    QT_TRANSLATE_NOOP("GroupConditions", "in December"),
)
THIS_MONTH, NEXT_MONTH = "this", "next"
FACTORS: Mapping[str, float] = {"1": 1.0, "1.5": 1.5, "2": 2.0}
FIXED: Mapping[ParamKind, FixedWords] = {
    ParamKind.MONTH: FixedWords(
        CONTEXT,
        (
            Choice(THIS_MONTH, QT_TRANSLATE_NOOP("GroupConditions", "this month")),
            Choice(NEXT_MONTH, QT_TRANSLATE_NOOP("GroupConditions", "next month")),
            *(Choice(str(number), word) for number, word in enumerate(_MONTHS, start=1)),
        ),
    ),
    ParamKind.SEGMENT: FixedWords("Segments", tuple(Choice(segment.value, name) for segment, name in SEGMENT_NAMES.items())),
    # Whoever left is in no group.
    ParamKind.STATE: FixedWords("Status", tuple(Choice(chip.value, name) for chip, name in CHIP_NAMES.items() if chip is not Chip.LEFT)),
    ParamKind.FACTOR: FixedWords(
        CONTEXT,
        (
            Choice("1", QT_TRANSLATE_NOOP("GroupConditions", "1 ×")),
            Choice("1.5", QT_TRANSLATE_NOOP("GroupConditions", "1.5 ×")),
            Choice("2", QT_TRANSLATE_NOOP("GroupConditions", "2 ×")),
        ),
    ),
}


_TEXT_FIELDS = (
    "code", "name", "kana", "honorific", "company", "department", "role", "postal_code", "prefecture", "city", "street", "building",
    "phone", "mobile", "email", "gender", "channel", "note",
)  # fmt: skip
FIELD_WORDS: Mapping[str, str] = {name: FIELD_NAMES[name] for name in _TEXT_FIELDS}
"""Texts of a record that can be asked for by name, beside the shop's own fields ("own:<name>")."""


@dataclass(frozen=True, slots=True)
class Param:
    """`default` "": the first there is to choose from; a number lies between `low` and `high`."""

    name: str
    kind: ParamKind
    default: Value = ""
    low: int = 0
    high: int = MOST_MONEY


@dataclass(frozen=True, slots=True)
class Variant:
    """A way of saying it: `pattern` with a place for each parameter and `{how}` for `word`, which stands for the way itself."""

    how: str
    word: str
    pattern: str
    params: tuple[Param, ...] = ()


@dataclass(frozen=True, slots=True)
class ConditionSpec:
    kind: ConditionKind
    section: Section
    name: str
    variants: tuple[Variant, ...]

    def variant(self, how: object) -> Variant:
        """KeyError for a way there is not."""
        for variant in self.variants:
            if variant.how == how:
                return variant
        raise KeyError(how)


def days_param(default: int) -> Param:
    """The last so many days, today included."""
    return Param("days", ParamKind.DAYS, default, 1, LONGEST_DAYS)


def either(pattern: str, yes: str, no: str, *params: Param) -> tuple[Variant, ...]:
    """Said of somebody, or said not to be."""
    return Variant("yes", yes, pattern, params), Variant("no", no, pattern, params)


def plain(**words: str) -> tuple[Variant, ...]:
    """Said in one word each, by the way it stands for."""
    return tuple(Variant(how, word, PLAIN) for how, word in words.items())


def compared(pattern: str, least: str, below: str, *params: Param) -> tuple[Variant, ...]:
    """At least so much, or less."""
    return Variant("least", least, pattern, params), Variant("below", below, pattern, params)


def spec(kind: ConditionKind, section: Section, name: str, *variants: Variant) -> tuple[ConditionKind, ConditionSpec]:
    """A kind with its ways, under its key."""
    return kind, ConditionSpec(kind, section, name, variants)
