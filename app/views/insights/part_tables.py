"""The tables behind a figure: the return rate by part of the customers, and touch points by staff."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.context import AppContext
from app.domain.figure_people import FigureFilter, Touch
from app.domain.formats import EMPTY_CELL, format_range
from app.domain.numbers import format_number
from app.domain.periods import Period
from app.domain.rates import RateStatus
from app.domain.rates_by import PartRate, StaffTouches
from app.domain.tiles import TileKey
from app.jobs.job import JobControl
from app.views.insights.figures_bar import filter_text
from app.views.insights.period_picker import period_text
from app.views.insights.table_panel import FiguresTable
from app.views.insights.tile_words import tile_name
from app.views.labels_figures import percent_of_rate
from app.views.widgets.table_view import Column

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class PartTables(QObject):
    """`table_ready(FiguresTable)`."""

    table_ready = Signal(object)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._period: Period | None = None

    def ask(self, key: TileKey, period: Period, narrowed: FigureFilter | None) -> None:
        today, self._period = self._context.clock.today(), period
        if key is TileKey.TOUCH_POINTS:
            self._context.tasks.query(lambda session, _control: _touches(session, period, today), self._on_touches, owner=self)
            return

        def op(session: Session, _control: JobControl) -> tuple[PartRate, ...]:
            from app.queries.figure_scope import Scope
            from app.queries.rates_by import rates_by

            return rates_by(session, Scope(today, period, narrowed))

        self._context.tasks.query(op, self._on_parts, owner=self, title=self.tr("The return rate of every group"))

    def _on_parts(self, rows: tuple[PartRate, ...]) -> None:
        columns = (
            Column("part", self.tr("Customers"), stretch=True),
            Column("start", self.tr("At the beginning"), numeric=True),
            Column("stayed", self.tr("Still coming"), numeric=True),
            Column("rate", self.tr("Return rate"), numeric=True),
            Column("range", self.tr("Range of chance"), numeric=True),
            Column("against", self.tr("Against all others")),
        )
        note = self.tr(
            "Groups as they were when the period began; your own groups and what stands on the record as they are now. "
            "“May be chance”: with so many lines some differ by chance alone."
        )
        self._emit(TileKey.RETURN_RATE, note, columns, [(row.people, self._part_cells(row)) for row in rows])

    def _part_cells(self, row: PartRate) -> tuple[str, ...]:
        rate = row.rate
        against = {True: self.tr("higher"), False: self.tr("lower"), None: self.tr("may be chance")}[row.is_higher]
        if rate.status is RateStatus.REFERENCE and row.is_higher is None:
            against = self.tr("few people")
        interval = EMPTY_CELL if rate.low is None or rate.high is None else format_range(rate.low, rate.high)
        counts = (format_number(rate.denominator), format_number(rate.numerator))
        return (filter_text(row.part), *counts, f"{percent_of_rate(rate)}%", interval, against)

    def _on_touches(self, rows: tuple[StaffTouches, ...]) -> None:
        columns = (
            Column("staff", self.tr("Staff"), stretch=True),
            Column("customers", self.tr("Customers"), numeric=True),
            Column("visits", self.tr("Visits"), numeric=True),
            Column("talks", self.tr("Talks and calls"), numeric=True),
            Column("mails", self.tr("E-mails"), numeric=True),
            Column("posted", self.tr("Cards and letters"), numeric=True),
            Column("each", self.tr("Per customer"), numeric=True),
        )
        note = self.tr("What was posted counts for whoever looks after the customer. Enter opens the names.")
        self._emit(TileKey.TOUCH_POINTS, note, columns, [(row.people, self._touch_cells(row)) for row in rows])

    def _touch_cells(self, row: StaffTouches) -> tuple[str, ...]:
        counts = (row.counts.get(touch, 0) for touch in (Touch.VISIT, Touch.TALK, Touch.INFORMATION, Touch.MAILING))
        each = format_number(row.total / row.customers, 1) if row.customers else EMPTY_CELL
        return (row.name or self.tr("nobody named"), format_number(row.customers), *(format_number(one) for one in counts), each)

    def _emit(self, key: TileKey, note: str, columns: Sequence[Column], rows: Sequence[tuple[Hashable, Sequence[str]]]) -> None:
        period = "" if self._period is None else period_text(self._period)
        title = self.tr("{figure}, {period}").format(figure=tile_name(key), period=period)
        self.table_ready.emit(FiguresTable(title, note, columns, rows, tile_name(key)))


def _touches(session: Session, period: Period, today: date) -> tuple[StaffTouches, ...]:
    from app.queries.figure_scope import Scope
    from app.queries.rates_by import touches_by_staff

    return touches_by_staff(session, Scope(today, period))
