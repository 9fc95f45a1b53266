"""A shop's file on which one random history after the other is played, and what the ledger says of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple, TypeVar

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.domain.shop import ShopFields
from app.domain.tiers import LoyaltySettings, TierReason
from app.models.base import Base, day_of
from app.models.customer import Customer
from app.models.database import Database
from app.models.points import CustomerTier, LoyaltyState, Tier
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
            connection = session.connection()
            for table in reversed(Base.metadata.sorted_tables):
                if table.name not in _KEPT:
                    connection.exec_driver_sql(f"DELETE FROM {table.name}")
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
            return _seen(session)

    def state(self, customer: int, past: date) -> tuple[Seen, tuple[int, int], dict[int, int]]:
        """The rows, a customer's balance and usable points, and the balances of everybody on a past day."""
        with self.database.read() as session:
            stands = standing(session, customer, self.today)
            return _seen(session), (stands.balance, stands.usable), balances(session, past)

    def faults(self) -> list[str]:
        with self.database.read() as session:
            return ledger_faults(session)

    def balances(self, days: Iterable[date]) -> dict[date, dict[int, int]]:
        with self.database.read() as session:
            return {day: balances(session, day) for day in days}

    def last_lines(self) -> dict[int, int]:
        """The balance on the last line of each statement."""
        with self.database.read() as session:
            found = {number: statement(session, number) for number in PEOPLE}
        return {number: rows[-1].balance if rows else 0 for number, rows in found.items()}


def _seen(session: Session) -> Seen:
    """Read past the models: it is done after every step."""
    connection = session.connection()
    rows = connection.exec_driver_sql("SELECT id, lot_id, kind, points, day, reverses_id FROM point_entry ORDER BY id")
    entries = tuple(Entry(number, lot, kind, points, day_of(day), back) for number, lot, kind, points, day, back in rows)
    lots = connection.exec_driver_sql("SELECT id, customer_id, day, expires, left FROM point_lot")
    return Seen(entries, {one: (who, day_of(day), None if last is None else day_of(last), left) for one, who, day, last, left in lots})
