"""How willingly customers recommend the shop, wave by wave."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import numpy as np
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.analytics.nps import is_beyond_chance
from app.analytics.occasions import Ints
from app.domain.chart_people import NpsPeople
from app.domain.chart_rows import NpsCourse, NpsWave
from app.domain.periods import day_of, month_start
from app.domain.survey_results import InNpsGroup, Soundness
from app.domain.surveys import Audience
from app.models.surveys import Survey, SurveyResponse
from app.queries.survey_answerers import people_of
from app.queries.survey_book import SurveyBook, survey_book
from app.queries.survey_results import nps_in

NOTHING = NpsCourse(None, "", ())


def nps_course(
    session: Session, today: date, survey_id: int | None = None, waves: int | None = 12, customers: Ints | None = None
) -> NpsCourse:
    """The newest `waves` (None: all) in which anybody answered, oldest first. `survey_id` None: of the survey of customers that asks for it
    and was answered last. `customers` (ascending ids): of these alone. Of staff nothing."""
    book = _latest(session) if survey_id is None else survey_book(session, survey_id)
    if book is None or not book.nps_key or book.audience is not Audience.CUSTOMERS:
        return NOTHING
    among = np.ones(len(book.wave), dtype=np.bool_) if customers is None else np.isin(book.customer, customers)
    found = []
    for number in np.unique(book.wave).tolist():
        nps = nps_in(book, book.chosen(number) & among)
        if nps is not None and nps.n:
            wave = day_of(number)
            found.append(NpsWave(wave, nps, wave < month_start(today)))
    shown = tuple(found if waves is None else found[-waves:])
    return NpsCourse(book.survey_id, book.title, shown, _step(shown))


def nps_people(session: Session, spec: NpsPeople) -> Ints:
    found = people_of(session, spec.survey_id, InNpsGroup(spec.group), wave=spec.wave, today=spec.wave)
    return np.array(found.ids, dtype=np.int64)


def _latest(session: Session) -> SurveyBook | None:
    """Of the survey whose answers are newest, among those of customers that ask for it."""
    newest = func.max(SurveyResponse.day)
    query = select(Survey.id).join(SurveyResponse, SurveyResponse.survey_id == Survey.id).where(Survey.audience == Audience.CUSTOMERS)
    for survey_id in session.scalars(query.group_by(Survey.id).order_by(newest.desc(), Survey.id.desc())):
        book = survey_book(session, survey_id)
        if book.nps_key and len(book.wave):
            return book
    return None


def _step(waves: tuple[NpsWave, ...]) -> tuple[int, bool] | None:
    """Between the shown figures of the last two finished waves, so that the screen adds up."""
    finished = [one.nps for one in waves if one.is_complete]
    then, now = next(reversed(list(pairwise(finished))), (None, None))
    if then is None or now is None or {then.soundness, now.soundness} != {Soundness.SOUND}:
        return None
    return (now.shown or 0) - (then.shown or 0), is_beyond_chance(now, then)
