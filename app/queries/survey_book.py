"""All settled answers of a survey as arrays, its versions joined; kept in memory until a survey or an answer changes."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Integer, Text, exists, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from app.analytics.nps import latest_of
from app.analytics.occasions import Floats, Ints
from app.domain.entities import Entity
from app.domain.periods import Period, day_number
from app.domain.surveys import (
    BOXED,
    SCORED,
    Audience,
    Question,
    QuestionKind,
    ResponseState,
    SurveyContent,
    SurveyRules,
    is_same,
)
from app.models.answer_rows import is_counted
from app.models.arrays import read_columns
from app.models.changes import cache_of, changed_in
from app.models.sheet_rows import is_handed_out
from app.models.survey_versions import content_of, survey_row
from app.models.surveys import Survey, SurveyAnswer, SurveyResponse, SurveySheet, SurveyVersion

Flags = NDArray[np.bool_]
MADE_OF = (Entity.SURVEY, Entity.ANSWER, Entity.PRINT_RUN)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question over all versions that ask the same. `choices`: those of the newest version first, then what older ones offered."""

    key: str
    question: Question
    number: int
    version: int
    is_current: bool
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """The answers to one question, in the order of the responses. `place` of the response; `code` of the choice, -1 for none; `value` the
    score, the number, or the day of a date, NaN for none; `counts`: the last answer of its respondent and wave."""

    place: Ints
    code: Ints
    value: Floats
    counts: Flags

    def of(self, chosen: Flags) -> Flags:
        """Which rows count among the responses of `chosen`."""
        return self.counts & chosen[self.place]


@dataclass(frozen=True, slots=True)
class Written:
    """Words of an answer; `choice` where they stand beside "other"."""

    answer_id: int
    place: int
    key: str
    words: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Noted:
    """Words noted in a talk. `place`: of the response, or where it would stand among them: one without answers is none (`is_answered`)."""

    response: int
    place: int
    customer: int
    day: int
    wave: int
    words: str
    is_answered: bool


@dataclass(frozen=True, slots=True)
class SurveyBook:
    """Responses in the order in which they were given; `customer`, `staff`, `sheet` 0 for none, days and waves as day numbers.
    `handed_out` sheets: their wave, whether they came back, their customer. `counts`: the last response of its respondent and wave."""

    survey_id: int
    title: str
    audience: Audience
    language: str
    rules: SurveyRules
    version: int
    asked: tuple[Asked, ...]
    nps_key: str
    response: Ints
    customer: Ints
    staff: Ints
    day: Ints
    wave: Ints
    counts: Flags
    columns: Mapping[str, Column]
    written: tuple[Written, ...]
    noted: tuple[Noted, ...]
    sheet_wave: Ints
    sheet_came_back: Flags
    sheet_customer: Ints
    open_answers: int

    def chosen(self, wave: int | None) -> Flags:
        """The responses of a wave, or all."""
        return np.ones(len(self.wave), dtype=np.bool_) if wave is None else np.asarray(self.wave == wave, dtype=np.bool_)

    def find(self, key: str) -> Asked | None:
        return next((one for one in self.asked if one.key == key), None)

    def column(self, key: str) -> Column:
        return self.columns.get(key, NO_COLUMN)

    def dense(self, key: str) -> Floats:
        """The value that counts at each response; NaN where none does."""
        column, values = self.column(key), np.full(len(self.response), np.nan)
        values[column.place[column.counts]] = column.value[column.counts]
        return values


_NO_INTS = np.empty(0, dtype=np.int64)
NO_COLUMN = Column(_NO_INTS, _NO_INTS, np.empty(0, dtype=np.float64), np.empty(0, dtype=np.bool_))


def given_in(book: SurveyBook, period: Period) -> Flags:
    """The responses given within a period, of whatever wave."""
    return np.asarray((book.day >= day_number(period.start)) & (book.day < day_number(period.end)), dtype=np.bool_)


