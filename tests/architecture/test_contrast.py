"""Every text of both themes can be read (WCAG AA: 4.5 for text, 3 for the edges of what one may press)."""

from __future__ import annotations

from itertools import product

import pytest

from app.views.tokens import DARK, LIGHT, Tokens, contrast

THEMES = {"light": LIGHT, "dark": DARK}
GROUNDS = ("bg", "sidebar", "surface", "inset", "hover", "select")
TEXTS = ("text", "text2", "text3", "primary", "danger")
SOFT = ("primary", "accent", "ok", "warn", "danger", "info")
TEXT_PAIRS = [
    *product(TEXTS, GROUNDS),
    *((tone, f"{tone}_soft") for tone in SOFT),
    *((tone, "surface") for tone in SOFT),
    *(("text", f"{tone}_soft") for tone in SOFT),
    ("on_primary", "primary"),
    ("on_primary", "primary_hover"),
    ("on_toast", "toast"),
    ("toast_action", "toast"),
]
EDGE_PAIRS = [*product(("focus", "line_strong"), ("bg", "surface", "inset")), ("focus", "select"), ("focus", "sidebar")]


def ratio(theme: Tokens, ink: str, ground: str) -> float:
    return contrast(getattr(theme, ink), getattr(theme, ground))


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", THEMES)
def test_text_can_be_read(name: str) -> None:
    theme = THEMES[name]
    assert {pair: round(ratio(theme, *pair), 2) for pair in TEXT_PAIRS if ratio(theme, *pair) < 4.5} == {}


@pytest.mark.parametrize("name", THEMES)
def test_edges_can_be_seen(name: str) -> None:
    theme = THEMES[name]
    assert {pair: round(ratio(theme, *pair), 2) for pair in EDGE_PAIRS if ratio(theme, *pair) < 3} == {}
