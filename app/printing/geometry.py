"""Paper in millimetres, origin at the top left corner."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

MM = 72 / 25.4
"""Points in a millimetre."""

SMALLEST_TYPE_PT = 9.0
SAFE_MARGIN = 5.0
_LONG_LANDSCAPE = 200.0
_BESIDE_SENDER = 112.0
_CODE_WIDTH = 18.9
_CODE_HEIGHT = 21.4


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `left`, `top` of its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def middle(self) -> float:
        return self.left + self.width / 2

    def overlaps(self, other: Box, tolerance: float = 0.01) -> bool:
        return (
            self.left < other.right - tolerance
            and other.left < self.right - tolerance
            and self.top < other.bottom - tolerance
            and other.top < self.bottom - tolerance
        )

    def contains(self, other: Box, tolerance: float = 0.01) -> bool:
        return (
            other.left >= self.left - tolerance
            and other.right <= self.right + tolerance
            and other.top >= self.top - tolerance
            and other.bottom <= self.bottom + tolerance
        )


@dataclass(frozen=True, slots=True)
class Paper:
    """`is_standard_mail`: within the sizes whose number boxes have their fixed place near the corner."""

    name: str
    width: float
    height: float
    is_standard_mail: bool = False

    @property
    def is_portrait(self) -> bool:
        return self.height >= self.width

    @property
    def page(self) -> Box:
        return Box(0, 0, self.width, self.height)


HAGAKI = Paper("はがき", 100, 148, is_standard_mail=True)

PAPERS: Mapping[str, Paper] = {
    paper.name: paper
    for paper in (
        HAGAKI,
        Paper("長形3号", 120, 235, is_standard_mail=True),
        Paper("長形4号", 90, 205, is_standard_mail=True),
        Paper("洋形2号", 162, 114, is_standard_mail=True),
        Paper("洋形4号", 235, 105, is_standard_mail=True),
        Paper("角形2号", 240, 332),
        Paper("A4", 210, 297),
        Paper("A5", 148, 210),
        Paper("B5", 182, 257),
        Paper("Letter", 215.9, 279.4),
        Paper("DL", 220, 110),
        Paper("名刺", 91, 55),
        Paper("#10", 241.3, 104.775),
    )
}

POSTAL_BOX_WIDTH = 5.7
POSTAL_BOX_HEIGHT = 8.0
_POSTAL_OFFSETS = (0.0, 7.0, 14.0, 21.6, 28.4, 35.2, 42.0)
_POSTAL_SPAN = 55.7
_STANDARD_TOP = 12.0
_OTHER_TOP = 18.0
_OTHER_RIGHT = 18.0
FRAME_WIDTHS = (0.5, 0.5, 0.5, 0.3, 0.3, 0.3, 0.3)


@cache
def postal_boxes(paper: Paper) -> tuple[Box, ...]:
    """The insides of the seven number boxes of portrait paper."""
    left = paper.width - _POSTAL_SPAN
    top = _STANDARD_TOP
    if not paper.is_standard_mail:
        left = paper.width - _OTHER_RIGHT - (_POSTAL_OFFSETS[-1] + POSTAL_BOX_WIDTH)
        top = _OTHER_TOP
    return tuple(Box(round(left + offset, 3), top, POSTAL_BOX_WIDTH, POSTAL_BOX_HEIGHT) for offset in _POSTAL_OFFSETS)


@lru_cache(maxsize=256)
def sender_postal_boxes(left: float, top: float) -> tuple[Box, ...]:
    """Seven small boxes for the sender's number, after the pattern of the large ones."""
    width, height = 3.6, 5.0
    offsets = (0.0, 4.0, 8.0, 12.6, 16.6, 20.6, 24.6)
    return tuple(Box(left + offset, top, width, height) for offset in offsets)


def safe_area(paper: Paper) -> Box:
    """What every printer reaches."""
    return Box(SAFE_MARGIN, SAFE_MARGIN, paper.width - 2 * SAFE_MARGIN, paper.height - 2 * SAFE_MARGIN)


def barcode_strip(paper: Paper) -> Box:
    """Room for the customer barcode with the white around it: at the lower left, on long landscape paper beside the sender."""
    return Box(_BESIDE_SENDER if paper.width >= _LONG_LANDSCAPE and not paper.is_portrait else 8.0, paper.height - 15.6, 75.8, 7.6)


def code_corner(paper: Paper) -> Box:
    """Room for the squares and signs of the piece's code with the white around them, at the lower right of envelopes."""
    return Box(paper.width - SAFE_MARGIN - _CODE_WIDTH, paper.height - SAFE_MARGIN - _CODE_HEIGHT, _CODE_WIDTH, _CODE_HEIGHT)


def stamp_corner(paper: Paper) -> Box:
    """Nothing may be printed here: stamp and postmark."""
    if paper.is_portrait:
        return Box(0, 0, 35, 70)
    return Box(paper.width - 70, 0, 70, 35)
