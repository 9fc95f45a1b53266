"""Survey sheets that simulated people filled in, scanned, photographed and copied at six levels, and what the reader makes of them:
python -m tests.bench.bench_scanning [--sheets 500] [--seed N] [--level SCAN …] [--keep FOLDER]

At least that many pages for each level; another seed, other sheets. With a folder the pictures of all faults are kept there.
"""

from __future__ import annotations

import argparse
import math
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from app.domain.survey_pages import PageState
from tests.sheets.levels import GOALS, Level
from tests.sheets.printed import EDITIONS, layout_of
from tests.sheets.reading import Lot, form_of, judged_all, scanned
from tests.sheets.scoring import DOUBTED, EMPTY, TICKED, Score

_AT_ONCE = 2
"""Sheets of a lot: small lots keep all cores busy to the end."""
_PILE = 12


def lots_of(level: Level, pages: int, seed: int, keep: str) -> list[Lot]:
    """Of all editions in turn, until there are so many pages."""
    lots: list[Lot] = []
    made = 0
    while made < pages:
        edition = EDITIONS[len(lots) % len(EDITIONS)]
        lots.append(Lot(level, edition, seed + len(lots), _AT_ONCE, keep=keep))
        made += _AT_ONCE * layout_of(edition).pages
    return lots


def upper(count: int, of: int) -> float:
    """The share that may well be behind it (95 %, one side; Wilson)."""
    if of == 0:
        return 1.0
    share, z = count / of, 1.645
    spread = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return (share + z * z / (2 * of) + spread) / (1 + z * z / of)


def line(level: Level, score: Score) -> str:
    goal = GOALS[level]
    missed = [
        name
        for name, is_missed in (
            ("silent", score.silent_share > goal.silent),
            ("doubts", score.doubt_share > goal.doubts),
            ("not located", score.unlocated_share > goal.unlocated),
            ("WRONG SHEET", score.strangers > 0),
        )
        if is_missed
    ]
    return (
        f"{level.value:20}{score.pages:6,}{score.boxes:8,}"
        f"  {score.silent:3} {score.silent_share:7.3%} (<= {goal.silent:.2%}; surely < {upper(score.silent, score.boxes):.3%})"
        f"  {score.doubt_share:6.2%} (<= {goal.doubts:.1%})  {score.asked / max(score.questions, 1):6.1%}"
        f"  {score.unlocated:3} {score.unlocated_share:6.2%} (<= {goal.unlocated:.1%})  {score.strangers:3}"
        f"  {score.struck - score.struck_missed}/{score.struck}  {score.twice - score.twice_missed}/{score.twice}"
        f"  {score.pages / max(score.seconds, 0.001):5.2f}  {'missed: ' + ', '.join(missed) if missed else 'met'}"
    )


def table_of_marks(scores: dict[Level, Score]) -> list[str]:
    """What was made of each kind of mark, over all levels."""
    marks: Counter[tuple[str, str]] = Counter()
    for score in scores.values():
        marks.update(score.marks)
    lines = [f"{'kind of mark':26}{'ticked':>9}{'empty':>9}{'doubted':>9}"]
    for kind in sorted({name for name, _made in marks}):
        lines.append(f"{kind:26}" + "".join(f"{marks[kind, made]:9,}" for made in (TICKED, EMPTY, DOUBTED)))
    return lines


def measure_worker(level: Level, seed: int) -> str:
    """A pile of files through the worker, as the program reads them."""
    with tempfile.TemporaryDirectory() as folder:
        edition = EDITIONS[3]
        suffix = "tif" if level is Level.COPIER else "jpg"
        for number, page in enumerate(scanned(Lot(level, edition, seed, _PILE))):
            (Path(folder) / f"{number:03}.{suffix}").write_bytes(page.stored)
        told = subprocess.run(
            [sys.executable, "-m", "tests.bench.bench_scanning", "--pile", folder], capture_output=True, text=True, check=True
        )
        return f"{level.value:20}{edition.choice.paper.value} {told.stdout.strip()}"


def read_pile(folder: Path) -> None:
    """In a process of its own: what its children used at most is the worker's."""
    import resource

    from app.scanning.reading import Reader, pictures_in

    paths = pictures_in(folder)
    program = [sys.executable, str(Path(__file__).parents[2] / "main.py")]
    with Reader(program, workers=1) as reader:
        next(iter(reader.read(paths[:1], form_of)))
        begin = time.perf_counter()
        results = list(reader.read(paths, form_of))
        taken = time.perf_counter() - begin
    done = sum(one.state in (PageState.READ, PageState.WAITING) for one in results)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{len(results)} pages, {done} read, {len(results) / taken:.2f} pages/s by the clock with one worker, {peak:.0f} MB at most")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sheets", type=int, default=500)
    parser.add_argument("--seed", type=int, default=int(time.time()) % 1_000_000_000)
    parser.add_argument("--level", nargs="*", choices=[one.name for one in Level], default=[one.name for one in Level])
    parser.add_argument("--keep", default="")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--pile", default="")
    given = parser.parse_args()
    if given.pile:
        read_pile(Path(given.pile))
        return
    levels = [Level[name] for name in given.level]
    print(f"seed {given.seed}; at least {given.sheets:,} pages a level, of {len(EDITIONS)} surveys; simulated sheets, not real ones")
    print("level, pages, boxes, silent errors, doubts per box, questions asked about, not located, wrong sheet,")
    print("strikes and two marks doubted, pages/s of one core (opening the file included)", flush=True)
    scores: dict[Level, Score] = {}
    for level in levels:
        scores |= judged_all(lots_of(level, given.sheets, given.seed, given.keep), given.processes)
        print(line(level, scores[level]), flush=True)
    for told in ("", *table_of_marks(scores), "", "silent errors and missed doubts"):
        print(told)
    for score in scores.values():
        for note in score.notes:
            print(f"  {note}")
    print("\nthrough the worker", flush=True)
    for level in (one for one in levels if one in (Level.CLEAN, Level.SCAN)):
        print(measure_worker(level, given.seed), flush=True)


if __name__ == "__main__":
    main()
