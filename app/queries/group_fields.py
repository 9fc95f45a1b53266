"""What stands on the records of customers, turned round: by tag and by the text of a field, whose it is. Kept until a record changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

import numpy as np
from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from app.analytics.occasions import Ints
from app.domain.entities import Entity
from app.domain.group_specs import FIELD_WORDS, OWN_FIELD
from app.domain.numbers import parse_decimal
from app.domain.text import collapse_spaces, fold
from app.models.changes import cache_of, changed_in
from app.models.customer import Customer

_MADE_OF = (Entity.CUSTOMER,)


@dataclass(frozen=True, slots=True)
class FieldValues:
    """Every text of a field that is not empty, with the ids of those who have it."""

    ids: Mapping[str, Ints]
    _folded: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def __iter__(self) -> Iterator[str]:
        return iter(self.ids)

    def like(self, wanted: str, *, is_whole: bool) -> list[str]:
        """The texts that are the same (or contain it), width, case and blanks aside; one of signs alone must be itself."""
        if not self._folded:
            self._folded.update((text, _key(text)) for text in self.ids)
        key = _key(wanted)
        return [text for text, found in self._folded.items() if (found == key if is_whole else key in found)]

    def ids_of(self, texts: Iterable[str]) -> Ints:
        """Whose these are, ascending."""
        parts = [self.ids[text] for text in texts]
        return np.sort(np.concatenate(parts)) if parts else np.empty(0, dtype=np.int64)


def tag_ids(session: Session) -> Mapping[str, Ints]:
    """By tag the ids of those who have it, the tags by name."""

    def build() -> dict[str, Ints]:
        found: dict[str, list[int]] = {}
        for number, tags in session.execute(select(Customer.id, Customer.tags).where(Customer.tags != [])):
            for tag in tags:
                found.setdefault(tag, []).append(number)
        return {tag: np.array(found[tag], dtype=np.int64) for tag in sorted(found)}

    return build() if changed_in(session) else cache_of(session).get("tags of customers", _MADE_OF, build)


def own_field_names(session: Session) -> tuple[str, ...]:
    """The fields the shop made for itself, by name."""
    return tuple(_own_fields(session))


def field_values(session: Session, name: str) -> FieldValues:
    """The texts of a field of the record, or of one of the shop's own ("own:<name>")."""
    if name.startswith(OWN_FIELD):
        return _own_fields(session).get(name.removeprefix(OWN_FIELD), FieldValues({}))
    if name not in FIELD_WORDS:
        return FieldValues({})
    column = getattr(Customer, name)

    def build() -> FieldValues:
        return _turned_round((text, number) for number, text in session.execute(select(Customer.id, column).where(column != "")))

    return build() if changed_in(session) else cache_of(session).get(f"field {name} of customers", _MADE_OF, build)


def areas(session: Session) -> tuple[str, ...]:
    """Where customers live: each prefecture before its cities."""
    rows = session.execute(select(Customer.prefecture, Customer.city).distinct().where(Customer.archived_at.is_(None)))
    found: dict[str, None] = {}
    for prefecture, city in sorted(rows):
        for area in (prefecture, f"{prefecture}{city}"):
            if area.strip():
                found.setdefault(area)
    return tuple(found)


def named_area(area: str) -> ColumnElement[bool]:
    """Whether a record's prefecture, or its prefecture and city, is `area`."""
    return or_(Customer.prefecture == area, func.coalesce(Customer.prefecture, "") + Customer.city == area)


def number_in(text: str) -> Decimal | None:
    """The number a text is, as people type it."""
    return parse_decimal(text)


def _own_fields(session: Session) -> Mapping[str, FieldValues]:
    def build() -> dict[str, FieldValues]:
        pairs: dict[str, list[tuple[str, int]]] = {}
        for number, own in session.execute(select(Customer.id, Customer.own).where(Customer.own != {})):
            for name, text in own.items():
                if text:
                    pairs.setdefault(name, []).append((text, number))
        return {name: _turned_round(pairs[name]) for name in sorted(pairs)}

    return build() if changed_in(session) else cache_of(session).get("own fields of customers", _MADE_OF, build)


def _turned_round(pairs: Iterable[tuple[str, int]]) -> FieldValues:
    found: dict[str, list[int]] = {}
    for text, number in pairs:
        found.setdefault(text, []).append(number)
    return FieldValues({text: np.array(ids, dtype=np.int64) for text, ids in found.items()})


def _key(text: str) -> str:
    return fold(text) or collapse_spaces(text).casefold()
