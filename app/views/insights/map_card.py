"""The customer map: days since the last visit down, visits within a year across; two frames mark the regulars."""

from __future__ import annotations

from datetime import date
from math import sqrt

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.explanations import Figure
from app.domain.figures import CustomerMapView, MapFrame, MapPeople
from app.domain.rfm import BANDS, OCCASION_NAMES, RECENCY_NAMES, MapRegion, region_of
from app.views.insights.table_panel import FiguresTable
from app.views.labels import translated
from app.views.labels_figures import explanation_of, people_count, short_count
from app.views.theme import Tone, theme_of
from app.views.widgets.buttons import LinkButton, NormalButton
from app.views.widgets.card import Card
from app.views.widgets.heat_map import HeatCell, HeatGrid, HeatMap, HeatRegion, HeatRow
from app.views.widgets.layouts import STRETCH, row
from app.views.widgets.table_view import Column

MAP_WORDS = "CustomerMap"


class MapCard(Card):
    """`names_requested(spec, title)`, `table_requested(FiguresTable)`."""

    names_requested = Signal(object, str)
    table_requested = Signal(object)

    def __init__(self) -> None:
        title = self.tr("Customer map (people)")
        explanation = explanation_of(Figure.CUSTOMER_MAP, has_names=False)
        super().__init__(title, explanation=explanation, action=self.tr("As a table"))
        self._title = title
        self._view = CustomerMapView((), 0, 0)
        self._today = date.min
        self._regions: dict[MapRegion, str] = {
            MapRegion.REGULARS: self.tr("Regulars"),
            MapRegion.SLIPPING: self.tr("Slipping regulars"),
        }
        self._build()
        self._connect()

    def set_view(self, view: CustomerMapView, today: date) -> None:
        self._view, self._today = view, today
        self.map.set_grid(self._grid())
        regulars, slipping = people_count(view.regulars), people_count(view.slipping)
        self._name(self.regulars, MapRegion.REGULARS, view.regulars)
        self._name(self.slipping, MapRegion.SLIPPING, view.slipping)
        self.reach_out.setText(self.tr("Reach out to {people}").format(people=slipping))
        self.reach_out.setVisible(view.slipping > 0)
        finding = self.tr("Regulars: {regulars}. Regulars who are slipping away: {slipping}.")
        self.map.setAccessibleName(f"{self._title} {finding.format(regulars=regulars, slipping=slipping)}")

    def table(self) -> FiguresTable:
        columns = (
            Column("recency", self.tr("Last visit")),
            Column("occasions", self.tr("Visits within 365 days"), stretch=True),
            Column("people", self.tr("Customers"), numeric=True),
            Column("region", self.tr("Frame")),
        )
        rows = [
            (MapPeople(line, column, self._today), (*_names(line, column), str(count), self._regions.get(region_of(line, column), "")))
            for line, counts in enumerate(self._view.counts)
            for column, count in enumerate(counts)
        ]
        return FiguresTable(self._title, self.tr("Enter opens the names of a line."), columns, rows, self._title)

    def open_slipping(self) -> None:
        """The names in the dashed frame."""
        self._open_region(MapRegion.SLIPPING)

    def _build(self) -> None:
        self.map = HeatMap(self._title)
        self.regulars = LinkButton("", small=True)
        self.slipping = LinkButton("", small=True)
        self.reach_out = NormalButton("", "users", small=True)
        marks = (FrameMark(dashed=False), self.regulars, 8, FrameMark(dashed=True), self.slipping)
        self.add(self.map, 1)
        self.add(row(*marks, STRETCH, self.reach_out, gap=2))

    def _connect(self) -> None:
        self.map.cell_activated.connect(self._on_cell)
        self.regulars.clicked.connect(lambda: self._open_region(MapRegion.REGULARS))
        self.slipping.clicked.connect(self.open_slipping)
        self.reach_out.clicked.connect(self.open_slipping)
        if self.action is not None:
            self.action.clicked.connect(self._on_table)

    def _grid(self) -> HeatGrid:
        most = max((count for counts in self._view.counts for count in counts), default=0) or 1
        cells = [
            [HeatCell(str(count), sqrt(count / most), name=self._cell_name(line, column, count)) for column, count in enumerate(counts)]
            for line, counts in enumerate(self._view.counts)
        ]
        return HeatGrid(
            rows=[HeatRow(translated(MAP_WORDS, name)) for name in RECENCY_NAMES],
            columns=[translated(MAP_WORDS, name) for name in OCCASION_NAMES],
            cells=cells,
            regions=[self._frame(MapRegion.REGULARS, Tone.TEXT), self._frame(MapRegion.SLIPPING, Tone.DANGER)],
            column_labels_below=True,
            bold=True,
        )

    def _frame(self, region: MapRegion, tone: Tone) -> HeatRegion:
        places = [(line, column) for line in range(BANDS) for column in range(BANDS) if region_of(line, column) is region]
        (top, left), (bottom, right) = min(places), max(places)
        return HeatRegion(self._regions[region], top, left, bottom, right, dashed=region is MapRegion.SLIPPING, tone=tone)

    def _name(self, button: LinkButton, region: MapRegion, number: int) -> None:
        button.setText(f"{self._regions[region]} {short_count(number)}")
        button.setAccessibleName(f"{self._regions[region]} {people_count(number)}")

    def _cell_name(self, line: int, column: int, count: int) -> str:
        recency, visits = _names(line, column)
        return self.tr("Last visit: {recency}, visits within a year: {visits}, {people}").format(
            recency=recency, visits=visits, people=people_count(count)
        )

    def _on_cell(self, line: int, column: int) -> None:
        recency, visits = _names(line, column)
        title = self.tr("Last visit: {recency}, visits within a year: {visits}").format(recency=recency, visits=visits)
        self.names_requested.emit(MapPeople(line, column, self._today), title)

    def _open_region(self, region: MapRegion) -> None:
        self.names_requested.emit(MapFrame(region, self._today), self._regions[region])

    def _on_table(self) -> None:
        self.table_requested.emit(self.table())


class FrameMark(QWidget):
    """The sign of a frame in the legend: solid or dashed."""

    def __init__(self, *, dashed: bool) -> None:
        super().__init__()
        self._dashed = dashed
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = theme_of(self).px(16)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(theme.tokens.tone(Tone.DANGER if self._dashed else Tone.TEXT)), theme.px(2))
        if self._dashed:
            pen.setStyle(Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([2.2, 1.6])
        painter.setPen(pen)
        edge = theme.px(3)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), theme.px(3), theme.px(3))
        painter.end()


def _names(line: int, column: int) -> tuple[str, str]:
    return translated(MAP_WORDS, RECENCY_NAMES[line]), translated(MAP_WORDS, OCCASION_NAMES[column])
