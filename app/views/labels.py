"""Words for enum values: each area keeps its own table, the lookup is here."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

CONTEXT = "Labels"
E = TypeVar("E", bound=Enum)


def translated(context: str, source: str, **values: object) -> str:
    """`source` in the language of the program, with its `{name}` places filled."""
    text = QCoreApplication.translate(context, source)
    return text.format(**values) if values else text


def label_of(member: E, words: Mapping[E, str], context: str = CONTEXT) -> str:
    """The translated word of an enum value. KeyError when the table forgot one: a raw value is never shown."""
    return translated(context, words[member])
