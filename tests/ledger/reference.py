"""Points of one shop, kept slowly and plainly: what the ledger is held against.

Every account is a list of lots, every lot a list of what was added and taken on which day. Nothing is stored that can be added up, and
nothing is looked up that can be counted again. Lapsing is no act here: after its last day a lot simply counts no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count

from app.domain.periods import add_months, month_end
from app.domain.points import EarnBasis, ExpiryKind, NotEnoughPoints, PointLine, PointsUsedAlready, RuleFields, earned_by

Source = tuple[str, int]
_NUMBERS = count(1)


@dataclass(frozen=True)
class Refund:
    day: date
    lines: tuple[PointLine, ...]


@dataclass(frozen=True)
class Bought:
    """A purchase as it stands, with the rule and the figures it keeps; `refunds` by their ids, in the order of their days."""

    customer: int | None
    day: date
    lines: tuple[PointLine, ...]
    used: int
    rule: RuleFields | None
    basis: EarnBasis
    refunds: tuple[tuple[int, Refund], ...] = ()

    @property
    def left(self) -> int:
        return sum(line.amount for line in self.lines) + sum(line.amount for _, back in self.refunds for line in back.lines)


@dataclass(frozen=True)
class Given:
    """Points that came or went without a purchase."""

    customer: int
    day: date
    points: int
    expires: date | None = None
    may_go_below: bool = False


@dataclass(frozen=True)
class Merged:
    """What came from `gone` when it was made one with `keep`."""

    keep: int
    gone: int
    purchases: tuple[int, ...]
    gifts: tuple[int, ...]
    lots: tuple[int, ...]


@dataclass(frozen=True)
class Step:
    """What a source has earned and used in all once this day's refund (or the purchase itself) is done."""

    day: date
    earned: int
    used: int


@dataclass(frozen=True)
class Wanted:
    customer: int | None
    day: date
    expires: date | None = None
    months: int | None = None
    to_month_end: bool = False
    last: Step = Step(date.min, 0, 0)
    may_go_below: bool = False


@dataclass(eq=False)
class Change:
    """Points added to or taken from a lot on a day; as a cover, when another lot had what came in or has what went."""

    day: date
    points: int
    is_cover: bool = False
    number: int = field(default_factory=lambda: next(_NUMBERS))


@dataclass(eq=False)
class Lot:
    number: int
    source: Source
    day: date
    expires: date | None
    months: int | None = None
    to_month_end: bool = False
    changes: list[Change] = field(default_factory=list)
    covered_by: list[tuple[Lot, int]] = field(default_factory=list)

    @property
    def points(self) -> int:
        """What there is when nothing ever lapsed."""
        return sum(change.points for change in self.changes)

    @property
    def order(self) -> tuple[date, date, int]:
        return self.expires or date.max, self.day, self.number

    def left_on(self, day: date) -> int:
        """Nothing is left after the last day; a debt does not lapse."""
        points = sum(change.points for change in self.changes if change.day <= day)
        return points if self.expires is None or day <= self.expires else min(points, 0)

    def counts_on(self, day: date) -> bool:
        return self.day <= day and (self.expires is None or day <= self.expires)

    def free_on(self, day: date) -> int:
        """What can be taken on a day without the lot being short on that day or any later one; what lapsed since was there."""
        days = [day, *(change.day for change in self.changes if change.day > day)]
        return min(sum(change.points for change in self.changes if change.day <= end) for end in days)

    def last_after(self, visit: date) -> date:
        last = add_months(visit, self.months or 0)
        return month_end(last) if self.to_month_end else last

    def add(self, day: date, points: int, *, is_cover: bool = False) -> None:
        self.changes.append(Change(day, points, is_cover))

    def handed_on(self, since: Change) -> int:
        """What went to other lots as a cover, or back to those that had covered this one, after a change."""
        return max(0, -sum(change.points for change in self.changes if change.is_cover and change.number > since.number))


@dataclass(eq=False)
class Part:
    """What a source moved in one lot, and what was taken back of it on which days, the latest last."""

    lot: Lot
    day: date
    points: int
    back: list[Change] = field(default_factory=list)

    @property
    def net(self) -> int:
        return self.points - sum(change.points for change in self.back)


