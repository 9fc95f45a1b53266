"""The answers of a survey as lines of a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.surveys import ResponseSource


@dataclass(frozen=True, slots=True)
class ExportWords:
    """What the columns are called, in the language of whoever saves them. `other` a choice of words of one's own, `between` several."""

    day: str
    wave: str
    code: str
    name: str
    sheet: str
    source: str
    staff: str
    tags: str
    other: str
    between: str
    sources: Mapping[ResponseSource, str]


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
