"""For whom a measure is: the lists to choose from, why somebody is left out, how fair the draw came out, and what can be seen with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from math import sqrt

from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.measure_draw import Person, draw, usual_share
from app.domain.measure_results import detectable_effect
from app.domain.measures import Arm, Audience, AudiencePlan, MeasureChannel, MeasureKind, MeasureState
from app.domain.print_problems import PrintProblem


class LeftOutReason(StrEnum):
    """Why somebody of the list gets nothing, in the order in which they are asked."""

    GONE = "gone"
    REFUSED = "refused"
    NO_CONSENT = "no_consent"
    MOURNING = "mourning"
    OTHER_MEASURE = "other_measure"
    ADDRESS = "address"
    NO_CONTACT = "no_contact"
    MAILED_LATELY = "mailed_lately"
    SAME_HOUSEHOLD = "same_household"
    UNPRINTABLE = "unprintable"


LEFT_OUT_WORDS: Mapping[LeftOutReason, str] = {
    LeftOutReason.GONE: QT_TRANSLATE_NOOP("Measures", "Not a customer any more"),
    LeftOutReason.REFUSED: QT_TRANSLATE_NOOP("Measures", "Does not wish it"),
    LeftOutReason.NO_CONSENT: QT_TRANSLATE_NOOP("Measures", "Has not agreed to e-mail yet"),
    LeftOutReason.MOURNING: QT_TRANSLATE_NOOP("Measures", "In mourning"),
    LeftOutReason.OTHER_MEASURE: QT_TRANSLATE_NOOP("Measures", "In another campaign"),
    LeftOutReason.ADDRESS: QT_TRANSLATE_NOOP("Measures", "Address not usable"),
    LeftOutReason.NO_CONTACT: QT_TRANSLATE_NOOP("Measures", "No number or address to reach them"),
    LeftOutReason.MAILED_LATELY: QT_TRANSLATE_NOOP("Measures", "In touch with them lately"),
    LeftOutReason.SAME_HOUSEHOLD: QT_TRANSLATE_NOOP("Measures", "Same household"),
    LeftOutReason.UNPRINTABLE: QT_TRANSLATE_NOOP("Measures", "Cannot be printed"),
}

REASON_OF_PROBLEM: Mapping[PrintProblem, LeftOutReason] = {
    PrintProblem.DECEASED: LeftOutReason.GONE,
    PrintProblem.LEFT: LeftOutReason.GONE,
    PrintProblem.DO_NOT_CONTACT: LeftOutReason.REFUSED,
    PrintProblem.NO_CONSENT: LeftOutReason.REFUSED,
    PrintProblem.MOURNING: LeftOutReason.MOURNING,
    PrintProblem.HOUSEHOLD_MOURNING: LeftOutReason.MOURNING,
    PrintProblem.BAD_ADDRESS: LeftOutReason.ADDRESS,
    PrintProblem.NO_ADDRESS: LeftOutReason.ADDRESS,
    PrintProblem.UNPOSTABLE: LeftOutReason.ADDRESS,
    PrintProblem.NO_POSTCODE: LeftOutReason.ADDRESS,
    PrintProblem.BAD_POSTCODE: LeftOutReason.ADDRESS,
    PrintProblem.UNKNOWN_POSTCODE: LeftOutReason.ADDRESS,
    PrintProblem.POSTCODE_MISMATCH: LeftOutReason.ADDRESS,
    PrintProblem.NO_STREET_NUMBER: LeftOutReason.ADDRESS,
    PrintProblem.MAILED_LATELY: LeftOutReason.MAILED_LATELY,
    PrintProblem.MAILED_TODAY: LeftOutReason.MAILED_LATELY,
    PrintProblem.TOUCHED_LATELY: LeftOutReason.MAILED_LATELY,
    PrintProblem.HAS_IT: LeftOutReason.MAILED_LATELY,
    PrintProblem.GIVEN_UP: LeftOutReason.MAILED_LATELY,
    PrintProblem.SAME_HOUSEHOLD: LeftOutReason.SAME_HOUSEHOLD,
    PrintProblem.NO_NAME: LeftOutReason.UNPRINTABLE,
    PrintProblem.MISSING_CHARACTERS: LeftOutReason.UNPRINTABLE,
    PrintProblem.TEXT_TOO_LONG: LeftOutReason.UNPRINTABLE,
    PrintProblem.NO_CODE_ROOM: LeftOutReason.UNPRINTABLE,
    PrintProblem.NOTHING_LAPSES: LeftOutReason.UNPRINTABLE,
}


class AudienceFigure(StrEnum):
    """Ready-made lists. BOUGHT_GROUP is followed by a colon and the name of a product group."""

    NOT_SEEN_90 = "not_seen_90"
    OVERDUE = "overdue"
    SECOND_VISIT = "second_visit"
    BIRTHDAY_NEXT_MONTH = "birthday_next_month"
    REGULARS = "regulars"
    NEWCOMERS = "newcomers"
    EVERYBODY = "everybody"
    BOUGHT_GROUP = "bought_group"


FIGURE_WORDS: Mapping[AudienceFigure, str] = {
    AudienceFigure.NOT_SEEN_90: QT_TRANSLATE_NOOP("Measures", "Not seen for 90 days"),
    AudienceFigure.OVERDUE: QT_TRANSLATE_NOOP("Measures", "Past 1.5 times their own usual gap"),
    AudienceFigure.SECOND_VISIT: QT_TRANSLATE_NOOP("Measures", "Came once and not again yet"),
    AudienceFigure.BIRTHDAY_NEXT_MONTH: QT_TRANSLATE_NOOP("Measures", "Birthday next month"),
    AudienceFigure.REGULARS: QT_TRANSLATE_NOOP("Measures", "Regulars"),
    AudienceFigure.NEWCOMERS: QT_TRANSLATE_NOOP("Measures", "New customers"),
    AudienceFigure.EVERYBODY: QT_TRANSLATE_NOOP("Measures", "Everybody"),
    AudienceFigure.BOUGHT_GROUP: QT_TRANSLATE_NOOP("Measures", "Bought something of a product group"),
}

_RECIPES: Mapping[MeasureKind, AudienceFigure] = {
    MeasureKind.THANK_YOU: AudienceFigure.NEWCOMERS,
    MeasureKind.SECOND_VISIT: AudienceFigure.SECOND_VISIT,
    MeasureKind.WIN_BACK: AudienceFigure.NOT_SEEN_90,
    MeasureKind.BIRTHDAY: AudienceFigure.BIRTHDAY_NEXT_MONTH,
    MeasureKind.SEASON: AudienceFigure.EVERYBODY,
    MeasureKind.REFERRAL: AudienceFigure.REGULARS,
    MeasureKind.UP_SELL: AudienceFigure.REGULARS,
    MeasureKind.EVENT: AudienceFigure.EVERYBODY,
    MeasureKind.OTHER: AudienceFigure.EVERYBODY,
}


def recipe_audience(kind: MeasureKind) -> AudiencePlan:
    """The list that a measure of this kind begins with."""
    return AudiencePlan(Audience.FIGURE, figure=_RECIPES[kind].value)


def bought_group(name: str) -> str:
    """The ready-made list of those who bought of a product group within a year."""
    return f"{AudienceFigure.BOUGHT_GROUP.value}:{name}"


def figure_of(stored: str) -> tuple[AudienceFigure | None, str]:
    """Which list a plan names, and the product group it is about; None for one that nobody knows."""
    word, _colon, rest = stored.partition(":")
    return (AudienceFigure(word), rest) if word in {one.value for one in AudienceFigure} else (None, rest)


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """Somebody on the list, as of the day it was made. `recency`, `frequency`: scores 1 to 5, 0 for who never bought; `days_since` the
    last visit, None before the first; visits and net sales (minor units) of 365 days."""

    customer_id: int
    recency: int = 0
    frequency: int = 0
    days_since: int | None = None
    visits_365: int = 0
    sales_365: int = 0


@dataclass(frozen=True, slots=True)
class AudienceView:
    """`chosen`: how many the list has; `people`: those of them who can be drawn; `left_out`: the others, each once, by the first reason."""

    chosen: int = 0
    people: tuple[PersonFacts, ...] = ()
    left_out: Mapping[LeftOutReason, tuple[int, ...]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return len(self.people)

    @property
    def usual_held(self) -> int:
        """How many are held back unless the owner chooses another number."""
        return usual_held(len(self.people))


class BalanceFigure(StrEnum):
    LAST_VISIT = "last_visit"
    VISITS = "visits"
    SALES = "sales"


BALANCE_WORDS: Mapping[BalanceFigure, str] = {
    BalanceFigure.LAST_VISIT: QT_TRANSLATE_NOOP("Measures", "Last visit"),
    BalanceFigure.VISITS: QT_TRANSLATE_NOOP("Measures", "Visits in the last year"),
    BalanceFigure.SALES: QT_TRANSLATE_NOOP("Measures", "Purchases in the last year"),
}


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """Means of the two groups: days since the last visit of those who were here, visits, minor units; None for an empty group."""

    figure: BalanceFigure
    sent: float | None
    held: float | None


@dataclass(frozen=True, slots=True)
class TrialDraw:
    """The draw as it would be made now, with how alike the groups are."""

    sent: tuple[int, ...]
    held: tuple[int, ...]
    rows: tuple[BalanceRow, ...]


@dataclass(frozen=True, slots=True)
class MeasureOfCustomer:
    """A measure as a customer's page lists it. Visits count from `sent_on` until the day before `ends_on`."""

    measure_id: int
    name: str
    kind: MeasureKind
    channel: MeasureChannel
    state: MeasureState
    arm: Arm
    sent_on: date
    ends_on: date
    came_on: date | None


