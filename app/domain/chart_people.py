"""The people behind the pieces of charts: what a bar, a point or a band opens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.measures import Arm
from app.domain.survey_results import NpsGroup


class FlowPart(StrEnum):
    """What became of customers in a month: see domain.chart_rows."""

    KEPT = "kept"
    RETURNED = "returned"
    NEW = "new"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class FlowPeople:
    """A piece of a month [start, end) in the chart of who came and who left."""

    start: date
    end: date
    part: FlowPart


@dataclass(frozen=True, slots=True)
class AwaySince:
    """Whose last visit lies in a band of days before `day`: a row of the customer map."""

    band: int
    day: date


@dataclass(frozen=True, slots=True)
class MeasurePeople:
    """The frozen list of a measure; `arm` None: everybody."""

    measure_id: int
    arm: Arm | None = None


@dataclass(frozen=True, slots=True)
class NpsPeople:
    """Who answered in a wave of a survey as one of a group."""

    survey_id: int
    wave: date
    group: NpsGroup


ChartPeople = FlowPeople | AwaySince | MeasurePeople | NpsPeople
