"""The month-end report: what stands on it, what the owner chooses, and what it proposes for the next month.

Everything on it is as of the first day after the month, so that a report made later says the same as one made in time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from app.domain.errors import DomainError
from app.domain.follow_ups import FollowUpKind
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.measures import MeasureKind
from app.domain.periods import Period, add_months, month_of, month_start
from app.domain.stored import as_mapping, is_member, is_number
from app.domain.tiles import Tile

if TYPE_CHECKING:
    from app.domain.chart_rows import FlowMonth, SegmentShare
    from app.domain.figures import CohortMatrix, Coverage, PeopleSpec, TrendSeries
    from app.domain.measure_view import PastResult
    from app.domain.point_money import OwedOn, ProgrammeCost
    from app.domain.survey_results import Nps, Step

CONTEXT = "MonthReport"
LONGEST_COMMENT = 160
SHOWN_SUGGESTIONS = 3
SHOWN_REMARKS = 3
MOST_NAMES = 60


class MonthNotThere(DomainError):
    """Of a month that has not begun, or lies before the shop's first sale."""

    sentence = QT_TRANSLATE_NOOP("Errors", "There are no figures of {month} yet. Nothing was made.")


class CommentTooLong(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "The comment can have {high} characters at most, so that it fits on the page.")


class SuggestionGone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This suggestion is not on the report any more. Nothing was changed.")


class NobodyLeftToPlan(DomainError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors",
        "Nobody is left to plan this for: they do not want to be contacted, have left, or have the very same follow-up already. "
        "Nothing was changed.",
    )


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What the owner wants on it. `with_names`: lists of names on pages of their own."""

    with_last_year: bool = True
    with_remarks: bool = True
    with_names: bool = False

    def to_json(self) -> dict[str, Any]:
        return {"with_last_year": self.with_last_year, "with_remarks": self.with_remarks, "with_names": self.with_names}

    @classmethod
    def from_json(cls, stored: object) -> ReportOptions:
        """What was stored, as far as it is understood."""
        found, usual = as_mapping(stored), cls()
        kept = {name: found[name] for name in usual.to_json() if isinstance(found.get(name), bool)}
        return cls(**kept)


class SuggestionKind(StrEnum):
    """In the order in which they are proposed."""

    PROMISES = "promises"
    ANSWER = "answer"
    REACH_OUT = "reach_out"
    SECOND_VISIT = "second_visit"
    WIN_BACK = "win_back"
    REFERRAL = "referral"
    BIRTHDAY = "birthday"
    THANK_YOU = "thank_you"


SUGGESTION_TITLES: Mapping[SuggestionKind, str] = {
    SuggestionKind.PROMISES: QT_TRANSLATE_NOOP("MonthReport", "Answer the {count} whose voices are open"),
    SuggestionKind.ANSWER: QT_TRANSLATE_NOOP("MonthReport", "Answer the {count} who were not content"),
    SuggestionKind.REACH_OUT: QT_TRANSLATE_NOOP("MonthReport", "Call on the {count} who are past their usual gap"),
    SuggestionKind.SECOND_VISIT: QT_TRANSLATE_NOOP("MonthReport", "Invite {count} a second time"),
    SuggestionKind.WIN_BACK: QT_TRANSLATE_NOOP("MonthReport", "Write to the {count} who stopped coming"),
    SuggestionKind.REFERRAL: QT_TRANSLATE_NOOP("MonthReport", "Ask {count} regulars to bring a friend"),
    SuggestionKind.BIRTHDAY: QT_TRANSLATE_NOOP("MonthReport", "Birthday cards for {count}"),
    SuggestionKind.THANK_YOU: QT_TRANSLATE_NOOP("MonthReport", "Thank the {count} regulars"),
}
SUGGESTION_REASONS: Mapping[SuggestionKind, str] = {
    SuggestionKind.PROMISES: QT_TRANSLATE_NOOP("MonthReport", "They said something, and it was not closed by the end of the month."),
    SuggestionKind.ANSWER: QT_TRANSLATE_NOOP("MonthReport", "Nobody has spoken to them since."),
    SuggestionKind.REACH_OUT: QT_TRANSLATE_NOOP("MonthReport", "They bought for {amount} in the last 365 days."),
    SuggestionKind.SECOND_VISIT: QT_TRANSLATE_NOOP("MonthReport", "They came once, more than 30 days ago."),
    SuggestionKind.WIN_BACK: QT_TRANSLATE_NOOP("MonthReport", "They came before, and not in the last {days} days."),
    SuggestionKind.REFERRAL: QT_TRANSLATE_NOOP("MonthReport", "Fewer new customers ({new}) than lost ones ({lost})."),
    SuggestionKind.BIRTHDAY: QT_TRANSLATE_NOOP("MonthReport", "Their birthday is in the month after."),
    SuggestionKind.THANK_YOU: QT_TRANSLATE_NOOP("MonthReport", "They bring {percent} of the sales."),
}
CAMPAIGN_OF: Mapping[SuggestionKind, MeasureKind] = {
    SuggestionKind.SECOND_VISIT: MeasureKind.SECOND_VISIT,
    SuggestionKind.WIN_BACK: MeasureKind.WIN_BACK,
    SuggestionKind.REFERRAL: MeasureKind.REFERRAL,
    SuggestionKind.BIRTHDAY: MeasureKind.BIRTHDAY,
    SuggestionKind.THANK_YOU: MeasureKind.THANK_YOU,
}
"""What becomes a campaign; the others become follow-ups."""
FOLLOW_UP_OF: Mapping[SuggestionKind, FollowUpKind] = {
    SuggestionKind.PROMISES: FollowUpKind.CALL,
    SuggestionKind.ANSWER: FollowUpKind.CALL,
    SuggestionKind.REACH_OUT: FollowUpKind.CALL,
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`customer_ids` as of the end of the month. `values` fill the marked sentences of its kind. `done`: the act that carried it out,
    None while it waits; `measure_id`: the draft that came of it."""

    kind: SuggestionKind
    customer_ids: tuple[int, ...]
    values: Mapping[str, object] = field(default_factory=dict)
    done: int | None = None
    measure_id: int | None = None

    @property
    def title(self) -> str:
        return SUGGESTION_TITLES[self.kind]

    @property
    def reason(self) -> str:
        return SUGGESTION_REASONS[self.kind]

    @property
    def is_campaign(self) -> bool:
        return self.kind in CAMPAIGN_OF


