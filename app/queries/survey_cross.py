"""Answers by part of the customers: what each part says beside all others, and which difference is more than chance."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.analytics.nps import nps_of, weights_of
from app.analytics.occasions import Floats, Ints
from app.analytics.survey_figures import mean_of, survivors, welch
from app.domain.entities import Entity
from app.domain.rates import CELL_ENOUGH, ENOUGH
from app.domain.rfm import BANDS, OCCASION_BANDS
from app.domain.segments import SEGMENTS
from app.domain.survey_results import OTHERS, CrossBy, CrossCell, CrossRow, CrossTable
from app.domain.surveys import QuestionKind
from app.models.changes import cache_of, changed_in
from app.models.customer import Customer
from app.models.shop import Staff
from app.queries.standing import statuses
from app.queries.survey_book import MADE_OF, Flags, SurveyBook
from app.queries.survey_visits import product_groups_of, staff_of, visits_of

MOST_ROWS = 8
_MADE_OF_BY = {
    CrossBy.STAFF: (Entity.PURCHASE, Entity.STAFF, Entity.CUSTOMER),
    CrossBy.AREA: (Entity.CUSTOMER,),
    CrossBy.PRODUCT_GROUP: (Entity.PURCHASE, Entity.PRODUCT),
}
_PORTION = 500


@dataclass(frozen=True, slots=True)
class Part:
    key: Hashable
    members: Flags


def possible_crosses(session: Session, book: SurveyBook) -> tuple[CrossBy, ...]:
    """None when nobody is known by name, or nothing has a score."""
    if not (book.customer != 0).any() or not scored_keys(book):
        return ()
    has_staff = session.scalar(select(func.count()).select_from(Staff)) or 0
    has_visits = len(visits_of(session, book).customer) > 0
    wanted = {CrossBy.STAFF: bool(has_staff), CrossBy.PRODUCT_GROUP: has_visits, CrossBy.SEGMENT: has_visits, CrossBy.PURCHASES: has_visits}
    return tuple(by for by in CrossBy if wanted.get(by, True))


def scored_keys(book: SurveyBook) -> tuple[str, ...]:
    """The questions of a cross table: the NPS, then the scales that are still asked."""
    scales = [one.key for one in book.asked if one.question.kind is QuestionKind.SCALE and one.is_current]
    return ((book.nps_key,) if book.nps_key else ()) + tuple(scales)


def cross_table(session: Session, book: SurveyBook, chosen: Flags, by: CrossBy, today: date) -> CrossTable:
    columns = scored_keys(book)
    named = chosen & (book.customer != 0)
    parts = _gathered(parts_of(session, book, by, today), named & book.counts, by)
    rows, tests = [], []
    for part in parts:
        cells = []
        for key in columns:
            values = book.dense(key)
            answered = named & ~np.isnan(values)
            cell, p = _cell(book, key, values, answered & part.members, answered & ~part.members)
            cells.append(cell)
            tests.append(p)
        rows.append(CrossRow(part.key, int((part.members & named & book.counts).sum()), tuple(cells)))
    kept = iter(survivors(tests))
    rows = [replace(row, cells=tuple(replace(cell, is_sure=next(kept)) for cell in row.cells)) for row in rows]
    unnamed = int((chosen & book.counts & (book.customer == 0)).sum())
    return CrossTable(by, columns, tuple(rows), unnamed, sum(p is not None for p in tests))


def members_of(session: Session, book: SurveyBook, chosen: Flags, by: CrossBy, row: Hashable, today: date) -> Flags:
    """The responses of a row of the table as it is shown."""
    named = chosen & (book.customer != 0)
    parts = _gathered(parts_of(session, book, by, today), named & book.counts, by)
    return next((part.members & named for part in parts if part.key == row), np.zeros(len(chosen), dtype=np.bool_))


def parts_of(session: Session, book: SurveyBook, by: CrossBy, today: date) -> Sequence[Part]:
    """Every response of a customer is in one part; by product groups in as many as there were on the bill."""
    if by in (CrossBy.SEGMENT, CrossBy.PURCHASES):
        return tuple(_standing_parts(session, book, by, today))

    def build() -> tuple[Part, ...]:
        return tuple({CrossBy.STAFF: _staff_parts, CrossBy.AREA: _area_parts, CrossBy.PRODUCT_GROUP: _product_parts}[by](session, book))

    if changed_in(session):
        return build()
    return cache_of(session).get(f"survey {book.survey_id} by {by}", (*MADE_OF, *_MADE_OF_BY[by]), build)


def _cell(book: SurveyBook, key: str, values: Floats, inside: Flags, outside: Flags) -> tuple[CrossCell, float | None]:
    mine, others = values[inside], values[outside]
    n, is_nps = len(mine), key == book.nps_key
    if n < CELL_ENOUGH:
        return CrossCell(n), None
    nps, mean = (nps_of(mine), None) if is_nps else (None, mean_of(mine))
    if is_nps:
        mine, others = weights_of(mine), weights_of(others)
    difference = float(mine.mean() - others.mean()) if len(others) else None
    p = welch(mine, others) if min(n, len(others)) >= ENOUGH else None
    return CrossCell(n, nps, mean, difference, p), p


def _gathered(parts: Sequence[Part], counted: Flags, by: CrossBy) -> list[Part]:
    """Those somebody is in: in their own order where they have one, else the largest first with nobody's part last. What goes beyond the
    table, and what is too small to be shown, is put together."""
    sizes = [(part, int((part.members & counted).sum())) for part in parts]
    present = [(part, size) for part, size in sizes if size]
    if by in (CrossBy.SEGMENT, CrossBy.PURCHASES):
        return [part for part, _size in present]
    present.sort(key=lambda one: (one[0].key == "", -one[1], str(one[0].key)))
    own = [part for part, _size in present[: MOST_ROWS if len(present) <= MOST_ROWS else MOST_ROWS - 1]]
    rest = [part for part, _size in present[len(own) :]]
    if rest:
        together = np.logical_or.reduce([part.members for part in rest])
        own.append(Part(OTHERS, together))
    return own


def _standing_parts(session: Session, book: SurveyBook, by: CrossBy, today: date) -> Iterator[Part]:
    now = statuses(session, today)
    place = now.positions(book.customer)
    known = (place >= 0) & (book.customer != 0)
    if by is CrossBy.PURCHASES:
        visits = np.where(known, now.standing.visits_365[np.maximum(place, 0)] if len(now.customer) else 0, 0)
        band = np.searchsorted(OCCASION_BANDS, visits, side="left")
        for number in range(BANDS):
            yield Part(number, (band == number) & (book.customer != 0))
        return
    if now.groups is None:
        return
    segment = np.where(known, now.groups.segment[np.maximum(place, 0)], -1)
    for number, name in enumerate(SEGMENTS):
        yield Part(name, np.asarray(segment == number, dtype=np.bool_))


def _staff_parts(session: Session, book: SurveyBook) -> Iterator[Part]:
    staff = staff_of(session, book)
    names = {number: name for number, name in session.execute(select(Staff.id, Staff.name))}
    for number in np.unique(staff):
        yield Part(names.get(int(number), ""), np.asarray(staff == number, dtype=np.bool_))


def _area_parts(session: Session, book: SurveyBook) -> Iterator[Part]:
    """By town, else by prefecture."""
    customers = np.unique(book.customer)
    area: dict[int, str] = {}
    for start in range(0, len(customers), _PORTION):
        part = [int(number) for number in customers[start : start + _PORTION]]
        query = select(Customer.id, Customer.prefecture, Customer.city).where(Customer.id.in_(part))
        area |= {number: city or prefecture for number, prefecture, city in session.execute(query)}
    names = np.array([area.get(int(number), "") for number in book.customer], dtype=object)
    for name in sorted(set(area.values()) | {""}):
        yield Part(name, np.asarray(names == name, dtype=np.bool_))


def _product_parts(session: Session, book: SurveyBook) -> Iterator[Part]:
    some = np.zeros(len(book.response), dtype=np.bool_)
    for name, places in product_groups_of(session, book).items():
        members = _flags(places, len(some))
        some |= members
        yield Part(name, members)
    yield Part("", ~some & (book.customer != 0))


def _flags(places: Ints, count: int) -> Flags:
    members = np.zeros(count, dtype=np.bool_)
    members[places] = True
    return members
