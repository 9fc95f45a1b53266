"""Proposals: what else could help a customer, why, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.stored import as_mapping, day_of, is_member, is_number
from app.domain.text import collapse_spaces

CONTEXT = "Proposals"
REST_MONTHS = 3
"""After a no, nothing is proposed for so long."""
LONGEST_TITLE = 80
_PRINTED = "printed"
LARGEST_AMOUNT = 10**12
HIGHEST_TARGET, LONGEST_TARGET = 1000, 60


class ProposalKind(StrEnum):
    UP_SELL = "up_sell"
    CROSS_SELL = "cross_sell"


class ProposalStep(StrEnum):
    HEARING = "hearing"
    ANALYSIS = "analysis"
    DESIGN = "design"
    PRESENTED = "presented"


class ProposalOutcome(StrEnum):
    """OPEN: not decided; PASSED: looked at and not made this time. The win rate is accepted / (accepted + declined)."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    PASSED = "passed"


KIND_NAMES: Mapping[ProposalKind, str] = {
    ProposalKind.CROSS_SELL: QT_TRANSLATE_NOOP("Proposals", "Something besides"),
    ProposalKind.UP_SELL: QT_TRANSLATE_NOOP("Proposals", "Something better"),
}
STEP_NAMES: Mapping[ProposalStep, str] = {
    ProposalStep.HEARING: QT_TRANSLATE_NOOP("Proposals", "Hearing"),
    ProposalStep.ANALYSIS: QT_TRANSLATE_NOOP("Proposals", "Analysis"),
    ProposalStep.DESIGN: QT_TRANSLATE_NOOP("Proposals", "Plan"),
    ProposalStep.PRESENTED: QT_TRANSLATE_NOOP("Proposals", "Presented"),
}
OUTCOME_NAMES: Mapping[ProposalOutcome, str] = {
    ProposalOutcome.OPEN: QT_TRANSLATE_NOOP("Proposals", "Open"),
    ProposalOutcome.ACCEPTED: QT_TRANSLATE_NOOP("Proposals", "Accepted"),
    ProposalOutcome.DECLINED: QT_TRANSLATE_NOOP("Proposals", "Declined"),
    ProposalOutcome.PASSED: QT_TRANSLATE_NOOP("Proposals", "Not this time"),
}


class ProposalGone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This suggestion is not there any more. Nothing was changed.")


