"""The four figures of the Today page and the people to reach out to."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.analytics.groups import SOURCES
from app.analytics.occasions import Ints
from app.analytics.rules import StatusColumns, chips_of
from app.domain.entities import Entity
from app.domain.figures import NotSeenLately, ReachOut, ReachOutPerson, ReturnedAfter, Stayers, TodayFigures, TodaySpecs, Visitors
from app.domain.periods import Period, add_months, day_number, month_start, month_to_date
from app.domain.rates import points_between
from app.domain.rhythm import Rhythm
from app.domain.status import CHIPS
from app.domain.summary import LONG_AWAY_DAYS
from app.models.arrays import read_columns
from app.models.changes import cache_of, changed_in
from app.models.customer import Customer
from app.models.health_rows import complaining_on
from app.models.purchase import Purchase
from app.models.summary import CustomerStat
from app.queries.people import NOT_SEEN, reach_out_positions, returned
from app.queries.receipts import DAY
from app.queries.return_rate import return_rate_at
from app.queries.standing import CustomerStatuses, statuses

SHOWN_PEOPLE = 5
_WEEK = timedelta(days=7)
_MADE_OF = (Entity.PURCHASE, Entity.CUSTOMER, Entity.SHOP, Entity.INQUIRY)


def today_figures(session: Session, today: date) -> TodayFigures:
    """Kept until a purchase, a customer or an inquiry changes."""
    if changed_in(session):
        return _figures(session, today)
    return cache_of(session).get(f"figures of {today}", _MADE_OF, lambda: _figures(session, today))


def _figures(session: Session, today: date) -> TodayFigures:
    now = statuses(session, today)
    this_month, last_month = month_to_date(today)
    visitors = _visitors(session, this_month)
    end = month_start(today)
    rate, start = return_rate_at(session, end)
    before, _ = return_rate_at(session, add_months(end, -1))
    back = ReturnedAfter(this_month, LONG_AWAY_DAYS)
    not_seen = int(now.has_chip(*NOT_SEEN).sum())
    places = reach_out_positions(now)
    return TodayFigures(
        visitors=visitors,
        visitors_more=visitors - _visitors(session, last_month),
        return_rate=rate,
        return_change=points_between(rate, before),
        return_start=start,
        return_end=end,
        returned=len(returned(session, now, this_month, LONG_AWAY_DAYS)),
        not_seen=not_seen,
        not_seen_more=not_seen - not_seen_on(session, now, today - _WEEK),
        people=_people(session, now, places[:SHOWN_PEOPLE]),
        reach_out=len(places),
        specs=TodaySpecs(Visitors(this_month), Stayers(start, end), back, NotSeenLately(today), ReachOut(today)),
    )


def reach_out_people(session: Session, today: date, limit: int | None = None) -> list[ReachOutPerson]:
    """Attention first, then watch, then second visits; inside by how far past the usual gap."""

    def build() -> tuple[ReachOutPerson, ...]:
        now = statuses(session, today)
        return _people(session, now, reach_out_positions(now)[:limit])

    if changed_in(session) or limit is None:
        return list(build())
    return list(cache_of(session).get(f"the first {limit} to reach out to on {today}", _MADE_OF, build))


def not_seen_on(session: Session, now: CustomerStatuses, day: date) -> int:
    """How many were not seen lately on an earlier day, by the usual gaps known today."""
    last_day, visits = state_on(session, now, day)
    complains = np.isin(now.customer, complaining_on(session, day))
    columns = StatusColumns(last_day, visits, now.rhythm, has_left=now.has_left, has_open_complaint=complains & (visits > 0))
    chips = chips_of(columns, window=now.rules.window, today=day)
    return int(np.isin(chips, [CHIPS.index(chip) for chip in NOT_SEEN]).sum())


def state_on(session: Session, now: CustomerStatuses, day: date) -> tuple[Ints, Ints]:
    """Last day and number of occasions up to and with an earlier `day`, in the order of `now`; 0 visits for whoever came later."""

    def build() -> tuple[Ints, Ints]:
        cut = day_number(day)
        last_day, visits = now.last_day.copy(), now.visits.copy()
        once = (now.last_day > cut) & (now.previous_day <= cut)
        last_day[once], visits[once] = now.previous_day[once], now.visits[once] - 1
        # Only of those who came twice since are the purchases asked.
        visits[now.previous_day > cut] = 0
        often = select(CustomerStat.customer_id).where(CustomerStat.previous_day > day)
        query = select(Purchase.customer_id, func.max(DAY), func.count(func.distinct(DAY)))
        query = query.where(Purchase.customer_id.in_(often), Purchase.net > 0, Purchase.day <= day)
        who, last, count = read_columns(session, query.group_by(Purchase.customer_id))
        last_day[now.positions(who)], visits[now.positions(who)] = last, count
        return last_day, visits

    if changed_in(session):
        return build()
    entities = (Entity.PURCHASE, Entity.CUSTOMER, Entity.SHOP)
    return cache_of(session).get(f"state of {day} seen on {now.today}", entities, build)


def _visitors(session: Session, period: Period) -> int:
    query = select(func.count(func.distinct(Purchase.customer_id)))
    query = query.where(Purchase.day >= period.start, Purchase.day < period.end, Purchase.net > 0)

    def build() -> int:
        return session.scalar(query) or 0

    if changed_in(session):
        return build()
    entities = (Entity.PURCHASE, Entity.CUSTOMER)
    return cache_of(session).get(f"visitors within {period}", entities, build, sales_before=period.end)


def _people(session: Session, now: CustomerStatuses, places: Ints) -> tuple[ReachOutPerson, ...]:
    ids = now.customer[places].tolist()
    names: dict[int, tuple[str, str]] = {}
    for begin in range(0, len(ids), 500):
        rows = session.execute(select(Customer.id, Customer.name, Customer.kana).where(Customer.id.in_(ids[begin : begin + 500])))
        names |= {number: (name, kana) for number, name, kana in rows}
    return tuple(_person(now, place, *names[number]) for place, number in zip(places.tolist(), ids, strict=True) if number in names)


def _person(now: CustomerStatuses, place: int, name: str, kana: str) -> ReachOutPerson:
    source = SOURCES[now.groups.source[place]] if now.groups is not None else SOURCES[-1]
    return ReachOutPerson(
        customer_id=int(now.customer[place]),
        name=name,
        kana=kana,
        chip=CHIPS[now.chip[place]],
        days_since=day_number(now.today) - int(now.last_day[place]),
        usual_days=Rhythm(float(now.rhythm[place]), source).shown_days,
        source=source,
        visits=int(now.visits[place]),
    )
