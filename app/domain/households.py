"""Households: people who share one piece of post, because the shop joined them or because name and address are the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.addresses import Address
from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.names import join_name, split_name
from app.domain.text import collapse_spaces, fold

_KANJI = ("", *"一二三四五六七八九")
_NUMERALS = re.compile("(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=丁目|番|号)")
_COUNTERS = re.compile("丁目|番地|番|号|ノ")


class HouseholdOfOne(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "A household needs at least two people. Please choose somebody else to add.")


class CompanyInHousehold(DomainError):
    """`name`: of the company."""

    sentence = QT_TRANSLATE_NOOP("Errors", "{name} is a company. Only people can share a household. Nothing was changed.")


class HouseholdChanged(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "The household was changed in the meantime. Nothing was changed now. Please look at it again.")


@dataclass(frozen=True, slots=True)
class Home:
    """Where somebody belongs when post is shared. `key` is the same for people of one household, empty for who shares with nobody;
    `place` is the one within a household that was joined by hand.

    `typed` are the family's names without records of their own, as the record has them; `unnamed` the folded names of people of the
    household who must not stand on a piece, however they come by; `is_mourning`: somebody of the household is in mourning.
    """

    key: str = ""
    place: int = 0
    typed: tuple[str, ...] = ()
    unnamed: frozenset[str] = frozenset()
    is_mourning: bool = False


NOBODYS = Home()


@dataclass(frozen=True, slots=True)
class Sharing:
    """How somebody of a household comes by the piece. `addressee`: whose piece it is, None: the own one. Of the own piece `names` are
    those of the others on it, one by one as `Candidate.joint` has them (empty: shares it without being named), `honorifics` theirs,
    `typed` the family's names without records.
    """

    addressee: int | None = None
    names: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()
    honorifics: tuple[str, ...] = ()


ALONE = Sharing()


@dataclass(frozen=True, slots=True)
class Living:
    """Where a record says that somebody lives: enough to tell who belongs together. `address` as by `address_key`, `household`: the one
    joined by hand."""

    family: str
    given: str
    address: str
    household: int | None = None
    is_company: bool = False


@dataclass(frozen=True, slots=True)
class HouseholdMember:
    """A customer as the list of a household shows one. `is_quiet`: wants no post or no contact, so is never named on a piece."""

    id: int
    name: str
    kana: str = ""
    place: int = 0
    is_deceased: bool = False
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class HouseholdView:
    """`members`: joined by hand, the first of them first, the customer asked for among them; empty when there is no household.
    `proposed`: others of the same family name at the same address."""

    members: tuple[HouseholdMember, ...] = ()
    proposed: tuple[HouseholdMember, ...] = ()


NO_HOUSEHOLD = HouseholdView()


@dataclass(frozen=True, slots=True)
class HouseholdOutcome:
    household_id: int
    action_id: int


def living(family: str, given: str, name: str, at: Address, *, household: int | None = None, is_company: bool = False) -> Living:
    """A name that was never parted is parted at its blank."""
    if not family and not given:
        family, given = split_name(name)
    return Living(collapse_spaces(family), collapse_spaces(given), address_key(at), household, is_company)


def address_key(at: Address) -> str:
    """The same for one place however it is written; "" without town and number. Numbers stay apart: 1-23 is not 12-3."""
    if not at.street.strip():
        return ""
    return place_key(f"{at.city or at.prefecture}{at.street} {at.building}")


def place_key(written: str) -> str:
    """The same for one place however its signs and numbers are written; each number stays for itself."""
    text = unicodedata.normalize("NFKC", written)
    parts = re.split(r"(\d+)", _NUMERALS.sub(_in_digits, text))
    return "|".join(part if part.isdecimal() else _COUNTERS.sub("", fold(part)) for part in parts).strip("|")


def keys_of(people: Mapping[int, Living]) -> dict[int, str]:
    """The key of everybody's home; nobody without an address shares by it, and no company at all.

    The hand comes before the eye: at an address where two households were joined by hand, whoever belongs to neither joins neither;
    where there is one, it takes in everybody of the name.
    """
    by_hand: dict[str, set[int]] = {}
    for person in people.values():
        if person.household is not None and person.address:
            by_hand.setdefault(_by_eye(person), set()).add(person.household)
    found: dict[int, str] = {}
    for number, person in people.items():
        seen = by_hand.get(_by_eye(person), set())
        if person.is_company:
            found[number] = ""
        elif person.household is not None:
            found[number] = f"#{person.household}"
        elif not person.address or not person.family:
            found[number] = ""
        else:
            found[number] = f"#{next(iter(seen))}" if len(seen) == 1 else _by_eye(person)
    return found


def name_words(family: str, given: str) -> frozenset[str]:
    """Everything by which a typed name can mean this person, folded."""
    return frozenset(fold(word) for word in (given, join_name(family, given)) if word)


def joint_name(person: Living, beside: Living) -> str:
    """How somebody stands beside the addressee: by the given name where the family name is written the same, else in full."""
    if person.given and person.family == beside.family:
        return person.given
    return join_name(person.family, person.given)


def _by_eye(person: Living) -> str:
    return f"{fold(person.family)}@{person.address}"


def _in_digits(match: re.Match[str]) -> str:
    tens, is_above_nine, ones = match.group().rpartition("十")
    number = (10 * (_KANJI.index(tens) or 1) if is_above_nine else 0) + _KANJI.index(ones)
    return str(number)
