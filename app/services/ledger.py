"""The only writer of the ledger of points.

Purchases and acts are the truth, and the ledger follows them: whatever was recorded, changed, given back, undone or redone, the
ledger adds the entries that are missing between what it says of the purchase and what the purchase says now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import (
    Integer,
    Table,
    and_,
    bindparam,
    exists,
    func,
    insert,
    literal,
    select,
    type_coerce,
    update,
)
from sqlalchemy.orm import Session

from app.domain.entities import Entity
from app.domain.ledger import FOREVER, Account, Ids, Lot, Move, Source
from app.domain.points import EntryKind, NotEnoughPoints, PointsUsedAlready
from app.domain.progress import NO_PROGRESS, Progress
from app.models.base import day_number, day_of
from app.models.bulk import insert_rows, next_id
from app.models.changes import mark_changed
from app.models.point_rows import ever_had_points
from app.models.points import NO_POINTS, LoyaltyState, PointEntry, PointLot
from app.models.purchase import Purchase
from app.models.tier_rows import read_loyalty
from app.services.point_targets import Step, Target, act_targets, after_visit, parts, purchase_targets

_STEP = 500
_SHOWN = 20
_LOT_COLUMNS = ("id", "customer_id", "day", "expires", "visit_months", "to_month_end", "left")
_ENTRY_COLUMNS = (
    "id", "lot_id", "kind", "points", "day", "at", "expires", "purchase_id", "act_id", "reverses_id", "cover_lot_id", "rule_id",
    "basis", "receipt", "reason",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LapseOutcome:
    points: int
    customers: int


def follow_purchases(
    session: Session,
    purchase_ids: Iterable[int],
    *,
    now: datetime,
    today: date,
    day: date | None = None,
    allow_negative: bool = False,
    visitors: Iterable[int | None] = (),
    acts: Iterable[int] = (),
    progress: Progress = NO_PROGRESS,
) -> None:
    """Bring the ledger to what these purchases say now (refunds are followed by what they take back).

    `day`: from when a refund counts; `visitors`: whose the purchases were before, where that is another or they are gone; `acts` that
    came, went or moved with them: what they give may pay for the purchases. NotEnoughPoints, PointsUsedAlready.
    """
    session.flush()
    ids, act_ids = sorted(set(purchase_ids)), sorted(set(acts))
    if not (ids or act_ids) or not ever_had_points(session):
        return
    book = _Book(session, now, today, allow_negative=allow_negative)
    beside = list(act_targets(session, act_ids))
    given, gone = ([target for target in beside if (target.customer_id is None) is is_gone] for is_gone in (False, True))
    targets = [*given, *purchase_targets(session, ids), *gone]
    before = [number for number in visitors if number is not None]
    book.follow(targets, None if day is None else day_number(day), before, progress)


def follow_acts(session: Session, act_ids: Iterable[int], *, now: datetime, today: date, allow_negative: bool = False) -> None:
    """Bring the ledger to what these acts say now, also when they are gone. NotEnoughPoints, PointsUsedAlready."""
    session.flush()
    ids = sorted(set(act_ids))
    if ids:
        _Book(session, now, today, allow_negative=allow_negative).follow(list(act_targets(session, ids)), None, (), NO_PROGRESS)


def settle_accounts(session: Session, customer_ids: Iterable[int], *, now: datetime, today: date) -> None:
    """Look at whole accounts again after lots changed hands: until when they count, and what is owed against what is there."""
    session.flush()
    if ever_had_points(session):
        _Book(session, now, today, allow_negative=True).settle(sorted(set(customer_ids)))


def lapse(session: Session, *, now: datetime, today: date, progress: Progress = NO_PROGRESS) -> LapseOutcome:
    """Take off the points whose last day has passed. Doing it again changes nothing; when the clock had been ahead, what was taken
    off too early comes back."""
    state = session.get(LoyaltyState, 1) or LoyaltyState(id=1)
    session.add(state)
    if state.lapsed_to is not None and state.lapsed_to > today:
        _wake(session, now, today)
    lot, entry = _table(PointLot), _table(PointEntry)
    is_over = and_(lot.c.expires < today, lot.c.left > NO_POINTS)
    points, customers = session.execute(select(func.sum(lot.c.left), func.count(lot.c.customer_id.distinct())).where(is_over)).one()
    progress.advance(1, 3)
    if customers:
        gone_on = type_coerce(lot.c.expires, Integer) + 1
        at = literal(now, entry.c.at.type)
        rows = select(lot.c.id, literal(EntryKind.EXPIRE.value), -lot.c.left, gone_on, at, literal(""), literal("")).where(is_over)
        columns = ["lot_id", "kind", "points", "day", "at", "receipt", "reason"]
        session.execute(insert(entry).from_select(columns, rows.order_by(lot.c.id), include_defaults=False))
        progress.advance(2, 3)
        session.execute(update(lot).where(is_over).values(left=0))
        mark_changed(session, Entity.POINTS)
    if state.lapsed_to != today:
        state.lapsed_to = today
    session.flush()
    progress.advance(3, 3)
    return LapseOutcome(points or 0, customers)


def _wake(session: Session, now: datetime, today: date) -> None:
    lot, entry = _table(PointLot), _table(PointEntry)
    early = select(entry.c.lot_id).where(entry.c.kind == EntryKind.EXPIRE.value, entry.c.day > today)
    book = _Book(session, now, today)
    for account in book.accounts(session.scalars(select(lot.c.customer_id).where(lot.c.id.in_(early)).distinct()).all()):
        account.wake(day_number(today))
    book.write()


def ledger_faults(session: Session) -> list[str]:
    """What does not add up in the ledger: empty for a sound one."""
    lot, entry = _table(PointLot), _table(PointEntry)
    sums = select(entry.c.lot_id, func.sum(entry.c.points).label("points")).group_by(entry.c.lot_id).subquery()
    wrong = select(lot.c.id, lot.c.left, sums.c.points).join_from(sums, lot, sums.c.lot_id == lot.c.id).where(lot.c.left != sums.c.points)
    faults = [f"lot {number}: {left} left, entries say {points}" for number, left, points in session.execute(wrong.limit(_SHOWN))]
    empty = select(lot.c.id).where(lot.c.left != NO_POINTS, ~exists().where(entry.c.lot_id == lot.c.id)).limit(_SHOWN)
    faults += [f"lot {number}: no entries" for number in session.scalars(empty)]
    mixed = select(lot.c.customer_id).where(lot.c.left != NO_POINTS).group_by(lot.c.customer_id)
    mixed = mixed.having(func.min(lot.c.left) < 0, func.max(lot.c.left) > 0).limit(_SHOWN)
    return faults + [f"customer {number}: lots above and below zero" for number in session.scalars(mixed)]


def points_of(session: Session, purchase_id: int) -> tuple[int, int]:
    """What a purchase has earned and what was used for it, as the ledger says now."""
    entry = _table(PointEntry).c
    rows = session.execute(
        select(entry.id, entry.kind, entry.points, entry.reverses_id).where(entry.purchase_id == purchase_id).order_by(entry.id)
    )
    roles: dict[int, EntryKind] = {}
    earned = used = 0
    for number, kind, points, reverses in rows:
        roles[number] = role = roles.get(reverses, kind)
        if role is EntryKind.REDEEM:
            used -= points
        else:
            earned += points
    return earned, used


class _Book:
    """The accounts touched in one transaction, and what is to be written of them."""

    def __init__(self, session: Session, now: datetime, today: date, *, allow_negative: bool = False) -> None:
        self._session = session
        self._at = int(now.timestamp() * 1000)
        self._today = day_number(today)
        self._may_go_below = allow_negative or read_loyalty(session).allow_negative
        self._ids = Ids(next_id(session, _table(PointLot)), next_id(session, _table(PointEntry)))
        self._accounts: dict[int, Account] = {}
        # Which sources have moves on which account; of others nothing needs to be read.
        self._known: set[tuple[int, Source]] = set()

    def accounts(self, customer_ids: Sequence[int]) -> list[Account]:
        """The accounts of these customers, read in one go."""
        wanted = [number for number in dict.fromkeys(customer_ids) if number not in self._accounts]
        lot = _table(PointLot).c
        lots: dict[int, list[Lot]] = {number: [] for number in wanted}
        columns = (lot.customer_id, lot.id, lot.day, lot.expires, lot.left, lot.visit_months, lot.to_month_end)
        for part in parts(wanted):
            for customer, number, day, expires, left, months, to_end in self._session.execute(
                select(*columns).where(lot.customer_id.in_(part))
            ):
                last = None if expires is None else day_number(expires)
                lots[customer].append(Lot(number, day_number(day), last, left, months, bool(to_end)))
        for customer, own in lots.items():
            load = _Loader(self._session, tuple(one.id for one in own))
            self._accounts[customer] = Account(customer, own, load, self._ids, self._today)
        return [self._accounts[number] for number in dict.fromkeys(customer_ids)]

    def follow(self, targets: Sequence[Target], day: int | None, visitors: Iterable[int], progress: Progress) -> None:
        """`visitors`: whose visits may have changed, whatever they earned."""
        owners = _owners(self._session, targets)
        self._known |= {(number, source) for source, numbers in owners.items() for number in numbers}
        people = {t.customer_id for t in targets if t.customer_id is not None} | {o for own in owners.values() for o in own}
        people |= {t.visitor_id for t in targets if t.visitor_id is not None} | set(visitors)
        self.accounts(sorted(people))
        fresh = {number for number, account in self._accounts.items() if not account.lots}
        events = sorted(
            ((step.day, place, step) for place, target in enumerate(targets) if _is_fresh(target, owners, fresh) for step in target.steps),
            key=lambda event: (event[0], event[1]),
        )
        for done, (when, place, step) in enumerate(events):
            if done % _STEP == 0:
                progress.advance(done, len(events))
            target = targets[place]
            account = self._accounts[cast("int", target.customer_id)]
            account.today = min(when, self._today)
            account.lapse(account.today)
            self._bring(account, target, step, step.day)
        for account in self._accounts.values():
            account.today = self._today
            account.lapse(self._today)
        before = {number: account.below for number, account in self._accounts.items()}
        for target in targets:
            if not _is_fresh(target, owners, fresh):
                self._follow_one(target, owners.get(target.source, set()), day)
        self._move_with_visits(people)
        for number in people:
            self._accounts[number].lapse(self._today)
        missing = max((account.below - before[number] for number, account in self._accounts.items()), default=0)
        if missing > 0 and not self._may_go_below:
            raise PointsUsedAlready(field="points", missing=missing)
        self.write()

    def settle(self, customer_ids: Sequence[int]) -> None:
        accounts = self.accounts(customer_ids)
        self._move_with_visits(customer_ids)
        for account in accounts:
            account.settle()
            account.lapse(self._today)
        self.write()

    def write(self) -> None:
        """Put down what is new in the accounts and begin anew."""
        lots = [lot for account in self._accounts.values() for lot in account.lots.values()]
        owner = {lot.id: account.customer_id for account in self._accounts.values() for lot in account.lots.values() if lot.is_new}
        new = [lot for lot in lots if lot.is_new]
        insert_rows(
            self._session,
            _table(PointLot),
            _LOT_COLUMNS,
            ((one.id, owner[one.id], one.day, one.expires, one.visit_months, int(one.to_month_end), one.left) for one in new),
        )
        changed = [{"number": one.id, "now_left": one.left, "until": one.expires} for one in lots if one.is_changed and not one.is_new]
        if changed:
            lot = _table(PointLot)
            values = {"left": bindparam("now_left"), "expires": bindparam("until", type_=Integer)}
            self._session.connection().execute(update(lot).where(lot.c.id == bindparam("number")).values(values), changed)
        moves = sorted((move for account in self._accounts.values() for move in account.new), key=lambda move: move.id)
        insert_rows(self._session, _table(PointEntry), _ENTRY_COLUMNS, (self._row(move) for move in moves))
        if moves or changed:
            mark_changed(self._session, Entity.POINTS)
        self._accounts.clear()

    def _row(self, move: Move) -> tuple[Any, ...]:
        source = move.source
        earns = move.points > 0 and move.reverses_id is None
        return (
            move.id, move.lot_id, move.kind.value, move.points, move.day, self._at, move.expires, source.purchase_id, source.act_id,
            move.reverses_id, move.cover_lot_id, source.rule_id, source.basis if earns else None, source.receipt, source.reason,
        )  # fmt: skip

    def _follow_one(self, target: Target, owners: set[int], day: int | None) -> None:
        """Take everything back from customers it no longer belongs to, or that is no longer as it was; then bring the rest."""
        for number in sorted(owners):
            account = self._accounts[number]
            if number == target.customer_id and self._fits(account, target):
                continue
            self._take_all_back(account, target.source)
        if target.customer_id is None:
            return
        account = self._accounts[target.customer_id]
        posted = self._posted(account, target.source)
        reached = max((place for place, step in enumerate(target.steps) if (step.earned, step.used) == posted), default=-1)
        if reached < 0 and posted != (0, 0):
            self._bring(account, target, target.last, day)
            return
        # What is new are refunds, each from its own day on.
        for step in target.steps[reached + 1 :]:
            self._bring(account, target, step, step.day)

    def _fits(self, account: Account, target: Target) -> bool:
        """Whether what is posted stands on the day and with the last day that the source says now."""
        source = target.source
        lots = [account.lots[move.lot_id] for move in account.earned_of(source) if move.net]
        is_same = all(
            (lot.day, lot.visit_months, lot.to_month_end) == (target.day, target.visit_months, target.to_month_end) for lot in lots
        )
        is_same = is_same and all(lot.visit_months is not None or lot.expires == target.expires for lot in lots)
        return is_same and all(move.day == target.day for move in account.used_by(source) if move.net)

    def _take_all_back(self, account: Account, source: Source) -> None:
        """As if the source had never been: what refunds took back on other days comes back first."""
        if not account.is_left_of(source):
            return
        account.use_again(source, FOREVER)
        account.earn_again(source, FOREVER)
        account.straighten()
        earned, used = self._posted(account, source)
        if used:
            account.give_back_used(source, used, None)
        if earned:
            account.take_back_earned(source, earned, None)

    def _bring(self, account: Account, target: Target, step: Step, day: int | None) -> None:
        """Post the difference between what is posted and what the step says."""
        source = target.source
        earned, used = self._posted(account, source)
        is_known = (account.customer_id, source) in self._known
        if step.used < used:
            account.give_back_used(source, used - step.used, day)
        if step.used > used:
            missing = step.used - used
            own = {move.lot_id for move in account.earned_of(source)} if is_known else ()
            again = account.use_again(source, missing, target.day, own=own) if is_known else 0
            missing -= again
            if again and (missing or step.earned <= earned):
                account.settle()
            if missing:
                may_go_below = self._may_go_below and target.uses_as is EntryKind.ADJUST
                try:
                    account.use(missing, target.day, source, target.uses_as, own=own, may_go_below=may_go_below)
                except NotEnoughPoints as error:
                    if step.used > target.last.used:
                        # What refunds have given back since need not be there again: it is used as it is used in the end.
                        self._bring(account, target, replace(step, used=target.last.used), day)
                        return
                    left = step.used - missing + cast("int", error.values["left"])
                    raise NotEnoughPoints(field="points", wanted=step.used, left=left) from error
        if step.earned < earned:
            account.take_back_earned(source, earned - step.earned, day)
        if step.earned > earned:
            missing = step.earned - earned
            lot = _lot_of(account, target) if is_known else None
            if lot is not None:
                missing -= account.earn_again(source, missing, lot.id)
            if missing:
                lot = lot or account.open_lot(target.day, target.expires, target.visit_months, to_month_end=target.to_month_end)
                account.earn(missing, target.day, lot, source, target.earns_as)
            else:
                account.settle()
        self._known.add((account.customer_id, source))

    def _posted(self, account: Account, source: Source) -> tuple[int, int]:
        """Points earned and used that the ledger holds of a source."""
        if (account.customer_id, source) not in self._known:
            return 0, 0
        return sum(move.net for move in account.earned_of(source)), -sum(move.net for move in account.used_by(source))

    def _move_with_visits(self, people: Iterable[int]) -> None:
        """Lots that last until some months after the last visit move with it."""
        for number in people:
            account = self._accounts[number]
            lots = [lot for lot in account.lots.values() if lot.visit_months is not None]
            if not lots:
                continue
            visits = select(Purchase.day).where(Purchase.customer_id == number, Purchase.net > 0).distinct().order_by(Purchase.day)
            days = self._session.scalars(visits).all()
            for lot in lots:
                account.prolong(lot, day_number(_last_day(lot, days)))
            # What came back covers what stands below zero.
            account.settle()


@dataclass(frozen=True, slots=True)
class _Loader:
    """Reads the moves of an account when they are asked for."""

    session: Session
    lots: tuple[int, ...]

    def __call__(self) -> Iterator[Move]:
        entry = _table(PointEntry).c
        columns = (
            entry.id, entry.lot_id, entry.kind, entry.points, entry.day, entry.purchase_id, entry.act_id, entry.reverses_id,
            entry.cover_lot_id,
        )  # fmt: skip
        rows: list[Any] = []
        for part in parts(self.lots):
            rows += self.session.execute(select(*columns).where(entry.lot_id.in_(part)))
        for number, lot, kind, points, day, purchase, act, reverses, cover in sorted(rows):
            yield Move(number, lot, EntryKind(kind), points, day_number(day), Source(purchase, act), reverses, cover)


def _lot_of(account: Account, target: Target) -> Lot | None:
    """The lot the source earned into, if it is still as the source says."""
    for move in account.earned_of(target.source):
        lot = account.lots[move.lot_id]
        if (lot.day, lot.visit_months) == (target.day, target.visit_months) and (lot.visit_months or lot.expires == target.expires):
            return lot
    return None


def _last_day(lot: Lot, visits: Sequence[date]) -> date:
    """Each visit moves the last day on, as long as it comes in time."""
    months = cast("int", lot.visit_months)
    last = after_visit(day_of(lot.day), months, to_month_end=lot.to_month_end)
    for visit in visits:
        if day_of(lot.day) < visit <= last:
            last = after_visit(visit, months, to_month_end=lot.to_month_end)
    return last


def _is_fresh(target: Target, owners: Mapping[Source, set[int]], fresh: set[int]) -> bool:
    return target.customer_id in fresh and not owners.get(target.source)


def _owners(session: Session, targets: Sequence[Target]) -> dict[Source, set[int]]:
    """On whose accounts the ledger has entries of a source."""
    entry, lot = _table(PointEntry).c, _table(PointLot).c
    found: dict[Source, set[int]] = {}
    purchases = {t.source.purchase_id: t.source for t in targets if t.source.purchase_id is not None}
    acts = {t.source.act_id: t.source for t in targets if t.source.act_id is not None}
    for column, by_id in ((entry.purchase_id, purchases), (entry.act_id, acts)):
        for part in parts(list(by_id)):
            query = select(column, lot.customer_id).join(PointLot, lot.id == entry.lot_id).where(column.in_(part)).distinct()
            for number, customer in session.execute(query):
                found.setdefault(by_id[number], set()).add(customer)
    return found


def _table(model: Any) -> Table:
    return cast("Table", model.__table__)
