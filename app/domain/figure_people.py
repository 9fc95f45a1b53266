"""Who is behind the figures of a chosen period, and to whom figures can be narrowed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.care_people import CarePeople
from app.domain.contract_figures import ContractPeople, ContractsEndedAfter
from app.domain.inquiry_people import VoicesOf
from app.domain.periods import Period
from app.domain.proposal_rows import CandidatePeople, ProposalsDecided
from app.domain.team import TeamPeople

if TYPE_CHECKING:
    from app.domain.figures import PeopleSpec


class FilterKind(StrEnum):
    SEGMENT = "segment"
    GROUP = "group"
    STAFF = "staff"
    PREFECTURE = "prefecture"
    CITY = "city"
    CHANNEL = "channel"
    FIRST_PRODUCT = "first_product"


@dataclass(frozen=True, slots=True)
class FigureFilter:
    """To whom a figure is narrowed. `value`: of SEGMENT its word, of GROUP and STAFF the id, else the text on the record (CITY: prefecture
    and city as one); `name` as it was shown when chosen."""

    kind: FilterKind
    value: str | int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Who of a list is also in `narrowed`; segments as they stood on `day`, groups as they stand `today`."""

    of: PeopleSpec
    narrowed: FigureFilter
    day: date
    today: date


@dataclass(frozen=True, slots=True)
class InSegmentOn:
    """Who was in a segment on an earlier `day`, whoever has left since included."""

    segment: str
    day: date


@dataclass(frozen=True, slots=True)
class NotContacted:
    """With whom nobody was in touch within the `days` before `day`: no visit, no talk or call, no e-mail, nothing sent."""

    day: date
    days: int


@dataclass(frozen=True, slots=True)
class BuyersHere:
    """Who had bought before a day and has not left."""

    before: date


class Touch(StrEnum):
    """How one was in touch. INFORMATION: an e-mail."""

    VISIT = "visit"
    TALK = "talk"
    MAILING = "mailing"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True)
class Touched:
    """With whom somebody was in touch within the period; in one way, or in any; by one of the staff (0: by nobody named), or by anyone."""

    period: Period
    touch: Touch | None = None
    staff_id: int | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """Who answered a survey of customers within the period, as far as it is known who it was; `is_nps`: how likely they recommend the
    shop."""

    period: Period
    is_nps: bool = False


@dataclass(frozen=True, slots=True)
class BoughtAfter:
    """Who bought `then` within `within` days after the first purchase of `first`, or did not (`came` False) though the days are over;
    products by name, purchases of the `looked` days before `day`."""

    first: str
    then: str
    day: date
    within: int
    looked: int
    came: bool = True


FigurePeople = (
    BoughtAfter
    | BuyersHere
    | CarePeople
    | Narrowed
    | InSegmentOn
    | NotContacted
    | Touched
    | Answered
    | ProposalsDecided
    | VoicesOf
    | CandidatePeople
    | TeamPeople
    | ContractPeople
    | ContractsEndedAfter
)
