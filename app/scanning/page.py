"""Reads one page of a sheet whose place in the picture is known."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from app.domain.survey_pages import PageState, ReadPage
from app.domain.survey_sheets import SheetLayout
from app.scanning.forms import MM, READ_DPI, Dots, Floats, Grey, Places, SheetForm, dots_of, form_shape
from app.scanning.judge import judge
from app.scanning.locate import corners_of
from app.scanning.marks import is_written_in, marks_in
from app.scanning.patches import ink_around
from app.scanning.plane import Plane, carried
from app.scanning.straight import (
    Straight,
    agreed,
    better_plane,
    blank_darkness,
    set_straight,
    shifts_of_boxes,
    shifts_of_tiles,
    smooth_field,
)

PICTURE_DPI = 110
MOST_PICTURE_BYTES = 120_000
CROP_DPI = 150
_QUALITIES = (60, 45, 32, 22)
_MOST_TURNS = 2
_EDGE = 1.2 * MM
_WHITE = 255
_MOST_GRAY, _MOST_GRAY_OF_BLACK = 0.05, 0.25
"""Of all dots, and of the black ones, for a picture that was scanned without grays and at most turned a little since."""
_CROP_EDGE = 1.5 * MM


@dataclass(frozen=True, slots=True)
class PageReading:
    """`picture`: the page set straight; `crops`: by question, its row; all gray JPEG."""

    state: PageState
    read: ReadPage
    picture: bytes
    crops: Mapping[str, bytes]


def read_page(picture: Grey, plane: Plane, form: SheetForm, page: int, code: str) -> PageReading:
    layout, shape = form.layout, form_shape(form.layout)
    blank = blank_darkness(_fitting(form.blank[page], shape))
    straight = set_straight(picture, plane, shape)
    at, tiles = shifts_of_tiles(straight.dark, blank)
    for _turn in range(_MOST_TURNS):
        better = better_plane(plane, at, tiles)
        if better is None:
            break
        plane, straight = better, set_straight(picture, better, shape)
        at, tiles = shifts_of_tiles(straight.dark, blank)
    boxes = [box for box in layout.boxes if box.area.page == page]
    quality = float(np.median(tiles.agreement)) if len(at) else 0.0
    read = ReadPage(layout=form.layout_id, page=page, code=code, quality=quality, corners=corners_of(plane, layout, page, picture.shape))
    contrast = 1.0
    if boxes:
        edges = as_edges([dots_of(layout, box.area) for box in boxes])
        middles = (edges[:, :2] + edges[:, 2:]) / 2
        start = smooth_field(at, tiles, middles, shape)
        shifts = shifts_of_boxes(straight.dark, blank, edges, start)
        by = agreed(middles, shifts, start)
        patches = ink_around(straight.dark, blank, edges, by)
        seen, has_no_grays = seen_in(picture, plane, edges), is_black_and_white(picture)
        judged = judge(boxes, marks_in(patches), seen, layout.questions, quality, is_black_and_white=has_no_grays)
        contrast = float(np.median(patches.contrast))
        read = replace(read, boxes=judged.boxes, doubts=judged.doubts)
    read = replace(read, written=_written(straight, blank, layout, page, contrast))
    state = PageState.WAITING if read.doubts else PageState.READ
    return PageReading(state, read, small_picture(straight.gray, PICTURE_DPI / READ_DPI), _crops(straight, layout, page))


def as_edges(dots: list[Dots]) -> Places:
    return np.array([[one.left, one.top, one.right, one.bottom] for one in dots], dtype=np.float64)


def seen_in(picture: Grey, plane: Plane, edges: Places) -> list[bool]:
    """Whether all four corners of a box lie in the picture."""
    height, width = picture.shape
    seen = np.ones(len(edges), dtype=np.bool_)
    for columns in ((0, 1), (2, 1), (0, 3), (2, 3)):
        x, y = carried(plane, edges[:, columns]).T
        seen &= (x >= 0) & (x <= width) & (y >= 0) & (y <= height)
    return [bool(one) for one in seen]


def is_black_and_white(picture: Grey) -> bool:
    black, white = int((picture == 0).sum()), int((picture == _WHITE).sum())
    gray = picture.size - black - white
    return gray <= _MOST_GRAY * picture.size and gray <= _MOST_GRAY_OF_BLACK * black


def small_picture(gray: Grey, share: float) -> bytes:
    """As gray JPEG, coarser until it is small enough to be kept with every answer."""
    size = max(1, round(gray.shape[1] * share)), max(1, round(gray.shape[0] * share))
    small = Image.fromarray(gray).resize(size, Image.Resampling.BOX if share < 1 else Image.Resampling.BILINEAR)
    stored = b""
    for quality in _QUALITIES:
        stored = _jpeg(small, quality)
        if len(stored) <= MOST_PICTURE_BYTES:
            break
    return stored


def _fitting(blank: Grey, shape: tuple[int, int]) -> Grey:
    """Drawing may round the last dot another way."""
    if blank.shape == shape:
        return blank
    whole = np.full(shape, 255, dtype=np.uint8)
    height, width = min(shape[0], blank.shape[0]), min(shape[1], blank.shape[1])
    whole[:height, :width] = blank[:height, :width]
    return whole


def _written(straight: Straight, blank: Floats, layout: SheetLayout, page: int, contrast: float) -> tuple[str, ...]:
    found = []
    for name, area in layout.frames.items():
        if area.page == page:
            rows, columns = dots_of(layout, area).wider(-_EDGE).cut(blank)
            part = straight.dark[rows, columns]
            if part.size and is_written_in(part, blank[rows, columns], contrast):
                found.append(name)
    return tuple(found)


def _crops(straight: Straight, layout: SheetLayout, page: int) -> dict[str, bytes]:
    crops = {}
    for name, area in layout.rows.items():
        if area.page == page:
            rows, columns = dots_of(layout, area).wider(_CROP_EDGE).cut(straight.gray)
            part = straight.gray[rows, columns]
            if part.size:
                size = max(1, round(part.shape[1] * CROP_DPI / READ_DPI)), max(1, round(part.shape[0] * CROP_DPI / READ_DPI))
                crops[name] = _jpeg(Image.fromarray(part).resize(size, Image.Resampling.BILINEAR), _QUALITIES[0])
    return crops


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    stored = io.BytesIO()
    picture.save(stored, "JPEG", quality=quality, optimize=True)
    return stored.getvalue()
