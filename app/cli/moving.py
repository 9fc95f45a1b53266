"""import, undo-import, export."""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.call import REFUSED, Call, Outcome, target_of
from app.cli.moving_shop import SHOP, export_shop, import_shop
from app.domain.exports import ExportWhat
from app.domain.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.domain.shop import ShopFields
    from app.exchange.columns import ColumnMapping
    from app.exchange.contracts import ContractReading
    from app.exchange.customers import CustomerReading
    from app.exchange.duplicates import Double
    from app.exchange.point_openings import OpeningReading
    from app.exchange.problems import RowError, RowWarning
    from app.exchange.products import ProductReading
    from app.exchange.purchases import PurchaseReading
    from app.exchange.source import Table
    from app.models.database import Database
    from app.services.import_customers import ImportOutcome

_LINES_SHOWN = 20
ANSWERS = "answers"


def import_file(call: Call) -> Outcome:
    if call.options.what == SHOP:
        return import_shop(call)
    if call.options.what == ANSWERS:
        from app.cli.moving_answers import import_answers

        return import_answers(call)
    from app.domain.imports import ImportSource
    from app.services.imports import fingerprint_of

    path = Path(call.options.file)
    with call.database() as database:
        read = _read(call, path, database)
        if not call.options.dry_run:
            call.back_up_first()
        source = ImportSource(path.name, fingerprint_of(path))
        try:
            with database.write() as session:
                outcome = _store(call, session, read, source)
                report = _report(call, read, outcome)
                call.heed(report.facts["warnings"])
                if report.code != 0 or call.options.dry_run:
                    raise Rehearsed
        except Rehearsed:
            # Whatever was written is taken back with the transaction.
            return replace(report, facts={**report.facts, "import_id": None})
        return report


def undo(call: Call) -> Outcome:
    from app.queries.shop import shop_zone
    from app.services.imports import undo_import

    with call.database() as database:
        call.back_up_first()
        with database.write() as session:
            undone = undo_import(session, call.options.id, now=call.now, today=call.today(shop_zone(session)))
    facts = {
        "import_id": call.options.id, "customers": undone.customers, "purchases": undone.purchases, "restored": undone.restored,
        "kept": undone.kept, "points": undone.points, "products": undone.products, "answers": undone.answers,
        "contracts": undone.contracts,
    }  # fmt: skip
    line = call.say(
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "Import {id} was undone. Removed: {customers} customers, {purchases} purchases; put back: {restored}; kept: {kept}.",
        ),
        id=call.options.id, customers=undone.customers, purchases=undone.purchases, restored=undone.restored, kept=undone.kept,
    )  # fmt: skip
    lines = [line]
    if undone.points:
        lines.append(call.say(QT_TRANSLATE_NOOP("CommandLine", "Points taken off again: {points}"), points=undone.points))
    if undone.products:
        lines.append(call.say(QT_TRANSLATE_NOOP("CommandLine", "Products taken out again: {products}"), products=undone.products))
    if undone.answers:
        lines.append(call.say(QT_TRANSLATE_NOOP("CommandLine", "Answers taken out again: {answers}"), answers=undone.answers))
    if undone.contracts:
        lines.append(call.say(QT_TRANSLATE_NOOP("CommandLine", "Contracts taken out again: {contracts}"), contracts=undone.contracts))
    return Outcome(facts, lines)


def export(call: Call) -> Outcome:
    if call.options.what == SHOP:
        return export_shop(call, who=_who())
    from app.exchange.export import ExportStyle
    from app.services.exports import log_export, write_export

    path = target_of(call.options.file)
    what = ExportWhat(call.options.what)
    with call.database() as database:
        with database.write() as session:
            plan = log_export(session, what, path, who=_who(), now=call.now)
        with database.read() as session:
            rows = write_export(session, path, plan, style=ExportStyle(call.options.style), language=call.language)
    line = call.say(QT_TRANSLATE_NOOP("CommandLine", "Rows written to {file}: {rows}"), file=path, rows=rows)
    return Outcome({"file": path, "what": what, "rows": rows, "columns": list(plan.columns)}, [line])


class Rehearsed(Exception):
    """Ends the transaction of an import that is only tried, or of which nothing came in."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What the file says, before anything is stored: one of the readings."""

    mapping: ColumnMapping
    today: date
    warnings: list[dict[str, Any]]
    customers: CustomerReading | None = None
    doubles: Sequence[Double] = ()
    purchases: PurchaseReading | None = None
    openings: OpeningReading | None = None
    products: ProductReading | None = None
    contracts: ContractReading | None = None


