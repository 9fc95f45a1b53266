"""One customer's account of points: lots and what moves them, as rules without a database.

Days are day numbers (app.domain.periods.day_number). Nothing that was written is ever changed: every act adds moves. A lot is
used in the order in which lots lapse. What is taken back from a lot that was used up is covered by the customer's other lots, so
that lots stand either all at zero or above, or, where the shop allows it, all at zero or below.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field

from app.domain.points import EntryKind, NotEnoughPoints

FOREVER = 10**9


@dataclass(slots=True)
class Lot:
    """`expires`: the last day on which the points count."""

    id: int
    day: int
    expires: int | None
    left: int
    visit_months: int | None = None
    to_month_end: bool = False
    is_new: bool = False
    is_changed: bool = False

    @property
    def last_day(self) -> int:
        return FOREVER if self.expires is None else self.expires

    @property
    def order(self) -> tuple[int, int, int]:
        return self.last_day, self.day, self.id

    def counts_on(self, day: int) -> bool:
        return self.day <= day <= self.last_day


@dataclass(frozen=True, slots=True)
class Source:
    """What a move comes from: a purchase or an act. `rule_id` and `basis` are kept with what it earns."""

    purchase_id: int | None = None
    act_id: int | None = None
    receipt: str = ""
    reason: str = ""
    rule_id: int | None = None
    basis: str | None = None


NO_SOURCE = Source()


@dataclass(slots=True)
class Move:
    """An entry of the ledger. `role`: what it is about in the end; taking back an earning, and taking that back, is about earning."""

    id: int
    lot_id: int
    kind: EntryKind
    points: int
    day: int
    source: Source
    reverses_id: int | None = None
    cover_lot_id: int | None = None
    expires: int | None = None
    role: EntryKind = EntryKind.EARN
    undone_by: list[Move] = field(default_factory=list)

    @property
    def net(self) -> int:
        """What is left of it after everything that took it back."""
        return self.points + sum(move.net for move in self.undone_by)


@dataclass(slots=True)
class Ids:
    """Hands out the numbers of new lots and entries."""

    lot: int
    entry: int

    def next_lot(self) -> int:
        self.lot += 1
        return self.lot - 1

    def next_entry(self) -> int:
        self.entry += 1
        return self.entry - 1


class Account:
    """`load_moves` hands out all moves written so far, in the order of writing; it is asked once, and only when they are needed.

    `today` is the day up to which the account is kept: no act is later.
    """

    def __init__(self, customer_id: int, lots: Iterable[Lot], load_moves: Callable[[], Iterable[Move]], ids: Ids, today: int) -> None:
        self.customer_id = customer_id
        self.lots = {lot.id: lot for lot in lots}
        self.today = today
        self.new: list[Move] = []
        self._ids = ids
        self._load_moves = load_moves
        self._moves: dict[int, Move] | None = None
        self._by_source: dict[tuple[int | None, int | None], list[Move]] = {}
        self._by_lot: dict[int, list[Move]] = {}
        self._gained: set[int] = set()
        self._to_straighten: set[int] = set()

    @property
    def below(self) -> int:
        """How many points the account stands below zero."""
        return -sum(lot.left for lot in self.lots.values() if lot.left < 0)

    def moves(self) -> dict[int, Move]:
        if self._moves is None:
            self._moves = {}
            for move in self._load_moves():
                self._link(move)
            for move in self.new:
                self._link(move)
        return self._moves

    def earned_of(self, source: Source) -> list[Move]:
        """What the source earned, the oldest first, whatever was taken back of it."""
        return [move for move in self._of(source) if move.role is not EntryKind.REDEEM and move.reverses_id is None and move.points > 0]

    def used_by(self, source: Source) -> list[Move]:
        return [move for move in self._of(source) if move.reverses_id is None and move.points < 0]

    def is_left_of(self, source: Source) -> bool:
        """Whether anything the source did still stands on some day, were it only until something took it back later."""
        left: dict[tuple[int, int], int] = {}
        for move in self._of(source):
            left[move.lot_id, move.day] = left.get((move.lot_id, move.day), 0) + move.points
        return any(left.values())

    def earn(self, points: int, day: int, lot: Lot, source: Source, kind: EntryKind) -> None:
        """Put points into a lot, which may be a new one (see `open_lot`)."""
        self._add(lot, points, day, kind, source, expires=lot.expires)
        self._settle()

    def open_lot(self, day: int, expires: int | None, visit_months: int | None = None, *, to_month_end: bool = False) -> Lot:
        lot = Lot(self._ids.next_lot(), day, expires, 0, visit_months, to_month_end, is_new=True)
        self.lots[lot.id] = lot
        return lot

    def use(self, points: int, day: int, source: Source, kind: EntryKind, *, own: Collection[int] = (), may_go_below: bool = False) -> None:
        """Take points from the lots that count on the day, those that lapse first before others, never from what the source itself
        earned. NotEnoughPoints."""
        parts = list(self._parts(points, day, own))
        missing = points - sum(part for _, part in parts)
        if missing and not may_go_below:
            raise NotEnoughPoints(field="points", wanted=points, left=points - missing)
        for lot, part in parts:
            self._remove(lot, part, day, kind, source)
        if missing:
            self._add(self.open_lot(day, None), -missing, day, kind, source)
        self._settle()

    def usable(self, day: int, without: Collection[int] = ()) -> int:
        """How many points can be used on a day, which may be a past one; `without`: lots left out."""
        return sum(part for _, part in self._parts(FOREVER, day, without))

    def take_back_earned(self, source: Source, points: int, day: int | None) -> None:
        """Of what the source earned; it counts from `day` (None: from when it was earned), from today if it was used in between.
        What was used since leaves the account below zero."""
        for move in reversed(self.earned_of(source)):
            part = min(points, move.net)
            if part > 0:
                points -= part
                self._remove(self.lots[move.lot_id], part, move.day if day is None else day, EntryKind.REVERSE, source, move.id)
        self._settle()

    def give_back_used(self, source: Source, points: int, day: int | None) -> None:
        """Put used points back into the lots they came from, the last taken first."""
        for move in reversed(self.used_by(source)):
            part = min(points, -move.net)
            if part > 0:
                points -= part
                self._add(self.lots[move.lot_id], part, move.day if day is None else day, EntryKind.REVERSE, source, reverses_id=move.id)
        self._settle()

    def earn_again(self, source: Source, points: int, lot_id: int | None = None) -> int:
        """Undo what was taken back of the earning, as far as there is such (of one lot, if it is named); how many points that were.
        What stands below zero is covered by what follows, or by `settle`: all that an act earns comes in at once."""
        done = 0
        for earned in self.earned_of(source):
            if lot_id is not None and earned.lot_id != lot_id:
                continue
            for taken in reversed(list(earned.undone_by)):
                part = min(points - done, -taken.net)
                if part > 0:
                    done += part
                    lot = self.lots[taken.lot_id]
                    self._add(lot, part, taken.day, EntryKind.REVERSE, source, reverses_id=taken.id)
        return done

    def use_again(self, source: Source, points: int, day: int | None = None, *, own: Collection[int] = ()) -> int:
        """Undo what was given back of the use (of one day, if it is named) where the lots still allow it; how many points that were.

        A lot that has handed covers on since is covered anew, as long as there are points enough but for the source's `own`. That is
        for `settle` to do, once what the source earns has come in again.
        """
        is_there = day is not None and min(self.usable(day, own), self.usable(self.today, own)) >= points
        done = 0
        for used in self.used_by(source):
            if day is not None and used.day != day:
                continue
            for given in reversed(list(used.undone_by)):
                lot = self.lots[given.lot_id]
                part = min(points - done, given.net)
                free = self._removable(lot, given.day)
                if is_there and lot.counts_on(self.today):
                    free += self._handed_on(lot, given)
                if part > 0 and lot.counts_on(used.day) and free >= part:
                    done += part
                    self._remove(lot, part, given.day, EntryKind.REVERSE, source, given.id)
        return done

    def settle(self) -> None:
        """After lots came or went with another account: covers between this one and the other are undone, what stands below zero is
        covered by what is here now."""
        covered: dict[tuple[int, int], int] = {}
        for move in list(self.moves().values()):
            if move.cover_lot_id is not None and move.cover_lot_id not in self.lots:
                pair = (move.lot_id, move.cover_lot_id)
                covered[pair] = covered.get(pair, 0) + move.points
        for (lot_id, other_id), points in covered.items():
            if points:
                self._write(self.lots[lot_id], -points, self.today, EntryKind.ADJUST, NO_SOURCE, cover_lot_id=other_id)
        self._settle()

    def straighten(self) -> None:
        """Let what came back too late lapse again, and what went too early come back; covers stay where they are."""
        for number in sorted(self._to_straighten):
            self._straighten(self.lots[number], self.today)
        self._to_straighten.clear()

    def lapse(self, day: int) -> int:
        """Take off what no longer counts on a day; how many points that were."""
        before = sum(lot.left for lot in self.lots.values())
        for lot in sorted(self.lots.values(), key=lambda one: one.order):
            if lot.last_day < day and lot.left > 0:
                self._straighten(lot, day)
        return before - sum(lot.left for lot in self.lots.values())

    def prolong(self, lot: Lot, expires: int | None) -> None:
        """Let a lot count until another day; what lapsed too early comes back."""
        if lot.expires != expires:
            lot.expires = expires
            lot.is_changed = True
            self._straighten(lot, self.today)

    def wake(self, day: int) -> None:
        """Bring back what was lapsed after `day`: the computer's clock had been ahead."""
        for lot in self.lots.values():
            self._straighten(lot, day)

    # inner workings

    def _of(self, source: Source) -> list[Move]:
        self.moves()
        return self._by_source.get((source.purchase_id, source.act_id), [])

    def _moves_of(self, lot: Lot) -> list[Move]:
        self.moves()
        return self._by_lot.get(lot.id, [])

    def _parts(self, points: int, day: int, without: Collection[int] = ()) -> Iterator[tuple[Lot, int]]:
        usable = (lot for lot in self.lots.values() if lot.counts_on(day) and lot.id not in without)
        for lot in sorted(usable, key=lambda one: one.order):
            if points <= 0:
                return
            part = min(points, max(0, lot.left if day >= self.today else self._removable(lot, day)))
            if part:
                points -= part
                yield lot, part

    def _removable(self, lot: Lot, day: int) -> int:
        """What can go from a lot on a day so that it ends no later day below zero; what lapsed since counts as there."""
        running, ends = 0, {day: 0}
        for move in sorted((move for move in self._moves_of(lot) if move.role is not EntryKind.EXPIRE), key=_by_day):
            running += move.points
            ends[max(day, move.day)] = running
        return min(ends.values())

    def _handed_on(self, lot: Lot, since: Move) -> int:
        """What a lot gave to others, or back to those that had covered it, after a move."""
        return max(0, -sum(move.points for move in self._moves_of(lot) if move.cover_lot_id is not None and move.id > since.id))

    def _remove(self, lot: Lot, points: int, day: int, kind: EntryKind, source: Source, reverses_id: int | None = None) -> None:
        if day < self.today and self._removable(lot, day) < points:
            day = self.today
        self._write(lot, -points, day, kind, source, reverses_id)

    def _straighten(self, lot: Lot, today: int) -> None:
        """Let what lapsed be, on every day, what was left of the lot after its last day, and nothing before or while it still counts.

        Whatever came into the lot or went out of it since is made up for by further entries on the days concerned.
        """
        moves = self._moves_of(lot)
        stood, wanted_before = 0, 0
        changes: list[tuple[int, int]] = []
        for day in sorted({lot.last_day + 1, *(move.day for move in moves)}):
            ours = [move for move in moves if move.day == day]
            stood += sum(move.points for move in ours if move.role is not EntryKind.EXPIRE)
            wanted = -max(0, stood) if day > lot.last_day and lot.last_day < today else 0
            lapsed = sum(move.points for move in ours if move.role is EntryKind.EXPIRE)
            changes.append((day, wanted - wanted_before - lapsed))
            wanted_before = wanted
        # First what lapses (again): what came back too late can come back on another day only once it has gone again.
        for day, points in changes:
            if points < 0:
                self._let_go(lot, -points, day)
        for day, points in changes:
            if points > 0:
                self._bring_back(lot, points, day)

    def _let_go(self, lot: Lot, points: int, day: int) -> None:
        came_back = [move for move in self._moves_of(lot) if move.role is EntryKind.EXPIRE and move.day == day and move.net > 0]
        for move in sorted(came_back, key=lambda one: -one.id):
            part = min(points, move.net)
            points -= part
            if part:
                self._write(lot, -part, day, EntryKind.REVERSE, NO_SOURCE, move.id)
        if points:
            self._write(lot, -points, day, EntryKind.EXPIRE, NO_SOURCE)

    def _bring_back(self, lot: Lot, points: int, day: int) -> None:
        lapsed = [move for move in self._moves_of(lot) if move.kind is EntryKind.EXPIRE and move.net < 0]
        for move in sorted(lapsed, key=lambda one: (one.day != day, -one.id)):
            part = min(points, -move.net)
            points -= part
            if part:
                self._write(lot, part, day, EntryKind.REVERSE, NO_SOURCE, move.id)

    def _add(
        self, lot: Lot, points: int, day: int, kind: EntryKind, source: Source, reverses_id: int | None = None, expires: int | None = None
    ) -> None:
        if points > 0 and not lot.is_new:
            self._gained.add(lot.id)
        self._write(lot, points, day, kind, source, reverses_id, expires=expires)

    def _settle(self) -> None:
        """Give covers back that are no longer needed, take off what lapsed, then cover what stands below zero."""
        for lot in sorted((self.lots[number] for number in self._gained), key=lambda one: one.order):
            if lot.left > 0:
                self._return_covers(lot)
        self._gained.clear()
        self.straighten()
        below = [lot for lot in self.lots.values() if lot.left < 0]
        if not below:
            return
        # The oldest first: what is undone and covered anew takes from the same lots again, whatever was opened since.
        for lot in sorted(below, key=lambda one: one.id):
            for giver in sorted(self.lots.values(), key=lambda one: one.id):
                part = min(-lot.left, giver.left)
                if lot.left < 0 and part > 0 and giver.counts_on(self.today):
                    self._cover(giver, lot, part)

    def _return_covers(self, lot: Lot) -> None:
        received: dict[int, int] = {}
        for move in self._moves_of(lot):
            if move.cover_lot_id is not None:
                received[move.cover_lot_id] = received.get(move.cover_lot_id, 0) + move.points
        for giver_id in reversed(received):
            part = min(lot.left, received[giver_id])
            if part > 0:
                giver = self.lots[giver_id]
                self._cover(lot, giver, part)
                # What comes back may itself be covered by a third lot by now.
                if giver.left > 0:
                    self._return_covers(giver)

    def _cover(self, giver: Lot, lot: Lot, points: int) -> None:
        self._write(giver, -points, self.today, EntryKind.ADJUST, NO_SOURCE, cover_lot_id=lot.id)
        self._write(lot, points, self.today, EntryKind.ADJUST, NO_SOURCE, cover_lot_id=giver.id)

    def _write(
        self,
        lot: Lot,
        points: int,
        day: int,
        kind: EntryKind,
        source: Source,
        reverses_id: int | None = None,
        *,
        cover_lot_id: int | None = None,
        expires: int | None = None,
    ) -> None:
        lot.left += points
        lot.is_changed = True
        if kind is not EntryKind.EXPIRE and (lot.last_day < self.today or day > lot.last_day):
            self._to_straighten.add(lot.id)
        move = Move(self._ids.next_entry(), lot.id, kind, points, day, source, reverses_id, cover_lot_id, expires, kind)
        self.new.append(move)
        if self._moves is not None:
            self._link(move)

    def _link(self, move: Move) -> None:
        moves = self._moves if self._moves is not None else {}
        move.role = move.kind
        if move.reverses_id is not None and move.reverses_id in moves:
            reversed_move = moves[move.reverses_id]
            move.role = reversed_move.role
            reversed_move.undone_by.append(move)
        moves[move.id] = move
        self._by_source.setdefault((move.source.purchase_id, move.source.act_id), []).append(move)
        self._by_lot.setdefault(move.lot_id, []).append(move)


def _by_day(move: Move) -> int:
    return move.day
