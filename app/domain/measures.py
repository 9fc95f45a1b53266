"""Measures: what the shop does for many customers at once to bring them back, with what it costs and how its effect is found out.

A measure is planned as a draft, then started: the list is frozen, who is held back is drawn, the window is fixed. From then on only its
costs, what came of an event, and its end can change.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from app.domain.errors import DomainError
from app.domain.follow_ups import FollowUpKind
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.measure_cost import MeasureCost
from app.domain.offers import NO_OFFER, Offer
from app.domain.stored import as_mapping, day_of, is_member, is_number

DEFAULT_WINDOW = 60
SHORTEST_WINDOW, LONGEST_WINDOW = 1, 730
LONGEST_NAME = 80


class MeasureKind(StrEnum):
    """The aim. Results of the same kind are put together."""

    THANK_YOU = "thank_you"
    SECOND_VISIT = "second_visit"
    WIN_BACK = "win_back"
    BIRTHDAY = "birthday"
    SEASON = "season"
    REFERRAL = "referral"
    UP_SELL = "up_sell"
    EVENT = "event"
    OTHER = "other"


KIND_LABELS: Mapping[MeasureKind, str] = {
    MeasureKind.THANK_YOU: QT_TRANSLATE_NOOP("Measures", "Thank-you"),
    MeasureKind.SECOND_VISIT: QT_TRANSLATE_NOOP("Measures", "Second visit"),
    MeasureKind.WIN_BACK: QT_TRANSLATE_NOOP("Measures", "Long time no see"),
    MeasureKind.BIRTHDAY: QT_TRANSLATE_NOOP("Measures", "Birthday"),
    MeasureKind.SEASON: QT_TRANSLATE_NOOP("Measures", "Season's greetings"),
    MeasureKind.REFERRAL: QT_TRANSLATE_NOOP("Measures", "Bring a friend"),
    MeasureKind.UP_SELL: QT_TRANSLATE_NOOP("Measures", "Something better"),
    MeasureKind.EVENT: QT_TRANSLATE_NOOP("Measures", "Event"),
    MeasureKind.OTHER: QT_TRANSLATE_NOOP("Measures", "Other"),
}


class MeasureChannel(StrEnum):
    """How it reaches them. POINTS: points are given to each; CALLS, EMAIL: follow-ups are planned; LIST: only the list is kept."""

    POSTCARD = "postcard"
    LETTER = "letter"
    POINTS = "points"
    CALLS = "calls"
    EMAIL = "email"
    LIST = "list"


CHANNEL_LABELS: Mapping[MeasureChannel, str] = {
    MeasureChannel.POSTCARD: QT_TRANSLATE_NOOP("Measures", "Postcard"),
    MeasureChannel.LETTER: QT_TRANSLATE_NOOP("Measures", "Letter"),
    MeasureChannel.POINTS: QT_TRANSLATE_NOOP("Measures", "Points"),
    MeasureChannel.CALLS: QT_TRANSLATE_NOOP("Measures", "Telephone calls"),
    MeasureChannel.EMAIL: QT_TRANSLATE_NOOP("Measures", "E-mail, written by yourself"),
    MeasureChannel.LIST: QT_TRANSLATE_NOOP("Measures", "Only the list of names"),
}
FOLLOW_UP_OF_CHANNEL: Mapping[MeasureChannel, FollowUpKind] = {
    MeasureChannel.CALLS: FollowUpKind.CALL,
    MeasureChannel.EMAIL: FollowUpKind.EMAIL,
}
BY_POST = frozenset({MeasureChannel.POSTCARD, MeasureChannel.LETTER})


class MeasureState(StrEnum):
    """STOPPED: ended by hand before its window was over; what was sent stays counted."""

    DRAFT = "draft"
    STARTED = "started"
    STOPPED = "stopped"


class Arm(StrEnum):
    """GUEST: came to an event without being on the list; in no comparison."""

    SENT = "sent"
    HELD = "held"
    GUEST = "guest"


class Audience(StrEnum):
    """Where the list of a plan comes from."""

    GROUP = "group"
    FIGURE = "figure"
    CHOSEN = "chosen"


class MeasureGone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This campaign is not there any more. Nothing was changed.")


class MeasureStarted(DomainError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "This campaign has started, so its list and its plan cannot change any more. Nothing was changed."
    )


class MeasureNotStarted(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This campaign has not started yet. Nothing was changed.")


class MeasureTakenBack(MeasureNotStarted):
    """Its pieces were to be printed, and it is a draft again."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors", "This campaign was taken back and is a draft again, so nothing was printed. Please start it again under Campaigns."
    )