class ProposalDecided(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This suggestion has been decided already. Nothing was changed.")


class ProposalTitleMissing(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please write what you want to suggest.")


class ProposalTargetOutOfRange(DomainError):
    """`high` as it is typed."""

    sentence = QT_TRANSLATE_NOOP("Errors", "Please enter a number from 1 to {high} for the target.")


class ProposalAmountOutOfRange(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This amount cannot be. Please check the digits.")


@dataclass(frozen=True, slots=True)
class ProposalFields:
    """`staff`: the name of who will make it, empty for nobody in particular. `target_percent` more within `target_months`. `due`: on
    which day it is to be made. `evidence`: what the purchases said, as `Evidence.to_json`."""

    kind: ProposalKind
    title: str
    text: str = ""
    product_id: int | None = None
    target_percent: int | None = None
    target_months: int | None = None
    step: ProposalStep = ProposalStep.HEARING
    staff: str = ""
    due: date | None = None
    evidence: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a customer said. ACCEPTED: for `amount` (minor units, None unknown); DECLINED: for `reason`; OPEN: it is thought about, and is
    asked about again on `due`."""

    outcome: ProposalOutcome
    amount: int | None = None
    reason: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class ProposalMade:
    """`action_id` undoes the act."""

    proposal_id: int
    action_id: int


@dataclass(frozen=True, slots=True)
class ProposalSettings:
    """From when on a pair of products is taken for more than chance: at least `buyers` of the first with the time to buy the second,
    `followed` of whom did within `within` days, and `lift` times as often as everybody."""

    buyers: int = 20
    followed: int = 5
    lift: float = 1.2
    within: int = 90

    def to_json(self) -> dict[str, Any]:
        return {"buyers": self.buyers, "followed": self.followed, "lift": self.lift, "within": self.within}

    @classmethod
    def from_json(cls, stored: object) -> ProposalSettings:
        """What was stored, as far as it is understood; the rest as in a new shop."""
        found, usual = as_mapping(stored), cls()
        lift = found.get("lift")
        return cls(
            buyers=_between(found.get("buyers"), *BUYERS, usual.buyers),
            followed=_between(found.get("followed"), *FOLLOWED, usual.followed),
            lift=float(lift) if is_number(lift) and LIFT[0] <= lift <= LIFT[1] else usual.lift,
            within=_between(found.get("within"), *WITHIN, usual.within),
        )


BUYERS, FOLLOWED, LIFT, WITHIN = (5, 10_000), (2, 10_000), (1.0, 20.0), (14, 365)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Of `buyers` who bought `because`, `followed` bought `product` within `within` days; had they taken it as everybody does on as many
    visits, `usual` of them would have. `bought_on`: when this customer bought `because` last."""

    because: str
    product: str
    kind: ProposalKind
    followed: int
    buyers: int
    usual: float
    within: int
    bought_on: date | None = None

    @property
    def confidence(self) -> float:
        return self.followed / self.buyers

    @property
    def base(self) -> float:
        """The share that was to be expected anyway."""
        return self.usual / self.buyers

    @property
    def lift(self) -> float:
        return self.followed / self.usual

    def to_json(self) -> dict[str, Any]:
        return {
            "because": self.because,
            "product": self.product,
            "kind": self.kind.value,
            "counts": [self.followed, self.buyers],
            "usual": self.usual,
            "within": self.within,
            "bought_on": None if self.bought_on is None else self.bought_on.isoformat(),
        }

    @classmethod
    def from_json(cls, stored: object) -> Evidence | None:
        """None when it is none, as for what somebody thought of."""
        found = as_mapping(stored)
        counts, within, usual = found.get("counts"), found.get("within"), found.get("usual")
        if not isinstance(counts, list) or len(counts) != 2 or not all(is_number(one) and one >= 1 for one in counts):
            return None
        if not is_number(within) or not is_number(usual) or usual <= 0 or not is_member(ProposalKind, found.get("kind")):
            return None
        followed, buyers = (int(one) for one in counts)
        return cls(
            because=str(found.get("because") or ""),
            product=str(found.get("product") or ""),
            kind=ProposalKind(found["kind"]),
            followed=followed,
            buyers=buyers,
            usual=float(usual),
            within=int(within),
            bought_on=day_of(found.get("bought_on")),
        )


def printed_days(stored: object) -> tuple[date, ...]:
    """When a proposal was printed, from what is kept with its evidence; the oldest first."""
    kept = as_mapping(stored).get(_PRINTED)
    return tuple(day for one in (kept if isinstance(kept, list) else ()) if (day := day_of(one)) is not None)


def with_printed(stored: Mapping[str, Any], day: date) -> dict[str, Any]:
    days = sorted({*printed_days(stored), day})
    return dict(stored) | {_PRINTED: [one.isoformat() for one in days]}


def checked_proposal(fields: ProposalFields) -> ProposalFields:
    """Without stray blanks. ProposalTitleMissing(field="title"), ProposalTargetOutOfRange(field="target")."""
    title = collapse_spaces(fields.title)[:LONGEST_TITLE]
    if not title:
        raise ProposalTitleMissing(field="title")
    for number, high in ((fields.target_percent, HIGHEST_TARGET), (fields.target_months, LONGEST_TARGET)):
        if number is not None and not 1 <= number <= high:
            raise ProposalTargetOutOfRange(field="target", high=high)
    return replace(fields, title=title, text=fields.text.strip())


def _between(value: object, low: int, high: int, usual: int) -> int:
    return int(value) if is_number(value) and low <= value <= high else usual
