"""What the measures of the shop cost: as planned, and with what was really used of points and offers once that is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, and_, select
from sqlalchemy.orm import Session

from app.domain.measure_cost import CostLines, Incentive, cost_lines, granted_points, planned_offers, used_offers, with_incentives
from app.domain.measures import Arm, MeasureChannel, MeasurePlan
from app.domain.offers import LOWERING, Offer, OfferKind
from app.domain.points import PointActKind
from app.models.counter import CodeUse
from app.models.measure_rows import end_of
from app.models.measures import Measure, MeasurePerson
from app.models.points import PointAct
from app.models.records import PrintPiece, PrintRun
from app.queries.point_money import point_value_on, use_of_acts


def cost_of(session: Session, measure: Measure, sent: int, own: int, today: date) -> CostLines:
    """Of a measure sent to so many, as it stands on `today`; `own`: what stands beside its people."""
    plan = MeasurePlan.from_json(measure.plan)
    lines = replace(cost_lines(plan.cost, sent, measure.window_days), own=own)
    end = end_of(session, measure)
    if end is None or not lines.incentives:
        return lines
    points = _points(session, measure, plan, sent, min(today + timedelta(days=1), end))
    return with_incentives(lines, points, _offers(session, measure, plan, sent, end, is_over=today >= end))


def _points(session: Session, measure: Measure, plan: MeasurePlan, sent: int, end: date) -> Incentive:
    if plan.channel is not MeasureChannel.POINTS or measure.is_outside or not plan.cost.points:
        return granted_points(plan.cost, sent, 0, None)
    found = use_of_acts(session, _gifts(measure, plan), end)
    return granted_points(plan.cost, sent, found.used, found.left)


def _gifts(measure: Measure, plan: MeasurePlan) -> Select[Any]:
    """The acts by which it gave its points: they bear the instant of its start."""
    is_sent = and_(MeasurePerson.customer_id == PointAct.customer_id, MeasurePerson.arm == Arm.SENT)
    query = select(PointAct.id).join(MeasurePerson, is_sent).where(MeasurePerson.measure_id == measure.id)
    return query.where(PointAct.kind == PointActKind.ADJUST, PointAct.at == measure.started_at, PointAct.reason == plan.name)


def _offers(session: Session, measure: Measure, plan: MeasurePlan, sent: int, end: date, *, is_over: bool) -> Incentive:
    """Once the window is over the codes of its run tell how many were used."""
    run = session.get(PrintRun, measure.run_id) if is_over and plan.cost.offer and measure.run_id is not None else None
    if run is None:
        return planned_offers(plan.cost, sent, lowers_purchase=plan.offer.kind in LOWERING)
    codes = select(PrintPiece.code).where(PrintPiece.run_id == run.id, PrintPiece.code.is_not(None))
    uses = (CodeUse.code.in_(codes), CodeUse.day >= measure.sent_on, CodeUse.day < end)
    kinds = [Offer.from_json(offer).kind for offer in session.scalars(select(CodeUse.offer).where(*uses))]
    lowering = sum(kind in LOWERING for kind in kinds)
    if OfferKind.POINTS not in kinds:
        return used_offers(plan.cost, lowering, len(kinds) - lowering, 0.0, None)
    found, value = use_of_acts(session, select(CodeUse.point_act_id).where(*uses), end), point_value_on(session, run.day)
    return used_offers(plan.cost, lowering, len(kinds) - lowering, found.used * value, found.left * value)
