"""The summary tables, kept in the transaction that changes the purchases they sum up.

`touch` takes a customer's old contribution out, works his rows out anew from his purchases and puts the new one in: one way
for inserts, back-dated entries, edits, refunds, deletes and merges.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import TableClause, and_, bindparam, case, column, delete, distinct, func, insert, or_, select, table, update
from sqlalchemy.orm import Session

from app.domain.entities import Entity
from app.domain.progress import NO_PROGRESS, Progress
from app.domain.rfm import RFM_DAYS
from app.domain.rhythm import DEFAULT_WINDOW
from app.domain.summary import Booking, MonthSums, ShopEffect, StatSums, contribution, month_first_day, month_number
from app.models.base import day_number, day_of
from app.models.changes import mark_changed
from app.models.shop import Revision, Shop, SummaryState
from app.models.summary import CohortStat, MonthStat

REBUILD_SHARE = 0.2
REBUILD_LEAST = 500
CHUNK = 400

# Plain tables: days pass as the numbers they are stored as, without a conversion per value.
_STAT_COLUMNS = StatSums._fields
_STAT = table("customer_stat", column("customer_id"), *map(column, _STAT_COLUMNS), column("revision"))
_MONTH = table("customer_month", column("customer_id"), column("month"), *map(column, MonthSums._fields))
_PURCHASE = table("purchase", *map(column, ("id", "customer_id", "day", "amount", "net", "line_count", "refund_of_id")))
_ANONYMOUS = table("anonymous_month", *map(column, ("month", "rows", "amount", "receipts", "receipts_amount")))
_EFFECT_COLUMNS = tuple(name for name in MonthStat.__table__.columns.keys() if name != "month")  # noqa: SIM118
_MONTHS = table("month_stat", column("month"), *map(column, _EFFECT_COLUMNS))
_COHORTS = table("cohort_stat", *map(column, CohortStat.__table__.columns.keys()))


@dataclass(frozen=True, slots=True)
class _State:
    window: int
    as_of: date


def touch(session: Session, customer_ids: Iterable[int | None], as_of: date | None = None) -> None:
    """Bring the tables along after any change of these customers' purchases; None stands for sales without a customer."""
    session.flush()
    wanted = set(customer_ids)
    state = _state(session)
    if state is None:
        rebuild(session, as_of or _day_after_last(session))
        return
    if as_of is not None and as_of > state.as_of:
        _move_year(session, state.as_of, as_of)
        state = _State(state.window, as_of)
    if None in wanted:
        touch_anonymous(session)
    ids = sorted(i for i in wanted if i is not None)
    if len(ids) > REBUILD_LEAST and len(ids) > REBUILD_SHARE * _count(session, _STAT):
        rebuild(session, state.as_of)
        return
    effect = ShopEffect()
    revision = _revision(session)
    for chunk in _chunks(ids):
        _touch_chunk(session, chunk, state, revision, effect)
    _write_effect(session, effect.settled())
    if wanted:
        mark_changed(session, Entity.PURCHASE, sales_since=date.max)


def touch_anonymous(session: Session, months: Iterable[int] | None = None) -> None:
    """Work out anew the months (`year * 12 + month - 1`; all without an argument) of sales without a customer."""
    session.flush()
    wanted = sorted(set(months)) if months is not None else None
    purchase = _PURCHASE.c
    gone = delete(_ANONYMOUS)
    sales = select(
        purchase.day,
        func.sum(purchase.line_count),
        func.sum(purchase.amount),
        func.sum(case((purchase.net > 0, 1), else_=0)),
        func.sum(case((purchase.net > 0, purchase.net), else_=0)),
    ).where(purchase.customer_id.is_(None))
    if wanted is not None:
        gone = gone.where(_ANONYMOUS.c.month.in_(wanted))
        sales = sales.where(or_(*(_in_month(month) for month in wanted)))
    session.execute(gone)
    sums: dict[int, list[int]] = {}
    for day, *values in session.execute(sales.group_by(purchase.day)):
        cell = sums.setdefault(month_number(day), [0, 0, 0, 0])
        for place, value in enumerate(values):
            cell[place] += value
    if sums:
        names = ("rows", "amount", "receipts", "receipts_amount")
        session.execute(insert(_ANONYMOUS), [{"month": month, **dict(zip(names, cell, strict=True))} for month, cell in sums.items()])
    mark_changed(session, Entity.PURCHASE, sales_since=date.max)


