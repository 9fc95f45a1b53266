"""What a shop takes along to another computer beside its lists: households, groups, templates, printers and prices of printing.

Customers go by their numbers, as the list of customers for moving has them, and the words of a rule by their names: another file knows
staff, products and tiers by other ids.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from app.domain.cards import Calibration
from app.domain.errors import DomainError
from app.domain.group_conditions import CONDITIONS
from app.domain.group_specs import ConditionKind, Param, ParamKind, Value
from app.domain.groups import GroupChoices, GroupUnreadable
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.print_profiles import PrinterProfile
from app.domain.templates import Template, TemplateUnreadable

FORMAT = "okaeri-shop"
VERSION = 1
_NAMED = "named"
_BY_NAME = frozenset({ParamKind.STAFF, ParamKind.TIER, ParamKind.PRODUCT})


class ShopFileUnreadable(DomainError):
    """`name`: of the file."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors", "{name} is no file that was written for moving a shop. Nothing was changed. Please choose the one that was exported."
    )


class NobodyOfNumber(DomainError):
    """`code` of a customer who is not here; `what` he was named for."""

    sentence = QT_TRANSLATE_NOOP("Errors", "“{what}” names the customer {code}, who is not here. Please import the customers first.")


class WordNotHere(DomainError):
    """`word`: staff, product or tier that the rules of the group `name` speak of."""

    sentence = QT_TRANSLATE_NOOP("Errors", "The group “{name}” was left out: “{word}”, which it speaks of, is not here.")


class LeftOutOfFile(DomainError):
    """`name` of a group or template that cannot be kept; `because` says why."""

    sentence = QT_TRANSLATE_NOOP("Errors", "“{name}” in the file was left out.")

    def __init__(self, name: str, because: DomainError) -> None:
        super().__init__(name=name)
        self.because = because


class TwiceInFile(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "The file has “{name}” more than once. The first one was taken.")


class ProfileLeftOut(DomainError):
    """`printer`, `stock` as the file has them."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors", "The setting of a printer was left out, for it lacks the printer or the paper: “{printer}”, “{stock}”."
    )


@dataclass(frozen=True, slots=True)
class Retired:
    """Somebody who is archived, since when; `left_on`: the day of leaving."""

    at: datetime
    left_on: date | None = None


@dataclass(frozen=True, slots=True)
class MovedGroup:
    """`rules` as JSON with names in place of ids, None for a group filled by hand with these `members`."""

    name: str
    rules: Mapping[str, Any] | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShopPack:
    """`households`: the numbers of their members, the first of them first. `former_codes`: numbers that were somebody's once."""

    households: tuple[tuple[str, ...], ...] = ()
    groups: tuple[MovedGroup, ...] = ()
    templates: tuple[Template, ...] = ()
    profiles: tuple[PrinterProfile, ...] = ()
    print_settings: Mapping[str, Any] = field(default_factory=dict)
    print_rates: Mapping[str, Any] = field(default_factory=dict)
    retired: Mapping[str, Retired] = field(default_factory=dict)
    former_codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "version": VERSION,
            "households": [list(one) for one in self.households],
            "groups": [{"name": one.name, "rules": one.rules, "members": list(one.members)} for one in self.groups],
            "templates": [one.to_json() for one in self.templates],
            "profiles": [_profile_to_json(one) for one in self.profiles],
            "print_settings": dict(self.print_settings),
            "print_rates": dict(self.print_rates),
            "retired": {code: [one.at.isoformat(), one.left_on and one.left_on.isoformat()] for code, one in self.retired.items()},
            "former_codes": {code: list(old) for code, old in self.former_codes.items()},
        }

    @classmethod
    def from_json(cls, stored: object) -> ShopPack:
        """ValueError for what no export wrote; TemplateUnreadable."""
        if not isinstance(stored, dict) or stored.get("format") != FORMAT or stored.get("version") != VERSION:
            raise ValueError(FORMAT)
        try:
            return cls(
                households=tuple(_texts(one) for one in stored["households"]),
                groups=tuple(MovedGroup(str(one["name"]), one["rules"], _texts(one["members"])) for one in stored["groups"]),
                templates=tuple(Template.from_json(one) for one in stored["templates"]),
                profiles=tuple(_profile_from_json(one) for one in stored["profiles"]),
                print_settings=dict(stored["print_settings"]),
                print_rates=dict(stored["print_rates"]),
                retired={code: _retired(*one) for code, one in stored["retired"].items()},
                former_codes={code: _texts(old) for code, old in stored["former_codes"].items()},
            )
        except (AttributeError, KeyError, OverflowError, TypeError, TemplateUnreadable) as error:
            raise ValueError(FORMAT) from error