def survey_book(session: Session, survey_id: int) -> SurveyBook:
    """SurveyGone."""

    def build() -> SurveyBook:
        return _read(session, survey_id)

    return build() if changed_in(session) else cache_of(session).get(f"answers of survey {survey_id}", MADE_OF, build)


def _read(session: Session, survey_id: int) -> SurveyBook:
    survey = survey_row(session, survey_id)
    versions = [
        (row.id, row.number, content_of(row))
        for row in session.scalars(select(SurveyVersion).where(SurveyVersion.survey_id == survey_id).order_by(SurveyVersion.number.desc()))
    ]
    newest = versions[0][2] if versions else SurveyContent.from_json(survey.draft)
    asked, keys = _joined(versions or [(0, 0, newest)])
    nps = newest.nps()
    who = SurveyResponse
    state = func.coalesce
    rows = read_columns(
        session,
        select(who.id, state(who.customer_id, 0), state(who.staff_id, 0), type_coerce(who.day, Integer), type_coerce(who.wave, Integer),
               type_coerce(who.at, Integer)).where(who.survey_id == survey_id, is_counted()),
    )  # fmt: skip
    order = np.lexsort((rows[0], rows[5], rows[3]))
    response, customer, staff, day, wave, at = (column[order] for column in rows)
    if survey.audience is Audience.STAFF:
        customer = np.zeros_like(customer)
    columns, written = _answers(session, survey_id, asked, keys, response)
    book = SurveyBook(
        survey_id,
        survey.title,
        survey.audience,
        newest.language,
        SurveyRules.from_json(survey.rules),
        versions[0][1] if versions else 0,
        asked,
        "" if nps is None else keys[versions[0][0] if versions else 0, nps.id],
        response,
        customer,
        staff,
        day,
        wave,
        latest_of(customer, wave),
        columns,
        written,
        _noted(session, survey, list(zip(day.tolist(), at.tolist(), response.tolist(), strict=True))),
        *_sheets(session, survey_id),
        session.scalar(select(func.count()).where(who.survey_id == survey_id, who.state == ResponseState.OPEN)) or 0,
    )
    return replace(book, columns={key: _counted(book, column) for key, column in columns.items()})


def _joined(versions: Sequence[tuple[int, int, SurveyContent]]) -> tuple[tuple[Asked, ...], dict[tuple[int, str], str]]:
    """The questions in the order of the newest version, then those only older ones ask; and which answers belong to which. `versions`
    newest first."""
    asked: dict[str, Asked] = {}
    keys: dict[tuple[int, str], str] = {}
    for place, (version_id, number, content) in enumerate(versions):
        for question in content.asked:
            same = next((one for one in asked.values() if is_same(one.question, question)), None)
            if same is None:
                key = question.id if question.id not in asked else f"{question.id}@{number}"
                same = Asked(key, question, content.number_of(question.id), number, place == 0, question.choices)
            elif question.kind in BOXED:
                same = replace(same, choices=tuple(dict.fromkeys((*same.choices, *question.choices))))
            asked[same.key] = same
            keys[version_id, question.id] = same.key
    return tuple(asked.values()), keys


