"""The pages of the month-end report: one with what the month says, one with its numbers, and lists of names where they are wanted.

The same report gives the same bytes: the only date on it is the last day that it counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO

from app.domain.drawing import Drawing
from app.printing.drawing import DrawingPress
from app.printing.fonts import Family, Glyph
from app.printing.geometry import MM, PAPERS, Box
from app.printing.ink import BLACK, Colour, Ink, colour
from app.printing.pdf import PdfFile
from app.printing.survey_marks import glyphs_of, shortened, width_of, wrap
from app.printing.survey_parts import bold, regular

PAPER = PAPERS["A4"]
LEFT, WIDTH, TOP, FOOT = 18.0, 174.0, 18.0, 283.0
RIGHT = LEFT + WIDTH
GUTTER = 6.0
CHART_WIDTH = (WIDTH - GUTTER) / 2
CHART_HEIGHT, LEAST_CHART = 47.0, 30.0
TITLE, HEAD, BODY, SMALL = 18.0, 10.5, 9.5, 9.0
LINE = 5.3
_SMALLEST_CELL = 6.5
_ROW, _CELL_LINE = 5.8, 4.4
_SAID, _MOST_SAID, _FINE = 4.3, 3, 4.25
GREEN: Colour = colour("#0B6B5B")
GREY: Colour = colour("#4F5A58")
HAIR: Colour = colour("#D8D3C8")
INSET: Colour = colour("#FAF8F4")


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One sentence; `is_head`: in bold."""

    text: str
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class ReportChart:
    """`sentence`: what it says, made from its numbers; `note`: that an axis does not begin at 0. Without a drawing `empty` stands there."""

    title: str
    note: str
    drawing: Drawing | None
    empty: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class ReportTable:
    """`rows` as shown; the first column stands at the left, the others at the right. `widths`: shares of the page."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    empty: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReportSection:
    """Paragraphs under a heading; `is_small`: how figures are worked out. `quotes` are what customers wrote."""

    title: str
    lines: tuple[str, ...]
    quotes: tuple[str, ...] = ()
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class PrintedReport:
    """Every word as it stands on the paper. `page`: "{page} / {pages}". `chart_height`: of the drawings, in mm."""

    language: str
    shop: str
    title: str
    day: str
    lines: tuple[ReportLine, ...]
    charts: tuple[ReportChart, ...]
    chart_height: float
    comment_title: str
    comment: str
    todo_title: str
    todos: tuple[str, ...]
    foot: str
    page: str
    second_title: str
    parts: tuple[ReportTable | ReportSection, ...]
    names_title: str = ""
    names: tuple[ReportTable, ...] = ()


@dataclass(frozen=True, slots=True)
class LinePlace:
    """Where a sentence stands, in mm, so that the screen can make it a link."""

    page: int
    line: int
    box: Box


@dataclass(frozen=True, slots=True)
class ReportPages:
    """`body`: how many of the pages are no lists of names; `over`: by how many mm the first page is too full."""

    document: bytes
    pages: int
    body: int
    over: float
    places: tuple[LinePlace, ...]


def render_report(report: PrintedReport) -> ReportPages:
    """The PDF, and where its sentences stand."""
    press = _Press(report)
    press.draw_first()
    press.draw_parts()
    body = len(press.pages)
    press.draw_names()
    return press.done(body)


@dataclass(slots=True)
class _Page:
    ink: Ink
    y: float = TOP


@dataclass(slots=True)
class _Press:
    report: PrintedReport
    out: BytesIO = field(default_factory=BytesIO)
    pages: list[_Page] = field(default_factory=list)
    places: list[LinePlace] = field(default_factory=list)
    over: float = 0.0
    file: PdfFile = field(init=False)

    def __post_init__(self) -> None:
        self.file = PdfFile(self.out, self.report.title, self.report.language, notes_places=False)

    def draw_first(self) -> None:
        page = self._begin()
        self._head(page)
        self._sentences(page)
        self._charts(page)
        self._comment(page)
        self._todos(page)
        self.over = max(0.0, page.y - (FOOT - 1.5))

    def draw_parts(self) -> None:
        page = self._titled(self.report.second_title)
        for part in self.report.parts:
            height = self._height(part)
            if page.y + height > FOOT - 6 and page.y > TOP + 20:
                page = self._titled(self.report.second_title)
            page = self._table(page, part) if isinstance(part, ReportTable) else self._section(page, part)

    def draw_names(self) -> None:
        if not self.report.names:
            return
        page = self._titled(self.report.names_title)
        for table in self.report.names:
            if page.y + 24 > FOOT - 6:
                page = self._titled(self.report.names_title)
            page = self._table(page, table)

    def done(self, body: int) -> ReportPages:
        count = len(self.pages)
        for number, page in enumerate(self.pages, 1):
            shown = self.report.page.format(page=number, pages=count)
            self._text(page.ink, shown, RIGHT - width_of(shown, regular(), SMALL), FOOT + 4, SMALL, GREY)
            room = WIDTH - width_of(shown, regular(), SMALL) - 6
            glyphs = shortened(self.report.foot, regular(), SMALL, room)
            page.ink.fill_colour(GREY)
            page.ink.text(glyphs, LEFT, FOOT + 4, SMALL)
            self.file.add_page(page.ink.content(), PAPER.width * MM, PAPER.height * MM)
        self.file.done()
        return ReportPages(self.out.getvalue(), count, body, self.over, tuple(self.places))

    def _begin(self) -> _Page:
        page = _Page(Ink(self.file, PAPER))
        self.pages.append(page)
        return page

    def _titled(self, title: str) -> _Page:
        page = self._begin()
        self._text(page.ink, self.report.shop, LEFT, page.y + 3, SMALL, GREY)
        self._text(page.ink, title, LEFT, page.y + 10.5, 14.0, BLACK, bold())
        self._day(page, page.y + 10.5)
        page.ink.line(LEFT, page.y + 13.5, RIGHT, page.y + 13.5, GREEN, 0.4)
        page.y += 19.5
        return page

    def _head(self, page: _Page) -> None:
        report = self.report
        glyphs = shortened(report.shop, regular(), BODY, WIDTH)
        page.ink.fill_colour(GREY)
        page.ink.text(glyphs, LEFT, page.y + 3.2, BODY)
        self._text(page.ink, report.title, LEFT, page.y + 12.2, TITLE, BLACK, bold())
        self._day(page, page.y + 12.2)
        page.ink.line(LEFT, page.y + 15.6, RIGHT, page.y + 15.6, GREEN, 0.5)
        page.y += 21.6

    def _day(self, page: _Page, baseline: float) -> None:
        day = self.report.day
        self._text(page.ink, day, RIGHT - width_of(day, regular(), SMALL), baseline, SMALL, GREY)

    def _sentences(self, page: _Page) -> None:
        for number, line in enumerate(self.report.lines):
            family, size = (bold(), HEAD) if line.is_head else (regular(), BODY)
            top = page.y
            page.ink.round_box(Box(LEFT + 0.4, page.y + 1.45, 1.4, 1.4), 0.69, fill=GREEN)
            page.ink.fill_colour(BLACK)
            for glyphs in wrap(line.text, family, size, WIDTH - 6):
                page.ink.text(glyphs, LEFT + 5, page.y + 3.4, size)
                page.y += LINE
            self.places.append(LinePlace(len(self.pages) - 1, number, Box(LEFT, top, WIDTH, page.y - top)))
            page.y += 0.6
        page.y += 2.4

    def _charts(self, page: _Page) -> None:
        charts = self.report.charts
        for first in range(0, len(charts), 2):
            pair = charts[first : first + 2]
            said = [wrap(chart.sentence, regular(), SMALL, CHART_WIDTH)[:_MOST_SAID] for chart in pair]
            room = max(len(lines) for lines in said) * _SAID
            for place, (chart, lines) in enumerate(zip(pair, said, strict=True)):
                left = LEFT + place * (CHART_WIDTH + GUTTER)
                self._chart_head(page.ink, chart, lines, left, page.y)
                self._chart(page.ink, chart, left, page.y + 5.6 + room)
            page.y += self.report.chart_height + 9.6 + room

    def _chart_head(self, ink: Ink, chart: ReportChart, lines: Sequence[tuple[Glyph, ...]], left: float, top: float) -> None:
        note = width_of(chart.note, regular(), SMALL)
        title = shortened(chart.title, bold(), BODY, CHART_WIDTH - (note + 3 if note else 0))
        ink.fill_colour(BLACK)
        ink.text(title, left, top + 3.4, BODY)
        if chart.note:
            self._text(ink, chart.note, left + CHART_WIDTH - note, top + 3.4, SMALL, GREY)
        ink.fill_colour(GREY)
        for place, glyphs in enumerate(lines):
            ink.text(glyphs, left, top + 8.0 + place * _SAID, SMALL)

    def _chart(self, ink: Ink, chart: ReportChart, left: float, top: float) -> None:
        if chart.drawing is not None:
            DrawingPress(ink, chart.drawing, left, top, PAPER.height).draw()
            return
        box = Box(left, top, CHART_WIDTH, self.report.chart_height - 2)
        ink.round_box(box, 2.0, fill=INSET, stroke=HAIR, width_mm=0.2)
        lines = wrap(chart.empty, regular(), SMALL, CHART_WIDTH - 12)
        ink.fill_colour(GREY)
        for place, glyphs in enumerate(lines):
            width = sum(glyph.width for glyph in glyphs) * SMALL / MM
            ink.text(glyphs, left + (CHART_WIDTH - width) / 2, box.top + box.height / 2 + place * 4.6, SMALL)

    def _comment(self, page: _Page) -> None:
        comment = self.report.comment
        if not comment:
            return
        lines = wrap(comment, regular(), BODY, WIDTH - 10)
        height = 8.2 + len(lines) * LINE
        page.ink.round_box(Box(LEFT, page.y, WIDTH, height), 2.0, fill=INSET, stroke=HAIR, width_mm=0.2)
        self._text(page.ink, self.report.comment_title, LEFT + 5, page.y + 5, SMALL, GREEN, bold())
        page.ink.fill_colour(BLACK)
        for place, glyphs in enumerate(lines):
            page.ink.text(glyphs, LEFT + 5, page.y + 10.2 + place * LINE, BODY)
        page.y += height + 5

    def _todos(self, page: _Page) -> None:
        if not self.report.todos:
            return
        self._text(page.ink, self.report.todo_title, LEFT, page.y + 3.4, HEAD, BLACK, bold())
        page.y += 6.4
        for number, todo in enumerate(self.report.todos, 1):
            self._text(page.ink, f"{number}.", LEFT + 1, page.y + 3.4, BODY, GREEN, bold())
            page.ink.fill_colour(BLACK)
            for glyphs in wrap(todo, regular(), BODY, WIDTH - 8):
                page.ink.text(glyphs, LEFT + 7, page.y + 3.4, BODY)
                page.y += LINE

    def _height(self, part: ReportTable | ReportSection) -> float:
        if isinstance(part, ReportTable):
            rows = sum(_row_height(part, row, BODY) for row in part.rows)
            return 8.0 + _row_height(part, part.columns, SMALL) + rows + 5 + (5 if part.note else 0)
        size = SMALL if part.is_small else BODY
        lines = sum(len(wrap(line, regular(), size, WIDTH - 2)) for line in part.lines)
        quotes = sum(len(wrap(line, regular(), BODY, WIDTH - 8)) for line in part.quotes)
        return 7.0 + lines * (_FINE if part.is_small else LINE) + quotes * LINE + 5

    def _table(self, page: _Page, table: ReportTable) -> _Page:
        self._text(page.ink, table.title, LEFT, page.y + 3.4, HEAD, BLACK, bold())
        page.y += 6.0
        if not table.rows:
            self._text(page.ink, table.empty, LEFT, page.y + 3.4, BODY, GREY)
            page.y += 9.5
            return page
        self._row(page, table, table.columns, SMALL, GREY)
        for row in table.rows:
            if page.y + _row_height(table, row, BODY) > FOOT - 3:
                page = self._titled(self.report.names_title or self.report.second_title)
                self._row(page, table, table.columns, SMALL, GREY)
            self._row(page, table, row, BODY, BLACK)
        if table.note:
            self._text(page.ink, table.note, LEFT, page.y + 4, SMALL, GREY)
            page.y += 5
        page.y += 4.4
        return page

    def _row(self, page: _Page, table: ReportTable, cells: Sequence[str], size: float, chosen: Colour) -> None:
        x = LEFT
        page.ink.fill_colour(chosen)
        for place, (cell, share) in enumerate(zip(cells, table.widths, strict=True)):
            width = WIDTH * share
            fit, lines = _cell(cell, place, size, width)
            for number, glyphs in enumerate(lines):
                shift = 0.0 if place == 0 else width - sum(glyph.width for glyph in glyphs) * fit / MM
                page.ink.text(glyphs, x + shift, page.y + 3.9 + number * _CELL_LINE, fit)
            x += width
        page.y += _row_height(table, cells, size)
        page.ink.line(LEFT, page.y, RIGHT, page.y, HAIR, 0.2)

    def _section(self, page: _Page, part: ReportSection) -> _Page:
        size, pitch = (SMALL, _FINE) if part.is_small else (BODY, LINE)
        self._text(page.ink, part.title, LEFT, page.y + 3.4, HEAD, BLACK, bold())
        page.y += 6.4
        for line in part.lines:
            for glyphs in wrap(line, regular(), size, WIDTH - 2):
                page.ink.fill_colour(GREY if part.is_small else BLACK)
                page.ink.text(glyphs, LEFT, page.y + 3.4, size)
                page.y += pitch
        for quote in part.quotes:
            top = page.y
            for glyphs in wrap(quote, regular(), BODY, WIDTH - 8):
                page.ink.fill_colour(BLACK)
                page.ink.text(glyphs, LEFT + 5, page.y + 3.4, BODY)
                page.y += LINE
            page.ink.line(LEFT + 1.5, top, LEFT + 1.5, page.y - 0.6, GREEN, 0.6)
            page.y += 1.0
        page.y += 3.4
        return page

    def _text(self, ink: Ink, text: str, x: float, baseline: float, size: float, chosen: Colour, family: Family | None = None) -> None:
        ink.fill_colour(chosen)
        ink.text(glyphs_of(text, family or regular()), x, baseline, size)


def _cell(text: str, place: int, size: float, width: float) -> tuple[float, list[tuple[Glyph, ...]]]:
    """In which size, and in which lines: nothing is cut. A figure is set smaller before it takes a second line, a name is not."""
    fit = size if place == 0 else max(_SMALLEST_CELL, min(size, size * (width - 2) / max(0.1, width_of(text, regular(), size))))
    return fit, wrap(text, regular(), fit, width - 1.9)


def _row_height(table: ReportTable, cells: Sequence[str], size: float) -> float:
    lines = max(
        len(_cell(cell, place, size, WIDTH * share)[1]) for place, (cell, share) in enumerate(zip(cells, table.widths, strict=True))
    )
    return _ROW + (max(1, lines) - 1) * _CELL_LINE
