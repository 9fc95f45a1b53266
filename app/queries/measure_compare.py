"""The finished measures of a kind beside each other and beside a figure from elsewhere."""

from __future__ import annotations

from collections import Counter
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.choosing import expected_of
from app.domain.measure_compare import ComparedMeasure, KindComparison, chosen_kind
from app.domain.measures import MeasureKind, MeasurePlan
from app.models.measures import Measure
from app.models.shop import Shop
from app.queries.figure_settings import figure_settings
from app.queries.measure_results import past_results, pooled_of_kind


def compare_kind(session: Session, today: date, kind: MeasureKind | None = None) -> KindComparison:
    """`kind` None: the one with most finished measures; of several with as many the one of the newest measure."""
    counts = Counter(one.kind for one in past_results(session, today))
    chosen = chosen_kind(counts, kind)
    found, settings = pooled_of_kind(session, chosen, today), figure_settings(session)
    ids = [one.measure_id for one in found.measures]
    rows = session.execute(select(Measure.id, Measure.plan).where(Measure.id.in_(ids)))
    plans = {number: MeasurePlan.from_json(plan) for number, plan in rows}
    compared = []
    for one in found.measures:
        expected = expected_of(plans[one.measure_id], one.n_sent, settings.wage)
        compared.append(ComparedMeasure(one, expected.gain, expected.roi))
    currency = session.scalars(select(Shop.currency)).one()
    return KindComparison(dict(counts), chosen, tuple(compared), found.pooled, found.roi, settings.general.get(chosen.value), currency)
