"""What the finders read, each of it once and as columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import Any, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

import numpy as np
from sqlalchemy import Integer, Select, Text, and_, cast, func, select, type_coerce, union_all
from sqlalchemy.orm import Session

from app.domain.care import CareSettings
from app.domain.contacts import ContactKind
from app.domain.entities import Entity
from app.domain.follow_ups import TOUCHING, Outcome
from app.domain.periods import day_number, day_of
from app.domain.products import ProductRow
from app.models.arrays import read_columns
from app.models.care_finders.columns import NEVER, CareStanding, Flags, Ints, no_rows, places_of, values_at
from app.models.changes import cache_of, changed_in
from app.models.contracts import Contract
from app.models.counter import FollowUp
from app.models.customer import Contact, Customer, is_within_reach
from app.models.cyclic_rows import newest_bought, reused_products
from app.models.mailed_runs import is_mailed_run
from app.models.proposals import Proposal
from app.models.purchase import Purchase
from app.models.records import ImportBatch, ImportChange, PrintPiece, PrintPieceJoint, PrintRun
from app.models.shop import Shop
from app.models.surveys import SurveyResponse

T = TypeVar("T")
_TOUCHING_CONTACTS = (ContactKind.PHONE, ContactKind.TALK, ContactKind.EMAIL)


class People(NamedTuple):
    """Customers within reach, ascending: birthday as month * 100 + day (0: not known), last day of mourning, first day on the books."""

    customer: Ints
    staff: Ints
    birthday: Ints
    mourning: Ints
    since: Ints


class Visits(NamedTuple):
    """Occasions from a day on, with the day of the next one (NEVER: none)."""

    customer: Ints
    day: Ints
    following: Ints


class CareWorld:
    """One run's or one question's view; columns of everybody are kept for the next one until something they are made from changes.
    `standing` comes from whoever may work it out, and so does `falling`: for so many points, customer with the health
    score of a month ago and of now. Imports of the last `catch_up_days` are looked at. With `only` it is the view of one customer."""

    def __init__(
        self,
        session: Session,
        today: date,
        *,
        standing: Callable[[], CareStanding],
        falling: Callable[[float], Sequence[tuple[int, int, int]]],
        catch_up_days: int,
        only: int | None = None,
    ) -> None:
        self.session = session
        self.today = today
        self.day = day_number(today)
        self._make_standing = standing
        self.falling = falling
        self._catch_up = catch_up_days
        self.only = only
        self._visits: tuple[int, Visits] | None = None
        self._bought: tuple[int, dict[tuple[int, int], date]] | None = None

    @cached_property
    def standing(self) -> CareStanding:
        return self._make_standing()

    @cached_property
    def care(self) -> CareSettings:
        return CareSettings.from_json(self.session.scalar(select(Shop.care)))

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.session.scalar(select(Shop.timezone)) or "UTC")

    @cached_property
    def people(self) -> People:
        return self._kept("people within reach", (Entity.CUSTOMER,), self._read_people)

    def _read_people(self) -> People:
        born = type_coerce(Customer.birthday, Text)
        month = cast(func.substr(born, func.length(born) - 4, 2), Integer)
        day = cast(func.substr(born, func.length(born) - 1, 2), Integer)
        query = select(
            Customer.id.label("customer_id"),
            func.coalesce(Customer.staff_id, 0),
            func.coalesce(month * 100 + day, 0),
            func.coalesce(type_coerce(Customer.mourning_until, Integer), NEVER),
            func.coalesce(type_coerce(Customer.joined_on, Integer), type_coerce(Customer.created_at, Integer) // 86_400_000),
        ).where(is_within_reach())
        return People(*in_order(self.session, self.of_interest(query)))

    def are_within_reach(self, customers: Ints) -> Flags:
        found: Flags = places_of(self.people.customer, customers) >= 0
        return found

    def visits_since(self, start: int) -> Visits:
        """Occasions on or after a day."""
        if self._visits is None or self._visits[0] > start:
            found = self._kept(f"occasions since {start}", (Entity.PURCHASE,), lambda: self._read_visits(start))
            self._visits = (start, found)
        return self._visits[1]

    def _read_visits(self, start: int) -> Visits:
        day = type_coerce(Purchase.day, Integer)
        query = select(Purchase.customer_id, day).where(day >= start, Purchase.net > 0, Purchase.customer_id.is_not(None))
        customers, days = read_columns(self.session, self.of_interest(query))
        if not len(customers):
            return Visits(no_rows(), no_rows(), no_rows())
        order = np.lexsort((days, customers))
        customers, days = customers[order], days[order]
        first = np.ones(len(customers), dtype=np.bool_)
        first[1:] = (customers[1:] != customers[:-1]) | (days[1:] != days[:-1])
        customers, days = customers[first], days[first]
        following = np.full(len(days), NEVER, dtype=np.int64)
        same = customers[1:] == customers[:-1]
        following[:-1][same] = days[1:][same]
        return Visits(customers, days, following)

    @cached_property
    def reused(self) -> dict[int, ProductRow]:
        """Products that are due again some days after they were bought."""
        return reused_products(self.session)

    def bought_since(self, start: int) -> dict[tuple[int, int], date]:
        """By customer and product that is due again the day it was bought last, on or after a day."""
        if self._bought is None or self._bought[0] > start:
            self._bought = (start, newest_bought(self.session, self.reused, day_of(start), self.only))
        return self._bought[1]

    @cached_property
    def touches(self) -> tuple[Ints, Ints]:
        """Customers ascending with the day of their last touch; a visit is none."""
        entities = (Entity.CONTACT, Entity.PRINT_RUN, Entity.FOLLOW_UP, Entity.PROPOSAL, Entity.CUSTOMER)
        return self._kept("last touches", entities, self._read_touches)

    def _read_touches(self) -> tuple[Ints, Ints]:
        piece = and_(PrintPiece.sent_on.is_not(None), is_mailed_run())
        sent = select(PrintPiece.customer_id, PrintPiece.sent_on).join(PrintRun, PrintRun.id == PrintPiece.run_id).where(piece)
        shared = (
            select(PrintPieceJoint.customer_id, PrintPiece.sent_on)
            .join(PrintPiece, PrintPiece.id == PrintPieceJoint.piece_id)
            .join(PrintRun, PrintRun.id == PrintPiece.run_id)
            .where(piece)
        )
        said = select(Contact.customer_id, Contact.day).where(Contact.kind.in_(_TOUCHING_CONTACTS), Contact.attempt.is_(None))
        done = select(FollowUp.customer_id, FollowUp.done_on).where(
            FollowUp.done_on.is_not(None),
            FollowUp.kind.in_(TOUCHING),
            func.coalesce(FollowUp.outcome, Outcome.DONE) == Outcome.DONE,
        )
        proposed = select(Proposal.customer_id, Proposal.presented_on).where(Proposal.presented_on.is_not(None))
        every = union_all(*(self.of_interest(query) for query in (said, sent, shared, done, proposed))).subquery()
        customer, day = every.columns
        ids, days = in_order(self.session, select(customer, func.max(type_coerce(day, Integer))).group_by(customer))
        return ids, days

    @cached_property
    def imported(self) -> tuple[Ints, Ints]:
        """Customers whom an import of the last weeks brought or brought something of, and its day: what fell due before is history."""
        entities = (Entity.IMPORT, Entity.CUSTOMER, Entity.PURCHASE, Entity.CONTRACT, Entity.ANSWER, Entity.SHOP)
        return self._kept(f"imported before {self.today}", entities, self._read_imported)

    def _read_imported(self) -> tuple[Ints, Ints]:
        one = ImportBatch
        begin = datetime.combine(self.today - timedelta(days=self._catch_up + 1), time(0), UTC)
        recent = self.session.execute(select(one.id, one.at).where(one.at >= begin, one.undone_at.is_(None))).all()
        latest: dict[int, int] = {}
        for number, at in sorted(recent, key=lambda row: row[1]):
            day = self.day_of(at)
            for query in (
                select(Customer.id.label("customer_id")).where(Customer.import_id == number),
                select(ImportChange.customer_id).where(ImportChange.import_id == number),
                select(Purchase.customer_id).where(Purchase.import_id == number, Purchase.customer_id.is_not(None)).distinct(),
                select(Contract.customer_id).where(Contract.import_id == number),
                select(SurveyResponse.customer_id).where(SurveyResponse.import_id == number, SurveyResponse.customer_id.is_not(None)),
            ):
                latest.update(dict.fromkeys(read_columns(self.session, self.of_interest(query))[0].tolist(), day))
        ids = np.array(sorted(latest), dtype=np.int64)
        return ids, np.array([latest[number] for number in ids.tolist()], dtype=np.int64)

    def are_no_history(self, customers: Ints, due: Ints) -> Flags:
        """Whether the follow-ups fall due on or after the day of an import that brought the customer or something of him."""
        ids, days = self.imported
        found: Flags = due >= values_at(ids, days, customers)
        return found

    def last_touch_or_visit(self, customers: Ints) -> Ints:
        """The later of the two; the first day on the books where there is neither."""
        last = np.maximum(values_at(*self.touches, customers), values_at(self.standing.customer, self.standing.last_day, customers))
        known = values_at(self.people.customer, self.people.since, customers)
        return np.where(last == NEVER, known, last).astype(np.int64)

    def day_of(self, moment: datetime) -> int:
        """The shop's day of an instant, as a day number."""
        return day_number(moment.astimezone(self.zone).date())


    def of_interest(self, query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
        """A query with a column customer_id, of the one customer when there is only one."""
        return query if self.only is None else query.where(query.selected_columns.customer_id == self.only)

    def _kept(self, name: str, entities: Iterable[Entity], build: Callable[[], T]) -> T:
        if self.only is not None or changed_in(self.session):
            return build()
        return cache_of(self.session).get(f"care: {name}", entities, build)


def in_order(session: Session, query: Select[*tuple[Any, ...]]) -> list[Ints]:
    """Its columns, ascending by the first."""
    columns = read_columns(session, query)
    order = np.argsort(columns[0], kind="stable")
    return [column[order] for column in columns]
