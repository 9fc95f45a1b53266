"""The measures of the shop as they stand in the calendar."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.domain.measure_calendar import Bar, BarState, MeasureCalendar, calendar_of
from app.domain.measures import MeasureRow, MeasureState
from app.queries.choosing import drafts
from app.queries.measures import measures


def measure_calendar(session: Session, today: date) -> MeasureCalendar:
    """Plans stand on the day they are to be sent; those without one, or whose day has passed, are counted as undated."""
    bars = [bar for bar in (_bar(row, today) for row in measures(session, today)) if bar is not None]
    undated = 0
    for number, plan in drafts(session).items():
        if plan.sent_on is None or plan.sent_on < today:
            undated += 1
        else:
            end = plan.sent_on + timedelta(days=plan.window_days)
            bars.append(Bar(plan.name, plan.kind, BarState.PLANNED, plan.sent_on, end, number))
    return calendar_of(bars, today, undated)


def _bar(row: MeasureRow, today: date) -> Bar | None:
    if row.state is MeasureState.DRAFT or row.sent_on is None or row.ends_on is None:
        return None
    # A measure that was stopped counts no visits any more, but what was sent was sent.
    end = row.ends_on if row.stopped_on is None else max(row.sent_on + timedelta(days=1), min(row.ends_on, row.stopped_on))
    is_running = row.is_running(today)
    return Bar(row.name, row.kind, BarState.RUNNING if is_running else BarState.OVER, row.sent_on, end, row.id, row.people)
