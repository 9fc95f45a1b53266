"""What more there is to say of a figure: its range, what it is held against, its target for the year, and the names behind it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.dates import DateStyle
from app.domain.figure_people import Narrowed
from app.domain.figures import Stayers
from app.domain.money import Currency
from app.domain.periods import year_of
from app.domain.tiles import Tile, TileKey, TileUnit, shown_value
from app.jobs.job import JobControl
from app.views.insights.period_picker import period_text
from app.views.insights.tile_words import (
    change_text,
    general_text,
    note_text,
    range_text,
    tile_explanation,
    tile_name,
    value_text,
)
from app.views.labels_figures import rate_sentence
from app.views.moments import day_text
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import Text, Title, WrapLabel
from app.views.widgets.layouts import STRETCH, clear, row
from app.views.widgets.number_field import MoneyField, NumberField
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.summary import AmountLines

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WITH_TABLE = frozenset({TileKey.RETURN_RATE, TileKey.CHURN, TileKey.TOUCH_POINTS})


class TilePanel(SidePanel):
    """`names_requested(spec, title)`, `table_requested(TileKey)`: the same by segment, staff, area and channel."""

    names_requested = Signal(object, str)
    table_requested = Signal(object)

    def __init__(self, window: QWidget, context: AppContext) -> None:
        super().__init__(window, "", width=560)
        self._context = context
        self._tile: Tile | None = None
        self._fiscal_start = 4
        self.lines = AmountLines()
        self.target: NumberField = NumberField()
        self.save = NormalButton(self.tr("Keep the target"), "check")
        self.table = NormalButton("", "table")
        self.names = PrimaryButton(self.tr("See the names"), "users")
        self.save.clicked.connect(self._on_save)
        self.table.clicked.connect(self._on_table)
        self.names.clicked.connect(self._on_names)

    def show_tile(self, tile: Tile, money: Currency, window: int, fiscal_start: int, months: int | None) -> None:
        self._tile, self._fiscal_start = tile, fiscal_start
        self.set_title(tile_name(tile.key))
        for kept in (self.save, self.table, self.names):
            kept.setParent(self)
        clear(self.body)
        words = tile_explanation(tile.key, window, tile, has_names=False)
        self.body.addWidget(Title(value_text(tile.value, tile.unit, money), TextStyle.KPI))
        self.body.addWidget(Text(period_text(tile.period), TextStyle.CAPTION, Tone.TEXT3))
        self.body.addWidget(WrapLabel(words.sentence))
        self.lines = self._lines(tile, money, window, months)
        self.body.addWidget(self.lines)
        self._add_target(tile, money)
        self.table.setText(self._table_text(tile.key))
        self.table.setVisible(tile.key in WITH_TABLE)
        self.names.setEnabled(tile.people is not None)
        self.body.addLayout(row(self.names, self.table, STRETCH, gap=8))
        self.body.addStretch(1)
        self.open_panel(self.target)

    def _lines(self, tile: Tile, money: Currency, window: int, months: int | None) -> AmountLines:
        lines = AmountLines()
        if tile.rate is not None and tile.rate.rate is not None:
            lines.add(self.tr("Counted"), rate_sentence(tile.rate))
        days = tile.people.of if isinstance(tile.people, Narrowed) else tile.people
        if isinstance(days, Stayers):
            lines.add(self.tr("Then and now"), f"{day_text(days.start, DateStyle.TABLE)} → {day_text(days.end, DateStyle.TABLE)}")
        if range_text(tile):
            lines.add(self.tr("Range of chance"), range_text(tile))
        for label, then, change in (
            (self.tr("Period before"), tile.before, tile.change),
            (self.tr("A year before"), tile.last_year, tile.year_change),
        ):
            if then is not None and change is not None:
                lines.add(label, f"{value_text(then, tile.unit, money)} ({change_text(change, tile.unit, money)})")
        if tile.is_beyond_chance is False and tile.change:
            lines.add(self.tr("The change"), self.tr("may be chance"))
        if general_text(tile.key, months):
            lines.add(self.tr("Of many shops, not of yours"), general_text(tile.key, months))
        if note_text(tile, window):
            lines.add(self.tr("Please note"), note_text(tile, window))
        return lines

    def _add_target(self, tile: Tile, money: Currency) -> None:
        year = year_of(tile.period.last_day, self._fiscal_start)
        is_rate = tile.unit is TileUnit.PERCENT
        if tile.unit is TileUnit.MONEY:
            self.target = MoneyField(money, minimum=0)
        else:
            lowest, digits = (-100, 0) if tile.unit is TileUnit.POINTS else (0, 0 if tile.unit is TileUnit.PEOPLE else 1)
            self.target = NumberField(lowest, 100 if is_rate or tile.unit is TileUnit.POINTS else None, decimals=digits)
        aimed = shown_value(tile.target, tile.unit)
        self.target.set_value(None if aimed is None else int(aimed) if tile.unit is TileUnit.MONEY else aimed)
        label = self.tr("Target for {months}").format(months=period_text(year))
        if is_rate:
            label = self.tr("Target for {months}, in percent").format(months=period_text(year))
        field = FormField(label, self.target, hint=self.tr("Empty: no target. It stands as a line in the chart and in the monthly report."))
        self.body.addWidget(field)
        self.body.addLayout(row(self.save, STRETCH))

    def _table_text(self, key: TileKey) -> str:
        return self.tr("By staff") if key is TileKey.TOUCH_POINTS else self.tr("By group, staff, area and channel")

    def _on_save(self) -> None:
        tile = self._tile
        if tile is None or not self.target.is_valid():
            return
        typed = self.target.value()
        value = None if typed is None else float(Decimal(typed) / 100 if tile.unit is TileUnit.PERCENT else typed)
        year, now = year_of(tile.period.last_day, self._fiscal_start).start.year, self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.figure_settings import set_target

            return set_target(session, tile.key.value, year, value, now=now)

        self._context.tasks.command(op, self._on_saved, owner=self)

    def _on_saved(self, action_id: int | None) -> None:
        if action_id is not None:
            self._context.messages.toast(self.tr("The target is kept."), undo_action_id=action_id)
        self.close_panel()

    def _on_names(self) -> None:
        if self._tile is not None and self._tile.people is not None:
            tile = self._tile
            self.close_panel()
            self.names_requested.emit(tile.people, tile_name(tile.key))

    def _on_table(self) -> None:
        if self._tile is not None:
            key = self._tile.key
            self.close_panel()
            self.table_requested.emit(key)
