"""Reads a picture of a survey sheet: which sheet it is, where it lies, and what was ticked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from app.domain.survey_pages import Corners, PageState, ReadPage
from app.domain.survey_sheets import SheetLayout
from app.scanning.codes import CodesSeen, find_codes, joined
from app.scanning.forms import FormSource, Grey, SheetForm
from app.scanning.locate import Placement, codes_by_corners, likely_corners, place_by_codes, place_by_corners
from app.scanning.page import PageReading, read_page, small_picture
from app.scanning.squares import Squares, find_squares

_LONG_SIDE = 1_400
"""Dots of the picture that is kept of what could not be placed."""
_BLANK_SHARE = 0.0004
_BLANK_STEP = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """What a picture is. `read` and `crops` where a page was read; `corners`: a guess where it was not placed; `is_blank`: empty paper."""

    state: PageState
    read: ReadPage | None = None
    picture: bytes = b""
    crops: Mapping[str, bytes] = field(default_factory=dict)
    corners: Corners | None = None
    is_blank: bool = False


def read_sheet(picture: Grey, forms: FormSource) -> Reading:
    """`picture`: all that was scanned or photographed, rows from the top."""
    codes = find_codes(picture)
    squares = find_squares(picture)
    corners = likely_corners(squares)
    if not codes.found and corners is not None:
        codes = joined(codes, codes_by_corners(picture, corners))
    if not codes.found:
        return _not_placed(picture, codes, corners)
    if codes.are_at_odds:
        return Reading(PageState.REFUSED, picture=_as_it_came(picture))
    code = codes.found[0].code
    form = forms(code.layout)
    if form is None or not _has_page(form.layout, code.page):
        return Reading(PageState.FOREIGN, ReadPage(code.layout, code.page, code.code), _as_it_came(picture))
    placed = _placed(codes, squares, form, code.page)
    return _reading(read_page(picture, placed.plane, form, code.page, code.code))


def read_with(picture: Grey, form: SheetForm, page: int, corners: Corners, code: str = "") -> Reading:
    """By the corners a person gave: the middles of the four squares as shares of the picture, as the sheet is read."""
    height, width = picture.shape
    plane = place_by_corners(np.array(corners, dtype=np.float64) * (width, height), form.layout, page)
    return _reading(read_page(picture, plane, form, page, code))


def _placed(codes: CodesSeen, squares: Squares, form: SheetForm, page: int) -> Placement:
    return place_by_codes(codes.found, squares, form.layout, page)


def _reading(page: PageReading) -> Reading:
    return Reading(page.state, page.read, page.picture, page.crops, page.read.corners)


def _has_page(layout: SheetLayout, page: int) -> bool:
    return 0 <= page < min(layout.pages, len(layout.marks))


def _not_placed(picture: Grey, codes: CodesSeen, corners: np.ndarray[tuple[int, int], np.dtype[np.float64]] | None) -> Reading:
    kept = _as_it_came(picture)
    if corners is None:
        if codes.others:
            return Reading(PageState.FOREIGN, picture=kept)
        return Reading(PageState.UNLOCATED, picture=kept, is_blank=_is_blank(picture))
    one, two, three, four = ((float(x) / picture.shape[1], float(y) / picture.shape[0]) for x, y in corners)
    return Reading(PageState.UNLOCATED, picture=kept, corners=(one, two, three, four))


def _as_it_came(picture: Grey) -> bytes:
    return small_picture(picture, min(1.0, _LONG_SIDE / max(picture.shape)))


def _is_blank(picture: Grey) -> bool:
    """Hardly anything darker than the paper, but for the shadow at the edges."""
    height, width = picture.shape
    part = picture[height // 20 : height - height // 20 : _BLANK_STEP, width // 20 : width - width // 20 : _BLANK_STEP]
    return bool(part.size) and float((part < np.median(part) * 0.75).mean()) < _BLANK_SHARE
