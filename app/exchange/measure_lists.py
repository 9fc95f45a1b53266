"""Rows of a list of who was sent to and who was held back in a measure that was drawn elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from app.domain.dates import DateError, DateOrder, parse_date
from app.domain.measure_cost import LARGEST_AMOUNT
from app.domain.measure_lists import OutsideRow
from app.domain.measures import Arm
from app.domain.money import AmountError, Currency, parse_amount
from app.domain.progress import NO_PROGRESS, Progress
from app.exchange.columns import ColumnMapping
from app.exchange.labels import label_key
from app.exchange.problems import MissingColumns, RowError, RowReason, shown
from app.exchange.source import Reading, Table, open_table
from app.exchange.typed import AMOUNT_REASONS, DATE_REASONS, NOTHING, code_text, moment_of_serial, month_of, order_of_dates, to_narrow

_COLUMNS: Mapping[str, str] = {
    "customer_code": "customer_code|customer|code|customer no.|customer number|お客様番号|顧客番号|会員番号|顧客コード|番号",
    "arm": "arm|group|assignment|割り付け|割付|群|区分|グループ",
    "date": "date|sent_on|sent on|送付日|送った日|日付|発送日",
    "cost": "cost|費用|コスト|金額",
}
_ARMS: Mapping[str, Arm] = {
    "sent": Arm.SENT, "treatment": Arm.SENT, "送る": Arm.SENT, "送った": Arm.SENT, "送付": Arm.SENT,
    "held": Arm.HELD, "held back": Arm.HELD, "control": Arm.HELD, "様子を見る": Arm.HELD, "送らない": Arm.HELD, "対照": Arm.HELD,
}  # fmt: skip


@dataclass(slots=True)
class AssignmentReading:
    """`rows` as they stand; the same customer may stand there twice, and nobody knows yet whether there is such a customer."""

    rows: list[OutsideRow] = field(default_factory=list)
    refused: list[RowError] = field(default_factory=list)


def open_assignment(path: Path, *, encoding: str = "", progress: Progress = NO_PROGRESS) -> tuple[Table, ColumnMapping]:
    """The list with its columns; its header stands in the first row where it is not found by itself. MissingColumns without the customers
    or the arms, and the errors of `open_table`."""
    reading = Reading(encoding=encoding)
    table = open_table(path, reading, progress=progress)
    mapping = _mapping(table)
    if not _is_whole(mapping):
        table = open_table(path, replace(reading, header_row=1), progress=progress)
        mapping = _mapping(table)
    missing = [name for name in ("customer_code", "arm") if name not in mapping.fields]
    if missing:
        raise MissingColumns(fields=", ".join(missing))
    return table, mapping


def read_assignment(table: Table, mapping: ColumnMapping, *, currency: Currency, progress: Progress = NO_PROGRESS) -> AssignmentReading:
    """Every row that says who and which arm. A date that cannot be read or a cost that is none refuses the row."""
    reading = AssignmentReading()
    order = order_of_dates(table, mapping, ("date",))
    at = mapping.field_indexes
    for row, cells in table.records(reading.refused, progress):
        texts = {name: cells[index] for name, index in at.items()}
        found = _row(row, texts, order, currency)
        if isinstance(found, RowError):
            reading.refused.append(found)
        else:
            reading.rows.append(found)
    reading.refused.sort(key=lambda error: error.row)
    return reading


def _mapping(table: Table) -> ColumnMapping:
    known = {label_key(name): column for column, names in _COLUMNS.items() for name in names.split("|")}
    targets: list[str] = []
    for name in table.header:
        column = known.get(label_key(name), "")
        targets.append("" if column in targets else column)
    return ColumnMapping(table.header, tuple(targets))


def _is_whole(mapping: ColumnMapping) -> bool:
    return {"customer_code", "arm"} <= mapping.fields


def _row(row: int, texts: Mapping[str, str], order: DateOrder | None, currency: Currency) -> OutsideRow | RowError:
    code = code_text(texts["customer_code"])
    if not code:
        return RowError(row, RowReason.CODE_MISSING, "customer_code")
    arm = _ARMS.get(to_narrow(texts["arm"]).strip().casefold())
    if arm is None:
        return RowError(row, RowReason.ARM_UNKNOWN, "arm", shown(texts["arm"].strip()), shown(code))
    day = _day(texts.get("date", ""), order)
    if isinstance(day, RowReason):
        text = texts["date"]
        return RowError(row, day, "date", shown(text), shown(code), month_of(text) if day is RowReason.NO_SUCH_MONTH else "")
    cost = _cost(texts.get("cost", ""), currency)
    if isinstance(cost, RowReason):
        return RowError(row, cost, "cost", shown(texts["cost"]), shown(code))
    return OutsideRow(row, code, arm, day, cost)


def _day(text: str, order: DateOrder | None) -> date | RowReason | None:
    if text.strip().casefold() in NOTHING:
        return None
    moment = moment_of_serial(text)
    found = moment.date() if moment else parse_date(text, order=order)
    return DATE_REASONS[found.problem] if isinstance(found, DateError) else found


def _cost(text: str, currency: Currency) -> int | RowReason:
    if text.strip().casefold() in NOTHING:
        return 0
    amount = parse_amount(text, currency)
    if isinstance(amount, AmountError):
        return AMOUNT_REASONS[amount.problem]
    if not 0 <= amount.minor <= LARGEST_AMOUNT:
        return RowReason.AMOUNT_UNREADABLE if amount.minor < 0 else RowReason.AMOUNT_TOO_LARGE
    return amount.minor
