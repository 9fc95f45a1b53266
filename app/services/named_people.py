"""Whom a list means by a number, a phone and a name."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.customers import CustomerFields
from app.domain.phones import normal_digits
from app.domain.text import fold
from app.exchange.problems import RowReason
from app.exchange.purchases import CustomerKey
from app.models.bulk import insert_rows, next_id
from app.models.customer import Customer
from app.models.records import ImportBatch
from app.services.import_customers import ImportOutcome, numbers_of
from app.services.import_rows import CUSTOMER_COLUMNS, stored_row


@dataclass(slots=True)
class NamedPeople:
    """All customers of the shop; with `create` those nobody knows are collected for one insert."""

    session: Session
    create: bool
    _codes: dict[str, int] = field(default_factory=dict)
    _phones: dict[str, list[int]] = field(default_factory=dict)
    _names: dict[str, int | None] = field(default_factory=dict)
    _known_as: dict[int, tuple[str, str]] = field(default_factory=dict)
    _found: dict[CustomerKey, tuple[int | None, RowReason]] = field(default_factory=dict)
    _new: dict[int, CustomerFields] = field(default_factory=dict)
    _next: int = 0

    def __post_init__(self) -> None:
        self._next = next_id(self.session, Customer.__table__)  # type: ignore[arg-type]
        columns = (Customer.id, Customer.code, Customer.name, Customer.phone, Customer.mobile)
        for number, code, name, phone, mobile in self.session.execute(select(*columns)):
            self._learn(number, code or "", name, phone, mobile)
        self._codes = numbers_of(self.session) | self._codes

    def find(self, key: CustomerKey) -> tuple[int | None, RowReason]:
        """The customer's id, or None with the reason."""
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._look_up(key)
        return found

    def write(self, outcome: ImportOutcome, batch: ImportBatch, now: datetime) -> None:
        outcome.created = len(self._new)
        extra = {"import_id": batch.id, "created_at": now, "updated_at": now}
        rows = (stored_row(self.session, {"fields": fields, "id": number, **extra}) for number, fields in self._new.items())
        insert_rows(self.session, Customer.__table__, CUSTOMER_COLUMNS, rows)  # type: ignore[arg-type]

    def _look_up(self, key: CustomerKey) -> tuple[int | None, RowReason]:
        if key.code:
            number = self._codes.get(key.code)
            if number is not None:
                return number, RowReason.CUSTOMER_UNKNOWN
        folded = fold(key.name)
        sharers = self._sharers(key, folded)
        if len(sharers) == 1:
            return sharers[0], RowReason.CUSTOMER_UNKNOWN
        if sharers:
            return None, RowReason.CUSTOMER_AMBIGUOUS
        if folded and not key.code and folded in self._names:
            number = self._names[folded]
            # A phone that nobody has tells a namesake apart.
            if number is not None or not (self.create and key.phone):
                return number, RowReason.CUSTOMER_AMBIGUOUS
        return (self._add(key) if self.create else None), RowReason.CUSTOMER_UNKNOWN

    def _sharers(self, key: CustomerKey, folded: str) -> list[int]:
        """Whom the phone may mean. A family shares one: another number, or when customers are made another name, is someone else."""
        if not key.phone:
            return []
        found = self._phones.get(normal_digits(key.phone), [])
        if key.code:
            found = [number for number in found if not self._known_as[number][0]]
        if not folded:
            return found
        known_as = {number: self._known_as[number][1] for number in found}
        same_name = [number for number in found if known_as[number] == folded]
        same_name = same_name or [n for n in found if known_as[n].startswith(folded) or folded.startswith(known_as[n])]
        is_someone_else = self.create or len(found) > 1
        return same_name or ([] if is_someone_else else found)

    def _add(self, key: CustomerKey) -> int:
        number, self._next = self._next, self._next + 1
        name = key.name or key.code or key.phone
        self._new[number] = CustomerFields(code=key.code, name=name, phone=key.phone)
        self._learn(number, key.code, name, key.phone, "")
        return number

    def _learn(self, number: int, code: str, name: str, phone: str, mobile: str) -> None:
        if code:
            self._codes[code] = number
        for digits in {normal_digits(phone), normal_digits(mobile)} - {""}:
            self._phones.setdefault(digits, []).append(number)
        folded = fold(name)
        self._known_as[number] = (code, folded)
        self._names[folded] = None if folded in self._names else number
