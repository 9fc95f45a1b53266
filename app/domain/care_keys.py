"""What names an occasion once and for all, as far as one rule is concerned: "visit:2026-11-04", "birthday:2026"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.domain.care import RuleKind

KEY_WORDS: Mapping[RuleKind, str] = {
    RuleKind.FIRST_VISIT: "first",
    RuleKind.AFTER_VISIT: "visit",
    RuleKind.BIRTHDAY: "birthday",
    RuleKind.ANNIVERSARY: "anniversary",
    RuleKind.OVERDUE: "overdue",
    RuleKind.YEARLY: "year",
    RuleKind.LAPSE: "lapse",
    RuleKind.LOW_SURVEY: "answer",
    RuleKind.INQUIRY_OVERDUE: "inquiry",
    RuleKind.AFTER_EVENT: "event",
    RuleKind.RENEWAL: "contract",
    RuleKind.JOB_DONE: "job",
    RuleKind.NEED_DUE: "need",
    RuleKind.PRODUCT_DUE: "product",
    RuleKind.FISCAL_START: "fiscal",
    RuleKind.BUDGET: "budget",
    RuleKind.NEW_PERSON: "person",
    RuleKind.HAND_PICKED: "picked",
    RuleKind.HEALTH_FALLING: "health",
}
KIND_OF_WORD: Mapping[str, RuleKind] = {word: kind for kind, word in KEY_WORDS.items()}


def occasion_key(kind: RuleKind, *parts: date | int | str) -> str:
    # A date is written as in ISO 8601.
    return ":".join([KEY_WORDS[kind], *map(str, parts)])


def kind_of_key(key: str) -> RuleKind | None:
    return KIND_OF_WORD.get(key.partition(":")[0])


def day_of_key(key: str) -> date:
    """The day a key ends with; ValueError when it ends with none."""
    return date.fromisoformat(key.rpartition(":")[2])


def number_of_key(key: str) -> int:
    """The first number of a key: the id of what it is about, or a year. ValueError when there is none."""
    return int(key.split(":")[1])