def settle(session: Session, customer_ids: Iterable[int | None], purchase_ids: Iterable[int], as_of: date | None = None) -> None:
    """Work out anew what is left (`net`) of these purchases and of those they refund, then touch the customers; somebody whose
    purchase another's refund lowered is touched as well."""
    session.flush()
    owners = set(customer_ids)
    for chunk in _chunks(sorted(set(purchase_ids))):
        refunded = select(_PURCHASE.c.refund_of_id).where(_PURCHASE.c.id.in_(chunk), _PURCHASE.c.refund_of_id.is_not(None))
        others, months = _settle_net(session, sorted({*chunk, *session.scalars(refunded)}))
        owners |= others
        if months and None not in owners:
            touch_anonymous(session, months)
    touch(session, owners, as_of)


def settle_all(session: Session, as_of: date, progress: Progress = NO_PROGRESS) -> None:
    """`net` of every purchase with refunds, or with refunds that are gone, then all tables: after a large import."""
    session.flush()
    purchase = _PURCHASE.c
    refunded = select(purchase.refund_of_id).where(purchase.refund_of_id.is_not(None))
    lowered = select(purchase.id).where(purchase.refund_of_id.is_(None), purchase.amount > 0, purchase.net != purchase.amount)
    for chunk in _chunks(sorted({*session.scalars(refunded), *session.scalars(lowered)})):
        _settle_net(session, chunk)
    rebuild(session, as_of, progress)


def rebuild(session: Session, as_of: date, progress: Progress = NO_PROGRESS) -> None:
    """All tables from all purchases, under the shop's window."""
    from app.services.summary_rebuild import rebuild_tables

    session.flush()
    window = session.scalar(select(Shop.window_days)) or DEFAULT_WINDOW
    gap, occasions = rebuild_tables(session, window=window, as_of=as_of, revision=_revision(session), progress=progress)
    touch_anonymous(session)
    session.execute(delete(SummaryState))
    session.execute(insert(SummaryState).values(id=1, window_days=window, as_of=as_of, shop_gap=gap, gap_n=occasions))
    mark_changed(session, Entity.PURCHASE, sales_since=date.max)


def bring_to_day(session: Session, today: date, progress: Progress = NO_PROGRESS) -> bool:
    """Once per day, at start: check the tables, move the sums of 365 days, learn the cut points of the scores once.

    False when the tables were of today already.
    """
    state = _state(session)
    window = session.scalar(select(Shop.window_days)) or DEFAULT_WINDOW
    if state is not None and state.as_of == today and state.window == window:
        return False
    from app.services.cuts import learn_first_cuts

    if state is None or state.window != window or not is_consistent(session):
        rebuild(session, today, progress)
    else:
        _move_year(session, state.as_of, today)
        _learn_shop_gap(session)
    learn_first_cuts(session, today)
    return True


