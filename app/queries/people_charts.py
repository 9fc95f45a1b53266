"""The people behind the pieces of charts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from sqlalchemy.orm import Session

from app.analytics.occasions import Ints
from app.domain.chart_people import AwaySince, FlowPeople, MeasurePeople, NpsPeople
from app.queries.at_stake import away_people
from app.queries.flows import flow_people
from app.queries.measures import people_of
from app.queries.nps_course import nps_people


def _measure_people(session: Session, spec: MeasurePeople) -> Ints:
    return np.array(people_of(session, spec.measure_id, spec.arm), dtype=np.int64)


CHART_FINDERS: Mapping[type, Callable[[Session, Any], Ints]] = {
    FlowPeople: flow_people,
    AwaySince: away_people,
    MeasurePeople: _measure_people,
    NpsPeople: nps_people,
}
