"""What lists and pages are given about voices."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.domain.follow_ups import FollowUpKind
from app.domain.inquiries import EntryKind, InquiryChannel, InquiryKind, InquiryState
from app.domain.rates import Rate, rate_of


@dataclass(frozen=True, slots=True)
class Holder:
    """Who is at it: `since` when, at which `place`, and when a key was last pressed."""

    name: str
    since: datetime
    place: str
    typed_at: datetime


@dataclass(frozen=True, slots=True)
class InquiryRow:
    """One voice as lists show it. `name`: the customer's, else whoever it was, empty for nobody in particular. `due_at`: the open promise's
    time; None where none was made or it was kept. `holder` None: nobody is at it now. `closed_at` of one that ended."""

    id: int
    kind: InquiryKind
    state: InquiryState
    customer_id: int | None
    name: str
    is_company: bool
    phone: str
    title: str
    text: str
    channel: InquiryChannel
    received_at: datetime
    promise: str
    promise_kind: FollowUpKind | None
    due_at: datetime | None
    staff_id: int | None
    staff: str
    holder: Holder | None
    closed_at: datetime | None
    request_group_id: int | None

    def is_overdue(self, now: datetime) -> bool:
        return self.state is not InquiryState.CLOSED and self.due_at is not None and self.due_at <= now


class DueGroup(StrEnum):
    """How a list by deadline is parted."""

    OVERDUE = "overdue"
    TODAY = "today"
    LATER = "later"
    CLOSED = "closed"


class InquiryFilter(StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    REQUESTS = "requests"


@dataclass(frozen=True, slots=True)
class InquiryList:
    """The rows of one filter, in the order they are shown, and how many each filter holds. `mean_hours` to the first reply and `solved`
    within 30 days over the last year; None where there is nothing to tell."""

    rows: tuple[InquiryRow, ...]
    counts: dict[InquiryFilter, int]
    figures: VoiceFigures
    overdue: int = 0


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A line of the course, the oldest first. `replies` before it are counted by whoever asks."""

    id: int
    kind: EntryKind
    at: datetime
    by: str
    text: str


@dataclass(frozen=True, slots=True)
class SimilarAnswer:
    """An answer kept earlier that may help. `likeness` from 0 to 1."""

    id: int
    question: str
    answer: str
    used: int
    likeness: float = 0.0


@dataclass(frozen=True, slots=True)
class SampleReply:
    """`kind` None: for any."""

    id: int
    kind: InquiryKind | None
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class MergeValues:
    """What the fields of a sample reply are filled with; empty ones are left out of the sentence they stand in."""

    name: str = ""
    shop: str = ""
    staff: str = ""
    title: str = ""
    promise: str = ""


@dataclass(frozen=True, slots=True)
class InquiryDetail:
    """All of one voice. `steps`: the first-response card of its kind, `done_steps` the places ticked; `causes` given before, the most
    frequent first; `same_cause` of the last three months, this one left out; `group`: of requests put together."""

    row: InquiryRow
    entries: tuple[EntryRow, ...]
    draft: str
    steps: tuple[str, ...]
    done_steps: tuple[int, ...]
    cause: str
    prevention: str
    received_by: str
    causes: tuple[str, ...]
    same_cause: int
    similar: tuple[SimilarAnswer, ...]
    replies: tuple[SampleReply, ...]
    values: MergeValues
    staff: tuple[str, ...]
    due_since: datetime
    group: str = ""
    has_own_steps: bool = False

    @property
    def reply_count(self) -> int:
        return sum(entry.kind is EntryKind.REPLY for entry in self.entries)


@dataclass(frozen=True, slots=True)
class CauseCount:
    """Complaints that were closed with one cause, empty for none given."""

    cause: str
    count: int
    inquiry_ids: tuple[int, ...]
    customer_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class VoiceFigures:
    """Of voices received in a span. `due`: those old enough to say whether they were solved within 30 days, `solved` of them were;
    `mean_hours` to the first reply over `replied` ones."""

    count: int
    due: int
    solved: int
    replied: int
    mean_hours: float | None

    @property
    def solved_rate(self) -> Rate:
        return rate_of(self.solved, self.due)


NO_FIGURES = VoiceFigures(0, 0, 0, 0, None)


@dataclass(frozen=True, slots=True)
class RequestGroupRow:
    """Requests that ask for the same; `inquiry_ids` the newest first. `id` None: a request that stands alone."""

    id: int | None
    title: str
    state: str
    count: int
    inquiry_ids: tuple[int, ...]
    customer_ids: tuple[int, ...]
    last_at: datetime


@dataclass(frozen=True, slots=True)
class RequestsView:
    """Groups first, the largest on top, then requests that stand alone. `suggestions`: for a request alone, the group (or other request)
    it is most like."""

    groups: tuple[RequestGroupRow, ...]
    alone: tuple[RequestGroupRow, ...]
    suggestions: dict[int, RequestGroupRow] = field(default_factory=dict)
