"""Where every customer stands today, as arrays kept in memory and brought along row by row as purchases change."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Integer, cast, func, select, type_coerce
from sqlalchemy.orm import Session

from app.analytics.groups import SOURCES, Groups, groups_of
from app.analytics.occasions import Floats, Ints, places_in
from app.analytics.repeat import NEVER
from app.analytics.rules import StatusColumns, chips_of
from app.analytics.standing import Standing
from app.domain.entities import Entity
from app.domain.figures import CustomerFacts
from app.domain.periods import day_of
from app.domain.rates import half_up
from app.domain.rfm import RfmCuts
from app.domain.rhythm import DEFAULT_WINDOW, Rhythm, shop_rhythm
from app.domain.segments import SEGMENTS, Segment
from app.domain.status import CHIPS, Chip, status_of
from app.models.arrays import read_columns
from app.models.changes import cache_of, changed_in
from app.models.customer import Customer, is_here
from app.models.health_rows import open_complaints
from app.models.shop import Revision, Shop, SummaryState
from app.models.summary import CustomerMonth, CustomerStat

MANY = 20_000
_DAYS = ("first_day", "second_day", "last_day", "previous_day", "returned_day")
_COLUMNS = ("customer", *_DAYS, "visits", "amount", "visits_365", "amount_365", "half_gap")


@dataclass(frozen=True, slots=True)
class ShopRules:
    """What the figures take as given: window in days, learned cut points, the median gap, gross margin of net sales."""

    window: int
    cuts: RfmCuts | None
    shop_gap: float | None
    margin_rate: float
    fiscal_start: int


@dataclass(frozen=True, slots=True)
class CustomerStatuses:
    """Everybody with an occasion, ascending by customer. `chip` is a position in CHIPS, days are day numbers; `groups` is None
    while nobody has bought. `has_left` marks those who left, died or are archived: they are Chip.LEFT and in no list. `complaining`:
    those with an open complaint who have not been here yet."""

    today: date
    rules: ShopRules
    standing: Standing
    second_day: Ints
    previous_day: Ints
    returned_day: Ints
    groups: Groups | None
    rhythm: Floats
    chip: NDArray[np.int8]
    has_left: NDArray[np.bool_]
    is_stopped: NDArray[np.bool_]
    has_open_complaint: NDArray[np.bool_]
    complaining: Ints

    @property
    def customer(self) -> Ints:
        return self.standing.customer

    @property
    def last_day(self) -> Ints:
        return self.standing.last_day

    @property
    def visits(self) -> Ints:
        return self.standing.visits

    @property
    def amount(self) -> Ints:
        return self.standing.amount

    def positions(self, ids: Ints) -> Ints:
        """Where these customers stand in the arrays; -1 for one without an occasion."""
        return places_in(self.customer, ids)

    def chip_of(self, customer_id: int) -> Chip:
        """The chip of somebody not known to have left."""
        place = int(self.positions(np.array([customer_id]))[0])
        if place < 0:
            return Chip.ATTENTION if np.isin(customer_id, self.complaining) else Chip.PROSPECT
        return CHIPS[int(self.chip[place])]

    def has_chip(self, *chips: Chip) -> NDArray[np.bool_]:
        return np.isin(self.chip, [CHIPS.index(chip) for chip in chips])

    def ids_with(self, *chips: Chip) -> Ints:
        """Ascending."""
        found = self.customer[self.has_chip(*chips)]
        return np.union1d(found, self.complaining) if Chip.ATTENTION in chips else found

    def counts(self) -> dict[Chip, int]:
        found = np.bincount(self.chip, minlength=len(CHIPS))
        return {chip: int(found[code]) for code, chip in enumerate(CHIPS)}


def statuses(session: Session, today: date) -> CustomerStatuses:
    """The arrays of today; made anew in some milliseconds after a purchase."""
    if changed_in(session):
        return _statuses(session, today)
    entities = (Entity.PURCHASE, Entity.CUSTOMER, Entity.SHOP, Entity.INQUIRY)
    return cache_of(session).get(f"statuses of {today}", entities, lambda: _statuses(session, today))


def shop_rules(session: Session) -> ShopRules:
    row = session.execute(select(Shop.window_days, Shop.rfm_cuts, Shop.margin_rate, Shop.fiscal_year_start)).one_or_none()
    state = session.execute(select(SummaryState.window_days, SummaryState.shop_gap)).one_or_none()
    window = state[0] if state else row[0] if row else DEFAULT_WINDOW
    cuts = RfmCuts(**{name: _four(values) for name, values in row[1].items()}) if row and row[1] else None
    return ShopRules(window, cuts, state[1] if state else None, row[2] if row else 0.0, row[3] if row else 4)


def customer_facts(session: Session, customer_id: int, today: date) -> CustomerFacts:
    """What the page of one customer says of his purchases."""
    now = statuses(session, today)
    months = select(func.sum(CustomerMonth.receipts), func.sum(CustomerMonth.receipts_amount), func.sum(CustomerMonth.amount))
    receipts, receipts_amount, amount = session.execute(months.where(CustomerMonth.customer_id == customer_id)).one()
    gone = select(Customer.left_on, ~is_here()).where(Customer.id == customer_id)
    left_on, is_gone = session.execute(gone).one_or_none() or (None, False)
    complaint = open_complaints(session, customer_id).get(customer_id)
    place = int(now.positions(np.array([customer_id]))[0])
    average = half_up(receipts_amount, receipts) if receipts else None
    if place < 0 or now.groups is None:
        rhythm = Rhythm(shop_rhythm(now.rules.shop_gap, now.rules.window), SOURCES[2])
        status = status_of(
            last_day=None, visits=0, rhythm=rhythm, window=now.rules.window, today=today,
            has_left=bool(is_gone), left_on=left_on, complaint_since=complaint,
        )  # fmt: skip
        return CustomerFacts(status, None, None, None, 0, receipts or 0, amount or 0, average, None, None)
    rhythm = Rhythm(float(now.rhythm[place]), SOURCES[now.groups.source[place]])
    last, visits = day_of(int(now.last_day[place])), int(now.visits[place])
    return CustomerFacts(
        status=status_of(
            last_day=last,
            visits=visits,
            rhythm=rhythm,
            window=now.rules.window,
            today=today,
            has_left=bool(is_gone),
            left_on=left_on,
            complaint_since=complaint,
        ),
        rhythm=rhythm,
        first_day=day_of(int(now.standing.first_day[place])),
        last_day=last,
        visits=visits,
        receipts=receipts or 0,
        amount=int(now.amount[place]),
        average=average,
        segment=SEGMENTS[now.groups.segment[place]],
        next_usual_day=last + timedelta(days=rhythm.shown_days),
    )


def in_segment(now: CustomerStatuses, segment: Segment) -> NDArray[np.bool_]:
    if now.groups is None:
        return np.zeros(len(now.customer), dtype=np.bool_)
    found: NDArray[np.bool_] = (now.groups.segment == SEGMENTS.index(segment)) & ~now.has_left
    return found


def _statuses(session: Session, today: date) -> CustomerStatuses:
    rules = shop_rules(session)
    rows = _kept_rows(session)
    rows = rows[:, rows[_COLUMNS.index("visits")] > 0]
    column = dict(zip(_COLUMNS, rows, strict=True))
    gap = column["half_gap"]
    standing = Standing(
        as_of=today,
        customer=column["customer"],
        first_day=column["first_day"],
        last_day=column["last_day"],
        visits=column["visits"],
        amount=column["amount"],
        visits_365=column["visits_365"],
        amount_365=column["amount_365"],
        own_rhythm=np.where(gap == NEVER, np.nan, gap / 2),
    )
    groups = groups_of(standing, window=rules.window, shop_gap=rules.shop_gap, cuts=rules.cuts)
    rhythm = groups.rhythm if groups is not None else np.empty(0)
    left, stopped = _marks(session)
    has_left, is_stopped = np.isin(standing.customer, left), np.isin(standing.customer, stopped)
    complaining = np.array(sorted(open_complaints(session)), dtype=np.int64)
    complains = np.isin(standing.customer, complaining)
    unseen = complaining[places_in(standing.customer, complaining) < 0]
    columns = StatusColumns(standing.last_day, standing.visits, rhythm, has_left=has_left, has_open_complaint=complains)
    chip = chips_of(columns, window=rules.window, today=today)
    return CustomerStatuses(
        today=today,
        rules=rules,
        standing=standing,
        second_day=column["second_day"],
        previous_day=column["previous_day"],
        returned_day=column["returned_day"],
        groups=groups,
        rhythm=rhythm,
        chip=chip,
        has_left=has_left,
        is_stopped=is_stopped,
        has_open_complaint=complains,
        complaining=unseen[~np.isin(unseen, left)],
    )


def _marks(session: Session) -> tuple[Ints, Ints]:
    """The ids of those who left, died or are archived, and of those who do not want to be contacted."""

    def build() -> tuple[Ints, Ints]:
        gone = select(Customer.id).where(~is_here())
        stop = select(Customer.id).where(Customer.do_not_contact.is_(True))
        return np.array(session.scalars(gone).all(), dtype=np.int64), np.array(session.scalars(stop).all(), dtype=np.int64)

    return build() if changed_in(session) else cache_of(session).get("customers not to ask", (Entity.CUSTOMER,), build)


class _Kept:
    """The rows of customer_stat as columns, as they were after write number `revision`. Never forgotten, only brought along."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.revision = -1
        self.rows: Ints = np.empty((len(_COLUMNS), 0), dtype=np.int64)


