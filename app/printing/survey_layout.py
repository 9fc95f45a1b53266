"""A survey laid on paper: where every box, frame, square and word of a sheet lies. The same content and choice lie the same.

What does not fit goes on to the next page; letters are never made smaller for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.survey_sheets import Area, PageMarks, SheetChoice, SheetLayout, TickBox
from app.domain.surveys import BOXED, QuestionKind, SurveyContent
from app.printing.geometry import MM, Box
from app.printing.house import around
from app.printing.survey_head import continued_marks, example_block, intro_blocks, thanks_block, title_marks
from app.printing.survey_marks import Mark
from app.printing.survey_measures import GAPS, Measures, measures
from app.printing.survey_parts import Block, Strip
from app.printing.survey_questions import question_block
from app.printing.survey_words import SheetWords, sheet_words

_BELOW_HEAD = 2.5
_ROW_MARGIN = 1.5
_HAIR = 1e-6


@dataclass(frozen=True, slots=True)
class LaidPage:
    """`marks` with how far each is moved down; without squares, codes, and what names the shop. `bottom`: where it ends, in mm."""

    marks: tuple[tuple[Mark, float], ...]
    bottom: float


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A sheet: its places as a reader needs them (`layout`), and what is drawn on its pages."""

    content: SurveyContent
    choice: SheetChoice
    layout: SheetLayout
    pages: tuple[LaidPage, ...]
    measures: Measures
    words: SheetWords

    @property
    def room(self) -> float:
        """mm that are free at the end of the last page."""
        return self.measures.bottom - self.pages[-1].bottom


def lay_out(content: SurveyContent, choice: SheetChoice) -> LaidOut:
    """Whatever SurveyContent.checked() accepts can be laid out; a draft too. With the widest gaps that need no page more."""
    words = sheet_words(content.language)
    plain = measures(choice.paper, choice.size)
    room = plain.bottom - plain.below_code - _BELOW_HEAD
    blocks = [question_block(one, content.number_of(one.id), plain, words, room) for one in content.questions]
    best = _Pager(content, plain, words, blocks)
    for gap in GAPS[1:]:
        if len(best.pages) > 1:
            best = min(best, _Pager(content, measures(choice.paper, choice.size, gap), words, blocks), key=lambda one: len(one.pages))
    return LaidOut(content, choice, best.layout(content), best.laid(), best.m, words)


@dataclass(slots=True)
class _Page:
    marks: list[tuple[Mark, float]] = field(default_factory=list)
    bottom: float = 0.0


