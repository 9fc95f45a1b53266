"""The program's reader, given what the simulated shop scanned."""

from __future__ import annotations

import io
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from app.domain.survey_sheets import SheetCode
from app.scanning.forms import SheetForm
from app.scanning.sheets import Reading, read_sheet
from tests.sheets.filling import USUAL, Filling, Habits
from tests.sheets.levels import COLOURED, FAINT, PRINT_DPI, Level, fresh, picture_of
from tests.sheets.paper import Paper
from tests.sheets.pens import Random
from tests.sheets.printed import EDITIONS, NEWER, OLDER, Edition, Grey, blanks_of, codes_for, layout_of, printed
from tests.sheets.scoring import Score
from tests.sheets.truth import SheetTruth


@dataclass(frozen=True, slots=True)
class Lot:
    """Sheets of one edition that are filled in and scanned at one level. `keep`: a folder for the pictures of what was read wrong."""

    level: Level
    edition: Edition
    seed: int
    sheets: int
    habits: Habits = USUAL
    keep: str = ""


@dataclass(frozen=True, slots=True)
class Scanned:
    """The file of one page, and what is really on it."""

    name: str
    stored: bytes
    truth: SheetTruth


@cache
def form_of(number: int) -> SheetForm | None:
    """As the shop knows it that printed all editions."""
    edition = next((one for one in (*EDITIONS, OLDER, NEWER) if one.number == number), None)
    return None if edition is None else SheetForm(number, layout_of(edition), blanks_of(edition))


def scanned(lot: Lot) -> Iterator[Scanned]:
    """Each page of the lot; the same seed makes the same pictures."""
    level, edition = lot.level, lot.edition
    codes = codes_for(edition, lot.seed, lot.sheets)
    for place, pages in enumerate(printed(edition, codes, PRINT_DPI[level])):
        random = np.random.default_rng((list(Level).index(level), edition.number, lot.seed, place))
        for page, dots in enumerate(pages):
            habits = replace(lot.habits, faint=lot.habits.faint * FAINT[level])
            truth, paper = filled(edition, page, codes[place], dots, level, random, habits)
            yield Scanned(f"{level.name.lower()}-{edition.number}-{lot.seed}-{place}-{page}", picture_of(paper, level, random), truth)


def filled(
    edition: Edition, page: int, code: str, dots: Grey, level: Level, random: Random, habits: Habits = USUAL
) -> tuple[SheetTruth, Paper]:
    is_coloured = random.random() < COLOURED[level]
    printed_page = fresh(np.repeat(dots[:, :, None], 3 if is_coloured else 1, axis=2), level, random)
    paper = Paper(printed_page, PRINT_DPI[level])
    return Filling(paper, layout_of(edition), SheetCode(edition.number, page, code), random, habits).fill(), paper


def opened(stored: bytes) -> Grey:
    """The dots of a file as the eye sees them, grey."""
    picture = ImageOps.exif_transpose(Image.open(io.BytesIO(stored)))
    return np.asarray(picture.convert("L"))


def read(stored: bytes) -> Reading:
    return read_sheet(opened(stored), form_of)


def judged(lot: Lot) -> Score:
    score = Score()
    for one in scanned(lot):
        begin = time.process_time()
        made = read(one.stored)
        score.seconds += time.process_time() - begin
        noted = len(score.notes)
        score.judge(one.truth, made.state, made.read, one.name)
        if lot.keep and len(score.notes) > noted:
            suffix = "tif" if lot.level is Level.COPIER else "jpg"
            (Path(lot.keep) / f"{one.name}.{suffix}").write_bytes(one.stored)
    return score


def judged_all(lots: Iterable[Lot], processes: int = 2) -> dict[Level, Score]:
    """By level, several lots at a time."""
    given = list(lots)
    scores = {one.level: Score() for one in given}
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        for lot, score in zip(given, pool.map(judged, given), strict=True):
            scores[lot.level].add(score)
    return scores
