"""The drawings that templates can show, by name: vectors of our own, no picture files."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.printing.art.maple import draw_maple_band
from app.printing.art.sprig import draw_gold_frame, draw_sprig
from app.printing.geometry import Box
from app.printing.ink import Ink

Drawing = Callable[[Ink, Box], None]

ART: Mapping[str, Drawing] = {
    "gold_frame": draw_gold_frame,
    "maple_band": draw_maple_band,
    "sprig": draw_sprig,
}
"""Each fills the box it is given."""
