"""Customer groups: conditions a record, its figures or what happened must meet, or people named one by one.

A group is all of its blocks, a block any of its conditions: "bought a cut within 60 days, and (agreed to post or living in Shibuya)".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from app.domain.errors import DomainError
from app.domain.group_conditions import CONDITIONS
from app.domain.group_specs import FIXED, TYPED, Choice, ConditionKind, ConditionSpec, Param, ParamKind, Value, Variant
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.text import collapse_spaces

LONGEST_NAME = 80


class CustomerGroupNameMissing(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please type what the group of customers is called.")


class CustomerGroupNameTaken(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "There is already a group of customers called {name}. Please choose another name.")


class CustomerGroupNameTooLong(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "The name of a group has at most {high} characters. Please shorten it.")


class CustomerGroupGone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This group of customers is no longer there. Nothing was changed.")


class CustomerGroupByRules(DomainError):
    """Nobody can be put into `name` by hand."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors", "Who is in {name} follows from its conditions. Nothing was changed. Please choose a group filled by hand."
    )


class GroupWithoutConditions(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "A group needs at least one condition. Please add one.")


class ConditionEmpty(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "A word of a condition is still missing. Please press it and choose one.")


class ConditionOutOfRange(DomainError):
    """`low` and `high`: as few and as many as there can be."""

    sentence = QT_TRANSLATE_NOOP("Errors", "A number of a condition must be between {low} and {high}. Please change it.")


class ConditionBackwards(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "A period of a condition ends before it begins. Please change one of the days.")


class GroupUnreadable(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "The conditions of this group cannot be read. Nothing was changed. Please build the group anew.")


@dataclass(frozen=True, slots=True)
class Condition:
    """`how` is one of the variants of the kind; `values` of its parameters: whole numbers, texts, days as ISO text."""

    kind: ConditionKind
    how: str
    values: Mapping[str, Value] = field(default_factory=dict)

    @property
    def spec(self) -> ConditionSpec:
        return CONDITIONS[self.kind]

    @property
    def variant(self) -> Variant:
        return self.spec.variant(self.how)

    def number(self, name: str) -> int:
        """A whole number among the values."""
        value = self.values[name]
        return value if isinstance(value, int) else int(value)

    def text(self, name: str) -> str:
        return str(self.values[name])

    def day(self, name: str) -> date:
        return date.fromisoformat(self.text(name))

    def with_value(self, name: str, value: Value) -> Condition:
        return replace(self, values={**self.values, name: value})

    def with_how(self, how: str) -> Condition:
        """The same said another way; what both ways know is kept."""
        variant = self.spec.variant(how)
        return Condition(self.kind, how, {param.name: self.values.get(param.name, param.default) for param in variant.params})

    def checked(self) -> Condition:
        """ConditionEmpty, ConditionOutOfRange, ConditionBackwards."""
        for param in self.variant.params:
            _check(param, self.values[param.name])
        if {"from", "until"} <= self.values.keys() and self.day("until") < self.day("from"):
            raise ConditionBackwards(field="until")
        return self

    def to_json(self) -> dict[str, Any]:
        return {"kind": self.kind.value, "how": self.how, **self.values}

    @classmethod
    def from_json(cls, stored: object) -> Condition:
        """GroupUnreadable."""
        if not isinstance(stored, Mapping):
            raise GroupUnreadable
        try:
            kind = ConditionKind(stored["kind"])
            variant = CONDITIONS[kind].variant(stored["how"])
            values = {param.name: stored[param.name] for param in variant.params}
        except (KeyError, ValueError) as error:
            raise GroupUnreadable from error
        if not all(_is_fit(param, values[param.name]) for param in variant.params):
            raise GroupUnreadable
        return cls(kind, variant.how, values)


@dataclass(frozen=True, slots=True)
class GroupRules:
    """All of the blocks; of each block at least one condition."""

    blocks: tuple[tuple[Condition, ...], ...] = ()

    @property
    def conditions(self) -> tuple[Condition, ...]:
        return tuple(condition for block in self.blocks for condition in block)

    def checked(self) -> GroupRules:
        """GroupWithoutConditions, ConditionEmpty, ConditionOutOfRange, ConditionBackwards."""
        if not self.blocks or not all(self.blocks):
            raise GroupWithoutConditions(field="rules")
        for condition in self.conditions:
            condition.checked()
        return self

    def adding(self, condition: Condition, block: int | None = None) -> GroupRules:
        """One more that must hold, or one more that may hold instead of those of a block."""
        if block is None:
            return GroupRules((*self.blocks, (condition,)))
        return GroupRules(tuple((*found, condition) if place == block else found for place, found in enumerate(self.blocks)))

    def replacing(self, block: int, place: int, condition: Condition) -> GroupRules:
        changed = (*self.blocks[block][:place], condition, *self.blocks[block][place + 1 :])
        return GroupRules((*self.blocks[:block], changed, *self.blocks[block + 1 :]))

    def without(self, block: int, place: int) -> GroupRules:
        """A block left without conditions goes too."""
        left = (*self.blocks[block][:place], *self.blocks[block][place + 1 :])
        return GroupRules((*self.blocks[:block], *((left,) if left else ()), *self.blocks[block + 1 :]))

    def to_json(self) -> dict[str, Any]:
        return {"all": [[condition.to_json() for condition in block] for block in self.blocks]}

    @classmethod
    def from_json(cls, stored: object) -> GroupRules:
        """GroupUnreadable."""
        blocks = stored.get("all") if isinstance(stored, Mapping) else None
        if not isinstance(blocks, list) or not all(isinstance(block, list) and block for block in blocks):
            raise GroupUnreadable
        return cls(tuple(tuple(Condition.from_json(condition) for condition in block) for block in blocks))


