"""Proposals and what could be proposed, as lists show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.proposals import Evidence, ProposalFields, ProposalKind, ProposalOutcome, ProposalSettings, ProposalStep
from app.domain.rates import Rate

DECIDED = (ProposalOutcome.ACCEPTED, ProposalOutcome.DECLINED)
"""The outcomes of which the win rate is."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What could be proposed to a customer. `product_id` None: the product is not in the list of products. `support`: share of everybody;
    `price` in minor units, None when it differs; `score` is what they are ordered by: lift x gross profit of one. `is_keen`: in good
    health, so that the time is right. `last`: the last outcome of anything proposed to this customer."""

    customer_id: int
    customer_name: str
    customer_code: str
    is_company: bool
    evidence: Evidence
    support: float
    product_id: int | None
    price: int | None
    score: float
    is_keen: bool = False
    last: tuple[ProposalOutcome, date] | None = None

    @property
    def kind(self) -> ProposalKind:
        return self.evidence.kind

    @property
    def product(self) -> str:
        return self.evidence.product

    def fields(self, title: str, text: str) -> ProposalFields:
        """As a proposal."""
        return ProposalFields(self.kind, title, text, self.product_id, evidence=self.evidence.to_json())


@dataclass(frozen=True, slots=True)
class CandidateList:
    """`rows`: the best of `count`, at most two of a customer. `sold`: customers who bought something with a name; `products`: how many of
    those there are; `pairs`: how many go together; `most_buyers` of one product. `settings` under which. `read`: the share of the
    purchases that is read; below 1 nothing is known yet."""

    rows: tuple[Candidate, ...]
    count: int
    sold: int
    products: int
    pairs: int
    most_buyers: int
    settings: ProposalSettings
    read: float


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A proposal as lists show it; `amount` and `price` in minor units. `last`: what became of the one before, to the same customer;
    `printed_on`: when its page was printed last."""

    id: int
    customer_id: int
    customer_name: str
    is_company: bool
    kind: ProposalKind
    step: ProposalStep
    outcome: ProposalOutcome
    title: str
    text: str
    product_id: int | None
    product: str
    price: int | None
    target_percent: int | None
    target_months: int | None
    evidence: Evidence | None
    staff: str
    due: date | None
    presented_on: date | None
    decided_on: date | None
    rests_until: date | None
    reason: str
    amount: int | None
    last: tuple[ProposalOutcome, date] | None = None
    printed_on: date | None = None

    def fields(self) -> ProposalFields:
        evidence = {} if self.evidence is None else self.evidence.to_json()
        target = self.target_percent, self.target_months
        return ProposalFields(self.kind, self.title, self.text, self.product_id, *target, self.step, self.staff, self.due, evidence)


@dataclass(frozen=True, slots=True)
class ProposalsOfCustomer:
    """The side card of a customer: open proposals, what could be proposed, and until when nothing is."""

    open: tuple[ProposalRow, ...]
    candidates: tuple[Candidate, ...]
    rests_until: date | None
    decided: int


class WinsOf(StrEnum):
    """What win rates are taken by; ALL: not at all."""

    ALL = "all"
    SEGMENT = "segment"
    KIND = "kind"
    STAFF = "staff"
    PRODUCT = "product"


@dataclass(frozen=True, slots=True)
class ProposalsDecided:
    """To whom something was proposed, and who decided from `start` on (None: ever) and before `end`. `outcomes`: how; the others are left
    out. `by` and `value`: of which part alone; `today`: the day of the segments."""

    start: date | None
    end: date
    today: date
    outcomes: tuple[ProposalOutcome, ...] = DECIDED
    by: WinsOf = WinsOf.ALL
    value: str = ""


@dataclass(frozen=True, slots=True)
class CandidatePeople:
    """To whom something could be proposed on a day."""

    day: date


@dataclass(frozen=True, slots=True)
class WinsBy:
    """`value`: the word of a segment or kind, the name of a member of the staff or a product; empty for nobody in particular."""

    by: WinsOf
    value: str
    rate: Rate
    people: ProposalsDecided


@dataclass(frozen=True, slots=True)
class WinRates:
    """`total` = accepted / (accepted + declined). `open` and `passed` are in no rate. `parts` by WinsOf, the most decided first; segments
    as they stand today. `amount` of what was accepted, minor units."""

    total: WinsBy
    open: int
    passed: int
    amount: int
    parts: Mapping[WinsOf, tuple[WinsBy, ...]]