@dataclass(frozen=True, slots=True)
class Power:
    """What the shop's own history says of these people. `sd`: of a person's margin in a window of `window_days` days, minor units;
    `rho`: its correlation with the margin of the year before; `base_margin` and `base_rate`: mean margin and share of those who came in
    such a window without any measure."""

    people: int
    window_days: int
    sd: float
    rho: float
    base_margin: float
    base_rate: float


@dataclass(frozen=True, slots=True)
class Detectable:
    """The smallest effects that are found four times in five; None without a comparison, or without a history to know them from.
    `margin`: minor units for each person; `rate`: difference of the shares of those who come, 0 to 1."""

    margin: float | None
    rate: float | None


def usual_held(people: int) -> int:
    """How many of so many are held back, rounded down, so that a group of one is sent to."""
    return int(people * usual_share(people))


def people_drawn(people: Sequence[PersonFacts]) -> tuple[Person, ...]:
    """As the draw takes them."""
    return tuple(Person(one.customer_id, one.recency, one.frequency) for one in people)


def trial_draw(view: AudienceView, held_back: int, seed: int) -> TrialDraw:
    """ValueError for a number that cannot be."""
    made = draw(people_drawn(view.people), held_back, seed)
    by_id = {one.customer_id: one for one in view.people}
    groups = [[by_id[number] for number in side] for side in (made.sent, made.held)]
    figures: Mapping[BalanceFigure, Callable[[PersonFacts], int | None]] = {
        BalanceFigure.LAST_VISIT: lambda one: one.days_since,
        BalanceFigure.VISITS: lambda one: one.visits_365,
        BalanceFigure.SALES: lambda one: one.sales_365,
    }
    rows = tuple(BalanceRow(figure, *(_mean([read(one) for one in side]) for side in groups)) for figure, read in figures.items())
    return TrialDraw(made.sent, made.held, rows)


def detectable(power: Power, sent: int, held: int) -> Detectable:
    """2.80 x sd x sqrt(1 - rho^2) x sqrt(1/n1 + 1/n0); for the rate sd = sqrt(p (1 - p)) of the share that comes anyway."""
    by_chance = sqrt(power.base_rate * (1 - power.base_rate))
    return Detectable(
        detectable_effect(power.sd, sent, held, power.rho) if power.sd else None,
        detectable_effect(by_chance, sent, held) if by_chance else None,
    )


def _mean(values: Sequence[int | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None
