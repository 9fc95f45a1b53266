"""The colours of a chart in both themes, as plain values: usable by the painter of cells and by the drawer of lines alike.

Drawing libraries are not imported here.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChartTheme:
    """`#RRGGBB` each. `series` main to fourth; `sequential` from nothing to most; `axis` is the bottom line, `line` a hairline."""

    surface: str
    text: str
    text2: str
    line: str
    axis: str
    reference: str
    series: tuple[str, str, str, str]
    sequential: tuple[str, str, str, str, str, str, str]


LIGHT = ChartTheme(
    surface="#FFFFFF",
    text="#1E2928",
    text2="#4F5A58",
    line="#E4DFD4",
    axis="#8A8477",
    reference="#8E9793",
    series=("#0B6B5B", "#C2570C", "#5A93CF", "#5B2E63"),
    sequential=("#F1F6F3", "#D5E8E1", "#AED3C8", "#7FB9AA", "#4B998A", "#1F7A6A", "#0B574A"),
)

DARK = ChartTheme(
    surface="#1E2525",
    text="#ECF0EE",
    text2="#B7C1BE",
    line="#323C3B",
    axis="#7D8986",
    reference="#7C8784",
    series=("#63C7B2", "#F2A277", "#5E95DB", "#E8C15A"),
    sequential=("#223030", "#23423D", "#27574F", "#2C7063", "#3A8E7E", "#55AF9D", "#85D6C5"),
)

BLACK, WHITE = "#000000", "#FFFFFF"


def heat_color(theme: ChartTheme, strength: float) -> str:
    """The colour of a cell: `strength` 0 (nothing) to 1 (most), between the seven steps."""
    place = min(1.0, max(0.0, strength)) * (len(theme.sequential) - 1)
    low = min(int(place), len(theme.sequential) - 2)
    return _between(theme.sequential[low], theme.sequential[low + 1], place - low)


def text_on(color: str) -> str:
    """Black or white, whichever stands out more: never below 4.5."""
    return BLACK if contrast(color, BLACK) >= contrast(color, WHITE) else WHITE


def contrast(first: str, second: str) -> float:
    """Contrast ratio of WCAG 2: (lighter + 0.05) / (darker + 0.05) of the relative luminances."""
    dark, light = sorted((_luminance(first), _luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def _between(first: str, second: str, share: float) -> str:
    mixed = (round(a + (b - a) * share) for a, b in zip(_channels(first), _channels(second), strict=True))
    return "#" + "".join(f"{channel:02X}" for channel in mixed)


def _luminance(color: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (channel / 255 for channel in _channels(color))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
