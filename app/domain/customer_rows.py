"""What lists and pages are given about customers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.codes import NO_REFERRALS, FirstUse, ReferralView
from app.domain.companies import CompanyView
from app.domain.contacts import ContactKind
from app.domain.contracts import ContractEventKind, ContractKind, ContractRow
from app.domain.customers import CustomerFields, PartialDate
from app.domain.cyclic import DueAgain
from app.domain.depth import CustomerDepth
from app.domain.figures import CustomerFacts, PurchaseRow
from app.domain.follow_ups import Attempt, FollowUpKind, FollowUpRow
from app.domain.health import NO_HEALTH, HealthView
from app.domain.households import NO_HOUSEHOLD, HouseholdView
from app.domain.inquiries import InquiryKind, InquiryState
from app.domain.measure_audience import MeasureOfCustomer
from app.domain.needs import NextDue
from app.domain.next_things import OpenVoice
from app.domain.point_statement import StatementView
from app.domain.prints import PrintKind
from app.domain.proposals import ProposalOutcome
from app.domain.status import Chip
from app.domain.survey_answers import NO_VOICE, CustomerVoice, ResponseView
from app.domain.tiers import CustomerTier


class CustomerSort(StrEnum):
    LAST_VISIT = "last_visit"
    KANA = "kana"
    AMOUNT = "amount"
    VISITS = "visits"
    NEWEST = "newest"


class CustomerFilter(StrEnum):
    """MINE: of the member who works at this computer."""

    ALL = "all"
    MINE = "mine"
    REGULARS = "regulars"
    ATTENTION = "attention"
    SECOND_VISIT = "second_visit"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class CustomerListRow:
    """A line of the list. `last_day` None: no visit yet. `phone_tail`: the last four digits; it, `birthday` and `city` tell people of
    the same name apart."""

    id: int
    name: str
    kana: str
    is_company: bool
    chip: Chip
    last_day: date | None
    phone_tail: str = ""
    birthday: PartialDate | None = None
    city: str = ""
    is_deceased: bool = False


@dataclass(frozen=True, slots=True)
class CustomerCard:
    """The record with what stands beside it."""

    id: int
    fields: CustomerFields
    archived_at: datetime | None
    left_on: date | None
    updated_at: datetime
    has_own_code: bool


@dataclass(frozen=True, slots=True)
class CustomerOutcome:
    """A customer who was added; `action_id` undoes it."""

    customer_id: int
    action_id: int


class SimilarWhy(StrEnum):
    PHONE = "phone"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class SimilarCustomer:
    """Somebody who may be the one being entered."""

    id: int
    name: str
    is_company: bool
    phone: str
    is_archived: bool
    why: SimilarWhy


class TimelineKind(StrEnum):
    VISIT = "visit"
    REFUND = "refund"
    PRINT = "print"
    CONTACT = "contact"
    CHANGE = "change"
    JOINED = "joined"
    FOLLOW_UP = "follow_up"
    TIER = "tier"
    ANSWER = "answer"
    INQUIRY = "inquiry"
    PROPOSAL = "proposal"
    CONTRACT = "contract"


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One touch. `title` is the customer's or staff's own words (products, note, card); `source_id` the row it came from.

    Of a change of the record `title` names the fields, one a line. A follow-up stands here when it is done and nothing was noted
    with it; else the note does, with the follow-up's own words as `detail`. Of a tier `title` is its name, empty for none. Of an answered
    survey `answer` says what was said. `attempt`: a call nobody took; `is_skipped`: a follow-up that was not needed. `voice`: what kind of
    voice and how it stands; `proposal`: what became of it, None where its page was printed; `contract`: which
    step of what.
    """

    kind: TimelineKind
    day: date
    at: datetime
    title: str
    detail: str = ""
    amount: int | None = None
    staff: str = ""
    contact: ContactKind | None = None
    source_id: int = 0
    follow_up: FollowUpKind | None = None
    sent: SentRow | None = None
    answer: ResponseView | None = None
    attempt: Attempt | None = None
    is_skipped: bool = False
    voice: tuple[InquiryKind, InquiryState] | None = None
    proposal: ProposalOutcome | None = None
    contract: tuple[ContractEventKind, ContractKind] | None = None


@dataclass(frozen=True, slots=True)
class SentRow:
    """A printed piece that was recorded as sent, with its code; `offer` in the card's words, `used` when and by whom it was brought.
    `is_shared`: it was addressed to somebody else of the household."""

    run_id: int
    day: date
    title: str
    code: str = ""
    offer: str = ""
    used: FirstUse | None = None
    returned_on: date | None = None
    is_shared: bool = False
    kind: PrintKind = PrintKind.THANK_YOU


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What a field of the record said before and after, as text; days as ISO, marks as "1" or ""."""

    at: datetime
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class CustomerView:
    """Everything the page of one customer shows. Histories are cut at `limit`; `has_more` says that there is more behind.
    `follow_ups`: the open ones by day. `tier` None: the shop uses no tiers. `due`: what is used up, the next first. `points` None: the shop
    never had points. `answers`: the sheets of this customer, newest first; `surveys`: id and title of those a talk can be noted for.
    `measures`: campaigns with this customer, the latest first. `contracts`: what runs first; `needs`: what is needed again, the next first;
    `company` None: a person. `open_voices`: what is not closed, by its promise."""

    card: CustomerCard
    facts: CustomerFacts
    currency: str
    referrer: tuple[int, str] | None
    timeline: tuple[TimelineEntry, ...]
    purchases: tuple[PurchaseRow, ...]
    sent: tuple[SentRow, ...]
    changes: tuple[ChangeRow, ...]
    limit: int
    follow_ups: tuple[FollowUpRow, ...] = ()
    referrals: ReferralView = NO_REFERRALS
    tier: CustomerTier | None = None
    depth: CustomerDepth | None = None
    due: tuple[DueAgain, ...] = ()
    points: StatementView | None = None
    household: HouseholdView = NO_HOUSEHOLD
    answers: tuple[ResponseView, ...] = ()
    voice: CustomerVoice = NO_VOICE
    surveys: tuple[tuple[int, str], ...] = ()
    measures: tuple[MeasureOfCustomer, ...] = ()
    health: HealthView = NO_HEALTH
    contracts: tuple[ContractRow, ...] = ()
    needs: tuple[NextDue, ...] = ()
    company: CompanyView | None = None
    open_voices: tuple[OpenVoice, ...] = ()

    @property
    def has_more(self) -> bool:
        return len(self.timeline) >= self.limit
