"""What was kept as JSON, read as far as it is understood: anything may stand where something else belongs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeGuard

_MOST = 10**12


def is_number(value: object) -> TypeGuard[int | float]:
    """A number to reckon with: neither a truth value nor endless, nor beyond what anything in a shop can be."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= _MOST


def is_member(kind: type[StrEnum], value: object) -> bool:
    return isinstance(value, str) and value in {member.value for member in kind}


def as_mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def day_of(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
