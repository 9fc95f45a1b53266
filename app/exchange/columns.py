"""Which column of a file is which field: by preset, by header, by the values below it, and by what the user says."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from app.exchange.header import column_letters
from app.exchange.labels import (
    ADDRESS,
    ADDRESS_2,
    ANSWER_LABELS,
    ATTRIBUTES,
    CONTRACT_LABELS,
    CONTRACT_WORDS,
    CUSTOMER_LABELS,
    CUSTOMER_WORDS,
    OWN_FIELD,
    POINT_LABELS,
    POINT_WORDS,
    PRODUCT_LABELS,
    PRODUCT_WORDS,
    PURCHASE_LABELS,
    PURCHASE_WORDS,
    READING_LABELS,
    label_key,
)
from app.exchange.presets import PRESETS, Preset
from app.exchange.problems import UnknownColumn, UnknownField, UnknownPreset
from app.exchange.source import Table
from app.exchange.values import field_of_values, product_field_of_values

CUSTOMER_FIELDS: tuple[str, ...] = tuple(CUSTOMER_LABELS)
PURCHASE_FIELDS: tuple[str, ...] = tuple(PURCHASE_LABELS)
PRODUCT_FIELDS: tuple[str, ...] = tuple(PRODUCT_LABELS)
CONTRACT_FIELDS: tuple[str, ...] = tuple(CONTRACT_LABELS)
_SAMPLE = 50
_ONLY_CUSTOMERS = frozenset(
    ("kana", "birthday", "address", "postal_code", "email", "prefecture", "city", "street", "gender", "family_name", "mobile")
)
_NAMES = frozenset(("name", "family_name", "company"))
_WHOSE = frozenset(("customer_code", "customer_name", "phone"))
_ONLY_PURCHASES = frozenset(("amount", "quantity", "unit_price", "receipt", "product", "product_code", "payment", "date"))
_ONLY_PRODUCTS = frozenset(("price", "barcode", "margin_rate", "reuse_days", "earns_points"))
# A list of sales says when and to whom.
_NOT_PRODUCTS = frozenset(("date", "receipt", "quantity", "customer_code", "customer_name", "phone"))


class Subject(StrEnum):
    CUSTOMERS = "customers"
    PURCHASES = "purchases"
    POINTS = "points-opening"
    PRODUCTS = "products"
    CONTRACTS = "contracts"


_NAMES_OF: Mapping[Subject, tuple[Mapping[str, tuple[str, str]], Mapping[str, str]]] = {
    Subject.CUSTOMERS: (CUSTOMER_LABELS, CUSTOMER_WORDS),
    Subject.PURCHASES: (PURCHASE_LABELS, PURCHASE_WORDS),
    Subject.POINTS: (POINT_LABELS, POINT_WORDS),
    Subject.PRODUCTS: (PRODUCT_LABELS, PRODUCT_WORDS),
    Subject.CONTRACTS: (CONTRACT_LABELS, CONTRACT_WORDS),
}
# Their headers say it all: the values of numbers and days could be anything.
_BY_HEADER_ALONE = (Subject.POINTS, Subject.CONTRACTS)


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """`targets`: the field of each column, "" = left out. Each field has at most one column."""

    header: tuple[str, ...]
    targets: tuple[str, ...]
    preset: str = ""

    @property
    def unmapped(self) -> tuple[str, ...]:
        return tuple(name for name, target in zip(self.header, self.targets, strict=True) if not target)

    @property
    def field_indexes(self) -> dict[str, int]:
        return {target: index for index, target in enumerate(self.targets) if target}

    @property
    def fields(self) -> frozenset[str]:
        return frozenset(target for target in self.targets if target)

    def with_target(self, index: int, field: str) -> ColumnMapping:
        """The column set to `field` ("" = left out); another column that had the field is left out."""
        targets = ["" if target == field else target for target in self.targets]
        targets[index] = field
        return replace(self, targets=tuple(targets))


def label(field: str, language: str) -> str:
    """What the field, or the attribute it fills, is called ("ja" or "en"); the shop's own fields have their own name."""
    if field.startswith(OWN_FIELD):
        return field.removeprefix(OWN_FIELD)
    field = next((column for column, attribute in ATTRIBUTES.items() if attribute == field), field)
    for labels in (*(labels for labels, _ in _NAMES_OF.values()), READING_LABELS, ANSWER_LABELS):
        if field in labels:
            return labels[field][0 if language.startswith("ja") else 1]
    return field


def targets_for(subject: Subject) -> tuple[str, ...]:
    """What a column can be set to, in the order of a form."""
    if subject is not Subject.CUSTOMERS:
        return tuple(_NAMES_OF[subject][0])
    place = CUSTOMER_FIELDS.index("phone")
    return (*CUSTOMER_FIELDS[:place], ADDRESS, ADDRESS_2, *CUSTOMER_FIELDS[place:])


