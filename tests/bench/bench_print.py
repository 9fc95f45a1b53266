"""1,000 and 10,000 A4 letters and vertical cards beside ReportLab and a mail merge of the same words: python -m tests.bench.bench_print

Rounds take turns, so that a machine that others use slows all of them alike, and each has people of its own, as a run in a shop has;
memory is that of a process of its own.
"""

from __future__ import annotations

import multiprocessing
import random
import statistics
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

from app.domain.cards import Card, CardDesign, CardOptions, CardText, Recipient
from app.domain.codes import piece_code, written
from app.domain.offers import Offer, OfferKind
from app.domain.prints import PrintKind
from app.domain.progress import Cancelled
from app.domain.templates import Slot
from app.printing.house import render, write_run
from app.printing.preview import preview_pages
from app.printing.shipped import shipped_template
from tests.bench.bench_cards import SENDER, people
from tests.bench.mail_merge import merge, peak_mib
from tests.bench.plain_print import PlainPress, register_font

FEW, MANY, ROUNDS = 1_000, 10_000, 3
PLAIN = 200
PREVIEWS, STOPS = 30, 40
OFFER = Offer(OfferKind.PERCENT, 10, words="カット 10%引き", note="この紙をお持ちください(12月20日まで)")
OWN_WORDS = "前回は{{前回来店日|date:M月D日}}にお越しくださいました。ただ今{{ポイント|number}}ポイントをお持ちです。"
KINDS = {"letters": ("letter_season", PrintKind.LETTER), "cards": ("maple", PrintKind.THANK_YOU)}


def job_of(kind: str) -> Card:
    """Letters have a sentence that is different for each customer, so that no paragraph is set once for all."""
    key, printed = KINDS[kind]
    template = shipped_template(key, "ja")
    assert template is not None
    if printed is PrintKind.LETTER:
        template = template.with_text(Slot.BODY, OWN_WORDS + template.text_of(Slot.BODY))
    options = CardOptions(blank_stock=True)
    return Card(CardDesign.PLAIN, CardText(), SENDER, options, date(2026, 11, 22), OFFER, template=template, kind=printed)


def addressees(count: int, first: int = 0) -> list[Recipient]:
    return [
        replace(
            person,
            code=written(piece_code(b"a secret", person.key)),
            fields={"last_visit": date(2026, 1 + number % 10, 1 + number % 28), "points": number * 7 % 5_000},
        )
        for number, person in enumerate(people(first + count))
        if number >= first
    ]


class Way(StrEnum):
    """How one long run is made."""

    KEPT = "kept in memory, as the program does"
    WRITTEN = "written to a file as it grows"
    PLAIN = "plain ReportLab"
    FLOWING = "its paragraphs"


@dataclass(frozen=True, slots=True)
class Large:
    """One long run in a process of its own."""

    pages: int
    size: int
    seconds: float
    peak_mib: float

    def __str__(self) -> str:
        rate, size = self.pages / self.seconds, self.size / self.pages
        return f"{self.pages:,} pages at {rate:.0f}/s with {self.peak_mib:.0f} MiB, {size:.0f} bytes a page"


def _run_alone(kind: str, count: int, way: Way) -> Large:
    recipients, job = addressees(count), job_of(kind)
    pages = count * sides_of(job)
    begin = time.perf_counter()
    if way is Way.KEPT:
        size = len(render(recipients, job, notes_places=False).document)
    elif way is Way.WRITTEN:
        with tempfile.TemporaryFile() as out:
            write_run(recipients, job, out)
            size = out.tell()
    else:
        register_font()
        size = len(_plain(PlainPress(job), recipients, way))
    taken = time.perf_counter() - begin
    return Large(pages, size, taken, peak_mib())


def _plain(press: PlainPress, recipients: Sequence[Recipient], way: Way) -> bytes:
    if way is Way.FLOWING:
        return press.flowing(recipients)
    return press.pages(recipients, with_address_side=sides_of(press.job) > 1)


def sides_of(job: Card) -> int:
    return 2 if job.kind is PrintKind.THANK_YOU else 1


def run_alone(kind: str, count: int, way: Way) -> Large:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_run_alone, (kind, count, way))


def beside_plain(kind: str) -> str:
    """Pages a second of one processor, the rounds taking turns: the medians, the first round not counted."""
    job = job_of(kind)
    press, sides = PlainPress(job), sides_of(job)
    ways = [Way.KEPT, Way.PLAIN] if sides > 1 else [Way.KEPT, Way.PLAIN, Way.FLOWING]
    rates: dict[Way, list[float]] = {way: [] for way in ways}
    for turn in range(ROUNDS + 1):
        people_of_turn = addressees(FEW, turn * FEW)
        for way in ways:
            asked = people_of_turn if way is Way.KEPT else people_of_turn[:PLAIN]
            begin = time.process_time()
            if way is Way.KEPT:
                render(asked, job, notes_places=False)
            else:
                _plain(press, asked, way)
            if turn:
                rates[way].append(len(asked) * sides / (time.process_time() - begin))
    ours, *theirs = (statistics.median(rates[way]) for way in ways)
    beside = "; ".join(f"{way} {rate:.0f}: {ours / rate:.1f}x" for way, rate in zip(ways[1:], theirs, strict=True))
    return f"{kind}: {ours:.0f} pages a second of one processor, {beside} (aim 3x)"