class Account:
    """One customer's lots. A debt is a lot below zero; as long as one lot is above zero, none is below."""

    def __init__(self) -> None:
        self.lots: list[Lot] = []
        self.earned: dict[Source, list[Part]] = {}
        self.used: dict[Source, list[Part]] = {}

    @property
    def by_age(self) -> list[Lot]:
        return sorted(self.lots, key=lambda lot: lot.number)

    @property
    def in_order(self) -> list[Lot]:
        return sorted(self.lots, key=lambda lot: lot.order)

    @property
    def debt(self) -> int:
        return -sum(lot.points for lot in self.lots if lot.points < 0)

    def balance_on(self, day: date) -> int:
        return sum(lot.left_on(day) for lot in self.lots)

    def open_lots(self, today: date) -> dict[tuple[date, date | None], int]:
        """What is left by day of opening and last day."""
        found: dict[tuple[date, date | None], int] = {}
        for lot in self.lots:
            found[lot.day, lot.expires] = found.get((lot.day, lot.expires), 0) + lot.left_on(today)
        return {key: left for key, left in found.items() if left}

    def usable(self, day: date, today: date, without: Source | None = None) -> int:
        return sum(points for _, points in self.free_lots(day, today, without))

    def free_lots(self, day: date, today: date, without: Source | None = None) -> Iterator[tuple[Lot, int]]:
        """Lots in the order of their use. No purchase is paid with the points that it earns itself."""
        for lot in self.in_order:
            if lot.counts_on(day) and lot.source != without:
                points = lot.points if day >= today else lot.free_on(day)
                if points > 0:
                    yield lot, points

    def earn(self, lot: Lot, points: int) -> None:
        lot.add(lot.day, points)
        self.earned.setdefault(lot.source, []).append(Part(lot, lot.day, points))

    def use(self, source: Source, points: int, day: date, today: date, *, may_go_below: bool = False) -> None:
        again = self._use_again(source, points, day, today)
        points -= again
        if again and points:
            self.settle(today)
        free = list(self.free_lots(day, today, source))
        there = sum(part for _, part in free)
        if there < points and not may_go_below:
            raise NotEnoughPoints(wanted=points, left=there)
        for lot, most in free:
            part = min(points, most)
            if part:
                points -= part
                self._take(lot, part, day, today)
                self.used.setdefault(source, []).append(Part(lot, day, part))
        if points:
            debt = Lot(next(_NUMBERS), source, day, None)
            debt.add(day, -points)
            self.lots.append(debt)
            self.used.setdefault(source, []).append(Part(debt, day, points))

    def _use_again(self, source: Source, points: int, day: date, today: date) -> int:
        """What was given back is used again where it was, the last given first; how many points that were. Where covers have gone from
        there since, they are to come again, if there is enough."""
        is_there = min(self.usable(day, today, source), self.usable(today, today, source)) >= points
        done = 0
        for part in self.used.get(source, ()):
            for given in reversed(part.back) if part.day == day and part.lot.counts_on(day) else ():
                again = min(points - done, given.points)
                free = part.lot.free_on(given.day)
                if is_there and part.lot.counts_on(today):
                    free += part.lot.handed_on(given)
                if again > 0 and free >= again:
                    done += again
                    self._take(part.lot, again, given.day, today)
                    given.points -= again
        return done

    def take_back(self, source: Source, points: int, day: date | None, today: date) -> None:
        """Of what was earned, from its own lot, even when that was used up already."""
        for part in reversed(self.earned.get(source, ())):
            gone = min(points, part.net)
            if gone:
                points -= gone
                part.back.append(Change(self._take(part.lot, gone, day or part.day, today), gone))

    def give_back(self, source: Source, points: int, day: date | None) -> None:
        """Of what was used, to the lots it came from, the last taken first."""
        for part in reversed(self.used.get(source, ())):
            returned = min(points, part.net)
            if returned:
                points -= returned
                part.lot.add(day or part.day, returned)
                part.back.append(Change(day or part.day, returned))

    def settle(self, today: date) -> None:
        """Give back covers that are no longer needed, then cover what is below zero."""
        while any(lot.points > 0 and lot.covered_by for lot in self.lots):
            lot = next(lot for lot in self.in_order if lot.points > 0 and lot.covered_by)
            giver, points = lot.covered_by.pop()
            returned = min(points, lot.points)
            lot.add(today, -returned, is_cover=True)
            giver.add(today, returned, is_cover=True)
            if points > returned:
                lot.covered_by.append((giver, points - returned))
        for lot in self.by_age:
            for giver in self.by_age:
                if lot.points < 0 < giver.points and giver.counts_on(today):
                    points = min(-lot.points, giver.points)
                    giver.add(today, -points, is_cover=True)
                    lot.add(today, points, is_cover=True)
                    lot.covered_by.append((giver, points))

    def end_covers_of_others(self, today: date) -> None:
        """Nobody's debt is covered by somebody else's points."""
        for lot in self.lots:
            for giver, points in [cover for cover in lot.covered_by if cover[0] not in self.lots]:
                lot.add(today, -points, is_cover=True)
                giver.add(today, points, is_cover=True)
            lot.covered_by = [cover for cover in lot.covered_by if cover[0] in self.lots]

    def follow_visits(self, visits: Sequence[date]) -> None:
        """A visit moves last days on when it comes in time, not when the points have lapsed before it."""
        for lot in self.lots:
            if lot.months is not None:
                since = lot.day
                for visit in sorted(visits):
                    if since < visit <= lot.last_after(since):
                        since = visit
                lot.expires = lot.last_after(since)

    def lot_for(self, source: Source, wanted: Wanted) -> Lot:
        for part in self.earned.get(source, ()):
            if (part.lot.day, part.lot.months) == (wanted.day, wanted.months) and (wanted.months or part.lot.expires == wanted.expires):
                return part.lot
        lot = Lot(next(_NUMBERS), source, wanted.day, wanted.expires, wanted.months, wanted.to_month_end)
        self.lots.append(lot)
        return lot

    def _take(self, lot: Lot, points: int, day: date, today: date) -> date:
        """Take points of a day; of today when they were used in between. What had lapsed was there. The day."""
        if lot.free_on(day) < points:
            day = today
        lot.add(day, -points)
        return day