@dataclass(frozen=True, slots=True)
class KeptSuggestions:
    """What the owner did with them: kinds `passed` over, and by kind the act that carried one out, with the campaign it made."""

    passed: tuple[SuggestionKind, ...] = ()
    done: Mapping[SuggestionKind, tuple[int, int | None]] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        done = {kind.value: [action, measure] for kind, (action, measure) in self.done.items()}
        return {"passed": [kind.value for kind in self.passed], "done": done}

    @classmethod
    def from_json(cls, stored: object) -> KeptSuggestions:
        """What was stored, as far as it is understood."""
        found = as_mapping(stored)
        passed = found.get("passed")
        done: dict[SuggestionKind, tuple[int, int | None]] = {}
        for kind, pair in as_mapping(found.get("done")).items():
            if is_member(SuggestionKind, kind) and isinstance(pair, list) and len(pair) == 2 and is_number(pair[0]):
                done[SuggestionKind(kind)] = (int(pair[0]), int(pair[1]) if is_number(pair[1]) else None)
        kinds = [SuggestionKind(one) for one in passed if is_member(SuggestionKind, one)] if isinstance(passed, list) else []
        return cls(tuple(dict.fromkeys(kinds)), done)


@dataclass(frozen=True, slots=True)
class CarriedOut:
    """`count` people; `left_out` of those asked for. `measure_id`: the draft that was begun."""

    action_id: int | None
    count: int
    left_out: int
    measure_id: int | None = None


def shown_suggestions(found: tuple[Suggestion, ...], passed: tuple[SuggestionKind, ...]) -> tuple[Suggestion, ...]:
    """Three of them: those passed over last, and only where there are not enough others; what was carried out stays."""
    fresh = [one for one in found if one.done is not None or one.kind not in passed]
    again = [one for kind in passed for one in found if one.kind is kind and one not in fresh]
    chosen = [one for one in fresh if one.done is not None] + [one for one in fresh if one.done is None] + again
    kept = chosen[:SHOWN_SUGGESTIONS]
    return tuple(one for one in found if one in kept)


@dataclass(frozen=True, slots=True)
class ReportSentence:
    """`source` is marked English under CONTEXT, filled with `values` by whoever shows it. `people`: the names behind it, called `title`
    (marked too). `is_head`: the one that says most."""

    source: str
    values: Mapping[str, object] = field(default_factory=dict)
    people: PeopleSpec | None = None
    title: str = ""
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """Money in a sentence, in minor units; `signed`: with a plus sign where it is more."""

    minor: int
    signed: bool = False