def _kept_rows(session: Session) -> Ints:
    if changed_in(session):
        # Rows that may still be rolled back are for this session alone.
        return _read_rows(session)
    kept = cache_of(session).get("customer_stat rows", (), _Kept)
    revision = session.scalar(select(Revision.number)) or 0
    with kept.lock:
        if revision != kept.revision:
            kept.rows = _brought_along(session, kept.rows, kept.revision) if 0 <= kept.revision < revision else _read_rows(session)
            kept.revision = revision
        return kept.rows


def _brought_along(session: Session, rows: Ints, revision: int) -> Ints:
    count = session.scalar(select(func.count()).select_from(CustomerStat)) or 0
    newer = session.scalar(select(func.count()).where(CustomerStat.revision > revision)) or 0
    if newer > MANY:
        return _read_rows(session)
    if newer:
        rows = _merged(rows, _read_rows(session, revision))
    # A row that is gone leaves no trace but the count.
    return rows if rows.shape[1] == count else _read_rows(session)


def _merged(rows: Ints, fresh: Ints) -> Ints:
    ids = rows[0]
    where = np.searchsorted(ids, fresh[0])
    known = np.zeros(len(where), dtype=np.bool_)
    inside = where < len(ids)
    known[inside] = ids[where[inside]] == fresh[0][inside]
    merged = rows.copy()
    merged[:, where[known]] = fresh[:, known]
    return merged if known.all() else np.insert(merged, where[~known], fresh[:, ~known], axis=1)


def _read_rows(session: Session, after_revision: int | None = None) -> Ints:
    stat = CustomerStat
    days = [func.coalesce(type_coerce(getattr(stat, name), Integer), NEVER) for name in _DAYS]
    # A median of whole days is a multiple of a half.
    half_gap = func.coalesce(cast(stat.median_gap * 2, Integer), NEVER)
    query = select(stat.customer_id, *days, stat.n, stat.amount, stat.n_365, stat.amount_365, half_gap)
    if after_revision is not None:
        query = query.where(stat.revision > after_revision)
    rows = np.array(read_columns(session, query), dtype=np.int64)
    return rows[:, np.argsort(rows[0])]


def _four(values: list[float]) -> tuple[float, float, float, float]:
    a, b, c, d = values
    return a, b, c, d
