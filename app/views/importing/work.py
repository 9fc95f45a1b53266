"""What the wizard does with files and with the shop's data, away from the window's thread. Nothing here knows of widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.customers import CustomerFields
from app.domain.imports import DoubleChoice, ImportKind, ImportSource

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.domain.imports import ImportRow, SalesOutlook
    from app.domain.progress import Progress
    from app.exchange.columns import ColumnMapping
    from app.exchange.contracts import ContractReading
    from app.exchange.customers import CustomerDraft, CustomerReading
    from app.exchange.duplicates import Double, Person
    from app.exchange.point_openings import OpeningReading
    from app.exchange.products import ProductReading
    from app.exchange.purchases import PurchaseReading
    from app.exchange.source import Reading, Table
    from app.services.import_customers import ImportOutcome

SAMPLE_ROWS = 12


@dataclass(frozen=True, slots=True)
class ShopFacts:
    """What reading a file has to know of the shop."""

    own_fields: tuple[str, ...] = ()
    currency: str = "JPY"


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file as a table, its columns matched as well as can be guessed. `targets`: what a column can be."""

    path: Path
    fingerprint: str
    table: Table
    kind: ImportKind
    mapping: ColumnMapping
    targets: tuple[str, ...]
    sample: tuple[tuple[int, list[str]], ...]

    def with_mapping(self, mapping: ColumnMapping) -> OpenedFile:
        return replace(self, mapping=mapping)


@dataclass(frozen=True, slots=True)
class Question:
    """A row that may be somebody who is there already, and what the program would do."""

    row: int
    double: Double
    other_name: str
    suggested: DoubleChoice


@dataclass(frozen=True, slots=True)
class PeopleRead:
    """A customer list as read. `certain` doubles have the same number and name; `questions` are for the user."""

    reading: CustomerReading
    doubles: tuple[Double, ...]
    questions: tuple[Question, ...]
    drafts: Mapping[int, CustomerDraft]
    names: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SalesRead:
    reading: PurchaseReading
    outlook: SalesOutlook


@dataclass(frozen=True, slots=True)
class ProductsRead:
    reading: ProductReading


@dataclass(frozen=True, slots=True)
class PointsRead:
    """With what the shop knows: `reading.drafts` are those that come in."""

    reading: OpeningReading


@dataclass(frozen=True, slots=True)
class ContractsRead:
    """With what the shop knows: `reading.drafts` are those that come in."""

    reading: ContractReading


def shop_facts(session: Session) -> ShopFacts:
    from app.queries.shop import shop_fields
    from app.services.exports import own_fields

    return ShopFacts(own_fields(session), shop_fields(session).currency)


def open_file(path: Path, reading: Reading | None, kind: ImportKind | None, preset: str, facts: ShopFacts, control: Progress) -> OpenedFile:
    """Open and match. Without `kind` it is guessed. Raises the DomainErrors of the exchange."""
    from app.exchange.columns import Subject, guess_columns, guess_subject, targets_for
    from app.exchange.source import Reading as How
    from app.exchange.source import open_table
    from app.services.imports import fingerprint_of

    table = open_table(path, reading or How(), progress=control)
    subject = guess_subject(table) if kind is None else Subject(kind.value)
    mapping = guess_columns(table, subject, preset=preset, own_fields=facts.own_fields)
    sample = tuple(table.sample(SAMPLE_ROWS))
    return OpenedFile(path, fingerprint_of(path), table, ImportKind(subject.value), mapping, targets_for(subject), sample)


def rematched(opened: OpenedFile, kind: ImportKind, preset: str, facts: ShopFacts) -> OpenedFile:
    """The same file with its columns matched anew."""
    from app.exchange.columns import Subject, guess_columns, targets_for

    subject = Subject(kind.value)
    mapping = guess_columns(opened.table, subject, preset=preset, own_fields=facts.own_fields)
    return replace(opened, kind=kind, mapping=mapping, targets=targets_for(subject))


def imported_before(session: Session, fingerprint: str) -> ImportRow | None:
    from app.queries.imports import imported_before as query

    return query(session, fingerprint)


def people_of_shop(session: Session) -> list[Person]:
    from app.services.imports import existing_people

    return existing_people(session)


def read_people(
    opened: OpenedFile,
    existing: list[Person],
    keep: frozenset[tuple[int, str]],
    typed: Mapping[tuple[int, str], str],
    today: date,
    control: Progress,
) -> PeopleRead:
    from app.exchange.customers import read_customers
    from app.exchange.duplicates import find_doubles, person_of
    from app.exchange.postal import PostalTable
    from app.paths import resource

    postal = PostalTable.load(resource("data", "postal", "postal.bin"))
    reading = read_customers(opened.table, opened.mapping, today=today, keep=keep, overrides=typed, postal=postal, progress=control)
    doubles = find_doubles([person_of(draft) for draft in reading.drafts], existing, control)
    names = {person.key: person.name for person in existing}
    drafts = {draft.row: draft for draft in reading.drafts}
    questions = tuple(question for double in doubles if (question := _question(double, drafts, names)) is not None)
    asked = {question.double.existing_id for question in questions}
    shown = {key: name for key, name in names.items() if key in asked}
    return PeopleRead(reading, tuple(doubles), questions, drafts, shown)


