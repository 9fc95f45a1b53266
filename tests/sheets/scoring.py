"""How well a reader did: what it got wrong without saying so, and how often it asked."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field, fields

from app.domain.survey_pages import Doubt, PageState, ReadPage
from tests.sheets.truth import BoxTruth, MarkKind, SheetTruth

TICKED, EMPTY, DOUBTED = "ticked", "empty", "doubted"


def allowed(share: float, count: int, risk: float = 0.01) -> int:
    """How many of `count` may be so without it being more than chance (Poisson, at that `risk`) where `share` is what is promised: a few
    hundred boxes cannot tell 0.02 % from 0.1 %."""
    expected, total, number = share * count, 0.0, 0
    while (total := total + math.exp(-expected) * expected**number / math.factorial(number)) < 1 - risk:
        number += 1
    return number


@dataclass(slots=True)
class Score:
    """Pages and boxes counted. `silent`: wrong, and nobody will look at it, for neither the box nor its question is doubted. `doubts`:
    boxes doubted, and one for each question that is doubted with none of its boxes. `asked` of `questions`: that a person will see.
    `unlocated`: pages that were not read; `strangers`: read as another sheet than it is. `struck` and `twice`: boxes with a strike, or
    of two marks on a single choice; `…_missed`: without a doubt. `marks`: what was made of each kind of mark. `notes`: each fault, to
    look at."""

    pages: int = 0
    boxes: int = 0
    silent: int = 0
    doubts: int = 0
    questions: int = 0
    asked: int = 0
    unlocated: int = 0
    strangers: int = 0
    struck: int = 0
    struck_missed: int = 0
    twice: int = 0
    twice_missed: int = 0
    frames: int = 0
    frames_wrong: int = 0
    seconds: float = 0.0
    marks: Counter[tuple[str, str]] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        for one in fields(self):
            value = getattr(self, one.name)
            value += getattr(other, one.name)
            setattr(self, one.name, value)

    def judge(self, truth: SheetTruth, state: PageState, read: ReadPage | None, name: str) -> None:
        self.pages += 1
        if read is not None and (read.layout, read.page, read.code) != (truth.layout, truth.page, truth.code):
            self.strangers += 1
            self.notes.append(f"{name}: taken for {read.layout}-{read.page}-{read.code}, is {truth.layout}-{truth.page}-{truth.code}")
            return
        if read is None or state not in (PageState.READ, PageState.WAITING):
            self.unlocated += 1
            self.notes.append(f"{name}: {state.value}")
            return
        self._judge_boxes(truth, read, name)
        self.frames += len(truth.frames)
        self.frames_wrong += len(truth.written ^ set(read.written))

    def _judge_boxes(self, truth: SheetTruth, read: ReadPage, name: str) -> None:
        readings = {(one.question, one.option): one for one in read.boxes}
        asked = {question for question, doubt in read.doubts.items() if doubt is not Doubt.NONE}
        shown = {one.question for one in read.boxes if one.doubt is not Doubt.NONE}
        self.questions += len({one.question for one in truth.boxes})
        self.asked += len(asked | shown)
        self.doubts += sum(one.doubt is not Doubt.NONE for one in read.boxes) + len(asked - shown)
        for box in truth.boxes:
            self.boxes += 1
            reading = readings.get((box.question, box.option))
            is_doubted = reading is not None and (reading.doubt is not Doubt.NONE or box.question in asked)
            is_ticked = reading is not None and reading.is_ticked
            self._note_mark(box, is_ticked, is_doubted, name)

    def _note_mark(self, box: BoxTruth, is_ticked: bool, is_doubted: bool, name: str) -> None:
        made = DOUBTED if is_doubted else TICKED if is_ticked else EMPTY
        label = f"faint {box.kind.value}" if box.is_faint else box.kind.value
        self.marks[label, made] += 1
        if box.kind is MarkKind.STRUCK:
            self.struck += 1
            self.struck_missed += not is_doubted
        elif box.must_doubt:
            self.twice += 1
            self.twice_missed += not is_doubted
        if not is_doubted and is_ticked != box.is_ticked:
            self.silent += 1
        if not is_doubted and (is_ticked != box.is_ticked or box.must_doubt):
            self.notes.append(f"{name}: {box.question} {box.option}: {label} read as {made}")

    @property
    def silent_share(self) -> float:
        return self.silent / max(self.boxes, 1)

    @property
    def doubt_share(self) -> float:
        return self.doubts / max(self.boxes, 1)

    @property
    def unlocated_share(self) -> float:
        return self.unlocated / max(self.pages, 1)
