"""A plain survey sheet for the tests of the reader: drawn dot by dot, marked with a pen and laid on a scanner."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
import segno
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from app import paths
from app.domain.survey_sheets import CODE_ENDS, Area, PageMarks, SheetCode, SheetLayout, TickBox
from app.scanning.forms import READ_DPI, SheetForm

Grey = NDArray[np.uint8]
MM = 72 / 25.4
WIDTH, HEIGHT = 210 * MM, 297 * MM
DRAWN_DPI = 400
LAYOUT = 7
CODE = "K7M42QX"
SHEET = SheetCode(LAYOUT, 0, CODE)
_BOX, _SQUARE, _CODE = 4.5, 5.0, 16.0
SINGLES = {"nps": 11, "mood": 5, "again": 4}
MULTIS = {"liked": 8, "heard": 6}
_FRAME = (20.0, 205.0, 170.0, 40.0)


def _area(left: float, top: float, width: float, height: float) -> Area:
    """From mm of the upper left corner."""
    return Area(0, left * MM, HEIGHT - (top + height) * MM, width * MM, height * MM)


def _middle(x: float, y: float, side: float) -> Area:
    return _area(x - side / 2, y - side / 2, side, side)


def layout() -> SheetLayout:
    boxes: list[TickBox] = []
    rows: dict[str, Area] = {}
    top = 45.0
    for name, count in (SINGLES | MULTIS).items():
        rows[name] = _area(15, top - 8, 180, 24)
        for index in range(count):
            across, down = (28 + 14.5 * index, 0) if count == 11 else (30 + 42 * (index % 4), index // 4)
            boxes.append(TickBox(_middle(across, top + 5 + 10 * down, _BOX), name, str(index)))
        top += 32
    rows["words"] = _area(15, 198, 180, 50)
    squares = [_middle(x, y, _SQUARE) for y in (12, 285) for x in (12, 198)]
    marks = PageMarks((squares[0], squares[1], squares[2], squares[3]), (_area(172, 21, _CODE, _CODE), _area(21, 258, _CODE, _CODE)))
    kinds = dict.fromkeys(SINGLES, "single") | dict.fromkeys(MULTIS, "multi")
    return SheetLayout(WIDTH, HEIGHT, 1, tuple(boxes), (marks,), rows, {"words": _area(*_FRAME)}, kinds)

_LINE_MM = 0.25


@dataclass
class Paper:
    """One sheet at DRAWN_DPI; `picture` is what lies on the scanner."""

    picture: Image.Image
    layout: SheetLayout = field(default_factory=layout)

    @property
    def grey(self) -> Grey:
        return np.asarray(self.picture)

    def at(self, dpi: int) -> Grey:
        size = round(WIDTH * dpi / 72), round(HEIGHT * dpi / 72)
        return np.asarray(self.picture.resize(size, Image.Resampling.BOX, reducing_gap=None))

    def box(self, question: str, option: int) -> tuple[float, float, float, float]:
        """Left, top, right and bottom in dots."""
        area = next(one.area for one in self.layout.boxes if (one.question, one.option) == (question, str(option)))
        return _dots(area)

    def line(self, points: list[tuple[float, float]], width_mm: float = 0.5, ink: int = 30) -> None:
        draw = ImageDraw.Draw(self.picture)
        draw.line(points, fill=ink, width=max(1, round(width_mm * DRAWN_DPI / 25.4)), joint="curve")

    def tick(self, question: str, option: int, *, ink: int = 30, width_mm: float = 0.5) -> None:
        left, top, right, bottom = self.box(question, option)
        w, h = right - left, bottom - top
        points = [(left + 0.15 * w, top + 0.5 * h), (left + 0.4 * w, top + 0.85 * h), (left + 1.15 * w, top - 0.15 * h)]
        self.line(points, width_mm, ink)

    def cross(self, question: str, option: int, *, ink: int = 30) -> None:
        left, top, right, bottom = self.box(question, option)
        self.line([(left, top), (right, bottom)], ink=ink)
        self.line([(left, bottom), (right, top)], ink=ink)

    def dot(self, question: str, option: int, *, mm: float = 1.5, ink: int = 30) -> None:
        left, top, right, bottom = self.box(question, option)
        x, y, half = (left + right) / 2, (top + bottom) / 2, mm / 2 * DRAWN_DPI / 25.4
        ImageDraw.Draw(self.picture).ellipse((x - half, y - half, x + half, y + half), fill=ink)

    def fill(self, question: str, option: int) -> None:
        ImageDraw.Draw(self.picture).rectangle(self.box(question, option), fill=40)

    def circle(self, question: str, option: int, *, ink: int = 30) -> None:
        left, top, right, bottom = self.box(question, option)
        x, y, half = (left + right) / 2, (top + bottom) / 2, 0.85 * (right - left)
        turns = np.linspace(0, 2 * math.pi, 60)
        self.line([(x + half * math.cos(turn), y + 0.9 * half * math.sin(turn)) for turn in turns], ink=ink)

    def strike(self, question: str, option: int) -> None:
        """Two lines across, as the sheet asks for it."""
        left, top, right, bottom = self.box(question, option)
        w, h = right - left, bottom - top
        for share in (0.35, 0.65):
            self.line([(left - 0.45 * w, top + (share + 0.04) * h), (right + 0.45 * w, top + (share - 0.04) * h)])

    def pale(self, question: str, option: int, share: float = 0.66) -> None:
        """Its lines so much as dark as those of the others."""
        line = round(_LINE_MM * DRAWN_DPI / 25.4)
        ImageDraw.Draw(self.picture).rectangle(self.box(question, option), outline=round(255 * (1 - share)), width=line)

    def write(self, words: str) -> None:
        left, top, _right, _bottom = _dots(self.layout.frames["words"])
        font = ImageFont.truetype(str(paths.resource("fonts", "BIZUDMincho-Regular.ttf")), 110)
        ImageDraw.Draw(self.picture).text((left + 60, top + 60), words, fill=30, font=font)


def _dots(area: Area) -> tuple[float, float, float, float]:
    scale = DRAWN_DPI / 72
    return area.x * scale, (HEIGHT - area.y - area.h) * scale, (area.x + area.w) * scale, (HEIGHT - area.y) * scale


def blank(code: SheetCode | None = SHEET, ends: tuple[str, ...] = CODE_ENDS) -> Paper:
    """Without `code`: as the layout keeps it. `ends`: what the two squares end with."""
    size = round(WIDTH * DRAWN_DPI / 72), round(HEIGHT * DRAWN_DPI / 72)
    paper = Paper(Image.new("L", size, 255))
    draw = ImageDraw.Draw(paper.picture)
    font = ImageFont.truetype(str(paths.resource("fonts", "BIZUDPGothic-Regular.ttf")), 56)
    line = round(_LINE_MM * DRAWN_DPI / 25.4)
    for name, row in paper.layout.rows.items():
        draw.text(_dots(row)[:2], f"{name}: いかがでしたか。当てはまるものに印をお付けください。", fill=0, font=font)
    for box in paper.layout.boxes:
        left, top, right, bottom = _dots(box.area)
        draw.rectangle((left, top, right, bottom), outline=0, width=line)
        if box.question == "nps":
            draw.text(((left + right) / 2, bottom + 45), box.option, fill=0, font=font, anchor="ma")
        else:
            draw.text((right + 45, (top + bottom) / 2), f"こたえ{box.option}", fill=0, font=font, anchor="lm")
    draw.rectangle(_dots(paper.layout.frames["words"]), outline=0, width=round(0.3 * DRAWN_DPI / 25.4))
    for square in paper.layout.marks[0].squares:
        draw.rectangle(_dots(square), fill=0)
    if code is not None:
        for area, end in zip(paper.layout.marks[0].codes, ends, strict=True):
            _draw_code(paper.picture, area, code.to_text(end))
    return paper


def _draw_code(picture: Image.Image, area: Area, text: str) -> None:
    modules = np.array([list(row) for row in segno.make(text, version=2, error="m", mode="alphanumeric").matrix], dtype=np.uint8)
    left, top, right, bottom = (round(one) for one in _dots(area))
    drawn = Image.fromarray(255 - 255 * modules).resize((right - left, bottom - top), Image.Resampling.NEAREST)
    picture.paste(drawn, (left, top))


def form(layout_id: int = LAYOUT) -> SheetForm:
    empty = blank(None)
    return SheetForm(layout_id, empty.layout, (empty.at(READ_DPI),))


def forms(layout_id: int) -> SheetForm | None:
    return form() if layout_id == LAYOUT else None


def laid_crooked(sheet: Grey, degrees: float, *, ground: int = 255, margin: int = 0) -> Grey:
    """As it lies on the glass, turned, with so much around it."""
    picture = Image.fromarray(np.pad(sheet, margin, constant_values=ground))
    return np.asarray(picture.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=ground))


def seen_askew(sheet: Grey, push: float, *, ground: int = 90) -> Grey:
    """As a telephone sees it from aside: `push` is the share by which the far edge is shorter."""
    height, width = sheet.shape
    margin = round(0.06 * width)
    corners = [(push * width, 0.0), (width - push * width * 0.7, 0.01 * height), (width, height), (0.0, 0.99 * height)]
    rows, goal = [], []
    for (x, y), (u, v) in zip(corners, [(0, 0), (width, 0), (width, height), (0, height)], strict=True):
        x, y = x + margin, y + margin
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        goal += [u, v]
    given = np.linalg.solve(np.array(rows), np.array(goal, dtype=float))
    size = width + 2 * margin, height + 2 * margin
    picture = Image.fromarray(sheet).transform(
        size, Image.Transform.PERSPECTIVE, given.tolist(), Image.Resampling.BICUBIC, fillcolor=ground
    )
    return np.asarray(picture)


def worn(sheet: Grey, random: np.random.Generator, *, blur: float = 0.5, noise: float = 6, paper: int = 235, ink: int = 40) -> Grey:
    """Paper not white, ink not black, soft and grainy."""
    from scipy import ndimage

    soft = ndimage.gaussian_filter(sheet.astype(np.float32), blur)
    seen = ink + soft * ((paper - ink) / 255) + random.normal(0, noise, sheet.shape).astype(np.float32)
    return np.asarray(np.clip(seen, 0, 255), dtype=np.uint8)
