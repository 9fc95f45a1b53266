"""Figures of a day rather than of a period: who slips away, how much the regulars are, with whom nobody was in touch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from app.analytics.occasions import Ints
from app.domain.contacts import ContactKind
from app.domain.figure_people import InSegmentOn, NotContacted
from app.domain.figures import InSegment, PeopleSpec
from app.domain.periods import Period
from app.domain.rates import rate_of
from app.domain.segments import Segment
from app.domain.tiles import TileNote
from app.models.arrays import read_columns
from app.models.customer import Contact, Customer, is_here
from app.models.mailed_runs import is_mailed_run
from app.models.purchase import Purchase
from app.models.records import PrintPiece, PrintRun
from app.models.summary import CustomerStat
from app.queries.figure_scope import Scope, ids_in, is_now
from app.queries.measured import Measured, of_count, of_rate
from app.queries.month_standing import keep_standings, standing_at
from app.queries.receipts import visitors_between
from app.queries.shop import shop_zone
from app.queries.standing import in_segment, shop_rules, statuses

IN_TOUCH = (ContactKind.PHONE, ContactKind.TALK, ContactKind.EMAIL)
"""A remark is no touch, and a call that nobody took is none: nobody was reached by it."""
_IS_IN_TOUCH = and_(Contact.kind.in_(IN_TOUCH), Contact.attempt.is_(None))
_TOMORROW = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Stand:
    """Everybody who had bought and not left; net sales of the 365 days before; whether they are in the segment asked for."""

    customer: Ints
    amount_365: Ints
    chosen: NDArray[np.bool_]


def keep_stands(session: Session, scopes: Iterable[Scope]) -> None:
    """What slipping, good_customers and good_sales are of, for all scopes from one reading of the purchases."""
    keep_standings(session, [scope.day for scope in scopes if not _is_today(session, scope)])


def slipping(session: Session, scope: Scope) -> Measured:
    stand = _stand(session, scope, Segment.AT_RISK)
    return of_count(int(stand.chosen.sum()), _names(session, scope, Segment.AT_RISK))


def good_customers(session: Session, scope: Scope) -> Measured:
    """Regulars among all who have bought and not left."""
    stand = _stand(session, scope, Segment.LOYAL)
    return of_rate(rate_of(int(stand.chosen.sum()), len(stand.customer)), _names(session, scope, Segment.LOYAL))


def good_sales(session: Session, scope: Scope) -> Measured:
    """Of the net sales of 365 days to all who have not left, the share of the regulars."""
    stand = _stand(session, scope, Segment.LOYAL)
    whole, part = int(stand.amount_365.sum()), int(stand.amount_365[stand.chosen].sum())
    if whole <= 0 or part < 0:
        return Measured(note=TileNote.NOTHING_YET)
    return Measured(part / whole, count=int(stand.chosen.sum()), people=_names(session, scope, Segment.LOYAL))


def not_contacted(session: Session, scope: Scope) -> Measured:
    spec = NotContacted(scope.day, shop_rules(session).window)
    ids = not_contacted_ids(session, spec)
    if scope.narrowed is not None:
        ids = np.intersect1d(ids, ids_in(session, scope.narrowed, scope.day, scope.today), assume_unique=True)
    return of_count(len(ids), scope.names(spec, scope.day))


def not_contacted_ids(session: Session, spec: NotContacted) -> Ints:
    """Ascending. Whoever was put on record within the days is not waited for, and whoever wants no contact is left in peace."""
    period = Period(spec.day - timedelta(days=spec.days), spec.day + _TOMORROW)
    here = is_here() if is_now(session, spec.day) else _were_here(session, spec.day)
    bought_before = select(CustomerStat.customer_id).where(CustomerStat.first_day < period.start)
    is_known = or_(Customer.joined_on.is_(None), Customer.joined_on < period.start, Customer.id.in_(bought_before))
    ids = read_columns(session, select(Customer.id).where(here, Customer.do_not_contact.is_(False), is_known))[0]
    return np.setdiff1d(np.sort(ids), touched_ids(session, period), assume_unique=True)


def touched_ids(session: Session, period: Period) -> Ints:
    """With whom somebody was in touch, ascending: a visit, a talk, a call, an e-mail, something posted."""
    talks = select(Contact.customer_id).where(Contact.day.between(period.start, period.last_day), _IS_IN_TOUCH)
    return np.unique(
        np.concatenate([visitors_between(session, period.start, period.end), read_columns(session, talks)[0], mailed_ids(session, period)])
    )


def last_touches(session: Session, day: date) -> dict[int, date]:
    """By customer the last day before or on `day` on which somebody was in touch."""
    found: dict[int, date] = {}
    visits = select(Purchase.customer_id, func.max(Purchase.day)).where(Purchase.net > 0, Purchase.day <= day)
    talks = select(Contact.customer_id, func.max(Contact.day)).where(_IS_IN_TOUCH, Contact.day <= day)
    sent = select(PrintPiece.customer_id, func.max(PrintPiece.sent_on)).join(PrintRun, PrintRun.id == PrintPiece.run_id)
    sent = sent.where(is_mailed_run(), PrintPiece.sent_on <= day)
    parts: list[Select[*tuple[Any, ...]]] = [visits.group_by(Purchase.customer_id), talks.group_by(Contact.customer_id)]
    for query in (*parts, sent.group_by(PrintPiece.customer_id)):
        for customer, last in session.execute(query):
            if customer is not None and last is not None:
                found[customer] = max(last, found.get(customer, last))
    return found


def mailed_ids(session: Session, period: Period) -> Ints:
    """One entry for each piece that was posted, in no order."""
    query = select(PrintPiece.customer_id).join(PrintRun, PrintRun.id == PrintPiece.run_id)
    return read_columns(session, query.where(PrintPiece.sent_on.between(period.start, period.last_day), is_mailed_run()))[0]


def _were_here(session: Session, day: date) -> ColumnElement[bool]:
    """Neither archived nor gone before the day, nor known to be dead."""
    begins = datetime.combine(day, time(), shop_zone(session))
    left = or_(Customer.left_on.is_(None), Customer.left_on >= day)
    return and_(left, or_(Customer.archived_at.is_(None), Customer.archived_at >= begins), Customer.is_deceased.is_(False))


def _stand(session: Session, scope: Scope, segment: Segment) -> _Stand:
    day = scope.day
    if _is_today(session, scope):
        now = statuses(session, day)
        here, standing, chosen = ~now.has_left, now.standing, in_segment(now, segment)
    else:
        then = standing_at(session, day)
        here, standing, chosen = ~then.has_left, then.standing, then.in_segment(segment)
    if scope.narrowed is not None:
        here &= np.isin(standing.customer, ids_in(session, scope.narrowed, day, scope.today))
    return _Stand(standing.customer[here], standing.amount_365[here], chosen[here])


def _names(session: Session, scope: Scope, segment: Segment) -> PeopleSpec:
    day: date = scope.day
    of: PeopleSpec = InSegment(segment, day) if _is_today(session, scope) else InSegmentOn(segment.value, day)
    return scope.names(of, day)


def _is_today(session: Session, scope: Scope) -> bool:
    """Whether everybody is looked at as he stands now. Of a day that is asked for as a past one, what was sold on it and after it is no
    part, also while it is today."""
    return scope.day >= scope.today and is_now(session, scope.day)
