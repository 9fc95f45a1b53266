"""The rows behind the charts of the shop: one row per month, group, band, measure or wave, each with the people it counts.

Of a month [start, end), with "active at D" = at least one occasion in [D - window, D):

    kept      active at its start and at its end
    lost      active at its start and not at its end
    new       first occasion ever within it
    returned  an occasion within it, neither active at its start nor new

So kept + lost are those active at its start. The month that runs ends with today.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.chart_people import AwaySince, FlowPart, FlowPeople, MeasurePeople, NpsPeople
from app.domain.figures import InSegment, Visitors
from app.domain.measure_results import Return, Verdict
from app.domain.measures import Arm, MeasureKind
from app.domain.rates import ENOUGH, Rate
from app.domain.segments import Segment
from app.domain.survey_results import Nps, NpsGroup


@dataclass(frozen=True, slots=True)
class FlowMonth:
    """Customers of a month, as above. `end` is the day after the last one counted."""

    month: date
    end: date
    kept: int
    returned: int
    new: int
    lost: int
    is_complete: bool

    @property
    def gain(self) -> int:
        """How many more are active at the end than at the start, where the window is no shorter than the month."""
        return self.new + self.returned - self.lost

    def count(self, part: FlowPart) -> int:
        return {FlowPart.KEPT: self.kept, FlowPart.RETURNED: self.returned, FlowPart.NEW: self.new, FlowPart.LOST: self.lost}[part]

    def people(self, part: FlowPart) -> FlowPeople:
        return FlowPeople(self.month, self.end, part)


@dataclass(frozen=True, slots=True)
class SegmentShare:
    """A group's share of the customers and of their net sales of 365 days (`amount`, minor units; share None where nothing was sold)."""

    segment: Segment
    customers: Rate
    amount: int
    sales: float | None
    people: InSegment

    @property
    def is_reference(self) -> bool:
        return self.customers.numerator < ENOUGH


@dataclass(frozen=True, slots=True)
class SalesMonth:
    """Net sales to customers = customers x visits each x amount a visit; `visits` are occasions."""

    month: date
    customers: int
    visits: int
    amount: int
    is_complete: bool
    people: Visitors

    @property
    def visits_each(self) -> float | None:
        return self.visits / self.customers if self.customers else None

    @property
    def amount_each(self) -> float | None:
        return self.amount / self.visits if self.visits else None


@dataclass(frozen=True, slots=True)
class StakeBand:
    """Who was here last so many days ago (`band`: a row of the customer map), and the gross margin (minor units) that these customers
    brought in a year while they came."""

    band: int
    customers: int
    margin: int
    people: AwaySince

    @property
    def is_reference(self) -> bool:
        return self.customers < ENOUGH


@dataclass(frozen=True, slots=True)
class AtStake:
    """`read`: the share of the history that is read (1 when done); before that there are no `bands`."""

    bands: tuple[StakeBand, ...]
    day: date
    read: float = 1.0

    @property
    def worst(self) -> StakeBand | None:
        """Of those away for 60 to 240 days the band with most at stake; who is away for longer seldom comes back."""
        late = [band for band in self.bands if band.band in LATE_BANDS and band.margin > 0]
        return max(late, key=lambda band: band.margin, default=None)


LATE_BANDS = (2, 3)


@dataclass(frozen=True, slots=True)
class MeasurePoint:
    """A finished measure. `roi` None: there was nothing to compare with, or too few to say anything. `is_sure`: that it worked (or did
    harm) outlasts the comparison of several (Benjamini & Hochberg 1995, q = 0.10)."""

    measure_id: int
    name: str
    kind: MeasureKind
    sent_on: date
    n_sent: int
    n_held: int
    roi: Return | None
    verdict: Verdict
    is_sure: bool

    @property
    def people(self) -> MeasurePeople:
        return MeasurePeople(self.measure_id, Arm.SENT)

    @property
    def is_reference(self) -> bool:
        return self.verdict is Verdict.REFERENCE


@dataclass(frozen=True, slots=True)
class NpsWave:
    """The answers of a wave (first day of its month). `is_complete` False while that month runs."""

    wave: date
    nps: Nps
    is_complete: bool


@dataclass(frozen=True, slots=True)
class NpsCourse:
    """The waves of a survey of customers, oldest first. `step`: the last finished wave against the one before, in shown points, and whether
    it outlasts the range of chance; None where either has too few answers."""

    survey_id: int | None
    title: str
    waves: tuple[NpsWave, ...]
    step: tuple[int, bool] | None = None

    def people(self, wave: date, group: NpsGroup) -> NpsPeople:
        return NpsPeople(self.survey_id or 0, wave, group)