def is_consistent(session: Session) -> bool:
    """Whether the sums of the tables are those of the purchases; one pass over the purchases, no row by row comparison."""
    session.flush()
    purchase, month, stat = _PURCHASE.c, _MONTH.c, _STAT.c
    left = case((purchase.net > 0, purchase.net), else_=0)
    sold = session.execute(select(_sum(purchase.amount), _sum(left)).select_from(_PURCHASE)).one()
    nobody = session.execute(select(_sum(_ANONYMOUS.c.amount), _sum(_ANONYMOUS.c.receipts_amount))).one()
    months = session.execute(select(_sum(month.amount), _sum(month.receipts_amount), _sum(month.n), _sum(month.is_active))).one()
    shop = _MONTHS.c
    shops = session.execute(select(_sum(shop.amount), _sum(shop.receipts_amount), _sum(shop.n), _sum(shop.active_at_start))).one()
    stats = session.execute(select(_sum(stat.amount), _sum(stat.n), func.count(stat.first_day))).one()
    new = session.scalar(select(_sum(shop.new)))
    size = session.scalar(select(_sum(_COHORTS.c.active)).where(_COHORTS.c.k == 0))
    return (
        tuple(sold) == (months[0] + nobody[0], months[1] + nobody[1])
        and tuple(months) == tuple(shops)
        and (stats[0], stats[1]) == (months[0], months[2])
        and stats[2] == new == size
    )


def _touch_chunk(session: Session, ids: Sequence[int], state: _State, revision: int, effect: ShopEffect) -> None:
    """Write the rows of some customers; what they change for the shop is gathered in `effect`."""
    bookings: dict[int, list[Booking]] = {}
    rows = session.execute(
        select(_PURCHASE.c.customer_id, _PURCHASE.c.day, _PURCHASE.c.amount, _PURCHASE.c.net).where(_PURCHASE.c.customer_id.in_(ids))
    )
    for customer, *booking in rows:
        bookings.setdefault(customer, []).append(Booking(*booking))
    old_stats = {row[0]: StatSums(*row[1:-1]) for row in session.execute(select(_STAT).where(_STAT.c.customer_id.in_(ids)))}
    old_months: dict[int, dict[int, MonthSums]] = {}
    for customer, month, *sums in session.execute(select(_MONTH).where(_MONTH.c.customer_id.in_(ids))):
        old_months.setdefault(customer, {})[month] = MonthSums._make([*sums[:-1], bool(sums[-1])])
    as_of = day_number(state.as_of)
    changes = _Changes(revision)
    for customer in ids:
        new = contribution(bookings.get(customer, ()), state.window, as_of)
        old, months = old_stats.get(customer), old_months.get(customer, {})
        if months:
            effect.add(months, old.first_month if old else None, -1)
        effect.add(new.months, new.stat.first_month if new.stat else None)
        changes.of_stat(customer, old, new.stat)
        changes.of_months(customer, months, new.months)
    changes.write(session)


class _Changes:
    """The rows of customers that differ, written in few statements."""

    def __init__(self, revision: int) -> None:
        self._revision = revision
        self._gone: list[dict[str, Any]] = []
        self._changed: list[dict[str, Any]] = []
        self._made: list[dict[str, Any]] = []
        self._gone_months: list[dict[str, Any]] = []
        self._changed_months: list[dict[str, Any]] = []
        self._made_months: list[dict[str, Any]] = []

    def of_stat(self, customer: int, old: StatSums | None, new: StatSums | None) -> None:
        if new is None:
            if old is not None:
                self._gone.append({"b_id": customer})
        elif old is None:
            self._made.append({"customer_id": customer, **new._asdict(), "revision": self._revision})
        else:
            # Also when the sums are as before: the lines may say something else.
            self._changed.append({"b_id": customer, **new._asdict(), "revision": self._revision})

    def of_months(self, customer: int, old: Mapping[int, MonthSums], new: Mapping[int, MonthSums]) -> None:
        for month, sums in new.items():
            if month not in old:
                self._made_months.append({"customer_id": customer, "month": month, **sums._asdict()})
            elif old[month] != sums:
                self._changed_months.append({"b_id": customer, "b_month": month, **sums._asdict()})
        self._gone_months.extend({"b_id": customer, "b_month": month} for month in old if month not in new)

    def write(self, session: Session) -> None:
        for statement, rows in (
            (_DELETE_STAT, self._gone),
            (_UPDATE_STAT, self._changed),
            (_INSERT_STAT, self._made),
            (_DELETE_MONTH, self._gone_months),
            (_UPDATE_MONTH, self._changed_months),
            (_INSERT_MONTH, self._made_months),
        ):
            if rows:
                session.execute(statement, rows)