def guess_columns(
    table: Table,
    subject: Subject,
    *,
    preset: str = "",
    overrides: Sequence[str] = (),
    own_fields: Collection[str] = (),
) -> ColumnMapping:
    """Match columns and fields. `overrides` are texts "Column=field" ("Column=" leaves it out; a column may also be
    named by its letters). Raises UnknownColumn, UnknownField, UnknownPreset.
    """
    chosen = _preset(preset, table.header)
    targets = _by_header(table.header, subject, chosen, own_fields)
    if subject not in _BY_HEADER_ALONE:
        _by_values(table, subject, targets)
    mapping = ColumnMapping(table.header, tuple(targets), chosen.key if chosen else "")
    for text in overrides:
        column, _, field = text.rpartition("=")
        mapping = mapping.with_target(column_index(table.header, column), known_field(field.strip(), subject))
    return mapping


def guess_subject(table: Table) -> Subject:
    """What the list is of. One of points has numbers of customers and no names: with names it can be one of customers."""
    customers, purchases, products, points, contracts = (
        ColumnMapping(table.header, tuple(_by_header(table.header, subject, None, ()))).fields
        for subject in (Subject.CUSTOMERS, Subject.PURCHASES, Subject.PRODUCTS, Subject.POINTS, Subject.CONTRACTS)
    )
    if {"plan", "start"} <= contracts and contracts & _WHOSE and not customers & _ONLY_CUSTOMERS:
        return Subject.CONTRACTS
    if {"customer_code", "points"} <= points and not customers & _NAMES and not purchases & _ONLY_PURCHASES:
        return Subject.POINTS
    if "product" in products and products & _ONLY_PRODUCTS and not purchases & _NOT_PRODUCTS:
        return Subject.PRODUCTS
    return Subject.PURCHASES if len(purchases & _ONLY_PURCHASES) > len(customers & _ONLY_CUSTOMERS) else Subject.CUSTOMERS


def known_field(field: str, subject: Subject) -> str:
    """The field of a name that a user gave; raises UnknownField."""
    if not field or field in targets_for(subject):
        return field
    if subject is Subject.CUSTOMERS and field.startswith(OWN_FIELD) and field.removeprefix(OWN_FIELD).strip():
        return field
    raise UnknownField(target=field)


def _preset(key: str, header: tuple[str, ...]) -> Preset | None:
    if key:
        if key not in PRESETS:
            raise UnknownPreset(preset=key, known=", ".join(PRESETS))
        return PRESETS[key]
    present = {label_key(name) for name in header}
    return next((preset for preset in PRESETS.values() if all(label_key(name) in present for name in preset.signature)), None)


@cache
def _ranks(subject: Subject) -> Mapping[str, tuple[int, str]]:
    """label key → (rank, field); rank 0 is the most trusted name of a field."""
    labels, words = _NAMES_OF[subject]
    found: dict[str, tuple[int, str]] = {}
    for field, (japanese, english) in labels.items():
        for name in (field, japanese, english):
            found.setdefault(label_key(name), (0, field))
    for field, text in words.items():
        for rank, name in enumerate(text.split("|")):
            found.setdefault(label_key(name), (rank, field))
    return found


def _by_header(header: tuple[str, ...], subject: Subject, preset: Preset | None, own_fields: Collection[str]) -> list[str]:
    special: Mapping[str, str] = {}
    if preset is not None and subject in (Subject.CUSTOMERS, Subject.PURCHASES):
        special = preset.customers if subject is Subject.CUSTOMERS else preset.purchases
    by_preset = {label_key(name): field for name, field in special.items()}
    ranks = _ranks(subject)
    best: dict[str, tuple[int, int]] = {}
    for index, name in enumerate(header):
        key = label_key(name)
        if subject is Subject.CUSTOMERS and (name.startswith(OWN_FIELD) or name in own_fields):
            rank, field = -2, name if name.startswith(OWN_FIELD) else OWN_FIELD + name
        elif key in by_preset:
            rank, field = -1, by_preset[key]
        elif key in ranks:
            rank, field = ranks[key]
        else:
            continue
        if field and (field not in best or rank < best[field][0]):
            best[field] = (rank, index)
    targets = [""] * len(header)
    for field, (_, index) in best.items():
        targets[index] = field
    return targets


def _by_values(table: Table, subject: Subject, targets: list[str]) -> None:
    """Let the values correct a header that misleads, and name columns of a list without a header."""
    sample = [cells for _, cells in table.sample(_SAMPLE)]
    known = {label_key(name) for names in targets_for(subject) for name in (names, label(names, "ja"), label(names, "en"))}
    for index, target in enumerate(targets):
        values = [cells[index].strip() for cells in sample if cells[index].strip()]
        if subject is Subject.PRODUCTS:
            found = product_field_of_values(values, header_says=target)
        else:
            has_header = not table.facts.has_missing_header
            found = field_of_values(values, subject is Subject.CUSTOMERS, header_says=target, has_header=has_header)
        exact = label_key(table.header[index]) in known
        if not found or found == target or (target and exact):
            continue
        if found in targets and not target:
            continue
        if target and found in targets:
            targets[targets.index(found)] = ""
        targets[index] = found


def column_index(names: Sequence[str], column: str) -> int:
    """The column of a name or of its letters; raises UnknownColumn."""
    if column in names:
        return names.index(column)
    key = label_key(column)
    for index, name in enumerate(names):
        if label_key(name) == key:
            return index
    for index in range(len(names)):
        if column_letters(index) == column.strip().upper():
            return index
    raise UnknownColumn(column=column)