@dataclass(frozen=True, slots=True)
class UnpackOutcome:
    """`replaced`: names of groups and templates that were there already; `problems`: what could not be brought in."""

    action_id: int
    households: int
    groups: int
    templates: int
    profiles: int
    replaced: tuple[str, ...] = ()
    problems: tuple[DomainError, ...] = ()


def rules_by_name(rules: Mapping[str, Any], choices: GroupChoices) -> dict[str, Any]:
    """The rules of a group as they travel. A word that is gone keeps its id, which means nothing elsewhere."""

    def named(param: Param, value: Value) -> Any:
        word = choices.word(param.kind, value) if param.kind in _BY_NAME and isinstance(value, int) else None
        return value if word is None else {_NAMED: word}

    return _with_values(rules, named)


def rules_by_id(name: str, rules: Mapping[str, Any], choices: GroupChoices) -> dict[str, Any]:
    """The rules of the group `name` as this shop says them. WordNotHere, GroupUnreadable."""

    def known(param: Param, value: Any) -> Any:
        if param.kind in _BY_NAME and isinstance(value, int) and not isinstance(value, bool):
            raise WordNotHere(name=name, word=value)
        if not isinstance(value, dict):
            return value
        word = value.get(_NAMED)
        found = [choice.value for choice in choices.of(param.kind) if choice.word == word]
        found += [number for number, former in choices.former.get(param.kind, {}).items() if former == word]
        if not found:
            raise WordNotHere(name=name, word=word)
        return found[0]

    return _with_values(rules, known)


def _with_values(rules: Mapping[str, Any], change: Any) -> dict[str, Any]:
    try:
        return {"all": [[_condition(condition, change) for condition in block] for block in rules["all"]]}
    except (KeyError, TypeError, ValueError) as error:
        raise GroupUnreadable from error


def _condition(stored: Mapping[str, Any], change: Any) -> dict[str, Any]:
    params = {param.name: param for param in CONDITIONS[ConditionKind(stored["kind"])].variant(stored["how"]).params}
    return {name: change(params[name], value) if name in params else value for name, value in stored.items()}


def _profile_to_json(profile: PrinterProfile) -> dict[str, Any]:
    shift = profile.calibration
    measured = {"dx": shift.dx, "dy": shift.dy, "scale": shift.scale, "rotated": shift.rotated}
    return {"printer": profile.printer, "stock": profile.stock, "tray": profile.tray, **measured}


def _profile_from_json(stored: Mapping[str, Any]) -> PrinterProfile:
    shift = Calibration(float(stored["dx"]), float(stored["dy"]), float(stored["scale"]), bool(stored["rotated"]))
    return PrinterProfile(str(stored["printer"]), str(stored["stock"]), shift, str(stored["tray"]))


def _retired(at: str, left_on: str | None) -> Retired:
    moment = datetime.fromisoformat(at)
    if moment.tzinfo is None:
        raise ValueError(at)
    return Retired(moment, date.fromisoformat(left_on) if left_on else None)


def _texts(values: Sequence[object]) -> tuple[str, ...]:
    if isinstance(values, str):
        raise TypeError(values)
    return tuple(str(one) for one in values)
