"""What the rules of a survey make of an answered sheet, within the act that records it: a follow-up of a low score or a complaint of a
very low one, and points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.follow_ups import FollowUpFields, FollowUpKind, FollowUpSource
from app.domain.points import PointActKind, rule_on
from app.domain.survey_answers import follow_up_note, lowest_answer
from app.domain.surveys import Answer, Audience, ResponseState, SurveyContent, SurveyRules
from app.models.answer_rows import read_answers
from app.models.counter import FollowUp
from app.models.customer import Customer, is_here, is_within_reach
from app.models.point_rows import read_rules
from app.models.points import PointAct
from app.models.shop import Staff
from app.models.surveys import Survey, SurveyResponse, SurveyVersion
from app.services.follow_ups import new_follow_up
from app.services.inquiry_from_survey import bring_complaint, complaint_of, drop_untouched
from app.services.ledger import follow_acts


@dataclass(frozen=True, slots=True)
class Made:
    """`follow_up_id` of the one that was planned now; `points` that were given now; `inquiry_id` of the complaint that was opened now."""

    follow_up_id: int | None = None
    points: int = 0
    inquiry_id: int | None = None


def follow_rules(
    session: Session,
    response: SurveyResponse,
    survey: Survey,
    before: Sequence[Answer],
    *,
    now: datetime,
    today: date,
    is_new: bool = True,
    allow_negative: bool = False,
) -> Made:
    """Bring follow-up and points to what the sheet says now; `before`: what it said until now. A sheet that does not count, or that
    nobody is linked to, makes nothing, and what it made goes. Staff surveys make nothing. `is_new` False: a correction gives no points."""
    if response.state is not ResponseState.SETTLED or response.customer_id is None or survey.audience is Audience.STAFF:
        take_back(session, response, now=now, today=today, allow_negative=allow_negative)
        return Made()
    rules = SurveyRules.from_json(survey.rules)
    content = SurveyContent.from_json(session.get_one(SurveyVersion, response.version_id).content)
    had, answers = complaint_of(session, response), read_answers(session, [response.id])[response.id]
    complaint = bring_complaint(session, response, content, rules, answers, before, now=now)
    if complaint is not None:
        _drop_follow_up(session, response)
        planned = None
    else:
        planned = _bring_follow_up(session, response, content, rules, () if had is not None else before, now, today)
    given = _give_points(session, response, rules, survey.title, now, today) if is_new else 0
    return Made(planned, given, complaint.id if complaint is not None and had is None else None)


def take_back(session: Session, response: SurveyResponse, *, now: datetime, today: date, allow_negative: bool = False) -> bool:
    """What the sheet made goes: a follow-up that is still open, a complaint nobody has seen to, and the points; whether there was any.
    PointsUsedAlready."""
    follow_up = _open_follow_up(session, response)
    complaint = complaint_of(session, response)
    has_gone = complaint is not None and drop_untouched(session, complaint)
    if follow_up is not None:
        session.delete(follow_up)
    act = None if response.point_act_id is None else session.get(PointAct, response.point_act_id)
    if response.follow_up_id is not None or response.point_act_id is not None:
        response.follow_up_id = response.point_act_id = None
    if act is not None:
        number = act.id
        session.delete(act)
        follow_acts(session, [number], now=now, today=today, allow_negative=allow_negative)
    session.flush()
    return follow_up is not None or has_gone or act is not None


def pass_on(session: Session, survey: Survey, customer_id: int | None, wave: date, *, now: datetime, today: date) -> None:
    """What a sheet made that counts no more, another sheet of the customer, of the same survey and wave, makes in its place."""
    one = SurveyResponse
    same = (one.survey_id == survey.id, one.customer_id == customer_id, one.wave == wave, one.state == ResponseState.SETTLED)
    if customer_id is not None:
        for other in session.scalars(select(one).where(*same).order_by(one.day.desc(), one.id.desc())).all():
            follow_rules(session, other, survey, (), now=now, today=today)


def _bring_follow_up(
    session: Session,
    response: SurveyResponse,
    content: SurveyContent,
    rules: SurveyRules,
    before: Sequence[Answer],
    now: datetime,
    today: date,
) -> int | None:
    """The id of one that was planned now."""
    low, was_low = (lowest_answer(content, answers, rules) for answers in (read_answers(session, [response.id])[response.id], before))
    follow_up = _open_follow_up(session, response)
    if low is None:
        if follow_up is not None and was_low is not None:
            session.delete(follow_up)
            response.follow_up_id = None
        return None
    note = follow_up_note(content, *low)
    if was_low is not None:
        # What somebody wrote into it since stays.
        if follow_up is not None and follow_up.note == follow_up_note(content, *was_low):
            follow_up.note = note
        return None
    spoken_of = _spoken_of(session, response)
    if spoken_of is not None:
        response.follow_up_id = spoken_of
        return None
    customer = _asked(session, response.customer_id)
    if customer is None:
        return None
    planned = new_follow_up(session, customer.id, _fields(session, customer, rules, note, today), source=FollowUpSource.SURVEY, now=now,
                            today=today)  # fmt: skip
    response.follow_up_id = planned.id
    session.flush()
    return planned.id


def _drop_follow_up(session: Session, response: SurveyResponse) -> None:
    """The complaint is the task: nothing is asked twice."""
    follow_up = _open_follow_up(session, response)
    if follow_up is not None:
        session.delete(follow_up)
        response.follow_up_id = None
        session.flush()


def _fields(session: Session, customer: Customer, rules: SurveyRules, note: str, today: date) -> FollowUpFields:
    """Today, by whoever looks after the customer; nobody is called who has no number."""
    can_call = bool(customer.phone or customer.mobile)
    kind = FollowUpKind.TALK if rules.low_kind is FollowUpKind.CALL and not can_call else rules.low_kind
    staff = session.scalar(select(Staff.name).where(Staff.id == customer.staff_id, Staff.is_active)) or ""
    return FollowUpFields(today, kind, note, staff)


def _asked(session: Session, customer_id: int | None) -> Customer | None:
    """The customer, where one may be asked and no survey has planned it already."""
    customer = session.scalar(select(Customer).where(Customer.id == customer_id, is_within_reach()))
    waiting = select(FollowUp.id).where(
        FollowUp.customer_id == customer_id, FollowUp.source == FollowUpSource.SURVEY, FollowUp.done_on.is_(None)
    )
    return None if customer is None or session.scalar(waiting.limit(1)) is not None else customer


def _spoken_of(session: Session, response: SurveyResponse) -> int | None:
    """A follow-up of a survey that was done since the sheet was recorded: nobody is asked twice what went wrong."""
    one = FollowUp
    done = (one.customer_id == response.customer_id, one.source == FollowUpSource.SURVEY, one.done_on.is_not(None))
    return session.scalar(select(one.id).where(*done, one.created_at >= response.at).order_by(one.id.desc()).limit(1))


def _open_follow_up(session: Session, response: SurveyResponse) -> FollowUp | None:
    """The one the sheet made, while it is not done."""
    found = None if response.follow_up_id is None else session.get(FollowUp, response.follow_up_id)
    return found if found is not None and found.done_on is None and found.source is FollowUpSource.SURVEY else None


def _give_points(session: Session, response: SurveyResponse, rules: SurveyRules, title: str, now: datetime, today: date) -> int:
    """Once for each customer, survey and wave, while the shop gives points; how many were given now."""
    rule = rule_on(read_rules(session), today)
    customer_id = session.scalar(select(Customer.id).where(Customer.id == response.customer_id, is_here()))
    if not rules.points or rule is None or customer_id is None or _has_points(session, response):
        return 0
    act = PointAct(
        customer_id=customer_id,
        kind=PointActKind.SURVEY,
        day=today,
        at=now,
        points=rules.points,
        expires=rule.fields.expiry.last_day(today),
        rule_id=rule.id,
        reason=title,
        staff_id=None,
        reward_id=None,
        import_id=None,
    )
    session.add(act)
    session.flush()
    response.point_act_id = act.id
    follow_acts(session, [act.id], now=now, today=today)
    return rules.points


def _has_points(session: Session, response: SurveyResponse) -> bool:
    same = select(SurveyResponse.id).where(
        SurveyResponse.customer_id == response.customer_id,
        SurveyResponse.survey_id == response.survey_id,
        SurveyResponse.wave == response.wave,
        SurveyResponse.point_act_id.is_not(None),
    )
    return response.point_act_id is not None or session.scalar(same.limit(1)) is not None