@dataclass(frozen=True, slots=True)
class MonthName:
    """A month in a sentence."""

    start: date


@dataclass(frozen=True, slots=True)
class Span:
    """A range of chance of a share in a sentence."""

    low: float
    high: float


class MeasureStage(StrEnum):
    """STARTED within the month, RUNNING since before, KNOWN: its verdict came in this month."""

    STARTED = "started"
    RUNNING = "running"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """A campaign in the month. `people` it went to, `day` of its window at the end of the month. `result` where it is KNOWN."""

    measure_id: int
    name: str
    stage: MeasureStage
    people: int
    held: int
    sent_on: date
    ends_on: date
    day: int
    days: int
    result: PastResult | None = None


@dataclass(frozen=True, slots=True)
class SurveyLine:
    """What came back to a survey in the month. `remarks` newest first, with what stands in the way of naming anybody left out."""

    survey_id: int
    title: str
    answers: int
    nps: Nps | None
    step: Step | None
    means: tuple[tuple[str, float, int], ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PointsLine:
    """Points at the end of the month, what they cost in it, and how many lapse in the next."""

    owed: OwedOn
    cost: ProgrammeCost
    lapsing: int
    lapsing_people: int


@dataclass(frozen=True, slots=True)
class CauseLine:
    """How many complaints of one cause were closed in the month, and in the one before. `cause` empty: not said."""

    cause: str
    count: int
    before: int


@dataclass(frozen=True, slots=True)
class DueLine:
    """A contract to be renewed in the month after."""

    name: str
    plan: str
    day: date


@dataclass(frozen=True, slots=True)
class CareLines:
    """Complaints by cause; voices not closed at the end of the month, and of how many of them a promise had passed by then; contracts."""

    causes: tuple[CauseLine, ...] = ()
    open_voices: int = 0
    late: int = 0
    due: tuple[DueLine, ...] = ()

    @property
    def complaints(self) -> int:
        return sum(one.count for one in self.causes)


class Waiting(StrEnum):
    """What a young shop does not have yet."""

    RETURN_RATE = "return_rate"
    FLOW = "flow"
    LAST_YEAR = "last_year"


@dataclass(frozen=True, slots=True)
class NameRow:
    customer_id: int
    name: str
    last_day: date | None
    visits: int


@dataclass(frozen=True, slots=True)
class NameList:
    """`title` is marked under CONTEXT; `count` all of them, `rows` the first."""

    title: str
    count: int
    rows: tuple[NameRow, ...]


@dataclass(frozen=True, slots=True)
class MonthFacts:
    """Everything on the report of the month that begins on `month`, as of `end`: the day after it, or today while it runs.

    Amounts in minor units. `waiting`: figures that begin in a later month, named by its first day.
    """

    month: date
    end: date
    is_complete: bool
    shop: str
    currency: str
    window: int
    sentences: tuple[ReportSentence, ...]
    trend: TrendSeries
    trend_target: float | None
    cohorts: CohortMatrix
    flows: tuple[FlowMonth, ...]
    segments: tuple[SegmentShare, ...]
    tiles: tuple[Tile, ...]
    measures: tuple[MeasureLine, ...]
    surveys: tuple[SurveyLine, ...]
    points: PointsLine | None
    coverage: Coverage
    suggestions: tuple[Suggestion, ...]
    spare: int
    comment: str
    options: ReportOptions
    waiting: tuple[tuple[Waiting, date], ...] = ()
    names: tuple[NameList, ...] = ()
    care: CareLines = field(default_factory=CareLines)

    @property
    def period(self) -> Period:
        return month_of(self.month)

    @property
    def closing_day(self) -> date:
        """The last day that is counted: the date of the report."""
        return max(self.month, self.end - timedelta(days=1))


def end_of_report(month: date, today: date) -> date:
    """The first day that is not counted in the report of a month made on `today`. MonthNotThere before it began."""
    start = month_start(month)
    if start > today:
        raise MonthNotThere(field="month", month=f"{start:%Y-%m}")
    return min(add_months(start, 1), max(today, start))


def checked_comment(text: str) -> str:
    """Without blanks around it, at most three lines kept apart. CommentTooLong."""
    comment = "\n".join(line.strip() for line in text.strip().splitlines())
    if len(comment) > LONGEST_COMMENT:
        raise CommentTooLong(field="comment", high=LONGEST_COMMENT)
    return comment
