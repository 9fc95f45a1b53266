"""What the reader knows of a sheet before it looks at a picture: where everything lies, and how it looks when nobody wrote on it.

Two systems of places: dots of the straight sheet (READ_DPI, from its upper left corner) and dots of the picture as it came. A place is
where it lies, not the number of a dot: the first dot reaches from 0 to 1, its middle is 0.5.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.domain.survey_sheets import Area, SheetLayout

Grey = NDArray[np.uint8]
Floats = NDArray[np.float32]
Places = NDArray[np.float64]
"""Rows of x and y."""

READ_DPI = 200
DOTS = READ_DPI / 72
"""Of a point."""
MM = READ_DPI / 25.4
"""Dots of the straight sheet in a mm."""


@dataclass(frozen=True, slots=True)
class SheetForm:
    """`blank`: each page of one sheet, empty and without codes, gray, rows from the top, of `form_shape`."""

    layout_id: int
    layout: SheetLayout
    blank: tuple[Grey, ...]


FormSource = Callable[[int], SheetForm | None]
"""By the number of the layout; None: this shop has no such layout."""


@dataclass(frozen=True, slots=True)
class Dots:
    """A rectangle of the straight sheet."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def moved(self, across: float, down: float) -> Dots:
        return Dots(self.left + across, self.top + down, self.right + across, self.bottom + down)

    def wider(self, by: float) -> Dots:
        return Dots(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def cut(self, picture: NDArray[np.generic]) -> tuple[slice, slice]:
        """The rows and columns it covers, as far as there are any."""
        height, width = picture.shape
        top, bottom = (min(max(round(one), 0), height) for one in (self.top, self.bottom))
        left, right = (min(max(round(one), 0), width) for one in (self.left, self.right))
        return slice(top, bottom), slice(left, right)


def form_shape(layout: SheetLayout) -> tuple[int, int]:
    """Rows and columns of the straight sheet."""
    return round(layout.height * DOTS), round(layout.width * DOTS)


def dots_of(layout: SheetLayout, area: Area) -> Dots:
    top = layout.height - area.y - area.h
    return Dots(area.x * DOTS, top * DOTS, (area.x + area.w) * DOTS, (top + area.h) * DOTS)
