"""The drawn art of the message sides: vectors of our own, no picture files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.domain.cards import CardDesign
from app.printing.art.maple import draw_maple_band
from app.printing.art.sprig import draw_gold_frame, draw_sprig
from app.printing.geometry import HAGAKI, Box
from app.printing.ink import Colour, Ink, colour


@dataclass(frozen=True, slots=True)
class Style:
    """Colours and places of the words on a design; mm and pt."""

    headline_colour: Colour
    text_colour: Colour
    accent: Colour
    accent_soft: Colour
    rule: Colour
    headline_size: float
    headline_baseline: float
    is_headline_centred: bool
    text_top: float
    left: float
    right: float
    bottom: float


_LETTER = Style(
    headline_colour=colour("#2F4A3C"),
    text_colour=colour("#2B2F2C"),
    accent=colour("#3F6B55"),
    accent_soft=colour("#F3F7F3"),
    rule=colour("#B8BFB4"),
    headline_size=17,
    headline_baseline=25.5,
    is_headline_centred=False,
    text_top=36,
    left=14,
    right=86,
    bottom=135,
)
STYLES: Mapping[CardDesign, Style] = {
    CardDesign.MAPLE: Style(
        headline_colour=colour("#8E3410"),
        text_colour=colour("#3A2A22"),
        accent=colour("#B0470F"),
        accent_soft=colour("#FDF3E6"),
        rule=colour("#D9B48C"),
        headline_size=22,
        headline_baseline=25.5,
        is_headline_centred=True,
        text_top=50,
        left=12,
        right=88,
        bottom=138.5,
    ),
    CardDesign.PLAIN: _LETTER,
    CardDesign.POINTS: _LETTER,
}


def draw_design(design: CardDesign, ink: Ink) -> None:
    """The art that is equal on every card of the design."""
    _DRAWN[design](ink)


def _draw_maple(ink: Ink) -> None:
    draw_maple_band(ink, Box(0, 0, HAGAKI.width, 41))


def _draw_plain(ink: Ink) -> None:
    draw_gold_frame(ink, Box(5.5, 5.5, 89, 137))
    draw_sprig(ink, Box(62, 9, 28, 24))


_DRAWN: Mapping[CardDesign, Callable[[Ink], None]] = {
    CardDesign.MAPLE: _draw_maple,
    CardDesign.PLAIN: _draw_plain,
    CardDesign.POINTS: _draw_plain,
}
