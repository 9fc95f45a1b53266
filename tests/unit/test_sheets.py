"""The simulated hands and scanners themselves: what they say is on a sheet is what lies on it, and the same seed makes the same sheets."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.domain.survey_sheets import SheetCode
from tests.sheets.filling import Filling, Habits
from tests.sheets.levels import PRINT_DPI, Level, fresh, picture_of
from tests.sheets.paper import Paper
from tests.sheets.printed import SMALL, layout_of
from tests.sheets.scoring import allowed
from tests.sheets.truth import MarkKind, SheetTruth

EDITION = SMALL[0]
LAYOUT = layout_of(EDITION)
DPI = 120
_CLEAN = Habits(blank=0, stray=0, specks=0, smudge=0, coffee=0, written=0)


def _blank(dpi: int = DPI) -> Paper:
    shape = (round(LAYOUT.height * dpi / 72), round(LAYOUT.width * dpi / 72), 1)
    return Paper(np.full(shape, 255, dtype=np.uint8), dpi)


def _filled(seed: int, habits: Habits = _CLEAN, dpi: int = DPI) -> tuple[Paper, SheetTruth]:
    paper = _blank(dpi)
    return paper, Filling(paper, LAYOUT, SheetCode(EDITION.number, 0, "K7M42QX"), np.random.default_rng(seed), habits).fill()


def _ink(paper: Paper, number: int, beside: float) -> int:
    """The darkness on a box and so many points around it."""
    area, scale = LAYOUT.boxes[number].area, paper.dpi / 72
    bottom, top = paper.dots.shape[0] - (area.y - beside) * scale, paper.dots.shape[0] - (area.y + area.h + beside) * scale
    part = paper.dots[round(top) : round(bottom), round((area.x - beside) * scale) : round((area.x + area.w + beside) * scale)]
    return int((255 - part.astype(int)).sum())


@pytest.mark.parametrize("seed", range(6))
def test_there_is_ink_where_a_box_is_ticked_and_none_where_nothing_is(seed: int) -> None:
    paper, truth = _filled(seed)
    here = [(number, box) for number, box in enumerate(LAYOUT.boxes) if box.area.page == 0]
    for (number, _box), told in zip(here, truth.boxes, strict=True):
        if told.is_ticked:
            assert _ink(paper, number, 9) > 500
        elif told.kind is MarkKind.NONE:
            assert _ink(paper, number, -0.5) == 0
    assert any(one.is_ticked for one in truth.boxes)


def test_who_corrects_strikes_one_and_ticks_another() -> None:
    truths = [_filled(seed, Habits(blank=0, corrected=1, twice=0, stray=0))[1] for seed in range(4)]
    struck = [box for truth in truths for box in truth.boxes if box.kind is MarkKind.STRUCK]
    assert len(struck) >= 4
    assert all(box.must_doubt and not box.is_ticked for box in struck)
    for truth in truths:
        singles = {box.question for box in truth.boxes if LAYOUT.questions[box.question] == "single"}
        assert all(sum(box.is_ticked for box in truth.boxes if box.question == name) == 1 for name in singles)


def test_two_marks_on_a_single_choice_must_be_doubted() -> None:
    truth = _filled(1, Habits(blank=0, twice=1))[1]
    twice = [box for box in truth.boxes if LAYOUT.questions[box.question] == "single" and box.is_ticked]
    assert len(twice) == 2 * len({box.question for box in twice}) and all(box.must_doubt for box in twice)


@pytest.mark.parametrize("level", Level)
def test_the_same_seed_makes_the_same_picture(level: Level) -> None:
    def made(seed: int) -> bytes:
        paper, _truth = _filled(seed, dpi=PRINT_DPI[level])
        random = np.random.default_rng(seed)
        paper.dots = fresh(paper.dots, level, random)
        return picture_of(paper, level, random)

    one = made(3)
    assert one == made(3)
    assert one != made(4)
    picture = Image.open(io.BytesIO(one))
    assert picture.mode == ("1" if level is Level.COPIER else "RGB" if "photo" in level.value else "L")


def test_chance_is_not_taken_for_a_fault_and_a_fault_not_for_chance() -> None:
    assert allowed(0, 500) == 0
    assert allowed(0.0005, 500) == 2
    assert allowed(0.01, 1_000) == 18


def test_the_makers_of_sheets_know_nothing_of_the_reader() -> None:
    makers = sorted((Path(__file__).parents[1] / "sheets").glob("*.py"))
    knowing = [path.name for path in makers if "app.scanning" in path.read_text(encoding="utf-8")]
    assert knowing == ["reading.py"]
