"""Sheets that simulated people filled in, at every level of scanning: what is read without a doubt is right, and belongs to its sheet."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import segno
from PIL import Image

from app.domain.survey_pages import PageState
from app.domain.survey_sheets import Area, SheetCode
from app.scanning.sheets import read_sheet
from tests.sheets.filling import MUCH_CORRECTED, USUAL, Filling
from tests.sheets.levels import GOALS, PRINT_DPI, Level, picture_of
from tests.sheets.paper import Paper
from tests.sheets.printed import NEWER, OLDER, SMALL, Edition, Grey, codes_for, layout_of, printed
from tests.sheets.reading import Lot, filled, form_of, judged, opened, read, scanned
from tests.sheets.scoring import Score, allowed

SHEETS = 6
SEED = 11
_CALM = replace(USUAL, faint=0, stray=0, smudge=0, coffee=0, corrected=0, twice=0, touched=0)


@pytest.mark.parametrize("level", Level)
def test_what_is_read_without_a_doubt_is_right_and_of_this_sheet(level: Level) -> None:
    """Some two hundred pages over all levels; half a second each."""
    score, goal = Score(), GOALS[level]
    for edition in SMALL:
        score.add(judged(Lot(level, edition, SEED, SHEETS)))
    assert score.strangers == 0
    assert score.boxes > 400
    assert score.silent <= allowed(goal.silent, score.boxes), score.notes
    assert score.doubts <= allowed(goal.doubts, score.boxes), score.notes
    assert score.unlocated <= allowed(goal.unlocated, score.pages), score.notes


@pytest.mark.parametrize("level", [Level.SCAN, Level.PHOTO, Level.COPIER])
def test_a_correction_and_a_second_mark_are_always_doubted(level: Level) -> None:
    score = judged(Lot(level, SMALL[0], SEED, 5, MUCH_CORRECTED))
    assert score.struck >= 6 and score.twice >= 4
    assert (score.struck_missed, score.twice_missed) == (0, 0), score.notes


def _sheet(edition: Edition, level: Level, number: int = 0) -> tuple[Paper, str]:
    """The first page of a sheet that somebody filled in, not yet scanned."""
    code = codes_for(edition, 900 + number, 1)[0]
    random = np.random.default_rng((7, number))
    _truth, paper = filled(edition, 0, code, printed(edition, [code], PRINT_DPI[level])[0][0], level, random, _CALM)
    return paper, code


def _place(paper: Paper, area: Area) -> tuple[slice, slice]:
    scale, height = paper.dpi / 72, paper.dots.shape[0]
    rows = slice(height - round((area.y + area.h) * scale) - 6, height - round(area.y * scale) + 6)
    return rows, slice(round(area.x * scale) - 6, round((area.x + area.w) * scale) + 6)


@pytest.mark.parametrize("level", Level)
def test_two_codes_that_do_not_agree_refuse_the_page(level: Level) -> None:
    one, _code = _sheet(SMALL[0], level, 1)
    other, _other_code = _sheet(SMALL[0], level, 2)
    place = _place(one, layout_of(SMALL[0]).marks[0].codes[1])
    one.dots[place] = other.dots[place][..., : one.dots.shape[2]]
    made = read(picture_of(one, level, np.random.default_rng(4)))
    assert made.state is PageState.REFUSED
    assert made.read is None


def test_two_sheets_in_one_picture_are_refused() -> None:
    one, two = (_sheet(SMALL[0], Level.SCAN, number)[0].dots[:, :, :1] for number in (1, 2))
    assert read_sheet(np.hstack((one, two))[:, :, 0], form_of).state is PageState.REFUSED


def test_a_page_upside_down_is_read_as_it_lies_the_right_way_up() -> None:
    paper, code = _sheet(SMALL[1], Level.SCAN)
    upright = opened(picture_of(paper, Level.CLEAN, np.random.default_rng(1)))
    read_pages = [read_sheet(np.ascontiguousarray(np.rot90(upright, turns)), form_of).read for turns in range(4)]
    ticks = [None if one is None else [(box.question, box.option, box.is_ticked) for box in one.boxes] for one in read_pages]
    assert [None if one is None else one.code for one in read_pages] == [code] * 4
    assert ticks[0] is not None and any(is_ticked for _question, _option, is_ticked in ticks[0])
    assert ticks == [ticks[0]] * 4


def test_the_same_picture_is_read_the_same_every_time() -> None:
    stored = next(scanned(Lot(Level.PHOTO, SMALL[0], 5, 1))).stored
    assert read(stored).read == read(stored).read


def test_a_sheet_of_another_shop_is_foreign() -> None:
    paper, _code = _sheet(SMALL[0], Level.SCAN)
    stored = picture_of(paper, Level.SCAN, np.random.default_rng(2))
    made = read_sheet(opened(stored), lambda _layout: None)
    assert made.state is PageState.FOREIGN
    assert made.read is None or made.read.boxes == ()


def _letter(text: str) -> Grey:
    page = Image.new("L", (1240, 1754), 255)
    square = segno.make(text, error="m", boost_error=False)
    dots = np.array([[0 if dark else 255 for dark in row] for row in square.matrix], dtype=np.uint8)
    side = dots.shape[0] * 5
    for place in ((950, 80), (90, 1500)):
        page.paste(Image.fromarray(dots).resize((side, side), Image.Resampling.NEAREST), place)
    return np.asarray(page)


@pytest.mark.parametrize("text", ["K7M42QX", "https://example.com/okaeri", "S12:1:K7M42QXC", "S0:0:K7M42QXA", "S12:１:K7M42QXA"])
def test_letters_with_codes_of_something_else_are_foreign(text: str) -> None:
    made = read_sheet(_letter(text), form_of)
    assert made.state is PageState.FOREIGN
    assert made.read is None or made.read.boxes == ()


@pytest.mark.parametrize("edition", [OLDER, NEWER])
def test_a_sheet_of_an_older_version_is_read_by_its_own_layout(edition: Edition) -> None:
    code = codes_for(edition, 1, 1)[0]
    paper = Paper(np.array(printed(edition, [code], 240)[0][0])[:, :, None], 240)
    random = np.random.default_rng(30)
    truth = Filling(paper, layout_of(edition), SheetCode(edition.number, 0, code), random, _CALM).fill()
    made = read(picture_of(paper, Level.SCAN, random))
    assert made.read is not None
    assert (made.read.layout, made.read.code) == (edition.number, code)
    sure = {(one.question, one.option): one.is_ticked for one in made.read.boxes if one.question not in made.read.doubts}
    assert len(sure) > 10
    assert sure == {(one.question, one.option): one.is_ticked for one in truth.boxes if (one.question, one.option) in sure}
