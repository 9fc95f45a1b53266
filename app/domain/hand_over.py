"""What goes to another member of the staff, customer by customer: for the preview, and for the sheet that is handed over with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.follow_ups import FollowUpRow


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """An open voice: `promise` until `due`, both perhaps not there."""

    title: str
    promise: str
    due: date | None


@dataclass(frozen=True, slots=True)
class ProposalLine:
    id: int
    title: str
    due: date | None


@dataclass(frozen=True, slots=True)
class HandOverPerson:
    """A customer with something open. `customer_id` None: somebody who is no customer has said something. `last_talk`: day and words."""

    customer_id: int | None
    name: str
    is_company: bool
    phone: str
    last_visit: date | None
    last_talk: tuple[date, str] | None
    follow_ups: tuple[FollowUpRow, ...]
    promises: tuple[PromiseLine, ...]
    proposals: tuple[ProposalLine, ...]


@dataclass(frozen=True, slots=True)
class HandOverView:
    """`people` by what is due first; `customers`, `contracts` and `rules` change hands only when everything does."""

    name: str
    people: tuple[HandOverPerson, ...]
    customers: int
    contracts: int
    rules: int

    @property
    def follow_ups(self) -> int:
        return sum(len(one.follow_ups) for one in self.people)

    @property
    def promises(self) -> int:
        return sum(len(one.promises) for one in self.people)

    @property
    def proposals(self) -> int:
        return sum(len(one.proposals) for one in self.people)