_IS_CUSTOMER = _STAT.c.customer_id == bindparam("b_id")
_IS_MONTH = and_(_MONTH.c.customer_id == bindparam("b_id"), _MONTH.c.month == bindparam("b_month"))
_DELETE_STAT = delete(_STAT).where(_IS_CUSTOMER)
_UPDATE_STAT = update(_STAT).where(_IS_CUSTOMER).values({name: bindparam(name) for name in (*_STAT_COLUMNS, "revision")})
_INSERT_STAT = insert(_STAT)
_DELETE_MONTH = delete(_MONTH).where(_IS_MONTH)
_UPDATE_MONTH = update(_MONTH).where(_IS_MONTH).values({name: bindparam(name) for name in MonthSums._fields})
_INSERT_MONTH = insert(_MONTH)
_ADD_MONTH = (
    update(_MONTHS)
    .where(_MONTHS.c.month == bindparam("b_month"))
    .values({name: _MONTHS.c[name] + bindparam(f"d_{name}") for name in _EFFECT_COLUMNS})
)
_ADD_COHORT = (
    update(_COHORTS)
    .where(_COHORTS.c.cohort == bindparam("b_cohort"), _COHORTS.c.k == bindparam("b_k"))
    .values({name: _COHORTS.c[name] + bindparam(f"d_{name}") for name in ("active", "amount")})
)


def _write_effect(session: Session, effect: ShopEffect) -> None:
    if effect.months:
        here = set(session.scalars(select(_MONTHS.c.month).where(_MONTHS.c.month.in_(sorted(effect.months)))))
        added = [
            {"b_month": month, **{f"d_{n}": v for n, v in zip(_EFFECT_COLUMNS, cell, strict=True)}}
            for month, cell in effect.months.items()
            if month in here
        ]
        made = [{"month": m, **dict(zip(_EFFECT_COLUMNS, cell, strict=True))} for m, cell in effect.months.items() if m not in here]
        _execute_many(session, (_ADD_MONTH, added), (insert(_MONTHS), made))
        # A cell may come to nothing from either side: a month of refunds alone stands below zero.
        if added:
            empty = and_(*(_MONTHS.c[name] == 0 for name in _EFFECT_COLUMNS))
            session.execute(delete(_MONTHS).where(_MONTHS.c.month.in_(sorted(effect.months)), empty))
    if effect.cohorts:
        cohorts = sorted({cohort for cohort, _ in effect.cohorts})
        cells = session.execute(select(_COHORTS.c.cohort, _COHORTS.c.k).where(_COHORTS.c.cohort.in_(cohorts)))
        known = {(cohort, k) for cohort, k in cells}
        moved = [{"b_cohort": c, "b_k": k, "d_active": n, "d_amount": a} for (c, k), (n, a) in effect.cohorts.items() if (c, k) in known]
        fresh = [{"cohort": c, "k": k, "active": n, "amount": a} for (c, k), (n, a) in effect.cohorts.items() if (c, k) not in known]
        _execute_many(session, (_ADD_COHORT, moved), (insert(_COHORTS), fresh))
        if moved:
            empty = and_(_COHORTS.c.active == 0, _COHORTS.c.amount == 0)
            session.execute(delete(_COHORTS).where(_COHORTS.c.cohort.in_(cohorts), empty))


def _execute_many(session: Session, *statements: tuple[Any, list[dict[str, Any]]]) -> None:
    for statement, rows in statements:
        if rows:
            session.execute(statement, rows)


