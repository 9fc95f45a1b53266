"""The visits of those who answered a survey: the one an answer follows, and those after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Integer, func, select, type_coerce
from sqlalchemy.orm import Session

from app.analytics.occasions import Ints, Occasions, occasions_from
from app.domain.entities import Entity
from app.models.arrays import read_columns
from app.models.changes import cache_of, changed_in
from app.models.customer import Customer
from app.models.product_book import product_book
from app.models.purchase import Purchase, PurchaseLine
from app.models.surveys import SurveyResponse
from app.queries.survey_book import MADE_OF, SurveyBook

_PORTION = 500


@dataclass(frozen=True, slots=True)
class Visits:
    """Receipts of those who answered, by customer and day; `staff` 0 for none."""

    customer: Ints
    day: Ints
    purchase: Ints
    staff: Ints

    def occasions(self) -> Occasions:
        return occasions_from(self.customer, self.day)

    def last_before(self, customer: Ints, day: Ints) -> Ints:
        """For each answer the position of the last receipt up to its day; -1 for none."""
        if not len(self.customer) or not len(customer):
            return np.full(len(customer), -1, dtype=np.int64)
        lowest = int(min(self.day.min(), day.min()))
        span = int(max(self.day.max(), day.max())) - lowest + 1
        known = self.customer * span + (self.day - lowest)
        place = np.searchsorted(known, customer * span + (day - lowest), side="right") - 1
        belongs = (place >= 0) & (self.customer[np.maximum(place, 0)] == customer) & (customer != 0)
        return np.where(belongs, place, -1).astype(np.int64)


def visits_of(session: Session, book: SurveyBook) -> Visits:
    def build() -> Visits:
        return _read(session, book.survey_id)

    entities = (*MADE_OF, Entity.PURCHASE)
    return build() if changed_in(session) else cache_of(session).get(f"visits beside survey {book.survey_id}", entities, build)


def _read(session: Session, survey_id: int) -> Visits:
    asked = select(SurveyResponse.customer_id).where(SurveyResponse.survey_id == survey_id, SurveyResponse.customer_id.is_not(None))
    one = Purchase
    query = select(one.customer_id, type_coerce(one.day, Integer), one.id, func.coalesce(one.staff_id, 0))
    columns = read_columns(session, query.where(one.customer_id.in_(asked), one.net > 0))
    order = np.lexsort((columns[2], columns[1], columns[0]))
    return Visits(*(column[order] for column in columns))


def staff_of(session: Session, book: SurveyBook) -> Ints:
    """Who received the customer: as noted with the answer, else at the visit before it, else who looks after the customer; 0 for none."""
    visits = visits_of(session, book)
    place = visits.last_before(book.customer, book.day)
    at_visit = np.where(place >= 0, visits.staff[np.maximum(place, 0)] if len(visits.staff) else 0, 0)
    found = np.where(book.staff != 0, book.staff, at_visit)
    own = _own_staff(session, book, np.unique(book.customer[(found == 0) & (book.customer != 0)]))
    return np.where(found != 0, found, own).astype(np.int64)


def product_groups_of(session: Session, book: SurveyBook) -> dict[str, Ints]:
    """Product groups of the day's visit before each answer, and the positions of the responses with them."""
    visits = visits_of(session, book)
    place = visits.last_before(book.customer, book.day)
    known = np.flatnonzero(place >= 0)
    names = _groups_on(session, np.unique(visits.purchase[place[known]]))
    found: dict[str, list[int]] = {}
    for response in known:
        for name in names.get(int(visits.purchase[place[response]]), ()):
            found.setdefault(name, []).append(int(response))
    return {name: np.array(places, dtype=np.int64) for name, places in found.items()}


def _groups_on(session: Session, purchases: Ints) -> dict[int, set[str]]:
    book, line, names = product_book(session), PurchaseLine, dict[int, set[str]]()
    told: dict[tuple[str, str, str], str] = {}
    for part in _parts(purchases):
        query = select(line.purchase_id, line.product_code, line.product, line.product_group).where(line.purchase_id.in_(part))
        for number, *words in session.connection().execute(query):
            key = (words[0], words[1], words[2])
            if key not in told:
                told[key] = book.group_of(*key)
            if told[key]:
                names.setdefault(number, set()).add(told[key])
    return names


def _own_staff(session: Session, book: SurveyBook, customers: Ints) -> Ints:
    own: dict[int, int] = {}
    for part in _parts(customers):
        query = select(Customer.id, Customer.staff_id).where(Customer.id.in_(part), Customer.staff_id.is_not(None))
        own |= {number: staff for number, staff in session.execute(query) if staff is not None}
    return np.array([own.get(int(number), 0) for number in book.customer], dtype=np.int64)


def _parts(numbers: Ints) -> Iterator[Sequence[int]]:
    for start in range(0, len(numbers), _PORTION):
        yield [int(number) for number in numbers[start : start + _PORTION]]
