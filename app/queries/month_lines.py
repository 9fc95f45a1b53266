"""What the month-end report says of campaigns, surveys and points, and its lists of names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.measures import MeasureRow, MeasureState
from app.domain.month_report import MOST_NAMES, SHOWN_REMARKS, MeasureLine, MeasureStage, NameList, NameRow, PointsLine, SurveyLine
from app.domain.periods import Period, add_months, day_number
from app.domain.survey_results import FEWEST_SHOWN
from app.domain.surveys import Audience, QuestionKind
from app.models.customer import Customer
from app.models.point_rows import ever_had_points
from app.models.points import PointLot
from app.models.surveys import Survey
from app.queries.measure_results import past_results
from app.queries.measures import measures
from app.queries.month_standing import MonthStanding
from app.queries.point_money import owed_on, programme_cost
from app.queries.points import lots_on
from app.queries.survey_book import given_in, survey_book
from app.queries.survey_results import nps_in, nps_step, previous_wave, questions_of, waves_of

_PORTION = 500


def measure_lines(session: Session, period: Period) -> tuple[MeasureLine, ...]:
    """Results first, then what was started, then what runs on; inside by the day they were sent."""
    rows = [row for row in measures(session, period.last_day) if row.state is not MeasureState.DRAFT]
    known = {one.measure_id: one for one in past_results(session, period.last_day)} if rows else {}
    found = []
    for row in rows:
        stage = _stage(row, period)
        if stage is None or row.sent_on is None or row.ends_on is None:
            continue
        result = known.get(row.id) if stage is MeasureStage.KNOWN else None
        day = row.day_of_window(period.end)
        line = (row.id, row.name, stage, row.people - row.held, row.held, row.sent_on, row.ends_on, day, row.days)
        found.append(MeasureLine(*line, result))
    order = (MeasureStage.KNOWN, MeasureStage.STARTED, MeasureStage.RUNNING)
    return tuple(sorted(found, key=lambda one: (order.index(one.stage), one.sent_on, one.measure_id)))


def points_line(session: Session, period: Period) -> PointsLine | None:
    """None in a shop that never had points."""
    if not ever_had_points(session):
        return None
    following = Period(period.end, add_months(period.end, 1))
    open_lots = lots_on(period.last_day).where(PointLot.expires >= following.start, PointLot.expires < following.end).subquery()
    is_left = open_lots.c.points > 0
    lapsing, people = session.execute(
        select(func.sum(open_lots.c.points).filter(is_left), func.count(func.distinct(open_lots.c.customer_id)).filter(is_left))
    ).one()
    return PointsLine(owed_on(session, period.last_day), programme_cost(session, period), lapsing or 0, people or 0)


def survey_lines(session: Session, period: Period) -> tuple[SurveyLine, ...]:
    """Of customers, those that were answered in the month; the one with most answers first."""
    asked = select(Survey.id).where(Survey.audience == Audience.CUSTOMERS).order_by(Survey.id)
    found = [_survey_line(session, number, period) for number in session.scalars(asked).all()]
    return tuple(sorted((one for one in found if one is not None), key=lambda one: -one.answers))


def name_lists(session: Session, lists: Sequence[tuple[str, Sequence[int]]], standing: MonthStanding) -> tuple[NameList, ...]:
    """`lists`: marked title and customers; by reading, at most so many each, without the lists that are empty."""
    return tuple(NameList(title, len(ids), _names(session, ids, standing)) for title, ids in lists if ids)


def _stage(row: MeasureRow, period: Period) -> MeasureStage | None:
    if row.sent_on is None or row.ends_on is None or row.sent_on >= period.end:
        return None
    if row.ends_on < period.start:
        return None
    if row.ends_on < period.end:
        return MeasureStage.KNOWN
    if row.state is MeasureState.STOPPED and row.stopped_on is not None and row.stopped_on < period.start:
        return None
    return MeasureStage.STARTED if row.sent_on >= period.start else MeasureStage.RUNNING


def _survey_line(session: Session, survey_id: int, period: Period) -> SurveyLine | None:
    """Of the answers given in the month, as in the figures: what comes in later is no part of it."""
    book = survey_book(session, survey_id)
    chosen = given_in(book, period)
    answers = int(chosen.sum())
    if not answers:
        return None
    means = tuple(
        (one.question.text, one.mean.mean, one.mean.n)
        for one in questions_of(book, chosen, None, None, is_few=answers < FEWEST_SHOWN)
        if one.question.kind is QuestionKind.SCALE and one.mean is not None and one.mean.mean is not None
    )
    written = [one.words for one in book.written if chosen[one.place]][::-1]
    remarks = tuple(" ".join(words.split()) for words in written[:SHOWN_REMARKS])
    nps, before = nps_in(book, chosen), previous_wave(waves_of(book), period.start)
    step = None
    if before is not None:
        known = book.chosen(day_number(before)) & (book.day < day_number(period.start))
        step = nps_step(before, nps, nps_in(book, known))
    return SurveyLine(survey_id, book.title, answers, nps, step, means, remarks)


def _names(session: Session, ids: Sequence[int], standing: MonthStanding) -> tuple[NameRow, ...]:
    rows: list[tuple[str, int, str]] = []
    for start in range(0, len(ids), _PORTION):
        query = select(Customer.sort_key, Customer.id, Customer.name).where(Customer.id.in_(list(ids[start : start + _PORTION])))
        rows += [(key, number, name) for key, number, name in session.execute(query)]
    shown = sorted(rows)[:MOST_NAMES]
    who = standing.standing
    found = []
    for _key, number, name in shown:
        place = int(np.searchsorted(who.customer, number))
        is_known = place < len(who.customer) and int(who.customer[place]) == number
        last = date(1970, 1, 1) + timedelta(days=int(who.last_day[place])) if is_known else None
        found.append(NameRow(number, name, last, int(who.visits[place]) if is_known else 0))
    return tuple(found)