def long_runs(kind: str) -> list[str]:
    said = []
    for way in (Way.KEPT, Way.WRITTEN):
        few, many = (run_alone(kind, count, way) for count in (FEW, MANY))
        said.append(f"{kind}, {way}: {few}; {many}: memory {many.peak_mib / few.peak_mib:.2f}x (aim 1.5x)")
    ways = [Way.PLAIN] if sides_of(job_of(kind)) > 1 else [Way.PLAIN, Way.FLOWING]
    return said + [f"{kind}, {way}: {run_alone(kind, FEW, way)}" for way in ways]


def previews(kind: str) -> str:
    job, recipients = job_of(kind), addressees(PREVIEWS)
    preview_pages(recipients[0], job, 600)
    seen = []
    for person in recipients:
        begin = time.perf_counter()
        preview_pages(person, job, 600)
        seen.append((time.perf_counter() - begin) * 1000)
    return f"{kind}: on the screen in {statistics.median(seen):.0f} ms, slowest {max(seen):.0f} ms (aim 150 ms)"


class _Stop:
    """Somebody presses the button after so many seconds."""

    def __init__(self, after: float) -> None:
        self.pressed_at = 0.0
        self._timer = threading.Timer(after, self._press)
        self._timer.start()

    def advance(self, done: int, total: int) -> None:
        if self.pressed_at:
            raise Cancelled()

    def give_up(self) -> None:
        self._timer.cancel()

    def _press(self) -> None:
        self.pressed_at = time.perf_counter()


class _Steps:
    def __init__(self) -> None:
        self.told = [time.perf_counter()]

    def advance(self, done: int, total: int) -> None:
        self.told.append(time.perf_counter())


def stops(kind: str) -> str:
    """At any moment of a run; and the longest time in which nobody asks whether to stop, its end included."""
    job, recipients = job_of(kind), addressees(FEW)
    steps = _Steps()
    begin = time.perf_counter()
    render(recipients, job, steps, notes_places=False)
    steps.told.append(time.perf_counter())
    whole = steps.told[-1] - begin
    longest = 1000 * max(after - before for before, after in pairwise(steps.told))
    late = []
    drawn = random.Random(4)
    for _ in range(STOPS):
        stop = _Stop(drawn.uniform(0, whole * 0.9))
        try:
            render(recipients, job, stop, notes_places=False)
        except Cancelled:
            late.append((time.perf_counter() - stop.pressed_at) * 1000)
        stop.give_up()
    return (
        f"{kind}: stopped {len(late)} times after {statistics.median(late):.1f} ms, slowest {max(late):.0f} ms; "
        f"longest stretch of a run without asking {longest:.0f} ms (aim 100 ms)"
    )


def beside_mail_merge() -> str:
    """The whole time of a run, half of ours before the merge and half after it. A merge of more people takes longer for each of them:
    the time grows with the square of their number, so that the long run is not asked of it."""
    job, recipients = job_of("letters"), addressees(FEW, (ROUNDS + 1) * FEW)
    render(recipients[:10], job)
    rounds = [_seconds(job, turn) for turn in range(ROUNDS)]
    with tempfile.TemporaryDirectory() as folder:
        merged = merge(recipients, job, Path(folder))
    if merged is None:
        return "mail merge: LibreOffice Writer and Base with python3-uno are not installed here"
    rounds += [_seconds(job, turn) for turn in range(ROUNDS, 2 * ROUNDS)]
    taken, worked = (statistics.median(one) for one in zip(*rounds, strict=True))
    large = Large(FEW, merged.size, merged.seconds, merged.peak_mib)
    return (
        f"letters: {FEW / taken:.0f} pages/s; LibreOffice's mail merge {large}: {merged.seconds / taken:.0f}x (aim 60x), "
        f"by the work of the processors {merged.worked / worked:.0f}x"
    )


def _seconds(job: Card, turn: int) -> tuple[float, float]:
    """How long a run took, and how much of it a processor worked."""
    recipients = addressees(FEW, turn * FEW)
    begin, begin_of_work = time.perf_counter(), time.process_time()
    render(recipients, job, notes_places=False)
    return time.perf_counter() - begin, time.process_time() - begin_of_work


def main() -> None:
    register_font()
    for kind in KINDS:
        print(beside_plain(kind), previews(kind), stops(kind), *long_runs(kind), sep="\n", flush=True)
    print(beside_mail_merge(), flush=True)


if __name__ == "__main__":
    main()
