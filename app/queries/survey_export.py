"""The answers of a survey line by line, one for each sheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.periods import day_of
from app.domain.survey_export import AnswerSheet, ExportWords
from app.domain.surveys import BOXED, OTHER, WORDED, Audience, QuestionKind
from app.models.customer import Customer
from app.models.shop import Staff
from app.models.surveys import SurveyResponse, SurveySheet
from app.queries.survey_book import Asked, Flags, SurveyBook, survey_book
from app.queries.survey_results import chosen_of, is_withheld

_PORTION = 500


def answer_sheet(session: Session, survey_id: int, words: ExportWords, *, wave: date | None = None) -> AnswerSheet:
    """The oldest first. Of staff neither day nor name, and nothing before five have answered. SurveyGone."""
    book = survey_book(session, survey_id)
    chosen = chosen_of(book, wave)
    is_staff = book.audience is Audience.STAFF
    if is_withheld(book, int(chosen.sum())):
        chosen = np.zeros_like(chosen)
    places = [int(place) for place in np.flatnonzero(chosen)]
    heads = (words.wave,) if is_staff else (words.day, words.wave, words.code, words.name, words.sheet, words.source, words.staff)
    facts = [(_month(book, place),) for place in places] if is_staff else _facts(session, book, places, words)
    columns = [_cells(book, asked, chosen, words) for asked in book.asked]
    tags = _tags(book, chosen, words)
    header = (*heads, *(asked.question.text for asked in book.asked), words.tags)
    rows = [(*head, *(cells.get(place, "") for cells in columns), tags.get(place, "")) for head, place in zip(facts, places, strict=True)]
    if is_staff:
        # In the order in which they came, a line could be told to be somebody's.
        rows.sort(key=lambda row: row[1:])
    return AnswerSheet(header, tuple(rows))


def _month(book: SurveyBook, place: int) -> str:
    return f"{day_of(int(book.wave[place])):%Y-%m}"


def _facts(session: Session, book: SurveyBook, places: Sequence[int], words: ExportWords) -> list[tuple[str, ...]]:
    found: dict[int, Any] = {}
    numbers = [int(book.response[place]) for place in places]
    one = SurveyResponse
    query = (
        select(one.id, one.day, one.source, Customer.code, Customer.name, SurveySheet.code.label("sheet"), Staff.name.label("staff"))
        .outerjoin(Customer, Customer.id == one.customer_id)
        .outerjoin(SurveySheet, SurveySheet.id == one.sheet_id)
        .outerjoin(Staff, Staff.id == one.staff_id)
    )
    for start in range(0, len(numbers), _PORTION):
        found |= {row.id: row for row in session.execute(query.where(one.id.in_(numbers[start : start + _PORTION])))}
    rows: list[tuple[str, ...]] = []
    for place in places:
        row = found[int(book.response[place])]
        day, source = row.day.isoformat(), words.sources[row.source]
        rows.append((day, _month(book, place), row.code or "", row.name or "", row.sheet or "", source, row.staff or ""))
    return rows


def _cells(book: SurveyBook, asked: Asked, chosen: Flags, words: ExportWords) -> dict[int, str]:
    """What each response said to a question."""
    cells: dict[int, list[str]] = {}
    written = {one.place: one.words for one in book.written if one.key == asked.key and chosen[one.place]}
    if asked.question.kind in WORDED:
        return written
    column = book.column(asked.key)
    for place, code, value in zip(column.place, column.code, column.value, strict=True):
        if chosen[place]:
            cells.setdefault(int(place), []).append(_cell(asked, int(code), float(value), words))
    for place, text in written.items():
        cells.setdefault(place, []).append(text)
    if is_withheld(book, len(cells)):
        return {}
    return {place: words.between.join(parts) for place, parts in cells.items()}


def _cell(asked: Asked, code: int, value: float, words: ExportWords) -> str:
    if asked.question.kind is QuestionKind.DATE:
        return day_of(int(value)).isoformat()
    if asked.question.kind not in BOXED:
        return f"{value:.10g}"
    choice = asked.choices[code]
    return words.other if choice == OTHER and asked.question.has_other else choice


def _tags(book: SurveyBook, chosen: Flags, words: ExportWords) -> dict[int, str]:
    found: dict[int, list[str]] = {}
    for one in book.written:
        if chosen[one.place]:
            found.setdefault(one.place, []).extend(one.tags)
    return {place: words.between.join(dict.fromkeys(tags)) for place, tags in found.items()}
