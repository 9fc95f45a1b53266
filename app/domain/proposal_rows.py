"""Proposals and what could be proposed, as lists show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.proposals import Evidence, ProposalFields, ProposalKind, ProposalOutcome, ProposalSettings, ProposalStep
from app.domain.rates import Rate


@dataclass(frozen=True, slots=True)
class Candidate:
    """What could be proposed to a customer. `product_id` None: the product is not in the list of products. `support`: share of everybody;
    `price` in minor units, None when it differs; `score` is what they are ordered by: lift x gross profit of one. `is_keen`: in good
    health, so that the time is right. `last`: the last outcome of anything proposed to this customer."""

    customer_id: int
    customer_name: str
    customer_code: str
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
    """`rows`: the best first, at most two of a customer. `sold`: customers who bought something with a name; `products`: how many there
    are; `pairs`: how many go together. `settings` under which."""

    rows: tuple[Candidate, ...]
    sold: int
    products: int
    pairs: int
    most_buyers: int
    settings: ProposalSettings


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A proposal as lists show it; `amount` and `price` in minor units. `last`: what became of the one before, to the same customer."""

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
    created_on: date
    last: tuple[ProposalOutcome, date] | None = None

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


@dataclass(frozen=True, slots=True)
class WinsBy:
    """What the rates are taken by: a segment, a kind, somebody of the staff or a product. `key` as `ProposalsDecided.value`."""

    key: str
    name: str
    rate: Rate


@dataclass(frozen=True, slots=True)
class WinRates:
    """`open` and `passed` are in no rate. `by_segment` as it stands today."""

    total: Rate
    open: int
    passed: int
    by_segment: tuple[WinsBy, ...]
    by_kind: tuple[WinsBy, ...]
    by_staff: tuple[WinsBy, ...]
    by_product: tuple[WinsBy, ...]
    amount: int


@dataclass(frozen=True, slots=True)
class ProposalsDecided:
    """To whom something was proposed and who decided within the period (None: ever). `accepted` None: either way. `by` is "", "segment",
    "kind", "staff" or "product", `value` of it. `today`: the day of the segments."""

    start: date | None
    end: date
    accepted: bool | None
    by: str = ""
    value: str = ""
