"""A proposal on one page of A4, to be handed over: what, why it helps, the aim, how it goes on, and whom to ask."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from app.printing.fonts import Family
from app.printing.geometry import MM, PAPERS, Box
from app.printing.ink import BLACK, Colour, Ink, colour
from app.printing.pdf import PdfFile
from app.printing.survey_marks import glyphs_of, shortened, width_of, wrap
from app.printing.survey_parts import bold, regular

PAPER = PAPERS["A4"]
LEFT, TOP = 24.0, 24.0
WIDTH = PAPER.width - 2 * LEFT
RIGHT = LEFT + WIDTH
ANSWER_TOP, FOOT = 226.0, 262.0
NAME, HEAD, BODY, SMALL = 18.0, 12.0, 12.0, 10.0
_TITLES = (22.0, 19.0, 16.0, 14.0, 12.0)
_BODIES = (13.5, 12.5, 11.5, 10.5, 9.5, 9.0)
_MOST_TITLE_LINES = 2
_MOST_GREETING_LINES, _MOST_ANSWER_LINES, _MOST_CLOSING_LINES = 6, 2, 2
_GREEN, _SOFT = colour("#0B6B5B"), colour("#E0EFEA")
_GREY, _HAIR = colour("#4F5A58"), colour("#D8D3C8")


@dataclass(frozen=True, slots=True)
class PrintedProposal:
    """Every word as it stands on the paper; parts without words are left out. `parts`: heading and words, in order. `answers`: each gets a
    box to tick. `sender`: the lines of the shop, below the words that close."""

    language: str
    label: str
    day: str
    addressee: str
    greeting: str
    title: str
    parts: tuple[tuple[str, str], ...]
    answers_title: str
    answers: tuple[str, ...]
    sender: tuple[str, ...]
    closing: str = ""


def render_proposal(proposal: PrintedProposal) -> bytes:
    """One page; the same words give the same bytes. Letters give way, then the words that find no room are cut with …."""
    out = BytesIO()
    file = PdfFile(out, title=f"{proposal.label} {proposal.title}", language=proposal.language, notes_places=False)
    press = _Press(Ink(file, PAPER))
    press.head(proposal)
    press.title(proposal.title)
    press.parts(proposal.parts)
    press.answers(proposal.answers_title, proposal.answers)
    press.closing(proposal.closing)
    press.sender(proposal.sender)
    file.add_page(press.ink.content(), PAPER.width * MM, PAPER.height * MM)
    file.done()
    return out.getvalue()


class _Press:
    """Draws from the top down; `y` is where the next part begins."""

    def __init__(self, ink: Ink) -> None:
        self.ink = ink
        self.y = TOP

    def head(self, proposal: PrintedProposal) -> None:
        self._text(proposal.label, LEFT, self.y, HEAD, _GREEN, bold())
        self._text(proposal.day, RIGHT - width_of(proposal.day, regular(), SMALL), self.y, SMALL, _GREY, regular())
        self.y += 13
        self.ink.fill_colour(BLACK)
        self.ink.text(shortened(proposal.addressee, bold(), NAME, WIDTH), LEFT, self.y, NAME)
        self.y += 8
        greeting = [glyphs for part in proposal.greeting.splitlines() for glyphs in wrap(part, regular(), BODY, WIDTH)]
        for glyphs in greeting[:_MOST_GREETING_LINES]:
            self.ink.fill_colour(_GREY)
            self.ink.text(glyphs, LEFT, self.y, BODY)
            self.y += _line(BODY)
        self.y += 4

    def title(self, words: str) -> None:
        """On a soft ground, as large as it fits on two lines."""
        room = WIDTH - 16
        size = next((one for one in _TITLES if len(wrap(words, bold(), one, room)) <= _MOST_TITLE_LINES), _TITLES[-1])
        lines = wrap(words, bold(), size, room)[:_MOST_TITLE_LINES]
        height = 12 + len(lines) * _line(size)
        self.ink.round_box(Box(LEFT, self.y, WIDTH, height), 3, fill=_SOFT)
        self.ink.fill_colour(_GREEN)
        for place, glyphs in enumerate(lines):
            self.ink.text(glyphs, LEFT + 8, self.y + 6 + 0.73 * _line(size) + place * _line(size), size)
        self.y += height + 11

    def parts(self, parts: tuple[tuple[str, str], ...]) -> None:
        shown = [(heading, words) for heading, words in parts if words]
        room = ANSWER_TOP - 8 - self.y
        size = next((one for one in _BODIES if sum(_height(words, one) for _heading, words in shown) <= room), _BODIES[-1])
        for heading, words in shown:
            if self.y + 14 > ANSWER_TOP - 8:
                return
            self._text(heading, LEFT, self.y, HEAD, _GREEN, bold())
            self.ink.line(LEFT, self.y + 2.2, RIGHT, self.y + 2.2, _HAIR, 0.25)
            self.y += 10
            self._body(words, size)
            self.y += 8

    def answers(self, title: str, answers: tuple[str, ...]) -> None:
        if not answers:
            return
        y = ANSWER_TOP
        self._text(title, LEFT, y, HEAD, _GREEN, bold())
        y += 9
        x = LEFT
        for words in answers:
            glyphs = shortened(words, regular(), BODY, WIDTH - 8)
            if x > LEFT and x + 8 + width_of(words, regular(), BODY) > RIGHT:
                x, y = LEFT, y + 8
            if y > ANSWER_TOP + 9 + 8 * (_MOST_ANSWER_LINES - 1):
                return
            self.ink.round_box(Box(x, y - 4, 5, 5), 0.8, stroke=_GREEN, width_mm=0.35)
            self.ink.fill_colour(BLACK)
            self.ink.text(glyphs, x + 8, y, BODY)
            x += 8 + width_of(words, regular(), BODY) + 12

    def closing(self, words: str) -> None:
        lines = [glyphs for part in words.splitlines() for glyphs in wrap(part, regular(), SMALL, WIDTH)][:_MOST_CLOSING_LINES]
        y = FOOT - 6 - (len(lines) - 1) * _line(SMALL)
        self.ink.fill_colour(_GREY)
        for place, glyphs in enumerate(lines):
            self.ink.text(glyphs, LEFT, y + place * _line(SMALL), SMALL)

    def sender(self, lines: tuple[str, ...]) -> None:
        self.ink.line(LEFT, FOOT, RIGHT, FOOT, _GREEN, 0.4)
        y = FOOT + 7
        for place, words in enumerate(lines):
            face, size = (bold(), HEAD) if not place else (regular(), SMALL)
            self.ink.fill_colour(BLACK if not place else _GREY)
            self.ink.text(shortened(words, face, size, WIDTH), LEFT, y, size)
            y += 5.4

    def _body(self, words: str, size: float) -> None:
        last = int((ANSWER_TOP - 8 - self.y) / _line(size))
        lines = [glyphs for part in words.splitlines() for glyphs in wrap(part, regular(), size, WIDTH) or [()]]
        self.ink.fill_colour(BLACK)
        for place, glyphs in enumerate(lines[: max(last, 1)]):
            is_cut = place == last - 1 and len(lines) > last
            self.ink.text((*glyphs, *glyphs_of("…", regular())) if is_cut else glyphs, LEFT, self.y, size)
            self.y += _line(size)

    def _text(self, words: str, x: float, baseline: float, size: float, ink: Colour, face: Family) -> None:
        self.ink.fill_colour(ink)
        self.ink.text(shortened(words, face, size, WIDTH), x, baseline, size)


def _height(words: str, size: float) -> float:
    lines = sum(max(1, len(wrap(part, regular(), size, WIDTH))) for part in words.splitlines())
    return 18 + lines * _line(size)


def _line(size: float) -> float:
    return size * 1.6 / MM
