"""Killing the program at every step of a print run, starting it again, and looking who has a piece.

The run has 200 pieces and jams at number 121. Two stories are told: the rest is gone on with, or it is given up and the same people are
asked for once more. In both everybody has one piece in the end, and the log says what the pages say.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app.domain.codes import written
from app.domain.shop import ShopFields
from app.models.backup import damage_in
from app.models.customer import Customer
from app.models.database import Database
from app.models.records import PrintDocument, PrintPiece, PrintRun
from app.services.shop import create_shop
from tests.architecture.sources import ROOT
from tests.e2e.killing import NOW, TODAY, Toll
from tests.factories import add_customer

PIECES = 200
JAM = 121
_HOME = {"postal_code": "150-0002", "prefecture": "東京都", "city": "渋谷区"}
_CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{3}\b")
# In seconds: some kills come amid the writing of a file or of the data, some after it.
_LONGEST_WRITING = 0.004


@dataclass(frozen=True, slots=True)
class Act:
    """A verb with its words; `file` is what it writes, empty for one that writes none."""

    name: str
    words: tuple[str, ...]
    file: str = ""

    def command(self, here: Path) -> list[str]:
        target = ["--out", str(here / self.file)] if self.file else []
        return [*self.words, *target, "--data-dir", str(here), "--json"]


def _code_of(number: int) -> str:
    return f"K{number:03d}"


_NAMED = tuple(word for number in range(PIECES) for word in ("--customer", _code_of(number)))
_DAY = ("--date", TODAY.isoformat())
_CARDS = ("print", "thank-you", *_NAMED, "--side", "message", "--language", "ja", *_DAY)
PRINT = Act("print", _CARDS, "all.pdf")
STOP = Act("stop", ("print-log", "--run", "1", "--stop-at", str(JAM)))
GO_ON = Act("go on", ("print-log", "--run", "1", "--go-on", *_DAY), "rest.pdf")
GIVE_UP = Act("give up", ("print-log", "--run", "1", "--give-up"))
ASK_AGAIN = Act("ask again", _CARDS, "others.pdf")
STORIES = ((PRINT, STOP, GO_ON), (PRINT, STOP, GIVE_UP, ASK_AGAIN))


@dataclass(frozen=True, slots=True)
class Sight:
    """A moment of an act to kill at: line `step` of its steps, or from outside, `seconds` after that line. `before`, `after`: shops in
    which the act was not begun and was done; `rest`: the acts that the story goes on with."""

    act: Act
    before: Path
    after: Path
    rest: tuple[Act, ...]
    step: int
    said: str
    seconds: float | None = None


def kill_during_prints(folder: Path, kills: int, seed: int = 5, *, is_whole: bool = True) -> Toll:
    """The moments are spread evenly over all steps of all acts; a part of the kills comes from outside, amid the writing itself.

    Started again, the shop is as if nobody had been killed; with `is_whole` each story is told to its end from there as well.
    """
    toll = Toll()
    for number, sight in enumerate(_chosen(_told(folder, toll), kills, random.Random(seed))):
        here = folder / f"kill{number}"
        shutil.copytree(sight.before, here)
        _kill(here, sight)
        toll.kills += 1
        toll.confirmed += _facts(here) == _facts(sight.after)
        faults = _faults_after_kill(here, sight)
        _start_again(here, sight.act)
        faults += [f"started again: {fault}" for fault in _faults_after_start(here, sight)]
        if is_whole:
            for act in sight.rest:
                _start_again(here, act)
            faults += [f"in the end: {fault}" for fault in _faults_at_the_end(here, (sight.act, *sight.rest)[-1])]
        toll.half += [f"kill {number}, {sight.act.name}, {sight.said}: {fault}" for fault in faults]
        shutil.rmtree(here)
    return toll


def _shop_of_many(begun: Path) -> None:
    begun.mkdir()
    create_shop(begun / "okaeri.db", ShopFields(name="こもれび"), now=NOW, today=TODAY)
    database = Database.of_file(begun / "okaeri.db")
    with database.write() as session:
        for number in range(PIECES):
            add_customer(session, _name_of(number), code=_code_of(number), street=f"渋谷{number + 1}-2", **_HOME)
    with database.driver_connection() as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()


def _name_of(number: int) -> str:
    signs = "一二三四五六七八九十"
    return "渡辺 " + "".join(signs[number // power % 10] for power in (100, 10, 1))


def _told(folder: Path, toll: Toll) -> list[Sight]:
    """Both stories without a kill, and every moment in them at which one can come."""
    begun, told = folder / "begun", dict[tuple[Act, ...], Path]()
    _shop_of_many(begun)
    sights: list[Sight] = []
    for story in STORIES:
        before = begun
        for number, act in enumerate(story, start=1):
            # As far as the second story is the first, it is told already.
            after = told.get(story[:number])
            if after is None:
                after = told[story[:number]] = folder / f"told{len(told)}"
                sights += _tell(act, before, after, story[number:])
            before = after
        toll.half += [f"nobody was killed: {fault}" for fault in _faults_at_the_end(before, story[-1])]
    return sights


def _tell(act: Act, before: Path, after: Path, rest: tuple[Act, ...]) -> Iterator[Sight]:
    shutil.copytree(before, after)
    steps = after / "steps"
    subprocess.run(_driven(after, act, steps), cwd=ROOT, check=True, capture_output=True)
    for step, said in _moments(steps.read_text(encoding="utf-8").splitlines()):
        yield Sight(act, before, after, rest, step, said)


def _moments(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The steps by number, of many like ones the first, the one in the middle and the last."""
    for what, group in groupby(enumerate(lines, start=1), key=lambda line: line[1].partition(" ")[2]):
        steps = list(group)
        for place in sorted({0, 1, len(steps) // 2, len(steps) - 1}):
            yield steps[place][0], f"{steps[place][1]} ({place + 1} of {len(steps)} about {what})"


def _chosen(sights: Sequence[Sight], kills: int, dice: random.Random) -> Iterator[Sight]:
    for number in range(kills):
        sight = sights[number * len(sights) // kills]
        if number % 5 == 4:
            longer = [one for one in sights if one.said.startswith(("before COMMIT", "before write"))]
            yield _from_outside(longer[number // 5 % len(longer)], dice.uniform(0, _LONGEST_WRITING))
        else:
            yield sight


def _from_outside(sight: Sight, seconds: float) -> Sight:
    said = f"{seconds * 1000:.2f} ms after {sight.said}"
    return Sight(sight.act, sight.before, sight.after, sight.rest, sight.step, said, seconds)


def _driven(here: Path, act: Act, steps: Path, *, kill_at: int = 0, say_at: int = 0) -> list[str]:
    return [sys.executable, "-m", "tests.e2e.drive_steps", str(steps), str(kill_at), str(say_at), *act.command(here)]


def _kill(here: Path, sight: Sight) -> None:
    is_outside = sight.seconds is not None
    command = _driven(here, sight.act, here / "steps", kill_at=0 if is_outside else sight.step, say_at=sight.step if is_outside else 0)
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=ROOT, stdin=quiet, stdout=subprocess.PIPE, stderr=quiet) as process:
        if is_outside and process.stdout is not None:
            assert process.stdout.readline() == b"now\n"
        try:
            process.communicate(timeout=sight.seconds)
        except subprocess.TimeoutExpired:
            process.kill()
    if not is_outside:
        assert process.returncode, f"{sight.act.name} was not killed at {sight.said}"


def _start_again(here: Path, act: Act) -> None:
    """As a shop does it: the log is looked at, and what is not done is done. Asking for the same cards is the same run."""
    if act in (STOP, GO_ON, GIVE_UP) and _is_done(here, act):
        return
    subprocess.run([sys.executable, "main.py", *act.command(here)], cwd=ROOT, check=True, capture_output=True)


def _is_done(here: Path, act: Act) -> bool:
    (_, left_out, sent, unsent), *_ = _facts(here)
    return bool(unsent) if act is STOP else sent == PIECES if act is GO_ON else bool(left_out)


def _facts(here: Path) -> list[tuple[list[tuple[Any, ...]], list[Any], int, int]]:
    """By run: the pieces, who was left out, how many came out, and how many did not."""
    database = Database.of_file(here / "okaeri.db")
    columns = (PrintPiece.position, PrintPiece.customer_id, PrintPiece.code, PrintPiece.sent_on)
    found = []
    with database.read() as session:
        for number, left_out in session.execute(select(PrintRun.id, PrintRun.left_out).order_by(PrintRun.id)).all():
            rows = session.execute(select(*columns).where(PrintPiece.run_id == number).order_by(PrintPiece.position))
            pieces = [tuple(row) for row in rows]
            sent = sum(piece[-1] is not None for piece in pieces)
            found.append((pieces, list(left_out), sent, len(pieces) - sent))
    database.close()
    return found


def _faults_after_kill(here: Path, sight: Sight) -> list[str]:
    """The act is done or it is not: nothing is half, a file in its place is whole, and what is recorded has its file."""
    facts, faults = _facts(here), _damage(here)
    is_done = facts == _facts(sight.after)
    if not is_done and facts != _facts(sight.before):
        faults.append("the act is half done")
    file = here / sight.act.file
    if sight.act.file and file.exists() and not _is_same(file, sight.after / sight.act.file):
        faults.append("the file is not whole")
    if sight.act.file and is_done and not file.exists():
        faults.append("recorded without a file")
    return faults


def _faults_after_start(here: Path, sight: Sight) -> list[str]:
    faults = _damage(here)
    if _facts(here) != _facts(sight.after):
        faults.append("the log says other than if nobody had been killed")
    if sight.act.file and not _is_same(here / sight.act.file, sight.after / sight.act.file):
        faults.append("the file is other than if nobody had been killed")
    return faults


def _is_same(file: Path, other: Path) -> bool:
    return file.exists() and file.read_bytes() == other.read_bytes()


def _damage(here: Path) -> list[str]:
    """Of the file, and of what is kept for printing again."""
    database = Database.of_file(here / "okaeri.db")
    with database.driver_connection() as connection:
        faults = list(damage_in(connection))
    with database.read() as session:
        kept = session.scalars(select(PrintDocument.content).order_by(PrintDocument.run_id)).all()
        runs = session.scalars(select(PrintRun.id)).all()
    database.close()
    if len(kept) != len(runs):
        faults.append("a run without its bytes, or bytes without a run")
    if kept and (here / PRINT.file).read_bytes() != kept[0]:
        faults.append("the bytes that were kept are others")
    return faults


def _faults_at_the_end(here: Path, last: Act) -> list[str]:
    """What lies on the table: the first pages up to the jam, and the file of the last act. Everybody has one, as the log says."""
    pages = [*_pages(here / PRINT.file)[: JAM - 1], *_pages(here / last.file)]
    facts, faults = _facts(here), _damage(here)
    sent = [piece for pieces, *_ in facts for piece in pieces if piece[-1] is not None]
    holders = [piece[1] for piece in sent]
    if sorted(holders) != list(range(1, PIECES + 1)):
        faults.append(f"{len(holders)} pieces for {len(set(holders))} people")
    if any(unsent for *_, unsent in facts):
        faults.append("something still waits")
    names = _names(here)
    logged = [(written(piece[2]), names[piece[1]]) for piece in sent]
    shown = [(" ".join(_CODE.findall(page)), next((name for name in names.values() if name in page), "")) for page in pages]
    if shown != logged:
        faults.append(f"the log says other than the {len(pages)} pages")
    return faults


def _names(here: Path) -> dict[int, str]:
    database = Database.of_file(here / "okaeri.db")
    with database.read() as session:
        found = {number: name.replace(" ", "") for number, name in session.execute(select(Customer.id, Customer.name))}
    database.close()
    return found


def _pages(file: Path) -> list[str]:
    """What stands on each page, without blanks."""
    said = subprocess.run(["pdftotext", "-raw", str(file), "-"], check=True, capture_output=True, text=True).stdout
    return ["\n".join(re.sub(r"[ \u3000]", "", line) for line in page.splitlines()) for page in said.split("\f")[:-1]]
