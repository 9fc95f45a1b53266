"""What the owner does with the report of a month: comment, contents, suggestions. Made by itself at month end, it is noted as there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.follow_ups import FollowUpFields, FollowUpSource
from app.domain.measures import Audience, AudiencePlan, MeasurePlan
from app.domain.month_report import (
    CAMPAIGN_OF,
    FOLLOW_UP_OF,
    CarriedOut,
    KeptSuggestions,
    NobodyLeftToPlan,
    ReportOptions,
    Suggestion,
    SuggestionKind,
    checked_comment,
)
from app.domain.periods import add_months, month_start
from app.models.measures import MonthReport
from app.models.summary import CustomerStat
from app.services.actions import join_with_last, recorded
from app.services.follow_ups import add_follow_ups
from app.services.measures import save_draft

DAYS_UNTIL_DUE = 2
_ONE_ACT = timedelta(minutes=5)


def save_comment(session: Session, month: date, text: str, *, now: datetime) -> int | None:
    """The action's id; None when it stands already. Typing on within some minutes is one act. CommentTooLong."""
    comment = checked_comment(text)
    row = _row(session, month, now)
    if row.comment == comment:
        return None

    def write() -> None:
        row.comment = comment

    return _changed(session, month, write, now)


def save_options(session: Session, month: date, options: ReportOptions, *, now: datetime) -> int | None:
    """What stands on the report; the action's id, None when it is so already."""
    row = _row(session, month, now)
    if ReportOptions.from_json(row.options) == options:
        return None

    def write() -> None:
        row.options = options.to_json()

    return _changed(session, month, write, now)


def swap_suggestion(session: Session, month: date, kind: SuggestionKind, *, now: datetime) -> int:
    """Pass one over, so that another takes its place. The action's id."""
    row = _row(session, month, now)
    kept = KeptSuggestions.from_json(row.suggestions)
    passed = (*(one for one in kept.passed if one is not kind), kind)

    def write() -> None:
        row.suggestions = replace(kept, passed=passed).to_json()

    return _changed(session, month, write, now)


def carry_out(session: Session, month: date, suggestion: Suggestion, name: str, *, now: datetime, today: date) -> CarriedOut:
    """Plan follow-ups, or begin the draft of a campaign for exactly these people; `name`: the note of the one, the name of the other.
    NobodyLeftToPlan."""
    if suggestion.kind in CAMPAIGN_OF:
        audience = AudiencePlan(Audience.CHOSEN, customer_ids=suggestion.customer_ids, words=name)
        made = save_draft(session, None, MeasurePlan(name=name, kind=CAMPAIGN_OF[suggestion.kind], audience=audience), now=now)
        done = CarriedOut(made.action_id, len(suggestion.customer_ids), 0, made.measure_id)
    else:
        fields = FollowUpFields(today + timedelta(days=DAYS_UNTIL_DUE), FOLLOW_UP_OF[suggestion.kind], name)
        planned = add_follow_ups(session, suggestion.customer_ids, fields, source=FollowUpSource.REPORT, now=now, today=today)
        done = CarriedOut(planned.action_id, planned.added, planned.left_out)
    if done.action_id is None:
        raise NobodyLeftToPlan
    row = _row(session, month, now)
    kept = KeptSuggestions.from_json(row.suggestions)
    row.suggestions = replace(kept, done={**kept.done, suggestion.kind: (done.action_id, done.measure_id)}).to_json()
    return done


def make_report(session: Session, today: date, *, now: datetime) -> date | None:
    """Note the report of the last finished month as made; its month where it is made now, None where it was there or the shop had no
    visits by then."""
    month = add_months(month_start(today), -1)
    first = session.scalar(select(func.min(CustomerStat.first_day)))
    if first is None or first >= month_start(today):
        return None
    if session.scalar(select(MonthReport.id).where(MonthReport.month == month)) is not None:
        return None
    _row(session, month, now)
    return month


def _row(session: Session, month: date, now: datetime) -> MonthReport:
    """Of the month; made where it is not there yet, which is no act of the user."""
    start = month_start(month)
    row = session.scalar(select(MonthReport).where(MonthReport.month == start))
    if row is None:
        row = MonthReport(month=start, comment="", options=ReportOptions().to_json(), suggestions=KeptSuggestions().to_json(), made_at=now)
        session.add(row)
        session.flush()
    return row


def _changed(session: Session, month: date, write: Callable[[], None], now: datetime) -> int:
    with recorded(session, ActionKind.COMMENT_REPORT, now=now, name=f"{month_start(month):%Y-%m}") as act:
        write()
    return join_with_last(session, act.action_id, since=now - _ONE_ACT)
