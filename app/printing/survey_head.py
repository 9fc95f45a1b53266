"""What stands on a survey sheet around its questions: title, words at the beginning and the end, how to mark, the foot."""

from __future__ import annotations

from app.domain.surveys import SurveyContent
from app.printing.geometry import Box
from app.printing.ink import BLACK
from app.printing.survey_marks import GREY, Mark, PanelMark, PenMark, TextMark, shortened, wrap
from app.printing.survey_measures import BOX, CODE_QUIET, FOOT_TYPE, HEAD_TOP, SMALLEST_TITLE, Measures
from app.printing.survey_parts import (
    Block,
    Strip,
    bold,
    flat,
    line_height,
    placed_line,
    regular,
    regular_width,
    text_strips,
)
from app.printing.survey_words import SheetWords

_SHOP_LINE = 5.2
_MOST_TITLE_LINES = 2
_BELOW_TITLE = 1.6
_BELOW_WORDS = 0.4
_PAD = 3.4
_EXAMPLE_ROW = 7.4
_EXAMPLE_GAP = 7.0
_FOOT_LINE = 4.25


def title_marks(content: SurveyContent, m: Measures) -> tuple[list[Mark], float]:
    """The title beside the code, and where it ends."""
    size, title = m.type.title, flat(content.title)
    while size > SMALLEST_TITLE and len(wrap(title, bold(), size, m.head_width)) > _MOST_TITLE_LINES:
        size -= 1
    height = line_height(size, m.type) * 0.96
    marks: list[Mark] = []
    top = HEAD_TOP + _SHOP_LINE
    for glyphs in wrap(title, bold(), size, m.head_width):
        marks.append(placed_line(glyphs, m.margin, top, height, size))
        top += height
    return marks, top + _BELOW_TITLE


def continued_marks(content: SurveyContent, words: SheetWords, m: Measures) -> list[Mark]:
    """The title of the pages after the first."""
    size = m.type.question
    text = words.continued.format(title=flat(content.title))
    return [placed_line(shortened(text, bold(), size, m.head_width), m.margin, HEAD_TOP + _SHOP_LINE, line_height(size, m.type), size)]


def intro_blocks(content: SurveyContent, m: Measures, top: float) -> list[Block]:
    """Words before the questions, from `top`; beside the code where they end higher so."""
    size = m.type.small + 0.5
    texts = [text.strip() for text in (content.intro, content.purpose) if text.strip()]
    if not texts:
        return []
    narrow = [text_strips(text, regular(), size, m.margin, m.head_width, m) for text in texts]
    wide = [text_strips(text, regular(), size, m.margin, m.width, m) for text in texts]
    down = max(0.0, m.below_code - top)
    chosen, first = (narrow, 0.0) if _height(narrow) <= _height(wide) + down else (wide, down)
    return [Block(strips, _BELOW_WORDS if index else first) for index, strips in enumerate(chosen)]


def thanks_block(content: SurveyContent, m: Measures) -> list[Block]:
    if not content.thanks.strip():
        return []
    return [Block(text_strips(content.thanks.strip(), regular(), m.type.small + 0.5, m.margin, m.width, m), m.gap * 0.8)]


def _height(texts: list[list[Strip]]) -> float:
    return sum(strip.height for strips in texts for strip in strips) + _BELOW_WORDS * (len(texts) - 1)


def example_block(words: SheetWords, m: Measures, gap: float) -> Block:
    """How to mark a box, and how to take a mark back: drawn."""
    size = m.type.small
    left = m.margin + _PAD
    marks: list[Mark] = [placed_line(tuple(bold().glyphs(words.example)), left, 0, _EXAMPLE_ROW, size)]
    indent = left + regular_width(words.example, size) * 1.1 + 5
    first = _tick(indent, 0, words.mark_it, m)
    beginning = first[-1].bounds.right + _EXAMPLE_GAP
    second = _correction(beginning, 0, words.correct_it, m)
    rows = 1
    if second[-1].bounds.right > m.right - _PAD:
        second = _correction(indent, _EXAMPLE_ROW, words.correct_it, m)
        rows = 2
    if second[-1].bounds.right > m.right - _PAD:
        second = _correction(left + 1.6, _EXAMPLE_ROW, words.correct_it, m)
    height = rows * _EXAMPLE_ROW + 2.6
    panel = PanelMark(Box(m.margin, 0, m.width, height))
    strip = Strip(height, [panel, *(_lowered(mark, 1.3) for mark in (*marks, *first, *second))])
    return Block([strip], gap)


def _tick(left: float, top: float, text: str, m: Measures) -> list[Mark]:
    return [PenMark(_box(left, top)), _said(text, left + BOX + 3.0, top, m)]


def _correction(left: float, top: float, text: str, m: Measures) -> list[Mark]:
    step = BOX + 5.0
    struck, other = PenMark(_box(left, top), is_struck=True), PenMark(_box(left + step, top))
    return [struck, other, _said(text, left + step + BOX + 3.0, top, m)]


def _box(left: float, top: float) -> Box:
    return Box(left, top + (_EXAMPLE_ROW - BOX) / 2 + 0.2, BOX, BOX)


def _said(text: str, left: float, top: float, m: Measures) -> TextMark:
    return placed_line(tuple(regular().glyphs(text)), left, top, _EXAMPLE_ROW, m.type.small)


def _lowered(mark: Mark, down: float) -> Mark:
    if isinstance(mark, TextMark):
        return TextMark(mark.glyphs, mark.x, mark.baseline + down, mark.size, mark.ink_colour)
    if isinstance(mark, PenMark):
        return PenMark(Box(mark.box.left, mark.box.top + down, BOX, BOX), mark.is_struck)
    return mark


def shop_marks(name: str, m: Measures) -> list[Mark]:
    """Above the title."""
    glyphs = shortened(name, regular(), FOOT_TYPE, m.head_width)
    return [placed_line(glyphs, m.margin, HEAD_TOP, _SHOP_LINE, FOOT_TYPE, ink_colour=GREY)] if glyphs else []


def foot_left(m: Measures) -> float:
    return m.margin + m.codes[1].width + CODE_QUIET + 2.0


def foot_marks(name: str, phone: str, words: SheetWords, page: int, pages: int, m: Measures) -> list[Mark]:
    """Beside the code at the lower left: who asks, what the squares are for, and which page it is (from 0)."""
    left, top = foot_left(m), m.codes[1].top
    shop = "\u3000".join(part for part in (name, words.phone.format(phone=phone) if phone else "") if part)
    lines = [(shortened(shop, regular(), FOOT_TYPE, m.right - left), BLACK)] if shop else []
    lines += [(glyphs, GREY) for glyphs in wrap(words.machine, regular(), FOOT_TYPE, m.right - left)]
    marks: list[Mark] = []
    for glyphs, ink_colour in lines:
        marks.append(placed_line(glyphs, left, top, _FOOT_LINE, FOOT_TYPE, ink_colour=ink_colour))
        top += _FOOT_LINE
    number = words.page.format(page=page + 1, pages=pages)
    right = m.right - regular_width(number, FOOT_TYPE)
    top = m.codes[1].bottom - _FOOT_LINE
    marks.append(placed_line(tuple(regular().glyphs(number)), right, top, _FOOT_LINE, FOOT_TYPE, ink_colour=GREY))
    return marks
