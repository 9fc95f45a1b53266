"""The drawings that templates can show, by name: vectors of our own, no picture files."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.printing.art import early_summer, festive, quiet, spring, summer, things, winter
from app.printing.art.maple import draw_maple_band
from app.printing.art.sprig import draw_gold_frame, draw_sprig
from app.printing.geometry import Box
from app.printing.ink import Ink

Drawing = Callable[[Ink, Box], None]

ART: Mapping[str, Drawing] = {
    "birthday_cake": festive.birthday_cake,
    "bouquet": festive.bouquet,
    "cherry_branch": spring.cherry_branch,
    "cut_mark": quiet.cut_mark,
    "door_curtain": things.door_curtain,
    "first_sunrise": winter.first_sunrise,
    "flower_garland": spring.flower_garland,
    "gold_frame": draw_gold_frame,
    "goldfish": summer.goldfish,
    "grasses": summer.grasses,
    "hydrangea": early_summer.hydrangea,
    "leaf_corner": spring.leaf_corner,
    "maple_band": draw_maple_band,
    "paper_cord": festive.paper_cord,
    "quiet_grass": quiet.quiet_grass,
    "scissors_and_comb": things.scissors_and_comb,
    "snow_and_berries": winter.snow_and_berries,
    "snowy_bamboo": winter.snowy_bamboo,
    "sprig": draw_sprig,
    "stamp_card": things.stamp_card,
    "swallow_and_leaves": early_summer.swallow_and_leaves,
    "tea_cup": things.tea_cup,
    "two_birds": things.two_birds,
    "wind_bell": summer.wind_bell,
    "wrapped": festive.wrapped,
}
"""Each stays inside the box it is given."""