class ReferenceShop:
    """Purchases and gifts are the truth; `follow` brings the accounts to what they say."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.allow_negative = False
        self.purchases: dict[int, Bought] = {}
        self.gifts: dict[int, Given] = {}
        self.accounts: dict[int, Account] = {}
        self.gone: dict[int, Merged] = {}

    def fact(self, source: Source) -> Bought | Given | Merged | None:
        kind, number = source
        if kind == "merge":
            return self.gone.get(number)
        return self.purchases.get(number) if kind == "purchase" else self.gifts.get(number)

    def put(self, source: Source, fact: Bought | Given | Merged | None) -> None:
        """Change what is true; None: it is not. The accounts follow later, but for those of people who become one or two."""
        kind, number = source
        if kind == "merge":
            if isinstance(fact, Merged):
                self.gone[number] = fact
                self._move(fact, fact.gone, fact.keep)
            elif number in self.gone:
                merged = self.gone.pop(number)
                self._move(merged, merged.keep, merged.gone)
            return
        self.purchases.pop(number, None) if kind == "purchase" else self.gifts.pop(number, None)
        if isinstance(fact, Bought):
            self.purchases[number] = fact
        elif isinstance(fact, Given):
            self.gifts[number] = fact

    def merged(self, keep: int, gone: int) -> Merged:
        """What would come along."""
        purchases = tuple(number for number, one in self.purchases.items() if one.customer == gone)
        gifts = tuple(number for number, one in self.gifts.items() if one.customer == gone)
        return Merged(keep, gone, purchases, gifts, tuple(lot.number for lot in self.account(gone).lots))

    def _move(self, merged: Merged, giver: int, taker: int) -> None:
        for number in merged.purchases:
            if number in self.purchases:
                self.purchases[number] = replace(self.purchases[number], customer=taker)
        for number in merged.gifts:
            if number in self.gifts:
                self.gifts[number] = replace(self.gifts[number], customer=taker)
        given, taken = self.account(giver), self.account(taker)
        lots = [lot for lot in given.lots if lot.number in merged.lots]
        given.lots = [lot for lot in given.lots if lot not in lots]
        taken.lots += lots
        for ours, theirs in ((given.earned, taken.earned), (given.used, taken.used)):
            for source, parts in list(ours.items()):
                theirs.setdefault(source, []).extend(part for part in parts if part.lot in lots)
                ours[source] = [part for part in parts if part.lot not in lots]
        for account in (given, taken):
            account.end_covers_of_others(self.today)
        for account in (given, taken):
            account.settle(self.today)

    def account(self, customer: int) -> Account:
        return self.accounts.setdefault(customer, Account())

    def follow(self, sources: Sequence[Source], *, day: date | None = None, allow_negative: bool = False) -> None:
        """NotEnoughPoints, PointsUsedAlready; the shop is then no longer of use."""
        may_go_below = allow_negative or self.allow_negative
        for source in sources:
            self._follow_one(source, self.wanted(source), day, may_go_below=may_go_below)
        for customer, account in self.accounts.items():
            account.follow_visits([one.day for one in self.purchases.values() if one.customer == customer and one.left > 0])
            account.settle(self.today)

    def wanted(self, source: Source) -> Wanted:
        """What the ledger should say of a purchase or a gift."""
        kind, number = source
        if kind == "act":
            given = self.gifts.get(number)
            if given is None:
                return Wanted(None, self.today)
            step = Step(given.day, max(0, given.points), max(0, -given.points))
            return Wanted(given.customer, given.day, given.expires, last=step, may_go_below=given.may_go_below)
        bought = self.purchases.get(number)
        if bought is None or bought.customer is None or bought.rule is None:
            return Wanted(None, self.today)
        expiry = bought.rule.expiry
        months = expiry.months if expiry.kind is ExpiryKind.AFTER_VISIT else None
        *_, last = steps_of(bought, bought.rule)
        return Wanted(bought.customer, bought.day, expiry.last_day(bought.day), months, bool(months) and expiry.to_month_end, last)

    def _follow_one(self, source: Source, wanted: Wanted, day: date | None, *, may_go_below: bool) -> None:
        debts = {customer: account.debt for customer, account in self.accounts.items()}
        for customer, account in self.accounts.items():
            if customer != wanted.customer or not _fits(account, source, wanted):
                account.give_back(source, _net(account.used.get(source)), None)
                account.take_back(source, _net(account.earned.get(source)), None, self.today)
                account.settle(self.today)
        if wanted.customer is not None:
            self._bring(self.account(wanted.customer), source, wanted, day, may_go_below=may_go_below and wanted.may_go_below)
        for customer, account in self.accounts.items():
            more = account.debt - debts.get(customer, 0)
            if more > 0 and not may_go_below:
                raise PointsUsedAlready(missing=more)

    def _bring(self, account: Account, source: Source, wanted: Wanted, day: date | None, *, may_go_below: bool) -> None:
        more_used = wanted.last.used - _net(account.used.get(source))
        more_earned = wanted.last.earned - _net(account.earned.get(source))
        if more_used < 0:
            account.give_back(source, -more_used, day)
            account.settle(self.today)
        if more_used > 0:
            account.use(source, more_used, wanted.day, self.today, may_go_below=may_go_below)
            # Debts are covered once all that comes in with the use is there.
            if more_earned <= 0:
                account.settle(self.today)
        if more_earned < 0:
            account.take_back(source, -more_earned, day, self.today)
        if more_earned > 0:
            account.earn(account.lot_for(source, wanted), more_earned)
        account.settle(self.today)


def steps_of(bought: Bought, rule: RuleFields) -> Iterator[Step]:
    """What was earned and used once the purchase was recorded, and after each refund: money goes back first, then points."""
    lines, earned = list(bought.lines), 0
    total = sum(line.amount for line in lines)
    for place, (day, back) in enumerate([(bought.day, ()), *((refund.day, refund.lines) for _, refund in bought.refunds)]):
        lines += back
        left = sum(line.amount for line in lines)
        used = bought.used if left == total else min(bought.used, left // rule.point_value)
        now = earned_by(rule, bought.basis, lines, used).points
        earned = now if place == 0 else min(earned, now)
        yield Step(day, earned, used)


def _fits(account: Account, source: Source, wanted: Wanted) -> bool:
    lots = [part.lot for part in account.earned.get(source, ()) if part.net]
    same_lots = all(lot.day == wanted.day and lot.months == wanted.months and (lot.months or lot.expires == wanted.expires) for lot in lots)
    return same_lots and all(part.day == wanted.day for part in account.used.get(source, ()) if part.net)


def _net(parts: Sequence[Part] | None) -> int:
    return sum(part.net for part in parts or ())
