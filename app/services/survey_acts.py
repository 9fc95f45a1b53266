"""What is done from the results of a survey: follow-ups for those who were not content, and tags on what was written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.follow_ups import FollowUpFields, FollowUpKind, FollowUpSource, FollowUpsOutcome
from app.domain.survey_answers import ResponseGone
from app.models.customer import Customer, is_within_reach
from app.models.shop import Staff
from app.models.surveys import SurveyAnswer
from app.services.actions import recorded
from app.services.follow_ups import new_follow_up

_PORTION = 500


def plan_for_answers(session: Session, notes: Mapping[int, str], *, kind: FollowUpKind, now: datetime, today: date) -> FollowUpsOutcome:
    """A follow-up for today for each customer, with its own note and by whoever looks after the customer, all as one act. Left out is who
    does not want to be contacted or is gone. Nobody is called who has no number: that is talked about at the next visit."""
    people = _people(session, list(notes))
    if not people:
        return FollowUpsOutcome(None, 0, len(notes))
    with recorded(session, ActionKind.ADD_FOLLOW_UPS, now=now, count=len(people), day=today.isoformat()) as act:
        for number, (can_call, staff) in people.items():
            own = FollowUpKind.TALK if kind is FollowUpKind.CALL and not can_call else kind
            fields = FollowUpFields(today, own, notes[number], staff)
            new_follow_up(session, number, fields, source=FollowUpSource.SURVEY, now=now, today=today)
    return FollowUpsOutcome(act.action_id, len(people), len(notes) - len(people))


def set_tags(session: Session, answer_id: int, tags: tuple[str, ...], *, now: datetime) -> int | None:
    """File the words of an answer under `tags`; the action's id, None when they are filed so already. ResponseGone."""
    answer = session.get(SurveyAnswer, answer_id)
    if answer is None:
        raise ResponseGone()
    if tuple(answer.tags) == tags:
        return None
    with recorded(session, ActionKind.TAG_ANSWER, now=now, tags=", ".join(tags)) as act:
        answer.tags = list(tags)
    return act.action_id


def _people(session: Session, wanted: list[int]) -> dict[int, tuple[bool, str]]:
    """Who may be contacted: whether there is a number to call, and who looks after the customer."""
    found: dict[int, tuple[bool, str]] = {}
    for start in range(0, len(wanted), _PORTION):
        part = Customer.id.in_(wanted[start : start + _PORTION])
        query = (
            select(Customer.id, Customer.phone, Customer.mobile, Staff.name)
            .outerjoin(Staff, (Staff.id == Customer.staff_id) & Staff.is_active)
            .where(part, is_within_reach())
        )
        found |= {number: (bool(phone or mobile), staff or "") for number, phone, mobile, staff in session.execute(query)}
    return {number: found[number] for number in wanted if number in found}