def _read(call: Call, path: Path, database: Database) -> _Read:
    from app.exchange.columns import Subject, guess_columns, label
    from app.exchange.duplicates import find_doubles, person_of
    from app.exchange.point_openings import read_openings
    from app.exchange.problems import MissingColumns
    from app.exchange.source import Reading, open_table
    from app.queries.imports import imported_before
    from app.queries.shop import shop_fields, shop_zone
    from app.services.exports import own_fields
    from app.services.imports import existing_people, fingerprint_of

    subject = Subject(call.options.what)
    table = open_table(path, Reading(encoding=call.options.encoding))
    with database.read() as session:
        shop, own, zone = shop_fields(session), own_fields(session), shop_zone(session)
        known = existing_people(session) if subject is Subject.CUSTOMERS else []
        before = imported_before(session, fingerprint_of(path))
    today = call.today(zone)
    mapping = guess_columns(table, subject, preset=call.options.preset, overrides=call.options.map, own_fields=own)
    warnings = []
    if before is not None:
        again = QT_TRANSLATE_NOOP("CommandLine", "This file was imported before, on {day}, as import {id}.")
        warnings.append({"row": None, "text": call.say(again, day=call.day_of(before.at, zone), id=before.id)})
    try:
        if subject is Subject.PURCHASES:
            return _Read(mapping, today, warnings, purchases=_read_sales(table, mapping, today, shop))
        if subject is Subject.POINTS:
            return _Read(mapping, today, warnings, openings=read_openings(table, mapping, today=today))
        if subject is Subject.PRODUCTS:
            return _Read(mapping, today, warnings, products=_read_products(table, mapping, shop))
        if subject is Subject.CONTRACTS:
            return _Read(mapping, today, warnings, contracts=_read_contracts(table, mapping, shop))
        reading = _read_people(table, mapping, today)
    except MissingColumns as missing:
        names = [label(field, call.language) for field in str(missing.values["fields"]).split(", ")]
        raise MissingColumns(fields=", ".join(names)) from missing
    doubles = find_doubles([person_of(draft) for draft in reading.drafts], known)
    return _Read(mapping, today, warnings, customers=reading, doubles=doubles)


def _read_people(table: Table, mapping: ColumnMapping, today: date) -> CustomerReading:
    from app.exchange.customers import read_customers
    from app.exchange.postal import PostalTable
    from app.paths import resource

    return read_customers(table, mapping, today=today, postal=PostalTable.load(resource("data", "postal", "postal.bin")))


def _read_sales(table: Table, mapping: ColumnMapping, today: date, shop: ShopFields) -> PurchaseReading:
    from app.domain.money import currency_of
    from app.exchange.purchases import read_purchases

    return read_purchases(table, mapping, today=today, currency=currency_of(shop.currency))


def _read_products(table: Table, mapping: ColumnMapping, shop: ShopFields) -> ProductReading:
    from app.domain.money import currency_of
    from app.exchange.products import read_products

    return read_products(table, mapping, currency=currency_of(shop.currency))


def _read_contracts(table: Table, mapping: ColumnMapping, shop: ShopFields) -> ContractReading:
    from app.domain.money import currency_of
    from app.exchange.contracts import read_contracts

    return read_contracts(table, mapping, currency=currency_of(shop.currency))


def _store(call: Call, session: Session, read: _Read, source: Any) -> ImportOutcome:
    from app.services.import_contracts import store_contracts
    from app.services.import_customers import store_customers
    from app.services.import_products import store_products
    from app.services.import_purchases import store_purchases
    from app.services.point_openings import store_openings

    if read.openings is not None:
        return store_openings(session, read.openings, source=source, now=call.now, today=read.today)
    if read.products is not None:
        return store_products(session, read.products, source=source, now=call.now)
    if read.contracts is not None:
        return store_contracts(session, read.contracts, source=source, now=call.now, today=read.today)
    if read.customers is not None:
        return store_customers(session, read.customers, read.doubles, source=source, now=call.now, today=read.today)
    assert read.purchases is not None
    creates = bool(call.options.create_customers)
    return store_purchases(session, read.purchases, create_customers=creates, source=source, now=call.now, today=read.today)


def _report(call: Call, read: _Read, outcome: ImportOutcome) -> Outcome:
    warnings = [*read.warnings, *_repairs(call, read), *({"row": w.row, "text": reason_of(call, w)} for w in outcome.warnings)]
    refused = refused_rows(call, outcome.refused)
    facts: dict[str, Any] = {
        "import_id": outcome.import_id, "accepted": outcome.accepted, "created": outcome.created, "updated": outcome.updated,
        "without_customer": outcome.without_customer, "refused": refused, "warnings": warnings, "left_for_later": outcome.left_for_later,
        "columns_left_out": list(read.mapping.unmapped), "dry_run": bool(call.options.dry_run),
    }  # fmt: skip
    if refused and not outcome.accepted:
        nothing = QT_TRANSLATE_NOOP(
            "CommandLine", "None of the rows could be imported. Nothing was changed. The first reason, row {row}: {reason}"
        )
        complaint = call.say(nothing, row=refused[0]["row"], reason=refused[0]["reason"])
        return Outcome(facts, problem_lines(call, refused, []), REFUSED, complaint)
    return Outcome(facts, _import_lines(call, facts))


