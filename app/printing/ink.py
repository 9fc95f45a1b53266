"""What is drawn on one side of a paper, as the operators of a PDF page. Millimetres from the top left corner; type in points."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from app.printing.fonts import Face, Glyph
from app.printing.geometry import MM, Box, Paper
from app.printing.pdf import EmbeddedFont, PdfFile

Colour = tuple[float, float, float]
BLACK: Colour = (0.08, 0.08, 0.09)
_MOST_KEPT = 2048


@lru_cache(maxsize=256)
def colour(code: str) -> Colour:
    """ "#BF570C" as three parts of 1."""
    return (int(code[1:3], 16) / 255, int(code[3:5], 16) / 255, int(code[5:7], 16) / 255)


class Ink:
    """Gathers the operators of one page or form."""

    def __init__(self, file: PdfFile, paper: Paper) -> None:
        self._file = file
        self._height = paper.height
        self._operators: list[str] = []
        self._fill: Colour | None = None
        self._stroke: Colour | None = None

    def content(self) -> bytes:
        return "\n".join(self._operators).encode("ascii")

    def raw(self, operators: str) -> None:
        self._operators.append(operators)

    def save(self) -> None:
        self.raw("q")

    def restore(self) -> None:
        self._fill = self._stroke = None
        self.raw("Q")

    def fill_colour(self, chosen: Colour) -> None:
        if chosen != self._fill:
            self._fill = chosen
            self.raw(f"{_parts(chosen)} rg")

    def stroke_colour(self, chosen: Colour, width_mm: float) -> None:
        if chosen != self._stroke:
            self._stroke = chosen
            self.raw(f"{_parts(chosen)} RG")
        self.raw(f"{_n(width_mm * MM)} w")

    def place(self, x: float, y: float, *, turn: tuple[float, float] = (1.0, 0.0), size: float = 1.0) -> None:
        """Move the origin to (x, y), turned by (cos, sin), `size` mm per unit, y up; between save and restore."""
        cos, sin = turn
        unit = size * MM
        self.raw(f"{_n(cos * unit)} {_n(sin * unit)} {_n(-sin * unit)} {_n(cos * unit)} {_n(x * MM)} {_n(self._up(y))} cm")

    def fit(self, box: Box, width: float, height: float) -> None:
        """What is drawn for a sheet of `width` x `height` mm falls into the box; between save and restore."""
        across, down = box.width / width, box.height / height
        x, y = box.left * MM, (self._height * (1 - down) - box.top) * MM
        self.raw(f"{across:.5f} 0 0 {down:.5f} {_n(x)} {_n(y)} cm")

    def clip(self, box: Box) -> None:
        """Nothing is drawn outside the box until restore."""
        self.raw(f"{_rectangle(box, self._height)} W n")

    def fill_box(self, box: Box, chosen: Colour) -> None:
        self.fill_colour(chosen)
        self.raw(f"{_rectangle(box, self._height)} f")

    def frame_box(self, box: Box, chosen: Colour, width_mm: float) -> None:
        self.stroke_colour(chosen, width_mm)
        self.raw(f"{_rectangle(box, self._height)} S")

    def round_box(
        self, box: Box, radius: float, *, fill: Colour | None = None, stroke: Colour | None = None, width_mm: float = 0.3
    ) -> None:
        if fill is not None:
            self.fill_colour(fill)
        if stroke is not None:
            self.stroke_colour(stroke, width_mm)
        self.raw(_round_path(box, radius, self._height))
        self.raw("B" if fill is not None and stroke is not None else "f" if fill is not None else "S")

    def line(self, x0: float, y0: float, x1: float, y1: float, chosen: Colour, width_mm: float, *, dash: str = "") -> None:
        self.stroke_colour(chosen, width_mm)
        drawn = f"{_n(x0 * MM)} {_n(self._up(y0))} m {_n(x1 * MM)} {_n(self._up(y1))} l S"
        self.raw(f"q {dash} d 1 J {drawn} Q" if dash else drawn)

    def show(self, name: str) -> None:
        """A form that the document holds."""
        self.raw(f"/{name} Do")

    def picture(self, name: str, box: Box) -> None:
        """A picture that the document holds, stretched to the box."""
        self.raw(f"q {_n(box.width * MM)} 0 0 {_n(box.height * MM)} {_n(box.left * MM)} {_n(self._up(box.bottom))} cm /{name} Do Q")

    def text(self, glyphs: Sequence[Glyph], x: float, baseline: float, size: float, *, gaps: Sequence[float] = (), says: str = "") -> None:
        """A horizontal line. `gaps`: extra em after each glyph. `says`: the text to extract, where the glyphs alone do not tell it."""
        if not glyphs:
            return
        across, up = x * MM, self._up(baseline)
        if says:
            self._speak(self._drawn(glyphs, across, up, size, gaps)[0], says)
            return
        kept = self._file.kept_lines
        key = (tuple(glyphs), size, across, up)
        line = kept.get(key)
        if line is None or line[0] != gaps:
            drawn, is_told = self._drawn(glyphs, across, up, size, gaps)
            line = (gaps, drawn if is_told else _spoken(drawn, "".join([glyph.text for glyph in glyphs])))
            if len(kept) >= _MOST_KEPT:
                kept.clear()
            kept[key] = line
        self.raw(line[1])

    def _drawn(self, glyphs: Sequence[Glyph], across: float, up: float, size: float, gaps: Sequence[float]) -> tuple[str, bool]:
        """The operators of a line, and whether its glyphs tell what it says."""
        runs: list[str] = []
        is_told = True
        start = 0
        while start < len(glyphs):
            face = glyphs[start].face
            end = start + 1
            while end < len(glyphs) and glyphs[end].face is face:
                end += 1
            font = self._file.font(face)
            own = glyphs if end - start == len(glyphs) else glyphs[start:end]
            is_told = font.use_all(own) and is_told
            where = "" if start else f" 1 0 0 1 {_n(across)} {_n(up)} Tm"
            runs.append(f"/{font.name} {_n(size)} Tf{where} [{_spread(own, gaps[start:end])}] TJ")
            start = end
        return f"BT {' '.join(runs)} ET", is_told

    def stacked(self, pieces: Sequence[tuple[Glyph, float, float, tuple[float, float, float, float]]], size: float, says: str) -> None:
        """Glyphs each at their own place (mm) with their own matrix (unit: em), read as `says`."""
        if not pieces:
            return
        parts = ["BT"]
        face: Face | None = None
        font: EmbeddedFont | None = None
        column, across = math.nan, ""
        for glyph, x, y, matrix in pieces:
            if font is None or glyph.face is not face:
                face = glyph.face
                font = self._file.font(face)
                parts.append(f"/{font.name} {_n(size)} Tf")
            font.use(glyph)
            if x != column:
                column, across = x, _n(x * MM)
            parts.append(f"{_turned(*matrix)} {across} {_n(self._up(y))} Tm <{glyph.code}> Tj")
        parts.append("ET")
        self._speak("\n".join(parts), says)

    def _speak(self, drawn: str, says: str) -> None:
        self.raw(_spoken(drawn, says) if says else drawn)

    def _up(self, y: float) -> float:
        return (self._height - y) * MM


def _spread(glyphs: Sequence[Glyph], gaps: Sequence[float]) -> str:
    """The codes of a line, and between them what moves the next one on."""
    if not gaps:
        return f"<{''.join([glyph.code for glyph in glyphs])}>"
    moves = {gap: f">{_n(-1000 * gap)}<" if gap else "" for gap in set(gaps)}
    return f"<{''.join([glyph.code + moves[gap] for glyph, gap in zip(glyphs, gaps, strict=True)])}>".replace("<>", "")


def _spoken(drawn: str, says: str) -> str:
    code = says.encode("utf-16-be").hex().upper()
    return f"/Span <</ActualText <FEFF{code}>>> BDC\n{drawn}\nEMC"


# 1 and 1.0 are written differently: whatever came first must not be written for both.
@lru_cache(maxsize=1024, typed=True)
def _turned(*matrix: float) -> str:
    return " ".join([_n(number) for number in matrix])


@lru_cache(maxsize=256)
def _parts(chosen: Colour) -> str:
    return f"{_n(chosen[0])} {_n(chosen[1])} {_n(chosen[2])}"


def _n(number: float) -> str:
    return str(round(number, 3))


def _rectangle(box: Box, height: float) -> str:
    return f"{_n(box.left * MM)} {_n((height - box.bottom) * MM)} {_n(box.width * MM)} {_n(box.height * MM)} re"


def _round_path(box: Box, radius: float, height: float) -> str:
    k = radius * 0.4477
    left, right, top, bottom = box.left, box.right, box.top, box.bottom

    def at(x: float, y: float) -> str:
        return f"{_n(x * MM)} {_n((height - y) * MM)}"

    return "\n".join(
        (
            f"{at(left + radius, top)} m {at(right - radius, top)} l",
            f"{at(right - k, top)} {at(right, top + k)} {at(right, top + radius)} c {at(right, bottom - radius)} l",
            f"{at(right, bottom - k)} {at(right - k, bottom)} {at(right - radius, bottom)} c {at(left + radius, bottom)} l",
            f"{at(left + k, bottom)} {at(left, bottom - k)} {at(left, bottom - radius)} c {at(left, top + radius)} l",
            f"{at(left, top + k)} {at(left + k, top)} {at(left + radius, top)} c h",
        )
    )
