"""Who may be the same person: same number, same phone, same name with the same birthday or address.

Everybody is put under the folded forms of these keys, so a list of 100,000 against a shop of 100,000 is one pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from app.domain.customers import PartialDate
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.phones import normal_digits
from app.domain.progress import NO_PROGRESS, Progress
from app.domain.text import fold
from app.exchange.customers import CustomerDraft

_SHORTEST_PHONE = 7
_SHORTEST_ADDRESS = 4
_PROGRESS_STEP = 5_000


class DoubleReason(StrEnum):
    SAME_CODE = "same_code"
    SAME_PHONE = "same_phone"
    SAME_NAME_AND_BIRTHDAY = "same_name_and_birthday"
    SAME_NAME_AND_ADDRESS = "same_name_and_address"


DOUBLE_SENTENCES: Mapping[DoubleReason, str] = MappingProxyType(
    {
        DoubleReason.SAME_CODE: QT_TRANSLATE_NOOP("ImportReasons", "Same customer number"),
        DoubleReason.SAME_PHONE: QT_TRANSLATE_NOOP("ImportReasons", "Same phone"),
        DoubleReason.SAME_NAME_AND_BIRTHDAY: QT_TRANSLATE_NOOP("ImportReasons", "Same name and birthday"),
        DoubleReason.SAME_NAME_AND_ADDRESS: QT_TRANSLATE_NOOP("ImportReasons", "Same name and address"),
    }
)


@dataclass(frozen=True, slots=True)
class Person:
    """What doubles are told by. `key`: the row in the file, or the id of a customer of the shop."""

    key: int
    name: str
    kana: str = ""
    phone: str = ""
    mobile: str = ""
    birthday: PartialDate | None = None
    address: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Double:
    """A row of the file and who it may be: a customer of the shop (`existing_id`) or an earlier row (`other_row`)."""

    row: int
    other_row: int | None
    existing_id: int | None
    reasons: tuple[DoubleReason, ...]


def person_of(draft: CustomerDraft) -> Person:
    fields = draft.fields
    address = f"{fields.prefecture}{fields.city}{fields.street}{fields.building}"
    return Person(draft.row, fields.name, fields.kana, fields.phone, fields.mobile, fields.birthday, address, fields.code)


def find_doubles(people: Iterable[Person], existing: Iterable[Person] = (), progress: Progress = NO_PROGRESS) -> list[Double]:
    """At most one double per row of the file: with the customer, else the earlier row, that shares the most.

    People with different customer numbers in the same source are told apart by the shop; they still count when phone
    or name and birthday agree, because shops give a second number by mistake. Time grows with the number of people.
    """
    known: dict[_Key, int] = {}
    for count, person in enumerate(existing):
        for key in _keys(person):
            known.setdefault(key, person.key)
        if not count % _PROGRESS_STEP:
            progress.advance(count, 0)
    earlier: dict[_Key, int] = {}
    doubles: list[Double] = []
    for count, person in enumerate(people):
        if not count % _PROGRESS_STEP:
            progress.advance(count, 0)
        keys = list(_keys(person))
        customer, reasons = _best(keys, known)
        row: int | None = None
        if customer is None:
            row, reasons = _best(keys, earlier)
        if reasons:
            doubles.append(Double(person.key, row, customer, reasons))
        for key in keys:
            earlier.setdefault(key, person.key)
    return doubles


_Key = tuple[DoubleReason, str]


def _keys(person: Person) -> Iterator[_Key]:
    if person.code:
        yield DoubleReason.SAME_CODE, person.code
    for phone in {normal_digits(person.phone), normal_digits(person.mobile)}:
        if len(phone) >= _SHORTEST_PHONE:
            yield DoubleReason.SAME_PHONE, phone
    name = fold(person.name)
    if not name:
        return
    if person.birthday is not None and person.birthday.year is not None:
        yield DoubleReason.SAME_NAME_AND_BIRTHDAY, f"{name}\n{person.birthday}"
    address = fold(person.address)
    if len(address) >= _SHORTEST_ADDRESS:
        yield DoubleReason.SAME_NAME_AND_ADDRESS, f"{name}\n{address}"


def _best(keys: list[_Key], index: Mapping[_Key, int]) -> tuple[int | None, tuple[DoubleReason, ...]]:
    shared: dict[int, list[DoubleReason]] = {}
    for key in keys:
        partner = index.get(key)
        if partner is not None:
            shared.setdefault(partner, []).append(key[0])
    if not shared:
        return None, ()
    best = max(shared, key=lambda partner: (DoubleReason.SAME_CODE in shared[partner], len(set(shared[partner])), -partner))
    return best, tuple(dict.fromkeys(shared[best]))
