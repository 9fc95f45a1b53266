"""A printed page, filled in by somebody: answers, corrections, handwriting and dirt, and the truth about each box."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from app.domain.survey_sheets import Area, SheetCode, SheetLayout, TickBox
from tests.sheets import dirt
from tests.sheets.paper import Paper
from tests.sheets.pens import Hand, Pen, Random, some_hand
from tests.sheets.strokes import Points, Strokes, letters, mark, strike, touch
from tests.sheets.truth import ANSWERS, BoxTruth, MarkKind, SheetTruth

_OTHER_KINDS = (MarkKind.TICK, MarkKind.CROSS, MarkKind.SLASH, MarkKind.CIRCLE, MarkKind.FILL, MarkKind.DOT)


@dataclass(frozen=True, slots=True)
class Habits:
    """How often it happens: per question `blank`, `corrected` (struck and ticked anew), `twice` (two marks on a single choice); per tick of
    a single choice `wide` (the circle takes in the label); per mark `unusual` (not the person's own kind), `faint`, `tail`; per box
    `touched` (of a question left blank); per sheet `stray`, `specks`, `smudge`, `coffee`; per frame `written`; `ticked` of the options of a
    multiple choice."""

    blank: float = 0.05
    corrected: float = 0.012
    twice: float = 0.006
    wide: float = 0.004
    unusual: float = 0.25
    faint: float = 0.025
    tail: float = 0.04
    touched: float = 0.01
    stray: float = 0.06
    specks: float = 0.06
    smudge: float = 0.06
    coffee: float = 0.02
    written: float = 0.5
    ticked: float = 0.3


USUAL = Habits()
MUCH_CORRECTED = Habits(corrected=0.7, twice=0.25, blank=0.1)


class Filling:
    """One page in somebody's hands."""

    def __init__(self, paper: Paper, layout: SheetLayout, page: SheetCode, random: Random, habits: Habits = USUAL) -> None:
        self.truth = SheetTruth(page.layout, page.page, page.code)
        self._paper = paper
        self._random = random
        self._habits = habits
        self._hand: Hand = some_hand(random)
        self.truth.pen = self._hand.pen.name
        self._boxes = [one for one in layout.boxes if one.area.page == page.page]
        self._kinds = layout.questions
        self._frames = {name: area for name, area in layout.frames.items() if area.page == page.page}
        self.truth.frames = set(self._frames)
        self.truth.boxes = [BoxTruth(one.question, one.option) for one in self._boxes]
        self._by_place = dict(zip(self._boxes, self.truth.boxes, strict=True))

    def fill(self) -> SheetTruth:
        for question in dict.fromkeys(one.question for one in self._boxes):
            self._answer([one for one in self._boxes if one.question == question], self._kinds[question] == "single")
        for name, frame in self._frames.items():
            if self._happens(self._habits.written):
                self.truth.written.add(name)
                self._write(frame)
        self._soil()
        return self.truth

    def _happens(self, share: float) -> bool:
        return bool(self._random.random() < share)

    def _some(self, boxes: list[TickBox], count: int) -> list[TickBox]:
        return [boxes[index] for index in self._random.choice(len(boxes), min(count, len(boxes)), replace=False)]

    def _answer(self, boxes: list[TickBox], is_single: bool) -> None:
        habits = self._habits
        if self._happens(habits.blank):
            for box in boxes:
                if self._happens(habits.touched):
                    self._put(box, touch(self._random), MarkKind.TOUCH)
            return
        if is_single:
            chosen = self._some(boxes, 2 if self._happens(habits.twice) else 1)
        else:
            chosen = [one for one in boxes if self._happens(habits.ticked)]
        for box in chosen:
            self._tick(box, is_single and len(chosen) == 1)
        if is_single and len(chosen) > 1:
            for box in chosen:
                self._by_place[box].must_doubt = True
        elif len(boxes) > len(chosen) and self._happens(habits.corrected):
            self._strike(self._some([one for one in boxes if one not in chosen], 1)[0])

    def _tick(self, box: TickBox, may_be_wide: bool) -> None:
        hand, habits = self._hand, self._habits
        kind = hand.habit
        if self._happens(habits.unusual):
            kind = _OTHER_KINDS[int(self._random.integers(len(_OTHER_KINDS)))]
        if may_be_wide and self._happens(habits.wide):
            kind = MarkKind.WIDE_CIRCLE
        is_faint = self._happens(habits.faint)
        truth = self._by_place[box]
        truth.is_ticked, truth.kind, truth.is_faint = True, kind, is_faint
        # A faint line is still one that the eye sees on the paper.
        weakest = 0.3 / hand.pen.cover
        pressure = max(float(self._random.uniform(0.35, 0.6)), weakest) if is_faint else float(self._random.uniform(0.85, 1.1))
        strokes = mark(kind, hand, self._random, is_long=kind is MarkKind.TICK and self._happens(habits.tail))
        self._put(box, strokes, kind, pressure)

    def _strike(self, box: TickBox) -> None:
        """Ticked by mistake and taken back."""
        kind = _OTHER_KINDS[int(self._random.integers(len(_OTHER_KINDS)))]
        self._put(box, mark(kind, self._hand, self._random), kind)
        self._put(box, strike(self._random), MarkKind.STRUCK)
        truth = self._by_place[box]
        truth.is_ticked, truth.kind, truth.must_doubt = False, MarkKind.STRUCK, True

    def _put(self, box: TickBox, strokes: Strokes, kind: MarkKind, pressure: float = 1.0) -> None:
        area, pen = box.area, self._hand.pen
        middle = np.array((area.x + area.w / 2, area.y + area.h / 2))
        placed = [one * area.w + middle for one in strokes]
        self._paper.draw(placed, pen, self._random, pressure)
        if kind in (MarkKind.TOUCH, MarkKind.STRUCK):
            self._by_place[box].kind = kind
        self._mind(placed, MarkKind.TAIL if kind in ANSWERS else MarkKind.STRAY, box)

    def _mind(self, strokes: Iterable[Points], kind: MarkKind, own: TickBox | None = None) -> None:
        """Notes the boxes that a line meets without being meant for them."""
        for line in strokes:
            for box in self._boxes:
                truth = self._by_place[box]
                if box is not own and truth.kind is MarkKind.NONE and _meets(line, box.area):
                    truth.kind = kind

    def _write(self, frame: Area) -> None:
        strokes = letters(frame.w, frame.h, self._random)
        if strokes:
            self._paper.draw([one + np.array((frame.x, frame.y)) for one in strokes], self._hand.pen, self._random)

    def _soil(self) -> None:
        habits, pen = self._habits, self._hand.pen
        if self._happens(habits.stray):
            for _count in range(int(self._random.integers(1, 4))):
                self._mind([dirt.stray_line(self._paper, pen, self._random)], MarkKind.STRAY)
        if self._happens(habits.specks):
            dirt.specks(self._paper, _fine(pen), self._random)
        if self._happens(habits.smudge):
            dirt.smudge(self._paper, self._random)
        if self._happens(habits.coffee):
            dirt.coffee(self._paper, self._random)


def _fine(pen: Pen) -> Pen:
    return Pen(pen.name, pen.colour, min(pen.width, 1.4), pen.cover, pen.grain)


def _meets(line: Points, area: Area) -> bool:
    inside = (line[:, 0] >= area.x) & (line[:, 0] <= area.x + area.w) & (line[:, 1] >= area.y) & (line[:, 1] <= area.y + area.h)
    return bool(inside.any())