class _Pager:
    """Puts one block below the other, page after page."""

    def __init__(self, content: SurveyContent, m: Measures, words: SheetWords, questions: Sequence[Block]) -> None:
        self.m = m
        self.pages: list[_Page] = [_Page()]
        self._content = content
        self._words = words
        self._boxes: list[TickBox] = []
        self._frames: dict[str, Area] = {}
        self._rows: dict[str, list[tuple[int, Box, bool]]] = {}
        self._top = 0.0
        self._is_fresh = False
        self._place_all(questions)

    def _place_all(self, questions: Sequence[Block]) -> None:
        marks, self._top = title_marks(self._content, self.m)
        self.pages[0].marks += [(mark, 0.0) for mark in marks]
        for block in intro_blocks(self._content, self.m, self._top):
            self._place([block])
        self._place([example_block(self._words, self.m, max(self.m.below_code - self._top, self.m.gap * 0.35))])
        group: list[Block] = []
        for block in (*questions, *thanks_block(self._content, self.m)):
            group.append(block)
            if not block.leads:
                self._place(group)
                group = []
        self._place(group)
        if self.pages[-1].bottom == 0.0:
            self.pages[-1].bottom = self._top

    def _place(self, group: Sequence[Block]) -> None:
        """On this page, else on the next; parted only where one page cannot hold it."""
        height = sum(self._gap(block) + block.height for block in group)
        if self._is_fresh and group:
            height -= self._gap(group[0])
        if self._top + height > self.m.bottom + _HAIR and height - self._first_gap(group) <= self._page_room + _HAIR:
            self._turn()
        for block in group:
            self._add(block)

    def _gap(self, block: Block) -> float:
        return self.m.gap if block.question or block.leads else block.gap

    def _first_gap(self, group: Sequence[Block]) -> float:
        return self._gap(group[0]) if group and not self._is_fresh else 0.0

    @property
    def _page_room(self) -> float:
        return self.m.bottom - self.m.below_code - _BELOW_HEAD

    def _turn(self) -> None:
        page = _Page([(mark, 0.0) for mark in continued_marks(self._content, self._words, self.m)])
        self.pages.append(page)
        self._top = self.m.below_code + _BELOW_HEAD
        self._is_fresh = True

    def _add(self, block: Block) -> None:
        if not self._is_fresh:
            self._top += self._gap(block)
        for first in range(len(block.strips)):
            strip = block.strips[first]
            held = _held(block.strips, first)
            if self._top + held > self.m.bottom + _HAIR and not self._is_fresh and (held <= self._page_room or self._is_full(strip)):
                self._turn()
            self._draw(strip, block.question)

    def _is_full(self, strip: Strip) -> bool:
        return self._top + strip.height > self.m.bottom + _HAIR

    def _draw(self, strip: Strip, question: str) -> None:
        page, number, down = self.pages[-1], len(self.pages) - 1, self._top
        page.marks += [(mark, down) for mark in strip.marks]
        self._boxes += [TickBox(self._area(number, box, down), question, option) for box, option in strip.boxes]
        for box, added in strip.frames:
            self._frames[f"{question}{added}"] = self._area(number, box, down)
        if question:
            place = Box(self.m.margin, down, self.m.width, strip.height)
            self._rows.setdefault(question, []).append((number, place, bool(strip.boxes or strip.frames)))
        self._top += strip.height
        page.bottom = self._top
        self._is_fresh = False

    def _area(self, page: int, box: Box, down: float) -> Area:
        x, y = box.left * MM, (self.m.paper.height - box.bottom - down) * MM
        return Area(page, round(x, 4), round(y, 4), round(box.width * MM, 4), round(box.height * MM, 4))

    def laid(self) -> tuple[LaidPage, ...]:
        return tuple(LaidPage(tuple(page.marks), page.bottom) for page in self.pages)

    def layout(self, content: SurveyContent) -> SheetLayout:
        m = self.m
        marks = []
        for page in range(len(self.pages)):
            one, two, three, four = (self._area(page, box, 0.0) for box in m.squares)
            top, bottom = (self._area(page, box, 0.0) for box in m.codes)
            marks.append(PageMarks((one, two, three, four), (top, bottom)))
        kinds = {one.id: "multi" if one.kind is QuestionKind.MULTI else "single" for one in content.questions if one.kind in BOXED}
        return SheetLayout(
            round(m.paper.width * MM, 4),
            round(m.paper.height * MM, 4),
            len(self.pages),
            tuple(self._boxes),
            tuple(marks),
            self._whole_rows(),
            dict(self._frames),
            kinds,
        )

    def _whole_rows(self) -> Mapping[str, Area]:
        """Each question from its words to its last box; of one on several pages the part with its first box or frame."""
        rows = {}
        for question, parts in self._rows.items():
            page = next((number for number, _, answers in parts if answers), parts[0][0])
            whole = around([box for number, box, _ in parts if number == page])
            grown = Box(whole.left - _ROW_MARGIN, whole.top - _ROW_MARGIN, whole.width + 2 * _ROW_MARGIN, whole.height + 2 * _ROW_MARGIN)
            rows[question] = self._area(page, grown, 0.0)
        return rows


def _held(strips: Sequence[Strip], first: int) -> float:
    """The height of a strip with those that stay with it."""
    height = 0.0
    for strip in strips[first:]:
        height += strip.height
        if not strip.is_glued:
            break
    return height