def new_condition(kind: ConditionKind, choices: GroupChoices, today: date) -> Condition:
    """A condition to begin with: the first way of saying it that this shop has words for, with the usual values."""
    variants = CONDITIONS[kind].variants
    variant = next((way for way in variants if choices.can_say(way)), variants[0])
    return filled(Condition(kind, variant.how, {param.name: param.default for param in variant.params}), choices, today)


def filled(condition: Condition, choices: GroupChoices, today: date) -> Condition:
    """Words that were never chosen become the first there is, days the present month."""
    values = dict(condition.values)
    for param in condition.variant.params:
        if values.get(param.name, "") != "":
            continue
        if param.kind is ParamKind.DAY:
            values[param.name] = (today.replace(day=1) if param.name == "from" else today).isoformat()
        elif param.kind not in TYPED:
            options = choices.of(param.kind)
            values[param.name] = options[0].value if options else ""
    return replace(condition, values=values)


@dataclass(frozen=True, slots=True)
class GroupChoices:
    """What the shop has of each kind of word: its tags, products, staff, …; `former` names what can be chosen no more."""

    options: Mapping[ParamKind, tuple[Choice, ...]] = field(default_factory=dict)
    former: Mapping[ParamKind, Mapping[Value, str]] = field(default_factory=dict)
    currency: str = "JPY"

    def of(self, kind: ParamKind) -> tuple[Choice, ...]:
        return FIXED[kind].choices if kind in FIXED else self.options.get(kind, ())

    def word(self, kind: ParamKind, value: Value) -> str | None:
        """The shop's word; None for what is no longer there."""
        found = next((choice.word for choice in self.options.get(kind, ()) if choice.value == value), None)
        return found if found is not None else self.former.get(kind, {}).get(value)

    def can_say(self, variant: Variant) -> bool:
        """Whether there is a word for each of its places, or one can be typed."""
        return all(param.kind in TYPED or param.default != "" or self.of(param.kind) for param in variant.params)

    def can_ask(self, spec: ConditionSpec) -> bool:
        """Whether the shop has something to tell people apart by; that nobody has it says nothing."""
        named = [variant for variant in spec.variants if variant.params] or spec.variants
        return any(self.can_say(variant) for variant in named)


@dataclass(frozen=True, slots=True)
class GroupSummary:
    """A group as lists show it; `rules` None: filled by hand, without blocks: they cannot be read and nobody is counted."""

    id: int
    name: str
    rules: GroupRules | None
    count: int
    position: int = 0

    @property
    def is_by_hand(self) -> bool:
        return self.rules is None

    @property
    def is_unreadable(self) -> bool:
        return self.rules is not None and not self.rules.blocks


@dataclass(frozen=True, slots=True)
class GroupOutcome:
    """`action_id` undoes the act; `count`: how many came in or went."""

    group_id: int
    action_id: int
    count: int = 0


def checked_name(typed: str) -> str:
    """The name without stray blanks. CustomerGroupNameMissing, CustomerGroupNameTooLong."""
    name = collapse_spaces(typed)
    if not name:
        raise CustomerGroupNameMissing(field="name")
    if len(name) > LONGEST_NAME:
        raise CustomerGroupNameTooLong(field="name", high=LONGEST_NAME)
    return name


def proposed_name(parts: Sequence[str], between: str, limit: int) -> str:
    """The first conditions that make a name of at most `limit` characters; the first alone when it is longer."""
    name = ""
    for part in parts:
        longer = f"{name}{between}{part}" if name else part
        if name and len(longer) > limit:
            break
        name = longer
    return name[:LONGEST_NAME].strip()


def _check(param: Param, value: Value) -> None:
    if value == "" or (isinstance(value, str) and not value.strip()):
        raise ConditionEmpty(field=param.name)
    if not _is_fit(param, value):
        raise GroupUnreadable(field=param.name)
    if param.kind.is_number and not param.low <= int(value) <= param.high:
        raise ConditionOutOfRange(field=param.name, low=param.low, high=param.high)


def _is_fit(param: Param, value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | str):
        return False
    if param.kind.is_number:
        return isinstance(value, int)
    if param.kind is ParamKind.DAY and value != "":
        try:
            date.fromisoformat(str(value))
        except ValueError:
            return False
    if param.kind in FIXED and value != "":
        return any(value == choice.value for choice in FIXED[param.kind].choices)
    return True
