"""A print job and the people on it as JSON and back, so that what is left of a run can be printed later, and by what it is known again."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import fields as fields_of
from dataclasses import is_dataclass, replace
from datetime import date
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from app.domain.cards import FIELD_NAMES, Card, CardOptions, Recipient, offered
from app.domain.offers import Offer
from app.domain.print_runs import FrozenRun
from app.domain.templates import Template

_DAY = "day"
# What belongs to the person for longer than a day, with the fields that the words name; points and visits may move between two tries
# to print the same.
_WHO = (
    "key", "name", "honorific", "postal_code", "address", "building", "company", "department", "role", "joint_names", "joint_honorifics",
    "code", "message",
)  # fmt: skip

_LAID = ("calibration", "start_at", "blank_stock")
_OF_THE_HOUR = frozenset({"points", "last_visit", "visits", "lapse_points", "lapse_day"})
_BY_JAPANESE = {japanese: name for name, japanese in FIELD_NAMES.items()}
_NAMED = re.compile(r"\{\{([^{}|]*)")


def card_to_json(card: Card) -> dict[str, Any]:
    """Everything that is equal for all pieces of a run."""
    written: dict[str, Any] = _written(card)
    return written


def card_from_json(stored: Mapping[str, Any]) -> Card:
    """KeyError, TypeError or ValueError (TemplateUnreadable among the errors of templates) for what another program wrote."""
    card: Card = _read(Card, stored)
    return card


def recipient_to_json(recipient: Recipient) -> dict[str, Any]:
    written: dict[str, Any] = _written(recipient)
    return written


def recipient_from_json(stored: Mapping[str, Any]) -> Recipient:
    """KeyError, TypeError or ValueError for what is no recipient."""
    recipient: Recipient = _read(Recipient, stored)
    return recipient


def fingerprint_of(run: FrozenRun, day: date) -> str:
    """The same for the same job, for the same people at the same addresses, on the same day; in which order they come out, and how the
    printer is given the paper, makes no other."""
    asked = sorted(fields_named(run.card) - _OF_THE_HOUR)
    people = sorted(
        json.dumps([piece.customer_id, _who(piece.recipient, asked), sorted(piece.joint)], ensure_ascii=False) for piece in run.pieces
    )
    job = card_to_json(laid_as(run.card, CardOptions()))
    said = {"job": job, "people": people, "day": day.isoformat(), "follows": run.follows}
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode("utf-8")).hexdigest()


def laid_as(card: Card, options: CardOptions) -> Card:
    """The same pieces, but laid on the printer's paper as in the options."""
    return replace(card, options=replace(card.options, **{name: getattr(options, name) for name in _LAID}))


def fields_named(card: Card) -> frozenset[str]:
    """The merge fields that the words of a job name, as the program calls them."""
    template = card.template
    words = [card.text.headline, card.text.salutation, card.text.body, card.text.signature]
    if template is not None:
        words = [text for one in template.elements for text in (one.text, "{{" + one.when + "}}")]
    words += [offered(card).words, offered(card).note]
    return frozenset(_BY_JAPANESE.get(name, name) for text in words for name in (found.strip() for found in _NAMED.findall(text)))


def _who(recipient: Recipient | None, asked: Sequence[str]) -> list[Any]:
    if recipient is None:
        return []
    # A field without a value counts as one that is not there.
    fields = [[name, str(value)] for name in asked if (value := recipient.fields.get(name)) not in (None, "")]
    return [*(_written(getattr(recipient, name)) for name in _WHO), fields]


def _written(value: Any) -> Any:
    if isinstance(value, Template | Offer):
        return value.to_json()
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _written(getattr(value, field.name)) for field in fields_of(value)}
    if isinstance(value, Mapping):
        # In a mapping nothing says which texts are days.
        return {key: {_DAY: one.isoformat()} if isinstance(one, date) else _written(one) for key, one in value.items()}
    if isinstance(value, str | Enum):
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, date):
        return value.isoformat()
    return [_written(one) for one in value] if isinstance(value, Sequence) else value


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _read(hint: Any, stored: Any) -> Any:
    """`stored` as the type says; what is not stored has the default of its field."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        wanted = [one for one in get_args(hint) if one is not type(None)]
        return None if stored is None else _read(wanted[0], stored) if len(wanted) == 1 else stored
    if origin is tuple:
        return tuple(_read(get_args(hint)[0], one) for one in stored)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {key: date.fromisoformat(one[_DAY]) if isinstance(one, Mapping) else one for key, one in stored.items()}
    if hint is Template or hint is Offer:
        return hint.from_json(stored)
    if isinstance(hint, type) and is_dataclass(hint):
        known = _hints(hint)
        return hint(**{name: _read(kind, stored[name]) for name, kind in known.items() if name in stored})
    if hint is date:
        return date.fromisoformat(stored)
    return hint(stored)
