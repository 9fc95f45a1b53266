"""The result of a campaign on one page of A4. The same result gives the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from app.domain.drawing import Drawing
from app.domain.measure_view import ResultSheet
from app.printing.drawing import DrawingPress
from app.printing.fonts import Family, Glyph
from app.printing.geometry import MM, PAPERS, Box
from app.printing.ink import BLACK, Colour, Ink, colour
from app.printing.pdf import PdfFile
from app.printing.survey_marks import glyphs_of, shortened, width_of, wrap
from app.printing.survey_parts import bold, regular

PAPER = PAPERS["A4"]
LEFT, WIDTH, TOP, FOOT = 18.0, 174.0, 18.0, 283.0
RIGHT, GUTTER = LEFT + WIDTH, 6.0
HALF = (WIDTH - GUTTER) / 2
CHART_HEIGHT = 44.0
TITLE, VERDICT, HEAD, BODY, SMALL = 18.0, 12.5, 10.5, 9.5, 9.0
LINE = 5.0
GREY, HAIR = colour("#4F5A58"), colour("#D8D3C8")
TONES: dict[str, tuple[Colour, Colour]] = {
    "good": (colour("#0B6B5B"), colour("#E0EFEA")),
    "open": (colour("#4F5A58"), colour("#F3F0E9")),
    "bad": (colour("#B3261E"), colour("#FBE7E5")),
}


def render_result(sheet: ResultSheet, shares: Drawing | None, profit: Drawing | None, came: Drawing | None, language: str) -> bytes:
    """The PDF. Charts that are None leave their place to what follows."""
    out = BytesIO()
    file = PdfFile(out, sheet.title, language, notes_places=False)
    press = _Press(Ink(file, PAPER))
    press.head(sheet)
    press.charts(((sheet.shares_title, shares, sheet.shares_words), (sheet.return_title, profit, sheet.return_words)))
    press.charts(((sheet.came_title, came, ""),))
    press.columns((sheet.money_title, sheet.money), (sheet.next_title, sheet.next))
    press.facts(sheet.facts_title, sheet.facts)
    press.foot(sheet.foot)
    file.add_page(press.ink.content(), PAPER.width * MM, PAPER.height * MM)
    file.done()
    return out.getvalue()


class _Press:
    """Draws from the top down; `y` is where the next part begins."""

    def __init__(self, ink: Ink) -> None:
        self.ink = ink
        self.y = TOP

    def head(self, sheet: ResultSheet) -> None:
        strong, soft = TONES[sheet.tone]
        self._line(shortened(sheet.title, bold(), TITLE, WIDTH), LEFT, self.y + 6, TITLE, BLACK)
        self._line(shortened(sheet.fact, regular(), BODY, WIDTH), LEFT, self.y + 12.5, BODY, GREY)
        self.y += 17
        beside = ((sheet.factor_title, regular(), SMALL), (sheet.factor, bold(), TITLE), (sheet.factor_words, regular(), SMALL))
        room = WIDTH - 12 - (max(width_of(*one) for one in beside) + 5 if sheet.factor else 0)
        headline, words = wrap(sheet.headline, bold(), VERDICT, room), wrap(sheet.words, regular(), BODY, room)
        height = 10 + len(headline) * 7 + len(words) * LINE + 3
        self.ink.round_box(Box(LEFT, self.y, WIDTH, height), 2.5, fill=soft)
        self._text(sheet.verdict, LEFT + 6, self.y + 6.5, HEAD, strong, bold())
        at = self.y + 13
        for glyphs in headline:
            self._line(glyphs, LEFT + 6, at, VERDICT, BLACK)
            at += 7
        for glyphs in words:
            self._line(glyphs, LEFT + 6, at - 1, BODY, GREY)
            at += LINE
        if sheet.factor:
            self._right(sheet.factor_title, RIGHT - 6, self.y + 6.5, SMALL, GREY, regular())
            self._right(sheet.factor, RIGHT - 6, self.y + 14, TITLE, strong, bold())
            self._right(sheet.factor_words, RIGHT - 6, self.y + 20, SMALL, GREY, regular())
        self.y += height + 7

    def charts(self, charts: Sequence[tuple[str, Drawing | None, str]]) -> None:
        """Beside each other, each with its sentence below."""
        shown = [(title, drawing, words) for title, drawing, words in charts if drawing is not None or words]
        if not shown:
            return
        lowest = self.y
        for place, (title, drawing, words) in enumerate(shown):
            left, y = LEFT + place * (HALF + GUTTER), self.y
            self._text(title, left, y + 3, HEAD, BLACK, bold())
            y += 6
            if drawing is not None:
                DrawingPress(self.ink, drawing, left, y, PAPER.height).draw()
                y += CHART_HEIGHT + 2
            for glyphs in wrap(words, regular(), SMALL, HALF if len(shown) > 1 else WIDTH):
                self._line(glyphs, left, y + 3, SMALL, GREY)
                y += 4.6
            lowest = max(lowest, y)
        self.y = lowest + 6

    def columns(self, money: tuple[str, Sequence[tuple[str, str, bool]]], steps: tuple[str, Sequence[tuple[str, str]]]) -> None:
        """Amounts at the left, what to do at the right."""
        left_end = self._amounts(money[0], money[1])
        left, y = LEFT + HALF + GUTTER, self.y
        self._text(steps[0], left, y + 3, HEAD, BLACK, bold())
        y += 8
        for title, body in steps[1]:
            for text, face, ink in ((title, bold(), BLACK), (body, regular(), GREY)):
                for glyphs in wrap(text, face, SMALL, HALF):
                    self._line(glyphs, left, y + 3, SMALL, ink)
                    y += 4.6
            y += 1.5
        self.y = max(left_end, y) + 4

    def facts(self, title: str, facts: Sequence[tuple[str, str]]) -> None:
        self.ink.line(LEFT, self.y, RIGHT, self.y, HAIR, 0.25)
        self.y += 4
        self._text(title, LEFT, self.y + 3, HEAD, BLACK, bold())
        self.y += 7
        for name, words in facts:
            text = f"{name} {words}".strip()
            for glyphs in wrap(text, regular(), SMALL, WIDTH):
                if self.y < FOOT - 6:
                    self._line(glyphs, LEFT, self.y + 3, SMALL, GREY)
                    self.y += 4.6

    def foot(self, text: str) -> None:
        self._line(shortened(text, regular(), SMALL, WIDTH), LEFT, FOOT + 4, SMALL, GREY)

    def _amounts(self, title: str, rows: Sequence[tuple[str, str, bool]]) -> float:
        self._text(title, LEFT, self.y + 3, HEAD, BLACK, bold())
        y = self.y + 8
        for name, amount, is_sum in rows:
            face = bold() if is_sum else regular()
            room = HALF - width_of(amount, face, BODY) - 4
            self._line(shortened(name, face, BODY, room), LEFT, y + 3, BODY, BLACK)
            self._right(amount, LEFT + HALF, y + 3, BODY, BLACK, face)
            y += LINE
        return y

    def _text(self, text: str, x: float, baseline: float, size: float, ink: Colour, face: Family) -> None:
        self._line(glyphs_of(text, face), x, baseline, size, ink)

    def _right(self, text: str, right: float, baseline: float, size: float, ink: Colour, face: Family) -> None:
        self._text(text, right - width_of(text, face, size), baseline, size, ink, face)

    def _line(self, glyphs: Sequence[Glyph], x: float, baseline: float, size: float, ink: Colour) -> None:
        self.ink.fill_colour(ink)
        self.ink.text(glyphs, x, baseline, size)
