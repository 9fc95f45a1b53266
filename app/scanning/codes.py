"""The two codes of a page, found in a picture: as it is, smaller, sharper, and by other ways of telling dark from light."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import zxingcpp
from scipy import ndimage

from app.domain.survey_sheets import SheetCode, sheet_code
from app.scanning.forms import Grey, Places

_BINARIZERS = (zxingcpp.Binarizer.LocalAverage, zxingcpp.Binarizer.GlobalHistogram)
_FORMATS = zxingcpp.barcode_formats_from_str("QRCode")
_WIDE = 2_400
"""A picture with more dots across is tried at half its size too."""
_NARROW = 1_500
"""One with fewer at double."""


@dataclass(frozen=True, slots=True)
class FoundCode:
    """`corners`: upper left, upper right, lower right and lower left of the code as it is read, in dots of the picture."""

    code: SheetCode
    end: str
    corners: Places


@dataclass(frozen=True, slots=True)
class CodesSeen:
    """`others`: how many codes of something else there are. `turn`: of the first of those found, in degrees."""

    found: tuple[FoundCode, ...] = ()
    others: int = 0

    @property
    def is_whole(self) -> bool:
        return len({one.end for one in self.found}) > 1

    @property
    def are_at_odds(self) -> bool:
        """Two sheets, or a sheet put together from two."""
        return len({one.code for one in self.found}) > 1 or len({one.end for one in self.found}) < len(self.found)


def find_codes(picture: Grey) -> CodesSeen:
    """Stops as soon as both codes of a page are found."""
    seen = CodesSeen()
    for changed, back in _tries(picture):
        for binarizer in _BINARIZERS:
            seen = joined(seen, read_codes(changed, back, binarizer))
            if seen.is_whole:
                return seen
    return seen


def read_codes(picture: Grey, back: Callable[[Places], Places], binarizer: zxingcpp.Binarizer = _BINARIZERS[0]) -> CodesSeen:
    """One look; `back` carries a place of this picture to where it belongs."""
    barcodes = zxingcpp.read_barcodes(np.ascontiguousarray(picture), formats=_FORMATS, try_invert=False, binarizer=binarizer)
    found, others = [], 0
    for barcode in barcodes:
        meant = sheet_code(barcode.text) if barcode.text.isascii() else None
        if meant is None:
            others += 1
            continue
        at = barcode.position
        corners = np.array([[p.x + 0.5, p.y + 0.5] for p in (at.top_left, at.top_right, at.bottom_right, at.bottom_left)])
        found.append(FoundCode(*meant, back(corners)))
    return CodesSeen(tuple(found), others)


def joined(first: CodesSeen, second: CodesSeen) -> CodesSeen:
    """What was seen twice at one place counts once."""
    found = list(first.found)
    for one in second.found:
        size = float(np.ptp(one.corners[:, 0]))
        if not any((one.code, one.end) == (o.code, o.end) and np.abs(one.corners - o.corners).max() < size / 2 for o in found):
            found.append(one)
    return CodesSeen(tuple(found), max(first.others, second.others))


def sharper(picture: Grey, width: float) -> Grey:
    soft = ndimage.gaussian_filter(picture, width, output=np.float32)
    sharp: Grey = np.clip(picture + 1.5 * (picture - soft), 0, 255).astype(np.uint8)
    return sharp


def _tries(picture: Grey) -> Iterator[tuple[Grey, Callable[[Places], Places]]]:
    yield picture, _as_is
    if picture.shape[1] > _WIDE:
        half = np.asarray(ndimage.uniform_filter(picture, 2)[::2, ::2])
        yield half, lambda places: places * 2
    yield np.asarray(ndimage.gaussian_filter(picture, 1.0)), _as_is
    yield sharper(picture, 2.0), _as_is
    if picture.shape[1] <= _NARROW:
        double = np.asarray(ndimage.zoom(picture, 2, order=1))
        yield double, lambda places: places / 2


def _as_is(places: Places) -> Places:
    return places
