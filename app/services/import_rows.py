"""A customer's row as plain stored values, for inserting many and for remembering what an import changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from app.domain.customer_rules import completed, index_keys
from app.domain.customers import CustomerFields
from app.models.customer import Customer

CUSTOMER_COLUMNS = tuple(column.name for column in Customer.__table__.columns)
_OUTSIDE = ("referred_by", "staff")
# What no file says.
_NEW_RECORD: Mapping[str, Any] = {
    "former_codes": [],
    "household_place": 0,
}


def stored_row(session: Session, values: dict[str, Any]) -> tuple[Any, ...]:
    """Stored values in the order of CUSTOMER_COLUMNS, from {"fields": CustomerFields, and columns that no field gives}."""
    fields: CustomerFields = completed(values.pop("fields"))
    search_key, sort_key = index_keys(fields)
    row: dict[str, Any] = {name: getattr(fields, name) for name in CustomerFields.__dataclass_fields__ if name not in _OUTSIDE}
    row |= {"tags": list(fields.tags), "joint_names": list(fields.joint_names), "own": dict(fields.own)}
    row |= {"code": fields.code or None, "search_key": search_key, "sort_key": sort_key}
    row |= _NEW_RECORD
    row |= values
    take = row.get
    return tuple(take(name) if bind is None else bind(take(name)) for name, bind in _binders(session))


def customer_values(session: Session, customer: Customer) -> dict[str, Any]:
    """Every column as it is stored."""
    current = {name: getattr(customer, name) for name in CUSTOMER_COLUMNS}
    return {name: current[name] if bind is None else bind(current[name]) for name, bind in _binders(session)}


def decoded(session: Session, name: str, stored: Any) -> Any:
    """A column's value from what is stored."""
    process = Customer.__table__.c[name].type.result_processor(session.connection().dialect, None)
    return stored if process is None or stored is None else process(stored)


def _binders(session: Session) -> list[tuple[str, Callable[[Any], Any] | None]]:
    """What turns a value into the stored one, column by column; None where it is stored as it is."""
    cached = session.info.get("customer binders")
    if cached is None:
        dialect = session.connection().dialect
        cached = [(c.name, c.type.bind_processor(dialect)) for c in Customer.__table__.columns]
        session.info["customer binders"] = cached
    found: list[tuple[str, Callable[[Any], Any] | None]] = cached
    return found
