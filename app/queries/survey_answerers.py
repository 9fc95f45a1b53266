"""Who is behind a figure of a survey."""

from __future__ import annotations

from datetime import date

import numpy as np
from sqlalchemy.orm import Session

from app.analytics.occasions import distinct
from app.domain.periods import day_number
from app.domain.survey_results import Answered, AnswerPeople, AnswerSpec, CameBack, EverybodyAsked, InCross, InNpsGroup
from app.domain.surveys import BOXED, WORDED, Audience
from app.queries.survey_acts import came_back, is_in_group
from app.queries.survey_book import Flags, SurveyBook, survey_book
from app.queries.survey_cross import members_of, scored_keys
from app.queries.survey_results import value_names

NOBODY = AnswerPeople((), 0)
_NO_CHOICE = -2


def people_of(session: Session, survey_id: int, spec: AnswerSpec, *, wave: date | None = None, today: date) -> AnswerPeople:
    """Each customer once, ascending. Of staff nobody: they answer without a name. SurveyGone."""
    book = survey_book(session, survey_id)
    if book.audience is Audience.STAFF:
        return NOBODY
    number = None if wave is None else day_number(wave)
    if isinstance(spec, EverybodyAsked):
        return _handed_out(book, number, spec.answered)
    return _named(book, _members(session, book, spec, book.chosen(number), today))


def _members(session: Session, book: SurveyBook, spec: AnswerSpec, chosen: Flags, today: date) -> Flags:
    members = np.zeros(len(book.response), dtype=np.bool_)
    if isinstance(spec, InNpsGroup):
        scores = book.dense(book.nps_key)
        return chosen & ~np.isnan(scores) & is_in_group(scores, spec.group)
    if isinstance(spec, InCross):
        inside = members_of(session, book, chosen, spec.by, spec.row, today)
        return inside & ~np.isnan(book.dense(spec.key)) if spec.key in scored_keys(book) else inside & book.counts
    if isinstance(spec, CameBack):
        for group, places, came in came_back(session, book, chosen, today):
            if group is spec.group:
                members[places if spec.came is None else places[came == spec.came]] = True
    elif isinstance(spec, Answered):
        members[_answered(book, spec, chosen)] = True
    return members


def _answered(book: SurveyBook, spec: Answered, chosen: Flags) -> list[int]:
    """The places of the responses."""
    asked, column = book.find(spec.key), book.column(spec.key)
    if asked is None:
        return []
    if asked.question.kind in WORDED:
        return [one.place for one in book.written if one.key == spec.key and chosen[one.place]]
    rows = column.of(chosen)
    if spec.choice is None:
        return [int(place) for place in column.place[rows]]
    if asked.question.kind in BOXED:
        code = asked.choices.index(spec.choice) if spec.choice in asked.choices else _NO_CHOICE
        return [int(place) for place in column.place[rows & (column.code == code)]]
    names = value_names(asked, column.value[rows])
    return [int(place) for place, name in zip(column.place[rows], names, strict=True) if name == spec.choice]


def _named(book: SurveyBook, members: Flags) -> AnswerPeople:
    customers = book.customer[members]
    ids = distinct(customers[customers != 0])
    return AnswerPeople(tuple(int(number) for number in ids), int((customers == 0).sum()))


def _handed_out(book: SurveyBook, wave: int | None, answered: bool | None) -> AnswerPeople:
    sheets = np.ones(len(book.sheet_wave), dtype=np.bool_) if wave is None else book.sheet_wave == wave
    if answered is not None:
        sheets = sheets & (book.sheet_came_back == answered)
    customers = book.sheet_customer[sheets]
    return AnswerPeople(tuple(int(number) for number in distinct(customers[customers != 0])), int((customers == 0).sum()))
