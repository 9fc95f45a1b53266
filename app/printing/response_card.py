"""The first-response card on A5: what to do, in steps with a box before each, to be hung up where the phone stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from app.printing.fonts import Family
from app.printing.geometry import MM, PAPERS, Box
from app.printing.ink import BLACK, Colour, Ink, colour
from app.printing.pdf import PdfFile
from app.printing.survey_marks import glyphs_of, wrap
from app.printing.survey_parts import bold, regular

PAPER = PAPERS["A5"]
_LEFT, _TOP = 14.0, 16.0
_WIDTH = PAPER.width - 2 * _LEFT
_FOOT = PAPER.height - 12.0
_TITLE, _NOTE = 17.0, 9.0
_SIZES = (13.0, 12.0, 11.0, 10.0, 9.0, 8.0)
_GAP, _SMALL_GAP, _SMALL = 5.0, 3.0, 9.0
_BOX = 5.0
_STEP_LEFT = _LEFT + _BOX + 5.0
_GREEN: Colour = colour("#0B6B5B")
_GREY: Colour = colour("#4F5A58")
_HAIR: Colour = colour("#D8D3C8")


@dataclass(frozen=True, slots=True)
class ResponseCard:
    """Every word as it stands on the paper. `note` under the title, `foot` at the lower edge."""

    title: str
    note: str
    steps: tuple[str, ...]
    foot: str
    language: str = "ja"


def draw_response_card(card: ResponseCard) -> bytes:
    """One page; the same card gives the same bytes. The letters give way until all steps are on it."""
    out = BytesIO()
    file = PdfFile(out, title=card.title, language=card.language, notes_places=False)
    ink = Ink(file, PAPER)
    y = _words(ink, card.title, bold(), _TITLE, _TOP + 6, _GREEN)
    y = _words(ink, card.note, regular(), _NOTE, y + 6.5, _GREY) + 4
    ink.line(_LEFT, y, _LEFT + _WIDTH, y, _HAIR, 0.3)
    _steps(ink, card.steps, y + 6)
    ink.fill_colour(_GREY)
    ink.text(glyphs_of(card.foot, regular()), _LEFT, _FOOT, _NOTE)
    file.add_page(ink.content(), PAPER.width * MM, PAPER.height * MM)
    file.done()
    return out.getvalue()


def _steps(ink: Ink, steps: Sequence[str], top: float) -> None:
    room = _FOOT - 8 - top
    size = next((one for one in _SIZES if sum(_height(step, one) for step in steps) <= room), _SIZES[-1])
    for step in steps:
        ink.round_box(Box(_LEFT, top, _BOX, _BOX), 0.8, stroke=_GREEN, width_mm=0.35)
        _words(ink, step, regular(), size, top + 4.3, BLACK, left=_STEP_LEFT)
        top += _height(step, size)


def _height(step: str, size: float) -> float:
    lines = len(wrap(step, regular(), size, _LEFT + _WIDTH - _STEP_LEFT))
    return max(_BOX, lines * _line(size)) + (_SMALL_GAP if size <= _SMALL else _GAP)


def _words(ink: Ink, words: str, face: Family, size: float, baseline: float, chosen: Colour, *, left: float = _LEFT) -> float:
    """Wrapped from this baseline on; the baseline of the last line."""
    ink.fill_colour(chosen)
    lines = wrap(words, face, size, _LEFT + _WIDTH - left)
    for place, glyphs in enumerate(lines):
        ink.text(glyphs, left, baseline + place * _line(size), size)
    return baseline + max(0, len(lines) - 1) * _line(size)


def _line(size: float) -> float:
    return size * 1.5 / MM
