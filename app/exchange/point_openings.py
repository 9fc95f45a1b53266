"""Rows of a list of points that customers bring along from another programme: whose, how many, and until when."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.domain.dates import DateError, DateOrder, parse_date
from app.domain.numbers import parse_int
from app.domain.points import LARGEST_POINTS
from app.domain.progress import NO_PROGRESS, Progress
from app.exchange.columns import ColumnMapping
from app.exchange.problems import MissingColumns, RowError, RowReason, RowWarning, shown
from app.exchange.purchase_cells import phone_text
from app.exchange.purchases import CustomerKey
from app.exchange.source import Table
from app.exchange.typed import DATE_REASONS, NOTHING, code_text, moment_of_serial, month_of, one_line, order_of_dates, to_narrow

_POINTS = re.compile(r"\s*(?:pt|points?|ポイント|点|p)\.?\s*$", re.IGNORECASE)
_NEVER = NOTHING | {"無期限", "期限なし", "never", "no expiry"}
_WHOSE = ("customer_code", "phone", "customer_name")


@dataclass(frozen=True, slots=True)
class OpeningDraft:
    """`expires`: the last day on which the points count; None: they stay."""

    row: int
    customer: CustomerKey
    points: int
    expires: date | None


@dataclass(slots=True)
class OpeningReading:
    drafts: list[OpeningDraft] = field(default_factory=list)
    refused: list[RowError] = field(default_factory=list)
    warnings: list[RowWarning] = field(default_factory=list)
    rows_read: int = 0


def read_openings(
    table: Table,
    mapping: ColumnMapping,
    *,
    today: date,
    overrides: Mapping[tuple[int, str], str] | None = None,
    progress: Progress = NO_PROGRESS,
) -> OpeningReading:
    """Read every row. A customer may have several rows that differ in their last valid day. `overrides`: texts typed by the user in
    place of a cell. Raises MissingColumns without points, or without a number, a phone or a name."""
    missing = [] if mapping.fields & set(_WHOSE) else ["customer_code"]
    missing += [] if "points" in mapping.fields else ["points"]
    if missing:
        raise MissingColumns(fields=", ".join(missing))
    reading = OpeningReading()
    order = order_of_dates(table, mapping, ("expires",))
    at = mapping.field_indexes
    typed = overrides or {}
    known: dict[tuple[CustomerKey, date | None], int] = {}
    for row, cells in table.records(reading.refused, progress):
        reading.rows_read += 1
        texts = {name: typed.get((row, name), cells[index]) for name, index in at.items()}
        found = _draft(row, texts, today, order)
        if isinstance(found, OpeningDraft):
            first = known.setdefault((found.customer, found.expires), row)
            if first != row:
                found = RowError(row, RowReason.POINTS_TWICE, "points", shown(found.customer.said), shown(found.customer.said), str(first))
        if isinstance(found, RowError):
            reading.refused.append(found)
        else:
            reading.drafts.append(found)
    reading.refused.sort(key=lambda error: error.row)
    return reading


def _draft(row: int, texts: Mapping[str, str], today: date, order: DateOrder | None) -> OpeningDraft | RowError:
    code, phone, name = code_text(texts.get("customer_code", "")), phone_text(texts.get("phone", "")), texts.get("customer_name", "")
    customer = CustomerKey(code, phone, one_line(name))
    if customer.is_empty:
        is_by_number = "customer_code" in texts
        return RowError(
            row,
            RowReason.CODE_MISSING if is_by_number else RowReason.NAME_MISSING,
            "customer_code" if is_by_number else next(field for field in reversed(_WHOSE) if field in texts),
        )
    whose, points, expires = customer.said, texts["points"], texts.get("expires", "")
    count = _read_points(points)
    if isinstance(count, RowReason):
        return RowError(row, count, "points", shown(points), shown(whose))
    last = _read_last_day(expires, order)
    if isinstance(last, RowReason):
        other = month_of(expires) if last is RowReason.NO_SUCH_MONTH else ""
        return RowError(row, last, "expires", shown(expires), shown(whose), other)
    if last is not None and last < today:
        return RowError(row, RowReason.POINTS_LAPSED, "expires", shown(expires), shown(whose))
    return OpeningDraft(row, customer, count, last)


def _read_points(text: str) -> int | RowReason:
    if not text.strip():
        return RowReason.POINTS_MISSING
    points = parse_int(_POINTS.sub("", to_narrow(text)))
    return RowReason.NUMBER_UNREADABLE if points is None or not 0 <= points <= LARGEST_POINTS else points


def _read_last_day(text: str, order: DateOrder | None) -> date | RowReason | None:
    if text.strip().casefold() in _NEVER:
        return None
    moment = moment_of_serial(text)
    found = moment.date() if moment else parse_date(text, order=order)
    return DATE_REASONS[found.problem] if isinstance(found, DateError) else found
