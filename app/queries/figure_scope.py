"""Over what a figure is measured: a period, and perhaps only some of the customers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.analytics.occasions import Ints
from app.domain.entities import Entity
from app.domain.figure_people import FigureFilter, FilterKind, Narrowed
from app.domain.figures import PeopleSpec
from app.domain.periods import Period, add_months, earlier, month_start, period_before, quarter_of, whole_months, year_of
from app.domain.segments import Segment
from app.domain.shop import FigurePeriod
from app.models.arrays import read_columns
from app.models.changes import cache_of, changed_in
from app.models.customer import Customer
from app.models.shop import Shop, SummaryState
from app.queries.first_products import first_products
from app.queries.group_fields import named_area
from app.queries.groups import members
from app.queries.month_standing import standing_at
from app.queries.standing import in_segment, statuses

_YEAR = 12


@dataclass(frozen=True, slots=True)
class Scope:
    """`period` as chosen; `narrowed` None: everybody."""

    today: date
    period: Period
    narrowed: FigureFilter | None = None

    @property
    def is_complete(self) -> bool:
        return self.period.is_complete(self.today)

    @property
    def end(self) -> date:
        """The first day that is not counted where somebody is looked for before it."""
        return min(self.period.end, self.today)

    @property
    def counted(self) -> Period:
        """What sums are taken over: with today in a period that runs."""
        return self.period.up_to(self.today + timedelta(days=1))

    @property
    def day(self) -> date:
        """The day of figures of a day: today for the newest finished period and the one that runs, for who is written to must be
        missing now; else the end of the period."""
        months = whole_months(self.period)
        is_newest = self.today < add_months(self.period.end, months) if months else self.today <= self.period.end
        return self.today if is_newest else self.period.end

    def before(self) -> Scope:
        return Scope(self.today, period_before(self.period), self.narrowed)

    def last_year(self) -> Scope:
        return Scope(self.today, earlier(self.period, _YEAR), self.narrowed)

    def names(self, of: PeopleSpec, day: date) -> PeopleSpec:
        """Who is behind a figure: those of `of`, and of them only to whom it is narrowed."""
        return of if self.narrowed is None else Narrowed(of, self.narrowed, day, self.today)


def default_period(session: Session, today: date) -> Period:
    """The last finished period of the kind the shop looks at."""
    kind, fiscal = session.execute(select(Shop.period, Shop.fiscal_year_start)).one()
    last = month_start(today) - timedelta(days=1)
    if kind is FigurePeriod.MONTH:
        return Period(month_start(last), month_start(today))
    running = quarter_of(today, fiscal) if kind is FigurePeriod.QUARTER else year_of(today, fiscal)
    return period_before(running)


def is_now(session: Session, day: date) -> bool:
    """Whether the summary tables stand at this day, so that everybody's standing on it is in memory."""
    as_of = session.scalar(select(SummaryState.as_of))
    return as_of is None or day >= as_of


def segment_ids(session: Session, segment: Segment, day: date) -> Ints:
    """Who was in a segment on a day, ascending."""
    if is_now(session, day):
        now = statuses(session, day)
        return now.customer[in_segment(now, segment)]
    then = standing_at(session, day)
    return then.standing.customer[then.in_segment(segment)]


def ids_in(session: Session, narrowed: FigureFilter, day: date, today: date) -> Ints:
    """To whom a figure is narrowed, ascending. Segments as they stood on `day`; groups as they are today; what stands on the record as it
    stands now. CustomerGroupGone."""
    if narrowed.kind is FilterKind.SEGMENT:
        return segment_ids(session, Segment(str(narrowed.value)), day)
    if narrowed.kind is FilterKind.GROUP:
        return members(session, int(narrowed.value), today)

    if narrowed.kind is FilterKind.FIRST_PRODUCT:
        return first_products(session).get(str(narrowed.value), np.empty(0, dtype=np.int64))

    def build() -> Ints:
        meant = {
            FilterKind.STAFF: Customer.staff_id == narrowed.value,
            FilterKind.PREFECTURE: Customer.prefecture == narrowed.value,
            FilterKind.CITY: named_area(str(narrowed.value)),
            FilterKind.CHANNEL: Customer.channel == narrowed.value,
        }[narrowed.kind]
        ids = read_columns(session, select(Customer.id).where(meant))[0]
        ids.sort()
        return ids

    if changed_in(session):
        return build()
    return cache_of(session).get(f"customers of {narrowed.kind} {narrowed.value}", (Entity.CUSTOMER,), build)
