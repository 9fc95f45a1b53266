"""Rows of a customer list as drafts: what is unreadable refuses the row, what can be mended is mended and listed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.domain.addresses import PostalLookup
from app.domain.customers import CustomerFields
from app.domain.progress import NO_PROGRESS, Progress
from app.exchange.columns import ColumnMapping
from app.exchange.customer_cells import CustomerRow, Repair, RowRules
from app.exchange.labels import ADDRESS, ADDRESS_2, ATTRIBUTES, OWN_FIELD
from app.exchange.problems import MissingColumns, RowError, RowWarning
from app.exchange.source import Table
from app.exchange.typed import order_of_dates

__all__ = ["CustomerDraft", "CustomerReading", "Repair", "read_customers"]

_NAMES = frozenset(("name", "family_name", "given_name", "company"))
_DATES = ("birthday", "joined_on", "post_consent_on", "email_consent_on", "mourning_until")
_FOLLOWS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "family_name", "given_name", "kind"),
    "family_name": ("name", "family_name"),
    "given_name": ("name", "given_name"),
    "kana": ("kana", "family_kana", "given_kana"),
    "family_kana": ("kana", "family_kana"),
    "given_kana": ("kana", "given_kana"),
    "company": ("company", "kind"),
    ADDRESS: ("prefecture", "city", "street", "building"),
    ADDRESS_2: ("street", "building"),
    **{column: (attribute,) for column, attribute in ATTRIBUTES.items()},
}


@dataclass(frozen=True, slots=True)
class CustomerDraft:
    """A customer as the file has it. `present`: attributes of CustomerFields that the file speaks of."""

    row: int
    fields: CustomerFields
    present: frozenset[str]
    repairs: tuple[Repair, ...] = ()


@dataclass(slots=True)
class CustomerReading:
    """All rows of the list: drafts, and beside them every row that stays out (`refused`) with its reasons."""

    drafts: list[CustomerDraft] = field(default_factory=list)
    refused: list[RowError] = field(default_factory=list)
    warnings: list[RowWarning] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    rows_read: int = 0


def read_customers(
    table: Table,
    mapping: ColumnMapping,
    *,
    today: date,
    keep: Collection[tuple[int, str]] = (),
    overrides: Mapping[tuple[int, str], str] | None = None,
    postal: PostalLookup | None = None,
    progress: Progress = NO_PROGRESS,
) -> CustomerReading:
    """Read every row of a customer list.

    `keep`: repairs (row, field) the user does not want: the value stays as typed, a date that only reads when mended
    stays empty. `overrides`: texts typed by the user in place of a cell. Raises MissingColumns without any name column.
    """
    if not mapping.fields & _NAMES:
        raise MissingColumns(fields="name")
    reading = CustomerReading()
    rules = RowRules(today, order_of_dates(table, mapping, _DATES), frozenset(keep), postal)
    present = _present(mapping)
    typed: dict[int, dict[str, str]] = {}
    for (row, name), text in (overrides or {}).items():
        typed.setdefault(row, {})[name] = text
    indexes = tuple(mapping.field_indexes.items())
    for row, cells in table.records(reading.refused, progress):
        reading.rows_read += 1
        texts = {name: cells[index] for name, index in indexes}
        if row in typed:
            texts.update(typed[row])
        customer = CustomerRow(row, texts, rules)
        fields = customer.read()
        reading.warnings.extend(customer.warnings)
        if fields is None:
            reading.refused.extend(customer.errors)
            continue
        reading.repairs.extend(customer.repairs)
        reading.drafts.append(CustomerDraft(row, fields, present, tuple(customer.repairs)))
    reading.refused.sort(key=lambda error: error.row)
    return reading


def _present(mapping: ColumnMapping) -> frozenset[str]:
    found: set[str] = set()
    for name in mapping.fields:
        found.update(("own",) if name.startswith(OWN_FIELD) else _FOLLOWS.get(name, (name,)))
    return frozenset(found)