def _question(double: Double, drafts: Mapping[int, CustomerDraft], names: Mapping[int, str]) -> Question | None:
    """None when number and name agree: that is the customer, and the row brings the record up to date."""
    from app.domain.text import fold
    from app.exchange.duplicates import DoubleReason
    from app.services.import_customers import suggest

    name = drafts[double.row].fields.name
    if double.existing_id is not None:
        other = names.get(double.existing_id, "")
    else:
        earlier = drafts.get(double.other_row or 0)
        other = earlier.fields.name if earlier is not None else ""
    if DoubleReason.SAME_CODE in double.reasons and fold(name) == fold(other):
        return None
    return Question(double.row, double, other, suggest(double, name, other))


def registered(session: Session, customer_id: int) -> CustomerFields:
    """The record of a customer as fields; CustomerMissing."""
    from app.queries.customers import customer_card

    return customer_card(session, customer_id).fields


def read_sales(
    opened: OpenedFile, typed: Mapping[tuple[int, str], str], facts: ShopFacts, today: date, control: Progress
) -> PurchaseReading:
    from app.domain.money import currency_of
    from app.exchange.purchases import read_purchases

    currency = currency_of(facts.currency)
    return read_purchases(opened.table, opened.mapping, today=today, currency=currency, overrides=typed, progress=control)


def outlook_of(session: Session, reading: PurchaseReading) -> SalesRead:
    """Whom of the list the shop knows, and which receipts are there already."""
    from app.services.import_purchases import outlook

    return SalesRead(reading, outlook(session, reading))


def read_products(opened: OpenedFile, typed: Mapping[tuple[int, str], str], facts: ShopFacts, control: Progress) -> ProductsRead:
    from app.domain.money import currency_of
    from app.exchange.products import read_products as read

    currency = currency_of(facts.currency)
    return ProductsRead(read(opened.table, opened.mapping, currency=currency, overrides=typed, progress=control))


def read_points(opened: OpenedFile, typed: Mapping[tuple[int, str], str], today: date, control: Progress) -> OpeningReading:
    from app.exchange.point_openings import read_openings

    return read_openings(opened.table, opened.mapping, today=today, overrides=typed, progress=control)


def check_points(session: Session, reading: OpeningReading) -> PointsRead:
    from app.services.point_openings import check_openings

    return PointsRead(check_openings(session, reading))


def read_contracts(opened: OpenedFile, typed: Mapping[tuple[int, str], str], facts: ShopFacts, control: Progress) -> ContractReading:
    from app.domain.money import currency_of
    from app.exchange.contracts import read_contracts as read

    return read(opened.table, opened.mapping, currency=currency_of(facts.currency), overrides=typed, progress=control)


def check_contracts(session: Session, reading: ContractReading) -> ContractsRead:
    from app.services.import_contracts import check_contracts as check

    return ContractsRead(check(session, reading))


def store_people(
    session: Session,
    opened: OpenedFile,
    read: PeopleRead,
    choices: Mapping[int, DoubleChoice],
    sides: Mapping[tuple[int, str], bool],
    now: datetime,
    today: date,
    control: Progress,
) -> ImportOutcome:
    """Questions without an answer are left for later; certain doubles bring the record up to date."""
    from app.services.import_customers import store_customers

    asked = {question.row for question in read.questions}
    decided = {double.row: DoubleChoice.MERGE for double in read.doubles if double.row not in asked}
    decided |= {row: choices.get(row, DoubleChoice.LATER) for row in asked}
    source = ImportSource(opened.path.name, opened.fingerprint)
    return store_customers(
        session, read.reading, read.doubles, choices=decided, sides=sides, source=source, now=now, today=today, progress=control
    )


def store_sales(
    session: Session, opened: OpenedFile, read: SalesRead, creates: bool, now: datetime, today: date, control: Progress
) -> ImportOutcome:
    from app.services.import_purchases import store_purchases

    source = ImportSource(opened.path.name, opened.fingerprint)
    return store_purchases(session, read.reading, create_customers=creates, source=source, now=now, today=today, progress=control)


def store_products(session: Session, opened: OpenedFile, read: ProductsRead, now: datetime, control: Progress) -> ImportOutcome:
    from app.services.import_products import store_products as store

    source = ImportSource(opened.path.name, opened.fingerprint)
    return store(session, read.reading, source=source, now=now, progress=control)


def store_points(session: Session, opened: OpenedFile, read: PointsRead, now: datetime, today: date, control: Progress) -> ImportOutcome:
    from app.services.point_openings import store_openings

    source = ImportSource(opened.path.name, opened.fingerprint)
    return store_openings(session, read.reading, source=source, now=now, today=today, progress=control)


def store_contracts(
    session: Session, opened: OpenedFile, read: ContractsRead, now: datetime, today: date, control: Progress
) -> ImportOutcome:
    from app.services.import_contracts import store_contracts as store

    source = ImportSource(opened.path.name, opened.fingerprint)
    return store(session, read.reading, source=source, now=now, today=today, progress=control)