class MeasureNameMissing(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please give the campaign a name.")


class MeasureNameTooLong(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "The name of a campaign can have {high} characters at most.")


class MeasureForNobody(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Nobody is left to send this to. Nothing was started. Please choose another group.")


class MeasurePeopleChanged(DomainError):
    """`now` people are in the list at the start, `shown` were when it was looked at last, or they are others."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors",
        "The list of this campaign has changed since it was shown: it was {shown} people and is {now} now. Nothing was started. "
        "Please look at it once more.",
    )


class MeasureWindowOutOfRange(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please count for {low} to {high} days.")


class MeasureHoldoutOutOfRange(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please leave out between 0 and {high} people, so that somebody gets it.")


class MeasureDayPast(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "A campaign can start today or later: its window must be fixed before anything is sent.")


class CustomersInOtherMeasure(DomainError):
    """`count` people, of whom `name` is one, are in the running measure `other`."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors",
        "{count} of these people, {name} among them, are in the campaign “{other}”, which still counts. "
        "Two at once could not be told apart. Nothing was started.",
    )


@dataclass(frozen=True, slots=True)
class AudiencePlan:
    """`group_id` of one of the shop's groups; `figure`: the name of a ready-made list; `customer_ids`: chosen one by one. `words` is how
    the list was called when it was chosen."""

    source: Audience = Audience.GROUP
    group_id: int | None = None
    figure: str = ""
    customer_ids: tuple[int, ...] = ()
    words: str = ""

    def to_json(self) -> dict[str, Any]:
        return {
            "source": self.source.value,
            "group_id": self.group_id,
            "figure": self.figure,
            "customer_ids": list(self.customer_ids),
            "words": self.words,
        }

    @classmethod
    def from_json(cls, stored: object) -> AudiencePlan:
        """What was stored, as far as it is understood."""
        found = as_mapping(stored)
        ids = found.get("customer_ids")
        group = found.get("group_id")
        return cls(
            Audience(found["source"]) if is_member(Audience, found.get("source")) else Audience.GROUP,
            group if isinstance(group, int) and not isinstance(group, bool) else None,
            str(found.get("figure") or ""),
            tuple(one for one in ids if isinstance(one, int)) if isinstance(ids, list) else (),
            str(found.get("words") or ""),
        )


@dataclass(frozen=True, slots=True)
class Scores:
    """How the owner rates a plan, 1 (poor) to 5 (good); cost and effect come from the numbers and are not here."""

    feasibility: int = 3
    extensibility: int = 3


@dataclass(frozen=True, slots=True)
class MeasurePlan:
    """Everything the wizard asks. `held_back` people; None: as many as usual for the number of people (domain.measure_draw). `sent_on`
    None: the day it is started. `expected_rate`: share of those reached who come because of it; `expected_margin`: gross margin in minor
    units each of them then brings; `expected_hours`: working hours saved in a year. `template_id`, `card_key`: what is printed.
    `points` for each with POINTS. `event_on`, `place`: of an event."""

    name: str = ""
    kind: MeasureKind = MeasureKind.WIN_BACK
    audience: AudiencePlan = field(default_factory=AudiencePlan)
    held_back: int | None = None
    channel: MeasureChannel = MeasureChannel.POSTCARD
    template_id: int | None = None
    card_key: str = ""
    offer: Offer = NO_OFFER
    points: int = 0
    sent_on: date | None = None
    window_days: int = DEFAULT_WINDOW
    cost: MeasureCost = field(default_factory=MeasureCost)
    expected_rate: float | None = None
    expected_margin: int | None = None
    expected_hours: float = 0.0
    scores: Scores = field(default_factory=Scores)
    event_on: date | None = None
    place: str = ""
    note: str = ""

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "kind": self.kind.value,
            "audience": self.audience.to_json(),
            "held_back": self.held_back,
            "channel": self.channel.value,
            "template_id": self.template_id,
            "card_key": self.card_key,
            "offer": self.offer.to_json(),
            "points": self.points,
            "sent_on": None if self.sent_on is None else self.sent_on.isoformat(),
            "window_days": self.window_days,
            "cost": self.cost.to_json(),
            "expected_rate": self.expected_rate,
            "expected_margin": self.expected_margin,
            "expected_hours": self.expected_hours,
            "scores": [self.scores.feasibility, self.scores.extensibility],
            "event_on": None if self.event_on is None else self.event_on.isoformat(),
            "place": self.place,
            "note": self.note,
        }

    @classmethod
    def from_json(cls, stored: object) -> MeasurePlan:
        """What was stored, as far as it is understood; the rest as in a new plan."""
        found = as_mapping(stored)
        whole = {name: _whole(found.get(name)) for name in ("held_back", "template_id", "expected_margin", "points", "window_days")}
        rate, hours, scores = found.get("expected_rate"), found.get("expected_hours"), found.get("scores")
        rated = isinstance(scores, list) and len(scores) == 2 and all(isinstance(one, int) and 1 <= one <= 5 for one in scores)
        return cls(
            name=str(found.get("name") or ""),
            kind=MeasureKind(found["kind"]) if is_member(MeasureKind, found.get("kind")) else MeasureKind.OTHER,
            audience=AudiencePlan.from_json(found.get("audience")),
            held_back=whole["held_back"],
            channel=MeasureChannel(found["channel"]) if is_member(MeasureChannel, found.get("channel")) else MeasureChannel.LIST,
            template_id=whole["template_id"],
            card_key=str(found.get("card_key") or ""),
            offer=Offer.from_json(found.get("offer")),
            points=whole["points"] or 0,
            sent_on=day_of(found.get("sent_on")),
            window_days=whole["window_days"] or DEFAULT_WINDOW,
            cost=MeasureCost.from_json(found.get("cost")),
            expected_rate=float(rate) if is_number(rate) else None,
            expected_margin=whole["expected_margin"],
            expected_hours=float(hours) if is_number(hours) else 0.0,
            scores=Scores(*scores) if rated and isinstance(scores, list) else Scores(),
            event_on=day_of(found.get("event_on")),
            place=str(found.get("place") or ""),
            note=str(found.get("note") or ""),
        )

    def checked_name(self) -> str:
        """The name without stray blanks. MeasureNameMissing, MeasureNameTooLong."""
        name = " ".join(self.name.split())
        if not name:
            raise MeasureNameMissing(field="name")
        if len(name) > LONGEST_NAME:
            raise MeasureNameTooLong(field="name", high=LONGEST_NAME)
        return name

    def check_window(self) -> None:
        """MeasureWindowOutOfRange."""
        if not SHORTEST_WINDOW <= self.window_days <= LONGEST_WINDOW:
            raise MeasureWindowOutOfRange(field="window_days", low=SHORTEST_WINDOW, high=LONGEST_WINDOW)


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure in the list. `people` counts both arms, 0 for a draft. `cost` in minor units: planned or as corrected, points and offers
    as they were used once that is known. `latest`: the last day people of a list from elsewhere have of their own."""

    id: int
    name: str
    kind: MeasureKind
    channel: MeasureChannel
    state: MeasureState
    is_outside: bool
    people: int
    held: int
    sent_on: date | None
    window_days: int
    stopped_on: date | None
    cost: int
    updated_on: date
    latest: date | None = None

    @property
    def ends_on(self) -> date | None:
        """The first day on which the verdict is known: the window is half-open."""
        if self.sent_on is None:
            return None
        return max(self.sent_on, self.latest or self.sent_on) + timedelta(days=self.window_days)

    @property
    def days(self) -> int:
        """In how many days visits count, of one person or another."""
        return self.window_days if self.sent_on is None or self.ends_on is None else (self.ends_on - self.sent_on).days

    def is_running(self, today: date) -> bool:
        """Whether visits still count for it."""
        return self.state is MeasureState.STARTED and self.ends_on is not None and today < self.ends_on

    def day_of_window(self, today: date) -> int:
        """How many of the `days` are over, at most all."""
        return 0 if self.sent_on is None else max(0, min(self.days, (today - self.sent_on).days))


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure as its pages open it. `row` as in the list, `seed` of the draw, `run_id` of the print run that was made of it."""

    row: MeasureRow
    plan: MeasurePlan
    seed: int | None
    share_held: float | None
    run_id: int | None
    action_id: int | None = None


@dataclass(frozen=True, slots=True)
class MeasureOutcome:
    """`action_id` undoes the act; None where nothing was different."""

    measure_id: int
    action_id: int | None


@dataclass(frozen=True, slots=True)
class StartOutcome:
    """Who gets it and who was held back, in the order of the list; `left_out`: how many of the audience were left out beforehand.
    `action_id` gives the draft back."""

    measure_id: int
    action_id: int
    sent: tuple[int, ...]
    held: tuple[int, ...]
    left_out: int = 0


def _whole(value: object) -> int | None:
    return int(value) if is_number(value) else None
