"""What the charts of a campaign's result show, as data. Every text is already in the user's language; nothing here draws."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShareBar:
    """A share of people with its range of chance, as fractions. `label` and `note` stand at the left, `text` at the right."""

    key: str
    label: str
    note: str
    value: float
    low: float | None
    high: float | None
    text: str
    is_held: bool = False


@dataclass(frozen=True, slots=True)
class SharesSpec:
    """Bars under each other, from 0 to the right; those held back in grey."""

    bars: tuple[ShareBar, ...]


@dataclass(frozen=True, slots=True)
class ReturnSpec:
    """A profit on cost with its range, as fractions, on a scale with a side of loss and one of gain."""

    value: float
    low: float
    high: float
    text: str
    low_text: str
    high_text: str
    loss: str
    gain: str


@dataclass(frozen=True, slots=True)
class CameStep:
    """The share that had come by a day; `held` None where nobody was held back."""

    key: str
    label: str
    day: int
    sent: float
    held: float | None


@dataclass(frozen=True, slots=True)
class CameSpec:
    """Two lines from the day of sending on, the one of those held back dashed; between them what was brought. The ends carry
    `sent_label` and `held_label`, in lines."""

    steps: tuple[CameStep, ...]
    sent_label: str
    held_label: str
    between: str