def _move_year(session: Session, old: date, new: date) -> None:
    """Move the sums of 365 days: with F(d) = everything before d, [n - 365, n) minus [o - 365, o) is [o, n) minus [o - 365, n - 365)."""
    earlier, later = sorted((day_number(old), day_number(new)))
    sign = 1 if new > old else -1
    moved: dict[int, list[int]] = {}
    purchase = _PURCHASE.c
    for start, end, way in ((earlier, later, sign), (earlier - RFM_DAYS, later - RFM_DAYS, -sign)):
        sums = (
            select(purchase.customer_id, func.count(distinct(case((purchase.net > 0, purchase.day)))), func.sum(purchase.amount))
            .where(purchase.day >= start, purchase.day < end, purchase.customer_id.is_not(None))
            .group_by(purchase.customer_id)
        )
        for customer, n, amount in session.execute(sums):
            cell = moved.setdefault(customer, [0, 0])
            cell[0] += way * n
            cell[1] += way * amount
    revision = _revision(session)
    rows = [{"b_id": i, "d_n": n, "d_amount": a, "b_revision": revision} for i, (n, a) in moved.items() if n or a]
    _execute_many(session, (_MOVE_STAT, rows))
    session.execute(update(SummaryState).values(as_of=new))
    mark_changed(session, Entity.PURCHASE, sales_since=date.max)


_MOVE_STAT = (
    update(_STAT)
    .where(_IS_CUSTOMER)
    .values(n_365=_STAT.c.n_365 + bindparam("d_n"), amount_365=_STAT.c.amount_365 + bindparam("d_amount"), revision=bindparam("b_revision"))
)


def _learn_shop_gap(session: Session) -> None:
    """The median gap hardly moves from day to day: it is learned again when there are a hundredth more or fewer occasions."""
    known, n = session.execute(select(SummaryState.gap_n, select(_sum(_STAT.c.n)).scalar_subquery())).one()
    if abs(n - known) * 100 > known:
        from app.services.summary_rebuild import learn_shop_gap

        session.execute(update(SummaryState).values(shop_gap=learn_shop_gap(session), gap_n=n))


def _settle_net(session: Session, ids: Sequence[int]) -> tuple[set[int], set[int]]:
    """net = amount and the refunds linked to it together, never below 0; 0 for a refund itself.

    Returns whose purchases changed, and in which months sales without a customer did."""
    purchase = _PURCHASE.c
    refunds = select(purchase.refund_of_id, func.sum(purchase.amount)).where(purchase.refund_of_id.in_(ids)).group_by(purchase.refund_of_id)
    given_back: dict[int, int] = {original: amount for original, amount in session.execute(refunds)}
    columns = (purchase.id, purchase.customer_id, purchase.day, purchase.amount, purchase.net, purchase.refund_of_id)
    changed: list[dict[str, int]] = []
    owners: set[int] = set()
    months: set[int] = set()
    for number, owner, day, amount, net, refund_of in session.execute(select(*columns).where(purchase.id.in_(ids))):
        left = 0 if refund_of is not None else max(0, amount + given_back.get(number, 0))
        if left != net:
            changed.append({"b_id": number, "net": left})
            if owner is None:
                months.add(month_number(day))
            else:
                owners.add(owner)
    if changed:
        session.execute(update(_PURCHASE).where(purchase.id == bindparam("b_id")).values(net=bindparam("net")), changed)
        mark_changed(session, Entity.PURCHASE)
    return owners, months


def _state(session: Session) -> _State | None:
    row = session.execute(select(SummaryState.window_days, SummaryState.as_of)).one_or_none()
    return None if row is None else _State(row[0], row[1])


def _revision(session: Session) -> int:
    """The number this transaction's write will have."""
    return (session.scalar(select(Revision.number)) or 0) + 1


def _day_after_last(session: Session) -> date:
    last = session.scalar(select(func.max(_PURCHASE.c.day)))
    return day_of((last or 0) + 1)


def _in_month(month: int) -> Any:
    return and_(_PURCHASE.c.day >= month_first_day(month), _PURCHASE.c.day < month_first_day(month + 1))


def _count(session: Session, rows: TableClause) -> int:
    return session.scalar(select(func.count()).select_from(rows)) or 0


def _sum(expression: Any) -> Any:
    return func.coalesce(func.sum(expression), 0)


def _chunks(ids: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(ids)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk
