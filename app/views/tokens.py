"""The colours of both themes, and the arithmetic of contrast."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a colour says. It never stands alone: a word or an icon is beside it."""

    TEXT = "text"
    TEXT2 = "text2"
    TEXT3 = "text3"
    PRIMARY = "primary"
    ACCENT = "accent"
    OK = "ok"
    WARN = "warn"
    DANGER = "danger"
    INFO = "info"
    NEUTRAL = "neutral"
    ON_PRIMARY = "on_primary"


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme as hex colours `#RRGGBB`. `sequential` runs from nothing to most."""

    bg: str
    sidebar: str
    surface: str
    inset: str
    hover: str
    select: str
    line: str
    line_strong: str
    track: str
    desk: str
    text: str
    text2: str
    text3: str
    primary: str
    primary_hover: str
    primary_soft: str
    on_primary: str
    accent: str
    accent_soft: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    danger: str
    danger_soft: str
    info: str
    info_soft: str
    focus: str
    toast: str
    on_toast: str
    toast_action: str
    chart: tuple[str, str, str, str]
    chart_grey: str
    sequential: tuple[str, str, str, str, str, str, str]

    def tone(self, tone: Tone) -> str:
        """The strong colour of a tone, for text and icons."""
        return self.text2 if tone is Tone.NEUTRAL else str(getattr(self, tone.value))

    def soft(self, tone: Tone) -> str:
        """The quiet background of a tone; tones without one share the neutral track."""
        return str(getattr(self, f"{tone.value}_soft", self.hover))


LIGHT = Tokens(
    bg="#F7F5F0",
    sidebar="#EEEAE1",
    surface="#FFFFFF",
    inset="#FAF8F4",
    hover="#F3F0E9",
    select="#E0EFEA",
    line="#E4DFD4",
    line_strong="#8A8477",
    track="#E6E1D7",
    desk="#E7E2D8",
    text="#1E2928",
    text2="#4F5A58",
    text3="#59635F",
    primary="#0B6B5B",
    primary_hover="#085648",
    primary_soft="#E0EFEA",
    on_primary="#FFFFFF",
    accent="#A9430F",
    accent_soft="#FCEADB",
    ok="#1E6B38",
    ok_soft="#E2F2E6",
    warn="#7A5200",
    warn_soft="#FAEFCF",
    danger="#B3261E",
    danger_soft="#FBE7E5",
    info="#27579F",
    info_soft="#E6EEF9",
    focus="#1D5FD1",
    toast="#1E2928",
    on_toast="#FFFFFF",
    toast_action="#7ED6C3",
    chart=("#0B6B5B", "#C2570C", "#5A93CF", "#5B2E63"),
    chart_grey="#8E9793",
    sequential=("#F1F6F3", "#D5E8E1", "#AED3C8", "#7FB9AA", "#4B998A", "#1F7A6A", "#0B574A"),
)

DARK = Tokens(
    bg="#161B1B",
    sidebar="#111515",
    surface="#1E2525",
    inset="#232B2B",
    hover="#293232",
    select="#1B3B36",
    line="#323C3B",
    line_strong="#7D8986",
    track="#36403F",
    desk="#0F1313",
    text="#ECF0EE",
    text2="#B7C1BE",
    text3="#98A3A0",
    primary="#63C7B2",
    primary_hover="#7ED6C3",
    primary_soft="#1B3B36",
    on_primary="#06211C",
    accent="#F2A277",
    accent_soft="#43291A",
    ok="#86CF9C",
    ok_soft="#1D3626",
    warn="#E8C15A",
    warn_soft="#3A3017",
    danger="#F2968F",
    danger_soft="#432422",
    info="#92B9F2",
    info_soft="#1E2E47",
    focus="#8AB4FF",
    toast="#ECF0EE",
    on_toast="#1E2928",
    toast_action="#0B6B5B",
    chart=("#63C7B2", "#F2A277", "#5E95DB", "#E8C15A"),
    chart_grey="#7C8784",
    sequential=("#223030", "#23423D", "#27574F", "#2C7063", "#3A8E7E", "#55AF9D", "#85D6C5"),
)


def _luminance(colour: str) -> float:
    def channel(value: int) -> float:
        part = value / 255
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)


def contrast(first: str, second: str) -> float:
    """WCAG 2 contrast of two hex colours, 1.0 to 21.0."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable_on(background: str) -> str:
    """Black or white, whichever stands out more from `background`; one of them always reaches 4.5."""
    return max(("#000000", "#FFFFFF"), key=lambda ink: contrast(ink, background))


def blend(first: str, second: str, share: float) -> str:
    """`share` of `second` over `first` (0..1)."""
    parts = (
        round(int(first[start : start + 2], 16) * (1 - share) + int(second[start : start + 2], 16) * share) for start in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02X}" for part in parts)


def sequential_colour(tokens: Tokens, strength: float) -> str:
    """The colour of a heat cell for a strength of 0..1, between the seven steps."""
    steps = tokens.sequential
    place = min(max(strength, 0.0), 1.0) * (len(steps) - 1)
    low = min(int(place), len(steps) - 2)
    return blend(steps[low], steps[low + 1], place - low)
