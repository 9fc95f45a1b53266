"""A shop's file on which one random history after the other is played, and what the ledger says of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple, TypeVar

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.domain.shop import ShopFields
from app.domain.tiers import LoyaltySettings, TierReason
from app.models.base import Base
from app.models.customer import Customer
from app.models.database import Database
from app.models.points import CustomerTier, LoyaltyState, PointEntry, PointLot, Tier
from app.models.shop import Shop
from app.queries.points import balances, standing, statement
from app.services.ledger import lapse, ledger_faults
from app.services.shop import create_shop

T = TypeVar("T")
FIRST_DAY = date(2026, 1, 10)
PEOPLE = (1, 2, 3)
RATES = (150, 120)
_KEPT = {"shop", "revision", "tier", "schema", "loyalty_state"}


class Entry(NamedTuple):
    id: int
    lot: int
    kind: str
    points: int
    day: date
    reverses: int | None


@dataclass(frozen=True)
class Seen:
    """The ledger's rows: entries in the order of writing; `lots`: id -> customer, day, last day, left."""

    entries: tuple[Entry, ...]
    lots: dict[int, tuple[int, date, date | None, int]]

    def open_lots(self, customer: int, today: date) -> dict[tuple[date, date | None], int]:
        """What is left by day of opening and last day, of lots that still count or are below zero."""
        found: dict[tuple[date, date | None], int] = {}
        for owner, day, expires, left in self.lots.values():
            if owner == customer and left and (left < 0 or expires is None or expires >= today):
                found[day, expires] = found.get((day, expires), 0) + left
        return {key: left for key, left in found.items() if left}

    def balance(self, customer: int, day: date | None = None) -> int:
        """The sum of the entries, all or up to a day."""
        own = [entry for entry in self.entries if self.lots[entry.lot][0] == customer]
        return sum(entry.points for entry in own if day is None or entry.day <= day)


class Stage:
    """One file, two programs that write to it. Time goes forward by itself with every act."""

    def __init__(self, folder: Path) -> None:
        path = folder / "okaeri.db"
        create_shop(path, ShopFields(name="点"), now=datetime(2026, 1, 1, tzinfo=UTC), today=FIRST_DAY)
        self.database, self.other = Database.of_file(path), Database.of_file(path)
        with self.database.write() as session:
            for place, rate in enumerate(RATES):
                session.add(Tier(position=place, name=f"T{rate}", threshold=rate, rate=rate))
        self.today = FIRST_DAY
        self._moment = 0

    def close(self) -> None:
        self.database.close()
        self.other.close()

    def begin(self) -> None:
        """Everything of the last history goes; the same people come again for the first time."""
        self.today, self._moment = FIRST_DAY, 0
        with self.database.write() as session:
            for table in reversed(Base.metadata.sorted_tables):
                if table.name not in _KEPT:
                    session.execute(delete(table))
            session.execute(update(LoyaltyState).values(lapsed_to=None))
            for number in PEOPLE:
                session.add(Customer(id=number, name=f"客 {number}", created_at=self.now(), updated_at=self.now()))
            session.scalars(select(Shop)).one().loyalty = LoyaltySettings(tiers_on=True).as_json()

    def now(self) -> datetime:
        """Around noon in Tokyo, later each time."""
        self._moment += 1
        return datetime(self.today.year, self.today.month, self.today.day, 3, tzinfo=UTC) + timedelta(milliseconds=10 * self._moment)

    def write(self, act: Callable[[Session], T]) -> T:
        with self.database.write() as session:
            return act(session)

    def write_elsewhere(self, act: Callable[[Session], T]) -> T:
        with self.other.write() as session:
            return act(session)

    def set_tier(self, customer: int, place: int | None) -> None:
        with self.database.write() as session:
            tiers = list(session.scalars(select(Tier.id).order_by(Tier.position)))
            tier = None if place is None else tiers[place]
            row = CustomerTier(customer_id=customer, tier_id=tier, day=self.today, reason=TierReason.HAND, amount=0, visits=0, version=0)
            session.add(row)

    def tier_rate(self, customer: int, day: date) -> int:
        """In per cent, by the latest row of a day; the tiers themselves are proved elsewhere."""
        row = CustomerTier
        query = select(Tier.rate).select_from(row).outerjoin(Tier, Tier.id == row.tier_id)
        query = query.where(row.customer_id == customer, row.day <= day).order_by(row.day.desc(), row.id.desc()).limit(1)
        with self.database.read() as session:
            return session.scalar(query) or 100

    def allow_negative(self, allowed: bool) -> None:
        with self.database.write() as session:
            session.scalars(select(Shop)).one().loyalty = LoyaltySettings(tiers_on=True, allow_negative=allowed).as_json()

    def lapse(self) -> int:
        with self.database.write() as session:
            return lapse(session, now=self.now(), today=self.today).points

    def seen(self) -> Seen:
        with self.database.read() as session:
            entry, lot = PointEntry, PointLot
            rows = session.execute(
                select(entry.id, entry.lot_id, entry.kind, entry.points, entry.day, entry.reverses_id).order_by(entry.id)
            )
            entries = tuple(Entry(row.id, row.lot_id, str(row.kind), row.points, row.day, row.reverses_id) for row in rows)
            lots = session.execute(select(lot.id, lot.customer_id, lot.day, lot.expires, lot.left))
            return Seen(entries, {row.id: (row.customer_id, row.day, row.expires, row.left) for row in lots})

    def faults(self) -> list[str]:
        with self.database.read() as session:
            return ledger_faults(session)

    def balances(self, day: date) -> dict[int, int]:
        with self.database.read() as session:
            return balances(session, day)

    def standings(self) -> dict[int, tuple[int, int]]:
        """Balance and usable points of each."""
        with self.database.read() as session:
            found = {number: standing(session, number, self.today) for number in PEOPLE}
        return {number: (one.balance, one.usable) for number, one in found.items()}

    def last_lines(self) -> dict[int, int]:
        """The balance on the last line of each statement."""
        with self.database.read() as session:
            found = {number: statement(session, number) for number in PEOPLE}
        return {number: rows[-1].balance if rows else 0 for number, rows in found.items()}