_DONE = {
    "products": QT_TRANSLATE_NOOP(
        "CommandLine", "Import {import_id} is done. Rows: {accepted}; new products: {created}; changed: {updated}."
    ),
    "contracts": QT_TRANSLATE_NOOP(
        "CommandLine", "Import {import_id} is done. Rows: {accepted}; new contracts: {created}; changed: {updated}."
    ),
}
_DONE_WITH_PEOPLE = QT_TRANSLATE_NOOP(
    "CommandLine", "Import {import_id} is done. Rows: {accepted}; new customers: {created}; changed: {updated}."
)
_TRIED = {
    "products": QT_TRANSLATE_NOOP(
        "CommandLine", "Only tried, nothing was stored. Rows: {accepted}; new products: {created}; changed: {updated}."
    ),
    "contracts": QT_TRANSLATE_NOOP(
        "CommandLine", "Only tried, nothing was stored. Rows: {accepted}; new contracts: {created}; changed: {updated}."
    ),
}
_TRIED_WITH_PEOPLE = QT_TRANSLATE_NOOP(
    "CommandLine", "Only tried, nothing was stored. Rows: {accepted}; new customers: {created}; changed: {updated}."
)


def _import_lines(call: Call, facts: dict[str, Any]) -> list[str]:
    words, other = (_TRIED, _TRIED_WITH_PEOPLE) if facts["dry_run"] else (_DONE, _DONE_WITH_PEOPLE)
    counts = words.get(call.options.what, other)
    lines = [call.say(counts, **{name: facts[name] for name in ("import_id", "accepted", "created", "updated")})]
    if facts["without_customer"]:
        lines.append(call.say(QT_TRANSLATE_NOOP("CommandLine", "Rows without a customer: {rows}"), rows=facts["without_customer"]))
    if facts["columns_left_out"]:
        left_out = QT_TRANSLATE_NOOP("CommandLine", "Columns that were not imported: {columns}")
        lines.append(call.say(left_out, columns=", ".join(facts["columns_left_out"])))
    return lines + problem_lines(call, facts["refused"], facts["warnings"])


def problem_lines(call: Call, refused: Sequence[Mapping[str, Any]], warnings: Sequence[Mapping[str, Any]]) -> list[str]:
    """The first of each; --json lists them all."""
    lines = []
    if refused:
        lines.append(call.say(QT_TRANSLATE_NOOP("CommandLine", "Rows that were refused: {rows}"), rows=len(refused)))
        lines += [_row_line(call, entry["row"], entry["reason"]) for entry in refused[:_LINES_SHOWN]]
    if warnings:
        lines.append(call.say(QT_TRANSLATE_NOOP("CommandLine", "Worth a look: {count}"), count=len(warnings)))
        lines += [_row_line(call, entry["row"], entry["text"]) for entry in warnings[:_LINES_SHOWN]]
    if max(len(refused), len(warnings)) > _LINES_SHOWN:
        lines.append(call.say(QT_TRANSLATE_NOOP("CommandLine", "The whole list comes with --json.")))
    return lines


def _row_line(call: Call, row: int | None, text: str) -> str:
    return text if row is None else call.say(QT_TRANSLATE_NOOP("CommandLine", "  row {row}: {text}"), row=row, text=text)


def refused_rows(call: Call, errors: Iterable[RowError]) -> list[dict[str, Any]]:
    """One entry per row: a row may be refused for several reasons."""
    rows: dict[int, dict[str, Any]] = {}
    for error in errors:
        reason = reason_of(call, error)
        if error.row in rows:
            rows[error.row]["reason"] += " " + reason
        else:
            rows[error.row] = {"row": error.row, "reason": reason}
    return [rows[row] for row in sorted(rows)]


def _repairs(call: Call, read: _Read) -> list[dict[str, Any]]:
    from app.exchange.columns import label

    mended = QT_TRANSLATE_NOOP("CommandLine", "{field}: “{before}” was mended to “{after}”.")
    repairs = read.customers.repairs if read.customers is not None else []
    return [
        {"row": repair.row, "text": call.say(mended, field=label(repair.field, call.language), before=repair.before, after=repair.after)}
        for repair in repairs
    ]


def reason_of(call: Call, problem: RowError | RowWarning) -> str:
    """With the field it is about before it."""
    from app.exchange.columns import label
    from app.exchange.problems import sentence

    text = sentence(problem, call.translate, lambda field: label(field, call.language))
    if not problem.field:
        return text
    return call.say(QT_TRANSLATE_NOOP("CommandLine", "{field}: {text}"), field=label(problem.field, call.language), text=text)


def _who() -> str:
    """The account at work; a machine may have none with a name."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