def _answers(
    session: Session, survey_id: int, asked: Sequence[Asked], keys: Mapping[tuple[int, str], str], response: Ints
) -> tuple[dict[str, Column], tuple[Written, ...]]:
    one, who = SurveyAnswer, SurveyResponse
    meant = (who.survey_id == survey_id, who.state == ResponseState.SETTLED)
    joined = select(one.response_id, who.version_id, one.question).join(who, who.id == one.response_id).where(*meant)
    connection, known = session.connection(), {question.key: question for question in asked}
    by_key: dict[str, tuple[list[int], list[int], list[float]]] = {key: ([], [], []) for key in known}
    codes = {key: {choice: place for place, choice in enumerate(question.choices)} for key, question in known.items()}
    scored = {key for key, question in known.items() if question.question.kind in SCORED}
    for number, version, question, choice in connection.execute(joined.add_columns(one.choice).where(one.choice.is_not(None))):
        key = keys.get((version, question))
        if key is not None:
            numbers, chosen, values = by_key[key]
            numbers.append(number)
            chosen.append(codes[key].get(choice, -1))
            values.append(float(choice) if key in scored else np.nan)
    words: list[Written] = []
    rest = joined.add_columns(one.id, one.choice, one.number, one.words, type_coerce(one.day, Integer), type_coerce(one.tags, Text))
    place_of = {int(number): place for place, number in enumerate(response)}
    for number, version, question, answer_id, choice, value, text, day, tags in connection.execute(
        rest.where(or_(one.choice.is_(None), one.words != ""))
    ):
        key = keys.get((version, question))
        if key is None:
            continue
        if text:
            words.append(Written(answer_id, place_of[number], key, text, _tags(tags)))
        if choice is None and (value is not None or day is not None):
            numbers, chosen, values = by_key[key]
            numbers.append(number)
            chosen.append(-1)
            values.append(float(day if value is None else value))
    words.sort(key=lambda row: (row.place, row.answer_id))
    return {key: _column(response, *lists) for key, lists in by_key.items()}, tuple(words)


def _noted(session: Session, survey: Survey, given: Sequence[tuple[int, int, int]]) -> tuple[Noted, ...]:
    """In their order. `given`: day, time and id of each response that counts, in the order of them all."""
    who = SurveyResponse
    columns: tuple[Any, ...] = (type_coerce(who.day, Integer), type_coerce(who.at, Integer), who.id, func.coalesce(who.customer_id, 0))
    query = select(*columns, type_coerce(who.wave, Integer), who.note).where(
        who.survey_id == survey.id, who.state == ResponseState.SETTLED, who.note != ""
    )
    found = []
    for day, at, number, customer, wave, words in sorted(tuple(row) for row in session.execute(query)):
        place = bisect_left(given, (day, at, number))
        is_answered = place < len(given) and given[place][2] == number
        found.append(Noted(number, place, 0 if survey.audience is Audience.STAFF else customer, day, wave, words, is_answered))
    return tuple(found)


def _column(response: Ints, numbers: Sequence[int], chosen: Sequence[int], values: Sequence[float]) -> Column:
    by_id = np.argsort(response)
    place = by_id[np.searchsorted(response[by_id], np.array(numbers, dtype=np.int64))] if numbers else _NO_INTS
    order = np.argsort(place, kind="stable")
    code, value = np.array(chosen, dtype=np.int64), np.array(values, dtype=np.float64)
    return Column(place[order].astype(np.int64), code[order], value[order], np.ones(len(place), dtype=np.bool_))


def _counted(book: SurveyBook, column: Column) -> Column:
    """With the last answer of each respondent and wave marked: all boxes of one sheet count or none."""
    places = np.unique(column.place)
    last = np.zeros(len(book.response), dtype=np.bool_)
    last[places] = latest_of(book.customer[places], book.wave[places])
    return replace(column, counts=last[column.place])


def _tags(stored: str | None) -> tuple[str, ...]:
    return () if not stored or stored == "[]" else tuple(str(tag) for tag in json.loads(stored))


def _sheets(session: Session, survey_id: int) -> tuple[Ints, Flags, Ints]:
    """Sheets that were handed out; those came back whose answers count."""
    sheet, who = SurveySheet, SurveyResponse
    answered = exists().where(who.sheet_id == sheet.id, is_counted())
    columns: tuple[Any, ...] = (type_coerce(sheet.wave, Integer), answered.label("came"), func.coalesce(sheet.customer_id, 0))
    wave, came, customer = read_columns(session, select(*columns).where(sheet.survey_id == survey_id, is_handed_out()))
    return wave, came.astype(np.bool_), customer


def is_dated(asked: Asked) -> bool:
    return asked.question.kind is QuestionKind.DATE
